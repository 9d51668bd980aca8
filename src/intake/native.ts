/** The native files: entities, links, listings, authorizations, shipments as CSV, JSON Lines or Parquet. */
import { DetourError } from '../model/errors.js';
import type { FactBatch, FactKind } from '../store/port.js';
import { readAuthorizations } from './authorization-rows.js';
import { readCsv, readFirstRow } from './csv.js';
import { IdDeriver } from './derived-id.js';
import { readEntities } from './entity-rows.js';
import type { Source } from './formats.js';
import { parseRecord, readJsonLines } from './json-lines.js';
import { readLinks } from './link-rows.js';
import { readListings } from './listing-rows.js';
import {
  columnsOf,
  kindOfHeader,
  kindOfStem,
  matchHeader,
  NATIVE_COLUMNS,
  NATIVE_KINDS,
  plainStem,
  REASON,
} from './native-columns.js';
import { readParquet, readParquetHeader } from './parquet.js';
import { csvRow, type RejectLayout, stemOf } from './rejects.js';
import { cellAt, codedChunk, dictionariesFor, type RowChunk, renewed } from './row-chunk.js';
import type { RowContext } from './row-context.js';
import { takenRows } from './row-context.js';
import { type FileHead, type FileTally, type ImportRun, reasonText } from './run.js';
import { type RowFault, Sheet } from './sheet.js';
import { dictionaryOf, readShipments } from './shipment-rows.js';

const EXTENSIONS = ['csv', 'jsonl', 'ndjson', 'parquet'];
type Grammar = 'csv' | 'jsonl' | 'parquet';

/** Whether a file of a folder bears the name of a native file. */
export function isNativeName(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return EXTENSIONS.includes(extension ?? '') && NATIVE_KINDS.some((kind) => kind === stemOf(name).toLowerCase());
}

/** Whether the file's columns are those of a native kind. */
export async function isNative(head: FileHead): Promise<boolean> {
  if (kindOfStem(stemOf(head.name)) !== undefined) return true;
  return kindOfHeader(await headerOf(head)) !== undefined;
}

/**
 * The file made ready to be read.
 *
 * @throws DetourError `BAD_FILE` if its columns are not those of its kind, or its kind cannot be told.
 */
export async function openNative(head: FileHead): Promise<NativeSource> {
  const grammar = grammarOf(head);
  const header = await headerOf(head);
  if (header.length === 0 && grammar === 'csv') {
    throw new DetourError('BAD_FILE', 'the file is empty: it needs at least a header', { at: { file: head.path } });
  }
  const kind = kindOfStem(stemOf(head.name)) ?? kindOfHeader(header) ?? likeliestKind(header);
  if (kind === undefined) throw unknownKind(head, header);
  const columns = grammar === 'jsonl' ? columnsOf(kind) : matchHeader(header, kind, head.path);
  return new NativeSource(head, kind, grammar, columns, header);
}

/** Rows of a stretch as facts, and how to say that one of them is refused after all. */
export interface NativeStretch {
  readonly batch: FactBatch;
  /** Of each fact in the batch, the line it came from. */
  readonly lines: readonly number[];
  /** How the nth fact of the batch stands in a reject file. */
  readonly rejectLine: (fact: number, reason: string) => string;
}

interface Refusal {
  readonly first: Omit<RowFault, 'row'>;
  /** How the row stands in the reject file; undefined where it was too long to be held. */
  readonly rejectLine: string | undefined;
}

/** One native file. */
export class NativeSource implements Source {
  readonly format = 'native';
  readonly order: number;
  readonly kind: FactKind;
  readonly heads: readonly FileHead[];
  readonly #head: FileHead;
  readonly #grammar: Grammar;
  readonly #columns: readonly string[];
  readonly #header: readonly string[];
  /** For columns read as codes, the name of the dictionary. */
  readonly #dictionaries: readonly (string | undefined)[];

