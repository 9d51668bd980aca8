/** The bulk read of parties: one slot a key. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type AsOf, NO_DAY, type PartyColumns } from '../port.js';
import { dayNumber, shownOn } from './known.js';
import { list } from './records.js';
import { one } from './session.js';

/** Text columns of the answer, by the columns of the entity table. */
const TEXTS = {
  schema: 'schema',
  country: 'country',
  headquarters: 'headquarters',
  nationality: 'nationality',
  sector: 'sector',
  address: 'address',
  phone: 'phone',
  website: 'website',
  roles: 'roles',
} as const;
const DAYS = {
  foundedEarliest: 'founded_earliest',
  foundedLatest: 'founded_latest',
  siteVerifiedEarliest: 'site_verified_earliest',
  siteVerifiedLatest: 'site_verified_latest',
} as const;

/** Reads every party as it is known on the day. */
export async function readPartyColumns(c: DuckDBConnection, asOf: AsOf): Promise<PartyColumns> {
  const count = await one(c, 'SELECT count(*) FROM party');
  const integers = () => new Int32Array(new SharedArrayBuffer(count * 4));
  const codes = Object.fromEntries(Object.keys(TEXTS).map((name) => [name, integers().fill(-1)]));
  const days = Object.fromEntries(Object.keys(DAYS).map((name) => [name, integers().fill(NO_DAY)]));
  const known = new Uint8Array(new SharedArrayBuffer(count));
  const stub = new Uint8Array(new SharedArrayBuffer(count));
  const sitePowerMw = new Float64Array(new SharedArrayBuffer(count * 8)).fill(Number.NaN);
  const texts = new Texts();

  const named = asOf === undefined ? 'p.named_from IS NOT NULL' : `coalesce(p.named_from <= ${dayNumber(asOf)}, false)`;
  const sql = `SELECT p.key, e.id IS NOT NULL AS described, ${named} AS named,
      ${Object.values(TEXTS)
        .map((name) => `e.${name}`)
        .join(', ')}, ${Object.values(DAYS)
        .map((name) => `e.${name}`)
        .join(', ')},
      e.site_power_mw
    FROM party p LEFT JOIN ${shownOn('entity', asOf)} e ON e.id = p.id`;
  const textNames = Object.keys(TEXTS);
  const dayNames = Object.keys(DAYS);
  for await (const chunk of await c.stream(sql)) {
    const rowCount = chunk.rowCount;
    const keys = chunk.getColumnValues(0) as number[];
    const described = chunk.getColumnValues(1);
    const namedOn = chunk.getColumnValues(2);
    for (let i = 0; i < rowCount; i++) {
      const key = keys[i] as number;
      known[key] = described[i] === true || namedOn[i] === true ? 1 : 0;
      stub[key] = described[i] !== true && namedOn[i] === true ? 1 : 0;
    }
    textNames.forEach((name, k) => {
      const values = chunk.getColumnValues(3 + k);
      const column = codes[name] as Int32Array;
      for (let i = 0; i < rowCount; i++) {
        const value = values[i];
        if (typeof value === 'string')
          column[keys[i] as number] = texts.code(name === 'roles' ? rolesText(value) : value);
      }
    });
    dayNames.forEach((name, k) => {
      const values = chunk.getColumnValues(3 + textNames.length + k);
      const column = days[name] as Int32Array;
      for (let i = 0; i < rowCount; i++) if (values[i] !== null) column[keys[i] as number] = values[i] as number;
    });
    const power = chunk.getColumnValues(3 + textNames.length + dayNames.length);
    for (let i = 0; i < rowCount; i++) if (power[i] !== null) sitePowerMw[keys[i] as number] = power[i] as number;
  }
  return { count, known, stub, sitePowerMw, texts: texts.all, ...codes, ...days } as unknown as PartyColumns;
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

function rolesText(json: string): string {
  return list(json).sort().join(';');
}
