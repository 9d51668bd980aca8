/** Ways to have come to a party that differ in nothing that matters from there on. */
import { type Entry, ranksBefore } from './entry.js';
import type { Network, Question } from './network.js';

/**
 * Of entries of one chain that every onward movement sees alike, only the first in the order of results: of a hundred
 * thousand parallel shipments those that arrive on one day in equal lots are one. Alike are entries with the same goods
 * carried, days, movements used and tie, whose last movements have the same days, parties, quantity, weight, price,
 * document, declared end user and split, and nothing may follow both or neither.
 */
export function withoutLikes(network: Network, question: Question, entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < FEW) return entries;
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(network, question, entry);
    const other = first.get(key);
    if (other === undefined || comesBefore(network, entry, other)) first.set(key, entry);
  }
  return [...first.values()];
}

/** Below this many it costs more to compare entries than to extend them. */
const FEW = 16;

function comesBefore(network: Network, a: Entry, b: Entry): boolean {
  return a.score !== b.score ? a.score > b.score : ranksBefore(network, a, b);
}

function keyOf({ movements: M }: Network, { ending, endings }: Question, entry: Entry): string {
  const a = entry.movement;
  return [
    entry.carried,
    entry.earliest,
    entry.movements,
    entry.tie?.pair,
    entry.tie?.circle,
    M.shipper[a],
    M.consignee[a],
    M.departsEarliest[a],
    M.arrivesEarliest[a],
    M.arrivesLatest[a],
    M.units[a],
    M.pieceWeight[a],
    M.piecePrice[a],
    M.document[a],
    M.declaredFor[a],
    M.split[a],
    endings.final[ending[a] as number],
  ].join(' ');
}
