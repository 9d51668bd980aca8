/** The built page and the playground, as files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fault } from './fault.js';

const A_YEAR_IN_SECONDS = 31_536_000;

/**
 * Serves the folder. Addresses that are no file are views of the page (it reads them itself), so they get its
 * `index.html`; without a built page everything but the interface says how to build it.
 */
export async function pageRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      dotfiles: 'ignore',
      redirect: true,
      cacheControl: false,
      setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && isBuilt) return reply.sendFile('index.html');
    const message = wantsPage
      ? 'the page is not built: run `npm run build`; GraphQL answers at /graphql'
      : `there is nothing at \`${request.url.slice(0, 80)}\``;
    return reply.code(404).send(fault(message, { code: 'NOT_FOUND' }));
  });
}

/** Files under `assets/` carry a hash in their names and never change. */
function cachingOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? `public, max-age=${A_YEAR_IN_SECONDS}, immutable` : 'no-cache';
}
