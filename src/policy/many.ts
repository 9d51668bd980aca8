/**
 * Judges movements by the million: those that the rules of a day cannot tell apart are judged once.
 *
 * Of each place, party and kind of goods only the answers to the tests that some rule makes are kept (its signature),
 * of each quantity only on which side of every limit it lies. Movements alike in all that are one group.
 */
import type { CountryCode } from '../model/country.js';
import { type Day, yearOf } from '../model/day.js';
import { capUses } from './caps.js';
import type { Catalogue } from './catalogue.js';
import { type BoundCondition, bind, type Condition } from './condition.js';
import { decide } from './decide.js';
import { itemOf } from './item.js';
import { OUTCOMES, REVIEWS, type Tier, type View } from './judgement.js';
import type { Law } from './law.js';
import { capsIn, type Leaf, leavesIn, mentionsIn } from './mentions.js';
import type { Movement, MovementParty } from './movement.js';
import type { Regime } from './regime.js';
import { situationOf } from './situation.js';
import { tierIn } from './tiers.js';

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

/** What a group comes to, and which totals each of its movements adds to. */
interface Verdict {
  readonly outcome: number;
  readonly review: number;
  readonly tierFrom: number;
  readonly tierTo: number;
  readonly cap: number;
  readonly addsTo: { readonly lpp: boolean; readonly country: boolean };
}

/** The parts of a movement, and the facts that each bears on, its defaults included. */
const PARTS = {
  from: /^(from|act|item\.subjectToEar)$/,
  to: /^(to|act|destination|countryAssurances)$/,
  papers: /^(item\..*|endUse|claimedException|certifications|countryAssurances)$/,
  exporter: /^exporter\./,
  consignee: /^(consignee|endUser)\./,
  endUser: /^(endUser\..*|destination|countryAssurances)$/,
  forwarder: /^forwarder\./,
} as const;
type Part = keyof typeof PARTS;

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
    const country = year >= 2025 && year <= 2027 ? (licensed[to[m] as number] as number) : 0;
    const verdict = range.verdictOf(m, tpp, before, country);
    if (verdict.addsTo.lpp && tpp > 0) used[parent[m] as number] = before + tpp;
    if (verdict.addsTo.country && tpp > 0 && year >= 2025 && year <= 2027) licensed[to[m] as number] = country + tpp;
    result.outcome[m] = verdict.outcome;
    result.review[m] = verdict.review;
    result.tierFrom[m] = verdict.tierFrom;
    result.tierTo[m] = verdict.tierTo;
    result.cap[m] = verdict.cap;
    result.parentTppBefore[m] = before;
    if (range.grown) groups++;
  }
  return { ...result, groups };
}

/** `consignee.headquarters`, `destination`. */
function factOf({ test, role }: Leaf): string {
  const { fact } = test as Extract<Condition, { fact: string }>;
  return role === undefined ? fact : `${role}.${fact}`;
}

/** Signatures and verdicts while the law stands still. */
class Range {
  /** Whether the last answer opened a group. */
  grown = false;
  private readonly leaves: Readonly<Record<Part, readonly BoundCondition[]>>;
  private readonly limits: readonly number[];
  private readonly caps: readonly (readonly [limit: number, of: 'parent' | 'country'])[];
  private readonly signatures = new Map<string, number>();
  private readonly verdicts = new Map<number, Verdict>();
  private readonly partiesTogether = new Map<number, number>();
  private readonly places: Int32Array;
  private readonly destinations: Int32Array;
  private readonly inLaw: readonly CountryCode[];
  private readonly roles: Readonly<Record<'exporter' | 'consignee' | 'endUser' | 'forwarder', Int32Array>>;
  private readonly papers: Int32Array;

  constructor(
    private readonly law: Law,
    private readonly columns: MovementColumns,
    private readonly tables: MovementTables,
    private readonly catalogue: Catalogue,
  ) {
    const { countries, parties, goods, terms } = tables;
    const leaves = leavesIn(law.deciding, law.values);
    const asking = (part: Part) =>
      leaves.filter((leaf) => PARTS[part].test(factOf(leaf))).map(({ test, role }) => bind(test, law.values, role));
    this.leaves = {
      from: asking('from'),
      to: asking('to'),
      papers: asking('papers'),
      exporter: asking('exporter'),
      consignee: asking('consignee'),
      endUser: asking('endUser'),
      forwarder: asking('forwarder'),
    };
    this.limits = [...(mentionsIn(law.deciding, law.values).get('shipmentTpp')?.limits ?? [])];
    const asked = new Set(law.deciding.flatMap((condition) => capsIn(condition, law.values)));
    this.caps = [...asked].flatMap((name) => {
      const { limit: ref } = law.values.cap(name);
      const limit = typeof ref === 'number' ? ref : law.values.number(ref);
      const of = name === LPP ? ('parent' as const) : COUNTRY.test(name) ? ('country' as const) : undefined;
      return limit === undefined || of === undefined ? [] : [[limit, of] as const];
    });
    const unknown = (length: number) => new Int32Array(length).fill(-1);
    this.places = unknown(countries.length);
    this.destinations = unknown(countries.length);
    this.inLaw = countries.map((country) => law.inLaw(country));
    this.roles = {
      exporter: unknown(parties.length),
      consignee: unknown(parties.length),
      endUser: unknown(parties.length),
      forwarder: unknown(parties.length),
    };
    this.papers = unknown(goods.length * terms.length);
  }

