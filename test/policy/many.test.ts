/** Judging by groups against judging one by one. */
import { describe, expect, it } from 'vitest';
import { allCountries } from '../../src/model/country.js';
import { parseDay, yearOf } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { judge } from '../../src/policy/judge.js';
import { OUTCOMES, REVIEWS, type View } from '../../src/policy/judgement.js';
import { loadRegimes } from '../../src/policy/load.js';
import { judgeMany, type MovementColumns, type MovementTables } from '../../src/policy/many.js';
import type { Movement } from '../../src/policy/movement.js';
import type { Regime } from '../../src/policy/regime.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;

const plain = { listedOn: [], ownedByListed: [], authorizations: [] };
const seats = (country: string, headquarters = country, ultimateParentHeadquarters = headquarters) => ({
  ...plain,
  country,
  headquarters,
  ultimateParentHeadquarters,
});
/** Chosen more often than the others. */
const USUAL = ['US', 'CN', 'MY', 'DE', 'AE', 'HK', 'TW', 'CY'];
const TABLES: MovementTables = {
  countries: [...USUAL, ...allCountries().filter((country) => !USUAL.includes(country))],
  parties: [
    seats('US'),
    seats('MY'),
    seats('MY', 'MY', 'CN'),
    seats('CN'),
    seats('DE'),
    { ...seats('AE'), name: 'G42' },
    { ...seats('MY'), listedOn: ['entity-list'] },
    { country: 'MY', headquarters: 'MY', listedOn: [] },
    { ...seats('MY', 'CY'), possiblyListedOn: ['unverified'] },
  ],
  goods: [
    { product: 'h100-sxm' },
    { product: 'rtx-4090' },
    { product: 'h20' },
    { product: 'mi210' },
    { item: { tpp: 100, fromFoundry: true, advancedNode: true, transistorsBillion: 50, withHbm: true } },
    {},
  ],
  terms: [
    { endUse: 'CIVIL', certifications: ['consignee-certification', 'pre-notification', 'purchase-order'] },
    { endUse: 'CIVIL', certifications: [], claimedException: 'LPP' },
    { endUse: 'MILITARY', certifications: ['designer-approved', 'consignee-certification'] },
    { certifications: ['paragraph-conditions'], claimedException: 'RPL' },
  ],
  parents: 5,
};

/** Seeded, so that a failure can be seen again. */
function randomColumns(count: number): MovementColumns {
  let state = 7;
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
  const first = parseDay('2022-06-01');
  const days = Int32Array.from({ length: count }, () => first + below(1700)).sort();
  const party = (least: number) =>
    Int32Array.from({ length: count }, () => least + below(TABLES.parties.length - least));
  return {
    day: days,
    from: Uint8Array.from({ length: count }, () => (below(3) > 0 ? 0 : below(TABLES.countries.length))),
    to: Uint8Array.from({ length: count }, () => below(below(2) ? USUAL.length : TABLES.countries.length)),
    exporter: party(-1),
    consignee: party(0),
    endUser: Int32Array.from({ length: count }, () => (below(3) > 0 ? -1 : below(TABLES.parties.length))),
    forwarder: Int32Array.from({ length: count }, () => (below(3) > 0 ? -1 : below(TABLES.parties.length))),
    goods: Uint16Array.from({ length: count }, () => below(TABLES.goods.length)),
    terms: Uint8Array.from({ length: count }, () => below(TABLES.terms.length)),
    units: Float64Array.from({ length: count }, () =>
      below(20) === 0 ? Number.NaN : 1 + below(below(4) ? 300 : 60_000),
    ),
    parent: Int32Array.from({ length: count }, () => below(TABLES.parents)),
  };
}

function oneByOne(columns: MovementColumns, view: View) {
  const used = new Map<string, number>();
  const licensed = new Map<string, number>();
  return Array.from(columns.day, (on, m) => {
    const at = <T>(table: readonly T[], column: ArrayLike<number>) => table[column[m] as number];
    const optional = (role: 'exporter' | 'endUser' | 'forwarder') => {
      const party = at(TABLES.parties, columns[role]);
      return party === undefined ? {} : { [role]: party };
    };
    const units = columns.units[m] as number;
    const to = at(TABLES.countries, columns.to) as string;
    const year = yearOf(on);
    const parent = `${year} ${columns.parent[m]}`;
    const before = used.get(parent) ?? 0;
    const counted = year >= 2025 && year <= 2027;
    const movement: Movement = {
      ...at(TABLES.goods, columns.goods),
      ...at(TABLES.terms, columns.terms),
      ...(Number.isNaN(units) ? {} : { units }),
      from: at(TABLES.countries, columns.from) as string,
      to,
      ...optional('exporter'),
      consignee: at(TABLES.parties, columns.consignee) as object,
      ...optional('endUser'),
      ...optional('forwarder'),
      history: { parentTppThisYear: before, countryLicensedTpp: counted ? (licensed.get(to) ?? 0) : 0 },
    };
    const { outcome, review, tier, caps } = judge(movement, on, regime, view, catalogue, { couldFlip: false });
    for (const { cap, uses } of caps) {
      if (cap === 'lpp') used.set(parent, before + uses[1]);
      else if (cap.startsWith('country') && counted) licensed.set(to, (licensed.get(to) ?? 0) + uses[1]);
    }
    const worst = Math.max(0, ...caps.map((cap) => ['CERTAIN', 'POSSIBLE', 'NO'].indexOf(cap.fits) + 1));
    return [outcome, review, tier.origin, tier.destination, worst, before];
  });
}

describe('judging by groups', () => {
  for (const view of ['ENFORCED', 'AS_WRITTEN'] as const) {
    it(`gives what judging one by one gives, totals included, ${view}`, () => {
      const columns = randomColumns(6000);
      const many = judgeMany(columns, TABLES, regime, view, catalogue);
      const tier = (number: number | undefined) => (number === 255 ? 'UNKNOWN' : number);
      const found = Array.from(columns.day, (_, m) => [
        OUTCOMES[many.outcome[m] as number],
        REVIEWS[many.review[m] as number],
        tier(many.tierFrom[m]),
        tier(many.tierTo[m]),
        many.cap[m],
        many.parentTppBefore[m],
      ]);
      expect(found).toEqual(oneByOne(columns, view));
      expect(many.groups).toBeLessThan(columns.day.length);
    });
  }

  it('refuses days that run backwards', () => {
    const columns = randomColumns(10);
    const day = columns.day.toReversed();
    expect(() => judgeMany({ ...columns, day }, TABLES, regime, 'ENFORCED', catalogue)).toThrow(RangeError);
  });
});
