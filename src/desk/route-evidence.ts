/** The evidence of one route, carrier by carrier, from the same situations that made the search's tables. */
import { type Carrier, weigh } from '../evidence/score.js';
import {
  DWELL_CLASSES,
  QUANTITY_CLASSES,
  RARITY_CLASSES,
  RELATIONS,
  SPLIT_CLASSES,
  STOCK_CLASSES,
  VALUE_CLASSES,
  WEIGHT_CLASSES,
} from '../evidence/situations.js';
import { shareBits } from '../graph/candidates.js';
import type { FoundRoute } from '../graph/network.js';
import { Pairing } from '../graph/pairing.js';
import type { Period } from '../model/day.js';
import type { RouteScore } from './answers.js';
import { type Ending, isOpen } from './endings.js';
import type { GoodsCode } from './goods.js';
import type { Projection } from './projection.js';
import type { StepChoice } from './search.js';
import type { TieSource } from './ties.js';

/** A movement of a route and the stay before it. */
export interface PairFigures {
  /** Smallest and largest stay before the movement, in days. */
  readonly dwell: { readonly minDays: number; readonly maxDays: number };
  readonly certain: boolean;
}

/**
 * The route's score with every piece at its hop. The sum equals the search's exactly.
 *
 * @param shipmentIds of the route's movements, in travel order
 * @param firstHop index of the route's own first hop among the hops shown (those before it are the extension)
 * @throws Error when the pieces do not add up to the search's score: the tables and the flags disagree
 */
