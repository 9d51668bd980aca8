/** Connections to one DuckDB file, and statements on them. */
import {
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import { DetourError } from '../../model/errors.js';
import { faultOf } from './faults.js';

export type Row = Readonly<Record<string, DuckDBValue>>;

/**
 * Lends connections. A connection runs one statement at a time and a second one ends a result still being
 * read, so each piece of work has one to itself.
 */
export class Connections {
  readonly #instance: DuckDBInstance;
  readonly #description: string;
  readonly #idle: DuckDBConnection[] = [];
  readonly #lent = new Set<DuckDBConnection>();
  /** Work under way, each until its connection is back. */
  readonly #working = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  constructor(instance: DuckDBInstance, description: string) {
    this.#instance = instance;
    this.#description = description;
  }

  /** Aborted when the store is closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Does the work on a connection that goes back to the others. @throws DetourError as `faultOf` says. */
  use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#track(async (connection) => {
      const result = await work(connection);
      // One in an unknown state, after a fault, is not lent again; with it goes its transaction.
      if (!this.closing.aborted) this.#idle.push(connection);
      return result;
    });
  }

  /** Does the work on a connection that is thrown away afterwards, with its temporary tables. */
  own<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.#track(work);
  }

  /** Does the work on one unchanging state of the file, whatever is imported meanwhile. */
  async snapshot<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.use(async (connection) => {
      await connection.run('BEGIN TRANSACTION');
      const result = await work(connection);
      await connection.run('COMMIT');
      return result;
    });
  }

  /** Like `snapshot`, for work that gives its results one by one, also where the reader stops early. */
  async *stream<T>(work: (connection: DuckDBConnection) => AsyncGenerator<T>): AsyncGenerator<T> {
    const connection = await this.#track((lent) => Promise.resolve(lent), true);
    try {
      await connection.run('BEGIN TRANSACTION');
      yield* work(connection);
    } catch (error) {
      throw faultOf(error, this.#description);
    } finally {
      connection.disconnectSync();
    }
  }

  /** Stops what is running, waits for it, and lets go of the file; a stream lets go when its reader does. */
  async close(): Promise<void> {
    if (this.closing.aborted) return;
    this.#closing.abort(new DetourError('STORE_UNAVAILABLE', `${this.#description}: the store was closed`));
    for (const connection of this.#lent) connection.interrupt();
    // Taking a connection or the file away under a running statement ends the process.
    await Promise.allSettled(this.#working);
    for (const connection of this.#idle.splice(0)) connection.disconnectSync();
    this.#instance.closeSync();
  }

  /** Lends a connection for the work, and ends it afterwards unless it is idle again or `keep`s its borrower. */
  #track<T>(work: (connection: DuckDBConnection) => Promise<T>, keep = false): Promise<T> {
    const tracked = (async () => {
      this.closing.throwIfAborted();
      let connection: DuckDBConnection | undefined;
      let kept = false;
      try {
        connection = this.#idle.pop() ?? (await this.#instance.connect());
        this.#lent.add(connection);
        this.closing.throwIfAborted();
        const result = await work(connection);
        kept = keep;
        return result;
      } catch (error) {
        throw faultOf(error, this.#description);
      } finally {
        if (connection !== undefined) {
          this.#lent.delete(connection);
          if (!kept && !this.#idle.includes(connection)) connection.disconnectSync();
        }
      }
    })();
    this.#working.add(tracked);
    const forget = () => this.#working.delete(tracked);
    tracked.then(forget, forget);
    return tracked;
  }
}

/** All rows of a question. */
export async function rows(connection: DuckDBConnection, sql: string, values?: DuckDBValue[]): Promise<Row[]> {
  return (await connection.run(sql, values)).getRowObjects() as Promise<Row[]>;
}

/** All rows of a question about a list: `$1` is the list. */
export async function rowsFor(
  connection: DuckDBConnection,
  sql: string,
  values: readonly string[] | readonly number[],
): Promise<Row[]> {
  const type = LIST(typeof values[0] === 'number' ? INTEGER : VARCHAR);
  return (await connection.run(sql, [listValue(values)], [type])).getRowObjects() as Promise<Row[]>;
}

/** The one number that a question is answered with (counts come as 64-bit numbers and are far below 2^53). */
export async function one(connection: DuckDBConnection, sql: string, values?: DuckDBValue[]): Promise<number> {
  const [row] = await (await connection.run(sql, values)).getRows();
  return Number(row?.[0] ?? 0);
}

/** Values of a question, numbered as they are named: `const p = new Parameters(); p.add('x')` gives `$1`. */
export class Parameters {
  readonly values: DuckDBValue[] = [];

  add(value: string | number): string {
    return `$${this.values.push(value)}`;
  }

  /** `($1, $2, …)`; an empty list matches nothing. */
  list(values: readonly (string | number)[]): string {
    return values.length === 0 ? '(NULL)' : `(${values.map((value) => this.add(value)).join(', ')})`;
  }
}
