import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { storeContract } from '../support/store-contract.js';

storeContract('DuckDB file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detour-store-'));
  const path = join(folder, 'store.duckdb');
  let store = await openDuckDb(path);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openDuckDb(path);
      return store;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
