/** Dense keys into ids and back. */
import { type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { DetourError } from '../../model/errors.js';
import { append, CHUNK_ROWS, integerChunks } from './chunks.js';
import { one, rows, rowsFor } from './session.js';

const TABLES = { party: 'party', shipment: 'shipment_id' } as const;
/** Longer lists go by way of a temporary table. */
const LONGEST_LIST = 2_000;

/** The ids of keys, in the order asked. @throws DetourError `NOT_FOUND` for a key never given out. */
export async function idsOf(
  c: DuckDBConnection,
  kind: 'party' | 'shipment',
  keys: ArrayLike<number>,
): Promise<string[]> {
  const table = TABLES[kind];
  const count = await one(c, `SELECT count(*) FROM ${table}`);
  const asked = Array.from(keys);
  const unknown = asked.find((key) => !Number.isInteger(key) || key < 0 || key >= count);
  if (unknown !== undefined) {
    throw new DetourError('NOT_FOUND', `\`${unknown}\` is not a ${kind} key: keys go from 0 to ${count - 1}`);
  }
  const byKey = new Map<number, string>();
  if (asked.length > LONGEST_LIST) {
    await c.run('CREATE OR REPLACE TEMP TABLE asked_key (key INTEGER)');
    await append(c, 'asked_key', integerChunks(asked));
  }
  const sql = `SELECT key, id FROM ${table} WHERE key IN`;
  const found =
    asked.length > LONGEST_LIST
      ? await rows(c, `${sql} (SELECT key FROM asked_key)`)
      : asked.length === 0
        ? []
        : await rowsFor(c, `${sql} (SELECT unnest($1))`, asked);
  for (const row of found) byKey.set(row.key as number, row.id as string);
  return asked.map((key) => byKey.get(key) as string);
}

/** The keys of ids, in the order asked; -1 where unknown. */
export async function keysOf(
  c: DuckDBConnection,
  kind: 'party' | 'shipment',
  ids: readonly string[],
): Promise<Int32Array> {
  const keys = new Int32Array(new SharedArrayBuffer(ids.length * 4)).fill(-1);
  if (ids.length === 0) return keys;
  const sql = `SELECT key, id FROM ${TABLES[kind]} WHERE id IN`;
  let found: Awaited<ReturnType<typeof rows>>;
  if (ids.length > LONGEST_LIST) {
    await addIds(c, ids);
    found = await rows(c, `${sql} (SELECT id FROM asked_id)`);
  } else {
    found = await rowsFor(c, `${sql} (SELECT unnest($1))`, ids);
  }
  const byId = new Map(found.map((row) => [row.id as string, row.key as number]));
  for (let i = 0; i < ids.length; i++) keys[i] = byId.get(ids[i] as string) ?? -1;
  return keys;
}

async function addIds(c: DuckDBConnection, ids: readonly string[]): Promise<void> {
  await c.run('CREATE OR REPLACE TEMP TABLE asked_id (id VARCHAR)');
  await append(c, 'asked_id', textChunks(ids));
}

function* textChunks(texts: readonly string[]): Generator<DuckDBDataChunk> {
  for (let from = 0; from < texts.length; from += CHUNK_ROWS) {
    const some = texts.slice(from, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create([VARCHAR], some.length);
    chunk.setColumnValues(0, some);
    yield chunk;
  }
}
