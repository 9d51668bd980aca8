/** One stretch of a native file under its column names: cells turned into facts' values, a column at a time. */
import { type CountryCode, parseCountry } from '../model/country.js';
import { type Day, type PartialDate, parseDay, parsePartialDate } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import { parseShare, type Share, UNKNOWN_SHARE } from '../model/share.js';
import type { Coded } from '../store/port.js';
import { parseNumber, presentText, splitList } from './cells.js';
import type { RejectReason, WarningCode } from './report.js';
import { cellAt, type RowChunk } from './row-chunk.js';

/** What is wrong with a row; a row with one of these is not taken. */
export interface RowFault {
  readonly row: number;
  readonly column: string | undefined;
  readonly value: string | undefined;
  readonly reason: RejectReason;
  readonly message: string;
}

/** Says of a row what is wrong or odd with it. */
export type Complaint = (sheet: Sheet, row: number) => void;

/** Values read from texts so far, in their order, and what is to be said of each row that has one of them. */
interface Reading<Value> {
  readonly values: Value[];
  readonly complaints: Map<number, Complaint>;
}

/** Told of something odd in a row that is taken all the same. */
export type Warn = (code: WarningCode, line: number | undefined, column: string | undefined, value: string) => void;

/**
 * What cells were read as before, kept for a whole import: millions of rows have few different dates,
 * countries and shares.
 */
export class CellMemory {
  readonly dates = new Map<string, PartialDate | string>();
  readonly countries = new Map<string, CountryCode | null>();
  readonly shares = new Map<string, Share | string>();
  readonly lists = new Map<string, readonly string[]>();
  /** What the texts of columns read as codes were read as. */
  readonly coded = new WeakMap<readonly string[], Reading<unknown>>();
  /** Intervals assumed for a blank date, by the date that is there. */
  readonly assumedDepartures = new WeakMap<PartialDate, PartialDate>();
  readonly assumedArrivals = new WeakMap<PartialDate, PartialDate>();

  /** Keeps an answer; a full memory is emptied, so that a file of nothing but different values costs no memory. */
  static keep<Value>(memory: Map<string, Value>, text: string, value: Value): Value {
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    // The text may be a slice that holds on to its whole block.
    memory.set(text.length < SHORTEST_SLICE ? text : Buffer.from(text, 'utf8').toString('utf8'), value);
    return value;
  }
}

const MOST_REMEMBERED = 50_000;
const SHORTEST_SLICE = 13;

/** Rows are numbered from 0 within the chunk. Every method gives one value a row, undefined where absent or refused. */
export class Sheet {
  readonly length: number;
  readonly lines: readonly number[];
  readonly faults: RowFault[] = [];
  readonly warn: Warn;
  readonly #chunk: RowChunk;
  readonly #columnIndex: ReadonlyMap<string, number>;
  readonly memory: CellMemory;
  readonly #absent: readonly undefined[];
  readonly #zeros: Int32Array;

  constructor(chunk: RowChunk, columnIndex: ReadonlyMap<string, number>, memory: CellMemory, warn: Warn) {
    this.#chunk = chunk;
    this.#columnIndex = columnIndex;
    this.memory = memory;
    this.length = chunk.length;
    this.lines = chunk.lines;
    this.warn = warn;
    this.#absent = new Array<undefined>(chunk.length).fill(undefined);
    this.#zeros = new Int32Array(chunk.length);
  }

  /** The cells as they stand; undefined if the file has no such column, or nothing stands in it. */
  cells(column: string): readonly string[] | undefined {
    const index = this.#columnIndex.get(column);
    return index === undefined ? undefined : this.#chunk.cells[index];
  }

