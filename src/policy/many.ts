/** Judges movements by the million: those that the rules of a day cannot tell apart are judged once (groups.ts). */
import type { CountryCode } from '../model/country.js';
import { type Day, yearOf } from '../model/day.js';
import type { Catalogue } from './catalogue.js';
import { type Asked, Groups } from './groups.js';
import { itemOf } from './item.js';
import { OUTCOMES, REVIEWS, type View } from './judgement.js';
import type { Law } from './law.js';
import type { HistoryFact, Movement, MovementParty } from './movement.js';
import type { Part } from './parts.js';
import type { Regime } from './regime.js';
import { Signatures } from './signatures.js';
import { tierIn } from './tiers.js';
import type { Verdict } from './verdict.js';

/** Columns of one length, in order of departure; numbers are places in the tables, -1 is none. */
export interface MovementColumns {
  readonly day: Int32Array;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly exporter: Int32Array;
  readonly consignee: Int32Array;
  readonly endUser: Int32Array;
  readonly forwarder: Int32Array;
  readonly goods: Uint16Array;
  readonly terms: Uint8Array;
  readonly units: Float64Array;
  /** Ultimate parent of the consignee, from 0. */
  readonly parent: Int32Array;
}

export interface MovementTables {
  readonly countries: readonly CountryCode[];
  readonly parties: readonly MovementParty[];
  readonly goods: readonly Pick<Movement, 'product' | 'item'>[];
  readonly terms: readonly Pick<Movement, 'endUse' | 'claimedException' | 'certifications' | 'countryAssurances'>[];
  /** How many ultimate parents there are. */
  readonly parents: number;
}

/** Thirteen bytes a movement. */
export interface JudgedColumns {
  /** Place in `OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** Place in `REVIEWS`; 255 where none applies. */
  readonly review: Uint8Array;
  /** 0 to 3; 255 is unknown. */
  readonly tierFrom: Uint8Array;
  readonly tierTo: Uint8Array;
  /** The worst of the caps asked about: 0 none, 1 fits, 2 may fit, 3 does not. */
  readonly cap: Uint8Array;
  /** TPP that the ultimate parent had used of its allowance this calendar year before the movement. */
  readonly parentTppBefore: Float64Array;
  /** How many different situations were judged. */
  readonly groups: number;
}

/** Ids of the caps whose totals are kept here. */
const LPP = 'lpp';
const COUNTRY = /^country-allocation/;
const FITS = { CERTAIN: 1, POSSIBLE: 2, NO: 3 } as const;
const UNKNOWN = 255;

/**
 * The same as judging one by one with the totals before each movement: what an ultimate parent used of LPP in the
 * calendar year, and what a country was licensed since 2025. No assumptions are filled in.
 *
 * @throws RangeError if the days do not ascend.
 */
export function judgeMany(
  columns: MovementColumns,
  tables: MovementTables,
  regime: Regime,
  view: View,
  catalogue: Catalogue,
): JudgedColumns {
  const { day, to, goods, units, parent } = columns;
  const count = day.length;
  const result = {
    outcome: new Uint8Array(count).fill(OUTCOMES.indexOf('UNKNOWN')),
    review: new Uint8Array(count).fill(UNKNOWN),
    tierFrom: new Uint8Array(count).fill(UNKNOWN),
    tierTo: new Uint8Array(count).fill(UNKNOWN),
    cap: new Uint8Array(count),
    parentTppBefore: new Float64Array(count),
  };
  const pieceTpp = Float64Array.from(tables.goods, (one) => itemOf(one, catalogue).pieceTpp ?? Number.NaN);
  const used = new Float64Array(tables.parents);
  const licensed = new Float64Array(tables.countries.length);
  let groups = 0;
  let year = Number.NaN;
  let range: Range | undefined;
  let endOfRange = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < count; m++) {
    const on = day[m] as Day;
    if (m > 0 && on < (day[m - 1] as Day)) throw new RangeError(`movement ${m} departs before the one ahead of it`);
    if (on >= endOfRange) {
      endOfRange = regime.changeDays.find((change) => change > on) ?? Number.POSITIVE_INFINITY;
      const law = regime.lawOn(on, view);
      groups += range?.groups ?? 0;
      range = law && new Range(law, columns, tables, catalogue);
    }
    // Dates are looked up once a day.
    if (m === 0 || on !== day[m - 1]) {
      const now = yearOf(on);
      if (now !== year) used.fill(0);
      year = now;
    }
    if (range === undefined) continue;
    const tpp = (units[m] as number) * (pieceTpp[goods[m] as number] as number);
    const before = used[parent[m] as number] as number;
    const isCounted = year >= 2025 && year <= 2027;
    const country = isCounted ? (licensed[to[m] as number] as number) : 0;
    const { outcome, review, cap, addsToLpp, addsToCountry } = range.judge(m, tpp, before, country);
    if (addsToLpp && tpp > 0) used[parent[m] as number] = before + tpp;
    if (addsToCountry && isCounted && tpp > 0) licensed[to[m] as number] = country + tpp;
    result.outcome[m] = outcome;
    result.review[m] = review;
    result.tierFrom[m] = range.tierFrom(m);
    result.tierTo[m] = range.tierTo(m);
    result.cap[m] = cap;
    result.parentTppBefore[m] = before;
  }
  groups += range?.groups ?? 0;
  return { ...result, groups };
}

