/** Bounds at busy parties: sliding-window maxima over departures, one for each dwell bucket and paper. */
import type { BoundsRoom } from './bounds.js';
import type { CarriedTables } from './carried.js';
import { type Network, NONE, type Question } from './network.js';

/**
 * Raises the bounds of arrivals whose window holds more than `pairsAtMost` departures.
 *
 * Departures come by earliest day and arrivals by latest day, so for each paper and bucket both ends of the
 * window only move on, and a monotone queue gives each maximum in constant time (amortised). Cost: papers ×
 * buckets × (arrivals + departures of the paper).
 */
export class HubLevel {
  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;
  private readonly tables: CarriedTables;
  private readonly bestQuantity: Int16Array;
  private readonly bestValue: number;
  private readonly logFit: Int16Array;
  private queue = new Int32Array(0);
  private list = new Int32Array(0);
  private valueSeen = new Int32Array(0);
  private valueNeeded = new Int32Array(0);
  /** By arrival of the party in hand: 1 if it is left to the window maxima. */
  private crowded = new Uint8Array(0);
  /** Documents of arrivals at the party in hand. */
  private readonly documents = new Set<number>();

  constructor(
    network: Network,
    question: Question,
    room: BoundsRoom,
    tables: CarriedTables,
    bestQuantity: Int16Array,
    bestValue: number,
    logFit: Int16Array,
  ) {
    this.network = network;
    this.question = question;
    this.room = room;
    this.tables = tables;
    this.bestQuantity = bestQuantity;
    this.bestValue = bestValue;
    this.logFit = logFit;
  }

  /** Raises level `level` for arrivals `arrivalsAt[from … to − 1]` of the party. */
  raise(level: number, party: number, from: number, to: number, pairsAtMost: number): void {
    const { movements } = this.network;
    const first = movements.departures[party] as number;
    const last = movements.departures[party + 1] as number;
    if (this.list.length < last - first) {
      this.list = new Int32Array(last - first);
      this.queue = new Int32Array(last - first);
      this.valueSeen = new Int32Array(last - first);
      this.valueNeeded = new Int32Array(last - first);
    }
    if (this.crowded.length < to - from) this.crowded = new Uint8Array(to - from);
    this.documents.clear();
    let arrivalSpan = 0;
    for (let i = from; i < to; i++) {
      const a = movements.arrivalsAt[i] as number;
      const document = movements.document[a] as number;
      if (document >= 0) this.documents.add(document);
      this.crowded[i - from] = this.isCrowded(a, party, pairsAtMost) ? 1 : 0;
      const opens = Math.max(movements.arrivesEarliest[a] as number, movements.departsEarliest[a] as number);
      arrivalSpan = Math.max(arrivalSpan, (movements.arrivesLatest[a] as number) - opens);
    }
    for (const [paper, count] of this.papersOf(first, last)) {
      this.raiseByPaper(level, party, from, to, paper, count, arrivalSpan);
    }
  }

  /** The papers of departures that can stand in a route, ascending, with how many there are. */
  private papersOf(first: number, last: number): [number, number][] {
    const counts = new Map<number, number>();
    for (let b = first; b < last; b++) {
      if (this.room.movement[b] === NONE) continue;
      const paper = this.network.movements.goods[b] as number;
      counts.set(paper, (counts.get(paper) ?? 0) + 1);
    }
    return [...counts].sort((x, y) => x[0] - y[0]);
  }

