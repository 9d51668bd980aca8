/** P2: a shell founded just after the first control buys at home and ships to forwarders abroad; others pay. */
import { parseDay } from '../../model/day.js';
import { goodOf } from '../goods.js';
import { purchase, sendOn } from './legs.js';
import { forwarderIn, sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

/** @param seen whether the leg from the forwarder on is in the data; if not, the money is what leads to China. */
export function youngShell(workshop: Workshop, seen: boolean): void {
  const { chance, fault } = workshop;
  const { good, day } = opening(workshop, ['h100-pcie', 'h100-sxm', 'a100', 'h100-nvl']);
  const source = sourceOf(workshop, good, ['US']);
  const shell = firm(workshop, {
    country: 'US',
    trade: 'trading',
    roles: ['trader'],
    sector: 'wholesale',
    firstDay: day,
    ageMonths: [1, Math.max(1, Math.min(24, Math.floor((day - parseDay('2022-10-20')) / 31)))],
  });
  const agent = forwarderIn(workshop, ['SG', 'MY']);
  const end = buyerInChina(workshop, day, ['CN', 'HK']);
  const payer = fault === undefined ? (chance.yes(0.5) ? `id:${end.id}` : `country:${end.country}`) : `id:${shell.id}`;
  const chains = [];
  for (let lot = 0, departs = day; lot < (seen ? 2 : 3); lot++) {
    const bought = purchase(workshop, { from: source, to: shell, good, units: lotOf(chance, good), day: departs });
    const abroad = sendOn(workshop, {
      arrivals: [bought],
      to: agent,
      dwellDays: [4, 35],
      naming: chance.pick(['plain', 'vague', 'vague', 'relabelled']),
      paidBy: payer,
      last: !seen,
      behind: [source, shell],
    });
    const chain = [bought, abroad];
    // Gaming cards travel with the accelerators on the same bill.
    if (departs > parseDay('2023-12-01') && departs < parseDay('2024-12-31') && chance.yes(0.5)) {
      const card = goodOf('rtx-4090');
      workshop.ledger.move({
        shipper: shell,
        consignee: agent,
        good: card,
        units: chance.pick([20, 40, 60, 100]),
        departs: abroad.departs,
        document: abroad.document,
        paidBy: payer,
      });
    }
    if (seen)
      chain.push(
        sendOn(workshop, {
          arrivals: [abroad],
          to: end,
          dwellDays: [3, 40],
          naming: chance.pick(['plain', 'vague', 'relabelled']),
          last: true,
          behind: [source, shell, agent],
        }),
      );
    chains.push(chain);
    departs = bought.arrives + chance.int(15, 50);
    if (departs > day + 110) break;
  }
  record(workshop, {
    typology: 'P2',
    observed: seen,
    good,
    chains,
    note: seen
      ? 'a young shell ships to a forwarder who sends on; paid for from elsewhere'
      : 'a young shell ships to a forwarder; the onward leg was never filed, the money came from China',
  });
}
