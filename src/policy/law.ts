/** The law of one range of days under one view: the rules in force, bound to the values of the day. */
import { allCountries, type CountryCode } from '../model/country.js';
import { type Day, formatDay } from '../model/day.js';
import type { Confidence } from '../model/product.js';
import { type BoundCondition, bind, type Condition, type DayValues } from './condition.js';
import { type Membership, membershipOf, namesIn } from './country-set.js';
import { type Version, valueOn } from './dated.js';
import { weakest } from './judgement.js';
import { capsIn, type Mentioned, mentionsIn } from './mentions.js';
import type { RegimeContent, ViewRules } from './regime.js';
import { inForce, type Rule, type RuleOf } from './rule.js';
import { CANNOT_SAY, NO, YES } from './truth.js';
import type { RegimeValue } from './value-file.js';

/** A rule in force. Exceptions and review policies have steps; the others have one condition. */
export type ActiveRule<K extends Rule['kind']> = Active & { readonly rule: RuleOf<K> };

export interface Active {
  readonly rule: Rule;
  readonly version: string;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly counterfactual: boolean;
  readonly when: BoundCondition;
  readonly steps: readonly BoundStep[];
  /** Names of the caps it asks about. */
  readonly caps: readonly string[];
}

export interface BoundStep {
  readonly id: string;
  readonly sentence: string;
  readonly when: BoundCondition;
  readonly caps: readonly string[];
}

export interface Law {
  readonly values: DayValues;
  readonly classes: readonly ActiveRule<'class'>[];
  readonly requirements: readonly ActiveRule<'requirement'>[];
  /** By the requirement they lift. */
  readonly exemptions: ReadonlyMap<string, readonly ActiveRule<'exemption'>[]>;
  /** In the order in which one would use them. */
  readonly exceptions: readonly ActiveRule<'exception'>[];
  readonly reviews: readonly ActiveRule<'review'>[];
  readonly bars: readonly ActiveRule<'bar'>[];
  readonly doubts: readonly ActiveRule<'doubt'>[];
  readonly findings: readonly ActiveRule<'finding'>[];
  /** The lists that make the tiers; nothing can be said where the regime has none. */
  readonly tier1: Membership;
  readonly tier3: Membership;
  /** Destinations with government assurances. */
  readonly assured: Membership;
  /** How the law sees a country: Hong Kong as China. */
  readonly inLaw: (country: CountryCode) => CountryCode;
  /** Conditions of the rules in force that bear on outcome, review and caps; what the goods are is settled before. */
  readonly deciding: readonly Condition[];
  /** What the rules in force compare each fact with. */
  readonly mentioned: () => ReadonlyMap<string, Mentioned>;
  /** One country for each way of standing in the regime's lists, best known first. */
  readonly typicalCountries: () => readonly CountryCode[];
  /** Another number at each call, for the next situation under this law. */
  readonly nextNumber: () => number;
  /** Values tried for a fact where it is missing, as far as anybody asked. */
  readonly trials: Map<string, readonly Trial[]>;
}

/** A value to fill in where a fact is missing. */
export interface Trial {
  readonly value: unknown;
  readonly shown: string;
}

const DECIDING: ReadonlySet<Rule['kind']> = new Set(['requirement', 'exemption', 'exception', 'review', 'bar']);

/** Names of values that the program itself asks for, where the regime has them. */
const TREATED_AS = 'treated-as';
const ASSURED = 'supp-5b';
const TIER_1 = 'tier-1';
const TIER_3 = 'tier-3';

/** The law on the day. @throws Error where a rule names what does not exist; the loader checks that first. */
export function buildLaw(content: RegimeContent, on: Day, view: ViewRules): Law {
  let situations = 0;
  const values = dayValues(content, on);
  const active = activeRules(content, on, view, values);
  const of = <K extends Rule['kind']>(kind: K) => active.filter((one) => one.rule.kind === kind) as ActiveRule<K>[];
  const requirements = of('requirement');
  const conditions = active.flatMap(({ rule }) => conditionsOf(rule));
  const replaced = new Set(requirements.flatMap(({ rule }) => rule.replaces));
  const place = (name: string) => {
    const at = content.exceptionOrder.indexOf(name);
    return at < 0 ? content.exceptionOrder.length : at;
  };
  const treatedAs = content.values.get(TREATED_AS);
  const map = treatedAs?.kind === 'map' ? valueOn(treatedAs.dated, on)?.value : undefined;
  return {
    values,
    classes: of('class'),
    requirements: requirements.filter(({ rule }) => !replaced.has(rule.id)),
    exemptions: byRequirement(of('exemption')),
    exceptions: of('exception').sort((a, b) => place(a.rule.name) - place(b.rule.name)),
    reviews: of('review'),
    bars: of('bar'),
    doubts: of('doubt'),
    findings: of('finding'),
    tier1: content.values.has(TIER_1) ? values.set(TIER_1) : () => CANNOT_SAY,
    tier3: content.values.has(TIER_3) ? values.set(TIER_3) : () => CANNOT_SAY,
    assured: content.values.has(ASSURED) ? values.set(ASSURED) : () => NO,
    inLaw: (country) => map?.get(country) ?? country,
    deciding: active.filter(({ rule }) => DECIDING.has(rule.kind)).flatMap(({ rule }) => conditionsOf(rule)),
    mentioned: mentionedOf(conditions, values),
    typicalCountries: typicalOf(content, values),
    nextNumber: () => situations++,
    trials: new Map(),
  };
}

