/** Who owns, runs and lives next to whom among ordinary parties: groups, branches, directors by trade, business centres. */
import { type Day, parseDay } from '../model/day.js';
import type { Cast } from './cast.js';
import type { Ledger, Party } from './ledger.js';

/** Books the links; the result answers who the parent of a party is, if it has one. */
export function relate(ledger: Ledger, cast: Cast): (party: Party) => Party | undefined {
  const { chance } = ledger;
  const parents = new Map<string, Party>();
  const own = (source: Party, target: Party, share: string | undefined, from?: Day, to?: Day): void => {
    ledger.link({
      type: 'owns',
      source,
      target,
      ...(share === undefined ? {} : { share }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    if (to === undefined && (share === undefined || Number.parseFloat(share.replace('>', '')) > 50))
      parents.set(target.id, source);
  };
  const open = [...cast.dealers, ...cast.buyers].filter((actor) => !actor.barred);
  const firms = chance.shuffle(open.map((actor) => actor.party).filter((party) => party.schema === 'Company'));

  // Groups: a holding with two to four firms of different countries in Tiers 0 to 2.
  const inside = firms.filter((party) => !isTier3(party));
  for (let group = 0; group < 11; group++) {
    const country = chance.pick(['US', 'NL', 'SG', 'JP', 'GB', 'AE', 'CH', 'IN', 'VG', 'KR'] as const);
    const head = ledger.party({
      country,
      trade: 'holding',
      roles: ['holding'],
      sector: 'holding company',
      size: chance.heavyTail(2, 1.2, 30),
      foundedOn: parseDay('1990-01-01') + chance.int(0, 11_000),
    });
    for (let i = chance.int(2, 4); i > 0; i--) {
      const member = inside.pop();
      if (member === undefined) break;
      if (chance.yes(0.3)) {
        const between = ledger.party({
          country: chance.pick(['NL', 'SG', 'VG', 'AE'] as const),
          trade: 'holding',
          roles: ['holding'],
          size: 1,
          foundedOn: member.foundedOn - chance.int(0, 900),
        });
        own(head, between, '100%');
        own(between, member, chance.pick(['100%', '75%', '51%', undefined]));
      } else
        own(
          head,
          member,
          chance.pick(['100%', '100%', '80%', '60%', '>50%', undefined]),
          chance.yes(0.5) ? member.foundedOn : undefined,
        );
    }
  }
  // Small firms: a founder with the majority, sometimes a partner; sometimes nobody says how much.
  for (const member of inside.splice(0, 24)) {
    const founder = ledger.person(member.country);
    own(founder, member, chance.pick(['100%', '90%', '70%', '51%', undefined]), member.foundedOn);
    if (chance.yes(0.25))
      own(ledger.person(member.country), member, chance.pick(['10%', '30%', '25-50%']), member.foundedOn);
  }
  // Past owners, and stakes too small to control: also from Tier 3.
  const sellers = firms.filter(isTier3);
  for (const member of inside.splice(0, 7)) {
    const before = chance.yes(0.5) && sellers.length > 0 ? chance.pick(sellers) : chance.pick(firms);
    if (before !== member)
      own(
        before,
        member,
        chance.pick(['100%', '60%', '40%']),
        member.foundedOn,
        parseDay('2019-01-01') + chance.int(0, 1100),
      );
  }
  for (const member of inside.splice(0, 4)) own(chance.pick(sellers), member, chance.pick(['4%', '8%', '10%']));
  // Open parents in Tier 3 of firms that buy nothing controlled.
  cast.buyers
    .filter((actor) => actor.barred)
    .forEach((actor, i) => {
      const parent = cast.parentsInTier3[i % cast.parentsInTier3.length] as Party;
      own(parent, actor.party, chance.pick(['100%', '80%', '65%']), actor.party.foundedOn);
      if (chance.yes(0.7)) actor.party.headquarters = actor.party.country;
    });
  crossHold(ledger, inside);
  direct(ledger, [
    ...cast.dealers.map((dealer) => dealer.party),
    ...cast.forwarders,
    ...cast.buyers.map((buyer) => buyer.party),
  ]);
  shareRooms(ledger, cast);
  return (party) => parents.get(party.id);
}

/** Two firms that hold a part of each other. */
function crossHold(ledger: Ledger, firms: readonly Party[]): void {
  const [a, b] = firms.slice(-2);
  if (a === undefined || b === undefined) return;
  ledger.link({ type: 'owns', source: a, target: b, share: '30%' });
  ledger.link({ type: 'owns', source: b, target: a, share: '20%' });
}

/** Directors of their own firm, and a few by trade who sit on a dozen boards of one country. */
function direct(ledger: Ledger, firms: readonly Party[]): void {
  const { chance } = ledger;
  for (const firm of firms) {
    if (firm.schema === 'Company' && chance.yes(0.08)) {
      ledger.link({
        type: 'officerOf',
        source: ledger.person(firm.country),
        target: firm,
        ...(chance.yes(0.5) ? { from: firm.foundedOn } : {}),
      });
    }
  }
  for (const country of ['SG', 'HK', 'AE'] as const) {
    const director = ledger.person(country);
    for (const firm of chance.shuffle(firms.filter((each) => each.country === country && each.size < 6)).slice(0, 7)) {
      ledger.link({ type: 'officerOf', source: director, target: firm, from: firm.foundedOn });
    }
  }
  const pairs = chance.shuffle(firms.filter((firm) => !isTier3(firm)));
  for (let i = 0; i < 8; i += 2)
    ledger.link({ type: 'associate', source: pairs[i] as Party, target: pairs[i + 1] as Party });
}

/** Business centres and freight villages, where firms that have nothing in common have one address. */
function shareRooms(ledger: Ledger, cast: Cast): void {
  const { chance } = ledger;
  const small = [...cast.dealers.map((dealer) => dealer.party), ...cast.forwarders].filter((party) => party.size < 9);
  for (const [country, most] of [
    ['SG', 6],
    ['AE', 5],
    ['MY', 4],
    ['HK', 4],
    ['NL', 3],
    ['US', 3],
    ['TR', 2],
  ] as const) {
    const address = ledger.coin.address(country);
    for (const party of chance.shuffle(small.filter((each) => each.country === country)).slice(0, most))
      party.address = address;
  }
}

function isTier3(party: Party): boolean {
  return ['CN', 'HK', 'MO', 'RU', 'BY', 'MM', 'KH', 'IQ', 'LB'].includes(party.country);
}
