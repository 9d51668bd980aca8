/** Parties, links, listings and authorizations on their way in. */
import type { Authorization } from '../../model/authorization.js';
import type { Entity } from '../../model/entity.js';
import type { Link } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { Provenance } from '../../model/provenance.js';
import { formatShare } from '../../model/share.js';
import { searchableNames } from '../names.js';
import type { FactKind } from '../port.js';
import { trustOf } from '../trust.js';
import { Namings, takeParties } from './import-parties.js';
import type { Effect, ImportState, Take } from './import-state.js';
import { type IncomingVersion, type KnownVersion, type MergePlan, planMerge } from './merge.js';
import type { Properties } from './properties.js';
import { authorizationContent, contentNumber, entityContent, linkContent, listingContent } from './records.js';
import { LINK_RELATIONSHIPS } from './recovery.js';

export const takeEntities: Take<Entity> = async (run, state, entities) => {
  const effects: Effect[] = [];
  const contents = entities.map(entityContent);
  const rows = entities.map((entity, i) => incoming(entity, contents[i], trustOf(entity)));
  const ids = [...new Set(rows.map((row) => row.id))];
  const known = await run<KnownVersion>('description-versions', { ids, version: state.importing });
  const plan = planMerge(rows, known, state.importing, state.settled.entities);

  const namings = new Namings();
  const described = new Map<string, Properties>();
  for (const index of plan.taken) {
    const entity = entities[index] as Entity;
    namings.add(entity.id, entity);
    const { dataset, record, retrievedOn } = entity;
    if (!described.has(entity.id)) described.set(entity.id, { ...contents[index], dataset, record, retrievedOn });
  }
  const parties = await takeParties(run, state, namings, effects, described);
  await run('create-descriptions', {
    rows: plan.taken.map((index) => {
      const entity = entities[index] as Entity;
      const key = parties.keyOf(entity.id);
      const trust = trustOf(entity);
      const searchable = searchableNames(entity.name, entity.aliases) || undefined;
      return { ...versionProperties(entity, rows, plan, index, state), ...contents[index], key, trust, searchable };
    }),
  });
  const contested = [...plan.contested].map(parties.keyOf);
  if (contested.length > 0) await run('contest-descriptions', { keys: contested });
  // What people browse follows the choice among descriptions; a party met here for the first time has it already.
  const changed = [...described.keys()].filter((id) => !parties.isNew(id) || plan.contested.has(id));
  if (changed.length > 0) await run('touch-parties', { keys: changed.map(parties.keyOf), importing: state.importing });
  const alreadyDescribed = new Set(known.map((version) => version.id));
  effects.push(() => {
    for (const id of described.keys()) {
      if (parties.keyOf(id) >= state.firstParty && !alreadyDescribed.has(id)) state.described++;
    }
    if (changed.length > 0) state.untidy = true;
    state.note('entities', rows, plan);
  });
  return effects;
};

export const takeLinks: Take<Link> = recordTake({
  kind: 'links',
  versions: 'link-versions',
  create: 'create-links',
  contest: 'contest-links',
  parties: (link) => [link.source, link.target],
  content: linkContent,
  row: (link, properties, keyOf) => ({
    relationship: LINK_RELATIONSHIPS[link.type] as string,
    source: keyOf(link.source),
    target: keyOf(link.target),
    properties: { ...properties, share: link.share.known ? formatShare(link.share) : undefined },
  }),
});

export const takeListings: Take<Listing> = recordTake({
  kind: 'listings',
  versions: 'listing-versions',
  create: 'create-listings',
  contest: 'contest-listings',
  parties: (listing) => [listing.entity],
  content: listingContent,
  row: (listing, properties, keyOf) => ({ entity: keyOf(listing.entity), properties }),
});

export const takeAuthorizations: Take<Authorization> = recordTake({
  kind: 'authorizations',
  versions: 'authorization-versions',
  create: 'create-authorizations',
  contest: 'contest-authorizations',
  parties: (authorization) => [authorization.entity],
  content: authorizationContent,
  row: (authorization, properties, keyOf) => ({ entity: keyOf(authorization.entity), properties }),
});

/** Properties that every version has beside its content. */
export function versionProperties(
  record: Provenance & { readonly id: string },
  rows: readonly IncomingVersion[],
  plan: MergePlan,
  index: number,
  state: ImportState,
): Properties {
  const { id, dataset, retrievedOn } = record;
  const contested = plan.contested.has(id);
  return {
    id,
    dataset,
    record: record.record,
    retrievedOn,
    since: state.importing,
    content: rows[index]?.content,
    ...(contested ? { contested, touched: state.importing } : {}),
  };
}

/** A record as it is compared with what is known. */
export function incoming(
  record: Provenance & { readonly id: string },
  content: unknown,
  trust = 0,
): IncomingVersion & { readonly record: string } {
  const { id, dataset, retrievedOn } = record;
  return {
    id,
    dataset,
    record: record.record,
    content: contentNumber(content),
    trust,
    ...(retrievedOn === undefined ? {} : { retrievedOn }),
  };
}

interface RecordKind<T> {
  readonly kind: FactKind;
  readonly versions: string;
  readonly create: string;
  readonly contest: string;
  readonly parties: (record: T) => readonly string[];
  readonly content: (record: T) => Properties;
  readonly row: (record: T, properties: Properties, keyOf: (id: string) => number) => Properties;
}

function recordTake<T extends Provenance & { readonly id: string }>(kind: RecordKind<T>): Take<T> {
  return async (run, state, records) => {
    const effects: Effect[] = [];
    const contents = records.map(kind.content);
    const rows = records.map((record, i) => incoming(record, [kind.parties(record), contents[i]]));
    const ids = [...new Set(rows.map((row) => row.id))];
    const known = await run<KnownVersion>(kind.versions, { ids, version: state.importing });
    const plan = planMerge(rows, known, state.importing, state.settled[kind.kind]);
    const namings = new Namings();
    for (const index of plan.taken) {
      const record = records[index] as T;
      for (const id of kind.parties(record)) namings.add(id, record);
    }
    const { keyOf } = await takeParties(run, state, namings, effects);
    const created = plan.taken.map((index) => {
      const record = records[index] as T;
      const properties = { ...versionProperties(record, rows, plan, index, state), ...contents[index] };
      return kind.row(record, properties, keyOf);
    });
    if (created.length > 0) await run(kind.create, { rows: created });
    if (plan.contested.size > 0) await run(kind.contest, { ids: [...plan.contested], importing: state.importing });
    effects.push(() => state.note(kind.kind, rows, plan));
    return effects;
  };
}
