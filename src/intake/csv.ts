/** Reads delimited text as RFC 4180 has it, by column, with the line of every row and without giving up on a bad one. */

import { CONTROL_CHARACTER, hasControlCharacter, showControlCharacters } from './control-characters.js';
import { type BlockOptions, readLineBlocks } from './line-blocks.js';
import type { BrokenRow, RowChunk } from './row-chunk.js';

export interface CsvShape {
  /** How many cells a row has. */
  readonly columns: number;
  /** `,` or a tab. */
  readonly delimiter: string;
  /** Whether the first row is a header, to be passed over. */
  readonly header: boolean;
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
    const stretch = splitRows(text, start, line, shape, block.last, options.maxRowBytes);
    pending = text.slice(stretch.end);
    pendingLine = stretch.endLine;
    yield { ...stretch.chunk, notUtf8: block.notUtf8 };
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

interface Stretch {
  readonly chunk: Omit<RowChunk, 'notUtf8'>;
  /** Where an unfinished row begins that the next block completes; the text's length if there is none. */
  readonly end: number;
  readonly endLine: number;
}

function splitRows(
  text: string,
  start: number,
  firstLine: number,
  shape: CsvShape,
  last: boolean,
  maxRow: number,
): Stretch {
  const { columns } = shape;
  const delimiter = shape.delimiter.charCodeAt(0);
  const size = text.length;
  const hasControls = hasControlCharacter(text);
  const cells: string[][] = Array.from({ length: columns }, () => []);
  const lines: number[] = [];
  const broken: BrokenRow[] = [];
  let line = firstLine;
  let at = start;

  while (at < size) {
    const rowStart = at;
    const rowLine = line;
    let column = 0;
    let spare = false;
    let fault: 'bad-quote' | 'unterminated-quote' | undefined;
    for (;;) {
      let value: string;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at);
        if (close < 0) {
          if (!last && size - rowStart <= maxRow) return finish(rowStart, rowLine);
          fault = 'unterminated-quote';
          break;
        }
        value = text.substring(at + 1, close);
        if (value.includes('"')) value = value.replaceAll('""', '"');
        for (
          let inside = text.indexOf('\n', at);
          inside >= 0 && inside < close;
          inside = text.indexOf('\n', inside + 1)
        )
          line++;
        at = close + 1;
        if (text.charCodeAt(at) === RETURN) at++;
        const after = text.charCodeAt(at);
        if (at < size && after !== delimiter && after !== NEWLINE) {
          fault = 'bad-quote';
          break;
        }
      } else {
        let end = at;
        while (end < size) {
          const code = text.charCodeAt(end);
          if (code === delimiter || code === NEWLINE) break;
          end++;
        }
        const stop =
          end > at && text.charCodeAt(end - 1) === RETURN && text.charCodeAt(end) !== delimiter ? end - 1 : end;
        value = stop === at ? '' : text.substring(at, stop);
        at = end;
      }
      if (column < columns) (cells[column] as string[]).push(value);
      else if (value !== '') spare = true;
      column++;
      if (text.charCodeAt(at) !== delimiter) break;
      at++;
    }
    if (fault) {
      takeBack(cells, lines.length);
      const newline = text.indexOf('\n', rowStart);
      at = newline < 0 ? size : newline + 1;
      line = rowLine + 1;
      const physical = text.slice(rowStart, newline < 0 ? undefined : newline).replace(/\r$/, '');
      if (at - rowStart > maxRow) broken.push(tooLong(rowLine, maxRow));
      else
        broken.push({ line: rowLine, reason: fault, message: FAULTS[fault], cells: physical.split(shape.delimiter) });
      continue;
    }
    const rowEnd = at;
    at++;
    line++;
    if (rowEnd - rowStart > maxRow) {
      takeBack(cells, lines.length);
      broken.push(tooLong(rowLine, maxRow));
    } else if (isBlank(text, rowStart, rowEnd, delimiter)) {
      takeBack(cells, lines.length);
    } else if (hasControls && hasControlCharacter(text.slice(rowStart, rowEnd))) {
      takeBack(cells, lines.length);
      const shown = rowCells(showControlCharacters(text.slice(rowStart, rowEnd)), shape.delimiter);
      broken.push({ line: rowLine, ...CONTROL_CHARACTER, cells: shown });
    } else if (column < columns || spare) {
      takeBack(cells, lines.length);
      const found = rowCells(text.slice(rowStart, rowEnd), shape.delimiter);
      broken.push({
        line: rowLine,
        reason: 'wrong-columns',
        message: `${found.length} cells where the header has ${columns}: a delimiter is missing, or one too many is not in quotes`,
        cells: found,
      });
    } else {
      lines.push(rowLine);
    }
  }
  return finish(Math.min(at, size), line);

  function finish(end: number, endLine: number): Stretch {
    takeBack(cells, lines.length);
    return { chunk: { length: lines.length, lines, cells, broken }, end, endLine };
  }
}

const FAULTS = {
  'bad-quote': 'a quoted cell goes on after its closing quote: double the quotes inside it',
  'unterminated-quote': 'a quote is opened and never closed',
} as const;

function takeBack(cells: string[][], rows: number): void {
  for (const column of cells) if (column.length > rows) column.length = rows;
}

/** The place of the quote that closes the one at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote;
}

function isBlank(text: string, start: number, end: number, delimiter: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== delimiter && code !== 0x20 && code !== RETURN) return false;
  }
  return true;
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
