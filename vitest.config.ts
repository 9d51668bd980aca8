/** How the tests run: every file in its own process, the Neo4j server shared and started only when asked for. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/neo4j-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    // A file may wait for its turn at the one Neo4j server, and the first start fetches its jars.
    hookTimeout: 300_000,
  },
});
