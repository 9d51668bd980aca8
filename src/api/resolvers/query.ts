/** The top-level fields: each converts its arguments and makes one call on the desk. */
import { connection, pageAsked } from '../connection.js';
import { firstDay, lastDay, theDay } from '../day-arguments.js';
import type { QueryResolvers } from '../generated.js';
import { given } from '../given.js';
import { betweenQuestion, chainQuestion, routeQuestion } from '../route-question.js';
import { shipmentQuery } from '../shipment-query.js';
import { findNode } from './node.js';
import { routePage } from './route.js';

export const Query: QueryResolvers = {
  async diversionRoutes(_, args, context, info) {
    const question = routeQuestion(args, context.keepAsOf(args.asOf, info), context);
    return routePage(question, args, context);
  },
  async routesBetween(_, args, context, info) {
    const question = betweenQuestion(args, context.keepAsOf(args.asOf, info), context);
    return routePage(question, args, context);
  },
  async explainChain(_, args, context, info) {
    const question = chainQuestion(args, context.keepAsOf(args.asOf, info), context);
    return context.desk.explainChain(question, context.signal);
  },

  entity: (_, args, context, info) => context.desk.entity(args.id, context.keepAsOf(args.asOf, info)),
  async entities(_, args, context, info) {
    const query = given({ text: args.search, ...args.filter });
    const asOf = context.keepAsOf(args.asOf, info);
    return connection(await context.desk.entities(query, pageAsked(args, context.limits), asOf), args);
  },
  async shipments(_, args, context, info) {
    const asOf = context.keepAsOf(args.asOf, info);
    const page = pageAsked(args, context.limits);
    return connection(await context.desk.shipments(shipmentQuery(args.filter), page, asOf), args);
  },

  judge(_, { movement, on, regime, view }, context) {
    return context.desk.judge({ movement: { ...movement }, on: theDay(on, context.today), ...given({ regime, view }) });
  },
  classify(_, { on, regime, view, ...goods }, context) {
    return context.desk.classify({
      goods: given(goods),
      on: theDay(on, context.today),
      ...given({ regime, view }),
    });
  },
  async compareRegimes(_, { a, b, filter, k, examples, asOf }, context, info) {
    const { products, ...where } = { ...filter };
    return context.desk.compareRegimes(
      {
        a: given({ ...a }),
        b: given({ ...b }),
        ...given({ ...where, products, since: firstDay(filter?.since), until: lastDay(filter?.until), k, examples }),
        ...given({ asOf: context.keepAsOf(asOf, info) }),
        // So the search ends with what it found before its client is cut off.
        budget: { milliseconds: context.limits.milliseconds / 2 },
      },
      context.signal,
    );
  },
  regimes: (_, _args, { desk }) => desk.regimes(),
  regime: (_, { id }, { desk }) => desk.regime(id),
  countries: (_, args, context) => {
    return context.desk.countries(theDay(args.on, context.today), args.regime ?? undefined);
  },

  products: (_, _args, { desk }) => desk.products(),
  evidenceFlags: (_, _args, { desk }) => desk.evidenceFlags(),
  datasets: (_, _args, { desk }) => desk.datasets(),
  async health(_, _args, { desk }) {
    const health = await desk.health();
    return { ...health, ok: health.problem === undefined && health.lawProblem === undefined };
  },
  limits: (_, _args, { limits }) => limits,
  node: (_, { id }, { desk }) => findNode(id, desk),
};
