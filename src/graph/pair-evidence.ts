/** Upper bounds of the evidence of a pair of movements, from cheap to exact. */
import type { BoundsRoom } from './bounds-room.js';
import type { CarriedTables } from './carried.js';
import { type Network, NONE } from './network.js';
import { Pairing } from './pairing.js';

/** Tables over papers and classes; days and the hop price are the caller's. */
export class PairEvidence {
  /** `[paper a][paper b]`: best goods evidence, shared document or not; NONE where no goods can go on. */
  readonly goods: Int16Array;
  readonly bestValue: number;
  private readonly network: Network;
  private readonly room: BoundsRoom;
  private readonly tables: CarriedTables;
  private readonly pairing: Pairing;
  /** Best quantity evidence by [rarity][stock], over quantity classes and splits. */
  private readonly bestOfLot: Int16Array;
  /** By fit 0 … 256: ceiling of 64 · log2 in 1/65,536. */
  private readonly logFit: Int16Array;
  /** Ceiling of 64 · log2 of the factor of the tie in hand, 0 without one. */
  private logTie = 0;

  constructor(network: Network, room: BoundsRoom, tables: CarriedTables) {
    const { weights } = network;
    this.network = network;
    this.room = room;
    this.tables = tables;
    this.pairing = new Pairing(network);
    this.goods = tables.goods.map((bits, cell) => Math.max(bits, tables.goodsWithDocument[cell] as number));
    this.bestValue = weights.value.reduce((best, bits) => Math.max(best, bits), NONE);
    const cells = weights.rarities * weights.stocks * weights.splits;
    this.bestOfLot = new Int16Array(weights.rarities * weights.stocks).fill(NONE);
    weights.quantity.forEach((bits, i) => {
      const lot = Math.floor((i % cells) / weights.splits);
      this.bestOfLot[lot] = Math.max(this.bestOfLot[lot] as number, bits);
    });
    this.logFit = Int16Array.from({ length: 257 }, (_, f) => (f === 0 ? NONE : Math.ceil(64 * Math.log2(f * 256))));
  }

  /** Takes up a tie's factor (1/256) for the pairs to come; 256 is none. */
  through(fit: number): void {
    this.logTie = (this.logFit[fit] as number) - (this.logFit[256] as number);
  }

  /** Whatever arrival movement `b` follows: its best quantity and value evidence. */
  ofLot(b: number): number {
    const { movements, weights } = this.network;
    const lot = (movements.rarity[b] as number) * weights.stocks + (movements.stock[b] as number);
    return (this.bestOfLot[lot] as number) + this.bestValue;
  }

  /** Best of quantity and value evidence of any lot. */
  ofAnyLot(): number {
    return this.bestOfLot.reduce((best, bits) => Math.max(best, bits), NONE) + this.bestValue;
  }

  /**
   * Goods, share, quantity and value evidence of `b` after `a`, and by how much the own bits of `b` are less than
   * `room.movement` says; NONE where the goods cannot go on. Of all goods that can be carried the best.
   */
  ofPair(a: number, b: number): number {
    const { tables, network, pairing } = this;
    const own = this.room.movement[b] as number;
    let best = NONE;
    for (const carried of tables.possible[network.movements.goods[a] as number] as readonly number[]) {
      if (!pairing.relate(a, carried, b)) continue;
      const less = Math.min(0, pairing.movementBits(b, pairing.carried) - own);
      best = Math.max(best, pairing.bits + this.share(a, pairing.fit) + less);
    }
    return best;
  }

  /** Most share of the choice the arrival leaves a movement of this fit (1/256). */
  share(a: number, fit: number): number {
    if (!this.network.weights.choice) return 0;
    return Math.min(0, (this.logFit[fit] as number) + this.logTie - (this.room.choiceFloor[a] as number));
  }
}
