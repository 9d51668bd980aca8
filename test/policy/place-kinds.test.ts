/** Places of one kind against each other: a verdict does not change when one is put for the other. */
import { describe, expect, it } from 'vitest';
import { allCountries, type CountryCode } from '../../src/model/country.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import type { View } from '../../src/policy/judgement.js';
import type { Law } from '../../src/policy/law.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Movement } from '../../src/policy/movement.js';
import { placeKind } from '../../src/policy/place-kinds.js';
import type { Regime } from '../../src/policy/regime.js';
import { verdict } from '../../src/policy/verdict.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;
const countries = allCountries();
const products = ['h100-sxm', 'rtx-4090', 'h20', 'mi210', 'h100-sxm-x8-server', undefined];

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const from = (places: readonly CountryCode[]): Pick<Movement, 'from' | 'to' | 'exporter' | 'consignee' | 'endUser'> => {
  const [a, b, c, d, e, f] = places as [CountryCode, CountryCode, CountryCode, CountryCode, CountryCode, CountryCode];
  const plain = { listedOn: [], ownedByListed: [], authorizations: [] };
  return {
    from: a,
    to: b,
    exporter: { ...plain, country: a, headquarters: c },
    consignee: { ...plain, country: b, headquarters: d, ultimateParentHeadquarters: e },
    endUser: { ...plain, country: f, headquarters: f },
  };
};

describe('places of one kind', () => {
  it('can be exchanged in a movement, on any day and under both views', () => {
    const below = random(11);
    const first = parseDay('2022-06-01');
    const outcomes = new Set<string>();
    let exchanged = 0;
    for (let run = 0; run < 6000; run++) {
      const on: Day = first + below(1700);
      const view: View = below(2) === 0 ? 'ENFORCED' : 'AS_WRITTEN';
      const law = regime.lawOn(on, view);
      if (law === undefined) continue;
      const usual = ['US', 'CN', 'MY', 'DE', 'AE'] as CountryCode[];
      const pick = () => (below(2) === 0 ? usual[below(5)] : countries[below(countries.length)]) as CountryCode;
      const places = Array.from({ length: 6 }, pick);
      const gone = places[below(6)] as CountryCode;
      const others = strangers(places, gone, law);
      if (others.length === 0) continue;
      const other = others[below(others.length)] as CountryCode;
      const product = products[below(products.length)];
      const rest: Movement = {
        ...(product === undefined ? {} : { product }),
        units: 1 + below(2000),
        endUse: 'CIVIL',
        certifications: below(2) === 0 ? [] : ['consignee-certification', 'pre-notification', 'purchase-order'],
      };
      const before = verdict({ ...rest, ...from(places) }, on, regime, view, catalogue);
      const swapped = places.map((place) => (place === gone ? other : place));
      const after = verdict({ ...rest, ...from(swapped) }, on, regime, view, catalogue);
      expect(after, `${gone} for ${other} in ${places.join()} on ${on}, ${view}`).toEqual(before);
      outcomes.add(before.outcome);
      exchanged++;
    }
    expect(exchanged).toBeGreaterThan(2000);
    expect([...outcomes].sort()).toEqual(['EXCEPTION_AVAILABLE', 'LICENCE_REQUIRED', 'NO_LICENCE_REQUIRED', 'UNKNOWN']);
  });

  it('stand for one another seat by seat, as long as the two ends of a movement stay one country or two', () => {
    const below = random(23);
    const first = parseDay('2022-06-01');
    let changed = 0;
    for (let run = 0; run < 3000; run++) {
      const on: Day = first + below(1700);
      const view: View = below(2) === 0 ? 'ENFORCED' : 'AS_WRITTEN';
      const law = regime.lawOn(on, view);
      if (law === undefined) continue;
      const pick = () => countries[below(countries.length)] as CountryCode;
      const places = Array.from({ length: 6 }, (_, i) => (i < 2 && below(3) === 0 ? ('US' as CountryCode) : pick()));
      const others = places.map((place) => {
        const alike = countries.filter((one) => placeKind(one, law) === placeKind(place, law));
        return alike[below(alike.length)] as CountryCode;
      });
      const within = ([a, b]: CountryCode[]) => law.inLaw(a as CountryCode) === law.inLaw(b as CountryCode);
      if (within(places) !== within(others)) continue;
      const rest: Movement = { product: products[below(5)] as string, units: 1 + below(2000), endUse: 'CIVIL' };
      const before = verdict({ ...rest, ...from(places) }, on, regime, view, catalogue);
      const after = verdict({ ...rest, ...from(others) }, on, regime, view, catalogue);
      expect(after, `${others.join()} for ${places.join()} on ${on}, ${view}`).toEqual(before);
      if (places.join() !== others.join()) changed++;
    }
    expect(changed).toBeGreaterThan(2000);
  });

  it('are few, and nobody is like the United States but their territories', () => {
    const law = regime.lawOn(parseDay('2025-06-01'), 'ENFORCED') as Law;
    expect(new Set(countries.map((country) => placeKind(country, law))).size).toBeLessThan(30);
    const likeUs = countries.filter((country) => placeKind(country, law) === placeKind('US', law));
    expect(likeUs).toContain('US');
    expect(likeUs.filter((country) => law.inLaw(country) !== 'US')).toEqual([]);
    expect(placeKind(undefined, law)).toBe(-1);
  });
});

/** Places of the same kind that are, in law, none of those that occur. */
function strangers(places: readonly CountryCode[], gone: CountryCode, law: Law): CountryCode[] {
  const taken = new Set(places.map((place) => law.inLaw(place)));
  // A country that others are seen as is more than one place.
  if (places.some((place) => place !== gone && law.inLaw(place) === law.inLaw(gone))) return [];
  return countries.filter((one) => !taken.has(law.inLaw(one)) && placeKind(one, law) === placeKind(gone, law));
}
