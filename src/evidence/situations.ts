/**
 * What a flag may look at: one small plain object a family, of classes and booleans, never ids or graphs.
 *
 * A fact that is missing is `undefined` (or `UNKNOWN`, where a class is an index of a table): it is neither
 * yes nor no. Class lists are tuples because their order is the order of codes in the search's tables.
 */
import type { Certainty } from '../model/day.js';

/** A fact, or undefined where it is missing. */
export type Known<T = boolean> = T | undefined;

/**
 * How it is known that the goods are controlled; each stands for a probability in `score.yaml`. `PRICED_WORDS`
 * and `PRICED_HEADING`: with a price that hardly anything else has under the heading.
 */
export const CONTROL_BASES = [
  'PRODUCT',
  'ECCN',
  'PRICED_WORDS',
  'WORDS',
  'PRICED_HEADING',
  'HEADING',
  'UNKNOWN',
  'NOT_CONTROLLED',
] as const;
export type ControlBasis = (typeof CONTROL_BASES)[number];

/**
 * What the goods carried are to what the next paper says; the index is the code in `Goods.relation`.
 * `SAME_CLASS`: one side names no product. `NAMED_LATER`: told by a heading so far, and the paper names a controlled
 * product that travels under it. `RELABELLED`: a known change of heading or words, which holds only
 * where weight or quantity matches. `OTHER_WORDS`: words that name something else and do not exclude the goods.
 */
