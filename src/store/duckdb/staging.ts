/** The fast way into DuckDB: columns of values, packed, into temporary tables. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { append, CHUNK_ROWS, itemsOf } from './chunks.js';
import { TextWriter } from './texts.js';

export interface StagedColumn {
  readonly name: string;
  readonly type: keyof typeof TYPES;
}

/** Values of one column, for as many rows as the batch has. */
export type StagedValues = ArrayLike<string | number | null | undefined>;

interface Column extends StagedColumn {
  /** Place among the columns given. */
  readonly at: number;
  /** What all rows so far have in common, as long as they do; undefined before the first row. Texts have nothing but absence in common. */
  constant: number | null | undefined;
}

/**
 * So many rows are handed over at once: one of DuckDB's row groups, since it takes half the time to append whole ones.
 */
const ROWS_A_FLUSH = 122_880;

/**
 * Rows packed by column. When finished, the view `<name>` has them with `ord`, which counts the rows from 0; absent
 * values are NULL. A column crosses over only from the first row on that differs from those before: most never do.
 */
export class Staging {
  readonly name: string;
  readonly #connection: DuckDBConnection;
  readonly #texts = new TextWriter();
  /** Columns that are the same in all rows so far. */
  #constants: Column[];
  /** The others, in the order of the table. */
  #varying: Column[] = [];
  #created = false;
  #chunks: DuckDBDataChunk[] = [];
  #pendingRows = 0;
  #count = 0;

  constructor(connection: DuckDBConnection, name: string, columns: readonly StagedColumn[]) {
    this.name = name;
    this.#connection = connection;
    this.#constants = columns.map((column, at) => ({
      ...column,
      at,
      constant: column.type === 'text' ? null : undefined,
    }));
  }

  /** How many rows were added. */
  get count(): number {
    return this.#count;
  }

  /** The table in which the rows lie, for taking some out. */
  get table(): string {
    return `${this.name}_varying`;
  }

  /** What all rows have in common in a column; undefined where they differ. */
  constant(name: string): number | null | undefined {
    const column = this.#constants.find((one) => one.name === name);
    return column === undefined ? undefined : (column.constant ?? null);
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

  /** Waits until all rows are there. */
  async finish(): Promise<void> {
    await this.#flush();
    const constants = this.#constants.map((column) => `, ${literal(column)} AS "${column.name}"`);
    await this.#connection.run(
      `CREATE OR REPLACE TEMP VIEW ${this.name} AS SELECT *${constants.join('')} FROM ${this.table}`,
    );
  }

  /** Makes columns cross over from here on; rows handed over before get what they had in common. */
  async #widen(columns: readonly Column[]): Promise<void> {
    if (this.#count > 0) await this.#flush();
    for (const column of columns) {
      if (!this.#created) continue;
      await this.#connection.run(
        `ALTER TABLE ${this.table} ADD COLUMN "${column.name}" ${TYPES[column.type].sql} DEFAULT ${literal(column)}`,
      );
    }
    this.#constants = this.#constants.filter((column) => !columns.includes(column));
    this.#varying = [...this.#varying, ...columns];
  }

  #pack(values: readonly StagedValues[], from: number, to: number): void {
    const chunk = DuckDBDataChunk.create([INTEGER, ...this.#varying.map(({ type }) => TYPES[type].type)], to - from);
    const order = itemsOf(chunk, 0);
    for (let row = 0; row < order.length; row++) order[row] = this.#count + row;
    chunk.getColumnVector(0).flush();
    this.#varying.forEach((column, k) => {
      const given = values[column.at]!;
      if (column.type === 'text') this.#texts.fill(chunk, k + 1, given as ArrayLike<string | undefined>, from);
      else fillNumbers(chunk, k + 1, given as ArrayLike<number | undefined>, from);
    });
    this.#chunks.push(chunk);
    this.#pendingRows += to - from;
    this.#count += to - from;
  }

  async #flush(): Promise<void> {
    if (!this.#created) await this.#create();
    this.#pendingRows = 0;
    const chunks = this.#chunks.splice(0);
    if (chunks.length > 0) await append(this.#connection, this.table, chunks);
  }

  async #create(): Promise<void> {
    this.#created = true;
    const columns = this.#varying.map(({ name, type }) => `, "${name}" ${TYPES[type].sql}`);
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE ${this.table} (ord INTEGER${columns.join('')})`);
  }
}

const TYPES = {
  text: { sql: 'VARCHAR', type: VARCHAR },
  integer: { sql: 'INTEGER', type: INTEGER },
  double: { sql: 'DOUBLE', type: DOUBLE },
} as const;

function literal({ constant, type }: Column): string {
  return constant === undefined || constant === null ? `NULL::${TYPES[type].sql}` : `'${constant}'::${TYPES[type].sql}`;
}

function fillNumbers(
  chunk: DuckDBDataChunk,
  column: number,
  given: ArrayLike<number | null | undefined>,
  from: number,
): void {
  const vector = chunk.getColumnVector(column);
  const items = itemsOf(chunk, column);
  if (given instanceof Int32Array) {
    items.set(given.subarray(from, from + items.length));
  } else {
    for (let row = 0; row < items.length; row++) {
      const value = given[from + row];
      if (value === undefined || value === null) vector.setItem(row, null);
      else items[row] = value;
    }
  }
  vector.flush();
}

/** Whether all rows of a block have what the rows before have in common; the first block says what that is. */
function staysConstant(column: Column, values: StagedValues, from: number, to: number): boolean {
  if (column.type === 'text') {
    for (let row = from; row < to; row++) {
      if (values[row] !== undefined && values[row] !== null) return false;
    }
    return true;
  }
  if (column.constant === undefined) column.constant = (values[from] as number | null | undefined) ?? null;
  const { constant } = column;
  if (values instanceof Int32Array) {
    for (let row = from; row < to; row++) if (values[row] !== constant) return false;
    return true;
  }
  for (let row = from; row < to; row++) if ((values[row] ?? null) !== constant) return false;
  return true;
}
