/** Reads a CSV file with a header, row by row, and says of every fault in which line and column it is. */
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { DetourError, nearest } from '../model/errors.js';

export interface TableRow {
  /** On which the row begins, from 1. */
  readonly line: number;
  /** As many as the header has; text exactly as it stands. */
  readonly cells: readonly string[];
}

export interface TableFile {
  /** The file's name, `standard input` for `-`. */
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
  /** Lines without any text, so far; they are passed over. */
  readonly blankLines: readonly number[];
}

const OTHER_DELIMITERS = [';', '\t', '|'] as const;
const STREAM_BYTES = 256 * 1024;

/**
 * Opens a file (`-` is standard input) that must have the columns `needed`, in any order, among others. A byte-order mark
 * is passed over, lines may end in CR LF, cells may be in quotes and hold line ends.
 *
 * @throws DetourError `NOT_FOUND` for a file that cannot be read; `BAD_FILE` with line and column for one without header,
 * with another delimiter than a comma, without a needed column, and, while rows are read, for a row with other than the
 * header's number of cells or a quote that is not closed.
 */
export async function openTable(file: string, needed: readonly string[]): Promise<TableFile> {
  const name = file === '-' ? 'standard input' : file;
  const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: STREAM_BYTES });
  const parser = parse({ bom: true, relax_column_count: true, raw: true, record_delimiter: ['\r\n', '\n'] });
  input.on('error', (error: Error) => parser.destroy(error));
  const records = recordsOf(input.pipe(parser), name);
  const first = await records.next();
  if (first.done || first.value.cells.every((cell) => cell.trim() === '')) {
    throw new DetourError('BAD_FILE', `is empty; its first line must name the columns ${listed(needed)}`, {
      at: { file: name, line: 1 },
    });
  }
  const header = first.value.cells.map((cell) => cell.trim());
  checkHeader(header, needed, name);
  const blankLines: number[] = [];
  return { file: name, header, blankLines, rows: rowsOf(records, header, name, blankLines) };
}

/** The place of a column that is known to be there. */
export function columnOf({ header }: TableFile, name: string): number {
  return header.indexOf(name);
}

async function* rowsOf(
  records: AsyncGenerator<TableRow>,
  header: readonly string[],
  file: string,
  blankLines: number[],
): AsyncGenerator<TableRow> {
  for await (const row of records) {
    if (row.cells.length === 1 && row.cells[0]?.trim() === '' && header.length > 1) {
      blankLines.push(row.line);
      continue;
    }
    if (row.cells.length !== header.length) {
      const message = `${row.cells.length} cells where the header has ${header.length}: a comma is missing, or one too many is not in quotes`;
      throw new DetourError('BAD_FILE', message, { at: { file, line: row.line, column: row.cells.length } });
    }
    yield row;
  }
}

function checkHeader(header: readonly string[], needed: readonly string[], file: string): void {
  const missing = needed.filter((name) => !header.includes(name));
  const [first] = missing;
  if (first === undefined) return;
  const at = { file, line: 1, column: 1 };
  const delimiter = header.length === 1 ? OTHER_DELIMITERS.find((one) => header[0]?.includes(one)) : undefined;
  if (delimiter !== undefined) {
    const shown = delimiter === '\t' ? 'tabs' : `\`${delimiter}\``;
    throw new DetourError('BAD_FILE', `its columns are separated by ${shown}: write it with commas`, { at });
  }
  const near = nearest(first, header);
  const hint = near === undefined ? `it has ${listed(header)}` : `did you mean \`${near}\`?`;
  throw new DetourError('BAD_FILE', `has no column ${listed(missing)}; ${hint}`, { at });
}

/** Records with the line each begins on; what the parser complains of comes as a fault of the file. */
async function* recordsOf(source: AsyncIterable<unknown>, file: string): AsyncGenerator<TableRow> {
  let line = 1;
  try {
    for await (const one of source) {
      const { record, raw } = one as { record: string[]; raw: string };
      yield { line, cells: record };
      // The first letter of the line end is in `raw`, so only line ends before the last letter are the record's own.
      line += raw.slice(0, -1).split('\n').length;
    }
  } catch (cause) {
    if (cause instanceof DetourError) throw cause;
    if (cause instanceof CsvError) {
      const { column } = cause as unknown as { column?: number | string };
      const told = Number(/line (\d+)/.exec(cause.message)?.[1] ?? line);
      const at = { file, line: told, ...(typeof column === 'number' ? { column: column + 1 } : {}) };
      throw new DetourError('BAD_FILE', FAULTS[cause.code] ?? `is no CSV: ${cause.message}`, { at, cause });
    }
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new DetourError('NOT_FOUND', `\`${file}\` cannot be read (${code}): check the path and its rights`, {
      cause,
    });
  }
}

const FAULTS: Readonly<Partial<Record<string, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE:
    'a quote stands within a cell that is not in quotes: put the cell in quotes and double the quotes in it',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on after its closing quote: double the quotes inside it',
};

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
