/** The fast way into DuckDB: columns of values, packed, into a temporary table. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { DetourError } from '../../model/errors.js';
import { ALWAYS } from './known.js';
import { one } from './session.js';

export interface StagedColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'double';
}

/** Values of one column, for as many rows as the batch has. */
export type StagedValues = ArrayLike<string | number | boolean | null | undefined>;

/** A column of fixed width. */
export type FixedWidth = Int32Array | Float64Array | Uint8Array;

interface Block {
  readonly count: number;
  readonly numbers: DuckDBDataChunk;
  readonly texts: DuckDBDataChunk;
}

/** A data chunk holds no more rows. */
const BLOCK_ROWS = 2048;
/** So many rows are unpacked by one statement: enough to make its fixed cost small, few enough to stay in cache. */
const ROWS_A_FLUSH = 65_536;
/** Keeps texts of one block apart. Not a letter of any text; one that has it is refused. */
const BETWEEN = '\u001f';

/**
 * A temporary table filled by columns. Absent values come out as `''`, `ALWAYS` (integers) and NaN (doubles), so
 * that they join by plain equality; `ord` numbers the rows from 0.
 *
 * Handing DuckDB one string costs 0.3–0.4 µs, so the texts of a block cross over as one string each column (0.06 µs a
 * value) and are split there, on DuckDB's own thread, while this one packs the next block.
 */
export class Staging {
  readonly table: string;
  readonly #connection: DuckDBConnection;
  readonly #columns: readonly StagedColumn[];
  readonly #numbers: readonly number[];
  readonly #texts: readonly number[];
  readonly #filled: boolean[];
  #pending: Block[] = [];
  #pendingRows = 0;
  #unpacking: Promise<void> = Promise.resolve();
  #failed: unknown;
  #count = 0;

  constructor(connection: DuckDBConnection, table: string, columns: readonly StagedColumn[]) {
    this.#connection = connection;
    this.table = table;
    this.#columns = columns;
    this.#numbers = indexes(columns, (column) => column.type !== 'text');
    this.#texts = indexes(columns, (column) => column.type === 'text');
    this.#filled = columns.map(() => false);
  }

  /** How many rows were added. */
  get count(): number {
    return this.#count;
  }

  /** Whether any row has a value in the column. */
  filled(name: string): boolean {
    return this.#filled[this.#columns.findIndex((column) => column.name === name)] === true;
  }

