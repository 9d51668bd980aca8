import { describe, expect, it } from 'vitest';
import { lineUp } from './sequence.js';

const job = (name: string, seconds: number, needsServer = false) => ({ name, seconds, needsServer });
const names = (jobs: { name: string }[]): string => jobs.map(({ name }) => name).join(' ');

describe('the order of test files', () => {
  it('starts long ones first', () => {
    expect(names(lineUp([job('short', 1), job('long', 9), job('middle', 5)], 2))).toBe('long middle short');
  });

  it('gives the server to the next when the one before is done, not to two at once', () => {
    const jobs = [job('n1', 10, true), job('n2', 8, true), job('a', 4), job('b', 4), job('c', 4), job('d', 4)];
    // n1 runs from 0 to 10, beside it a, b and c to 12; then n2 beside d.
    expect(names(lineUp(jobs, 2))).toBe('n1 a b c n2 d');
  });

  it('leaves nothing out where only such files are left', () => {
    const jobs = [job('n1', 3, true), job('n2', 2, true), job('n3', 1, true)];
    expect(names(lineUp(jobs, 2))).toBe('n1 n2 n3');
    expect(lineUp([], 2)).toEqual([]);
  });
});
