/** Reads a text file of any size as blocks of whole lines, decoded. */
import { isAscii, isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { DetourError } from '../model/errors.js';

/** Some whole lines, with their line ends; only the last block of a file may lack the last one. */
export interface LineBlock {
  readonly text: string;
  /** Line the text starts on, from 1. */
  readonly firstLine: number;
  /** Lines of it that are not UTF-8 and were read as Windows-1252 (which holds Latin-1's letters). */
  readonly notUtf8: readonly number[];
  /** A line after this block that was passed over because it is longer than a row may be. */
  readonly tooLongLine?: number;
  readonly last: boolean;
}

export interface BlockOptions {
  /** A line longer than this is passed over without being held in memory. */
  readonly maxRowBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes read since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

export const DEFAULT_MAX_ROW_BYTES = 16 * 1024 * 1024;
/** Below the size at which V8 keeps a string outside its heap, where reading single characters is slow. */
const BLOCK_BYTES = 512 * 1024;
const NEWLINE = 0x0a;

/**
 * The file's lines in order, a byte-order mark stripped. At least one block comes, the last with `last`.
 *
 * @throws DetourError `BAD_FILE` for what the system cannot read, `NOT_FOUND` for what is not there.
 */
export async function* readLineBlocks(path: string, options: BlockOptions): AsyncGenerator<LineBlock> {
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  // Two buffers in turn: the next block is read while this one is worked on.
  const buffers = [Buffer.allocUnsafeSlow(BLOCK_BYTES), Buffer.allocUnsafeSlow(BLOCK_BYTES)] as const;
  let turn = 0;
  let coming = fill(file, buffers[0]);
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  let atStart = true;
  let skipping = false;
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const buffer = buffers[turn % 2] as Buffer;
      const size = await coming.catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      turn++;
      coming = size === 0 ? Promise.resolve(0) : fill(file, buffers[turn % 2] as Buffer);
      options.onBytes?.(size);
      let fresh = buffer.subarray(0, size);
      if (atStart) {
        fresh = withoutMark(fresh);
        atStart = false;
      }
      const last = size === 0;
      let tooLongLine: number | undefined;
      if (skipping) {
        const end = fresh.indexOf(NEWLINE);
        if (end < 0 && !last) continue;
        tooLongLine = line++;
        skipping = false;
        fresh = fresh.subarray(end + 1);
        yield { text: '', firstLine: tooLongLine, notUtf8: [], tooLongLine, last: false };
      }
      const data = carry.length === 0 ? fresh : Buffer.concat([carry, fresh]);
      const end = last ? data.length : data.lastIndexOf(NEWLINE) + 1;
      if (end === 0 && !last) {
        skipping = data.length > options.maxRowBytes;
        carry = skipping ? Buffer.alloc(0) : Buffer.from(data);
        continue;
      }
      const whole = data.subarray(0, end);
      carry = Buffer.from(data.subarray(end));
      const notUtf8: number[] = [];
      const text = decode(whole, line, notUtf8);
      const firstLine = line;
      line += countNewlines(whole);
      if (carry.length > options.maxRowBytes) {
        skipping = true;
        carry = Buffer.alloc(0);
      }
      yield { text, firstLine, notUtf8, last };
      if (last) return;
    }
  } finally {
    await coming.catch(() => 0);
    await file.close();
  }
}

async function fill(file: FileHandle, buffer: Buffer): Promise<number> {
  return (await file.read(buffer, 0, buffer.length, null)).bytesRead;
}

function withoutMark(bytes: Buffer): Buffer {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  return bytes;
}

function decode(bytes: Buffer, firstLine: number, notUtf8: number[]): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const lines: string[] = [];
  let line = firstLine;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const one = bytes.subarray(start, end);
    if (isUtf8(one)) {
      lines.push(one.toString('utf8'));
    } else {
      lines.push(decodeWindows1252(one));
      notUtf8.push(line);
    }
    start = end;
  }
  return lines.join('');
}

/** Latin-1 but for the 32 places where Windows has quotes, dashes and the euro. (Node's own decoder leaves those out.) */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_LETTERS[letter.charCodeAt(0) - 0x80] as string);
}

const WINDOWS_LETTERS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function unreadable(path: string, cause: unknown): DetourError {
  const code = (cause as NodeJS.ErrnoException).code;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EACCES'
        ? 'no permission to read it'
        : code === 'EISDIR'
          ? 'it is a folder'
          : String((cause as Error).message);
  return new DetourError(code === 'ENOENT' ? 'NOT_FOUND' : 'BAD_FILE', `cannot be read: ${why}`, {
    at: { file: path },
    cause,
  });
}
