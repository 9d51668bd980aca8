/** A regime: a named set of dated values and rules, seen under views. */
import type { Day } from '../model/day.js';
import type { Cap, Condition } from './condition.js';
import { changesOf } from './dated.js';
import type { View } from './judgement.js';
import { buildLaw, type Law } from './law.js';
import { type Instrument, inForce, type Rule } from './rule.js';
import type { RuleCase, ValueCase } from './rule-cases.js';
import type { RegimeValue } from './value-file.js';

/** Which instruments a view leaves out, and which it applies on every day as if they were in force. */
export interface ViewRules {
  readonly title: string;
  /** First day the view can be asked about; before, nothing is evaluated. */
  readonly from?: Day;
  readonly without: readonly string[];
  readonly asIfInForce: readonly string[];
}

/** What the files say, `extends` already followed. */
export interface RegimeContent {
  readonly id: string;
  readonly title: string;
  /** Changes whenever a file of the regime, or of one it extends, does. */
  readonly version: string;
  readonly extends?: string;
  /** The last day the sources reach; judgements of later days say so. */
  readonly knownThrough: Day;
  readonly views: ReadonlyMap<View, ViewRules>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly values: ReadonlyMap<string, RegimeValue>;
  readonly predicates: ReadonlyMap<string, Condition>;
  readonly caps: ReadonlyMap<string, Cap>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Names of exceptions in the order in which one would use them. */
  readonly exceptionOrder: readonly string[];
  /** This folder's own cases, not those of the regime it extends. */
  readonly cases: readonly RuleCase[];
  readonly valueCases: readonly ValueCase[];
}

export interface Regime extends RegimeContent {
  /** All days on which any value or rule changes, ascending. */
  readonly changeDays: readonly Day[];
  /** The law of the day under the view, conditions bound to the day's values; undefined before the view begins. */
  readonly lawOn: (on: Day, view: View) => Law | undefined;
}

/** Regimes by id. */
export type Regimes = ReadonlyMap<string, Regime>;

/** The regime ready to judge by; the law of each range between changes is bound once, when first asked for. */
export function regimeOf(content: RegimeContent): Regime {
  const changeDays = allChangeDays(content);
  const laws = new Map<string, Law>();
  return {
    ...content,
    changeDays,
    lawOn(on, view) {
      const rules = content.views.get(view);
      if (rules === undefined || (rules.from !== undefined && on < rules.from)) return undefined;
      const key = `${view}:${countUpTo(changeDays, on)}`;
      let law = laws.get(key);
      if (law === undefined) {
        law = buildLaw(content, on, rules);
        laws.set(key, law);
      }
      return law;
    },
  };
}

function allChangeDays(content: RegimeContent): Day[] {
  const days = new Set<Day>();
  for (const view of content.views.values()) if (view.from !== undefined) days.add(view.from);
  for (const rule of content.rules.values()) {
    for (const day of changesOf(inForce(rule))) days.add(day);
    for (const day of changesOf(rule.citation)) days.add(day);
  }
  for (const value of content.values.values()) {
    if (value.kind !== 'set') for (const day of changesOf(value.dated)) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** How many of the ascending days lie on or before the day. */
function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
