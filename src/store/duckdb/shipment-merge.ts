/** Incoming shipments into the tables: texts resolved to keys and codes, written in the order projections read. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { STILL } from './known.js';
import { type Merged, merge } from './merge.js';
import { one } from './session.js';
import { DICTIONARIES, PARTY_COLUMNS, REPEATED_IDS, type ShipmentStaging } from './shipment-staging.js';

/** The order in which projections read (ties by id are settled by the reader). */
export const READING_ORDER = 'shipper, departs_earliest, departs_latest, key';

const DAYS = ['departs_earliest', 'departs_latest', 'arrives_earliest', 'arrives_latest'];
const AMOUNTS = ['units', 'value', 'weight_kg'];
/** Columns of codes that need no looking up, or of numbers that are never negative. */
const CODES = ['departs_text', 'arrives_text', 'via', 'record_file', 'record_line'];
const CONTENT = [
  ...[...PARTY_COLUMNS, ...DAYS, 'departs_text', 'arrives_text', 'flags'],
  ...[...Object.keys(DICTIONARIES), 'document', 'via', ...AMOUNTS],
];
const COLUMNS = ['key', ...CONTENT, 'dataset', 'record', 'record_file', 'record_line', 'known_from'];

/** Up to so many rows are put in order after every import; more only when at least a quarter is new. */
const ROWS_ALWAYS_SORTED = 1_000_000;

/**
 * Writes the staged shipments. Each party they name must have its key.
 */
export async function takeShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  if (staging.count === 0) return { added: 0, replaced: 0, unchanged: 0, contested: false };
  const met = await giveKeys(c);
  await extendDictionaries(c, staging);
  const before = await one(c, 'SELECT count(*) FROM shipment');
  const merged = met ? await mergeShipments(c, staging) : await insertShipments(c, staging);
  const after = await one(c, 'SELECT count(*) FROM shipment');
  if ((met || before > 0) && after > before) await keepSorted(c, after - before, after);
  if (merged.contested) await c.run('UPDATE store_state SET shipments_contested = true');
  return merged;
}

/**
 * Gives each new id a key, in the order of ids: `keyed_shipment` has the key of each row.
 *
 * @returns whether any id was known before or comes from two data sets.
 */
async function giveKeys(c: DuckDBConnection): Promise<boolean> {
  const known = await one(c, 'SELECT count(*) FROM shipment_id');
  const old =
    known === 0 ? 0 : await one(c, 'SELECT count(*) FROM shipment_by_id WHERE id IN (SELECT id FROM shipment_id)');
  const before = 'SELECT count(*) FROM shipment_id WHERE id > (SELECT min(id) FROM shipment_by_id)';
  const inOrder = known === 0 || (await one(c, before)) === 0;
  const met = old > 0 || (await one(c, REPEATED_IDS)) > 0;
  if (met) {
    const allKnown = old === (await one(c, 'SELECT count(*) FROM shipment_by_id'));
    if (!allKnown) {
      await c.run(`INSERT INTO shipment_id SELECT ${known} + row_number() OVER () - 1, id
      FROM (SELECT DISTINCT id FROM shipment_by_id WHERE id NOT IN (SELECT id FROM shipment_id) ORDER BY id)`);
    }
    await c.run(`CREATE OR REPLACE TEMP TABLE keyed_shipment AS
      SELECT i.ord, s.key FROM shipment_by_id i JOIN shipment_id s USING (id)`);
  } else {
    await c.run(`INSERT INTO shipment_id SELECT ${known} + place, id FROM shipment_by_id`);
    await c.run(
      `CREATE OR REPLACE TEMP VIEW keyed_shipment AS SELECT ord, ${known} + place AS key FROM shipment_by_id`,
    );
  }
  const added = (await one(c, 'SELECT count(*) FROM shipment_id')) > known;
  if (added && !inOrder) await c.run('UPDATE store_state SET shipment_keys_sorted = false');
  return met;
}

/** Adds what the dictionaries do not have yet; `<table>_code` has the code of each statement of the import. */
async function extendDictionaries(c: DuckDBConnection, staging: ShipmentStaging): Promise<void> {
  await c.run(
    'CREATE OR REPLACE TEMP TABLE party_key AS SELECT s.ord, p.key FROM said_party s JOIN party p ON p.id = s.text',
  );
  for (const [table, columns] of Object.entries(DICTIONARIES)) await extend(c, table, columns);
  if (staging.constant('document') === null) return;
  await c.run(`CREATE OR REPLACE TEMP TABLE document_code AS
    SELECT s.document, coalesce(d.code, (SELECT count(*) FROM document) + row_number() OVER (PARTITION BY d.code IS NULL) - 1)::INTEGER AS code,
      d.code IS NULL AS new
    FROM (SELECT DISTINCT document FROM incoming_shipment WHERE document IS NOT NULL) s LEFT JOIN document d USING (document)`);
  await c.run('INSERT INTO document SELECT code, document FROM document_code WHERE new');
}

