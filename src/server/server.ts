/** One process, one port: GraphQL, the page, the playground, and whether all is well. */
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Desk } from '../api/context.js';
import type { Limits } from '../api/limits.js';
import { DetourError } from '../model/errors.js';
import { ownHostsOnly, requireLoopback } from './address.js';
import { answerFault } from './fault.js';
import { graphqlRoute } from './graphql-route.js';
import { healthRoutes } from './health-routes.js';
import { pageRoutes } from './page-routes.js';
import { securityHeaders } from './security-headers.js';

export interface ServerOptions {
  readonly desk: Desk;
  readonly limits: Limits;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Folder of the built page; it may be missing, then `/` says how to build it. */
  readonly pageFolder: string;
  readonly logger: FastifyBaseLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

export interface RunningServer {
  /** `http://127.0.0.1:4400`. */
  readonly url: string;
  /** Takes no new requests, ends searches under way with what they have, sends their answers, then stops. */
  close(): Promise<void>;
}

/** Longest wait of the event loop, in milliseconds, before requests are told to come back later. */
const MOST_EVENT_LOOP_DELAY = 5_000;

/**
 * Starts to listen.
 *
 * @throws DetourError `BAD_SETTING` for an address that is not loopback (there is no authentication) and for a port
 * that is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  requireLoopback(options.host);
  const app = await createServer(options);
  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, close: () => app.close() };
  } catch (cause) {
    await app.close();
    throw cannotListen(options, cause);
  }
}

/** The server, not listening yet. */
async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    bodyLimit: options.limits.bodyBytes,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => options.newId(),
    forceCloseConnections: 'idle',
  });
  app.setErrorHandler(answerFault);
  app.addHook('onRequest', ownHostsOnly);
  await app.register(underPressure, { maxEventLoopDelay: MOST_EVENT_LOOP_DELAY, retryAfter: 5 });
  await securityHeaders(app);
  await healthRoutes(app, options.desk);
  await graphqlRoute(app, options);
  await pageRoutes(app, options.pageFolder);
  return app;
}

function cannotListen({ host, port }: ServerOptions, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new DetourError('BAD_SETTING', `port \`${port}\` is taken on ${host}: choose another with --port or PORT`, {
      cause,
    });
  }
  if (code === 'EACCES') {
    return new DetourError(
      'BAD_SETTING',
      `port \`${port}\` is not ours to take: choose one above 1023 with --port or PORT`,
      { cause },
    );
  }
  return cause;
}
