/** Parties on their way in: a key for each id that a record names. */
import type { Run } from './database.js';
import type { Effect, ImportState } from './import-state.js';
import { ALWAYS, knownFrom } from './known.js';
import type { Properties } from './properties.js';

/** Ids that rows name, each with the first day on which one of them did. */
export class Namings {
  readonly days = new Map<string, number>();

  add(id: string | undefined, record: { readonly retrievedOn?: number | null | undefined }): void {
    if (id === undefined) return;
    const day = knownFrom(record);
    const before = this.days.get(id);
    if (before === undefined || day < before) this.days.set(id, day);
  }
}

/**
 * Gives every id its key, and makes a node for each party met for the first time: a stub, or with the properties in
 * `described` where this batch describes it.
 *
 * @returns the key of each, and which of them are new
 */
export async function takeParties(
  run: Run,
  state: ImportState,
  namings: Namings,
  effects: Effect[],
  described: ReadonlyMap<string, Properties> = new Map(),
): Promise<{ readonly keyOf: (id: string) => number; readonly isNew: (id: string) => boolean }> {
  const known = new Map<string, { readonly key: number; readonly namedFrom: number }>();
  const asked: string[] = [];
  for (const id of namings.days.keys()) {
    const remembered = state.parties.get(id);
    if (remembered === undefined) asked.push(id);
    else known.set(id, remembered);
  }
  for (const row of asked.length === 0 ? [] : await run('party-keys', { ids: asked, version: state.importing })) {
    const namedFrom = (row.namedFrom ?? ALWAYS) as number;
    const key = row.key as number;
    known.set(row.id as string, { key, namedFrom: Math.min(namedFrom, state.namedEarlier.get(key) ?? namedFrom) });
  }
  const created = new Set<string>();
  const rows: Properties[] = [];
  let next = state.nextParty;
  for (const [id, day] of namings.days) {
    const before = known.get(id);
    if (before === undefined) {
      const key = next++;
      created.add(id);
      known.set(id, { key, namedFrom: day });
      const content = described.get(id);
      const namedFrom = day === ALWAYS ? undefined : day;
      rows.push({ ...content, id, key, since: state.importing, stub: content === undefined, namedFrom });
    } else if (day < before.namedFrom) {
      known.set(id, { key: before.key, namedFrom: day });
      effects.push(() => state.namedEarlier.set(before.key, day));
    }
  }
  if (rows.length > 0) await run('create-parties', { rows });
  effects.push(() => {
    state.nextParty = next;
    for (const [id, party] of known) state.parties.set(id, party);
  });
  return {
    keyOf: (id) => {
      const party = known.get(id);
      if (party === undefined) throw new Error(`party ${id} has no key`);
      return party.key;
    },
    isNew: (id) => created.has(id),
  };
}
