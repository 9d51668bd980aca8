/** Which of the goods that can be carried make no difference to the evidence of a pair of movements. */
import type { CarriedTables } from './carried.js';
import type { Goods } from './network.js';

/** Goods that relate to the onward paper alike: one of them, and what each of them is carried on as. */
export interface LikeGoods {
  readonly carried: number;
  readonly after: readonly number[];
}

/**
 * Sorts the goods that can be carried after each paper by what `Pairing.relate` makes of them on each onward paper:
 * relation, chips in a piece before and after and, for arrivals that state no weight, the usual weight a piece.
 */
export class LikeGoodsTable {
  private readonly count: number;
  private readonly weighed: LikeGoods[][];
  private readonly unweighed: LikeGoods[][];

  constructor(goods: Goods, tables: CarriedTables) {
    const { count } = goods;
    const { usualPieceWeight } = goods;
    const pairs = Array.from({ length: count * count }, (_, cell) => cell);
    const sorted = (weightOf: (code: number) => number): LikeGoods[][] =>
      pairs.map((cell) => {
        const paper = cell % count;
        const possible = tables.possible[Math.floor(cell / count)] as readonly number[];
        return alike(goods, possible, paper, weightOf);
      });
    this.count = count;
    this.weighed = sorted(() => 0);
    this.unweighed = sorted((code) => usualPieceWeight[code] as number);
  }

  /** For an arrival with one paper and a departure with another; none where no goods can go on. */
  of(arriving: number, onward: number, statesWeight: boolean): readonly LikeGoods[] {
    return (statesWeight ? this.weighed : this.unweighed)[arriving * this.count + onward] as readonly LikeGoods[];
  }
}

function alike(
  goods: Goods,
  possible: readonly number[],
  paper: number,
  weightOf: (code: number) => number,
): LikeGoods[] {
  const { relation, carry, chipsPerPiece, count } = goods;
  const kinds = new Map<string, { carried: number; after: number[] }>();
  for (const carried of possible) {
    const cell = carried * count + paper;
    if (relation[cell] === 0) continue;
    const after = carry[cell] as number;
    const key = [relation[cell], chipsPerPiece[carried], chipsPerPiece[after], weightOf(carried)].join(' ');
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { carried, after: [after] });
    else if (!kind.after.includes(after)) kind.after.push(after);
  }
  return [...kinds.values()];
}
