/** How much of which allowance a movement uses. */
import type { Decision, ExceptionState } from './decide.js';
import { FACTS, type FactSpec, type Range, type Situation } from './facts.js';
import type { CapUse } from './judgement.js';
import type { Active, Law } from './law.js';
import { CANNOT_SAY, NO, type Truth, YES } from './truth.js';

/**
 * The caps of the exceptions tried and of the review policies that speak, each once.
 *
 * Only what a shipment relies on takes anything from a cap (see reliances). What does not fit uses nothing.
 */
export function capUses(s: Situation, law: Law, decision: Decision): CapUse[] {
  const relied = new Map(reliances(s, decision).map(({ active, isCertain }) => [active, isCertain]));
  const uses = new Map<string, CapUse>();
  for (const state of decision.exceptions) addExceptionCaps(state, relied.get(state.active), s, law, uses);
  if (decision.outcome === 'LICENCE_REQUIRED') {
    for (const { active, own } of decision.reviews) {
      if (own === NO) continue;
      for (const cap of active.caps) add(cap, active, true, s, law, uses);
    }
  }
  return [...uses.values()];
}

/** An exception, or a review policy for a licence, on which the movement goes. */
interface Reliance {
  readonly active: Active;
  readonly isCertain: boolean;
}

/**
 * What a shipment goes on: the claimed exception if it can be used, else the first that can, else a licence. One that
 * may be usable leaves what comes after it possible and no more.
 */
function reliances(s: Situation, decision: Decision): Reliance[] {
  const claimed = s.movement.claimedException?.toUpperCase();
  const usable = decision.exceptions.filter(({ truth }) => truth !== NO);
  const order = [...usable].sort(
    (a, b) => Number(b.active.rule.name === claimed) - Number(a.active.rule.name === claimed),
  );
  const found: Reliance[] = [];
  for (const { active, truth } of order) {
    found.push({ active, isCertain: truth === YES && found.length === 0 });
    if (truth === YES) return found;
  }
  if (decision.outcome === 'LICENCE_REQUIRED' || decision.outcome === 'UNKNOWN') {
    for (const { active, own } of decision.reviews) {
      if (own === NO || active.caps.length === 0) continue;
      found.push({ active, isCertain: decision.outcome === 'LICENCE_REQUIRED' && own === YES });
    }
  }
  return found;
}

/** A total that grows by the movement: a cap, or an exception's own (its name). */
export interface Draw {
  readonly on: string;
  readonly isCertain: boolean;
}

/** What the movement adds to: nothing of a cap it certainly does not fit under. */
export function drawsOf(s: Situation, law: Law, decision: Decision): Draw[] {
  const draws = new Map<string, boolean>();
  for (const { active, isCertain } of reliances(s, decision)) {
    if (active.rule.kind === 'exception') draws.set(active.rule.name, isCertain);
    for (const cap of active.caps) {
      const fits = fitUnder(cap, s, law);
      if (fits !== NO) draws.set(cap, isCertain && fits === YES);
    }
  }
  return [...draws].map(([on, isCertain]) => ({ on, isCertain }));
}

function fitUnder(name: string, s: Situation, law: Law): Truth {
  const cap = law.values.cap(name);
  const limit = typeof cap.limit === 'number' ? cap.limit : law.values.number(cap.limit);
  if (limit === undefined) return CANNOT_SAY;
  const before = readNumber(cap.used, s) ?? [0, limit];
  const adds = readNumber(cap.adds, s) ?? [0, limit];
  return before[1] + adds[1] <= limit ? YES : before[0] + adds[0] <= limit ? CANNOT_SAY : NO;
}

function addExceptionCaps(
  state: ExceptionState,
  isUsed: boolean | undefined,
  s: Situation,
  law: Law,
  uses: Map<string, CapUse>,
): void {
  // A cap matters once the exception fails, if at all, by the cap alone: else it was never in question.
  const othersHold = state.active.steps.every((step, i) => step.caps.length > 0 || state.steps[i] !== NO);
  if (!othersHold || state.bar?.truth === YES) return;
  for (const cap of state.active.caps) add(cap, state.active, isUsed, s, law, uses);
}

/** @param isUsed whether the movement certainly relies on it; undefined where it certainly does not */
function add(
  name: string,
  active: Active,
  isUsed: boolean | undefined,
  s: Situation,
  law: Law,
  uses: Map<string, CapUse>,
): void {
  const cap = law.values.cap(name);
  const limit = typeof cap.limit === 'number' ? cap.limit : law.values.number(cap.limit);
  const adds = readNumber(cap.adds, s);
  if (limit === undefined || adds === undefined || uses.has(name)) return;
  const before = readNumber(cap.used, s) ?? [0, limit];
  const left: Range = [Math.max(0, limit - before[1]), Math.max(0, limit - before[0])];
  const fits = before[1] + adds[1] <= limit ? 'CERTAIN' : before[0] + adds[0] <= limit ? 'POSSIBLE' : 'NO';
  const most = Math.min(adds[1], left[1]);
  const takes: Range = isUsed === undefined || fits === 'NO' ? [0, 0] : isUsed && fits === 'CERTAIN' ? adds : [0, most];
  uses.set(name, {
    cap: name,
    citation: active.citation,
    limit,
    before,
    uses: takes,
    left: [Math.max(0, left[0] - takes[1]), Math.max(0, left[1] - takes[0])],
    fits,
  });
}

function readNumber(fact: string, s: Situation): Range | undefined {
  return (FACTS.get(fact) as FactSpec & { kind: 'number' }).read(s);
}
