/** How much an arrival can choose from, at least. */
import { Candidates } from './candidates.js';
import type { CarriedTables } from './carried.js';
import { ChoiceSweep, floorOf } from './choice-sweep.js';
import type { Network } from './network.js';
import { Pairing } from './pairing.js';

/** Departures of a party above which they are counted in groups and not one by one. */
const ONE_BY_ONE = 1024;

/**
 * Lower bounds of the sum of fits, over direct candidates only: what a tied party sends on makes the true sum larger.
 * Where the paper does not settle the goods, the least sum over all goods that can be carried after it.
 */
export class ChoiceFloor {
  private readonly network: Network;
  private readonly tables: CarriedTables;
  private readonly pairing: Pairing;
  private readonly candidates: Candidates;
  private readonly sweep: ChoiceSweep;
  private readonly oneByOne: number;
  /** By paper: which of the goods that can be carried had the least sum last. */
  private readonly first: Int32Array;
  /** Candidates of the arrival in hand. */
  private onward = new Int32Array(64);

  constructor(network: Network, tables: CarriedTables, oneByOne = ONE_BY_ONE) {
    this.network = network;
    this.tables = tables;
    this.pairing = new Pairing(network);
    this.candidates = new Candidates(network);
    this.sweep = new ChoiceSweep(network, tables);
    this.oneByOne = oneByOne;
    this.first = new Int32Array(network.goods.count);
  }

  /**
   * For each arrival at a party that something may follow: floor of 64 · log2 of a lower bound of the sum of fits, in
   * 1/65,536; 0 where there may be none.
   */
  fill(party: number, follows: Uint8Array, floors: Int16Array): void {
    const { departures, arrivals, arrivalsAt } = this.network.movements;
    const count = (departures[party + 1] as number) - (departures[party] as number);
    if (count === 0) return;
    if (count > this.oneByOne) {
      this.sweep.fill(party, follows, floors);
      return;
    }
    if (count > this.onward.length) this.onward = new Int32Array(count);
    for (let i = arrivals[party] as number; i < (arrivals[party + 1] as number); i++) {
      const a = arrivalsAt[i] as number;
      if (follows[a] !== 0) floors[a] = floorOf(this.least(a, this.gather(a, party)));
    }
  }

  /** Departures that can follow the arrival and do not go back to its sender; how many. */
  private gather(a: number, party: number): number {
    const { onward } = this;
    const { movements, weights } = this.network;
    const { departsEarliest, departsLatest, arrivesLatest, consignee } = movements;
    const opens = this.pairing.firstArrival(a);
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const latest = (arrivesLatest[a] as number) + window;
    const sender = movements.shipper[a] as number;
    const last = movements.departures[party + 1] as number;
    let n = 0;
    for (let b = this.candidates.firstDeparture(party, opens); b < last; b++) {
      if ((departsEarliest[b] as number) > latest) break;
      const possible = opens <= (departsLatest[b] as number) && opens <= (arrivesLatest[b] as number);
      if (possible && consignee[b] !== sender) onward[n++] = b;
    }
    return n;
  }

  /** Least sum of the first `count` candidates in hand over the goods that can be carried, 1/256. */
  private least(a: number, count: number): number {
    const { pairing, onward, tables, first } = this;
    const paper = this.network.movements.goods[a] as number;
    const possible = tables.possible[paper] as readonly number[];
    let least = Number.POSITIVE_INFINITY;
    // What was least for the last arrival with this paper comes first: the others soon have more.
    const start = first[paper] as number;
    for (let k = 0; k < possible.length && least > 0; k++) {
      const at = (start + k) % possible.length;
      const carried = possible[at] as number;
      let sum = 0;
      for (let i = 0; i < count && sum < least; i++) sum += pairing.fitOf(a, carried, onward[i] as number);
      if (sum >= least) continue;
      least = sum;
      first[paper] = at;
    }
    return least;
  }
}
