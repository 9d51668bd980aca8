/** Takes out of a name what is no part of it: marks of writing direction, control characters, pictures, punctuation. */

/** Letters of a name that are looked at; a longer one is cut, and its comparison says so. */
export const MOST_LETTERS = 600;

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const INVISIBLE = /\p{Cf}+/gu;
const NO_TEXT = /(?:[\p{Cc}\p{Co}\p{Cs}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|\u20e3)+/gu;
/** Letters with dots or strokes between them are one word: S.p.A., L.L.C, M/V, A/S. */
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{L}(?:[./]\s?\p{L}(?![\p{L}\p{N}]))+\.?/gu;
const BETWEEN_LETTERS = /[./\s]/g;
const APOSTROPHE = /['’‘`´ʻʼʾʿ′"“”„«»״׳]/g;
const AND = /[&＆﹠]/g;

/**
 * The name in lower case and compatibility form (NFKC), without what cannot be seen or spoken, with `&` as `and`,
 * abbreviations without their dots and apostrophes taken out. Punctuation stays for the caller to split at, as it
 * ends a word in every script. Of persons such abbreviations are initials, which stay apart.
 */
export function cleanText(raw: string, person = false): string {
  const cut = raw.length > MOST_LETTERS ? raw.slice(0, MOST_LETTERS) : raw;
  const text = ASCII_ONLY.test(cut) ? cut : cut.normalize('NFKC').replace(INVISIBLE, '').replace(NO_TEXT, ' ');
  return text
    .replace(ABBREVIATION, (letters) => letters.replace(BETWEEN_LETTERS, person ? ' ' : ''))
    .replace(AND, ' and ')
    .replace(APOSTROPHE, '')
    .toLowerCase();
}

/** Whether two texts are the same but for case, marks of direction and the space around them. */
export function isSameText(a: string, b: string): boolean {
  return a === b || cleanText(a).trim() === cleanText(b).trim();
}
