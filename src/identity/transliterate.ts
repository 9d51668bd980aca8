/** Words of any script as words of lower-case ASCII letters and digits. */
import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';

/** What a script leaves out when it is written in Latin letters. */
export type Script = 'latin' | 'cyrillic' | 'han' | 'kana' | 'hangul' | 'arabic' | 'hebrew' | 'thai' | 'other';

export interface Word {
  /** Lower-case ASCII letters and digits, at least one. */
  readonly text: string;
  readonly script: Script;
  /** Read sound by sound from a script that does not divide words: neighbours may be one word. */
  readonly read?: true;
}

/** Translations by the word as written; the key of `simplified` is a traditional or Japanese character. */
export interface EastAsianWords {
  readonly simplified: ReadonlyMap<string, string>;
  readonly chinese: ReadonlyMap<string, string>;
  readonly japanese: ReadonlyMap<string, string>;
  readonly korean: ReadonlyMap<string, string>;
  /** Letters of the longest key. */
  readonly longest: number;
}

const ASCII_ONLY = /^\p{ASCII}*$/u;
const ASCII_WORD = /[a-z0-9]+/g;
const RUN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+|\p{sc=Hangul}+|[\p{sc=Arabic}\p{M}\u200c]+|[\p{sc=Hebrew}\p{M}]+|[\p{sc=Thai}\p{M}]+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+/gu;
const HAN = /\p{sc=Han}/u;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
const HANGUL = /\p{sc=Hangul}/u;
const ARABIC = /\p{sc=Arabic}/u;
const HEBREW = /\p{sc=Hebrew}/u;
const THAI = /\p{sc=Thai}/u;
const CYRILLIC = /\p{sc=Cyrillic}/u;
const GREEK = /\p{sc=Greek}/u;
const NO_LETTER = /[^a-z0-9]+/g;
const MARK = /\p{M}+/gu;

/**
 * The words of a cleaned text (`cleanText`), in order. `person` reads Chinese characters as a family name and a given
 * name and translates nothing; otherwise words that companies translate are translated and the rest is read. Where a
 * text of Chinese characters alone may be Japanese, `japanese` asks for that reading.
 */
export function wordsOf(text: string, east: EastAsianWords, person: boolean, japanese = false): Word[] {
  if (ASCII_ONLY.test(text)) return (text.match(ASCII_WORD) ?? []).map((word) => ({ text: word, script: 'latin' }));
  const numbered = person ? text : text.replace(ORDINAL, (_, digits: string) => ` no ${hanNumber(digits)} `);
  const isJapanese = japanese || KANA.test(text) || text.includes('株式会社');
  const words: Word[] = [];
  for (const [run] of numbered.matchAll(RUN)) {
    if (HAN.test(run) || KANA.test(run)) readHan(run, east, person, isJapanese, words);
    else if (HANGUL.test(run)) readHangul(run, east, person, words);
    else readAlphabet(run, words);
  }
  return words;
}

const ORDINAL = /第([一二三四五六七八九十百]{1,7})/g;
const HAN_DIGITS = '零一二三四五六七八九';

