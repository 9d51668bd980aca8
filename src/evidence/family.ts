/** One family inside one carrier: which flags fire, and what they add up to. */
import type { CarrierKind, Evidence, Finding, Flag, Weight } from './flag.js';
import { PREDICATES } from './flags/all.js';
import type { Family, SituationOf } from './situations.js';

/** Flags of a family speak of the same thing: each but the strongest counts this part of its weight. */
const FURTHER_IN_FAMILY = 4;

/** A flag that fires. Amounts in sixty-fourths; `fullBits` before the discount, `bits` after. */
export interface Fired {
  readonly flag: Flag;
  readonly finding: Finding;
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
  readonly situation: object;
}

/** Sixty-fourths. `low` and `high` bound what the sum could be if every missing fact were known. */
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
  const fired: { flag: Flag; finding: Finding; amount: number }[] = [];
  const unknown: { flag: Flag; most: number; least: number }[] = [];
  for (const flag of evidence.byFamily[family]) {
    if (!flag.carriers.includes(carrier)) continue;
    const finding = predicates[flag.id]?.find(situation);
    if (finding === undefined) {
      const amounts = typeof flag.weight === 'object' ? Object.values(flag.weight) : [Number(flag.weight)];
      const most = scale(Math.max(0, ...amounts), probability);
      const least = scale(Math.min(0, ...amounts), probability);
      if (most !== 0 || least !== 0) unknown.push({ flag, most, least });
    } else if (finding !== false) {
      const amount = scale(amountOf(flag.weight, finding), probability);
      if (amount !== 0) fired.push({ flag, finding, amount });
    }
  }
  fired.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.flag.id < b.flag.id ? -1 : 1));
  const parts = fired.map(({ flag, finding, amount }, i) => ({
    flag,
    finding,
    bits: i === 0 ? amount : quarter(amount),
    fullBits: amount,
    situation,
  }));
  const known = fired.map(({ amount }) => amount);
  const bits = discountedSum(known);
  return {
    bits,
    // Adding a positive amount to a family never lowers its sum, nor a negative one raises it.
    low: discountedSum([...known, ...unknown.map(({ least }) => least)]),
    high: discountedSum([...known, ...unknown.map(({ most }) => most)]),
    parts,
    missing: unknown.map(({ flag, most, least }) => ({
      flag,
      mightAdd: discountedSum([...known, most]) - bits,
      mightTake: bits - discountedSum([...known, least]),
      situation,
    })),
  };
}

/** The sum of weighings that share no family. */
export function sumOf(weighings: readonly Weighing[]): Weighing {
  return {
    bits: weighings.reduce((sum, { bits }) => sum + bits, 0),
    low: weighings.reduce((sum, { low }) => sum + low, 0),
    high: weighings.reduce((sum, { high }) => sum + high, 0),
    parts: weighings.flatMap(({ parts }) => parts),
    missing: weighings.flatMap(({ missing }) => missing),
  };
}

/** What amounts of one family add up to, in any order: the strongest in full, a quarter of each other. */
export function discountedSum(amounts: readonly number[]): number {
  let strongest = 0;
  let sum = 0;
  for (const amount of amounts) {
    sum += quarter(amount);
    if (Math.abs(amount) > Math.abs(strongest)) strongest = amount;
  }
  return sum - quarter(strongest) + strongest;
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
