/** All facts, for export. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AsOf, FactBatch } from '../port.js';
import { batchOf } from '../records.js';
import { knownOn, mostTrusted } from './known.js';
import { RECORDS } from './records.js';
import type { Row } from './session.js';
import { BY_DATASET_NAME, shipmentOf, stateOf, wholeShipments } from './shipments.js';

/** Batches of every data set's records as known on the day: entities, links, shipments, listings, authorizations, each by id. */
export async function* everything(c: DuckDBConnection, asOf: AsOf): AsyncGenerator<FactBatch> {
  const records = (table: string) =>
    batches(c, `SELECT * FROM ${table} WHERE ${knownOn(asOf)} ORDER BY id, ${mostTrusted(table)}`);
  for await (const batch of records('entity')) yield { entities: batch.map(RECORDS.entities.read) };
  for await (const batch of records('link')) yield { links: batch.map(RECORDS.links.read) };
  // Keys go by ids where one import brought them; sorting by them moves less.
  const order = (await stateOf(c)).shipmentKeysSorted ? 's.key' : 'i.id';
  const chosen = `SELECT * FROM shipment WHERE ${knownOn(asOf)}`;
  for await (const batch of batches(c, `${wholeShipments(chosen)} ORDER BY ${order}, ${BY_DATASET_NAME}`)) {
    yield { shipments: batchOf(batch.map(shipmentOf)) };
  }
  for await (const batch of records('listing')) yield { listings: batch.map(RECORDS.listings.read) };
  for await (const batch of records('authorization_record')) {
    yield { authorizations: batch.map(RECORDS.authorizations.read) };
  }
}

async function* batches(c: DuckDBConnection, sql: string): AsyncGenerator<Row[]> {
  for await (const rows of (await c.stream(sql)).yieldRowObjects()) yield rows as Row[];
}
