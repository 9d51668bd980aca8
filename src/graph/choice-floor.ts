/** How much an arrival can choose from, at least. */

import { ALWAYS } from './candidates.js';
import type { CarriedTables } from './carried.js';
import type { Network } from './network.js';
import type { Pairing } from './pairing.js';

/** How many onward movements are looked at: leaving the rest out only makes bounds wider. */
const LOOK_AT = 128;

/**
 * Floor of 64 · log2 of a lower bound of the sum of fits of arrival `a` at `party`, in 1/65,536; 0 where there may
 * be none. Summed are direct candidates that surely fit, at their least.
 */
export function choiceFloor(
  network: Network,
  tables: CarriedTables,
  pairing: Pairing,
  a: number,
  party: number,
): number {
  const { movements, weights, goods } = network;
  const { departsEarliest, consignee } = movements;
  const earliest = pairing.firstArrival(a);
  const latest = (movements.arrivesLatest[a] as number) + (weights.dwellEdges[weights.dwellEdges.length - 1] as number);
  const paper = movements.goods[a] as number;
  const certain = tables.certain[paper] as number;
  const sender = movements.shipper[a] as number;
  const lowest = earliest - (movements.departureSpan[party] as number);
  const last = movements.departures[party + 1] as number;
  let low = movements.departures[party] as number;
  for (let high = last; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((departsEarliest[middle] as number) < lowest) low = middle + 1;
    else high = middle;
  }
  let sum = 0;
  const end = Math.min(last, low + LOOK_AT);
  for (let b = low; b < end && (departsEarliest[b] as number) <= latest; b++) {
    if (consignee[b] === sender) continue;
    if (!pairing.timing(a, earliest, b, ALWAYS.from, ALWAYS.until)) continue;
    if (certain >= 0) {
      if (pairing.relate(a, certain, b)) sum += pairing.fit;
    } else {
      sum += tables.leastFit[paper * goods.count + (movements.goods[b] as number)] as number;
    }
  }
  return sum === 0 ? 0 : Math.floor(64 * Math.log2(sum * 256));
}
