/** The cases that stand beside rules and values in their files, and the check that each date has one on either side. */
import { type Day, formatDay } from '../model/day.js';
import { DetourError, type FilePosition } from '../model/errors.js';
import type { Confidence } from '../model/product.js';
import type { Catalogue } from './catalogue.js';
import { changesOf, valueOn } from './dated.js';
import { judge } from './judge.js';
import { type Judgement, OUTCOMES, type Outcome, REVIEWS, type Review, VIEWS, type View } from './judgement.js';
import { type Movement, parseMovement } from './movement.js';
import type { Regime } from './regime.js';
import { inForce } from './rule.js';
import { CONFIDENCES } from './rule-file.js';
import type { Entry } from './yaml-file.js';

export interface RuleCase {
  readonly at: FilePosition;
  readonly on: Day;
  readonly view: View;
  readonly movement: Movement;
  readonly expect: {
    readonly outcome?: Outcome;
    /** `NONE` where no licence is required and so no policy applies. */
    readonly review?: Review | 'NONE';
    /** Rules with a finding, and rules without one. */
    readonly finds?: readonly string[];
    readonly lacks?: readonly string[];
    /** Exceptions that can be used, all of them, in order. */
    readonly usable?: readonly string[];
    /** Exceptions that cannot, each with words of the reason. */
    readonly fails?: readonly (readonly [string, string])[];
    readonly class?: string;
    readonly confidence?: Confidence;
    readonly missing?: readonly string[];
    /** Words of a citation among the findings. */
    readonly cites?: string;
    /** Words that no citation among the findings has. */
    readonly citesNot?: string;
  };
}

export interface ValueCase {
  readonly at: FilePosition;
  readonly on: Day;
  readonly value: string;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  readonly uncertain?: readonly string[];
  readonly is?: string;
  readonly unset?: boolean;
}

const EXPECTED = [
  'outcome',
  'review',
  'finds',
  'lacks',
  'usable',
  'fails',
  'class',
  'confidence',
  'missing',
  'cites',
  'citesNot',
] as const;

/** The `cases` of a rule file. */
export function readRuleCases(list: Entry): RuleCase[] {
  return list.entries().flatMap((entry): RuleCase[] => {
    const keys = entry.keys(['on', 'view', 'movement', 'expect'], ['on', 'movement', 'expect']);
    const on = keys.on?.day();
    const view = keys.view?.oneOf(VIEWS) ?? 'ENFORCED';
    if (on === undefined || keys.movement === undefined || keys.expect === undefined) return [];
    const movement = readMovement(keys.movement);
    const expect = readExpectation(keys.expect);
    return movement === undefined ? [] : [{ at: entry.at, on, view, movement, expect }];
  });
}

function readMovement(entry: Entry): Movement | undefined {
  try {
    return parseMovement(entry.plain());
  } catch (error) {
    if (error instanceof DetourError) return entry.fault(error.message);
    throw error;
  }
}

