/** Reads JSON Lines under given column names, by column, as the text that a CSV cell would hold. */
import { DetourError, nearest } from '../model/errors.js';
import { formatIdentifier, joinList } from './cells.js';
import { CONTROL_CHARACTER, hasControlCharacter } from './control-characters.js';
import { type BlockOptions, readLineBlocks } from './line-blocks.js';
import type { RejectReason } from './report.js';
import type { BrokenRow, RowChunk } from './row-chunk.js';

/**
 * The rows in order, one chunk a block of the file; cells in the order of `columns`.
 *
 * @throws DetourError `BAD_FILE` at the first line with a key that is none of `columns`.
 */
export async function* readJsonLines(
  path: string,
  columns: readonly string[],
  options: BlockOptions,
): AsyncGenerator<RowChunk> {
  const indexOf = new Map(columns.map((column, index) => [column.toLowerCase(), index]));
  for await (const block of readLineBlocks(path, options)) {
    const cells: string[][] = columns.map(() => []);
    const lines: number[] = [];
    const raw: string[] = [];
    const broken: BrokenRow[] = [];
    if (block.tooLongLine !== undefined) broken.push(tooLong(block.tooLongLine, options.maxRowBytes));
    let line = block.firstLine;
    for (const text of block.text.split('\n')) {
      const stated = text.trim();
      if (stated.length > options.maxRowBytes) broken.push(tooLong(line, options.maxRowBytes));
      else if (stated !== '') {
        const record = parseRecord(stated);
        const fault =
          typeof record === 'string' ? { reason: 'bad-json' as const, message: record } : setCells(record, line);
        if (fault) {
          broken.push({ line, ...fault, raw: stated });
          for (const column of cells) column.length = lines.length;
        } else {
          lines.push(line);
          raw.push(stated);
        }
      }
      line++;
    }
    yield { length: lines.length, lines, cells, raw, broken, notUtf8: block.notUtf8 };

    function setCells(record: Record<string, unknown>, at: number): Fault | undefined {
      for (const column of cells) column.push('');
      for (const [key, value] of Object.entries(record)) {
        const index = indexOf.get(key.trim().toLowerCase());
        if (index === undefined) throw unknownKey(key, columns, path, at);
        const cell = cellText(value);
        if (typeof cell !== 'string') return { ...cell, message: `\`${key}\`: ${cell.message}` };
        (cells[index] as string[])[lines.length] = cell;
      }
      return undefined;
    }
  }
}

/** Why a value is no cell. */
export interface Fault {
  readonly reason: RejectReason;
  readonly message: string;
}

/** The object on a line; a message if there is none. */
export function parseRecord(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'the line is not a JSON object: write one `{…}` a line';
  } catch (fault) {
    return `the line is not JSON: ${(fault as Error).message}`;
  }
}

/** What a CSV cell would hold for this value; lists are joined, identifiers may be `{scheme, value}`. */
export function cellText(value: unknown): string | Fault {
  switch (typeof value) {
    case 'string':
      return hasControlCharacter(value) ? CONTROL_CHARACTER : value;
    case 'number':
      // JSON.parse has rounded it already.
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isInteger(value) && Math.abs(value) < MOST_DIGITS) {
        return {
          reason: 'unsafe-number',
          message: `a number of more digits than can be kept (read as \`${value}\`): write it in quotes`,
        };
      }
      return String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'undefined':
      return '';
    default:
      break;
  }
  if (value === null) return '';
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const item of value) {
      const text = itemText(item);
      if (typeof text !== 'string') return text;
      if (text !== '') items.push(text);
    }
    return joinList(items);
  }
  return { reason: 'bad-json', message: 'an object where a text, a number or a list belongs' };
}

/** From here on a double is written with an exponent, as an amount and not as a code. */
const MOST_DIGITS = 1e21;

function itemText(item: unknown): string | Fault {
  if (item !== null && typeof item === 'object' && !Array.isArray(item)) {
    const { scheme, value } = item as { scheme?: unknown; value?: unknown };
    if (typeof scheme === 'string' && (typeof value === 'string' || typeof value === 'number')) {
      return formatIdentifier({ scheme, value: String(value) });
    }
    return { reason: 'bad-json', message: 'an object that is no `{scheme, value}`' };
  }
  if (Array.isArray(item)) return { reason: 'bad-json', message: 'a list inside a list' };
  return cellText(item);
}

function unknownKey(key: string, columns: readonly string[], file: string, line: number): DetourError {
  const near = nearest(key, columns);
  const advice = near === undefined ? `known are ${columns.join(', ')}` : `did you mean \`${near}\`?`;
  return new DetourError('BAD_FILE', `unknown column \`${key}\`: ${advice}`, { at: { file, line, column: key } });
}

function tooLong(line: number, most: number): BrokenRow {
  return {
    line,
    reason: 'too-long',
    message: `the line is longer than ${most} bytes and was passed over: a line end may be missing`,
  };
}