/** What a verdict comes to in the columns. */
interface Coded {
  readonly outcome: number;
  readonly review: number;
  readonly cap: number;
  readonly addsToLpp: boolean;
  readonly addsToCountry: boolean;
}

const ROLES = ['exporter', 'consignee', 'endUser', 'forwarder'] as const;
type Role = (typeof ROLES)[number];

/** The kinds of one part, by one more than the place in the column's table; -1 where not yet asked, 0 for none. */
interface KindTable {
  readonly column: ArrayLike<number>;
  readonly kinds: Int32Array;
}

/** The movements of a stretch in which the law stands still. Asked for one movement at a time, it answers by tables. */
class Range implements Asked {
  private readonly law: Law;
  private readonly columns: MovementColumns;
  private readonly tables: MovementTables;
  private readonly signatures: Signatures;
  private readonly all: Groups;
  private readonly coded = new Map<Verdict, Coded>();
  private readonly byPlace: Readonly<Partial<Record<Part, KindTable>>>;
  private readonly items: Readonly<Record<'class' | 'origin' | 'goods', KindTable>>;
  private readonly tiers: Uint8Array;
  private readonly partyTiers: Uint8Array;
  private readonly inLaw: readonly CountryCode[];
  private m = 0;
  private tpp = 0;
  private before = 0;
  private country = 0;

  constructor(law: Law, columns: MovementColumns, tables: MovementTables, catalogue: Catalogue) {
    this.law = law;
    this.columns = columns;
    this.tables = tables;
    this.signatures = new Signatures(law, catalogue);
    this.all = new Groups(law, catalogue);
    const { countries, parties, goods, terms } = tables;
    const kinds = (column: ArrayLike<number>, length: number): KindTable => {
      const table = { column, kinds: new Int32Array(length + 1).fill(-1) };
      table.kinds[0] = 0;
      return table;
    };
    const ofParties = (role: Role) => [
      [`${role}Seats`, kinds(columns[role], parties.length)],
      [`${role}Standing`, kinds(columns[role], parties.length)],
    ];
    this.byPlace = Object.fromEntries([
      ['terms', kinds(columns.terms, terms.length)],
      ['from', kinds(columns.from, countries.length)],
      ['to', kinds(columns.to, countries.length)],
      ...ROLES.flatMap(ofParties),
    ]);
    const item = () => kinds(columns.goods, goods.length * terms.length);
    this.items = { class: item(), origin: item(), goods: item() };
    this.inLaw = tables.countries.map((country) => law.inLaw(country));
    this.tiers = Uint8Array.from(tables.countries, (country) => this.tier(country));
    this.partyTiers = Uint8Array.from(tables.parties, ({ country }) =>
      country === undefined ? NO_PLACE : this.tier(country),
    );
  }

  get groups(): number {
    return this.all.count;
  }

  judge(m: number, tpp: number, before: number, country: number): Coded {
    this.m = m;
    this.tpp = tpp;
    this.before = before;
    this.country = country;
    const verdict = this.all.verdictOf(this);
    let coded = this.coded.get(verdict);
    if (coded === undefined) {
      coded = codedOf(verdict);
      this.coded.set(verdict, coded);
    }
    return coded;
  }

