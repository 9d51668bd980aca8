/**
 * Imports into the store named, and says where it is: one small import, then a big one.
 *
 * Arguments: a file or an address of Neo4j, how many shipments the big import has, Neo4j's password.
 *
 * Prints `open`, `first import done`, `half way` (waits for nothing), `all facts given`, and then `second import done`
 * or the fault as JSON; after a fault, what the store answers then.
 */
import { DetourError } from '../../src/model/errors.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { openNeo4j } from '../../src/store/neo4j/open.js';
import type { FactBatch } from '../../src/store/port.js';
import { batches, entity, shipment } from '../support/store-facts.js';

const [where, count, password = ''] = process.argv.slice(2) as [string, string, string?];
const say = (line: string) => process.stdout.write(`${line}\n`);

const store = where.startsWith('bolt:')
  ? await openNeo4j({ uri: where, user: 'neo4j', password })
  : await openDuckDb(where);
say('open');
await store.apply(
  batches({ entities: [entity('a', { name: 'Alpha' })], shipments: [shipment('first', 'a', 'b', 1)] }),
  { importedAt: 1, source: 'first' },
);
say('first import done');

async function* many(): AsyncGenerator<FactBatch> {
  const total = Number(count);
  for (let from = 0; from < total; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, total - from) }, (_, i) => {
      // Scattered, so that the file cannot be made small.
      const n = Math.imul(from + i + 1, 2_654_435_761) >>> 0;
      return shipment(`s${n}`, `p${n % 5_000}`, `q${n % 7_919}`, n % 20_000, {
        document: `BL${n}`,
        value: n / 7,
        weightKg: n / 11,
      });
    });
    yield* batches({ shipments: rows });
    if (from <= total / 2 && from + 10_000 > total / 2) say('half way');
  }
  yield* batches({ entities: [entity('a', { name: 'Changed' })] });
  say('all facts given');
}

try {
  await store.apply(many(), { importedAt: 2, source: 'second' });
  say('second import done');
} catch (error) {
  const known = error instanceof DetourError;
  say(JSON.stringify({ known, code: known ? error.code : undefined, message: (error as Error).message }));
}
await store.close();
