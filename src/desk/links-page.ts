/** The links of a party, page by page. */
import type { Link } from '../model/link.js';
import type { AsOf, Page, PageOf, Store } from '../store/port.js';
import type { LinkQuery } from './answers.js';

/** By id; the cursor is the id of the last link. */
export async function linksPage(store: Store, query: LinkQuery, page: Page, asOf: AsOf): Promise<PageOf<Link>> {
  const all = await store.linksOf(query.entity, query.types, asOf);
  const wanted = all.filter((link) => query.direction === undefined || isOn(query.direction, link, query.entity));
  const start = page.after === undefined ? 0 : wanted.findIndex((link) => cursorOf(link) === page.after) + 1;
  const items = wanted.slice(start, start + page.first);
  return {
    items,
    cursors: items.map(cursorOf),
    hasNextPage: start + items.length < wanted.length,
    total: wanted.length,
  };
}

/** An associate stands on both sides. */
function isOn(direction: 'ABOVE' | 'BELOW', link: Link, entity: string): boolean {
  if (link.type === 'associate') return true;
  return (direction === 'ABOVE' ? link.target : link.source) === entity;
}

function cursorOf(link: Link): string {
  return Buffer.from(link.id).toString('base64url');
}
