/** Judges one movement by the law of a day: the verdict, and everything it rests on. */
import { type Day, formatDay } from '../model/day.js';
import type { Confidence } from '../model/product.js';
import { capUses } from './caps.js';
import type { Catalogue } from './catalogue.js';
import { noReasons } from './condition.js';
import { type Decision, decide, type ExceptionState, type RequirementState } from './decide.js';
import { ROLES_IN_LAW, type Situation, takesPart } from './facts.js';
import { couldFlip } from './flips.js';
import { type Finding, type Judgement, OUTCOMES, type PartyTier, type View, weakest } from './judgement.js';
import type { Law } from './law.js';
import type { Movement } from './movement.js';
import type { Regime } from './regime.js';
import { describeException, describeReview, describeRule, lackedByException } from './sentences.js';
import { situationOf } from './situation.js';
import { tierIn } from './tiers.js';
import { NO, YES } from './truth.js';

/**
 * The judgement of the movement on the day under the view. Pure; no input is changed and nothing is read from disk.
 *
 * A day before the view begins is answered with `UNKNOWN` and the finding `not-evaluated`; a day after the last
 * one that the sources reach is judged by the newest law held and says so (`law-not-checked`).
 *
 * @param options `couldFlip: false` leaves that list empty and saves most of the time where facts are missing;
 * `exceptions: 'USABLE'` tells only of those that can be used.
 */
export function judge(
  movement: Movement,
  on: Day,
  regime: Regime,
  view: View,
  catalogue: Catalogue,
  options: { readonly couldFlip?: boolean; readonly exceptions?: 'TRIED' | 'USABLE' } = {},
): Judgement {
  const law = regime.lawOn(on, view);
  if (law === undefined) return notEvaluated(movement, on, regime, view);
  const situation = situationOf(movement, law, catalogue);
  const decision = decide(situation, law);
  const tried = byName(decision.exceptions);
  const toTell = options.exceptions === 'USABLE' ? tried.filter(({ truth }) => truth === YES) : tried;
  const findings = [
    ...ruleFindings(situation, law, decision),
    ...claimFails(tried, situation, regime),
    ...ownFindings(situation, on, regime),
  ];
  // Facts that only duties and remarks lack cannot change the outcome.
  const missing = new Set<string>();
  for (const one of findings) {
    if (one.missing.length > 0 && bearsOnOutcome(one.rule, regime)) for (const fact of one.missing) missing.add(fact);
  }
  for (const state of tried) for (const fact of lackedByException(state, situation)) missing.add(fact);
  return {
    regime: regime.id,
    view,
    on,
    outcome: decision.outcome,
    ...(decision.review === undefined ? {} : { review: decision.review }),
    licence: movement.licence ?? 'UNKNOWN',
    itemClass: situation.classes.length === 1 ? (situation.classes[0] as string) : 'UNKNOWN',
    ...(situation.destination === undefined ? {} : { destination: situation.destination }),
    tier: tiersOf(situation, law),
    findings,
    exceptions: toTell.map((state) => describeException(state, situation)),
    caps: capUses(situation, law, decision),
    couldFlip:
      options.couldFlip === false || missing.size === 0
        ? []
        : couldFlip(situation, [...missing], law, catalogue, decision),
    confidence: confidenceOf(situation, law, decision),
  };
}

function notEvaluated(movement: Movement, on: Day, regime: Regime, view: View): Judgement {
  const from = regime.views.get(view)?.from;
  const since = from === undefined ? `is not part of the regime \`${regime.id}\`` : `begins on ${formatDay(from)}`;
  return {
    regime: regime.id,
    view,
    on,
    outcome: 'UNKNOWN',
    licence: movement.licence ?? 'UNKNOWN',
    itemClass: 'UNKNOWN',
    tier: { origin: 'UNKNOWN', destination: 'UNKNOWN', parties: [] },
    findings: [
      remark('not-evaluated', `The view ${view} ${since}; nothing was evaluated for ${formatDay(on)}.`, regime),
    ],
    exceptions: [],
    caps: [],
    couldFlip: [],
    confidence: 'CONFIRMED',
  };
}

/** Requirements, worst first; then what lifts them, the review policies that matter, bars, doubts, duties and remarks. */
function ruleFindings(s: Situation, law: Law, decision: Decision): Finding[] {
  const rank = (one: RequirementState) => OUTCOMES.indexOf(one.outcome);
  const findings: Finding[] = [];
  for (const state of [...decision.requirements].sort((a, b) => rank(b) - rank(a))) {
    const { outcome, review } = state;
    findings.push({
      ...describeRule(state.active, state.truth, s, itemConfidence(s)),
      outcome,
      ...(review === undefined ? {} : { review }),
    });
    for (const { active, truth } of state.exemptions) findings.push(describeRule(active, truth, s));
  }
  if (decision.outcome === 'LICENCE_REQUIRED') {
    for (const state of decision.reviews) {
      if (state.truth !== NO || state.active.steps.length > 1) findings.push(describeReview(state, s));
    }
  }
  const barred = new Set(decision.exceptions.flatMap(({ bar }) => bar?.active ?? []));
  for (const bar of barred) findings.push(describeRule(bar, bar.when.test(s), s));
  for (const doubt of law.doubts) {
    const touched = decision.requirements.some(({ active }) => doubt.rule.touches.includes(active.rule.id));
    const truth = touched ? doubt.when.test(s) : NO;
    if (truth === YES) findings.push(describeRule(doubt, truth, s));
  }
  for (const one of law.findings) {
    const truth = one.when.test(s);
    if (truth !== NO) findings.push(describeRule(one, truth, s));
  }
  const told = new Set<string>();
  return findings.filter(({ rule }) => !told.has(rule) && told.add(rule));
}

