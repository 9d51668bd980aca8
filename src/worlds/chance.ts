/** Seeded randomness: the same seed gives the same draws on every machine. */

/** A stream of draws; every method takes the next ones from it. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  yes(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a list, in proportion to weights that are not all zero. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** A copy in random order. */
  shuffle<T>(list: readonly T[]): T[];
  /** A number within `share` of `middle`: `spread(100, 0.1)` lies in [90, 110). */
  spread(middle: number, share: number): number;
  /** A Pareto draw of at least `min`, cut at `max`; a smaller `alpha` has a heavier tail. */
  heavyTail(min: number, alpha: number, max: number): number;
  /** A stream of its own that depends on the seed and the label only, not on what was drawn before. */
  fork(label: string): Chance;
}

/** The stream of a seed. Generator: sfc32 (Doty-Humphrey, PractRand), seeded through xmur3 hashing of the text. */
export function chanceOf(seed: number | string): Chance {
  const next = sfc32(String(seed));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const chance: Chance = {
    next,
    int,
    yes: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted(list, weight) {
      let total = 0;
      for (const item of list) total += weight(item);
      let left = next() * total;
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return list.at(-1)!;
    },
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    spread: (middle, share) => middle * (1 - share + 2 * share * next()),
    heavyTail: (min, alpha, max) => Math.min(max, min / (1 - next()) ** (1 / alpha)),
    fork: (label) => chanceOf(`${seed}/${label}`),
  };
  return chance;
}

function sfc32(text: string): () => number {
  const word = xmur3(text);
  let a = word();
  let b = word();
  let c = word();
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  // The first draws of close seeds are alike until the state has been stirred.
  for (let i = 0; i < 15; i++) next();
  return next;
}

function xmur3(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}