  private raiseByPaper(
    level: number,
    party: number,
    from: number,
    to: number,
    paper: number,
    count: number,
    arrivalSpan: number,
  ): void {
    const { network, question, room, list, valueSeen, valueNeeded } = this;
    const { movements, weights } = network;
    const belowSeen = room.seen[level - 1] as Int16Array;
    const belowNeeded = room.needed[level - 1];
    let n = 0;
    let documented = false;
    for (let b = movements.departures[party] as number; n < count; b++) {
      if (movements.goods[b] !== paper || room.movement[b] === NONE) continue;
      const own = (room.movement[b] as number) + this.quantityOf(b);
      const following = belowSeen[b] as number;
      list[n] = b;
      valueSeen[n] = following === NONE ? NONE : own + following;
      const ahead =
        belowNeeded === undefined
          ? NONE
          : ((question.tier2[movements.consignee[b] as number] === 1 ? following : belowNeeded[b]) as number);
      valueNeeded[n] = ahead === NONE ? NONE : own + ahead;
      const document = movements.document[b] as number;
      if (document >= 0 && this.documents.has(document)) documented = true;
      n++;
    }
    const goodsTable = documented ? this.best() : this.tables.goods;
    for (let bucket = 0; bucket < weights.dwellEdges.length; bucket++) {
      const opens =
        bucket === 0
          ? -arrivalSpan - (movements.departureSpan[party] as number)
          : (weights.dwellEdges[bucket - 1] as number) + 1;
      const closes = weights.dwellEdges[bucket] as number;
      const time = weights.time[bucket] as number;
      this.slide(room.seen[level] as Int16Array, valueSeen, n, opens, closes, time, from, to, paper, goodsTable);
      if (belowNeeded !== undefined) {
        this.slide(room.needed[level] as Int16Array, valueNeeded, n, opens, closes, time, from, to, paper, goodsTable);
      }
    }
  }

  /** One pass of a monotone queue: departures of one paper whose stay lies in `[opens, closes]` days. */
  private slide(
    target: Int16Array,
    values: Int32Array,
    n: number,
    opens: number,
    closes: number,
    time: number,
    from: number,
    to: number,
    paper: number,
    goodsTable: Int16Array,
  ): void {
    const { network, question, room, list, queue, tables } = this;
    const { movements, weights, goods } = network;
    let head = 0;
    let tail = 0;
    let entering = 0;
    for (let i = from; i < to; i++) {
      const a = movements.arrivalsAt[i] as number;
      const day = movements.arrivesLatest[a] as number;
      while (entering < n && (movements.departsEarliest[list[entering] as number] as number) <= day + closes) {
        const value = values[entering] as number;
        if (value !== NONE) {
          while (tail > head && (values[queue[tail - 1] as number] as number) <= value) tail--;
          queue[tail++] = entering;
        }
        entering++;
      }
      while (head < tail && (movements.departsEarliest[list[queue[head] as number] as number] as number) < day + opens) head++;
      if (head === tail || this.crowded[i - from] === 0 || room.movement[a] === NONE) continue;
      const group = question.ending[a] as number;
      if (group !== 0 && question.endings.final[group] === 1) continue;
      const cell = (movements.goods[a] as number) * goods.count + paper;
      const best = goodsTable[cell] as number;
      if (best === NONE) continue;
      const share = weights.choice
        ? Math.min(0, (this.logFit[tables.fit[cell] as number] as number) - (room.choiceFloor[a] as number))
        : 0;
      const value = weights.hop + time + best + share + this.bestValue + (values[queue[head] as number] as number);
      if (value > (target[a] as number)) target[a] = Math.min(0x7fff, Math.max(-0x7fff, value));
    }
  }

  /** Whether the arrival was left to the window maxima (the same test as in `bounds.ts`). */
  private isCrowded(a: number, party: number, pairsAtMost: number): boolean {
    const { movements, weights } = this.network;
    const to = movements.departures[party + 1] as number;
    const opens = Math.max(movements.arrivesEarliest[a] as number, movements.departsEarliest[a] as number);
    const lowest = opens - (movements.departureSpan[party] as number);
    let low = movements.departures[party] as number;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((movements.departsEarliest[middle] as number) < lowest) low = middle + 1;
      else high = middle;
    }
    const at = low + pairsAtMost;
    const latest = (movements.arrivesLatest[a] as number) + (weights.dwellEdges[weights.dwellEdges.length - 1] as number);
    return at < to && (movements.departsEarliest[at] as number) <= latest;
  }

  private quantityOf(b: number): number {
    const { movements, weights } = this.network;
    const at = ((movements.rarity[b] as number) * weights.stocks + (movements.stock[b] as number)) * weights.splits;
    let best = NONE;
    for (let split = 0; split < weights.splits; split++) best = Math.max(best, this.bestQuantity[at + split] as number);
    return best;
  }

  private bestTable: Int16Array | undefined;
  /** Goods evidence at its best, shared document or not. */
  private best(): Int16Array {
    this.bestTable ??= this.tables.goods.map((bits, i) => Math.max(bits, this.tables.goodsWithDocument[i] as number));
    return this.bestTable;
  }
}
