/** What a browser may do with our pages: nothing that leaves this server. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const OWN_ONLY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** The playground's editor writes its own style elements. */
const PLAYGROUND = policy({ ...OWN_ONLY, 'style-src': ["'self'", "'unsafe-inline'"] });

export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: OWN_ONLY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', async (request, reply) => {
    if (/^\/playground(\/|\?|$)/.test(request.url)) reply.header('content-security-policy', PLAYGROUND);
  });
}

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
}
