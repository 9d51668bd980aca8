/** How much a word tells: common words little, rare ones much. */
import type { NameKnowledge } from './knowledge.js';
import type { TokenKind } from './token.js';

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

/** Counts of words in names: those of the loaded lists, over those that ship with the program. */
export class Rarity {
  readonly #shipped: ReadonlyMap<string, number>;
  readonly #shippedOf: number;
  readonly #loaded: ReadonlyMap<string, number>;
  readonly #loadedOf: number;

  /** `loaded` counts names by `Token.key`, of `loadedOf` names; without it only the shipped table counts. */
  constructor(knowledge: NameKnowledge, loaded: ReadonlyMap<string, number> = new Map(), loadedOf = 0) {
    this.#shipped = knowledge.frequencies;
    this.#shippedOf = knowledge.frequencyOf;
    this.#loaded = loaded;
    this.#loadedOf = loadedOf;
  }

  /** The bits of a word: minus the base-2 logarithm of the share of names that have it, within bounds of its kind. */
  bits(key: string, kind: TokenKind, isPersonName: boolean): number {
    const shipped = (this.#shipped.get(key) ?? 0) / this.#shippedOf;
    const loaded = this.#loadedOf === 0 ? 0 : (this.#loaded.get(key) ?? 0) / this.#loadedOf;
    const share = Math.max(shipped, loaded);
    const bits = share === 0 ? UNSEEN : Math.min(-Math.log2(share), UNSEEN);
    const most = isPersonName ? Math.min(KNOWN_PERSON_NAME, MOST[kind]) : MOST[kind];
    return Math.max(Math.min(bits, most), Math.min(LEAST, most));
  }
}
