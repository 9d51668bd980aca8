/** Builds the indexes of the movement columns. */
import type { Movements } from './network.js';

export type MovementColumns = Omit<
  Movements,
  'departures' | 'arrivals' | 'arrivalsAt' | 'departureSpan' | 'arrivalSpan'
>;

/**
 * Adds departures by party, arrivals by party and the widest intervals of either, in shared memory. O(movements),
 * by two counting sorts.
 *
 * @param columns sorted by (shipper, earliest departure, latest departure, rank); not copied
 */
export function indexMovements(columns: MovementColumns): Movements {
  const { count, parties, shipper, consignee, departsEarliest, departsLatest, arrivesEarliest, arrivesLatest } =
    columns;
  const departures = sharedInt32(parties + 1);
  const arrivals = sharedInt32(parties + 1);
  const departureSpan = sharedInt32(parties);
  const arrivalSpan = sharedInt32(parties);
  for (let m = 0; m < count; m++) {
    const from = shipper[m] as number;
    const to = consignee[m] as number;
    departures[from + 1] = (departures[from + 1] as number) + 1;
    arrivals[to + 1] = (arrivals[to + 1] as number) + 1;
    const span = (departsLatest[m] as number) - (departsEarliest[m] as number);
    if (span > (departureSpan[from] as number)) departureSpan[from] = span;
    const opens = Math.max(arrivesEarliest[m] as number, departsEarliest[m] as number);
    const open = (arrivesLatest[m] as number) - opens;
    if (open > (arrivalSpan[to] as number)) arrivalSpan[to] = open;
  }
  for (let p = 0; p < parties; p++) {
    departures[p + 1] = (departures[p + 1] as number) + (departures[p] as number);
    arrivals[p + 1] = (arrivals[p + 1] as number) + (arrivals[p] as number);
  }
  // Placing movements in order of their latest arrival keeps each party's arrivals in that order.
  const arrivalsAt = sharedInt32(count);
  const next = arrivals.slice(0, parties);
  for (const m of orderByDay(arrivesLatest, count)) {
    const to = consignee[m] as number;
    const at = next[to] as number;
    arrivalsAt[at] = m;
    next[to] = at + 1;
  }
  return { ...columns, departures, arrivals, arrivalsAt, departureSpan, arrivalSpan };
}

/** Indexes by (day, index): a counting sort over the days that occur, or a plain sort when they are too far apart. */
function orderByDay(days: Int32Array, count: number): Int32Array {
  const order = new Int32Array(count);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    least = Math.min(least, days[i] as number);
    most = Math.max(most, days[i] as number);
  }
  if (count > 0 && most - least > 4 * count + 100_000) {
    for (let i = 0; i < count; i++) order[i] = i;
    return order.sort((x, y) => (days[x] as number) - (days[y] as number) || x - y);
  }
  const starts = new Int32Array(count === 0 ? 1 : most - least + 2);
  for (let i = 0; i < count; i++) {
    const at = (days[i] as number) - least + 1;
    starts[at] = (starts[at] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  for (let i = 0; i < count; i++) {
    const day = (days[i] as number) - least;
    const at = starts[day] as number;
    order[at] = i;
    starts[day] = at + 1;
  }
  return order;
}

function sharedInt32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}
