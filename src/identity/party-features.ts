/** What is known of two parties besides their names, and what that adds to or takes from the score of the names. */
import type { CountryCode } from '../model/country.js';
import { countryName } from '../model/country.js';
import type { PartialDate } from '../model/day.js';
import type { Identifier } from '../model/entity.js';

/** Of a party; what is absent is unknown. */
export interface PartyFacts {
  readonly country?: CountryCode | undefined;
  readonly nationality?: CountryCode | undefined;
  readonly address?: string | undefined;
  readonly birthDate?: PartialDate | undefined;
  readonly identifiers: readonly Identifier[];
}

export type FeatureName = 'identifier' | 'birthDate' | 'country' | 'address';

export interface Feature {
  readonly feature: FeatureName;
  /** What it did to the score. */
  readonly effect: number;
  readonly sentence: string;
}

/** Shares of what is missing to 1 that an agreement adds, and what a contradiction takes away. */
const SAME_DAY = 0.5;
const SAME_YEAR = 0.2;
const OTHER_BIRTH = -0.2;
const SAME_COUNTRY = 0.15;
const OTHER_COUNTRY = -0.05;
const SAME_ADDRESS = 0.4;
const OTHER_IDENTIFIER = -0.1;
const ADDRESS_AGREES = 0.6;
/** Names alone never come to one; only an identifier does. */
const HIGHEST = 0.9999;

/**
 * The score of the names (0 to 1) with all else that is known on both sides: the same value of an identifier of the same
 * scheme makes it 1; everything else moves it within [0, 0.9999]. What is unknown on one side does nothing.
 */
export function withFeatures(names: number, a: PartyFacts, b: PartyFacts): { score: number; features: Feature[] } {
  const features: Feature[] = [];
  let score = names;
  const add = (feature: FeatureName, share: number, sentence: string) => {
    const next = Math.min(HIGHEST, Math.max(0, share > 0 ? score + (1 - score) * share : score + share));
    features.push({ feature, effect: round(next - score), sentence });
    score = next;
  };
  const same = sharedIdentifier(a.identifiers, b.identifiers);
  if (same !== undefined) {
    features.push({ feature: 'identifier', effect: round(1 - score), sentence: `same ${same.scheme}: ${same.value}` });
    return { score: 1, features };
  }
  const other = contradictingIdentifier(a.identifiers, b.identifiers);
  if (other !== undefined) add('identifier', OTHER_IDENTIFIER, other);
  if (a.birthDate !== undefined && b.birthDate !== undefined) {
    const [left, right] = [a.birthDate, b.birthDate];
    const told = `born ${left.text} and ${right.text}`;
    if (left.earliest > right.latest || right.earliest > left.latest) add('birthDate', OTHER_BIRTH, told);
    else
      add('birthDate', left.earliest === left.latest && right.earliest === right.latest ? SAME_DAY : SAME_YEAR, told);
  }
  const [here, there] = [countriesOf(a), countriesOf(b)];
  if (here.length > 0 && there.length > 0) {
    const shared = here.find((country) => there.includes(country));
    if (shared !== undefined) add('country', SAME_COUNTRY, `both of ${countryName(shared)}`);
    else add('country', OTHER_COUNTRY, `${here.map(countryName).join(', ')} and ${there.map(countryName).join(', ')}`);
  }
  if (a.address !== undefined && b.address !== undefined) {
    const alike = addressLikeness(a.address, b.address);
    if (alike >= ADDRESS_AGREES)
      add('address', SAME_ADDRESS * alike, `addresses agree in ${Math.round(alike * 100)} % of their words`);
  }
  return { score, features };
}

/** Letters and digits of a value, so that blanks and hyphens do not matter. */
export function bareIdentifier(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Schemes that name one party: of two parties with other values one is not the other. */
const ONE_A_PARTY = new Set(['lei', 'imo', 'duns']);
const SHORTEST = 4;

function sharedIdentifier(a: readonly Identifier[], b: readonly Identifier[]): Identifier | undefined {
  return a.find(
    ({ scheme, value }) =>
      bareIdentifier(value).length >= SHORTEST &&
      b.some((other) => other.scheme === scheme && bareIdentifier(other.value) === bareIdentifier(value)),
  );
}

function contradictingIdentifier(a: readonly Identifier[], b: readonly Identifier[]): string | undefined {
  for (const { scheme, value } of a) {
    const other = ONE_A_PARTY.has(scheme) ? b.find((one) => one.scheme === scheme) : undefined;
    if (other !== undefined) return `another ${scheme}: ${value} and ${other.value}`;
  }
  return undefined;
}

function countriesOf({ country, nationality }: PartyFacts): CountryCode[] {
  return [...new Set([country, nationality].filter((one) => one !== undefined))];
}

/** Of the words of the shorter address, the share that stands in the other; numbers must not contradict. */
function addressLikeness(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const [left, right] = [words(a), words(b)];
  const fewest = Math.min(left.size, right.size);
  if (fewest < 2) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  const numbers = (one: Set<string>) => [...one].filter((word) => /^\d/.test(word));
  const [here, there] = [numbers(left), numbers(right)];
  const contradicts = here.length > 0 && there.length > 0 && !here.some((number) => there.includes(number));
  return contradicts ? 0 : shared / fewest;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
