/** Three-valued truth (Kleene's): yes, no, and cannot be said for want of a fact. */

/** Ordered so that "all of" is the least and "any of" the greatest of the parts. */
export type Truth = 0 | 1 | 2;

export const NO = 0;
export const CANNOT_SAY = 1;
export const YES = 2;

export function negate(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

export function both(a: Truth, b: Truth): Truth {
  return a < b ? a : b;
}

export function either(a: Truth, b: Truth): Truth {
  return a > b ? a : b;
}

export function truthOf(known: boolean): Truth {
  return known ? YES : NO;
}
