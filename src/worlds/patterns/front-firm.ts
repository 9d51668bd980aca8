/** P3: a firm of a foreign trade buys accelerators and passes them through a second Tier 2 country. */
import { purchase, sendOn } from './legs.js';
import { sourceOf } from './source.js';
import { buyerInChina, firm, opening, record, type Workshop } from './workshop.js';

export function frontFirm(workshop: Workshop): void {
  const { chance, fault } = workshop;
  const { good, day } = opening(workshop, ['a100', 'a100', 'h100-sxm', 'h200-sxm', 'h100-nvl']);
  const source = sourceOf(workshop, good, ['US', 'NL', 'DE', 'GB']);
  const [trade, sector] = chance.pick([
    ['property', 'real estate'],
    ['furniture', 'furniture'],
    ['tea', 'food'],
    ['toys', 'toys'],
  ] as const);
  const front = firm(workshop, {
    country: chance.pick(['MY', 'TH', 'ID', 'TR']),
    trade,
    roles: ['trader'],
    sector,
    firstDay: day,
  });
  const second = firm(workshop, {
    country: chance.pick(['SG', 'PH', 'IN']),
    trade: 'trading',
    roles: ['trader'],
    sector: 'general trade',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const paidBy =
    fault === undefined && chance.yes(0.8) ? (chance.yes(0.6) ? `id:${end.id}` : 'country:CN') : `id:${front.id}`;
  const chains = [];
  for (let lot = 0, departs = day; lot < 2; lot++) {
    const bought = purchase(workshop, {
      from: source,
      to: front,
      good,
      units: chance.pick([50, 64, 100, 200, 200]),
      day: departs,
      paidBy,
    });
    const across = sendOn(workshop, {
      arrivals: [bought],
      to: second,
      dwellDays: [10, 55],
      naming: chance.pick(['plain', 'vague', 'relabelled']),
    });
    const out = sendOn(workshop, {
      arrivals: [across],
      to: end,
      dwellDays: [8, 50],
      naming: chance.pick(['plain', 'vague', 'relabelled']),
      last: true,
      behind: [source, front, second],
    });
    chains.push([bought, across, out]);
    departs = bought.arrives + chance.int(25, 60);
    if (departs > day + 100) break;
  }
  record(workshop, {
    typology: 'P3',
    observed: true,
    good,
    chains,
    note: `a firm in ${sector} buys accelerators and passes them on through a second country`,
  });
}
