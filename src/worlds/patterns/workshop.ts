/**
 * What every pattern is built with. A pattern and its decoys come out of the same functions; the only
 * difference is `fault`, the one condition that is broken.
 */
import type { CountryCode } from '../../model/country.js';
import { type Day, formatDay, parseDay } from '../../model/day.js';
import { type Cast, websiteOf } from '../cast.js';
import type { Chance } from '../chance.js';
import { type Good, goodOf, onSale } from '../goods.js';
import type { Ledger, Movement, Party } from '../ledger.js';
import { LAST_DAY } from '../market/orders.js';
import type { Supply } from '../market/supply.js';
import { tierOf } from '../places.js';
import type { Fault, Typology } from '../world.js';

export interface Workshop {
  readonly ledger: Ledger;
  readonly cast: Cast;
  readonly supply: Supply;
  readonly chance: Chance;
  /** Undefined: a true pattern. */
  readonly fault: Fault | undefined;
  /** Where a decoy's goods lawfully end, once that has been settled. */
  elsewhere?: Party;
}

export interface Story {
  readonly typology: Typology;
  readonly observed: boolean;
  readonly good: Good;
  /** Movements of each path in travel order; the longest path first if they differ. */
  readonly chains: readonly (readonly Movement[])[];
  /** Where the goods are found; the last consignee unless said. */
  readonly end?: Party;
  readonly note: string;
}

/** Writes down what was planted. */
export function record(workshop: Workshop, story: Story): void {
  const { ledger, fault } = workshop;
  const { typology, observed, good, chains, note } = story;
  if (fault === 'licensed') license(workshop, chains, good);
  const movements = [...new Map(chains.flat().map((movement) => [movement.id, movement])).values()];
  movements.sort((a, b) => a.departs - b.departs || (a.id < b.id ? -1 : 1));
  const longest = chains.reduce((best, chain) => (chain.length > best.length ? chain : best));
  const firsts = new Map(chains.map((chain) => [chain[0]!.id, chain[0]!]));
  const end = story.end ?? longest.at(-1)!.consignee;
  ledger.truths.push({
    id: ledger.id('t'),
    typology,
    illicit: fault === undefined,
    kind: fault ?? null,
    observed,
    shipments: movements.map((movement) => movement.id),
    parties: partiesOf(longest),
    paths: chains.map((chain) => ({ shipments: chain.map((movement) => movement.id), parties: partiesOf(chain) })),
    ends: [end.id],
    units: [...firsts.values()].reduce((sum, movement) => sum + movement.units, 0),
    product: good.product ?? good.key,
    departs: formatDay(movements[0]!.departs),
    arrives: formatDay(Math.max(...movements.map((movement) => movement.arrives))),
    note,
  });
}

/** Parties in travel order; where a movement leaves from another party than the last one reached, both stand there. */
function partiesOf(chain: readonly Movement[]): string[] {
  const parties: string[] = [];
  for (const { shipper, consignee } of chain) {
    if (parties.at(-1) !== shipper.id) parties.push(shipper.id);
    parties.push(consignee.id);
  }
  return parties;
}

/** Every paper of the chain shows a licence for the true end. */
function license({ ledger }: Workshop, chains: Story['chains'], good: Good): void {
  const end = chains[0]!.at(-1)!.consignee;
  for (const movement of new Set(chains.flat())) {
    movement.licence = ledger.licence(end, good.tpp * movement.units, movement.departs);
    movement.endUser = end.id;
  }
}

/** Goods of the choice that can be had, and a first day on which they were controlled and the story can still be told. */
export function opening(workshop: Workshop, keys: readonly string[], spanDays = 240): { good: Good; day: Day } {
  const { chance, fault } = workshop;
  const good = goodOf(chance.pick(keys));
  const control = good.caughtIn2022 ? parseDay('2022-12-15') : parseDay('2023-12-15');
  // A lot that left before these goods came must itself lie after the control and within the records.
  const earliest = Math.max(good.from + 25, fault === 'time-order' ? control + 160 : control);
  const latest = Math.min(good.to - 20, LAST_DAY - (fault === 'dwell' ? spanDays + 440 : spanDays));
  if (earliest > latest) throw new Error(`\`${good.key}\` is not sold long enough for this pattern`);
  return { good, day: chance.int(earliest, latest) };
}

export interface FirmDraft {
  readonly country: CountryCode;
  readonly trade: string;
  readonly roles: readonly string[];
  readonly sector: string;
  /** Its first order. */
  readonly firstDay: Day;
  readonly address?: string;
  /** Months between foundation and first order; young unless said. */
  readonly ageMonths?: readonly [number, number];
}

