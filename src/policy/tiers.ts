/** The Diffusion rule's tiers, as a label of place under every view. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Tier } from './judgement.js';
import type { Law } from './law.js';
import type { Regime } from './regime.js';
import { CANNOT_SAY, YES } from './truth.js';

/**
 * 0 the US, 1 the fixed list of January 2025, 3 Country Group D:5 of the day and Macau, 2 the rest.
 *
 * Hong Kong counts as China. An unknown country, and one of which the sources do not say whether it was in D:5
 * on the day, is `UNKNOWN`.
 */
export function tierOf(country: CountryCode | undefined, on: Day, regime: Regime): Tier {
  const law = regime.lawOn(on, 'ENFORCED');
  return law === undefined ? 'UNKNOWN' : tierIn(country, law);
}

/** As tierOf, for a law already at hand. */
export function tierIn(country: CountryCode | undefined, law: Law): Tier {
  if (country === undefined) return 'UNKNOWN';
  const seen = law.inLaw(country);
  if (seen === 'US') return 0;
  const embargoed = law.tier3(seen);
  if (embargoed === YES) return 3;
  if (embargoed === CANNOT_SAY) return 'UNKNOWN';
  return law.tier1(seen) === YES ? 1 : 2;
}
