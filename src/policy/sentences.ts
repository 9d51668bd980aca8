/** Turns what was decided into findings and reasons that a person can read and check. */
import type { Confidence } from '../model/product.js';
import { type BoundCondition, noReasons, onlyLacks, type Reasons } from './condition.js';
import type { ExceptionState, ReviewState } from './decide.js';
import type { Situation } from './facts.js';
import { type ConditionState, type ExceptionTried, type Fact, type Finding, weakest } from './judgement.js';
import type { Active, BoundStep } from './law.js';
import { CANNOT_SAY, NO, type Truth, YES } from './truth.js';

/** The finding that a rule makes on the movement. */
export function describeRule(
  active: Active,
  truth: Truth,
  s: Situation,
  itemConfidence: Confidence = 'CONFIRMED',
): Finding {
  const reasons = reasonsOf(active.when, s);
  const { rule } = active;
  const confidences = [active.confidence, ...reasons.confidences];
  if (reasons.facts.has('item.class')) confidences.push(itemConfidence);
  return {
    rule: rule.id,
    version: active.version,
    citation: active.citation,
    sentence: truth === YES ? rule.sentence : `Cannot be decided: ${rule.sentence}`,
    applies: truth === YES ? 'YES' : 'UNKNOWN',
    facts: factsOf(reasons),
    missing: [...reasons.missing],
    ...(active.counterfactual ? { counterfactual: true } : {}),
    ...(rule.kind === 'finding' && rule.duty !== undefined ? { duty: rule.duty } : {}),
    confidence: weakest(confidences),
  };
}

/** The finding of a review policy; one with several conditions shows each as met, not met or unknown. */
export function describeReview(state: ReviewState, s: Situation): Finding {
  const finding = describeRule(state.active, state.own, s);
  const { policy, sentence } = state.active.rule;
  if (state.active.steps.length < 2) return { ...finding, ...(state.truth === YES ? { review: policy } : {}) };
  const conditions = state.active.steps.map((step) => conditionState(step, step.when.test(s), s));
  const notMet = conditions.filter((one) => one.state === 'NOT_MET');
  const facts = conditions.map((one): Fact => ({ name: one.id, value: WORDS[one.state] }));
  const missing = notMet.length > 0 ? [] : [...new Set(conditions.flatMap((one) => one.missing))];
  const verdict = notMet.length > 0 ? `Not open: fails ${notMet.map((one) => one.id).join(', ')}. ` : '';
  return {
    ...finding,
    applies: state.own === YES ? 'YES' : 'UNKNOWN',
    sentence: verdict === '' ? finding.sentence : `${verdict}${sentence}`,
    facts: [...facts, ...finding.facts],
    missing,
    ...(state.truth === YES ? { review: policy } : {}),
  };
}

const WORDS = { MET: 'met', NOT_MET: 'not met', UNKNOWN: 'unknown' } as const;

/** Why the exception can or cannot be used: the first condition that fails, else the first that cannot be decided. */
export function describeException(state: ExceptionState, s: Situation): ExceptionTried {
  const { active, bar } = state;
  const conditions = active.steps.map((step, i) => conditionState(step, state.steps[i] as Truth, s));
  if (bar !== undefined) {
    conditions.push({
      id: bar.active.rule.id,
      sentence: bar.active.rule.sentence,
      state: bar.truth === YES ? 'NOT_MET' : 'UNKNOWN',
      missing: bar.truth === YES ? [] : [...reasonsOf(bar.active.when, s).missing],
    });
  }
  const first = conditions.find((one) => one.state === 'NOT_MET') ?? conditions.find((one) => one.state === 'UNKNOWN');
  const { movement } = s;
  return {
    name: active.rule.name,
    usable: state.truth === YES,
    reason: first === undefined ? 'all conditions hold' : reasonOf(first, state, s),
    citation: active.citation,
    missing: lackedByException(state, s),
    claimed: movement.claimedException?.toUpperCase() === active.rule.name,
    conditions,
    ...(active.counterfactual ? { counterfactual: true } : {}),
  };
}

/** The facts without which it cannot be said whether the exception can be used; none where it can be. */
export function lackedByException({ active, truth, steps, bar }: ExceptionState, s: Situation): string[] {
  if (truth !== CANNOT_SAY) return [];
  const lacks = onlyLacks();
  active.steps.forEach((step, i) => {
    if (steps[i] === CANNOT_SAY) step.when.explain(s, lacks);
  });
  if (bar?.truth === CANNOT_SAY) bar.active.when.explain(s, lacks);
  return [...lacks.missing];
}

function reasonOf(condition: ConditionState, state: ExceptionState, s: Situation): string {
  if (condition.state === 'UNKNOWN')
    return `cannot be decided: ${condition.sentence} (missing: ${condition.missing.join(', ')})`;
  const bound = state.active.steps.find((step) => step.id === condition.id)?.when ?? state.bar?.active.when;
  const facts = bound === undefined ? [] : factsOf(reasonsOf(bound, s));
  const shown = facts.map(({ name, value }) => `${name} ${value}`).join(', ');
  return `fails: ${condition.sentence}${shown === '' ? '' : ` (${shown})`}`;
}

function conditionState(step: BoundStep, truth: Truth, s: Situation): ConditionState {
  return {
    id: step.id,
    sentence: step.sentence,
    state: truth === YES ? 'MET' : truth === NO ? 'NOT_MET' : 'UNKNOWN',
    missing: truth === YES || truth === NO ? [] : [...reasonsOf(step.when, s).missing],
  };
}

function reasonsOf(condition: BoundCondition, s: Situation): Reasons {
  const reasons = noReasons();
  condition.explain(s, reasons);
  return reasons;
}

function factsOf(reasons: Reasons): Fact[] {
  return [...reasons.facts].map(([name, value]) => ({ name, value }));
}
