/** A standing relation between two parties. */
import type { Period } from './day.js';
import type { Provenance } from './provenance.js';
import type { Share } from './share.js';

/**
 * `owns`: source owns target. `controls`: source controls target (board, contract, nominee).
 * `officerOf`: source is a person. `associate`: no direction.
 */
export const LINK_TYPES = ['owns', 'controls', 'officerOf', 'associate'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export interface Link extends Period, Provenance {
  readonly id: string;
  readonly type: LinkType;
  readonly source: string;
  readonly target: string;
  readonly share: Share;
}
