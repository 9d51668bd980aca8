/** The shipments of one import on their way in: packed by column into a temporary table. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PartialDate } from '../../model/day.js';
import type { ShipmentBatch } from '../port.js';
import { type Duplicate, dropRepeats } from './merge.js';
import { listText } from './records.js';
import { one } from './session.js';
import { type StagedColumn, type StagedValues, Staging } from './staging.js';
import { NO_WORD, Words } from './words.js';

/** Fields that a projection knows by the code of what they say together, by the table that lists what was said. */
export const DICTIONARIES = {
  paper: ['product', 'eccn', 'hs', 'description'],
  places: ['from_country', 'to_country'],
  terms: ['act', 'exception', 'certifications', 'currency', 'paid_by', 'licence'],
  document: ['document'],
} as const;

/** Fields of few different values, staged as codes into `shipment_word` (the dictionaries' fields). */
export const WORD_COLUMNS: readonly string[] = [
  ...DICTIONARIES.paper.slice(0, 3),
  ...DICTIONARIES.places,
  ...DICTIONARIES.terms,
];
/** Fields of few different values, staged as codes into `shipment_text`. */
export const TEXT_COLUMNS: readonly string[] = ['dataset', 'record_file', 'via', 'departs_text', 'arrives_text'];
/** Fields of many different values, staged as they are. */
const PLAIN_COLUMNS = ['id', 'shipper', 'consignee', 'end_user', 'forwarder', 'document', 'description', 'record'];
const DAY_COLUMNS = ['departs_earliest', 'departs_latest', 'arrives_earliest', 'arrives_latest'];
const PARTY_COLUMNS = ['shipper', 'consignee', 'end_user', 'forwarder'] as const;

const STAGED: readonly StagedColumn[] = [
  ...PLAIN_COLUMNS.map((name) => ({ name, type: 'text' }) as const),
  ...[...WORD_COLUMNS, ...TEXT_COLUMNS, ...DAY_COLUMNS, 'flags', 'record_line', 'known_from'].map(
    (name) => ({ name, type: 'integer' }) as const,
  ),
  ...['units', 'value', 'weight_kg'].map((name) => ({ name, type: 'double' }) as const),
];
const NOT_CONTENT = ['id', 'dataset', 'record', 'record_file', 'record_line', 'known_from'];
const CONTENT = STAGED.map((column) => column.name).filter((name) => !NOT_CONTENT.includes(name));

/** `file:12` is kept as the file's code and a number, since there are as many as shipments. */
const LONGEST_LINE_NUMBER = 9;
const ZERO = 48;

