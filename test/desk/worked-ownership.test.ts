/** The worked examples of ownership: what half by listed parties comes to, and what the law then asks on the day. */
import { describe, expect, it } from 'vitest';
import { Control } from '../../src/desk/control.js';
import { Lists } from '../../src/desk/lists.js';
import { listedOwners } from '../../src/desk/owners.js';
import { type DayInterval, parseDay } from '../../src/model/day.js';
import type { Link } from '../../src/model/link.js';
import type { Listing } from '../../src/model/listing.js';
import { parseShare } from '../../src/model/share.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { judge } from '../../src/policy/judge.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Regime } from '../../src/policy/regime.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;

/** `X>A 50%` is a share; `X>A controls` is control without one. Until a day: `X>A 60% to 2025-01-01`. */
function linksOf(drawing: string): Link[] {
  return drawing.split(',').map((text, i) => {
    const [, source, target, how = '', until] = /^\s*(\w+)>(\w+) (\S+)(?: to (\S+))?$/.exec(text) ?? [];
    const owns = how !== 'controls';
    const end = until === undefined ? {} : { to: { earliest: parseDay(until), latest: parseDay(until) } };
    const share = parseShare(!owns || how === '?' ? '' : how);
    return { id: `l${i}`, type: owns ? 'owns' : 'controls', source, target, share, ...end } as unknown as Link;
  });
}

const day = (text: string): DayInterval => ({ earliest: parseDay(text), latest: parseDay(text) });
const listing = (entity: string, list: string, programme?: string): Listing =>
  ({ id: `${entity}-${list}`, entity, list, ...(programme === undefined ? {} : { programme }) }) as unknown as Listing;

describe('half by blocked persons, the official answers', () => {
  const ROWS: readonly (readonly [id: string, links: string, party: string, blocked: boolean])[] = [
    ['O1 no multiplication along a chain', 'X>A 50%, A>B 50%', 'B', true],
    ['O2 two blocked holders add up', 'X>A 50%, X>B 50%, A>C 25%, B>C 25%', 'C', true],
    ['O3 direct and through a blocked holder', 'X>A 50%, X>B 10%, A>B 40%', 'B', true],
    ['O4 a holder that is not blocked passes nothing on', 'X>A 50%, X>B 25%, A>C 25%, B>C 25%', 'C', false],
    ['O5 neither holder is blocked', 'X>A 25%, X>B 25%, A>C 50%, B>C 50%', 'C', false],
    ['O6 shares add up over programmes', 'X>A 25%, Y>A 25%', 'A', true],
    ['O7 control is not ownership', 'X>A controls, X>A 49%', 'A', false],
  ];
  it.each(ROWS)('%s: %s', (_id, links, party, blocked) => {
    const member = (one: string) => (one === 'X' || one === 'Y' ? 'CERTAIN' : 'NO');
    expect(new Control(linksOf(links)).heldBy(party, member, day('2025-06-01')).certainty === 'CERTAIN').toBe(blocked);
  });

  it('O8 a sale below half frees the party from then on', () => {
    const control = new Control(linksOf('X>A 60% to 2025-06-30, X>A 40%'));
    const held = (on: string) => control.heldBy('A', (one) => (one === 'X' ? 'CERTAIN' : 'NO'), day(on)).certainty;
    expect([held('2025-06-01'), held('2025-07-02')]).toEqual(['CERTAIN', 'NO']);
  });
});

const LISTS = new Lists(
  [
    listing('E', 'entity-list'),
    listing('E1', 'entity-list'),
    listing('E2', 'entity-list'),
    listing('M', 'meu'),
    listing('S', 'sdn', 'NPWMD'),
    listing('EM', 'entity-list'),
    listing('EM', 'meu'),
    listing('U', 'unverified'),
    listing('LISTED', 'entity-list'),
  ],
  [],
);

function judged(links: string, party: string, on: string) {
  const owners = listedOwners(party, day(on), new Control(linksOf(links)), LISTS);
  const consignee = { country: 'MY', headquarters: 'MY', ultimateParentHeadquarters: 'MY', ownedByListed: owners };
  const movement = { assume: 'GOLDEN', product: 'h100-sxm', units: 10, from: 'US', to: 'MY', consignee } as const;
  const { outcome, findings, confidence } = judge(movement, parseDay(on), regime, 'ENFORCED', catalogue);
  return { outcome, rules: findings.map((one) => one.rule), confidence };
}

