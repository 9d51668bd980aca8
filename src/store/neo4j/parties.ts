/** Parties by id, and found by what they are called and what they are. */
import type { Entity } from '../../model/entity.js';
import { startOf, wholeName, wholeWord, wordsOf } from '../names.js';
import { pageOf, startOfPage } from '../page.js';
import type { AsOf, EntityQuery, Page, PageOf } from '../port.js';
import { stubOf } from '../records.js';
import { onlyRow, type Run, type StoreState } from './database.js';
import { ALWAYS, dayOfAsOf, shownOf, type Version } from './known.js';
import type { Properties } from './properties.js';
import { entityOf } from './records.js';
import type { Parameters } from './statements.js';

/** The full-text index cuts longer words; a prefix of this length finds them, and the whole is compared after. */
const LONGEST_INDEXED_WORD = 200;

/** The parties with these ids, in the order asked; undefined where unknown. */
export async function entitiesWith(
  run: Run,
  state: StoreState,
  ids: readonly string[],
  asOf: AsOf,
): Promise<(Entity | undefined)[]> {
  const byId = new Map<string, Entity>();
  for (const row of await run('parties-with-ids', { ids: [...new Set(ids)], version: state.version })) {
    const id = row.id as string;
    const [shown] = shownOf(row.versions as (Version & Properties)[], asOf);
    if (shown !== undefined) byId.set(id, entityOf(shown));
    else if (((row.namedFrom ?? ALWAYS) as number) <= dayOfAsOf(asOf)) {
      byId.set(id, stubOf(id, row.namedFrom as number | null));
    }
  }
  return ids.map((id) => byId.get(id));
}

/** A page of the parties that answer the question, by relevance, then id. */
export async function findEntities(
  run: Run,
  state: StoreState,
  query: EntityQuery,
  page: Page,
  asOf: AsOf,
): Promise<PageOf<Entity>> {
  const { first, after } = startOfPage(page);
  const limit = first + 1;
  const known = { version: state.version, asOf: dayOfAsOf(asOf) };
  const words = wordsOf(query.text ?? '');
  const saysNothing = words.length === 0 && (query.text ?? '').trim() !== '';
  if (saysNothing) return pageOf<Entity>([], first, 0, (entity) => [0, entity.id]);

  const fields = {
    countries: query.countries ?? null,
    schemas: query.schemas ?? null,
    roles: query.roles ?? null,
    dataset: query.dataset ?? null,
  };
  const afterId = after?.[1] ?? '';
  if (words.length > 0) {
    const asked = { ...known, ...fields, lucene: luceneOf(words), starts: words.map(startOf) };
    const rows = await run('entities-by-text', {
      ...asked,
      wholeWords: words.map(wholeWord),
      wholeName: wholeName(words),
      afterRelevance: after?.[0] ?? -1,
      afterId,
      limit,
    });
    const total = await totalOf(run, 'entities-by-text-count', asked);
    const found = rows.map((row) => ({
      relevance: row.relevance as number,
      entity: entityOf(row.version as Properties),
    }));
    const paged = pageOf(found, first, total, (one) => [one.relevance, one.entity.id]);
    return { ...paged, items: paged.items.map((one) => one.entity) };
  }
  if (Object.values(fields).some((value) => value !== null)) {
    const rows = await run('entities-by-fields', { ...known, ...fields, afterId, limit });
    const total = await totalOf(run, 'entities-by-fields-count', { ...known, ...fields });
    return pageOf(
      rows.map((row) => entityOf(row.version as Properties)),
      first,
      total,
      (entity) => [0, entity.id],
    );
  }
  // Nothing asked for means all parties, and stubs are parties too.
  const rows = await run('entities-all', { ...known, afterId, limit });
  const total = await totalOf(run, 'entities-all-count', known);
  const entities = await entitiesWith(
    run,
    state,
    rows.map((row) => row.id as string),
    asOf,
  );
  return pageOf(entities as Entity[], first, total, (entity) => [0, entity.id]);
}

/** The words as Lucene takes them: each must begin a word. They are letters and digits, so nothing needs escaping. */
function luceneOf(words: readonly string[]): string {
  return words.map((word) => `+${word.slice(0, LONGEST_INDEXED_WORD)}*`).join(' ');
}

async function totalOf(run: Run, statement: string, parameters: Parameters): Promise<number> {
  return (await onlyRow<{ readonly total: number }>(run, statement, parameters)).total;
}
