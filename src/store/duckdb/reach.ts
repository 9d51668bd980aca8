/** The parties from which a walk can still leave: waves of shippers and their consignees. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope } from '../port.js';
import { append, integerChunks, itemsOf } from './chunks.js';

/**
 * Fills `reached_party` (temporary) with the keys of parties that a walk from the seeds can reach with fewer than
 * `scope.hops` movements of the source, stepping over at most one tie after each.
 */
export async function reachedParties(
  c: DuckDBConnection,
  source: string,
  seeds: readonly number[],
  scope: Scope,
): Promise<void> {
  const ties = tiesByParty(scope.ties);
  const reached = new Set((scope.hops ?? 1) >= 1 ? seeds : []);
  let wave = [...reached];
  await c.run('CREATE OR REPLACE TEMP TABLE reached_party (key INTEGER)');
  await append(c, 'reached_party', integerChunks(wave));
  for (let movement = 1; movement < (scope.hops ?? Number.POSITIVE_INFINITY) && wave.length > 0; movement++) {
    await c.run('CREATE OR REPLACE TEMP TABLE wave_party (key INTEGER)');
    await append(c, 'wave_party', integerChunks(wave));
    const arrived = await keysOf(
      c,
      `SELECT DISTINCT consignee FROM (${source}) s WHERE s.shipper IN (SELECT key FROM wave_party)`,
    );
    wave = [];
    const meet = (key: number) => {
      if (reached.has(key)) return;
      reached.add(key);
      wave.push(key);
    };
    for (const key of arrived) {
      meet(key);
      for (const tied of ties.get(key) ?? []) meet(tied);
    }
    await append(c, 'reached_party', integerChunks(wave));
  }
}

function tiesByParty(ties: Scope['ties']): ReadonlyMap<number, readonly number[]> {
  const byParty = new Map<number, number[]>();
  for (let i = 0; i < (ties?.from.length ?? 0); i++) {
    const from = ties?.from[i] as number;
    const to = ties?.to[i] as number;
    const known = byParty.get(from);
    if (known === undefined) byParty.set(from, [to]);
    else known.push(to);
  }
  return byParty;
}

async function keysOf(c: DuckDBConnection, sql: string): Promise<number[]> {
  const keys: number[] = [];
  for await (const chunk of await c.stream(sql)) keys.push(...itemsOf(chunk, 0));
  return keys;
}
