/** The first k groups of routes, and what was left out of them. */
import { type Bounds, computeBounds } from './bounds.js';
import { Candidates } from './candidates.js';
import { RouteGroups } from './groups.js';
import { type Budget, type FoundRoute, type Network, NONE, type Question, type StoppedBy } from './network.js';
import { RouteSearch } from './search.js';

export interface RouteGroup {
  readonly route: FoundRoute;
  /** Routes that share their last movement or half of their movements with `route`, as far as the search came across them. */
  readonly alternatives: readonly FoundRoute[];
}

export interface FoundRoutes {
  /** At most k, in the total order of their routes. */
  readonly groups: readonly RouteGroup[];
  /** False when the budget ran out before the k-th group and before the end. */
  readonly complete: boolean;
  /** True when there are no more routes at all. */
  readonly exhausted: boolean;
  readonly stoppedBy?: StoppedBy;
  /** Most sixty-fourths a route that was missed can have; only when not complete. */
  readonly bestOpen?: number;
  readonly expansions: number;
  readonly steps: number;
  readonly labels: number;
}

/**
 * The first `k` groups of the question's routes.
 *
 * Routes come in the total order of `search.ts`; each joins the highest-ranked group it is an alternative of,
 * else it opens the next. The search ends with the route that opens the k-th group, so the first k of k + 1 are
 * the first k.
 */
export function findRoutes(
  network: Network,
  question: Question,
  k: number,
  budget: Budget = {},
  bounds: Bounds = computeBounds(network, question),
  candidates: Candidates = new Candidates(network),
): FoundRoutes {
  const search = new RouteSearch(network, question, bounds, budget, candidates);
  const groups = new RouteGroups();
  let exhausted = false;
  while (groups.size < k) {
    const route = search.next();
    if (route === undefined) {
      exhausted = search.stoppedBy === undefined;
      break;
    }
    groups.add(route);
  }
  const complete = search.stoppedBy === undefined;
  return {
    groups: groups.list(),
    complete,
    exhausted,
    ...(search.stoppedBy === undefined ? {} : { stoppedBy: search.stoppedBy }),
    ...(complete || search.bestOpen === undefined ? {} : { bestOpen: search.bestOpen }),
    expansions: search.expansions,
    steps: search.steps,
    labels: search.chains,
  };
}

/** What the Tier 2 rule hid: routes better than `last` (any, if there is none) that fail only that rule. */
export interface Hidden {
  readonly count: number;
  /** True when there may be more than were counted. */
  readonly more: boolean;
}

/** Counts at most this many routes without a Tier 2 party. */
const HIDDEN_AT_MOST = 1000;

/** A second search without the rule, up to the last route shown; see Hidden. The bounds may be those of the first. */
export function countWithoutTier2(
  network: Network,
  question: Question,
  last: FoundRoute | undefined,
  budget: Budget,
  bounds: Bounds,
  candidates: Candidates,
): Hidden {
  if (question.minTier2 === 0) return { count: 0, more: false };
  const search = new RouteSearch(network, { ...question, minTier2: 0 }, bounds, budget, candidates);
  let count = 0;
  for (;;) {
    const route = search.next();
    if (route === undefined) return { count, more: search.stoppedBy !== undefined };
    if (last !== undefined && !routeBefore(network, route, last)) return { count, more: false };
    let tier2 = 0;
    for (const party of route.parties.slice(1)) tier2 += question.tier2[party] as number;
    if (tier2 >= question.minTier2) continue;
    if (count === HIDDEN_AT_MOST) return { count, more: true };
    count++;
  }
}

/** How many chains of one movement end in the target and are not routes for being direct sales, whatever their tiers. */
export function countDirect(network: Network, question: Question, bounds: Bounds): number {
  if (question.direct === 'ALL') return 0;
  const { movements, goods } = network;
  let chains = 0;
  for (const origin of question.origins) {
    const consignees = new Set<number>();
    for (let m = movements.departures[origin] as number; m < (movements.departures[origin + 1] as number); m++) {
      const paper = movements.goods[m] as number;
      const group = question.ending[m] as number;
      if (group === 0 || bounds.movement[m] === NONE || question.startBits[paper] === NONE) continue;
      if (question.endings.needsStop[group] === 1) continue;
      if (question.endings.bits[group * goods.count + paper] !== NONE) consignees.add(movements.consignee[m] as number);
    }
    chains += consignees.size;
  }
  return chains;
}

/** Whether `a` comes before `b` in the total order of results. */
export function routeBefore(network: Network, a: FoundRoute, b: FoundRoute): boolean {
  if (a.score !== b.score) return a.score > b.score;
  const x = movementsOf(a);
  const y = movementsOf(b);
  if (x.length !== y.length) return x.length < y.length;
  if (a.parties.length !== b.parties.length) return a.parties.length < b.parties.length;
  for (let i = 0; i < a.parties.length; i++) {
    if (a.parties[i] !== b.parties[i]) return (a.parties[i] as number) < (b.parties[i] as number);
  }
  const { rank } = network.movements;
  for (let i = 0; i < x.length; i++) {
    if (x[i] !== y[i]) return (rank[x[i] as number] as number) < (rank[y[i] as number] as number);
  }
  return false;
}

/** The movements of a route, in travel order. */
function movementsOf(route: FoundRoute): number[] {
  return route.steps.flatMap((step) => (step.kind === 'MOVEMENT' ? [step.movement] : []));
}
