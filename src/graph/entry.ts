/** One way to have come along a chain of parties: its last movement and all that the rest depends on. */
import type { TieTo } from './candidates.js';
import type { Network, Step } from './network.js';

export interface Entry {
  /** The last movement. */
  readonly movement: number;
  /** Goods carried after it. */
  readonly carried: number;
  /** The first day it can have arrived, all days of the chain chosen together. */
  readonly earliest: number;
  /** Sixty-fourths so far. */
  readonly score: number;
  /** Movements used so far. */
  readonly movements: number;
  /** The entry it continues; for an entry moved by a tie, the entry before the tie. */
  readonly previous: Entry | null;
  /** The tie that took the goods on from the consignee of `movement`; null while they are there. */
  readonly tie: TieTo | null;
}

/**
 * Adds an entry to the Pareto set of its label unless another is as good in everything that can matter later;
 * drops those it beats. Entries with different last movements or goods never beat each other.
 */
export function keepBest(network: Network, entries: Entry[], entry: Entry): void {
  let kept = 0;
  for (let i = 0; i < entries.length; i++) {
    const other = entries[i] as Entry;
    if (other.movement === entry.movement && other.carried === entry.carried) {
      if (beats(network, other, entry)) return;
      if (beats(network, entry, other)) continue;
    }
    entries[kept++] = other;
  }
  entries.length = kept;
  entries.push(entry);
}

/** Whether every route that continues `b` comes after the one that continues `a` in the same way. */
function beats(network: Network, a: Entry, b: Entry): boolean {
  if (a.score < b.score || a.earliest > b.earliest || a.movements > b.movements) return false;
  return a.score > b.score || a.movements < b.movements || !ranksBefore(network, b, a);
}

/** Whether the movements of `a` come before those of `b` by rank, in travel order. Of two equals neither does. */
export function ranksBefore(network: Network, a: Entry, b: Entry): boolean {
  const { rank } = network.movements;
  const x = movementsOf(a);
  const y = movementsOf(b);
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] !== y[i]) return (rank[x[i] as number] as number) < (rank[y[i] as number] as number);
  }
  return x.length < y.length;
}

/** Movements of the chain in travel order. */
function movementsOf(entry: Entry): number[] {
  const list: number[] = [];
  for (let at: Entry | null = entry; at !== null; at = at.previous) if (at.tie === null) list.push(at.movement);
  return list.reverse();
}

/** Movements and ties of the chain in travel order. */
export function stepsOf(entry: Entry): Step[] {
  const steps: Step[] = [];
  for (let at: Entry | null = entry; at !== null; at = at.previous) {
    if (at.tie === null) {
      steps.push({ kind: 'MOVEMENT', movement: at.movement, carried: at.carried });
      continue;
    }
    const { party, pair, circle, from, until, fit } = at.tie;
    steps.push({ kind: 'TIE', party, pair, circle, from, until, fit });
  }
  return steps.reverse();
}
