/** Refuses a question that would cost too much and shows the cost of every other. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { costOf } from './cost.js';
import type { Limits } from './limits.js';

/** `extensions.cost` of each answer: `{estimated, limit}`, in points. */
export function costLimit(limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let estimated: number | undefined;
      return {
        async didResolveOperation(request) {
          estimated = estimate(request, limits);
          if (estimated > limits.cost) throw tooCostly(estimated, limits.cost);
        },
        async willSendResponse({ response }) {
          if (estimated === undefined || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { estimated, limit: limits.cost } };
        },
      };
    },
  };
}

function estimate(request: GraphQLRequestContextDidResolveOperation<Context>, limits: Limits): number {
  const { schema, document, operation, request: asked } = request;
  return operation ? costOf({ schema, document, operation, variables: asked.variables ?? {}, limits }) : 0;
}

function tooCostly(estimated: number, most: number): GraphQLError {
  return new GraphQLError(
    `the question is estimated at ${estimated} points and may cost ${most}: ask for fewer elements or fewer fields of each`,
    { extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } } },
  );
}
