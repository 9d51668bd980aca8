/** Conditions over facts, bound to the values of one day, with three-valued truth and the reasons for it. */
import type { Confidence } from '../model/product.js';
import { compare, numberOf, type Test, testOf } from './comparison.js';
import type { Membership, SetExpression } from './country-set.js';
import { FACTS, type FactSpec, type Role, type Situation, takesPart } from './facts.js';
import { show } from './shown.js';
import { both, CANNOT_SAY, either, NO, negate, type Truth, truthOf, YES } from './truth.js';

export type Bound = 'atLeast' | 'above' | 'atMost' | 'below';

/** A number, or the name of a dated one. */
export type NumberRef = number | string;
/** Codes, or the name of a dated list of codes. */
export type CodesRef = readonly string[] | string;

export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'holds'; readonly predicate: string }
  | { readonly op: 'some' | 'every'; readonly roles: readonly Role[]; readonly where: Condition }
  | { readonly op: 'in'; readonly fact: string; readonly set: SetExpression; readonly text: string }
  | { readonly op: 'is'; readonly fact: string; readonly codes: CodesRef }
  | { readonly op: 'flag'; readonly fact: string; readonly value: boolean }
  | { readonly op: Bound; readonly fact: string; readonly limit: NumberRef }
  | { readonly op: 'has'; readonly fact: string; readonly codes: CodesRef }
  | { readonly op: 'known'; readonly fact: string; readonly value: boolean }
  | { readonly op: 'named'; readonly fact: string; readonly names: string }
  | { readonly op: 'owned'; readonly fact: string; readonly lists: CodesRef; readonly minShare?: NumberRef }
  | { readonly op: 'within'; readonly cap: string };

/** An allowance that movements use up. */
export interface Cap {
  readonly id: string;
  readonly title: string;
  readonly limit: NumberRef;
  readonly used: string;
  readonly adds: string;
}

/** The values of the day, by name; undefined where none holds. */
export interface DayValues {
  readonly set: (name: string) => Membership;
  readonly number: (name: string) => number | undefined;
  readonly codes: (name: string) => readonly string[] | undefined;
  readonly names: (name: string) => ReadonlySet<string> | undefined;
  readonly predicate: (name: string) => Condition;
  /** Predicates bound already, by name and party. */
  readonly bound: Map<string, BoundCondition>;
  readonly cap: (name: string) => Cap;
  readonly confidence: (name: string) => Confidence | undefined;
}

/** What a condition used and lacked on one movement; `tells` is false where only what it lacked is asked for. */
export interface Reasons {
  readonly tells: boolean;
  readonly facts: Map<string, string>;
  readonly missing: Set<string>;
  readonly confidences: Confidence[];
}

export interface BoundCondition {
  readonly test: (s: Situation) => Truth;
  /** Adds what speaks for the answer `test` gives: for "cannot say", what is missing. */
  readonly explain: (s: Situation, reasons: Reasons) => void;
}

export function noReasons(): Reasons {
  return { tells: true, facts: new Map(), missing: new Set(), confidences: [] };
}

/** For asking what a condition lacked and nothing else, which is several times as fast. */
export function onlyLacks(): Reasons {
  return { ...noReasons(), tells: false };
}

/** The condition with the day's values filled in. */
export function bind(condition: Condition, values: DayValues, party?: Role): BoundCondition {
  switch (condition.op) {
    case 'all':
      return allOf(condition.of.map((part) => bind(part, values, party)));
    case 'any':
      return anyOf(condition.of.map((part) => bind(part, values, party)));
    case 'not': {
      const part = bind(condition.of, values, party);
      return { test: (s) => negate(part.test(s)), explain: part.explain };
    }
    case 'holds': {
      const key = `${condition.predicate} ${party ?? ''}`;
      let shared = values.bound.get(key);
      if (shared === undefined) {
        shared = bind(values.predicate(condition.predicate), values, party);
        values.bound.set(key, shared);
      }
      return shared;
    }
    case 'some':
    case 'every': {
      const parts = condition.roles.map((role) => present(role, condition.op, bind(condition.where, values, role)));
      return condition.op === 'some' ? anyOf(parts) : allOf(parts);
    }
    case 'within':
      return withinCap(values.cap(condition.cap), values);
    default:
      return bindTest(condition, values, party);
  }
}

/**
 * Remembers the answer for the last situation: rules share predicates, and explaining asks again. By its number, since
 * whoever held the situation itself would keep it from being forgotten.
 */
function remembering(test: (s: Situation) => Truth): (s: Situation) => Truth {
  let last = -1;
  let truth: Truth = NO;
  return (s) => {
    if (s.number !== last) {
      truth = test(s);
      last = s.number;
    }
    return truth;
  };
}

function allOf(parts: readonly BoundCondition[]): BoundCondition {
  const test = remembering((s: Situation) => {
    let truth: Truth = YES;
    for (const part of parts) {
      truth = both(truth, part.test(s));
      if (truth === NO) return NO;
    }
    return truth;
  });
  return { test, explain: explainParts(parts, test, NO) };
}

