/** For every flag, situations that decide it one way or another. */
import type { Finding } from '../../src/evidence/flag.js';
import type { Family, LawSituation, SituationOf } from '../../src/evidence/situations.js';

/** Situations in which a flag fires (with the grade, where it has grades), does not, and lacks facts. */
export interface Row<S> {
  readonly fires: readonly (S | readonly [grade: Finding, situation: S])[];
  readonly quiet: readonly S[];
  /** Absent where every fact the flag reads is always there. */
  readonly missing?: readonly S[];
}
type Rows = { readonly [F in Family]: Readonly<Record<string, Row<SituationOf[F]>>> };

const goods = { relation: 'SAME_PRODUCT', weight: 'UNKNOWN', sameDocument: false } as const;
const lot = { quantity: 'PART', rarity: 'UNKNOWN', stock: 'WITHIN', split: 'LESS' } as const;
const lawful = {
  control: 'PRODUCT',
  outcome: 'NO_LICENCE_REQUIRED',
  review: undefined,
  licence: 'NOT_SHOWN',
  exceptionFails: false,
  capExceeded: 'NO',
  listed: 'NO',
  ownedByListed: 'NO',
  destinationTier3: false,
  headquartersTier3: false,
  parentTier3: 'NO',
} as const;
const required = { ...lawful, outcome: 'LICENCE_REQUIRED', review: 'CASE_BY_CASE' } as const;
const tied = { link: 'OWNS', certainty: 'CERTAIN' } as const;
const end = {
  kind: 'OBSERVED',
  certainty: 'CERTAIN',
  open: false,
  control: 'PRODUCT',
  ground: 'PLACE',
  inTier3: true,
  arrival: lawful,
} as const;

/** The law cannot be said. */
const undecided: LawSituation = { ...lawful, outcome: 'UNKNOWN' };
/** A licence was needed and one that fits is shown. */
const covered: LawSituation = { ...lawful, outcome: 'LICENCE_REQUIRED', licence: 'SHOWN_AND_FITS' };

