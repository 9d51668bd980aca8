/** The shape in which every reader hands over rows: by column, as text. */
import type { RejectReason } from './report.js';

/** A stretch of a file's rows. */
export interface RowChunk {
  readonly length: number;
  /** Line each row starts on, from 1 (in Parquet: the row's number). */
  readonly lines: readonly number[];
  /** `cells[column]?.[row]`, columns in the order of the header; '' where blank, undefined for a column blank in all rows. */
  readonly cells: readonly (readonly string[] | undefined)[];
  /** The rows as they stood, where a row is one line of its own grammar (JSON Lines). */
  readonly raw?: readonly string[];
  /** What stands where a row should be and is none. */
  readonly broken: readonly BrokenRow[];
  /** Lines read as Windows-1252, since they are not UTF-8. */
  readonly notUtf8: readonly number[];
}

export interface BrokenRow {
  readonly line: number;
  readonly reason: RejectReason;
  readonly message: string;
  /** As far as it could be split; none where it was too long to be held. */
  readonly cells?: readonly string[];
  /** As it stood (JSON Lines). */
  readonly raw?: string;
}

/** Rows, by their number in the chunk, and broken ones, in the order of lines. */
export function* inOrder(chunk: RowChunk): Generator<number | BrokenRow> {
  let next = 0;
  for (let row = 0; row < chunk.length; row++) {
    const line = chunk.lines[row] as number;
    while ((chunk.broken[next]?.line ?? line) < line) yield chunk.broken[next++] as BrokenRow;
    yield row;
  }
  yield* chunk.broken.slice(next);
}
