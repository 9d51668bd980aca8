/** What becomes of the rows of one batch: new, another version, nothing new, or not taken. */
import { knownFrom, type Version } from './known.js';

/** A row on its way in. */
export interface IncomingVersion extends Omit<Version, 'since'> {
  /** Differs where content differs. */
  readonly content: number;
}

/** A version that is in the store, of this import or an earlier one. */
export interface KnownVersion extends Version {
  readonly content: number;
}

/** Remembers over a whole import which records came in as they already were. */
export interface Settled {
  has(version: KnownVersion): boolean;
  add(version: KnownVersion): void;
}

export interface MergePlan {
  /** Rows to write, by index. */
  readonly taken: readonly number[];
  /** Rows to leave because an earlier one of the import has their id and other content, by index. */
  readonly duplicates: readonly number[];
  /** Ids that have several versions from now on. */
  readonly contested: ReadonlySet<string>;
  /** Of the taken ones those whose data set had nothing under their id, by index. */
  readonly added: ReadonlySet<number>;
  readonly unchanged: number;
  /** Rows that are the first of the import with their id and data set, by index. */
  readonly first: readonly number[];
  /** To be remembered once the batch is written. */
  readonly settled: readonly KnownVersion[];
}

/**
 * Compares rows with what is known of their ids (all versions, those of this import too).
 *
 * Equal content changes nothing, unless it was retrieved earlier than what is there: then the record was known
 * earlier than thought, and the row is another version.
 */
export function planMerge(
  rows: readonly IncomingVersion[],
  known: Iterable<KnownVersion>,
  importing: number,
  settled: Settled,
): MergePlan {
  const latest = new Map<string, Map<string, KnownVersion>>();
  const several = new Set<string>();
  const note = (version: KnownVersion) => {
    const ofId = latest.get(version.id) ?? new Map<string, KnownVersion>();
    if (latest.has(version.id)) several.add(version.id);
    else latest.set(version.id, ofId);
    const before = ofId.get(version.dataset);
    if (before === undefined || before.since < version.since) ofId.set(version.dataset, version);
  };
  for (const version of known) note(version);

  const taken: number[] = [];
  const duplicates: number[] = [];
  const contested = new Set<string>();
  const added = new Set<number>();
  const first: number[] = [];
  const now = new Set<KnownVersion>();
  let unchanged = 0;
  rows.forEach((row, index) => {
    const before = latest.get(row.id)?.get(row.dataset);
    const same = before?.content === row.content;
    if (before !== undefined && (before.since === importing || now.has(before) || settled.has(before))) {
      if (same) unchanged++;
      else duplicates.push(index);
      return;
    }
    first.push(index);
    if (before !== undefined && same && knownFrom(before) <= knownFrom(row)) {
      unchanged++;
      now.add(before);
      return;
    }
    taken.push(index);
    if (before === undefined) added.add(index);
    note({ ...row, since: importing });
    if (several.has(row.id)) contested.add(row.id);
  });
  return { taken, duplicates, contested, added, unchanged, first, settled: [...now] };
}
