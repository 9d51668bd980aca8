/** Files to facts: the whole of one import command, taken whole or not at all. */
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Day } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { FactBatch, ImportResult, Store } from '../store/port.js';
import { rejectDuplicates } from './duplicates.js';
import type { InputFormat } from './format-names.js';
import { isClaimed, openSources, type Source } from './formats.js';
import { DEFAULT_MAX_ROW_BYTES } from './line-blocks.js';
import { PayerReader } from './paid-by.js';
import { type ImportReport, ReportLog } from './report.js';
import { type FileHead, ImportRun } from './run.js';

export interface ImportOptions {
  /** When, in milliseconds since 1970. */
  readonly importedAt: number;
  /** Reads every file with this reader instead of the one its content asks for. */
  readonly inputFormat?: InputFormat;
  /** Where refused rows are written; without it they are only reported. */
  readonly rejectDir?: string;
  /** The day the files were fetched, for records that do not state one; lists without it take the file's modification day. */
  readonly retrievedOn?: Day;
  /** Whether the catalogue knows this text as a product; without it no product is warned of. */
  readonly knownProduct?: (text: string) => boolean;
  /** Longer rows are refused without being held in memory; 16 MiB unless told. */
  readonly maxRowBytes?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly bytesTotal: number;
  /** Records the store has written so far. */
  readonly written: number;
}

/**
 * Reads files and folders into the store as one change: all of it is visible when the promise resolves, nothing
 * if it rejects. Rows that cannot be taken are reported and, with `rejectDir`, written out to be mended.
 * A file named twice is read once.
 *
 * @throws DetourError `NOT_FOUND` for a path that is not there, `BAD_FILE` for a file no reader knows or whose
 * columns are wrong, and what the store throws; the signal's reason when stopped.
 */
export async function importPaths(
  paths: readonly string[],
  store: Pick<Store, 'apply' | 'keys'>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { heads, ignored } = await findFiles(paths, options.inputFormat);
  const sources = await openSources(heads, options.inputFormat);
  const progress = { rows: 0, bytes: 0, bytesTotal: heads.reduce((sum, { bytes }) => sum + bytes, 0), written: 0 };
  const log = new ReportLog();
  const run = new ImportRun(
    {
      retrievedOn: options.retrievedOn,
      knownProduct: options.knownProduct ?? (() => true),
      maxRowBytes: options.maxRowBytes ?? DEFAULT_MAX_ROW_BYTES,
      signal: options.signal,
      rejectDir: options.rejectDir,
      onRead: (bytes, rows) => {
        progress.bytes += bytes;
        progress.rows += rows;
        options.onProgress?.({ ...progress });
      },
    },
    log,
    new PayerReader(store),
  );
  let result: ImportResult;
  try {
    result = await store.apply(allFacts(sources, run), {
      importedAt: options.importedAt,
      source: paths.join(', '),
      onProgress: (written) => {
        progress.written = written;
        options.onProgress?.({ ...progress });
      },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (fault) {
    for (const tally of run.tallies) await tally.discardRejects().catch(() => undefined);
    throw fault;
  }
  await tellRefused(result, sources, run);
  return report(result, run, ignored);
}

/** What follows the change of the store; should it fail, the change is there all the same, and the error says so. */
async function tellRefused(result: ImportResult, sources: readonly Source[], run: ImportRun): Promise<void> {
  const { tallies } = run;
  try {
    await rejectDuplicates(result.duplicates, sources, run);
    for (const tally of [...tallies]) await tally.keepRejects();
  } catch (cause) {
    const why = cause instanceof DetourError ? cause.message : String(cause);
    throw new DetourError(
      'BAD_FILE',
      `the facts are imported (version ${result.version}), but the refused rows could not be written out: ${why}. Import again to have them; nothing will be taken twice`,
      { cause },
    );
  }
}

async function* allFacts(sources: readonly Source[], run: ImportRun): AsyncGenerator<FactBatch> {
  for (const source of sources) yield* source.facts(run);
}

function report(result: ImportResult, run: ImportRun, ignored: readonly string[]): ImportReport {
  const { duplicates: _told, ...counts } = result;
  const files = run.tallies.map((tally) => tally.report());
  return {
    ...counts,
    files,
    ignored,
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    rejected: files.reduce((sum, file) => sum + file.rejected, 0),
    rejectedByReason: run.log.rejectedByReason(),
    rejections: run.log.rejections,
    warnings: run.log.warnings(),
  };
}

async function findFiles(
  paths: readonly string[],
  format: InputFormat | undefined,
): Promise<{ heads: FileHead[]; ignored: string[] }> {
  if (paths.length === 0) throw new DetourError('BAD_USER_INPUT', 'no file or folder was named: name at least one');
  const heads: FileHead[] = [];
  const ignored: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const about = await stat(path).catch(() => undefined);
    if (about === undefined)
      throw new DetourError('NOT_FOUND', `there is no file or folder \`${path}\`: check the spelling`);
    if (about.isDirectory()) {
      const names = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
      const claimed = names.filter(
        (entry) => (entry.isFile() || entry.isSymbolicLink()) && isClaimed(entry.name, format),
      );
      if (claimed.length === 0)
        throw nothingKnown(
          path,
          names.map(({ name }) => name),
          format,
        );
      for (const entry of names) {
        if (claimed.includes(entry)) await add(join(path, entry.name));
        else ignored.push(join(path, entry.name));
      }
    } else if (about.isFile()) {
      await add(path);
    } else {
      throw new DetourError('BAD_FILE', `\`${path}\` is neither a file nor a folder: save what it gives to a file`);
    }
  }
  return { heads, ignored };

  async function add(path: string): Promise<void> {
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    heads.push(await readHead(path));
  }
}

const HEAD_BYTES = 256 * 1024;
const UTF16_MARKS: readonly string[] = ['fffe', 'feff'];

async function readHead(path: string): Promise<FileHead> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new DetourError('BAD_FILE', `cannot be read: ${cause.message}`, { at: { file: path }, cause });
  });
  try {
    const { size, mtimeMs } = await file.stat();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    if (UTF16_MARKS.includes(start.subarray(0, 2).toString('hex'))) {
      throw new DetourError('BAD_FILE', 'the file is UTF-16: save it as UTF-8 and import it again', {
        at: { file: path },
      });
    }
    return {
      path,
      name: basename(path),
      bytes: size,
      modifiedAt: mtimeMs,
      start: start.toString('utf8').replace(/^\ufeff/, ''),
      isParquet: start.subarray(0, 4).toString('latin1') === 'PAR1',
    };
  } finally {
    await file.close();
  }
}

function nothingKnown(path: string, names: readonly string[], format: InputFormat | undefined): DetourError {
  const shown =
    names.length === 0
      ? 'it is empty'
      : `it holds ${names
          .slice(0, 8)
          .map((name) => `\`${name}\``)
          .join(', ')}${names.length > 8 ? ' and more' : ''}`;
  const wanted =
    "entities, links, shipments, listings or authorizations as .csv, .jsonl, .ndjson or .parquet, OFAC's SDN.CSV with ADD.CSV and ALT.CSV, or BIS's dpl.txt";
  const asked = format === undefined ? '' : ` for the reader \`${format}\``;
  return new DetourError(
    'BAD_FILE',
    `nothing in the folder \`${path}\` can be read${asked}: ${shown}; known are ${wanted}; a file of another name can be named itself`,
  );
}
