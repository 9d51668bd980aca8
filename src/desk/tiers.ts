/** Tiers of places, looked up once for each place and stretch between changes of law. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Tier } from '../policy/judgement.js';
import type { Regime } from '../policy/regime.js';
import { tierOf } from '../policy/tiers.js';

/** As `tierOf` under one regime. */
export class Tiers {
  private readonly regime: Regime;
  private readonly known = new Map<CountryCode, (Tier | undefined)[]>();

  constructor(regime: Regime) {
    this.regime = regime;
  }

  of(country: CountryCode | undefined, on: Day): Tier {
    if (country === undefined) return 'UNKNOWN';
    let tiers = this.known.get(country);
    if (tiers === undefined) {
      tiers = [];
      this.known.set(country, tiers);
    }
    const stretch = this.stretchOf(on);
    let tier = tiers[stretch];
    if (tier === undefined) {
      tier = tierOf(country, on, this.regime);
      tiers[stretch] = tier;
    }
    return tier;
  }

  /** How many stretches there are. */
  get stretches(): number {
    return this.regime.changeDays.length + 1;
  }

  /** The number of the stretch in which the day lies: how many changes there were up to it. */
  stretchOf(day: Day): number {
    const { changeDays } = this.regime;
    let low = 0;
    let high = changeDays.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changeDays[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
