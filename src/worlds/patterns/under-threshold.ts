/** P8: several buyers with one owner order just under a threshold; their lots meet at one consolidator. */
import { purchase, sendOn } from './legs.js';
import { sourceOf } from './source.js';
import { buyerInChina, firm, opening, record, type Workshop } from './workshop.js';

/** Pre-notification began at 3,200,000 of total processing performance. */
const THRESHOLD_TPP = 3_200_000;

export function underThreshold(workshop: Workshop): void {
  const { ledger, chance } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm', 'h200-sxm', 'mi300x', 'h100-pcie']);
  const source = sourceOf(workshop, good);
  const most = Math.floor(THRESHOLD_TPP / good.tpp);
  const owner = ledger.party({
    country: 'VG',
    trade: 'holding',
    roles: ['holding'],
    size: 1,
    foundedOn: day - chance.int(200, 1500),
  });
  const consolidator = firm(workshop, {
    country: chance.pick(['SG', 'MY', 'AE']),
    trade: 'freight',
    roles: ['warehouse'],
    sector: 'warehousing',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const legs = [];
  for (const country of chance
    .shuffle(['MY', 'TH', 'ID', 'PH', 'IN', 'SG'].filter((each) => each !== consolidator.country))
    .slice(0, chance.int(3, 4))) {
    const buyer = firm(workshop, {
      country,
      trade: chance.pick(['distribution', 'cloud', 'trading']),
      roles: ['enduser'],
      sector: 'information technology',
      firstDay: day,
    });
    ledger.link({
      type: 'owns',
      source: owner,
      target: buyer,
      from: buyer.foundedOn,
      ...(chance.yes(0.5) ? { share: chance.pick(['100%', '60%', '51%']) } : {}),
    });
    const bought = purchase(workshop, {
      from: source,
      to: buyer,
      good,
      units: most - chance.int(0, 9),
      day: day + chance.int(0, 25),
      endUser: buyer,
    });
    legs.push([
      bought,
      sendOn(workshop, {
        arrivals: [bought],
        to: consolidator,
        dwellDays: [6, 40],
        naming: chance.pick(['plain', 'vague']),
      }),
    ] as const);
  }
  const out = sendOn(workshop, {
    arrivals: legs.map(([, stored]) => stored),
    to: end,
    dwellDays: [6, 35],
    naming: chance.pick(['plain', 'vague', 'relabelled']),
    last: true,
    behind: [source, consolidator, ...legs.map(([bought]) => bought.consignee)],
  });
  record(workshop, {
    typology: 'P8',
    observed: true,
    good,
    chains: legs.map(([bought, stored]) => [bought, stored, out]),
    note: `${legs.length} buyers of one owner, each just under a threshold, merged by one consolidator`,
  });
}
