/**
 * The decision: each requirement gets its own outcome after its own exemptions and exceptions; then the worst counts.
 *
 * Nothing here makes sentences (judge.ts does), so that trying out what a missing fact would change stays cheap.
 */

import type { Situation } from './facts.js';
import { joinOutcomes, joinReviews, type Outcome, type Review } from './judgement.js';
import type { Active, ActiveRule, Law } from './law.js';
import { both, CANNOT_SAY, either, NO, negate, type Truth, YES } from './truth.js';

export interface RequirementState {
  readonly active: ActiveRule<'requirement'>;
  readonly truth: Truth;
  readonly exemptions: readonly { readonly active: ActiveRule<'exemption'>; readonly truth: Truth }[];
  readonly outcome: Outcome;
  /** Only where a licence is required for it. */
  readonly review?: Review;
}

export interface ExceptionState {
  readonly active: ActiveRule<'exception'>;
  /** After bars. */
  readonly truth: Truth;
  readonly steps: readonly Truth[];
  /** The bar that stops it, or may. */
  readonly bar?: { readonly active: ActiveRule<'bar'>; readonly truth: Truth };
}

export interface ReviewState {
  readonly active: ActiveRule<'review'>;
  /** Whether it governs: its own conditions, unless another that overrides it holds. */
  readonly truth: Truth;
  /** Its own conditions alone. */
  readonly own: Truth;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly review?: Review;
  readonly requirements: readonly RequirementState[];
  readonly exceptions: readonly ExceptionState[];
  readonly reviews: readonly ReviewState[];
}

const NOTHING: Decision = { outcome: 'NO_LICENCE_REQUIRED', requirements: [], exceptions: [], reviews: [] };

/** What the law asks of the movement. A delivery within the US is no export, and nothing is asked. */
export function decide(s: Situation, law: Law): Decision {
  const open = openRequirements(s, law);
  if (open.length === 0) return NOTHING;
  const ids = new Set(open.map(({ active }) => active.rule.id));
  const exceptions = exceptionStates(s, law, ids);
  const reviews = reviewStates(s, law, ids);
  const requirements = open.map(({ active, truth, exemptions, lifted }): RequirementState => {
    const outcome = outcomeOf(active, both(truth, negate(lifted)), exceptions);
    if (outcome !== 'LICENCE_REQUIRED') return { active, truth, exemptions, outcome };
    return { active, truth, exemptions, outcome, review: reviewOf(active.rule.id, reviews) };
  });
  const outcome = joinOutcomes(requirements.map((one) => one.outcome));
  const review =
    outcome === 'LICENCE_REQUIRED' ? joinReviews(requirements.flatMap((one) => one.review ?? [])) : undefined;
  return { outcome, ...(review === undefined ? {} : { review }), requirements, exceptions, reviews };
}

/** The outcome of `decide` alone, at a part of its cost: no exception is tried where none can help. */
export function decideOutcome(s: Situation, law: Law): Outcome {
  const open = openRequirements(s, law);
  if (open.length === 0) return 'NO_LICENCE_REQUIRED';
  const applies = open.map(({ truth, lifted }) => both(truth, negate(lifted)));
  if (open.some(({ active }, i) => applies[i] === YES && active.rule.outcome === 'PROHIBITED')) return 'PROHIBITED';
  const exceptions = applies.includes(YES)
    ? exceptionStates(s, law, new Set(open.map(({ active }) => active.rule.id)))
    : [];
  return joinOutcomes(open.map(({ active }, i) => outcomeOf(active, applies[i] as Truth, exceptions)));
}

/**
 * The outcome once a fact that was missing is filled in. What was certain stays so, since more knowledge never turns
 * a certain answer of three-valued logic: only what could not be said is asked again.
 *
 * @param before the decision without the fact.
 * @param s the situation with it; not a fact of the goods, whose class may rest on what is not known.
 * @param lacked whether the rule lacked the fact; the others answer as before.
 */
