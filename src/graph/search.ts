/**
 * The routes of a question, best first: best-first search over chains of parties with admissible bounds.
 *
 * A *label* is a chain of parties with its *entries*: last movements, each with the goods carried, and for each
 * the Pareto set of (score, earliest feasible arrival, movements used). Its priority bounds from above every
 * route that begins with the chain. A finished chain goes back on the heap with its exact score, and only
 * what is popped finished is a result, so results come in the total order
 *
 *   score descending, fewer movements, fewer parties, parties, then ranks of movements,
 *
 * and nothing is cut by a finished route that has not been popped. Worst cases exist (restless simple temporal
 * paths are NP-hard: Casteigts, Himmel, Molter, Zschoche, "Finding temporal paths under waiting time constraints",
 * 2021), hence the budget.
 */
import type { Bounds } from './bounds.js';
import { BudgetMeter } from './budget.js';
import { ALWAYS, Candidates, type TieTo } from './candidates.js';
import { type Entry, keepBest, ranksBefore, stepsOf } from './entry.js';
import { Heap } from './heap.js';
import { type Budget, type FoundRoute, type Network, NONE, type Question, type StoppedBy } from './network.js';
import { Pairing } from './pairing.js';

/** A chain of parties on the heap: open (still to be extended) or finished (a route with its exact score). */
interface Item {
  readonly priority: number;
  /** Least number of movements of any route it stands for. */
  readonly movements: number;
  readonly parties: readonly number[];
  readonly finished: boolean;
  readonly entry: Entry | null;
  readonly family: Family | null;
  readonly child: number;
}

/** The extensions of one label by next party, best first; the next one is pushed when the one before it is popped. */
interface Family {
  readonly parties: readonly number[];
  readonly tier2: number;
  /** The i-th best child; undefined past the last. */
  child(i: number): Child | undefined;
}

interface Child {
  readonly party: number;
  priority: number;
  movements: number;
  /** By last movement; entries moved by a tie under the movement before it. */
  readonly entries: Map<number, Entry[]>;
}

/** Searches once; `next()` gives the routes one by one. */
export class RouteSearch {
  private readonly network: Network;
  private readonly question: Question;
  private readonly bounds: Bounds;
  private readonly pairing: Pairing;
  private readonly candidates: Candidates;
  private readonly heap = new Heap<Item>(itemBefore);
  private readonly meter: BudgetMeter;
  private readonly onChain: Uint8Array;
  private labels = 0;
  private results = 0;
  /** Priority of the label that was being extended when the budget ran out. */
  private interrupted: number | undefined;
  expansions = 0;

  constructor(network: Network, question: Question, bounds: Bounds, budget: Budget = {}, candidates?: Candidates) {
    this.network = network;
    this.question = question;
    this.bounds = bounds;
    this.pairing = new Pairing(network);
    this.candidates = candidates ?? new Candidates(network);
    this.meter = new BudgetMeter(budget);
    this.onChain = new Uint8Array(network.movements.parties);
    this.pushOrigins();
  }

  /** Why the search stopped early; undefined while it has not. */
  get stoppedBy(): StoppedBy | undefined {
    return this.meter.stoppedBy;
  }

  /** Pairs of movements looked at. */
  get steps(): number {
    return this.meter.steps;
  }

  /** Chains kept. */
  get chains(): number {
    return this.labels;
  }

  /** The most sixty-fourths a route not yet returned can have; undefined when there is none. */
  get bestOpen(): number | undefined {
    const top = this.heap.peek()?.priority;
    return top === undefined || this.interrupted === undefined
      ? (top ?? this.interrupted)
      : Math.max(top, this.interrupted);
  }

  /** The next route in the total order; undefined when there is none or the budget is spent (see stoppedBy). */
  next(): FoundRoute | undefined {
    for (;;) {
      if (this.meter.spent(this.labels)) return undefined;
      const item = this.heap.pop();
      if (item === undefined) return undefined;
      if (item.finished) {
        const entry = item.entry as Entry;
        return {
          parties: item.parties,
          steps: stepsOf(entry),
          score: item.priority,
          endingGroup: this.question.ending[entry.movement] as number,
          rank: ++this.results,
        };
      }
      const family = item.family as Family;
      this.pushChild(family, item.child + 1);
      const child = family.child(item.child) as Child;
      const tier2 = family.tier2 + (family.parties.length > 0 ? (this.question.tier2[child.party] as number) : 0);
      this.expand(item.parties, tier2, [...child.entries.values()].flat());
      if (this.meter.stoppedBy !== undefined) this.interrupted = item.priority;
    }
  }

