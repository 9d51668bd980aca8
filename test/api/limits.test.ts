import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ask } from './ask.js';
import { fakeDesk } from './fake-desk.js';

const code = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors.map((error) => error.extensions?.code);

describe('what a question may ask for at most', () => {
  it('refuses a hundred thousand routes with the limit and without searching', async () => {
    const desk = fakeDesk();
    const answer = await ask(desk, '{ diversionRoutes(k: 100000) { complete } }');
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(answer.errors[0]?.message).toBe('k is `100000`: at most 1000 can be asked for');
    expect(desk.asked).toEqual([]);
  });

  it('refuses the same through a variable', async () => {
    const answer = await ask(fakeDesk(), 'query ($k: Int) { diversionRoutes(k: $k) { complete } }', {
      variables: { k: 100000 },
    });
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  it.each([
    ['diversionRoutes(k: 0) { complete }', 'BAD_USER_INPUT', 'k is `0`: ask for at least 1'],
    ['diversionRoutes(maxHops: 11) { complete }', 'LIMIT_EXCEEDED', 'maxHops is `11`: at most 10'],
    ['diversionRoutes(maxHops: 0) { complete }', 'BAD_USER_INPUT', 'maxHops is `0`'],
    ['diversionRoutes(maxDwellDays: -1) { complete }', 'BAD_USER_INPUT', 'maxDwellDays is `-1`'],
    ['diversionRoutes(first: 501) { complete }', 'LIMIT_EXCEEDED', 'first is `501`: at most 500'],
    ['entities(first: 501) { totalCount { value } }', 'LIMIT_EXCEEDED', 'first is `501`: at most 500'],
    ['shipments(first: 0) { totalCount { value } }', 'BAD_USER_INPUT', 'first is `0`: ask for at least 1'],
    ['diversionRoutes(after: "bm9uZQ") { nodes { id } }', 'BAD_USER_INPUT', 'no cursor of this list'],
  ])('refuses %s', async (field, expected, message) => {
    const answer = await ask(fakeDesk(), `{ ${field} }`);
    expect(code(answer)).toEqual([expected]);
    expect(answer.errors[0]?.message).toContain(message);
  });

  it('refuses a question forty levels deep before anything runs', async () => {
    const desk = fakeDesk();
    const deep = `${'shipments { nodes { shipper { '.repeat(13)}id${' } } }'.repeat(13)}`;
    const answer = await ask(desk, `{ ${deep} }`);
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(answer.errors[0]?.message).toBe('the question is 40 levels deep: at most 15 are allowed');
    expect(desk.asked).toEqual([]);
  });

  it('counts levels through fragments', async () => {
    const answer = await ask(
      fakeDesk(),
      `{ shipments { ...a } }
       fragment a on ShipmentConnection { nodes { shipper { shipments { ...b } } } }
       fragment b on ShipmentConnection { nodes { shipper { shipments { nodes { shipper { shipments { nodes { shipper { shipments { nodes { shipper { id } } } } } } } } } } } }`,
    );
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('refuses fragments inside themselves without running for ever', async () => {
    const answer = await ask(
      fakeDesk(),
      '{ shipments { ...a } } fragment a on ShipmentConnection { nodes { shipper { shipments { ...a } } } }',
    );
    expect(code(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses at once fragments that spread each other twice, sixty deep', async () => {
    const desk = fakeDesk();
    const fragments = Array.from({ length: 60 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
    const started = performance.now();
    const answer = await ask(desk, `{ ...f0 } ${fragments.join(' ')} fragment f60 on Query { limits { k } }`);
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(desk.asked).toEqual([]);
  });

  it('refuses too many aliases', async () => {
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: limits { k }`).join(' ');
    const answer = await ask(fakeDesk(), `{ ${aliases} }`);
    expect(answer.errors[0]?.message).toBe('the question has 31 aliases: at most 30 are allowed');
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('refuses a question of too many words', async () => {
    const answer = await ask(fakeDesk(), `{ ${'limits { k } '.repeat(600)} }`);
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('refuses a question that would cost too much and says what it was estimated at', async () => {
    const desk = fakeDesk();
    const costly = '{ entities(first: 500) { nodes { shipments(first: 500) { nodes { shipper { id } } } } } }';
    const answer = await ask(desk, costly);
    expect(code(answer)).toEqual(['LIMIT_EXCEEDED']);
    expect(answer.errors[0]?.message).toMatch(/estimated at \d+ points and may cost 200000/);
    expect(desk.asked).toEqual([]);
  });

  it('counts what variables ask for', async () => {
    const query =
      'query ($n: Int!) { entities(first: $n) { nodes { shipments(first: $n) { nodes { shipper { id } } } } } }';
    expect((await ask(fakeDesk(), query, { variables: { n: 2 } })).errors).toEqual([]);
    expect(code(await ask(fakeDesk(), query, { variables: { n: 500 } }))).toEqual(['LIMIT_EXCEEDED']);
  });

  it('shows the cost of every question', async () => {
    const { cost } = await ask(fakeDesk(), '{ entities(first: 10) { nodes { id } } }');
    // 5 for the search, then ten times: 1 for the connection's share and 1 for the party.
    expect(cost).toEqual({ estimated: 25, limit: 200_000 });
  });

  it('answers the introspection that tools ask for', async () => {
    const { errors, data } = await ask(fakeDesk(), getIntrospectionQuery());
    expect(errors).toEqual([]);
    expect(data.__schema.types.length).toBeGreaterThan(50);
  });
});
