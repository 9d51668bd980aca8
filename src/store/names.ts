/** How names are searched: the same words and the same order in every store. */

const MARK = /\p{M}+/gu;
/** Han, kana and Thai write no blanks between words, so there each letter is a word of its own. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}])+/gu;
const BETWEEN_NAMES = '\n';

/** The words of a text: compatibility form (NFKD), no marks, lower case, letters and digits only. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(MARK, '').toLowerCase().match(WORD) ?? [];
}

/**
 * All names of a party as one text to search in: each name on its own line, each word with a blank before and
 * one after the last, so that ` wo` finds the start of a word, ` word ` a whole one and a whole line a whole name.
 */
export function searchableNames(name: string | undefined, aliases: readonly string[]): string {
  const lines = [...(name === undefined ? [] : [name]), ...aliases].map(lineOf).filter((line) => line !== ' ');
  return lines.length === 0 ? '' : BETWEEN_NAMES + lines.join(BETWEEN_NAMES) + BETWEEN_NAMES;
}

/** What to look for in `searchableNames` to find a word that starts so. */
export function startOf(word: string): string {
  return ` ${word}`;
}

/** What to look for in `searchableNames` to find this whole word. */
export function wholeWord(word: string): string {
  return ` ${word} `;
}

/** What to look for in `searchableNames` to find a name of exactly these words. */
export function wholeName(words: readonly string[]): string {
  return `${BETWEEN_NAMES} ${words.join(' ')} ${BETWEEN_NAMES}`;
}

function lineOf(name: string): string {
  const words = wordsOf(name);
  return words.length === 0 ? ' ' : ` ${words.join(' ')} `;
}
