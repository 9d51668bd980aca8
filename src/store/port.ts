/** The one door to the facts: what every store must do, in the words of the facts and never of SQL or Cypher. */
import type { Authorization } from '../model/authorization.js';
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import type { Link, LinkType } from '../model/link.js';
import type { Listing } from '../model/listing.js';
import type { Shipment } from '../model/shipment.js';

/**
 * A store of facts. Both implementations pass the one contract suite (`test/support/store-contract.ts`)
 * and give the same answers, in the same order, for the same facts.
 *
 * Every read takes an `AsOf`: records learned later (by `retrievedOn`) are hidden, and of a record that
 * was replaced the version known on that day is shown. Without it, everything is known.
 *
 * Dense keys: parties and shipments have whole numbers from 0 that never change while the store lives.
 * `keyCounts()` bounds them. They are for arrays; ids are for people.
 *
 * Every method throws `DetourError` `STORE_UNAVAILABLE` when the store cannot be reached.
 */
export interface Store {
  /** One line for people: `DuckDB file data/detour.duckdb`, `Neo4j neo4j://127.0.0.1:7687`. Never a password. */
  readonly description: string;

  /** Grows by one with each committed import. 0 is the empty store. */
  version(): Promise<number>;

  /**
   * Takes a whole import or nothing: visible at once when the returned promise resolves, and not at all if it
   * rejects or the process dies. Same id and content as what is there: no change. Same id, other content,
   * same data set: replaced, the old kept as history. Same id from another data set: both kept, the more
   * trusted shown (data-formats, section 15), ties by data set name in byte order. Parties that are named and
   * not described become stubs. The second of two rows with one id and different content inside this import
   * is not taken and comes back in `duplicates`; one with the same content counts as unchanged.
   *
   * Content is everything but `record` and `retrievedOn`. Where equal content was retrieved earlier than what is
   * there, it counts as replaced, since the record was known earlier than thought.
   *
   * `signal` aborted: rejects with its reason and leaves nothing. Imports into one store wait for each other.
   */
  apply(facts: AsyncIterable<FactBatch>, meta: ImportMeta): Promise<ImportResult>;

  /**
   * The party with this id. An id that nobody knows is undefined. A stub has an empty `dataset` and `record`, no
   * fields of its own, and as `retrievedOn` the first day on which a record named it (none if that record was
   * always known). Before its description was learned, a party that was named by then is a stub as well.
   */
  entity(id: string, asOf?: AsOf): Promise<Entity | undefined>;
  /** In the order asked; undefined where unknown. */
  entities(ids: readonly string[], asOf?: AsOf): Promise<readonly (Entity | undefined)[]>;
  /**
   * Search over names and aliases plus filters; without text by id. With text: parties of which each word of the
   * text begins a word of their names (`store/names.ts`), first those with a name of exactly these words, then
   * those that have each as a whole word, then the rest; in each group by id. Stubs have no names and no fields:
   * they are found only where nothing is asked for. A text without a letter or digit finds nothing; a blank one is
   * no text. A list asks for any of its values, an empty one for nothing. Data set: that of the version shown.
   */
  findEntities(query: EntityQuery, page: Page, asOf?: AsOf): Promise<PageOf<Entity>>;
  shipment(id: string, asOf?: AsOf): Promise<Shipment | undefined>;
  /** In the order asked; undefined where unknown. */
  shipments(ids: readonly string[], asOf?: AsOf): Promise<readonly (Shipment | undefined)[]>;
  /** By earliest departure, then id. An id in the query that nobody knows finds nothing. */
  findShipments(query: ShipmentQuery, page: Page, asOf?: AsOf): Promise<PageOf<Shipment>>;
  /** Links that touch the party, of the given types (all if not given, none for an empty list), by id. */
  linksOf(entity: string, types?: readonly LinkType[], asOf?: AsOf): Promise<readonly Link[]>;
  /** Listings of the parties, by entity, then id. */
  listingsOf(entities: readonly string[], asOf?: AsOf): Promise<readonly Listing[]>;

  /** All links, by id. */
  links(asOf?: AsOf): Promise<readonly Link[]>;
  /** All listings, by id. */
  listings(asOf?: AsOf): Promise<readonly Listing[]>;
  /** All authorizations, by id. */
  authorizations(asOf?: AsOf): Promise<readonly Authorization[]>;
  /**
   * All of everything, for export: batches in the order entities, links, shipments, listings, authorizations,
   * each by id. Records of all data sets, not only those shown (of one id the shown one first, then by trust and
   * data set name); no stubs, since naming them makes them.
   */
  facts(asOf?: AsOf): AsyncIterable<FactBatch>;

