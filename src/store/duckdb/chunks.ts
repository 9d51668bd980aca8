/** DuckDB's data chunks as typed arrays. */
import { type DuckDBConnection, DuckDBDataChunk, INTEGER } from '@duckdb/node-api';

/** A data chunk holds no more rows. */
export const CHUNK_ROWS = 2048;

/** A column of fixed width. */
export type FixedWidth = Int32Array | Float64Array | Uint8Array;

/**
 * The typed array of a chunk's fixed-width column. It is private in the driver's declarations; value-by-value access
 * through its public face is an order of magnitude slower.
 */
export function itemsOf(chunk: DuckDBDataChunk, column: number): FixedWidth {
  const items: unknown = Reflect.get(chunk.getColumnVector(column), 'items');
  if (!ArrayBuffer.isView(items)) throw new Error(`column ${column} of a chunk is not of fixed width`);
  return items as FixedWidth;
}

/** Appends chunks to a table with the same columns. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  chunks: Iterable<DuckDBDataChunk>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const chunk of chunks) appender.appendDataChunk(chunk);
  appender.closeSync();
}

/** Whole numbers as chunks of one column. */
export function* integerChunks(values: ArrayLike<number>): Generator<DuckDBDataChunk> {
  for (let from = 0; from < values.length; from += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create([INTEGER], Math.min(CHUNK_ROWS, values.length - from));
    const items = itemsOf(chunk, 0);
    for (let i = 0; i < items.length; i++) items[i] = values[from + i] as number;
    chunk.getColumnVector(0).flush();
    yield chunk;
  }
}
