/** Parties, links, listings and authorizations as properties and back. */
import { createHash } from 'node:crypto';
import type { Authorization } from '../../model/authorization.js';
import type { Entity, Identifier } from '../../model/entity.js';
import type { Link } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import { present } from '../records.js';
import { dateOf, dateProperties, listProperty, type Properties, provenanceOf } from './properties.js';

/** What is said of a party, without its id and where it came from. */
export function entityContent(entity: Entity): Properties {
  return present({
    schema: entity.schema,
    name: entity.name,
    aliases: listProperty(entity.aliases),
    country: entity.country,
    headquarters: entity.headquarters,
    address: entity.address,
    ...dateProperties('foundedOn', entity.foundedOn),
    ...dateProperties('dissolvedOn', entity.dissolvedOn),
    ...dateProperties('birthDate', entity.birthDate),
    nationality: entity.nationality,
    roles: listProperty(entity.roles),
    sector: entity.sector,
    website: entity.website,
    phone: entity.phone,
    // A property holds no maps: two lists side by side.
    identifierSchemes: listProperty(entity.identifiers.map((identifier) => identifier.scheme)),
    identifierValues: listProperty(entity.identifiers.map((identifier) => identifier.value)),
    sitePowerMw: entity.sitePowerMw,
    ...dateProperties('siteVerifiedOn', entity.siteVerifiedOn),
    notes: entity.notes,
  });
}

export function entityOf(p: Properties): Entity {
  const values = (p.identifierValues ?? []) as readonly string[];
  const identifiers = ((p.identifierSchemes ?? []) as readonly string[]).map(
    (scheme, i): Identifier => ({ scheme, value: values[i] as string }),
  );
  return present<Entity>({
    ...provenanceOf(p),
    id: p.id,
    schema: p.schema,
    name: p.name,
    aliases: p.aliases ?? [],
    country: p.country,
    headquarters: p.headquarters,
    address: p.address,
    foundedOn: dateOf(p, 'foundedOn'),
    dissolvedOn: dateOf(p, 'dissolvedOn'),
    birthDate: dateOf(p, 'birthDate'),
    nationality: p.nationality,
    roles: p.roles ?? [],
    sector: p.sector,
    website: p.website,
    phone: p.phone,
    identifiers,
    sitePowerMw: p.sitePowerMw,
    siteVerifiedOn: dateOf(p, 'siteVerifiedOn'),
    notes: p.notes,
    stub: false,
  });
}

/** What a link says, without its ends. */
export function linkContent(link: Link): Properties {
  return present({
    type: link.type,
    shareMin: link.share.min,
    shareMax: link.share.max,
    shareMinOpen: link.share.minOpen || undefined,
    shareMaxOpen: link.share.maxOpen || undefined,
    shareKnown: link.share.known,
    ...dateProperties('from', link.from),
    ...dateProperties('to', link.to),
  });
}

export function linkOf(p: Properties, source: string, target: string): Link {
  return present<Link>({
    ...provenanceOf(p),
    id: p.id,
    type: p.type,
    source,
    target,
    share: {
      min: p.shareMin,
      max: p.shareMax,
      minOpen: p.shareMinOpen === true,
      maxOpen: p.shareMaxOpen === true,
      known: p.shareKnown,
    },
    from: dateOf(p, 'from'),
    to: dateOf(p, 'to'),
  });
}

/** What a listing says, without the party. */
export function listingContent(listing: Listing): Properties {
  return present({
    list: listing.list,
    programme: listing.programme,
    scope: listing.scope,
    policy: listing.policy,
    citation: listing.citation,
    ...dateProperties('from', listing.from),
    ...dateProperties('to', listing.to),
  });
}

export function listingOf(p: Properties, entity: string): Listing {
  return present<Listing>({
    ...provenanceOf(p),
    id: p.id,
    entity,
    list: p.list,
    programme: p.programme,
    scope: p.scope,
    policy: p.policy,
    citation: p.citation,
    from: dateOf(p, 'from'),
    to: dateOf(p, 'to'),
  });
}

/** What an authorization says, without the party. */
export function authorizationContent(authorization: Authorization): Properties {
  return present({
    kind: authorization.kind,
    country: authorization.country,
    tpp: authorization.tpp,
    citation: authorization.citation,
    ...dateProperties('from', authorization.from),
    ...dateProperties('to', authorization.to),
  });
}

export function authorizationOf(p: Properties, entity: string): Authorization {
  return present<Authorization>({
    ...provenanceOf(p),
    id: p.id,
    entity,
    kind: p.kind,
    country: p.country,
    tpp: p.tpp,
    citation: p.citation,
    from: dateOf(p, 'from'),
    to: dateOf(p, 'to'),
  });
}

/** A whole number that differs where content differs (52 bits of a digest; only versions of one id are ever compared). */
export function contentNumber(content: unknown): number {
  return Number.parseInt(createHash('sha1').update(JSON.stringify(content)).digest('hex').slice(0, 13), 16);
}
