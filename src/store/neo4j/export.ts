/** All facts, for export. */
import type { Authorization } from '../../model/authorization.js';
import type { Link } from '../../model/link.js';
import type { Listing } from '../../model/listing.js';
import type { AsOf, FactBatch } from '../port.js';
import { batchOf } from '../records.js';
import type { Database } from './database.js';
import { wholeShipments } from './find-shipments.js';
import { knownById, type Version } from './known.js';
import type { Properties } from './properties.js';
import { entityOf } from './records.js';
import { everyRelation } from './relations.js';

const AT_ONCE = 5_000;

/**
 * Batches of every data set's records as known on the day: entities, links, shipments, listings, authorizations, each
 * by id. All batches show the version of the store that was visible when the first was read.
 */
export async function* everything(database: Database, asOf: AsOf): AsyncGenerator<FactBatch> {
  const state = await database.read(async (_run, now) => now);
  for await (const versions of versionsById(database, state.version, 'descriptions-after', asOf)) {
    yield { entities: versions.map(entityOf) };
  }
  const relations = <T>(kind: 'links' | 'listings' | 'authorizations') =>
    database.read((run) => everyRelation(run, state, kind, asOf)) as Promise<T[]>;
  yield* inBatches(await relations<Link>('links'), (links) => ({ links }));
  for await (const versions of versionsById(database, state.version, 'shipments-after', asOf)) {
    yield { shipments: batchOf(await database.read((run) => wholeShipments(run, versions))) };
  }
  yield* inBatches(await relations<Listing>('listings'), (listings) => ({ listings }));
  yield* inBatches(await relations<Authorization>('authorizations'), (authorizations) => ({ authorizations }));
}

async function* versionsById(
  database: Database,
  version: number,
  statement: string,
  asOf: AsOf,
): AsyncGenerator<Properties[]> {
  let afterId = '';
  // Grows only where one id has more versions than a batch holds.
  let limit = AT_ONCE;
  for (;;) {
    const rows = await database.read((run) => run(statement, { afterId, limit, version }));
    const isLast = rows.length < limit;
    // The last id may have more versions than came: it begins the next batch.
    const lastId = rows.at(-1)?.id as string | undefined;
    const whole = isLast ? rows : rows.filter((row) => row.id !== lastId);
    if (whole.length === 0 && !isLast) {
      limit *= 2;
      continue;
    }
    const visible = whole.filter((row) => row.visible === true).map((row) => row.version as Version & Properties);
    const known = [...knownById(visible, asOf).values()].flat();
    if (known.length > 0) yield known;
    if (isLast) return;
    afterId = whole.at(-1)?.id as string;
    limit = AT_ONCE;
  }
}

function* inBatches<T>(records: readonly T[], batch: (some: readonly T[]) => FactBatch): Generator<FactBatch> {
  for (let from = 0; from < records.length; from += AT_ONCE) yield batch(records.slice(from, from + AT_ONCE));
}
