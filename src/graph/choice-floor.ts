/** How much an arrival can choose from, at least. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import type { CarriedTables } from './carried.js';
import type { Network } from './network.js';
import { classOf } from './pairing.js';

/** Departures of a party above which each of the goods an arrival can carry has its own sum, and not their least fits one. */
const BUSY = 256;

/** Departures back to one sender within a window above which an arrival from there is taken to have no choice at all. */
const BACK_AT_MOST = 4096;

/**
 * Lower bounds of the sum of fits of the candidates of an arrival.
 *
 * A departure counts with the least fit its paper and the order of its quantity (a power of two) allow after those of the
 * arrival, whatever goods are carried. So the sum over those that can follow an arrival is a difference of two running sums: over those
 * that leave by the end of the window, in order of their first day, less those that have left before the arrival can
 * come, in order of their last. What a tied party sends on makes the true sum larger.
 */
export class ChoiceFloor {
  private readonly network: Network;
  private readonly busy: number;
  /** `[goods, then paper a][paper b][step from the order of a to that of b]`: least fit, 1/256; see stepOf. */
  private readonly leastFit: Uint16Array;
  private readonly possible: readonly (readonly number[])[];
  /** By paper: its own row of `leastFit`. */
  private readonly alone: readonly (readonly number[])[];
  /** By departure of the party in hand: the next one to the same consignee, -1 for the last. */
  private nextTo = new Int32Array(64);
  /** By party: the first departure to it, -1 without one. */
  private readonly firstTo: Int32Array;
  /** The last days of the departures in hand, ascending. */
  private lastDays = new Int32Array(64);
  /** Column of each departure in hand in a row of `leastFit`, but for the step: in order of first and of last day. */
  private firsts = new Int32Array(64);
  private lasts = new Int32Array(64);
  /** Whether both orders are one. */
  private inOrder = true;
  /** Running sums of the party in hand. */
  private sums = new Int32Array(1024);
  private summed = 0;
  /** Departures in hand. */
  private count = 0;
  /** By row and order that arrive: where its sums over the first departures by first day begin, by last day behind them; or -1. */
  private readonly place: Int32Array;
  /** Which of those the party in hand has. */
  private readonly placed: number[] = [];

  constructor(network: Network, tables: CarriedTables, busy = BUSY) {
    const { count } = network.goods;
    this.network = network;
    this.busy = busy;
    this.possible = tables.possible;
    this.leastFit = leastFits(network, tables.possible);
    this.alone = Array.from({ length: count }, (_, paper) => [count + paper]);
    this.firstTo = new Int32Array(network.movements.parties).fill(-1);
    this.place = new Int32Array(2 * count * ORDERS).fill(-1);
  }

  /**
   * For the arrivals in hand, described, of a party: floor of 64 · log2 of a lower bound of the sum of fits, in 1/65,536;
   * 0 where there may be none.
   */
  fill(party: number, arrivals: ArrivalsInHand, choiceFloor: Int16Array): void {
    const { movements, weights } = this.network;
    const { departsEarliest, departures, consignee } = movements;
    const from = departures[party] as number;
    const to = departures[party + 1] as number;
    if (from === to || arrivals.count === 0) return;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    this.take(from, to);
    let end = from;
    for (let i = 0; i < arrivals.count; i++) {
      const latest = (arrivals.day[i] as number) + window;
      while (end < to && (departsEarliest[end] as number) <= latest) end++;
      choiceFloor[arrivals.movement[i] as number] = floorOf(this.least(arrivals, i, from, end - from));
    }
    for (let b = from; b < to; b++) this.firstTo[consignee[b] as number] = -1;
    for (const lot of this.placed) this.place[lot] = -1;
    this.placed.length = 0;
    this.summed = 0;
  }

