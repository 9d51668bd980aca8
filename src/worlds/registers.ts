/** Public registers of ordinary parties: lists of parties, and permissions that are no licence for one delivery. */
import { parseDay } from '../model/day.js';
import type { Cast } from './cast.js';
import type { KnownListing, Ledger, Party } from './ledger.js';
import { LAST_DAY } from './market/orders.js';

export function fillRegisters(ledger: Ledger, cast: Cast): void {
  const chance = ledger.chance.fork('registers');
  const list = (entity: Party, code: string, from: number, citation: string, policy: string): void => {
    const listing: KnownListing = {
      id: ledger.id('k'),
      entity,
      list: code,
      from,
      scope: 'all items subject to the EAR',
      policy,
      citation,
    };
    ledger.listings.push(listing);
  };
  // Firms with no trade in the book, which the lists are full of.
  for (const [country, trade, code, citation] of [
    ['CN', 'chips', 'entity-list', '15 CFR 744.11'],
    ['CN', 'research', 'entity-list', '15 CFR 744.11'],
    ['CN', 'servers', 'entity-list', '15 CFR 744.11'],
    ['HK', 'trading', 'entity-list', '15 CFR 744.11'],
    ['RU', 'parts', 'meu', '15 CFR 744.21'],
    ['RU', 'trading', 'sdn', '15 CFR 744.8'],
    ['AE', 'trading', 'entity-list', '15 CFR 744.11'],
    ['TR', 'trading', 'unverified', '15 CFR 744.15'],
    ['MY', 'trading', 'denied-persons', '15 CFR 764.3'],
  ] as const) {
    const entity = ledger.party({
      country,
      trade,
      roles: ['trader'],
      size: 1,
      foundedOn: parseDay('2005-01-01') + chance.int(0, 5500),
    });
    list(
      entity,
      code,
      parseDay('2019-05-01') + chance.int(0, 2200),
      citation,
      code === 'denied-persons' ? 'denial order' : 'presumption of denial',
    );
  }
  // Some firms were listed after their last lawful delivery.
  const gone = chance.shuffle(
    cast.buyers
      .filter(({ party }) => party.country === 'CN' || party.country === 'HK' || party.country === 'RU')
      .map(({ party }) => party),
  );
  let listed = 0;
  for (const party of gone) {
    const last = Math.max(
      0,
      ...ledger.movements
        .filter((each) => each.consignee === party || each.shipper === party)
        .map((each) => each.arrives),
    );
    if (last === 0 || last > LAST_DAY - 150 || listed === 4) continue;
    list(party, 'entity-list', last + chance.int(20, 120), '15 CFR 744.11', 'presumption of denial');
    listed++;
  }
  const permit = (entity: Party, kind: string, from: string, citation: string): void => {
    ledger.permits.push({ id: ledger.id('a'), entity, kind, from: parseDay(from), citation });
  };
  for (const designer of cast.designers)
    permit(designer, 'approved-designer', '2025-01-16', '15 CFR part 740, Supp. 6');
  permit(cast.designers[0], 'is-informed-letter', '2025-04-09', '15 CFR 744.23(b)');
  const operator = cast.buyers.find(
    ({ party }) => party.country === 'AE' && party.roles.some((role) => role === 'cloud' || role === 'datacenter'),
  );
  if (operator !== undefined) permit(operator.party, 'supp8-740', '2026-07-10', '15 CFR part 740, Supp. 8');
  const validated = cast.buyers.find(
    ({ party }) => party.country === 'IN' && party.roles.some((role) => role === 'cloud' || role === 'datacenter'),
  );
  if (validated !== undefined) permit(validated.party, 'veu', '2025-03-01', '15 CFR 748.15');
}
