/** Pages of lists in the form of the Relay connection specification. */
import type { PageOf } from '../desk/answers.js';
import { DetourError } from '../model/errors.js';
import { type Limits, within } from './limits.js';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The page asked for. @throws DetourError for `first` outside its limits. */
export function pageAsked(args: PageArguments, limits: Limits): { first: number; after?: string } {
  const first = within('first', args.first ?? 50, limits.first);
  return args.after ? { first, after: args.after } : { first };
}

/** A page of a store as a connection. */
export function connection<T>(page: PageOf<T>, args: PageArguments) {
  const { cursors } = page;
  return {
    edges: page.items.map((node, i) => ({ node, cursor: cursors[i] as string })),
    nodes: page.items,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: Boolean(args.after),
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: { value: page.total, relation: 'EQ' as const },
  };
}

/**
 * A page of a list that is already here; a cursor names the element, so that it stays right when others
 * come before it. Without `first` it is the whole list.
 *
 * @throws DetourError `BAD_USER_INPUT` for a cursor that names nothing in the list.
 */
export function pageOfList<T>(list: readonly T[], keyOf: (one: T) => string, args: PageArguments): PageOf<T> {
  const start = args.after ? positionAfter(list, keyOf, args.after) : 0;
  const items = list.slice(start, start + (args.first ?? list.length));
  return {
    items,
    cursors: items.map((one) => Buffer.from(keyOf(one)).toString('base64url')),
    hasNextPage: start + items.length < list.length,
    total: list.length,
  };
}

function positionAfter<T>(list: readonly T[], keyOf: (one: T) => string, cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString();
  const at = list.findIndex((one) => keyOf(one) === key);
  if (at >= 0) return at + 1;
  throw new DetourError(
    'BAD_USER_INPUT',
    `after is \`${cursor}\`, which is no cursor of this list: take one from an earlier page`,
  );
}
