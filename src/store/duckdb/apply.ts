/** One import: everything packed first, then taken in one transaction. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Authorization } from '../../model/authorization.js';
import type { Entity } from '../../model/entity.js';
import { DetourError } from '../../model/errors.js';
import type { Link } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { FactBatch, FactKind, ImportMeta, ImportResult } from '../port.js';
import { ALWAYS } from './known.js';
import type { Duplicate, Merged } from './merge.js';
import { RecordStaging } from './record-staging.js';
import { RECORD_KINDS, RECORDS } from './records.js';
import { one } from './session.js';
import { takeShipments } from './shipment-merge.js';
import { ShipmentStaging } from './shipment-staging.js';

interface Incoming {
  readonly entities: RecordStaging<Entity>;
  readonly links: RecordStaging<Link>;
  readonly listings: RecordStaging<Listing>;
  readonly authorizations: RecordStaging<Authorization>;
  readonly shipments: ShipmentStaging;
}

/**
 * Takes a whole import on this connection or leaves the file as it was. Packing touches only temporary tables; the
 * transaction begins when all facts have come.
 */
export async function apply(
  c: DuckDBConnection,
  facts: AsyncIterable<FactBatch>,
  meta: ImportMeta & { readonly signal: AbortSignal },
): Promise<ImportResult> {
  const { signal } = meta;
  const stop = () => c.interrupt();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const version = await one(c, VERSION);
    const incoming = await onOneThread(c, () => stage(c, facts, meta));
    await c.run('BEGIN TRANSACTION');
    // Codes were given out on top of that version. The write makes a second import into the file fail at once, not at the end.
    await c.run('UPDATE store_state SET version = version + 1');
    if ((await one(c, VERSION)) !== version + 1) throw busy();
    const result = await take(c, incoming, meta);
    signal.throwIfAborted();
    await c.run('COMMIT');
    return result;
  } catch (error) {
    // DuckDB answers an interrupt with an error of its own; what the caller wants to see is why it was asked to stop.
    if (signal.aborted) throw signal.reason;
    if (error instanceof Error && /^TransactionContext Error.*conflict/i.test(error.message)) throw busy(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Lets DuckDB work on one thread meanwhile: what it does there is one task after another, and further threads would look
 * for tasks all the time on the processor that this one needs.
 */
async function onOneThread<T>(c: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  const threads = await one(c, "SELECT current_setting('threads')");
  await c.run('SET GLOBAL threads = 1');
  try {
    return await work();
  } finally {
    await c.run(`SET GLOBAL threads = ${threads}`);
  }
}

const VERSION = 'SELECT version FROM store_state';

function busy(cause?: unknown): DetourError {
  return new DetourError('CONFLICT', 'another import went into this store meanwhile: import again', { cause });
}

async function stage(
  connection: DuckDBConnection,
  facts: AsyncIterable<FactBatch>,
  { signal, onProgress }: ImportMeta & { readonly signal: AbortSignal },
): Promise<Incoming> {
  const incoming: Incoming = {
    entities: new RecordStaging(connection, RECORDS.entities),
    links: new RecordStaging(connection, RECORDS.links),
    listings: new RecordStaging(connection, RECORDS.listings),
    authorizations: new RecordStaging(connection, RECORDS.authorizations),
    shipments: new ShipmentStaging(connection),
  };
  await incoming.shipments.begin();
  let written = 0;
  for await (const batch of untilAborted(facts, signal)) {
    signal.throwIfAborted();
    if (batch.entities !== undefined) await incoming.entities.add(batch.entities);
    if (batch.links !== undefined) await incoming.links.add(batch.links);
    if (batch.listings !== undefined) await incoming.listings.add(batch.listings);
    if (batch.authorizations !== undefined) await incoming.authorizations.add(batch.authorizations);
    if (batch.shipments !== undefined) await incoming.shipments.add(batch.shipments);
    for (const records of Object.values(batch)) written += records.length;
    onProgress?.(written);
  }
  return incoming;
}

/** The values until the signal is aborted, also where the next one never comes. @throws the signal's reason. */
async function* untilAborted<T>(values: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = values[Symbol.asyncIterator]();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  aborted.catch(() => undefined);
  let done = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      done = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Not waited for: a source that hangs would hang here too.
    if (!done) iterator.return?.()?.catch(() => undefined);
  }
}

async function take(
  c: DuckDBConnection,
  incoming: Incoming,
  meta: ImportMeta & { readonly signal: AbortSignal },
): Promise<ImportResult> {
  const { signal } = meta;
  const dropped = {} as Record<FactKind, { readonly duplicates: Duplicate[]; readonly same: number }>;
  for (const kind of Object.keys(incoming) as FactKind[]) {
    signal.throwIfAborted();
    dropped[kind] = await incoming[kind].finish();
  }
  const partiesBefore = await one(c, 'SELECT count(*) FROM party');
  await nameParties(c, incoming);
  const merged = {} as Record<FactKind, Merged>;
  for (const kind of RECORD_KINDS) {
    signal.throwIfAborted();
    merged[kind.kind] = await incoming[kind.kind].take();
  }
  merged.shipments = await takeShipments(c, incoming.shipments);
  await noteDatasets(c, incoming, meta);
  const version = await one(c, VERSION);
  await c.run('INSERT INTO import VALUES ($1, $2, $3)', [version, meta.importedAt, meta.source]);
  const kinds = ['entities', 'links', 'shipments', 'listings', 'authorizations'] as const;
  const count = (of: (kind: FactKind) => number) =>
    Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<FactKind, number>;
  return {
    version,
    added: count((kind) => merged[kind].added),
    replaced: count((kind) => merged[kind].replaced),
    unchanged: count((kind) => merged[kind].unchanged + dropped[kind].same),
    stubs: await one(
      c,
      `SELECT count(*) FROM party WHERE key >= ${partiesBefore} AND id NOT IN (SELECT id FROM entity)`,
    ),
    duplicates: kinds.flatMap((kind) => dropped[kind].duplicates.map((duplicate) => ({ kind, ...duplicate }))),
  };
}

/** Gives a key to each party met for the first time, in the order of ids, and notes from which day it was named. */
async function nameParties(c: DuckDBConnection, incoming: Incoming): Promise<void> {
  const namings = Object.values(incoming).flatMap((staging) => staging.namings());
  const described =
    incoming.entities.count === 0 ? [] : ['SELECT id, NULL::INTEGER AS known_from FROM incoming_entity'];
  const met = [...namings, ...described];
  if (met.length === 0) return;
  await c.run(`CREATE OR REPLACE TEMP TABLE naming AS
    SELECT id, min(known_from) AS named_from FROM (${met.map((sql) => `(${sql})`).join(' UNION ALL ')}) GROUP BY id`);
  const known = await one(c, 'SELECT count(*) FROM party');
  if (known > 0) {
    await c.run(`UPDATE party SET named_from = n.named_from FROM naming n WHERE party.id = n.id
      AND n.named_from IS NOT NULL AND (party.named_from IS NULL OR party.named_from > n.named_from)`);
  }
  await c.run(`INSERT INTO party SELECT ${known} + row_number() OVER () - 1, id, named_from
    FROM (SELECT id, named_from FROM naming WHERE id NOT IN (SELECT id FROM party) ORDER BY id)`);
}

async function noteDatasets(c: DuckDBConnection, incoming: Incoming, meta: ImportMeta): Promise<void> {
  const seen = Object.values(incoming).flatMap((staging) => (staging.count === 0 ? [] : [staging.datasets()]));
  if (seen.length === 0) return;
  await c.run(`CREATE OR REPLACE TEMP TABLE seen_dataset AS
    SELECT name, nullif(max(retrieved_on), ${ALWAYS}) AS retrieved_on FROM (${seen.join(' UNION ALL ')}) GROUP BY name`);
  await c.run(
    `UPDATE dataset SET imported_at = $1, retrieved_on = greatest(dataset.retrieved_on, s.retrieved_on)
     FROM seen_dataset s WHERE dataset.name = s.name`,
    [meta.importedAt],
  );
  await c.run(
    'INSERT INTO dataset SELECT name, retrieved_on, $1 FROM seen_dataset WHERE name NOT IN (SELECT name FROM dataset)',
    [meta.importedAt],
  );
}
