/** Bounds at busy parties: sliding-window maxima over departures, one for each dwell bucket and paper. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import { isNever } from './bounds-room.js';
import type { CarriedTables } from './carried.js';
import { raiseDeclared } from './declared-level.js';
import type { DeparturesInHand } from './departures-in-hand.js';
import { type Network, NONE } from './network.js';
import type { PairEvidence } from './pair-evidence.js';

/**
 * Raises the arrivals in hand by the departures in hand without looking at pairs.
 *
 * Departures come by earliest day and arrivals by latest day, so for each paper and bucket both ends of the
 * window only move on, and a monotone queue gives each maximum in constant time (amortised). Cost: papers ×
 * buckets × (arrivals + departures of the paper).
 */
export class HubLevel {
  private readonly network: Network;
  private readonly tables: CarriedTables;
  private readonly evidence: PairEvidence;
  /** Entries of the departures in hand, by paper, then day. */
  private entries = new Int32Array(0);
  private values = new Int32Array(0);
  private days = new Int32Array(0);
  private queue = new Int32Array(0);
  /** By paper: where its entries start. */
  private readonly starts: Int32Array;
  /** Whether a shared document brings evidence at all. */
  private readonly documentsTell: boolean;

  constructor(network: Network, tables: CarriedTables, evidence: PairEvidence) {
    this.network = network;
    this.tables = tables;
    this.evidence = evidence;
    this.starts = new Int32Array(network.goods.count + 1);
    this.documentsTell = tables.goods.some((bits, cell) => bits !== tables.goodsWithDocument[cell]);
  }

  /** `span` is the most days an arrival and a departure of the party leave open together. */
  raise(arrivals: ArrivalsInHand, departures: DeparturesInHand, span: number): void {
    const { starts } = this;
    this.sortByPaper(departures);
    const documents = this.documentsOf(arrivals);
    raiseDeclared(this.network, arrivals, departures, this.evidence);
    for (let paper = 0; paper < this.network.goods.count; paper++) {
      const from = starts[paper] as number;
      const to = starts[paper + 1] as number;
      if (from === to) continue;
      const shared = documents.size > 0 && this.shares(departures, from, to, documents);
      const goods = shared ? this.evidence.goods : this.tables.goods;
      this.raiseByPaper(arrivals.seen, departures.seen, arrivals, departures, from, to, paper, goods, span);
      this.raiseByPaper(arrivals.needed, departures.needed, arrivals, departures, from, to, paper, goods, span);
    }
  }

  private raiseByPaper(
    target: Int32Array,
    source: Int32Array,
    arrivals: ArrivalsInHand,
    departures: DeparturesInHand,
    from: number,
    to: number,
    paper: number,
    goods: Int16Array,
    span: number,
  ): void {
    const { dwellEdges, time } = this.network.weights;
    const { entries, values, days } = this;
    let n = 0;
    for (let e = from; e < to; e++) {
      const j = entries[e] as number;
      const value = source[j] as number;
      if (isNever(value)) continue;
      values[n] = value + this.evidence.lots.ofDeparture(departures.movement[j] as number);
      days[n++] = departures.day[j] as number;
    }
    if (n === 0) return;
    for (let bucket = 0; bucket < dwellEdges.length; bucket++) {
      const opens = bucket === 0 ? -span : (dwellEdges[bucket - 1] as number) + 1;
      const closes = dwellEdges[bucket] as number;
      this.slide(target, arrivals, n, opens, closes, time[bucket] as number, paper, goods);
    }
  }

  /** One pass of a monotone queue: departures of one paper whose stay lies in `[opens, closes]` days. */
  private slide(
    target: Int32Array,
    arrivals: ArrivalsInHand,
    n: number,
    opens: number,
    closes: number,
    time: number,
    paper: number,
    goods: Int16Array,
  ): void {
    const { queue, values, days, tables, evidence } = this;
    const { weights, goods: kinds } = this.network;
    const { count, day: arrivalDays, paper: papers, choiceFloor } = arrivals;
    const plain = kinds.count === 1 && !weights.choice;
    const only = goods[0] as number;
    let head = 0;
    let tail = 0;
    let entering = 0;
    for (let i = 0; i < count; i++) {
      const day = arrivalDays[i] as number;
      while (entering < n && (days[entering] as number) <= day + closes) {
        const value = values[entering] as number;
        while (tail > head && (values[queue[tail - 1] as number] as number) <= value) tail--;
        queue[tail++] = entering;
        entering++;
      }
      while (head < tail && (days[queue[head] as number] as number) < day + opens) head++;
      if (head === tail) {
        if (entering === n) return;
        continue;
      }
      const top = time + (values[queue[head] as number] as number);
      if (plain) {
        if (only !== NONE && top + only > (target[i] as number)) target[i] = top + only;
        continue;
      }
      const cell = (papers[i] as number) * kinds.count + paper;
      const best = goods[cell] as number;
      if (best === NONE || top + best <= (target[i] as number)) continue;
      const value = top + best + evidence.share(choiceFloor[i] as number, tables.fit[cell] as number);
      if (value > (target[i] as number)) target[i] = value;
    }
  }

  private sortByPaper({ movement, count }: DeparturesInHand): void {
    const { starts } = this;
    const { goods } = this.network.movements;
    if (this.entries.length < count) {
      this.entries = new Int32Array(count);
      this.values = new Int32Array(count);
      this.days = new Int32Array(count);
      this.queue = new Int32Array(count);
    }
    starts.fill(0);
    for (let j = 0; j < count; j++) {
      const paper = goods[movement[j] as number] as number;
      starts[paper + 1] = (starts[paper + 1] as number) + 1;
    }
    for (let paper = 1; paper < starts.length; paper++) {
      starts[paper] = (starts[paper] as number) + (starts[paper - 1] as number);
    }
    const next = starts.slice();
    for (let j = 0; j < count; j++) {
      const paper = goods[movement[j] as number] as number;
      const at = next[paper] as number;
      this.entries[at] = j;
      next[paper] = at + 1;
    }
  }

  /** Documents of the arrivals in hand. */
  private documentsOf({ movement, count }: ArrivalsInHand): Set<number> {
    const documents = new Set<number>();
    if (!this.documentsTell) return documents;
    for (let i = 0; i < count; i++) {
      const document = this.network.movements.document[movement[i] as number] as number;
      if (document >= 0) documents.add(document);
    }
    return documents;
  }

  private shares(departures: DeparturesInHand, from: number, to: number, documents: ReadonlySet<number>): boolean {
    for (let e = from; e < to; e++) {
      const b = departures.movement[this.entries[e] as number] as number;
      if (documents.has(this.network.movements.document[b] as number)) return true;
    }
    return false;
  }
}
