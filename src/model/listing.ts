/** A party is on a list for a period. */
import { type Certainty, type DayInterval, holdsDuring, type Period } from './day.js';
import type { Provenance } from './provenance.js';

/** The lists the program understands; any other code is kept as it came and warned of. */
export const LISTS = [
  'entity-list',
  'meu',
  'sdn',
  'denied-persons',
  'unverified',
  'nonproliferation',
  'debarred',
  'military-company',
] as const;

/**
 * Without `from` (OFAC's file has no dates) the party is listed on the retrieval day for certain and
 * "cannot be excluded" on an earlier one.
 */
export interface Listing extends Period, Provenance {
  readonly id: string;
  readonly entity: string;
  readonly list: string;
  readonly programme?: string;
  readonly scope?: string;
  readonly policy?: string;
  readonly citation?: string;
}

/**
 * Whether the party was listed on the one day that lies somewhere in the interval. A listing without a
 * first day is certain from its retrieval day on; before that it cannot be excluded.
 */
export function listedDuring(listing: Listing, on: DayInterval): Certainty {
  const held = holdsDuring(listing, on);
  const undated = listing.from === undefined && listing.retrievedOn !== undefined;
  return held === 'CERTAIN' && undated && on.earliest < (listing.retrievedOn as number) ? 'NOT_EXCLUDED' : held;
}
