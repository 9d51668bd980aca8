/** The arrays bounds are computed in: shared memory, so that several threads can fill them. */
import type { Network, Question } from './network.js';

export interface BoundsRoom {
  /** By level, then by movement; see `Bounds`. */
  readonly seen: readonly Int16Array[];
  readonly needed: readonly Int16Array[];
  readonly movement: Int16Array;
  /** By movement: the highest level at which something may follow it and the bound is wanted; 0 for none. */
  readonly follows: Uint8Array;
  /** By party; see `Bounds`. */
  readonly startSeen: Int32Array;
  readonly startNeeded: Int32Array;
  /** By arrival: floor of 64 · log2 of a lower bound of the sum of fits (1/65,536). Empty without a choice share. */
  readonly choiceFloor: Int16Array;
  /** By party: best departure at the level below, for ties. Empty without ties. */
  readonly tiedSeen: Int32Array;
  readonly tiedNeeded: Int32Array;
}

export function roomForBounds({ movements, ties, weights }: Network, question: Question): BoundsRoom {
  const { count, parties } = movements;
  const levels = question.maxMovements;
  const tied = ties.pairParty.length + ties.circles > 0 ? parties : 0;
  const int16 = (length: number): Int16Array => new Int16Array(new SharedArrayBuffer(length * 2));
  const int32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4));
  return {
    seen: Array.from({ length: levels }, () => int16(count)),
    needed: question.minTier2 > 0 ? Array.from({ length: levels }, () => int16(count)) : [],
    movement: int16(count),
    follows: new Uint8Array(new SharedArrayBuffer(count)),
    startSeen: int32(parties),
    startNeeded: int32(question.minTier2 > 0 ? parties : 0),
    choiceFloor: int16(weights.choice ? count : 0),
    tiedSeen: int32(tied),
    tiedNeeded: int32(tied),
  };
}

/** Stands for this amount or any more in a table of bounds. */
const MOST = 0x7fff;

/** "Not possible" in the whole numbers bounds are computed with. */
export const NEVER = -0x40000000;

/** Whether it is NEVER, also after evidence was added to it. */
export function isNever(bits: number): boolean {
  return bits < NEVER / 2;
}

/** A bound of a table as a number to add to: what was cut off at MOST stays above everything. */
export function unfolded(bits: number): number {
  return bits === MOST ? 0x10000000 : bits;
}

/** A number as a bound of a table, rounded up where it does not fit. */
export function folded(bits: number): number {
  return Math.max(-MOST, Math.min(MOST, bits));
}
