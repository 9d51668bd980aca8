/** Reads delimited text as RFC 4180 has it, by column, with the line of every row and without giving up on a bad one. */

import type { Coded } from '../store/port.js';
import { type CellDictionary, CharacterCodes, hashOf, nextHash } from './cell-dictionary.js';
import { CellCutter } from './cell-text.js';
import { CONTROL_CHARACTER, hasControlCharacter, showControlCharacters } from './control-characters.js';
import { type BlockOptions, readLineBlocks } from './line-blocks.js';
import { type BrokenRow, dictionariesFor, type RowChunk, renewed } from './row-chunk.js';

export interface CsvShape {
  /** How many cells a row has. */
  readonly columns: number;
  /** `,` or a tab. */
  readonly delimiter: string;
  /** Whether the first row is a header, to be passed over. */
  readonly header: boolean;
  /** For columns of few different values in very many rows: the name of the dictionary by whose codes each is read. */
  readonly coded?: readonly (string | undefined)[];
}

/**
 * The rows in order. Blank lines and rows of nothing but delimiters are no rows; further cells that are all
 * blank are let pass. After a row with a broken quote the reading goes on at the next line, so that one stray
 * quote costs one row and not the rest of the file.
 */
export async function* readCsv(path: string, shape: CsvShape, options: BlockOptions): AsyncGenerator<RowChunk> {
  let pending = '';
  let pendingLine = 1;
  let toSkip = shape.header;
  const codes = new CharacterCodes();
  const cutters = Array.from({ length: shape.columns }, () => new CellCutter());
  let dictionaries = dictionariesFor(shape.coded ?? []);
  for await (const block of readLineBlocks(path, options)) {
    if (block.tooLongLine !== undefined) {
      yield { ...noRows(), broken: [tooLong(block.tooLongLine, options.maxRowBytes)] };
      continue;
    }
    const text = pending + block.text;
    const firstLine = pending === '' ? block.firstLine : pendingLine;
    let start = 0;
    let line = firstLine;
    if (toSkip) {
      const header = readFirstRow(text, shape.delimiter);
      start = header.end;
      line += header.lines;
      toSkip = false;
    }
    const stretch = splitRows(
      text,
      codes.of(text),
      start,
      line,
      shape,
      cutters,
      dictionaries,
      block.last,
      options.maxRowBytes,
    );
    pending = text.slice(stretch.end);
    pendingLine = stretch.endLine;
    yield { ...stretch.chunk, notUtf8: block.notUtf8 };
    dictionaries = renewed(dictionaries);
  }
}

/** The first row of a text, the place where the next begins, and how many lines it took; no cells if the text is blank. */
export function readFirstRow(text: string, delimiter: string): { cells: string[]; end: number; lines: number } {
  let start = 0;
  let lines = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const line = text.slice(start, newline < 0 ? undefined : newline);
    if (line.trim() !== '' || newline < 0) break;
    start = newline + 1;
    lines++;
  }
  const cells: string[] = [];
  const end = readCells(text, start, delimiter, cells);
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === NEWLINE) lines++;
  return { cells: cells.length === 1 && cells[0] === '' ? [] : cells, end, lines };
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

interface Stretch {
  readonly chunk: Omit<RowChunk, 'notUtf8'>;
  /** Where an unfinished row begins that the next block completes; the text's length if there is none. */
  readonly end: number;
  readonly endLine: number;
}

function splitRows(
  text: string,
  codes: Uint16Array,
  start: number,
  firstLine: number,
  shape: CsvShape,
  cutters: readonly CellCutter[],
  dictionaries: readonly (CellDictionary | undefined)[],
  last: boolean,
  maxRow: number,
): Stretch {
  const { columns } = shape;
  const delimiter = shape.delimiter.charCodeAt(0);
  const size = text.length;
  const hasControls = hasControlCharacter(text);
  const cells: string[][] = Array.from({ length: columns }, () => []);
  const coded = new CodedRows(dictionaries);
  const lines: number[] = [];
  const broken: BrokenRow[] = [];
  let line = firstLine;
  let at = start;

  while (at < size) {
    const rowStart = at;
    const rowLine = line;
    const row = lines.length;
    let column = 0;
    let spare = false;
    let fault: QuoteFault | undefined;
    coded.begin(row);
    for (;;) {
      let from = at;
      let to: number;
      let hash = 0;
      let unescaped: string | undefined;
      if (codes[at] === QUOTE) {
        const close = closingQuote(text, at);
        if (close < 0) {
          if (!last && size - rowStart <= maxRow) return finish(rowStart, rowLine);
          fault = 'unterminated-quote';
          break;
        }
        from++;
        to = close;
        hash = hashOf(codes, from, to);
        const inner = text.indexOf('"', from);
        if (inner < to) unescaped = text.slice(from, to).replaceAll('""', '"');
        line += newlinesWithin(text, at, close);
        at = close + 1;
        if (codes[at] === RETURN) at++;
        if (codes[at] !== delimiter && codes[at] !== NEWLINE) {
          fault = 'bad-quote';
          break;
        }
      } else {
        let code = codes[at] as number;
        // A newline stands behind the last character, so the end needs no test of its own.
        while (code !== delimiter && code !== NEWLINE) {
          hash = nextHash(hash, code);
          code = codes[++at] as number;
        }
        to = at;
        if (at > from && code === NEWLINE && codes[at - 1] === RETURN) {
          to--;
          hash = hashOf(codes, from, to);
        }
      }
      if (from < to) {
        const dictionary = dictionaries[column];
        if (column >= columns) spare = true;
        else if (dictionary === undefined) {
          put(cells[column] as string[], row, unescaped ?? (cutters[column] as CellCutter).cut(text, from, to, hash));
        } else {
          coded.put(
            column,
            row,
            unescaped === undefined
              ? dictionary.code(text, codes, from, to, hash)
              : (dictionary.codes([unescaped])[0] as number),
          );
        }
      }
      column++;
      if (codes[at] !== delimiter) break;
      at++;
    }
    if (fault) {
      const newline = text.indexOf('\n', rowStart);
      at = newline < 0 ? size : newline + 1;
      line = rowLine;
    }
    const rowEnd = at;
    if (!fault) at++;
    line++;
    const isTaken = !fault && column >= columns && !spare && rowEnd - rowStart <= maxRow;
    if (
      isTaken &&
      !isBlank(codes, rowStart, rowEnd, delimiter) &&
      !(hasControls && hasControlCharacter(text.slice(rowStart, rowEnd)))
    ) {
      lines.push(rowLine);
      continue;
    }
    takeBack(cells, lines.length);
    coded.takeBack(row);
    const refused = brokenRow(text.slice(rowStart, rowEnd), rowLine, fault, shape, maxRow);
    if (refused) broken.push(refused);
  }
  return finish(Math.min(at, size), line);

  function finish(end: number, endLine: number): Stretch {
    takeBack(cells, lines.length);
    return {
      chunk: { length: lines.length, lines, cells: cells.map(filledUp), coded: coded.columns(lines.length), broken },
      end,
      endLine,
    };

    function filledUp(column: string[]): string[] | undefined {
      if (column.length === 0) return undefined;
      while (column.length < lines.length) column.push('');
      return column;
    }
  }
}

