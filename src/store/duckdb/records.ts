/** Records as rows and back: entities, links, listings, authorizations. */
import type { DuckDBValue } from '@duckdb/node-api';
import type { Authorization } from '../../model/authorization.js';
import type { PartialDate } from '../../model/day.js';
import type { Entity, Identifier } from '../../model/entity.js';
import type { Link, LinkType } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { Provenance } from '../../model/provenance.js';
import { searchableNames } from '../names.js';
import type { FactKind } from '../port.js';
import { present } from '../records.js';
import { trustOf } from '../trust.js';
import { ALWAYS } from './known.js';
import type { Row } from './session.js';

/** One column of a record's table; `of` gives undefined (or an empty text) where the record has no value. */
interface Column<T> {
  readonly name: string;
  readonly type: 'VARCHAR' | 'INTEGER' | 'DOUBLE';
  readonly of: (record: T) => string | number | undefined;
}

/** How one kind of record is kept. Shipments are kept otherwise, since there are millions (`shipments-in.ts`). */
export interface RecordKind<T extends Provenance & { readonly id: string }> {
  readonly kind: Exclude<FactKind, 'shipments'>;
  readonly table: string;
  /** What makes two versions different. */
  readonly content: readonly Column<T>[];
  /** What follows from the content. */
  readonly derived: readonly Column<T>[];
  /** Columns that name parties. */
  readonly parties: readonly string[];
  readonly read: (row: Row) => T;
}

/** What is the same for every kind. */
export type KindOfRecord = Omit<RecordKind<never>, 'read'>;

const entities: RecordKind<Entity> = {
  kind: 'entities',
  table: 'entity',
  content: [
    text('schema', (entity) => entity.schema),
    text('name', (entity) => entity.name),
    text('aliases', (entity) => listText(entity.aliases)),
    text('country', (entity) => entity.country),
    text('headquarters', (entity) => entity.headquarters),
    text('address', (entity) => entity.address),
    ...date<Entity>('founded', (entity) => entity.foundedOn),
    ...date<Entity>('dissolved', (entity) => entity.dissolvedOn),
    ...date<Entity>('birth', (entity) => entity.birthDate),
    text('nationality', (entity) => entity.nationality),
    text('roles', (entity) => listText(entity.roles)),
    text('sector', (entity) => entity.sector),
    text('website', (entity) => entity.website),
    text('phone', (entity) => entity.phone),
    text('identifiers', (entity) => listText(entity.identifiers)),
    { name: 'site_power_mw', type: 'DOUBLE', of: (entity) => entity.sitePowerMw },
    ...date<Entity>('site_verified', (entity) => entity.siteVerifiedOn),
    text('notes', (entity) => entity.notes),
  ],
  derived: [
    { name: 'trust', type: 'INTEGER', of: trustOf },
    text('searchable', (entity) => searchableNames(entity.name, entity.aliases)),
  ],
  parties: [],
  read: (row) =>
    present<Entity>({
      ...provenance(row),
      id: row.id,
      schema: row.schema,
      name: row.name,
      aliases: list(row.aliases),
      country: row.country,
      headquarters: row.headquarters,
      address: row.address,
      foundedOn: dateOf(row, 'founded'),
      dissolvedOn: dateOf(row, 'dissolved'),
      birthDate: dateOf(row, 'birth'),
      nationality: row.nationality,
      roles: list(row.roles),
      sector: row.sector,
      website: row.website,
      phone: row.phone,
      identifiers: list(row.identifiers).map((one) => one as unknown as Identifier),
      sitePowerMw: row.site_power_mw,
      siteVerifiedOn: dateOf(row, 'site_verified'),
      notes: row.notes,
      stub: false,
    }),
};

const links: RecordKind<Link> = {
  kind: 'links',
  table: 'link',
  content: [
    text('type', (link) => link.type),
    text('source', (link) => link.source),
    text('target', (link) => link.target),
    { name: 'share_min', type: 'DOUBLE', of: (link) => link.share.min },
    { name: 'share_max', type: 'DOUBLE', of: (link) => link.share.max },
    { name: 'share_min_open', type: 'INTEGER', of: (link) => Number(link.share.minOpen) },
    { name: 'share_max_open', type: 'INTEGER', of: (link) => Number(link.share.maxOpen) },
    { name: 'share_known', type: 'INTEGER', of: (link) => Number(link.share.known) },
    ...date<Link>('from', (link) => link.from),
    ...date<Link>('to', (link) => link.to),
  ],
  derived: [],
  parties: ['source', 'target'],
  read: (row) =>
    present<Link>({
      ...provenance(row),
      id: row.id,
      type: row.type as LinkType,
      source: row.source,
      target: row.target,
      share: {
        min: row.share_min,
        max: row.share_max,
        minOpen: row.share_min_open === 1,
        maxOpen: row.share_max_open === 1,
        known: row.share_known === 1,
      },
      from: dateOf(row, 'from'),
      to: dateOf(row, 'to'),
    }),
};

