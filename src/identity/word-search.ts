/** Finds the words of a vocabulary that are a slip away from a word. */
import { editCost } from './edit-distance.js';
import { greatest } from './greatest.js';

export interface FoundWord {
  /** Index in the vocabulary. */
  readonly word: number;
  /** 0 to 1. */
  readonly degree: number;
}

const SHORTEST = 4;
const LEAST_DEGREE = 0.7;
/** Words of the vocabulary that are looked at closely, at most. */
const MOST_LOOKED_AT = 80;

/**
 * Three letters in a row of each word, with its ends marked, lead to the words that have them. A search counts how many
 * a word shares and looks closely at those that share most.
 */
export class WordSearch {
  readonly #words: readonly string[];
  readonly #grams = new Map<string, number>();
  readonly #starts: Int32Array;
  readonly #holders: Int32Array;
  readonly #shared: Uint8Array;

  /** `words` are distinct and of lower-case ASCII; those of fewer than four letters are never found. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#shared = new Uint8Array(words.length);
    const counts: number[] = [];
    const idOf = (gram: string) => {
      const known = this.#grams.get(gram);
      if (known !== undefined) return known;
      this.#grams.set(gram, counts.length);
      return counts.push(0) - 1;
    };
    for (const word of words)
      if (word.length >= SHORTEST)
        for (const gram of gramsOf(word)) {
          const id = idOf(gram);
          counts[id] = (counts[id] as number) + 1;
        }
    this.#starts = new Int32Array(counts.length + 1);
    for (let gram = 0; gram < counts.length; gram++) {
      this.#starts[gram + 1] = (this.#starts[gram] as number) + (counts[gram] as number);
    }
    this.#holders = new Int32Array(this.#starts[counts.length] as number);
    const next = this.#starts.slice();
    words.forEach((word, index) => {
      if (word.length < SHORTEST) return;
      for (const gram of gramsOf(word)) {
        const id = idOf(gram);
        this.#holders[next[id] as number] = index;
        next[id] = (next[id] as number) + 1;
      }
    });
  }

  /** Words but the word itself, the likest first; ties by index. */
  near(word: string): FoundWord[] {
    if (word.length < SHORTEST) return [];
    const touched: number[] = [];
    for (const gram of gramsOf(word)) {
      const id = this.#grams.get(gram);
      if (id === undefined) continue;
      for (let at = this.#starts[id] as number; at < (this.#starts[id + 1] as number); at++) {
        const holder = this.#holders[at] as number;
        if (this.#shared[holder] === 0) touched.push(holder);
        this.#shared[holder] = Math.min((this.#shared[holder] as number) + 1, 255);
      }
    }
    // One slip spoils at most three of the runs of three letters, two at most six.
    const least = Math.max(1, Math.floor(word.length / 3) - 1);
    const likely = touched.filter((index) => {
      const other = this.#words[index] as string;
      return (this.#shared[index] as number) >= least && other !== word && Math.abs(other.length - word.length) <= 3;
    });
    const closest = greatest(likely, (index) => this.#shared[index] as number, MOST_LOOKED_AT);
    for (const index of touched) this.#shared[index] = 0;
    const found: FoundWord[] = [];
    for (const index of closest) {
      const other = this.#words[index] as string;
      const longest = Math.max(other.length, word.length);
      const degree = 1 - editCost(word, other, longest * (1 - LEAST_DEGREE) + 0.01) / longest;
      if (degree >= LEAST_DEGREE) found.push({ word: index, degree });
    }
    return found.sort((a, b) => b.degree - a.degree || a.word - b.word);
  }
}

/** Distinct. */
function gramsOf(word: string): Set<string> {
  const marked = `^${word}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at++) grams.add(marked.slice(at, at + 3));
  return grams;
}
