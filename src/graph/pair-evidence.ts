/** Upper bounds of the evidence of a pair of movements, from cheap to exact. */
import type { BoundsRoom } from './bounds-room.js';
import type { CarriedTables } from './carried.js';
import { LikeGoodsTable } from './like-goods.js';
import { type Network, NONE } from './network.js';
import { Pairing } from './pairing.js';

/** Tables over papers and classes; days and the hop price are the caller's. */
export class PairEvidence {
  /** `[paper a][paper b]`: best goods evidence, shared document or not; NONE where no goods can go on. */
  readonly goods: Int16Array;
  /** The same for two movements that share no document. */
  readonly goodsOfPapers: Int16Array;
  private readonly network: Network;
  private readonly room: BoundsRoom;
  private readonly like: LikeGoodsTable;
  private readonly pairing: Pairing;
  /** Best quantity and value evidence by what is known of `b`, then of `a`; see rowOf, kindOf. */
  private readonly bestOfLots: Int16Array;
  /** `[lot of b]`: the best of the row. */
  private readonly bestOfLot: Int16Array;
  /** How many kinds of arrivals there are. */
  private readonly kinds: number;
  /** `[paper a][paper b]`: 64 · log2 of the best fit in 1/65,536, rounded up. */
  private readonly logFits: Int16Array;
  /** By fit 0 … 256: ceiling of 64 · log2 in 1/65,536. */
  private readonly logFit: Int16Array;
  /** Ceiling of 64 · log2 of the factor of the tie in hand, 0 without one. */
  private logTie = 0;

  constructor(network: Network, room: BoundsRoom, tables: CarriedTables) {
    const { weights } = network;
    this.network = network;
    this.room = room;
    this.like = new LikeGoodsTable(network.goods, tables);
    this.pairing = new Pairing(network);
    this.goodsOfPapers = tables.goods;
    this.goods = tables.goods.map((bits, cell) => Math.max(bits, tables.goodsWithDocument[cell] as number));
    this.kinds = weights.splits * 4;
    this.bestOfLots = bestByLots(network, this.kinds);
    this.bestOfLot = Int16Array.from({ length: this.bestOfLots.length / this.kinds }, (_, lot) =>
      this.bestOfLots.subarray(lot * this.kinds, (lot + 1) * this.kinds).reduce((best, bits) => Math.max(best, bits)),
    );
    this.logFit = Int16Array.from({ length: 257 }, (_, f) => (f === 0 ? NONE : Math.ceil(64 * Math.log2(f * 256))));
    this.logFits = Int16Array.from(tables.fit, (fit) => this.logFit[fit] as number);
  }

  /** Takes up a tie's factor (1/256) for the pairs to come; 256 is none. */
  through(fit: number): void {
    this.logTie = (this.logFit[fit] as number) - (this.logFit[256] as number);
  }

  /** Whatever arrival movement `b` follows: its best quantity and value evidence. */
  ofLot(b: number): number {
    return this.bestOfLot[this.lotOf(b)] as number;
  }

  /** Best of quantity and value evidence of any lot. */
  ofAnyLot(): number {
    return this.bestOfLot.reduce((best, bits) => Math.max(best, bits), NONE);
  }

  /** Where the row of departure `b` begins in `ofLots`. */
  rowOf(b: number): number {
    return this.lotOf(b) * this.kinds;
  }

  /** The column of arrival `a` in `ofLots`. */
  kindOf(a: number): number {
    const { split, units, piecePrice } = this.network.movements;
    return (split[a] as number) * 4 + known(units[a] as number) * 2 + known(piecePrice[a] as number);
  }

  /** Best quantity and value evidence of a departure's row and an arrival's kind. */
  ofLots(row: number, kind: number): number {
    return this.bestOfLots[row + kind] as number;
  }

  private lotOf(b: number): number {
    const { rarity, stock, units, piecePrice } = this.network.movements;
    const lot = (rarity[b] as number) * this.network.weights.stocks + (stock[b] as number);
    return lot * 4 + known(units[b] as number) * 2 + known(piecePrice[b] as number);
  }

  /**
   * Goods, share, quantity and value evidence of `b` after `a`, and by how much the own bits of `b` are less than
   * `room.movement` says; NONE where the goods cannot go on. Of all goods that can be carried the best.
   */
  ofPair(a: number, b: number): number {
    const { pairing } = this;
    const { goods, pieceWeight } = this.network.movements;
    const statesWeight = !Number.isNaN(pieceWeight[a] as number);
    const own = this.room.movement[b] as number;
    let best = NONE;
    for (const { carried, after } of this.like.of(goods[a] as number, goods[b] as number, statesWeight)) {
      if (!pairing.relate(a, carried, b)) continue;
      let most = NONE;
      for (const code of after) most = Math.max(most, pairing.movementBits(b, code));
      best = Math.max(best, pairing.bits + this.share(a, pairing.fit) + Math.min(0, most - own));
    }
    return best;
  }

  /** Most share of the choice an arrival with this floor leaves any lot of the pair of papers. */
  shareOfPapers(floor: number, cell: number): number {
    return Math.min(0, (this.logFits[cell] as number) + this.logTie - floor);
  }

  /** Most share of the choice the arrival leaves a movement of this fit (1/256). */
  share(a: number, fit: number): number {
    if (!this.network.weights.choice) return 0;
    return Math.min(0, (this.logFit[fit] as number) + this.logTie - (this.room.choiceFloor[a] as number));
  }
}

function known(amount: number): 0 | 1 {
  return Number.isNaN(amount) ? 0 : 1;
}

/** `[rarity][stock][units of b known][price of b known][split][units of a known][price of a known]`: the best evidence. */
function bestByLots({ weights }: Network, kinds: number): Int16Array {
  const { quantity, rarities, stocks, splits, value } = weights;
  const cells = rarities * stocks * splits;
  const bestValue = value.reduce((best, bits) => Math.max(best, bits), NONE);
  const best = new Int16Array(rarities * stocks * 4 * kinds);
  for (let i = 0; i < best.length; i++) {
    const kind = i % kinds;
    const lot = Math.floor(i / kinds);
    const both = lot & kind & 3;
    const cell = (lot >> 2) * splits + (kind >> 2);
    let bits = quantity[cell] as number;
    if (both >= 2) for (let at = cell; at < quantity.length; at += cells) bits = Math.max(bits, quantity[at] as number);
    best[i] = bits + (both % 2 === 1 ? bestValue : (value[0] as number));
  }
  return best;
}
