/** Bounds on several threads over shared memory. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Bounds, type BoundsOptions, boundsIn, computeBounds, RANGES } from './bounds.js';
import { BoundsBuilder } from './bounds-builder.js';
import { type BoundsRoom, roomForBounds } from './bounds-room.js';
import { type CrewState, crewState, workOff } from './crew.js';
import type { Network, Question } from './network.js';

/** What a helping thread is given. */
export interface BoundsTask {
  readonly network: Network;
  readonly question: Question;
  readonly room: BoundsRoom;
  readonly options: BoundsOptions;
  readonly state: CrewState;
}

/** Below this many movements a thread takes longer to start than to help. */
const WORTH_A_THREAD = 1_000_000;

/**
 * The same bounds as `computeBounds`, number for number, by this thread and `threads` − 1 helpers; blocks until done.
 *
 * A helper that never starts or dies costs time and nothing else. Columns that are not in shared memory are copied
 * for each helper.
 */
export function computeBoundsParallel(
  network: Network,
  question: Question,
  threads: number,
  options: BoundsOptions = {},
): Bounds {
  const script = fileURLToPath(new URL('./bounds-worker.js', import.meta.url));
  const worth = Math.min(threads, Math.floor((2 * network.movements.count) / WORTH_A_THREAD));
  if (worth < 2 || !existsSync(script)) return computeBounds(network, question, options);
  return computeWithHelpers(network, question, worth, options, script);
}

function computeWithHelpers(
  network: Network,
  question: Question,
  threads: number,
  options: BoundsOptions,
  script: string,
): Bounds {
  const room = roomForBounds(network, question);
  const builder = new BoundsBuilder(network, question, room, options);
  const state = crewState(builder.phases, RANGES);
  const workerData: BoundsTask = { network, question, room, options, state };
  for (let i = 1; i < threads; i++) {
    const helper = new Worker(script, { workerData });
    // Whatever happens to a helper, its ranges are done again here.
    helper.on('error', () => undefined);
    helper.unref();
  }
  const complete = workOff(state, RANGES, builder.inRanges(RANGES), true, options.abort);
  return boundsIn(room, builder.tables, options, complete);
}

/** A helper's whole life. */
export function helpWithBounds({ network, question, room, options, state }: BoundsTask): void {
  const builder = new BoundsBuilder(network, question, room, options);
  workOff(state, RANGES, builder.inRanges(RANGES), false, options.abort);
}