export function outcomeFilledIn(before: Decision, s: Situation, law: Law, lacked: (rule: Active) => boolean): Outcome {
  if (s.act === 'DOMESTIC') return 'NO_LICENCE_REQUIRED';
  const barred = new Map<ActiveRule<'bar'>, Truth>();
  const bars = law.bars.some(lacked);
  const exceptions = before.exceptions.map((state) =>
    state.truth === CANNOT_SAY && (bars || lacked(state.active)) ? tryAgain(state, s, law, barred) : state,
  );
  const again = (active: Active, truth: Truth) =>
    truth === CANNOT_SAY && lacked(active) ? active.when.test(s) : truth;
  return joinOutcomes(
    before.requirements.map(({ active, truth, exemptions }) => {
      const applies = again(active, truth);
      if (applies === NO) return 'NO_LICENCE_REQUIRED';
      let lifted: Truth = NO;
      for (const one of exemptions) lifted = either(lifted, again(one.active, one.truth));
      return outcomeOf(active, both(applies, negate(lifted)), exceptions);
    }),
  );
}

/**
 * Whether filling in a fact can change the outcome: some requirement that could not be decided for want of it must
 * weigh more than those that stay as they are.
 *
 * @param lacked as for `outcomeFilledIn`.
 */
export function canChange(decision: Decision, law: Law, lacked: (rule: Active) => boolean): boolean {
  const bars = law.bars.some(lacked);
  const reopened = new Set(
    decision.exceptions
      .filter(({ active, truth }) => truth === CANNOT_SAY && (bars || lacked(active)))
      .flatMap(({ active }) => active.rule.cures),
  );
  const isOpen = ({ active, truth, exemptions, outcome }: RequirementState) =>
    outcome === 'UNKNOWN' &&
    ((truth === CANNOT_SAY && lacked(active)) ||
      exemptions.some((one) => one.truth === CANNOT_SAY && lacked(one.active)) ||
      reopened.has(active.rule.id));
  const open = decision.requirements.filter(isOpen);
  if (open.length === 0) return false;
  const rest = joinOutcomes(decision.requirements.filter((one) => !open.includes(one)).map((one) => one.outcome));
  if (rest === 'PROHIBITED') return false;
  return rest !== 'LICENCE_REQUIRED' || open.some(({ active }) => active.rule.outcome === 'PROHIBITED');
}

interface OpenRequirement {
  readonly active: ActiveRule<'requirement'>;
  readonly truth: Truth;
  readonly exemptions: RequirementState['exemptions'];
  readonly lifted: Truth;
}

function openRequirements(s: Situation, law: Law): OpenRequirement[] {
  const open: OpenRequirement[] = [];
  if (s.act === 'DOMESTIC') return open;
  for (const active of law.requirements) {
    const truth = active.when.test(s);
    if (truth === NO) continue;
    const exemptions = exemptionsOf(active.rule.id, s, law);
    let lifted: Truth = NO;
    for (const one of exemptions) lifted = either(lifted, one.truth);
    open.push({ active, truth, exemptions, lifted });
  }
  return open;
}

function exceptionStates(s: Situation, law: Law, requirements: ReadonlySet<string>): ExceptionState[] {
  const states: ExceptionState[] = [];
  const barred = new Map<ActiveRule<'bar'>, Truth>();
  const claimed = s.movement.claimedException?.toUpperCase();
  for (const active of law.exceptions) {
    if (active.rule.onClaim && active.rule.name !== claimed) continue;
    if (active.rule.cures.some((id) => requirements.has(id))) states.push(tryException(active, s, law, barred));
  }
  return states;
}

function exemptionsOf(requirement: string, s: Situation, law: Law): RequirementState['exemptions'] {
  const found = [];
  for (const active of law.exemptions.get(requirement) ?? []) {
    const truth = active.when.test(s);
    if (truth !== NO) found.push({ active, truth });
  }
  return found;
}

