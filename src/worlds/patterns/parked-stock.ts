/** P6: an operator in Tier 2 buys far more than his site can feed; somebody on his board also runs a firm in China. */
import { purchase, sendOn } from './legs.js';
import { busyFirm, sourceOf } from './source.js';
import { buyerInChina, firm, opening, record, type Workshop } from './workshop.js';

export function parkedStock(workshop: Workshop): void {
  const { ledger, chance, fault } = workshop;
  const { good, day } = opening(workshop, ['h100-sxm-x8-server', 'h200-sxm-x8-server', 'b200-x8-server'], 330);
  const operator = firm(workshop, {
    country: chance.pick(['MY', 'ID', 'TH', 'IN']),
    trade: 'cloud',
    roles: ['datacenter'],
    sector: 'data centres',
    firstDay: day,
    ageMonths: [2, 30],
  });
  const end = buyerInChina(workshop, day, ['CN']);
  const director = ledger.person(operator.country);
  ledger.link({ type: 'officerOf', source: director, target: operator, from: operator.foundedOn });
  ledger.link({ type: 'officerOf', source: director, target: end, from: Math.max(operator.foundedOn, end.foundedOn) });
  const chains = [];
  let units = 0;
  for (let lot = 0, departs = day; lot < 3; lot++) {
    const size = chance.pick([16, 24, 32, 40, 64]);
    units += size;
    const direct = chance.yes(0.5);
    const source = sourceOf(workshop, good, ['US', 'TW']);
    const dealer = busyFirm(workshop, ['SG'], 'acceleratorServer');
    const first = purchase(workshop, {
      from: source,
      to: direct ? operator : dealer,
      good,
      units: size,
      day: departs,
      endUser: operator,
      naming: 'plain',
    });
    const chain = [first];
    if (!direct)
      chain.push(
        sendOn(workshop, { arrivals: [first], to: operator, dwellDays: [5, 30], naming: 'plain', units: size }),
      );
    chains.push(chain);
    departs = first.arrives + chance.int(15, 60);
  }
  const needed = (units * good.kilowatts * 1.35) / 1000;
  operator.sitePowerMw = Math.max(
    0.1,
    Math.round(needed * (fault === 'kept' ? chance.spread(1.5, 0.2) : chance.spread(0.16, 0.4)) * 10) / 10,
  );
  operator.siteVerifiedOn =
    fault === 'kept'
      ? Math.max(...chains.flat().map((movement) => movement.arrives)) + chance.int(25, 150)
      : day - chance.int(20, 100);
  record(workshop, {
    typology: 'P6',
    observed: false,
    good,
    chains,
    note: 'several times what the site can feed; a director in common with a firm in China',
  });
}