/** Takes batches of shipments; when finished, `incoming_shipment` has them all, each id once a data set. */
export class ShipmentStaging {
  readonly #connection: DuckDBConnection;
  readonly #staging: Staging;
  readonly #words = new Words();
  readonly #texts = new Words();

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
    this.#staging = new Staging(connection, 'incoming_shipment', STAGED);
  }

  get count(): number {
    return this.#staging.count;
  }

  /** Whether any shipment has a value in the column. */
  filled(column: string): boolean {
    return this.#staging.filled(column);
  }

  create(): Promise<void> {
    return this.#staging.create();
  }

  async add(batch: ShipmentBatch): Promise<void> {
    const values = this.#columnsOf(batch);
    await this.#staging.add(
      batch.length,
      STAGED.map((column) => values[column.name] as StagedValues),
    );
  }

  /** Waits until all is in DuckDB, and takes out rows that repeat an id. */
  async finish(): Promise<{ readonly duplicates: Duplicate[]; readonly same: number }> {
    const c = this.#connection;
    await this.#staging.finish();
    await this.#words.write(c, 'shipment_word');
    await this.#texts.write(c, 'shipment_text');
    // One sort by id serves three ends: equal ids lie side by side, keys go by the order of ids, ids are written sorted.
    await c.run(
      'CREATE OR REPLACE TEMP TABLE shipment_by_id AS SELECT id, ord FROM incoming_shipment ORDER BY id, ord',
    );
    const repeats = 'SELECT count(*) FROM (SELECT id = lag(id) OVER () AS again FROM shipment_by_id) WHERE again';
    if ((await one(c, repeats)) === 0) return { duplicates: [], same: 0 };
    const dropped = await dropRepeats(c, 'incoming_shipment', 'dataset', CONTENT, STATED_RECORD);
    await c.run('DELETE FROM shipment_by_id WHERE ord NOT IN (SELECT ord FROM incoming_shipment)');
    return dropped;
  }

  /** Questions for the parties these shipments name, (id, known_from) with the first day on which that was known. */
  namings(): string[] {
    const named = PARTY_COLUMNS.filter((name) => this.filled(name)).map(
      (name) =>
        `SELECT ${name} AS id, min(known_from) AS known_from FROM incoming_shipment WHERE ${name} <> '' GROUP BY 1`,
    );
    const payers = `SELECT substr(w.text, 4), min(s.known_from) FROM incoming_shipment s
      JOIN shipment_word w ON w.ord = s.paid_by WHERE w.text LIKE 'id:_%' GROUP BY 1`;
    return this.count === 0 ? [] : [...named, payers];
  }

  /** A question for the data sets of these shipments, (name, retrieved_on). */
  datasets(): string {
    return `SELECT t.text AS name, max(s.known_from) AS retrieved_on
      FROM incoming_shipment s JOIN shipment_text t ON t.ord = s.dataset GROUP BY 1`;
  }

  #columnsOf(batch: ShipmentBatch): Readonly<Record<string, StagedValues>> {
    const { length } = batch;
    const word = (values: readonly (string | undefined)[]) => this.#words.codes(values, new Int32Array(length));
    const text = (values: readonly (string | undefined)[]) => this.#texts.codes(values, new Int32Array(length));
    const flags = new Int32Array(length);
    for (let i = 0; i < length; i++) flags[i] = (batch.departsAssumed[i] ? 1 : 0) | (batch.arrivesAssumed[i] ? 2 : 0);
    return {
      ...this.#records(batch.record, length),
      ...this.#days('departs', batch.departs, length),
      ...this.#days('arrives', batch.arrives, length),
      id: batch.id,
      shipper: batch.shipper,
      consignee: batch.consignee,
      end_user: batch.endUser,
      forwarder: batch.forwarder,
      document: batch.document,
      description: batch.description,
      product: word(batch.product),
      eccn: word(batch.eccn),
      hs: word(batch.hs),
      from_country: word(batch.fromCountry),
      to_country: word(batch.toCountry),
      act: word(batch.act),
      exception: word(batch.exception),
      certifications: word(batch.certifications.map(listText)),
      currency: word(batch.currency),
      paid_by: word(batch.paidBy),
      licence: word(batch.licence),
      dataset: text(batch.dataset),
      via: text(batch.via.map(listText)),
      flags,
      known_from: batch.retrievedOn,
      units: batch.units,
      value: batch.value,
      weight_kg: batch.weightKg,
    };
  }

  /** Days as numbers, and the code of what was stated where that is not simply the day itself. */
  #days(name: string, dates: readonly PartialDate[], length: number): Readonly<Record<string, Int32Array>> {
    const earliest = new Int32Array(length);
    const latest = new Int32Array(length);
    const texts = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const date = dates[i] as PartialDate;
      earliest[i] = date.earliest;
      latest[i] = date.latest;
      const plain = date.earliest === date.latest && date.text.length === 'YYYY-MM-DD'.length;
      texts[i] = plain ? NO_WORD : this.#texts.code(date.text);
    }
    return { [`${name}_earliest`]: earliest, [`${name}_latest`]: latest, [`${name}_text`]: texts };
  }

  #records(stated: readonly string[], length: number): Readonly<Record<string, StagedValues>> {
    const texts: string[] = new Array(length);
    const files = new Int32Array(length);
    const lines = new Int32Array(length);
    let file = '';
    let fileCode = NO_WORD;
    for (let i = 0; i < length; i++) {
      const text = stated[i] ?? '';
      const colon = text.lastIndexOf(':');
      const line = lineNumber(text, colon + 1);
      texts[i] = line < 0 ? text : '';
      lines[i] = line;
      if (line < 0) {
        files[i] = NO_WORD;
        continue;
      }
      if (fileCode === NO_WORD || colon !== file.length || !text.startsWith(file)) {
        file = text.slice(0, colon);
        fileCode = this.#texts.code(file);
      }
      files[i] = fileCode;
    }
    return { record: texts, record_file: files, record_line: lines };
  }
}

/** What a staged row said its record is. */
const STATED_RECORD = `CASE WHEN record_file >= 0
  THEN (SELECT text FROM shipment_text WHERE ord = record_file) || ':' || record_line ELSE record END`;

/** The number that the rest of a text is, written as numbers are; -1 if it is none. */
function lineNumber(text: string, from: number): number {
  const digits = text.length - from;
  if (from === 0 || digits === 0 || digits > LONGEST_LINE_NUMBER) return -1;
  if (digits > 1 && text.charCodeAt(from) === ZERO) return -1;
  let value = 0;
  for (let i = from; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
