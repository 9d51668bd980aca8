/** P7: a local cloud with local directors, owned through holdings that end in China. */
import type { Day } from '../../model/day.js';
import type { Ledger, Party } from '../ledger.js';
import { purchase, sendOn } from './legs.js';
import { busyFirm, sourceOf } from './source.js';
import { firm, lotOf, opening, record, type Workshop } from './workshop.js';

/** @param hold how the chain upwards is known: shares nobody states, majorities, or a nominee who controls. */
export function hiddenParent(workshop: Workshop, hold: 'unstated' | 'majority' | 'nominee'): void {
  const { ledger, chance, fault } = workshop;
  const { good, day } = opening(workshop, [
    'h100-sxm-x8-server',
    'h100-sxm',
    'h200-sxm-x8-server',
    'a100',
    'mi300x',
    'b200-x8-server',
  ]);
  const country = chance.pick(['MY', 'SG', 'TH', 'ID'] as const);
  const cloud = firm(workshop, { country, trade: 'cloud', roles: ['cloud'], sector: 'data centres', firstDay: day });
  ledger.link({ type: 'officerOf', source: ledger.person(country), target: cloud, from: cloud.foundedOn });
  above(ledger, workshop, cloud, hold, fault === 'link-ended' ? day - chance.int(80, 240) : undefined);

  const source = sourceOf(workshop, good, ['US', 'TW', 'NL', 'DE']);
  const dealer = busyFirm(
    workshop,
    ['SG', 'MY'].filter((each) => each !== country),
    good.family,
  );
  const chains = [];
  for (let lot = 0, departs = day; lot < 2; lot++) {
    const bought = purchase(workshop, {
      from: source,
      to: dealer,
      good,
      units: lotOf(chance, good),
      day: departs,
      endUser: cloud,
    });
    const delivered = sendOn(workshop, {
      arrivals: [bought],
      to: cloud,
      dwellDays: [6, 45],
      naming: chance.pick(['plain', 'plain', 'vague']),
    });
    chains.push([bought, delivered]);
    departs = delivered.arrives + chance.int(20, 80);
    if (departs > day + 110 || chance.yes(0.3)) break;
  }
  record(workshop, {
    typology: 'P7',
    observed: false,
    good,
    chains,
    note: `the buyer's owners lead to China (${hold})`,
  });
}

function above(
  ledger: Ledger,
  { chance }: Workshop,
  cloud: Party,
  hold: 'unstated' | 'majority' | 'nominee',
  sold: Day | undefined,
): void {
  const founded = cloud.foundedOn;
  const top = ledger.party({
    country: chance.pick(['CN', 'CN', 'HK']),
    trade: 'holding',
    roles: ['holding'],
    size: 2,
    foundedOn: founded - chance.int(600, 6000),
    sector: 'investment',
  });
  top.headquarters = top.country;
  const middle = ledger.party({
    country: chance.pick(['VG', 'VG', 'SG', 'AE']),
    trade: 'holding',
    roles: ['holding'],
    size: 1,
    foundedOn: founded - chance.int(20, 700),
  });
  const end = sold === undefined ? {} : { to: sold };
  // A stake that was sold was sold at the top: what lies below is the new owner's.
  ledger.link({
    type: hold === 'nominee' ? 'controls' : 'owns',
    source: top,
    target: middle,
    from: middle.foundedOn,
    ...end,
    ...(hold === 'majority'
      ? { share: chance.pick(['100%', '80%', '70%']) }
      : hold === 'unstated' && chance.yes(0.5)
        ? { share: '>25%' }
        : {}),
  });
  ledger.link({
    type: 'owns',
    source: middle,
    target: cloud,
    from: founded,
    ...(hold === 'majority'
      ? { share: chance.pick(['100%', '65%', '51%']) }
      : hold === 'nominee'
        ? { share: chance.pick(['100%', '90%']) }
        : {}),
  });
  if (sold !== undefined) {
    const owner = ledger.person(cloud.country);
    ledger.link({ type: 'owns', source: owner, target: middle, share: '100%', from: sold });
  }
}
