/** P8: one large lot comes in and leaves in several small ones. */
import { purchase, sendOn } from './legs.js';
import { sourceOf } from './source.js';
import { buyerInChina, firm, opening, record, type Workshop } from './workshop.js';

export function splitLots(workshop: Workshop): void {
  const { chance, fault } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm', 'a100', 'h200-sxm', 'mi300x', 'h100-nvl']);
  const source = sourceOf(workshop, good);
  const trader = firm(workshop, {
    country: chance.pick(['SG', 'MY', 'TH', 'IN', 'PH']),
    trade: 'distribution',
    roles: ['trader'],
    sector: 'electronic components',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const whole = chance.pick([96, 128, 150, 200, 256, 320]);
  const bought = purchase(workshop, { from: source, to: trader, good, units: whole, day });
  const parts = chance.int(3, 4);
  const naming = chance.pick(['plain', 'vague', 'relabelled'] as const);
  const chains = [];
  let left = whole;
  for (let part = 0; part < parts; part++) {
    const units = part === parts - 1 ? left : Math.round(chance.spread(whole / parts, 0.25));
    left -= units;
    const out = sendOn(workshop, {
      arrivals: [bought],
      to: chains[0]?.[1]?.consignee ?? end,
      dwellDays: [8 + part * 14, 20 + part * 14],
      naming,
      units,
      last: true,
      behind: [source, trader],
    });
    chains.push([bought, out]);
    // Broken lots differ each time; one of them tells the tale.
    if (fault === 'lawful-end' || fault === 'returned') break;
  }
  record(workshop, { typology: 'P8', observed: true, good, chains, note: `one lot leaves in ${chains.length} parts` });
}
