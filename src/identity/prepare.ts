/** A name made ready to be compared. */
import { cleanText, MOST_LETTERS } from './clean-text.js';
import type { LegalClass, NameKnowledge } from './knowledge.js';
import { findPhrase, type LegalForm, takeLegalForms } from './legal-form.js';
import type { NameKind } from './name-kind.js';
import { personWords } from './person-words.js';
import type { Rarity } from './rarity.js';
import type { Token, TokenKind } from './token.js';
import { type Word, wordsOf } from './transliterate.js';

export interface PreparedName {
  /** As given. */
  readonly text: string;
  readonly kind: NameKind;
  /** In order; without legal forms, titles and words such as `of`. */
  readonly tokens: readonly Token[];
  readonly legal: readonly LegalForm[];
  /** The first letters of the words: of all but `of` and its like, and of those that are no legal form. */
  readonly initials: readonly string[];
  /** It was too long to be looked at to its end. */
  readonly cut: boolean;
  /** Nothing but legal forms, titles or general words is in it. */
  readonly bare: boolean;
}

const MOST_WORDS = 32;
const BRACKETED = /\(\s*([a-z]{3,7})\s*\)/;
const FORMER_NAME = /[([]\s*(?:ex|formerly|fka|f k a|aka|a k a|previously|also known as)\b[^)\]]*[)\]]/g;
const NUMBER = /^(\d+)(st|nd|rd|th)?$/;
const NUMBER_SIGN = new Set(['no', 'nr', 'num', 'number', 'numero', 'nomer', 'nom']);
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: '1',
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    xi: '11',
    xii: '12',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    first: '1',
    second: '2',
    third: '3',
    fourth: '4',
    fifth: '5',
    sixth: '6',
    seventh: '7',
    eighth: '8',
    ninth: '9',
    tenth: '10',
  }),
);
const VESSEL_SIGN = new Set([
  'mv',
  'mt',
  'ms',
  'ss',
  'mts',
  'vessel',
  'motor',
  'tanker',
  'm',
  'v',
  'lpgc',
  'lngc',
  'fv',
  'hms',
  'rv',
  'sv',
  'ship',
]);

/**
 * Reads a name as that of a person, a company (or office), or a vessel. A name without a letter or digit has no tokens.
 * `japanese` reads Chinese characters as Japanese.
 */
export function prepareName(
  text: string,
  kind: NameKind,
  knowledge: NameKnowledge,
  rarity: Rarity,
  japanese = false,
): PreparedName {
  const cleaned = cleanText(text, kind === 'person').replace(FORMER_NAME, ' ');
  const read = wordsOf(cleaned, knowledge.east, kind === 'person', japanese);
  const cut = text.length > MOST_LETTERS || read.length > MOST_WORDS;
  const words = cut ? read.slice(0, MOST_WORDS) : read;
  if (kind === 'person') {
    const tokens = personWords(words, knowledge, rarity);
    return { text, kind, tokens, legal: [], initials: [], cut, bare: tokens.every((token) => token.kind !== 'name') };
  }
  if (kind === 'vessel') {
    const named = withoutVesselSign(words);
    return {
      text,
      kind,
      tokens: companyTokens(named, knowledge, rarity),
      legal: [],
      initials: [],
      cut,
      bare: named.length === 0,
    };
  }
  const told = withoutOwnAcronym(cleaned, words, knowledge);
  const { rest, forms } = takeLegalForms(told, knowledge);
  const tokens = companyTokens(rest, knowledge, rarity);
  return {
    text,
    kind,
    tokens,
    legal: forms,
    initials: [initialsOf(told, knowledge), initialsOf(rest, knowledge)],
    cut,
    bare: !tokens.some(({ kind: what }) => !SAYS_LITTLE.has(what)),
  };
}

