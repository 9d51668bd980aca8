/** The scoped bulk read: waves of shipments from the seeds, each the departures of the parties the last one reached. */
import type { Scope } from '../port.js';
import type { Packed, PackedRow } from './columns.js';
import { type Database, onlyRow } from './database.js';
import type { Parameters } from './statements.js';

const PARTIES_AT_ONCE = 1_000;

/**
 * Reads the shipments that a walk from the seeds can use, wave by wave; each party's departures are read once.
 *
 * @param consigneeAt where in a row the consignee's key stands
 */
export async function readWaves(
  database: Database,
  scope: Scope,
  asked: Parameters,
  consigneeAt: number,
  add: (rows: readonly PackedRow[]) => void,
): Promise<void> {
  const ties = tiesByParty(scope.ties);
  const reached = new Set(scope.seeds);
  let wave = [...reached];
  for (let movement = 1; movement <= (scope.hops ?? Number.POSITIVE_INFINITY) && wave.length > 0; movement++) {
    const arrived = new Set<number>();
    for (let from = 0; from < wave.length; from += PARTIES_AT_ONCE) {
      const shippers = wave.slice(from, from + PARTIES_AT_ONCE);
      const { rows } = await database.read((run) => onlyRow<Packed>(run, 'frontier-forwards', { ...asked, shippers }));
      add(rows);
      for (const packed of rows) arrived.add(packed[consigneeAt] as number);
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
