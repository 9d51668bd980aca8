/** Finding shipments by who, when, where and what. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Shipment } from '../../model/shipment.js';
import { pageOf, startOfPage } from '../page.js';
import type { AsOf, Page, PageOf, ShipmentQuery } from '../port.js';
import { keysOf } from './keys.js';
import { dayNumber } from './known.js';
import { one, Parameters } from './session.js';
import { lookUpShipments } from './shipment-lookup.js';
import { type StoreState, shownShipments } from './shipments.js';

/** A page of the shipments that answer the question, by earliest departure, then id. */
export async function findShipments(
  c: DuckDBConnection,
  state: StoreState,
  query: ShipmentQuery,
  page: Page,
  asOf: AsOf,
): Promise<PageOf<Shipment>> {
  const { first, after } = startOfPage(page);
  const p = new Parameters();
  const fitting = shownShipments(state, asOf, conditionOf(query, p));
  const total = await one(c, `SELECT count(*) FROM (${fitting})`, p.values);
  const rest =
    after === undefined
      ? fitting
      : `SELECT s.* FROM (${fitting}) s JOIN shipment_id i USING (key)
         WHERE s.departs_earliest > ${after[0]} OR (s.departs_earliest = ${after[0]} AND i.id > ${p.add(after[1])})`;
  // The day on which the page ends is found first, so that ids are looked up for few and not for all.
  const lastDay = `SELECT max(departs_earliest) FROM
    (SELECT departs_earliest FROM (${rest}) ORDER BY departs_earliest LIMIT ${first + 1})`;
  const pageRows = `SELECT s.* FROM (${rest}) s JOIN shipment_id i USING (key)
    WHERE s.departs_earliest <= (${lastDay}) ORDER BY s.departs_earliest, i.id LIMIT ${first + 1}`;
  const found = await lookUpShipments(c, pageRows, p.values);
  return pageOf(found, first, total, (shipment) => [shipment.departs.earliest, shipment.id]);
}

/** The shipments with these ids, in no order. */
export async function shipmentsWith(
  c: DuckDBConnection,
  state: StoreState,
  ids: readonly string[],
  asOf: AsOf,
): Promise<Shipment[]> {
  if (ids.length === 0) return [];
  const asked = [...new Set(await keysOf(c, 'shipment', ids))].filter((key) => key >= 0);
  if (asked.length === 0) return [];
  return lookUpShipments(c, shownShipments(state, asOf, `s.key IN (SELECT unnest([${asked.join(', ')}]))`));
}

function conditionOf(query: ShipmentQuery, p: Parameters): string {
  const parties = (ids: readonly string[]) => `(SELECT key FROM party WHERE id IN ${p.list(ids)})`;
  const coded = (table: string, column: string, value: string) =>
    `s.${table} IN (SELECT code FROM ${table} WHERE ${column} = ${p.add(value)})`;
  const conditions: string[] = [];
  if (query.parties !== undefined) {
    const keys = parties(query.parties);
    const touches = ['shipper', 'consignee', 'end_user', 'forwarder'].map(
      (name) => `coalesce(s.${name} IN ${keys}, false)`,
    );
    conditions.push(`(${touches.join(' OR ')})`);
  }
  if (query.shipper !== undefined) conditions.push(`s.shipper IN ${parties([query.shipper])}`);
  if (query.consignee !== undefined) conditions.push(`s.consignee IN ${parties([query.consignee])}`);
  if (query.since !== undefined) conditions.push(`s.departs_latest >= ${dayNumber(query.since)}`);
  if (query.until !== undefined) conditions.push(`s.departs_earliest <= ${dayNumber(query.until)}`);
  if (query.fromCountry !== undefined) conditions.push(coded('places', 'from_country', query.fromCountry));
  if (query.toCountry !== undefined) conditions.push(coded('places', 'to_country', query.toCountry));
  if (query.product !== undefined) conditions.push(coded('paper', 'product', query.product));
  if (query.hs !== undefined) conditions.push(coded('paper', 'hs', query.hs));
  if (query.document !== undefined) conditions.push(coded('document', 'document', query.document));
  return conditions.join(' AND ');
}
