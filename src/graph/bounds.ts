/**
 * The most evidence that can still follow a movement: hop-limited bounds, backwards, level by level.
 *
 * `seen[r][m]` bounds from above every way to end at movement m or to go on from it with at most r more
 * movements, when enough Tier 2 parties stand in the chain already; `needed[r][m]` the same while one more is
 * needed. Ideas: Himmel, Bentert, Nichterlein, Niedermeier, "Efficient computation of optimal temporal walks
 * under waiting-time constraints" (2019); Dibbelt, Pajor, Strasser, Wagner, "Connection Scan Algorithm" (2018).
 *
 * What makes the bound larger than the truth: parties may repeat (all but the immediate return, and at busy
 * parties that too), the goods carried are taken at their best where the paper does not settle them, days fit
 * pair by pair only, through many ties not even that, and at busy parties pair evidence is its best within the dwell
 * bucket.
 */
import { BoundsBuilder } from './bounds-builder.js';
import { type BoundsRoom, NEVER, roomForBounds, unfolded } from './bounds-room.js';
import type { CarriedTables } from './carried.js';
import { crewState, workOff } from './crew.js';
import { type Network, NONE, type Question } from './network.js';

export interface Bounds {
  /** By level 0 … maxMovements − 1, then by movement. `MOST` stands for any amount from there on. */
  readonly seen: readonly Int16Array[];
  /** Empty when no Tier 2 party is asked for. */
  readonly needed: readonly Int16Array[];
  /** By party: the most a route that leaves it can score, without the origin's own bits; NEVER where there is none. */
  readonly startSeen: Int32Array;
  /** The same while one Tier 2 party is needed; empty when none is asked for. */
  readonly startNeeded: Int32Array;
  /** By movement: most sixty-fourths it brings itself, NONE where it cannot stand in a route. */
  readonly movement: Int16Array;
  readonly tables: CarriedTables;
  /** False when the work was aborted: only `movement` and `tables` are there to be read. */
  readonly complete: boolean;
  /** True when only what the question's origins reach was bounded: of no use to a question with other origins. */
  readonly fromOriginsOnly: boolean;
}

export interface BoundsOptions {
  /** By movement as `reachFrom` gives it: bounds only what the question's origins reach. */
  readonly reach?: Uint8Array;
  /** Pairs of movements at one party, for each of its movements, above which it is bounded by window maxima. */
  readonly pairsAtMost?: number;
  /** Ties of a party above which it is bounded without their days. */
  readonly tiesAtMost?: number;
  /** Set element 0 to a non-zero value to stop the work from another thread; see `Bounds.complete`. */
  readonly abort?: Int32Array;
}

/** More ranges than threads, so that a busy party or a busy machine holds up little and an abort is soon seen. */
export const RANGES = 32;

/** Bounds on this thread. */
export function computeBounds(network: Network, question: Question, options: BoundsOptions = {}): Bounds {
  const room = roomForBounds(network, question);
  const builder = new BoundsBuilder(network, question, room, options);
  const state = crewState(builder.phases, RANGES);
  const complete = workOff(state, RANGES, builder.inRanges(RANGES), true, options.abort);
  return boundsIn(room, builder.tables, options, complete);
}

/** The finished room as bounds; what was needed only on the way is left behind. */
export function boundsIn(room: BoundsRoom, tables: CarriedTables, options: BoundsOptions, complete: boolean): Bounds {
  const { seen, needed, movement, startSeen, startNeeded } = room;
  const fromOriginsOnly = options.reach !== undefined;
  return { seen, needed, startSeen, startNeeded, movement, tables, complete, fromOriginsOnly };
}

/**
 * The most that can follow movement `m` with `level` more, NEVER where nothing can; `tier2` counts the Tier 2 parties
 * before its consignee.
 */
export function following(
  { movements }: Network,
  question: Question,
  bounds: Bounds,
  level: number,
  m: number,
  tier2: number,
): number {
  const seen = (bounds.seen[level] as Int16Array)[m] as number;
  if (seen === NONE || bounds.movement[m] === NONE) return NEVER;
  const count = tier2 + (question.tier2[movements.consignee[m] as number] as number);
  if (count >= question.minTier2) return unfolded(seen);
  const needed = (bounds.needed[level] as Int16Array)[m] as number;
  return needed === NONE ? NEVER : unfolded(needed);
}
