/** What law sees of a party on a day: seats, listings, owners, authorizations. */
import type { CountryCode } from '../model/country.js';
import type { Certainty, Day, DayInterval, Period } from '../model/day.js';
import type { MovementParty } from '../policy/movement.js';
import type { Ownership } from './control.js';
import type { Lists } from './lists.js';
import { listedOwners, listName } from './owners.js';
import { type Parties, seatOf } from './parties.js';

/** Two of one `code` are alike in everything here but who they are. */
export interface PartyInLaw {
  readonly code: number;
  readonly facts: MovementParty;
  /** On any list of restricted parties. */
  readonly listed: Certainty;
  /** Owned by half or more by listed parties. */
  readonly held: Certainty;
  /** Absent where nobody is recorded above it. */
  readonly parent?: ParentSeats;
}

/** Two of one `code` are alike but for these ids. */
export interface PartyOnDay extends PartyInLaw {
  /** Its ultimate parent, or all that may be it; itself where nobody is recorded above it. */
  readonly tops: readonly string[];
}

/** Where those sit who stand at the top; undefined is an unknown seat. */
interface ParentSeats {
  /** Nobody certainly controls it, and nobody else can be the top. */
  readonly isItself: boolean;
  /** The one top in `certain`, else all that can be the top but itself. */
  readonly certain: boolean;
  readonly seats: readonly (CountryCode | undefined)[];
}

/** Remembers what it answered; one object serves one population. */
export class PartyFacts {
  private readonly parties: Parties;
  private readonly control: Ownership;
  private readonly lists: Lists;
  private readonly codes = new Map<string, number>();
  /** Of parties that no list, licence or link names: every day the same. */
  private readonly plain: (PartyOnDay | undefined)[] = [];
  private readonly special = new Map<number, Special>();
  private readonly linked: ReadonlySet<string>;

  constructor(parties: Parties, control: Ownership, lists: Lists) {
    this.parties = parties;
    this.control = control;
    this.lists = lists;
    this.linked = control.parties;
  }

  of(party: number, on: DayInterval): PartyOnDay {
    const plain = this.plain[party];
    if (plain !== undefined) return plain;
    let special = this.special.get(party);
    if (special === undefined) {
      const id = this.parties.ids[party] as string;
      if (!this.lists.mentions(id) && !this.linked.has(id)) {
        const found = this.read(party, id, on);
        this.plain[party] = found;
        return found;
      }
      special = { days: this.daysOfChange(id), answers: new Map() };
      this.special.set(party, special);
    }
    const { days, answers } = special;
    const key = countUpTo(days, on.earliest) * (days.length + 1) + countUpTo(days, on.latest);
    let found = answers.get(key);
    if (found === undefined) {
      found = this.read(party, this.parties.ids[party] as string, on);
      answers.set(key, found);
    }
    return found;
  }

  /** The days on which an answer about the party can change: every bound of a record about it or those above it. */
  private daysOfChange(id: string): Day[] {
    const { control, lists } = this;
    const links = control.linksAbove(id);
    const listings = [id, ...links.map((link) => link.source)].flatMap((one) => lists.all(one));
    const periods: readonly Period[] = [...links, ...listings, ...lists.allAuthorizations(id)];
    const days = new Set(listings.flatMap(({ retrievedOn }) => retrievedOn ?? []));
    for (const { from, to } of periods) {
      for (const bound of [from, to]) {
        if (bound !== undefined) days.add(bound.earliest).add(bound.latest);
      }
    }
    return [...days].sort((a, b) => a - b);
  }

  private read(party: number, id: string, on: DayInterval): PartyOnDay {
    const { parties, lists, control } = this;
    const country = parties.country(party);
    const headquarters = parties.headquarters(party);
    const { tops, parent } = this.parentsOf(id, on);
    const [seat] = parent?.certain === true ? parent.seats : [];
    const owner = this.seatOf(control.majorityOwner(id, on));
    const listings = lists.listingsOf(id, on);
    const authorizations = lists.authorizationsOf(id, on);
    const facts = {
      ...(country === undefined ? {} : { country }),
      ...(headquarters === undefined ? {} : { headquarters }),
      ...(seat === undefined ? {} : { ultimateParentHeadquarters: seat }),
      ...(owner === undefined ? {} : { majorityOwnerHeadquarters: owner }),
      listedOn: listings.filter((one) => one.certainty === 'CERTAIN').map(({ listing }) => listName(listing)),
      possiblyListedOn: listings.filter((one) => one.certainty !== 'CERTAIN').map(({ listing }) => listName(listing)),
      ownedByListed: listedOwners(id, on, control, lists),
      authorizations: authorizations.map((one) => one.kind),
      letters: authorizations.filter((one) => one.kind === 'is-informed-letter').map((one) => one.id),
    };
    const listed = lists.isListed(id, on);
    const held = control.isRecorded(id) ? control.heldBy(id, (one) => lists.isListed(one, on), on).certainty : 'NO';
    const content = JSON.stringify([facts, listed, held, parent]);
    let code = this.codes.get(content);
    if (code === undefined) {
      code = this.codes.size;
      this.codes.set(content, code);
    }
    return { code, facts: { id, ...facts }, listed, held, tops, ...(parent === undefined ? {} : { parent }) };
  }

  private parentsOf(id: string, on: DayInterval): { tops: readonly string[]; parent?: ParentSeats } {
    const { control } = this;
    if (!control.isRecorded(id)) return { tops: [id] };
    const { certain, candidates } = control.ultimateParent(id, on);
    const seatsOf = (ids: readonly string[]) => ids.map((one) => this.seatOf(one));
    if (certain !== undefined) {
      return { tops: [certain], parent: { isItself: certain === id, certain: true, seats: seatsOf([certain]) } };
    }
    const others = candidates.filter((one) => one !== id);
    return { tops: candidates, parent: { isItself: false, certain: false, seats: seatsOf(others) } };
  }

  /** Where the party sits as far as known. */
  private seatOf(id: string | undefined): CountryCode | undefined {
    const number = id === undefined ? undefined : this.parties.number(id);
    return number === undefined ? undefined : seatOf(this.parties, number);
  }
}

/** What is known of a party that records name, by where the days of departure lie among its days of change. */
interface Special {
  readonly days: readonly Day[];
  readonly answers: Map<number, PartyOnDay>;
}

/** How many of the ascending days lie on or before the day. */
function countUpTo(days: readonly Day[], day: Day): number {
  let count = 0;
  while (count < days.length && (days[count] as Day) <= day) count++;
  return count;
}
