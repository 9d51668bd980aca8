/** The ways on from one chain of parties, grouped by the next party, as flat columns until one is wanted. */
import type { TieTo } from './candidates.js';
import { type Entry, keepBest } from './entry.js';
import type { Network } from './network.js';

/** One next party: all ways to it. */
interface Child {
  readonly party: number;
  /** Most sixty-fourths a route through any of its ways can have. */
  readonly priority: number;
  /** Least movements of its ways. */
  readonly movements: number;
}

/**
 * The children of a chain, best first (priority, fewer movements, party). A hub has thousands of ways on of which a
 * search follows a few: sorting and entries wait until the child is asked for.
 */
export class Fan {
  private readonly network: Network;
  private readonly before: readonly Entry[];
  private readonly ties: readonly TieTo[];
  private readonly ways: Int32Array;
  private readonly children: Int32Array;
  /** A heap of children, and behind its open part those already taken out, the first one last. */
  private readonly heap: Int32Array;
  private open: number;

  constructor(network: Network, before: readonly Entry[], ties: readonly TieTo[], gathered: FanColumns) {
    this.network = network;
    this.before = before;
    this.ties = ties;
    this.ways = gathered.waysCopied();
    this.children = gathered.childrenCopied();
    this.open = gathered.count;
    this.heap = new Int32Array(this.open);
    for (let child = 0; child < this.open; child++) this.heap[child] = child;
    for (let i = (this.open >> 1) - 1; i >= 0; i--) this.sift(i);
  }

  /** The i-th best child; undefined past the last. */
  child(i: number): Child | undefined {
    if (i >= this.heap.length) return undefined;
    const at = this.place(i) * CHILD;
    const { children } = this;
    return {
      party: children[at + PARTY] as number,
      priority: children[at + PRIORITY] as number,
      movements: children[at + LEAST] as number,
    };
  }

  /** The ways to the i-th best child, those left out that another beats in all that can matter later. */
  entries(i: number): Entry[] {
    const { ways } = this;
    const list: number[] = [];
    let row = this.children[this.place(i) * CHILD + LAST] as number;
    for (; row >= 0; row = ways[row * ROW + BEFORE] as number) list.push(row);
    // Only ways that end with the same movement can beat each other.
    list.sort((x, y) => (ways[x * ROW + MOVEMENT] as number) - (ways[y * ROW + MOVEMENT] as number) || x - y);
    const entries: Entry[] = [];
    let same: Entry[] = [];
    for (const way of list) {
      const entry = this.entry(way * ROW);
      if (same[0] !== undefined && same[0].movement !== entry.movement) {
        for (const kept of same) entries.push(kept);
        same = [];
      }
      if (entry.tie === null) keepBest(this.network, same, entry);
      else same.push(entry);
    }
    for (const kept of same) entries.push(kept);
    return entries;
  }

  private entry(way: number): Entry {
    const { ways } = this;
    const previous = this.before[ways[way + FROM] as number] ?? null;
    const tie = ways[way + TIE] as number;
    const score = ways[way + SCORE] as number;
    if (tie >= 0 && previous !== null) return { ...previous, score, tie: this.ties[tie] as TieTo, previous };
    return {
      movement: ways[way + MOVEMENT] as number,
      carried: ways[way + CARRIED] as number,
      earliest: ways[way + EARLIEST] as number,
      score,
      movements: (previous?.movements ?? 0) + 1,
      previous,
      tie: null,
    };
  }

  /** The i-th best child, i below their number. Moves best children behind the open part until it is there. */
  private place(i: number): number {
    const { heap } = this;
    while (heap.length - this.open <= i) {
      const best = heap[0] as number;
      this.open--;
      heap[0] = heap[this.open] as number;
      heap[this.open] = best;
      this.sift(0);
    }
    return heap[heap.length - 1 - i] as number;
  }

  private sift(start: number): void {
    const { heap, open } = this;
    const moving = heap[start] as number;
    let at = start;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= open) break;
      if (below + 1 < open && this.comesBefore(heap[below + 1] as number, heap[below] as number)) below++;
      if (!this.comesBefore(heap[below] as number, moving)) break;
      heap[at] = heap[below] as number;
      at = below;
    }
    heap[at] = moving;
  }

  private comesBefore(x: number, y: number): boolean {
    const { children } = this;
    const a = x * CHILD;
    const b = y * CHILD;
    const byPriority = (children[b + PRIORITY] as number) - (children[a + PRIORITY] as number);
    const byMovements = (children[a + LEAST] as number) - (children[b + LEAST] as number);
    return (byPriority || byMovements || (children[a + PARTY] as number) - (children[b + PARTY] as number)) < 0;
  }
}

