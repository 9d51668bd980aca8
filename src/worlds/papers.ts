/** What an honest exporter finds when he asks whether goods may go, and what he writes on the papers. */
import type { CountryCode } from '../model/country.js';
import { type Day, parseDay } from '../model/day.js';
import type { Good } from './goods.js';

/** What the papers need for one movement. */
export interface Need {
  readonly licence: boolean;
  readonly exception?: string;
  readonly certifications: readonly string[];
}

/** Classification as papers give it on a day: the entries of 2022 had no paragraphs, those before no number of their own. */
export function eccnOf(good: Good, day: Day): string | undefined {
  const server = good.family === 'acceleratorServer';
  switch (good.control) {
    case 'datacentre':
    case 'consumer':
    case 'lower': {
      if (day >= RULE_OF_2023) {
        const paragraph = good.control === 'lower' ? 'b' : 'a';
        return `${server ? '4A090' : '3A090'}.${paragraph}`;
      }
      if (day >= RULE_OF_2022 && good.caughtIn2022) return server ? '4A090' : '3A090';
      return server ? '4A994' : '3A991';
    }
    case 'letter':
      return undefined;
    case 'none':
      return good.family === 'network' || good.family === 'server'
        ? '5A991'
        : good.family === 'laptop'
          ? '5A992.c'
          : 'EAR99';
  }
}

/**
 * What a movement of such goods to such a place needs on the day, for a buyer without ties to other places.
 *
 * The law in short (87 FR 62186, 88 FR 73458, 89 FR 23876, the letters of August 2022 and April 2025): enough
 * to fill papers, no substitute for the dated rules by which the program judges them.
 */
export function needOf(good: Good, to: CountryCode, day: Day): Need {
  const china = to === 'CN' || to === 'HK' || to === 'MO';
  if (good.control === 'none') return FREE;
  if (good.control === 'letter') return china && day >= LETTER_OF_2025 ? LICENCE : FREE;
  if (day < RULE_OF_2023) {
    const caught = china && good.caughtIn2022 && good.control === 'datacentre' && day >= LETTERS_OF_2022;
    return caught ? LICENCE : FREE;
  }
  if (!inLicenceZone(to, day)) return FREE;
  if (good.control !== 'consumer') return LICENCE;
  return EMBARGOED.has(to)
    ? { licence: false, exception: 'NAC', certifications: ['notice-25-days', 'purchase-order'] }
    : { licence: false, exception: day < ACA_APART ? 'NAC' : 'ACA', certifications: ['purchase-order'] };
}

/** What an exporter certifies under the review policy of January 2026 for China and Macau (91 FR 1684), as codes. */
export const CHINA_LANE_ASSURANCES = [
  'us-availability',
  'us-share',
  'kyc',
  'remote-users',
  'third-party-test',
  'security',
] as const;

const RULE_OF_2022 = parseDay('2022-10-21');
const RULE_OF_2023 = parseDay('2023-11-17');
const ACA_APART = parseDay('2024-04-04');
const LETTERS_OF_2022 = parseDay('2022-08-26');
const LETTER_OF_2025 = parseDay('2025-04-09');
const NICARAGUA_IN = parseDay('2024-03-15');

const FREE: Need = { licence: false, certifications: [] };
const LICENCE: Need = { licence: true, certifications: [] };

/** Embargoed places of these worlds, with Macau. */
const EMBARGOED: ReadonlySet<CountryCode> = new Set([
  'CN',
  'HK',
  'MO',
  'RU',
  'BY',
  'MM',
  'KH',
  'IQ',
  'LB',
  'VE',
  'LY',
  'IR',
  'SY',
]);
const ZONE: ReadonlySet<CountryCode> = new Set(
  'AE AF AM AZ BH BY CD CF CN HK CU EG ER GE HT IQ IR JO KG KH KP KW KZ LA LB LY MD MM MN MO OM PK QA RU SA SD SO SS SY TJ TM UZ VE VN YE ZW'.split(
    ' ',
  ),
);

function inLicenceZone(to: CountryCode, day: Day): boolean {
  return ZONE.has(to) || (to === 'NI' && day >= NICARAGUA_IN);
}
