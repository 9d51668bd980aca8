/** The facts each family's predicates may read, by name, so that a flag's `needs` can be checked. */
import type { Family, SituationOf } from './situations.js';

/** Keys of T as a list that names each one, or it does not compile. */
function keysOf<T>(keys: Readonly<Record<keyof T, true>>): readonly string[] {
  return Object.keys(keys);
}

export const NEEDS: { readonly [F in Family]: readonly string[] } = {
  hop: [],
  choice: keysOf<SituationOf['choice']>({ share: true, fit: true, sumOfFits: true, candidates: true }),
  time: keysOf<SituationOf['time']>({ dwell: true }),
  goods: keysOf<SituationOf['goods']>({ relation: true, weight: true, sameDocument: true }),
  quantity: keysOf<SituationOf['quantity']>({ quantity: true, rarity: true, stock: true, split: true }),
  value: keysOf<SituationOf['value']>({ value: true }),
  destination: keysOf<SituationOf['destination']>({ declared: true }),
  law: keysOf<SituationOf['law']>({
    control: true,
    outcome: true,
    review: true,
    licence: true,
    exceptionFails: true,
    capExceeded: true,
    listed: true,
    ownedByListed: true,
    destinationTier3: true,
    headquartersTier3: true,
    parentTier3: true,
  }),
  party: keysOf<SituationOf['party']>({
    ageAtFirstOrder: true,
    foundedAfterControl: true,
    webPresence: true,
    sectorFits: true,
    endUserRole: true,
    forwarderFinal: true,
    addressShared: true,
    officerShared: true,
    parentHidden: true,
    successorOfListed: true,
    partyListed: true,
  }),
  money: keysOf<SituationOf['money']>({ payer: true, paidFromTier3: true, price: true }),
  pattern: keysOf<SituationOf['pattern']>({
    demandHandedOver: true,
    underThreshold: true,
    power: true,
    roundabout: true,
    sentOn: true,
    distributes: true,
  }),
  exculpatory: keysOf<SituationOf['exculpatory']>({
    siteVerified: true,
    authorizationFits: true,
    returnsToMaker: true,
    keptDeliveries: true,
    backToAllies: true,
    retailVolume: true,
  }),
  tie: keysOf<SituationOf['tie']>({ link: true, certainty: true, share: true, sharedBy: true }),
  start: keysOf<SituationOf['start']>({ control: true }),
  ending: keysOf<SituationOf['ending']>({
    kind: true,
    certainty: true,
    open: true,
    control: true,
    ground: true,
    inTier3: true,
    arrival: true,
  }),
  once: keysOf<SituationOf['once']>({ takenBack: true }),
};
