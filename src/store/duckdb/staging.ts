/** The fast way into DuckDB: columns of values, packed, into temporary tables. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { DetourError } from '../../model/errors.js';
import { append, CHUNK_ROWS, itemsOf } from './chunks.js';
import { ALWAYS } from './known.js';
import { type Background, one } from './session.js';

export interface StagedColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'double';
}

/** Values of one column, for as many rows as the batch has. */
export type StagedValues = ArrayLike<string | number | null | undefined>;

interface TextColumn {
  readonly name: string;
  /** Place among the columns given. */
  readonly at: number;
  /** Some row has a value. */
  filled: boolean;
}

interface NumberColumn {
  readonly name: string;
  readonly type: 'integer' | 'double';
  readonly at: number;
  readonly absent: number;
  /** What all rows so far have in common, as long as they do. */
  constant: number | undefined;
}

/**
 * So many rows are handed over at once: one of DuckDB's row groups, since it takes half the time to append whole ones;
 * few enough to keep both sides busy.
 */
const ROWS_A_FLUSH = 122_880;
/** Keeps texts of one block apart. Not a letter of any text; one that has it is refused. */
const BETWEEN = '\u001f';

/**
 * Rows packed by column. When finished, `<name>_number` (a view) has the numbers and `<name>_text` the texts, both with
 * `ord`, which counts the rows from 0. Absent values come out as `''`, `ALWAYS` (integers) and NaN (doubles), so
 * that they join by plain equality.
 *
 * Two things make it fast. Handing DuckDB one string costs 0.3 to 0.4 µs, so the texts of a block cross over as one string
 * each column (0.06 µs a value) and are split there, on DuckDB's own thread, while this one packs the next. And a
 * column of numbers crosses over only from the first row on that differs from those before: most never do.
 */
export class Staging {
  readonly name: string;
  readonly #connection: DuckDBConnection;
  readonly #background: Background;
  readonly #texts: readonly TextColumn[];
  /** Columns of numbers that are the same in all rows so far. */
  #constants: NumberColumn[];
  /** The others, in the order of the table. */
  #varying: NumberColumn[] = [];
  #created = false;
  #numberChunks: DuckDBDataChunk[] = [];
  #textChunks: DuckDBDataChunk[] = [];
  #pendingRows = 0;
  #count = 0;

