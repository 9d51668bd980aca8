/** What another law would change, on the example world and on a world of three shipments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonAnswer, Desk } from '../../src/desk/answers.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { d, deskOver, deskWith } from './at-desk.js';

const ENFORCED = { view: 'ENFORCED' } as const;
const AS_WRITTEN = { view: 'AS_WRITTEN' } as const;

describe('on the example world', () => {
  let desk: Desk;
  let answer: ComparisonAnswer;

  beforeAll(async () => {
    desk = deskOver(await openDuckDb(':memory:'));
    await desk.importPaths(['seeds/worlds/strait'], {});
    answer = await desk.compareRegimes({ a: ENFORCED, b: AS_WRITTEN, k: 3, examples: 8 });
  });
  afterAll(() => desk.close());

  const sum = <T>(list: readonly T[], pick: (one: T) => number) => list.reduce((total, one) => total + pick(one), 0);

  it('judges every shipment, and its counts by outcome and by country add up to the whole', async () => {
    const { total } = await desk.shipments({}, { first: 1 });
    expect(answer.movements).toBe(total);
    expect(answer.changed).toBeGreaterThan(100);
    expect(sum(answer.outcomes, (one) => one.movements)).toBe(answer.changed);
    expect(sum(answer.countries, (one) => one.movements)).toBe(answer.movements);
    expect(sum(answer.countries, (one) => one.changed)).toBe(answer.changed);
    expect(sum(answer.outcomes, (one) => one.tpp)).toBeCloseTo(answer.tpp, 0);
    expect(sum(answer.countries, (one) => one.tpp)).toBeCloseTo(answer.tpp, 0);
    expect(answer.outcomes.every((one) => one.from !== one.to)).toBe(true);
  });

  it('shows examples that the two laws judge otherwise, the greatest first', () => {
    expect(answer.examples).toHaveLength(8);
    for (const { a, b } of answer.examples) {
      expect([a.view, b.view]).toEqual(['ENFORCED', 'AS_WRITTEN']);
      expect(a.outcome).not.toBe(b.outcome);
    }
  });

  it('starts from what the best routes were told, and changes it', async () => {
    const { routes } = await desk.diversionRoutes({ k: 3 });
    expect(answer.routesCompared).toBe(3);
    expect(answer.routes.length).toBeGreaterThan(0);
    for (const { route, hops } of answer.routes) {
      const told = routes.find(({ id }) => id === route.id)?.hops;
      for (const { hop, a, b } of hops) {
        const same = told?.[hop.index];
        expect(same?.kind === 'MOVEMENT' && same.judgement.outcome).toBe(a.outcome);
        expect(b.outcome).not.toBe(a.outcome);
      }
    }
  });

  it('turned around tells the same changes backwards', async () => {
    const turned = await desk.compareRegimes({ a: AS_WRITTEN, b: ENFORCED, k: 0, examples: 0 });
    const told = (list: ComparisonAnswer['outcomes'], isTurned: boolean) =>
      list.map(({ from, to, movements }) => `${isTurned ? `${to} ${from}` : `${from} ${to}`} ${movements}`).sort();
    expect(told(turned.outcomes, true)).toEqual(told(answer.outcomes, false));
    expect([turned.routesCompared, turned.examples]).toEqual([0, []]);
  });

  it('finds nothing between a law and itself', async () => {
    const same = await desk.compareRegimes({ a: AS_WRITTEN, b: AS_WRITTEN, k: 0 });
    expect(same).toMatchObject({ changed: 0, reviewChanged: 0, tpp: 0, outcomes: [], examples: [] });
  });

  it('reads the filter: days as the store does, places by the papers or else by the parties', async () => {
    const ask = (filter: object) => desk.compareRegimes({ a: ENFORCED, b: AS_WRITTEN, ...filter, k: 0 });
    const days = { since: d('2025-01-01'), until: d('2025-06-30') };
    expect((await ask(days)).movements).toBe((await desk.shipments(days, { first: 1 })).total);
    const ofAll = answer.countries.find(({ country }) => country === 'SG');
    const toSingapore = await ask({ toCountry: 'SG' });
    expect(toSingapore.countries).toEqual([ofAll]);
    const fromThere = await ask({ toCountry: 'SG', fromCountry: 'US' });
    expect(fromThere.movements).toBeGreaterThan(0);
    expect(fromThere.movements).toBeLessThan(toSingapore.movements);
    const ofOne = await ask({ products: ['h100-sxm'] });
    expect(ofOne.examples.map(({ shipment }) => shipment.product)).not.toEqual([]);
    expect(ofOne.movements).toBeLessThan(answer.movements);
  });

  it('refuses a law that is not loaded, goods that nobody knows and a number out of bounds', async () => {
    const ask = (more: object) => desk.compareRegimes({ a: ENFORCED, b: AS_WRITTEN, ...more });
    await expect(ask({ b: { regime: 'us-eer' } })).rejects.toThrow('`us-eer`');
    await expect(ask({ products: ['no-such-chip'] })).rejects.toThrow('`no-such-chip`');
    await expect(ask({ examples: 101 })).rejects.toThrow('examples');
  });
});

it('counts what the Diffusion rule alone requires, and leaves what needs a licence either way', async () => {
  const desk = await deskWith({
    entities: `id,name,country,headquarters
maker,Lumen Silicon,US,US
trader,Straits Trading,MY,MY
lab,Wuhan Lab,CN,CN`,
    shipments: `id,shipper,consignee,departs,product,units,certifications
to-my,maker,trader,2025-06-02,h100-sxm,1800,consignee-certification
to-cn,maker,lab,2025-06-02,h100-sxm,10,consignee-certification`,
  });
  try {
    const answer = await desk.compareRegimes({ a: ENFORCED, b: AS_WRITTEN, k: 0 });
    expect(answer).toMatchObject({ movements: 2, changed: 1, tpp: 1800 * 15_832, tppUnknown: 0 });
    expect(answer.examples.map(({ shipment, b }) => [shipment.id, b.outcome])).toEqual([['to-my', 'LICENCE_REQUIRED']]);
    expect(answer.countries).toEqual([
      { country: 'MY', movements: 1, changed: 1, tpp: 1800 * 15_832 },
      { country: 'CN', movements: 1, changed: 0, tpp: 0 },
    ]);
  } finally {
    await desk.close();
  }
});
