/** Links, listings and authorizations read back. */
import type { Authorization } from '../../model/authorization.js';
import type { Link, LinkType } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { AsOf } from '../port.js';
import type { Run, StoreState } from './database.js';
import { compareBytes, knownById, shownOf, type Version } from './known.js';
import type { Properties } from './properties.js';
import { authorizationOf, linkOf, listingOf } from './records.js';

/** A version as the statements give it, with the ids of its parties. */
interface Found<T> extends Version {
  readonly read: () => T;
}

/** Links that touch the party, of these types, by id. */
export async function linksOf(
  run: Run,
  state: StoreState,
  entity: string,
  types: readonly LinkType[] | undefined,
  asOf: AsOf,
): Promise<Link[]> {
  const { version } = state;
  const touching = await run('links-of', { ids: [entity], version });
  const versions = touching.map(linkFound);
  // A version that touches the party may have given way to one that does not, and the other way round.
  const contested = [...new Set(touching.filter(isContested).map((row) => (row.version as Properties).id as string))];
  if (contested.length > 0) {
    const others = (await run('links-with-ids', { ids: contested, version })).map(linkFound);
    const uncontested = versions.filter((one) => !contested.includes(one.id));
    versions.splice(0, versions.length, ...uncontested, ...others);
  }
  return shownById(versions, asOf).filter(
    (link) => (link.source === entity || link.target === entity) && (types === undefined || types.includes(link.type)),
  );
}

/** All links, by id. */
export async function allLinks(run: Run, state: StoreState, asOf: AsOf): Promise<Link[]> {
  return shownById((await run('links-all', { version: state.version })).map(linkFound), asOf);
}

/** Listings of the parties, by party, then id. */
export async function listingsOf(
  run: Run,
  state: StoreState,
  entities: readonly string[],
  asOf: AsOf,
): Promise<Listing[]> {
  const wanted = new Set(entities);
  const rows = await run('listings-of', { ids: [...wanted], version: state.version });
  return shownById(rows.map(listingFound), asOf)
    .filter((listing) => wanted.has(listing.entity))
    .sort((a, b) => compareBytes(a.entity, b.entity) || compareBytes(a.id, b.id));
}

/** All listings, by id. */
export async function allListings(run: Run, state: StoreState, asOf: AsOf): Promise<Listing[]> {
  return shownById((await run('listings-all', { version: state.version })).map(listingFound), asOf);
}

/** All authorizations, by id. */
export async function allAuthorizations(run: Run, state: StoreState, asOf: AsOf): Promise<Authorization[]> {
  return shownById((await run('authorizations-all', { version: state.version })).map(authorizationFound), asOf);
}

/** Every data set's record of each id as known on the day, by id, the shown one first. */
export async function everyRelation(
  run: Run,
  state: StoreState,
  kind: 'links' | 'listings' | 'authorizations',
  asOf: AsOf,
): Promise<(Link | Listing | Authorization)[]> {
  const found: (row: Properties) => Found<Link | Listing | Authorization> =
    kind === 'links' ? linkFound : kind === 'listings' ? listingFound : authorizationFound;
  const versions = (await run(`${kind}-all`, { version: state.version })).map(found);
  const known = [...knownById(versions, asOf)].sort(([a], [b]) => compareBytes(a, b));
  return known.flatMap(([, several]) => several.map((one) => one.read()));
}

function shownById<T extends { readonly id: string }>(versions: readonly Found<T>[], asOf: AsOf): T[] {
  const shown = shownOf(versions, asOf).map((one) => one.read());
  return shown.sort((a, b) => compareBytes(a.id, b.id));
}

function isContested(row: Properties): boolean {
  return (row.version as Properties).contested === true;
}

function linkFound(row: Properties): Found<Link> {
  const version = row.version as Version & Properties;
  return found(version, () => linkOf(version, row.source as string, row.target as string));
}

function listingFound(row: Properties): Found<Listing> {
  const version = row.version as Version & Properties;
  return found(version, () => listingOf(version, row.entity as string));
}

function authorizationFound(row: Properties): Found<Authorization> {
  const version = row.version as Version & Properties;
  return found(version, () => authorizationOf(version, row.entity as string));
}

function found<T>(version: Version, read: () => T): Found<T> {
  const { id, dataset, since, retrievedOn } = version;
  return { id, dataset, since, ...(retrievedOn === undefined ? {} : { retrievedOn }), read };
}
