/** Where routes can start: origin parties, best first. */
import type { Bounds } from './bounds.js';
import { isNever, NEVER } from './bounds-room.js';
import type { Question } from './network.js';

/** The origins a route can leave from, the one with the best possible route first, then by number. */
export class Roots {
  private readonly question: Question;
  /** By origin: the most its routes can score. */
  private readonly best: Int32Array;
  private readonly order: Int32Array;

  constructor(question: Question, bounds: Bounds) {
    const { origins, originBits } = question;
    const starts = question.minTier2 > 0 ? bounds.startNeeded : bounds.startSeen;
    this.question = question;
    this.best = new Int32Array(origins.length);
    for (let i = 0; i < origins.length; i++) {
      this.best[i] = (starts[origins[i] as number] as number) + (originBits[i] as number);
    }
    this.order = indexesByValue(this.best);
  }

  /** The i-th best origin; undefined past the last. */
  child(i: number): { readonly party: number; readonly priority: number; readonly movements: number } | undefined {
    const at = this.order[i];
    if (at === undefined) return undefined;
    return { party: this.question.origins[at] as number, priority: this.best[at] as number, movements: 0 };
  }
}

const SPREAD = 1_000_000;

/** Indexes of the values that are not NEVER, by value descending, then index: a counting sort unless they lie far apart. */
function indexesByValue(values: Int32Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = NEVER;
  let count = 0;
  for (const value of values) {
    if (isNever(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
    count++;
  }
  const order = new Int32Array(count);
  if (count === 0) return order;
  if (most - least > SPREAD) {
    let at = 0;
    for (let i = 0; i < values.length; i++) if (!isNever(values[i] as number)) order[at++] = i;
    return order.sort((x, y) => (values[y] as number) - (values[x] as number) || x - y);
  }
  const starts = new Int32Array(most - least + 2);
  for (const value of values) if (!isNever(value)) starts[most - value + 1] = (starts[most - value + 1] as number) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (isNever(value)) continue;
    const at = starts[most - value] as number;
    order[at] = i;
    starts[most - value] = at + 1;
  }
  return order;
}
