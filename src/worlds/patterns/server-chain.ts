/** P1: servers through two Tier 2 firms, the first a trader, the second a would-be data centre. */

import { purchase, sendOn } from './legs.js';
import { forwarderIn, sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

const SERVERS = [
  'h100-sxm-x8-server',
  'h100-sxm-x8-server',
  'a100-x8-server',
  'h200-sxm-x8-server',
  'mi300x-x8-server',
];

/**
 * @param handOver `straight`: the second firm gets the goods from the first; `sisters`: the first firm gets
 *   them and its sister sends them on, with no paper between the two; `forwarder`: a forwarder stands between.
 */
export function serverChain(workshop: Workshop, handOver: 'straight' | 'sisters' | 'forwarder'): void {
  const { ledger, chance, cast, fault } = workshop;
  const { good, day } = opening(workshop, SERVERS);
  const source = sourceOf(workshop, good, ['US', 'TW']);
  const trader = firm(workshop, {
    country: chance.pick(['SG', 'SG', 'AE', 'IN']),
    trade: 'distribution',
    roles: ['trader'],
    sector: 'data-centre equipment',
    firstDay: day,
  });
  const second = firm(workshop, {
    country: chance.pick(['MY', 'MY', 'TH', 'ID']),
    trade: 'cloud',
    roles: ['datacenter'],
    sector: 'data centres',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const strangers = cast.buyers.filter(
    ({ party }) =>
      party.country === second.country && party.roles.some((role) => role === 'cloud' || role === 'datacenter'),
  );
  const declared = chance.yes(0.5) && strangers.length > 0 ? chance.pick(strangers).party : second;

  if (handOver === 'sisters') {
    const owner = ledger.party({
      country: chance.pick(['VG', 'SG']),
      trade: 'holding',
      roles: ['holding'],
      size: 1,
      foundedOn: day - chance.int(200, 2500),
    });
    ledger.link({
      type: 'owns',
      source: owner,
      target: trader,
      share: chance.pick(['100%', '70%', '60%']),
      from: trader.foundedOn,
    });
    const held = ledger.link({
      type: 'owns',
      source: owner,
      target: second,
      share: chance.pick(['100%', '51%', '80%']),
      from: second.foundedOn,
    });
    // Sold to somebody else before anything moved.
    if (fault === 'link-ended') held.to = day - chance.int(70, 200);
  }

  const chains = [];
  for (let lot = 0, departs = day; lot < 2; lot++) {
    const bought = purchase(workshop, {
      from: source,
      to: trader,
      good,
      units: lotOf(chance, good),
      day: departs,
      endUser: declared,
      naming: 'plain',
    });
    const chain = [bought];
    if (handOver === 'forwarder') {
      const agent = forwarderIn(
        workshop,
        ['MY', 'TH', 'SG'].filter((country) => country !== trader.country),
      );
      chain.push(sendOn(workshop, { arrivals: [bought], to: agent, dwellDays: [5, 30], naming: 'plain' }));
    }
    if (handOver !== 'sisters')
      chain.push(
        sendOn(workshop, {
          arrivals: [chain.at(-1)!],
          to: second,
          dwellDays: [14, 60],
          naming: chance.pick(['plain', 'vague']),
        }),
      );
    if (fault === 'kept') {
      second.sitePowerMw = Math.max(
        second.sitePowerMw ?? 0,
        siteFor(good.kilowatts, bought.units * 2, chance.spread(1.9, 0.3)),
      );
      second.siteVerifiedOn = chain.at(-1)!.arrives + chance.int(30, 120);
    } else {
      chain.push(
        sendOn(workshop, {
          arrivals: [chain.at(-1)!],
          ...(handOver === 'sisters' ? { from: second } : {}),
          to: end,
          dwellDays: [18, 75],
          naming: chance.pick(['plain', 'vague', 'relabelled']),
          last: true,
          behind: [source, trader, second],
        }),
      );
    }
    chains.push(chain);
    departs = bought.arrives + chance.int(20, 70);
    if (chance.yes(0.5) || departs > day + 120) break;
  }
  record(workshop, {
    typology: 'P1',
    observed: fault !== 'kept',
    good,
    chains,
    note:
      handOver === 'sisters'
        ? 'bought by a trader, sent on by its sister firm'
        : 'servers through a trader and a would-be data centre, declared for another end user',
  });
}

/** Megawatts for so many pieces, with room to spare. */
function siteFor(kilowatts: number, pieces: number, room: number): number {
  return Math.ceil((kilowatts * pieces * room) / 100) / 10;
}
