/** What the law says of one movement, with every ground, every fact it used and every fact it lacked. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Confidence } from '../model/product.js';

/** From the least to the worst; the worst of a movement's requirements counts. */
export const OUTCOMES = [
  'NO_LICENCE_REQUIRED',
  'EXCEPTION_AVAILABLE',
  'UNKNOWN',
  'LICENCE_REQUIRED',
  'PROHIBITED',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * From the least to the most restrictive. `NOT_STATED` (no policy is stated, or which one applies cannot
 * be said) stands below the two denials, which it cannot soften, and above the rest, which it may well exceed.
 */
export const REVIEWS = [
  'PRESUMPTION_OF_APPROVAL',
  'CASE_BY_CASE',
  'NOT_STATED',
  'PRESUMPTION_OF_DENIAL',
  'POLICY_OF_DENIAL',
] as const;
export type Review = (typeof REVIEWS)[number];

export const LICENCE_STATES = [
  'SHOWN_AND_FITS',
  'SHOWN_NOT_FOUND',
  'SHOWN_DOES_NOT_FIT',
  'NOT_SHOWN',
  'UNKNOWN',
] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** `ENFORCED`: what the authority applied on the day. `AS_WRITTEN`: as if the Diffusion rule were in force. */
export const VIEWS = ['ENFORCED', 'AS_WRITTEN'] as const;
export type View = (typeof VIEWS)[number];

export type Tier = 0 | 1 | 2 | 3 | 'UNKNOWN';

/** What a finding asks of the people who hold the goods, where it asks more than a licence. */
export type Duty = 'INQUIRE' | 'KNOWLEDGE' | 'NOTIFY' | 'STATEMENT' | 'PERMIT';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** One rule that mattered: it applied, or could not be excluded (then `missing` is not empty). */
export interface Finding {
  /** The rule's id; see also the ids in `judge.ts` that stand for the judge itself, such as `not-evaluated`. */
  readonly rule: string;
  /** Instrument and the day its present form took effect: `ACS-2023@2023-11-17`. */
  readonly version: string;
  readonly citation: string;
  readonly sentence: string;
  /** `YES`: the rule applies. `UNKNOWN`: it cannot be evaluated. */
  readonly applies: 'YES' | 'UNKNOWN';
  readonly facts: readonly Fact[];
  /** Names of facts in the movement's own form: `consignee.ultimateParentHeadquarters`. */
  readonly missing: readonly string[];
  /** For requirements only: what this one comes to after its own exceptions. */
  readonly outcome?: Outcome;
  readonly review?: Review;
  /** True where the rule was never enforced and is applied as if it were. */
  readonly counterfactual?: boolean;
  readonly duty?: Duty;
  readonly confidence: Confidence;
}

/** One condition of an exception or of a review policy. */
export interface ConditionState {
  readonly id: string;
  readonly sentence: string;
  readonly state: 'MET' | 'NOT_MET' | 'UNKNOWN';
  readonly missing: readonly string[];
}

export interface ExceptionTried {
  readonly name: string;
  /** True only if every condition certainly holds. */
  readonly usable: boolean;
  /** The first condition that fails; if none fails, the first that cannot be decided; else that all hold. */
  readonly reason: string;
  readonly citation: string;
  /** Not empty where it can neither be used nor excluded. */
  readonly missing: readonly string[];
  /** True where the movement's papers claim it. */
  readonly claimed: boolean;
  readonly conditions: readonly ConditionState[];
  readonly counterfactual?: boolean;
}

/** How much of an allowance this movement uses. Amounts are TPP, each a lower and an upper bound. */
export interface CapUse {
  /** The cap's id: `lpp`, `country-allocation`, `nveu`, … */
  readonly cap: string;
  readonly citation: string;
  readonly limit: number;
  readonly before: readonly [number, number];
  /** Nothing where the movement is too big for what is left: then it uses nothing of it. */
  readonly uses: readonly [number, number];
  readonly left: readonly [number, number];
  readonly fits: 'CERTAIN' | 'POSSIBLE' | 'NO';
}

export interface CouldFlip {
  readonly fact: string;
  readonly value: string;
  readonly outcome: Outcome;
}

export interface PartyTier {
  readonly role: 'exporter' | 'consignee' | 'endUser' | 'forwarder';
  readonly place: Tier;
  readonly headquarters: Tier;
  readonly ultimateParent: Tier;
}

export interface Judgement {
  readonly regime: string;
  readonly view: View;
  readonly on: Day;
  readonly outcome: Outcome;
  /** Only where a licence is required. */
  readonly review?: Review;
  readonly licence: LicenceState;
  /** The class of the goods on the day: `3A090.a`, …, `NONE`, or `UNKNOWN`. */
  readonly itemClass: string;
  /** Where the law sees the goods go: the declared end user's place, else the place of arrival. */
  readonly destination?: CountryCode;
  readonly tier: { readonly origin: Tier; readonly destination: Tier; readonly parties: readonly PartyTier[] };
  /** Requirements first (worst first), then review policies, then duties and remarks. */
  readonly findings: readonly Finding[];
  /** In the order in which one would use them. */
  readonly exceptions: readonly ExceptionTried[];
  readonly caps: readonly CapUse[];
  readonly couldFlip: readonly CouldFlip[];
  /** The weakest of what decides. */
  readonly confidence: Confidence;
}

/** The worst of the outcomes; nothing required if there are none. */
export function joinOutcomes(outcomes: Iterable<Outcome>): Outcome {
  return last(OUTCOMES, outcomes) ?? 'NO_LICENCE_REQUIRED';
}

/** The most restrictive of the reviews; undefined if there are none. */
export function joinReviews(reviews: Iterable<Review>): Review | undefined {
  return last(REVIEWS, reviews);
}

const FROM_STRONG_TO_WEAK = ['CONFIRMED', 'SECONDARY', 'UNCONFIRMED', 'DISPUTED'] as const;

/** The weakest of the confidences; confirmed if there are none. */
export function weakest(confidences: Iterable<Confidence>): Confidence {
  return last(FROM_STRONG_TO_WEAK, confidences) ?? 'CONFIRMED';
}

function last<T>(order: readonly T[], given: Iterable<T>): T | undefined {
  let at = -1;
  for (const one of given) at = Math.max(at, order.indexOf(one));
  return at < 0 ? undefined : order[at];
}
