/** The book in which a world is made: parties, links, movements as they truly were, before any paper lost a field. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Chance } from './chance.js';
import { type Good, isBulky } from './goods.js';
import { type Coiner, coinerOf } from './names.js';
import { eccnOf } from './papers.js';
import { transitDays } from './places.js';
import type { Truth } from './world.js';

export interface Party {
  readonly id: string;
  readonly schema: 'Company' | 'Person' | 'PublicBody';
  readonly name: string;
  /** The coined part of its name. */
  readonly stem: string;
  readonly country: CountryCode;
  readonly roles: readonly string[];
  sector?: string;
  headquarters?: CountryCode;
  nationality?: CountryCode;
  address: string;
  phone?: string;
  website?: string;
  foundedOn: Day;
  sitePowerMw?: number;
  siteVerifiedOn?: Day;
  /** How much business it does, relative to others. */
  readonly size: number;
}

export interface KnownLink {
  readonly id: string;
  readonly type: 'owns' | 'controls' | 'officerOf' | 'associate';
  readonly source: Party;
  readonly target: Party;
  readonly share?: string;
  readonly from?: Day;
  to?: Day;
}

/** What the papers call the goods. */
export interface Guise {
  readonly product?: string;
  readonly hs: string;
  readonly words: string;
  readonly eccn?: string;
}

export type PaperField = 'product' | 'hs' | 'units' | 'weightKg' | 'paidBy' | 'licence' | 'departs' | 'arrives';

export interface Movement {
  readonly id: string;
  document: string;
  readonly shipper: Party;
  readonly consignee: Party;
  readonly good: Good;
  readonly units: number;
  readonly guise: Guise;
  readonly valueUsd: number;
  readonly weightKg: number;
  readonly departs: Day;
  readonly arrives: Day;
  endUser?: string;
  readonly forwarder?: Party;
  readonly via: readonly CountryCode[];
  readonly paidBy?: string;
  licence?: string;
  exception?: string;
  certifications: readonly string[];
  /** Fields a pattern's meaning rests on, which the clerk must not lose. */
  readonly keeps: readonly PaperField[];
}

export interface KnownListing {
  readonly id: string;
  readonly entity: Party;
  readonly list: string;
  readonly from: Day;
  readonly scope: string;
  readonly policy: string;
  readonly citation: string;
}

export interface Permit {
  readonly id: string;
  readonly entity: Party;
  readonly kind: string;
  readonly from: Day;
  readonly to?: Day;
  tpp?: number;
  readonly citation: string;
}

export interface MovementDraft {
  readonly shipper: Party;
  readonly consignee: Party;
  readonly good: Good;
  readonly units: number;
  readonly departs: Day;
  readonly document?: string;
  readonly guise?: Guise;
  /** The line's value as a part of the usual price; 1 unless said. */
  readonly priceShare?: number;
  /** Gross weight of a piece where it is carried over from an earlier movement. */
  readonly pieceKg?: number;
  readonly endUser?: string;
  readonly forwarder?: Party;
  readonly via?: readonly CountryCode[];
  readonly paidBy?: string;
  readonly keeps?: readonly PaperField[];
}

export type PartyDraft = Omit<Party, 'id' | 'name' | 'stem' | 'schema' | 'address' | 'phone'> & {
  readonly trade: string;
  readonly schema?: Party['schema'];
  readonly name?: string;
  readonly address?: string;
};

export interface Ledger {
  readonly chance: Chance;
  readonly coin: Coiner;
  readonly parties: Party[];
  readonly links: KnownLink[];
  readonly movements: Movement[];
  readonly listings: KnownListing[];
  readonly permits: Permit[];
  readonly truths: Truth[];
  /** A new opaque id: the kind's letter and random letters and digits. */
  id(kind: string): string;
  party(draft: PartyDraft): Party;
  person(country: CountryCode): Party;
  link(draft: Omit<KnownLink, 'id'>): KnownLink;
  move(draft: MovementDraft): Movement;
  /** Uses a party's licence that holds on the day and gives its id; the first use has it issued. */
  licence(entity: Party, tpp: number, day: Day): string;
}

