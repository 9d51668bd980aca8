/** Work in phases, shared by threads that take range after range until none is left. */

/** Where the crew of a task stands, in shared memory: the next ticket, how many are done, and which. */
export interface CrewState {
  readonly counters: Int32Array;
  readonly done: Int32Array;
}

const NEXT = 0;
const DONE = 1;

/** How long to wait for another's range before doing it again: its thread may have died. */
const PATIENCE_MS = 2000;

/** How often a waiting thread looks whether the work was aborted. */
const LOOK_EVERY_MS = 50;

export function crewState(phases: number, ranges: number): CrewState {
  return {
    counters: new Int32Array(new SharedArrayBuffer(8)),
    done: new Int32Array(new SharedArrayBuffer(4 * phases * ranges)),
  };
}

/**
 * Takes tickets until there are none. A ticket is one range of one phase, in order; its work begins when all ranges
 * of the phases before are done. Work must be safe to do twice.
 *
 * @param finishes true for the thread that wants the result: it returns when everything is done, and does again
 * what others took and did not bring back
 * @param abort a non-zero element 0 ends the work after the first phase, which is always done
 * @returns whether all phases are done, as far as the thread knows that finishes
 */
export function workOff(
  state: CrewState,
  ranges: number,
  work: (phase: number, range: number) => void,
  finishes: boolean,
  abort?: Int32Array,
): boolean {
  const { counters, done } = state;
  const tickets = done.length;
  const aborted = (): boolean => abort !== undefined && Atomics.load(abort, 0) !== 0;
  const run = (ticket: number): void => {
    if (ticket < 0) return;
    work(Math.floor(ticket / ranges), ticket % ranges);
    if (Atomics.compareExchange(done, ticket, 0, 1) !== 0) return;
    Atomics.add(counters, DONE, 1);
    Atomics.notify(counters, DONE);
  };
  /** False when the work was aborted before so many were done; the first phase is waited for all the same. */
  const waitFor = (wanted: number): boolean => {
    let waitedMs = 0;
    for (;;) {
      const finished = Atomics.load(counters, DONE);
      if (finished >= wanted) return true;
      if (wanted > ranges && aborted()) return false;
      if (Atomics.wait(counters, DONE, finished, LOOK_EVERY_MS) !== 'timed-out') waitedMs = 0;
      else waitedMs += LOOK_EVERY_MS;
      if (waitedMs < PATIENCE_MS) continue;
      waitedMs = 0;
      if (finishes) run(done.subarray(0, wanted).indexOf(0));
      else if (aborted()) return false;
    }
  };
  for (;;) {
    const ticket = Atomics.add(counters, NEXT, 1);
    if (ticket >= tickets) return !finishes || waitFor(tickets);
    const stopped = !waitFor(ticket - (ticket % ranges)) || (ticket >= ranges && aborted());
    if (stopped) {
      if (finishes) waitFor(ranges);
      return false;
    }
    run(ticket);
  }
}
