/** Which routes there are: the recipe of the question. */
import type { Day } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { View } from '../policy/judgement.js';
import type { Completeness, RouteAnswer, RouteQuestion } from './answers.js';
import type { DeskSources } from './desk.js';
import { type EndingTable, readEndings } from './endings.js';
import { gapsOf } from './gaps.js';
import { Law } from './law.js';
import type { Projection } from './projection.js';
import type { Projections } from './projections.js';
import { compileQuestion, DEFAULT_DWELL_DAYS, DEFAULT_K, type Places, readPlaces, wholeNumber } from './question.js';
import { type RouteTeller, tellRoutes } from './route-answer.js';
import type { SearchResult, SearchTask } from './search.js';
import type { SearchPool } from './search-pool.js';

/** Most groups one question may ask for. */
const MOST_K = 10_000;
/** Longest dwell window, in days. */
const MOST_DWELL_DAYS = 3650;

/** What every question about routes needs at hand. */
export interface RouteRoom {
  readonly sources: DeskSources;
  readonly projections: Projections;
  readonly pool: SearchPool;
  /** Ending tables by projection and target. */
  readonly endings: Map<string, EndingTable>;
}

/** A question made ready: what it is about, and the numbers it is searched with. */
export interface Prepared {
  readonly projection: Projection;
  readonly places: Places;
  readonly task: Omit<SearchTask, 'work'>;
  readonly asOf: Day;
  readonly view: View;
  readonly teller: RouteTeller;
}

/** The first k groups of routes, best first. @throws DetourError as `Desk` says. */
export async function diversionRoutes(
  room: RouteRoom,
  question: RouteQuestion,
  signal?: AbortSignal,
): Promise<RouteAnswer> {
  const started = room.sources.now();
  const k = wholeNumber('k', question.k ?? DEFAULT_K, 1, MOST_K);
  const prepared = await prepare(room, question);
  const result = (await room.pool.run(
    { ...prepared.task, work: { kind: 'ROUTES', k, all: question.all ?? false } },
    signal,
  )) as Extract<SearchResult, { kind: 'ROUTES' }>;
  const routes = await tellRoutes(prepared.teller, result.groups);
  const { found, hidden } = result;
  return {
    ...completeness(room, prepared, started, {
      complete: found.complete,
      chains: found.expansions,
      pairs: found.steps,
      reach: result.reach,
      ...(found.stoppedBy === undefined ? {} : { stoppedBy: found.stoppedBy }),
    }),
    routes,
    total: { value: routes.length, relation: found.exhausted ? 'EQ' : 'GTE' },
    notShown: {
      direct: { value: result.direct, relation: 'EQ' },
      noTier2: { value: hidden.count, relation: hidden.more ? 'GTE' : 'EQ' },
    },
    ...(found.bestOpen === undefined ? {} : { bestMissedBits: found.bestOpen / 64 }),
  };
}

/** Reads a question into numbers. */
export async function prepare(room: RouteRoom, question: RouteQuestion): Promise<Prepared> {
  const { sources, projections } = room;
  const regimeId = question.regime ?? 'us-ear';
  const regime = sources.law.regimes.get(regimeId);
  if (regime === undefined) {
    throw new DetourError(
      'NOT_FOUND',
      `no regime \`${regimeId}\` is loaded; there is ${[...sources.law.regimes.keys()].join(', ')}`,
    );
  }
  const view = question.view ?? 'ENFORCED';
  const windowDays = wholeNumber('maxDwellDays', question.maxDwellDays ?? DEFAULT_DWELL_DAYS, 0, MOST_DWELL_DAYS);
  const { evidence, catalogue } = sources;
  const { projection, key } = await projections.get({
    asOf: question.asOf,
    regime,
    view,
    windowDays,
    evidence,
    catalogue,
  });
  const places = readPlaces(question, projection);
  const targetKey = `${key}|${nameOf(places)}`;
  let endings = room.endings.get(targetKey);
  if (endings === undefined) {
    endings = readEndings(projection, places.to);
    if (room.endings.size >= 8) room.endings.clear();
    room.endings.set(targetKey, endings);
  }
  const compiled = compileQuestion(question, places, endings, projection);
  const enforced = view === 'ENFORCED' ? projection.law : new Law({ ...projection.lawSources, view: 'ENFORCED' });
  return {
    projection,
    places,
    task: {
      boundsKey: [
        targetKey,
        compiled.maxMovements,
        compiled.minTier2 > 0,
        question.since,
        question.until,
        question.products?.join(','),
      ].join('|'),
      network: projection.network,
      question: compiled,
      budget: question.budget ?? {},
    },
    asOf: question.asOf ?? sources.today(),
    view,
    teller: { store: sources.store, projection, target: places.to, enforced },
  };
}

/** How far an analysis looked. */
export function completeness(
  room: RouteRoom,
  { projection, asOf, view }: Prepared,
  started: number,
  seen: {
    readonly complete: boolean;
    readonly chains: number;
    readonly pairs: number;
    readonly reach: { readonly movements: number; readonly parties: number };
    readonly stoppedBy?: Completeness['stoppedBy'];
  },
): Completeness {
  return {
    complete: seen.complete,
    explored: { ...seen.reach, chains: seen.chains, pairs: seen.pairs },
    ...(seen.stoppedBy === undefined ? {} : { stoppedBy: seen.stoppedBy }),
    asOf,
    regime: projection.settings.regime.id,
    view,
    storeVersion: projection.storeVersion,
    evidenceVersion: projection.settings.evidence.version,
    elapsedMs: room.sources.now() - started,
    gaps: gapsOf(projection),
  };
}

function nameOf({ to }: Places): string {
  return [
    [...to.parties].join(','),
    [...to.countries].sort().join(','),
    [...to.roles].sort().join(','),
    [...to.tiers].sort().join(','),
  ].join('/');
}