  async create(): Promise<void> {
    const declared = this.#columns.map((column) => `"${column.name}" ${sqlType(column)}`);
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE ${this.table} (ord INTEGER, ${declared.join(', ')})`);
  }

  /** Takes rows by column, in the order of the columns; waits when DuckDB is behind. */
  async add(count: number, values: readonly StagedValues[]): Promise<void> {
    for (let from = 0; from < count; from += BLOCK_ROWS) {
      this.#pack(values, from, Math.min(count, from + BLOCK_ROWS));
      if (this.#pendingRows >= ROWS_A_FLUSH) await this.#unpackPending();
    }
  }

  /** Waits until all rows are in the table. @throws DetourError `BAD_USER_INPUT` for a text with a control character. */
  async finish(): Promise<void> {
    await this.#unpackPending();
    await this.#unpacking;
    if (this.#failed !== undefined) throw this.#failed;
    // A text with the separator in it makes its block longer than the block's numbers.
    if ((await one(this.#connection, `SELECT count(*) FROM ${this.table} WHERE ord IS NULL`)) > 0) {
      throw new DetourError('BAD_USER_INPUT', 'a text holds the control character `U+001F`: take it out and try again');
    }
  }

  /** Lets go of the table. */
  async drop(): Promise<void> {
    await this.#unpacking.catch(() => undefined);
    for (const table of [this.table, `${this.table}_numbers`, `${this.table}_texts`]) {
      await this.#connection.run(`DROP TABLE IF EXISTS temp.${table}`);
    }
  }

  #pack(values: readonly StagedValues[], from: number, to: number): void {
    const count = to - from;
    const numbers = DuckDBDataChunk.create(
      [INTEGER, ...this.#numbers.map((at) => numberType(this.#columns[at]!))],
      count,
    );
    const order = itemsOf(numbers, 0);
    for (let i = 0; i < count; i++) order[i] = this.#count + i;
    numbers.getColumnVector(0).flush();
    this.#numbers.forEach((at, k) => {
      const absent = this.#columns[at]?.type === 'double' ? Number.NaN : ALWAYS;
      if (packNumbers(itemsOf(numbers, k + 1), values[at]!, from, absent)) this.#filled[at] = true;
      numbers.getColumnVector(k + 1).flush();
    });
    const texts = DuckDBDataChunk.create(this.#texts.length === 0 ? [VARCHAR] : this.#texts.map(() => VARCHAR), 1);
    this.#texts.forEach((at, k) => {
      const some = anyText(values[at]!, from, to);
      if (some) this.#filled[at] = true;
      // The first column is written out even when empty: it gives the block its length.
      const packed = some || k === 0 ? Array.prototype.slice.call(values[at]!, from, to).join(BETWEEN) : '';
      const vector = texts.getColumnVector(k);
      vector.setItem(0, packed);
      vector.flush();
    });
    this.#pending.push({ count, numbers, texts });
    this.#pendingRows += count;
    this.#count += count;
  }

  async #unpackPending(): Promise<void> {
    await this.#unpacking;
    if (this.#failed !== undefined) throw this.#failed;
    const blocks = this.#pending;
    this.#pending = [];
    this.#pendingRows = 0;
    if (blocks.length === 0) return;
    // Not awaited: the next block is packed meanwhile. The fault is kept for whoever comes next.
    this.#unpacking = this.#unpack(blocks).catch((error: unknown) => {
      this.#failed = error;
    });
  }

  async #unpack(blocks: readonly Block[]): Promise<void> {
    const c = this.#connection;
    const numbers = `${this.table}_numbers`;
    const texts = `${this.table}_texts`;
    const numberColumns = this.#numbers.map((at) => this.#columns[at]!);
    const textColumns = this.#texts.map((at) => this.#columns[at]!);
    await c.run(
      `CREATE OR REPLACE TEMP TABLE ${numbers} (ord INTEGER${numberColumns.map((column) => `, "${column.name}" ${sqlType(column)}`).join('')})`,
    );
    await append(
      c,
      numbers,
      blocks.map((block) => block.numbers),
    );
    if (textColumns.length === 0) {
      await c.run(`INSERT INTO ${this.table} BY NAME SELECT * FROM ${numbers}`);
      return;
    }
    await c.run(
      `CREATE OR REPLACE TEMP TABLE ${texts} (${textColumns.map((column) => `"${column.name}" VARCHAR`).join(', ')})`,
    );
    await append(
      c,
      texts,
      blocks.map((block) => block.texts),
    );
    const filled = textColumns.filter((column, k) => k === 0 || this.filled(column.name));
    const empty = textColumns.filter((column, k) => k > 0 && !this.filled(column.name));
    const split = filled.map((column) => `unnest(string_split("${column.name}", chr(31))) AS "${column.name}"`);
    const taken = filled.map((column) => `coalesce(t."${column.name}", '') AS "${column.name}"`);
    await c.run(
      `INSERT INTO ${this.table} BY NAME
       SELECT n.*${[...taken, ...empty.map((column) => `'' AS "${column.name}"`)].map((sql) => `, ${sql}`).join('')}
       FROM ${numbers} n POSITIONAL JOIN (SELECT ${split.join(', ')} FROM ${texts}) t`,
    );
  }
}

/** Whether any value is there; writes them all. */
function packNumbers(into: FixedWidth, values: StagedValues, from: number, absent: number): boolean {
  let some = false;
  for (let i = 0; i < into.length; i++) {
    const value = values[from + i];
    if (value === undefined || value === null) into[i] = absent;
    else {
      into[i] = value as number;
      some = true;
    }
  }
  return some;
}

/** Whether any text is there. */
function anyText(values: StagedValues, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (values[at] !== undefined && values[at] !== '' && values[at] !== null) return true;
  }
  return false;
}

/**
 * The typed array of a fixed-width column. It is private in the driver's declarations; value-by-value access
 * through its public face is an order of magnitude slower.
 */
export function itemsOf(chunk: DuckDBDataChunk, column: number): FixedWidth {
  const items: unknown = Reflect.get(chunk.getColumnVector(column), 'items');
  if (!ArrayBuffer.isView(items)) throw new Error(`column ${column} of a chunk is not of fixed width`);
  return items as FixedWidth;
}

async function append(connection: DuckDBConnection, table: string, chunks: readonly DuckDBDataChunk[]): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const chunk of chunks) appender.appendDataChunk(chunk);
  appender.closeSync();
}

function indexes(columns: readonly StagedColumn[], wanted: (column: StagedColumn) => boolean): number[] {
  return columns.flatMap((column, at) => (wanted(column) ? [at] : []));
}

function sqlType(column: StagedColumn): string {
  return column.type === 'text' ? 'VARCHAR' : column.type === 'integer' ? 'INTEGER' : 'DOUBLE';
}

function numberType(column: StagedColumn) {
  return column.type === 'double' ? DOUBLE : INTEGER;
}