/** The codes of the cells of a stretch, by column. */
class CodedRows {
  readonly #dictionaries: readonly (CellDictionary | undefined)[];
  readonly #columns: (Int32Array | undefined)[];
  #room = 0;

  constructor(dictionaries: readonly (CellDictionary | undefined)[]) {
    this.#dictionaries = dictionaries;
    this.#columns = dictionaries.map(() => undefined);
  }

  /** Makes room for a row. */
  begin(row: number): void {
    if (row < this.#room) return;
    this.#room = Math.max(FIRST_ROOM, 2 * row);
    this.#columns.forEach((codes, column) => {
      if (codes === undefined) return;
      const larger = new Int32Array(this.#room);
      larger.set(codes);
      this.#columns[column] = larger;
    });
  }

  put(column: number, row: number, code: number): void {
    let codes = this.#columns[column];
    if (codes === undefined) {
      codes = new Int32Array(this.#room);
      this.#columns[column] = codes;
    }
    codes[row] = code;
  }

  /** Makes a row blank again. */
  takeBack(row: number): void {
    for (const codes of this.#columns) if (codes !== undefined) codes[row] = 0;
  }

  columns(rows: number): (Coded<string> | undefined)[] {
    return this.#columns.map((codes, column) => {
      const dictionary = this.#dictionaries[column];
      return codes && dictionary && { codes: codes.subarray(0, rows), values: dictionary.texts };
    });
  }
}

const FIRST_ROOM = 8192;

type QuoteFault = 'bad-quote' | 'unterminated-quote';

/** What is wrong with a row that was not taken; undefined if it is blank. */
function brokenRow(
  row: string,
  line: number,
  fault: QuoteFault | undefined,
  shape: CsvShape,
  maxRow: number,
): BrokenRow | undefined {
  if (row.length > maxRow) return tooLong(line, maxRow);
  const shown = showControlCharacters(row.replace(/\r?\n$/, ''));
  if (fault) return { line, reason: fault, message: FAULTS[fault], cells: shown.split(shape.delimiter) };
  const cells = rowCells(shown, shape.delimiter);
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  if (hasControlCharacter(row)) return { line, ...CONTROL_CHARACTER, cells };
  const message = `${cells.length} cells where there should be ${shape.columns}: a delimiter is missing, or one too many is not in quotes`;
  return { line, reason: 'wrong-columns', message, cells };
}

const FAULTS: Readonly<Record<QuoteFault, string>> = {
  'bad-quote': 'a quoted cell goes on after its closing quote: double the quotes inside it',
  'unterminated-quote': 'a quote is opened and never closed',
};

/** Puts a cell into its column, of which only the cells up to the last one that is not blank are there. */
function put(column: string[], row: number, cell: string): void {
  while (column.length < row) column.push('');
  column[row] = cell;
}

function takeBack(cells: string[][], rows: number): void {
  for (const column of cells) if (column.length > rows) column.length = rows;
}

/** The place of the quote that closes the one at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote;
}

function isBlank(codes: Uint16Array, start: number, end: number, delimiter: number): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at];
    if (code !== delimiter && code !== SPACE && code !== RETURN) return false;
  }
  return true;
}

function newlinesWithin(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function rowCells(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  readCells(row, 0, delimiter, cells);
  return cells;
}

/** Reads one row with forgiveness (a broken quote is text) and returns where the next begins. */
function readCells(text: string, start: number, delimiter: string, into: string[]): number {
  let at = start;
  for (;;) {
    const close = text.charCodeAt(at) === QUOTE ? closingQuote(text, at) : -1;
    if (close >= 0) {
      into.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
      into.push(text.slice(at, end).replace(/\r$/, ''));
      at = end;
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
    if (text[at] !== delimiter) return Math.min(at + 1, text.length);
    at++;
  }
}

function noRows(): RowChunk {
  return { length: 0, lines: [], cells: [], broken: [], notUtf8: [] };
}

function tooLong(line: number, maxRow: number): BrokenRow {
  return {
    line,
    reason: 'too-long',
    message: `the row is longer than ${maxRow} bytes and was passed over: a quote or a line end may be missing`,
  };
}
