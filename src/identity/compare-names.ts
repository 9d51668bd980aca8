/** Two names: how alike they are, whether that is a match, and why. */
import { type Alignment, align } from './align.js';
import { isSameText } from './clean-text.js';
import { companyScore } from './company-score.js';
import type { NameKnowledge } from './knowledge.js';
import type { NameKind } from './name-kind.js';
import { personScore } from './person-score.js';
import { type PreparedName, prepareName } from './prepare.js';
import { Rarity } from './rarity.js';
import { reasonsFor } from './reasons.js';
import { mayBeJapanese } from './transliterate.js';

/** Names that score at least this are a match. Set on the tuning half of `test/identity/pairs/`, see `docs/names.md`. */
export const MATCH_THRESHOLD = 0.7;

export interface NameComparison {
  /** In [0, 1), four digits after the point; equal rare names score above equal common ones. */
  readonly score: number;
  /** The score is at least `MATCH_THRESHOLD`. */
  readonly match: boolean;
  /** One sentence a feature, what weighs most first. */
  readonly reasons: readonly string[];
}

/** Prepared names that are kept, so that a name that is compared often is read once. */
const MOST_KEPT = 4096;
/** The most that a name of nothing but general words or legal forms can score. */
const MOST_BARE = 0.6;
const MOST_ONE_NAME = 0.79;

/** Compares names by what it knows of words. Holds prepared names; make one and keep it. */
export class NameComparer {
  readonly #knowledge: NameKnowledge;
  readonly #rarity: Rarity;
  readonly #mostKept: number;
  readonly #kept = new Map<string, PreparedName>();

  constructor(knowledge: NameKnowledge, rarity: Rarity = new Rarity(knowledge), mostKept = MOST_KEPT) {
    this.#mostKept = mostKept;
    this.#knowledge = knowledge;
    this.#rarity = rarity;
  }

  /**
   * `schema` is `Person`, `Company`, `Organization`, `PublicBody`, `LegalEntity`, `Vessel`, `Aircraft`; where it is absent
   * or another word, or `LegalEntity`, the names themselves say what they are. Two names without a letter or digit score 0.
   * Time does not depend on the length of the names beyond their first 600 letters.
   */
  compare(schema: string | undefined, a: string, b: string): NameComparison {
    const { left, right, alignment, score } = this.judged(schema, a, b);
    const rounded = Math.round(score * 10_000) / 10_000;
    const match = rounded >= MATCH_THRESHOLD;
    return { score: rounded, match, reasons: reasonsFor(left, right, alignment) };
  }

  /** The score alone. */
  score(schema: string | undefined, a: string, b: string): number {
    return this.judged(schema, a, b).score;
  }

  private judged(schema: string | undefined, a: string, b: string): Judged {
    const kind = this.kindOf(schema, a, b);
    const first = this.pair(kind, this.prepare(a, kind), this.prepare(b, kind));
    const [japaneseA, japaneseB] = [mayBeJapanese(a), mayBeJapanese(b)];
    if (japaneseA === japaneseB) return first;
    const other = this.pair(kind, this.prepare(a, kind, japaneseA), this.prepare(b, kind, japaneseB));
    return other.score > first.score ? other : first;
  }

  private pair(kind: NameKind, left: PreparedName, right: PreparedName): Judged {
    const alignment = this.spelledOut(left, right) ?? align(left.tokens, right.tokens, kind);
    if (left.tokens.length === 0 || right.tokens.length === 0) return { left, right, alignment, score: 0 };
    let score =
      kind === 'person'
        ? personScore(left.tokens, right.tokens, alignment).score
        : companyScore(left, right, alignment).score;
    if ((left.bare || right.bare) && !isSameText(left.text, right.text))
      score = Math.min(score, MOST_BARE * (left.bare && right.bare ? 1.2 : 1));
    if (kind === 'person' && left.tokens.length === 1 && right.tokens.length === 1)
      score = Math.min(score, MOST_ONE_NAME);
    return { left, right, alignment, score };
  }

  /** `nioc` and `national iranian oil company`: the one word of one name is the first letters of the other. */
  private spelledOut(left: PreparedName, right: PreparedName): Alignment | undefined {
    for (const [short, long] of [
      [left, right],
      [right, left],
    ] as const) {
      const [word] = short.tokens;
      if (short.tokens.length !== 1 || word === undefined || word.kind !== 'name' || long.tokens.length < 2) continue;
      if (word.text.length < 2 || word.text.length > 7 || !isSpelledBy(word.text, long)) continue;
      const pair = { left: left.tokens, right: right.tokens, degree: 1, way: 'acronym' as const };
      return { pairs: [pair], leftAlone: [], rightAlone: [], reordered: false };
    }
    return undefined;
  }

  private kindOf(schema: string | undefined, a: string, b: string): NameKind {
    const said = KINDS.get((schema ?? '').trim().toLowerCase());
    if (said !== undefined) return said;
    const [left, right] = [this.prepare(a, 'company'), this.prepare(b, 'company')];
    return seemsPerson(left) && seemsPerson(right) && (hasGiven(left) || hasGiven(right)) ? 'person' : 'company';
  }

  private prepare(text: string, kind: NameKind, japanese = false): PreparedName {
    const key = `${kind}${japanese ? '!' : ':'}${text}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const made = prepareName(text, kind, this.#knowledge, this.#rarity, japanese);
    if (this.#kept.size >= this.#mostKept) this.#kept.clear();
    this.#kept.set(key, made);
    return made;
  }
}

/** The first letters of all words, or of all that are no legal form, or of these and some forms. */
function isSpelledBy(letters: string, { initials: [all = '', told = ''] }: PreparedName): boolean {
  return letters === told || (all.startsWith(letters) && letters.length >= told.length);
}

interface Judged {
  readonly left: PreparedName;
  readonly right: PreparedName;
  readonly alignment: Alignment;
  readonly score: number;
}

const KINDS: ReadonlyMap<string, NameKind> = new Map<string, NameKind>(
  Object.entries({
    person: 'person',
    company: 'company',
    organization: 'company',
    organisation: 'company',
    publicbody: 'company',
    vessel: 'vessel',
    ship: 'vessel',
    aircraft: 'vessel',
    airplane: 'vessel',
  }),
);

function seemsPerson({ tokens, legal }: PreparedName): boolean {
  return (
    legal.length === 0 &&
    tokens.length <= 6 &&
    tokens.every(({ kind }) => kind === 'name' || kind === 'letter' || kind === 'particle')
  );
}

function hasGiven({ tokens }: PreparedName): boolean {
  return tokens.some(({ given }) => given.length > 0);
}
