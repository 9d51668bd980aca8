/** How much a word tells: common words little, rare ones much. */
import type { NameKnowledge } from './knowledge.js';
import { Token, type TokenKind } from './token.js';
import type { Script } from './transliterate.js';

/** Bits of a word that is in none of the counted names. */
const UNSEEN = 13;
const LEAST = 2;
/** The most that words of a kind tell, however few names were counted that have them. */
const MOST: Readonly<Record<TokenKind, number>> = {
  name: 14,
  stop: 0,
  weak: 5,
  field: 7,
  country: 7,
  city: 8,
  number: 6,
  letter: 4,
  particle: 1,
  suffix: 2,
};
/** Words of persons' names that are known to be common somewhere, though not in the names that were counted. */
const KNOWN_PERSON_NAME = 9;

/** Counts of words in names: those of the loaded lists together with those that ship with the program. */
export class Rarity {
  readonly #shipped: ReadonlyMap<string, number>;
  readonly #loaded: ReadonlyMap<string, number>;
  readonly #of: number;
  readonly #tokens = new Map<string, Token>();

  /** `loaded` counts names by `Token.key`, of `loadedOf` names; without it only the shipped table counts. */
  constructor(knowledge: NameKnowledge, loaded: ReadonlyMap<string, number> = new Map(), loadedOf = 0) {
    this.#shipped = knowledge.frequencies;
    this.#loaded = loaded;
    this.#of = knowledge.frequencyOf + loadedOf;
  }

  /** Minus the base-2 logarithm of the share of names that have it, within bounds of its kind. */
  private bits(key: string, kind: TokenKind, isPersonName: boolean): number {
    const count = (this.#shipped.get(key) ?? 0) + (this.#loaded.get(key) ?? 0);
    const bits = count === 0 ? UNSEEN : Math.min(Math.log2(this.#of / count), UNSEEN);
    const most = isPersonName ? Math.min(KNOWN_PERSON_NAME, MOST[kind]) : MOST[kind];
    return Math.max(Math.min(bits, most), Math.min(LEAST, most));
  }

  /** A word with its weight; one object for all names that have it in the same role, so that its sound is worked out once. */
  token(
    text: string,
    key: string,
    kind: TokenKind,
    script: Script,
    given: readonly number[] = NO_NAMES,
    family: readonly number[] = NO_NAMES,
  ): Token {
    const isPersonName = given.length > 0 || family.length > 0;
    const as = `${kind}:${script}:${key}:${text}:${isPersonName}`;
    const kept = this.#tokens.get(as);
    if (kept !== undefined) return kept;
    const token = new Token(text, key, kind, script, this.bits(key, kind, isPersonName), given, family);
    if (this.#tokens.size >= MOST_KEPT) this.#tokens.clear();
    this.#tokens.set(as, token);
    return token;
  }
}

const NO_NAMES: readonly number[] = [];
const MOST_KEPT = 100_000;
