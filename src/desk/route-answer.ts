/** A route found as numbers, told with its parties, papers, law and evidence. */
import { createHash } from 'node:crypto';
import type { FoundRoute } from '../graph/network.js';
import type { Entity } from '../model/entity.js';
import type { Link } from '../model/link.js';
import type { Shipment } from '../model/shipment.js';
import type { Judgement } from '../policy/judgement.js';
import type { Store } from '../store/port.js';
import type { CarriedGoods, Hop, Lot, Route, Tie } from './answers.js';
import { type Ending, endingsAt, isOpen } from './endings.js';
import type { GoodsCode } from './goods.js';
import type { FoundEnd, Law } from './law.js';
import { stubEntity } from './parties.js';
import type { PlaceTerms } from './place-terms.js';
import type { Projection } from './projection.js';
import { heldBetween, scoreRoute } from './route-evidence.js';
import type { RouteWithContext } from './search.js';
import type { TieSource } from './ties.js';

/** TPP of one H100 SXM; for display only, never a legal test. */
const H100_TPP = 15_832;

export interface RouteTeller {
  readonly store: Store;
  readonly projection: Projection;
  readonly target: PlaceTerms;
  /** The law of the enforced view; the projection's own where the question asked for that. */
  readonly enforced: Law;
}

/** The routes as answered, in the order given, with their alternatives where the search kept them. */
export async function tellRoutes(teller: RouteTeller, found: readonly RouteWithContext[]): Promise<Route[]> {
  const records = await readRecords(teller, [...found, ...found.flatMap((one) => one.alternatives)]);
  return found.map((one) => ({
    ...tellOne(teller, records, one),
    alternatives: {
      count: one.alternativeCount,
      routes: one.alternatives.map((alternative) => tellOne(teller, records, alternative)),
    },
  }));
}

/** Records of the routes to be told, read from the store at once. */
interface Records {
  readonly shipments: ReadonlyMap<number, Shipment>;
  readonly entities: ReadonlyMap<number, Entity>;
}

async function readRecords({ store, projection }: RouteTeller, found: readonly RouteWithContext[]): Promise<Records> {
  const { network, parties, settings } = projection;
  const movements = new Set<number>();
  const numbers = new Set<number>();
  for (const { route, extension, along } of found) {
    for (const party of route.parties) numbers.add(party);
    for (const { movement } of extension) {
      movements.add(movement);
      numbers.add(network.movements.shipper[movement] as number);
    }
    for (const step of route.steps) {
      const hub = step.kind === 'TIE' ? hubOf(projection, step) : undefined;
      if (step.kind === 'MOVEMENT') movements.add(step.movement);
      else if (hub !== undefined) numbers.add(hub);
    }
    for (const lot of along.lots.flat()) movements.add(lot);
  }
  const list = [...movements];
  const ids = await projection.shipmentIds(list);
  const names = [...numbers];
  const [shipments, entities] = await Promise.all([
    store.shipments(ids, settings.asOf),
    store.entities(
      names.map((party) => parties.ids[party] as string),
      settings.asOf,
    ),
  ]);
  return {
    shipments: new Map(
      list.map((movement, i) => {
        const shipment = shipments[i];
        if (shipment === undefined) throw new Error(`the store lost shipment \`${ids[i]}\``);
        return [movement, shipment];
      }),
    ),
    entities: new Map(names.map((party, i) => [party, entities[i] ?? stubEntity(parties.ids[party] as string)])),
  };
}

/** The common owner or officer a tie rests on. */
function hubOf(
  { network, parties, tieSources }: Projection,
  step: Extract<FoundRoute['steps'][number], { kind: 'TIE' }>,
): number | undefined {
  if (step.circle < 0) return undefined;
  const source = tieSources[network.ties.circleRef[step.circle] as number];
  return source?.kind === 'CIRCLE' && source.of !== 'ADDRESS' ? parties.number(source.hub) : undefined;
}

