/** What the readers of one import share: its settings, its report, and the files it has open. */
import { type Day, dayOfTime } from '../model/day.js';
import type { InputFormat } from './format-names.js';
import type { BlockOptions } from './line-blocks.js';
import type { PayerReader } from './paid-by.js';
import { RejectFile, type RejectLayout } from './rejects.js';
import type { FileReport, Rejection, ReportLog, WarningCode } from './report.js';
import { CellMemory } from './sheet.js';

/** A file that is there, with its beginning. */
export interface FileHead {
  /** As the user named it; a file of a named folder is the folder's name and its own. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** The beginning of the file, decoded, without byte-order mark. */
  readonly start: string;
  readonly isParquet: boolean;
}

export interface RunSettings {
  readonly retrievedOn: Day | undefined;
  readonly knownProduct: (text: string) => boolean;
  readonly maxRowBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly rejectDir: string | undefined;
  /** Called with the bytes and rows read since the last call. */
  readonly onRead: (bytes: number, rows: number) => void;
}

/** One import. A silent one reads again without reporting anything. */
export class ImportRun {
  readonly settings: RunSettings;
  readonly log: ReportLog;
  readonly payers: PayerReader;
  readonly memory = new CellMemory();
  readonly tallies: FileTally[] = [];

  constructor(settings: RunSettings, log: ReportLog, payers: PayerReader) {
    this.settings = settings;
    this.log = log;
    this.payers = payers;
  }

  tally(head: FileHead, format: InputFormat, layout: RejectLayout): FileTally {
    const tally = new FileTally(this, head.path, format, layout);
    this.tallies.push(tally);
    return tally;
  }

  blockOptions(): BlockOptions {
    const { maxRowBytes, signal, onRead } = this.settings;
    return { maxRowBytes, signal, onBytes: (bytes) => onRead(bytes, 0) };
  }

  /** The day a list was fetched: as told, else the day its file was last changed. */
  retrievalDay(head: FileHead): Day {
    return this.settings.retrievedOn ?? dayOfTime(head.modifiedAt);
  }
}

/** Counts one file's rows and keeps its refused ones. */
export class FileTally {
  readonly file: string;
  readonly #run: ImportRun;
  readonly #format: InputFormat;
  readonly #rejectFile: RejectFile | undefined;
  #rows = 0;
  #rejected = 0;
  #keptAs: string | undefined;

  constructor(run: ImportRun, file: string, format: InputFormat, layout: RejectLayout) {
    this.#run = run;
    this.file = file;
    this.#format = format;
    const { rejectDir } = run.settings;
    this.#rejectFile = rejectDir === undefined ? undefined : new RejectFile(rejectDir, layout);
  }

  countRows(rows: number): void {
    this.#rows += rows;
    this.#run.settings.onRead(0, rows);
  }

  /** A row that is not taken; `rejectLine` is how it stands in the reject file, undefined where it cannot. */
  reject(rejection: Omit<Rejection, 'file'>, rejectLine: string | undefined): void {
    this.#rejected++;
    this.#run.log.reject({ file: this.file, ...rejection });
    if (rejectLine !== undefined) this.#rejectFile?.add(rejectLine);
  }

  warn(code: WarningCode, line: number | undefined, column: string | undefined, value: string): void {
    this.#run.log.warn(code, this.file, line, column, value);
  }

  async flush(): Promise<void> {
    await this.#rejectFile?.flush();
  }

  async keepRejects(): Promise<void> {
    this.#keptAs = await this.#rejectFile?.keep();
  }

  async discardRejects(): Promise<void> {
    await this.#rejectFile?.discard();
  }

  report(): FileReport {
    return {
      file: this.file,
      format: this.#format,
      rows: this.#rows,
      rejected: this.#rejected,
      ...(this.#keptAs === undefined ? {} : { rejectFile: this.#keptAs }),
    };
  }
}

/** How a reason stands in a reject file: the code, then the sentence. */
export function reasonText(reason: string, message: string): string {
  return `${reason}: ${message}`;
}
