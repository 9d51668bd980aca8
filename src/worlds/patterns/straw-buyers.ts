/** P4: straw buyers at home, a warehouse that changes the labels, a Tier 2 agent, and goods for Hong Kong under another name. */
import { purchase, sendOn } from './legs.js';
import { forwarderIn, sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

export function strawBuyers(workshop: Workshop): void {
  const { chance, fault } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm', 'h200-sxm', 'h100-pcie', 'h200-nvl']);
  const source = sourceOf(workshop, good, ['US']);
  const warehouse = firm(workshop, {
    country: 'US',
    trade: 'freight',
    roles: ['warehouse'],
    sector: 'warehousing',
    firstDay: day,
  });
  const agent = chance.yes(0.5)
    ? forwarderIn(workshop, ['SG', 'MY', 'TH', 'AE'])
    : firm(workshop, {
        country: chance.pick(['MY', 'TH', 'PH']),
        trade: 'freight',
        roles: ['forwarder'],
        sector: 'freight',
        firstDay: day,
      });
  const end = buyerInChina(workshop, day, ['HK', 'HK', 'CN']);
  const paidBy = fault === undefined && chance.yes(0.8) ? `country:${chance.pick(['CN', 'HK'])}` : undefined;
  const straws = chance.int(2, 3);
  const gathered = [];
  for (let i = 0; i < straws; i++) {
    // A firm of long standing that had gone quiet.
    const straw = firm(workshop, {
      country: 'US',
      trade: chance.pick(['trading', 'services', 'film']),
      roles: ['enduser'],
      sector: 'services',
      firstDay: day,
      ageMonths: [20, 160],
    });
    const bought = purchase(workshop, {
      from: source,
      to: straw,
      good,
      units: lotOf(chance, good),
      day: day + chance.int(0, 18),
      endUser: straw,
      ...(paidBy === undefined ? {} : { paidBy }),
    });
    gathered.push([
      bought,
      sendOn(workshop, { arrivals: [bought], to: warehouse, dwellDays: [3, 20], naming: 'vague' }),
    ] as const);
  }
  const abroad = sendOn(workshop, {
    arrivals: gathered.map(([, stored]) => stored),
    to: agent,
    dwellDays: [8, 40],
    naming: 'relabelled',
  });
  const out = sendOn(workshop, {
    arrivals: [abroad],
    to: end,
    dwellDays: [2, 25],
    naming: 'relabelled',
    last: true,
    behind: [source, warehouse, agent],
  });
  record(workshop, {
    typology: 'P4',
    observed: true,
    good,
    chains: gathered.map(([bought, stored]) => [bought, stored, abroad, out]),
    note: `${straws} straw buyers fill one warehouse, where the goods get other labels`,
  });
}
