/** Dense keys into ids and back. */
import { DetourError } from '../../model/errors.js';
import { onlyRow, type Run, type StoreState } from './database.js';
import { compareBytes } from './known.js';

const AT_ONCE = 20_000;

/** What the statements give: two lists side by side. */
interface KeysAndIds {
  readonly keys: readonly number[];
  readonly ids: readonly string[];
}

/** The ids of keys, in the order asked. @throws DetourError `NOT_FOUND` for a key never given out. */
export async function idsOf(
  run: Run,
  state: StoreState,
  kind: 'party' | 'shipment',
  keys: ArrayLike<number>,
): Promise<string[]> {
  const count = kind === 'party' ? state.parties : state.shipments;
  const asked = Array.from(keys);
  const unknown = asked.find((key) => !Number.isInteger(key) || key < 0 || key >= count);
  if (unknown !== undefined) {
    throw new DetourError('NOT_FOUND', `\`${unknown}\` is not a ${kind} key: keys go from 0 to ${count - 1}`);
  }
  const ids = await idsByKey(run, kind, [...new Set(asked)]);
  return asked.map((key) => ids.get(key) as string);
}

/** The ids of distinct keys, all of which are known. */
export async function idsByKey(
  run: Run,
  kind: 'party' | 'shipment',
  keys: readonly number[],
): Promise<Map<number, string>> {
  const byKey = new Map<number, string>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const found = await onlyRow<KeysAndIds>(run, `${kind}-ids`, { keys: keys.slice(from, from + AT_ONCE) });
    found.keys.forEach((key, i) => {
      byKey.set(key, found.ids[i] as string);
    });
  }
  return byKey;
}

/** The keys of ids, in the order asked; -1 where unknown. */
export async function keysOf(
  run: Run,
  state: StoreState,
  kind: 'party' | 'shipment',
  ids: readonly string[],
): Promise<Int32Array> {
  const byId = new Map<string, number>();
  const distinct = [...new Set(ids)];
  for (let from = 0; from < distinct.length; from += AT_ONCE) {
    const asked = { ids: distinct.slice(from, from + AT_ONCE), version: state.version };
    if (kind === 'party') {
      for (const row of await run('party-keys', asked)) byId.set(row.id as string, row.key as number);
    } else {
      const found = await onlyRow<KeysAndIds>(run, 'shipment-keys', asked);
      found.ids.forEach((id, i) => {
        byId.set(id, found.keys[i] as number);
      });
    }
  }
  const keys = new Int32Array(new SharedArrayBuffer(ids.length * Int32Array.BYTES_PER_ELEMENT));
  ids.forEach((id, i) => {
    keys[i] = byId.get(id) ?? -1;
  });
  return keys;
}

/** For each party key its rank among all party ids in byte order. */
export async function partyRanks(run: Run, state: StoreState): Promise<Int32Array> {
  const parties: { readonly key: number; readonly id: string }[] = [];
  for (let from = 0; from < state.parties; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, state.parties);
    const found = await onlyRow<KeysAndIds>(run, 'party-ids-in-range', { from, to });
    found.keys.forEach((key, i) => {
      parties.push({ key, id: found.ids[i] as string });
    });
  }
  parties.sort((a, b) => compareBytes(a.id, b.id));
  const ranks = new Int32Array(new SharedArrayBuffer(state.parties * Int32Array.BYTES_PER_ELEMENT));
  parties.forEach(({ key }, rank) => {
    ranks[key] = rank;
  });
  return ranks;
}
