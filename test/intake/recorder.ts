/** A store that only remembers what it was given, for tests of the readers. */
import type { Authorization } from '../../src/model/authorization.js';
import type { Entity } from '../../src/model/entity.js';
import type { Link } from '../../src/model/link.js';
import type { Listing } from '../../src/model/listing.js';
import type { Shipment } from '../../src/model/shipment.js';
import type {
  Counts,
  FactBatch,
  FactKind,
  ImportMeta,
  ImportResult,
  ShipmentBatch,
  Store,
} from '../../src/store/port.js';
import { shipmentAt } from '../../src/store/records.js';

const KINDS = ['entities', 'links', 'shipments', 'listings', 'authorizations'] as const;

/** Takes batches in the same way as a store: all of an import or nothing, one row an id and data set. */
export class Recorder implements Pick<Store, 'apply' | 'keys' | 'facts'> {
  entities: Entity[] = [];
  links: Link[] = [];
  shipments: Shipment[] = [];
  listings: Listing[] = [];
  authorizations: Authorization[] = [];
  imports = 0;
  batches = 0;

  async apply(facts: AsyncIterable<FactBatch>, meta: ImportMeta): Promise<ImportResult> {
    const fresh: Record<FactKind, { id: string; dataset: string; record: string }[]> = {
      entities: [],
      links: [],
      shipments: [],
      listings: [],
      authorizations: [],
    };
    const seen = new Map<string, string>();
    const duplicates: { kind: FactKind; id: string; record: string }[] = [];
    for await (const batch of facts) {
      meta.signal?.throwIfAborted();
      this.batches++;
      for (const kind of KINDS) {
        const rows = kind === 'shipments' ? rowsOf(batch.shipments) : (batch[kind] ?? []);
        for (const row of rows) {
          const key = `${kind} ${row.dataset} ${row.id}`;
          const content = JSON.stringify({ ...row, record: undefined, retrievedOn: undefined });
          const before = seen.get(key);
          if (before === undefined) {
            seen.set(key, content);
            fresh[kind].push(row);
          } else if (before !== content) duplicates.push({ kind, id: row.id, record: row.record });
        }
      }
    }
    const added: Record<string, number> = {};
    for (const kind of KINDS) {
      const known = new Set(this[kind].map((row) => `${row.dataset} ${row.id}`));
      const news = fresh[kind].filter((row) => !known.has(`${row.dataset} ${row.id}`));
      added[kind] = news.length;
      (this[kind] as unknown[]).push(...news);
    }
    const none = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Counts;
    this.imports++;
    return { version: this.imports, added: added as Counts, replaced: none, unchanged: none, stubs: 0, duplicates };
  }

  async keys(_kind: 'party' | 'shipment', ids: readonly string[]): Promise<Int32Array> {
    return Int32Array.from(ids, (id) => this.entities.findIndex((entity) => entity.id === id));
  }

  async *facts(): AsyncIterable<FactBatch> {
    const { entities, links, listings, authorizations } = this;
    yield { entities };
    yield { links };
    yield { shipments: columnsOf(this.shipments) };
    yield { listings };
    yield { authorizations };
  }
}

function rowsOf(batch: ShipmentBatch | undefined): Shipment[] {
  if (!batch) return [];
  return Array.from({ length: batch.length }, (_, row) => shipmentAt(batch, row));
}

const FIELDS = [
  'id',
  'document',
  'shipper',
  'consignee',
  'endUser',
  'forwarder',
  'departs',
  'arrives',
  'departsAssumed',
  'arrivesAssumed',
  'fromCountry',
  'toCountry',
  'via',
  'product',
  'eccn',
  'hs',
  'description',
  'units',
  'value',
  'currency',
  'weightKg',
  'paidBy',
  'licence',
  'exception',
  'certifications',
  'act',
  'dataset',
  'record',
  'retrievedOn',
] as const satisfies readonly (keyof Shipment)[];

function columnsOf(shipments: readonly Shipment[]): ShipmentBatch {
  const columns = FIELDS.map((field) => [field, shipments.map((shipment) => shipment[field])]);
  return { length: shipments.length, ...Object.fromEntries(columns) } as ShipmentBatch;
}
