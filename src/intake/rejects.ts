/** The file that refused rows of one input file are written to, in the input's own format, so that it can be mended and imported. */
import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DetourError } from '../model/errors.js';

/** How a reject file is laid out. */
export interface RejectLayout {
  /** The part of its name before `.rejected`. */
  readonly stem: string;
  readonly extension: string;
  /** First line, if the format has one. */
  readonly header: string | undefined;
}

/** Opens on the first row. Nothing under the final name is there before `keep`. */
export class RejectFile {
  readonly #dir: string;
  readonly #layout: RejectLayout;
  #part: { readonly file: FileHandle; readonly path: string } | undefined;
  #waiting: string[] = [];

  constructor(dir: string, layout: RejectLayout) {
    this.#dir = dir;
    this.#layout = layout;
  }

  /** One line, without its end. */
  add(line: string): void {
    this.#waiting.push(line);
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#part === undefined) {
        await mkdir(this.#dir, { recursive: true });
        const path = join(this.#dir, `.${this.#layout.stem}.rejected.${process.pid}-${process.hrtime.bigint()}.part`);
        this.#part = { file: await open(path, 'wx'), path };
        if (this.#layout.header !== undefined) lines.unshift(this.#layout.header);
      }
      await this.#part.file.appendFile(`${lines.join('\n')}\n`, 'utf8');
    } catch (cause) {
      throw unwritable(this.#dir, cause);
    }
  }

  /**
   * Gives the file its name and returns its path; undefined if no row was refused. An older file of that name
   * may hold rows that nobody mended yet, so it is left and a number is added, unless it says the same.
   */
  async keep(): Promise<string | undefined> {
    await this.flush();
    if (this.#part === undefined) return undefined;
    const { file, path } = this.#part;
    await file.close();
    this.#part = undefined;
    const { stem, extension } = this.#layout;
    for (let number = 1; ; number++) {
      const target = join(this.#dir, `${stem}.rejected${number === 1 ? '' : `-${number}`}.${extension}`);
      const isNew = await giveName(path, target).catch((cause: unknown) => {
        throw unwritable(target, cause);
      });
      if (!isNew && !(await sameContent(path, target))) continue;
      await rm(path, { force: true });
      return target;
    }
  }

  async discard(): Promise<void> {
    if (this.#part === undefined) return;
    await this.#part.file.close();
    await rm(this.#part.path, { force: true });
    this.#part = undefined;
  }
}

/** The error for a place that cannot be written to: what the user can do is make room or name another. */
export function unwritable(place: string, cause: unknown): DetourError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const why =
    code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EROFS' ? 'no permission to write' : message;
  return new DetourError('BAD_FILE', `\`${place}\` cannot be written: ${why}; make room or name another folder`, {
    cause,
  });
}

/** Puts the file under a name that nobody has; false if somebody has it. */
async function giveName(path: string, target: string): Promise<boolean> {
  try {
    await link(path, target);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Some file systems have no hard links.
    return copyFile(path, target, constants.COPYFILE_EXCL).then(
      () => true,
      (cause: NodeJS.ErrnoException) => {
        if (cause.code === 'EEXIST') return false;
        throw cause;
      },
    );
  }
  return true;
}

async function sameContent(a: string, b: string): Promise<boolean> {
  const [sizeA, sizeB] = await Promise.all([stat(a), stat(b)]);
  return sizeA.size === sizeB.size && (await readFile(a)).equals(await readFile(b));
}

/** One CSV row; cells with a delimiter, quote or line end stand in quotes. */
export function csvRow(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r');
}

/** The file's name without folder and last extension. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
