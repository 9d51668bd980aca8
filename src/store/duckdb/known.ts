/** When a version of a record was the best known one. */
import type { AsOf } from '../port.js';

/** `known_from` of what was always known: before any day. */
export const ALWAYS = -0x80000000;
/** `known_until` of what is still so: after any day. */
export const STILL = 0x7fffffff;

/** The condition on a record table for the versions known on the day; where two data sets describe one id, of both. */
export function knownOn(asOf: AsOf, alias = ''): string {
  const dot = alias === '' ? '' : `${alias}.`;
  return asOf === undefined
    ? `${dot}known_until = ${STILL}`
    : `${dot}known_from <= ${dayNumber(asOf)} AND ${dayNumber(asOf)} < ${dot}known_until`;
}

/** The record table cut down to the one version of each id that is shown on the day. */
export function shownOn(table: string, asOf: AsOf): string {
  if (asOf === undefined) return `(SELECT * FROM ${table} WHERE shown)`;
  return `(SELECT * FROM ${table} WHERE ${knownOn(asOf)}
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY ${mostTrusted(table)}) = 1)`;
}

/** The order in which versions of one id from several data sets are trusted. */
export function mostTrusted(table: string): string {
  return table === 'entity' ? 'trust, dataset' : 'dataset';
}

/** A day as it may be written into a statement. Days beyond the bounds stand for the bounds. */
export function dayNumber(day: number): number {
  return Math.max(ALWAYS + 1, Math.min(STILL - 1, Math.floor(day)));
}