export function ledgerOf(chance: Chance): Ledger {
  const ids = chance.fork('ids');
  const details = chance.fork('movements');
  const coin = coinerOf(chance.fork('names'));
  const taken = new Set<string>();
  const licences = new Map<string, Permit[]>();
  const id = (kind: string): string => {
    for (;;) {
      let text = `${kind}-`;
      for (let i = 0; i < 6; i++) text += '23456789abcdefghjkmnpqrstuvwxyz'[ids.int(0, 30)];
      if (taken.has(text)) continue;
      taken.add(text);
      return text;
    }
  };
  const ledger: Ledger = {
    chance,
    coin,
    parties: [],
    links: [],
    movements: [],
    listings: [],
    permits: [],
    truths: [],
    id,
    party({ trade, name, schema, address, ...draft }) {
      const firm = coin.firm(draft.country, trade);
      const party: Party = {
        ...draft,
        id: id('p'),
        schema: schema ?? 'Company',
        name: name ?? firm.name,
        stem: name === undefined ? firm.stem : (name.split(' ')[0] as string),
        address: address ?? coin.address(draft.country),
        phone: coin.phone(draft.country),
      };
      ledger.parties.push(party);
      return party;
    },
    person(country) {
      const name = coin.person(personSound(country));
      const born = details.int(-9000, 8000);
      const person: Party = {
        id: id('p'),
        schema: 'Person',
        name,
        stem: name,
        country,
        nationality: country,
        roles: [],
        address: coin.address(country),
        foundedOn: born,
        size: 0,
      };
      ledger.parties.push(person);
      return person;
    },
    link(draft) {
      const link = { ...draft, id: id('l') };
      ledger.links.push(link);
      return link;
    },
    move(draft) {
      const { good, units, departs, shipper, consignee } = draft;
      const pieceKg = draft.pieceKg ?? good.unitKg * details.spread(1.09, 0.05);
      const price = good.unitUsd * (draft.priceShare ?? 1) * details.spread(1, 0.09);
      const movement: Movement = {
        id: id('s'),
        document: draft.document ?? documentNumber(details),
        shipper,
        consignee,
        good,
        units,
        guise: draft.guise ?? honestGuise(details, good, departs),
        valueUsd: Math.max(1, Math.round(price * units)),
        weightKg: Math.max(0.1, Math.round(pieceKg * details.spread(1, 0.015) * units * 10) / 10),
        departs,
        arrives: departs + transitDays(details, shipper.country, consignee.country, isBulky(good)),
        ...(draft.endUser === undefined ? {} : { endUser: draft.endUser }),
        ...(draft.forwarder === undefined ? {} : { forwarder: draft.forwarder }),
        via: draft.via ?? [],
        ...(draft.paidBy === undefined ? {} : { paidBy: draft.paidBy }),
        certifications: [],
        keeps: draft.keeps ?? [],
      };
      ledger.movements.push(movement);
      return movement;
    },
    licence(entity, tpp, day) {
      const held = licences.get(entity.id) ?? [];
      licences.set(entity.id, held);
      let permit = held.find((each) => each.from <= day && (each.to as Day) > day);
      if (permit === undefined) {
        const from = day - details.int(12, 150);
        permit = {
          id: `d${details.int(1_000_000, 9_999_999)}`,
          entity,
          kind: 'licence',
          from,
          to: from + 1461,
          tpp: 0,
          citation: '15 CFR 742.6',
        };
        held.push(permit);
        ledger.permits.push(permit);
      }
      // Licences are granted for more than is drawn in the end.
      permit.tpp = (permit.tpp ?? 0) + Math.ceil(tpp * details.spread(1.3, 0.2));
      return permit.id;
    },
  };
  return ledger;
}

/** What an honest shipper writes: the product's name about half of the time, plain words else. */
function honestGuise(chance: Chance, good: Good, departs: Day): Guise {
  const eccn = eccnOf(good, departs);
  const named = good.product !== undefined && chance.yes(0.58);
  return {
    ...(named ? { product: writtenProduct(chance, good.product) } : {}),
    hs: good.hs,
    words: chance.weighted(good.words, (words) => (words === good.words[0] ? 4 : 1)),
    ...(eccn === undefined ? {} : { eccn }),
  };
}

/** A catalogue id as different clerks type it. */
export function writtenProduct(chance: Chance, product: string): string {
  if (chance.yes(0.72)) return product;
  if (product.endsWith('-x8-server')) return `8x-${product.slice(0, -'-x8-server'.length)}-server`;
  return chance.yes(0.5) ? product.toUpperCase() : product.toUpperCase().replaceAll('-', ' ');
}

function documentNumber(chance: Chance): string {
  return `${chance.pick(['AWB', 'BL', 'HB', 'CMR'])}${chance.int(10_000_000, 99_999_999)}`;
}

function personSound(country: CountryCode): 'west' | 'sino' | 'malay' | 'arab' | 'indic' | 'slav' {
  switch (country) {
    case 'CN':
    case 'HK':
    case 'TW':
      return 'sino';
    case 'SG':
    case 'MY':
    case 'TH':
    case 'ID':
      return 'malay';
    case 'AE':
    case 'SA':
      return 'arab';
    case 'IN':
      return 'indic';
    case 'RU':
    case 'BY':
    case 'KZ':
      return 'slav';
    default:
      return 'west';
  }
}
