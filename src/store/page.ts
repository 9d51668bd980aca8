/** Pages and their cursors, alike in every store. */
import { DetourError } from '../model/errors.js';
import type { Page, PageOf } from './port.js';

/** Most items a page may hold. */
const MOST_ON_A_PAGE = 500;

/** Where a page starts: after the item with this place in the order. */
export type Place = readonly [order: number, id: string];

/**
 * Checks a page asked for and reads its cursor.
 *
 * @throws DetourError `BAD_USER_INPUT` for a size outside 1 to 500 and for a cursor that is none of ours.
 */
export function startOfPage(page: Page): { readonly first: number; readonly after: Place | undefined } {
  if (!Number.isInteger(page.first) || page.first < 1 || page.first > MOST_ON_A_PAGE) {
    throw new DetourError('BAD_USER_INPUT', `\`${page.first}\` is not a page size: ask for 1 to ${MOST_ON_A_PAGE}`);
  }
  return { first: page.first, after: page.after === undefined ? undefined : placeOf(page.after) };
}

/**
 * A page of up to `first` items out of `first + 1` candidates (the one too many only says that there is more).
 */
export function pageOf<T>(
  candidates: readonly T[],
  first: number,
  total: number,
  place: (item: T) => Place,
): PageOf<T> {
  const items = candidates.slice(0, first);
  return {
    items,
    cursors: items.map((item) => cursorOf(place(item))),
    hasNextPage: candidates.length > first,
    total,
  };
}

function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

function placeOf(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 2 && Number.isInteger(place[0]) && typeof place[1] === 'string') {
      return [place[0] as number, place[1]];
    }
  } catch {
    // Falls through: whatever it was, it is not a cursor.
  }
  throw new DetourError('BAD_USER_INPUT', `\`${cursor}\` is not a cursor of this list: use one from an earlier page`);
}
