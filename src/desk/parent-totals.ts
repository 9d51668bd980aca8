/** How much each ultimate parent had received in a calendar year. */
import { type DayInterval, yearOf } from '../model/day.js';

/** Running totals of TPP by ultimate parent and calendar year, in departure order; by movement, what came before it. */
export function parentTotals(
  rows: Iterable<{
    readonly movement: number;
    readonly departs: DayInterval;
    readonly parent: string;
    readonly tpp: number;
  }>,
  movements: number,
): Float64Array {
  const before = new Float64Array(movements).fill(Number.NaN);
  const totals = new Map<string, number>();
  for (const { movement, departs, parent, tpp } of [...rows].sort(
    (a, b) => a.departs.earliest - b.departs.earliest || a.movement - b.movement,
  )) {
    const key = `${yearOf(departs.earliest)} ${parent}`;
    const total = totals.get(key) ?? 0;
    before[movement] = total;
    if (!Number.isNaN(tpp)) totals.set(key, total + tpp);
  }
  return before;
}
