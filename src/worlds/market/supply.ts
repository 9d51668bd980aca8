/** How goods get from a seller to a buyer: stock, replenishment from further up, papers, carriage and payment. */
import type { Day } from '../../model/day.js';
import { parseDay } from '../../model/day.js';
import type { Actor, Cast } from '../cast.js';
import type { Chance } from '../chance.js';
import { type Good, goodOf, isBulky } from '../goods.js';
import type { Ledger, Movement, MovementDraft, Party } from '../ledger.js';
import { needOf } from '../papers.js';
import { placeOf, tierOf } from '../places.js';

export interface Sale {
  readonly seller: Actor;
  readonly buyer: Party;
  readonly good: Good;
  readonly units: number;
  readonly day: Day;
  /** Who the goods are for, if the buyer is not the last one. */
  readonly endUser?: Party;
  readonly document?: string;
}

export interface Supply {
  /** Books the sale, with what had to be bought in before; the last movement of the result reaches the buyer. */
  deliver(sale: Sale): readonly Movement[];
  /** A forwarder for the way, where papers name one. */
  carrier(from: Party, to: Party): Party | undefined;
  /** One movement with the papers, carriage and payment of honest trade. */
  send(draft: MovementDraft, endUser?: Party): Movement;
}

export function supplyOf(ledger: Ledger, cast: Cast, parentOf: (party: Party) => Party | undefined): Supply {
  const chance = ledger.chance.fork('supply');
  const stock = new Map<string, number>();

  const carrier = (from: Party, to: Party): Party | undefined =>
    from.country !== to.country && chance.yes(0.55) ? forwarderFor(chance, cast.forwarders, from, to) : undefined;

  const send = (draft: MovementDraft, endUser?: Party): Movement => {
    const { shipper, consignee, departs } = draft;
    const abroad = shipper.country !== consignee.country;
    const forwarder = draft.forwarder ?? carrier(shipper, consignee);
    const paidBy = draft.paidBy ?? payer(chance, consignee, parentOf(consignee));
    const declared = draft.endUser ?? declaredEnd(chance, consignee, endUser);
    const movement = ledger.move({
      ...draft,
      ...(forwarder === undefined ? {} : { forwarder }),
      ...(paidBy === undefined ? {} : { paidBy }),
      ...(declared === undefined ? {} : { endUser: declared }),
      ...(abroad && chance.yes(0.07) ? { via: [chance.pick(['AE', 'DE', 'KR', 'QA', 'SG', 'TR'])] } : {}),
    });
    authorize(ledger, chance, movement, departs);
    return movement;
  };

  const ensure = (seller: Actor, good: Good, units: number, by: Day, endUser: Party | undefined): Movement[] => {
    const makes = cast.makers.includes(seller) && seller.sells.includes(good.family);
    if (makes && good.family !== 'acceleratorServer') return [];
    const [wanted, pieces] = makes ? chipsIn(good, units) : [good, units];
    if (wanted === undefined) return [];
    const key = `${seller.party.id} ${wanted.key}`;
    const held = stock.get(key) ?? 0;
    if (held >= pieces) {
      stock.set(key, held - pieces);
      return [];
    }
    const lot = Math.max(pieces - held, bulkLot(chance, wanted, pieces));
    stock.set(key, held + lot - pieces);
    const departs = by - chance.int(3, 50) - (isBulky(wanted) ? 46 : 11);
    // Goods bought in before the records begin, or before they were announced, left no paper.
    if (departs < parseDay('2022-06-01') || departs < wanted.from) return [];
    const source = upstream(chance, cast, seller, wanted);
    const forCustomer = endUser !== undefined && chance.yes(0.2) ? endUser : undefined;
    return [send({ shipper: source, consignee: seller.party, good: wanted, units: lot, departs }, forCustomer)];
  };

  return {
    carrier,
    send,
    deliver({ seller, buyer, good, units, day, endUser, document }) {
      const before = ensure(seller, good, units, day, buyer);
      const abroad = seller.party.country !== buyer.country;
      const common = { good, units, ...(document === undefined ? {} : { document }) };
      if (!abroad || !chance.yes(0.07) || tierOf(buyer.country) === 3) {
        return [...before, send({ ...common, shipper: seller.party, consignee: buyer, departs: day }, endUser)];
      }
      // Consigned to a forwarder near the buyer, who delivers: two movements, often on one bill.
      const agent = forwarderFor(chance, cast.forwarders, buyer, buyer);
      const first = send({ ...common, shipper: seller.party, consignee: agent, departs: day }, buyer);
      const second = send(
        {
          ...common,
          shipper: agent,
          consignee: buyer,
          departs: first.arrives + chance.int(1, 12),
          guise: first.guise,
          pieceKg: first.weightKg / units,
          ...(chance.yes(0.5) ? { document: first.document } : {}),
        },
        endUser,
      );
      return [...before, first, second];
    },
  };
}

