/** The order in which projections read shipments. */

/** Columns that make the order, one value a row. */
export interface OrderColumns {
  readonly shippers: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Below zero where the first row's id comes first. */
  readonly compareIds: (row: number, other: number) => number;
}

/** Rows by (shipper's key, earliest departure, latest departure, id in byte order). */
export function sortedRows({ shippers, earliest, latest, compareIds }: OrderColumns): Int32Array {
  let order: Int32Array = Int32Array.from(shippers.keys());
  for (const values of [latest, earliest, shippers]) order = stablySorted(order, values);
  for (const [from, to] of ties(order, [shippers, earliest, latest])) {
    // In place: a view of a typed array sorts the numbers it lies on.
    order.subarray(from, to).sort(compareIds);
  }
  return order;
}

/** Rows by their values, those of one value as they stood: a radix sort by the lower and the upper half of each value. */
function stablySorted(order: Int32Array, values: Int32Array): Int32Array {
  const lower = sortedByDigit(order, (row) => (values[row] as number) & 0xffff);
  return sortedByDigit(lower, (row) => ((values[row] as number) >> 16) + 0x8000);
}

/** @param digitOf gives 0 to 65535. */
function sortedByDigit(order: Int32Array, digitOf: (row: number) => number): Int32Array {
  const starts = new Int32Array(0x10001);
  for (const row of order) {
    const after = digitOf(row) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let digit = 0; digit < 0x10000; digit++)
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  const sorted = new Int32Array(order.length);
  for (const row of order) {
    const digit = digitOf(row);
    const at = starts[digit] as number;
    sorted[at] = row;
    starts[digit] = at + 1;
  }
  return sorted;
}

/** Stretches of two rows or more that are equal in all columns. */
function* ties(order: Int32Array, columns: readonly Int32Array[]): Generator<readonly [from: number, to: number]> {
  let from = 0;
  for (let i = 1; i <= order.length; i++) {
    const [row, before] = [order[i] as number, order[i - 1] as number];
    if (i < order.length && columns.every((values) => values[row] === values[before])) continue;
    if (i - from > 1) yield [from, i];
    from = i;
  }
}
