/** Numbers for the kinds of places, parties, goods and amounts that a law tells apart. */
import type { CountryCode } from '../model/country.js';
import type { Catalogue } from './catalogue.js';
import { compare, numberOf } from './comparison.js';
import { type Bound, type BoundCondition, bind, type Condition } from './condition.js';
import type { Situation } from './facts.js';
import { itemOf } from './item.js';
import type { Law } from './law.js';
import { capsIn, type Leaf, leavesIn } from './mentions.js';
import type { Movement } from './movement.js';
import { HISTORY, type HistoryFact } from './movement.js';
import { BEARS_ON, type Part } from './parts.js';
import { placed, situationOf } from './situation.js';
import { CANNOT_SAY, NO, type Truth, YES } from './truth.js';

interface Limit {
  readonly bound: Bound;
  readonly limit: number;
}

/** What the rules ask of a total before the movement: alone, or together with what the movement adds. */
interface Asking {
  readonly alone: readonly Limit[];
  readonly together: readonly Limit[];
  readonly caps: readonly number[];
}

/**
 * The kinds under one law. Of each place, party and kind of goods only the answers to the tests that some deciding
 * rule makes are kept, of each quantity only on which side of every limit it lies.
 */
export class Signatures {
  private readonly law: Law;
  private readonly catalogue: Catalogue;
  private readonly leaves = new Map<Part, readonly BoundCondition[]>();
  private readonly numbers = new Map<Part, Map<string, number>>();
  private readonly shipment: readonly (Limit & { readonly of: 'units' | 'tpp' })[];
  private readonly history: Readonly<Record<HistoryFact, Asking>>;
  private readonly limits: ReadonlyMap<string, number>;
  private readonly noItem: Situation['item'];

  constructor(law: Law, catalogue: Catalogue) {
    this.law = law;
    this.catalogue = catalogue;
    this.noItem = itemOf({}, catalogue);
    const leaves = leavesIn(law.deciding, law.values);
    for (const [part, facts] of Object.entries(BEARS_ON) as [Part, RegExp][]) {
      const asking = leaves.filter((leaf) => facts.test(factOf(leaf)));
      this.leaves.set(
        part,
        asking.map(({ test, role }) => bind(test, law.values, role)),
      );
    }
    const limits = (fact: string) =>
      leaves.filter((leaf) => factOf(leaf) === fact).flatMap((leaf) => limitOf(leaf, law));
    this.shipment = [
      ...limits('units').map((limit) => ({ ...limit, of: 'units' as const })),
      ...limits('shipmentTpp').map((limit) => ({ ...limit, of: 'tpp' as const })),
    ];
    const caps = [...new Set(law.deciding.flatMap((condition) => capsIn(condition, law.values)))].map(law.values.cap);
    this.limits = new Map(
      caps.flatMap((cap) => {
        const limit = numberOf(cap.limit, law.values);
        return limit === undefined ? [] : [[cap.id, limit] as const];
      }),
    );
    const asking = HISTORY.map((fact): [HistoryFact, Asking] => [
      fact,
      {
        alone: limits(`history.${fact}`),
        together: fact === 'aiaTppToDate' ? limits('aiaTppWithThis') : [],
        caps: caps.flatMap((cap) =>
          cap.used === `history.${fact}` ? (numberOf(cap.limit, law.values) ?? Number.NaN) : [],
        ),
      },
    ]);
    this.history = Object.fromEntries(asking) as Record<HistoryFact, Asking>;
  }

  /** Whether any rule asks for the total. */
  asksFor(fact: HistoryFact): boolean {
    const { alone, together, caps } = this.history[fact];
    return alone.length + together.length + caps.length > 0;
  }

  /** The end of an allowance that some rule asks for; undefined where there is none of that id. */
  limitOf(cap: string): number | undefined {
    return this.limits.get(cap);
  }

  /** Whether any rule asks how much a shipment is. */
  get asksForShipments(): boolean {
    return this.shipment.length > 0;
  }

