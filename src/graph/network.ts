/**
 * The columns a route search reads: movements, goods, ties, weights and the question, all as numbers.
 *
 * Nothing here knows what a chip or a law is. The desk compiles facts, law and evidence into these tables
 * (`desk/projection.ts`), and every algorithm of this room reads them and nothing else, so that they can
 * live in shared memory and be searched in a worker.
 *
 * Amounts of evidence are **whole numbers of 1/64 bit** everywhere ("sixty-fourths"). `NONE` marks "not
 * possible" in Int16 tables.
 */

/** "Not possible" in tables of sixty-fourths. */
export const NONE = -0x8000;

/**
 * Movements sorted by (shipper, earliest departure, latest departure, rank). Index into every column.
 *
 * Parties are whole numbers in UTF-8 byte order of their ids, so that comparing numbers compares ids.
 * Days are whole numbers; each date is an interval, both ends included; earliest departure ≤ latest arrival.
 */
export interface Movements {
  readonly count: number;
  readonly parties: number;
  readonly shipper: Int32Array;
  readonly consignee: Int32Array;
  readonly departsEarliest: Int32Array;
  readonly departsLatest: Int32Array;
  readonly arrivesEarliest: Int32Array;
  readonly arrivesLatest: Int32Array;
  /** Order of shipment ids in UTF-8 bytes: smaller rank, smaller id. All different. */
  readonly rank: Int32Array;
  /** Code of the goods the paper names, an index into the goods tables. */
  readonly goods: Uint16Array;
  /** Pieces of the line as described; NaN where unknown. */
  readonly units: Float32Array;
  /** Kilograms a piece; NaN where unknown. */
  readonly pieceWeight: Float32Array;
  /** Price a piece in one currency; NaN where unknown. */
  readonly piecePrice: Float32Array;
  /** Lines of one document share a code; -1 where unknown. */
  readonly document: Int32Array;
  /** The party the paper names as end user where that is not the consignee; -1 otherwise. */
  readonly declaredFor: Int32Array;
  /** Class of how rare this quantity is among lots of such goods. */
  readonly rarity: Uint8Array;
  /** Class of this lot against the stock of compatible arrivals at its shipper. */
  readonly stock: Uint8Array;
  /** Class of all onward lots together against this arrival. */
  readonly split: Uint8Array;
  /** Group of movements that law and lists treat alike, a row of `Weights.law`. */
  readonly lawGroup: Int32Array;
  /** Sixty-fourths this movement brings whatever is carried, all but law. */
  readonly bits: Int16Array;
  /** Departures of party p are `departures[p] … departures[p + 1] − 1`. Length parties + 1. */
  readonly departures: Int32Array;
  /** Arrivals at party p are `arrivalsAt[arrivals[p]] … arrivalsAt[arrivals[p + 1] − 1]`, by (latest arrival, index). */
  readonly arrivals: Int32Array;
  readonly arrivalsAt: Int32Array;
  /** By party: the widest departure interval (latest − earliest) among its departures, in days. */
  readonly departureSpan: Int32Array;
  /** By party: the most days between the first and the last day one of its arrivals can come. */
  readonly arrivalSpan: Int32Array;
}

/**
 * What goods can be told about each other. `count` codes; a movement's paper names one; what is *carried*
 * along a chain is one too. Square tables are indexed `carried * count + paper`.
 */
export interface Goods {
  readonly count: number;
  /** Kind of the relation of the carried goods to what the next paper says; 0 = incompatible. */
  readonly relation: Uint8Array;
  /** What is carried on after that paper. Meaningless where incompatible. */
  readonly carry: Uint16Array;
  /** Chips in one piece; 1 where the goods do not tell. */
  readonly chipsPerPiece: Float64Array;
  /** Usual kilograms a piece, for an arriving lot without weight; NaN where unknown. */
  readonly usualPieceWeight: Float64Array;
}

/**
 * Ties: standing relations that let goods change hands unseen between two movements. Undirected. A tie or a
 * membership holds on days from `from` (included) to `until` (excluded), read as widely as its dates allow.
 *
 * Pairs are kept once for each side: ties of party p are `pairs[p] … pairs[p + 1] − 1`. A circle is a set of
 * parties any two of which are tied while both are members (a common direct owner, a shared officer, a rare
 * address): memberships of p are `memberships[p] … memberships[p + 1] − 1`; members of circle c are entries
 * `memberStart[c] … memberStart[c + 1] − 1` of the member columns. So siblings are never written as pairs.
 */
export interface Ties {
  readonly pairs: Int32Array;
  readonly pairParty: Int32Array;
  readonly pairFrom: Int32Array;
  readonly pairUntil: Int32Array;
  readonly pairBits: Int16Array;
  /** Fit factor in 1/256. */
  readonly pairFit: Uint16Array;
  /** Whatever the desk needs to name the tie again. */
  readonly pairRef: Int32Array;

  readonly memberships: Int32Array;
  readonly membershipCircle: Int32Array;
  readonly membershipFrom: Int32Array;
  readonly membershipUntil: Int32Array;

  readonly circles: number;
  readonly memberStart: Int32Array;
  readonly memberParty: Int32Array;
  readonly memberFrom: Int32Array;
  readonly memberUntil: Int32Array;
  readonly circleBits: Int16Array;
  readonly circleFit: Uint16Array;
  readonly circleRef: Int32Array;

  /** Sixty-fourths a party brings when goods pass to it by a tie, whichever tie. Length parties. */
  readonly tiedPartyBits: Int16Array;
}