/** Fills in what the law of the day asks of an honest shipper; one paper in sixteen lacks it all the same, but none into Tier 3. */
export function authorize(ledger: Ledger, chance: Chance, movement: Movement, day: Day): void {
  const { good, consignee, units } = movement;
  const need = needOf(good, consignee.country, day);
  const shown = chance.yes(0.94) || tierOf(consignee.country) === 3;
  if (need.licence && shown) movement.licence = ledger.licence(consignee, good.tpp * units, day);
  if (need.exception !== undefined && shown) {
    movement.exception = need.exception;
    movement.certifications = need.certifications;
  }
  const global = day >= parseDay('2025-01-15') && day < parseDay('2025-06-15');
  if (
    good.control === 'datacentre' &&
    !need.licence &&
    consignee.country !== movement.shipper.country &&
    tierOf(consignee.country) === 2
  ) {
    // Some exporters prepared for the rule of January 2025 before it was dropped.
    if (global && chance.yes(0.3)) {
      movement.exception = 'LPP';
      movement.certifications =
        good.tpp * units >= 3_200_000 ? ['consignee-certification', 'pre-notification'] : ['consignee-certification'];
    } else if (chance.yes(0.16))
      movement.certifications = chance.yes(0.5)
        ? ['consignee-certification']
        : ['consignee-certification', 'purchase-order'];
  }
}

function chipsIn(server: Good, units: number): readonly [Good | undefined, number] {
  if (server.key === 'gb200-nvl72') return [goodOf('b200'), units * 72];
  const chip = server.key.replace(/-x8-server$/, '');
  return [goodOf(chip), units * 8];
}

function upstream(chance: Chance, cast: Cast, seller: Actor, good: Good): Party {
  if (good.family === 'accelerator' || good.family === 'chinaAccelerator') {
    const [first, second] = cast.designers;
    if (cast.makers.includes(seller) || chance.yes(0.7)) return /^(mi|gaudi)/.test(good.key) ? second : first;
  }
  const makers = cast.makers.filter((maker) => maker.sells.includes(good.family));
  // One dealer in five buys from a bigger dealer of his own region.
  const bigger = cast.dealers.filter(
    (dealer) =>
      dealer.sells.includes(good.family) &&
      dealer.party.size > seller.party.size * 2 &&
      tierOf(dealer.party.country) < 3 &&
      dealer !== seller,
  );
  if (bigger.length > 0 && chance.yes(0.22)) return chance.weighted(bigger, (dealer) => dealer.party.size).party;
  return chance.weighted(makers, (maker) => maker.party.size).party;
}

function bulkLot(chance: Chance, good: Good, need: number): number {
  const lots =
    good.family === 'acceleratorServer'
      ? [8, 12, 16, 24, 32, 48, 64]
      : good.family === 'server'
        ? [20, 24, 40, 50, 60, 100]
        : good.family === 'accelerator'
          ? [64, 100, 128, 128, 200, 256, 400, 512]
          : [200, 250, 300, 500, 600, 1000, 1200, 2000];
  const enough = lots.filter((lot) => lot >= need);
  return enough.length > 0 ? chance.pick(enough) : Math.ceil(need / 10) * 10;
}

function forwarderFor(chance: Chance, forwarders: readonly Party[], from: Party, to: Party): Party {
  const near = forwarders.filter((each) => tierOf(each.country) < 3 || tierOf(to.country) === 3);
  return chance.weighted(near, (each) => each.size * nearness(each, from, to));
}

function nearness(forwarder: Party, from: Party, to: Party): number {
  if (forwarder.country === from.country || forwarder.country === to.country) return 8;
  const region = placeOf(forwarder.country).region;
  return region === placeOf(to.country).region || region === placeOf(from.country).region ? 2 : 0.15;
}

/** Who pays, as far as the papers say: mostly the buyer, at times his group, seldom a stranger. */
function payer(chance: Chance, buyer: Party, parent: Party | undefined): string | undefined {
  const draw = chance.next();
  if (draw < 0.42) return undefined;
  if (parent !== undefined && draw < 0.5) return `id:${parent.id}`;
  if (draw < 0.88) return `id:${buyer.id}`;
  if (draw < 0.975) return `country:${buyer.country}`;
  return `country:${chance.pick(['SG', 'AE', 'GB', 'US', 'CH', 'HK', 'NL', 'MT'])}`;
}

function declaredEnd(chance: Chance, consignee: Party, endUser: Party | undefined): string | undefined {
  if (endUser !== undefined) return chance.yes(0.8) ? endUser.id : undefined;
  const last = consignee.roles.some((role) => ['enduser', 'cloud', 'datacenter', 'research'].includes(role));
  return last && chance.yes(0.5) ? consignee.id : undefined;
}
