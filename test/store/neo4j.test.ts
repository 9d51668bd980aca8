import { afterAll, beforeAll } from 'vitest';
import { openNeo4j } from '../../src/store/neo4j/open.js';
import { type BorrowedNeo4j, describeWithNeo4j, startNeo4j } from '../support/neo4j.js';
import { wipe } from '../support/neo4j-wipe.js';
import { storeContract } from '../support/store-contract.js';

describeWithNeo4j('on a real server', () => {
  let server: BorrowedNeo4j;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  storeContract('Neo4j', async () => {
    await wipe(server);
    let store = await openNeo4j(server);
    return {
      store,
      async reopen() {
        await store.close();
        store = await openNeo4j(server);
        return store;
      },
      close: () => store.close(),
    };
  });
});
