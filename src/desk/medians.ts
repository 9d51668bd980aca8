/** Figures of all movements by kind of goods, sorted, to say what is usual. */
import type { Movements } from '../graph/network.js';

/** By goods code: the known values of a column, ascending; none for codes that are not wanted. */
export function sortedByGoods(
  { count, goods }: Movements,
  column: Float32Array,
  wanted: (code: number) => boolean,
): Float32Array[] {
  const sizes: number[] = [];
  for (let m = 0; m < count; m++) {
    const code = goods[m] as number;
    sizes[code] = (sizes[code] ?? 0) + Number(!Number.isNaN(column[m] as number));
  }
  const lists = Array.from(sizes, (size, code) => new Float32Array(size !== undefined && wanted(code) ? size : 0));
  const filled = new Int32Array(lists.length);
  for (let m = 0; m < count; m++) {
    const code = goods[m] as number;
    const value = column[m] as number;
    if (Number.isNaN(value) || (lists[code] as Float32Array).length === 0) continue;
    (lists[code] as Float32Array)[filled[code] as number] = value;
    filled[code] = (filled[code] as number) + 1;
  }
  for (const list of lists) list.sort();
  return lists;
}
