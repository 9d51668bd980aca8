/** Opening a DuckDB file as a store. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DetourError } from '../../model/errors.js';
import type { Store } from '../port.js';
import { newerFile, openingFaultOf } from './faults.js';
import { createTables, SCHEMA_VERSION } from './schema.js';
import { Connections, one } from './session.js';
import { DuckDbStore } from './store.js';

export interface DuckDbOptions {
  /** Threads DuckDB may use; all cores if not given. */
  readonly threads?: number;
  /** Memory DuckDB may use before it goes to disk, e.g. `4GB`; four fifths of the machine's if not given. */
  readonly memoryLimit?: string;
}

/** The file in a folder given as the store. */
const FILE_NAME = 'detour.duckdb';
const IN_MEMORY = ':memory:';

/**
 * Opens the store in a file, or a new one in memory (`:memory:`). A file and its folder are made where missing; for
 * a folder it is `detour.duckdb` in it.
 *
 * @throws DetourError `STORE_UNAVAILABLE` for a file in use by another process, one written by a newer version or one
 *   that may not be written; `BAD_FILE` for a file that is no DuckDB file or holds something else.
 */
export async function openDuckDb(path: string, options: DuckDbOptions = {}): Promise<Store> {
  let file = path;
  try {
    file = path === IN_MEMORY ? path : fileFor(path);
    const description = path === IN_MEMORY ? 'DuckDB in memory' : `DuckDB file ${file}`;
    const instance = await openInstance(file, {
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
      // Nothing is fetched from anywhere, and a projection relies on rows coming in the order they lie.
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
    });
    const connections = new Connections(instance, description);
    try {
      await prepare(connections, file);
    } catch (error) {
      await connections.close();
      throw error;
    }
    return new DuckDbStore(connections, description);
  } catch (error) {
    throw openingFaultOf(error, file);
  }
}

/** The lock of a file keeps other processes out and not this one, so here a file opened twice is one database. */
function openInstance(file: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  return file === IN_MEMORY ? DuckDBInstance.create(file, settings) : DuckDBInstance.fromCache(file, settings);
}

function fileFor(path: string): string {
  const isFolder = path.endsWith('/') || (existsSync(path) && statSync(path).isDirectory());
  const file = isFolder ? join(path, FILE_NAME) : path;
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/** Makes the tables of a new file, and checks those of an old one. */
async function prepare(connections: Connections, file: string): Promise<void> {
  await connections.snapshot(async (c) => {
    const tables = 'SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary';
    if ((await one(c, `${tables} AND table_name = 'detour_schema'`)) === 0) {
      if ((await one(c, tables)) > 0) {
        throw new DetourError(
          'BAD_FILE',
          `\`${file}\` is a DuckDB file with tables that are not Detour's: choose another path for the store`,
        );
      }
      for (const statement of createTables()) await c.run(statement);
      return;
    }
    const version = await one(c, 'SELECT version FROM detour_schema');
    if (version > SCHEMA_VERSION)
      throw newerFile(file, `tables of version \`${version}\`, this one knows up to \`${SCHEMA_VERSION}\``);
  });
}