export const ROWS: Rows = {
  hop: { 'further-movement': { fires: [{}], quiet: [] } },
  choice: {
    'share-of-the-choice': {
      fires: [[-627, { share: -627, fit: 256, sumOfFits: 230_400, candidates: 900 }]],
      quiet: [],
    },
  },
  time: {
    'leaves-soon': {
      fires: [
        ['DAYS', { dwell: 'DAYS' }],
        ['WEEKS', { dwell: 'WEEKS' }],
        ['MONTHS', { dwell: 'MONTHS' }],
      ],
      quiet: [],
    },
  },
  destination: {
    'declared-for-next-consignee': { fires: [{ declared: true }], quiet: [{ declared: false }] },
  },
  value: {
    'price-drops': {
      fires: [{ value: 'BIG_DROP' }],
      quiet: [{ value: 'AS_BEFORE' }, { value: 'BIG_RISE' }],
      missing: [{ value: 'UNKNOWN' }],
    },
    'price-rises': {
      fires: [{ value: 'BIG_RISE' }],
      quiet: [{ value: 'AS_BEFORE' }, { value: 'BIG_DROP' }],
      missing: [{ value: 'UNKNOWN' }],
    },
  },
  goods: {
    'same-product': { fires: [goods], quiet: [{ ...goods, relation: 'SAME_CLASS' }] },
    'one-inside-the-other': { fires: [{ ...goods, relation: 'CONTAINED' }], quiet: [goods] },
    'same-class': { fires: [{ ...goods, relation: 'SAME_CLASS' }], quiet: [goods] },
    'named-later': {
      fires: [{ ...goods, relation: 'NAMED_LATER' }],
      quiet: [goods, { ...goods, relation: 'SAME_CLASS' }],
    },
    'same-document': { fires: [{ ...goods, sameDocument: true }], quiet: [goods] },
    'relabelled-same-weight': {
      fires: [{ ...goods, relation: 'RELABELLED', weight: 'MATCHES' }],
      quiet: [
        { ...goods, relation: 'RELABELLED', weight: 'HEAVIER' },
        { ...goods, weight: 'MATCHES' },
      ],
      missing: [{ ...goods, relation: 'RELABELLED' }],
    },
    'untold-goods': {
      fires: [
        ['PAPER_UNKNOWN', { ...goods, relation: 'PAPER_UNKNOWN' }],
        ['CARRIED_UNKNOWN', { ...goods, relation: 'CARRIED_UNKNOWN', weight: 'LIGHTER' }],
        ['BOTH_UNKNOWN', { ...goods, relation: 'BOTH_UNKNOWN' }],
      ],
      quiet: [
        goods,
        { ...goods, relation: 'PAPER_UNKNOWN', weight: 'MATCHES' },
        { ...goods, relation: 'BOTH_UNKNOWN', sameDocument: true },
      ],
    },
    'other-words': {
      fires: [{ ...goods, relation: 'OTHER_WORDS' }],
      quiet: [goods, { ...goods, relation: 'OTHER_WORDS', weight: 'MATCHES' }],
    },
    'untold-same-weight': {
      fires: [
        ['UNTOLD', { ...goods, relation: 'PAPER_UNKNOWN', weight: 'MATCHES' }],
        ['UNTOLD', { ...goods, relation: 'OTHER_WORDS', weight: 'MATCHES' }],
        ['ONE_UNNAMED', { ...goods, relation: 'SAME_CLASS', weight: 'MATCHES' }],
        ['ONE_UNNAMED', { ...goods, relation: 'NAMED_LATER', weight: 'MATCHES' }],
      ],
      quiet: [
        { ...goods, relation: 'PAPER_UNKNOWN', weight: 'LIGHTER' },
        { ...goods, relation: 'SAME_CLASS', weight: 'FAR_HEAVIER' },
        { ...goods, relation: 'RELABELLED', weight: 'MATCHES' },
        { ...goods, weight: 'MATCHES' },
      ],
      missing: [
        { ...goods, relation: 'PAPER_UNKNOWN' },
        { ...goods, relation: 'SAME_CLASS' },
      ],
    },
    'weight-differs': {
      fires: [
        ['NAMED', { ...goods, weight: 'LIGHTER' }],
        ['NAMED', { ...goods, weight: 'FAR_LIGHTER' }],
        ['UNNAMED', { ...goods, relation: 'SAME_CLASS', weight: 'HEAVIER' }],
        ['UNNAMED_FAR', { ...goods, relation: 'NAMED_LATER', weight: 'FAR_HEAVIER' }],
        ['UNTOLD', { ...goods, relation: 'PAPER_UNKNOWN', weight: 'LIGHTER' }],
        ['UNTOLD_FAR', { ...goods, relation: 'BOTH_UNKNOWN', weight: 'FAR_LIGHTER' }],
        ['RENAMED', { ...goods, relation: 'RELABELLED', weight: 'HEAVIER' }],
        ['RENAMED_FAR', { ...goods, relation: 'OTHER_WORDS', weight: 'FAR_HEAVIER' }],
      ],
      quiet: [
        { ...goods, weight: 'MATCHES' },
        { ...goods, relation: 'CONTAINED', weight: 'HEAVIER' },
      ],
      missing: [goods],
    },
  },
  quantity: {
    'quantity-matches': {
      fires: [
        ['UNIQUE', { ...lot, quantity: 'MATCHES', rarity: 'UNIQUE' }],
        ['COMMON', { ...lot, quantity: 'MATCHES', rarity: 'UNKNOWN' }],
      ],
      quiet: [lot],
      missing: [{ ...lot, quantity: 'UNKNOWN' }],
    },
    'merged-lots-match': {
      fires: [['RARE', { ...lot, quantity: 'MORE', stock: 'EQUALS', rarity: 'RARE' }]],
      quiet: [lot, { ...lot, quantity: 'MATCHES', stock: 'EQUALS' }],
      missing: [
        { ...lot, stock: 'UNKNOWN' },
        { ...lot, quantity: 'UNKNOWN', stock: 'EQUALS' },
      ],
    },
    'split-lots-match': {
      fires: [{ ...lot, split: 'EQUALS' }],
      quiet: [lot, { ...lot, quantity: 'MATCHES', split: 'EQUALS' }],
      missing: [
        { ...lot, split: 'UNKNOWN' },
        { ...lot, quantity: 'UNKNOWN', split: 'EQUALS' },
      ],
    },
    'far-less-than-arrived': {
      fires: [{ ...lot, quantity: 'FAR_LESS' }],
      quiet: [lot, { ...lot, quantity: 'FAR_LESS', split: 'EQUALS' }],
      missing: [{ ...lot, quantity: 'UNKNOWN' }],
    },
    'more-than-arrived': {
      fires: [
        ['MORE', { ...lot, quantity: 'MORE' }],
        ['FAR_MORE', { ...lot, quantity: 'FAR_MORE', stock: 'UNKNOWN' }],
      ],
      quiet: [lot, { ...lot, quantity: 'MORE', stock: 'EQUALS' }, { ...lot, quantity: 'MORE', stock: 'EXCEEDS' }],
      missing: [{ ...lot, quantity: 'UNKNOWN' }],
    },
    'more-than-stock': {
      fires: [
        ['EXCEEDS', { ...lot, stock: 'EXCEEDS' }],
        ['FAR_EXCEEDS', { ...lot, stock: 'FAR_EXCEEDS' }],
      ],
      quiet: [lot, { ...lot, stock: 'EQUALS' }],
      missing: [{ ...lot, stock: 'UNKNOWN' }],
    },
  },
  law: {
    'licence-required-none-shown': {
      fires: [required, { ...required, outcome: 'PROHIBITED' }],
      quiet: [lawful, { ...required, licence: 'SHOWN_AND_FITS' }, { ...lawful, outcome: 'EXCEPTION_AVAILABLE' }],
      missing: [
        { ...required, licence: 'UNKNOWN' },
        { ...lawful, outcome: 'UNKNOWN' },
      ],
    },
    'licence-would-be-denied': {
      fires: [
        { ...required, review: 'PRESUMPTION_OF_DENIAL', licence: 'UNKNOWN' },
        { ...required, review: 'POLICY_OF_DENIAL' },
      ],
      quiet: [required, { ...required, review: 'POLICY_OF_DENIAL', licence: 'SHOWN_AND_FITS' }, lawful],
      missing: [
        { ...required, review: undefined },
        { ...required, outcome: 'UNKNOWN', review: 'POLICY_OF_DENIAL' },
      ],
    },
    'prohibited': {
      fires: [{ ...lawful, outcome: 'PROHIBITED' }],
      quiet: [required],
      missing: [{ ...lawful, outcome: 'UNKNOWN' }],
    },
    'licence-does-not-hold': {
      fires: [
        ['SHOWN_NOT_FOUND', { ...required, licence: 'SHOWN_NOT_FOUND' }],
        ['SHOWN_DOES_NOT_FIT', { ...required, licence: 'SHOWN_DOES_NOT_FIT' }],
      ],
      quiet: [required, { ...required, licence: 'SHOWN_AND_FITS' }],
      missing: [{ ...required, licence: 'UNKNOWN' }],
    },
    'exception-fails': {
      fires: [{ ...lawful, exceptionFails: true }],
      quiet: [lawful],
      missing: [{ ...lawful, exceptionFails: undefined }],
    },
    'cap-exceeded': {
      fires: [
        ['CERTAIN', { ...lawful, capExceeded: 'CERTAIN' }],
        ['NOT_EXCLUDED', { ...lawful, capExceeded: 'NOT_EXCLUDED' }],
      ],
      quiet: [lawful],
      missing: [{ ...lawful, capExceeded: undefined }],
    },
    'listed-party': {
      fires: [
        ['CERTAIN', { ...lawful, listed: 'CERTAIN' }],
        ['NOT_EXCLUDED', { ...lawful, listed: 'NOT_EXCLUDED' }],
      ],
      quiet: [lawful],
      missing: [{ ...lawful, listed: undefined }],
    },
    'owned-by-listed': {
      fires: [['NOT_EXCLUDED', { ...lawful, ownedByListed: 'NOT_EXCLUDED' }]],
      quiet: [lawful],
      missing: [{ ...lawful, ownedByListed: undefined }],
    },
    'destination-in-tier-3': {
      fires: [{ ...undecided, destinationTier3: true }],
      quiet: [undecided, { ...lawful, destinationTier3: true }, { ...covered, destinationTier3: true }],
      missing: [{ ...undecided, destinationTier3: undefined }],
    },
    'headquarters-in-tier-3': {
      fires: [{ ...undecided, headquartersTier3: true }],
      quiet: [undecided, { ...undecided, headquartersTier3: true, destinationTier3: true }],
      missing: [{ ...undecided, headquartersTier3: undefined }],
    },
    'parent-in-tier-3': {
      fires: [
        ['CERTAIN', { ...undecided, parentTier3: 'CERTAIN' }],
        ['NOT_EXCLUDED', { ...undecided, parentTier3: 'NOT_EXCLUDED' }],
      ],
      quiet: [undecided, { ...undecided, parentTier3: 'CERTAIN', headquartersTier3: true }],
      missing: [{ ...undecided, parentTier3: undefined }],
    },
  },
  party: {
    'young-at-first-order': {
      fires: [
        ['FRESH', { ageAtFirstOrder: 'FRESH' }],
        ['RECENT', { ageAtFirstOrder: 'RECENT' }],
      ],
      quiet: [{ ageAtFirstOrder: 'OLD' }],
      missing: [{}],
    },
    'founded-after-control': {
      fires: [{ foundedAfterControl: true }],
      quiet: [{ foundedAfterControl: false }],
      missing: [{}],
    },
    'no-web-presence': { fires: [{ webPresence: false }], quiet: [{ webPresence: true }], missing: [{}] },
    'sector-does-not-fit': { fires: [{ sectorFits: false }], quiet: [{ sectorFits: true }], missing: [{}] },
    'middleman-as-end-user': {
      fires: [
        ['FORWARDER', { endUserRole: 'FORWARDER' }],
        ['TRADER', { endUserRole: 'TRADER' }],
      ],
      quiet: [{ endUserRole: 'OTHER' }],
      missing: [{}],
    },
    'forwarder-as-final-consignee': {
      fires: [{ forwarderFinal: true }],
      quiet: [{ forwarderFinal: false }],
      missing: [{}],
    },
    'address-shared-with-listed': {
      fires: [
        ['FEW', { addressShared: 'FEW' }],
        ['MANY', { addressShared: 'MANY' }],
      ],
      quiet: [{ addressShared: 'NONE' }],
      missing: [{}],
    },
    'officer-shared-with-listed': {
      fires: [['SOME', { officerShared: 'SOME' }]],
      quiet: [{ officerShared: 'NONE' }],
      missing: [{}],
    },
    'parent-hidden': { fires: [{ parentHidden: true }], quiet: [{ parentHidden: false }], missing: [{}] },
    'successor-of-listed': {
      fires: [{ successorOfListed: true }],
      quiet: [{ successorOfListed: false }],
      missing: [{}],
    },
    'tied-party-listed': {
      fires: [['CERTAIN', { partyListed: 'CERTAIN' }]],
      quiet: [{ partyListed: 'NO' }],
      missing: [{}],
    },
  },
  money: {
    'third-party-payer': {
      fires: [{ payer: 'THIRD_PARTY' }],
      quiet: [{ payer: 'BUYER' }, { payer: 'RELATED' }],
      missing: [{}],
    },
    'paid-from-tier-3': { fires: [{ paidFromTier3: true }], quiet: [{ paidFromTier3: false }], missing: [{}] },
    'price-far-from-usual': {
      fires: [
        ['FAR_BELOW', { price: 'FAR_BELOW' }],
        ['FAR_ABOVE', { price: 'FAR_ABOVE' }],
      ],
      quiet: [{ price: 'USUAL' }],
      missing: [{}],
    },
  },
  pattern: {
    'demand-handed-over': { fires: [{ demandHandedOver: true }], quiet: [{ demandHandedOver: false }], missing: [{}] },
    'just-under-threshold': { fires: [{ underThreshold: true }], quiet: [{ underThreshold: false }], missing: [{}] },
    'beyond-site-power': {
      fires: [['FAR_BEYOND', { power: 'FAR_BEYOND' }]],
      quiet: [{ power: 'FITS' }],
      missing: [{}],
    },
    'roundabout-way': { fires: [{ roundabout: true }], quiet: [{ roundabout: false }], missing: [{}] },
    'sends-on-nearly-all': {
      fires: [{ sentOn: 'NEARLY_ALL', distributes: false }],
      quiet: [{ sentOn: 'NEARLY_ALL', distributes: true }, { sentOn: 'SOME' }],
      missing: [{ sentOn: 'NEARLY_ALL' }, { distributes: false }],
    },
  },
  exculpatory: {
    'site-verified': { fires: [{ siteVerified: true }], quiet: [{ siteVerified: false }], missing: [{}] },
    'authorization-fits': {
      fires: [{ authorizationFits: true }],
      quiet: [{ authorizationFits: false }],
      missing: [{}],
    },
    'returned-to-maker': { fires: [{ returnsToMaker: true }], quiet: [{ returnsToMaker: false }], missing: [{}] },
    'kept-deliveries': {
      fires: [['MANY', { keptDeliveries: 'MANY' }]],
      quiet: [{ keptDeliveries: 'FEW' }],
      missing: [{}],
    },
    'back-to-allies': { fires: [{ backToAllies: true }], quiet: [{ backToAllies: false }], missing: [{}] },
    'retail-volume': { fires: [{ retailVolume: true }], quiet: [{ retailVolume: false }], missing: [{}] },
  },
  tie: {
    'by-ownership': {
      fires: [
        ['MAJORITY', { ...tied, share: 'MAJORITY' }],
        ['UNKNOWN', tied],
      ],
      quiet: [{ ...tied, link: 'CONTROLS' }],
    },
    'by-control': { fires: [{ ...tied, link: 'CONTROLS' }], quiet: [tied] },
    'by-association': { fires: [{ ...tied, link: 'ASSOCIATE' }], quiet: [tied] },
    'by-common-owner': { fires: [{ ...tied, link: 'COMMON_OWNER' }], quiet: [tied] },
    'by-shared-officer': {
      fires: [
        ['FEW', { ...tied, link: 'OFFICER', sharedBy: 'FEW' }],
        ['MANY', { ...tied, link: 'OFFICER' }],
      ],
      quiet: [{ ...tied, link: 'ADDRESS', sharedBy: 'FEW' }],
    },
    'by-shared-address': { fires: [['SOME', { ...tied, link: 'ADDRESS', sharedBy: 'SOME' }]], quiet: [tied] },
    'tie-not-certain': { fires: [{ ...tied, certainty: 'NOT_EXCLUDED' }], quiet: [tied] },
  },
  start: {
    'goods-at-start-unsure': {
      fires: [
        ['HEADING', { control: 'HEADING' }],
        ['UNKNOWN', { control: 'UNKNOWN' }],
      ],
      quiet: [{ control: 'PRODUCT' }],
    },
  },
  ending: {
    'arrives-in-target': {
      fires: [
        ['UNCOVERED', { ...end, arrival: undecided }],
        ['LAWFUL', { ...end, arrival: covered }],
      ],
      quiet: [{ ...end, kind: 'BY_CONTROL' }],
    },
    'stops-under-control': {
      fires: [
        ['CERTAIN', { ...end, kind: 'BY_CONTROL' }],
        ['NOT_EXCLUDED_OPEN', { ...end, kind: 'BY_CONTROL', certainty: 'NOT_EXCLUDED', open: true }],
      ],
      quiet: [end],
    },
    'stops-near-target': { fires: [['CERTAIN_OPEN', { ...end, kind: 'POTENTIAL', open: true }]], quiet: [end] },
  },
  once: { 'counted-in-the-ending': { fires: [[-128, { takenBack: 128 }]], quiet: [] } },
};
