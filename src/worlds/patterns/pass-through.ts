/** P5: a server maker's sales arm feeds a large, busy firm in Tier 2, which forwards unmarked boxes within weeks. */
import { purchase, sendOn } from './legs.js';
import { busyFirm, sourceOf } from './source.js';
import { buyerInChina, lotOf, opening, record, type Workshop } from './workshop.js';

export function passThrough(workshop: Workshop): void {
  const { ledger, chance } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm-x8-server', 'h200-sxm-x8-server', 'b200-x8-server']);
  const source = sourceOf(workshop, good, ['US', 'JP', 'DE']);
  const arm = ledger.party({
    country: 'TW',
    trade: 'servers',
    roles: ['oem', 'distributor'],
    sector: 'computer systems',
    size: 5,
    foundedOn: day - chance.int(900, 5000),
  });
  ledger.link({ type: 'owns', source, target: arm, share: '100%', from: arm.foundedOn });
  const hub = busyFirm(workshop, ['SG', 'MY', 'TH', 'IN'], 'acceleratorServer');
  const end = buyerInChina(workshop, day);
  const chains = [];
  const lots = chance.int(1, 2);
  for (let lot = 0; lot < lots; lot++) {
    const made = purchase(workshop, {
      from: source,
      to: arm,
      good,
      units: lotOf(chance, good) + 8 * chance.int(1, 4),
      day: day + lot * 35,
      naming: 'plain',
      endUser: hub,
    });
    const sold = sendOn(workshop, { arrivals: [made], to: hub, dwellDays: [4, 20], naming: 'plain' });
    const out = sendOn(workshop, {
      arrivals: [sold],
      to: end,
      dwellDays: [4, 21],
      naming: chance.pick(['vague', 'relabelled', 'relabelled']),
      last: true,
      behind: [source, arm, hub],
    });
    chains.push([made, sold, out]);
  }
  record(workshop, {
    typology: 'P5',
    observed: true,
    good,
    chains,
    note: 'a busy dealer forwards within weeks what a sales arm sells him',
  });
}
