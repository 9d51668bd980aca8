import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patientFetch } from '../../src/page/asking/patient-fetch.js';

const busy = () => new Response('busy', { status: 503, headers: { 'retry-after': '5' } });

describe('a fetch with patience', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function server(...answers: Response[]) {
    const asked = vi.fn<typeof fetch>(async () => answers.shift() ?? new Response('done'));
    return { asked, fetch: patientFetch(asked) };
  }

  it('comes back after the time a busy server names', async () => {
    const { asked, fetch } = server(busy(), busy());
    const answer = fetch('/graphql');
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_200);
    expect(await (await answer).text()).toBe('done');
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('passes the last refusal on when the server stays busy', async () => {
    const { asked, fetch } = server(busy(), busy(), busy(), busy(), busy());
    const answer = fetch('/graphql');
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await answer).status).toBe(503);
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it('does not come back where no time is named, nor for other refusals', async () => {
    for (const refusal of [
      new Response('', { status: 503 }),
      new Response('', { status: 429, headers: { 'retry-after': '5' } }),
    ]) {
      const { asked, fetch } = server(refusal);
      expect(await fetch('/graphql')).toBe(refusal);
      expect(asked).toHaveBeenCalledTimes(1);
    }
  });

  it('stops waiting when the request is aborted', async () => {
    const { asked, fetch } = server(busy());
    const stop = new AbortController();
    const answer = expect(fetch('/graphql', { signal: stop.signal })).rejects.toThrow('stopped');
    await vi.advanceTimersByTimeAsync(1_000);
    stop.abort(new Error('stopped'));
    await answer;
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
