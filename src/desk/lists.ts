/** Who is on which list, and who holds which authorization, on a day. */
import type { Authorization } from '../model/authorization.js';
import { type Certainty, type DayInterval, holdsDuring } from '../model/day.js';
import { type Listing, listedDuring } from '../model/listing.js';

export interface ListedOn {
  readonly listing: Listing;
  readonly certainty: Exclude<Certainty, 'NO'>;
}

/** Answers from the listings and authorizations that are loaded; it cannot know of others (see gaps). */
export class Lists {
  private readonly listings = new Map<string, Listing[]>();
  private readonly authorizations = new Map<string, Authorization[]>();
  private readonly byId = new Map<string, Authorization>();
  /** Codes of the lists that are loaded, in byte order. */
  readonly loaded: readonly string[];

  constructor(listings: readonly Listing[], authorizations: readonly Authorization[]) {
    for (const listing of listings) push(this.listings, listing.entity, listing);
    for (const authorization of authorizations) {
      push(this.authorizations, authorization.entity, authorization);
      this.byId.set(authorization.id, authorization);
    }
    this.loaded = [...new Set(listings.map((listing) => listing.list))].sort();
  }

  /** Listings of the party that hold, or cannot be excluded, on the one day in the interval; by id. */
  listingsOf(party: string, on: DayInterval): ListedOn[] {
    const found: ListedOn[] = [];
    for (const listing of this.listings.get(party) ?? []) {
      const certainty = listedDuring(listing, on);
      if (certainty !== 'NO') found.push({ listing, certainty });
    }
    return found;
  }

  /** Whether the party is on any list of restricted parties (all lists that are loaded). */
  isListed(party: string, on: DayInterval): Certainty {
    let best: Certainty = 'NO';
    for (const { certainty } of this.listingsOf(party, on)) {
      if (certainty === 'CERTAIN') return 'CERTAIN';
      best = certainty;
    }
    return best;
  }

  /** Every listing of the party, on whatever day. */
  all(party: string): readonly Listing[] {
    return this.listings.get(party) ?? [];
  }

  /** Every authorization of the party, on whatever day. */
  allAuthorizations(party: string): readonly Authorization[] {
    return this.authorizations.get(party) ?? [];
  }

  /** Whether any record names the party. */
  mentions(party: string): boolean {
    return this.listings.has(party) || this.authorizations.has(party);
  }

  /** Every party that any listing names. */
  get listedParties(): Iterable<string> {
    return this.listings.keys();
  }

  /** Whether any authorization is loaded. */
  get areAuthorized(): boolean {
    return this.authorizations.size > 0;
  }

  /** Authorizations of the party that certainly hold on the day. */
  authorizationsOf(party: string, on: DayInterval): Authorization[] {
    return (this.authorizations.get(party) ?? []).filter((one) => holdsDuring(one, on) === 'CERTAIN');
  }

  /** The licence a paper names. */
  licence(id: string): Authorization | undefined {
    const found = this.byId.get(id);
    return found?.kind === 'licence' ? found : undefined;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
