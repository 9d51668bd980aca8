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
import { type Bounds, following } from './bounds.js';
import { NEVER } from './bounds-room.js';
import { BudgetMeter } from './budget.js';
import { ALWAYS, Candidates, type TieTo } from './candidates.js';
import { type Entry, ranksBefore, stepsOf } from './entry.js';
import { Fan, FanColumns } from './fan.js';
import { Heap } from './heap.js';
import { type Family, type Item, itemBefore, type Rest } from './item.js';
import { withoutLikes } from './like-entries.js';
import { type Budget, type FoundRoute, type Network, NONE, type Question, type StoppedBy } from './network.js';
import { Outlook } from './outlook.js';
import { Pairing } from './pairing.js';
import { Roots } from './roots.js';

/** Sixty-fourths below its priority to which a label is extended at first; every further time twice as far. */
const BAND = 64;

/** Departures of a party up to which all is extended at once. */
const FEW = 64;

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
  /** By party: 1 for next parties that are extended to now. */
  private readonly chosen: Uint8Array;
  private readonly outlook: Outlook;
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
    this.chosen = new Uint8Array(network.movements.parties);
    this.outlook = new Outlook(network, question, bounds, this.candidates, this.meter);
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
      if (item.rest !== null) {
        this.extendRest(item.parties, item.priority, item.rest);
        continue;
      }
      const family = item.family as Family;
      this.pushChild(family, item.child + 1);
      const party = item.parties[item.parties.length - 1] as number;
      const tier2 = family.fan === undefined ? 0 : family.tier2 + (this.question.tier2[party] as number);
      this.expand(item.parties, tier2, family.fan?.entries(item.child) ?? [], item.priority);
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
      rest: null,
    });
  }

  /** A popped label: finish it if it can end, and push the best of its extensions. */
  private expand(parties: readonly number[], tier2: number, all: readonly Entry[], priority: number): void {
    this.expansions++;
    if (all.length === 0) {
      this.extendBy(parties, tier2, [], [], () => this.start(parties[0] as number));
      return;
    }
    if (tier2 >= this.question.minTier2) this.finish(parties, all);
    const entries = withoutLikes(this.network, this.question, all);
    this.extendRest(parties, priority, { entries, tier2, below: Number.POSITIVE_INFINITY, band: BAND });
  }

  /** Extends a label to its next parties with the best outlook of those that are left, and keeps the rest for later. */
  private extendRest(parties: readonly number[], priority: number, { entries, tier2, below, band }: Rest): void {
    const here = parties[parties.length - 1] as number;
    const ties = this.candidates.tiesOf(here);
    const few = ties.length === 0 && this.sendsToFew(here);
    this.extendBy(parties, tier2, entries, ties, () => {
      const above = priority - band;
      const rest = few ? NEVER : this.choose(entries, here, ties, tier2, above, below);
      for (let from = 0; from < entries.length && this.meter.stoppedBy === undefined; from++) {
        this.extend(entries[from] as Entry, from, here, ties, tier2, !few);
      }
      if (rest === NEVER) return;
      this.heap.push({
        priority: rest,
        movements: entries.reduce((least, entry) => Math.min(least, entry.movements), Number.POSITIVE_INFINITY),
        parties,
        finished: false,
        entry: null,
        family: null,
        child: -1,
        rest: { entries, tier2, below: above, band: 2 * band },
      });
    });
    if (this.meter.stoppedBy !== undefined) this.interrupted = priority;
  }

  /** Whether a party has little to choose from: few departures, or all of them to one party. */
  private sendsToFew(party: number): boolean {
    const { departures, consignee } = this.network.movements;
    const from = departures[party] as number;
    const to = departures[party + 1] as number;
    let b = from + 1;
    while (b < to && consignee[b] === consignee[from]) b++;
    return to - from <= FEW || b === to;
  }

  /** Marks the next parties with an outlook from `above` (included) to `below`; the best outlook under that, NEVER if none. */
  private choose(
    entries: readonly Entry[],
    here: number,
    ties: readonly TieTo[],
    tier2: number,
    above: number,
    below: number,
  ): number {
    const { outlook, chosen, onChain, question } = this;
    outlook.clear();
    for (const entry of entries) {
      if (!this.goesOn(entry)) continue;
      outlook.add(entry, here, entry.tie, tier2, onChain);
      if (entry.tie !== null) continue;
      for (const tie of ties) {
        if (onChain[tie.party] === 1) continue;
        outlook.add(entry, tie.party, tie, tier2 + (question.tier2[tie.party] as number), onChain);
      }
    }
    let rest = NEVER;
    for (const party of outlook.parties) {
      const most = outlook.of(party);
      chosen[party] = most >= above && most < below ? 1 : 0;
      if (most < above && most > rest) rest = most;
    }
    return rest;
  }

  /** Lets `gather` gather ways on from a chain and pushes the best of them. */
  private extendBy(
    parties: readonly number[],
    tier2: number,
    entries: readonly Entry[],
    ties: readonly TieTo[],
    gather: () => void,
  ): void {
    this.ways.reset(entries.length);
    for (const party of parties) this.onChain[party] = 1;
    try {
      gather();
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
      const after = following(network, question, bounds, level, m, 0);
      if (after === NEVER) continue;
      const goods = movements.goods[m] as number;
      const start = question.startBits[goods] as number;
      if (start === NONE) continue;
      const score = originBits + start + pairing.movementBits(m, goods);
      const party = movements.consignee[m] as number;
      this.ways.add(party, score + after, 1, -1, m, -1, goods, pairing.firstArrival(m), score);
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
      rest: null,
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

  /** Whether anything may follow the entry. */
  private goesOn(entry: Entry): boolean {
    const { maxMovements, endings, ending } = this.question;
    return entry.movements < maxMovements && endings.final[ending[entry.movement] as number] === 0;
  }

  /** All onward movements of one entry, from its party or through one tie. */
  private extend(
    entry: Entry,
    from: number,
    here: number,
    ties: readonly TieTo[],
    tier2: number,
    chosenOnly: boolean,
  ): void {
    const { question, ways, chosen } = this;
    if (!this.goesOn(entry)) return;
    this.onward(entry, from, here, entry.tie, tier2, true, chosenOnly);
    if (entry.tie !== null) return;
    for (let i = 0; i < ties.length; i++) {
      const tie = ties[i] as TieTo;
      if (this.onChain[tie.party] === 1 || (chosenOnly && chosen[tie.party] === 0)) continue;
      // A tie is a step of its own: its label is as good as the best movement that can follow it.
      const score = entry.score + tie.bits;
      const moved: Entry = { ...entry, score, tie, previous: entry };
      const after = tier2 + (question.tier2[tie.party] as number);
      const best = this.onward(moved, from, tie.party, tie, after, false, false);
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
   * @param chosenOnly leaves out next parties that `choose` did not mark
   */
  private onward(
    entry: Entry,
    from: number,
    party: number,
    tie: TieTo | null,
    tier2: number,
    gather: boolean,
    chosenOnly: boolean,
  ): number {
    const { network, question, bounds, pairing, candidates, meter, onChain, chosen, ways } = this;
    const { movements, weights } = network;
    const { consignee, departsEarliest } = movements;
    const a = entry.movement;
    const tieFrom = tie?.from ?? ALWAYS.from;
    const tieUntil = tie?.until ?? ALWAYS.until;
    const factor = tie?.fit ?? 256;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const latest = (movements.arrivesLatest[a] as number) + window;
    const level = question.maxMovements - entry.movements - 1;
    const end = movements.departures[party + 1] as number;
    let best = NEVER;
    for (let b = candidates.firstDeparture(party, entry.earliest); b < end; b++) {
      if ((departsEarliest[b] as number) > latest) break;
      const next = consignee[b] as number;
      if (onChain[next] === 1 || next === party || (chosenOnly && chosen[next] === 0)) continue;
      if (meter.step()) break;
      const after = following(network, question, bounds, level, b, tier2);
      if (after === NEVER) continue;
      if (!pairing.timing(a, entry.earliest, b, tieFrom, tieUntil) || !pairing.relate(a, entry.carried, b)) continue;
      const { carried } = pairing;
      const evidence = weights.hop + pairing.timeBits() + pairing.bits + pairing.movementBits(b, carried);
      const score = entry.score + evidence + candidates.share(a, entry.carried, pairing.fit * factor);
      if (score + after > best) best = score + after;
      if (!gather) continue;
      const earliest = pairing.earliestArrival(entry.earliest, b, tieFrom);
      ways.addMovement(next, score + after, entry, from, b, carried, earliest, score);
    }
    return best;
  }
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
