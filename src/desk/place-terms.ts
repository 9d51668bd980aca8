/** The words in which a question names where routes start and end. */
import { type CountryCode, parseCountry } from '../model/country.js';
import { DetourError } from '../model/errors.js';
import type { Tier } from '../policy/judgement.js';
import type { Parties } from './parties.js';

/** Any of these. */
export interface PlaceTerms {
  readonly parties: ReadonlySet<number>;
  readonly countries: ReadonlySet<CountryCode>;
  readonly roles: ReadonlySet<string>;
  readonly tiers: ReadonlySet<Tier>;
}

/**
 * Reads `id:…`, `country:…`, `role:…`, `tier:…`, or a bare word: a party if one has that id, else a country.
 *
 * @throws DetourError `BAD_USER_INPUT` for a word that is none of these, `NOT_FOUND` for an `id:` nobody has.
 */
export function readPlaceTerms(terms: readonly string[], parties: Parties): PlaceTerms {
  const found = {
    parties: new Set<number>(),
    countries: new Set<CountryCode>(),
    roles: new Set<string>(),
    tiers: new Set<Tier>(),
  };
  for (const term of terms) {
    const [, kind, rest] = /^(id|country|role|tier):(.*)$/s.exec(term) ?? [undefined, '', term];
    const value = (rest as string).trim();
    if (kind === 'id') {
      const party = parties.number(value);
      if (party === undefined)
        throw new DetourError('NOT_FOUND', `no party has the id \`${value}\`: search for it with \`entities\``);
      found.parties.add(party);
    } else if (kind === 'role') {
      found.roles.add(value.toLowerCase());
    } else if (kind === 'tier') {
      if (!/^[0-3]$/.test(value))
        throw new DetourError('BAD_USER_INPUT', `\`${term}\` is no tier: write tier:0, tier:1, tier:2 or tier:3`);
      found.tiers.add(Number(value) as Tier);
    } else {
      const party = kind === '' ? parties.number(value) : undefined;
      const country = parseCountry(value);
      if (party !== undefined) found.parties.add(party);
      else if (country !== undefined) found.countries.add(country);
      else {
        throw new DetourError(
          kind === '' ? 'NOT_FOUND' : 'BAD_USER_INPUT',
          `\`${term}\` is neither a party's id nor a country: write id:…, country:…, role:… or tier:…`,
        );
      }
    }
  }
  return found;
}
