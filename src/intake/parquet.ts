/** Reads Parquet through an in-process DuckDB, by column, as the text that a CSV cell would hold. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DetourError } from '../model/errors.js';
import { CONTROL_CHARACTER, hasControlCharacter, showControlCharacters } from './control-characters.js';
import { cellText, type Fault } from './json-lines.js';
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
    // A row crosses over as one text and is cut up here, since each text that crosses costs half a microsecond.
    const row = columns.map(selectText).join(` || chr(${BETWEEN.charCodeAt(0)}) || `);
    const result = await connection.stream(`SELECT ${row} FROM read_parquet(${quotePath(path)})`);
    const isNestedColumn = columns.map(({ type }) => isNested(type));
    let firstRow = 1;
    for (;;) {
      signal?.throwIfAborted();
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield toChunk(chunk.getColumnValues(0) as string[], isNestedColumn, firstRow);
      firstRow += chunk.rowCount;
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

/** Not a letter of any fact; a value that has it makes its row too long. */
const BETWEEN = '\u001f';

function toChunk(rows: readonly string[], isNestedColumn: readonly boolean[], firstRow: number): RowChunk {
  const cells: string[][] = isNestedColumn.map(() => []);
  const lines: number[] = [];
  const broken: BrokenRow[] = [];
  rows.forEach((row, at) => {
    const line = firstRow + at;
    const values = row.split(BETWEEN);
    if (values.length !== cells.length || hasControlCharacter(values.join(''))) {
      broken.push({ line, ...CONTROL_CHARACTER, cells: values.map(showControlCharacters) });
      return;
    }
    const fault = setCells(values, lines.length);
    if (fault) broken.push({ line, ...fault, cells: values });
    else lines.push(line);
  });
  for (const column of cells) column.length = lines.length;
  return { length: lines.length, lines, cells, broken, notUtf8: [] };

  function setCells(values: readonly string[], to: number): Fault | undefined {
    for (let column = 0; column < values.length; column++) {
      const value = values[column] as string;
      const text = isNestedColumn[column] && value !== '' ? cellText(JSON.parse(value)) : value;
      if (typeof text !== 'string') return text;
      (cells[column] as string[])[to] = text;
    }
    return undefined;
  }
}

/** Dates, numbers and text become text in the database; lists and structures become JSON. */
function selectText({ name, type }: ParquetColumn): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  // A blob that is text (some writers leave the type out) is decoded.
  const text = isNested(type) ? `to_json(${column})` : type === 'BLOB' ? `decode(${column})` : column;
  return `coalesce(${text}::VARCHAR, '')`;
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