function outcomeOf(active: ActiveRule<'requirement'>, applies: Truth, exceptions: readonly ExceptionState[]): Outcome {
  if (applies === NO) return 'NO_LICENCE_REQUIRED';
  if (applies === CANNOT_SAY) return 'UNKNOWN';
  if (active.rule.outcome === 'PROHIBITED') return 'PROHIBITED';
  let cure: Truth = NO;
  for (const exception of exceptions) {
    if (exception.active.rule.cures.includes(active.rule.id)) cure = either(cure, exception.truth);
  }
  return cure === YES ? 'EXCEPTION_AVAILABLE' : cure === CANNOT_SAY ? 'UNKNOWN' : 'LICENCE_REQUIRED';
}

function tryException(
  active: ActiveRule<'exception'>,
  s: Situation,
  law: Law,
  tested: Map<ActiveRule<'bar'>, Truth>,
): ExceptionState {
  const steps = active.steps.map((step) => step.when.test(s));
  const truth = steps.reduce<Truth>(both, YES);
  const { truth: barred, active: bar } = barOf(active, s, law, tested);
  return bar === undefined
    ? { active, truth, steps }
    : { active, truth: both(truth, negate(barred)), steps, bar: { active: bar, truth: barred } };
}

/** The bar that stops the exception, or may; the first of the surest. */
function barOf(
  exception: ActiveRule<'exception'>,
  s: Situation,
  law: Law,
  tested: Map<ActiveRule<'bar'>, Truth>,
): { readonly truth: Truth; readonly active?: ActiveRule<'bar'> } {
  let found: { truth: Truth; active?: ActiveRule<'bar'> } = { truth: NO };
  for (const one of law.bars) {
    if (one.rule.bars !== 'all' && !one.rule.bars.includes(exception.rule.name)) continue;
    let truth = tested.get(one);
    if (truth === undefined) {
      truth = one.when.test(s);
      tested.set(one, truth);
    }
    if (truth > found.truth) found = { truth, active: one };
  }
  return found;
}

function tryAgain(
  state: ExceptionState,
  s: Situation,
  law: Law,
  tested: Map<ActiveRule<'bar'>, Truth>,
): ExceptionState {
  const { active } = state;
  let truth: Truth = YES;
  for (let i = 0; i < active.steps.length && truth !== NO; i++) {
    const known = state.steps[i] as Truth;
    truth = both(truth, known === CANNOT_SAY ? (active.steps[i]?.when.test(s) ?? NO) : known);
  }
  const bar = truth === NO ? NO : barOf(active, s, law, tested).truth;
  return { active, truth: both(truth, negate(bar)), steps: state.steps };
}

function reviewStates(s: Situation, law: Law, requirements: ReadonlySet<string>): ReviewState[] {
  const own = law.reviews
    .filter(({ rule }) => rule.covers.some((id) => requirements.has(id)))
    .map((active) => ({ active, own: active.when.test(s) }));
  return own.map(({ active, own: truth }) => {
    const overridden = own
      .filter((other) => other.active.rule.overrides.includes(active.rule.id))
      .reduce<Truth>((sum, other) => either(sum, other.own), NO);
    return { active, own: truth, truth: both(truth, negate(overridden)) };
  });
}

/** The most restrictive of those that govern; not stated where none does, or where one that may govern would be stricter. */
function reviewOf(requirement: string, reviews: readonly ReviewState[]): Review {
  const covering = reviews.filter(({ active }) => active.rule.covers.includes(requirement));
  const certain = joinReviews(covering.filter(({ truth }) => truth === YES).map(({ active }) => active.rule.policy));
  const possible = joinReviews(covering.filter(({ truth }) => truth !== NO).map(({ active }) => active.rule.policy));
  return certain !== undefined && certain === possible ? certain : 'NOT_STATED';
}
