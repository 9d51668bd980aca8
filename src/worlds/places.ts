/** Where invented parties live: countries with towns, tiers, regions and days on the road. */
import type { CountryCode } from '../model/country.js';
import type { Chance } from './chance.js';

export type Region =
  | 'america'
  | 'europe'
  | 'east'
  | 'southeast'
  | 'south'
  | 'gulf'
  | 'inner'
  | 'latin'
  | 'africa'
  | 'china'
  | 'north';

/** How the names of a place sound. */
export type Sound = 'west' | 'slav' | 'sino' | 'malay' | 'arab' | 'indic' | 'latin' | 'turkic';

export interface Place {
  readonly country: CountryCode;
  /** Label of place as of January 2025: 0 home, 1 the fixed list, 3 arms-embargoed and Macau, 2 the rest. */
  readonly tier: 0 | 1 | 2 | 3;
  readonly region: Region;
  readonly sound: Sound;
  readonly dialling: string;
  readonly towns: readonly string[];
  /** Endings of company names. */
  readonly forms: readonly string[];
}

/** The place of a country the made worlds know. @throws Error for another one, which is a slip of this room. */
export function placeOf(country: CountryCode): Place {
  const place = PLACES.get(country);
  if (place === undefined) throw new Error(`made worlds have no place \`${country}\``);
  return place;
}

/** 0 to 3, by the country the party is in. */
export function tierOf(country: CountryCode): 0 | 1 | 2 | 3 {
  return placeOf(country).tier;
}

/** Days between departure and arrival: goods of high value fly, bulky ones go by sea. */
export function transitDays(chance: Chance, from: CountryCode, to: CountryCode, bulky: boolean): number {
  if (from === to) return chance.int(0, 3);
  const near = placeOf(from).region === placeOf(to).region;
  if (bulky) return near ? chance.int(4, 16) : chance.int(18, 46);
  return near ? chance.int(1, 5) : chance.int(2, 10);
}

