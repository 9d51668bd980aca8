/** Finds the legal forms in a name and takes them out. */
import type { LegalClass, NameKnowledge, Phrase, Phrases } from './knowledge.js';
import type { Word } from './transliterate.js';

export interface LegalForm {
  readonly class: LegalClass;
  /** As written, in Latin letters. */
  readonly text: string;
}

/**
 * The words without legal forms: at the end and at the beginning any form, elsewhere only one that can be nothing else.
 * A name of nothing but forms keeps its words, so that it is still a name.
 */
export function takeLegalForms(
  words: readonly Word[],
  knowledge: NameKnowledge,
): { rest: readonly Word[]; forms: readonly LegalForm[] } {
  const forms: LegalForm[] = [];
  let end = words.length;
  for (
    let found = formEndingAt(words, end, knowledge.legal);
    found;
    found = formEndingAt(words, end, knowledge.legal)
  ) {
    if (found.words.length >= end) return { rest: words, forms: [formOf(found), ...forms] };
    forms.unshift(formOf(found));
    end -= found.words.length;
  }
  let start = 0;
  for (;;) {
    const found = findPhrase(words, start, knowledge.legal);
    if (found === undefined || start + found.words.length >= end || !startsName(found)) break;
    forms.push(formOf(found));
    start += found.words.length;
  }
  const rest: Word[] = [];
  for (let at = start; at < end; ) {
    const found = at > start ? findPhrase(words, at, knowledge.legal) : undefined;
    if (found !== undefined && isNothingElse(found, knowledge) && at + found.words.length <= end) {
      forms.push(formOf(found));
      at += found.words.length;
    } else rest.push(words[at++] as Word);
  }
  return { rest, forms };
}

/** The longest known phrase that begins at a place. */
export function findPhrase<T>(words: readonly Word[], at: number, phrases: Phrases<T>): Phrase<T> | undefined {
  const candidates = phrases.get((words[at] as Word | undefined)?.text ?? '');
  return candidates?.find((phrase) => stands(phrase.words, words, at));
}

function stands(phrase: readonly string[], words: readonly Word[], at: number): boolean {
  if (at + phrase.length > words.length) return false;
  for (let i = 1; i < phrase.length; i++) if (phrase[i] !== (words[at + i] as Word).text) return false;
  return true;
}

const LONGEST_FORM = 6;

function formEndingAt(words: readonly Word[], end: number, legal: Phrases<LegalClass>): Phrase<LegalClass> | undefined {
  for (let length = Math.min(LONGEST_FORM, end); length > 0; length--) {
    const candidates = legal.get((words[end - length] as Word).text);
    const found = candidates?.find(
      (phrase) => phrase.words.length === length && stands(phrase.words, words, end - length),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function formOf(phrase: Phrase<LegalClass>): LegalForm {
  return { class: phrase.means, text: phrase.words.join(' ') };
}

/** Forms that stand before the name: OOO, PT, Cong ty TNHH, S.C.; not words such as Trust or Company. */
function startsName(phrase: Phrase<LegalClass>): boolean {
  return !['branch', 'foundation'].includes(phrase.means) && !NEVER_FIRST.has(phrase.words.join(' '));
}

const NEVER_FIRST = new Set([
  'co',
  'inc',
  'limited',
  'corp',
  'company',
  'companies',
  'corporation',
  'as',
  'se',
  'is',
  'too',
  'ike',
  'ad',
]);

function isNothingElse(phrase: Phrase<LegalClass>, knowledge: NameKnowledge): boolean {
  if (phrase.means === 'branch') return false;
  if (phrase.words.length > 1) return !knowledge.words.has(phrase.words[0] as string);
  const [word] = phrase.words as [string];
  return word.length >= 3 && !knowledge.words.has(word) && !NEVER_FIRST.has(word) && !knowledge.given.has(word);
}
