/** What every store must do: each promise of the port as a test. */
import { afterEach, describe } from 'vitest';
import { type Bench, type OpenedStore, take } from './store-bench.js';
import { bulkPromises } from './store-contract-bulk.js';
import { importPromises } from './store-contract-imports.js';
import { readingPromises } from './store-contract-reading.js';
import { searchPromises } from './store-contract-search.js';
import { versionPromises } from './store-contract-versions.js';
import { worldPromises } from './store-contract-worlds.js';

/** Runs every promise on the store that `open` gives; each test gets an empty one. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    const opened: OpenedStore[] = [];
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    const bench: Bench = {
      async open() {
        const one = await open();
        opened.push(one);
        return one;
      },
      async holding(...imports) {
        const { store } = await bench.open();
        for (const facts of imports) await take(store, facts);
        return store;
      },
    };
    importPromises(bench);
    versionPromises(bench);
    readingPromises(bench);
    searchPromises(bench);
    bulkPromises(bench);
    worldPromises(bench);
  });
}
