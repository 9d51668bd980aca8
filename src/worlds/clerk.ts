/** From what was to what the files say: dates at less than their precision, fields that nobody filled in. */
import { type Day, formatDay } from '../model/day.js';
import type { Chance } from './chance.js';
import type { KnownLink, KnownListing, Ledger, Movement, PaperField, Party, Permit } from './ledger.js';
import type { Row } from './native.js';
import type { World } from './world.js';

/** The files of a finished book: parties by id, movements by departure; every row of a kind loses fields at the same rates. */
export function fileAway(ledger: Ledger, name: string, seed: number): World {
  const chance = ledger.chance.fork('clerk');
  const dataset = name;
  const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const movements = [...ledger.movements].sort((a, b) => a.departs - b.departs || (a.id < b.id ? -1 : 1));
  const trading = new Set(ledger.movements.flatMap((movement) => [movement.shipper, movement.consignee]));
  return {
    name,
    seed,
    entities: byId(ledger.parties).map((party) => ({ ...entityRow(chance, party, trading.has(party)), dataset })),
    links: byId(ledger.links).map((link) => ({ ...linkRow(chance, link), dataset })),
    shipments: movements.map((movement) => ({ ...shipmentRow(chance, movement), dataset })),
    listings: byId(ledger.listings).map((listing) => ({ ...listingRow(listing), dataset })),
    authorizations: byId(ledger.permits).map((permit) => ({ ...authorizationRow(permit), dataset })),
    truth: byId(ledger.truths),
  };
}

function entityRow(chance: Chance, party: Party, trades: boolean): Row<'entities'> {
  const person = party.schema === 'Person';
  const founded = chance.next();
  const foundedOn =
    person || founded < 0.14
      ? undefined
      : blurred(party.foundedOn, founded < 0.3 ? 'year' : founded < 0.42 ? 'month' : 'day');
  return present({
    id: party.id,
    schema: party.schema,
    name: party.name,
    aliases: !person && chance.yes(0.1) ? [party.stem.toUpperCase()] : [],
    country: trades || chance.yes(0.93) ? party.country : undefined,
    headquarters: party.headquarters,
    address: chance.yes(person ? 0.3 : 0.86) ? party.address : undefined,
    foundedOn,
    birthDate: person && chance.yes(0.6) ? blurred(party.foundedOn, chance.yes(0.5) ? 'year' : 'month') : undefined,
    nationality: person ? party.nationality : undefined,
    roles: party.roles,
    sector: party.sector,
    website: party.website,
    phone: chance.yes(person ? 0 : 0.6) ? party.phone : undefined,
    lei: !person && party.size > 4 && chance.yes(0.6) ? lei(chance) : undefined,
    registration: !person && chance.yes(0.55) ? `${party.country}:${chance.int(100_000, 99_999_999)}` : undefined,
    sitePowerMw: party.sitePowerMw,
    siteVerifiedOn: party.siteVerifiedOn === undefined ? undefined : formatDay(party.siteVerifiedOn),
  });
}

function linkRow(chance: Chance, { id, type, source, target, share, from, to }: KnownLink): Row<'links'> {
  return present({
    id,
    type,
    source: source.id,
    target: target.id,
    share,
    from:
      from === undefined || chance.yes(0.2)
        ? undefined
        : blurred(from, chance.yes(0.3) ? 'year' : chance.yes(0.3) ? 'month' : 'day'),
    to: to === undefined ? undefined : formatDay(to),
  });
}

function shipmentRow(chance: Chance, movement: Movement): Row<'shipments'> {
  const { shipper, consignee, guise, keeps } = movement;
  const kept = (field: PaperField, rate: number): boolean => chance.yes(rate) || keeps.includes(field);
  const dates = chance.next();
  const firm = keeps.includes('departs') || keeps.includes('arrives');
  return present({
    id: movement.id,
    document: chance.yes(0.93) ? movement.document : undefined,
    shipper: shipper.id,
    consignee: consignee.id,
    endUser: movement.endUser,
    forwarder: movement.forwarder?.id,
    // One date of the two may be coarse or missing, never both.
    departs: !firm && dates < 0.015 ? undefined : blurred(movement.departs, !firm && dates < 0.055 ? 'month' : 'day'),
    arrives: !firm && dates > 0.92 ? undefined : blurred(movement.arrives, !firm && dates > 0.89 ? 'month' : 'day'),
    fromCountry: chance.yes(0.85) ? shipper.country : undefined,
    toCountry: chance.yes(0.88) ? consignee.country : undefined,
    via: movement.via,
    product: kept('product', 0.93) ? guise.product : undefined,
    eccn: chance.yes(0.5) ? guise.eccn : undefined,
    hs: kept('hs', 0.93) ? heading(chance, guise.hs) : undefined,
    description: chance.yes(0.9) ? guise.words : undefined,
    units: kept('units', 0.97) ? movement.units : undefined,
    ...(chance.yes(0.9) ? money(chance, movement.valueUsd, shipper.country) : {}),
    weightKg: kept('weightKg', 0.91) ? movement.weightKg : undefined,
    paidBy: movement.paidBy,
    licence: movement.licence,
    exception: movement.exception,
    certifications: movement.certifications,
    act: chance.yes(0.6) ? actOf(shipper.country, consignee.country) : undefined,
  });
}

function listingRow({ id, entity, list, from, scope, policy, citation }: KnownListing): Row<'listings'> {
  return { id, entity: entity.id, list, from: formatDay(from), scope, policy, citation };
}

function authorizationRow({ id, entity, kind, from, to, tpp, citation }: Permit): Row<'authorizations'> {
  return present({
    id,
    entity: entity.id,
    kind,
    country: entity.country,
    from: formatDay(from),
    to: to === undefined ? undefined : formatDay(to),
    tpp: tpp === undefined ? undefined : Math.ceil(tpp / 1000) * 1000,
    citation,
  });
}

/** Some papers carry the statistical suffix or no dot. */
function heading(chance: Chance, hs: string): string {
  const draw = chance.next();
  return draw < 0.06 ? `${hs}.00` : draw < 0.1 ? hs.replace('.', '') : hs;
}

function money(chance: Chance, usd: number, country: string): { value: number; currency: string } {
  const euro = ['DE', 'NL', 'FR', 'AT'].includes(country) && chance.yes(0.7);
  return euro ? { value: Math.round(usd / 1.08), currency: 'EUR' } : { value: usd, currency: 'USD' };
}

function actOf(from: string, to: string): string {
  if (from === to) return from === 'US' ? 'domestic' : 'transfer';
  return from === 'US' ? 'export' : 'reexport';
}

function blurred(day: Day, precision: 'year' | 'month' | 'day'): string {
  return formatDay(day).slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
}

/** A number of the right form (ISO 17442, check digits by ISO 7064 mod 97-10) under a prefix no issuer has. */
function lei(chance: Chance): string {
  let body = 'ZZZZ00';
  for (let i = 0; i < 12; i++) body += '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[chance.int(0, 33)];
  const digits = [...`${body}00`].map((letter) => Number.parseInt(letter, 36)).join('');
  return `${body}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}`;
}

/** Leaves out what is undefined. */
function present<T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
