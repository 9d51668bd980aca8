/** Only this machine may ask, since nobody has to say who they are yet. */
import { isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { DetourError } from '../model/errors.js';

/** @throws DetourError `BAD_SETTING` for an address that others could reach. */
export function requireLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new DetourError(
    'BAD_SETTING',
    `\`${host}\` could be reached from other machines, and there is no authentication yet: leave --host out, or put a proxy that authenticates in front of 127.0.0.1`,
  );
}

/**
 * Refuses requests that name another host: a web page elsewhere could have its own name resolve to this machine and
 * so read answers that are meant for it alone.
 *
 * @throws DetourError `FORBIDDEN`.
 */
export async function ownHostsOnly(request: FastifyRequest): Promise<void> {
  if (isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) return;
  throw new DetourError(
    'FORBIDDEN',
    `this server answers to localhost only, not to \`${request.hostname.slice(0, 80)}\``,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
