/** Which version of a record is shown. */
import type { AsOf } from '../port.js';

/** Before any day: since when a record without a retrieval day is known. */
export const ALWAYS = -0x80000000;
/** After any day: nothing is hidden. */
export const STILL = 0x7fffffff;

/** What says whether a version is shown, beside its content. */
export interface Version {
  readonly id: string;
  readonly dataset: string;
  /** The import that brought it. */
  readonly since: number;
  readonly retrievedOn?: number | null;
  /** Lower is more trusted; absent where records carry nothing to compare. */
  readonly trust?: number | null;
}

/** The day as statements take it; days beyond the bounds stand for the bounds. */
export function dayOfAsOf(asOf: AsOf): number {
  return asOf === undefined ? STILL : Math.max(ALWAYS + 1, Math.min(STILL - 1, Math.floor(asOf)));
}

/** The first day on which a record is known. */
export function knownFrom(record: { readonly retrievedOn?: number | null | undefined }): number {
  return record.retrievedOn ?? ALWAYS;
}

/**
 * For each id the versions known on the day, one a data set (the last imported), the most trusted first; ids in the
 * order in which they first come.
 */
export function knownById<T extends Version>(versions: Iterable<T>, asOf: AsOf): Map<string, T[]> {
  const day = dayOfAsOf(asOf);
  const known = new Map<string, T[]>();
  for (const version of versions) {
    if (knownFrom(version) > day) continue;
    const others = known.get(version.id);
    if (others === undefined) {
      known.set(version.id, [version]);
      continue;
    }
    const same = others.findIndex((other) => other.dataset === version.dataset);
    if (same < 0) others.push(version);
    else if ((others[same] as T).since < version.since) others[same] = version;
  }
  for (const several of known.values()) if (several.length > 1) several.sort(byTrust);
  return known;
}

/** The one version of each id that is shown on the day. */
export function shownOf<T extends Version>(versions: Iterable<T>, asOf: AsOf): T[] {
  return [...knownById(versions, asOf).values()].map((known) => known[0] as T);
}

function byTrust(a: Version, b: Version): number {
  return (a.trust ?? 0) - (b.trust ?? 0) || compareBytes(a.dataset, b.dataset);
}

/** Compares texts by their UTF-8 bytes, which is the order of code points and not that of JavaScript's `<`. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    // Halves of a pair stand for code points above all single units, but are less than the units from E000.
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
