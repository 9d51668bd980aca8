/** The tables of a DuckDB store, and their version. */
import { DATE_COLUMNS_SQL, RECORD_KINDS, tableColumns } from './records.js';

/** Grows with every change of the tables below. */
export const SCHEMA_VERSION = 1;

/**
 * Versions. Each record table holds every version of every record: `known_from` to `known_until` (days, half
 * open) is when it was the best known one of its data set, `STILL` there marks the current ones (`known.ts`), and
 * `shown` the one of those that is shown for its id.
 *
 * Shipments are held apart from their ids: `shipment_id` lies in the order of keys (which is the order of ids
 * where one import brought them), `shipment` in the order (shipper, departure) in which projections read it.
 */
export function createTables(): string[] {
  return [
    'CREATE TABLE detour_schema (version INTEGER NOT NULL)',
    `INSERT INTO detour_schema VALUES (${SCHEMA_VERSION})`,
    `CREATE TABLE store_state (version INTEGER, shipments_sorted BOOLEAN, shipment_keys_sorted BOOLEAN, shipments_contested BOOLEAN)`,
    'INSERT INTO store_state VALUES (0, true, true, false)',
    'CREATE TABLE import (version INTEGER, imported_at DOUBLE, source VARCHAR)',
    'CREATE TABLE dataset (name VARCHAR, retrieved_on INTEGER, imported_at DOUBLE)',
    'CREATE TABLE party (key INTEGER, id VARCHAR, named_from INTEGER)',
    ...RECORD_KINDS.map((kind) => `CREATE TABLE ${kind.table} (${tableColumns(kind).join(', ')})`),
    'CREATE TABLE shipment_id (key INTEGER, id VARCHAR)',
    `CREATE TABLE shipment (key INTEGER, shipper INTEGER, consignee INTEGER, end_user INTEGER, forwarder INTEGER,
       ${DATE_COLUMNS_SQL}, departs_text INTEGER, arrives_text INTEGER, flags UTINYINT,
       paper INTEGER, places INTEGER, terms INTEGER, document INTEGER, via INTEGER,
       units DOUBLE, value DOUBLE, weight_kg DOUBLE,
       dataset INTEGER, record VARCHAR, record_file INTEGER, record_line INTEGER,
       known_from INTEGER, known_until INTEGER, shown BOOLEAN)`,
    'CREATE TABLE paper (code INTEGER, product VARCHAR, eccn VARCHAR, hs VARCHAR, description VARCHAR)',
    'CREATE TABLE places (code INTEGER, from_country VARCHAR, to_country VARCHAR)',
    `CREATE TABLE terms (code INTEGER, act VARCHAR, exception VARCHAR, certifications VARCHAR, currency VARCHAR,
       paid_by VARCHAR, licence VARCHAR)`,
    'CREATE TABLE document (code INTEGER, document VARCHAR)',
    'CREATE TABLE text (code INTEGER, text VARCHAR)',
  ];
}
