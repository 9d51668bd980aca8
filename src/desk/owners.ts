/** Shares of a party that listed parties hold, themselves or through parties they own by half, as the law counts them. */
import type { Certainty, DayInterval } from '../model/day.js';
import type { Listing } from '../model/listing.js';
import { UNKNOWN_SHARE } from '../model/share.js';
import type { OwnedByListed } from '../policy/movement.js';
import type { Ownership } from './control.js';
import type { ListedOn, Lists } from './lists.js';

/** Lists whose restrictions go on to what a party owns; those of others end with it. */
const EXTENDING: readonly string[] = ['entity-list', 'meu', 'sdn'];

/**
 * One entry for each owner and list, owners by number, in the order of the links. A share counts in full only where
 * the owner is restricted for certain; else it may count for nothing.
 */
export function listedOwners(
  party: string,
  on: DayInterval,
  control: Pick<Ownership, 'holders' | 'heldBy'>,
  lists: Lists,
): OwnedByListed[] {
  const restricting = (one: string) =>
    lists.listingsOf(one, on).filter(({ listing }) => EXTENDING.includes(listing.list));
  const member = (one: string): Certainty => {
    const found = restricting(one);
    return found.some(({ certainty }) => certainty === 'CERTAIN')
      ? 'CERTAIN'
      : found.length > 0
        ? 'NOT_EXCLUDED'
        : 'NO';
  };
  return control.holders(party, on).flatMap(({ party: owner, link, holds }, number) => {
    if (link.type !== 'owns') return [];
    const own = lists.listingsOf(owner, on);
    const held = control.heldBy(owner, member, on);
    const above: readonly ListedOn[] = held.certainty === 'NO' ? [] : held.roots.flatMap(restricting);
    const codes = new Set([...own, ...above].map(({ listing }) => listName(listing)));
    const sure = (list: string) =>
      holds === 'CERTAIN' &&
      (own.some(({ listing, certainty }) => listName(listing) === list && certainty === 'CERTAIN') ||
        (held.certainty === 'CERTAIN' && above.some(({ listing }) => listName(listing) === list)));
    return [...codes].map((list) => {
      const share = link.share.known ? link.share : UNKNOWN_SHARE;
      const counted = sure(list) ? share : { ...share, min: 0, minOpen: false };
      return { list, owner: String(number), ...(share.known ? { share: counted } : {}) };
    });
  });
}

/** `sdn` with its programme, others as they are. */
export function listName(listing: Listing): string {
  return listing.list === 'sdn' && listing.programme !== undefined ? `sdn:${listing.programme}` : listing.list;
}