  /** How many dense keys have been given out. */
  keyCounts(): Promise<{ readonly parties: number; readonly shipments: number }>;
  /** One slot a party key (a hole, for a party not known as of then, has `known = 0`). */
  partyColumns(asOf?: AsOf): Promise<PartyColumns>;
  /**
   * The bulk read for a projection, streamed into typed arrays: the shipments of the scope, sorted by
   * (shipper's key, earliest departure, latest departure, shipment id in byte order). Only the columns wanted are read.
   */
  columns<C extends ShipmentColumnName>(scope: Scope, wanted: readonly C[]): Promise<ShipmentColumns<C>>;
  /** The distinct statements that `paper`, `terms` and `places` codes stand for; the code is the index. */
  dictionaries(): Promise<Dictionaries>;
  /** Dense keys into ids, in the order asked. @throws DetourError `NOT_FOUND` for a key never given out. */
  ids(kind: 'party' | 'shipment', keys: ArrayLike<number>): Promise<string[]>;
  /** Ids into dense keys, in the order asked; -1 where unknown. */
  keys(kind: 'party' | 'shipment', ids: readonly string[]): Promise<Int32Array>;
  /** For each party key its rank among all party ids in UTF-8 byte order. */
  partyRanks(): Promise<Int32Array>;

  /** Data sets by name in byte order: how many current records of each kind, the last retrieval day, the last import. */
  datasets(): Promise<readonly Dataset[]>;
  close(): Promise<void>;
}

/**
 * Hide what was learned after this day; undefined hides nothing. Of the versions of a record in one data set the
 * one shown is the last imported among those retrieved by then (without a retrieval day: always known).
 */
export type AsOf = Day | undefined;

/** Some facts of any kinds. Big imports come as many batches; shipments by column, since there are millions. */
export interface FactBatch {
  readonly entities?: readonly Entity[];
  readonly links?: readonly Link[];
  readonly shipments?: ShipmentBatch;
  readonly listings?: readonly Listing[];
  readonly authorizations?: readonly Authorization[];
}

/** Shipments by column: each has `length` values, `undefined` where absent. */
export type ShipmentBatch = { readonly length: number; readonly id: readonly string[] } & {
  readonly [Field in Exclude<keyof Shipment, 'id'>]-?: Column<Shipment[Field]>;
};

/** One value a row: as an array of them, or each different one once (`valueAt` in `store/records.ts` reads both). */
export type Column<T> = readonly T[] | Coded<T>;

/** A column of few different values. */
export interface Coded<T> {
  /** Of each row, the place of its value among the values. */
  readonly codes: Int32Array;
  /**
   * May be shared by many batches, and then only ever gets longer: whatever was made of the value at a place can be
   * kept for the next batch with the same array. One value may stand at several places, and a place that no row has
   * may hold undefined.
   */
  readonly values: readonly T[];
}