/** A small firm made for a story, with some ordinary business of its own around it. */
export function firm(workshop: Workshop, draft: FirmDraft): Party {
  const { ledger, chance, fault } = workshop;
  // A lot that leaves before the first purchase needs a firm that was there to send it.
  const firstDay = fault === 'time-order' ? draft.firstDay - 170 : draft.firstDay;
  const [youngest, oldest] = draft.ageMonths ?? (chance.yes(0.72) ? [1, 22] : [30, 140]);
  const party = ledger.party({
    country: draft.country,
    trade: draft.trade,
    roles: draft.roles,
    size: chance.heavyTail(1, 1.6, 6),
    foundedOn: firstDay - Math.round(30.4 * chance.int(youngest, oldest)) - chance.int(0, 25),
    ...(chance.yes(0.7) ? { sector: draft.sector } : {}),
    ...(draft.address === undefined ? {} : { address: draft.address }),
  });
  if (chance.yes(0.4)) party.website = websiteOf(party);
  if (chance.yes(0.45)) party.headquarters = draft.country;
  sideline(workshop, party, firstDay);
  return party;
}

/** Some lawful trade in plain goods, so that nobody is known by having no other business. */
function sideline({ cast, supply, chance }: Workshop, party: Party, firstDay: Day): void {
  const partners = [...cast.dealers, ...cast.buyers].filter(
    (actor) => !actor.barred && actor.party.schema === 'Company',
  );
  for (let i = chance.int(1, 6); i > 0; i--) {
    const departs = Math.min(LAST_DAY - 25, Math.max(party.foundedOn + 10, firstDay + chance.int(-90, 420)));
    const good = chance.pick(
      onSale(
        chance.pick([
          ['memory', 'power', 'spares'],
          ['laptop', 'memory'],
          ['furniture', 'tea', 'toys'],
        ] as const),
        departs,
      ),
    );
    const partner = chance.weighted(
      partners.filter((actor) => actor.activeFrom <= departs),
      (actor) => actor.party.size * (tierOf(actor.party.country) === 3 ? 0.25 : 1),
    ).party;
    const units = chance.pick([10, 16, 20, 24, 40, 50, 64, 100, 120]);
    if (chance.yes(0.5)) supply.send({ shipper: partner, consignee: party, good, units, departs });
    else supply.send({ shipper: party, consignee: partner, good, units, departs });
  }
}

/** Who takes the goods in China: a firm known for other trade, or one of its own. */
export function buyerInChina(workshop: Workshop, day: Day, places: readonly CountryCode[] = ['CN', 'CN', 'HK']): Party {
  const { cast, chance } = workshop;
  const country = chance.pick(places);
  const known = cast.buyers.filter(
    ({ party, activeFrom, buys }) =>
      party.country === country &&
      activeFrom < day &&
      party.schema === 'Company' &&
      buys.some(([family]) => family === 'server' || family === 'spares'),
  );
  if (known.length > 0 && chance.yes(0.55)) return chance.pick(known).party;
  const kind = chance.pick([
    ['cloud', 'cloud', 'data centres'],
    ['trading', 'trader', 'electronic components'],
    ['artificial intelligence', 'enduser', 'artificial intelligence'],
  ] as const);
  return firm(workshop, {
    country,
    trade: kind[0],
    roles: [kind[1]],
    sector: kind[2],
    firstDay: day,
    ageMonths: [4, 200],
  });
}

/** A buyer in Tier 1 or 2 who could use such goods, and is not in any of some parties' countries. */
export function lawfulBuyer({ cast, chance }: Workshop, good: Good, day: Day, avoid: readonly Party[]): Party {
  const wanted = good.family === 'card' || good.family === 'chinaCard' ? 'card' : 'acceleratorServer';
  const countries = new Set(avoid.map((party) => party.country));
  const fit = cast.buyers.filter(
    ({ party, buys, activeFrom }) =>
      tierOf(party.country) !== 3 &&
      !countries.has(party.country) &&
      activeFrom < day &&
      !ZONE_LIKE.includes(party.country) &&
      buys.some(([family]) => family === wanted),
  );
  return chance.pick(fit).party;
}

/** Places where a lawful delivery would need a licence of its own. */
const ZONE_LIKE: readonly CountryCode[] = ['AE', 'SA', 'VN', 'KZ', 'QA', 'EG', 'UZ', 'KG', 'AM', 'GE'];

/** Quantities of a diverted lot: the same usual numbers as in honest trade, and some odd ones. */
export function lotOf(chance: Chance, good: Good): number {
  if (good.family === 'acceleratorServer') return chance.pick([3, 4, 6, 8, 8, 10, 12, 16, 18, 20, 24, 32, 48]);
  if (good.family === 'card') return chance.pick([120, 180, 200, 240, 360, 400, 500, 640]);
  return chance.pick([16, 24, 32, 37, 48, 50, 64, 64, 90, 100, 120, 128, 150, 200, 256, 400]);
}
