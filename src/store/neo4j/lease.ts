/** The right to change the store: one holder at a time, over all processes. */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { DetourError } from '../../model/errors.js';
import type { Database, StoreState } from './database.js';

/** A holder that says nothing for so long is taken to be gone. */
const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 5_000;
const ASK_AGAIN_MS = 250;
/** Two starts of one process, reckoned twice, may differ by so much. */
const SAME_START_SECONDS = 5;

export interface Lease {
  readonly owner: string;
  /** @throws DetourError `CONFLICT` when another process has taken the right meanwhile. */
  check<T>(rows: readonly T[]): T;
  /** Stops saying "still here", and gives the right back if it can. */
  release(): Promise<void>;
}

/**
 * Waits for the right to change the store and takes it. What an import that died has left must be removed by the
 * caller before anything else (`recovery.ts`).
 *
 * @param wait false: undefined when somebody holds it, at once
 */
export async function takeLease(database: Database, owner: string, wait: false): Promise<Lease | undefined>;
export async function takeLease(database: Database, owner: string, wait: AbortSignal): Promise<Lease>;
export async function takeLease(
  database: Database,
  owner: string,
  wait: AbortSignal | false,
): Promise<Lease | undefined> {
  for (;;) {
    if (wait !== false) wait.throwIfAborted();
    const state = await database.state();
    const taken = await database.write((run) =>
      run('lease-take', {
        owner,
        ownerHost: hostname(),
        ownerPid: process.pid,
        ownerStartedAt: startedAtSeconds(),
        gone: isGone(state) ? state.owner : null,
        leaseMs: LEASE_MS,
      }),
    );
    if (taken.length > 0) return leaseOf(database, owner);
    if (wait === false) return undefined;
    await pause(ASK_AGAIN_MS, undefined, { signal: wait }).catch(() => wait.throwIfAborted());
  }
}

function leaseOf(database: Database, owner: string): Lease {
  const timer = setInterval(() => {
    // A renewal that fails is no harm: the next batch renews too, and says so if the right is lost.
    database.write((run) => run('lease-renew', { owner })).catch(() => undefined);
  }, RENEW_EVERY_MS);
  timer.unref();
  return {
    owner,
    check: ([row]) => {
      if (row === undefined) {
        throw new DetourError('CONFLICT', 'another process took over the import into this store: start it again');
      }
      return row;
    },
    release: async () => {
      clearInterval(timer);
      // Where the server cannot be reached the right runs out by itself.
      if (await database.answers()) await database.write((run) => run('lease-release', { owner }));
    },
  };
}

/** Whether the holder was a process of this machine that has ended. Of other machines one cannot know. */
function isGone(state: StoreState): boolean {
  if (state.owner === null || state.ownerHost !== hostname()) return false;
  const pid = state.ownerPid as number;
  if (pid === process.pid) return Math.abs((state.ownerStartedAt as number) - startedAtSeconds()) > SAME_START_SECONDS;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function startedAtSeconds(): number {
  return Math.round(Date.now() / 1000 - process.uptime());
}
