/** How each lot compares with the rest of the population: its stock, its onward lots, its quantity's rarity. */
import type { Goods, Movements } from './network.js';

/** Numbers into class codes; see `Movements.rarity`, `.stock` and `.split`. */
export interface LotClasses {
  /** Chips of an onward lot against those of all compatible arrivals of its window (NaN where unknown). */
  readonly stock: (chips: number, stockChips: number) => number;
  /** Chips that arrived against those of all compatible onward lots of the window, and how many these are. */
  readonly split: (arrivedChips: number, onwardChips: number, onwardLots: number) => number;
  /** Lots of about this quantity (this one too) among all lots of such goods. */
  readonly rarity: (sameLots: number, allLots: number) => number;
  /** Code where nothing can be said. */
  readonly unknownStock: number;
  readonly unknownRarity: number;
}

/**
 * Fills `movements.stock`, `.split` and `.rarity`.
 *
 * Windows count movements that are possible pair by pair: those that can have arrived by the last day of departure
 * less those that surely came before the window, from two sorted lists a paper, so a hub costs n log n and not
 * n². Where the onward paper leaves the goods open they are read as the most plentiful compatible arrivals.
 *
 * @param tied by party: 1 where goods can come in by a tie, so that its own arrivals are not the whole stock
 */
export function classifyLots(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  tied: Uint8Array,
  classes: LotClasses,
): void {
  rarities(movements, goods, classes);
  for (let party = 0; party < movements.parties; party++) {
    const from = movements.departures[party] as number;
    const to = movements.departures[party + 1] as number;
    const arrivalsFrom = movements.arrivals[party] as number;
    const arrivalsTo = movements.arrivals[party + 1] as number;
    const departures = Array.from({ length: to - from }, (_, i) => from + i);
    const arrivals = Array.from(movements.arrivalsAt.subarray(arrivalsFrom, arrivalsTo));
    if (arrivals.length === 0) {
      for (const b of departures) movements.stock[b] = classes.unknownStock;
      continue;
    }
    stocks(movements, goods, windowDays, tied[party] === 1, arrivals, departures, classes);
    splits(movements, goods, windowDays, arrivals, departures, classes);
  }
}

/** Chips by paper in order of one day column, summed up. */
interface RunningSum {
  readonly paper: number;
  readonly opens: Float64Array;
  readonly opensSum: Float64Array;
  readonly closes: Float64Array;
  readonly closesSum: Float64Array;
  /** Days of lots whose size is not known, ascending. */
  readonly unknownOpens: Float64Array;
  readonly unknownCloses: Float64Array;
}

function stocks(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  tied: boolean,
  arrivals: readonly number[],
  departures: readonly number[],
  classes: LotClasses,
): void {
  const sums = runningSums(movements, goods, arrivals, firstArrival, (m, a) => m.arrivesLatest[a] as number);
  for (const b of departures) {
    const paper = movements.goods[b] as number;
    const latest = movements.departsLatest[b] as number;
    const earliest = (movements.departsEarliest[b] as number) - windowDays;
    let stock = 0;
    let lots = 0;
    let most = Number.NEGATIVE_INFINITY;
    let carried = paper;
    for (const sum of sums) {
      if (goods.relation[sum.paper * goods.count + paper] === 0) continue;
      const { chips, count, unknown } = between(sum, earliest, latest);
      if (unknown > 0) stock = Number.NaN;
      if (count === 0) continue;
      stock += chips;
      lots += count;
      if (!(chips <= most)) {
        most = chips;
        carried = goods.carry[sum.paper * goods.count + paper] as number;
      }
    }
    const chips = (movements.units[b] as number) * (goods.chipsPerPiece[carried] as number);
    const code = lots === 0 ? classes.unknownStock : classes.stock(chips, stock);
    // What came in by a tie is not seen here, so "more than the stock" cannot be said.
    movements.stock[b] = Number.isNaN(stock) || (tied && chips > stock) ? classes.unknownStock : code;
  }
}

