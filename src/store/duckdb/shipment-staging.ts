/** The shipments of one import on their way in: packed by column into a temporary table. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Day, PartialDate } from '../../model/day.js';
import type { Column, ShipmentBatch } from '../port.js';
import { valueAt, valuesOf } from '../records.js';
import { ColumnNumbers } from './column-numbers.js';
import { ALWAYS } from './known.js';
import { type Duplicate, dropRepeats } from './merge.js';
import { one, rows } from './session.js';
import { RECORD_IS_ID } from './shipments.js';
import { type StagedColumn, type StagedValues, Staging } from './staging.js';
import { Statements } from './statements.js';
import { NO_WORD, Words } from './words.js';

/** Fields that a projection knows by the code of what they say together, by the table that lists what was said. */
export const DICTIONARIES = {
  paper: ['product', 'eccn', 'hs', 'description'],
  places: ['from_country', 'to_country'],
  terms: ['act', 'exception', 'certifications', 'currency', 'paid_by', 'licence'],
} as const;
export const PARTY_COLUMNS = ['shipper', 'consignee', 'end_user', 'forwarder'] as const;

const TEXTS = ['id', 'document', 'record'];
const INTEGERS = [
  ...PARTY_COLUMNS,
  ...[
    'departs_earliest',
    'departs_latest',
    'arrives_earliest',
    'arrives_latest',
    'departs_text',
    'arrives_text',
    'flags',
  ],
  ...Object.keys(DICTIONARIES),
  ...['via', 'dataset', 'record_file', 'record_line', 'known_from'],
];
const DOUBLES = ['units', 'value', 'weight_kg'];
const STAGED: readonly StagedColumn[] = [
  ...TEXTS.map((name) => ({ name, type: 'text' }) as const),
  ...INTEGERS.map((name) => ({ name, type: 'integer' }) as const),
  ...DOUBLES.map((name) => ({ name, type: 'double' }) as const),
];
const NOT_CONTENT = ['id', 'dataset', 'record', 'record_file', 'record_line', 'known_from'];
const CONTENT = STAGED.map((column) => column.name).filter((name) => !NOT_CONTENT.includes(name));

/** `file:12` is kept as the file's code and a number, since there are as many as shipments. */
const LONGEST_LINE_NUMBER = 9;
const ZERO = 48;

/**
 * Takes batches of shipments; when finished, `incoming_shipment` has them all, each id once a data set. Parties and
 * statements are codes of this import there, listed in `said_party` and `said_<dictionary>`.
 */
