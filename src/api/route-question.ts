/** The arguments of the route fields as a question to the desk. */
import type { ChainQuestion, RouteQuestion } from '../desk/answers.js';
import type { Day } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { Context } from './context.js';
import { firstDay, lastDay } from './day-arguments.js';
import type {
  QueryDiversionRoutesArgs,
  QueryExplainChainArgs,
  QueryRoutesBetweenArgs,
  RouteFilter,
} from './generated.js';
import { given } from './given.js';
import { within } from './limits.js';

/** @throws DetourError for numbers outside their limits. */
export function routeQuestion(args: QueryDiversionRoutesArgs, asOf: Day | undefined, context: Context): RouteQuestion {
  const k = within('k', args.k ?? 10, context.limits.k);
  return { ...terms(args, args.filter, asOf, context), k, all: args.alternatives ?? false };
}

/** @throws DetourError for numbers outside their limits, and for ends named twice. */
export function betweenQuestion(args: QueryRoutesBetweenArgs, asOf: Day | undefined, context: Context): RouteQuestion {
  if (args.filter?.from || args.filter?.to) {
    throw new DetourError('BAD_USER_INPUT', 'the ends are named in `filter` too: name them in `from` and `to` only');
  }
  const k = within('k', args.k ?? 10, context.limits.k);
  const filter = { ...args.filter, from: args.from, to: args.to };
  return { ...terms(args, filter, asOf, context), k, all: args.alternatives ?? false };
}

/** @throws DetourError for numbers outside their limits, and for a chain without parties and shipments. */
export function chainQuestion(args: QueryExplainChainArgs, asOf: Day | undefined, context: Context): ChainQuestion {
  const { parties, shipments } = args;
  if (!parties?.length && !shipments?.length) {
    throw new DetourError('BAD_USER_INPUT', 'the chain is empty: give `parties` or `shipments` in travel order');
  }
  return { ...terms(args, args.filter, asOf, context), ...given({ parties, shipments }) };
}

type Terms = Omit<QueryExplainChainArgs, 'parties' | 'shipments'>;

function terms(args: Terms, filter: RouteFilter | null | undefined, asOf: Day | undefined, context: Context) {
  const { limits } = context;
  const { from, to, products } = filter ?? {};
  return {
    ...given({ from, to, products, since: firstDay(filter?.since), until: lastDay(filter?.until), asOf }),
    maxHops: within('maxHops', args.maxHops ?? 6, limits.maxHops),
    maxDwellDays: within('maxDwellDays', args.maxDwellDays ?? 180, limits.maxDwellDays, 0),
    minTier2: within('minTier2', args.minTier2 ?? 1, limits.maxHops, 0),
    ...given({ regime: args.regime, view: args.view }),
    budget: budget(args, limits.milliseconds),
  };
}

/** Never more time than a request has: so a search ends with what it found before its client is cut off. */
function budget({ budget: asked }: Terms, milliseconds: number) {
  return { ...given(asked ?? {}), milliseconds: Math.min(asked?.milliseconds ?? milliseconds, milliseconds) };
}