  /** One cell as it stands. */
  cell(column: string, row: number): string {
    const index = this.#columnIndex.get(column);
    return index === undefined ? '' : cellAt(this.#chunk, index, row);
  }

  text(column: string): readonly (string | undefined)[] {
    return this.each(column, (text) => text);
  }

  /** As `text`; a row without a value is refused (and gets ''). */
  required(column: string): readonly string[] {
    const cells = this.cells(column);
    const values = new Array<string>(this.length);
    for (let row = 0; row < this.length; row++) {
      const cell = cells?.[row] ?? '';
      const value = presentText(cell);
      if (value === undefined) {
        this.refuse(row, 'missing-value', column, cell, `\`${column}\` has no value: it must be there in every row`);
      }
      values[row] = value ?? '';
    }
    return values;
  }

  /** What a column says where it says something, read one by one. */
  each<Value>(column: string, read: (text: string, row: number) => Value | undefined): readonly (Value | undefined)[] {
    const cells = this.cells(column);
    if (cells === undefined) return this.#absent;
    const values = new Array<Value | undefined>(this.length);
    for (let row = 0; row < this.length; row++) {
      const text = presentText(cells[row] as string);
      values[row] = text === undefined ? undefined : read(text, row);
    }
    return values;
  }

  /**
   * A column of few different values, each read once for the whole file (without a text where it is absent), which also
   * says once what there is to say of each row that has it. Columns of one dictionary must be read alike.
   */
  coded<Value>(
    column: string,
    read: (text: string | undefined, ofEachRow: (complaint: Complaint) => void) => Value,
  ): Coded<Value> {
    const cells = this.#codedCells(column);
    const { values, complaints } = this.#reading<Value>(cells.values);
    for (let code = values.length; code < cells.values.length; code++) {
      values.push(read(presentText(cells.values[code] as string), (complaint) => complaints.set(code, complaint)));
    }
    if (complaints.size > 0)
      for (let row = 0; row < this.length; row++) complaints.get(cells.codes[row] as number)?.(this, row);
    return { codes: cells.codes, values };
  }

  /** The texts of a column that `coded` has not read yet. */
  unread(column: string): readonly string[] {
    const { values } = this.#codedCells(column);
    const texts = values.slice(this.#reading(values).values.length).map(presentText);
    return texts.filter((text) => text !== undefined);
  }

  /** One value for all rows. */
  everywhere<Value>(value: Value): Coded<Value> {
    return { codes: this.#zeros, values: [value] };
  }

  #codedCells(column: string): Coded<string> {
    const index = this.#columnIndex.get(column);
    const cells = index === undefined ? undefined : this.#chunk.coded?.[index];
    return cells ?? { codes: this.#zeros, values: BLANK };
  }

  #reading<Value>(texts: readonly string[]): Reading<Value> {
    if (texts === BLANK) return { values: [], complaints: new Map() };
    const before = this.memory.coded.get(texts) as Reading<Value> | undefined;
    if (before !== undefined) return before;
    const reading: Reading<Value> = { values: [], complaints: new Map() };
    this.memory.coded.set(texts, reading as Reading<unknown>);
    return reading;
  }

  /** Dates at the precision they were stated. */
  dates(column: string): readonly (PartialDate | undefined)[] {
    const { dates } = this.memory;
    return this.each(column, (text, row) => {
      const date = dates.get(text) ?? CellMemory.keep(dates, text, readOrSay(parsePartialDate, text));
      return typeof date === 'string' ? this.refuse(row, 'bad-date', column, text, date) : date;
    });
  }

  /** Full days. */
  days(column: string): readonly (Day | undefined)[] {
    return this.each(column, (text, row) => {
      const day = readOrSay(parseDay, text);
      return typeof day === 'string' ? this.refuse(row, 'bad-date', column, text, day) : day;
    });
  }

  /** A row that says nothing has an unknown share. */
  shares(column: string): readonly Share[] {
    const { shares } = this.memory;
    const stated = this.each(column, (text, row) => {
      const share = shares.get(text) ?? CellMemory.keep(shares, text, readOrSay(parseShare, text));
      return typeof share === 'string' ? this.refuse(row, 'bad-share', column, text, share) : share;
    });
    return stated.map((share) => share ?? UNKNOWN_SHARE);
  }

  /** An unknown country is warned of and stays unknown. */
  countries(column: string): readonly (CountryCode | undefined)[] {
    return this.each(column, (text, row) => this.country(text, row, column));
  }

  country(text: string, row: number, column: string): CountryCode | undefined {
    const { countries } = this.memory;
    let code = countries.get(text);
    if (code === undefined) code = CellMemory.keep(countries, text, parseCountry(text) ?? null);
    if (code !== null) return code;
    this.warn('unknown-country', this.lines[row], column, text);
    return undefined;
  }

  /** Numbers of 0 or more; one below is refused for the reason given. */
  amounts(column: string, negative: RejectReason): readonly (number | undefined)[] {
    return this.each(column, (text, row) => {
      const amount = readAmount(text, column, negative);
      if (typeof amount === 'number') return amount;
      return this.refuse(row, amount.reason, column, text, amount.message);
    });
  }

  lists(column: string): readonly (readonly string[])[] {
    const cells = this.cells(column);
    const values = new Array<readonly string[]>(this.length).fill(NO_ITEMS);
    for (let row = 0; cells !== undefined && row < this.length; row++) {
      const cell = cells[row] as string;
      if (cell !== '')
        values[row] = this.memory.lists.get(cell) ?? CellMemory.keep(this.memory.lists, cell, splitList(cell));
    }
    return values;
  }

  refuse(
    row: number,
    reason: RejectReason,
    column: string | undefined,
    value: string | undefined,
    message: string,
  ): undefined {
    this.faults.push({ row, reason, column, value, message });
    return undefined;
  }
}

const NO_ITEMS: readonly string[] = [];
/** The texts of a column that is not there. */
const BLANK: readonly string[] = [''];

/** A number of 0 or more, or why it is none. */
export function readAmount(
  text: string,
  column: string,
  negative: RejectReason,
): number | Pick<RowFault, 'reason' | 'message'> {
  const value = parseNumber(text);
  if (value === undefined) {
    const message = `\`${text}\` is not a number: write digits with a decimal point and no thousands separators`;
    return { reason: 'bad-number', message };
  }
  return value >= 0 ? value : { reason: negative, message: `\`${text}\` is below 0: \`${column}\` cannot be` };
}

/** The value, or the message of why there is none. */
export function readOrSay<Value>(read: (text: string) => Value, text: string): Value | string {
  try {
    return read(text);
  } catch (fault) {
    if (fault instanceof DetourError) return fault.message;
    throw fault;
  }
}