/** `(CNPC)` after the words whose first letters it is says nothing new. */
function withoutOwnAcronym(cleaned: string, words: readonly Word[], knowledge: NameKnowledge): readonly Word[] {
  const bracketed = BRACKETED.exec(cleaned)?.[1];
  const at = bracketed === undefined ? -1 : words.findIndex(({ text }) => text === bracketed);
  if (bracketed === undefined || at < 0) return words;
  const others = words.filter((_, i) => i !== at);
  const isForm = (text: string) => text.length <= 3 && knowledge.legal.has(text);
  const all = others.map(({ text }) => (isForm(text) ? text : text[0])).join('');
  return all.startsWith(bracketed) || initialsOf(others, knowledge).startsWith(bracketed) ? others : words;
}

function initialsOf(words: readonly Word[], knowledge: NameKnowledge): string {
  let letters = '';
  for (const { text } of words) {
    const known = knowledge.words.get(text)?.find((phrase) => phrase.words.length === 1)?.means;
    if (known?.kind !== 'stop') letters += text[0];
  }
  return letters;
}

const SAYS_LITTLE: ReadonlySet<TokenKind> = new Set(['weak', 'number', 'letter', 'particle']);

/** Whether the forms of two names can be those of one company; undefined where one of them states none. */
export function formsAgree(a: readonly LegalForm[], b: readonly LegalForm[]): boolean | undefined {
  const classes = (forms: readonly LegalForm[]) =>
    forms.filter((form) => form.class !== 'branch').map((form) => form.class);
  const [left, right] = [classes(a), classes(b)];
  if (left.length === 0 || right.length === 0) return undefined;
  const agrees = (one: LegalClass, other: LegalClass) =>
    one === other || (one === 'corporation' && OPEN.has(other)) || (other === 'corporation' && OPEN.has(one));
  return left.some((one) => right.some((other) => agrees(one, other)));
}

const OPEN: ReadonlySet<LegalClass> = new Set(['limited', 'stock', 'partnership', 'state']);

function withoutVesselSign(words: readonly Word[]): readonly Word[] {
  let start = 0;
  while (start < words.length - 1 && VESSEL_SIGN.has((words[start] as Word).text)) start++;
  return words.slice(start);
}

function companyTokens(words: readonly Word[], knowledge: NameKnowledge, rarity: Rarity): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const { text, script } = words[at] as Word;
    const phrase = findPhrase(words, at, knowledge.words);
    const number = numberOf(words, at);
    if (
      phrase === undefined &&
      NUMBER_SIGN.has(text) &&
      at + 1 < words.length &&
      numberOf(words, at + 1) !== undefined
    ) {
      at++;
      continue;
    }
    if (number !== undefined && (phrase === undefined || phrase.words.length === 1)) {
      tokens.push(rarity.token(number, number, 'number', script));
      at++;
      continue;
    }
    if (phrase !== undefined) {
      const { canonical, kind } = phrase.means;
      const written = phrase.words.join('');
      // A name of one such word is still a name.
      const as = kind === 'stop' ? 'weak' : kind;
      if (kind !== 'stop' || words.length === 1) {
        tokens.push(rarity.token(written, canonical, as, script));
      }
      at += phrase.words.length;
      continue;
    }
    const form = knowledge.legal.get(text)?.some((one) => one.words.length === 1);
    const kind = text.length === 1 ? 'letter' : form ? 'weak' : 'name';
    const given = knowledge.given.get(text);
    const family = knowledge.family.get(text);
    tokens.push(rarity.token(text, text, kind, script, given, family));
    at++;
  }
  return tokens;
}

/** Digits, ordinals, Roman numerals after another word. */
function numberOf(words: readonly Word[], at: number): string | undefined {
  const { text } = words[at] as Word;
  const digits = NUMBER.exec(text)?.[1];
  if (digits !== undefined) return digits.replace(/^0+(?=\d)/, '');
  if (text === 'i' && (at === 0 || at !== words.length - 1)) return undefined;
  return SPELLED.get(text);
}
