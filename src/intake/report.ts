/** What an import says about itself: what was taken, what was refused and why, what was odd. */
import type { ImportResult } from '../store/port.js';
import type { InputFormat } from './format-names.js';

/** Why a row was not taken. Codes are stable; the message beside each says it for people. */
export type RejectReason =
  | 'arrives-before-departs'
  | 'bad-date'
  | 'bad-identifier'
  | 'bad-json'
  | 'bad-number'
  | 'bad-quote'
  | 'bad-share'
  | 'control-character'
  | 'duplicate-id'
  | 'ends-before-starts'
  | 'missing-value'
  | 'negative-number'
  | 'negative-units'
  | 'no-dates'
  | 'self-shipment'
  | 'too-long'
  | 'unknown-link-type'
  | 'unknown-party'
  | 'unsafe-number'
  | 'unterminated-quote'
  | 'wrong-columns';

/** What was taken and should still be looked at. */
export type WarningCode =
  | 'bad-lei'
  | 'country-inferred'
  | 'dissolved-before-founded'
  | 'empty-file'
  | 'end-of-file-mark'
  | 'fractional-units'
  | 'no-companion-files'
  | 'not-utf8'
  | 'self-link'
  | 'several-countries'
  | 'unknown-act'
  | 'unknown-certification'
  | 'unknown-country'
  | 'unknown-currency'
  | 'unknown-kind'
  | 'unknown-list'
  | 'unknown-product'
  | 'unknown-role'
  | 'unknown-schema'
  | 'unreadable-detail'
  | 'unresolved-link';

/** One row that was not taken. `line` starts at 1 (in Parquet: the row's number). */
export interface Rejection {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  /** As stated, cut at 200 characters. */
  readonly value: string | undefined;
  readonly reason: RejectReason;
  readonly message: string;
}

/** All warnings of one code in one column of one file. */
export interface Warning {
  readonly code: WarningCode;
  readonly file: string;
  readonly column: string | undefined;
  readonly count: number;
  /** The first ten different values, with the line each was first seen on and how often it came. */
  readonly examples: readonly { readonly value: string; readonly line: number | undefined; readonly count: number }[];
}

export interface FileReport {
  readonly file: string;
  readonly format: InputFormat;
  /** Data rows seen, without header and blank lines. */
  readonly rows: number;
  readonly rejected: number;
  /** Where the refused rows were written; absent if there are none or no folder was named. */
  readonly rejectFile?: string;
}

export interface ImportReport extends Omit<ImportResult, 'duplicates'> {
  readonly files: readonly FileReport[];
  /** Things in the given folders that no reader knows. */
  readonly ignored: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  readonly rejectedByReason: Readonly<Partial<Record<RejectReason, number>>>;
  /** The first 1,000, in the order met. */
  readonly rejections: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

const MOST_REJECTIONS_TOLD = 1000;
const MOST_EXAMPLES = 10;
const LONGEST_VALUE_TOLD = 200;

/** Collects while the files are read. */
export class ReportLog {
  readonly rejections: Rejection[] = [];
  readonly #byReason = new Map<RejectReason, number>();
  readonly #warnings = new Map<string, WarningTally>();

  reject(rejection: Rejection): void {
    this.#byReason.set(rejection.reason, (this.#byReason.get(rejection.reason) ?? 0) + 1);
    if (this.rejections.length >= MOST_REJECTIONS_TOLD) return;
    const value = rejection.value === undefined ? undefined : shorten(rejection.value);
    this.rejections.push({ ...rejection, value });
  }

  warn(code: WarningCode, file: string, line: number | undefined, column: string | undefined, value: string): void {
    const key = `${code}\u001f${file}\u001f${column ?? ''}`;
    let tally = this.#warnings.get(key);
    if (!tally) {
      tally = { code, file, column, count: 0, examples: new Map() };
      this.#warnings.set(key, tally);
    }
    tally.count++;
    const short = shorten(value);
    const seen = tally.examples.get(short);
    if (seen) seen.count++;
    else if (tally.examples.size < MOST_EXAMPLES) tally.examples.set(short, { line, count: 1 });
  }

  rejectedByReason(): Partial<Record<RejectReason, number>> {
    return Object.fromEntries([...this.#byReason].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  warnings(): Warning[] {
    return [...this.#warnings.values()].map(({ examples, ...rest }) => ({
      ...rest,
      examples: [...examples].map(([value, { line, count }]) => ({ value, line, count })),
    }));
  }
}

interface WarningTally {
  readonly code: WarningCode;
  readonly file: string;
  readonly column: string | undefined;
  count: number;
  readonly examples: Map<string, { line: number | undefined; count: number }>;
}

function shorten(value: string): string {
  // A slice of a big string would keep all of it in memory, so the text is copied out.
  const kept = value.length > LONGEST_VALUE_TOLD ? `${value.slice(0, LONGEST_VALUE_TOLD)}…` : value;
  return Buffer.from(kept, 'utf8').toString('utf8');
}
