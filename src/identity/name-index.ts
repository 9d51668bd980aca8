/** Looks a name up among many: the few that are worth comparing, and what the comparison says. */
import { keysOfName, keysOfToken } from './block-keys.js';
import { NameComparer, type NameComparison } from './compare-names.js';
import { greatest } from './greatest.js';
import type { NameKnowledge } from './knowledge.js';
import type { NameKind } from './name-kind.js';
import { type PreparedName, prepareName } from './prepare.js';
import { Rarity } from './rarity.js';
import type { Token } from './token.js';
import { mayBeJapanese } from './transliterate.js';
import { WordSearch } from './word-search.js';

export interface IndexedName {
  readonly text: string;
  /** As the comparer takes it; undefined where it is not known. */
  readonly schema?: string | undefined;
  /** Whose name it is: the caller's number. */
  readonly party: number;
}

export interface FoundName extends NameComparison {
  /** Index among the names. */
  readonly name: number;
}

/** Names that are compared for one that is looked up, at most. */
const MOST_COMPARED = 48;
/** A key that leads to more names than this only raises names that a rarer one led to. */
const MOST_HOLDERS = 4_000;
/** Of what the words of the looked-up name weigh, how much a name must share to be compared. */
const LEAST_SHARED = 0.3;
/** What a word of a name that is not in the looked-up one counts against it when the likeliest are chosen. */
const UNSHARED = 0.12;
/** Prepared names that are kept; those that are looked at most come soon again after a clearing. */
const MOST_PREPARED = 50_000;
const KEPT_SLIPS = 20_000;

/**
 * An index over names. Building it reads each name once; looking up touches only names that share a word, in sound,
 * meaning or but for a slip. Words weigh by how few of these names have them.
 */
export class NameIndex {
  readonly #names: readonly IndexedName[];
  readonly #knowledge: NameKnowledge;
  readonly #rarity: Rarity;
  readonly #comparer: NameComparer;
  readonly #keys = new Map<string, number>();
  readonly #starts: Int32Array;
  readonly #holders: Int32Array;
  readonly #weights: Float32Array;
  /** Keys of each name: those of name `n` from `#spans[n]` to `#spans[n + 1]`. */
  readonly #keysOfNames: Int32Array;
  readonly #spans: Int32Array;
  readonly #words: WordSearch;
  readonly #wordKeys: readonly number[];
  readonly #slips = new Map<string, readonly { key: number; degree: number }[]>();
  // Scratch of one look-up; emptied at its end.
  readonly #sum: Float32Array;
  readonly #best: Float32Array;
  readonly #stamp: Int32Array;
  #round = 0;

