/** Asks the interface in this process, without HTTP. */
import type { GraphQLFormattedError } from 'graphql';
import { createApi } from '../../src/api/api.js';
import { createContext } from '../../src/api/context.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/api/limits.js';
import type { Desk } from '../../src/desk/answers.js';
import { TODAY } from './fake-desk.js';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  readonly data: any;
  readonly errors: readonly GraphQLFormattedError[];
  readonly cost: { readonly estimated: number; readonly limit: number } | undefined;
  readonly logged: readonly { readonly correlationId: string; readonly error: unknown }[];
}

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

export async function ask(desk: Desk, query: string, options: AskOptions = {}): Promise<Answer> {
  const logged: { correlationId: string; error: unknown }[] = [];
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const api = createApi({ limits, newId: () => `id-${logged.length + 1}`, log: (entry) => logged.push(entry) });
  const contextValue = createContext({
    desk,
    limits,
    signal: options.signal ?? new AbortController().signal,
    now: TODAY * 86_400_000,
  });
  const { body } = await api.executeOperation({ query, variables: options.variables ?? {} }, { contextValue });
  await api.stop();
  if (body.kind !== 'single') throw new Error('a single answer was expected');
  const { data, errors, extensions } = JSON.parse(JSON.stringify(body.singleResult));
  return { data, errors: errors ?? [], cost: extensions?.cost, logged };
}
