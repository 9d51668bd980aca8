/** How the model's values lie in properties. */
import type { PartialDate } from '../../model/day.js';
import type { Provenance } from '../../model/provenance.js';

/** Properties of a node or relationship, before and after the driver; an absent value has no property. */
export type Properties = Readonly<Record<string, unknown>>;

/** Names of the dates; each is kept as its earliest day, `…Latest` and `…Text`. */
const DATES = ['departs', 'arrives', 'from', 'to', 'foundedOn', 'dissolvedOn', 'birthDate', 'siteVerifiedOn'] as const;
type DateName = (typeof DATES)[number];

/** Properties whose numbers are whole; all others are floats, so that a number comes back as the kind it went in. */
export const INTEGER_PROPERTIES: ReadonlySet<string> = new Set([
  ...DATES.flatMap((name) => [name, `${name}Latest`]),
  ...['key', 'since', 'content', 'trust', 'touched', 'namedFrom', 'retrievedOn', 'code', 'assumed'],
  ...['shipper', 'consignee', 'endUser', 'forwarder', 'documentCode', 'paper', 'terms', 'places', 'source', 'target'],
  ...['entity', 'entities', 'links', 'shipments', 'listings', 'authorizations'],
]);

/** A partial date as three properties. */
export function dateProperties(name: DateName, date: PartialDate | undefined): Properties {
  return date === undefined
    ? {}
    : { [name]: date.earliest, [`${name}Latest`]: date.latest, [`${name}Text`]: date.text };
}

/** The partial date in the properties. */
export function dateOf(properties: Properties, name: DateName): PartialDate | undefined {
  const earliest = properties[name];
  if (typeof earliest !== 'number') return undefined;
  return { text: properties[`${name}Text`] as string, earliest, latest: properties[`${name}Latest`] as number };
}

/** A list as a property; an empty one is none. */
export function listProperty<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** Where a record came from, as it went in. */
export function provenanceOf(properties: Properties): Record<keyof Provenance, unknown> {
  return { dataset: properties.dataset, record: properties.record, retrievedOn: properties.retrievedOn };
}
