/** One party of OFAC's list, from its row, its addresses and its other names. */
import { type CountryCode, parseCountry } from '../model/country.js';
import type { Entity, EntitySchema, Identifier } from '../model/entity.js';
import { presentText } from './cells.js';
import type { OfacRow } from './ofac-files.js';
import type { Remarks } from './ofac-remarks.js';
import { withoutAbsent } from './row-context.js';
import type { Warn } from './sheet.js';

/** A row of SDN.CSV. */
export interface PartyRow {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly programmes: string | undefined;
  readonly title: string | undefined;
  readonly flag: string | undefined;
  readonly remarks: string | undefined;
  readonly vessel: readonly (readonly [label: string, value: string | undefined])[];
}

/** Where the parts of a party stand, and how to speak of what is odd in each file. */
export interface PartyParts {
  readonly row: PartyRow;
  readonly remarks: Remarks;
  readonly addresses: readonly OfacRow[];
  readonly aliases: readonly OfacRow[];
  readonly warn: Warn;
  readonly warnOfAddress: Warn;
}

/** The party but for its provenance. */
export function readParty(parts: PartyParts): Omit<Entity, 'dataset' | 'record' | 'retrievedOn'> {
  const { row, remarks, warn } = parts;
  // OFAC keeps an empty row for parties whose whereabouts it does not know.
  const places = parts.addresses
    .map((address) => readAddress(address, parts.warnOfAddress))
    .filter(({ text }) => text !== '');
  const countries = new Set(places.map(({ country }) => country).filter((country) => country !== undefined));
  if (countries.size > 1)
    warn('several-countries', row.line, 'ent_num', `${row.number}: ${[...countries].sort().join(', ')}`);
  const schema = row.type === undefined ? 'Company' : SCHEMAS[row.type.toLowerCase()];
  if (schema === undefined) warn('unknown-schema', row.line, 'SDN_Type', row.type as string);
  const nationality = remarks.nationality === undefined ? undefined : countryOf(remarks.nationality);
  if (remarks.nationality !== undefined && nationality === undefined)
    warn('unknown-country', row.line, 'Remarks', remarks.nationality);
  const flag = row.flag === undefined || /^none identified$/i.test(row.flag) ? undefined : row.flag;
  const flagCountry = flag === undefined ? undefined : countryOf(flag);
  if (flag !== undefined && flagCountry === undefined) warn('unknown-country', row.line, 'Vess_flag', flag);
  const identifiers: Identifier[] = [{ scheme: 'listing:sdn', value: row.number }, ...remarks.identifiers];
  const names = [...parts.aliases.map(({ cells }) => presentText(cells[3] ?? '')), ...remarks.aliases].filter(
    (name) => name !== undefined && name !== row.name,
  );
  const notes = [
    row.title === undefined ? '' : `Title: ${row.title}`,
    ...row.vessel.map(([label, value]) => (value === undefined ? '' : `${label}: ${value}`)),
    row.remarks === undefined ? '' : `Remarks: ${row.remarks}`,
    places.length < 2
      ? ''
      : `Further addresses: ${places
          .slice(1)
          .map(({ text }) => text)
          .join(' | ')}`,
  ];
  return withoutAbsent<Omit<Entity, 'dataset' | 'record' | 'retrievedOn'>>({
    id: partyId(row.number),
    schema,
    name: row.name,
    aliases: [...new Set(names as string[])],
    // A vessel without an address is where its flag is. Of addresses in several countries none is marked as the seat.
    country: countries.size > 1 ? undefined : ([...countries][0] ?? (schema === 'Vessel' ? flagCountry : undefined)),
    headquarters: undefined,
    address: places[0]?.text,
    foundedOn: remarks.foundedOn,
    dissolvedOn: undefined,
    birthDate: remarks.birthDate,
    nationality,
    roles: [],
    sector: undefined,
    website: remarks.website,
    phone: remarks.phone,
    identifiers: identifiers.filter(
      (one, at) => identifiers.findIndex((other) => other.scheme === one.scheme && other.value === one.value) === at,
    ),
    sitePowerMw: undefined,
    siteVerifiedOn: undefined,
    notes: notes.filter((note) => note !== '').join('\n') || undefined,
    stub: false,
  });
}

/** OFAC calls what is neither person, vessel nor aircraft an "entity": firms, banks and bodies alike. */
const SCHEMAS: Readonly<Record<string, EntitySchema>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Aircraft',
};

function readAddress({ line, cells }: OfacRow, warn: Warn): { text: string; country: CountryCode | undefined } {
  const stated = presentText(cells[4] ?? '');
  const known = stated === undefined || /^undetermined$/i.test(stated) ? undefined : stated;
  const country = known === undefined ? undefined : countryOf(known);
  if (known !== undefined && country === undefined) warn('unknown-country', line, 'Country', known);
  const text = [cells[2], cells[3], known, cells[5]]
    .map((part) => presentText(part ?? ''))
    .filter((part) => part !== undefined)
    .join(', ');
  return { text, country };
}

export function partyId(number: string): string {
  return `ofac-${number}`;
}

/** Names of OFAC's that neither ISO nor trade documents use. */
const OFAC_NAMES: Readonly<Record<string, CountryCode>> = {
  'cote d ivoire': 'CI',
  "democratic people's republic of korea": 'KP',
  'st. kitts & nevis': 'KN',
  'region: gaza': 'PS',
  'cabo verde': 'CV',
  'macedonia, the former yugoslav republic of': 'MK',
};

export function countryOf(name: string): CountryCode | undefined {
  return OFAC_NAMES[name.trim().toLowerCase()] ?? parseCountry(name);
}