  tierFrom(m: number): number {
    return this.tiers[this.columns.from[m] as number] as number;
  }

  /** Of the end user's place, else of where it arrives. */
  tierTo(m: number): number {
    const endUser = this.columns.endUser[m] as number;
    const tier = endUser < 0 ? NO_PLACE : (this.partyTiers[endUser] as number);
    return tier === NO_PLACE ? (this.tiers[this.columns.to[m] as number] as number) : tier;
  }

  kindOf(part: Part): number {
    const table = this.byPlace[part];
    if (table !== undefined) {
      const place = (table.column[this.m] as number) + 1;
      const kind = table.kinds[place] as number;
      return kind < 0 ? this.ask(part, table, place) : kind;
    }
    const { columns: c, tables: t, m } = this;
    switch (part) {
      case 'class':
      case 'origin':
      case 'goods': {
        const table = this.items[part];
        const place = (c.goods[m] as number) * t.terms.length + (c.terms[m] as number) + 1;
        const kind = table.kinds[place] as number;
        return kind < 0 ? this.ask(part, table, place) : kind;
      }
      case 'within':
        return this.inLaw[c.from[m] as number] === this.inLaw[c.to[m] as number] ? 1 : 0;
      case 'present':
        return (
          Number((c.exporter[m] as number) >= 0) +
          2 * Number((c.consignee[m] as number) >= 0) +
          4 * Number((c.endUser[m] as number) >= 0) +
          8 * Number((c.forwarder[m] as number) >= 0)
        );
      case 'shipment':
        return this.signatures.kindOfShipment(c.units[m] as number, this.tpp);
      case 'parentTppThisYear':
        return this.signatures.kindOfTotal(part, this.before, this.before, this.tpp);
      case 'countryLicensedTpp':
        return this.signatures.kindOfTotal(part, this.country, this.country, this.tpp);
      default:
        return this.signatures.kindOfTotal(part as HistoryFact, Number.NaN, Number.NaN, this.tpp);
    }
  }

  movement(): Movement {
    const { columns: c, tables: t, m } = this;
    const units = c.units[m] as number;
    const party = (place: number | undefined) => t.parties[place as number];
    return {
      ...t.goods[c.goods[m] as number],
      ...t.terms[c.terms[m] as number],
      units: Number.isNaN(units) ? undefined : units,
      from: t.countries[c.from[m] as number],
      to: t.countries[c.to[m] as number],
      exporter: party(c.exporter[m]),
      consignee: party(c.consignee[m]),
      endUser: party(c.endUser[m]),
      forwarder: party(c.forwarder[m]),
      history: { parentTppThisYear: this.before, countryLicensedTpp: this.country },
    } as Movement;
  }

  private ask(part: Part, table: KindTable, place: number): number {
    const kind = this.signatures.kindOf(part, this.alone(part, place - 1)) + 1;
    table.kinds[place] = kind;
    return kind;
  }

  /** The movement that holds that part and nothing else. */
  private alone(part: Part, place: number): Movement {
    const { countries, goods, terms, parties } = this.tables;
    if (part === 'goods' || part === 'class' || part === 'origin')
      return { ...goods[Math.floor(place / terms.length)], ...terms[place % terms.length] };
    if (part === 'terms') return terms[place] as Movement;
    if (part === 'from' || part === 'to') return { [part]: countries[place] };
    return { [part.replace(/Seats|Standing/, '') as Role]: parties[place] };
  }

  private tier(country: CountryCode): number {
    const tier = tierIn(country, this.law);
    return tier === 'UNKNOWN' ? UNKNOWN : tier;
  }
}

/** A party of no known place, in a table of tiers. */
const NO_PLACE = 254;

function codedOf({ outcome, review, caps, draws }: Verdict): Coded {
  return {
    outcome: OUTCOMES.indexOf(outcome),
    review: review === undefined ? UNKNOWN : REVIEWS.indexOf(review),
    cap: Math.max(0, ...caps.map((fits) => FITS[fits])),
    addsToLpp: draws.some(({ on }) => on === LPP),
    addsToCountry: outcome === 'LICENCE_REQUIRED' && draws.some(({ on }) => COUNTRY.test(on)),
  };
}
