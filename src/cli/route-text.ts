/** Routes for people: one block each, the law at each hop. */
import type { Hop, Route } from '../app.js';
import { formatDay } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import { forPeople, type Row } from './output.js';

type MovementHop = Extract<Hop, { kind: 'MOVEMENT' }>;

/** A heading, then a line for each hop with its verdict, then what the verdict rests on. */
export function routeText(route: Route): string {
  const { score, goods, chips, tpp, alternatives } = route;
  const amounts = [
    chips === undefined ? 'chips unknown' : `${forPeople(chips)} chips`,
    ...(tpp === undefined ? [] : [`${forPeople(tpp)} TPP`]),
  ];
  const heading = [
    `#${route.rank}`,
    `${forPeople(score.bits)} bits`,
    score.band,
    endingText(route),
    goods.code,
    ...amounts,
    `${formatDay(route.period.earliest)} to ${formatDay(route.period.latest)}`,
    ...(alternatives.count > 0 ? [`${alternatives.count} alternatives`] : []),
  ].join('  ');
  return `${heading}\n${route.hops.map((hop) => `${hopText(hop)}\n`).join('')}${unlawfulText(route)}\n`;
}

/** A route in one row, for spreadsheets. */
export function routeRow(route: Route): Row {
  const shipments = route.hops.flatMap((hop) => (hop.kind === 'MOVEMENT' ? [hop.shipment.id] : []));
  const { onItsPapers, withKnowledge } = route.firstUnlawfulHop;
  return {
    rank: route.rank,
    score: route.score.bits,
    band: route.score.band,
    kind: route.kind,
    certainty: route.certainty,
    open: route.open,
    parties: route.parties.map((party) => party.id),
    countries: route.parties.map((party) => party.country ?? ''),
    shipments,
    goods: route.goods.code,
    chips: route.chips ?? null,
    tpp: route.tpp ?? null,
    earliest: formatDay(route.period.earliest),
    latest: formatDay(route.period.latest),
    unlawfulOnItsPapers: shipmentId(route.hops[onItsPapers ?? -1]),
    unlawfulWithKnowledge: shipmentId(route.hops[withKnowledge ?? -1]),
    alternatives: route.alternatives.count,
  };
}

function endingText({ kind, alsoKind, certainty, open }: Route): string {
  const also = alsoKind.length > 0 ? ` (also ${alsoKind.join(', ')})` : '';
  return `${kind}${certainty === 'CERTAIN' ? '' : ` ${certainty}`}${also}${open ? ' open' : ''}`;
}

function hopText(hop: Hop): string {
  const ends = `${partyText(hop.from, hop.tierFrom)} -> ${partyText(hop.to, hop.tierTo)}`;
  if (hop.kind === 'TIE') return `    tie           ${ends}  ${hop.tie.sentence}`;
  const { shipment, judgement, extension } = hop;
  const goods = `${forPeople(shipment.units ?? '?')} x ${shipment.product ?? shipment.description ?? shipment.hs ?? 'goods unknown'}`;
  const first = `    ${shipment.departs.text.padEnd(10)}    ${ends}  ${goods}  [${shipment.id}]${extension ? '  (earlier leg)' : ''}`;
  const review = judgement.review === undefined ? '' : `, ${judgement.review}`;
  const verdict = `${judgement.outcome}${review}, licence ${judgement.licence}`;
  return [first, ...[verdict, ...groundsOf(judgement)].map((line) => `                  ${line}`)].join('\n');
}

/** The rules that apply, the lists that cannot be excluded, and in one line the facts that other rules lack. */
function groundsOf(judgement: MovementHop['judgement']): string[] {
  const isListing = (missing: readonly string[]) => missing.some((fact) => fact.includes('istedOn'));
  const told = judgement.findings.filter(({ applies, missing }) => applies === 'YES' || isListing(missing));
  const lacking = judgement.findings.filter((finding) => !told.includes(finding)).flatMap(({ missing }) => missing);
  const sentences = told.map(({ applies, sentence, citation }) => {
    return `${applies === 'YES' ? '-' : '? cannot be excluded:'} ${sentence.replace(/^Cannot be decided: /, '')} [${citation}]`;
  });
  if (lacking.length === 0) return sentences;
  return [...sentences, `? not known: ${[...new Set(lacking)].join(', ')}`];
}

function partyText({ id, name, country }: Entity, tier: Hop['tierFrom']): string {
  const place = `${country ?? 'place unknown'}, tier ${tier === 'UNKNOWN' ? 'unknown' : tier}`;
  return `${name ?? id} (${name === undefined ? '' : `${id}, `}${place})`;
}

function unlawfulText(route: Route): string {
  const { onItsPapers, withKnowledge } = route.firstUnlawfulHop;
  const told = (index: number | undefined) => shipmentId(route.hops[index ?? -1]) ?? 'none';
  return `    first unlawful hop: on its papers ${told(onItsPapers)}, with knowledge of the end ${told(withKnowledge)}\n`;
}

function shipmentId(hop: Hop | undefined): string | null {
  return hop?.kind === 'MOVEMENT' ? hop.shipment.id : null;
}
