/** All facts, for export. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Shipment } from '../../model/shipment.js';
import type { AsOf, FactBatch } from '../port.js';
import { knownOn, mostTrusted } from './known.js';
import { RECORDS } from './records.js';
import type { Connections, Row } from './session.js';
import { BY_DATASET_NAME, batchOf, shipmentOf, stateOf, wholeShipments } from './shipments.js';

/** Batches of every data set's records as known on the day: entities, links, shipments, listings, authorizations, each by id. */
export async function* everything(connections: Connections, asOf: AsOf): AsyncGenerator<FactBatch> {
  const c = await connections.lend();
  try {
    await c.run('BEGIN TRANSACTION');
    const records = (table: string) =>
      batches(c, `SELECT * FROM ${table} WHERE ${knownOn(asOf)} ORDER BY id, ${mostTrusted(table)}`);
    for await (const batch of records('entity')) yield { entities: batch.map(RECORDS.entities.read) };
    for await (const batch of records('link')) yield { links: batch.map(RECORDS.links.read) };
    // Keys go by ids where one import brought them; sorting by them moves less.
    const order = (await stateOf(c)).shipmentKeysSorted ? 's.key' : 'i.id';
    const shipments = `${wholeShipments(`SELECT * FROM shipment WHERE ${knownOn(asOf)}`)} ORDER BY ${order}, ${BY_DATASET_NAME}`;
    for await (const batch of batches(c, shipments))
      yield { shipments: batchOf(batch.map(shipmentOf) as readonly Shipment[]) };
    for await (const batch of records('listing')) yield { listings: batch.map(RECORDS.listings.read) };
    for await (const batch of records('authorization_record'))
      yield { authorizations: batch.map(RECORDS.authorizations.read) };
  } finally {
    // Also when the reader stops early: the snapshot must not be held.
    connections.discard(c);
  }
}

async function* batches(c: DuckDBConnection, sql: string): AsyncGenerator<Row[]> {
  for await (const rows of (await c.stream(sql)).yieldRowObjects()) yield rows as Row[];
}
