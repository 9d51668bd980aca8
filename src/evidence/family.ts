/** One family inside one carrier: which flags fire, and what they add up to. */
import type { CarrierKind, Evidence, Finding, Flag, Weight } from './flag.js';
import { PREDICATES } from './flags/all.js';
import type { Family, SituationOf } from './situations.js';

/** Flags of a family speak of the same thing: each but the strongest counts this part of its weight. */
const FURTHER_IN_FAMILY = 4;

/** A flag that fires. Amounts in sixty-fourths; `fullBits` before the discount, `bits` after. */
export interface Fired {
  readonly flag: Flag;
  readonly bits: number;
  readonly fullBits: number;
  /** What its predicate saw. */
  readonly situation: object;
}

/** A flag whose facts are missing, with the sixty-fourths it could add or take (neither negative). */
export interface Missing {
  readonly flag: Flag;
  readonly mightAdd: number;
  readonly mightTake: number;
  /** Its least amount were it alone in its family; not positive. */
  readonly least: number;
  readonly situation: object;
}

/** Sixty-fourths. `low` and `high` bound what the sum could be if every flag that lacks facts were decided. */
export interface Weighing {
  readonly bits: number;
  readonly low: number;
  readonly high: number;
  /** Strongest first within a family. */
  readonly parts: readonly Fired[];
  readonly missing: readonly Missing[];
}

/**
 * Asks every flag of the family that is on and belongs to the carrier.
 *
 * The strongest by absolute amount, then by id, counts in full, each further one a quarter, rounded to 1/64
 * towards zero. `probability` scales every amount first (law and endings: that the goods are controlled).
 */
export function weighFamily<F extends Family>(
  evidence: Evidence,
  carrier: CarrierKind,
  family: F,
  situation: SituationOf[F],
  probability = 1,
): Weighing {
  const predicates = PREDICATES[family];
  const fired: { flag: Flag; amount: number }[] = [];
  const unknown: Flag[] = [];
  for (const flag of evidence.byFamily[family]) {
    if (!flag.carriers.includes(carrier)) continue;
    const finding = predicates[flag.id]?.find(situation);
    if (finding === undefined) {
      unknown.push(flag);
    } else if (finding !== false) {
      const amount = scale(amountOf(flag.weight, finding), probability);
      if (amount !== 0) fired.push({ flag, amount });
    }
  }
  if (fired.length > 1) fired.sort(strongestFirst);
  return new FamilyWeighing(fired, unknown, probability, situation);
}

/** The sum of weighings that share no family. */
export function sumOf(weighings: readonly Weighing[]): Weighing {
  return new SumOfWeighings(weighings);
}

/** Tables take the bits of many situations and explain few: what only an explanation needs is made when asked for. */
class FamilyWeighing implements Weighing {
  readonly bits: number;
  readonly #fired: readonly { readonly flag: Flag; readonly amount: number }[];
  readonly #unknown: readonly Flag[];
  readonly #probability: number;
  readonly #situation: object;

  /** `fired` strongest first. */
  constructor(
    fired: readonly { flag: Flag; amount: number }[],
    unknown: readonly Flag[],
    probability: number,
    situation: object,
  ) {
    this.bits = discountedSum(fired);
    this.#fired = fired;
    this.#unknown = unknown;
    this.#probability = probability;
    this.#situation = situation;
  }

  // Adding a positive amount to a family never lowers its sum, nor a negative one raises it.
  get low(): number {
    return discountedSum([...this.#fired, ...this.#bounds().map(({ flag, least }) => ({ flag, amount: least }))]);
  }

  get high(): number {
    return discountedSum([...this.#fired, ...this.#bounds().map(({ flag, most }) => ({ flag, amount: most }))]);
  }

  get parts(): readonly Fired[] {
    return this.#fired.map(({ flag, amount }, i) => {
      return { flag, bits: i === 0 ? amount : quarter(amount), fullBits: amount, situation: this.#situation };
    });
  }

  get missing(): readonly Missing[] {
    return this.#bounds().map(({ flag, most, least }) => ({
      flag,
      mightAdd: discountedSum([...this.#fired, { flag, amount: most }]) - this.bits,
      mightTake: this.bits - discountedSum([...this.#fired, { flag, amount: least }]),
      least,
      situation: this.#situation,
    }));
  }

  /** The most and the least each undecided flag could bring alone; those that could bring nothing left out. */
  #bounds(): readonly { flag: Flag; most: number; least: number }[] {
    return this.#unknown
      .map((flag) => {
        const weights = typeof flag.weight === 'object' ? Object.values(flag.weight) : [Number(flag.weight)];
        const most = scale(Math.max(0, ...weights), this.#probability);
        return { flag, most, least: scale(Math.min(0, ...weights), this.#probability) };
      })
      .filter(({ most, least }) => most !== 0 || least !== 0);
  }
}

class SumOfWeighings implements Weighing {
  readonly bits: number;
  readonly #weighings: readonly Weighing[];

  constructor(weighings: readonly Weighing[]) {
    this.bits = weighings.reduce((sum, { bits }) => sum + bits, 0);
    this.#weighings = weighings;
  }

  get low(): number {
    return this.#weighings.reduce((sum, { low }) => sum + low, 0);
  }

  get high(): number {
    return this.#weighings.reduce((sum, { high }) => sum + high, 0);
  }

  get parts(): readonly Fired[] {
    return this.#weighings.flatMap(({ parts }) => parts);
  }

  get missing(): readonly Missing[] {
    return this.#weighings.flatMap(({ missing }) => missing);
  }
}

/** An amount of one flag, in sixty-fourths. */
export interface Amount {
  readonly flag: { readonly id: string };
  readonly amount: number;
}

/** What amounts of one family add up to, in any order: the strongest in full, a quarter of each other. */
export function discountedSum(amounts: readonly Amount[]): number {
  let strongest: Amount | undefined;
  let sum = 0;
  for (const one of amounts) {
    sum += quarter(one.amount);
    if (strongest === undefined || strongestFirst(one, strongest) < 0) strongest = one;
  }
  return strongest === undefined ? 0 : sum - quarter(strongest.amount) + strongest.amount;
}

/** By absolute amount, then by flag id. */
function strongestFirst(a: Amount, b: Amount): number {
  return Math.abs(b.amount) - Math.abs(a.amount) || (a.flag.id < b.flag.id ? -1 : 1);
}

function quarter(amount: number): number {
  return Math.trunc(amount / FURTHER_IN_FAMILY) + 0;
}

function scale(amount: number, probability: number): number {
  return Math.trunc(amount * probability) + 0;
}

function amountOf(weight: Weight, finding: Finding): number {
  if (typeof finding === 'number') return finding;
  if (typeof weight === 'number') return weight;
  const amount = typeof weight === 'object' && typeof finding === 'string' ? weight[finding] : undefined;
  if (amount === undefined) throw new Error(`no weight for grade ${String(finding)}`);
  return amount;
}