/** What the judge itself has to say, whatever the rules. */
function ownFindings(s: Situation, on: Day, regime: Regime): Finding[] {
  const findings: Finding[] = [];
  if (s.act === 'DOMESTIC') {
    const abroad = s.destination !== undefined && s.destination !== 'US';
    findings.push({
      ...remark('no-export', 'The goods stay in the United States: no export, and no licence.', regime),
      ...(abroad
        ? { duty: 'KNOWLEDGE' as const, facts: [{ name: 'destination', value: s.destination as string }] }
        : {}),
    });
  }
  const { product } = s.movement;
  if (product !== undefined && s.item.product === undefined) {
    const sentence = `The product \`${product}\` is not in the catalogue: its class rests on what the movement states.`;
    findings.push(remark('unknown-product', sentence, regime));
  }
  if (s.item.contradictions.length > 0) {
    const sentence = `The movement contradicts the catalogue (${s.item.contradictions.join('; ')}): what it states is used.`;
    findings.push(remark('item-contradicts-catalogue', sentence, regime));
  }
  if (on > regime.knownThrough) {
    const sentence = `Judged by the newest law held: the sources reach ${formatDay(regime.knownThrough)}.`;
    findings.push(remark('law-not-checked', sentence, regime));
  }
  return findings;
}

/** The papers claim an exception, and it cannot be used. */
function claimFails(tried: readonly ExceptionState[], s: Situation, regime: Regime): Finding[] {
  const claim = s.movement.claimedException?.toUpperCase();
  const state = tried.find(({ active, truth }) => active.rule.name === claim && truth !== YES);
  if (state === undefined) return [];
  const { name, reason, citation, missing } = describeException(state, s);
  const applies = missing.length > 0 ? 'UNKNOWN' : 'YES';
  return [
    {
      ...remark('claimed-exception-fails', `The papers claim ${name}: ${reason}.`, regime),
      citation,
      applies,
      missing,
    },
  ];
}

function remark(rule: string, sentence: string, regime: Regime): Finding {
  return {
    rule,
    version: regime.id,
    citation: regime.title,
    sentence,
    applies: 'YES',
    facts: [],
    missing: [],
    confidence: 'CONFIRMED',
  };
}

function tiersOf(s: Situation, law: Law): Judgement['tier'] {
  const { movement } = s;
  const parties = ROLES_IN_LAW.filter((role) => movement[role] !== undefined && takesPart(s, role)).map(
    (role): PartyTier => {
      const party = movement[role];
      return {
        role,
        place: tierIn(party?.country, law),
        headquarters: tierIn(party?.headquarters, law),
        ultimateParent: tierIn(party?.ultimateParentHeadquarters, law),
      };
    },
  );
  return { origin: tierIn(s.from, law), destination: tierIn(s.destination, law), parties };
}

/** One exception a name: where two rules go by one name, the one that comes nearest to being usable. */
function byName(states: readonly ExceptionState[]): ExceptionState[] {
  const best = new Map<string, ExceptionState>();
  for (const state of states) {
    const { name } = state.active.rule;
    const other = best.get(name);
    if (other === undefined || state.truth > other.truth) best.set(name, state);
  }
  return [...best.values()];
}

/** The weakest of the rules, values and catalogue figures that the deciding requirements rest on. */
function confidenceOf(s: Situation, law: Law, decision: Decision): Confidence {
  if (decision.requirements.length === 0) return itemConfidence(s);
  const deciding = decision.requirements.filter(({ outcome }) => outcome === decision.outcome);
  const found: Confidence[] = [];
  for (const { active, exemptions } of deciding) {
    found.push(active.confidence);
    const reasons = noReasons();
    active.when.explain(s, reasons);
    found.push(...reasons.confidences);
    if (reasons.facts.has('item.class')) found.push(itemConfidence(s));
    for (const exemption of exemptions) found.push(exemption.active.confidence);
    for (const doubt of law.doubts) {
      if (doubt.rule.touches.includes(active.rule.id) && doubt.when.test(s) === YES) found.push(doubt.confidence);
    }
  }
  if (decision.outcome === 'EXCEPTION_AVAILABLE') {
    const used = decision.exceptions.find(({ truth }) => truth === YES);
    if (used !== undefined) found.push(used.active.confidence);
  }
  return weakest(found);
}

function bearsOnOutcome(rule: string, regime: Regime): boolean {
  const kind = regime.rules.get(rule)?.kind;
  return kind === 'requirement' || kind === 'exemption' || kind === 'bar';
}

function itemConfidence(s: Situation): Confidence {
  return s.item.confidence;
}
