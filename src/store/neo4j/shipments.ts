/** Shipments as properties and back. */
import { createHash } from 'node:crypto';
import type { Shipment } from '../../model/shipment.js';
import type { Paper, Places, Terms } from '../port.js';
import { present } from '../records.js';
import { dateOf, listProperty, type Properties, provenanceOf } from './properties.js';

/**
 * What a shipment says, without its parties; absent fields are undefined. One literal, since there are millions: spread
 * and filtered objects took three times as long.
 */
export function shipmentContent(shipment: Shipment): Properties {
  const { departs, arrives } = shipment;
  const assumed = (shipment.departsAssumed ? 1 : 0) | (shipment.arrivesAssumed ? 2 : 0);
  return {
    departs: departs.earliest,
    departsLatest: departs.latest,
    departsText: departs.text,
    arrives: arrives.earliest,
    arrivesLatest: arrives.latest,
    arrivesText: arrives.text,
    units: shipment.units,
    value: shipment.value,
    weightKg: shipment.weightKg,
    assumed: assumed === 0 ? undefined : assumed,
    document: shipment.document,
    fromCountry: shipment.fromCountry,
    toCountry: shipment.toCountry,
    via: listProperty(shipment.via),
    product: shipment.product,
    eccn: shipment.eccn,
    hs: shipment.hs,
    description: shipment.description,
    currency: shipment.currency,
    paidBy: shipment.paidBy,
    licence: shipment.licence,
    exception: shipment.exception,
    certifications: listProperty(shipment.certifications),
    act: shipment.act,
  };
}

/** Ids of the parties a shipment names, in the order of their properties. */
export function partiesNamed(shipment: Shipment): readonly (string | undefined)[] {
  const payer = shipment.paidBy?.startsWith('id:') ? shipment.paidBy.slice('id:'.length) : undefined;
  return [shipment.shipper, shipment.consignee, shipment.endUser, shipment.forwarder, payer || undefined];
}

/** @param idOf gives the id of a party's key. */
export function shipmentOf(p: Properties, idOf: (key: number) => string): Shipment {
  const party = (key: unknown) => (typeof key === 'number' ? idOf(key) : undefined);
  const assumed = (p.assumed ?? 0) as number;
  return present<Shipment>({
    ...provenanceOf(p),
    id: p.id,
    document: p.document,
    shipper: party(p.shipper),
    consignee: party(p.consignee),
    endUser: party(p.endUser),
    forwarder: party(p.forwarder),
    departs: dateOf(p, 'departs'),
    arrives: dateOf(p, 'arrives'),
    departsAssumed: (assumed & 1) !== 0,
    arrivesAssumed: (assumed & 2) !== 0,
    fromCountry: p.fromCountry,
    toCountry: p.toCountry,
    via: p.via ?? [],
    product: p.product,
    eccn: p.eccn,
    hs: p.hs,
    description: p.description,
    units: p.units,
    value: p.value,
    currency: p.currency,
    weightKg: p.weightKg,
    paidBy: p.paidBy,
    licence: p.licence,
    exception: p.exception,
    certifications: p.certifications ?? [],
    act: p.act,
  });
}

/** What codes stand for; undefined where nothing is said. */
export function paperOf(shipment: Paper): Paper | undefined {
  return said<Paper>({
    product: shipment.product,
    eccn: shipment.eccn,
    hs: shipment.hs,
    description: shipment.description,
  });
}

export function termsOf(shipment: Terms): Terms | undefined {
  return said<Terms>({
    act: shipment.act,
    exception: shipment.exception,
    certifications: listProperty(shipment.certifications),
    currency: shipment.currency,
    paidBy: shipment.paidBy,
    licence: shipment.licence,
  });
}

export function placesOf(shipment: Places): Places | undefined {
  return said<Places>({ fromCountry: shipment.fromCountry, toCountry: shipment.toCountry });
}

/** What two statements have in common when and only when they are the same, from their JSON. */
export function digestOf(json: string): string {
  return createHash('sha1').update(json).digest('base64');
}

function said<T extends object>(fields: { readonly [Field in keyof T]?: unknown }): T | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? (fields as T) : undefined;
}
