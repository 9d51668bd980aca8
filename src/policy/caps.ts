/** How much of which allowance a movement uses. */
import type { Decision, ExceptionState } from './decide.js';
import { FACTS, type FactSpec, type Range, type Situation } from './facts.js';
import type { CapUse } from './judgement.js';
import type { Active, Law } from './law.js';
import { NO, YES } from './truth.js';

/**
 * The caps of the exceptions tried and of the review policies that speak, each once.
 *
 * Only the exception a shipment would use takes anything from its cap: the claimed one if it can be used, else the
 * first that can. An allowance for licensed goods is used where a licence is required. What does not fit uses nothing.
 */
export function capUses(s: Situation, law: Law, decision: Decision): CapUse[] {
  const usable = decision.exceptions.filter(({ truth }) => truth === YES);
  const claimed = s.movement.claimedException?.toUpperCase();
  const used = usable.find(({ active }) => active.rule.name === claimed) ?? usable[0];
  const uses = new Map<string, CapUse>();
  for (const state of decision.exceptions) addExceptionCaps(state, state === used, s, law, uses);
  if (decision.outcome === 'LICENCE_REQUIRED') {
    for (const { active, own } of decision.reviews) {
      if (own === NO) continue;
      for (const cap of active.caps) add(cap, active, true, s, law, uses);
    }
  }
  return [...uses.values()];
}

function addExceptionCaps(
  state: ExceptionState,
  isUsed: boolean,
  s: Situation,
  law: Law,
  uses: Map<string, CapUse>,
): void {
  // A cap matters once the exception fails, if at all, by the cap alone: else it was never in question.
  const othersHold = state.active.steps.every((step, i) => step.caps.length > 0 || state.steps[i] !== NO);
  if (!othersHold || state.bar?.truth === YES) return;
  for (const cap of state.active.caps) add(cap, state.active, isUsed, s, law, uses);
}

function add(name: string, active: Active, isUsed: boolean, s: Situation, law: Law, uses: Map<string, CapUse>): void {
  const cap = law.values.cap(name);
  const limit = typeof cap.limit === 'number' ? cap.limit : law.values.number(cap.limit);
  const adds = readNumber(cap.adds, s);
  if (limit === undefined || adds === undefined || uses.has(name)) return;
  const before = readNumber(cap.used, s) ?? [0, limit];
  const left: Range = [Math.max(0, limit - before[1]), Math.max(0, limit - before[0])];
  const fits = before[1] + adds[1] <= limit ? 'CERTAIN' : before[0] + adds[0] <= limit ? 'POSSIBLE' : 'NO';
  const takes: Range = !isUsed || fits === 'NO' ? [0, 0] : fits === 'POSSIBLE' ? [0, Math.min(adds[1], left[1])] : adds;
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
