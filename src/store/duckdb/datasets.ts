/** What is loaded, and from where. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Counts, Dataset, FactKind } from '../port.js';
import { STILL } from './known.js';
import { RECORD_KINDS } from './records.js';
import { rows } from './session.js';

/** Data sets by name, with the number of their current records. */
export async function readDatasets(c: DuckDBConnection): Promise<Dataset[]> {
  const counts = new Map<string, Record<FactKind, number>>();
  const note = async (kind: FactKind, sql: string) => {
    for (const row of await rows(c, sql)) {
      const name = row.name as string;
      const known = counts.get(name) ?? { entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 };
      counts.set(name, { ...known, [kind]: row.n as number });
    }
  };
  for (const { kind, table } of RECORD_KINDS) {
    await note(
      kind,
      `SELECT dataset AS name, count(*)::INTEGER AS n FROM ${table} WHERE known_until = ${STILL} GROUP BY dataset`,
    );
  }
  await note(
    'shipments',
    `SELECT t.text AS name, s.n FROM (SELECT dataset, count(*)::INTEGER AS n FROM shipment WHERE known_until = ${STILL} GROUP BY dataset) s
     JOIN text t ON t.code = s.dataset`,
  );
  return (await rows(c, 'SELECT * FROM dataset ORDER BY name')).map((row) => ({
    name: row.name as string,
    records: counts.get(row.name as string) as Counts,
    ...(row.retrieved_on === null ? {} : { retrievedOn: row.retrieved_on as number }),
    importedAt: row.imported_at as number,
  }));
}