/** Columns of a row of `ways`: the entry it continues, the movement or tie it takes, and what comes of it. */
const ROW = 8;
/** Index among the entries of the chain; -1 at the start of a chain. */
const FROM = 0;
/** Of a tie, the movement before it. */
const MOVEMENT = 1;
/** Index among the chain's ties, -1 for a movement. */
const TIE = 2;
const CARRIED = 3;
const EARLIEST = 4;
const SCORE = 5;
/** The row to the same party that was added before it, -1 for the first. */
const BEFORE = 6;
/** Movements used with it; a tie's are those before it. */
const USED = 7;

/** Columns of a row of `children`: the party, its best priority, its least movements, its last way. */
const CHILD = 4;
const PARTY = 0;
const PRIORITY = 1;
const LEAST = 2;
const LAST = 3;

/** Scratch in which the ways on from one chain are gathered, again and again. */
export class FanColumns {
  /** How many next parties there are. */
  count = 0;
  private rows = 0;
  private ways = new Int32Array(256 * ROW);
  private children = new Int32Array(64 * CHILD);
  /** By movement: the last way that takes it. */
  private readonly lastTo = new Map<number, number>();
  /** Of several entries two can be followed by one movement. */
  private several = false;
  /** By party: its child, -1 if it has none. */
  private readonly childOf: Int32Array;

  constructor(parties: number) {
    this.childOf = new Int32Array(parties).fill(-1);
  }

  /** Forgets the chain before; how many entries the chain in hand has. */
  reset(entries: number): void {
    for (let child = 0; child < this.count; child++) this.childOf[this.children[child * CHILD + PARTY] as number] = -1;
    this.count = 0;
    this.rows = 0;
    this.lastTo.clear();
    this.several = entries > 1;
  }

  /** Adds a way to `party`; `movements` counts those used, a tie's are those before it. */
  add(
    party: number,
    priority: number,
    movements: number,
    from: number,
    movement: number,
    tie: number,
    carried: number,
    earliest: number,
    score: number,
  ): void {
    let child = this.childOf[party] as number;
    if (child < 0) {
      child = this.count++;
      if (this.children.length === child * CHILD)
        this.children = copyOf(this.children, child * CHILD, child * CHILD * 2);
      this.childOf[party] = child;
      this.children.set([party, priority, movements, -1], child * CHILD);
    }
    const { children } = this;
    const at = child * CHILD;
    if (priority > (children[at + PRIORITY] as number)) children[at + PRIORITY] = priority;
    if (movements < (children[at + LEAST] as number)) children[at + LEAST] = movements;
    const row = this.rows++;
    if (this.ways.length === row * ROW) this.ways = copyOf(this.ways, row * ROW, row * ROW * 2);
    const { ways } = this;
    const way = row * ROW;
    ways[way + FROM] = from;
    ways[way + MOVEMENT] = movement;
    ways[way + TIE] = tie;
    ways[way + CARRIED] = carried;
    ways[way + EARLIEST] = earliest;
    ways[way + SCORE] = score;
    ways[way + BEFORE] = children[at + LAST] as number;
    ways[way + USED] = movements;
    children[at + LAST] = row;
  }

  /**
   * Adds a movement to `party` after an entry, unless another entry makes the same of it with a better score: a
   * movement after thousands of parallel ones is kept with its best predecessors only.
   */
  addMovement(
    party: number,
    priority: number,
    entry: Entry,
    from: number,
    movement: number,
    carried: number,
    earliest: number,
    score: number,
  ): void {
    const { ways } = this;
    const movements = entry.movements + 1;
    const known = this.several ? this.lastTo.get(movement) : undefined;
    if (known !== undefined) {
      const way = known * ROW;
      const same =
        ways[way + CARRIED] === carried && ways[way + EARLIEST] === earliest && ways[way + USED] === movements;
      const before = ways[way + SCORE] as number;
      if (same && before > score) return;
      if (same && before < score) {
        ways[way + FROM] = from;
        ways[way + SCORE] = score;
        const child = (this.childOf[party] as number) * CHILD + PRIORITY;
        if (priority > (this.children[child] as number)) this.children[child] = priority;
        return;
      }
    }
    if (this.several) this.lastTo.set(movement, this.rows);
    this.add(party, priority, movements, from, movement, -1, carried, earliest, score);
  }

  waysCopied(): Int32Array {
    return this.ways.slice(0, this.rows * ROW);
  }

  childrenCopied(): Int32Array {
    return this.children.slice(0, this.count * CHILD);
  }
}

function copyOf(rows: Int32Array, length: number, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(rows.subarray(0, length));
  return copy;
}
