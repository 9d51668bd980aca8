/** Bounds pair by pair, with all the evidence of each pair. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import type { DeparturesInHand } from './departures-in-hand.js';
import { type Network, NONE } from './network.js';
import type { PairEvidence } from './pair-evidence.js';
import type { Windows } from './windows.js';

/**
 * Raises the arrivals in hand by every departure in hand they can be followed by, but for returns to the sender.
 * A pair is weighed only if the best its papers and lot allow would raise the arrival; roughly, that best is enough.
 */
export function raiseByPairs(
  network: Network,
  arrivals: ArrivalsInHand,
  departures: DeparturesInHand,
  windows: Windows,
  evidence: PairEvidence,
  arrivalSpan: number,
  rough: boolean,
): void {
  const { movements, weights, goods } = network;
  const { cursors } = windows;
  const { paper: papers, kind, choiceFloor } = arrivals;
  const declared = Math.max(0, weights.declared);
  windows.reset();
  for (let j = 0; j < departures.count; j++) {
    const b = departures.movement[j] as number;
    const day = departures.day[j] as number;
    const closes = departures.closes[j] as number;
    const next = departures.next[j] as number;
    const seen = departures.seen[j] as number;
    const needed = departures.needed[j] as number;
    const paper = movements.goods[b] as number;
    const row = evidence.lots.rowOf(b);
    const document = movements.document[b] as number;
    windows.moveTo(day, closes, arrivalSpan);
    let taken = false;
    let bucket = weights.dwellEdges.length - 1;
    for (let i = cursors[bucket + 1] as number; i < windows.end; i++) {
      while (bucket > 0 && i >= (cursors[bucket] as number)) bucket--;
      if (arrivals.sender[i] === next) continue;
      if (i >= (cursors[0] as number) && (arrivals.opens[i] as number) > closes) continue;
      const cell = (papers[i] as number) * goods.count + paper;
      const shared = document >= 0 && arrivals.document[i] === document;
      const best = (shared ? evidence.goods : evidence.goodsOfPapers)[cell] as number;
      if (best === NONE) continue;
      const bits = weights.time[bucket] as number;
      const lots = evidence.lots.of(row, kind[i] as number) + (arrivals.declaredFor[i] === next ? declared : 0);
      const most = bits + best + lots + evidence.shareOfPapers(choiceFloor[i] as number, cell);
      if (seen + most <= (arrivals.seen[i] as number) && needed + most <= (arrivals.needed[i] as number)) continue;
      let pair = most;
      if (!rough) {
        if (!taken) evidence.departure(b);
        taken = true;
        const exact = evidence.ofPair(arrivals, i);
        if (exact === NONE) continue;
        pair = bits + exact;
      }
      if (seen + pair > (arrivals.seen[i] as number)) arrivals.seen[i] = seen + pair;
      if (needed + pair > (arrivals.needed[i] as number)) arrivals.needed[i] = needed + pair;
    }
  }
}
