/** What a search has on its heap, and in which order it looks at it. */
import type { Entry } from './entry.js';
import type { Fan } from './fan.js';

/** A chain of parties on the heap: open (still to be extended) or finished (a route with its exact score). */
export interface Item {
  readonly priority: number;
  /** Least number of movements of any route it stands for. */
  readonly movements: number;
  readonly parties: readonly number[];
  readonly finished: boolean;
  readonly entry: Entry | null;
  readonly family: Family | null;
  readonly child: number;
  /** Set for what was left of a label that was extended to its best next parties only. */
  readonly rest: Rest | null;
}

/** A label some of whose next parties were not looked at yet: those whose outlook is below a number. */
export interface Rest {
  readonly entries: readonly Entry[];
  readonly tier2: number;
  readonly below: number;
  /** How far below its priority the label is extended next. */
  readonly band: number;
}

/** The extensions of one label by next party, best first; the next one is pushed when the one before it is popped. */
export interface Family {
  readonly parties: readonly number[];
  readonly tier2: number;
  /** Undefined for the first parties of chains. */
  readonly fan: Fan | undefined;
}

/** Priority descending, fewer movements, fewer parties, parties, open before finished. */
export function itemBefore(a: Item, b: Item): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.movements !== b.movements) return a.movements < b.movements;
  if (a.parties.length !== b.parties.length) return a.parties.length < b.parties.length;
  for (let i = 0; i < a.parties.length; i++) {
    if (a.parties[i] !== b.parties[i]) return (a.parties[i] as number) < (b.parties[i] as number);
  }
  return !a.finished && b.finished;
}
