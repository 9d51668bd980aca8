/** The parties of a projection, numbered in byte order of their ids, with what is known of each. */
import type { CountryCode } from '../model/country.js';
import type { DayInterval } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import { type AsOf, NO_DAY, type PartyColumns, type Store } from '../store/port.js';

/** Reads by party number. Absent facts are undefined. */
export class Parties {
  readonly count: number;
  /** By number. */
  readonly ids: readonly string[];
  /** Store key of a number, and number of a store key. */
  readonly keyOf: Int32Array;
  readonly numberOfKey: Int32Array;
  private readonly columns: PartyColumns;
  private readonly numbers = new Map<string, number>();
  private readonly roleSets = new Map<number, ReadonlySet<string>>();

  private constructor(ids: readonly string[], keyOf: Int32Array, numberOfKey: Int32Array, columns: PartyColumns) {
    this.count = ids.length;
    this.ids = ids;
    this.keyOf = keyOf;
    this.numberOfKey = numberOfKey;
    this.columns = columns;
    ids.forEach((id, number) => {
      this.numbers.set(id, number);
    });
  }

  static async read(store: Store, asOf: AsOf): Promise<Parties> {
    const [columns, ranks] = await Promise.all([store.partyColumns(asOf), store.partyRanks()]);
    // Ranks may have holes after replacements; numbers have none.
    const keyOf = Int32Array.from({ length: ranks.length }, (_, key) => key).sort(
      (a, b) => (ranks[a] as number) - (ranks[b] as number),
    );
    const numberOfKey = new Int32Array(ranks.length);
    for (let number = 0; number < keyOf.length; number++) numberOfKey[keyOf[number] as number] = number;
    return new Parties(await store.ids('party', keyOf), keyOf, numberOfKey, columns);
  }

  /** The number of an id; undefined where unknown. */
  number(id: string): number | undefined {
    return this.numbers.get(id);
  }

  country(party: number): CountryCode | undefined {
    return this.text(this.columns.country, party);
  }

  headquarters(party: number): CountryCode | undefined {
    return this.text(this.columns.headquarters, party);
  }

  nationality(party: number): CountryCode | undefined {
    return this.text(this.columns.nationality, party);
  }

  sector(party: number): string | undefined {
    return this.text(this.columns.sector, party);
  }

  website(party: number): string | undefined {
    return this.text(this.columns.website, party);
  }

  address(party: number): string | undefined {
    return this.text(this.columns.address, party);
  }

  schema(party: number): string | undefined {
    return this.text(this.columns.schema, party);
  }

  roles(party: number): ReadonlySet<string> {
    const code = this.columns.roles[this.keyOf[party] as number] as number;
    let roles = this.roleSets.get(code);
    if (roles === undefined) {
      const text = code < 0 ? '' : (this.columns.texts[code] ?? '');
      roles = new Set(text === '' ? [] : text.split(';'));
      this.roleSets.set(code, roles);
    }
    return roles;
  }

  foundedOn(party: number): DayInterval | undefined {
    return this.days(this.columns.foundedEarliest, this.columns.foundedLatest, party);
  }

  siteVerifiedOn(party: number): DayInterval | undefined {
    return this.days(this.columns.siteVerifiedEarliest, this.columns.siteVerifiedLatest, party);
  }

  sitePowerMw(party: number): number | undefined {
    const value = this.columns.sitePowerMw[this.keyOf[party] as number] as number;
    return Number.isNaN(value) ? undefined : value;
  }

  /** Whether any party has a web site recorded, so that a missing one says something. */
  fillsWebsite(): boolean {
    return this.columns.website.some((code) => code >= 0);
  }

  /** How many are named by records and described by none. */
  stubs(): number {
    let count = 0;
    for (let key = 0; key < this.columns.count; key++) {
      if (this.columns.known[key] === 1 && this.columns.stub[key] === 1) count++;
    }
    return count;
  }

  private text(codes: Int32Array, party: number): string | undefined {
    const code = codes[this.keyOf[party] as number] as number;
    return code < 0 ? undefined : this.columns.texts[code];
  }

  private days(earliest: Int32Array, latest: Int32Array, party: number): DayInterval | undefined {
    const key = this.keyOf[party] as number;
    const first = earliest[key] as number;
    return first === NO_DAY ? undefined : { earliest: first, latest: latest[key] as number };
  }
}

/** Where the head office is as far as known: the headquarters, else the country. */
export function seatOf(parties: Parties, party: number): CountryCode | undefined {
  return parties.headquarters(party) ?? parties.country(party);
}

/** A party that is named and not described, for answers. */
export function stubEntity(id: string): Entity {
  return { id, aliases: [], roles: [], identifiers: [], stub: true, dataset: '', record: '' };
}
