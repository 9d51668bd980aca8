/** The shape in which every reader hands over rows: by column, as text. */
import type { Coded } from '../store/port.js';
import { CellDictionary } from './cell-dictionary.js';
import type { RejectReason } from './report.js';

/** A stretch of a file's rows. */
export interface RowChunk {
  readonly length: number;
  /** Line each row starts on, from 1 (in Parquet: the row's number). */
  readonly lines: readonly number[];
  /** `cells[column]?.[row]`, columns in the order of the header; '' where blank, undefined for a column blank in all rows or read as codes. */
  readonly cells: readonly (readonly string[] | undefined)[];
  /** Columns read as codes; the first text is '', for blank. */
  readonly coded?: readonly (Coded<string> | undefined)[];
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

/** The cell as it stands. */
export function cellAt(chunk: RowChunk, column: number, row: number): string {
  const coded = chunk.coded?.[column];
  return coded === undefined
    ? (chunk.cells[column]?.[row] ?? '')
    : (coded.values[coded.codes[row] as number] as string);
}

/** For each column the dictionary of that name; none for a column that is not to be read as codes. */
export function dictionariesFor(names: readonly (string | undefined)[]): (CellDictionary | undefined)[] {
  const byName = new Map(names.map((name) => [name, new CellDictionary()]));
  return names.map((name) => (name === undefined ? undefined : byName.get(name)));
}

/** The dictionaries to go on with: a full one is followed by an empty one, so that memory is bounded. */
export function renewed(dictionaries: readonly (CellDictionary | undefined)[]): (CellDictionary | undefined)[] {
  const next = new Map(
    dictionaries.map((dictionary) => [dictionary, dictionary?.isFull ? new CellDictionary() : dictionary]),
  );
  return dictionaries.map((dictionary) => next.get(dictionary));
}

/** The chunk with the columns that have a dictionary read as codes. */
export function codedChunk(chunk: RowChunk, dictionaries: readonly (CellDictionary | undefined)[]): RowChunk {
  const coded = chunk.cells.map((cells, column) => {
    const dictionary = dictionaries[column];
    if (cells === undefined || dictionary === undefined) return undefined;
    return { codes: dictionary.codes(cells), values: dictionary.texts };
  });
  return { ...chunk, cells: chunk.cells.map((cells, column) => (coded[column] ? undefined : cells)), coded };
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
