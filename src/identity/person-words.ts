/** The words of a person's name: titles taken out, compounds of Arabic names brought together. */
import type { NameKnowledge } from './knowledge.js';
import type { Rarity } from './rarity.js';
import { Token, type TokenKind } from './token.js';
import type { Word } from './transliterate.js';

const ARTICLE = new Set([
  'al',
  'el',
  'ul',
  'ad',
  'ed',
  'ud',
  'ar',
  'er',
  'ur',
  'as',
  'es',
  'us',
  'at',
  'et',
  'ut',
  'az',
  'an',
  'en',
  'un',
  'ash',
  'esh',
  'ush',
  'ol',
  'or',
]);
const BAKR = /^(bakr|bakar|baker|bakir|bekr)$/;
const NO_VOWEL = /^[bcdfghjklmnpqrstvwxz]{2,3}$/;
const ABD = /^(abd|bd|abed|abdu|abdo|abdal|abdul|abdel|abdol|abdoul|abdool|abdil)$/;
const ABD_JOINED = /^(?:abd[aeou]u?(?:l|(?=([rsnztd])\1))|abd(?=allah|ullah))(.{3,})$/;
const DIN = /^(d|di|u|e)?(din|deen|dine|dein|ddin|ddine|ddeen)$/;
const DIN_JOINED = /^(.{3,}?)(?:a|e|i|o|u)(?:d|l)?(?:d)(?:in|een|ine|ein)e?$/;
const ALLAH_JOINED = /^(.{3,}?)(?:a|o|u|e)?(?:l)?l(?:ah|a|oh)$/;
const ROMAN = /^(i{2,3}|i?v|vi{1,3}|i?x)$/;

/** In order. A name of nothing but titles and particles keeps them as names. */
export function personWords(words: readonly Word[], knowledge: NameKnowledge, rarity: Rarity): Token[] {
  // Two letters of a script without vowels are no `mr`.
  const isTitle = ({ text, script }: Word) =>
    knowledge.titles.has(text) && !knowledge.given.has(text) && (script === 'latin' || text.length > 2);
  const bare = words.filter((word) => !isTitle(word));
  const named = bare.some(({ text }) => !knowledge.particles.has(text) && !knowledge.suffixes.has(text)) ? bare : words;
  const tokens: Token[] = [];
  for (let at = 0; at < named.length; at++) {
    const { text, script } = named[at] as Word;
    const next = named[at + 1]?.text;
    const afterNext = named[at + 2]?.text;
    if (ABD.test(text) && next !== undefined) {
      const skip = ARTICLE.has(next) && afterNext !== undefined ? 2 : 1;
      tokens.push(nameToken(servant((named[at + skip] as Word).text), script, knowledge, rarity));
      at += skip;
      continue;
    }
    if (text === 'abu' && next !== undefined && BAKR.test(next)) {
      tokens.push(nameToken('abubakr', script, knowledge, rarity));
      at++;
      continue;
    }
    if (next !== undefined && text.length > 2 && !knowledge.particles.has(text)) {
      const article = ARTICLE.has(next) && afterNext !== undefined && DIN.test(afterNext);
      if (article || DIN.test(next)) {
        tokens.push(nameToken(`${text}aldin`, script, knowledge, rarity));
        at += article ? 2 : 1;
        continue;
      }
      if (/^(allah|ullah|ollah|elah)$/.test(next) || (ARTICLE.has(next) && afterNext === 'lah')) {
        tokens.push(nameToken(`${text}allah`, script, knowledge, rarity));
        at++;
        continue;
      }
    }
    if (at > 0 && (knowledge.suffixes.has(text) || (ROMAN.test(text) && text.length > 1 && at === named.length - 1))) {
      tokens.push(rarity.token(text, text, 'suffix', script));
      continue;
    }
    const isUnknown = !knowledge.given.has(text) && !knowledge.family.has(text) && !knowledge.particles.has(text);
    if (script === 'latin' && isUnknown && NO_VOWEL.test(text)) {
      for (const letter of text) tokens.push(rarity.token(letter, letter, 'letter', script));
      continue;
    }
    if (text.length === 1 && script !== 'hangul') {
      tokens.push(rarity.token(text, text, 'letter', script));
      continue;
    }
    if (knowledge.particles.has(text) && !(named.length <= 2 && at === 0 && text.length > 2)) {
      tokens.push(rarity.token(text, text, 'particle', script));
      continue;
    }
    tokens.push(nameToken(together(text), script, knowledge, rarity));
  }
  return tokens.some(({ kind }) => kind === 'name' || kind === 'letter')
    ? tokens
    : tokens.map((token) => new Token(token.text, token.key, 'name', token.script, token.bits));
}

function nameToken(text: string, script: Word['script'], knowledge: NameKnowledge, rarity: Rarity): Token {
  const given = knowledge.given.get(text);
  const family = knowledge.family.get(text);
  const kind: TokenKind = /^\d+$/.test(text) ? 'number' : 'name';
  return rarity.token(text, text, kind, script, given, family);
}

/** `abdulrahman` for all ways of writing it as one word. */
function together(text: string): string {
  const servantOf = ABD_JOINED.exec(text)?.[2];
  if (servantOf !== undefined) return servant(servantOf);
  if (text.length >= 7) {
    const faith = DIN_JOINED.exec(text)?.[1];
    if (faith !== undefined) return `${faith.replace(/[aeiou]$/, '')}aldin`;
  }
  if (text.length >= 7 && /llah$|ulla$|ollah$/.test(text)) {
    const of = ALLAH_JOINED.exec(text)?.[1];
    if (of !== undefined) return `${of}allah`;
  }
  return text;
}

function servant(of: string): string {
  const bare = of.replace(/^[aeo]?l(?=ah$|lah)/, 'al').replace(/^([rsnztd])\1/, '$1');
  return /^a?l?lah?$/.test(bare) || bare === 'ullah' || bare === 'ollah' ? 'abdallah' : `abdul${bare}`;
}