export class ShipmentStaging {
  readonly #connection: DuckDBConnection;
  readonly #staging: Staging;
  readonly #parties = new Words();
  /** Data sets, files, transit lists and dates as stated: codes of the store itself, since there are few. */
  readonly #texts = new Words();
  #textsBefore = 0;
  readonly #earliest = new ColumnNumbers<PartialDate | undefined>((date) => date?.earliest ?? ALWAYS);
  readonly #latest = new ColumnNumbers<PartialDate | undefined>((date) => date?.latest ?? ALWAYS);
  readonly #dateTexts = new ColumnNumbers<PartialDate | undefined>((date) =>
    date === undefined || isPlain(date) ? NO_WORD : this.#texts.code(date.text),
  );
  readonly #knownFrom = new ColumnNumbers<Day | undefined>((day) => day ?? ALWAYS);
  readonly #statements = {
    paper: new Statements(DICTIONARIES.paper),
    places: new Statements(DICTIONARIES.places),
    terms: new Statements(DICTIONARIES.terms),
  };
  #somebodyPays = false;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
    this.#staging = new Staging(connection, 'incoming_shipment', STAGED);
  }

  get count(): number {
    return this.#staging.count;
  }

  /** What all shipments have in common in a column; undefined where they differ. */
  constant(column: string): number | null | undefined {
    return this.#staging.constant(column);
  }

  /** Learns the texts the store has codes for. */
  async begin(): Promise<void> {
    const known = await rows(this.#connection, 'SELECT text FROM text ORDER BY code');
    for (const row of known) this.#texts.code(row.text as string);
    this.#textsBefore = this.#texts.size;
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
    if (this.count === 0) return { duplicates: [], same: 0 };
    await this.#parties.write(this.#connection, 'said_party');
    await this.#texts.write(this.#connection, 'said_text', this.#textsBefore);
    for (const [name, statements] of Object.entries(this.#statements))
      await statements.write(this.#connection, `said_${name}`);
    await c.run(`INSERT INTO text SELECT ${this.#textsBefore} + ord, text FROM said_text`);
    // One sort by id serves three ends: equal ids lie side by side, keys go by the order of ids, ids are written sorted.
    await c.run(`CREATE OR REPLACE TEMP TABLE shipment_by_id AS SELECT ord, id, (row_number() OVER () - 1)::INTEGER AS place
      FROM (SELECT ord, id FROM incoming_shipment ORDER BY id, ord)`);
    if ((await one(c, REPEATED_IDS)) === 0) return { duplicates: [], same: 0 };
    return dropRepeats(c, 'incoming_shipment', CONTENT, {
      record: STATED_RECORD,
      tables: [this.#staging.table, 'shipment_by_id'],
    });
  }

  /** Questions for the parties these shipments name, (id, known_from) with the first day on which that was known. */
  namings(): string[] {
    if (this.count === 0) return [];
    const first = (name: string) =>
      `SELECT ${name} AS ord, min(known_from) AS known_from FROM incoming_shipment WHERE ${name} >= 0 GROUP BY 1`;
    const named = `SELECT p.text AS id, n.known_from FROM said_party p
      JOIN (${PARTY_COLUMNS.map(first).join(' UNION ALL ')}) n USING (ord)`;
    const payers = `SELECT substr(t.paid_by, 4), min(s.known_from) FROM incoming_shipment s
      JOIN said_terms t ON t.ord = s.terms WHERE t.paid_by LIKE 'id:_%' GROUP BY 1`;
    return this.#somebodyPays ? [named, payers] : [named];
  }

  /** A question for the data sets of these shipments, (name, retrieved_on). */
  datasets(): string {
    return `SELECT t.text AS name, s.retrieved_on FROM
      (SELECT dataset, max(known_from) AS retrieved_on FROM incoming_shipment GROUP BY 1) s JOIN text t ON t.code = s.dataset`;
  }

  #columnsOf(batch: ShipmentBatch): Readonly<Record<string, StagedValues>> {
    const { length } = batch;
    const { paper, places, terms } = this.#statements;
    const { paidBy, departsAssumed, arrivesAssumed } = batch;
    const flags = new Int32Array(length);
    for (let i = 0; i < length; i++)
      flags[i] = (valueAt(departsAssumed, i) ? 1 : 0) | (valueAt(arrivesAssumed, i) ? 2 : 0);
    this.#somebodyPays ||= ('codes' in paidBy ? paidBy.values : paidBy).some((payer) => payer?.startsWith('id:'));
    return {
      ...this.#records(batch),
      ...this.#days('departs', batch.departs, length),
      ...this.#days('arrives', batch.arrives, length),
      id: batch.id,
      document: valuesOf(batch.document).map((text) => text || undefined),
      shipper: this.#parties.codes(batch.shipper, length),
      consignee: this.#parties.codes(batch.consignee, length),
      end_user: this.#parties.codes(batch.endUser, length),
      forwarder: this.#parties.codes(batch.forwarder, length),
      paper: paper.codes([batch.product, batch.eccn, batch.hs, batch.description], length),
      places: places.codes([batch.fromCountry, batch.toCountry], length),
      terms: terms.codes(
        [batch.act, batch.exception, batch.certifications, batch.currency, batch.paidBy, batch.licence],
        length,
      ),
      dataset: this.#texts.codes(batch.dataset, length),
      via: this.#texts.codes(batch.via, length),
      flags,
      known_from: this.#knownFrom.of(batch.retrievedOn, length),
      units: valuesOf(batch.units),
      value: valuesOf(batch.value),
      weight_kg: valuesOf(batch.weightKg),
    };
  }

  /** Days as numbers, and the code of what was stated where that is not simply the day itself. */
  #days(name: string, dates: Column<PartialDate>, length: number): Readonly<Record<string, Int32Array>> {
    return {
      [`${name}_earliest`]: this.#earliest.of(dates, length),
      [`${name}_latest`]: this.#latest.of(dates, length),
      [`${name}_text`]: this.#dateTexts.of(dates, length),
    };
  }

  #records({ length, record, id }: ShipmentBatch): Readonly<Record<string, StagedValues>> {
    const texts: (string | undefined)[] = new Array(length).fill(undefined);
    const files = new Int32Array(length).fill(NO_WORD);
    const lines = new Int32Array(length).fill(RECORD_IS_ID);
    const stated = record === id ? [] : valuesOf(record);
    let file: string | undefined;
    let fileCode = NO_WORD;
    for (let i = 0; i < stated.length; i++) {
      const text = stated[i] ?? '';
      if (text === id[i]) continue;
      const colon = text.lastIndexOf(':');
      const line = lineNumber(text, colon + 1);
      lines[i] = line;
      if (line < 0) {
        texts[i] = text || undefined;
        continue;
      }
      if (file === undefined || colon !== file.length || !text.startsWith(file)) {
        file = text.slice(0, colon);
        fileCode = this.#texts.code(file);
      }
      files[i] = fileCode;
    }
    return { record: texts, record_file: files, record_line: lines };
  }
}

/** Whether the text is the day itself. */
function isPlain({ text, earliest, latest }: PartialDate): boolean {
  return earliest === latest && text.length === 'YYYY-MM-DD'.length;
}

/** How many ids come more than once, be it from two data sets. */
export const REPEATED_IDS =
  'SELECT count(*) FROM (SELECT id = lag(id) OVER () AS again FROM shipment_by_id) WHERE again';

/** What a staged row said its record is. */
const STATED_RECORD = `CASE WHEN record_file >= 0
  THEN (SELECT text FROM text WHERE code = record_file) || ':' || record_line
  WHEN record_line = ${RECORD_IS_ID} THEN id ELSE record END`;

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
