/** Movements before a route's first one, so that a chain that starts at the middleman does not hide the maker. */
import type { Bounds } from './bounds.js';
import type { Candidates } from './candidates.js';
import { type FoundRoute, type Network, NONE, type Question, type Step } from './network.js';
import { Pairing } from './pairing.js';

/**
 * The movements to put before the route, in travel order, each with what is carried after it.
 *
 * A predecessor is added while the whole is still a route (origin, dates chosen together, goods, no party twice,
 * at most `maxMovements`) and movement + continuation + share, without the hop price, is not negative: the best
 * first, ties by rank. It brings no bits.
 */
export function extendToOrigin(
  network: Network,
  question: Question,
  bounds: Bounds,
  candidates: Candidates,
  route: FoundRoute,
): { readonly movement: number; readonly carried: number }[] {
  const { movements } = network;
  const pairing = new Pairing(network);
  const origins = new Set(question.origins);
  const visited = new Set(route.parties);
  const added: { movement: number; carried: number }[] = [];
  let steps: readonly Step[] = route.steps;
  for (;;) {
    const used = steps.reduce((count, step) => count + (step.kind === 'MOVEMENT' ? 1 : 0), 0);
    const first = steps[0];
    if (used >= question.maxMovements || first?.kind !== 'MOVEMENT') return added;
    const at = movements.shipper[first.movement] as number;
    let best: { movement: number; carried: number; value: number; steps: Step[] } | undefined;
    for (let i = movements.arrivals[at] as number; i < (movements.arrivals[at + 1] as number); i++) {
      const a = movements.arrivalsAt[i] as number;
      const shipper = movements.shipper[a] as number;
      const carried = movements.goods[a] as number;
      if (visited.has(shipper) || !origins.has(shipper) || bounds.movement[a] === NONE) continue;
      if (question.startBits[carried] === NONE) continue;
      const group = question.ending[a] as number;
      if (group !== 0 && question.endings.final[group] === 1) continue;
      const whole = carryOn(pairing, a, carried, steps);
      if (whole === undefined) continue;
      const value = worthOf(pairing, candidates, a, carried, first.movement);
      const rank = movements.rank[a] as number;
      if (value < 0) continue;
      if (
        best === undefined ||
        value > best.value ||
        (value === best.value && rank < (movements.rank[best.movement] as number))
      ) {
        best = { movement: a, carried, value, steps: whole };
      }
    }
    if (best === undefined) return added;
    added.unshift({ movement: best.movement, carried: best.carried });
    visited.add(movements.shipper[best.movement] as number);
    steps = best.steps;
  }
}

/** Movement + continuation + share without the hop price, sixty-fourths. */
function worthOf(pairing: Pairing, candidates: Candidates, a: number, carried: number, b: number): number {
  pairing.timing(a, pairing.firstArrival(a), b, -0x40000000, 0x40000000);
  const time = pairing.timeBits();
  pairing.relate(a, carried, b);
  const pair = pairing.bits;
  const share = candidates.share(a, carried, pairing.fit * 256);
  return pairing.movementBits(a, carried) + time + pair + share;
}

/** The steps with movement `a` before them and what is then carried, or undefined where days or goods do not allow it. */
function carryOn(pairing: Pairing, a: number, carried: number, steps: readonly Step[]): Step[] | undefined {
  const whole: Step[] = [{ kind: 'MOVEMENT', movement: a, carried }];
  let last = a;
  let goods = carried;
  let earliest = pairing.firstArrival(a);
  let tie: { from: number; until: number } | undefined;
  for (const step of steps) {
    if (step.kind === 'TIE') {
      tie = step;
      whole.push(step);
      continue;
    }
    const from = tie?.from ?? -0x40000000;
    const until = tie?.until ?? 0x40000000;
    if (!pairing.timing(last, earliest, step.movement, from, until)) return undefined;
    if (!pairing.relate(last, goods, step.movement)) return undefined;
    earliest = pairing.earliestArrival(earliest, step.movement, from);
    goods = pairing.carried;
    last = step.movement;
    tie = undefined;
    whole.push({ kind: 'MOVEMENT', movement: last, carried: goods });
  }
  return whole;
}
