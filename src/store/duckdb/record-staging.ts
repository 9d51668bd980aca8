/** The records of one kind and import on their way in: packed, cleared of repeats, merged. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Provenance } from '../../model/provenance.js';
import { ALWAYS, mostTrusted } from './known.js';
import { type Duplicate, dropRepeats, type Merged, merge } from './merge.js';
import type { RecordKind } from './records.js';
import { Staging } from './staging.js';

/** Takes batches of records; when finished, `incoming_<table>` has them, each id once a data set. */
export class RecordStaging<T extends Provenance & { readonly id: string } = never> {
  readonly #connection: DuckDBConnection;
  readonly #kind: RecordKind<T>;
  readonly #staging: Staging;

  constructor(connection: DuckDBConnection, kind: RecordKind<T>) {
    this.#connection = connection;
    this.#kind = kind;
    this.#staging = new Staging(connection, `incoming_${kind.table}`, [
      ...['id', 'dataset', 'record'].map((name) => ({ name, type: 'text' }) as const),
      ...[...kind.content, ...kind.derived].map((column) => ({ name: column.name, type: stagedType(column.type) })),
      { name: 'known_from', type: 'integer' },
    ]);
  }

  get count(): number {
    return this.#staging.count;
  }

  add(records: readonly T[]): Promise<void> {
    const { content, derived } = this.#kind;
    return this.#staging.add(records.length, [
      records.map((record) => record.id),
      records.map((record) => record.dataset),
      records.map((record) => record.record),
      ...[...content, ...derived].map(({ type, of }) =>
        type === 'VARCHAR' ? records.map((record) => of(record) || undefined) : records.map(of),
      ),
      records.map((record) => record.retrievedOn ?? ALWAYS),
    ]);
  }

  /** Waits until all is in DuckDB, and takes out rows that repeat an id. */
  async finish(): Promise<{ readonly duplicates: Duplicate[]; readonly same: number }> {
    const c = this.#connection;
    if (this.count === 0) return { duplicates: [], same: 0 };
    await this.#staging.finish();
    const said = this.#kind.content.map((column) => column.name);
    return dropRepeats(c, this.#staging.name, said, { record: 'record', tables: [this.#staging.table] });
  }

  /** Questions for the parties these records name, (id, known_from). What describes a party does not name it. */
  namings(): string[] {
    if (this.count === 0) return [];
    return this.#kind.parties.map(
      (name) => `SELECT "${name}" AS id, known_from FROM ${this.#staging.name} WHERE "${name}" IS NOT NULL`,
    );
  }

  /** A question for the data sets of these records, (name, retrieved_on). */
  datasets(): string {
    return `SELECT dataset AS name, max(known_from) AS retrieved_on FROM ${this.#staging.name} GROUP BY dataset`;
  }

  async take(): Promise<Merged> {
    if (this.count === 0) return { added: 0, replaced: 0, unchanged: 0, contested: false };
    const { table, content, derived } = this.#kind;
    const names = [...content, ...derived].map((column) => column.name);
    return merge(this.#connection, {
      table,
      incoming: this.#staging.name,
      identity: 'id',
      content: content.map((column) => column.name),
      columns: ['id', 'dataset', 'record', ...names, 'known_from'],
      mostTrusted: mostTrusted(table),
      writtenBy: 'id, dataset',
    });
  }
}

function stagedType(type: 'VARCHAR' | 'INTEGER' | 'DOUBLE'): 'text' | 'integer' | 'double' {
  return type === 'VARCHAR' ? 'text' : type === 'INTEGER' ? 'integer' : 'double';
}
