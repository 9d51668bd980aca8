/** The GraphQL interface over a desk. */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from './context.js';
import { costLimit } from './cost-limit.js';
import { type ErrorOptions, errorFormatter } from './format-error.js';
import type { Limits } from './limits.js';
import { resolvers } from './resolvers/index.js';
import { shapeLimits } from './shape-limits.js';

export interface ApiOptions extends ErrorOptions {
  readonly limits: Limits;
}

/**
 * An Apollo server that is not started yet. The desk comes with each request's context (`createContext`).
 *
 * Introspection is on: it is a playground. Batches, persisted queries, reports to others and a landing page are off.
 */
export function createApi({ limits, newId, log }: ApiOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs: readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...shapeLimits(limits)],
    formatError: errorFormatter({ newId, log }),
    plugins: [costLimit(limits), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled()],
  });
}
