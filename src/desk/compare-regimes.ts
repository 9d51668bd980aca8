/** What changes when one body of law is put in another's place: every movement judged by both, and the best routes. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import { type Judgement, OUTCOMES, type Outcome, type View } from '../policy/judgement.js';
import type { Regime } from '../policy/regime.js';
import type { MovementHop, Route } from './answers.js';
import type {
  ChangedHop,
  ChangedRoute,
  ComparisonAnswer,
  ComparisonQuestion,
  CountryChange,
  LawChoice,
  OutcomeChange,
} from './comparison.js';
import { Law } from './law.js';
import type { Projection } from './projection.js';
import { DEFAULT_DWELL_DAYS, DEFAULT_K, wholeNumber } from './question.js';
import { diversionRoutes, type RouteRoom } from './routes.js';

/** Most examples, and most routes, that one comparison may ask for. */
const MOST = 100;
const DEFAULT_EXAMPLES = 5;

interface Chosen {
  readonly regime: Regime;
  readonly view: View;
}

/**
 * Judges each movement of the filter on its papers by both laws.
 *
 * The routes are the best `k` under the first law; of each, those hops are told that the second judges otherwise, for
 * the goods that the route carries there.
 *
 * @throws DetourError `NOT_FOUND` for a regime that is not loaded, `BAD_USER_INPUT` for a number out of bounds.
 */
export async function compareRegimes(
  room: RouteRoom,
  question: ComparisonQuestion,
  signal?: AbortSignal,
): Promise<ComparisonAnswer> {
  const most = wholeNumber('examples', question.examples ?? DEFAULT_EXAMPLES, 0, MOST);
  const k = wholeNumber('k', question.k ?? DEFAULT_K, 0, MOST);
  const [a, b] = [chosen(room, question.a), chosen(room, question.b)];
  const { projection } = await room.projections.get({
    asOf: question.asOf,
    regime: a.regime,
    // Totals of the year are counted only where a view asks for them.
    view: a.view === 'AS_WRITTEN' || b.view === 'AS_WRITTEN' ? 'AS_WRITTEN' : 'ENFORCED',
    windowDays: DEFAULT_DWELL_DAYS,
    evidence: room.sources.evidence,
    catalogue: room.sources.catalogue,
  });
  const laws = [lawOf(a, projection), lawOf(b, projection)] as const;
  const counted = count(projection, laws, filterOf(room, question, projection));
  counted.changed.sort((one, other) => (other.tpp || 0) - (one.tpp || 0) || one.movement - other.movement);
  const shown = counted.changed.slice(0, most).map(({ movement }) => movement);
  const ids = await projection.shipmentIds(shown);
  const shipments = await Promise.all(ids.map((id) => room.sources.store.shipment(id, question.asOf)));
  const routes =
    k === 0
      ? undefined
      : await diversionRoutes(room, { ...routeQuestion(question), k, regime: a.regime.id, view: a.view }, signal);
  return {
    a: { regime: a.regime.id, view: a.view },
    b: { regime: b.regime.id, view: b.view },
    movements: counted.movements,
    changed: counted.changed.length,
    reviewChanged: counted.reviewChanged,
    tpp: counted.changed.reduce((sum, { tpp }) => sum + (tpp || 0), 0),
    tppUnknown: counted.changed.filter(({ tpp }) => Number.isNaN(tpp)).length,
    outcomes: [...counted.outcomes.values()].sort(
      (one, other) =>
        other.movements - one.movements || rank(one.from) - rank(other.from) || rank(one.to) - rank(other.to),
    ),
    countries: [...counted.countries.values()].sort(
      (one, other) => other.changed - one.changed || other.movements - one.movements || byName(one, other),
    ),
    examples: shown.flatMap((movement, i) => {
      const shipment = shipments[i];
      if (shipment === undefined) return [];
      const [first, second] = laws.map((law) => judged(projection, law, movement));
      return [{ shipment, a: first as Judgement, b: second as Judgement }];
    }),
    routesCompared: routes?.routes.length ?? 0,
    routesComplete: routes?.complete ?? true,
    routes: routes === undefined ? [] : await changedRoutes(routes.routes, projection, laws),
    storeVersion: projection.storeVersion,
  };
}

function chosen(room: RouteRoom, { regime: id = 'us-ear', view = 'ENFORCED' }: LawChoice): Chosen {
  const { regimes } = room.sources.law;
  const regime = regimes.get(id);
  if (regime === undefined)
    throw new DetourError('NOT_FOUND', `no regime \`${id}\` is loaded; there is ${[...regimes.keys()].join(', ')}`);
  return { regime, view };
}

function lawOf({ regime, view }: Chosen, { law, lawSources }: Projection): Law {
  const isIts = regime === lawSources.regime && view === lawSources.view;
  return isIts ? law : new Law({ ...lawSources, regime, view });
}

type Filter = (movement: number) => boolean;

