/** Places that the law of a day cannot tell apart. */
import type { CountryCode } from '../model/country.js';
import type { Law } from './law.js';
import { tierIn } from './tiers.js';

interface Kinds {
  readonly places: Map<CountryCode, number>;
  readonly signatures: Map<string, number>;
}

const kindsOfLaw = new WeakMap<Law, Kinds>();

/**
 * A number for how a place stands in the law: two places of one number are in the same of all sets that any rule in
 * force compares a place with, and in the same tier. So they can be exchanged in a movement and its verdict stays the
 * same, as long as places that were one country stay one and places that were two stay two. -1 for an unknown place.
 */
export function placeKind(place: CountryCode | undefined, law: Law): number {
  if (place === undefined) return -1;
  let kinds = kindsOfLaw.get(law);
  if (kinds === undefined) {
    kinds = { places: new Map(), signatures: new Map() };
    kindsOfLaw.set(law, kinds);
  }
  let kind = kinds.places.get(place);
  if (kind === undefined) {
    const signature = signatureOf(place, law);
    kind = kinds.signatures.get(signature);
    if (kind === undefined) {
      kind = kinds.signatures.size;
      kinds.signatures.set(signature, kind);
    }
    kinds.places.set(place, kind);
  }
  return kind;
}

function signatureOf(place: CountryCode, law: Law): string {
  const seen = law.inLaw(place);
  const stands = [...law.mentioned().values()].flatMap(({ sets }) =>
    [...sets.values()].map((isMember) => isMember(seen)),
  );
  return [seen === 'US', tierIn(place, law), law.assured(seen), ...stands].join();
}
