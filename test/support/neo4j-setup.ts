/**
 * Lends one real Neo4j server to the test files of a run, one file at a time.
 *
 * Nothing is started before a file asks. A file holds the server as long as its connection here is open, so a
 * file that dies gives it back. Without Java the tests that need it are left out, aloud; where CI is set that
 * is a failure.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { whatIsMissing } from '../../tools/neo4j/java.mjs';
import { type Neo4jServer, startServer } from '../../tools/neo4j/server.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where `startNeo4j` asks; undefined where no Neo4j can be started. */
    neo4jLender: { readonly port: number } | undefined;
    /** Why not, and what to do about it. */
    neo4jMissing: string | undefined;
  }
}

/**
 * Each test starts with an empty database, and the server would plan every statement anew for it: that is half of its
 * work. Plans change no answer; the test of plans asks for fresh ones.
 */
const PLANS_ARE_KEPT = ['dbms.cypher.min_replan_interval=1h', 'dbms.cypher.statistics_divergence_threshold=1'];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = whatIsMissing();
  project.provide('neo4jMissing', missing);
  if (missing !== undefined) {
    if (process.env.CI) throw new Error(`the Neo4j tests cannot run, and in CI they must: ${missing}`);
    console.warn(`\nSKIPPED: all tests on a real Neo4j. To run them: ${missing}\n`);
    project.provide('neo4jLender', undefined);
    return async () => undefined;
  }

  let running: Promise<Neo4jServer> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const home = mkdtempSync(join(tmpdir(), 'detour-neo4j-'));
  const lender = createServer((borrower) => {
    borrower.on('error', () => borrower.destroy());
    turn = turn.then(() => {
      running ??= startServer({
        home,
        password: randomBytes(12).toString('hex'),
        shortLived: true,
        settings: PLANS_ARE_KEPT,
        say: (line) => console.warn(line),
      });
      return lend(running, borrower);
    });
  });
  lender.listen(0, '127.0.0.1');
  await once(lender, 'listening');
  project.provide('neo4jLender', { port: (lender.address() as { port: number }).port });

  return async () => {
    lender.close();
    const server = await running?.catch(() => undefined);
    await server?.kill();
    rmSync(home, { recursive: true, force: true });
  };
}

/** Tells the borrower where the server is, and resolves when it has hung up. */
async function lend(running: Promise<Neo4jServer>, borrower: Socket): Promise<void> {
  if (borrower.destroyed) return;
  const hungUp = once(borrower, 'close');
  borrower.resume();
  try {
    const { uri, user, password } = await running;
    borrower.write(`${JSON.stringify({ uri, user, password })}\n`);
  } catch (error) {
    borrower.write(`${JSON.stringify({ fault: error instanceof Error ? error.message : String(error) })}\n`);
  }
  await hungUp;
}
