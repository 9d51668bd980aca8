/** The store in a Neo4j database. */
import type { Authorization } from '../../model/authorization.js';
import type { Entity } from '../../model/entity.js';
import type { Link, LinkType } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { Shipment } from '../../model/shipment.js';
import type * as port from '../port.js';
import { readColumns } from './columns.js';
import type { Database } from './database.js';
import { readDatasets, readDictionaries } from './dictionaries.js';
import { everything } from './export.js';
import { findShipments, shipmentsWith } from './find-shipments.js';
import { importFacts } from './import.js';
import { idsOf, keysOf, partyRanks } from './keys.js';
import { takeLease } from './lease.js';
import { entitiesWith, findEntities } from './parties.js';
import { readPartyColumns } from './party-columns.js';
import { recover } from './recovery.js';
import { allAuthorizations, allLinks, allListings, linksOf, listingsOf } from './relations.js';

/** Facts in a Neo4j database; see the port for what each method promises. */
export class Neo4jStore implements port.Store {
  readonly description: string;
  readonly #database: Database;
  readonly #newId: () => string;
  #importing: Promise<unknown> = Promise.resolve();

  constructor(database: Database, newId: () => string) {
    this.#database = database;
    this.#newId = newId;
    this.description = `Neo4j ${database.address}`;
  }

  async version(): Promise<number> {
    return this.#database.read(async (_run, state) => state.version);
  }

  async apply(facts: AsyncIterable<port.FactBatch>, meta: port.ImportMeta): Promise<port.ImportResult> {
    const mine = this.#importing.then(() => this.#apply(facts, meta));
    this.#importing = mine.catch(() => undefined);
    return mine;
  }

  async entity(id: string, asOf?: port.AsOf): Promise<Entity | undefined> {
    return (await this.entities([id], asOf))[0];
  }

  async entities(ids: readonly string[], asOf?: port.AsOf): Promise<readonly (Entity | undefined)[]> {
    return this.#database.read((run, state) => entitiesWith(run, state, ids, asOf));
  }

  async findEntities(query: port.EntityQuery, page: port.Page, asOf?: port.AsOf): Promise<port.PageOf<Entity>> {
    return this.#database.read((run, state) => findEntities(run, state, query, page, asOf));
  }

  async shipment(id: string, asOf?: port.AsOf): Promise<Shipment | undefined> {
    return (await this.shipments([id], asOf))[0];
  }

  async shipments(ids: readonly string[], asOf?: port.AsOf): Promise<readonly (Shipment | undefined)[]> {
    return this.#database.read((run, state) => shipmentsWith(run, state, ids, asOf));
  }

  async findShipments(query: port.ShipmentQuery, page: port.Page, asOf?: port.AsOf): Promise<port.PageOf<Shipment>> {
    return this.#database.read((run, state) => findShipments(run, state, query, page, asOf));
  }

  async linksOf(entity: string, types?: readonly LinkType[], asOf?: port.AsOf): Promise<readonly Link[]> {
    return this.#database.read((run, state) => linksOf(run, state, entity, types, asOf));
  }

  async listingsOf(entities: readonly string[], asOf?: port.AsOf): Promise<readonly Listing[]> {
    return this.#database.read((run, state) => listingsOf(run, state, entities, asOf));
  }

  async links(asOf?: port.AsOf): Promise<readonly Link[]> {
    return this.#database.read((run, state) => allLinks(run, state, asOf));
  }

  async listings(asOf?: port.AsOf): Promise<readonly Listing[]> {
    return this.#database.read((run, state) => allListings(run, state, asOf));
  }

  async authorizations(asOf?: port.AsOf): Promise<readonly Authorization[]> {
    return this.#database.read((run, state) => allAuthorizations(run, state, asOf));
  }

  facts(asOf?: port.AsOf): AsyncIterable<port.FactBatch> {
    return everything(this.#database, asOf);
  }

  async keyCounts(): Promise<{ readonly parties: number; readonly shipments: number }> {
    return this.#database.read(async (_run, { parties, shipments }) => ({ parties, shipments }));
  }

  async partyColumns(asOf?: port.AsOf): Promise<port.PartyColumns> {
    return this.#database.read((run, state) => readPartyColumns(run, state, asOf));
  }

  async columns<C extends port.ShipmentColumnName>(
    scope: port.Scope,
    wanted: readonly C[],
  ): Promise<port.ShipmentColumns<C>> {
    const state = await this.#database.read(async (_run, now) => now);
    return readColumns(this.#database, state, scope, wanted);
  }

  async dictionaries(): Promise<port.Dictionaries> {
    return this.#database.read(readDictionaries);
  }

  async ids(kind: 'party' | 'shipment', keys: ArrayLike<number>): Promise<string[]> {
    return this.#database.read((run, state) => idsOf(run, state, kind, keys));
  }

  async keys(kind: 'party' | 'shipment', ids: readonly string[]): Promise<Int32Array> {
    return this.#database.read((run, state) => keysOf(run, state, kind, ids));
  }

  async partyRanks(): Promise<Int32Array> {
    return this.#database.read(partyRanks);
  }

  async datasets(): Promise<readonly port.Dataset[]> {
    return this.#database.read(readDatasets);
  }

  async close(): Promise<void> {
    await this.#database.close(this.#importing);
  }

  async #apply(facts: AsyncIterable<port.FactBatch>, meta: port.ImportMeta): Promise<port.ImportResult> {
    const { closing } = this.#database;
    const signal = meta.signal === undefined ? closing : AbortSignal.any([meta.signal, closing]);
    signal.throwIfAborted();
    const lease = await takeLease(this.#database, this.#newId(), signal);
    try {
      await recover(this.#database, lease);
      return await importFacts(this.#database, lease, facts, { ...meta, signal });
    } finally {
      await lease.release().catch(() => undefined);
    }
  }
}