function anyOf(parts: readonly BoundCondition[]): BoundCondition {
  const test = remembering((s: Situation) => {
    let truth: Truth = NO;
    for (const part of parts) {
      truth = either(truth, part.test(s));
      if (truth === YES) return YES;
    }
    return truth;
  });
  return { test, explain: explainParts(parts, test, YES) };
}

/** Where one part settles it alone, that part is the reason; else all parts that are settled or lacking are. */
function explainParts(parts: readonly BoundCondition[], whole: (s: Situation) => Truth, settles: Truth) {
  return (s: Situation, reasons: Reasons) => {
    const settled = whole(s) === settles;
    for (const part of parts) {
      if (settled && part.test(s) !== settles) continue;
      part.explain(s, reasons);
      if (settled) return;
    }
  };
}

function present(role: Role, op: 'some' | 'every', part: BoundCondition): BoundCondition {
  const absent = op === 'some' ? NO : YES;
  return {
    test: (s) => (takesPart(s, role) ? part.test(s) : absent),
    explain: (s, reasons) => {
      if (takesPart(s, role)) part.explain(s, reasons);
    },
  };
}

type Known = Extract<Condition, { op: 'known' }>;

function bindTest(test: Test | Known, values: DayValues, party: Role | undefined): BoundCondition {
  const name = party !== undefined && !FACTS.has(test.fact) ? `${party}.${test.fact}` : test.fact;
  const spec = FACTS.get(name);
  if (spec === undefined)
    throw new Error(`\`${test.fact}\` is a party's fact and stands outside someParty and everyParty`);
  if (test.op === 'known')
    return { test: (s) => truthOf((spec.read(s) !== undefined) === test.value), explain: () => undefined };
  const { ask, uses } = testOf(test, values);
  const answer = (s: Situation): Truth => {
    const value = spec.read(s);
    return value === undefined ? CANNOT_SAY : ask(value as never);
  };
  return {
    test: answer,
    explain: (s, reasons) => {
      const value = spec.read(s);
      if (reasons.tells) {
        if (value !== undefined && !reasons.facts.has(name)) reasons.facts.set(name, show(value as never, spec.kind));
        for (const used of uses) {
          const confidence = values.confidence(used);
          if (confidence !== undefined) reasons.confidences.push(confidence);
        }
        // The list may be read in its source, and whether this one stood on it that day still is not found there.
        if (test.op === 'in' && value !== undefined && answer(s) === CANNOT_SAY)
          reasons.confidences.push('UNCONFIRMED');
      }
      if (answer(s) !== CANNOT_SAY) return;
      const lacks = value === undefined || spec.kind === 'class' ? spec.lacks(s) : [];
      for (const lack of lacks) reasons.missing.add(lack);
      if (lacks.length === 0) reasons.missing.add(lackWithin(test, name, value));
    },
  };
}

/** The value is there and still does not settle it: what would. */
function lackWithin(test: Test, name: string, value: unknown): string {
  if (test.op === 'in') return `membership of ${String(value)} in ${test.text} on the day`;
  if (test.op === 'owned') return `${name} (the exact share)`;
  if (test.op === 'has') return `${name} (whether the listing held on the day)`;
  return `${name} (exact value, or the rule's own value on the day)`;
}

function withinCap(cap: Cap, values: DayValues): BoundCondition {
  const limit = numberOf(cap.limit, values);
  const used = FACTS.get(cap.used) as FactSpec & { kind: 'number' };
  const adds = FACTS.get(cap.adds) as FactSpec & { kind: 'number' };
  const test = (s: Situation): Truth => {
    const before = used.read(s);
    const more = adds.read(s);
    if (limit === undefined) return CANNOT_SAY;
    // What was used before can only add to it: a shipment above the whole limit does not fit, whatever came before.
    if (more === undefined) return before !== undefined && before[0] > limit ? NO : CANNOT_SAY;
    if (before === undefined) return more[0] > limit ? NO : CANNOT_SAY;
    return compare([before[0] + more[0], before[1] + more[1]], 'atMost', limit);
  };
  return {
    test,
    explain: (s, reasons) => {
      const before = used.read(s);
      const more = adds.read(s);
      if (reasons.tells && limit !== undefined && before !== undefined && more !== undefined) {
        const total = show([before[0] + more[0], before[1] + more[1]] as never, 'number');
        reasons.facts.set(
          cap.title,
          `${total} TPP with this movement; it ends at ${show([limit, limit] as never, 'number')}`,
        );
      }
      if (test(s) !== CANNOT_SAY) return;
      if (before === undefined) for (const lack of used.lacks(s)) reasons.missing.add(lack);
      if (more === undefined) for (const lack of adds.lacks(s)) reasons.missing.add(lack);
      if (before !== undefined && more !== undefined) reasons.missing.add(`${cap.used} (exact total)`);
    },
  };
}
