/** The connection to one Neo4j database: named statements in managed transactions. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Driver, type ManagedTransaction, type SessionMode, session as sessionModes } from 'neo4j-driver';
import { DetourError } from '../../model/errors.js';
import { faultOf } from './faults.js';
import type { Properties } from './properties.js';
import { bind, type Parameters, type Statement } from './statements.js';

/** Runs a statement by its name and gives its rows, which are as the caller says that the statement makes them. */
export type Run = <T = Properties>(statement: string, parameters?: Parameters) => Promise<T[]>;

/** What the store says of itself; every read of one question agrees on it. */
export interface StoreState {
  /** Version of the graph model. */
  readonly schema: number;
  /** The last import that is visible. */
  readonly version: number;
  readonly parties: number;
  readonly shipments: number;
  readonly papers: number;
  readonly terms: number;
  readonly places: number;
  /** Who has the right to change the store. */
  readonly owner: string | null;
  readonly ownerHost: string | null;
  readonly ownerPid: number | null;
  readonly ownerStartedAt: number | null;
  /** The import that is under way, or was when its process died. */
  readonly importing: number | null;
  /** Labels have still to follow the visible version. */
  readonly untidy: boolean | null;
}

export interface Database {
  /** Where it is, without a password. */
  readonly address: string;
  /** Reads in one transaction that the driver repeats when the connection is lost or the server asks for it. */
  read<T>(work: (run: Run, state: StoreState) => Promise<T>): Promise<T>;
  /** What the store says of itself, also while it is being closed. */
  state(): Promise<StoreState>;
  /** Writes in one transaction, repeated in the same way: the work must not change anything outside of it. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Runs one statement that makes its own transaction, as changes of the schema do. */
  alone(statement: string, parameters?: Parameters): Promise<Properties[]>;
  /** Whether the server answers now; asked once. */
  answers(): Promise<boolean>;
  /** Aborted when the store is closed; reads that begin afterwards fail with its reason. */
  readonly closing: AbortSignal;
  /** Waits for what is running and for `ending`, which may still write, but not for ever; then lets go of the server. */
  close(ending: Promise<unknown>): Promise<void>;
}

/** A server that says nothing any more keeps a store from closing for so long at most. */
const CLOSE_WITHIN_MS = 30_000;

/**
 * @param database name of the database; the user's own if not given
 * Errors are put into words by `faultOf`.
 */
export function databaseOf(
  driver: Driver,
  address: string,
  statements: ReadonlyMap<string, Statement>,
  database: string | undefined,
): Database {
  const bookmarkManager = driver.executeQueryBookmarkManager;
  const closed = new AbortController();
  const closing = closed.signal;
  const running = new Set<Promise<unknown>>();
  const use = async <T>(
    mode: SessionMode,
    work: (session: ReturnType<Driver['session']>) => Promise<T>,
  ): Promise<T> => {
    // The shared bookmarks make a read see what was written before it, on whatever server of a cluster it lands.
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      fetchSize: 2_000,
      ...(database === undefined ? {} : { database }),
    });
    const result = work(session);
    running.add(result);
    try {
      return await result;
    } catch (error) {
      throw closing.aborted ? closing.reason : faultOf(error, address);
    } finally {
      running.delete(result);
      // A session whose server is gone cannot say good-bye; what was wrong has been said above.
      await session.close().catch(() => undefined);
    }
  };
  const statement = (name: string): Statement => {
    const found = statements.get(name);
    if (found === undefined) throw new Error(`there is no statement ${name}`);
    return found;
  };
  const runIn =
    (transaction: ManagedTransaction): Run =>
    async <T>(name: string, parameters: Parameters = {}) => {
      const asked = statement(name);
      const { records } = await transaction.run(asked.text, bind(asked, parameters));
      return records.map((record) => record.toObject() as T);
    };
  const read: Database['read'] = (work) =>
    use(sessionModes.READ, (session) =>
      session.executeRead(async (transaction) => {
        const run = runIn(transaction);
        return work(run, await stateIn(run, address));
      }),
    );
  return {
    address,
    closing,
    async read(work) {
      closing.throwIfAborted();
      return read(work);
    },
    state: () => read(async (_run, state) => state),
    write: (work) =>
      use(sessionModes.WRITE, (session) => session.executeWrite((transaction) => work(runIn(transaction)))),
    alone: (name, parameters = {}) =>
      use(sessionModes.WRITE, async (session) => {
        const asked = statement(name);
        const { records } = await session.run(asked.text, bind(asked, parameters));
        return records.map((record) => record.toObject());
      }),
    answers: () =>
      driver.getServerInfo(database === undefined ? {} : { database }).then(
        () => true,
        () => false,
      ),
    async close(ending) {
      closed.abort(new DetourError('STORE_UNAVAILABLE', `the store at \`${address}\` was closed`));
      await Promise.race([Promise.allSettled([...running, ending]), pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
      await driver.close();
    },
  };
}

async function stateIn(run: Run, address: string): Promise<StoreState> {
  const [state] = await run<StoreState>('store-state');
  if (state === undefined) {
    throw new DetourError('STORE_UNAVAILABLE', `the store at \`${address}\` was emptied meanwhile: open it again`);
  }
  return state;
}

/** The one row that a statement gives, which is one of those that always give one. */
export async function onlyRow<T = Properties>(run: Run, statement: string, parameters: Parameters = {}): Promise<T> {
  const [row] = await run<T>(statement, parameters);
  if (row === undefined) throw new Error(`${statement} gave no row`);
  return row;
}
