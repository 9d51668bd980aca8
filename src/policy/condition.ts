/** Conditions over facts, bound to the values of one day, with three-valued truth and the reasons for it. */
import { countryName } from '../model/country.js';
import type { Confidence } from '../model/product.js';
import { formatShare } from '../model/share.js';
import { type Membership, membershipOf, namesIn, type SetExpression } from './country-set.js';
import { FACTS, type FactSpec, type Range, type Role, type Situation, takesPart } from './facts.js';
import type { OwnedByListed } from './movement.js';
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
  readonly cap: (name: string) => Cap;
  readonly confidence: (name: string) => Confidence | undefined;
}

/** What a condition used and lacked on one movement. */
export interface Reasons {
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
  return { facts: new Map(), missing: new Set(), confidences: [] };
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
    case 'holds':
      return bind(values.predicate(condition.predicate), values, party);
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

function allOf(parts: readonly BoundCondition[]): BoundCondition {
  const test = (s: Situation) => {
    let truth: Truth = YES;
    for (const part of parts) {
      truth = both(truth, part.test(s));
      if (truth === NO) return NO;
    }
    return truth;
  };
  return { test, explain: explainParts(parts, test, NO) };
}

function anyOf(parts: readonly BoundCondition[]): BoundCondition {
  const test = (s: Situation) => {
    let truth: Truth = NO;
    for (const part of parts) {
      truth = either(truth, part.test(s));
      if (truth === YES) return YES;
    }
    return truth;
  };
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

type Test = Exclude<Condition, { op: 'all' | 'any' | 'not' | 'holds' | 'some' | 'every' | 'within' }>;

function bindTest(test: Test, values: DayValues, party: Role | undefined): BoundCondition {
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
      if (value !== undefined) reasons.facts.set(name, show(value as never, spec.kind));
      for (const used of uses) {
        const confidence = values.confidence(used);
        if (confidence !== undefined) reasons.confidences.push(confidence);
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

function testOf(
  test: Exclude<Test, { op: 'known' }>,
  values: DayValues,
): { ask: (value: never) => Truth; uses: readonly string[] } {
  switch (test.op) {
    case 'in':
      return { ask: membershipOf(test.set, values.set) as never, uses: namesIn(test.set) };
    case 'is': {
      const codes = codesOf(test.codes, values);
      const ask = (value: string | readonly string[]) => {
        if (codes === undefined) return CANNOT_SAY;
        if (typeof value === 'string') return truthOf(codes.includes(value));
        const inside = value.filter((one) => codes.includes(one)).length;
        return inside === 0 ? NO : inside === value.length ? YES : CANNOT_SAY;
      };
      return { ask: ask as never, uses: usesOf(test.codes) };
    }
    case 'flag':
      return { ask: ((value: boolean) => truthOf(value === test.value)) as never, uses: [] };
    case 'has': {
      const codes = codesOf(test.codes, values);
      const any = (given: readonly string[], fits: (one: string, code: string) => boolean) =>
        given.some((one) => codes?.some((code) => fits(one, code)));
      const ask = (value: { certain: readonly string[]; possible: readonly string[] }) => {
        if (codes === undefined) return CANNOT_SAY;
        if (any(value.certain, isOf)) return YES;
        // A list without its programme may be meant where the programme matters.
        return any(value.possible, isOf) || any([...value.certain, ...value.possible], mayBeOf) ? CANNOT_SAY : NO;
      };
      return { ask: ask as never, uses: usesOf(test.codes) };
    }
    case 'named': {
      const names = values.names(test.names);
      return {
        ask: ((value: string) => (names === undefined ? CANNOT_SAY : truthOf(names.has(plainName(value))))) as never,
        uses: [test.names],
      };
    }
    case 'owned': {
      const lists = codesOf(test.lists, values);
      const minShare = test.minShare === undefined ? undefined : numberOf(test.minShare, values);
      const unset = lists === undefined || (test.minShare !== undefined && minShare === undefined);
      const ask = (owners: readonly OwnedByListed[]) =>
        unset ? CANNOT_SAY : ownedBy(owners, lists as readonly string[], minShare);
      return {
        ask: ask as never,
        uses: [...usesOf(test.lists), ...(typeof test.minShare === 'string' ? [test.minShare] : [])],
      };
    }
    default: {
      const limit = numberOf(test.limit, values);
      const ask = (range: Range) => (limit === undefined ? CANNOT_SAY : compare(range, test.op, limit));
      return { ask: ask as never, uses: typeof test.limit === 'string' ? [test.limit] : [] };
    }
  }
}

/** `sdn:RUSSIA-EO14024` is of the list `sdn` and of itself. */
function isOf(one: string, code: string): boolean {
  return one === code || one.startsWith(`${code}:`);
}

/** `sdn` may be `sdn:RUSSIA-EO14024`. */
function mayBeOf(one: string, code: string): boolean {
  return code.startsWith(`${one}:`);
}

/** `[least, most]` against the limit: yes if every value in the range passes, no if none does. */
export function compare([least, most]: Range, bound: Bound, limit: number): Truth {
  switch (bound) {
    case 'atLeast':
      return least >= limit ? YES : most < limit ? NO : CANNOT_SAY;
    case 'above':
      return least > limit ? YES : most <= limit ? NO : CANNOT_SAY;
    case 'atMost':
      return most <= limit ? YES : least > limit ? NO : CANNOT_SAY;
    case 'below':
      return most < limit ? YES : least >= limit ? NO : CANNOT_SAY;
  }
}

/** Direct shares held by owners on the lists, added up; without `minShare`, whether there is such an owner at all. */
function ownedBy(owners: readonly OwnedByListed[], lists: readonly string[], minShare: number | undefined): Truth {
  const counted = owners.filter((owner) => lists.some((list) => isOf(owner.list, list)));
  if (minShare === undefined) return truthOf(counted.length > 0);
  if (counted.length === 0) return NO;
  let least = 0;
  let most = 0;
  for (const { share } of counted) {
    least += share?.min ?? 0;
    most += share?.max ?? 1;
  }
  // Shares come as decimal fractions: 0.3 + 0.2 must reach 0.5.
  const rounded = (sum: number) => Number(sum.toPrecision(12));
  return rounded(least) >= minShare ? YES : rounded(Math.min(1, most)) >= minShare ? CANNOT_SAY : NO;
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
      if (limit !== undefined && before !== undefined && more !== undefined) {
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

/** A name without case, punctuation and legal form, for exact comparison. */
export function plainName(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const legalForms = new Set([
    'inc',
    'llc',
    'ltd',
    'limited',
    'corp',
    'corporation',
    'company',
    'co',
    'plc',
    'fze',
    'fzllc',
    'pjsc',
    'holding',
    'holdings',
    'group',
  ]);
  while (words.length > 1 && legalForms.has(words.at(-1) as string)) words.pop();
  return words.join(' ');
}

function numberOf(ref: NumberRef, values: DayValues): number | undefined {
  return typeof ref === 'number' ? ref : values.number(ref);
}

function codesOf(ref: CodesRef, values: DayValues): readonly string[] | undefined {
  return typeof ref === 'string' ? values.codes(ref) : ref;
}

function usesOf(ref: CodesRef): readonly string[] {
  return typeof ref === 'string' ? [ref] : [];
}

function show(value: never, kind: FactSpec['kind']): string {
  switch (kind) {
    case 'number': {
      const [least, most] = value as Range;
      return least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
    }
    case 'country':
      return `${value as string} (${countryName(value)})`;
    case 'codes': {
      const { certain, possible } = value as { certain: readonly string[]; possible: readonly string[] };
      return [...certain, ...possible.map((one) => `${one} (not excluded)`)].join(', ') || 'none';
    }
    case 'shares':
      return (
        (value as readonly OwnedByListed[])
          .map((owner) => `${owner.list} ${owner.share ? formatShare(owner.share) : 'unknown'}`)
          .join(', ') || 'none'
      );
    case 'class':
      return (value as readonly string[]).join(' or ');
    default:
      return String(value);
  }
}

/** `15,832`, `0.08`, `2e+26`. */
function grouped(value: number): string {
  if (value >= 1e21) return String(value);
  const [whole = '', fraction] = String(Number(value.toFixed(4))).split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
