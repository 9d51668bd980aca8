/** What the promises of a store are tested with. */
import type { ImportMeta, ImportResult, Store } from '../../src/store/port.js';
import { batches, type Facts } from './store-facts.js';

/** An empty store, and how to open the same facts again. */
export interface OpenedStore {
  readonly store: Store;
  /** Closes the store and opens it again on what was kept. A store in memory may give itself. */
  reopen(): Promise<Store>;
  close(): Promise<void>;
}

export interface Bench {
  /** A new, empty store, closed after the test. */
  open(): Promise<OpenedStore>;
  /** A new store with one import for each group of facts. */
  holding(...imports: readonly Facts[]): Promise<Store>;
}

/** Imports facts, all in one batch. */
export function take(store: Store, facts: Facts, meta: Partial<ImportMeta> = {}): Promise<ImportResult> {
  return store.apply(batches(facts), { importedAt: 1_700_000_000_000, source: 'test', ...meta });
}
