/** A party. */
import type { CountryCode } from './country.js';
import type { PartialDate } from './day.js';
import type { Provenance } from './provenance.js';

export const ENTITY_SCHEMAS = ['Company', 'Person', 'PublicBody', 'Vessel', 'Aircraft'] as const;
export type EntitySchema = (typeof ENTITY_SCHEMAS)[number];

/** The roles the program understands; any other code is kept as it came and warned of. */
// biome-ignore format: a table reads better in rows
export const ROLES = [
  'manufacturer', 'oem', 'foundry', 'osat', 'designer', 'distributor', 'trader', 'forwarder', 'carrier', 'warehouse',
  'bank', 'datacenter', 'cloud', 'enduser', 'research', 'government', 'holding', 'agent',
] as const;

/** An identifier in a scheme: `lei`, `registration:MY`, `imo`, `duns`, `listing:sdn`, … */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** Absent fields are unknown, never "no". */
export interface Entity extends Provenance {
  readonly id: string;
  readonly schema?: EntitySchema;
  readonly name?: string;
  readonly aliases: readonly string[];
  /** Where it is. */
  readonly country?: CountryCode;
  /** Country of the head office of this legal entity itself. */
  readonly headquarters?: CountryCode;
  readonly address?: string;
  readonly foundedOn?: PartialDate;
  readonly dissolvedOn?: PartialDate;
  readonly birthDate?: PartialDate;
  readonly nationality?: CountryCode;
  readonly roles: readonly string[];
  readonly sector?: string;
  readonly website?: string;
  readonly phone?: string;
  readonly identifiers: readonly Identifier[];
  /** Total feed of its site, in megawatts. */
  readonly sitePowerMw?: number;
  /** The day somebody saw the site with that power. */
  readonly siteVerifiedOn?: PartialDate;
  readonly notes?: string;
  /** True for a party that other records name and no record describes. */
  readonly stub: boolean;
}
