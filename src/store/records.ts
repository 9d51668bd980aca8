/** Records as the port takes and gives them, whatever keeps them. */
import type { Entity } from '../model/entity.js';
import type { Shipment } from '../model/shipment.js';
import type { Column, ShipmentBatch } from './port.js';

/** The object without the fields that have no value. */
export function present<T>(fields: { readonly [Field in keyof T]?: unknown }): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) kept[name] = value;
  return kept as T;
}

/** The stub that stands for a party nobody describes, named first on the day given. */
export function stubOf(id: string, namedFrom: number | null | undefined): Entity {
  return present<Entity>({
    id,
    dataset: '',
    record: '',
    retrievedOn: namedFrom,
    aliases: [],
    roles: [],
    identifiers: [],
    stub: true,
  });
}

/** The value of a row of a column. */
export function valueAt<T>(column: Column<T>, row: number): T {
  return ('codes' in column ? column.values[column.codes[row] as number] : column[row]) as T;
}

/** The values of all rows of a column. */
export function valuesOf<T>(column: Column<T>): readonly T[] {
  return 'codes' in column ? Array.from(column.codes, (code) => column.values[code] as T) : column;
}

/** One row of a batch. */
export function shipmentAt(batch: ShipmentBatch, row: number): Shipment {
  const shipment: Record<string, unknown> = {};
  const { length: _rows, ...columns } = batch;
  for (const [field, column] of Object.entries(columns)) {
    const value = valueAt<unknown>(column, row);
    if (value !== undefined) shipment[field] = value;
  }
  return shipment as unknown as Shipment;
}

/** Shipments by column, in their order. */
export function batchOf(shipments: readonly Shipment[]): ShipmentBatch {
  const column = <Field extends keyof Shipment>(field: Field) => shipments.map((shipment) => shipment[field]);
  return {
    length: shipments.length,
    id: column('id'),
    document: column('document'),
    shipper: column('shipper'),
    consignee: column('consignee'),
    endUser: column('endUser'),
    forwarder: column('forwarder'),
    departs: column('departs'),
    arrives: column('arrives'),
    departsAssumed: column('departsAssumed'),
    arrivesAssumed: column('arrivesAssumed'),
    fromCountry: column('fromCountry'),
    toCountry: column('toCountry'),
    via: column('via'),
    product: column('product'),
    eccn: column('eccn'),
    hs: column('hs'),
    description: column('description'),
    units: column('units'),
    value: column('value'),
    currency: column('currency'),
    weightKg: column('weightKg'),
    paidBy: column('paidBy'),
    licence: column('licence'),
    exception: column('exception'),
    certifications: column('certifications'),
    act: column('act'),
    dataset: column('dataset'),
    record: column('record'),
    retrievedOn: column('retrievedOn'),
  } as ShipmentBatch;
}
