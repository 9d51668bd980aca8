/** How much the arrivals at a busy party can choose from: departures counted in groups, in one sweep over the days. */
import type { CarriedTables } from './carried.js';
import type { Network } from './network.js';
import { classOf } from './pairing.js';

/** Departures back to one sender within a window above which an arrival from there is taken to have no choice at all. */
const BACK_AT_MOST = 4096;

/** Rows of fits that are kept at once. */
const ROWS = 1024;

/**
 * Departures of one paper and about one quantity fit an arrival alike, so it is enough to know how many of each group
 * lie in its window. Arrivals come by their latest day and departures by their earliest, so both ends of the window only
 * move on. Cost: departures + arrivals × groups × goods that can be carried.
 */
export class ChoiceSweep {
  private readonly network: Network;
  private readonly tables: CarriedTables;
  /** By group: its paper, and the least and most pieces of its lots (NaN where they are not known). */
  private papers: number[] = [];
  private leastUnits: number[] = [];
  private mostUnits: number[] = [];
  /** By departure of the party: its group, and the next one to the same consignee, -1 for the last. */
  private group = new Int32Array(0);
  private nextTo = new Int32Array(0);
  /** By group: how many are in the window. */
  private counts = new Int32Array(0);
  /** By carried goods, then by pieces that arrived: the least fit of each group. */
  private rows: Map<number, Uint16Array>[] = [];
  private rowsKept = 0;

  constructor(network: Network, tables: CarriedTables) {
    this.network = network;
    this.tables = tables;
  }

  /** As `ChoiceFloor.fill`. */
  fill(party: number, follows: Uint8Array, floors: Int16Array): void {
    const { movements, weights } = this.network;
    const { arrivals, arrivalsAt, arrivesLatest, arrivesEarliest, departsEarliest } = movements;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const from = movements.departures[party] as number;
    const to = movements.departures[party + 1] as number;
    const firstTo = this.take(from, to);
    const { counts, group } = this;
    let leaving = from;
    let entering = from;
    let opened = Number.NEGATIVE_INFINITY;
    for (let i = arrivals[party] as number; i < (arrivals[party + 1] as number); i++) {
      const a = arrivalsAt[i] as number;
      if (follows[a] === 0) continue;
      const latest = (arrivesLatest[a] as number) + window;
      for (; entering < to && (departsEarliest[entering] as number) <= latest; entering++) {
        const g = group[entering - from] as number;
        counts[g] = (counts[g] as number) + 1;
      }
      // What leaves before an earlier arrival has surely come is left out for the later ones too: the sum is only less.
      opened = Math.max(opened, arrivesEarliest[a] as number, departsEarliest[a] as number);
      for (; leaving < entering && (departsEarliest[leaving] as number) < opened; leaving++) {
        const g = group[leaving - from] as number;
        counts[g] = (counts[g] as number) - 1;
      }
      const back = this.firstBack(firstTo, movements.shipper[a] as number, leaving - from);
      floors[a] = floorOf(this.least(a, back, entering - from));
    }
  }

  /** Takes up the departures `from` to `to` − 1; by consignee the first of them. */
  private take(from: number, to: number): Map<number, number> {
    const { goods, units, consignee } = this.network.movements;
    const count = to - from;
    if (count > this.group.length) {
      this.group = new Int32Array(count);
      this.nextTo = new Int32Array(count);
    }
    this.papers = [];
    this.leastUnits = [];
    this.mostUnits = [];
    this.rows = Array.from({ length: this.network.goods.count }, () => new Map());
    this.rowsKept = 0;
    const groups = new Map<number, number>();
    for (let j = 0; j < count; j++) {
      const paper = goods[from + j] as number;
      const pieces = units[from + j] as number;
      const key = paper * QUANTITIES + aboutOf(pieces);
      let g = groups.get(key);
      if (g === undefined) {
        g = this.papers.push(paper) - 1;
        this.leastUnits.push(pieces);
        this.mostUnits.push(pieces);
        groups.set(key, g);
      }
      this.group[j] = g;
      if (pieces < (this.leastUnits[g] as number)) this.leastUnits[g] = pieces;
      if (pieces > (this.mostUnits[g] as number)) this.mostUnits[g] = pieces;
    }
    this.counts = new Int32Array(this.papers.length);
    const firstTo = new Map<number, number>();
    for (let j = count - 1; j >= 0; j--) {
      const next = consignee[from + j] as number;
      this.nextTo[j] = firstTo.get(next) ?? -1;
      firstTo.set(next, j);
    }
    return firstTo;
  }

