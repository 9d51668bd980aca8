/** Yes, no, and "a fact is missing" (undefined): Kleene's three-valued logic. */
import type { Known } from './situations.js';

/** True if all are, false if one is, else undefined. */
export function all(...facts: readonly Known[]): Known {
  if (facts.includes(false)) return false;
  return facts.includes(undefined) ? undefined : true;
}

export function not(fact: Known): Known {
  return fact === undefined ? undefined : !fact;
}

/** The value as a grade, false where it is one of those that say no. */
export function gradeUnless<T extends string>(value: Known<T>, ...no: readonly T[]): T | false | undefined {
  return value !== undefined && no.includes(value) ? false : value;
}