function readExpectation(entry: Entry): RuleCase['expect'] {
  const keys = entry.keys(EXPECTED);
  if (Object.keys(keys).length === 0)
    entry.fault(`a case that expects nothing cannot fail. Expect one of: ${EXPECTED.join(', ')}`);
  const list = (name: 'finds' | 'lacks' | 'usable' | 'missing') =>
    keys[name] === undefined ? {} : { [name]: keys[name].words() };
  const outcome = keys.outcome?.oneOf(OUTCOMES);
  const review = keys.review?.oneOf([...REVIEWS, 'NONE'] as const);
  const confidence = keys.confidence?.oneOf(CONFIDENCES);
  const itemClass = keys.class?.text();
  const cites = keys.cites?.text();
  const citesNot = keys.citesNot?.text();
  const fails = keys.fails?.pairs().map(({ key, value }) => [key, value.text() ?? ''] as const);
  return {
    ...list('finds'),
    ...list('lacks'),
    ...list('usable'),
    ...list('missing'),
    ...(outcome === undefined ? {} : { outcome }),
    ...(review === undefined ? {} : { review }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(itemClass === undefined ? {} : { class: itemClass }),
    ...(cites === undefined ? {} : { cites }),
    ...(citesNot === undefined ? {} : { citesNot }),
    ...(fails === undefined ? {} : { fails }),
  };
}

/** The `cases` of a file of values. */
export function readValueCases(list: Entry): ValueCase[] {
  return list.entries().flatMap((entry): ValueCase[] => {
    const keys = entry.keys(['on', 'value', 'has', 'lacks', 'uncertain', 'is', 'unset'], ['on', 'value']);
    const on = keys.on?.day();
    const value = keys.value?.text();
    if (on === undefined || value === undefined) return [];
    const is = keys.is?.text();
    return [
      {
        at: entry.at,
        on,
        value,
        ...(keys.has === undefined ? {} : { has: keys.has.words() }),
        ...(keys.lacks === undefined ? {} : { lacks: keys.lacks.words() }),
        ...(keys.uncertain === undefined ? {} : { uncertain: keys.uncertain.words() }),
        ...(is === undefined ? {} : { is }),
        ...(keys.unset === undefined ? {} : { unset: keys.unset.flag() ?? true }),
      },
    ];
  });
}

/** What differs from what the case expects; nothing if it holds. */
export function runRuleCase(one: RuleCase, regime: Regime, catalogue: Catalogue): string[] {
  return differences(judge(one.movement, one.on, regime, one.view, catalogue), one.expect);
}

/** What differs between a judgement and what was expected of it. */
export function differences(judgement: Judgement, expect: RuleCase['expect']): string[] {
  const wrong: string[] = [];
  const same = (name: string, found: string, expected: string | undefined) => {
    if (expected !== undefined && found !== expected) wrong.push(`${name} is ${found}, not ${expected}`);
  };
  same('outcome', judgement.outcome, expect.outcome);
  same('review', judgement.review ?? 'NONE', expect.review);
  same('class', judgement.itemClass, expect.class);
  same('confidence', judgement.confidence, expect.confidence);
  const rules = judgement.findings.map((finding) => finding.rule);
  for (const rule of expect.finds ?? [])
    if (!rules.includes(rule)) wrong.push(`no finding ${rule} among ${rules.join(', ')}`);
  for (const rule of expect.lacks ?? []) if (rules.includes(rule)) wrong.push(`a finding ${rule}`);
  const usable = judgement.exceptions.filter((one) => one.usable).map((one) => one.name);
  same('usable', usable.join(' '), expect.usable?.join(' '));
  for (const [name, words] of expect.fails ?? []) {
    const tried = judgement.exceptions.find((one) => one.name === name);
    if (tried === undefined || tried.usable || !tried.reason.includes(words)) {
      wrong.push(`${name} ${tried === undefined ? 'was not tried' : `says: ${tried.reason}`}`);
    }
  }
  const missing = new Set([...judgement.findings, ...judgement.exceptions].flatMap((one) => one.missing));
  for (const fact of expect.missing ?? [])
    if (!missing.has(fact)) wrong.push(`${fact} is not missing, but ${[...missing].join(', ')}`);
  const { cites, citesNot } = expect;
  if (cites !== undefined && !judgement.findings.some((one) => one.citation.includes(cites)))
    wrong.push(`nothing cites ${cites}`);
  if (citesNot !== undefined && judgement.findings.some((one) => one.citation.includes(citesNot)))
    wrong.push(`something cites ${citesNot}`);
  return wrong;
}

/** What differs from what the case expects of a value; nothing if it holds. */
export function runValueCase(one: ValueCase, regime: Regime): string[] {
  const value = regime.values.get(one.value);
  if (value === undefined) return [`there is no value ${one.value}`];
  const wrong: string[] = [];
  const { on } = one;
  if (value.kind === 'set' || value.kind === 'countries') {
    const membership = regime.lawOn(on, 'ENFORCED')?.values.set(one.value) ?? (() => 1);
    const expectations = [
      ['has', 2],
      ['lacks', 0],
      ['uncertain', 1],
    ] as const;
    for (const [key, truth] of expectations) {
      for (const country of one[key] ?? [])
        if (membership(country) !== truth) wrong.push(`${one.value} ${key} ${country}: no`);
    }
    if (value.kind === 'set') return wrong;
  }
  const held = valueOn(value.dated as never, on)?.value as unknown;
  if (one.unset !== undefined && (held === undefined) !== one.unset)
    wrong.push(`${one.value} is ${one.unset ? 'set' : 'not set'}`);
  if (one.is !== undefined && String(held) !== one.is.replaceAll(',', ''))
    wrong.push(`${one.value} is ${String(held)}, not ${one.is}`);
  if (value.kind === 'codes' || value.kind === 'names' || value.kind === 'map') {
    const keys =
      held === undefined
        ? []
        : [...(held as Iterable<unknown>)].map((entry) => (Array.isArray(entry) ? entry[0] : entry) as string);
    for (const word of one.has ?? [])
      if (!keys.includes(word.toLowerCase()) && !keys.includes(word)) wrong.push(`${one.value} lacks ${word}`);
    for (const word of one.lacks ?? [])
      if (keys.includes(word.toLowerCase()) || keys.includes(word)) wrong.push(`${one.value} has ${word}`);
  }
  return wrong;
}

/** A date that a file's rules or values name, and the file. */
interface NamedDate {
  readonly file: string;
  readonly what: string;
  readonly day: Day;
  /** Only cases of this value count; any case of the file if absent. */
  readonly value?: string;
}

/** Dates with no case on the day itself, or none on the day before, in the same file. */
export function datesWithoutCases(
  regime: Regime,
  fileOf: (kind: 'rule' | 'value', id: string) => string | undefined,
): DetourError[] {
  const faults: DetourError[] = [];
  for (const { file, what, day, value } of namedDates(regime, fileOf)) {
    const cases = value === undefined ? regime.cases : regime.valueCases.filter((one) => one.value === value);
    const days = new Set(cases.filter((one) => one.at.file === file).map((one) => one.on));
    for (const [side, needed] of [
      ['before', day - 1],
      ['on', day],
    ] as const) {
      if (days.has(needed)) continue;
      const where = side === 'on' ? `on ${formatDay(day)}` : `on the day before ${formatDay(day)}`;
      faults.push(
        new DetourError('BAD_REGIME', `${what} changes on ${formatDay(day)}, and no case is judged ${where}: add one`, {
          at: { file },
        }),
      );
    }
  }
  return faults;
}

function namedDates(regime: Regime, fileOf: (kind: 'rule' | 'value', id: string) => string | undefined): NamedDate[] {
  const dates: NamedDate[] = [];
  for (const rule of regime.rules.values()) {
    const file = fileOf('rule', rule.id);
    if (file === undefined) continue;
    const days = new Set<Day>();
    for (const view of regime.views.values()) {
      if (view.without.includes(rule.instrument)) continue;
      if (view.asIfInForce.includes(rule.instrument)) {
        if (view.from !== undefined) days.add(view.from);
        continue;
      }
      for (const day of [...changesOf(inForce(rule)), ...changesOf(rule.citation)]) days.add(day);
    }
    for (const day of days) dates.push({ file, what: `rule \`${rule.id}\``, day });
  }
  for (const [name, value] of regime.values) {
    const file = fileOf('value', name);
    if (file === undefined || value.kind === 'set') continue;
    for (const day of changesOf(value.dated)) dates.push({ file, what: `value \`${name}\``, day, value: name });
  }
  return dates;
}
