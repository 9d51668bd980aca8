/** The schema's codes in words. */
import type {
  Band,
  Carrier,
  Certainty,
  Confidence,
  Duty,
  EndingKind,
  LicenceState,
  MovementRole,
  Outcome,
  Review,
  RouteCondition,
  StoppedBy,
  TieKind,
  Tier,
  Timing,
  View,
} from './generated.js';

export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  PROHIBITED: 'Prohibited',
  LICENCE_REQUIRED: 'Licence required',
  UNKNOWN: 'Cannot be decided',
  EXCEPTION_AVAILABLE: 'Exception available',
  NO_LICENCE_REQUIRED: 'No licence required',
};

export const REVIEWS: Readonly<Record<Review, string>> = {
  POLICY_OF_DENIAL: 'policy of denial',
  PRESUMPTION_OF_DENIAL: 'presumption of denial',
  CASE_BY_CASE: 'case by case',
  PRESUMPTION_OF_APPROVAL: 'presumption of approval',
  NOT_STATED: 'review not stated',
};

export const LICENCES: Readonly<Record<LicenceState, string>> = {
  SHOWN_AND_FITS: 'a licence is named and fits',
  SHOWN_NOT_FOUND: 'a licence is named that no record has',
  SHOWN_DOES_NOT_FIT: 'a licence is named that does not fit',
  NOT_SHOWN: 'no licence is named',
  UNKNOWN: 'the data does not say whether there was a licence',
};

export const TIERS: Readonly<Record<Tier, string>> = {
  TIER_0: 'Tier 0',
  TIER_1: 'Tier 1',
  TIER_2: 'Tier 2',
  TIER_3: 'Tier 3',
  UNKNOWN: 'Tier unknown',
};

export const BANDS: Readonly<Record<Band, string>> = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  ELEVATED: 'Elevated',
  LOW: 'Low',
};

export const BAND_MEANINGS: Readonly<Record<Band, string>> = {
  CRITICAL: 'act on it first',
  HIGH: 'look into it',
  ELEVATED: 'worth a look when time allows',
  LOW: 'ordinary trade is the better explanation',
};

export const KINDS: Readonly<Record<EndingKind, string>> = {
  OBSERVED: 'Observed',
  BY_CONTROL: 'By control',
  POTENTIAL: 'Potential',
};

export const KIND_MEANINGS: Readonly<Record<EndingKind, string>> = {
  OBSERVED: 'a movement into the target is in the data',
  BY_CONTROL: 'the goods stop with a party that someone in the target, or listed, controls',
  POTENTIAL: 'the goods stop in Tier 2 with a party that has a tie to the target',
};

export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  CERTAIN: 'certain',
  NOT_EXCLUDED: 'cannot be excluded',
  NO: 'no',
};

export const TIMINGS: Readonly<Record<Timing, string>> = {
  CERTAIN: 'the dates prove the order',
  POSSIBLE: 'the dates allow the order, they do not prove it',
};

export const TIES: Readonly<Record<TieKind, string>> = {
  OWNS: 'One owns the other',
  CONTROLS: 'One controls the other',
  ASSOCIATE: 'Associates',
  COMMON_OWNER: 'One owner in common',
  SHARED_OFFICER: 'One officer in common',
  SHARED_ADDRESS: 'One address in common',
};

export const CARRIERS: Readonly<Record<Carrier, string>> = {
  ORIGIN: 'origin',
  MOVEMENT: 'movement',
  CONTINUATION: 'going on',
  TIE: 'tie',
  ENDING: 'ending',
};

export const ROLES: Readonly<Record<MovementRole, string>> = {
  EXPORTER: 'Exporter',
  CONSIGNEE: 'Consignee',
  END_USER: 'End user',
  FORWARDER: 'Forwarder',
};

export const DUTIES: Readonly<Record<Duty, string>> = {
  INQUIRE: 'asks to inquire first',
  KNOWLEDGE: 'counts as knowledge',
  NOTIFY: 'asks to notify the authority',
  STATEMENT: 'asks for a statement of the other party',
  PERMIT: 'asks for a permit of another authority',
};

export const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  CONFIRMED: 'read in the primary source',
  SECONDARY: 'read in a report about the source',
  UNCONFIRMED: 'not confirmed',
  DISPUTED: 'sources differ',
};

export const VIEWS: Readonly<Record<View, string>> = {
  ENFORCED: 'as enforced on the day',
  AS_WRITTEN: 'as written (counterfactual)',
};

export const STOPS: Readonly<Record<StoppedBy, string>> = {
  STEPS: 'the comparisons allowed were used up',
  LABELS: 'the chains allowed were used up',
  TIME: 'the time allowed was used up',
  ABORTED: 'it was stopped',
};

export const CONDITIONS: Readonly<Record<RouteCondition, string>> = {
  ORIGIN: 'where it starts',
  CONNECTION: 'each movement leaves where the one before arrived',
  DATES: 'the days follow each other',
  GOODS: 'the goods can be the same',
  NO_PARTY_TWICE: 'no party comes twice',
  LENGTH: 'the number of movements',
  TIER2: 'parties in Tier 2',
  ENDING: 'how it ends',
};