  /** Roots: one child for each origin party, by the best start it has. */
  private pushOrigins(): void {
    const { network, question, bounds } = this;
    const { movements } = network;
    const last = question.maxMovements - 1;
    const following = bounds.seen[last] as Int16Array;
    const ahead = (question.minTier2 > 0 ? bounds.needed : bounds.seen)[last] as Int16Array;
    const best = new Int32Array(question.origins.length).fill(NONE);
    for (let i = 0; i < question.origins.length; i++) {
      const party = question.origins[i] as number;
      let top = NONE;
      for (let m = movements.departures[party] as number; m < (movements.departures[party + 1] as number); m++) {
        const start = question.startBits[movements.goods[m] as number] as number;
        if (start === NONE || bounds.movement[m] === NONE) continue;
        const enough = question.minTier2 <= (question.tier2[movements.consignee[m] as number] as number);
        const after = (enough ? following : ahead)[m] as number;
        if (after !== NONE) top = Math.max(top, start + (bounds.movement[m] as number) + after);
      }
      if (top !== NONE) best[i] = top + (question.originBits[i] as number);
    }
    const order = indexesByValue(best);
    const child = (i: number): Child | undefined =>
      i < order.length
        ? {
            party: question.origins[order[i] as number] as number,
            priority: best[order[i] as number] as number,
            movements: 0,
            entries: new Map(),
          }
        : undefined;
    this.pushChild({ parties: [], tier2: 0, child }, 0);
  }

  private pushChild(family: Family, child: number): void {
    const next = family.child(child);
    if (next === undefined) return;
    this.labels++;
    this.heap.push({
      priority: next.priority,
      movements: next.movements,
      parties: [...family.parties, next.party],
      finished: false,
      entry: null,
      family,
      child,
    });
  }

  /** A popped label: finish it if it can end, and push the best of its extensions. */
  private expand(parties: readonly number[], tier2: number, entries: readonly Entry[]): void {
    this.expansions++;
    const children = new Map<number, Child>();
    for (const party of parties) this.onChain[party] = 1;
    try {
      if (entries.length === 0) this.start(parties[0] as number, children);
      else {
        if (tier2 >= this.question.minTier2) this.finish(parties, entries);
        for (const entry of entries) {
          this.extend(entry, parties[parties.length - 1] as number, tier2, children);
          if (this.meter.stoppedBy !== undefined) break;
        }
      }
    } finally {
      for (const party of parties) this.onChain[party] = 0;
    }
    const list = [...children.values()].sort(childOrder);
    this.pushChild({ parties, tier2, child: (i) => list[i] }, 0);
  }

  private start(origin: number, children: Map<number, Child>): void {
    const { network, question, bounds, pairing } = this;
    const { movements } = network;
    const originBits = question.originBits[indexOf(question.origins, origin)] as number;
    for (let m = movements.departures[origin] as number; m < (movements.departures[origin + 1] as number); m++) {
      const goods = movements.goods[m] as number;
      const start = question.startBits[goods] as number;
      if (this.meter.step()) return;
      if (start === NONE || bounds.movement[m] === NONE) continue;
      const score = originBits + start + pairing.movementBits(m, goods);
      this.keep(children, 0, {
        movement: m,
        carried: goods,
        earliest: pairing.firstArrival(m),
        score,
        movements: 1,
        previous: null,
        tie: null,
      });
    }
  }

  /** Pushes the chain as finished with its first instance in the order of results, if it can end. */
  private finish(parties: readonly number[], entries: readonly Entry[]): void {
    const { network } = this;
    let best: Entry | null = null;
    let bestScore = 0;
    for (const entry of entries) {
      const bits = this.endingBits(entry);
      if (bits === NONE) continue;
      const score = entry.score + bits;
      if (
        best === null ||
        score > bestScore ||
        (score === bestScore &&
          (entry.movements < best.movements ||
            (entry.movements === best.movements && ranksBefore(network, entry, best))))
      ) {
        best = entry;
        bestScore = score;
      }
    }
    if (best === null) return;
    this.heap.push({
      priority: bestScore,
      movements: best.movements,
      parties,
      finished: true,
      entry: best,
      family: null,
      child: -1,
    });
  }

  private endingBits(entry: Entry): number {
    const { question, network } = this;
    if (entry.tie !== null) return NONE;
    const group = question.ending[entry.movement] as number;
    const bits = Pairing.endingBits(question, network.goods.count, entry.movement, entry.carried);
    if (bits === NONE) return NONE;
    const needsStop = question.endings.needsStop[group] === 1;
    if (entry.movements === 1 && question.direct === 'STOPS' && !needsStop) return NONE;
    return needsStop && !this.candidates.choice(entry.movement, entry.carried).stops ? NONE : bits;
  }

  /** All onward movements of one entry, from its party or through one tie. */
  private extend(entry: Entry, at: number, tier2: number, children: Map<number, Child>): void {
    const { question } = this;
    const group = question.ending[entry.movement] as number;
    if (entry.movements >= question.maxMovements || (group !== 0 && question.endings.final[group] === 1)) return;
    this.onward(entry, at, entry.tie, (next) => this.keep(children, tier2, next));
    if (entry.tie !== null) return;
    for (const tie of this.candidates.tiesOf(at)) {
      if (this.onChain[tie.party] === 1) continue;
      this.throughTie(entry, tie, tier2, children);
      if (this.meter.stoppedBy !== undefined) return;
    }
  }

