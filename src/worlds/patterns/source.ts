/** Where a story's goods are bought: a maker, or a dealer in Tier 0 or 1. */
import type { CountryCode } from '../../model/country.js';
import type { Good } from '../goods.js';
import type { Party } from '../ledger.js';
import { tierOf } from '../places.js';
import type { Workshop } from './workshop.js';

/** A seller of such goods in Tier 0 or 1, in one of some countries if they are named. */
export function sourceOf({ cast, chance }: Workshop, good: Good, countries?: readonly CountryCode[]): Party {
  const suits = ({ party, sells }: (typeof cast.makers)[number]): boolean =>
    sells.includes(good.family) &&
    tierOf(party.country) < 2 &&
    (countries === undefined || countries.includes(party.country));
  const own = cast.designers[/^(mi|gaudi)/.test(good.key) ? 1 : 0];
  const makers = cast.makers.filter((maker) => suits(maker) && (good.family !== 'accelerator' || maker.party === own));
  const dealers = cast.dealers.filter(suits);
  if (makers.length + dealers.length === 0) throw new Error(`nobody sells \`${good.key}\` there`);
  return chance.weighted([...makers, ...dealers], (actor) => actor.party.size).party;
}

/** A busy dealer of ordinary trade, from one of some countries: the more goods went through his hands, the likelier. */
export function busyFirm(
  { cast, chance, ledger }: Workshop,
  countries: readonly CountryCode[],
  family: Good['family'],
): Party {
  const dealers = cast.dealers.filter(
    ({ party, sells }) => countries.includes(party.country) && sells.includes(family),
  );
  const sold = new Map<Party, number>();
  for (const { shipper } of ledger.movements) sold.set(shipper, (sold.get(shipper) ?? 0) + 1);
  const most = Math.max(...dealers.map(({ party }) => sold.get(party) ?? 0));
  const busy = dealers.filter(({ party }) => (sold.get(party) ?? 0) >= most / 3);
  return chance.weighted(busy, ({ party }) => 1 + (sold.get(party) ?? 0)).party;
}

/** A forwarder of ordinary trade, from one of some countries. */
export function forwarderIn({ cast, chance }: Workshop, countries: readonly CountryCode[]): Party {
  return chance.pick(cast.forwarders.filter((party) => countries.includes(party.country)));
}
