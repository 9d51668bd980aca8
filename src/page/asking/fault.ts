/** What went wrong, as the page shows it. */
import type { CombinedError } from 'urql';

export interface Fault {
  /** `REFUSED`: the question itself is at fault. `FAILED`: the server is. `GONE`: nobody answers. */
  readonly kind: 'REFUSED' | 'FAILED' | 'GONE';
  readonly code: string;
  readonly message: string;
  /** Under this id the server's log has the whole story. */
  readonly correlationId?: string;
}

const REFUSALS = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'LIMIT_EXCEEDED']);

/** The first error that says something; a code the page does not know counts as a failure of the server. */
export function readFault(error: CombinedError): Fault {
  const told = error.graphQLErrors[0];
  if (told === undefined) return unreachable(error);
  const code = String(told.extensions?.code ?? 'INTERNAL');
  const correlationId = told.extensions?.correlationId;
  return {
    kind: REFUSALS.has(code) ? 'REFUSED' : 'FAILED',
    code,
    message: told.message,
    ...(typeof correlationId === 'string' ? { correlationId } : {}),
  };
}

function unreachable(error: CombinedError): Fault {
  const response: unknown = error.response;
  if (response instanceof Response && response.status >= 400) {
    const message = `The server answered with status ${response.status} and no reason.`;
    return { kind: 'FAILED', code: String(response.status), message };
  }
  return {
    kind: 'GONE',
    code: 'UNREACHABLE',
    message: 'The server does not answer. Start it again with `npm start` and ask once more.',
  };
}
