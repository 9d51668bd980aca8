/** All lots along a chain of parties, and the most chips that can have gone along it. */
import type { Bounds } from './bounds.js';
import { ALWAYS, type Candidates } from './candidates.js';
import { FlowNetwork } from './max-flow.js';
import { type FoundRoute, type Network, NONE, type Question, type Step } from './network.js';
import { Pairing } from './pairing.js';
import { between } from './trace.js';

export interface Along {
  /** One list a movement step, in travel order: lots that lie on some chain of lots, in column order. */
  readonly lots: readonly (readonly number[])[];
  /** Most chips; undefined where a whole chain of lots has no known size. */
  readonly chips: number | undefined;
  /** False when there were too many pairs of lots and `chips` is what the best chain alone can carry. */
  readonly exact: boolean;
}

/** Pairs of lots above which no flow is computed. */
const PAIRS_AT_MOST = 200_000;

/**
 * Lots are all movements between the same parties whose goods are compatible with what the route carries there;
 * those on no chain that is possible pair by pair are left out. The flow is a maximum flow over these lots, each
 * with its chips as capacity (a lot of unknown size does not limit).
 */
export function lotsAlong(
  network: Network,
  question: Question,
  bounds: Bounds,
  candidates: Candidates,
  route: Pick<FoundRoute, 'parties' | 'steps'>,
): Along {
  const { movements } = network;
  const pairing = new Pairing(network);
  const layers: { step: Step & { kind: 'MOVEMENT' }; before: number; lots: number[]; tie: Step | undefined }[] = [];
  let tie: Step | undefined;
  let carried = -1;
  for (const step of route.steps) {
    if (step.kind === 'TIE') {
      tie = step;
      continue;
    }
    const from = movements.shipper[step.movement] as number;
    const to = movements.consignee[step.movement] as number;
    const lots = between(network, from, to).filter((m) => {
      if (bounds.movement[m] === NONE) return false;
      const paper = movements.goods[m] as number;
      if (carried === -1) return question.startBits[paper] !== NONE;
      return network.goods.relation[carried * network.goods.count + paper] !== 0;
    });
    layers.push({ step, before: carried, lots, tie });
    carried = step.carried;
    tie = undefined;
  }

  // Any tie between the same two parties will do for another lot, not only the best one's.
  const ties = layers.map(({ tie: through }) => {
    if (through?.kind !== 'TIE') return [ALWAYS];
    const from = route.parties[route.parties.indexOf(through.party) - 1] as number;
    return candidates.tiesOf(from).filter((t) => t.party === through.party);
  });
  const pairs: { layer: number; a: number; b: number }[] = [];
  let reached = new Set<number>(layers[0]?.lots);
  for (let i = 1; i < layers.length; i++) {
    const layer = layers[i] as (typeof layers)[number];
    const next = new Set<number>();
    for (const a of reached) {
      for (const b of layer.lots) {
        const fits = (ties[i] as (typeof ALWAYS)[]).some((t) =>
          pairing.timing(a, pairing.firstArrival(a), b, t.from, t.until),
        );
        if (!fits || !pairing.relate(a, layer.before, b)) continue;
        pairs.push({ layer: i, a, b });
        next.add(b);
        if (pairs.length > PAIRS_AT_MOST) return tooMany(network, layers);
      }
    }
    reached = next;
  }
  const useful = new Set<number>(layers.length === 1 ? layers[0]?.lots : reached);
  const live = [...pairs].reverse().filter((pair) => {
    if (!useful.has(pair.b)) return false;
    useful.add(pair.a);
    return true;
  });
  const lots = layers.map((layer) => layer.lots.filter((m) => useful.has(m)));

  const nodes = new Map<number, number>();
  for (const m of lots.flat()) nodes.set(m, 2 + nodes.size * 2);
  const flow = new FlowNetwork(2 + nodes.size * 2);
  layers.forEach((layer, i) => {
    for (const m of lots[i] as number[]) {
      const node = nodes.get(m) as number;
      const chips = (movements.units[m] as number) * (network.goods.chipsPerPiece[layer.step.carried] as number);
      flow.arc(node, node + 1, Number.isNaN(chips) ? Number.POSITIVE_INFINITY : chips);
      if (i === 0) flow.arc(0, node, Number.POSITIVE_INFINITY);
      if (i === layers.length - 1) flow.arc(node + 1, 1, Number.POSITIVE_INFINITY);
    }
  });
  for (const { a, b } of live) flow.arc((nodes.get(a) as number) + 1, nodes.get(b) as number, Number.POSITIVE_INFINITY);
  const chips = flow.maximum(0, 1);
  return { lots, chips: chips === Number.POSITIVE_INFINITY ? undefined : chips, exact: true };
}

function tooMany(
  network: Network,
  layers: readonly {
    readonly step: { readonly movement: number; readonly carried: number };
    readonly lots: readonly number[];
  }[],
): Along {
  let chips = Number.POSITIVE_INFINITY;
  for (const { step } of layers) {
    const own =
      (network.movements.units[step.movement] as number) * (network.goods.chipsPerPiece[step.carried] as number);
    if (!Number.isNaN(own)) chips = Math.min(chips, own);
  }
  return {
    lots: layers.map((layer) => layer.lots),
    chips: chips === Number.POSITIVE_INFINITY ? undefined : chips,
    exact: false,
  };
}
