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
 */
export function workOff(
  state: CrewState,
  ranges: number,
  work: (phase: number, range: number) => void,
  finishes: boolean,
): void {
  const { counters, done } = state;
  const tickets = done.length;
  const run = (ticket: number): void => {
    if (ticket < 0) return;
    work(Math.floor(ticket / ranges), ticket % ranges);
    if (Atomics.compareExchange(done, ticket, 0, 1) !== 0) return;
    Atomics.add(counters, DONE, 1);
    Atomics.notify(counters, DONE);
  };
  const waitFor = (wanted: number): void => {
    for (;;) {
      const finished = Atomics.load(counters, DONE);
      if (finished >= wanted) return;
      const waited = Atomics.wait(counters, DONE, finished, PATIENCE_MS);
      if (waited !== 'timed-out' || !finishes) continue;
      run(done.subarray(0, wanted).indexOf(0));
    }
  };
  for (;;) {
    const ticket = Atomics.add(counters, NEXT, 1);
    if (ticket >= tickets) break;
    waitFor(ticket - (ticket % ranges));
    run(ticket);
  }
  if (finishes) waitFor(tickets);
}
