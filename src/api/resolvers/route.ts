/** Routes, their pages and their hops. */
import type { Hop as HopAnswer, RouteAnswer, Route as RouteAnswered, RouteQuestion } from '../../desk/answers.js';
import { connection, type PageArguments, pageOfList } from '../connection.js';
import type { Context } from '../context.js';
import type {
  ChainExplanationResolvers,
  HopResolvers,
  RouteConnectionResolvers,
  RouteResolvers,
} from '../generated.js';
import { within } from '../limits.js';
import { period } from './shipment.js';

/** The answer, and which page of its routes is shown. */
export type RoutePage = RouteAnswer & { readonly page: PageArguments };

/** A hop that knows its route, for the evidence that belongs to it. */
export type HopOfRoute = HopAnswer & { readonly route: RouteAnswered };

/** Asks the desk. @throws DetourError for a `first` outside its limits, before anything is searched. */
export async function routePage(question: RouteQuestion, page: PageArguments, context: Context): Promise<RoutePage> {
  if (page.first !== null && page.first !== undefined) within('first', page.first, context.limits.first);
  return { ...(await context.desk.diversionRoutes(question, context.signal)), page };
}

const shown = (answer: RoutePage) => {
  return connection(
    pageOfList(answer.routes, (route) => route.id, { ...answer.page, first: answer.page.first ?? 500 }),
    answer.page,
  );
};

export const RouteConnection: RouteConnectionResolvers = {
  edges: (answer) => shown(answer).edges,
  nodes: (answer) => shown(answer).nodes,
  pageInfo: (answer) => shown(answer).pageInfo,
  totalCount: (answer) => answer.total,
};

export const ChainExplanation: ChainExplanationResolvers = {
  isRoute: (answer) => answer.route !== undefined,
};

export const Route: RouteResolvers = {
  shipments: (route) => route.hops.flatMap((hop) => (hop.kind === 'MOVEMENT' ? [hop.shipment] : [])),
  hops: (route) => route.hops.map((hop) => ({ ...hop, route })),
  period: (route) => period(route.period),
  lots(route, args, { limits }) {
    within('first', args.first ?? 100, limits.first);
    const page = { ...args, first: args.first ?? 100 };
    return connection(
      pageOfList(route.lots, (lot) => `${lot.hop} ${lot.shipment.id}`, page),
      page,
    );
  },
  firstUnlawfulHop: (route) => ({
    onItsPapers: hopAt(route, route.firstUnlawfulHop.onItsPapers),
    withKnowledge: hopAt(route, route.firstUnlawfulHop.withKnowledge),
  }),
};

export const Hop: HopResolvers = {
  evidence: (hop) => hop.route.score.parts.filter((part) => part.hop === hop.index),
};

function hopAt(route: RouteAnswered, index: number | undefined): HopOfRoute | undefined {
  const hop = index === undefined ? undefined : route.hops[index];
  return hop && { ...hop, route };
}
