/** The store on one DuckDB file. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Authorization } from '../../model/authorization.js';
import type { Entity } from '../../model/entity.js';
import type { Link, LinkType } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { Provenance } from '../../model/provenance.js';
import type { Shipment } from '../../model/shipment.js';
import type * as port from '../port.js';
import { apply } from './apply.js';
import { readColumns, readRanks } from './columns.js';
import { readDatasets } from './datasets.js';
import { readDictionaries } from './dictionaries.js';
import { everything } from './export.js';
import { entitiesWith, findEntities } from './find-entities.js';
import { findShipments, shipmentsWith } from './find-shipments.js';
import { idsOf, keysOf } from './keys.js';
import { shownOn } from './known.js';
import { readPartyColumns } from './party-columns.js';
import { RECORDS, type RecordKind } from './records.js';
import { type Connections, one, rows, rowsFor } from './session.js';
import { type StoreState, stateOf } from './shipments.js';

/** Facts in one DuckDB file; see the port for what each method promises. */
export class DuckDbStore implements port.Store {
  readonly description: string;
  readonly #connections: Connections;
  /** Ranks of ids by kind, of the store version they were read at. */
  readonly #ranks = new Map<'party' | 'shipment_id', { readonly version: number; readonly ranks: Int32Array }>();
  #importing: Promise<unknown> = Promise.resolve();

  constructor(connections: Connections, description: string) {
    this.#connections = connections;
    this.description = description;
  }

  async version(): Promise<number> {
    return this.#connections.use((c) => one(c, 'SELECT version FROM store_state'));
  }

  async apply(facts: AsyncIterable<port.FactBatch>, meta: port.ImportMeta): Promise<port.ImportResult> {
    const before = this.#importing;
    const signal =
      meta.signal === undefined ? this.#connections.closing : AbortSignal.any([meta.signal, this.#connections.closing]);
    const mine = before.then(() => this.#connections.own((c) => apply(c, facts, { ...meta, signal })));
    this.#importing = mine.catch(() => undefined);
    return mine;
  }

  async entity(id: string, asOf?: port.AsOf): Promise<Entity | undefined> {
    return (await this.entities([id], asOf))[0];
  }

  async entities(ids: readonly string[], asOf?: port.AsOf): Promise<readonly (Entity | undefined)[]> {
    return inOrder(ids, await this.#connections.snapshot((c) => entitiesWith(c, ids, asOf)));
  }

  async findEntities(query: port.EntityQuery, page: port.Page, asOf?: port.AsOf): Promise<port.PageOf<Entity>> {
    return this.#connections.snapshot((c) => findEntities(c, query, page, asOf));
  }

  async shipment(id: string, asOf?: port.AsOf): Promise<Shipment | undefined> {
    return (await this.shipments([id], asOf))[0];
  }

  async shipments(ids: readonly string[], asOf?: port.AsOf): Promise<readonly (Shipment | undefined)[]> {
    return inOrder(ids, await this.#reading((c, state) => shipmentsWith(c, state, ids, asOf)));
  }

  async findShipments(query: port.ShipmentQuery, page: port.Page, asOf?: port.AsOf): Promise<port.PageOf<Shipment>> {
    return this.#reading((c, state) => findShipments(c, state, query, page, asOf));
  }

  async linksOf(entity: string, types?: readonly LinkType[], asOf?: port.AsOf): Promise<readonly Link[]> {
    const touching = await this.#records(RECORDS.links, asOf, '(source = $1 OR target = $1)', entity);
    return types === undefined ? touching : touching.filter((link) => types.includes(link.type));
  }

  async listingsOf(entities: readonly string[], asOf?: port.AsOf): Promise<readonly Listing[]> {
    if (entities.length === 0) return [];
    const sql = `SELECT * FROM ${shownOn('listing', asOf)} WHERE entity IN (SELECT unnest($1)) ORDER BY entity, id`;
    return this.#connections.use(async (c) => (await rowsFor(c, sql, entities)).map(RECORDS.listings.read));
  }

  async links(asOf?: port.AsOf): Promise<readonly Link[]> {
    return this.#records(RECORDS.links, asOf);
  }

  async listings(asOf?: port.AsOf): Promise<readonly Listing[]> {
    return this.#records(RECORDS.listings, asOf);
  }

  async authorizations(asOf?: port.AsOf): Promise<readonly Authorization[]> {
    return this.#records(RECORDS.authorizations, asOf);
  }

  facts(asOf?: port.AsOf): AsyncIterable<port.FactBatch> {
    return this.#connections.stream((c) => everything(c, asOf));
  }

  async keyCounts(): Promise<{ readonly parties: number; readonly shipments: number }> {
    return this.#connections.snapshot(async (c) => ({
      parties: await one(c, 'SELECT count(*) FROM party'),
      shipments: await one(c, 'SELECT count(*) FROM shipment_id'),
    }));
  }

  async partyColumns(asOf?: port.AsOf): Promise<port.PartyColumns> {
    return this.#connections.snapshot((c) => readPartyColumns(c, asOf));
  }

  async columns<C extends port.ShipmentColumnName>(
    scope: port.Scope,
    wanted: readonly C[],
  ): Promise<port.ShipmentColumns<C>> {
    return this.#reading((c, state) =>
      readColumns(c, state, scope, wanted, () => this.#ranksOf(c, 'shipment_id', state.version)),
    );
  }

  async dictionaries(): Promise<port.Dictionaries> {
    return this.#connections.snapshot(readDictionaries);
  }

  async ids(kind: 'party' | 'shipment', keys: ArrayLike<number>): Promise<string[]> {
    return this.#connections.use((c) => idsOf(c, kind, keys));
  }

  async keys(kind: 'party' | 'shipment', ids: readonly string[]): Promise<Int32Array> {
    return this.#connections.use((c) => keysOf(c, kind, ids));
  }

  async partyRanks(): Promise<Int32Array> {
    return this.#reading((c, state) => this.#ranksOf(c, 'party', state.version));
  }

  async datasets(): Promise<readonly port.Dataset[]> {
    return this.#connections.snapshot(readDatasets);
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  #reading<T>(work: (c: DuckDBConnection, state: StoreState) => Promise<T>): Promise<T> {
    return this.#connections.snapshot(async (c) => work(c, await stateOf(c)));
  }

  #records<T extends Provenance & { readonly id: string }>(
    kind: RecordKind<T>,
    asOf: port.AsOf,
    condition = 'true',
    ...values: string[]
  ): Promise<T[]> {
    const sql = `SELECT * FROM ${shownOn(kind.table, asOf)} WHERE ${condition} ORDER BY id`;
    return this.#connections.use(async (c) => (await rows(c, sql, values)).map(kind.read));
  }

  async #ranksOf(c: DuckDBConnection, table: 'party' | 'shipment_id', version: number): Promise<Int32Array> {
    const kept = this.#ranks.get(table);
    if (kept?.version === version) return kept.ranks;
    const ranks = await readRanks(c, table);
    this.#ranks.set(table, { version, ranks });
    return ranks;
  }
}

function inOrder<T extends { readonly id: string }>(ids: readonly string[], found: readonly T[]): (T | undefined)[] {
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id));
}