function filterOf({ sources }: RouteRoom, question: ComparisonQuestion, projection: Projection): Filter {
  const {
    since = Number.NEGATIVE_INFINITY,
    until = Number.POSITIVE_INFINITY,
    fromCountry,
    toCountry,
    products,
  } = question;
  const { goods, network } = projection;
  const { movements } = network;
  const wanted = products?.map((text) => {
    const product = sources.catalogue.resolveProduct(text);
    if (product === undefined) throw new DetourError('NOT_FOUND', `the catalogue has no product \`${text}\``);
    return product.id;
  });
  const isWanted = goods.codes.map(({ product }) => wanted?.includes(product?.id ?? '') ?? true);
  return (m) =>
    (movements.departsLatest[m] as Day) >= since &&
    (movements.departsEarliest[m] as Day) <= until &&
    isWanted[movements.goods[m] as number] === true &&
    (fromCountry === undefined || projection.lawRow(m).from === fromCountry) &&
    (toCountry === undefined || projection.lawRow(m).to === toCountry);
}

interface Counted {
  movements: number;
  reviewChanged: number;
  readonly changed: { readonly movement: number; readonly tpp: number }[];
  readonly outcomes: Map<string, OutcomeChange & { movements: number; tpp: number }>;
  readonly countries: Map<CountryCode | undefined, CountryChange & { movements: number; changed: number; tpp: number }>;
}

function count(projection: Projection, laws: readonly [Law, Law], isAsked: Filter): Counted {
  const { goods, network } = projection;
  const { movements } = network;
  const counted: Counted = { movements: 0, reviewChanged: 0, changed: [], outcomes: new Map(), countries: new Map() };
  for (let m = 0; m < movements.count; m++) {
    if (!isAsked(m)) continue;
    counted.movements++;
    const row = projection.lawRow(m);
    const code = movements.goods[m] as number;
    const [first, second] = laws.map((law) => law.situation(law.groupOf(row, [code]), code)) as [Situation, Situation];
    let country = counted.countries.get(row.to);
    if (country === undefined) {
      country = { ...(row.to === undefined ? {} : { country: row.to }), movements: 0, changed: 0, tpp: 0 };
      counted.countries.set(row.to, country);
    }
    country.movements++;
    if (first.outcome === second.outcome) {
      if (first.review !== second.review) counted.reviewChanged++;
      continue;
    }
    const tpp = (movements.units[m] as number) * (goods.tpp[code] as number);
    counted.changed.push({ movement: m, tpp });
    country.changed++;
    country.tpp += tpp || 0;
    const key = `${first.outcome} ${second.outcome}`;
    const change = counted.outcomes.get(key) ?? { from: first.outcome, to: second.outcome, movements: 0, tpp: 0 };
    change.movements++;
    change.tpp += tpp || 0;
    counted.outcomes.set(key, change);
  }
  return counted;
}

type Situation = ReturnType<Law['situation']>;

/** On its papers, on its earliest day. */
function judged(projection: Projection, law: Law, m: number, goods = paperOf(projection, m)): Judgement {
  return law.judgements(projection.lawRow(m), goods)[0];
}

function paperOf({ network }: Projection, m: number): number {
  return network.movements.goods[m] as number;
}

async function changedRoutes(
  routes: readonly Route[],
  projection: Projection,
  laws: readonly [Law, Law],
): Promise<ChangedRoute[]> {
  const hopsOf = (route: Route) => route.hops.filter((hop): hop is MovementHop => hop.kind === 'MOVEMENT');
  const ids = [...new Set(routes.flatMap((route) => hopsOf(route).map((hop) => hop.shipment.id)))];
  const numbers = await projection.movementsOf(ids);
  const numberOf = new Map(ids.map((id, i) => [id, numbers[i] as number]));
  return routes.flatMap((route) => {
    const hops = hopsOf(route).flatMap((hop): ChangedHop[] => {
      const m = numberOf.get(hop.shipment.id) as number;
      const [a, b] = laws.map((law) => judged(projection, law, m, goodsOf(hop, m, projection)));
      return a?.outcome === b?.outcome ? [] : [{ hop, a: a as Judgement, b: b as Judgement }];
    });
    return hops.length === 0 ? [] : [{ route, hops }];
  });
}

/** The goods that the hop was judged for. */
function goodsOf(hop: MovementHop, m: number, projection: Projection): number {
  if (hop.judgedGoods === 'PAPER') return paperOf(projection, m);
  return projection.goods.codes.findIndex(({ label }) => label === hop.carried.code);
}

function routeQuestion({ since, until, products, asOf, fromCountry, toCountry, budget }: ComparisonQuestion) {
  return {
    ...(budget === undefined ? {} : { budget }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(products === undefined ? {} : { products }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(fromCountry === undefined ? {} : { from: [`country:${fromCountry}`] }),
    ...(toCountry === undefined ? {} : { to: [`country:${toCountry}`] }),
  };
}

function rank(outcome: Outcome): number {
  return -OUTCOMES.indexOf(outcome);
}

function byName(one: CountryChange, other: CountryChange): number {
  return (one.country ?? '') < (other.country ?? '') ? -1 : 1;
}
