/** What parties share: an address or an officer, with whom. */
import type { Lists } from './lists.js';
import type { Parties } from './parties.js';
import type { TieSource } from './ties.js';

/** Per party the size of the smallest circle it shares with a listed party; an officer's 0 says that it shares one with nobody listed. */
export function sharingWithListed(
  sources: readonly TieSource[],
  lists: Lists,
  parties: Parties,
): Map<number, { address?: number; officer?: number }> {
  const listed = new Set<number>();
  for (const id of lists.listedParties) {
    const party = parties.number(id);
    if (party !== undefined) listed.add(party);
  }
  const found = new Map<number, { address?: number; officer?: number }>();
  for (const source of sources) {
    if (source.kind !== 'CIRCLE' || source.of === 'COMMON_OWNER') continue;
    const members = new Set(source.members.map((member) => member.party));
    for (const party of members) {
      const shared = found.get(party) ?? {};
      const withListed = [...members].some((other) => other !== party && listed.has(other));
      if (source.of === 'ADDRESS' && withListed)
        shared.address = Math.min(shared.address ?? Number.POSITIVE_INFINITY, members.size);
      if (source.of === 'OFFICER') {
        if (withListed) shared.officer = Math.min(shared.officer || Number.POSITIVE_INFINITY, members.size);
        else shared.officer ??= 0;
      }
      found.set(party, shared);
    }
  }
  return found;
}

/** By party, the others it shares an officer with, on whatever day; ascending. */
export function officersShared(sources: readonly TieSource[]): Map<number, readonly number[]> {
  const shared = new Map<number, Set<number>>();
  for (const source of sources) {
    if (source.kind !== 'CIRCLE' || source.of !== 'OFFICER') continue;
    for (const { party } of source.members) {
      const others = shared.get(party) ?? new Set();
      for (const member of source.members) if (member.party !== party) others.add(member.party);
      shared.set(party, others);
    }
  }
  return new Map([...shared].map(([party, others]) => [party, [...others].sort((a, b) => a - b)]));
}