async function extend(c: DuckDBConnection, table: string, columns: readonly string[]): Promise<void> {
  const names = columns.join(', ');
  const equal = columns.map((name) => `d.${name} IS NOT DISTINCT FROM s.${name}`).join(' AND ');
  const before = await one(c, `SELECT count(*) FROM ${table}`);
  const fresh = before === 0 ? '' : `WHERE NOT EXISTS (SELECT 1 FROM ${table} d WHERE ${equal})`;
  await c.run(`INSERT INTO ${table} SELECT ${before} + row_number() OVER () - 1, ${names}
    FROM (SELECT * FROM said_${table} s ${fresh} ORDER BY ord)`);
  await c.run(
    `CREATE OR REPLACE TEMP TABLE ${table}_code AS ${
      before === 0
        ? `SELECT ord, ord AS code FROM said_${table}`
        : `SELECT s.ord, d.code FROM said_${table} s JOIN ${table} d ON ${equal}`
    }`,
  );
}

async function insertShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  const { rows, values } = resolved(staging);
  // What all rows share is added after sorting: carrying 15 columns that never vary made it take twice as long.
  const written = await c.run(`INSERT INTO shipment (${COLUMNS.join(', ')}, known_until, shown)
    SELECT ${COLUMNS.map((name) => values[name]).join(', ')}, ${STILL}, true
    FROM (SELECT * FROM (${rows}) ORDER BY ${readingOrder(values)})`);
  return { added: written.rowsChanged, replaced: 0, unchanged: 0, contested: false };
}

async function mergeShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  const { rows, values } = resolved(staging);
  await c.run(`CREATE OR REPLACE TEMP TABLE resolved_shipment AS
    SELECT ord, ${COLUMNS.map((name) => `${values[name]} AS ${name}`).join(', ')} FROM (${rows})`);
  return merge(c, {
    table: 'shipment',
    incoming: 'resolved_shipment',
    identity: 'key',
    content: CONTENT,
    columns: COLUMNS,
    mostTrusted: '(SELECT text FROM text WHERE code = v.dataset)',
    writtenBy: READING_ORDER,
  });
}

/** The reading order over the columns that vary; what all rows share orders nothing. */
function readingOrder(values: Readonly<Record<string, string>>): string {
  return READING_ORDER.split(', ')
    .filter((name) => values[name] === name)
    .join(', ');
}

interface Resolved {
  /** A question for the rows, with `ord` and the columns that vary. */
  readonly rows: string;
  /** For each column of the shipment table its name there, or the value that all rows share. */
  readonly values: Readonly<Record<string, string>>;
}

/** The incoming rows as the shipment table has them. */
function resolved(staging: ShipmentStaging): Resolved {
  const joins: string[] = [];
  const varying: string[] = ['s.ord', 'keyed_shipment.key'];
  const values: Record<string, string> = { key: 'key', document: 'NULL' };
  const add = (name: string, vary: string, constant: (value: number) => string) => {
    const shared = staging.constant(name);
    values[name] = shared === undefined ? name : shared === null ? 'NULL' : constant(shared);
    if (shared === undefined) varying.push(`${vary} AS ${name}`);
  };
  // Small dense codes join by position in DuckDB, so these cost next to nothing.
  const look = (name: string, table: string, column: string) => {
    add(name, `${name}_in.${column}`, (code) => `(SELECT ${column} FROM ${table} WHERE ord = ${code})`);
    if (values[name] === name) joins.push(`LEFT JOIN ${table} ${name}_in ON ${name}_in.ord = s.${name}`);
  };
  for (const name of PARTY_COLUMNS) look(name, 'party_key', 'key');
  for (const name of Object.keys(DICTIONARIES)) look(name, `${name}_code`, 'code');
  for (const name of CODES)
    add(name, `CASE WHEN s.${name} >= 0 THEN s.${name} END`, (code) => (code >= 0 ? `${code}` : 'NULL'));
  for (const name of [...DAYS, 'flags', 'dataset', ...AMOUNTS, 'record', 'known_from'])
    add(name, `s.${name}`, (value) => `${value}`);
  if (staging.constant('document') !== null) {
    values.document = 'document';
    varying.push('document_code.code AS document');
    joins.push('LEFT JOIN document_code ON document_code.document = s.document');
  }
  return {
    rows: `SELECT ${varying.join(', ')} FROM incoming_shipment s JOIN keyed_shipment USING (ord) ${joins.join('\n')}`,
    values,
  };
}

/** Puts the table in reading order again, or notes that it is not. */
async function keepSorted(c: DuckDBConnection, added: number, all: number): Promise<void> {
  if (all > ROWS_ALWAYS_SORTED && added * 4 < all) {
    await c.run('UPDATE store_state SET shipments_sorted = false');
    return;
  }
  await c.run(`CREATE TABLE shipment_in_order AS SELECT * FROM shipment ORDER BY ${READING_ORDER}`);
  await c.run('DROP TABLE shipment');
  await c.run('ALTER TABLE shipment_in_order RENAME TO shipment');
  await c.run('UPDATE store_state SET shipments_sorted = true');
}
