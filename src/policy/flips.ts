/** Which missing fact would change the outcome, and to what: each is tried, one at a time. */
import type { CountryCode } from '../model/country.js';
import { exactShare } from '../model/share.js';
import type { Catalogue } from './catalogue.js';
import { onlyLacks } from './condition.js';
import { canChange, type Decision, decideOutcome, outcomeFilledIn } from './decide.js';
import { FACTS, optionsOf, type Situation } from './facts.js';
import type { CouldFlip, Outcome } from './judgement.js';
import type { Active, Law, Trial } from './law.js';
import { withFact } from './situation.js';

/**
 * For each missing fact, the first value tried that gives each other outcome; facts in the order given.
 *
 * Numbers are tried on both sides of every limit the law compares them with; countries by one typical country for
 * each way of standing in the regime's lists; codes one by one.
 */
export function couldFlip(
  situation: Situation,
  missing: readonly string[],
  law: Law,
  catalogue: Catalogue,
  decision: Decision,
): CouldFlip[] {
  const flips: CouldFlip[] = [];
  const lackedBy = new Map<Active, ReadonlySet<string>>();
  const lacks = (rule: Active, fact: string) => {
    let found = lackedBy.get(rule);
    if (found === undefined) {
      const reasons = onlyLacks();
      rule.when.explain(situation, reasons);
      found = reasons.missing;
      lackedBy.set(rule, found);
    }
    return found.has(fact);
  };
  for (const fact of missing) {
    const seen = new Set<Outcome>([decision.outcome]);
    const ofGoods = fact === 'product' || fact.startsWith('item.');
    if (!ofGoods && !PLACES.has(fact) && !canChange(decision, law, (rule) => lacks(rule, fact))) continue;
    for (const { value, shown } of valuesToTry(fact, law, catalogue)) {
      const tried = withFact(situation, fact, value, law, catalogue);
      const changed = ofGoods
        ? decideOutcome(tried, law)
        : outcomeFilledIn(decision, tried, law, (rule) => lacks(rule, fact));
      if (seen.has(changed)) continue;
      seen.add(changed);
      flips.push({ fact, value: shown, outcome: changed });
    }
  }
  return flips;
}

/** From these follows whether there is an export at all. */
const PLACES: ReadonlySet<string> = new Set(['act', 'from', 'to', 'exporter.country', 'consignee.country']);

/** Values of a missing fact worth trying, in a fixed order; the same list each time it is asked for. */
export function valuesToTry(fact: string, law: Law, catalogue: Catalogue): readonly Trial[] {
  if (fact === 'product') return [...catalogue.typicalProducts()].map(plain);
  let trials = law.trials.get(fact);
  if (trials === undefined) {
    trials = trialsOf(fact, law);
    law.trials.set(fact, trials);
  }
  return trials;
}

function trialsOf(fact: string, law: Law): Trial[] {
  const mentioned = law.mentioned().get(fact);
  switch (FACTS.get(fact)?.kind) {
    case 'country':
      return countriesToTry(fact, law).map(plain);
    case 'flag':
      return [true, false].map(plain);
    case 'number': {
      const limits = [...(mentioned?.limits ?? [])].sort((a, b) => a - b);
      const top = Math.max(1, ...limits) * 1000;
      const least = fact === 'units' ? 1 : 0;
      return [least, ...limits.flatMap((limit) => [limit * 0.999, limit]), top].map(plain);
    }
    case 'code':
      return [...optionsOf(fact), ...(mentioned?.codes ?? [])].map(plain);
    case 'codes': {
      const codes = [...(mentioned?.codes ?? [])];
      return [[], ...codes.map((code) => [code]), codes].map((list) => ({
        value: list,
        shown: list.join(', ') || 'none',
      }));
    }
    case 'shares': {
      const lists = [...(mentioned?.codes ?? [])];
      const owned = lists.map((list) => ({ value: [{ list, share: exactShare(1) }], shown: `${list} 100%` }));
      return [{ value: [], shown: 'none' }, ...owned];
    }
    default:
      return [];
  }
}

/** Seats are read by the sets that rules compare them with and nothing else: one country for each way of standing there. */
function countriesToTry(fact: string, law: Law): readonly CountryCode[] {
  const countries = law.typicalCountries();
  if (!/headquarters$/i.test(fact)) return countries;
  const mentioned = law.mentioned();
  const sets = [fact, fact.replace(/^consignee\./, 'endUser.')].flatMap((name) => [
    ...(mentioned.get(name)?.sets.values() ?? []),
  ]);
  const seen = new Set<string>();
  return countries.filter((country) => {
    const stands = sets.map((isMember) => isMember(law.inLaw(country))).join('');
    return seen.has(stands) ? false : seen.add(stands).has(stands);
  });
}

function plain(value: unknown): Trial {
  return { value, shown: String(value) };
}
