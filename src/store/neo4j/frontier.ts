/** The scoped bulk read: waves of shipments from the seeds, each the departures of the parties the last one reached. */
import type { Scope } from '../port.js';
import type { BulkRows, BulkSlice } from './bulk-rows.js';
import type { Database } from './database.js';
import type { Parameters } from './statements.js';

const PARTIES_AT_ONCE = 1_000;

/** Reads the shipments that a walk from the seeds can use, wave by wave; each party's departures are read once. */
export async function readWaves(database: Database, scope: Scope, asked: Parameters, rows: BulkRows): Promise<void> {
  const ties = tiesByParty(scope.ties);
  const reached = new Set(scope.seeds);
  let wave = [...reached];
  for (let movement = 1; movement <= (scope.hops ?? Number.POSITIVE_INFINITY) && wave.length > 0; movement++) {
    const arrived = new Set<number>();
    for (let from = 0; from < wave.length; from += PARTIES_AT_ONCE) {
      const shippers = wave.slice(from, from + PARTIES_AT_ONCE);
      const answer = await database.read((run) => run<BulkSlice>('frontier-forwards', { ...asked, shippers }));
      for (const consignee of rows.add(answer)) arrived.add(consignee);
    }
    wave = [];
    for (const party of arrived) {
      // A party that was stepped to over a tie may be arrived at later, and its own ties count only then.
      for (const next of [party, ...(ties.get(party) ?? [])]) {
        if (reached.has(next)) continue;
        reached.add(next);
        wave.push(next);
      }
    }
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
