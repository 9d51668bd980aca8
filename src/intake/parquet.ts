/** Reads Parquet through an in-process DuckDB, by column, as the text that a CSV cell would hold. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DetourError } from '../model/errors.js';
import { showControlCharacters } from './control-characters.js';
import { cellText } from './json-lines.js';
import type { BrokenRow, RowChunk } from './row-chunk.js';

/** The names of the file's columns, in its order. @throws DetourError `BAD_FILE` for a file that is no whole Parquet file. */
export async function readParquetHeader(path: string): Promise<string[]> {
  const { connection, close } = await connect();
  try {
    return (await describe(connection, path)).map(({ name }) => name);
  } catch (cause) {
    throw asBadFile(path, cause);
  } finally {
    close();
  }
}

/** The rows in order; `lines` are row numbers from 1, since Parquet has no lines. */
export async function* readParquet(path: string, signal?: AbortSignal): AsyncGenerator<RowChunk> {
  const { connection, close } = await connect();
  try {
    const columns = await describe(connection, path);
    const isList = columns.map(({ type }) => isNested(type));
    const result = await connection.stream(
      `SELECT ${columns.map(selectText).join(', ')} FROM read_parquet(${quotePath(path)})`,
    );
    let row = 1;
    for (;;) {
      signal?.throwIfAborted();
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield toChunk(chunk.getColumns() as (string | null)[][], isList, chunk.rowCount, row);
      row += chunk.rowCount;
    }
  } catch (cause) {
    throw asBadFile(path, cause);
  } finally {
    close();
  }
}

interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

async function describe(connection: DuckDBConnection, path: string): Promise<ParquetColumn[]> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quotePath(path)})`);
  return described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

function toChunk(
  columns: readonly (readonly (string | null)[])[],
  isList: readonly boolean[],
  rows: number,
  firstRow: number,
): RowChunk {
  const broken: BrokenRow[] = [];
  const brokenRows = new Set<number>();
  const cells = columns.map((values, index) =>
    values.map((value, row) => {
      if (value === null) return '';
      const text = isList[index] ? cellText(JSON.parse(value)) : cellText(value);
      if (typeof text === 'string') return text;
      brokenRows.add(row);
      broken.push({
        line: firstRow + row,
        ...text,
        cells: columns.map((column) => showControlCharacters(column[row] ?? '')),
      });
      return '';
    }),
  );
  const all = Array.from({ length: rows }, (_, row) => row);
  if (brokenRows.size === 0)
    return { length: rows, lines: all.map((row) => firstRow + row), cells, broken, notUtf8: [] };
  const kept = all.filter((row) => !brokenRows.has(row));
  return {
    length: kept.length,
    lines: kept.map((row) => firstRow + row),
    cells: cells.map((values) => kept.map((row) => values[row] as string)),
    broken,
    notUtf8: [],
  };
}

/** Dates, numbers and text become text in the database; lists and structures become JSON. */
function selectText({ name, type }: ParquetColumn): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (isNested(type)) return `to_json(${column})::VARCHAR`;
  // A blob that is text (some writers leave the type out) is decoded; anything else is cast.
  return type === 'BLOB' ? `decode(${column})` : `${column}::VARCHAR`;
}

function isNested(type: string): boolean {
  return type.endsWith(']') || type.startsWith('STRUCT') || type.startsWith('MAP');
}

async function connect(): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The path as an SQL literal that stands for one file: `*`, `?` and `[` would name many. */
function quotePath(path: string): string {
  return `'${path.replace(/[*?[]/g, '[$&]').replaceAll("'", "''")}'`;
}

function asBadFile(path: string, cause: unknown): unknown {
  if (cause instanceof DetourError || !(cause instanceof Error) || cause.name === 'AbortError') return cause;
  const first = cause.message.split('\n')[0] as string;
  return new DetourError('BAD_FILE', `not a whole Parquet file (\`${first}\`): fetch or write it again`, {
    at: { file: path },
    cause,
  });
}