  /** A tie is a step of its own: its label is as good as the best movement that can follow it. */
  private throughTie(entry: Entry, tie: TieTo, tier2: number, children: Map<number, Child>): void {
    const moved: Entry = { ...entry, score: entry.score + tie.bits, tie, previous: entry };
    const tier2After = tier2 + (this.question.tier2[tie.party] as number);
    let best = NONE;
    this.onward(moved, tie.party, tie, (next) => {
      best = Math.max(best, this.priorityOf(next, tier2After));
    });
    if (best === NONE) return;
    let child = children.get(tie.party);
    if (child === undefined) {
      child = { party: tie.party, priority: NONE, movements: moved.movements, entries: new Map() };
      children.set(tie.party, child);
    }
    child.priority = Math.max(child.priority, best);
    child.movements = Math.min(child.movements, moved.movements);
    entriesUnder(child, entry.movement).push(moved);
  }

  /** Every movement that leaves `from` and can follow the entry, as the entry it makes. */
  private onward(entry: Entry, from: number, tie: TieTo | null, found: (next: Entry) => void): void {
    const { network, bounds, pairing, candidates, meter } = this;
    const { movements, weights } = network;
    const a = entry.movement;
    const tieFrom = tie?.from ?? ALWAYS.from;
    const tieUntil = tie?.until ?? ALWAYS.until;
    const factor = tie?.fit ?? 256;
    const latest =
      (movements.arrivesLatest[a] as number) + (weights.dwellEdges[weights.dwellEdges.length - 1] as number);
    const end = movements.departures[from + 1] as number;
    for (let b = candidates.firstDeparture(from, entry.earliest); b < end; b++) {
      if ((movements.departsEarliest[b] as number) > latest) break;
      if (meter.step()) return;
      if (bounds.movement[b] === NONE || this.onChain[movements.consignee[b] as number] === 1) continue;
      if (movements.consignee[b] === from) continue;
      if (!pairing.timing(a, entry.earliest, b, tieFrom, tieUntil) || !pairing.relate(a, entry.carried, b)) continue;
      const fit = pairing.fit * factor;
      const share = candidates.share(a, entry.carried, fit);
      found({
        movement: b,
        carried: pairing.carried,
        earliest: pairing.earliestArrival(entry.earliest, b, tieFrom),
        score:
          entry.score +
          weights.hop +
          share +
          pairing.timeBits() +
          pairing.bits +
          pairing.movementBits(b, pairing.carried),
        movements: entry.movements + 1,
        previous: entry,
        tie: null,
      });
    }
  }

  /** Files an entry under its consignee, unless nothing can come of it. */
  private keep(children: Map<number, Child>, tier2: number, entry: Entry): void {
    const priority = this.priorityOf(entry, tier2);
    if (priority === NONE) return;
    const party = this.network.movements.consignee[entry.movement] as number;
    let child = children.get(party);
    if (child === undefined) {
      child = { party, priority, movements: entry.movements, entries: new Map() };
      children.set(party, child);
    }
    child.priority = Math.max(child.priority, priority);
    child.movements = Math.min(child.movements, entry.movements);
    keepBest(this.network, entriesUnder(child, entry.movement), entry);
  }

  /** The most a route through this entry can score; `tier2` counts the parties before its consignee. */
  private priorityOf(entry: Entry, tier2: number): number {
    const { question, bounds, network } = this;
    const left = question.maxMovements - entry.movements;
    const count = tier2 + (question.tier2[network.movements.consignee[entry.movement] as number] as number);
    const level = left < 0 ? undefined : (count >= question.minTier2 ? bounds.seen : bounds.needed)[left];
    const following = level === undefined ? NONE : (level[entry.movement] as number);
    return following === NONE ? NONE : entry.score + following;
  }
}

function entriesUnder(child: Child, movement: number): Entry[] {
  let entries = child.entries.get(movement);
  if (entries === undefined) {
    entries = [];
    child.entries.set(movement, entries);
  }
  return entries;
}

/** Indexes of the values that are not NONE, by value descending, then index. Counting sort: values are sixty-fourths. */
function indexesByValue(values: Int32Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const value of values) {
    if (value === NONE) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
    count++;
  }
  const order = new Int32Array(count);
  if (count === 0) return order;
  const starts = new Int32Array(most - least + 2);
  for (const value of values) if (value !== NONE) starts[most - value + 1] = (starts[most - value + 1] as number) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === NONE) continue;
    const at = starts[most - value] as number;
    order[at] = i;
    starts[most - value] = at + 1;
  }
  return order;
}

function childOrder(a: Child, b: Child): number {
  return b.priority - a.priority || a.movements - b.movements || a.party - b.party;
}

/** Priority descending, fewer movements, fewer parties, parties, open before finished. */
function itemBefore(a: Item, b: Item): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.movements !== b.movements) return a.movements < b.movements;
  if (a.parties.length !== b.parties.length) return a.parties.length < b.parties.length;
  for (let i = 0; i < a.parties.length; i++) {
    if (a.parties[i] !== b.parties[i]) return (a.parties[i] as number) < (b.parties[i] as number);
  }
  return !a.finished && b.finished;
}

function indexOf(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
