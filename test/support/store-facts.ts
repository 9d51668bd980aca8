/** Facts for store tests: records with what matters to the test, the rest plain. */
import type { Authorization } from '../../src/model/authorization.js';
import { exactly, parsePartialDate } from '../../src/model/day.js';
import type { Entity } from '../../src/model/entity.js';
import type { Link } from '../../src/model/link.js';
import type { Listing } from '../../src/model/listing.js';
import { UNKNOWN_SHARE } from '../../src/model/share.js';
import type { Shipment } from '../../src/model/shipment.js';
import type { FactBatch, ShipmentBatch } from '../../src/store/port.js';
import { valueAt } from '../../src/store/records.js';

const PROVENANCE = { dataset: 'trade', record: 'facts.csv:1' };

export function entity(id: string, fields: Partial<Entity> = {}): Entity {
  return { id, ...PROVENANCE, aliases: [], roles: [], identifiers: [], stub: false, ...fields };
}

export function link(id: string, source: string, target: string, fields: Partial<Link> = {}): Link {
  return { id, ...PROVENANCE, type: 'owns', source, target, share: UNKNOWN_SHARE, ...fields };
}

export function listing(id: string, entityId: string, fields: Partial<Listing> = {}): Listing {
  return { id, ...PROVENANCE, entity: entityId, list: 'entity-list', ...fields };
}

export function authorization(id: string, entityId: string, fields: Partial<Authorization> = {}): Authorization {
  return { id, ...PROVENANCE, entity: entityId, kind: 'licence', ...fields };
}

/** A shipment on exact days: departs on the day given, arrives three days later. */
export function shipment(
  id: string,
  shipper: string,
  consignee: string,
  day: number,
  fields: Partial<Shipment> = {},
): Shipment {
  return {
    id,
    ...PROVENANCE,
    shipper,
    consignee,
    departs: exactly(day),
    arrives: exactly(day + 3),
    departsAssumed: false,
    arrivesAssumed: false,
    via: [],
    certifications: [],
    ...fields,
  };
}

export { exactly, parsePartialDate as date };

/** Every field a shipment can have, each absent or present alike in all of a batch's columns. */
const SHIPMENT_FIELDS = {
  id: true,
  document: true,
  shipper: true,
  consignee: true,
  endUser: true,
  forwarder: true,
  departs: true,
  arrives: true,
  departsAssumed: true,
  arrivesAssumed: true,
  fromCountry: true,
  toCountry: true,
  via: true,
  product: true,
  eccn: true,
  hs: true,
  description: true,
  units: true,
  value: true,
  currency: true,
  weightKg: true,
  paidBy: true,
  licence: true,
  exception: true,
  certifications: true,
  act: true,
  dataset: true,
  record: true,
  retrievedOn: true,
} as const satisfies Record<keyof Shipment, true>;

/** Shipments by column. */
function batchOf(shipments: readonly Shipment[]): ShipmentBatch {
  const names = Object.keys(SHIPMENT_FIELDS) as (keyof Shipment)[];
  const columns = names.map((name) => [name, shipments.map((one) => one[name])] as const);
  return { length: shipments.length, ...Object.fromEntries(columns) } as unknown as ShipmentBatch;
}

/** The rows of a batch; fields without a value are left out. */
export function rowsOf(batch: ShipmentBatch): Shipment[] {
  const names = Object.keys(SHIPMENT_FIELDS) as (keyof Shipment)[];
  return Array.from({ length: batch.length }, (_, i) => {
    const fields = names.map((name) => [name, valueAt<unknown>(batch[name], i)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown as Shipment;
  });
}

/** What an import brings, shipments as rows. */
export interface Facts {
  readonly entities?: readonly Entity[];
  readonly links?: readonly Link[];
  readonly shipments?: readonly Shipment[];
  readonly listings?: readonly Listing[];
  readonly authorizations?: readonly Authorization[];
}

/** One batch a group of facts. */
export async function* batches(...groups: readonly Facts[]): AsyncGenerator<FactBatch> {
  for (const { shipments, ...others } of groups) {
    yield shipments === undefined ? others : { ...others, shipments: batchOf(shipments) };
  }
}
