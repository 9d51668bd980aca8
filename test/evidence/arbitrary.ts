/** Random situations and routes, for property tests. */
import fc from 'fast-check';
import type { Carrier } from '../../src/evidence/score.js';
import {
  AGE_CLASSES,
  CONTROL_BASES,
  type ContinuationSituation,
  DWELL_CLASSES,
  type EndingSituation,
  GROUNDS,
  KEPT_CLASSES,
  type LawSituation,
  type MovementSituation,
  type PartySituation,
  POWER_CLASSES,
  PRICE_CLASSES,
  QUANTITY_CLASSES,
  RARITY_CLASSES,
  RELATIONS,
  SENT_ON_CLASSES,
  SHARED_CLASSES,
  SPLIT_CLASSES,
  STOCK_CLASSES,
  TIE_LINKS,
  type TieSituation,
  VALUE_CLASSES,
  WEIGHT_CLASSES,
} from '../../src/evidence/situations.js';

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const known = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
const bool = known([true, false]);
const certainty = known(['CERTAIN', 'NOT_EXCLUDED', 'NO'] as const);
const held = oneOf(['CERTAIN', 'NOT_EXCLUDED'] as const);
const control = oneOf(CONTROL_BASES);

export const anyContinuation: fc.Arbitrary<ContinuationSituation> = fc.record({
  relation: oneOf(RELATIONS.filter((relation) => relation !== 'INCOMPATIBLE')),
  weight: oneOf(WEIGHT_CLASSES),
  sameDocument: fc.boolean(),
  quantity: oneOf(QUANTITY_CLASSES),
  rarity: oneOf(RARITY_CLASSES),
  stock: oneOf(STOCK_CLASSES),
  split: oneOf(SPLIT_CLASSES),
  dwell: oneOf(DWELL_CLASSES),
  value: oneOf(VALUE_CLASSES),
  declared: fc.boolean(),
});

const anyLaw: fc.Arbitrary<LawSituation> = fc.record({
  control,
  outcome: oneOf(['NO_LICENCE_REQUIRED', 'EXCEPTION_AVAILABLE', 'UNKNOWN', 'LICENCE_REQUIRED', 'PROHIBITED'] as const),
  review: known(['CASE_BY_CASE', 'PRESUMPTION_OF_DENIAL', 'POLICY_OF_DENIAL', 'NOT_STATED'] as const),
  licence: oneOf(['SHOWN_AND_FITS', 'SHOWN_NOT_FOUND', 'SHOWN_DOES_NOT_FIT', 'NOT_SHOWN', 'UNKNOWN'] as const),
  exceptionFails: bool,
  capExceeded: certainty,
  listed: certainty,
  ownedByListed: certainty,
  destinationTier3: bool,
  headquartersTier3: bool,
  parentTier3: certainty,
});

const partyFields = {
  ageAtFirstOrder: known(AGE_CLASSES),
  foundedAfterControl: bool,
  webPresence: bool,
  sectorFits: bool,
  endUserRole: known(['FORWARDER', 'TRADER', 'OTHER'] as const),
  forwarderFinal: bool,
  addressShared: known([...SHARED_CLASSES, 'NONE'] as const),
  officerShared: known([...SHARED_CLASSES, 'NONE'] as const),
  parentHidden: bool,
  successorOfListed: bool,
  partyListed: certainty,
};
const anyParty: fc.Arbitrary<PartySituation> = fc.record(partyFields);

export const anyMovement: fc.Arbitrary<MovementSituation> = fc.record({
  ...partyFields,
  payer: known(['BUYER', 'RELATED', 'THIRD_PARTY'] as const),
  paidFromTier3: bool,
  price: known(PRICE_CLASSES),
  demandHandedOver: bool,
  underThreshold: bool,
  power: known(POWER_CLASSES),
  roundabout: bool,
  sentOn: known(SENT_ON_CLASSES),
  distributes: bool,
  siteVerified: bool,
  authorizationFits: bool,
  returnsToMaker: bool,
  keptDeliveries: known(KEPT_CLASSES),
  backToAllies: bool,
  retailVolume: bool,
});

const anyTie: fc.Arbitrary<TieSituation> = fc.record({
  link: oneOf(TIE_LINKS),
  certainty: held,
  share: known(['MAJORITY', 'MINORITY'] as const),
  sharedBy: known(SHARED_CLASSES),
});

const anyChoice = fc.record({
  share: fc.integer({ min: -2000, max: 0 }),
  fit: fc.integer({ min: 1, max: 256 }),
  sumOfFits: fc.integer({ min: 1, max: 100_000 }),
  candidates: fc.integer({ min: 1, max: 1000 }),
});

const anyEnding = (arrival: LawSituation): fc.Arbitrary<EndingSituation> =>
  fc.record({
    kind: oneOf(['OBSERVED', 'BY_CONTROL', 'POTENTIAL'] as const),
    certainty: held,
    open: fc.boolean(),
    control: fc.constant(arrival.control),
    ground: oneOf(GROUNDS),
    inTier3: fc.boolean(),
    arrival: fc.constant(arrival),
  });

/** An origin, two to five movements with their continuations, sometimes a tie, and an ending. */
export const anyRoute: fc.Arbitrary<readonly Carrier[]> = fc
  .record({
    origin: anyParty,
    start: control,
    movements: fc.array(fc.tuple(anyLaw, anyMovement), { minLength: 2, maxLength: 5 }),
    pairs: fc.array(fc.tuple(anyContinuation, anyChoice), { minLength: 4, maxLength: 4 }),
    ties: fc.array(fc.option(fc.tuple(anyTie, anyParty), { nil: undefined }), { minLength: 4, maxLength: 4 }),
  })
  .chain(({ origin, start, movements, pairs, ties }) => {
    const carriers: Carrier[] = [{ kind: 'origin', name: 'origin', party: origin, start: { control: start } }];
    for (const [i, [law, rest]] of movements.entries()) {
      carriers.push({ kind: 'movement', name: `m${i}`, law, rest });
      const pair = pairs[i];
      if (i === movements.length - 1 || pair === undefined) continue;
      carriers.push({ kind: 'continuation', name: `m${i} m${i + 1}`, pair: pair[0], choice: pair[1] });
      const tie = ties[i];
      if (tie) carriers.push({ kind: 'tie', name: `t${i}`, tie: tie[0], party: tie[1] });
    }
    const last = (movements.at(-1) as [LawSituation, MovementSituation])[0];
    return anyEnding(last).map((ending): readonly Carrier[] => [...carriers, { kind: 'ending', name: 'end', ending }]);
  });
