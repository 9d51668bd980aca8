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
  /** Whether goods in this relation (a code of `Goods.relation`) weigh alike a piece; not where one holds the other. */
  readonly weightTells: (relation: number) => boolean;
  /** Whether it holds only where weight (or number) agrees: onward lots of unknown weight are then no part of a split. */
  readonly needsMatch: (relation: number) => boolean;
  /** Code where nothing can be said. */
  readonly unknownStock: number;
  readonly unknownRarity: number;
}

/**
 * Fills `movements.stock`, `.split` and `.rarity`.
 *
 * Windows count movements that are possible pair by pair: those that can have arrived by the last day of departure
 * less those that surely came before the window, from two sorted lists a kind of lots, so a hub costs n log n and not
 * n². Only lots are compared whose pieces weigh about the same (see `agree`). Goods that came to a tied party are stock
 * too. Where the onward paper leaves the goods open they are read as the most plentiful compatible arrivals, of
 * equals as those with the lower code; if that would be more than the stock, as those that make the fewest chips. The
 * stock is unknown where pieces that came untold would leave as many chips each.
 *
 * @param tiedTo the parties whose goods can pass to a party by a tie, none twice; undefined where they are too many to
 *   look at, so that "more than the stock" cannot be said
 */
export function classifyLots(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  tiedTo: (party: number) => readonly number[] | undefined,
  classes: LotClasses,
): void {
  rarities(movements, goods, classes);
  const { departures, arrivals } = movements;
  const sums = new RunningSums(goods.count * WEIGHTS);
  for (let party = 0; party < movements.parties; party++) {
    if (departures[party] !== departures[party + 1]) {
      const tied = tiedTo(party);
      const holders = [party, ...(tied ?? [])].filter((one) => arrivals[one] !== arrivals[one + 1]);
      if (holders.length > 0) stocks(movements, goods, windowDays, party, holders, tied === undefined, sums, classes);
      else movements.stock.fill(classes.unknownStock, departures[party], departures[party + 1]);
    }
    if (arrivals[party] !== arrivals[party + 1]) splits(movements, goods, windowDays, party, sums, classes);
  }
}

function stocks(
  movements: Movements,
  goods: Goods,
  windowDays: number,
  party: number,
  holders: readonly number[],
  more: boolean,
  sums: RunningSums,
  classes: LotClasses,
): void {
  const { departsEarliest, arrivesLatest, arrivalsAt, arrivals, units } = movements;
  const { count, relation, carry, chipsPerPiece } = goods;
  sums.reset(holders.reduce((lots, one) => lots + (arrivals[one + 1] as number) - (arrivals[one] as number), 0));
  for (const holder of holders) {
    for (let i = arrivals[holder] as number; i < (arrivals[holder + 1] as number); i++) {
      const a = arrivalsAt[i] as number;
      const chips = (units[a] as number) * (chipsPerPiece[movements.goods[a] as number] as number);
      sums.add(kindOf(movements, goods, a), firstArrival(movements, a), arrivesLatest[a] as number, chips);
    }
  }
  sums.sum();
  const end = movements.departures[party + 1] as number;
  for (let b = movements.departures[party] as number; b < end; b++) {
    const kind = kindOf(movements, goods, b);
    const paper = movements.goods[b] as number;
    const earliest = (departsEarliest[b] as number) - windowDays;
    const latest = lastDeparture(movements, b);
    let stock = 0;
    let known = 0;
    let most = Number.NEGATIVE_INFINITY;
    let usual = 1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < sums.kinds; k++) {
      const arrived = sums.code(k);
      const cell = paperOf(arrived) * count + paper;
      if (relation[cell] === 0 || !agree(classes, relation[cell] as number, arrived, kind)) continue;
      sums.between(k, earliest, latest);
      if (sums.unknown > 0) stock = Number.NaN;
      if (sums.known === 0) continue;
      stock += sums.chips;
      known += sums.known;
      const each = chipsPerPiece[carry[cell] as number] as number;
      // Its paper does not tell what a piece is, and the onward one says that it is many chips.
      const untold = each > 1 && chipsPerPiece[paperOf(arrived)] === 1 && classes.weightTells(relation[cell] as number);
      if (untold) stock = Number.NaN;
      fewest = Math.min(fewest, each);
      if (sums.chips > most) {
        most = sums.chips;
        usual = each;
      }
    }
    const pieces = units[b] as number;
    const chips = pieces * (pieces * usual > stock ? fewest : usual);
    const open = known === 0 || Number.isNaN(stock) || (more && chips > stock);
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
      kindOf(movements, goods, b),
      departsEarliest[b] as number,
      lastDeparture(movements, b),
      units[b] as number,
    );
  }
  sums.sum();
  for (let i = movements.arrivals[party] as number; i < (movements.arrivals[party + 1] as number); i++) {
    const a = arrivalsAt[i] as number;
    const paper = movements.goods[a] as number;
    const kind = kindOf(movements, goods, a);
    const opens = firstArrival(movements, a);
    const closes = (arrivesLatest[a] as number) + windowDays;
    let onward = 0;
    let lots = 0;
    for (let k = 0; k < sums.kinds; k++) {
      const leaving = sums.code(k);
      const cell = paper * count + paperOf(leaving);
      const related = relation[cell] as number;
      if (related === 0 || !agree(classes, related, kind, leaving)) continue;
      if (classes.needsMatch(related) && (kind % WEIGHTS === 0 || leaving % WEIGHTS === 0)) continue;
      sums.between(k, opens, closes);
      lots += sums.known + sums.unknown;
      if (sums.unknown > 0) onward = Number.NaN;
      onward += sums.chips * (chipsPerPiece[carry[cell] as number] as number);
    }
    const arrived = (units[a] as number) * (chipsPerPiece[paper] as number);
    movements.split[a] = classes.split(arrived, onward, lots);
  }
}

/** Steps of weight a piece, each a factor of √2; step 0 is unknown. */
const WEIGHTS = 64;
/** Step of one kilogram. */
const KILOGRAM = 24;

/** A lot's kind: its paper and the step of its weight a piece, else of the usual one of the goods its paper names. */
function kindOf({ goods: papers, pieceWeight }: Movements, { usualPieceWeight }: Goods, m: number): number {
  const paper = papers[m] as number;
  const stated = pieceWeight[m] as number;
  const weight = Number.isNaN(stated) ? (usualPieceWeight[paper] as number) : stated;
  const step = weight > 0 ? Math.min(WEIGHTS - 1, Math.max(1, KILOGRAM + Math.round(2 * Math.log2(weight)))) : 0;
  return paper * WEIGHTS + step;
}

function paperOf(kind: number): number {
  return Math.floor(kind / WEIGHTS);
}

/**
 * Whether lots of two kinds are compared: unless both weights are known, differ by two steps at least (a factor of two
 * to 2.8) and are of goods in a relation where weight tells.
 */
function agree({ weightTells }: LotClasses, relation: number, x: number, y: number): boolean {
  const a = x % WEIGHTS;
  const b = y % WEIGHTS;
  return a === 0 || b === 0 || Math.abs(a - b) <= 2 || !weightTells(relation);
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
