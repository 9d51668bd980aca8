/** Taking rows into a table of versions: what is new, what replaces, what changes nothing. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { STILL } from './known.js';
import { one, rows } from './session.js';

/** A table of versions and the temporary table of rows that come in. */
export interface Merge {
  readonly table: string;
  /** Has `ord`, the identity, `dataset`, `known_from` and the columns, as the table has them. */
  readonly incoming: string;
  /** The column that says which record it is. */
  readonly identity: 'id' | 'key';
  readonly content: readonly string[];
  /** All columns to write, but `known_until` and `shown`. */
  readonly columns: readonly string[];
  /** The order in which current versions of one record from several data sets are trusted, over `v`. */
  readonly mostTrusted: string;
  /** The order in which rows are written. */
  readonly writtenBy?: string;
}

export interface Merged {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Whether some record that changed has current versions from several data sets. */
  readonly contested: boolean;
}

/** A row that was not taken because an earlier one of the import has its id. */
export interface Duplicate {
  readonly id: string;
  readonly record: string;
}

/**
 * Writes the incoming rows (each id at most once a data set, see `dropRepeats`): rows of unknown ids and new
 * data sets are added, other content replaces the version that was current, equal content changes nothing.
 */
export async function merge(c: DuckDBConnection, m: Merge): Promise<Merged> {
  const { table, incoming, identity } = m;
  await c.run(`CREATE OR REPLACE TEMP TABLE touched AS
    SELECT ${identity} FROM ${incoming} WHERE ${identity} IN (SELECT ${identity} FROM ${table})
    UNION SELECT ${identity} FROM ${incoming} GROUP BY ${identity} HAVING count(*) > 1`);
  const touched = await one(c, 'SELECT count(*) FROM touched');
  const allKnown = touched === (await one(c, `SELECT count(*) FROM ${incoming}`));
  const fresh = allKnown
    ? 0
    : await insert(c, m, touched === 0 ? '' : `WHERE ${identity} NOT IN (SELECT ${identity} FROM touched)`);
  if (touched === 0) return { added: fresh, replaced: 0, unchanged: 0, contested: false };

  await c.run(`CREATE OR REPLACE TEMP TABLE change AS
    SELECT i.ord, CASE WHEN v.dataset IS NULL THEN 'added'
      WHEN v.known_from <= i.known_from AND ${same(m.content, 'v', 'i')} THEN 'unchanged' ELSE 'replaced' END AS what
    FROM ${incoming} i JOIN touched USING (${identity})
    LEFT JOIN ${table} v ON v.${identity} = i.${identity} AND v.dataset = i.dataset AND v.known_until = ${STILL}`);
  const counts = new Map(
    (await rows(c, 'SELECT what, count(*)::INTEGER AS n FROM change GROUP BY what')).map((row) => [
      row.what,
      row.n as number,
    ]),
  );
  const unchanged = counts.get('unchanged') ?? 0;
  if (!counts.has('added') && !counts.has('replaced'))
    return { added: fresh, replaced: 0, unchanged, contested: false };
  // Every older version gives way from the day the new one was retrieved, also where files came in the wrong order.
  await c.run(`UPDATE ${table} AS v SET known_until = least(v.known_until, i.known_from), shown = false
    FROM (SELECT * FROM ${incoming} JOIN change USING (ord) WHERE what = 'replaced') i
    WHERE v.${identity} = i.${identity} AND v.dataset = i.dataset`);
  await insert(c, m, "WHERE ord IN (SELECT ord FROM change WHERE what <> 'unchanged')");
  return {
    added: fresh + (counts.get('added') ?? 0),
    replaced: counts.get('replaced') ?? 0,
    unchanged,
    contested: await chooseShown(c, m),
  };
}

/**
 * Takes the second and later rows of one id and data set out of what comes in.
 *
 * @param incoming a table or view with `ord`, `id`, `dataset` and the content.
 * @param from what says which record a row is, and the tables its rows lie in (by `ord`).
 * @returns those with other content than the first, in the order they came, and how many had the same.
 */
export async function dropRepeats(
  c: DuckDBConnection,
  incoming: string,
  content: readonly string[],
  from: { readonly record: string; readonly tables: readonly string[] },
): Promise<{ readonly duplicates: Duplicate[]; readonly same: number }> {
  const said = `row(${content.map((name) => `"${name}"`).join(', ')})`;
  await c.run(`CREATE OR REPLACE TEMP TABLE repeat AS
    WITH several AS (SELECT id, dataset FROM ${incoming} GROUP BY ALL HAVING count(*) > 1)
    SELECT ord, id, record, same FROM (
      SELECT ord, id, ${from.record} AS record, row_number() OVER first_come AS n,
        ${said} IS NOT DISTINCT FROM first_value(${said}) OVER first_come AS same
      FROM ${incoming} JOIN several USING (id, dataset)
      WINDOW first_come AS (PARTITION BY id, dataset ORDER BY ord))
    WHERE n > 1`);
  const found = await rows(c, 'SELECT id, record, same FROM repeat ORDER BY ord');
  if (found.length > 0) {
    for (const table of from.tables) await c.run(`DELETE FROM ${table} WHERE ord IN (SELECT ord FROM repeat)`);
  }
  return {
    duplicates: found.flatMap(({ id, record, same }) =>
      same === true ? [] : [{ id: id as string, record: (record ?? '') as string }],
    ),
    same: found.filter((row) => row.same === true).length,
  };
}

/** Conditions under which two rows say the same. */
function same(columns: readonly string[], a: string, b: string): string {
  return columns.map((name) => `${a}."${name}" IS NOT DISTINCT FROM ${b}."${name}"`).join(' AND ');
}

async function insert(c: DuckDBConnection, m: Merge, where: string): Promise<number> {
  const names = m.columns.map((name) => `"${name}"`).join(', ');
  const written = await c.run(`INSERT INTO ${m.table} (${names}, known_until, shown)
    SELECT ${names}, ${STILL}, true FROM ${m.incoming} ${where} ${m.writtenBy === undefined ? '' : `ORDER BY ${m.writtenBy}`}`);
  return written.rowsChanged;
}

/** Of the touched records that several data sets describe, marks the one to show. */
async function chooseShown(c: DuckDBConnection, { table, identity, mostTrusted }: Merge): Promise<boolean> {
  await c.run(`CREATE OR REPLACE TEMP TABLE choice AS
    SELECT v.${identity}, v.dataset, row_number() OVER (PARTITION BY v.${identity} ORDER BY ${mostTrusted}) = 1 AS best
    FROM ${table} v WHERE v.known_until = ${STILL} AND v.${identity} IN (SELECT ${identity} FROM touched)
    QUALIFY count(*) OVER (PARTITION BY v.${identity}) > 1`);
  if ((await one(c, 'SELECT count(*) FROM choice')) === 0) return false;
  await c.run(`UPDATE ${table} AS v SET shown = choice.best FROM choice
    WHERE v.${identity} = choice.${identity} AND v.dataset = choice.dataset AND v.known_until = ${STILL}
      AND v.shown <> choice.best`);
  return true;
}