describe('half by listed parties while the affiliates rule is in force', () => {
  const IN_FORCE = '2025-10-15';
  const LICENCE = 'LICENCE_REQUIRED';
  const FREE = 'NO_LICENCE_REQUIRED';
  const ROWS: readonly (readonly [id: string, links: string, party: string, outcome: string])[] = [
    ['A1 half exactly', 'E>B 50%', 'B', LICENCE],
    ['A2 a hair less', 'E>B 49.99%', 'B', FREE],
    ['A3 two lists add up', 'E>B 30%, M>B 20%', 'B', LICENCE],
    ['A3 with blocked persons', 'E>B 30%, S>B 20%', 'B', LICENCE],
    ['A4 along a chain', 'E>A 50%, A>B 50%', 'B', LICENCE],
    ['A4 along a longer chain', 'E>A 50%, A>B 50%, B>C 50%, C>D 50%', 'D', LICENCE],
    ['A5 a link short of half passes nothing on', 'E>A 50%, A>B 49%', 'B', FREE],
    ['A6 through and direct', 'E>A 50%, A>B 30%, E>B 20%', 'B', LICENCE],
    ['A7 the upper link is short', 'E>A 40%, A>B 100%', 'A', FREE],
    ['A7 and so the lower party is free', 'E>A 40%, A>B 100%', 'B', FREE],
    ['A9 upwards nothing extends', 'P>LISTED 100%, P>SISTER 100%', 'SISTER', FREE],
    ['A10 a share that is not known', 'E>B ?', 'B', 'UNKNOWN'],
    ['A10 above the owner', 'E>A ?, A>B 60%', 'B', 'UNKNOWN'],
    ['A11 several listed owners add up', 'E1>B 25%, E2>B 25%', 'B', LICENCE],
    ['A12 a circle', 'A>B 50%, B>A 50%, E>A 50%', 'B', LICENCE],
    ['one owner on two lists holds its share once', 'EM>B 30%', 'B', FREE],
    ['lists that extend nothing do not count', 'E>B 30%, U>B 20%', 'B', FREE],
    ['lists that extend nothing do not count further up', 'E>A 30%, U>A 20%, A>B 100%', 'B', FREE],
    ['shares that only add up in decimals', 'E1>B 35%, E2>B 10%, E>B 5%', 'B', LICENCE],
  ];
  it.each(ROWS)('%s: %s', (_id, links, party, outcome) => {
    expect(judged(links, party, IN_FORCE).outcome).toBe(outcome);
  });

  it('short of the rule, a listed owner is still a red flag', () => {
    for (const links of ['E>B 49.99%', 'E>A 50%, A>B 49%'])
      expect(judged(links, 'B', IN_FORCE).rules).toContain('owned-by-listed');
  });

  it('A13 a sale before the shipment counts on the day of the shipment', () => {
    const sold = 'E>B 60% to 2025-10-10, E>B 40%';
    expect([judged(sold, 'B', '2025-10-09').outcome, judged(sold, 'B', '2025-10-15').outcome]).toEqual([LICENCE, FREE]);
  });

  it('A1 on four days: before, in force, stayed, back by default and not confirmed', () => {
    const days = ['2025-08-01', IN_FORCE, '2026-03-01', '2026-11-15'].map((on) => judged('E>B 50%', 'B', on));
    expect(days.map(({ outcome }) => outcome)).toEqual([FREE, LICENCE, FREE, LICENCE]);
    expect(days.map(({ confidence }) => confidence)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'UNCONFIRMED']);
  });
});

describe('who owns more than half', () => {
  const cases: readonly (readonly [drawing: string, owner: string | undefined])[] = [
    ['X>A 51%', 'X'],
    ['X>A 50%', 'A'],
    ['X>A 50%,Y>A 50%', 'A'],
    ['X>A 30%,Y>A 30%', 'A'],
    ['X>A 10%', undefined],
    ['X>A 40%-60%', undefined],
    ['X>A ?', undefined],
    ['X>A controls', undefined],
    ['X>A 60% to 2024-01-01', undefined],
    ['X>A 60% to 2024-01-01,Y>A 70%', 'Y'],
    ['Y>X 80%,X>A 60%', 'X'],
    ['X>B 60%', undefined],
  ];
  for (const [drawing, owner] of cases) {
    it(`${drawing}: ${owner ?? 'cannot be said'}`, () => {
      expect(new Control(linksOf(drawing)).majorityOwner('A', day('2025-01-01'))).toBe(owner);
    });
  }
});
