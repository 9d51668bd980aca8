/** Results written line by line, which a later run can go on with. */
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { DetourError } from '../model/errors.js';
import type { ScreenLine } from './screen-line.js';

export interface ResultFile {
  /** Rows of the input whose results are there already. */
  readonly done: number;
  write(text: string): void;
  /** @throws DetourError `CONFLICT` if the results are of another input: its row has another name. */
  checkRow(row: number, name: string): void;
  /** @throws DetourError `CONFLICT` if the results were made with other lists, days or thresholds than this line. */
  checkAgainst(line: ScreenLine): void;
  close(): void;
}

/**
 * Opens a file of results; with `resume` what is there stays, but for a last line that was not written to its end.
 *
 * @throws DetourError `CONFLICT` without `resume` for a file that is there already; `BAD_FILE` for one that holds no results.
 */
export function openResults(file: string, resume: boolean): ResultFile {
  const isThere = existsSync(file);
  if (isThere && !resume) {
    throw new DetourError('CONFLICT', `\`${file}\` is there already: go on with it by --resume, or name another file`);
  }
  const text = isThere ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const names = whole
    .split('\n')
    .slice(0, -1)
    .map((line, row) => nameIn(line, file, row + 1));
  const last = names.at(-1);
  const handle = openSync(file, isThere ? 'r+' : 'w');
  ftruncateSync(handle, Buffer.byteLength(whole));
  let position = Buffer.byteLength(whole);
  return {
    done: names.length,
    write(more) {
      const bytes = Buffer.from(more);
      position += writeSync(handle, bytes, 0, bytes.length, position);
    },
    checkRow(row, name) {
      if (names[row - 1]?.name === name) return;
      throw new DetourError(
        'CONFLICT',
        `row ${row} is \`${name}\` and in \`${file}\` it is \`${names[row - 1]?.name}\`: these are results of another file`,
      );
    },
    checkAgainst(line) {
      if (last === undefined || termsOf(last) === termsOf(line)) return;
      throw new DetourError(
        'CONFLICT',
        `\`${file}\` was made with other facts or terms (${termsOf(last)}; now ${termsOf(line)}): start a new file`,
      );
    },
    close: () => closeSync(handle),
  };
}

function nameIn(line: string, file: string, row: number): ScreenLine {
  try {
    const read = JSON.parse(line) as ScreenLine;
    if (read.row === row && typeof read.name === 'string') return read;
  } catch {
    // Told below with what else it may be.
  }
  throw new DetourError('BAD_FILE', `is no result of row ${row}: name a file that \`detour screen --out\` wrote`, {
    at: { file, line: row },
  });
}

function termsOf({ storeVersion, threshold, on, asOf, ran }: ScreenLine): string {
  return `store version ${storeVersion}, threshold ${threshold}, on ${on}, as of ${asOf ?? 'now'}, lists ${ran.map(({ list }) => list).join(' ')}`;
}