/**
 * Edges cut a number into classes: class 0 is "unknown" (NaN), class 1 below the first edge, class i + 1 from
 * edge i − 1 (included) on. So n edges make n + 2 classes.
 */
export type Edges = Float64Array;

/**
 * Evidence as tables. With a the arriving movement, b the onward one, g the goods carried by a:
 *
 * continuation(a, g, b) = hop + share(a, g, b)
 *   + time[bucket of dwell] + goods[relation][weight class][same document]
 *   + quantity[quantity class][rarity of b][stock of b][split of a] + value[value class]
 *   + declared, where b goes to the party that a was declared for,
 *
 * and through a tie also the tie's bits and `tiedPartyBits` of the party tied to.
 */
export interface Weights {
  /** Price of every further movement (negative). */
  readonly hop: number;
  /** Last day (included) of each dwell bucket, ascending; the last is the dwell window. */
  readonly dwellEdges: Int32Array;
  /** One a dwell bucket. */
  readonly time: Int16Array;
  /** Kinds of relation, with 0 = incompatible. */
  readonly relations: number;
  /** 1 for a relation that holds only if the weight class or the quantity class matches. */
  readonly needsMatch: Uint8Array;
  /** Ratio of kilograms a piece, b to a (or to the usual weight of g). */
  readonly weightEdges: Edges;
  readonly weightMatches: Uint8Array;
  /** Ratio of chips, b to a. */
  readonly quantityEdges: Edges;
  readonly quantityMatches: Uint8Array;
  /** Ratio of the price of a chip, b to a. */
  readonly valueEdges: Edges;
  /** `[relation][weight class][same document 0|1]`. */
  readonly goods: Int16Array;
  readonly rarities: number;
  readonly stocks: number;
  readonly splits: number;
  /** `[quantity class][rarity][stock][split]`. */
  readonly quantity: Int16Array;
  /** `[value class]`. */
  readonly value: Int16Array;
  /** Where the onward movement goes to the party the arriving paper names as end user. */
  readonly declared: number;
  /** How well an onward lot fits, in 1/256, 1 to 256: `[relation][quantity class]`; 0 in row 0. */
  readonly fit: Uint16Array;
  /** `[law group][goods carried after the movement's own paper]`. */
  readonly law: Int16Array;
  /** False leaves the share of the choice out (a bench of the bare search). */
  readonly choice: boolean;
}

/** All that does not depend on the question. */
export interface Network {
  readonly movements: Movements;
  readonly goods: Goods;
  readonly ties: Ties;
  readonly weights: Weights;
}

/** How a route may end at a movement, by group: `Question.ending[movement]`, 0 = it cannot end there. */
export interface Endings {
  readonly groups: number;
  /** `[group][goods carried]`; NONE where it cannot end with these goods. Adds to the movement's own bits. */
  readonly bits: Int16Array;
  /** 1 where the goods must stop: less than half of the chips find an onward lot (see `candidates.ts`). */
  readonly needsStop: Uint8Array;
  /** 1 where the movement arrives in the target: nothing may follow. */
  readonly final: Uint8Array;
}

export interface Question {
  /** At least 1; a chain has at least two movements unless `direct` allows one. */
  readonly maxMovements: number;
  /** Least number of parties after the origin with `tier2` set. */
  readonly minTier2: number;
  /** By party. */
  readonly tier2: Uint8Array;
  /** Parties a route may leave from, ascending, and the sixty-fourths each brings. */
  readonly origins: Int32Array;
  readonly originBits: Int16Array;
  /** By the goods of the first paper: sixty-fourths, NONE where a route may not start with them. */
  readonly startBits: Int16Array;
  /** By movement: 1 where it may stand in a route; null allows all. Populations are not affected. */
  readonly allowed: Uint8Array | null;
  /** By movement, a group of `endings`. */
  readonly ending: Uint16Array;
  readonly endings: Endings;
  /** Which chains of one movement are routes: all that end, or those whose ending needs a stop. */
  readonly direct: 'ALL' | 'STOPS';
}

/** When to stop. Whatever is left out does not limit. Bounds before a search look at `abort` only. */
export interface Budget {
  /** Pairs of movements looked at. */
  readonly steps?: number;
  /** Chains of parties kept. */
  readonly labels?: number;
  readonly milliseconds?: number;
  /** Set element 0 to a non-zero value to stop the work from another thread. */
  readonly abort?: Int32Array;
}

export type StoppedBy = 'STEPS' | 'LABELS' | 'TIME' | 'ABORTED';

/** One step of a route. A tie names its row in `pairRef` or `circleRef` terms, and the party it leads to. */
export type Step =
  | { readonly kind: 'MOVEMENT'; readonly movement: number; readonly carried: number }
  | {
      readonly kind: 'TIE';
      readonly party: number;
      readonly pair: number;
      readonly circle: number;
      /** The days it holds, the end excluded. */
      readonly from: number;
      readonly until: number;
      /** 1/256. */
      readonly fit: number;
    };

/**
 * A route as numbers. `parties` in travel order, tied ones included; `steps` in travel order, one fewer than
 * parties. `score` in sixty-fourths. `endingGroup` of its last movement.
 */
export interface FoundRoute {
  readonly parties: readonly number[];
  readonly steps: readonly Step[];
  readonly score: number;
  readonly endingGroup: number;
  /** Place in the total order of results, from 1; 0 where no search has placed it. */
  readonly rank: number;
}
