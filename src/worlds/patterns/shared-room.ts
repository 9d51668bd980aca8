/** P12: firms that follow one another at one address, each with a burst of orders, each after the one before was listed. */
import { purchase, sendOn } from './legs.js';
import { busyFirm, sourceOf } from './source.js';
import { buyerInChina, firm, lotOf, opening, record, type Workshop } from './workshop.js';

/** Each firm's route stands on its own, so each is written down as one. @param firms how many follow one another. */
export function sharedRoom(workshop: Workshop, firms: number): void {
  const { ledger, chance, fault } = workshop;
  const { good, day } = opening(
    workshop,
    ['h100-sxm', 'h100-nvl', 'h100-sxm-x8-server', 'h200-sxm'],
    250 + 230 * (firms - 1),
  );
  const country = chance.pick(['SG', 'MY', 'AE', 'TR'] as const);
  const address = ledger.coin.address(country);
  const director = ledger.person(country);
  const end = buyerInChina(workshop, day);
  let start = day;
  for (let i = 0; i < firms; i++) {
    const shell = firm(workshop, {
      country,
      trade: chance.pick(['trading', 'distribution']),
      roles: ['trader'],
      sector: 'electronic components',
      firstDay: start,
      address,
      ageMonths: [1, 5],
    });
    ledger.link({ type: 'officerOf', source: director, target: shell, from: shell.foundedOn });
    const source = chance.yes(0.7)
      ? sourceOf(workshop, good)
      : sourceOf(workshop, good, [busyFirm(workshop, ['NL', 'DE', 'GB', 'JP', 'US', 'TW'], good.family).country]);
    const chains = [];
    for (let lot = 0, departs = start; lot < 2; lot++) {
      const bought = purchase(workshop, { from: source, to: shell, good, units: lotOf(chance, good), day: departs });
      const out = sendOn(workshop, {
        arrivals: [bought],
        to: chains[0]?.[1]?.consignee ?? end,
        dwellDays: [8, 50],
        naming: chance.pick(['plain', 'vague', 'relabelled']),
        last: true,
        behind: [source, shell],
      });
      chains.push([bought, out]);
      departs = bought.arrives + chance.int(12, 40);
    }
    const last = Math.max(...chains.flat().map((movement) => movement.arrives));
    // Listed once it was seen through; the next firm is already there.
    if (fault === undefined && i < firms - 1) {
      ledger.listings.push({
        id: ledger.id('k'),
        entity: shell,
        list: 'entity-list',
        from: last + chance.int(20, 60),
        scope: 'all items subject to the EAR',
        policy: 'presumption of denial',
        citation: '15 CFR 744.11',
      });
    }
    start += chance.int(170, 225);
    record(workshop, {
      typology: 'P12',
      observed: true,
      good,
      chains,
      note: `firm ${i + 1} of ${firms} at one address`,
    });
  }
}
