/** Adds up the evidence of a route and says what each piece contributed. */
import {
  choiceBits,
  continuationBits,
  endingBits,
  lawBits,
  movementBits,
  originBits,
  startBits,
  tieBits,
  tiedPartyBits,
} from './carriers.js';
import { type Fired, type Missing, sumOf, type Weighing } from './family.js';
import { BANDS, type Band, type CarrierKind, type Evidence, SIXTY_FOURTHS_A_BIT } from './flag.js';
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

type Fact = string | number | boolean;

/**
 * One carrier of a route. `name` says which (a party, a shipment, a pair) in the caller's words; `facts`
 * are the figures behind the classes, by the names of the situation's fields, for sentences and `facts`.
 */
export type Carrier = { readonly name: string; readonly facts?: Readonly<Record<string, Fact>> } & (
  | { readonly kind: 'origin'; readonly party: PartySituation; readonly start: StartSituation }
  | { readonly kind: 'movement'; readonly law: LawSituation; readonly rest: MovementSituation }
  | { readonly kind: 'continuation'; readonly pair: ContinuationSituation; readonly choice: ChoiceSituation }
  | { readonly kind: 'tie'; readonly tie: TieSituation; readonly party: PartySituation }
  | { readonly kind: 'ending'; readonly ending: EndingSituation }
);

/** Bits, whole multiples of 1/64. */
export interface ScorePart {
  readonly flag: string;
  readonly family: string;
  readonly carrier: { readonly kind: CarrierKind; readonly name: string };
  readonly bits: number;
  /** Before the discount for further flags of the family. */
  readonly fullBits: number;
  readonly sentence: string;
  readonly citation: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A flag whose facts are missing; bits it could add or take, neither negative. */
export interface ScoreMissing {
  readonly flag: string;
  readonly family: string;
  readonly carrier: { readonly kind: CarrierKind; readonly name: string };
  readonly mightAdd: number;
  readonly mightTake: number;
  readonly needs: readonly string[];
}

export interface Score {
  readonly bits: number;
  /** The same as the search counts it. */
  readonly sixtyFourths: number;
  readonly probability: number;
  readonly prior: number;
  readonly band: Band;
  /** Bits: what the score could be if every flag that lacks facts were decided. */
  readonly range: { readonly low: number; readonly high: number };
  /** In order of carriers. Their bits add up to the score exactly. */
  readonly parts: readonly ScorePart[];
  readonly missing: readonly ScoreMissing[];
}

/** The score of a route: the sum over its carriers, nothing else. */
export function weigh(evidence: Evidence, carriers: readonly Carrier[]): Score {
  const weighed = carriers.map((carrier) => ({ carrier, weighing: weighCarrier(evidence, carrier) }));
  const { bits, low, high } = sumOf(weighed.map(({ weighing }) => weighing));
  const { prior } = evidence.settings;
  return {
    bits: bits / SIXTY_FOURTHS_A_BIT,
    sixtyFourths: bits,
    probability: 1 / (1 + ((1 - prior) / prior) * 2 ** (-bits / SIXTY_FOURTHS_A_BIT)),
    prior,
    band: bandOf(evidence, bits),
    range: { low: low / SIXTY_FOURTHS_A_BIT, high: high / SIXTY_FOURTHS_A_BIT },
    parts: weighed.flatMap(({ carrier, weighing }) => weighing.parts.map((part) => partOf(carrier, part))),
    missing: weighed.flatMap(({ carrier, weighing }) => weighing.missing.map((one) => missingOf(carrier, one))),
  };
}

/** The band of a score in sixty-fourths. */
export function bandOf(evidence: Evidence, sixtyFourths: number): Band {
  const { bands } = evidence.settings;
  return BANDS.find((band) => band === 'LOW' || sixtyFourths >= bands[band]) as Band;
}

/** All families of one carrier. */
export function weighCarrier(evidence: Evidence, carrier: Carrier): Weighing {
  switch (carrier.kind) {
    case 'origin':
      return sumOf([originBits(evidence, carrier.party), startBits(evidence, carrier.start)]);
    case 'movement':
      return sumOf([lawBits(evidence, carrier.law), movementBits(evidence, carrier.rest)]);
    case 'continuation':
      return sumOf([continuationBits(evidence, carrier.pair), choiceBits(evidence, carrier.choice)]);
    case 'tie':
      return sumOf([tieBits(evidence, carrier.tie), tiedPartyBits(evidence, carrier.party)]);
    case 'ending':
      return endingBits(evidence, carrier.ending);
  }
}

function partOf(carrier: Carrier, { flag, bits, fullBits, situation }: Fired): ScorePart {
  const facts = factsOf(carrier, flag.needs, situation);
  return {
    flag: flag.id,
    family: flag.family,
    carrier: { kind: carrier.kind, name: carrier.name },
    bits: bits / SIXTY_FOURTHS_A_BIT,
    fullBits: fullBits / SIXTY_FOURTHS_A_BIT,
    sentence: flag.sentence.replace(/\{(\w+)\}/g, (_, fact: string) => inWords(facts[fact])),
    citation: flag.citation,
    facts,
  };
}

function missingOf(carrier: Carrier, { flag, mightAdd, mightTake }: Missing): ScoreMissing {
  return {
    flag: flag.id,
    family: flag.family,
    carrier: { kind: carrier.kind, name: carrier.name },
    mightAdd: mightAdd / SIXTY_FOURTHS_A_BIT,
    mightTake: mightTake / SIXTY_FOURTHS_A_BIT,
    needs: flag.needs,
  };
}

/** The caller's figure where there is one, else the class the flag saw. */
function factsOf(carrier: Carrier, needs: readonly string[], situation: object): Readonly<Record<string, Fact>> {
  const seen = situation as Readonly<Record<string, unknown>>;
  const facts: Record<string, Fact> = {};
  for (const need of needs) {
    const fact = carrier.facts?.[need] ?? seen[need];
    if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') facts[need] = fact;
  }
  return facts;
}

/** A class in words, `NOT_EXCLUDED` as "not excluded"; what the caller gave, as it came. */
function inWords(fact: Fact | undefined): string {
  if (fact === undefined) return 'unknown';
  return typeof fact === 'string' && /^[A-Z_0-9]+$/.test(fact) ? fact.toLowerCase().replaceAll('_', ' ') : String(fact);
}
