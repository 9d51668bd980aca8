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
  private readonly ways: Ways;
  private readonly party: Int32Array;
  private readonly priority: Int32Array;
  private readonly movements: Uint8Array;
  private readonly last: Int32Array;
  /** Children 0 … sorted − 1 stand in order at the end of the heap, the first one last. */
  private readonly heap: Int32Array;
  private open: number;

  constructor(network: Network, before: readonly Entry[], ties: readonly TieTo[], gathered: FanColumns) {
    this.network = network;
    this.before = before;
    this.ties = ties;
    this.ways = gathered.waysCopied();
    this.party = gathered.party.slice(0, gathered.children);
    this.priority = gathered.priority.slice(0, gathered.children);
    this.movements = gathered.movements.slice(0, gathered.children);
    this.last = gathered.last.slice(0, gathered.children);
    this.open = gathered.children;
    this.heap = Int32Array.from({ length: this.open }, (_, child) => child);
    for (let i = (this.open >> 1) - 1; i >= 0; i--) this.sift(i);
  }

  /** The i-th best child; undefined past the last. */
  child(i: number): Child | undefined {
    const at = this.place(i);
    if (at < 0) return undefined;
    return {
      party: this.party[at] as number,
      priority: this.priority[at] as number,
      movements: this.movements[at] as number,
    };
  }

  /** The ways to the i-th best child, those left out that another beats in all that can matter later. */
  entries(i: number): Entry[] {
    const { ways } = this;
    const list: number[] = [];
    for (let way = this.last[this.place(i)] as number; way >= 0; way = ways.earlier[way] as number) list.push(way);
    // Only ways that end with the same movement can beat each other.
    list.sort((x, y) => (ways.movement[x] as number) - (ways.movement[y] as number) || x - y);
    const entries: Entry[] = [];
    let same: Entry[] = [];
    for (const way of list) {
      const entry = this.entry(way);
      if (same.length > 0 && (same[0] as Entry).movement !== entry.movement) {
        entries.push(...same);
        same = [];
      }
      if (entry.tie === null) keepBest(this.network, same, entry);
      else same.push(entry);
    }
    entries.push(...same);
    return entries;
  }

  private entry(way: number): Entry {
    const { ways } = this;
    const previous = this.before[ways.from[way] as number] ?? null;
    const tie = ways.tie[way] as number;
    const score = ways.score[way] as number;
    if (tie >= 0 && previous !== null) return { ...previous, score, tie: this.ties[tie] as TieTo, previous };
    return {
      movement: ways.movement[way] as number,
      carried: ways.carried[way] as number,
      earliest: ways.earliest[way] as number,
      score,
      movements: (previous?.movements ?? 0) + 1,
      previous,
      tie: null,
    };
  }

  /** Index of the i-th best child, -1 past the last. Moves best children behind the open part until it is there. */
  private place(i: number): number {
    const { heap } = this;
    if (i >= heap.length) return -1;
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
    const { priority, movements, party } = this;
    if (priority[x] !== priority[y]) return (priority[x] as number) > (priority[y] as number);
    if (movements[x] !== movements[y]) return (movements[x] as number) < (movements[y] as number);
    return (party[x] as number) < (party[y] as number);
  }
}

/** One way a row: the entry it continues, the movement or tie it takes, and what comes of it. */
interface Ways {
  /** Index among the entries of the chain; -1 at the start of a chain. */
  readonly from: Int32Array;
  /** Of a tie, the movement before it. */
  readonly movement: Int32Array;
  /** Index among the chain's ties, -1 for a movement. */
  readonly tie: Int32Array;
  readonly carried: Int32Array;
  readonly earliest: Int32Array;
  readonly score: Int32Array;
  /** The way to the same party that was found before it, -1 for the first. */
  readonly earlier: Int32Array;
}

/** Scratch in which the ways on from one chain are gathered, again and again. */
export class FanColumns {
  children = 0;
  party = new Int32Array(64);
  priority = new Int32Array(64);
  movements = new Uint8Array(64);
  last = new Int32Array(64);
  private count = 0;
  private ways: Ways = emptyWays(256);
  /** By party: its child, -1 if it has none. */
  private readonly childOf: Int32Array;

  constructor(parties: number) {
    this.childOf = new Int32Array(parties).fill(-1);
  }

  /** Forgets the chain before. */
  reset(): void {
    for (let child = 0; child < this.children; child++) this.childOf[this.party[child] as number] = -1;
    this.children = 0;
    this.count = 0;
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
      child = this.children++;
      if (child === this.party.length) this.growChildren();
      this.childOf[party] = child;
      this.party[child] = party;
      this.priority[child] = priority;
      this.movements[child] = movements;
      this.last[child] = -1;
    } else {
      if (priority > (this.priority[child] as number)) this.priority[child] = priority;
      if (movements < (this.movements[child] as number)) this.movements[child] = movements;
    }
    const way = this.count++;
    if (way === this.ways.from.length) this.ways = copyOf(this.ways, way, way * 2);
    const { ways } = this;
    ways.from[way] = from;
    ways.movement[way] = movement;
    ways.tie[way] = tie;
    ways.carried[way] = carried;
    ways.earliest[way] = earliest;
    ways.score[way] = score;
    ways.earlier[way] = this.last[child] as number;
    this.last[child] = way;
  }

  waysCopied(): Ways {
    return copyOf(this.ways, this.count, this.count);
  }

  private growChildren(): void {
    const room = this.party.length * 2;
    this.party = longer(this.party, this.children, room);
    this.priority = longer(this.priority, this.children, room);
    this.last = longer(this.last, this.children, room);
    const movements = new Uint8Array(room);
    movements.set(this.movements);
    this.movements = movements;
  }
}

function emptyWays(room: number): Ways {
  const column = (): Int32Array => new Int32Array(room);
  return {
    from: column(),
    movement: column(),
    tie: column(),
    carried: column(),
    earliest: column(),
    score: column(),
    earlier: column(),
  };
}

function copyOf(ways: Ways, count: number, room: number): Ways {
  return {
    from: longer(ways.from, count, room),
    movement: longer(ways.movement, count, room),
    tie: longer(ways.tie, count, room),
    carried: longer(ways.carried, count, room),
    earliest: longer(ways.earliest, count, room),
    score: longer(ways.score, count, room),
    earlier: longer(ways.earlier, count, room),
  };
}

function longer(column: Int32Array, count: number, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(column.subarray(0, count));
  return copy;
}
