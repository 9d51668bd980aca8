/** What a user would write instead: the plain question as a recursive query over a DuckDB table. */
import { DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api';

const ROWS_A_CHUNK = 2048;

/**
 * Seconds for the ten cheapest walks of at most six movements from the question's origins to its targets, by the costs of
 * `bareNetwork`: `told` with what the tenth costs known in advance, `doubling` with a bound on the cost that is doubled
 * until ten are found, as a user would have to. Null for what takes longer than `limitSeconds` or more than 4 GB.
 */
export async function duckDbSeconds(network, question, tenthCost, limitSeconds) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  try {
    await load(connection, network.movements, question);
    const started = performance.now();
    const timer = setTimeout(() => connection.interrupt(), limitSeconds * 1000);
    const told = await ask(connection, tenthCost);
    clearTimeout(timer);
    const between = performance.now();
    const again = setTimeout(() => connection.interrupt(), limitSeconds * 1000);
    let found = 0;
    for (let bound = 64; found < 10 && found >= 0; bound *= 2) found = await ask(connection, bound);
    clearTimeout(again);
    return {
      told: told < 0 ? null : (between - started) / 1000,
      doubling: found < 0 ? null : (performance.now() - between) / 1000,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** How many walks were found, at most ten; -1 when time or memory ran out. */
async function ask(connection, mostCost) {
  try {
    return (await connection.runAndReadAll(walks(mostCost))).currentRowCount;
  } catch (error) {
    if (/interrupt|out of memory/i.test(String(error))) return -1;
    throw error;
  }
}

async function load(connection, movements, question) {
  await connection.run(
    'CREATE TABLE shipment (id INTEGER, shipper INTEGER, consignee INTEGER, departs INTEGER, arrives INTEGER, cost INTEGER)',
  );
  await connection.run('CREATE TABLE origin (party INTEGER)');
  await connection.run('CREATE TABLE target (party INTEGER)');
  const targets = new Set();
  for (let m = 0; m < movements.count; m++) if (question.ending[m] === 1) targets.add(movements.consignee[m]);
  await append(connection, 'origin', question.origins.length, (row) => [question.origins[row]]);
  const target = [...targets];
  await append(connection, 'target', target.length, (row) => [target[row]]);
  await append(connection, 'shipment', movements.count, (m) => [
    m,
    movements.shipper[m],
    movements.consignee[m],
    movements.departsEarliest[m],
    movements.arrivesLatest[m],
    -movements.bits[m],
  ]);
}

async function append(connection, table, count, row) {
  const appender = await connection.createAppender(table);
  for (let from = 0; from < count; from += ROWS_A_CHUNK) {
    const rows = Array.from({ length: Math.min(ROWS_A_CHUNK, count - from) }, (_, i) => row(from + i));
    const columns = rows[0].map((_, column) => rows.map((values) => values[column]));
    const chunk = DuckDBDataChunk.create(
      columns.map(() => INTEGER),
      rows.length,
    );
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const walks = (mostCost) => `
  WITH RECURSIVE walk AS (
    SELECT 1 AS movements, consignee AS party, arrives, cost, [id] AS path
    FROM shipment WHERE shipper IN (SELECT party FROM origin) AND cost <= ${mostCost}
    UNION ALL
    SELECT movements + 1, s.consignee, s.arrives, walk.cost + s.cost + 64 + CASE
        WHEN s.departs - walk.arrives <= 30 THEN 0 WHEN s.departs - walk.arrives <= 90 THEN 32 ELSE 64 END,
      list_append(path, s.id)
    FROM walk JOIN shipment s ON s.shipper = walk.party AND s.departs BETWEEN walk.arrives AND walk.arrives + 180
    WHERE movements < 6 AND walk.party NOT IN (SELECT party FROM target) AND walk.cost + s.cost + 64 <= ${mostCost}
  )
  SELECT cost, path FROM walk WHERE movements > 1 AND party IN (SELECT party FROM target) AND cost <= ${mostCost} ORDER BY cost, path LIMIT 10`;
