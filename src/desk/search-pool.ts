/** Runs searches off the event loop, or in this thread where nobody else waits. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { DetourError } from '../model/errors.js';
import { runSearch, type SearchCache, type SearchResult, type SearchTask } from './search.js';

export interface SearchPool {
  /** The result of the task; an aborted signal makes it come back early with what it has. */
  run(task: SearchTask, signal?: AbortSignal): Promise<SearchResult>;
  close(): Promise<void>;
}

/**
 * A pool of workers on shared memory; columns in SharedArrayBuffers are not copied.
 *
 * A worker that dies fails its own request with `INTERNAL`; the next request gets a new worker.
 */
export function openSearchPool(threads: number): SearchPool {
  const script = fileURLToPath(new URL('./search-worker.js', import.meta.url));
  if (threads === 0 || !existsSync(script)) return inThisThread();
  // One queue a worker would scatter the kept bounds; a few threads and an idle time of minutes keep them warm.
  const pool = new Piscina<SearchTask, SearchResult>({
    filename: script,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 300_000,
  });
  return {
    async run(task, signal) {
      const abort = new Int32Array(new SharedArrayBuffer(4));
      const stop = (): void => {
        Atomics.store(abort, 0, 1);
      };
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await pool.run({ ...task, budget: { ...task.budget, abort } });
      } catch (cause) {
        throw new DetourError(
          'INTERNAL',
          'the search was cut short by a fault in its worker: ask again; narrow the question if it happens twice',
          { cause },
        );
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    close: () => pool.destroy(),
  };
}

function inThisThread(): SearchPool {
  const cache: SearchCache = new Map();
  return {
    async run(task, signal) {
      const abort = new Int32Array(new SharedArrayBuffer(4));
      if (signal?.aborted) Atomics.store(abort, 0, 1);
      return runSearch({ ...task, budget: { ...task.budget, abort } }, cache);
    },
    close: () => Promise.resolve(),
  };
}