export interface ImportMeta {
  /** When, in milliseconds since 1970. */
  readonly importedAt: number;
  /** Free text for people: the files. */
  readonly source: string;
  /** Called now and then with the number of records written so far. */
  readonly onProgress?: (written: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportResult {
  readonly version: number;
  readonly added: Counts;
  readonly replaced: Counts;
  readonly unchanged: Counts;
  readonly stubs: number;
  /** Rows not taken because an earlier row of this import has the same id and different content. */
  readonly duplicates: readonly { readonly kind: FactKind; readonly id: string; readonly record: string }[];
}

export type FactKind = 'entities' | 'links' | 'shipments' | 'listings' | 'authorizations';
export type Counts = Readonly<Record<FactKind, number>>;

export interface Page {
  /** 1 to 500. */
  readonly first: number;
  /** Opaque, from an earlier `endCursor`. */
  readonly after?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly total: number;
}

export interface EntityQuery {
  readonly text?: string;
  readonly countries?: readonly CountryCode[];
  readonly schemas?: readonly string[];
  readonly roles?: readonly string[];
  readonly dataset?: string;
}

export interface ShipmentQuery {
  /** Touches any of these as shipper, consignee, end user or forwarder. */
  readonly parties?: readonly string[];
  readonly shipper?: string;
  readonly consignee?: string;
  /** Can have departed on or after. */
  readonly since?: Day;
  /** Can have departed on or before. */
  readonly until?: Day;
  readonly fromCountry?: CountryCode;
  readonly toCountry?: CountryCode;
  readonly product?: string;
  readonly hs?: string;
  readonly document?: string;
}

/** Which shipments a projection holds. Pushed down, so that memory grows with the case and not with the store. */
export interface Scope {
  readonly asOf?: AsOf;
  /** Can have departed on or after. */
  readonly since?: Day;
  /** Can have departed on or before. */
  readonly until?: Day;
  /** Only shipments that a walk forwards from one of these party keys, of at most `hops` movements, can use (ignoring days). */
  readonly seeds?: readonly number[];
  readonly hops?: number;
  /**
   * With `seeds`: pairs of party keys, `from[i]` to `to[i]`, that the walk may also step over between two movements
   * (one pair at a time, at no cost in hops). Without it a walk goes by movements alone.
   */
  readonly ties?: { readonly from: ArrayLike<number>; readonly to: ArrayLike<number> };
}

/**
 * Columns of shipments. Keys, codes and days are Int32 (-1 for absent keys and codes), amounts Float64 (NaN
 * for absent), flags Uint8 (1 departs assumed, 2 arrives assumed). All lie on SharedArrayBuffers, so that
 * workers read them in place.
 */
export interface ShipmentColumnTypes {
  readonly shipment: Int32Array;
  readonly shipper: Int32Array;
  readonly consignee: Int32Array;
  readonly endUser: Int32Array;
  readonly forwarder: Int32Array;
  readonly departsEarliest: Int32Array;
  readonly departsLatest: Int32Array;
  readonly arrivesEarliest: Int32Array;
  readonly arrivesLatest: Int32Array;
  /** Code of what the paper says of the goods; -1 where it says nothing (so for `places` and `terms`). */
  readonly paper: Int32Array;
  /** Code of (fromCountry, toCountry). */
  readonly places: Int32Array;
  /** Code of act, exception, certifications, currency, paidBy, licence. */
  readonly terms: Int32Array;
  /** Code shared by lines of one document. */
  readonly document: Int32Array;
  /** Rank of the shipment's id among all shipment ids in UTF-8 byte order (holes allowed, order exact). */
  readonly rank: Int32Array;
  readonly units: Float64Array;
  readonly value: Float64Array;
  readonly weightKg: Float64Array;
  readonly flags: Uint8Array;
}
export type ShipmentColumnName = keyof ShipmentColumnTypes;
export type ShipmentColumns<C extends ShipmentColumnName> = { readonly count: number } & Pick<ShipmentColumnTypes, C>;

/** What the paper says of the goods; all as stated. */
export interface Paper {
  readonly product?: string;
  readonly eccn?: string;
  readonly hs?: string;
  readonly description?: string;
}
export interface Terms {
  readonly act?: string;
  readonly exception?: string;
  readonly certifications: readonly string[];
  readonly currency?: string;
  readonly paidBy?: string;
  readonly licence?: string;
}
export interface Places {
  readonly fromCountry?: CountryCode;
  readonly toCountry?: CountryCode;
}
export interface Dictionaries {
  readonly papers: readonly Paper[];
  readonly terms: readonly Terms[];
  readonly places: readonly Places[];
}

/** One slot a party key. Text is by code into `texts` (-1 absent). Days are Int32 with `NO_DAY` for absent. */
export interface PartyColumns {
  readonly count: number;
  readonly known: Uint8Array;
  readonly stub: Uint8Array;
  readonly schema: Int32Array;
  readonly country: Int32Array;
  readonly headquarters: Int32Array;
  readonly nationality: Int32Array;
  readonly sector: Int32Array;
  readonly address: Int32Array;
  readonly phone: Int32Array;
  readonly website: Int32Array;
  /** Code of the `;`-joined sorted roles. */
  readonly roles: Int32Array;
  readonly foundedEarliest: Int32Array;
  readonly foundedLatest: Int32Array;
  readonly siteVerifiedEarliest: Int32Array;
  readonly siteVerifiedLatest: Int32Array;
  readonly sitePowerMw: Float64Array;
  readonly texts: readonly string[];
}

/** "No day" in day columns; day 0 is a day like any other. */
export const NO_DAY = -0x80000000;

export interface Dataset {
  readonly name: string;
  readonly records: Counts;
  readonly retrievedOn?: Day;
  readonly importedAt: number;
}
