/** Upper bounds of the evidence of a pair of movements, from cheap to exact. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import type { BoundsRoom } from './bounds-room.js';
import type { CarriedTables } from './carried.js';
import { LikeGoodsTable } from './like-goods.js';
import { LotEvidence } from './lot-evidence.js';
import { type Network, NONE } from './network.js';
import { classOf } from './pairing.js';

/** Tables over papers and classes; days and the hop price are the caller's. */
export class PairEvidence {
  /** `[paper a][paper b]`: best goods evidence, shared document or not; NONE where no goods can go on. */
  readonly goods: Int16Array;
  /** The same for two movements that share no document. */
  readonly goodsOfPapers: Int16Array;
  readonly lots: LotEvidence;
  private readonly network: Network;
  private readonly room: BoundsRoom;
  private readonly like: LikeGoodsTable;
  /** `[paper a][paper b]`: 64 · log2 of the best fit in 1/65,536, rounded up. */
  private readonly logFits: Int16Array;
  /** By fit 0 … 256: ceiling of 64 · log2 in 1/65,536. */
  private readonly logFit: Int16Array;
  /** The departure in hand: its paper, consignee and amounts, where its lot and its law begin in their tables. */
  private paper = 0;
  private next = 0;
  private units = 0;
  private pieceWeight = 0;
  private piecePrice = 0;
  private document = -1;
  private lot = 0;
  private lawRow = 0;
  /** Its own bits but for law, less those that `room.movement` tells. */
  private lost = 0;
  /** Ceiling of 64 · log2 of the factor of the tie in hand, 0 without one. */
  private logTie = 0;

  constructor(network: Network, room: BoundsRoom, tables: CarriedTables) {
    this.network = network;
    this.room = room;
    this.like = new LikeGoodsTable(network.goods, tables);
    this.goodsOfPapers = tables.goods;
    this.goods = tables.goods.map((bits, cell) => Math.max(bits, tables.goodsWithDocument[cell] as number));
    this.lots = new LotEvidence(network);
    this.logFit = Int16Array.from({ length: 257 }, (_, f) => (f === 0 ? NONE : Math.ceil(64 * Math.log2(f * 256))));
    this.logFits = Int16Array.from(tables.fit, (fit) => this.logFit[fit] as number);
  }

  /** Takes up a tie's factor (1/256) for the pairs to come; 256 is none. */
  through(fit: number): void {
    this.logTie = (this.logFit[fit] as number) - (this.logFit[256] as number);
  }

  /** Takes up departure `b` for the pairs to come. */
  departure(b: number): void {
    const { goods, units, pieceWeight, piecePrice, document, consignee, rarity, stock, lawGroup, bits } =
      this.network.movements;
    const { weights } = this.network;
    this.paper = goods[b] as number;
    this.units = units[b] as number;
    this.pieceWeight = pieceWeight[b] as number;
    this.piecePrice = piecePrice[b] as number;
    this.document = document[b] as number;
    this.next = consignee[b] as number;
    this.lot = ((rarity[b] as number) * weights.stocks + (stock[b] as number)) * weights.splits;
    this.lawRow = (lawGroup[b] as number) * this.network.goods.count;
    this.lost = (bits[b] as number) - (this.room.movement[b] as number);
  }

  /**
   * Goods, share, quantity and value evidence of the departure in hand after arrival `i` in hand, and by how much the
   * departure's own bits are less than `room.movement` says; NONE where the goods cannot go on. Of all goods that can be
   * carried the best. The same sums as `Pairing.relate`, which the search weighs pairs by.
   */
  ofPair(arrivals: ArrivalsInHand, i: number): number {
    const { weights } = this.network;
    const { quantityEdges, weightEdges, valueEdges } = weights;
    const statedWeight = arrivals.pieceWeight[i] as number;
    const { like } = this;
    const cell = like.cell(arrivals.paper[i] as number, this.paper, !Number.isNaN(statedWeight));
    const end = like.ends[cell] as number;
    let row = like.starts[cell] as number;
    if (row === end) return NONE;
    const units = arrivals.units[i] as number;
    const price = arrivals.piecePrice[i] as number;
    const document = arrivals.document[i] as number;
    const floor = arrivals.choiceFloor[i] as number;
    const shared = document >= 0 && document === this.document ? 1 : 0;
    const lot = this.lot + (arrivals.split[i] as number);
    const lots = weights.rarities * weights.stocks * weights.splits;
    const declared = arrivals.declaredFor[i] === this.next ? weights.declared : 0;
    let best = NONE;
    for (; row < end; row++) {
      const relation = like.relation[row] as number;
      const chips = like.chips[row] as number;
      const chipsAfter = like.chipsAfter[row] as number;
      const quantityClass = classOf((this.units * chipsAfter) / (units * chips), quantityEdges);
      const arrived = Number.isNaN(statedWeight) ? (like.weight[row] as number) : statedWeight;
      const weightClass = classOf(this.pieceWeight / arrived, weightEdges);
      if (
        weights.needsMatch[relation] === 1 &&
        weights.weightMatches[weightClass] === 0 &&
        weights.quantityMatches[quantityClass] === 0
      ) {
        continue;
      }
      const valueClass = classOf(this.piecePrice / chipsAfter / (price / chips), valueEdges);
      const fit = weights.fit[relation * (quantityEdges.length + 2) + quantityClass] as number;
      const bits =
        (weights.goods[(relation * (weightEdges.length + 2) + weightClass) * 2 + shared] as number) +
        (weights.quantity[quantityClass * lots + lot] as number) +
        (weights.value[valueClass] as number) +
        this.share(floor, fit);
      if (bits <= best) continue;
      let law = NONE;
      for (let k = like.afterStarts[row] as number; k < (like.afterStarts[row + 1] as number); k++) {
        law = Math.max(law, weights.law[this.lawRow + (like.after[k] as number)] as number);
      }
      best = Math.max(best, bits + Math.min(0, law + this.lost));
    }
    return best === NONE ? NONE : best + declared;
  }

  /** Most share of the choice an arrival with this floor leaves any lot of the pair of papers. */
  shareOfPapers(floor: number, cell: number): number {
    return Math.min(0, (this.logFits[cell] as number) + this.logTie - floor);
  }

  /** Most share of the choice an arrival with this floor leaves a movement of this fit (1/256). */
  share(floor: number, fit: number): number {
    if (!this.network.weights.choice) return 0;
    return Math.min(0, (this.logFit[fit] as number) + this.logTie - floor);
  }
}
