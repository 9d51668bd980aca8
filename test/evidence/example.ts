/** Carriers of a plain case: a maker, lawful and unlawful movements, an ordinary pair and a shell's, an ending. */
import type { Carrier, Score } from '../../src/evidence/score.js';
import type {
  ContinuationSituation,
  EndingSituation,
  LawSituation,
  MovementSituation,
} from '../../src/evidence/situations.js';

export const lawful: LawSituation = {
  control: 'PRODUCT',
  outcome: 'NO_LICENCE_REQUIRED',
  licence: 'NOT_SHOWN',
  exceptionFails: false,
  capExceeded: 'NO',
  listed: 'NO',
  ownedByListed: 'NO',
  destinationTier3: false,
  headquartersTier3: false,
  parentTier3: 'NO',
};
export const toTier3: LawSituation = {
  ...lawful,
  outcome: 'LICENCE_REQUIRED',
  review: 'PRESUMPTION_OF_DENIAL',
  destinationTier3: true,
};
/** A party about which everything is known and nothing stands out. */
export const ordinary: MovementSituation = {
  ageAtFirstOrder: 'OLD',
  foundedAfterControl: false,
  webPresence: true,
  sectorFits: true,
  endUserRole: 'OTHER',
  forwarderFinal: false,
  addressShared: 'NONE',
  officerShared: 'NONE',
  parentHidden: false,
  successorOfListed: false,
  partyListed: 'NO',
  payer: 'BUYER',
  paidFromTier3: false,
  price: 'USUAL',
  demandHandedOver: false,
  underThreshold: false,
  power: 'FITS',
  roundabout: false,
  sentOn: 'SOME',
  distributes: true,
  siteVerified: false,
  authorizationFits: false,
  returnsToMaker: false,
  keptDeliveries: 'FEW',
  backToAllies: false,
  retailVolume: false,
};
export const ordinaryPair: ContinuationSituation = {
  relation: 'SAME_PRODUCT',
  weight: 'MATCHES',
  sameDocument: false,
  quantity: 'PART',
  rarity: 'COMMON',
  stock: 'WITHIN',
  split: 'MORE',
  dwell: 'DAYS',
  value: 'AS_BEFORE',
  declared: false,
};
export const shellPair: ContinuationSituation = {
  ...ordinaryPair,
  quantity: 'MATCHES',
  rarity: 'UNIQUE',
  stock: 'EQUALS',
  split: 'EQUALS',
  dwell: 'WEEKS',
};

const share = (candidates: number) => ({
  share: Math.floor(Math.log2(1 / candidates) * 64),
  fit: 179,
  sumOfFits: 179 * candidates,
  candidates,
});
export const origin: Carrier = { kind: 'origin', name: 'maker', party: ordinary, start: { control: 'PRODUCT' } };
export const movement = (name: string, law = lawful, rest = ordinary): Carrier => ({
  kind: 'movement',
  name,
  law,
  rest,
});
export const onward = (name: string, pair: ContinuationSituation, candidates: number): Carrier => ({
  kind: 'continuation',
  name,
  pair,
  choice: share(candidates),
});
export const observed: EndingSituation = {
  kind: 'OBSERVED',
  certainty: 'CERTAIN',
  open: false,
  control: 'PRODUCT',
  ground: 'PLACE',
  inTier3: true,
  arrival: toTier3,
};
export const ending = (change: Partial<EndingSituation> = {}): Carrier => ({
  kind: 'ending',
  name: 'end',
  ending: { ...observed, ...change },
});
export const direct = [origin, movement('s1'), onward('s1 s2', shellPair, 1), movement('s2', toTier3), ending()];

export const bitsOf = (score: Score, flag: string) =>
  score.parts.filter((part) => part.flag === flag).map(({ bits }) => bits);