  /** The kind of one part, from 0; `movement` holds that part and nothing else. Not for amounts, `present`, `within`. */
  kindOf(part: Part, movement: Movement): number {
    const { law } = this;
    const situation =
      part === 'class'
        ? situationOf(movement, law, this.catalogue)
        : placed(movement, part === 'goods' || part === 'origin' ? itemOf(movement, this.catalogue) : this.noItem, law);
    const answers = (this.leaves.get(part) ?? []).map((leaf) => leaf.test(situation)).join('');
    const text = `${this.ownOf(part, situation)} ${answers}`;
    let numbers = this.numbers.get(part);
    if (numbers === undefined) {
      numbers = new Map();
      this.numbers.set(part, numbers);
    }
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    return number;
  }

  /** How the law sees a place. */
  inLaw(place: CountryCode | undefined): CountryCode | undefined {
    return place === undefined ? undefined : this.law.inLaw(place);
  }

  /** The kind of a shipment by how much it is; NaN where unknown. */
  kindOfShipment(units: number, tpp: number): number {
    let kind = (Number.isNaN(units) ? 2 : 0) + (Number.isNaN(tpp) ? 1 : 0);
    for (const { of, bound, limit } of this.shipment) {
      const amount = of === 'units' ? units : tpp;
      kind = kind * 2 + Number(holds(amount, bound, limit));
    }
    return kind;
  }

  /**
   * The kind of a total.
   *
   * @param least NaN where the total is not known
   * @param adds what the movement adds to it, NaN where not known
   */
  kindOfTotal(fact: HistoryFact, least: number, most: number, adds: number, addsMost = adds): number {
    const { alone, together, caps } = this.history[fact];
    let kind = Number.isNaN(least) ? 1 : 0;
    for (const { bound, limit } of alone) {
      kind = kind * 3 + (Number.isNaN(least) ? CANNOT_SAY : compare([least, most], bound, limit));
    }
    for (const { bound, limit } of together) {
      const range = [least + adds, most + addsMost] as const;
      kind = kind * 3 + (Number.isNaN(range[0]) ? CANNOT_SAY : compare(range, bound, limit));
    }
    for (const limit of caps) kind = kind * 8 + kindUnderCap(least, most, adds, addsMost, limit);
    return kind;
  }

  /** What the judge itself reads: the act follows from the places, a claim is a word, goods have a class. */
  private ownOf(part: Part, s: Situation): string {
    switch (part) {
      case 'class':
        return s.classes.join();
      case 'terms':
        return [s.movement.act, s.movement.claimedException, s.movement.countryAssurances].join();
      case 'from':
        return s.from === undefined ? '' : String(s.from === 'US');
      case 'to':
        return s.to === undefined ? '' : String(s.to === 'US');
      case 'endUserSeats':
        return String(s.movement.endUser?.country === undefined);
      default:
        return '';
    }
  }
}

/** Truth of "stays within" and whether it is known how much is added, as capUses and conditions see it. */
function kindUnderCap(least: number, most: number, adds: number, addsMost: number, limit: number): number {
  if (Number.isNaN(adds)) return 3 + (!Number.isNaN(least) && least > limit ? NO : CANNOT_SAY);
  if (Number.isNaN(least)) return adds > limit ? 5 : addsMost > 0 ? 6 : 7;
  const truth: Truth = most + addsMost <= limit ? YES : least + adds > limit ? NO : CANNOT_SAY;
  return truth;
}

function holds(amount: number, bound: Bound, limit: number): boolean {
  return bound === 'atLeast'
    ? amount >= limit
    : bound === 'above'
      ? amount > limit
      : bound === 'atMost'
        ? amount <= limit
        : amount < limit;
}

/** `consignee.headquarters`, `destination`. */
function factOf({ test, role }: Leaf): string {
  const { fact } = test as Extract<Condition, { fact: string }>;
  return role === undefined ? fact : `${role}.${fact}`;
}

function limitOf({ test }: Leaf, law: Law): Limit[] {
  if (!('limit' in test)) return [];
  const limit = numberOf(test.limit, law.values);
  return limit === undefined ? [] : [{ bound: test.op, limit }];
}
