/** The bulk read of parties: one slot a key. */
import { type AsOf, NO_DAY, type PartyColumns } from '../port.js';
import { onlyRow, type Run, type StoreState } from './database.js';
import { dayOfAsOf } from './known.js';

const PARTIES_AT_ONCE = 20_000;

const TEXTS = ['schema', 'country', 'headquarters', 'nationality', 'sector', 'address', 'phone', 'website'] as const;
/** Columns of days, by the properties of a description. */
const DAYS = {
  foundedEarliest: 'foundedOn',
  foundedLatest: 'foundedOnLatest',
  siteVerifiedEarliest: 'siteVerifiedOn',
  siteVerifiedLatest: 'siteVerifiedOnLatest',
} as const;
const NAMES = ['key', 'sitePowerMw', 'roles', ...TEXTS, ...Object.values(DAYS)];

/** Reads every party as it is known on the day. */
export async function readPartyColumns(run: Run, state: StoreState, asOf: AsOf): Promise<PartyColumns> {
  const count = state.parties;
  const integers = (absent: number) => new Int32Array(new SharedArrayBuffer(count * 4)).fill(absent);
  const texts = new Texts();
  const codes = TEXTS.map(() => integers(-1));
  const days = Object.values(DAYS).map(() => integers(NO_DAY));
  const roles = integers(-1);
  const known = new Uint8Array(new SharedArrayBuffer(count));
  const stub = new Uint8Array(new SharedArrayBuffer(count));
  const sitePowerMw = new Float64Array(new SharedArrayBuffer(count * 8)).fill(Number.NaN);
  for (let from = 0; from < count; from += PARTIES_AT_ONCE) {
    const range = { from, to: Math.min(from + PARTIES_AT_ONCE, count), asOf: dayOfAsOf(asOf) };
    const { keys } = await onlyRow<{ readonly keys: readonly number[] }>(run, 'party-namings', range);
    for (const key of keys) {
      known[key] = 1;
      stub[key] = 1;
    }
    const asked = { ...range, version: state.version, names: NAMES };
    const { rows } = await onlyRow<{ readonly rows: readonly (readonly unknown[])[] }>(run, 'party-columns', asked);
    for (const row of rows) {
      const [key, power, inRoles, ...rest] = row as [number, number | null, readonly string[] | null, ...unknown[]];
      stub[key] = 0;
      if (power !== null) sitePowerMw[key] = power;
      if (inRoles !== null) roles[key] = texts.code([...inRoles].sort().join(';'));
      codes.forEach((column, i) => {
        if (typeof rest[i] === 'string') column[key] = texts.code(rest[i]);
      });
      days.forEach((column, i) => {
        const day = rest[TEXTS.length + i];
        if (typeof day === 'number') column[key] = day;
      });
    }
  }
  const named = <Name extends string>(names: readonly Name[], columns: readonly Int32Array[]) =>
    Object.fromEntries(names.map((name, i) => [name, columns[i]])) as Record<Name, Int32Array>;
  return {
    count,
    known,
    stub,
    ...named(TEXTS, codes),
    roles,
    ...named(Object.keys(DAYS) as (keyof typeof DAYS)[], days),
    sitePowerMw,
    texts: texts.all,
  };
}

/** Distinct texts, numbered in the order met. */
class Texts {
  readonly all: string[] = [];
  readonly #codes = new Map<string, number>();

  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}
