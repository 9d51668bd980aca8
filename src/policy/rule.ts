/** A rule as its file holds it, and the instrument it comes from. */
import type { Day } from '../model/day.js';
import type { Confidence } from '../model/product.js';
import type { Condition } from './condition.js';
import type { Dated, Version } from './dated.js';
import type { Duty, Review } from './judgement.js';

/** From the first day to the last, both included; then the rule returns by itself. */
export interface Stay {
  readonly from: Day;
  readonly through: Day;
  readonly citation: string;
  /** How sure it is that the rule returned. */
  readonly thereafter?: Confidence;
}

export interface RuleDates {
  readonly published?: Day;
  readonly effective?: Day;
  /** From this day one had to comply; without it, from `effective`. */
  readonly compliance?: Day;
  readonly stays: readonly Stay[];
  /** First day on which it is no longer in force. */
  readonly ended?: Day;
}

export interface Instrument extends RuleDates {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly checkedOn?: Day;
  readonly note?: string;
  /** True for a proposal that never became law; it has no rules in force. */
  readonly proposal: boolean;
}

/** One step of an exception or of a review policy; `sentence` says what must hold. */
export interface Step {
  readonly id: string;
  readonly sentence: string;
  readonly when: Condition;
}

/** What a rule states of its own; the rest comes from its instrument. */
export type StatedDates = Partial<RuleDates> & { readonly confidence?: Confidence };

interface Common extends RuleDates {
  readonly stated: StatedDates;
  readonly id: string;
  readonly instrument: string;
  readonly citation: Dated<string>;
  readonly sentence: string;
  readonly confidence: Confidence;
  readonly checkedOn?: Day;
}

export type Rule = Common &
  (
    | { readonly kind: 'class'; readonly itemClass: string; readonly when: Condition }
    | {
        readonly kind: 'requirement';
        readonly when: Condition;
        readonly outcome: 'LICENCE_REQUIRED' | 'PROHIBITED';
        /** Requirements that this one takes the place of while it applies. */
        readonly replaces: readonly string[];
      }
    | { readonly kind: 'exemption'; readonly when: Condition; readonly lifts: readonly string[] }
    | {
        readonly kind: 'exception';
        readonly name: string;
        readonly cures: readonly string[];
        /** Tried only where the papers claim it: nobody relies on it unawares. */
        readonly onClaim: boolean;
        readonly steps: readonly Step[];
      }
    | {
        readonly kind: 'review';
        readonly policy: Review;
        readonly covers: readonly string[];
        readonly steps: readonly Step[];
        /** Review rules that give way where this one holds. */
        readonly overrides: readonly string[];
      }
    | { readonly kind: 'bar'; readonly when: Condition; readonly bars: readonly string[] | 'all' }
    | { readonly kind: 'doubt'; readonly when: Condition; readonly touches: readonly string[] }
    | { readonly kind: 'finding'; readonly when: Condition; readonly duty?: Duty }
  );

export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** The rule's dates and confidence: its own where it states some, else its instrument's. */
export function datesOf(stated: StatedDates, instrument: Instrument): RuleDates & { readonly confidence: Confidence } {
  const { published, effective, compliance, stays, ended, confidence } = instrument;
  return {
    ...(published === undefined ? {} : { published }),
    ...(effective === undefined ? {} : { effective }),
    ...(compliance === undefined ? {} : { compliance }),
    ...(ended === undefined ? {} : { ended }),
    stays,
    confidence,
    ...stated,
  };
}

/** When the rule binds, as dated versions: stays cut it, an end closes it. */
export function inForce(rule: RuleDates & { readonly confidence: Confidence }): Dated<'IN_FORCE'> {
  const versions: Version<'IN_FORCE'>[] = [];
  const stays = [...rule.stays].sort((a, b) => a.from - b.from);
  let from = rule.compliance ?? rule.effective;
  let confidence = rule.confidence;
  for (const stay of stays) {
    versions.push(version(from, stay.from, confidence));
    from = stay.through + 1;
    confidence = stay.thereafter ?? confidence;
  }
  versions.push(version(from, rule.ended, confidence));
  return { versions };
}

function version(from: Day | undefined, to: Day | undefined, confidence: Confidence): Version<'IN_FORCE'> {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    value: 'IN_FORCE',
    citation: '',
    confidence,
  };
}