const PLACES: ReadonlyMap<CountryCode, Place> = new Map(
  (
    [
      ['US', 0, 'america', 'west', '1', 'Fremont|Austin|Wilmington|Reno|Columbus|Tacoma', 'Inc.|LLC|Corp.'],
      ['CA', 1, 'america', 'west', '1', 'Montreal|Mississauga', 'Inc.|Ltd.'],
      ['MX', 2, 'latin', 'latin', '52', 'Guadalajara|Monterrey|Tijuana', 'S.A. de C.V.'],
      ['BR', 2, 'latin', 'latin', '55', 'Campinas|Manaus|Fortaleza', 'Ltda.|S.A.'],
      ['CL', 2, 'latin', 'latin', '56', 'Santiago', 'SpA'],
      ['DE', 1, 'europe', 'west', '49', 'Jena|Kassel|Offenbach', 'GmbH|AG'],
      ['NL', 1, 'europe', 'west', '31', 'Venlo|Tilburg|Eindhoven', 'B.V.'],
      ['GB', 1, 'europe', 'west', '44', 'Slough|Swindon|Leeds', 'Ltd'],
      ['FR', 1, 'europe', 'latin', '33', 'Lille|Grenoble', 'SAS'],
      ['SE', 1, 'europe', 'west', '46', 'Lulea|Malmo', 'AB'],
      ['NO', 1, 'europe', 'west', '47', 'Bodo', 'AS'],
      ['PL', 2, 'europe', 'slav', '48', 'Gdynia|Lodz|Wroclaw', 'Sp. z o.o.'],
      ['CZ', 2, 'europe', 'slav', '420', 'Brno|Plzen', 's.r.o.'],
      ['AT', 2, 'europe', 'west', '43', 'Linz', 'GmbH'],
      ['CH', 2, 'europe', 'west', '41', 'Winterthur|Zug', 'AG'],
      ['RS', 2, 'europe', 'slav', '381', 'Novi Sad', 'd.o.o.'],
      ['TR', 2, 'inner', 'turkic', '90', 'Izmir|Mersin|Bursa', 'A.S.|Ltd. Sti.'],
      ['IL', 2, 'gulf', 'arab', '972', 'Haifa|Yokneam', 'Ltd.'],
      ['JP', 1, 'east', 'malay', '81', 'Kawasaki|Sendai', 'K.K.'],
      ['KR', 1, 'east', 'sino', '82', 'Suwon|Incheon', 'Co., Ltd.'],
      ['TW', 1, 'east', 'sino', '886', 'Hsinchu|Taoyuan|Tainan', 'Co., Ltd.'],
      ['AU', 1, 'southeast', 'west', '61', 'Geelong|Newcastle', 'Pty Ltd'],
      ['SG', 2, 'southeast', 'malay', '65', 'Singapore', 'Pte. Ltd.'],
      ['MY', 2, 'southeast', 'malay', '60', 'Johor Bahru|Penang|Cyberjaya|Port Klang', 'Sdn. Bhd.'],
      ['TH', 2, 'southeast', 'malay', '66', 'Chonburi|Bangkok', 'Co., Ltd.'],
      ['VN', 2, 'southeast', 'sino', '84', 'Hai Phong|Bac Ninh|Da Nang', 'Co., Ltd.|JSC'],
      ['ID', 2, 'southeast', 'malay', '62', 'Batam|Surabaya|Bekasi', 'PT'],
      ['PH', 2, 'southeast', 'latin', '63', 'Clark|Cebu', 'Corp.'],
      ['IN', 2, 'south', 'indic', '91', 'Pune|Chennai|Noida|Navi Mumbai', 'Pvt. Ltd.'],
      ['LK', 2, 'south', 'indic', '94', 'Colombo|Kandy', '(Pvt) Ltd'],
      ['AE', 2, 'gulf', 'arab', '971', 'Dubai|Sharjah|Abu Dhabi', 'FZE|LLC|FZ-LLC'],
      ['SA', 2, 'gulf', 'arab', '966', 'Dammam|Riyadh', 'LLC'],
      ['QA', 2, 'gulf', 'arab', '974', 'Doha', 'W.L.L.'],
      ['KZ', 2, 'inner', 'turkic', '7', 'Almaty|Karaganda', 'LLP'],
      ['UZ', 2, 'inner', 'turkic', '998', 'Tashkent', 'LLC'],
      ['KG', 2, 'inner', 'turkic', '996', 'Bishkek', 'LLC'],
      ['GE', 2, 'inner', 'turkic', '995', 'Tbilisi|Poti', 'LLC'],
      ['AM', 2, 'inner', 'turkic', '374', 'Yerevan', 'LLC'],
      ['ZA', 2, 'africa', 'west', '27', 'Durban|Midrand', '(Pty) Ltd'],
      ['EG', 2, 'africa', 'arab', '20', 'Alexandria', 'S.A.E.'],
      ['VG', 2, 'latin', 'west', '1284', 'Road Town', 'Ltd.'],
      ['CN', 3, 'china', 'sino', '86', 'Shenzhen|Suzhou|Hefei|Wuhan|Dongguan', 'Co., Ltd.'],
      ['HK', 3, 'china', 'sino', '852', 'Kowloon|Kwai Chung|Sha Tin', 'Limited|Co., Limited'],
      ['MO', 3, 'china', 'latin', '853', 'Macau', 'Lda.'],
      ['RU', 3, 'north', 'slav', '7', 'Samara|Perm|Kazan', 'OOO|AO'],
      ['BY', 3, 'north', 'slav', '375', 'Minsk|Gomel', 'OOO'],
      ['KH', 3, 'southeast', 'sino', '855', 'Sihanoukville|Phnom Penh', 'Co., Ltd.'],
      ['MM', 3, 'southeast', 'malay', '95', 'Yangon', 'Co., Ltd.'],
      ['IQ', 3, 'gulf', 'arab', '964', 'Basra|Erbil', 'LLC'],
      ['LB', 3, 'gulf', 'arab', '961', 'Tripoli', 'SAL'],
    ] as const
  ).map(([country, tier, region, sound, dialling, towns, forms]) => [
    country,
    { country, tier, region, sound, dialling, towns: towns.split('|'), forms: forms.split('|') } satisfies Place,
  ]),
);
