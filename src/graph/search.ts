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
import { NEVER, unfolded } from './bounds-room.js';
import { BudgetMeter } from './budget.js';
import { ALWAYS, Candidates, type TieTo } from './candidates.js';
import { type Entry, ranksBefore, stepsOf } from './entry.js';
import { Fan, FanColumns } from './fan.js';
import { Heap } from './heap.js';
import { withoutLikes } from './like-entries.js';
import { type Budget, type FoundRoute, type Network, NONE, type Question, type StoppedBy } from './network.js';
import { Pairing } from './pairing.js';
import { Roots } from './roots.js';

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
  /** Undefined for the first parties of chains. */
  readonly fan: Fan | undefined;
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
  private readonly ways: FanColumns;
  private readonly roots: Roots;
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
    this.meter = new BudgetMeter(budget, !bounds.complete);
    this.onChain = new Uint8Array(network.movements.parties);
    this.ways = new FanColumns(network.movements.parties);
    this.roots = new Roots(question, bounds);
    if (bounds.complete) this.pushChild({ parties: [], tier2: 0, fan: undefined }, 0);
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
      const party = item.parties[item.parties.length - 1] as number;
      const tier2 = family.fan === undefined ? 0 : family.tier2 + (this.question.tier2[party] as number);
      this.expand(item.parties, tier2, family.fan?.entries(item.child) ?? []);
      if (this.meter.stoppedBy !== undefined) this.interrupted = item.priority;
    }
  }

  private pushChild(family: Family, child: number): void {
    const next = (family.fan ?? this.roots).child(child);
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
  private expand(parties: readonly number[], tier2: number, all: readonly Entry[]): void {
    this.expansions++;
    const here = parties[parties.length - 1] as number;
    const entries = withoutLikes(this.network, this.question, all);
    const ties = entries.length === 0 ? [] : this.candidates.tiesOf(here);
    this.ways.reset(entries.length);
    for (const party of parties) this.onChain[party] = 1;
    try {
      if (entries.length === 0) this.start(here);
      else {
        if (tier2 >= this.question.minTier2) this.finish(parties, all);
        for (let from = 0; from < entries.length && this.meter.stoppedBy === undefined; from++) {
          this.extend(entries[from] as Entry, from, here, ties, tier2);
        }
      }
    } finally {
      for (const party of parties) this.onChain[party] = 0;
    }
    if (this.ways.count === 0) return;
    this.pushChild({ parties, tier2, fan: new Fan(this.network, entries, ties, this.ways) }, 0);
  }

  private start(origin: number): void {
    const { network, question, bounds, pairing } = this;
    const { movements } = network;
    const originBits = question.originBits[indexOf(question.origins, origin)] as number;
    const level = question.maxMovements - 1;
    for (let m = movements.departures[origin] as number; m < (movements.departures[origin + 1] as number); m++) {
      if (this.meter.step()) return;
      const following = this.following(level, m, 0);
      if (following === NEVER) continue;
      const goods = movements.goods[m] as number;
      const start = question.startBits[goods] as number;
      if (start === NONE || bounds.movement[m] === NONE) continue;
      const score = originBits + start + pairing.movementBits(m, goods);
      const party = movements.consignee[m] as number;
      this.ways.add(party, score + following, 1, -1, m, -1, goods, pairing.firstArrival(m), score);
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
  private extend(entry: Entry, from: number, here: number, ties: readonly TieTo[], tier2: number): void {
    const { question, ways } = this;
    if (entry.movements >= question.maxMovements) return;
    if (question.endings.final[question.ending[entry.movement] as number] === 1) return;
    this.onward(entry, from, here, entry.tie, tier2, true);
    if (entry.tie !== null) return;
    for (let i = 0; i < ties.length; i++) {
      const tie = ties[i] as TieTo;
      if (this.onChain[tie.party] === 1) continue;
      // A tie is a step of its own: its label is as good as the best movement that can follow it.
      const score = entry.score + tie.bits;
      const moved: Entry = { ...entry, score, tie, previous: entry };
      const after = tier2 + (question.tier2[tie.party] as number);
      const best = this.onward(moved, from, tie.party, tie, after, false);
      if (best !== NEVER) {
        ways.add(tie.party, best, entry.movements, from, entry.movement, i, entry.carried, entry.earliest, score);
      }
      if (this.meter.stoppedBy !== undefined) return;
    }
  }

  /**
   * Every movement that leaves `party` and can follow the entry; the best priority among them, NEVER without any.
   *
   * @param gather adds each as a way on; else only the best is wanted
   */
  private onward(entry: Entry, from: number, party: number, tie: TieTo | null, tier2: number, gather: boolean): number {
    const { network, bounds, pairing, candidates, meter, onChain, ways } = this;
    const { movements, weights } = network;
    const { consignee, departsEarliest } = movements;
    const a = entry.movement;
    const tieFrom = tie?.from ?? ALWAYS.from;
    const tieUntil = tie?.until ?? ALWAYS.until;
    const factor = tie?.fit ?? 256;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const latest = (movements.arrivesLatest[a] as number) + window;
    const level = this.question.maxMovements - entry.movements - 1;
    const end = movements.departures[party + 1] as number;
    let best = NEVER;
    for (let b = candidates.firstDeparture(party, entry.earliest); b < end; b++) {
      if ((departsEarliest[b] as number) > latest) break;
      if (meter.step()) break;
      const following = this.following(level, b, tier2);
      if (following === NEVER || bounds.movement[b] === NONE) continue;
      const next = consignee[b] as number;
      if (onChain[next] === 1 || next === party) continue;
      if (!pairing.timing(a, entry.earliest, b, tieFrom, tieUntil) || !pairing.relate(a, entry.carried, b)) continue;
      const { carried } = pairing;
      const evidence = weights.hop + pairing.timeBits() + pairing.bits + pairing.movementBits(b, carried);
      const score = entry.score + evidence + candidates.share(a, entry.carried, pairing.fit * factor);
      if (score + following > best) best = score + following;
      if (!gather) continue;
      const earliest = pairing.earliestArrival(entry.earliest, b, tieFrom);
      ways.addMovement(next, score + following, entry, from, b, carried, earliest, score);
    }
    return best;
  }

  /** The most that can follow movement `m` with `level` more; `tier2` counts the Tier 2 parties before its consignee. */
  private following(level: number, m: number, tier2: number): number {
    const { question, bounds } = this;
    const seen = (bounds.seen[level] as Int16Array)[m] as number;
    if (seen === NONE) return NEVER;
    const count = tier2 + (question.tier2[this.network.movements.consignee[m] as number] as number);
    if (count >= question.minTier2) return unfolded(seen);
    const needed = (bounds.needed[level] as Int16Array)[m] as number;
    return needed === NONE ? NEVER : unfolded(needed);
  }
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