export const RELATIONS = [
  'INCOMPATIBLE',
  'SAME_PRODUCT',
  'CONTAINED',
  'SAME_CLASS',
  'NAMED_LATER',
  'RELABELLED',
  'PAPER_UNKNOWN',
  'CARRIED_UNKNOWN',
  'BOTH_UNKNOWN',
  'OTHER_WORDS',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Kilograms a piece, onward against arriving. Order of `Weights.weightEdges`. */
export const WEIGHT_CLASSES = ['UNKNOWN', 'FAR_LIGHTER', 'LIGHTER', 'MATCHES', 'HEAVIER', 'FAR_HEAVIER'] as const;
/** Chips, onward lot against arriving lot. Order of `Weights.quantityEdges`. */
export const QUANTITY_CLASSES = ['UNKNOWN', 'FAR_LESS', 'PART', 'MATCHES', 'MORE', 'FAR_MORE'] as const;
/** Price a chip, onward against arriving. Order of `Weights.valueEdges`. */
export const VALUE_CLASSES = ['UNKNOWN', 'BIG_DROP', 'AS_BEFORE', 'BIG_RISE'] as const;
/** How rare the onward quantity is among lots of such goods. Codes of `Movements.rarity`. */
export const RARITY_CLASSES = ['UNKNOWN', 'COMMON', 'UNCOMMON', 'RARE', 'UNIQUE'] as const;
/** The onward lot against all compatible arrivals of the window, by the edges of quantity. Codes of `Movements.stock`. */
export const STOCK_CLASSES = ['UNKNOWN', 'WITHIN', 'EQUALS', 'EXCEEDS', 'FAR_EXCEEDS'] as const;
/** All onward lots together against what arrived. Codes of `Movements.split`. */
export const SPLIT_CLASSES = ['UNKNOWN', 'NONE', 'LESS', 'EQUALS', 'MORE'] as const;
/** How long the goods stay; one a dwell bucket, shortest first. */
export const DWELL_CLASSES = ['DAYS', 'WEEKS', 'MONTHS'] as const;

export interface GoodsSituation {
  readonly relation: Exclude<Relation, 'INCOMPATIBLE'>;
  readonly weight: (typeof WEIGHT_CLASSES)[number];
  readonly sameDocument: boolean;
}

export interface QuantitySituation {
  readonly quantity: (typeof QUANTITY_CLASSES)[number];
  readonly rarity: (typeof RARITY_CLASSES)[number];
  readonly stock: (typeof STOCK_CLASSES)[number];
  readonly split: (typeof SPLIT_CLASSES)[number];
}

export interface TimeSituation {
  readonly dwell: (typeof DWELL_CLASSES)[number];
}

export interface ValueSituation {
  readonly value: (typeof VALUE_CLASSES)[number];
}

export interface DestinationSituation {
  /** The arriving paper names as end user the party the onward movement goes to, neither its consignee nor in Tier 3. */
  readonly declared: boolean;
}

/** The pair of movements and the stay between them. */
export type ContinuationSituation = GoodsSituation &
  QuantitySituation &
  TimeSituation &
  ValueSituation &
  DestinationSituation;

/** What the search found the share of the choice to be; `share` in sixty-fourths, never above zero. */
export interface ChoiceSituation {
  readonly share: number;
  /** Fit of the onward movement, in 1/256. */
  readonly fit: number;
  /** Sum of the fits of all candidates, this one included, in 1/256. */
  readonly sumOfFits: number;
  readonly candidates: number;
}

type Outcome = 'NO_LICENCE_REQUIRED' | 'EXCEPTION_AVAILABLE' | 'UNKNOWN' | 'LICENCE_REQUIRED' | 'PROHIBITED';
type Review = 'PRESUMPTION_OF_APPROVAL' | 'CASE_BY_CASE' | 'PRESUMPTION_OF_DENIAL' | 'POLICY_OF_DENIAL' | 'NOT_STATED';
type LicenceState = 'SHOWN_AND_FITS' | 'SHOWN_NOT_FOUND' | 'SHOWN_DOES_NOT_FIT' | 'NOT_SHOWN' | 'UNKNOWN';

/** A movement's judgement on its papers, with the goods carried. */
export interface LawSituation {
  readonly control: ControlBasis;
  readonly outcome: Outcome;
  readonly review?: Known<Review>;
  /** `NOT_SHOWN` only where the data set fills that column at all. */
  readonly licence: LicenceState;
  /** False also where no exception is claimed. */
  readonly exceptionFails?: Known;
  readonly capExceeded?: Known<Certainty>;
  /** Any party of the movement is on a list that forbids or restricts it. */
  readonly listed?: Known<Certainty>;
  /** Any party of the movement is owned 50 % or more by listed parties. */
  readonly ownedByListed?: Known<Certainty>;
  readonly destinationTier3?: Known;
  /** Headquarters of the consignee itself. */
  readonly headquartersTier3?: Known;
  /** Headquarters of the consignee's ultimate parent. */
  readonly parentTier3?: Known<Certainty>;
}

/** Days from founding to first order, days under the edges of `score.yaml`. */
export const AGE_CLASSES = ['FRESH', 'YOUNG', 'RECENT', 'OLD'] as const;
/** How many firms share an address or an officer. */
export const SHARED_CLASSES = ['FEW', 'SOME', 'MANY'] as const;
type Shared = (typeof SHARED_CLASSES)[number];

/** A party's own flags: of the consignee on arrival, of a tied party, of the shipper at the origin. */
export interface PartySituation {
  readonly ageAtFirstOrder?: Known<(typeof AGE_CLASSES)[number]>;
  /** Founded on or after the day the first control on such chips took effect. */
  readonly foundedAfterControl?: Known;
  /** Undefined where the data set does not fill the web site column at all. */
  readonly webPresence?: Known;
  readonly sectorFits?: Known;
  /** What the declared end user does, as far as its roles tell. */
  readonly endUserRole?: Known<'FORWARDER' | 'TRADER' | 'OTHER'>;
  /** The consignee is a forwarder and nothing that could be these goods is seen to leave it in the window. */
  readonly forwarderFinal?: Known;
  /** Firms at the address it shares with a listed or flagged party; `NONE` shares none. */
  readonly addressShared?: Known<Shared | 'NONE'>;
  /** Firms of the officer it shares with a listed or flagged party; `NONE` shares none. */
  readonly officerShared?: Known<Shared | 'NONE'>;
  /** An owner or a share on the way to its ultimate parent is not known although owners are recorded. */
  readonly parentHidden?: Known;
  /** Began at a listed party's address or under its officer within a year after the listing. */
  readonly successorOfListed?: Known;
  readonly partyListed?: Known<Certainty>;
}

/** Price a piece against the usual one of the product. */
export const PRICE_CLASSES = ['FAR_BELOW', 'USUAL', 'FAR_ABOVE'] as const;

export interface MoneySituation {
  /** `RELATED`: in the buyer's ownership group, or the declared end user. */
  readonly payer?: Known<'BUYER' | 'RELATED' | 'THIRD_PARTY'>;
  /** Paid from Tier 3 for a consignee that is not there itself. */
  readonly paidFromTier3?: Known;
  readonly price?: Known<(typeof PRICE_CLASSES)[number]>;
}

/** Power needed by all that arrived against the feed of the site. */
export const POWER_CLASSES = ['FITS', 'BEYOND', 'FAR_BEYOND'] as const;
/** Share of what a party takes in that is seen to leave it again. */
export const SENT_ON_CLASSES = ['LITTLE', 'SOME', 'NEARLY_ALL'] as const;
/** Deliveries that stayed longer than the dwell window. */
export const KEPT_CLASSES = ['FEW', 'SOME', 'MANY'] as const;

export interface PatternSituation {
  /** Orders began when another young buyer of such goods, at its address or under its officer, fell silent. */
  readonly demandHandedOver?: Known;
  /** One of several orders just under a threshold of the day. */
  readonly underThreshold?: Known;
  readonly power?: Known<(typeof POWER_CLASSES)[number]>;
  /** The way by the countries of transit is far longer than the direct one. */
  readonly roundabout?: Known;
  readonly sentOn?: Known<(typeof SENT_ON_CLASSES)[number]>;
  /** Distribution, trade or carriage is its declared business, so that sending on is expected. */
  readonly distributes?: Known;
}

export interface ExculpatorySituation {
  /** On a day after the delivery somebody saw the site, with power for all that arrived. */
  readonly siteVerified?: Known;
  /** By party, period and quantity, and the goods are not all seen to leave again. */
  readonly authorizationFits?: Known;
  /** The consignee made the goods or had shipped them before. */
  readonly returnsToMaker?: Known;
  readonly keptDeliveries?: Known<(typeof KEPT_CLASSES)[number]>;
  /** From a place in Tier 2 or 3 to one in Tier 0 or 1. */
  readonly backToAllies?: Known;
  /** Cards sold to consumers, in lots a shop would order. */
  readonly retailVolume?: Known;
}

/** All that a movement with its arrival brings, but law. */
export type MovementSituation = PartySituation & MoneySituation & PatternSituation & ExculpatorySituation;

/** The goods of the first paper. */
export interface StartSituation {
  readonly control: ControlBasis;
}

/** `COMMON_OWNER`: one direct owner in common. */
export const TIE_LINKS = ['OWNS', 'CONTROLS', 'ASSOCIATE', 'COMMON_OWNER', 'OFFICER', 'ADDRESS'] as const;

export interface TieSituation {
  readonly link: (typeof TIE_LINKS)[number];
  readonly certainty: Exclude<Certainty, 'NO'>;
  /** Of `OWNS`. */
  readonly share?: Known<'MAJORITY' | 'MINORITY'>;
  /** Of `OFFICER` and `ADDRESS`: how many firms share it. */
  readonly sharedBy?: Known<Shared>;
}

/** What the ending rests on. `PARTY`: the consignee is the party asked for. `TIE`: a tie to the target. */
export const GROUNDS = ['PLACE', 'HEADQUARTERS', 'PARENT', 'OWNED_BY_LISTED', 'LISTED', 'PARTY', 'TIE'] as const;

export interface EndingSituation {
  readonly kind: 'OBSERVED' | 'BY_CONTROL' | 'POTENTIAL';
  readonly certainty: Exclude<Certainty, 'NO'>;
  /** The window is not over at the last day of the data, or the quantity is not known. */
  readonly open: boolean;
  readonly control: ControlBasis;
  readonly ground: (typeof GROUNDS)[number];
  /** The place, headquarters or parent the ending rests on is in Tier 3. */
  readonly inTier3: boolean;
  /** Law of the last movement with the same goods; what the ending repeats of it is taken back. */
  readonly arrival: LawSituation;
}

/** What the last arrival's law already counted of the ending's ground, in sixty-fourths. */
export interface OnceSituation {
  readonly takenBack: number;
}

/** Which situation each family reads; families of one carrier never overlap, so that their sums add. */
export interface SituationOf {
  readonly hop: object;
  readonly choice: ChoiceSituation;
  readonly time: TimeSituation;
  readonly goods: GoodsSituation;
  readonly quantity: QuantitySituation;
  readonly value: ValueSituation;
  readonly destination: DestinationSituation;
  readonly law: LawSituation;
  readonly party: PartySituation;
  readonly money: MoneySituation;
  readonly pattern: PatternSituation;
  readonly exculpatory: ExculpatorySituation;
  readonly tie: TieSituation;
  readonly start: StartSituation;
  readonly ending: EndingSituation;
  readonly once: OnceSituation;
}
export type Family = keyof SituationOf;
