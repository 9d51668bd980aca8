/** Bounds at busy parties for onward movements to the party the arriving paper names as end user. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import type { DeparturesInHand } from './departures-in-hand.js';
import { type Network, NONE } from './network.js';
import type { PairEvidence } from './pair-evidence.js';

/**
 * Raises the arrivals in hand by the departures to the party each was declared for, pair by pair, days as wide as the
 * window. Window maxima leave that evidence out, since it would loosen them for everybody.
 */
export function raiseDeclared(
  network: Network,
  arrivals: ArrivalsInHand,
  departures: DeparturesInHand,
  evidence: PairEvidence,
): void {
  const { weights } = network;
  if (weights.declared <= 0) return;
  const { dwellEdges, time } = weights;
  const window = dwellEdges[dwellEdges.length - 1] as number;
  const best = time.reduce((most, bits) => Math.max(most, bits), NONE);
  let byConsignee: Map<number, number[]> | undefined;
  for (let i = 0; i < arrivals.count; i++) {
    const declared = arrivals.declaredFor[i] as number;
    if (declared < 0) continue;
    byConsignee ??= consignees(departures);
    for (const j of byConsignee.get(declared) ?? []) {
      if ((departures.day[j] as number) > (arrivals.day[i] as number) + window) continue;
      if ((departures.closes[j] as number) < (arrivals.opens[i] as number)) continue;
      evidence.departure(departures.movement[j] as number);
      const pair = evidence.ofPair(arrivals, i);
      if (pair === NONE) continue;
      const value = best + pair;
      arrivals.seen[i] = Math.max(arrivals.seen[i] as number, value + (departures.seen[j] as number));
      arrivals.needed[i] = Math.max(arrivals.needed[i] as number, value + (departures.needed[j] as number));
    }
  }
}

/** Departures in hand by consignee. */
function consignees({ next, count }: DeparturesInHand): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let j = 0; j < count; j++) {
    const party = next[j] as number;
    const list = found.get(party);
    if (list === undefined) found.set(party, [j]);
    else list.push(j);
  }
  return found;
}