export function scoreRoute(
  projection: Projection,
  route: FoundRoute,
  ending: Ending,
  choices: readonly StepChoice[],
  shipmentIds: readonly string[],
  firstHop: number,
): { readonly score: RouteScore; readonly pairs: readonly (PairFigures | undefined)[] } {
  const { network, parties, law, arrivals, goods, settings, tieSources } = projection;
  const { movements, ties } = network;
  const pairing = new Pairing(network);
  const carriers: Carrier[] = [];
  const hops = new Map<string, number>();
  const pairs: (PairFigures | undefined)[] = [];
  const add = (carrier: Carrier, hop: number | undefined): void => {
    carriers.push(carrier);
    if (hop !== undefined) hops.set(`${carrier.kind} ${carrier.name}`, hop);
  };
  const name = (party: number): string => parties.ids[party] as string;

  let previous: { movement: number; carried: number } | undefined;
  let tie: { from: number; until: number; fit: number } | undefined;
  let count = 0;
  route.steps.forEach((step, index) => {
    const hop = firstHop + index;
    if (step.kind === 'TIE') {
      const source = tieSources[
        (step.pair >= 0 ? ties.pairRef[step.pair] : ties.circleRef[step.circle]) as number
      ] as TieSource;
      tie = step;
      add(
        {
          kind: 'tie',
          name: `${name(route.parties[index] as number)} ~ ${name(step.party)}`,
          tie: source.situation,
          party: arrivals.ofParty(step.party),
        },
        hop,
      );
      pairs.push(undefined);
      return;
    }
    const m = step.movement;
    const id = shipmentIds[count] as string;
    if (previous === undefined) {
      const shipper = movements.shipper[m] as number;
      const start = goods.codes[movements.goods[m] as number] as GoodsCode;
      add(
        { kind: 'origin', name: name(shipper), party: arrivals.ofParty(shipper), start: { control: start.basis } },
        undefined,
      );
      pairs.push(undefined);
    } else {
      const a = previous.movement;
      const from = tie?.from ?? -0x40000000;
      pairing.timing(a, pairing.firstArrival(a), m, from, tie?.until ?? 0x40000000);
      const bucket = pairing.dwellBucket();
      const dwellDays = pairing.dwellDays;
      pairing.relate(a, previous.carried, m);
      const { sum, count: candidates } = choices[count - 1] as StepChoice;
      const fit = pairing.fit * (tie?.fit ?? 256);
      add(
        {
          kind: 'continuation',
          name: `${shipmentIds[count - 1]} → ${id}`,
          facts: { dwell: `${dwellDays} ${dwellDays === 1 ? 'day' : 'days'}` },
          pair: {
            relation: RELATIONS[pairing.relation] as Exclude<(typeof RELATIONS)[number], 'INCOMPATIBLE'>,
            weight: WEIGHT_CLASSES[pairing.weightClass] as (typeof WEIGHT_CLASSES)[number],
            sameDocument: pairing.sameDocument === 1,
            quantity: QUANTITY_CLASSES[pairing.quantityClass] as (typeof QUANTITY_CLASSES)[number],
            rarity: RARITY_CLASSES[movements.rarity[m] as number] as (typeof RARITY_CLASSES)[number],
            stock: STOCK_CLASSES[movements.stock[m] as number] as (typeof STOCK_CLASSES)[number],
            split: SPLIT_CLASSES[movements.split[a] as number] as (typeof SPLIT_CLASSES)[number],
            dwell: DWELL_CLASSES[bucket] as (typeof DWELL_CLASSES)[number],
            value: VALUE_CLASSES[pairing.valueClass] as (typeof VALUE_CLASSES)[number],
            declared: movements.declaredFor[a] === movements.consignee[m],
          },
          choice: {
            share: network.weights.choice ? shareBits(fit, sum) : 0,
            fit: fit / 256,
            sumOfFits: sum / 256,
            candidates,
          },
        },
        hop,
      );
      pairs.push({
        dwell: {
          minDays: dwellDays,
          maxDays: Math.max(dwellDays, (movements.departsLatest[m] as number) - pairing.firstArrival(a)),
        },
        certain: (movements.arrivesLatest[a] as number) <= (movements.departsEarliest[m] as number),
      });
    }
    const lawSituation = law.situation(movements.lawGroup[m] as number, step.carried);
    add({ kind: 'movement', name: id, law: lawSituation, rest: arrivals.situation(m) }, hop);
    previous = { movement: m, carried: step.carried };
    tie = undefined;
    count++;
  });
  const last = previous as unknown as { movement: number; carried: number };
  const arrival = law.situation(movements.lawGroup[last.movement] as number, last.carried);
  add(
    {
      kind: 'ending',
      name: shipmentIds[count - 1] as string,
      ending: {
        kind: ending.kind,
        certainty: ending.certainty,
        open: ending.kind !== 'OBSERVED' && isOpen(projection, last.movement),
        control: (goods.codes[last.carried] as GoodsCode).basis,
        ground: ending.ground,
        inTier3: ending.inTier3,
        arrival,
      },
    },
    firstHop + route.steps.length - 1,
  );
  const score = weigh(settings.evidence, carriers);
  if (score.sixtyFourths !== route.score) {
    throw new Error(
      `the pieces of a route add up to ${score.sixtyFourths}/64 bits, the search found ${route.score}/64`,
    );
  }
  const placed = <T extends { readonly carrier: { readonly kind: string; readonly name: string } }>(
    part: T,
  ): T & { hop?: number } => {
    const hop = hops.get(`${part.carrier.kind} ${part.carrier.name}`);
    return hop === undefined ? part : { ...part, hop };
  };
  return { score: { ...score, parts: score.parts.map(placed), missing: score.missing.map(placed) }, pairs };
}

/** Whether a link certainly held on a day between an arrival and a departure. */
export function heldBetween(link: Period, arrivesLatest: number, departsEarliest: number): boolean {
  const begins = link.from?.latest ?? Number.NEGATIVE_INFINITY;
  const ends = link.to?.earliest ?? Number.POSITIVE_INFINITY;
  return (
    begins <= Math.max(arrivesLatest, departsEarliest) &&
    ends > Math.min(arrivesLatest, departsEarliest) &&
    begins < ends
  );
}