function byRequirement(exemptions: readonly ActiveRule<'exemption'>[]): Law['exemptions'] {
  const found = new Map<string, ActiveRule<'exemption'>[]>();
  for (const one of exemptions) {
    for (const id of one.rule.lifts) found.set(id, [...(found.get(id) ?? []), one]);
  }
  return found;
}

function activeRules(content: RegimeContent, on: Day, view: ViewRules, values: DayValues): Active[] {
  const active: Active[] = [];
  for (const rule of content.rules.values()) {
    if (view.without.includes(rule.instrument)) continue;
    const counterfactual = view.asIfInForce.includes(rule.instrument);
    const version = valueOn(inForce(rule), on);
    if (version === undefined && !counterfactual) continue;
    active.push({
      rule,
      version: `${rule.instrument}@${formatFrom(counterfactual ? rule.effective : version?.from)}`,
      citation: valueOn(rule.citation, on)?.value ?? rule.citation.versions[0]?.value ?? '',
      confidence: version?.confidence ?? rule.confidence,
      counterfactual,
      when: 'when' in rule ? bind(rule.when, values) : bindSteps(rule.steps, values),
      steps:
        'steps' in rule
          ? rule.steps.map((step) => ({ ...step, when: bind(step.when, values), caps: capsIn(step.when, values) }))
          : [],
      caps: conditionsOf(rule).flatMap((condition) => capsIn(condition, values)),
    });
  }
  return active;
}

function conditionsOf(rule: Rule): Condition[] {
  return 'when' in rule ? [rule.when] : rule.steps.map((step) => step.when);
}

function bindSteps(steps: readonly { readonly when: Condition }[], values: DayValues): BoundCondition {
  return bind({ op: 'all', of: steps.map((step) => step.when) }, values);
}

function formatFrom(day: Day | undefined): string {
  return day === undefined ? 'always' : formatDay(day);
}

function dayValues(content: RegimeContent, on: Day): DayValues {
  const memberships = new Map<string, Membership>();
  const confidences = new Map<string, Confidence | undefined>();
  const find = <K extends RegimeValue['kind']>(name: string, kind: K): Extract<RegimeValue, { kind: K }> => {
    const value = content.values.get(name);
    if (value?.kind !== kind) throw new Error(`no value \`${name}\` of the kind ${kind}`);
    return value as Extract<RegimeValue, { kind: K }>;
  };
  const set = (name: string): Membership => {
    let membership = memberships.get(name);
    if (membership === undefined) {
      const value = content.values.get(name);
      if (value?.kind === 'set') membership = membershipOf(value.expression, set);
      else membership = listed(valueOn(find(name, 'countries').dated, on));
      memberships.set(name, membership);
    }
    return membership;
  };
  return {
    set,
    number: (name) => valueOn(find(name, 'number').dated, on)?.value,
    codes: (name) => valueOn(find(name, 'codes').dated, on)?.value,
    names: (name) => valueOn(find(name, 'names').dated, on)?.value,
    bound: new Map(),
    predicate: (name) => {
      const predicate = content.predicates.get(name);
      if (predicate === undefined) throw new Error(`no predicate \`${name}\``);
      return predicate;
    },
    cap: (name) => {
      const cap = content.caps.get(name);
      if (cap === undefined) throw new Error(`no cap \`${name}\``);
      return cap;
    },
    confidence: (name) => {
      if (!confidences.has(name)) confidences.set(name, confidenceOf(content, name, on));
      return confidences.get(name);
    },
  };
}

function listed(
  version: Version<{ members: ReadonlySet<string>; uncertain: ReadonlySet<string> }> | undefined,
): Membership {
  if (version === undefined) return () => CANNOT_SAY;
  const { members, uncertain } = version.value;
  return (country) => (members.has(country) ? YES : uncertain.has(country) ? CANNOT_SAY : NO);
}

function confidenceOf(content: RegimeContent, name: string, on: Day): Confidence | undefined {
  const value = content.values.get(name);
  if (value === undefined) return undefined;
  if (value.kind !== 'set') return valueOn(value.dated as never, on)?.confidence;
  return weakest(namesIn(value.expression).flatMap((part) => confidenceOf(content, part, on) ?? []));
}

function mentionedOf(conditions: readonly Condition[], values: DayValues): Law['mentioned'] {
  let found: ReturnType<Law['mentioned']> | undefined;
  return () => {
    found ??= mentionsIn(conditions, values);
    return found;
  };
}

/** How many countries are tried where one is unknown; the rest differ in lists that matter less. */
const MOST_TYPICAL = 10;

/** Countries that readers know, to stand for the others with the same memberships. */
const WELL_KNOWN = ['US', 'DE', 'MY', 'CN', 'SA', 'VN', 'RU', 'IR', 'AE', 'SG', 'IN', 'MO', 'JP', 'IL', 'CH'];

function typicalOf(content: RegimeContent, values: DayValues): () => readonly CountryCode[] {
  let found: readonly CountryCode[] | undefined;
  return () => {
    if (found !== undefined) return found;
    const sets = [...content.values]
      .filter(([, value]) => value.kind === 'countries')
      .map(([name]) => values.set(name));
    const bySignature = new Map<string, CountryCode>();
    for (const country of [...WELL_KNOWN, ...allCountries()]) {
      const signature = `${country === 'US'}${sets.map((membership) => membership(country)).join('')}`;
      if (!bySignature.has(signature)) bySignature.set(signature, country);
    }
    found = [...bySignature.values()].slice(0, MOST_TYPICAL);
    return found;
  };
}
