/** Data centres of ordinary trade: the power their site needs for what was delivered, and when somebody saw it. */
import type { Cast } from './cast.js';
import type { Ledger } from './ledger.js';
import { LAST_DAY } from './market/orders.js';

export function buildSites(ledger: Ledger, cast: Cast): void {
  const chance = ledger.chance.fork('sites');
  for (const { party } of cast.buyers) {
    if (!party.roles.some((role) => role === 'cloud' || role === 'datacenter')) continue;
    const arrivals = ledger.movements.filter((movement) => movement.consignee === party && movement.good.kilowatts > 0);
    const departures = ledger.movements.filter((movement) => movement.shipper === party && movement.good.kilowatts > 0);
    const kilowatts = sum(arrivals) - sum(departures);
    // Some operators tell nobody how much they draw.
    if (!chance.yes(0.78)) continue;
    party.sitePowerMw = Math.max(
      0.2,
      Math.round((Math.max(kilowatts, 100) / 1000) * chance.spread(1.9, 0.28) * 10) / 10,
    );
    if (!chance.yes(0.75)) continue;
    const days = arrivals.map((movement) => movement.arrives).sort((a, b) => a - b);
    const last = days.at(-1) ?? LAST_DAY - 400;
    const middle = days[Math.floor(days.length / 2)] ?? last;
    party.siteVerifiedOn = Math.min(
      LAST_DAY,
      (chance.yes(0.65) ? last : chance.yes(0.6) ? middle : (days[0] ?? last) - 120) + chance.int(10, 110),
    );
  }
}

function sum(movements: readonly { readonly units: number; readonly good: { readonly kilowatts: number } }[]): number {
  return movements.reduce((total, { units, good }) => total + units * good.kilowatts, 0);
}
