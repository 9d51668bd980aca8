/** One search, start to end, on numbers only: what a worker runs. */
import { availableParallelism } from 'node:os';
import { type Along, lotsAlong } from '../graph/along.js';
import type { Bounds, BoundsOptions } from '../graph/bounds.js';
import { Candidates } from '../graph/candidates.js';
import { extendToOrigin } from '../graph/extension.js';
import {
  countDirect,
  countWithoutTier2,
  type FoundRoutes,
  findRoutes,
  type Hidden,
  routeBefore,
} from '../graph/find-routes.js';
import { type Budget, type FoundRoute, type Network, NONE, type Question } from '../graph/network.js';
import { computeBoundsParallel } from '../graph/parallel-bounds.js';
import { reachForBounds } from '../graph/reach.js';
import { RouteSearch } from '../graph/search.js';
import { type Trace, traceChain } from '../graph/trace.js';

export interface SearchTask {
  /** Names network and target: bounds are kept for the next task with the same name. */
  readonly boundsKey: string;
  readonly network: Network;
  readonly question: Question;
  readonly budget: Budget;
  /** Find the first k groups, or trace one chain and rank it. */
  readonly work:
    | { readonly kind: 'ROUTES'; readonly k: number; readonly all: boolean }
    | { readonly kind: 'CHAIN'; readonly parties: readonly number[]; readonly only?: readonly number[] };
}

export interface RouteWithContext {
  readonly route: FoundRoute;
  readonly alternativeCount: number;
  /** Only when all are asked for. */
  readonly alternatives: readonly RouteWithContext[];
  /** Movements before the route, in travel order. */
  readonly extension: readonly { readonly movement: number; readonly carried: number }[];
  readonly along: Along;
  /** Figures behind each step of the route, as in `steps`. */
  readonly choices: readonly StepChoice[];
}

/** The choice an arrival had: for the movement that a step continues. Sums and fits in 1/65,536. */
export interface StepChoice {
  readonly sum: number;
  readonly count: number;
}

export type SearchResult =
  | {
      readonly kind: 'ROUTES';
      readonly found: Omit<FoundRoutes, 'groups'>;
      readonly groups: readonly RouteWithContext[];
      readonly direct: number;
      readonly hidden: Hidden;
      readonly reach: { readonly movements: number; readonly parties: number };
    }
  | {
      readonly kind: 'CHAIN';
      readonly trace: Trace;
      readonly context?: RouteWithContext;
      /** Routes before it, and whether there may be more. */
      readonly before?: { readonly count: number; readonly more: boolean };
      readonly expansions: number;
      readonly steps: number;
      readonly reach: { readonly movements: number; readonly parties: number };
    };

/** What searches of one network and target share: the bounds, and what was found out of arrivals. */
interface Known {
  readonly bounds: Bounds;
  readonly candidates: Candidates;
}

/** By key; the caller owns it, since a worker keeps it from task to task. */
export type SearchCache = Map<string, Known>;

/** Bounds of so many questions are kept. */
const KEPT = 4;

/** Runs the task. The budget counts for the search and again for what the Tier 2 rule hides. */
export function runSearch(task: SearchTask, cache: SearchCache): SearchResult {
  const { network, question, budget } = task;
  const { bounds, candidates } = knownFor(task, cache);
  const reach = reachOf(network, question, bounds);
  const withContext = (
    route: FoundRoute,
    alternativeCount: number,
    alternatives: readonly FoundRoute[],
  ): RouteWithContext => ({
    route,
    alternativeCount,
    alternatives: alternatives.map((one) => withContext(one, 0, [])),
    extension: extendToOrigin(network, question, bounds, candidates, route),
    along: lotsAlong(network, question, bounds, candidates, route),
    choices: choicesAlong(route, candidates),
  });
  if (task.work.kind === 'CHAIN') {
    const trace = traceChain(network, question, bounds, candidates, task.work.parties, task.work.only);
    if (!('route' in trace)) return { kind: 'CHAIN', trace, expansions: 0, steps: 0, reach };
    const search = new RouteSearch(network, question, bounds, budget, candidates);
    let count = 0;
    let next = search.next();
    while (next !== undefined && routeBefore(network, next, trace.route)) {
      count++;
      next = search.next();
    }
    return {
      kind: 'CHAIN',
      trace,
      context: withContext({ ...trace.route, rank: count + 1 }, 0, []),
      before: { count, more: search.stoppedBy !== undefined },
      expansions: search.expansions,
      steps: search.steps,
      reach,
    };
  }
  const { k, all } = task.work;
  const { groups, ...found } = findRoutes(network, question, k, budget, bounds, candidates);
  const last = groups[groups.length - 1]?.route;
  return {
    kind: 'ROUTES',
    found,
    groups: groups.map(({ route, alternatives }) => withContext(route, alternatives.length, all ? alternatives : [])),
    direct: countDirect(network, question, bounds),
    hidden: found.complete
      ? countWithoutTier2(network, question, found.exhausted ? undefined : last, budget, bounds, candidates)
      : { count: 0, more: true },
    reach,
  };
}

/** From so few origins it pays to look forwards first and to bound only what they reach. */
const FEW_ORIGINS = 64;

function knownFor({ network, question, boundsKey, budget }: SearchTask, cache: SearchCache): Known {
  const few = question.origins.length <= FEW_ORIGINS;
  const ownKey = few ? `${boundsKey}|${question.origins.join(',')}` : boundsKey;
  const known = cache.get(boundsKey) ?? cache.get(ownKey);
  if (known !== undefined) return known;
  const options: BoundsOptions = {
    ...(few ? { reach: reachForBounds(network, question) } : {}),
    ...(budget.abort === undefined ? {} : { abort: budget.abort }),
  };
  const bounds = computeBoundsParallel(network, question, availableParallelism(), options);
  const found = { bounds, candidates: new Candidates(network) };
  if (!bounds.complete) return found;
  cache.set(bounds.fromOriginsOnly ? ownKey : boundsKey, found);
  for (const key of cache.keys()) {
    if (cache.size <= KEPT) break;
    cache.delete(key);
  }
  return found;
}

/** For each movement step after the first: the sums over the candidates of the arrival it continues. */
function choicesAlong(route: FoundRoute, candidates: Candidates): StepChoice[] {
  const choices: StepChoice[] = [];
  let previous: { movement: number; carried: number } | undefined;
  for (const step of route.steps) {
    if (step.kind === 'TIE') continue;
    if (previous !== undefined) {
      const { fit, count } = candidates.choice(previous.movement, previous.carried);
      choices.push({ sum: fit, count });
    }
    previous = step;
  }
  return choices;
}

/** Movements from which the target can still be reached, and the parties they arrive at; none where that was not found out. */
function reachOf(network: Network, question: Question, bounds: Bounds): { movements: number; parties: number } {
  if (!bounds.complete) return { movements: 0, parties: 0 };
  const level = bounds.seen[question.maxMovements - 1] as Int16Array;
  const parties = new Uint8Array(network.movements.parties);
  let movements = 0;
  for (let m = 0; m < level.length; m++) {
    if (level[m] === NONE) continue;
    movements++;
    parties[network.movements.consignee[m] as number] = 1;
  }
  return { movements, parties: parties.reduce((sum, one) => sum + one, 0) };
}
