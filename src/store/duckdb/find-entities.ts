/** Finding parties by what they are called and what they are. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Entity } from '../../model/entity.js';
import { startOf, wholeName, wholeWord, wordsOf } from '../names.js';
import { pageOf, startOfPage } from '../page.js';
import type { AsOf, EntityQuery, Page, PageOf } from '../port.js';
import { stubOf } from '../records.js';
import { ALWAYS, dayNumber, shownOn } from './known.js';
import { RECORDS } from './records.js';
import { one, Parameters, type Row, rows, rowsFor } from './session.js';

/** A page of the parties that answer the question, by relevance, then id. */
export async function findEntities(
  c: DuckDBConnection,
  query: EntityQuery,
  page: Page,
  asOf: AsOf,
): Promise<PageOf<Entity>> {
  const { first, after } = startOfPage(page);
  const p = new Parameters();
  const words = wordsOf(query.text ?? '');
  const conditions = conditionsOf(query, words, p);
  const described = `SELECT *, ${relevance(words, p)} AS relevance, NULL::INTEGER AS named_from
    FROM ${shownOn('entity', asOf)} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
  // Nothing asked for means all parties, and stubs are parties too.
  const all = conditions.length > 0 ? described : `${described} UNION ALL BY NAME ${stubs(asOf)}`;
  const total = await one(c, `SELECT count(*) FROM (${all})`, p.values);
  const rest = after === undefined ? '' : `WHERE (relevance, id) > (${p.add(after[0])}::INTEGER, ${p.add(after[1])})`;
  const found = await rows(c, `SELECT * FROM (${all}) ${rest} ORDER BY relevance, id LIMIT ${first + 1}`, p.values);
  const paged = pageOf(found, first, total, (row) => [row.relevance as number, row.id as string]);
  return { ...paged, items: paged.items.map(entityOf) };
}

/** The parties with these ids, in no order. */
export async function entitiesWith(c: DuckDBConnection, ids: readonly string[], asOf: AsOf): Promise<Entity[]> {
  if (ids.length === 0) return [];
  const asked = 'id IN (SELECT unnest($1))';
  const found = await rowsFor(
    c,
    `SELECT *, NULL::INTEGER AS named_from FROM ${shownOn('entity', asOf)} WHERE ${asked}
     UNION ALL BY NAME SELECT * FROM (${stubs(asOf)}) WHERE ${asked}`,
    ids,
  );
  return found.map(entityOf);
}

/** A question for parties that are named by the day and not described by then. */
function stubs(asOf: AsOf): string {
  const named = asOf === undefined ? 'p.named_from IS NOT NULL' : `p.named_from <= ${dayNumber(asOf)}`;
  return `SELECT p.id, p.named_from, 0 AS relevance FROM party p
    WHERE ${named} AND p.id NOT IN (SELECT id FROM ${shownOn('entity', asOf)})`;
}

function entityOf(row: Row): Entity {
  if (row.dataset !== null) return RECORDS.entities.read(row);
  return stubOf(row.id as string, row.named_from === ALWAYS ? undefined : (row.named_from as number));
}

function conditionsOf(query: EntityQuery, words: readonly string[], p: Parameters): string[] {
  const conditions = words.map((word) => `contains(searchable, ${p.add(startOf(word))})`);
  if (words.length === 0 && query.text !== undefined && query.text.trim() !== '') conditions.push('false');
  if (query.countries !== undefined) conditions.push(`country IN ${p.list(query.countries)}`);
  if (query.schemas !== undefined) conditions.push(`schema IN ${p.list(query.schemas)}`);
  if (query.roles !== undefined) {
    const roles = query.roles.map((role) => `contains(roles, ${p.add(JSON.stringify(role))})`);
    conditions.push(roles.length === 0 ? 'false' : `(${roles.join(' OR ')})`);
  }
  if (query.dataset !== undefined) conditions.push(`dataset = ${p.add(query.dataset)}`);
  return conditions;
}

function relevance(words: readonly string[], p: Parameters): string {
  if (words.length === 0) return '0';
  const whole = words.map((word) => `contains(searchable, ${p.add(wholeWord(word))})`);
  return `CASE WHEN contains(searchable, ${p.add(wholeName(words))}) THEN 0 WHEN ${whole.join(' AND ')} THEN 1 ELSE 2 END`;
}
