/** Which of the goods that can be carried make no difference to the evidence of a pair of movements. */
import type { CarriedTables } from './carried.js';
import type { Goods } from './network.js';

/**
 * Sorts the goods that can be carried after each paper by what `Pairing.relate` makes of them on each onward paper:
 * relation, chips in a piece before and after and, for arrivals that state no weight, the usual weight a piece.
 * Goods alike in all that are one row of the columns.
 */
export class LikeGoodsTable {
  /** Where the rows of arriving paper × onward paper × whether the arrival states its weight begin and end; see `cell`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly relation: Uint8Array;
  /** Chips in a piece before and after. */
  readonly chips: Float64Array;
  readonly chipsAfter: Float64Array;
  /** Usual kilograms a piece, NaN where unknown or of no matter. */
  readonly weight: Float64Array;
  /** By row: where its goods begin in `after`. */
  readonly afterStarts: Int32Array;
  /** What the goods of a row are carried on as. */
  readonly after: Uint16Array;
  private readonly count: number;

  constructor(goods: Goods, tables: CarriedTables) {
    const { count, usualPieceWeight } = goods;
    const rows: Row[] = [];
    this.count = count;
    this.starts = new Int32Array(count * count * 2);
    this.ends = new Int32Array(count * count * 2);
    // Papers after which the same goods can be carried share their rows.
    const first = new Map<string, number>();
    tables.possible.forEach((possible, arriving) => {
      const like = first.get(possible.join());
      if (like === undefined) first.set(possible.join(), arriving);
      for (let i = 0; i < count * 2; i++) {
        const at = arriving * count * 2 + i;
        if (like === undefined) {
          const weightOf = (code: number): number => (i % 2 === 1 ? Number.NaN : (usualPieceWeight[code] as number));
          this.starts[at] = rows.length;
          rows.push(...alike(goods, possible, i >> 1, weightOf));
          this.ends[at] = rows.length;
        } else {
          this.starts[at] = this.starts[like * count * 2 + i] as number;
          this.ends[at] = this.ends[like * count * 2 + i] as number;
        }
      }
    });
    this.relation = Uint8Array.from(rows, (row) => row.relation);
    this.chips = Float64Array.from(rows, (row) => row.chips);
    this.chipsAfter = Float64Array.from(rows, (row) => row.chipsAfter);
    this.weight = Float64Array.from(rows, (row) => row.weight);
    this.after = Uint16Array.from(rows.flatMap((row) => row.after));
    this.afterStarts = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => {
      this.afterStarts[i + 1] = (this.afterStarts[i] as number) + row.after.length;
    });
  }

  /** Index into `starts` for an arrival with one paper and a departure with another. */
  cell(arriving: number, onward: number, statesWeight: boolean): number {
    return (arriving * this.count + onward) * 2 + (statesWeight ? 1 : 0);
  }
}

interface Row {
  readonly relation: number;
  readonly chips: number;
  readonly chipsAfter: number;
  readonly weight: number;
  readonly after: number[];
}

function alike(goods: Goods, possible: readonly number[], paper: number, weightOf: (code: number) => number): Row[] {
  const { relation, carry, chipsPerPiece, count } = goods;
  const rows = new Map<string, Row>();
  for (const carried of possible) {
    const cell = carried * count + paper;
    if (relation[cell] === 0) continue;
    const after = carry[cell] as number;
    const like = {
      relation: relation[cell] as number,
      chips: chipsPerPiece[carried] as number,
      chipsAfter: chipsPerPiece[after] as number,
      weight: weightOf(carried),
    };
    const key = Object.values(like).join(' ');
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { ...like, after: [after] });
    else if (!row.after.includes(after)) row.after.push(after);
  }
  return [...rows.values()];
}