  /** Least sum of fits of arrival `i` in hand over what its rows stand for and the first `entered` departures, 1/256. */
  private least(arrivals: ArrivalsInHand, i: number, from: number, entered: number): number {
    const busy = this.count > this.busy;
    const paper = arrivals.paper[i] as number;
    const rows = (busy ? this.possible : this.alone)[paper] as readonly number[];
    const order = busy ? orderOf(arrivals.units[i] as number) : ANY;
    const opens = arrivals.opens[i] as number;
    const left = this.leftBefore(opens);
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < rows.length && least > 0; k++) {
      const lot = (rows[k] as number) * ORDERS + order;
      if ((this.place[lot] as number) < 0) this.sum(lot);
      const at = this.place[lot] as number;
      const sum =
        (this.sums[at + entered] as number) - (this.sums[at + (this.inOrder ? 0 : this.count + 1) + left] as number);
      const sender = arrivals.sender[i] as number;
      least = Math.min(least, sum === 0 ? 0 : sum - this.back(sender, lot, opens, from, entered));
    }
    return least;
  }

  /** Takes up the departures `from` to `to` − 1: those to each consignee in a chain, all by first and by last day. */
  private take(from: number, to: number): void {
    const { consignee, departsEarliest, goods, units } = this.network.movements;
    const count = to - from;
    const busy = count > this.busy;
    this.count = count;
    if (count > this.nextTo.length) {
      this.nextTo = new Int32Array(count);
      this.lastDays = new Int32Array(count);
      this.firsts = new Int32Array(count);
      this.lasts = new Int32Array(count);
    }
    const first = departsEarliest[from] as number;
    const keys = new Float64Array(count);
    this.inOrder = true;
    for (let b = to - 1; b >= from; b--) {
      const next = consignee[b] as number;
      const j = b - from;
      this.nextTo[j] = this.firstTo[next] as number;
      this.firstTo[next] = j;
      this.firsts[j] = (goods[b] as number) * ORDERS + (busy ? orderOf(units[b] as number) : ANY);
      keys[j] = (this.lastDay(b) - first) * count + j;
      if (j + 1 < count && (keys[j] as number) > (keys[j + 1] as number)) this.inOrder = false;
    }
    if (!this.inOrder) keys.sort();
    for (let j = 0; j < count; j++) {
      const key = keys[j] as number;
      this.lasts[j] = this.firsts[key % count] as number;
      this.lastDays[j] = first + Math.floor(key / count);
    }
  }

  /** The last day on which goods can come that leave with a movement. */
  private lastDay(b: number): number {
    const { departsLatest, arrivesLatest } = this.network.movements;
    return Math.min(departsLatest[b] as number, arrivesLatest[b] as number);
  }

  /** How many of the departures in hand have their last day before `day`. */
  private leftBefore(day: number): number {
    const { lastDays } = this;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lastDays[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Sums up the least fits after lots of one row and order; entry j of either half sums the first j departures. */
  private sum(lot: number): void {
    const { count, firsts, lasts } = this;
    const at = this.summed;
    const behind = at + count + 1;
    this.summed = behind + count + 1;
    if (this.summed > this.sums.length) {
      const longer = new Int32Array(2 * this.summed);
      longer.set(this.sums);
      this.sums = longer;
    }
    const { sums } = this;
    sums[at] = 0;
    sums[behind] = 0;
    for (let j = 0; j < count; j++) sums[at + j + 1] = (sums[at + j] as number) + this.fit(lot, firsts[j] as number);
    for (let j = 0; j < count && !this.inOrder; j++) {
      sums[behind + j + 1] = (sums[behind + j] as number) + this.fit(lot, lasts[j] as number);
    }
    this.placed.push(lot);
    this.place[lot] = at;
  }

  /** Least fit of a departure of one paper and order after a lot of one row and order. */
  private fit(lot: number, onward: number): number {
    const cell = (lot >> ORDER_BITS) * this.network.goods.count + (onward >> ORDER_BITS);
    return this.leastFit[cell * STEPS + stepOf(lot & (ORDERS - 1), onward & (ORDERS - 1))] as number;
  }

  /** What of a sum over the first departures goes back to the sender; all where that is too much to look at. */
  private back(sender: number, lot: number, opens: number, from: number, entered: number): number {
    let sum = 0;
    let returns = 0;
    let j = this.firstTo[sender] as number;
    for (; j >= 0 && j < entered; j = this.nextTo[j] as number) {
      if (++returns > BACK_AT_MOST) return Number.POSITIVE_INFINITY;
      if (this.lastDay(from + j) >= opens) sum += this.fit(lot, this.firsts[j] as number);
    }
    return sum;
  }
}

/** Orders of quantity: 0 unknown, 1 any, then powers of two from one piece on. */
const ORDER_BITS = 5;
const ORDERS = 1 << ORDER_BITS;
const ANY = 1;

function orderOf(units: number): number {
  if (Number.isNaN(units)) return 0;
  return units < 1 || units >= MOST_UNITS ? ANY : 33 - Math.clz32(units);
}

const MOST_UNITS = 2 ** (ORDERS - 2);

/** Steps from one order to another: 0 where either is unknown, 1 where one is any, else so many powers of two. */
const STEPS = 2 * ORDERS + 2;

function stepOf(arrived: number, onward: number): number {
  if (arrived === ANY || onward === ANY) return 1;
  if (arrived === 0 || onward === 0) return 0;
  return 2 + ORDERS + onward - arrived;
}

/** As `ChoiceFloor.leastFit`; of papers only the step for any order. 0 where some of the goods cannot go on. */
function leastFits(network: Network, possible: readonly (readonly number[])[]): Uint16Array {
  const { count } = network.goods;
  const least = new Uint16Array(2 * count * count * STEPS);
  for (let carried = 0; carried < count; carried++) {
    for (let paper = 0; paper < count; paper++) {
      const cell = (carried * count + paper) * STEPS;
      for (let step = 0; step < STEPS; step++) least[cell + step] = leastFit(network, carried, paper, step);
    }
  }
  possible.forEach((codes, arriving) => {
    for (let paper = 0; paper < count; paper++) {
      const fits = codes.map((carried) => least[(carried * count + paper) * STEPS + 1] as number);
      least[((count + arriving) * count + paper) * STEPS + 1] = fits.length === 0 ? 0 : Math.min(...fits);
    }
  });
  return least;
}

/** Least fit of a lot with this paper after these goods, so many steps away, 1/256. */
function leastFit({ goods, weights }: Network, carried: number, paper: number, step: number): number {
  const { quantityEdges, fit } = weights;
  const classes = quantityEdges.length + 2;
  const cell = carried * goods.count + paper;
  const relation = goods.relation[cell] as number;
  if (relation === 0 || weights.needsMatch[relation] === 1) return 0;
  const each = (goods.chipsPerPiece[goods.carry[cell] as number] as number) / (goods.chipsPerPiece[carried] as number);
  // Two lots a whole number of powers apart can be almost one power nearer or farther.
  const powers = step - 2 - ORDERS;
  const first = step < 2 ? 0 : classOf(2 ** (powers - 1) * each, quantityEdges);
  const last = step === 0 ? 0 : step === 1 ? classes - 1 : classOf(2 ** (powers + 1) * each, quantityEdges);
  let least = 256;
  for (let q = first; q <= last; q++) least = Math.min(least, fit[relation * classes + q] as number);
  return least;
}

/** Floor of 64 · log2 of a sum of fits in 1/256, told in 1/65,536. */
function floorOf(sum: number): number {
  return sum <= 0 ? 0 : Math.floor(64 * Math.log2(sum * 256));
}
