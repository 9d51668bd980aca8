/** One word of a prepared name. */
import { consonants, koreanFold, soundFold } from './fold.js';
import type { WordKind } from './knowledge.js';
import type { Script } from './transliterate.js';

export type TokenKind = WordKind | 'name' | 'number' | 'letter' | 'particle' | 'suffix';

export class Token {
  #sound: string | undefined;
  #consonants: string | undefined;
  #korean: string | undefined;

  constructor(
    /** Lower-case ASCII, as written or read. */
    readonly text: string,
    /** The same for words that mean the same: what the dictionary calls it, else the text. */
    readonly key: string,
    readonly kind: TokenKind,
    readonly script: Script,
    /** How much it says that two names share this word: the fewer names have it, the more. */
    readonly bits: number,
    /** Numbers of the given names, and of the family names, that it may be. */
    readonly given: readonly number[] = [],
    readonly family: readonly number[] = [],
  ) {}

  /** One form for its spellings in different romanisations. */
  get sound(): string {
    this.#sound ??= soundFold(this.text);
    return this.#sound;
  }

  get consonants(): string {
    this.#consonants ??= consonants(this.text);
    return this.#consonants;
  }

  get korean(): string {
    this.#korean ??= koreanFold(this.text);
    return this.#korean;
  }
}
