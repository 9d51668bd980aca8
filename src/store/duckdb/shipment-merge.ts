/** Incoming shipments into the tables: texts resolved to keys and codes, written in the order projections read. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { STILL } from './known.js';
import { type Merged, merge } from './merge.js';
import { one } from './session.js';
import { DICTIONARIES, type ShipmentStaging, TEXT_COLUMNS, WORD_COLUMNS } from './shipment-staging.js';

/** The order in which projections read (ties by id are settled by the reader). */
export const READING_ORDER = 'shipper, departs_earliest, departs_latest, key';

const CONTENT = [
  ...['shipper', 'consignee', 'end_user', 'forwarder'],
  ...[
    'departs_earliest',
    'departs_latest',
    'arrives_earliest',
    'arrives_latest',
    'departs_text',
    'arrives_text',
    'flags',
  ],
  ...['paper', 'places', 'terms', 'document', 'via', 'units', 'value', 'weight_kg'],
];
const COLUMNS = ['key', ...CONTENT, 'dataset', 'record', 'record_file', 'record_line', 'known_from'];

/** Up to so many rows are put in order after every import; more only when at least a quarter is new. */
const ROWS_ALWAYS_SORTED = 1_000_000;

/**
 * Writes the staged shipments. `named_party` must have the id and key of each party they name.
 */
export async function takeShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  if (staging.count === 0) return { added: 0, replaced: 0, unchanged: 0, contested: false };
  const met = await giveKeys(c);
  await extendDictionaries(c);
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
  const repeats = 'SELECT count(*) FROM (SELECT id = lag(id) OVER () AS again FROM shipment_by_id) WHERE again';
  const old =
    known === 0 ? 0 : await one(c, 'SELECT count(*) FROM shipment_by_id WHERE id IN (SELECT id FROM shipment_id)');
  const afterAll = 'SELECT count(*) FROM shipment_id WHERE id > (SELECT min(id) FROM shipment_by_id)';
  const inOrder = known === 0 || (await one(c, afterAll)) === 0;
  const met = old > 0 || (await one(c, repeats)) > 0;
  if (met) {
    await c.run(`INSERT INTO shipment_id SELECT ${known} + row_number() OVER () - 1, id
      FROM (SELECT DISTINCT id FROM shipment_by_id WHERE id NOT IN (SELECT id FROM shipment_id) ORDER BY id)`);
    await c.run(`CREATE OR REPLACE TEMP TABLE keyed_shipment AS
      SELECT i.ord, s.key FROM shipment_by_id i JOIN shipment_id s USING (id)`);
  } else {
    await c.run(`CREATE OR REPLACE TEMP TABLE keyed_shipment AS
      SELECT ord, id, (${known} + row_number() OVER () - 1)::INTEGER AS key FROM shipment_by_id`);
    await c.run('INSERT INTO shipment_id SELECT key, id FROM keyed_shipment');
  }
  const added = (await one(c, 'SELECT count(*) FROM shipment_id')) > known;
  if (added && !inOrder) await c.run('UPDATE store_state SET shipment_keys_sorted = false');
  return met;
}

async function extendDictionaries(c: DuckDBConnection): Promise<void> {
  await c.run(`INSERT INTO text SELECT (SELECT count(*) FROM text) + row_number() OVER () - 1, text
    FROM (SELECT text FROM shipment_text WHERE text NOT IN (SELECT text FROM text) ORDER BY text)`);
  await c.run(
    'CREATE OR REPLACE TEMP TABLE text_code AS SELECT s.ord, t.code FROM shipment_text s JOIN text t USING (text)',
  );
  for (const [table, columns] of Object.entries(DICTIONARIES)) await extend(c, table, columns);
}

/** Adds the statements a dictionary does not have yet; `<table>_code` has the code of each as staged. */
async function extend(c: DuckDBConnection, table: string, columns: readonly string[]): Promise<void> {
  const isWord = (name: string) => WORD_COLUMNS.includes(name);
  const given = columns.map((name) => (isWord(name) ? `${name} >= 0` : `${name} <> ''`)).join(' OR ');
  const said = columns.map((name) => (isWord(name) ? `${name}_word.text` : `nullif(d.${name}, '')`));
  const joins = columns
    .filter(isWord)
    .map((name) => `LEFT JOIN shipment_word ${name}_word ON ${name}_word.ord = d.${name}`);
  const sayings = columns.map((name) => `said_${name}`).join(', ');
  const equal = columns.map((name) => `p.${name} IS NOT DISTINCT FROM n.said_${name}`).join(' AND ');
  await c.run(`CREATE OR REPLACE TEMP TABLE ${table}_said AS
    SELECT d.*, ${said.map((sql, k) => `${sql} AS said_${columns[k]}`).join(', ')}
    FROM (SELECT DISTINCT ${columns.join(', ')} FROM incoming_shipment WHERE ${given}) d ${joins.join(' ')}`);
  await c.run(`INSERT INTO ${table} SELECT (SELECT count(*) FROM ${table}) + row_number() OVER () - 1, ${sayings}
    FROM (SELECT ${sayings} FROM ${table}_said n WHERE NOT EXISTS (SELECT 1 FROM ${table} p WHERE ${equal}) ORDER BY ${sayings})`);
  await c.run(`CREATE OR REPLACE TEMP TABLE ${table}_code AS
    SELECT ${columns.map((name) => `n.${name}`).join(', ')}, p.code FROM ${table}_said n JOIN ${table} p ON ${equal}`);
}

async function insertShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  const names = COLUMNS.join(', ');
  const written = await c.run(`INSERT INTO shipment (${names}, known_until, shown)
    SELECT ${names}, ${STILL}, true FROM (${resolved(staging)}) ORDER BY ${READING_ORDER}`);
  return { added: written.rowsChanged, replaced: 0, unchanged: 0, contested: false };
}

async function mergeShipments(c: DuckDBConnection, staging: ShipmentStaging): Promise<Merged> {
  await c.run(`CREATE OR REPLACE TEMP TABLE resolved_shipment AS ${resolved(staging)}`);
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

/** The incoming rows as the shipment table has them. */
function resolved(staging: ShipmentStaging): string {
  const joins: string[] = [];
  const value: Record<string, string> = {
    key: 'keyed_shipment.key',
    flags: 's.flags::UTINYINT',
    record: "nullif(s.record, '')",
    record_line: 'CASE WHEN s.record_file >= 0 THEN s.record_line END',
  };
  for (const name of ['shipper', 'consignee', 'end_user', 'forwarder']) {
    value[name] = staging.filled(name) ? `${name}_party.key` : 'NULL::INTEGER';
    if (staging.filled(name)) joins.push(`LEFT JOIN named_party ${name}_party ON ${name}_party.id = s.${name}`);
  }
  for (const name of TEXT_COLUMNS) {
    value[name] = `${name}_text.code`;
    joins.push(`LEFT JOIN text_code ${name}_text ON ${name}_text.ord = s.${name}`);
  }
  for (const [table, columns] of Object.entries(DICTIONARIES)) {
    value[table] = `${table}_code.code`;
    joins.push(
      `LEFT JOIN ${table}_code ON ${columns.map((name) => `${table}_code.${name} = s.${name}`).join(' AND ')}`,
    );
  }
  for (const name of ['units', 'value', 'weight_kg']) value[name] = `CASE WHEN NOT isnan(s.${name}) THEN s.${name} END`;
  return `SELECT s.ord, ${COLUMNS.map((name) => `${value[name] ?? `s.${name}`} AS ${name}`).join(', ')}
    FROM incoming_shipment s JOIN keyed_shipment USING (ord) ${joins.join('\n')}`;
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