  constructor(background: Background, name: string, columns: readonly StagedColumn[]) {
    this.name = name;
    this.#background = background;
    this.#connection = background.connection;
    this.#texts = columns.flatMap((column, at) =>
      column.type === 'text' ? [{ name: column.name, at, filled: false }] : [],
    );
    this.#constants = columns.flatMap(({ name, type }, at) => {
      if (type === 'text') return [];
      return [{ name, type, at, absent: type === 'double' ? Number.NaN : ALWAYS, constant: undefined }];
    });
  }

  /** How many rows were added. */
  get count(): number {
    return this.#count;
  }

  /** Whether any row has a text in the column. */
  filled(name: string): boolean {
    return this.#texts.some((column) => column.name === name && column.filled);
  }

  /** What all rows have in common in a column of numbers; undefined where they differ. */
  constant(name: string): number | undefined {
    return this.#constants.find((column) => column.name === name)?.constant;
  }

  /** Takes rows by column, in the order of the columns; waits when DuckDB is behind. */
  async add(count: number, values: readonly StagedValues[]): Promise<void> {
    for (let from = 0; from < count; from += CHUNK_ROWS) {
      const to = Math.min(count, from + CHUNK_ROWS);
      const newlyVarying = this.#constants.filter((column) => !staysConstant(column, values[column.at]!, from, to));
      if (newlyVarying.length > 0) await this.#widen(newlyVarying);
      this.#pack(values, from, to);
      if (this.#pendingRows >= ROWS_A_FLUSH) await this.#flush();
    }
  }

  /** Waits until all rows are there. @throws DetourError `BAD_USER_INPUT` for a text with the control character U+001F. */
  async finish(): Promise<void> {
    const c = this.#connection;
    await this.#flush();
    await this.#background.done();
    // A text with the separator in it makes its block longer than it is, and the row numbers end before it does.
    if (this.#texts.length > 0 && (await one(c, `SELECT count(*) FROM ${this.name}_text WHERE ord IS NULL`)) > 0) {
      throw new DetourError('BAD_USER_INPUT', 'a text holds the control character `U+001F`: take it out and try again');
    }
    const constants = this.#constants.map(
      (column) => `, ${literal(column.constant ?? column.absent, column.type)} AS "${column.name}"`,
    );
    await c.run(
      `CREATE OR REPLACE TEMP VIEW ${this.name}_number AS SELECT *${constants.join('')} FROM ${this.name}_varying`,
    );
  }

  /** Makes a column cross over from here on; rows handed over before get what they had in common. */
  async #widen(columns: readonly NumberColumn[]): Promise<void> {
    if (this.#count > 0) await this.#flush();
    await this.#background.done();
    for (const column of columns) {
      if (!this.#created) continue;
      const before = literal(column.constant ?? column.absent, column.type);
      await this.#connection.run(
        `ALTER TABLE ${this.name}_varying ADD COLUMN "${column.name}" ${SQL_TYPES[column.type]} DEFAULT ${before}`,
      );
    }
    this.#constants = this.#constants.filter((column) => !columns.includes(column));
    this.#varying = [...this.#varying, ...columns];
  }

  #pack(values: readonly StagedValues[], from: number, to: number): void {
    const rows = to - from;
    const numbers = DuckDBDataChunk.create(
      [INTEGER, ...this.#varying.map(({ type }) => (type === 'double' ? DOUBLE : INTEGER))],
      rows,
    );
    const order = itemsOf(numbers, 0);
    for (let i = 0; i < rows; i++) order[i] = this.#count + i;
    numbers.getColumnVector(0).flush();
    this.#varying.forEach((column, k) => {
      const items = itemsOf(numbers, k + 1);
      const given = values[column.at]!;
      if (given instanceof Int32Array) items.set(given.subarray(from, to));
      else for (let i = 0; i < rows; i++) items[i] = (given[from + i] as number | undefined) ?? column.absent;
      numbers.getColumnVector(k + 1).flush();
    });
    this.#numberChunks.push(numbers);
    if (this.#texts.length > 0) this.#packTexts(values, from, to);
    this.#pendingRows += rows;
    this.#count += rows;
  }

  #packTexts(values: readonly StagedValues[], from: number, to: number): void {
    const texts = DuckDBDataChunk.create([INTEGER, INTEGER, ...this.#texts.map(() => VARCHAR)], 1);
    itemsOf(texts, 0)[0] = this.#count;
    itemsOf(texts, 1)[0] = this.#count + to - from;
    texts.getColumnVector(0).flush();
    texts.getColumnVector(1).flush();
    this.#texts.forEach((column, k) => {
      const given = values[column.at]!;
      const some = anyText(given, from, to);
      if (some) column.filled = true;
      const vector = texts.getColumnVector(k + 2);
      vector.setItem(0, some ? Array.prototype.slice.call(given, from, to).join(BETWEEN) : '');
      vector.flush();
    });
    this.#textChunks.push(texts);
  }

  /** Hands over what is packed. Splitting the texts goes on while the next rows are packed. */
  async #flush(): Promise<void> {
    const c = this.#connection;
    await this.#background.done();
    if (!this.#created) await this.#create();
    this.#pendingRows = 0;
    const numbers = this.#numberChunks.splice(0);
    const texts = this.#textChunks.splice(0);
    if (numbers.length > 0) await append(c, `${this.name}_varying`, numbers);
    if (texts.length === 0) return;
    await c.run(
      `CREATE OR REPLACE TEMP TABLE ${this.name}_block (first INTEGER, after INTEGER${declared(this.#texts)})`,
    );
    await append(c, `${this.name}_block`, texts);
    const split = this.#texts.map(({ name, filled }) =>
      filled ? `coalesce(unnest(string_split("${name}", chr(31))), '')` : "''",
    );
    this.#background.start(
      `INSERT INTO ${this.name}_text SELECT unnest(range(first, after))${split.map((sql) => `, ${sql}`).join('')} FROM ${this.name}_block`,
    );
  }

  async #create(): Promise<void> {
    this.#created = true;
    const numbers = this.#varying.map(({ name, type }) => `, "${name}" ${SQL_TYPES[type]}`);
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE ${this.name}_varying (ord INTEGER${numbers.join('')})`);
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE ${this.name}_text (ord INTEGER${declared(this.#texts)})`);
  }
}

const SQL_TYPES = { integer: 'INTEGER', double: 'DOUBLE' } as const;

function declared(columns: readonly TextColumn[]): string {
  return columns.map(({ name }) => `, "${name}" VARCHAR`).join('');
}

function literal(value: number, type: 'integer' | 'double'): string {
  return `'${Number.isNaN(value) ? 'NaN' : value}'::${SQL_TYPES[type]}`;
}

/** Whether all rows of a block have what the rows before have in common; the first block says what that is. */
function staysConstant(column: NumberColumn, values: StagedValues, from: number, to: number): boolean {
  column.constant ??= (values[from] as number | undefined) ?? column.absent;
  const { constant, absent } = column;
  if (values instanceof Int32Array) {
    for (let i = from; i < to; i++) if (values[i] !== constant) return false;
    return true;
  }
  for (let i = from; i < to; i++) {
    if (!Object.is((values[i] as number | undefined) ?? absent, constant)) return false;
  }
  return true;
}

/** Whether any text is there. */
function anyText(values: StagedValues, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (values[at] !== undefined && values[at] !== '' && values[at] !== null) return true;
  }
  return false;
}
