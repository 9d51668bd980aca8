/** The values that stand behind enum names which differ from our own words. */
import type { PartyTier, Rule } from '../desk/answers.js';

export type MovementRole = PartyTier['role'];

export type RuleKind = Rule['kind'];

export const enums = {
  Tier: { TIER_0: 0, TIER_1: 1, TIER_2: 2, TIER_3: 3, UNKNOWN: 'UNKNOWN' },
  Act: { EXPORT: 'export', REEXPORT: 'reexport', TRANSFER: 'transfer', DOMESTIC: 'domestic' },
  Carrier: {
    ORIGIN: 'origin',
    MOVEMENT: 'movement',
    CONTINUATION: 'continuation',
    TIE: 'tie',
    ENDING: 'ending',
  },
  MovementRole: { EXPORTER: 'exporter', CONSIGNEE: 'consignee', END_USER: 'endUser', FORWARDER: 'forwarder' },
  RuleKind: {
    CLASS: 'class',
    REQUIREMENT: 'requirement',
    EXEMPTION: 'exemption',
    EXCEPTION: 'exception',
    REVIEW: 'review',
    BAR: 'bar',
    DOUBT: 'doubt',
    FINDING: 'finding',
  },
} as const;
