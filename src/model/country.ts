/** Countries: ISO 3166-1 alpha-2 inside, more at the door. */
import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';

/** ISO 3166-1 alpha-2, upper case. `HK` and `MO` stay themselves as places; law treats HK as CN. */
export type CountryCode = string;

const require = createRequire(import.meta.url);
countries.registerLocale(require('i18n-iso-countries/langs/en.json') as countries.LocaleData);

/** Names that trade documents use and the ISO list does not. */
// biome-ignore format: a table reads better in rows
const OTHER_NAMES: Readonly<Record<string, CountryCode>> = {
  'hong kong sar': 'HK', 'hongkong': 'HK', 'macau': 'MO', 'macao': 'MO', 'macau sar': 'MO',
  'korea, north': 'KP', 'north korea': 'KP', 'korea, south': 'KR', 'south korea': 'KR', 'korea': 'KR',
  'russia': 'RU', 'syria': 'SY', 'iran': 'IR', 'laos': 'LA', 'vietnam': 'VN', 'viet nam': 'VN',
  'burma': 'MM', 'taiwan': 'TW', 'uk': 'GB', 'great britain': 'GB', 'england': 'GB', 'usa': 'US',
  'u.s.a.': 'US', 'u.s.': 'US', 'uae': 'AE', 'prc': 'CN', 'p.r.c.': 'CN', 'p.r. china': 'CN', 'mainland china': 'CN',
  'ivory coast': 'CI', "cote d'ivoire": 'CI', 'cape verde': 'CV', 'czech republic': 'CZ', 'swaziland': 'SZ',
  'macedonia': 'MK', 'north macedonia': 'MK', 'palestinian': 'PS', 'palestine': 'PS', 'west bank': 'PS',
  'congo, democratic republic of the': 'CD', 'congo, republic of the': 'CG', 'bahamas, the': 'BS',
  'gambia, the': 'GM', 'the gambia': 'GM', 'kosovo': 'XK', 'turkiye': 'TR', 'turkey': 'TR', 'holland': 'NL',
  'saint vincent and the grenadines': 'VC', 'st. vincent and the grenadines': 'VC', 'brunei': 'BN', 'moldova': 'MD',
  'tanzania': 'TZ', 'venezuela': 'VE', 'bolivia': 'BO', 'micronesia': 'FM', 'vatican': 'VA', 'east timor': 'TL',
  'british virgin islands': 'VG', 'virgin islands, british': 'VG', 'netherlands antilles': 'AN',
};

/**
 * The alpha-2 code of a country given as alpha-2 or alpha-3 in either case, or as an English name.
 *
 * @returns undefined when it is none of these; an unknown country is unknown, never a default.
 */
export function parseCountry(text: string): CountryCode | undefined {
  const stated = text.trim();
  const upper = stated.toUpperCase();
  if (upper.length === 2) return countries.isValid(upper) || upper === 'XK' ? upper : undefined;
  if (upper.length === 3) {
    const short = countries.alpha3ToAlpha2(upper);
    if (short !== undefined) return short;
  }
  return OTHER_NAMES[stated.toLowerCase()] ?? countries.getAlpha2Code(stated, 'en') ?? undefined;
}

/** The English name of a code; the code itself if it has none. */
export function countryName(code: CountryCode): string {
  return countries.getName(code, 'en') ?? code;
}

/** All codes, in byte order. */
export function allCountries(): readonly CountryCode[] {
  return Object.keys(countries.getAlpha2Codes()).sort();
}
