/** The order in which projections read shipments. */
import { compareBytes } from './known.js';

/** Columns that make the order, one value a row. */
export interface OrderColumns {
  readonly keys: Int32Array;
  readonly shippers: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/**
 * Rows by (shipper's key, earliest departure, latest departure, id in byte order).
 *
 * @param parties bound of the shippers' keys
 * @param idsOf ids of rows; asked for once, and only for rows that are equal in all else
 */
export async function sortedRows(
  columns: OrderColumns,
  parties: number,
  idsOf: (rows: readonly number[]) => Promise<readonly string[]>,
): Promise<Int32Array> {
  const { earliest, latest } = columns;
  const order = byShipper(columns.shippers, parties);
  const byDeparture = (a: number, b: number) =>
    (earliest[a] as number) - (earliest[b] as number) || (latest[a] as number) - (latest[b] as number);
  const ties: (readonly [from: number, to: number])[] = [];
  for (const [from, to] of runs(order, (a, b) => columns.shippers[a] === columns.shippers[b])) {
    // In place: a view of a typed array sorts the numbers it lies on.
    const ofShipper = order.subarray(from, to).sort(byDeparture);
    for (const [start, end] of runs(ofShipper, (a, b) => byDeparture(a, b) === 0))
      ties.push([from + start, from + end]);
  }
  if (ties.length === 0) return order;
  const tied = ties.flatMap(([from, to]) => Array.from(order.subarray(from, to)));
  const ids = await idsOf(tied);
  const idOf = new Map(tied.map((row, i) => [row, ids[i] as string]));
  for (const [from, to] of ties) {
    order.subarray(from, to).sort((a, b) => compareBytes(idOf.get(a) as string, idOf.get(b) as string));
  }
  return order;
}

/** Rows by shipper, by counting. */
function byShipper(shippers: Int32Array, parties: number): Int32Array {
  const starts = new Int32Array(parties + 1);
  for (const shipper of shippers) starts[shipper + 1] = (starts[shipper + 1] as number) + 1;
  for (let party = 0; party < parties; party++)
    starts[party + 1] = (starts[party + 1] as number) + (starts[party] as number);
  const order = new Int32Array(shippers.length);
  for (let row = 0; row < shippers.length; row++) {
    const shipper = shippers[row] as number;
    order[starts[shipper] as number] = row;
    starts[shipper] = (starts[shipper] as number) + 1;
  }
  return order;
}

/** Stretches of two rows or more in which each equals the one before. */
function* runs(order: Int32Array, equal: (a: number, b: number) => boolean): Generator<readonly [number, number]> {
  let from = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && equal(order[i - 1] as number, order[i] as number)) continue;
    if (i - from > 1) yield [from, i];
    from = i;
  }
}
