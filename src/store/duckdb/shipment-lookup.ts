/** A few shipments, whole: their rows first, then what their keys and codes stand for. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Shipment } from '../../model/shipment.js';
import { type Row, rows } from './session.js';
import { RECORD_IS_ID, shipmentOf } from './shipments.js';

type Found = ReadonlyMap<DuckDBValue, Row>;

/**
 * The shipments of the chosen rows of the shipment table, in their order.
 *
 * For a page this takes a quarter of the time of one statement with all its joins, and what it takes does not grow with
 * the dictionaries: looked up by key, a dictionary is read where the key lies and not as a whole. (An export reads all
 * of them anyway, and joins: `wholeShipments`.)
 */
export async function lookUpShipments(
  c: DuckDBConnection,
  chosen: string,
  values: DuckDBValue[] = [],
): Promise<Shipment[]> {
  const found = await rows(c, chosen, values);
  if (found.length === 0) return [];
  const ids = await lookUp(c, 'shipment_id', 'key', found, ['key']);
  const parties = await lookUp(c, 'party', 'key', found, ['shipper', 'consignee', 'end_user', 'forwarder']);
  const documents = await lookUp(c, 'document', 'code', found, ['document']);
  const texts = await lookUp(c, 'text', 'code', found, [
    'departs_text',
    'arrives_text',
    'via',
    'dataset',
    'record_file',
  ]);
  const papers = await lookUp(c, 'paper', 'code', found, ['paper']);
  const places = await lookUp(c, 'places', 'code', found, ['places']);
  const terms = await lookUp(c, 'terms', 'code', found, ['terms']);
  const party = (row: Row, name: string) => of(parties, row, name)?.id ?? null;
  const text = (row: Row, name: string) => of(texts, row, name)?.text ?? null;
  return found.map((row) => {
    const file = text(row, 'record_file');
    const id = of(ids, row, 'key')?.id ?? null;
    return shipmentOf({
      ...row,
      ...of(papers, row, 'paper'),
      ...of(places, row, 'places'),
      ...of(terms, row, 'terms'),
      id,
      document: of(documents, row, 'document')?.document ?? null,
      shipper: party(row, 'shipper'),
      consignee: party(row, 'consignee'),
      end_user: party(row, 'end_user'),
      forwarder: party(row, 'forwarder'),
      departs_text: text(row, 'departs_text'),
      arrives_text: text(row, 'arrives_text'),
      via: text(row, 'via'),
      dataset: text(row, 'dataset'),
      record:
        row.record ?? (file === null ? (row.record_line === RECORD_IS_ID ? id : '') : `${file}:${row.record_line}`),
    });
  });
}

/** The rows of a table that the given columns of the rows found point to, by what they are pointed to by. */
async function lookUp(
  c: DuckDBConnection,
  table: string,
  key: string,
  found: readonly Row[],
  columns: readonly string[],
): Promise<Found> {
  const keys = new Set(
    found.flatMap((row) => columns.map((name) => row[name])).filter((value) => typeof value === 'number'),
  );
  if (keys.size === 0) return new Map();
  const looked = await rows(c, `SELECT * FROM ${table} WHERE ${key} IN (SELECT unnest([${[...keys].join(', ')}]))`);
  return new Map(looked.map((row) => [row[key] as DuckDBValue, row]));
}

function of(found: Found, row: Row, name: string): Row | undefined {
  return found.get(row[name] as DuckDBValue);
}