  verdictOf(m: number, tpp: number, before: number, country: number): Verdict {
    const key = this.keyOf(m, tpp, before, country);
    const known = this.verdicts.get(key);
    this.grown = known === undefined;
    if (known !== undefined) return known;
    const verdict = this.judge(m, before, country);
    this.verdicts.set(key, verdict);
    return verdict;
  }

  /** Alike for movements that no rule tells apart. */
  private keyOf(m: number, tpp: number, before: number, country: number): number {
    const { columns: c, tables: t } = this;
    const from = c.from[m] as number;
    const to = c.to[m] as number;
    const parties =
      ((this.party('exporter', c.exporter[m] as number) * 1024 + this.party('consignee', c.consignee[m] as number)) *
        1024 +
        this.party('endUser', c.endUser[m] as number)) *
        1024 +
      this.party('forwarder', c.forwarder[m] as number);
    let together = this.partiesTogether.get(parties);
    if (together === undefined) {
      together = this.partiesTogether.size;
      this.partiesTogether.set(parties, together);
    }
    const paper = (c.goods[m] as number) * t.terms.length + (c.terms[m] as number);
    const start = this.known('from', this.places, from, () => ({ from: t.countries[from] as CountryCode }));
    const end = this.known('to', this.destinations, to, () => ({ to: t.countries[to] as CountryCode }));
    const papers = this.known('papers', this.papers, paper, () => ({
      ...t.goods[c.goods[m] as number],
      ...t.terms[c.terms[m] as number],
    }));
    const isWithin = this.inLaw[from] === this.inLaw[to] ? 1 : 0;
    let bucket = Number.isNaN(tpp) ? 1 : 0;
    for (const limit of this.limits) bucket = bucket * 3 + (tpp > limit ? 2 : tpp === limit ? 1 : 0);
    for (const [limit, of] of this.caps) {
      const total = of === 'parent' ? before : country;
      // What is used before counts by itself where the quantity is not known.
      bucket = bucket * 3 + (total + tpp <= limit ? 0 : total <= limit ? 1 : 2);
    }
    return (((together * 1024 + start) * 1024 + end) * 2 + isWithin) * 1024 * 1024 + papers * 1024 + bucket;
  }

  private party(role: 'exporter' | 'consignee' | 'endUser' | 'forwarder', number: number): number {
    if (number < 0) return 0;
    return this.known(role, this.roles[role], number, () => ({ [role]: this.tables.parties[number] })) + 1;
  }

  private known(part: Part, table: Int32Array, place: number, movement: () => Movement): number {
    let signature = table[place] as number;
    if (signature < 0) {
      signature = this.signatureOf(part, movement());
      table[place] = signature;
    }
    return signature;
  }

  /** A number for the answers that this part of a movement gives to every test of every rule. */
  private signatureOf(part: Part, movement: Movement): number {
    const { law } = this;
    const situation = situationOf(movement, law, this.catalogue);
    const { from, to, destination } = situation;
    // What the judge itself reads: the act follows from the places, the tiers are told.
    const own =
      part === 'from'
        ? [from === 'US', tierIn(from, law)]
        : part === 'to'
          ? [to === 'US', tierIn(destination, law)]
          : part === 'endUser'
            ? [movement.endUser?.country === undefined, tierIn(destination, law)]
            : [movement.claimedException, ...(part === 'papers' ? situation.classes : [])];
    const text = `${part} ${own.join()} ${this.leaves[part].map((leaf) => leaf.test(situation)).join('')}`;
    let number = this.signatures.get(text);
    if (number === undefined) {
      number = this.signatures.size;
      if (number >= 1000) throw new RangeError('more than a thousand kinds of places, parties and goods on one day');
      this.signatures.set(text, number);
    }
    return number;
  }

  private judge(m: number, before: number, country: number): Verdict {
    const { columns: c, tables: t, law } = this;
    const of = (number: number | undefined) => t.parties[number ?? -1];
    const [exporter, consignee, endUser, forwarder] = [c.exporter[m], c.consignee[m], c.endUser[m], c.forwarder[m]].map(
      of,
    );
    const units = c.units[m] as number;
    const movement: Movement = {
      ...t.goods[c.goods[m] as number],
      ...t.terms[c.terms[m] as number],
      ...(Number.isNaN(units) ? {} : { units }),
      from: t.countries[c.from[m] as number] as CountryCode,
      to: t.countries[c.to[m] as number] as CountryCode,
      ...(exporter === undefined ? {} : { exporter }),
      ...(consignee === undefined ? {} : { consignee }),
      ...(endUser === undefined ? {} : { endUser }),
      ...(forwarder === undefined ? {} : { forwarder }),
      history: { parentTppThisYear: before, countryLicensedTpp: country },
    };
    const situation = situationOf(movement, law, this.catalogue);
    const decision = decide(situation, law);
    const caps = capUses(situation, law, decision);
    const uses = (is: (cap: string) => boolean) => caps.some((cap) => is(cap.cap) && cap.uses[1] > 0);
    const tier = (one: Tier) => (one === 'UNKNOWN' ? UNKNOWN : one);
    return {
      outcome: OUTCOMES.indexOf(decision.outcome),
      review: decision.review === undefined ? UNKNOWN : REVIEWS.indexOf(decision.review),
      tierFrom: tier(tierIn(situation.from, law)),
      tierTo: tier(tierIn(situation.destination, law)),
      cap: Math.max(0, ...caps.map((cap) => FITS[cap.fits])),
      addsTo: { lpp: uses((cap) => cap === LPP), country: uses((cap) => COUNTRY.test(cap)) },
    };
  }
}
