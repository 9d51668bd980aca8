/** `/graphql`: each request with its own deadline, stopped when its client goes away. */

import { fastifyApolloHandler } from '@as-integrations/fastify';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createApi } from '../api/api.js';
import type { Desk } from '../api/context.js';
import { createContext } from '../api/context.js';
import type { Limits } from '../api/limits.js';

interface GraphqlOptions {
  readonly desk: Desk;
  readonly limits: Limits;
  readonly now: () => number;
  readonly newId: () => string;
}

/** One investigator's page asks a few times a second at most. */
const MOST_REQUESTS_A_MINUTE = 1200;

/** A search ends by itself when its time is up; whatever still runs so much later is cut off. */
const GRACE_MILLISECONDS = 2_000;

export async function graphqlRoute(app: FastifyInstance, { desk, limits, now, newId }: GraphqlOptions): Promise<void> {
  const api = createApi({
    limits,
    newId,
    log: (entry) => app.log.error(entry, 'a question failed'),
  });
  await api.start();
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort(new Error('the server is stopping')));
  // Fastify waits for the requests under way before it calls this, so nothing is left to drain.
  app.addHook('onClose', () => api.stop());
  await app.register(rateLimit, { global: false });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    config: { rateLimit: { max: MOST_REQUESTS_A_MINUTE, timeWindow: '1 minute' } },
    handler: fastifyApolloHandler(api, {
      context: async (_request, reply) => {
        const signal = signalFor(reply, limits.milliseconds + GRACE_MILLISECONDS);
        return createContext({ desk, limits, signal: AbortSignal.any([signal, closing.signal]), now: now() });
      },
    }),
  });
}

/** Fires when the deadline passes or the connection closes before the answer is out. */
function signalFor(reply: FastifyReply, milliseconds: number): AbortSignal {
  const stop = new AbortController();
  const deadline = setTimeout(() => stop.abort(new Error('the deadline passed')), milliseconds);
  reply.raw.once('close', () => {
    clearTimeout(deadline);
    if (!reply.raw.writableFinished) stop.abort(new Error('the client went away'));
  });
  return stop.signal;
}