function tellOne(teller: RouteTeller, records: Records, { route, extension, along, choices }: RouteWithContext): Route {
  const { projection, target } = teller;
  const { movements } = projection.network;
  const { parties } = projection;
  const own = route.steps.flatMap((step) => (step.kind === 'MOVEMENT' ? [step.movement] : []));
  const last = own[own.length - 1] as number;
  const allMovements = [...extension.map((one) => one.movement), ...own];
  const shipmentOf = (movement: number): Shipment => records.shipments.get(movement) as Shipment;
  const ids = allMovements.map((movement) => shipmentOf(movement).id);
  const numbers = [...extension.map(({ movement }) => movements.shipper[movement] as number), ...route.parties];
  const chain = numbers.map((party) => records.entities.get(party) as Entity);
  const [ending, ...alsoEndings] = endingsAt(projection, target, last) as [Ending, ...Ending[]];
  const { score, pairs } = scoreRoute(
    projection,
    route,
    ending,
    choices,
    ids.slice(extension.length),
    extension.length,
  );

  const end: FoundEnd = { party: movements.consignee[last] as number, place: projection.lawRow(last).to };
  const steps = [
    ...extension.map((one) => ({ kind: 'MOVEMENT' as const, ...one, extension: true })),
    ...route.steps.map((step) => ({ ...step, extension: false })),
  ];
  const hops: Hop[] = [];
  let movementIndex = 0;
  let carried = 0;
  steps.forEach((step, index) => {
    const from = chain[index] as Entity;
    const to = chain[index + 1] as Entity;
    const previous = movementIndex === 0 ? undefined : (allMovements[movementIndex - 1] as number);
    if (step.kind === 'TIE') {
      const day = previous === undefined ? 0 : (movements.arrivesLatest[previous] as number);
      const next = allMovements[movementIndex] as number;
      hops.push({
        kind: 'TIE',
        index,
        from,
        to,
        tierFrom: projection.tiers.of(from.country, day),
        tierTo: projection.tiers.of(to.country, day),
        extension: false,
        carried: goodsOf(projection, carried),
        tie: tellTie(
          projection,
          step,
          numbers[index] as number,
          day,
          movements.departsEarliest[next] as number,
          records,
        ),
      });
      return;
    }
    const m = step.movement;
    carried = step.carried;
    const row = projection.lawRow(m);
    const day = row.departs.earliest;
    const pair = pairs[index - extension.length];
    const chips = chipsOf(projection, m, carried);
    const tpp = tppOf(projection, chips, carried);
    const judged = (law: Law, found?: FoundEnd): Judgement => oneJudgement(law.judgements(row, carried, found));
    const judgement = judged(projection.law);
    const judgementAsFound = judged(projection.law, end);
    const sameLaw = teller.enforced === projection.law;
    hops.push({
      kind: 'MOVEMENT',
      index,
      from,
      to,
      tierFrom: projection.tiers.of(from.country, day),
      tierTo: projection.tiers.of(to.country, day),
      extension: step.extension,
      carried: goodsOf(projection, carried),
      shipment: shipmentOf(m),
      ...(chips === undefined ? {} : { chips }),
      ...(tpp === undefined ? {} : { tpp }),
      ...(pair === undefined ? {} : { dwell: pair.dwell, timing: pair.certain ? 'CERTAIN' : 'POSSIBLE' }),
      judgement,
      judgementAsFound,
      enforced: sameLaw
        ? { judgement, judgementAsFound }
        : { judgement: judged(teller.enforced), judgementAsFound: judged(teller.enforced, end) },
      judgedGoods: carried === movements.goods[m] ? 'PAPER' : 'CARRIED',
    });
    movementIndex++;
  });

  const lots = tellLots(projection, hops, along.lots, shipmentOf);
  const tpp = tppOf(projection, along.chips, carried);
  const first = own[0] as number;
  return {
    id: routeId(
      numbers.map((party) => parties.ids[party] as string),
      ids,
    ),
    rank: route.rank,
    parties: chain,
    hops,
    score,
    kind: ending.kind,
    alsoKind: alsoEndings.filter((other) => other.kind !== ending.kind).map((other) => other.kind),
    certainty: ending.certainty,
    timing: pairs.every((pair) => pair === undefined || pair.certain) ? 'CERTAIN' : 'POSSIBLE',
    open: ending.kind !== 'OBSERVED' && isOpen(projection, last),
    goods: goodsOf(projection, carried),
    ...(along.chips === undefined ? {} : { chips: along.chips }),
    ...(tpp === undefined ? {} : { tpp, h100Equivalent: tpp / H100_TPP }),
    period: { earliest: movements.departsEarliest[first] as number, latest: movements.arrivesLatest[last] as number },
    lots,
    firstUnlawfulHop: {
      ...unlawful('onItsPapers', hops, (hop) => hop.judgement),
      ...unlawful('withKnowledge', hops, (hop) => hop.judgementAsFound),
    },
    alternatives: { count: 0, routes: [] },
  };
}

/** The first hop that needed a licence that is not shown to fit. */
function unlawful<K extends string>(
  key: K,
  hops: readonly Hop[],
  pick: (hop: Hop & { kind: 'MOVEMENT' }) => Judgement,
): { readonly [key in K]?: number } {
  const hop = hops.find((one) => {
    if (one.kind !== 'MOVEMENT') return false;
    const { outcome, licence } = pick(one);
    return outcome === 'PROHIBITED' || (outcome === 'LICENCE_REQUIRED' && licence !== 'SHOWN_AND_FITS');
  });
  return (hop === undefined ? {} : { [key]: hop.index }) as { readonly [key in K]?: number };
}

