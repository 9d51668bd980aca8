import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRankOrder, routeLine } from '../../src/cli/route-line.js';
import type { RouteQuestion } from '../../src/desk/answers.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { openNeo4j } from '../../src/store/neo4j/open.js';
import type { Store } from '../../src/store/port.js';
import { type BorrowedNeo4j, describeWithNeo4j, startNeo4j } from '../support/neo4j.js';
import { wipe } from '../support/neo4j-wipe.js';
import { d, deskOver } from './at-desk.js';

const QUESTIONS: readonly RouteQuestion[] = [
  { k: 40, all: true },
  { k: 10, to: ['country:CN'], minTier2: 0, maxHops: 3 },
  { k: 10, view: 'AS_WRITTEN', since: d('2024-01-01'), until: d('2025-12-31') },
  { k: 10, products: ['h100-sxm'], maxDwellDays: 60 },
];

describeWithNeo4j('the example world in both stores', () => {
  let server: BorrowedNeo4j;
  beforeAll(async () => {
    server = await startNeo4j();
    await wipe(server);
  });
  afterAll(() => server.stop());

  it('gives byte-equal routes', async () => {
    const lines = async (store: Store): Promise<string[]> => {
      const desk = deskOver(store);
      await desk.importPaths(['seeds/worlds/strait'], {});
      const answers: string[] = [];
      for (const question of QUESTIONS) {
        const { routes, notShown } = await desk.diversionRoutes(question);
        answers.push(...inRankOrder(routes).map((route) => JSON.stringify(routeLine(route))), JSON.stringify(notShown));
      }
      await desk.close();
      return answers;
    };
    const embedded = await lines(await openDuckDb(':memory:'));
    const served = await lines(await openNeo4j(server));
    expect(embedded.length).toBeGreaterThan(60);
    expect(served).toEqual(embedded);
  }, 300_000);
});