/** Up to 999, as ordinals are written: 五十四 is 54. */
function hanNumber(digits: string): number {
  let sum = 0;
  let digit = 0;
  for (const one of digits) {
    const unit = one === '十' ? 10 : one === '百' ? 100 : 0;
    if (unit === 0) digit = HAN_DIGITS.indexOf(one);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** Whether a text has Chinese characters and nothing that says which tongue they are in. */
export function mayBeJapanese(text: string): boolean {
  return !ASCII_ONLY.test(text) && HAN.test(text) && !KANA.test(text) && !text.includes('株式会社');
}

function readAlphabet(run: string, words: Word[]): void {
  const script = scriptOf(run);
  if (script === 'arabic') {
    // The article is a word of its own, as it is in Latin letters.
    const bare = run
      .replace(MARK, '')
      .replace(/[\u0640\u200c]/g, '')
      .replace(/ة$/, 'ا')
      .replace(/ک/g, 'ك')
      .replace(/[یى]/g, 'ي');
    if (bare === 'الله') {
      words.push({ text: 'allah', script });
      return;
    }
    if (/^ال(?=..)/.test(bare)) words.push({ text: 'al', script });
    push(words, anyAscii(bare.replace(/^ال(?=..)/, '')), script);
  } else if (script === 'hebrew') {
    push(words, [...run.replace(MARK, '')].map((letter) => HEBREW_LETTERS[letter] ?? '').join(''), script);
  } else if (GREEK.test(run)) {
    push(words, anyAscii(greekDigraphs(run.normalize('NFD').replace(MARK, ''))), 'other');
  } else {
    push(words, anyAscii(script === 'cyrillic' ? run.replace(/[ъь]/g, '') : run), script);
  }
}

function scriptOf(run: string): Script {
  if (ARABIC.test(run)) return 'arabic';
  if (HEBREW.test(run)) return 'hebrew';
  if (THAI.test(run)) return 'thai';
  return CYRILLIC.test(run) ? 'cyrillic' : 'latin';
}

function push(words: Word[], text: string, script: Script, read?: true): void {
  const letters = text.toLowerCase().replace(NO_LETTER, '');
  if (letters !== '') words.push(read ? { text: letters, script, read } : { text: letters, script });
}

/** Sounds as they are romanised in names; any-ascii reads `ב` as v and gives no vowels. */
const HEBREW_LETTERS: Readonly<Record<string, string>> = {
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'w',
  ז: 'z',
  ח: 'h',
  ט: 't',
  י: 'y',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: 'a',
  פ: 'p',
  ף: 'p',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};

function greekDigraphs(text: string): string {
  return text
    .replace(/ου/g, 'u')
    .replace(/^μπ/, 'b')
    .replace(/μπ/g, 'mp')
    .replace(/^ντ/, 'd')
    .replace(/γκ|γγ/g, 'g')
    .replace(/(?<=[αε])υ(?=[βγδζλμνραεηιουω])/g, 'v')
    .replace(/(?<=[αε])υ/g, 'f')
    .replace(/οι|ει/g, 'i')
    .replace(/αι/g, 'e')
    .replace(/υ/g, 'y')
    .replace(/χ/g, 'ch');
}

/** Characters of Chinese and Japanese: words that are translated, the rest by its sound. */
function readHan(run: string, east: EastAsianWords, person: boolean, japanese: boolean, words: Word[]): void {
  if (person && !japanese) {
    readChinesePerson(run, words);
    return;
  }
  const plain = [...run].map((one) => east.simplified.get(one) ?? one);
  const written = [...run];
  let unread = '';
  const flush = () => {
    if (unread === '') return;
    if (KANA.test(unread)) readKana(unread, words);
    else push(words, pinyin(unread, { toneType: 'none', type: 'array' }).join(''), 'han', true);
    unread = '';
  };
  for (let at = 0; at < written.length; ) {
    const found = longestWord(written, plain, at, east, japanese);
    if (found === undefined) {
      const kana = KANA.test(written[at] as string) || written[at] === 'ー';
      if (unread !== '' && kana !== KANA.test(unread)) flush();
      unread += written[at++];
      continue;
    }
    flush();
    for (const [word] of found.translation.matchAll(ASCII_WORD))
      words.push({ text: word, script: japanese ? 'kana' : 'han' });
    at += found.length;
  }
  flush();
}

function longestWord(
  written: readonly string[],
  plain: readonly string[],
  at: number,
  east: EastAsianWords,
  japanese: boolean,
): { translation: string; length: number } | undefined {
  for (let length = Math.min(east.longest, written.length - at); length > 0; length--) {
    const as = written.slice(at, at + length).join('');
    const simple = plain.slice(at, at + length).join('');
    const translation = japanese ? east.japanese.get(as) : (east.chinese.get(simple) ?? east.chinese.get(as));
    if (translation !== undefined) return { translation, length };
  }
  return undefined;
}

const COMPOUND = /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|司徒|夏侯|端木)/;

/** Up to four characters are one person; the family name stands first and is read as one. */
function readChinesePerson(run: string, words: Word[]): void {
  const sounds = pinyin(run, { toneType: 'none', type: 'array', surname: 'head' });
  const family = COMPOUND.test(run) && sounds.length > 2 ? 2 : 1;
  push(words, sounds.slice(0, family).join(''), 'han');
  push(words, sounds.slice(family).join(''), 'han', true);
}

/** Long vowels and doubled consonants are left out, as passports do. */
function readKana(run: string, words: Word[]): void {
  const sounds = anyAscii(run.replace(/ー/g, '')).toLowerCase();
  push(words, sounds.replace(/ou/g, 'o').replace(/uu/g, 'u').replace(/si/g, 'shi').replace(/tu/g, 'tsu'), 'kana', true);
}

function readHangul(run: string, east: EastAsianWords, person: boolean, words: Word[]): void {
  const written = [...run.normalize('NFC')];
  if (person && words.length === 0 && written.length >= 2 && written.length <= 4) {
    push(words, anyAscii(written[0] as string), 'hangul');
    push(words, anyAscii(written.slice(1).join('')), 'hangul', true);
    return;
  }
  let unread = '';
  const flush = () => {
    push(words, anyAscii(unread), 'hangul', true);
    unread = '';
  };
  for (let at = 0; at < written.length; ) {
    let length = person ? 0 : Math.min(east.longest, written.length - at);
    while (length > 0 && !east.korean.has(written.slice(at, at + length).join(''))) length--;
    if (length === 0) {
      unread += written[at++];
      continue;
    }
    flush();
    const translation = east.korean.get(written.slice(at, at + length).join('')) as string;
    for (const [word] of translation.matchAll(ASCII_WORD)) words.push({ text: word, script: 'hangul' });
    at += length;
  }
  flush();
}
