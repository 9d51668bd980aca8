/** How the tests run: every file in its own process, the Neo4j server shared and started only when asked for. */
import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { Sequence } from './test/support/sequence.js';

export default defineConfig({
  // Vite would load graphql's ES module while Apollo, loaded by Node, gets the other one; the two refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/neo4j-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: Sequence },
    testTimeout: 60_000,
    // A file may wait for its turn at the one Neo4j server, and the first start fetches its jars.
    hookTimeout: 600_000,
  },
});