  constructor(names: readonly IndexedName[], knowledge: NameKnowledge) {
    this.#names = names;
    this.#knowledge = knowledge;
    const counts = new Map<string, number>();
    const first = new Rarity(knowledge);
    const spans = new Int32Array(names.length + 1);
    const all: number[] = [];
    const idOf = (key: string) => {
      let id = this.#keys.get(key);
      if (id === undefined) {
        id = this.#keys.size;
        this.#keys.set(key, id);
      }
      return id;
    };
    names.forEach(({ text, schema }, index) => {
      const prepared = prepareName(text, kindOf(schema), knowledge, first);
      for (const key of new Set(prepared.tokens.map((token) => token.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const key of keysOf(prepared)) all.push(idOf(key));
      spans[index + 1] = all.length;
    });
    this.#keysOfNames = Int32Array.from(all);
    this.#spans = spans;
    this.#starts = new Int32Array(this.#keys.size + 1);
    for (const key of all) this.#starts[key + 1] = (this.#starts[key + 1] as number) + 1;
    for (let key = 0; key < this.#keys.size; key++) {
      this.#starts[key + 1] = (this.#starts[key + 1] as number) + (this.#starts[key] as number);
    }
    this.#holders = new Int32Array(all.length);
    const next = this.#starts.slice();
    this.#weights = new Float32Array(names.length);
    for (let name = 0; name < names.length; name++) {
      for (let at = spans[name] as number; at < (spans[name + 1] as number); at++) {
        const key = all[at] as number;
        this.#holders[next[key] as number] = name;
        next[key] = (next[key] as number) + 1;
      }
    }
    const wordKeys = [...this.#keys].filter(([key]) => key.startsWith('w:'));
    for (const [, key] of wordKeys) {
      const weight = this.#weightOf(key);
      for (let at = this.#starts[key] as number; at < (this.#starts[key + 1] as number); at++) {
        const name = this.#holders[at] as number;
        this.#weights[name] = (this.#weights[name] as number) + weight;
      }
    }
    this.#words = new WordSearch(wordKeys.map(([key]) => key.slice(2)));
    this.#wordKeys = wordKeys.map(([, key]) => key);
    this.#rarity = new Rarity(knowledge, counts, names.length);
    this.#comparer = new NameComparer(knowledge, this.#rarity, MOST_PREPARED);
    this.#sum = new Float32Array(names.length);
    this.#best = new Float32Array(names.length);
    this.#stamp = new Int32Array(names.length);
  }

  /**
   * Names that score at least `threshold` against this one, best first, ties by index. `schema` as for the comparer;
   * where it is unknown the name is taken for what the other is. A name without a letter or digit finds nothing.
   */
  find(text: string, schema: string | undefined, threshold: number): FoundName[] {
    const found: FoundName[] = [];
    for (const name of this.#likely(text, schema)) {
      const { text: listed, schema: as } = this.#names[name] as IndexedName;
      const score = this.#comparer.score(as ?? schema, text, listed);
      if (score < threshold - ROUNDING) continue;
      const comparison = this.#comparer.compare(as ?? schema, text, listed);
      if (comparison.score >= threshold) found.push({ ...comparison, name });
    }
    return found.sort((a, b) => b.score - a.score || a.name - b.name);
  }

  /** The names that share most of what this one's words weigh. */
  #likely(text: string, schema: string | undefined): number[] {
    const touched: number[] = [];
    let total = 0;
    for (const prepared of this.#readings(text, schema)) {
      let weighed = 0;
      for (const token of this.#rarestFirst(prepared.tokens)) {
        this.#round++;
        let most = 0;
        for (const key of keysOfToken(token)) {
          const id = this.#keys.get(key);
          if (id !== undefined) most = Math.max(most, this.#touch(id, 1, touched));
        }
        if (token.kind === 'name') {
          for (const { key, degree } of this.#slipsOf(token.sound))
            most = Math.max(most, this.#touch(key, degree, touched));
        }
        weighed += most;
      }
      this.#round++;
      for (const key of keysOfName(prepared)) {
        const id = this.#keys.get(key);
        if (id !== undefined) this.#touch(id, 1, touched);
      }
      total = Math.max(total, weighed);
    }
    const rank = (name: number) => {
      const sum = this.#sum[name] as number;
      return sum - UNSHARED * Math.max(0, (this.#weights[name] as number) - sum);
    };
    const enough = touched.filter((name) => (this.#sum[name] as number) >= total * LEAST_SHARED);
    const likely = greatest(enough, rank, MOST_COMPARED);
    for (const name of touched) this.#sum[name] = 0;
    return likely;
  }

  /** So that the common words of a name are looked at when rarer ones have led somewhere. */
  #rarestFirst(tokens: readonly Token[]): readonly Token[] {
    const holders = (token: Token) => {
      let most = 0;
      for (const key of keysOfToken(token)) {
        const id = this.#keys.get(key);
        if (id !== undefined) most = Math.max(most, (this.#starts[id + 1] as number) - (this.#starts[id] as number));
      }
      return most;
    };
    const counted = tokens.map((token, at) => ({ token, at, holders: holders(token) }));
    return counted.sort((a, b) => a.holders - b.holders || a.at - b.at).map(({ token }) => token);
  }

  /** Adds a key's weight to each name that has it, once a word however many of its keys lead there. */
  #touch(key: number, degree: number, touched: number[]): number {
    const from = this.#starts[key] as number;
    const to = this.#starts[key + 1] as number;
    const weight = this.#weightOf(key) * degree;
    if (to - from > MOST_HOLDERS && touched.length > 0) {
      // Names that have this word and no rarer one are not worth the time.
      for (const name of touched) if (this.#has(name, key)) this.#raise(name, weight);
      return weight;
    }
    for (let at = from; at < to; at++) {
      const name = this.#holders[at] as number;
      if (this.#sum[name] === 0) touched.push(name);
      this.#raise(name, weight);
    }
    return weight;
  }

  #raise(name: number, weight: number): void {
    const before = this.#stamp[name] === this.#round ? (this.#best[name] as number) : 0;
    if (weight <= before) return;
    this.#stamp[name] = this.#round;
    this.#best[name] = weight;
    this.#sum[name] = (this.#sum[name] as number) + weight - before;
  }

  #has(name: number, key: number): boolean {
    for (let at = this.#spans[name] as number; at < (this.#spans[name + 1] as number); at++) {
      if (this.#keysOfNames[at] === key) return true;
    }
    return false;
  }

  #weightOf(key: number): number {
    const holders = (this.#starts[key + 1] as number) - (this.#starts[key] as number);
    return Math.log2(1 + this.#names.length / holders);
  }

  #slipsOf(sound: string): readonly { key: number; degree: number }[] {
    const kept = this.#slips.get(sound);
    if (kept !== undefined) return kept;
    const found = this.#words.near(sound).map(({ word, degree }) => ({ key: this.#wordKeys[word] as number, degree }));
    if (this.#slips.size >= KEPT_SLIPS) this.#slips.clear();
    this.#slips.set(sound, found);
    return found;
  }

  /** As a person and as a company, where it is not said; Chinese characters also as Japanese. */
  #readings(text: string, schema: string | undefined): PreparedName[] {
    const known = schema === undefined || schema === '' || schema === 'LegalEntity' ? undefined : kindOf(schema);
    const kinds: readonly NameKind[] = known === undefined ? ['company', 'person'] : [known];
    return kinds.flatMap((kind) => [
      prepareName(text, kind, this.#knowledge, this.#rarity),
      ...(mayBeJapanese(text) ? [prepareName(text, kind, this.#knowledge, this.#rarity, true)] : []),
    ]);
  }
}

const ROUNDING = 0.00005;

function keysOf(prepared: PreparedName): Set<string> {
  return new Set([...prepared.tokens.flatMap(keysOfToken), ...keysOfName(prepared)]);
}

function kindOf(schema: string | undefined): NameKind {
  if (schema === 'Person') return 'person';
  return schema === 'Vessel' || schema === 'Aircraft' ? 'vessel' : 'company';
}
