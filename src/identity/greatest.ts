/** The few of many that rank highest, without sorting the many. */

/** At most `most` of the indexes, by falling rank, ties by index. Most are put aside by one comparison each. */
export function greatest(indexes: readonly number[], rankOf: (index: number) => number, most: number): number[] {
  const best: number[] = [];
  const ranks: number[] = [];
  for (const index of indexes) {
    const rank = rankOf(index);
    let at = best.length;
    while (at > 0 && isAfter(ranks[at - 1] as number, best[at - 1] as number, rank, index)) at--;
    if (at >= most) continue;
    best.splice(at, 0, index);
    ranks.splice(at, 0, rank);
    if (best.length > most) {
      best.pop();
      ranks.pop();
    }
  }
  return best;
}

function isAfter(rank: number, index: number, thanRank: number, thanIndex: number): boolean {
  return rank < thanRank || (rank === thanRank && index > thanIndex);
}