/** One judgement of a departure whose dates may cross a change of law: unknown where the two days differ, with both sets of findings. */
function oneJudgement([first, last]: readonly [Judgement] | readonly [Judgement, Judgement]): Judgement {
  if (last === undefined || last.outcome === first.outcome) return first;
  const { review: _, ...rest } = first;
  return {
    ...rest,
    outcome: 'UNKNOWN',
    findings: [
      {
        rule: 'dates-cross-a-change',
        version: '',
        citation: 'the law of the earliest and of the latest possible day of departure',
        sentence: `On the earliest possible day the outcome is ${plain(first.outcome)}, on the latest ${plain(last.outcome)}.`,
        applies: 'UNKNOWN',
        facts: [],
        missing: ['departs'],
        outcome: 'UNKNOWN',
        confidence: 'CONFIRMED',
      },
      ...first.findings,
      ...last.findings.filter((one) => !first.findings.some((other) => other.rule === one.rule)),
    ],
  };
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

function goodsOf({ goods }: Projection, code: number): CarriedGoods {
  const { label, product } = goods.codes[code] as GoodsCode;
  return { code: label, ...(product === undefined ? {} : { product }) };
}

function chipsOf({ network }: Projection, m: number, carried: number): number | undefined {
  const chips = (network.movements.units[m] as number) * (network.goods.chipsPerPiece[carried] as number);
  return Number.isNaN(chips) ? undefined : chips;
}

function tppOf({ goods }: Projection, chips: number | undefined, carried: number): number | undefined {
  const each = (goods.tpp[carried] as number) / (goods.goods.chipsPerPiece[carried] as number);
  return chips === undefined || Number.isNaN(each) ? undefined : chips * each;
}

function tellLots(
  projection: Projection,
  hops: readonly Hop[],
  lots: readonly (readonly number[])[],
  shipmentOf: (movement: number) => Shipment,
): Lot[] {
  const { movements } = projection.network;
  const own = hops.filter((hop) => hop.kind === 'MOVEMENT' && !hop.extension);
  return lots.flatMap((layer, i) => {
    const hop = own[i] as Hop;
    const order = [...layer].sort(
      (a, b) =>
        (movements.departsEarliest[a] as number) - (movements.departsEarliest[b] as number) ||
        (movements.rank[a] as number) - (movements.rank[b] as number),
    );
    return order.map((m): Lot => {
      const paper = movements.goods[m] as number;
      const code = projection.goods.codes[paper]?.product === undefined ? codeOf(projection, hop.carried.code) : paper;
      const chips = chipsOf(projection, m, code);
      return { hop: hop.index, shipment: shipmentOf(m), ...(chips === undefined ? {} : { chips }) };
    });
  });
}

function codeOf({ goods }: Projection, label: string): number {
  return Math.max(
    0,
    goods.codes.findIndex((code) => code.label === label),
  );
}

function tellTie(
  projection: Projection,
  step: Extract<FoundRoute['steps'][number], { kind: 'TIE' }>,
  from: number,
  arrivesLatest: number,
  departsEarliest: number,
  records: Records,
): Tie {
  const { ties } = projection.network;
  const { ids } = projection.parties;
  const source = projection.tieSources[
    (step.pair >= 0 ? ties.pairRef[step.pair] : ties.circleRef[step.circle]) as number
  ] as TieSource;
  const links: readonly Link[] =
    source.kind === 'LINK'
      ? [source.link]
      : source.members.flatMap((member) =>
          member.link !== undefined && (member.party === from || member.party === step.party) ? [member.link] : [],
        );
  const certainty = links.every((link) => heldBetween(link, arrivesLatest, departsEarliest))
    ? 'CERTAIN'
    : 'NOT_EXCLUDED';
  if (source.kind === 'LINK') {
    const kind = { owns: 'OWNS', controls: 'CONTROLS', associate: 'ASSOCIATE', officerOf: 'ASSOCIATE' }[
      source.link.type
    ] as Tie['kind'];
    const verb = { owns: 'owns', controls: 'controls', associate: 'is an associate of', officerOf: 'is an officer of' }[
      source.link.type
    ];
    return { kind, certainty, links, sentence: `\`${source.link.source}\` ${verb} \`${source.link.target}\`.` };
  }
  const two = `\`${ids[from]}\` and \`${ids[step.party]}\``;
  if (source.of === 'ADDRESS') {
    return { kind: 'SHARED_ADDRESS', certainty, links: [], sentence: `${two} share an address.` };
  }
  const hub = hubOf(projection, step);
  const through = (hub === undefined ? undefined : records.entities.get(hub)) ?? stubEntity(source.hub);
  return source.of === 'COMMON_OWNER'
    ? { kind: 'COMMON_OWNER', certainty, through, links, sentence: `\`${source.hub}\` owns shares of ${two}.` }
    : { kind: 'SHARED_OFFICER', certainty, through, links, sentence: `\`${source.hub}\` is an officer of ${two}.` };
}

/** Names a chain of parties and movements: the same chain has the same id in every answer. */
function routeId(parties: readonly string[], shipments: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([parties, shipments]))
    .digest('base64url')
    .slice(0, 22);
}
