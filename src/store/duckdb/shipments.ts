/** Shipments read back whole. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { formatDay, type PartialDate } from '../../model/day.js';
import type { Shipment } from '../../model/shipment.js';
import type { AsOf } from '../port.js';
import { present } from '../records.js';
import { ALWAYS, knownOn } from './known.js';
import { list } from './records.js';
import { type Row, rows } from './session.js';

/** What a store's file says of itself, read in the same snapshot as what depends on it. */
export interface StoreState {
  readonly version: number;
  /** The shipment table lies in reading order. */
  readonly shipmentsSorted: boolean;
  /** Keys of shipments go by the byte order of their ids. */
  readonly shipmentKeysSorted: boolean;
  /** Some shipment has current versions from several data sets. */
  readonly shipmentsContested: boolean;
}

export async function stateOf(c: DuckDBConnection): Promise<StoreState> {
  const [row] = await rows(c, 'SELECT * FROM store_state');
  return {
    version: row?.version as number,
    shipmentsSorted: row?.shipments_sorted === true,
    shipmentKeysSorted: row?.shipment_keys_sorted === true,
    shipmentsContested: row?.shipments_contested === true,
  };
}

/** The version of each shipment that is shown on the day, of those that fit the condition (over `s`). */
export function shownShipments(state: StoreState, asOf: AsOf, condition = ''): string {
  const and = condition === '' ? '' : `AND ${condition}`;
  if (asOf === undefined) return `SELECT s.* FROM shipment s WHERE s.shown ${and}`;
  const known = `SELECT s.* FROM shipment s WHERE ${knownOn(asOf, 's')}`;
  if (!state.shipmentsContested) return `${known} ${and}`;
  // The choice comes before the condition: a version that is not shown must not stand in where the shown one does not fit.
  return `SELECT s.* FROM (${known} QUALIFY row_number() OVER (PARTITION BY s.key ORDER BY ${BY_DATASET_NAME}) = 1) s WHERE true ${and}`;
}

/** `record_line` without a file: the record is the shipment's own id, as most are. */
export const RECORD_IS_ID = 0;

export const BY_DATASET_NAME = '(SELECT text FROM text WHERE code = s.dataset)';

/** A question for whole shipments, given the rows of the shipment table to show. */
export function wholeShipments(chosen: string): string {
  return `SELECT i.id, d.document, sh.id AS shipper, co.id AS consignee, eu.id AS end_user, fo.id AS forwarder,
      s.departs_earliest, s.departs_latest, s.arrives_earliest, s.arrives_latest,
      dt.text AS departs_text, av.text AS arrives_text, s.flags,
      pl.from_country, pl.to_country, via.text AS via, p.product, p.eccn, p.hs, p.description, s.units, s.value, s.weight_kg,
      t.act, t.exception, t.certifications, t.currency, t.paid_by, t.licence,
      ds.text AS dataset, coalesce(s.record, rf.text || ':' || s.record_line, CASE WHEN s.record_line = ${RECORD_IS_ID} THEN i.id END, '') AS record, s.known_from
    FROM (${chosen}) s
    JOIN shipment_id i ON i.key = s.key
    JOIN party sh ON sh.key = s.shipper
    JOIN party co ON co.key = s.consignee
    LEFT JOIN party eu ON eu.key = s.end_user
    LEFT JOIN party fo ON fo.key = s.forwarder
    LEFT JOIN document d ON d.code = s.document
    LEFT JOIN text dt ON dt.code = s.departs_text
    LEFT JOIN text av ON av.code = s.arrives_text
    LEFT JOIN text via ON via.code = s.via
    LEFT JOIN text ds ON ds.code = s.dataset
    LEFT JOIN text rf ON rf.code = s.record_file
    LEFT JOIN places pl ON pl.code = s.places
    LEFT JOIN paper p ON p.code = s.paper
    LEFT JOIN terms t ON t.code = s.terms`;
}

export function shipmentOf(row: Row): Shipment {
  const flags = row.flags as number;
  return present<Shipment>({
    id: row.id,
    document: row.document,
    shipper: row.shipper,
    consignee: row.consignee,
    endUser: row.end_user,
    forwarder: row.forwarder,
    departs: dateOf(row, 'departs'),
    arrives: dateOf(row, 'arrives'),
    departsAssumed: (flags & 1) !== 0,
    arrivesAssumed: (flags & 2) !== 0,
    fromCountry: row.from_country,
    toCountry: row.to_country,
    via: list(row.via),
    product: row.product,
    eccn: row.eccn,
    hs: row.hs,
    description: row.description,
    units: row.units,
    value: row.value,
    currency: row.currency,
    weightKg: row.weight_kg,
    paidBy: row.paid_by,
    licence: row.licence,
    exception: row.exception,
    certifications: list(row.certifications),
    act: row.act,
    dataset: row.dataset,
    record: row.record,
    retrievedOn: row.known_from === ALWAYS ? undefined : row.known_from,
  });
}

function dateOf(row: Row, name: 'departs' | 'arrives'): PartialDate {
  const earliest = row[`${name}_earliest`] as number;
  const stated = row[`${name}_text`];
  return {
    text: typeof stated === 'string' ? stated : formatDay(earliest),
    earliest,
    latest: row[`${name}_latest`] as number,
  };
}
