/** What the driver and the server say when something goes wrong, in words that say what to do. */
import { Neo4jError } from 'neo4j-driver';
import { DetourError } from '../../model/errors.js';

const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);

/**
 * The error to throw for one that came out of the driver: `STORE_UNAVAILABLE` where server, network or rights are at
 * fault, `BAD_USER_INPUT` for a value the server cannot keep; anything else as it came, since that is a bug or a
 * fault already put into words.
 *
 * @param address as the user gave it, without a password
 */
export function faultOf(error: unknown, address: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  const because = (text: string) => new DetourError('STORE_UNAVAILABLE', text, { cause: error });
  if (/Security\.(Unauthorized|CredentialsExpired|TokenExpired)/.test(code)) {
    return because(
      `Neo4j at \`${address}\` does not take this user and password: check both, and that the first password was changed`,
    );
  }
  if (/AuthenticationRateLimit/.test(code)) {
    return because(`Neo4j at \`${address}\` refuses more tries after wrong passwords: wait some seconds and check it`);
  }
  if (/Security\.Forbidden/.test(code)) {
    return because(`Neo4j at \`${address}\` does not let this user do that (${firstLine(message)}): grant the right`);
  }
  if (/DatabaseNotFound|Database\.UnableToStartDatabase/.test(code)) {
    return because(
      `Neo4j at \`${address}\` has no such database (${firstLine(message)}): name another, or leave it out`,
    );
  }
  if (/HTTP/.test(message) && UNREACHABLE.has(code)) {
    return because(`\`${address}\` is the HTTP port of Neo4j: use its Bolt port, 7687 if nothing else is set`);
  }
  if (/negotiat|protocol version|handshake/i.test(message)) {
    return because(`\`${address}\` does not speak a Bolt version of Neo4j 5.26 or newer: check what runs there`);
  }
  if (/memory|OutOfMemory|MemoryPool/i.test(code)) {
    return because(
      `Neo4j at \`${address}\` has not enough memory (${firstLine(message)}): give it more heap, or ask for less`,
    );
  }
  if (UNREACHABLE.has(code) || error.retriable) {
    return because(
      `Neo4j at \`${address}\` cannot be reached (${reasonOf(error)}): start it, or check address, port and network`,
    );
  }
  if (/too large to index|exceeds.*(index|size)/i.test(message)) {
    return new DetourError(
      'BAD_USER_INPUT',
      `a value is too long for Neo4j to index (${firstLine(message)}): shorten it`,
      {
        cause: error,
      },
    );
  }
  return error;
}

/** The error for what takes connections and does not answer. */
export function silentServer(address: string, milliseconds: number): DetourError {
  return new DetourError(
    'STORE_UNAVAILABLE',
    `Neo4j at \`${address}\` cannot be reached (no answer within ${(2 * milliseconds) / 1000} s): check address and port, and whether the server is well`,
  );
}

/** The error for a server that is too old, or no Neo4j. */
export function wrongServer(address: string, found: string): DetourError {
  return new DetourError(
    'STORE_UNAVAILABLE',
    `\`${address}\` is ${found}, and Detour needs Neo4j 5.26 or newer: update the server, or use another`,
  );
}

/** The error for a store that a later version of this program wrote. */
export function newerStore(address: string, schema: number): DetourError {
  return new DetourError(
    'STORE_UNAVAILABLE',
    `the store at \`${address}\` was written by a newer version of Detour (graph model ${schema}): update Detour`,
  );
}

/** What the network said, where the driver passes it on: its own words speak of routing tables. */
function reasonOf(error: Neo4jError): string {
  const { message } = error.cause instanceof Error ? error.cause : error;
  return firstLine(/Caused by: (.+)/.exec(message)?.[1] ?? message);
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replaceAll('`', "'");
}
