/** P13: servers become parts in transit: heading and value change on a leg through Taiwan or Korea, the weight does not. */
import { purchase, sendOn } from './legs.js';
import { forwarderIn, sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

export function transitRelabel(workshop: Workshop): void {
  const { chance } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm-x8-server', 'h200-sxm-x8-server', 'a100-x8-server']);
  const source = sourceOf(workshop, good, ['US', 'DE', 'JP']);
  const transit = chance.yes(0.5)
    ? forwarderIn(workshop, ['TW', 'KR'])
    : firm(workshop, {
        country: chance.pick(['TW', 'KR']),
        trade: 'trading',
        roles: ['trader'],
        sector: 'electronic components',
        firstDay: day,
      });
  const agent = firm(workshop, {
    country: chance.pick(['MY', 'SG', 'TH', 'PH']),
    trade: 'distribution',
    roles: ['trader'],
    sector: 'electronic components',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const bought = purchase(workshop, {
    from: source,
    to: transit,
    good,
    units: lotOf(chance, good),
    day,
    endUser: agent,
    naming: 'plain',
  });
  const changed = sendOn(workshop, { arrivals: [bought], to: agent, dwellDays: [5, 30], naming: 'relabelled' });
  const out = sendOn(workshop, {
    arrivals: [changed],
    to: end,
    dwellDays: [7, 45],
    naming: 'relabelled',
    last: true,
    behind: [source, transit, agent],
  });
  record(workshop, {
    typology: 'P13',
    observed: true,
    good,
    chains: [[bought, changed, out]],
    note: 'servers at the start, parts at the end, of one weight',
  });
}
