/** What the remarks of OFAC's SDN file say for certain: dates, countries, numbers, aliases, links. */
import type { CountryCode } from '../model/country.js';
import type { PartialDate } from '../model/day.js';
import type { Identifier } from '../model/entity.js';
import { dateFromParts, MONTHS } from './written-dates.js';

export interface Remarks {
  readonly aliases: readonly string[];
  readonly birthDate: PartialDate | undefined;
  readonly foundedOn: PartialDate | undefined;
  /** The country of the nationality, else of the citizenship, as written. */
  readonly nationality: string | undefined;
  readonly identifiers: readonly Identifier[];
  readonly website: string | undefined;
  readonly phone: string | undefined;
  /** Names of the parties it is linked to. */
  readonly linkedTo: readonly string[];
}

/**
 * Reads the `;`-separated remarks. Of several dates of birth, nationalities or sites the first is taken (OFAC
 * marks the others "alt."); "circa" and ranges of years are no dates. What is not understood is left: the
 * whole text stays in the party's notes.
 */
export function readRemarks(text: string, countryOf: (name: string) => CountryCode | undefined): Remarks {
  const aliases: string[] = [];
  const identifiers: Identifier[] = [];
  const linkedTo: string[] = [];
  const first = new Map<string, string>();
  for (const raw of text.split(/;\s*/)) {
    const part = raw.trim();
    const linked = /^Linked To: ?(.+)$/.exec(part);
    if (linked) {
      linkedTo.push((linked[1] as string).trim());
      continue;
    }
    const alias = /^[afn]\.k\.a\. '(.+)'\.?$/.exec(part);
    if (alias) {
      aliases.push(alias[1] as string);
      continue;
    }
    const single = SINGLE.exec(part.replace(/\.$/, ''));
    if (single) {
      const [, label, value] = single as unknown as [string, string, string];
      if (!first.has(label)) first.set(label, value.trim());
      continue;
    }
    const identifier = readIdentifier(part.replace(/\.$/, ''), countryOf);
    if (identifier) identifiers.push(identifier);
  }
  return {
    aliases,
    birthDate: readDate(first.get('DOB')),
    foundedOn: readDate(first.get('Organization Established Date')),
    nationality: first.get('nationality') ?? first.get('citizen'),
    identifiers,
    website: first.get('Website'),
    phone: first.get('Telephone') ?? first.get('Phone Number'),
    linkedTo,
  };
}

const SINGLE = /^(DOB|nationality|citizen|Website|Telephone|Phone Number|Organization Established Date) (.+)$/;

/** `17 Dec 2016`, `Aug 1965` or `1965`; undefined for anything else. */
function readDate(text: string | undefined): PartialDate | undefined {
  const match = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text ?? '');
  if (!match) return undefined;
  const [, day, month, year] = match;
  if (month === undefined) return dateFromParts(year as string);
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : dateFromParts(year as string, String(number), day);
}

/** How OFAC names a number, and the scheme it is kept under; those marked belong to a country's register. */
const NUMBERS: readonly { readonly label: RegExp; readonly scheme: string; readonly ofCountry: boolean }[] = [
  { label: /^(?:Vessel Registration Identification|Identification Number) IMO/, scheme: 'imo', ofCountry: false },
  { label: /^Company Number IMO/, scheme: 'imo-company', ofCountry: false },
  { label: /^MMSI/, scheme: 'mmsi', ofCountry: false },
  { label: /^D-U-N-S Number/, scheme: 'duns', ofCountry: false },
  { label: /^SWIFT\/BIC/, scheme: 'swift', ofCountry: false },
  { label: /^Aircraft Tail Number/, scheme: 'tail-number', ofCountry: false },
  { label: /^Aircraft Manufacturer's Serial Number \(MSN\)/, scheme: 'msn', ofCountry: false },
  { label: /^(?:Diplomatic )?Passport/, scheme: 'passport', ofCountry: true },
  { label: /^(?:National ID No\.|Cedula No\.|D\.N\.I\.|C\.U\.R\.P\.|SSN)/, scheme: 'national-id', ofCountry: true },
  { label: /^(?:Tax ID No\.|NIT #|RUC #|RIF #|RTN|C\.U\.I\.T\.|US FEIN)/, scheme: 'tax-id', ofCountry: true },
  { label: /^V\.A\.T\. Number/, scheme: 'vat', ofCountry: true },
  {
    label:
      /^(?:Registration Number|Registration ID|Company Number|UK Company Number|Business Registration Number|Business Registration Document #|Commercial Registry Number|C\.R\. No\.|Certificate of Incorporation Number|Chamber of Commerce Number|Public Registration Number|Matricula Mercantil No|Folio Mercantil No\.)/,
    scheme: 'registration',
    ofCountry: true,
  },
];

const NUMBER = /^\s*([A-Z0-9][A-Z0-9 ./#-]*?)(?: \(([^)]+)\))?(?: issued .+| expires .+)?$/i;

/** A number whose label is known and whose value looks like one: figures in it, and no words. */
function readIdentifier(text: string, countryOf: (name: string) => CountryCode | undefined): Identifier | undefined {
  const plain = text.replace(/^alt\. /, '');
  for (const { label, scheme, ofCountry } of NUMBERS) {
    const found = label.exec(plain);
    if (!found) continue;
    const match = NUMBER.exec(plain.slice(found[0].length));
    const value = match?.[1]?.trim();
    if (value === undefined || value.length > LONGEST_NUMBER || /[a-z]{3}/.test(value)) return undefined;
    if (!/\d/.test(value) && scheme !== 'swift') return undefined;
    if (scheme.startsWith('imo') && !/^\d{7}$/.test(value)) return undefined;
    if (!ofCountry) return { scheme, value };
    const stated = match?.[2] ?? OF_ONE_COUNTRY[found[0]];
    const country = stated === undefined ? undefined : countryOf(stated);
    // A place that is none (a ministry, an issuing office) leaves the number without its register.
    return { scheme: country === undefined ? scheme : `${scheme}:${country}`, value };
  }
  return undefined;
}

const LONGEST_NUMBER = 40;
const OF_ONE_COUNTRY: Readonly<Record<string, string>> = { 'UK Company Number': 'GB', 'US FEIN': 'US' };
