/** What each carrier of evidence brings: movements, continuations, ties, origins and endings. */

import { sumOf, type Weighing, weighFamily } from './family.js';
import type { Evidence } from './flag.js';
import type {
  ChoiceSituation,
  ContinuationSituation,
  EndingSituation,
  LawSituation,
  MovementSituation,
  PartySituation,
  StartSituation,
  TieSituation,
} from './situations.js';

/** A movement with the arrival at its consignee, all but law: party, money, pattern, exculpatory. */
export function movementBits(evidence: Evidence, situation: MovementSituation): Weighing {
  return sumOf([
    weighFamily(evidence, 'movement', 'party', situation),
    weighFamily(evidence, 'movement', 'money', situation),
    weighFamily(evidence, 'movement', 'pattern', situation),
    weighFamily(evidence, 'movement', 'exculpatory', situation),
  ]);
}

/** The law of a movement, in proportion to the probability that the goods carried are controlled. */
export function lawBits(evidence: Evidence, situation: LawSituation): Weighing {
  const probability = evidence.settings.controlled[situation.control];
  return weighFamily(evidence, 'movement', 'law', situation, probability);
}

/** A continuation without its share of the choice: what `continuationTables` holds. */
export function continuationBits(evidence: Evidence, situation: ContinuationSituation): Weighing {
  return sumOf([
    weighFamily(evidence, 'continuation', 'hop', situation),
    weighFamily(evidence, 'continuation', 'time', situation),
    weighFamily(evidence, 'continuation', 'goods', situation),
    weighFamily(evidence, 'continuation', 'quantity', situation),
    weighFamily(evidence, 'continuation', 'value', situation),
    weighFamily(evidence, 'continuation', 'destination', situation),
  ]);
}

/** The share of the choice, as the search found it. */
export function choiceBits(evidence: Evidence, situation: ChoiceSituation): Weighing {
  return weighFamily(evidence, 'continuation', 'choice', situation);
}

/** A tie alone, without the party it leads to. */
export function tieBits(evidence: Evidence, situation: TieSituation): Weighing {
  return weighFamily(evidence, 'tie', 'tie', situation);
}

/** The party goods pass to by a tie, whichever tie. */
export function tiedPartyBits(evidence: Evidence, situation: PartySituation): Weighing {
  return weighFamily(evidence, 'tie', 'party', situation);
}

/** The party a route leaves from. */
export function originBits(evidence: Evidence, situation: PartySituation): Weighing {
  return weighFamily(evidence, 'origin', 'party', situation);
}

/** The goods of the first paper. */
export function startBits(evidence: Evidence, situation: StartSituation): Weighing {
  return weighFamily(evidence, 'origin', 'start', situation);
}

/**
 * The ending, in proportion to the probability that the goods are controlled. What the law of the last
 * arrival already said of the ending's ground (place, headquarters, parent, listing) is taken back, so that
 * it counts once.
 */
export function endingBits(evidence: Evidence, situation: EndingSituation): Weighing {
  const probability = evidence.settings.controlled[situation.control];
  const arrival = { ...situation.arrival, control: situation.control };
  const rest = { ...arrival, ...saidByEnding(situation) };
  const takenBack = lawBits(evidence, arrival).bits - lawBits(evidence, rest).bits;
  return sumOf([
    weighFamily(evidence, 'ending', 'ending', situation, probability),
    weighFamily(evidence, 'ending', 'once', { takenBack }),
  ]);
}

/** What of the last arrival's law an ending says again, as it would be were it not so. */
export function saidByEnding({ ground, inTier3 }: EndingSituation): Partial<LawSituation> {
  switch (ground) {
    case 'PLACE':
    case 'HEADQUARTERS':
    case 'PARENT':
      return inTier3 ? { destinationTier3: false, headquartersTier3: false, parentTier3: 'NO' } : {};
    case 'OWNED_BY_LISTED':
    case 'LISTED':
      return { listed: 'NO', ownedByListed: 'NO' };
    case 'PARTY':
    case 'TIE':
      return {};
  }
}