function splits(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  arrivals: readonly number[],
  departures: readonly number[],
  classes: LotClasses,
): void {
  const sums = runningSums(
    movements,
    goods,
    departures,
    (m, b) => m.departsEarliest[b] as number,
    (m, b) => m.departsLatest[b] as number,
  );
  for (const a of arrivals) {
    const paper = movements.goods[a] as number;
    let onward = 0;
    let lots = 0;
    for (const sum of sums) {
      const cell = paper * goods.count + sum.paper;
      if (goods.relation[cell] === 0) continue;
      const opens = firstArrival(movements, a);
      const { chips, count, unknown } = between(sum, opens, (movements.arrivesLatest[a] as number) + windowDays);
      lots += unknown;
      if (unknown > 0) onward = Number.NaN;
      if (count === 0) continue;
      // The sums are in chips of the onward paper; a silent paper carries what arrived.
      const own = goods.chipsPerPiece[sum.paper] as number;
      onward += (chips / own) * (goods.chipsPerPiece[goods.carry[cell] as number] as number);
      lots += count;
    }
    const arrived = (movements.units[a] as number) * (goods.chipsPerPiece[paper] as number);
    movements.split[a] = classes.split(arrived, onward, lots);
  }
}

function firstArrival(movements: Movements, m: number): number {
  return Math.max(movements.arrivesEarliest[m] as number, movements.departsEarliest[m] as number);
}

/** By paper: chips summed up in order of the opening day, and in order of the closing day (never before it). */
function runningSums(
  movements: Movements,
  goods: Goods,
  list: readonly number[],
  opens: (movements: Movements, m: number) => number,
  closes: (movements: Movements, m: number) => number,
): RunningSum[] {
  const byPaper = new Map<number, number[]>();
  for (const m of list) {
    const paper = movements.goods[m] as number;
    const same = byPaper.get(paper);
    if (same === undefined) byPaper.set(paper, [m]);
    else same.push(m);
  }
  const summed = (members: readonly number[], day: (movements: Movements, m: number) => number, paper: number) => {
    const order = [...members].sort((x, y) => day(movements, x) - day(movements, y));
    const sums = new Float64Array(order.length + 1);
    order.forEach((m, i) => {
      sums[i + 1] = (sums[i] as number) + (movements.units[m] as number) * (goods.chipsPerPiece[paper] as number);
    });
    return { days: Float64Array.from(order, (m) => day(movements, m)), sums };
  };
  return [...byPaper].map(([paper, members]) => {
    // A lot of unknown size would make every later sum unknown, so these are only counted.
    const known = members.filter((m) => !Number.isNaN(movements.units[m] as number));
    const unknown = members.filter((m) => Number.isNaN(movements.units[m] as number));
    const opening = summed(known, opens, paper);
    const closing = summed(known, closes, paper);
    return {
      paper,
      opens: opening.days,
      opensSum: opening.sums,
      closes: closing.days,
      closesSum: closing.sums,
      unknownOpens: summed(unknown, opens, paper).days,
      unknownCloses: summed(unknown, closes, paper).days,
    };
  });
}

/** Sum over those that opened by `last` less those that closed before `first`: all that touch the interval. */
function between(sum: RunningSum, first: number, last: number): { chips: number; count: number; unknown: number } {
  const opened = upperBound(sum.opens, last);
  const closed = upperBound(sum.closes, first - 1);
  return {
    chips: (sum.opensSum[opened] as number) - (sum.closesSum[closed] as number),
    count: opened - closed,
    unknown: upperBound(sum.unknownOpens, last) - upperBound(sum.unknownCloses, first - 1),
  };
}

/** How many of the ascending numbers are at most `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts lots by (paper, units). */
function rarities(movements: Movements, goods: Goods, classes: LotClasses): void {
  const all = new Float64Array(goods.count);
  const same = new Map<number, number>();
  const keyOf = (m: number): number => (movements.units[m] as number) * goods.count + (movements.goods[m] as number);
  for (let m = 0; m < movements.count; m++) {
    if (Number.isNaN(movements.units[m] as number)) continue;
    const paper = movements.goods[m] as number;
    all[paper] = (all[paper] as number) + 1;
    same.set(keyOf(m), (same.get(keyOf(m)) ?? 0) + 1);
  }
  for (let m = 0; m < movements.count; m++) {
    movements.rarity[m] = Number.isNaN(movements.units[m] as number)
      ? classes.unknownRarity
      : classes.rarity(same.get(keyOf(m)) as number, all[movements.goods[m] as number] as number);
  }
}
