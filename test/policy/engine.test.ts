/** The laws the engine itself keeps, whatever the rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCountries } from '../../src/model/country.js';
import { formatDay, parseDay } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { compare } from '../../src/policy/comparison.js';
import { changeDays, type Dated, valueOn } from '../../src/policy/dated.js';
import { judge } from '../../src/policy/judge.js';
import { joinOutcomes, joinReviews, OUTCOMES, REVIEWS } from '../../src/policy/judgement.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Movement, MovementParty } from '../../src/policy/movement.js';
import { type Regime, regimeOf } from '../../src/policy/regime.js';
import { inForce } from '../../src/policy/rule.js';
import { tierOf } from '../../src/policy/tiers.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regimes = loadRegimes('seeds/regimes');
const regime = regimes.get('us-ear') as Regime;

describe('dates', () => {
  const version = (from: string | undefined, value: number, to?: string) => ({
    ...(from === undefined ? {} : { from: parseDay(from) }),
    ...(to === undefined ? {} : { to: parseDay(to) }),
    value,
    citation: 'x',
    confidence: 'CONFIRMED' as const,
  });
  const dated: Dated<number> = { versions: [version('2024-01-02', 1), version('2024-03-01', 2, '2024-04-01')] };

  it.each([
    ['2024-01-01', undefined],
    ['2024-01-02', 1],
    ['2024-02-29', 1],
    ['2024-03-01', 2],
    ['2024-03-31', 2],
    ['2024-04-01', undefined],
  ])('on %s the value is %s', (day, value) => {
    expect(valueOn(dated, parseDay(day))?.value).toBe(value);
  });

  it('day 0 is a day like any other', () => {
    expect(valueOn({ versions: [version('1970-01-01', 7)] }, 0)?.value).toBe(7);
    expect(valueOn({ versions: [version('1970-01-01', 7)] }, -1)).toBeUndefined();
  });

  it('a stay keeps its last day, then the rule returns by itself, less sure', () => {
    const affiliates = regime.instruments.get('AFF');
    const state = (day: string) => affiliates && valueOn(inForce(affiliates), parseDay(day))?.confidence;
    expect(['2025-09-28', '2025-09-29', '2025-11-09', '2025-11-10', '2026-11-09', '2026-11-10'].map(state)).toEqual([
      undefined,
      'CONFIRMED',
      'CONFIRMED',
      undefined,
      undefined,
      'UNCONFIRMED',
    ]);
  });

  it('a day of compliance after the first day is the one that counts', () => {
    const diffusion = regime.instruments.get('DIFF');
    expect(diffusion && formatDay(inForce(diffusion).versions[0]?.from as number)).toBe('2025-05-15');
  });

  it('nothing changes between two change days', () => {
    const days = changeDays(regime);
    const movement: Movement = {
      assume: 'GOLDEN',
      product: 'h100-sxm',
      units: 10,
      from: 'US',
      to: 'AE',
      consignee: { headquarters: 'AE', ultimateParentHeadquarters: 'AE' },
    };
    for (let i = 0; i + 1 < days.length; i++) {
      const [first, last] = [days[i] as number, (days[i + 1] as number) - 1];
      const outcomes = [first, last].map((on) => judge(movement, on, regime, 'ENFORCED', catalogue).outcome);
      expect(outcomes[0]).toBe(outcomes[1]);
    }
  });
});

describe('tiers', () => {
  const tier = (country: string, day = '2025-06-01') => tierOf(country, parseDay(day), regime);

  it('are those of the lists, counted', () => {
    const counts = new Map<unknown, number>();
    for (const country of allCountries()) counts.set(tier(country), (counts.get(tier(country)) ?? 0) + 1);
    expect([counts.get(1), counts.get(3)]).toEqual([18, 25]);
  });

  it('follow the groups of the day, with Macau by name and Hong Kong as China', () => {
    expect([tier('US'), tier('PR'), tier('TW'), tier('AT'), tier('MO'), tier('HK'), tier('CN')]).toEqual([
      0, 0, 1, 2, 3, 3, 3,
    ]);
    expect([tier('KH', '2026-02-02'), tier('KH', '2026-02-03')]).toEqual([3, 2]);
    expect([tier('NI', '2024-03-14'), tier('NI', '2024-03-15')]).toEqual([2, 3]);
    expect([tier('CY', '2024-06-01'), tier('CY', '2025-06-01')]).toEqual(['UNKNOWN', 2]);
    expect(tierOf(undefined, parseDay('2025-06-01'), regime)).toBe('UNKNOWN');
  });
});

it('the licence zone is computed from the groups and agrees with the list of 2023 and 2024', () => {
  const listed =
    'AE AF AM AZ BH BY CD CF CN CU EG ER GE HT IQ IR JO KG KH KP KW KZ LA LB LY MD MM MN MO OM PK QA RU SA SD SO SS SY TJ TM UZ VE VN YE ZW';
  const zone = (day: string) => {
    const member = regime.lawOn(parseDay(day), 'ENFORCED')?.values.set('zone');
    return allCountries()
      .filter((country) => member?.(country) === 2)
      .join(' ');
  };
  expect(zone('2023-11-17')).toBe(listed);
  const withNicaragua = [...listed.split(' '), 'NI'].sort().join(' ');
  for (const day of ['2024-03-15', '2026-02-03', '2026-11-22']) expect(zone(day)).toBe(withNicaragua);
});

const country = fc.constantFrom('US', 'CN', 'HK', 'MO', 'MY', 'SG', 'DE', 'SA', 'AE', 'VN', 'RU', 'KH', 'IN');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const party = fc.record({
  country: maybe(country),
  headquarters: maybe(country),
  ultimateParentHeadquarters: maybe(country),
  listedOn: maybe(fc.constantFrom<string[]>([], ['entity-list'], ['unverified'])),
  ownedByListed: maybe(fc.constant([])),
  authorizations: maybe(fc.constant([])),
  privateSector: maybe(fc.boolean()),
}) as fc.Arbitrary<MovementParty>;
const movements = fc.record({
  product: maybe(fc.constantFrom('h100-sxm', 'rtx-4090', 'mi210', 'h20', 'l2', 'gb200-nvl72')),
  units: maybe(fc.integer({ min: 1, max: 4000 })),
  from: maybe(country),
  to: maybe(country),
  exporter: maybe(party),
  consignee: maybe(party),
  endUse: maybe(fc.constantFrom('CIVIL', 'MILITARY')),
  certifications: maybe(fc.constantFrom<string[]>([], ['purchase-order'])),
  history: maybe(fc.constant({ parentTppThisYear: 0, countryLicensedTpp: 0 })),
}) as fc.Arbitrary<Movement>;
const days = fc.integer({ min: parseDay('2022-01-01'), max: parseDay('2026-11-22') });
const views = fc.constantFrom('ENFORCED' as const, 'AS_WRITTEN' as const);
const quick = { couldFlip: false };

describe('joining', () => {
  it('gives the same in any order, the worst', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES)), (outcomes) => {
        expect(joinOutcomes([...outcomes].reverse())).toBe(joinOutcomes(outcomes));
        for (const one of outcomes)
          expect(OUTCOMES.indexOf(joinOutcomes(outcomes))).toBeGreaterThanOrEqual(OUTCOMES.indexOf(one));
      }),
    );
    expect(joinOutcomes([])).toBe('NO_LICENCE_REQUIRED');
    expect(joinReviews(['PRESUMPTION_OF_APPROVAL', 'NOT_STATED'])).toBe('NOT_STATED');
    expect(joinReviews(['PRESUMPTION_OF_DENIAL', 'NOT_STATED'])).toBe('PRESUMPTION_OF_DENIAL');
    expect(joinReviews([...REVIEWS])).toBe('POLICY_OF_DENIAL');
  });

  it('gives the same whatever the order of the rules', () => {
    const rules = [...regime.rules];
    const classes = rules.filter(([, rule]) => rule.kind === 'class');
    const others = rules.filter(([, rule]) => rule.kind !== 'class');
    const shuffled = fc.shuffledSubarray(others, { minLength: others.length, maxLength: others.length });
    fc.assert(
      fc.property(shuffled, fc.array(fc.tuple(movements, days, views), { minLength: 8 }), (order, questions) => {
        const other = regimeOf({ ...regime, rules: new Map([...classes, ...order]) });
        for (const [movement, on, view] of questions) {
          const [one, two] = [regime, other].map((law) => judge(movement, on, law, view, catalogue, quick));
          expect([two?.outcome, two?.review, two?.confidence]).toEqual([one?.outcome, one?.review, one?.confidence]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('a range is within a limit for certain, not at all, or cannot be said', () => {
    expect([compare([1, 2], 'atMost', 2), compare([1, 3], 'atMost', 2), compare([3, 4], 'atMost', 2)]).toEqual([
      2, 1, 0,
    ]);
    expect([compare([2, 3], 'atLeast', 2), compare([1, 2], 'atLeast', 2), compare([0, 1], 'atLeast', 2)]).toEqual([
      2, 1, 0,
    ]);
  });
});

describe('unknown facts', () => {
  it('taken away from what is known only in part, never make an answer definite', () => {
    fc.assert(
      fc.property(
        movements,
        days,
        views,
        fc.constantFrom('product', 'units', 'from', 'to', 'consignee', 'endUse', 'certifications', 'exporter'),
        (movement, on, view, key) => {
          const before = judge(movement, on, regime, view, catalogue, quick).outcome;
          fc.pre(before === 'UNKNOWN');
          const { [key as keyof Movement]: _, ...rest } = movement;
          // Two defaults are stated: the destination follows from what is left, and so does the act.
          fc.pre(
            !(key === 'to' && movement.consignee?.country !== undefined) &&
              !(key === 'from' && movement.exporter?.country !== undefined),
          );
          expect(judge(rest, on, regime, view, catalogue, quick).outcome).toBe('UNKNOWN');
        },
      ),
      { numRuns: 600 },
    );
  });

  it('taken from inside a party or the goods, never make an answer definite either', () => {
    const inside = [
      ['consignee', 'headquarters'],
      ['consignee', 'ultimateParentHeadquarters'],
      ['consignee', 'listedOn'],
      ['consignee', 'ownedByListed'],
      ['consignee', 'authorizations'],
      ['consignee', 'privateSector'],
      ['exporter', 'listedOn'],
      ['history', 'parentTppThisYear'],
      ['history', 'countryLicensedTpp'],
    ] as const;
    fc.assert(
      fc.property(movements, days, views, fc.constantFrom(...inside), (movement, on, view, [outer, key]) => {
        const whole = movement[outer] as Record<string, unknown> | undefined;
        fc.pre(whole?.[key] !== undefined);
        const judged = judge(movement, on, regime, view, catalogue, quick).outcome;
        fc.pre(judged === 'UNKNOWN');
        const { [key]: _, ...left } = whole as Record<string, unknown>;
        expect(judge({ ...movement, [outer]: left }, on, regime, view, catalogue, quick).outcome).toBe('UNKNOWN');
      }),
      { numRuns: 600 },
    );
  });

  it('filled in one by one lead to an answer that was not excluded before', () => {
    fc.assert(
      fc.property(movements, days, (movement, on) => {
        const judged = judge(movement, on, regime, 'ENFORCED', catalogue, quick);
        fc.pre(judged.outcome === 'LICENCE_REQUIRED' || judged.outcome === 'NO_LICENCE_REQUIRED');
        const filled: Movement = { endUse: 'CIVIL', units: 1, ...withoutUndefined(movement) };
        const again = judge(filled, on, regime, 'ENFORCED', catalogue, quick).outcome;
        expect(OUTCOMES.indexOf(again)).toBeGreaterThanOrEqual(OUTCOMES.indexOf(judged.outcome));
      }),
      { numRuns: 300 },
    );
  });

  it('that no rule asks for change nothing', () => {
    fc.assert(
      fc.property(movements, days, views, (movement, on, view) => {
        const { consignee, item } = movement;
        const irrelevant: Movement[] = [
          { via: ['SG', 'HK'] },
          consignee === undefined ? {} : { consignee: { ...consignee, id: 'p-7', letters: [] } },
          { item: { ...item, transistorsBillion: 5, withHbm: true, advancedNode: true } },
        ];
        const before = judge(movement, on, regime, view, catalogue, quick);
        for (const more of irrelevant)
          expect(judge({ ...movement, ...more }, on, regime, view, catalogue, quick)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('are named: an unknown outcome always says what it lacks', () => {
    fc.assert(
      fc.property(movements, days, views, (movement, on, view) => {
        const judged = judge(movement, on, regime, view, catalogue, quick);
        fc.pre(judged.outcome === 'UNKNOWN' && judged.findings[0]?.rule !== 'not-evaluated');
        expect([...judged.findings, ...judged.exceptions].flatMap((one) => one.missing).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

it('a user’s own regime replaces an instrument and removes a rule, and leaves the shipped one alone', () => {
  const own = loadRegimes('test/policy/own', { base: 'seeds/regimes' }).get('no-return') as Regime;
  const movement: Movement = {
    assume: 'GOLDEN',
    product: 'h100-sxm',
    units: 1,
    from: 'US',
    to: 'MY',
    consignee: { headquarters: 'MY', ultimateParentHeadquarters: 'MY', ownedByListed: [{ list: 'entity-list' }] },
  };
  const on = parseDay('2026-11-15');
  expect(judge(movement, on, regime, 'ENFORCED', catalogue).outcome).toBe('UNKNOWN');
  expect(judge(movement, on, own, 'ENFORCED', catalogue).outcome).toBe('NO_LICENCE_REQUIRED');
  expect(own.rules.has('russia-belarus')).toBe(false);
  expect(regime.rules.has('russia-belarus')).toBe(true);
  expect(own.version).not.toBe(regime.version);
});

function withoutUndefined(movement: Movement): Movement {
  return Object.fromEntries(Object.entries(movement).filter(([, value]) => value !== undefined)) as Movement;
}
