/** Ordinary trade: orders through the years, from a few large buyers and many small ones, with seasons and returns. */
import { type Day, formatDay, parseDay } from '../../model/day.js';
import type { Actor, Cast } from '../cast.js';
import type { Chance } from '../chance.js';
import { type Family, type Good, onSale, usualQuantities } from '../goods.js';
import type { Ledger, Movement, Party } from '../ledger.js';
import { needOf } from '../papers.js';
import { placeOf, tierOf } from '../places.js';
import type { Supply } from './supply.js';

const FIRST_DAY: Day = parseDay('2022-06-01');
export const LAST_DAY: Day = parseDay('2026-09-30');

/** Books so many orders, in the order of their days. */
export function trade(ledger: Ledger, cast: Cast, supply: Supply, orders: number): void {
  const chance = ledger.chance.fork('orders');
  const days = Array.from({ length: orders }, () => seasonalDay(chance)).sort((a, b) => a - b);
  const regulars = new Map<string, Actor>();
  for (const day of days) {
    const open = cast.buyers.filter((buyer) => buyer.activeFrom <= day);
    const buyer = chance.weighted(open, (each) => each.party.size ** 0.8);
    const good = choose(chance, buyer, day);
    if (good === undefined) continue;
    const seller = sellerFor(chance, cast, buyer, good, day, regulars);
    if (seller === undefined) continue;
    const units = quantity(chance, buyer.party, good);
    const moved = supply.deliver({ seller, buyer: buyer.party, good, units, day });
    const last = moved.at(-1) as Movement;
    if (good.family === 'acceleratorServer' && chance.yes(0.45)) companions(chance, cast, supply, last, regulars);
    if (chance.yes(returnRate(good))) sendBack(chance, supply, last);
  }
}

function choose(chance: Chance, buyer: Actor, day: Day): Good | undefined {
  const [family] = chance.weighted(buyer.buys, ([, weight]) => weight);
  const country = buyer.party.country;
  const tier3 = tierOf(country) === 3;
  const candidates = onSale(family === 'card' && tier3 ? ['card', 'chinaCard'] : [family], day).filter((good) => {
    const need = needOf(good, country, day);
    // Cards under a licence exception are a nuisance; few sellers take the trouble where another card will do.
    return tier3 ? !need.licence && (need.exception === undefined || chance.yes(0.06)) : true;
  });
  if (candidates.length === 0) return undefined;
  // The newest product sells best.
  return chance.weighted(
    candidates,
    (good) => (good.family === 'card' && good.product !== undefined ? 3 : 1) * (day - good.from < 500 ? 2 : 1),
  );
}

function sellerFor(
  chance: Chance,
  cast: Cast,
  buyer: Actor,
  good: Good,
  day: Day,
  regulars: Map<string, Actor>,
): Actor | undefined {
  const key = `${buyer.party.id} ${good.family}`;
  const regular = regulars.get(key);
  if (regular !== undefined && chance.yes(0.78)) return regular;
  const country = buyer.party.country;
  const usable = (actor: Actor): boolean =>
    actor.sells.includes(good.family) &&
    actor.activeFrom <= day &&
    actor.party !== buyer.party &&
    // Nobody buys controlled goods out of an embargoed place.
    (good.control === 'none' || good.control === 'letter' || tierOf(actor.party.country) < 3 || tierOf(country) === 3);
  const large = buyer.party.size > 7;
  const pool = [
    ...cast.dealers.filter(usable),
    ...cast.makers.filter((maker) => usable(maker) && (large || good.control === 'none')),
  ];
  if (pool.length === 0) return undefined;
  const seller = chance.weighted(pool, (actor) => actor.party.size * affinity(actor.party, buyer.party));
  regulars.set(key, seller);
  return seller;
}

function affinity(seller: Party, buyer: Party): number {
  if (seller.country === buyer.country) return 7;
  const from = placeOf(seller.country).region;
  const to = placeOf(buyer.country).region;
  if (from === to) return 3;
  return (from === 'southeast' && (to === 'china' || to === 'south')) || (from === 'inner' && to === 'north')
    ? 1.6
    : 0.5;
}

function quantity(chance: Chance, buyer: Party, good: Good): number {
  const usual = usualQuantities(good);
  // Large buyers order from the upper end of the usual numbers; one order in six is no round number at all.
  const reach = Math.min(usual.length, 3 + Math.ceil(buyer.size));
  const lot = usual[chance.int(Math.max(0, reach - 8), reach - 1)] as number;
  return chance.yes(0.16) ? Math.max(1, Math.round(chance.spread(lot, 0.4))) : lot;
}

function companions(chance: Chance, cast: Cast, supply: Supply, servers: Movement, regulars: Map<string, Actor>): void {
  for (const family of ['network', 'power'] as const satisfies readonly Family[]) {
    if (!chance.yes(0.6)) continue;
    const good = chance.pick(onSale([family], servers.departs));
    const draft = {
      shipper: servers.shipper,
      consignee: servers.consignee,
      good,
      units: servers.units * chance.pick([2, 4, 8]),
      departs: servers.departs,
      document: servers.document,
      ...(servers.forwarder === undefined ? {} : { forwarder: servers.forwarder }),
    };
    const sent = supply.send(draft);
    regulars.set(
      `${servers.consignee.id} ${family}`,
      cast.dealers.find((dealer) => dealer.party === sent.shipper) ??
        chance.pick(cast.dealers.filter((dealer) => dealer.sells.includes(family))),
    );
  }
}

function returnRate(good: Good): number {
  return good.control !== 'none'
    ? 0.06
    : good.family === 'laptop' || good.family === 'server' || good.family === 'network'
      ? 0.04
      : 0;
}

/** Faulty pieces go back to who sent them; mostly new ones follow. */
function sendBack(chance: Chance, supply: Supply, bought: Movement): void {
  const units = Math.max(1, Math.round(bought.units * chance.spread(0.06, 0.6)));
  const departs = bought.arrives + chance.int(15, 160);
  const { shipper, consignee, good } = bought;
  if (departs > LAST_DAY - 30) return;
  const back = supply.send({
    shipper: consignee,
    consignee: shipper,
    good,
    units,
    departs,
    priceShare: 0.4,
    guise: { ...bought.guise, words: `${bought.guise.words}, returned for repair` },
    ...(bought.paidBy === undefined ? {} : { paidBy: `id:${shipper.id}` }),
  });
  if (chance.yes(0.7))
    supply.send({
      shipper,
      consignee,
      good,
      units,
      departs: back.arrives + chance.int(6, 50),
      guise: { ...bought.guise, words: `${bought.guise.words}, replacement` },
    });
}

/** A day within the records: little in February, much towards the end of a quarter and of the year, more every year. */
function seasonalDay(chance: Chance): Day {
  for (;;) {
    const day = chance.int(FIRST_DAY + 40, LAST_DAY - 25);
    const [year, month] = formatDay(day).split('-').map(Number) as [number, number];
    const season = [0.8, 0.55, 1, 0.85, 0.9, 1, 0.8, 0.85, 1.05, 1, 1.2, 1.15][month - 1] as number;
    const growth = 0.55 + 0.11 * (year - 2022);
    if (chance.next() < (season * growth) / 1.2) return day;
  }
}
