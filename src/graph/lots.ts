/** How each lot compares with the rest of the population: its stock, its onward lots, its quantity's rarity. */
import type { Goods, Movements } from './network.js';
import { RunningSums } from './running-sums.js';

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
 * n². Where the onward paper leaves the goods open they are read as the most plentiful compatible arrivals, of
 * equals as those with the lower code.
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
  const { departures, arrivals } = movements;
  const sums = new RunningSums(goods.count);
  for (let party = 0; party < movements.parties; party++) {
    const comes = arrivals[party] !== arrivals[party + 1];
    if (departures[party] !== departures[party + 1]) {
      if (comes) stocks(movements, goods, windowDays, party, tied[party] === 1, sums, classes);
      else movements.stock.fill(classes.unknownStock, departures[party], departures[party + 1]);
    }
    if (comes) splits(movements, goods, windowDays, party, sums, classes);
  }
}

function stocks(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  party: number,
  tied: boolean,
  sums: RunningSums,
  classes: LotClasses,
): void {
  const { departsEarliest, arrivesLatest, arrivalsAt, units } = movements;
  const to = movements.arrivals[party + 1] as number;
  let i = movements.arrivals[party] as number;
  sums.reset(to - i);
  for (; i < to; i++) {
    const a = arrivalsAt[i] as number;
    const paper = movements.goods[a] as number;
    const chips = (units[a] as number) * (goods.chipsPerPiece[paper] as number);
    sums.add(paper, firstArrival(movements, a), arrivesLatest[a] as number, chips);
  }
  sums.sum();
  const end = movements.departures[party + 1] as number;
  for (let b = movements.departures[party] as number; b < end; b++) {
    const paper = movements.goods[b] as number;
    const earliest = (departsEarliest[b] as number) - windowDays;
    const latest = lastDeparture(movements, b);
    let stock = 0;
    let known = 0;
    let most = Number.NEGATIVE_INFINITY;
    let carried = paper;
    for (let p = 0; p < sums.papers; p++) {
      const cell = sums.code(p) * goods.count + paper;
      if (goods.relation[cell] === 0) continue;
      sums.between(p, earliest, latest);
      if (sums.unknown > 0) stock = Number.NaN;
      if (sums.known === 0) continue;
      stock += sums.chips;
      known += sums.known;
      if (sums.chips > most) {
        most = sums.chips;
        carried = goods.carry[cell] as number;
      }
    }
    const chips = (units[b] as number) * (goods.chipsPerPiece[carried] as number);
    // What came in by a tie is not seen here, so "more than the stock" cannot be said.
    const open = known === 0 || Number.isNaN(stock) || (tied && chips > stock);
    movements.stock[b] = open ? classes.unknownStock : classes.stock(chips, stock);
  }
}

function splits(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  party: number,
  sums: RunningSums,
  classes: LotClasses,
): void {
  const { departsEarliest, arrivesLatest, arrivalsAt, units } = movements;
  const { count, relation, carry, chipsPerPiece } = goods;
  const end = movements.departures[party + 1] as number;
  let b = movements.departures[party] as number;
  sums.reset(end - b);
  // A silent paper carries what arrived, so pieces are summed up and not chips.
  for (; b < end; b++) {
    sums.add(
      movements.goods[b] as number,
      departsEarliest[b] as number,
      lastDeparture(movements, b),
      units[b] as number,
    );
  }
  sums.sum();
  for (let i = movements.arrivals[party] as number; i < (movements.arrivals[party + 1] as number); i++) {
    const a = arrivalsAt[i] as number;
    const paper = movements.goods[a] as number;
    const opens = firstArrival(movements, a);
    const closes = (arrivesLatest[a] as number) + windowDays;
    let onward = 0;
    let lots = 0;
    for (let p = 0; p < sums.papers; p++) {
      const cell = paper * count + sums.code(p);
      if (relation[cell] === 0) continue;
      sums.between(p, opens, closes);
      lots += sums.known + sums.unknown;
      if (sums.unknown > 0) onward = Number.NaN;
      onward += sums.chips * (chipsPerPiece[carry[cell] as number] as number);
    }
    const arrived = (units[a] as number) * (chipsPerPiece[paper] as number);
    movements.split[a] = classes.split(arrived, onward, lots);
  }
}

/** First day on which movement `m` can arrive. */
function firstArrival({ arrivesEarliest, departsEarliest }: Movements, m: number): number {
  return Math.max(arrivesEarliest[m] as number, departsEarliest[m] as number);
}

/** Last day on which movement `m` can depart. */
function lastDeparture({ departsLatest, arrivesLatest }: Movements, m: number): number {
  return Math.min(departsLatest[m] as number, arrivesLatest[m] as number);
}

/** Counts lots by (paper, units). */
function rarities(movements: Movements, goods: Goods, classes: LotClasses): void {
  const { count, units, goods: papers, rarity } = movements;
  const all = new Float64Array(goods.count);
  /** By paper, then by units. */
  const numbers = Array.from({ length: goods.count }, () => new Map<number, number>());
  const same: number[] = [];
  const paperOf: number[] = [];
  /** By movement, the number of its (paper, units); -1 where the quantity is unknown. */
  const kind = new Int32Array(count).fill(-1);
  for (let m = 0; m < count; m++) {
    const pieces = units[m] as number;
    if (Number.isNaN(pieces)) continue;
    const paper = papers[m] as number;
    const byUnits = numbers[paper] as Map<number, number>;
    let number = byUnits.get(pieces);
    if (number === undefined) {
      number = same.push(0) - 1;
      paperOf.push(paper);
      byUnits.set(pieces, number);
    }
    kind[m] = number;
    same[number] = (same[number] as number) + 1;
    all[paper] = (all[paper] as number) + 1;
  }
  const codes = same.map((lots, number) => classes.rarity(lots, all[paperOf[number] as number] as number));
  for (let m = 0; m < count; m++) {
    const number = kind[m] as number;
    rarity[m] = number < 0 ? classes.unknownRarity : (codes[number] as number);
  }
}
