/** A route as one line of JSON: the form that other programs build on. */
import type { Hop, Route } from '../app.js';

/**
 * Keys and their order are fixed. Ids in travel order; `score` in bits; numbers and days that are not known are null;
 * a hop names its `shipment`, or its `link` (two ids joined by `+` where it rests on two, null for a shared address).
 */
export function routeLine(route: Route) {
  const { onItsPapers, withKnowledge } = route.firstUnlawfulHop;
  return {
    parties: route.parties.map((party) => party.id),
    shipments: route.hops.flatMap((hop) => (hop.kind === 'MOVEMENT' ? [hop.shipment.id] : [])),
    hops: route.hops.map(hopLine),
    score: route.score.bits,
    kind: route.kind,
    alsoKind: route.alsoKind,
    certainty: route.certainty,
    open: route.open,
    goods: route.goods.code,
    chips: route.chips ?? null,
    tpp: route.tpp ?? null,
    firstUnlawfulHop: {
      onItsPapers: shipmentAt(route, onItsPapers),
      withKnowledge: shipmentAt(route, withKnowledge),
    },
    alternatives: route.alternatives.count,
  };
}

/** Each route, with the routes listed under it, in the order of all routes found. */
export function inRankOrder(routes: readonly Route[]): Route[] {
  return routes.flatMap((route) => [route, ...route.alternatives.routes]).sort((a, b) => a.rank - b.rank);
}

function hopLine(hop: Hop) {
  const ends = { kind: hop.kind, from: hop.from.id, to: hop.to.id };
  const tiers = { tierFrom: hop.tierFrom, tierTo: hop.tierTo };
  if (hop.kind === 'TIE') {
    const link = hop.tie.links.map(({ id }) => id).join('+') || null;
    return { ...ends, link, ...tiers, judgement: null, judgementAsFound: null, extension: hop.extension };
  }
  return {
    ...ends,
    shipment: hop.shipment.id,
    ...tiers,
    judgement: judgementLine(hop.judgement),
    judgementAsFound: judgementLine(hop.judgementAsFound),
    extension: hop.extension,
  };
}

function judgementLine(judgement: Extract<Hop, { kind: 'MOVEMENT' }>['judgement']) {
  return {
    outcome: judgement.outcome,
    review: judgement.review ?? null,
    licence: judgement.licence,
    findings: judgement.findings.map(({ rule, version, applies, sentence, citation, missing }) => {
      return { rule, version, applies, sentence, citation, missing };
    }),
    exceptions: judgement.exceptions.map(({ name, usable, reason }) => ({ name, usable, reason })),
    caps: judgement.caps.map(({ cap, limit, before, uses, left, fits }) => ({ cap, limit, before, uses, left, fits })),
    couldFlip: judgement.couldFlip,
    confidence: judgement.confidence,
  };
}

function shipmentAt(route: Route, index: number | undefined): string | null {
  const hop = index === undefined ? undefined : route.hops[index];
  return hop?.kind === 'MOVEMENT' ? hop.shipment.id : null;
}
