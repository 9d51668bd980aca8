/** Routes as lines of files: the same keys, in the same order, as `detour routes` writes. */
import type { RouteRowsQuery } from '../generated.js';

type Row = RouteRowsQuery['diversionRoutes']['nodes'][number];
type Hop = Row['hops'][number];

/** One JSON object a route, best first. */
export function jsonLinesOf(routes: readonly Row[]): string {
  return routes.map((route) => `${JSON.stringify(lineOf(route))}\n`).join('');
}

/** A header and one row a route, best first; lists are joined by `;`. */
export function csvOf(routes: readonly Row[]): string {
  const rows = routes.map(cellsOf);
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function lineOf(route: Row) {
  return {
    parties: route.parties.map(({ id }) => id),
    shipments: shipmentsOf(route),
    hops: route.hops.map(hopLine),
    score: route.score.bits,
    kind: route.kind,
    alsoKind: route.alsoKind,
    certainty: route.certainty,
    open: route.open,
    goods: route.goods.code,
    chips: route.chips,
    tpp: route.tpp,
    firstUnlawfulHop: {
      onItsPapers: route.firstUnlawfulHop.onItsPapers?.shipment?.id ?? null,
      withKnowledge: route.firstUnlawfulHop.withKnowledge?.shipment?.id ?? null,
    },
    alternatives: route.alternatives.count,
  };
}

function hopLine(hop: Hop) {
  const ends = { kind: hop.kind, from: hop.from.id, to: hop.to.id };
  const tiers = { tierFrom: tierNumber(hop.tierFrom), tierTo: tierNumber(hop.tierTo) };
  if (hop.kind === 'TIE') {
    const link = hop.tie?.links.map(({ id }) => id).join('+') || null;
    return { ...ends, link, ...tiers, judgement: null, judgementAsFound: null, extension: hop.extension };
  }
  return {
    ...ends,
    shipment: hop.shipment?.id ?? null,
    ...tiers,
    judgement: judgementLine(hop.judgement),
    judgementAsFound: judgementLine(hop.judgementAsFound),
    extension: hop.extension,
  };
}

function judgementLine(judgement: Hop['judgement']) {
  if (judgement === null) return null;
  const { outcome, review, licence, confidence } = judgement;
  return {
    outcome,
    review,
    licence,
    findings: judgement.findings.map(({ rule, version, applies, sentence, citation, missing }) => {
      return { rule, version, applies, sentence, citation, missing };
    }),
    exceptions: judgement.exceptions.map(({ name, usable, reason }) => ({ name, usable, reason })),
    caps: judgement.caps.map(({ cap, limit, before, uses, left, fits }) => {
      return { cap, limit, before: range(before), uses: range(uses), left: range(left), fits };
    }),
    couldFlip: judgement.couldFlip.map(({ fact, value, outcome }) => ({ fact, value, outcome })),
    confidence,
  };
}

function range({ min, max }: { readonly min: number; readonly max: number }): [number, number] {
  return [min, max];
}

function cellsOf(route: Row): Readonly<Record<string, string>> {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    rank: text(route.rank),
    score: text(route.score.bits),
    band: route.score.band,
    kind: route.kind,
    certainty: route.certainty,
    open: String(route.open),
    parties: route.parties.map(({ id }) => id).join(';'),
    countries: route.parties.map(({ country }) => country ?? '').join(';'),
    shipments: shipmentsOf(route).join(';'),
    goods: route.goods.code,
    chips: text(route.chips),
    tpp: text(route.tpp),
    earliest: route.period.from,
    latest: route.period.to,
    unlawfulOnItsPapers: text(route.firstUnlawfulHop.onItsPapers?.shipment?.id),
    unlawfulWithKnowledge: text(route.firstUnlawfulHop.withKnowledge?.shipment?.id),
    alternatives: text(route.alternatives.count),
  };
}

function shipmentsOf(route: Row): string[] {
  return route.hops.flatMap(({ shipment }) => (shipment === null ? [] : [shipment.id]));
}

function tierNumber(tier: Hop['tierFrom']): number | 'UNKNOWN' {
  return tier === 'UNKNOWN' ? tier : Number(tier.slice(-1));
}

function quoted(text: string): string {
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
