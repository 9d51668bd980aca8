/** A permission or an order for a period. */
import type { CountryCode } from './country.js';
import type { Period } from './day.js';
import type { Provenance } from './provenance.js';

// biome-ignore format: a table reads better in rows
export const AUTHORIZATION_KINDS = [
  'licence', 'uveu', 'nveu', 'veu', 'supp8-740', 'approved-designer', 'approved-osat', 'is-informed-letter',
] as const;

export interface Authorization extends Period, Provenance {
  readonly id: string;
  readonly entity: string;
  readonly kind: string;
  readonly country?: CountryCode;
  /** Total processing performance it allows. */
  readonly tpp?: number;
  readonly citation?: string;
}
