/** A real Neo4j for a test file. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, inject } from 'vitest';

export interface BorrowedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Gives the server back, for the next test file. */
  stop(): Promise<void>;
}

/** `describe` where a Neo4j can be started; elsewhere its tests are skipped (never in CI), and the run says so. */
export const describeWithNeo4j: typeof describe.skip = inject('neo4jMissing') === undefined ? describe : describe.skip;

/**
 * The run's one server, for this file alone until `stop`; other files wait their turn, so give the hook
 * time. The database holds what the file before left: wipe it first.
 *
 * @throws {Error} when there is no Java (use `describeWithNeo4j`), or the server does not start
 */
export async function startNeo4j(): Promise<BorrowedNeo4j> {
  const lender = inject('neo4jLender');
  if (lender === undefined) throw new Error(`no Neo4j here: ${inject('neo4jMissing')}`);
  const socket = connect(lender.port, '127.0.0.1');
  const [line] = (await once(createInterface({ input: socket }), 'line')) as [string];
  const answer = JSON.parse(line) as { uri: string; user: string; password: string } | { fault: string };
  if ('fault' in answer) {
    socket.destroy();
    throw new Error(answer.fault);
  }
  return {
    ...answer,
    stop: async () => {
      const closed = once(socket, 'close');
      socket.end();
      await closed;
    },
  };
}