const listings: RecordKind<Listing> = {
  kind: 'listings',
  table: 'listing',
  content: [
    text('entity', (listing) => listing.entity),
    text('list', (listing) => listing.list),
    text('programme', (listing) => listing.programme),
    text('scope', (listing) => listing.scope),
    text('policy', (listing) => listing.policy),
    text('citation', (listing) => listing.citation),
    ...date<Listing>('from', (listing) => listing.from),
    ...date<Listing>('to', (listing) => listing.to),
  ],
  derived: [],
  parties: ['entity'],
  read: (row) =>
    present<Listing>({
      ...provenance(row),
      id: row.id,
      entity: row.entity,
      list: row.list,
      programme: row.programme,
      scope: row.scope,
      policy: row.policy,
      citation: row.citation,
      from: dateOf(row, 'from'),
      to: dateOf(row, 'to'),
    }),
};

const authorizations: RecordKind<Authorization> = {
  kind: 'authorizations',
  table: 'authorization_record',
  content: [
    text('entity', (authorization) => authorization.entity),
    text('kind', (authorization) => authorization.kind),
    text('country', (authorization) => authorization.country),
    { name: 'tpp', type: 'DOUBLE', of: (authorization) => authorization.tpp },
    text('citation', (authorization) => authorization.citation),
    ...date<Authorization>('from', (authorization) => authorization.from),
    ...date<Authorization>('to', (authorization) => authorization.to),
  ],
  derived: [],
  parties: ['entity'],
  read: (row) =>
    present<Authorization>({
      ...provenance(row),
      id: row.id,
      entity: row.entity,
      kind: row.kind,
      country: row.country,
      tpp: row.tpp,
      citation: row.citation,
      from: dateOf(row, 'from'),
      to: dateOf(row, 'to'),
    }),
};

/** Each kind by the name of its facts. */
export const RECORDS = { entities, links, listings, authorizations } as const;
/** Every kind, in the order in which an import brings them in. */
export const RECORD_KINDS: readonly KindOfRecord[] = Object.values(RECORDS);

/** The columns of a kind's table, as they are declared. */
export function tableColumns(kind: KindOfRecord): string[] {
  return [
    'id VARCHAR',
    'dataset VARCHAR',
    'record VARCHAR',
    ...[...kind.content, ...kind.derived].map((column) => `"${column.name}" ${column.type}`),
    'known_from INTEGER',
    'known_until INTEGER',
    'shown BOOLEAN',
  ];
}

/** Days of departure and arrival, as columns of a table. */
export const DATE_COLUMNS_SQL =
  'departs_earliest INTEGER, departs_latest INTEGER, arrives_earliest INTEGER, arrives_latest INTEGER';

/** A list as JSON text; an empty one is no text. */
export function listText(values: readonly unknown[]): string | undefined {
  return values.length === 0 ? undefined : JSON.stringify(values);
}

/** The list in a JSON text. */
export function list(value: DuckDBValue | undefined): string[] {
  return typeof value === 'string' ? (JSON.parse(value) as string[]) : [];
}

function text<T>(name: string, of: (record: T) => string | undefined): Column<T> {
  return { name, type: 'VARCHAR', of };
}

/** A partial date in three columns: as stated, and its bounds. */
function date<T>(name: string, of: (record: T) => PartialDate | undefined): Column<T>[] {
  return [
    { name: `${name}_text`, type: 'VARCHAR', of: (record) => of(record)?.text },
    { name: `${name}_earliest`, type: 'INTEGER', of: (record) => of(record)?.earliest },
    { name: `${name}_latest`, type: 'INTEGER', of: (record) => of(record)?.latest },
  ];
}

function dateOf(row: Row, name: string): PartialDate | undefined {
  const earliest = row[`${name}_earliest`];
  if (typeof earliest !== 'number') return undefined;
  return { text: (row[`${name}_text`] ?? '') as string, earliest, latest: row[`${name}_latest`] as number };
}

function provenance(row: Row): { dataset: string; record: string; retrievedOn: number | undefined } {
  const knownFrom = row.known_from as number;
  return {
    dataset: row.dataset as string,
    record: (row.record ?? '') as string,
    retrievedOn: knownFrom === ALWAYS ? undefined : knownFrom,
  };
}
