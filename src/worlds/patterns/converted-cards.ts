/** P9: gaming cards in bulk under the licence exception, or before any control, sent on as something else. */
import { parseDay } from '../../model/day.js';
import { goodOf } from '../goods.js';
import { purchase, sendOn } from './legs.js';
import { sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

export function convertedCards(workshop: Workshop): void {
  const { chance, fault } = workshop;
  const { good, day } =
    fault === 'uncontrolled'
      ? { good: goodOf('rtx-4090d'), day: chance.int(parseDay('2024-02-15'), parseDay('2024-10-31')) }
      : fault === 'before-control'
        ? { good: goodOf('rtx-4090'), day: chance.int(parseDay('2022-12-01'), parseDay('2023-06-01')) }
        : opening(workshop, ['rtx-4090', 'rtx-5090']);
  const source = sourceOf(workshop, goodOf('rtx-4090'), ['TW', 'US', 'JP']);
  const converter = firm(workshop, {
    country: chance.pick(['VN', 'VN', 'TH', 'AE']),
    trade: 'retail',
    roles: ['trader'],
    sector: 'consumer electronics',
    firstDay: day,
  });
  const end = buyerInChina(workshop, day);
  const chains = [];
  for (let lot = 0; lot < 2; lot++) {
    const bought = purchase(workshop, {
      from: source,
      to: converter,
      good,
      units: lotOf(chance, good),
      day: day + lot * chance.int(20, 60),
      naming: 'plain',
    });
    const out = sendOn(workshop, {
      arrivals: [bought],
      to: end,
      dwellDays: [10, 60],
      naming: chance.pick(['vague', 'plain', 'plain']),
      last: true,
      behind: [source, converter],
    });
    chains.push([bought, out]);
  }
  record(workshop, {
    typology: 'P9',
    observed: true,
    good,
    chains,
    note: 'gaming cards in bulk through a shop that sells few',
  });
}
