/** The best quantity and value evidence two lots can give, by what is known of each. */
import { type Network, NONE } from './network.js';

/** Tables over the classes of a departure and of an arrival. */
export class LotEvidence {
  private readonly network: Network;
  /** `[lot of b][kind of a]`; see rowOf, kindOf. */
  private readonly best: Int16Array;
  /** `[lot of b]`: the best of the row. */
  private readonly bestOfRow: Int16Array;
  /** How many kinds of arrivals there are. */
  private readonly kinds: number;

  constructor(network: Network) {
    this.network = network;
    this.kinds = network.weights.splits * 4;
    this.best = bestByLots(network, this.kinds);
    this.bestOfRow = new Int16Array(this.best.length / this.kinds).fill(NONE);
    this.best.forEach((bits, i) => {
      const row = Math.floor(i / this.kinds);
      this.bestOfRow[row] = Math.max(this.bestOfRow[row] as number, bits);
    });
  }

  /** Whatever arrival movement `b` follows: its best evidence. */
  ofDeparture(b: number): number {
    return this.bestOfRow[this.lotOf(b)] as number;
  }

  /** The best of any two lots. */
  ofAny(): number {
    return this.bestOfRow.reduce((best, bits) => Math.max(best, bits), NONE);
  }

  /** Where the row of departure `b` begins in `of`. */
  rowOf(b: number): number {
    return this.lotOf(b) * this.kinds;
  }

  /** The column of an arrival in `of`. */
  kindOf(split: number, units: number, piecePrice: number): number {
    return split * 4 + known(units) * 2 + known(piecePrice);
  }

  /** Best evidence of a departure's row and an arrival's kind. */
  of(row: number, kind: number): number {
    return this.best[row + kind] as number;
  }

  private lotOf(b: number): number {
    const { rarity, stock, units, piecePrice } = this.network.movements;
    const lot = (rarity[b] as number) * this.network.weights.stocks + (stock[b] as number);
    return lot * 4 + known(units[b] as number) * 2 + known(piecePrice[b] as number);
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
