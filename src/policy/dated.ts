/** How dates select a value: the only place that knows. */
import type { Day } from '../model/day.js';
import type { Confidence } from '../model/product.js';
import type { Regime } from './regime.js';

/** What held from a day on, until the next version begins or, if `to` is given, only before that day. */
export interface Version<T> {
  /** First day; without one, always. */
  readonly from?: Day;
  /** First day on which it holds no longer. */
  readonly to?: Day;
  readonly value: T;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly checkedOn?: Day;
}

/** Versions by first day, no two on the same. */
export interface Dated<T> {
  readonly versions: readonly Version<T>[];
}

/** The version that holds on the day, or undefined where none does. */
export function valueOn<T>(dated: Dated<T>, day: Day): Version<T> | undefined {
  for (let i = dated.versions.length - 1; i >= 0; i--) {
    const version = dated.versions[i] as Version<T>;
    if (version.from === undefined || version.from <= day) {
      return version.to === undefined || day < version.to ? version : undefined;
    }
  }
  return undefined;
}

/** The days on which the dated thing changes, ascending: first days and ends. */
export function changesOf(dated: Dated<unknown>): Day[] {
  const days = new Set<Day>();
  for (const { from, to } of dated.versions) {
    if (from !== undefined) days.add(from);
    if (to !== undefined) days.add(to);
  }
  return [...days].sort((a, b) => a - b);
}

/** All days on which any value or rule of the regime changes, ascending: between two of them law stands still. */
export function changeDays(regime: Regime): readonly Day[] {
  return regime.changeDays;
}