  constructor(head: FileHead, kind: FactKind, grammar: Grammar, columns: readonly string[], header: readonly string[]) {
    this.#head = head;
    this.heads = [head];
    this.kind = kind;
    this.order = NATIVE_KINDS.indexOf(kind);
    this.#grammar = grammar;
    this.#columns = columns;
    this.#header = header;
    this.#dictionaries = columns.map((column) => (kind === 'shipments' ? dictionaryOf(column) : undefined));
  }

  async *facts(run: ImportRun): AsyncGenerator<FactBatch> {
    for await (const stretch of this.stretches(run)) yield stretch.batch;
  }

  /** The file from its beginning, as often as wanted; refused rows go to the run's report. */
  async *stretches(run: ImportRun): AsyncGenerator<NativeStretch> {
    const { settings } = run;
    const tally = run.tally(this.#head, this.format, this.#rejectLayout());
    const columnIndex = new Map(this.#columns.map((column, index) => [column, index]));
    const dataset = plainStem(stemOf(this.#head.name));
    const context: RowContext = {
      file: this.#head.name,
      dataset,
      retrievedOn: settings.retrievedOn,
      ids: new IdDeriver(this.kind.replace(/(ie)?s$/, (end) => (end === 'ies' ? 'y' : ''))),
      knownProduct: settings.knownProduct,
    };
    if (this.#grammar === 'jsonl' && this.#header.length === 0)
      tally.warn('empty-file', undefined, undefined, this.#head.name);
    for await (const chunk of this.#chunks(run)) {
      settings.signal?.throwIfAborted();
      tally.countRows(chunk.length + chunk.broken.length);
      for (const line of chunk.notUtf8) tally.warn('not-utf8', line, undefined, `line ${line}`);
      const sheet = new Sheet(chunk, columnIndex, run.memory, (...warning) => tally.warn(...warning));
      const batch = chunk.length > 0 ? await this.#read(sheet, context, run) : undefined;
      this.#reject(sheet, chunk, tally);
      if (batch) {
        const rows = takenRows(sheet);
        yield {
          batch,
          lines: rows.map((row) => chunk.lines[row] as number),
          rejectLine: (fact, reason) => this.#rejectLine(chunk, rows[fact] as number, reason),
        };
      }
      await tally.flush();
    }
  }

  async *#chunks(run: ImportRun): AsyncGenerator<RowChunk> {
    const { path, bytes } = this.#head;
    if (this.#grammar === 'jsonl') {
      yield* this.#coded(readJsonLines(path, this.#columns, run.blockOptions()));
    } else if (this.#grammar === 'csv') {
      const shape = { columns: this.#columns.length, delimiter: ',', header: true, coded: this.#dictionaries };
      yield* readCsv(path, shape, run.blockOptions());
    } else {
      yield* this.#coded(readParquet(path, run.settings.signal));
      run.settings.onRead(bytes, 0);
    }
  }

  /** The chunks with those columns as codes that are to be read so. */
  async *#coded(chunks: AsyncIterable<RowChunk>): AsyncGenerator<RowChunk> {
    let dictionaries = dictionariesFor(this.#dictionaries);
    for await (const chunk of chunks) {
      yield codedChunk(chunk, dictionaries);
      dictionaries = renewed(dictionaries);
    }
  }

  async #read(sheet: Sheet, context: RowContext, run: ImportRun): Promise<FactBatch> {
    switch (this.kind) {
      case 'entities': {
        const entities = readEntities(sheet, context);
        run.payers.noteParties(entities);
        return { entities };
      }
      case 'links':
        return { links: readLinks(sheet, context) };
      case 'listings':
        return { listings: readListings(sheet, context) };
      case 'authorizations':
        return { authorizations: readAuthorizations(sheet, context) };
      case 'shipments':
        return { shipments: await readShipments(sheet, context, (of) => run.payers.read(of)) };
    }
  }

  /** One rejection a row, for its first fault, by line; the reject file names all faults. */
  #reject(sheet: Sheet, chunk: RowChunk, tally: FileTally): void {
    const refused = new Map<number, Refusal>();
    for (const { line, reason, message, raw, cells } of chunk.broken) {
      const rejectLine = raw ?? (cells && csvRow([reasonText(reason, message), ...this.#withoutReason(cells)]));
      refused.set(line, { first: { column: undefined, value: raw ?? cells?.join(','), reason, message }, rejectLine });
    }
    const byRow = new Map<number, RowFault[]>();
    for (const fault of sheet.faults) {
      const others = byRow.get(fault.row);
      if (others) others.push(fault);
      else byRow.set(fault.row, [fault]);
    }
    for (const [row, faults] of byRow) {
      const { column, value, reason, message } = faults[0] as RowFault;
      const text = faults.map((fault) => reasonText(fault.reason, fault.message)).join(' | ');
      refused.set(chunk.lines[row] as number, {
        first: { column, value, reason, message },
        rejectLine: this.#rejectLine(chunk, row, text),
      });
    }
    for (const [line, { first, rejectLine }] of [...refused].sort(([a], [b]) => a - b))
      tally.reject({ line, ...first }, rejectLine);
  }

  #rejectLine(chunk: RowChunk, row: number, reason: string): string {
    const raw = chunk.raw?.[row];
    // The last of two equal keys counts, so an older reason is replaced.
    if (raw !== undefined)
      return `${raw.replace(/,?\s*\}$/, '')}${/^\{\s*\}$/.test(raw) ? '' : ','}${JSON.stringify(REASON)}:${JSON.stringify(reason)}}`;
    return csvRow([reason, ...this.#withoutReason(this.#columns.map((_, column) => cellAt(chunk, column, row)))]);
  }

  #withoutReason(cells: readonly string[]): readonly string[] {
    const reason = this.#columns.indexOf(REASON);
    return reason < 0 ? cells : cells.filter((_, index) => index !== reason);
  }

  /** The reason stands first, so that rows with too many or too few cells keep their shape. */
  #rejectLayout(): RejectLayout {
    const stem = plainStem(stemOf(this.#head.name));
    if (this.#grammar === 'jsonl') return { stem, extension: 'jsonl', header: undefined };
    return { stem, extension: 'csv', header: csvRow([REASON, ...this.#withoutReason(this.#columns)]) };
  }
}

function grammarOf(head: FileHead): Grammar {
  const extension = /\.([^.]+)$/.exec(head.name)?.[1]?.toLowerCase();
  if (head.isParquet || extension === 'parquet') return 'parquet';
  return extension === 'jsonl' || extension === 'ndjson' || head.start.trimStart().startsWith('{') ? 'jsonl' : 'csv';
}

/** Column names; of JSON Lines those of the first record. Empty for an empty file. */
async function headerOf(head: FileHead): Promise<string[]> {
  switch (grammarOf(head)) {
    case 'parquet':
      return readParquetHeader(head.path);
    case 'csv':
      return readFirstRow(head.start, ',').cells;
    case 'jsonl': {
      const first = head.start.trimStart().split('\n', 1)[0] as string;
      const record = parseRecord(first);
      return typeof record === 'string' ? (first === '' ? [] : ['']) : Object.keys(record);
    }
  }
}

/** The kind that shares most columns with the header, at least two; its complaint will be the most useful one. */
function likeliestKind(header: readonly string[]): FactKind | undefined {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  const scores = NATIVE_KINDS.map((kind) => {
    const { required, optional } = NATIVE_COLUMNS[kind];
    return { kind, score: [...required, ...optional].filter((column) => names.has(column.toLowerCase())).length };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 2 ? best.kind : undefined;
}

function unknownKind(head: FileHead, header: readonly string[]): DetourError {
  const kinds = NATIVE_KINDS.map((kind) => `${kind} (${NATIVE_COLUMNS[kind].required.join(', ')})`).join('; ');
  const found = header
    .slice(0, 12)
    .map((name) => `\`${name.trim()}\``)
    .join(', ');
  return new DetourError('BAD_FILE', `its columns ${found} are those of no native file: native are ${kinds}`, {
    at: { file: head.path },
  });
}