  /** The first departure to the sender that has not left the window, -1 without one. */
  private firstBack(firstTo: Map<number, number>, sender: number, leaving: number): number {
    const first = firstTo.get(sender);
    if (first === undefined) return -1;
    let back = first;
    while (back >= 0 && back < leaving) back = this.nextTo[back] as number;
    if (back !== first) firstTo.set(sender, back);
    return back;
  }

  /** Least sum over the goods that can be carried, 1/256; `back` begins those to the sender, up to `entering`. */
  private least(a: number, back: number, entering: number): number {
    const { counts, group, nextTo } = this;
    let returns = 0;
    for (let j = back; j >= 0 && j < entering; j = nextTo[j] as number) if (++returns > BACK_AT_MOST) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (const carried of this.tables.possible[this.network.movements.goods[a] as number] as readonly number[]) {
      const row = this.row(carried, this.network.movements.units[a] as number);
      let sum = 0;
      for (let g = 0; g < counts.length; g++) sum += (counts[g] as number) * (row[g] as number);
      for (let j = back; j >= 0 && j < entering; j = nextTo[j] as number) sum -= row[group[j] as number] as number;
      if (sum < least) least = sum;
    }
    return least;
  }

  /** By group: the least fit with which one of its lots can go on. */
  private row(carried: number, arrived: number): Uint16Array {
    const known = this.rows[carried]?.get(arrived);
    if (known !== undefined) return known;
    const row = Uint16Array.from(this.papers, (_, g) => this.leastFit(carried, arrived, g));
    if (this.rowsKept++ === ROWS) {
      for (const rows of this.rows) rows.clear();
      this.rowsKept = 1;
    }
    this.rows[carried]?.set(arrived, row);
    return row;
  }

  private leastFit(carried: number, arrived: number, g: number): number {
    const { goods, weights } = this.network;
    const cell = carried * goods.count + (this.papers[g] as number);
    const relation = goods.relation[cell] as number;
    if (relation === 0) return 0;
    const chips = arrived * (goods.chipsPerPiece[carried] as number);
    const each = goods.chipsPerPiece[goods.carry[cell] as number] as number;
    const { quantityEdges } = weights;
    const last = classOf(((this.mostUnits[g] as number) * each) / chips, quantityEdges);
    let least = 256;
    for (let q = classOf(((this.leastUnits[g] as number) * each) / chips, quantityEdges); q <= last; q++) {
      const mayFail = weights.needsMatch[relation] === 1 && weights.quantityMatches[q] === 0;
      const fit = mayFail ? 0 : (weights.fit[relation * (quantityEdges.length + 2) + q] as number);
      if (fit < least) least = fit;
    }
    return least;
  }
}

/** Numbers of quantities that `aboutOf` tells apart. */
const QUANTITIES = 1 << 12;

/** One number for all quantities within an eighth of a power of two; whole numbers up to 16 have one each. */
function aboutOf(pieces: number): number {
  if (Number.isNaN(pieces)) return 0;
  const exponent = Math.max(0, Math.min(500, 250 + Math.floor(Math.log2(pieces))));
  return 1 + exponent * 8 + Math.max(0, Math.min(7, Math.floor((pieces / 2 ** (exponent - 250) - 1) * 8)));
}

/** Floor of 64 · log2 of a sum of fits in 1/256, told in 1/65,536. */
export function floorOf(sum: number): number {
  return sum === 0 ? 0 : Math.floor(64 * Math.log2(sum * 256));
}
