/** Pairs the words of two names, each word at most once. */

import { editCost } from './edit-distance.js';
import { consonants, koreanFold, pinyinSyllables, soundFold } from './fold.js';
import type { NameKind } from './name-kind.js';
import type { Token } from './token.js';
import { ABJAD, type Context, type Likeness, likeness, type Way } from './word-likeness.js';

/** Words of the one name that stand for words of the other; more than one where spaces moved or letters stand for words. */
export interface Pairing {
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly degree: number;
  readonly way: Way;
}

export interface Alignment {
  readonly pairs: readonly Pairing[];
  readonly leftAlone: readonly Token[];
  readonly rightAlone: readonly Token[];
  /** The words that are paired stand in another order. */
  readonly reordered: boolean;
}

const JOINED = 0.95;
const ACRONYM = 0.8;
const SHORTEST_JOINED = 4;
const MOST_JOINED = 4;
/** Of words as long as this a letter may be amiss where spaces moved. */
const LONG = 9;

/** The best pairs first, then words that are written apart in one name, then letters that stand for words. */
export function align(left: readonly Token[], right: readonly Token[], kind: NameKind): Alignment {
  const context: Context = {
    person: kind === 'person',
    vessel: kind === 'vessel',
    chinese: seemsChinese(left) && seemsChinese(right),
    korean: kind === 'person' && seemsKorean(left) && seemsKorean(right),
  };
  const pairs: Pairing[] = [];
  const leftUsed = new Uint8Array(left.length);
  const rightUsed = new Uint8Array(right.length);
  const places: [number, number][] = [];
  const take = (i: number, j: number, { degree, way }: Likeness) => {
    leftUsed[i] = 1;
    rightUsed[j] = 1;
    places.push([i, j]);
    pairs.push({ left: [left[i] as Token], right: [right[j] as Token], degree, way });
  };
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      if (rightUsed[j] || (left[i] as Token).text !== (right[j] as Token).text) continue;
      take(i, j, { degree: 1, way: 'equal' });
      break;
    }
  }
  takeAlike(left, right, leftUsed, rightUsed, (a, b) => likeness(a, b, context), take);
  joinWords(left, right, leftUsed, rightUsed, false, pairs);
  joinWords(right, left, rightUsed, leftUsed, true, pairs);
  if (!context.person) {
    spellOut(left, right, leftUsed, rightUsed, false, pairs);
    spellOut(right, left, rightUsed, leftUsed, true, pairs);
  }
  places.sort((a, b) => a[0] - b[0]);
  return {
    pairs,
    leftAlone: left.filter((_, i) => !leftUsed[i]),
    rightAlone: right.filter((_, j) => !rightUsed[j]),
    reordered: places.some(([, j], at) => at > 0 && j < (places[at - 1] as [number, number])[1]),
  };
}

/** The likest pair is taken first; of equal ones that of the rarer word, then that which stands first. */
function takeAlike(
  left: readonly Token[],
  right: readonly Token[],
  leftUsed: Uint8Array,
  rightUsed: Uint8Array,
  alike: (a: Token, b: Token) => Likeness | undefined,
  take: (i: number, j: number, how: Likeness) => void,
): void {
  const found: { i: number; j: number; how: Likeness; bits: number }[] = [];
  for (let i = 0; i < left.length; i++) {
    if (leftUsed[i]) continue;
    for (let j = 0; j < right.length; j++) {
      if (rightUsed[j]) continue;
      const [a, b] = [left[i] as Token, right[j] as Token];
      const how = alike(a, b);
      if (how !== undefined) found.push({ i, j, how, bits: a.bits + b.bits });
    }
  }
  found.sort((a, b) => b.how.degree - a.how.degree || b.bits - a.bits || a.i - b.i || a.j - b.j);
  for (const { i, j, how } of found) if (!leftUsed[i] && !rightUsed[j]) take(i, j, how);
}

/** `sun shine` for `sunshine`, `xiao ping` for `xiaoping`: neighbours of one name that make up a word of the other. */
function joinWords(
  apart: readonly Token[],
  whole: readonly Token[],
  apartUsed: Uint8Array,
  wholeUsed: Uint8Array,
  swapped: boolean,
  pairs: Pairing[],
): void {
  for (let j = 0; j < whole.length; j++) {
    const word = whole[j] as Token;
    if (wholeUsed[j] || word.text.length < SHORTEST_JOINED || word.kind === 'number') continue;
    for (let from = 0; from < apart.length && !wholeUsed[j]; from++) {
      let text = '';
      for (let to = from; to < apart.length && to < from + MOST_JOINED && !apartUsed[to]; to++) {
        text += (apart[to] as Token).text;
        if (to === from || !isOneWord(text, word, apart[from] as Token)) continue;
        const parts = apart.slice(from, to + 1);
        apartUsed.fill(1, from, to + 1);
        wholeUsed[j] = 1;
        pairs.push({ left: swapped ? [word] : parts, right: swapped ? parts : [word], degree: JOINED, way: 'joined' });
        break;
      }
    }
  }
}

function isOneWord(text: string, word: Token, first: Token): boolean {
  if (text === word.text) return true;
  if (word.script === 'hangul' || first.script === 'hangul') return koreanFold(text) === word.korean;
  if (ABJAD.has(word.script) || ABJAD.has(first.script))
    return word.consonants.length > 3 && consonants(text) === word.consonants;
  if (Math.abs(text.length - word.text.length) > 2) return false;
  return soundFold(text) === word.sound || (text.length >= LONG && editCost(text, word.text, 1) < 1);
}

/** A family name of Korea stands first or last: then the two usual romanisations are brought together. */
function seemsKorean(tokens: readonly Token[]): boolean {
  const names = tokens.filter(({ kind }) => kind === 'name');
  if (names.length < 2 || names.length > 4) return false;
  return [names[0], names.at(-1)].some((token) => token?.script === 'hangul' || KOREAN_FAMILY.has(token?.korean ?? ''));
}

const KOREAN_FAMILY = new Set(
  'gim i bak jui jung gang ju yun jang im han u su sin gwun hwang an sung hung jun gu mun sun yang be beg hu nam sim nu ha gwag ryu'.split(
    ' ',
  ),
);

/** In pinyin one letter makes another syllable: there a letter that differs is no slip. */
function seemsChinese(tokens: readonly Token[]): boolean {
  let read = 0;
  for (const { kind, key, script, text, given } of tokens) {
    if (script === 'han' || ((kind === 'city' || kind === 'country') && IN_CHINA.has(key))) return true;
    if (kind !== 'name') continue;
    if (given.length > 0 || pinyinSyllables(text) === 0) return false;
    read++;
  }
  return read >= 2;
}

const IN_CHINA = new Set(
  (
    'china,hong kong,macau,taiwan,taipei,hsinchu,kaohsiung,beijing,shanghai,tianjin,chongqing,shenzhen,guangzhou,' +
    'guangdong,wuhan,nanjing,xian,chengdu,hangzhou,suzhou,dalian,harbin,qingdao,xiamen,jiangsu,zhejiang,shandong,' +
    'shanxi,shaanxi,hebei,henan,hubei,hunan,sichuan,fujian,anhui,jiangxi,liaoning,jilin,heilongjiang,ningbo,wuxi,' +
    'dongguan,zhuhai,foshan,changsha,zhengzhou,jinan,hefei,fuzhou,shenyang,kunming'
  ).split(','),
);

/** `nioc` for `national iranian oil company`: neighbours whose first letters are a word of the other name. */
function spellOut(
  words: readonly Token[],
  short: readonly Token[],
  wordsUsed: Uint8Array,
  shortUsed: Uint8Array,
  swapped: boolean,
  pairs: Pairing[],
): void {
  for (let j = 0; j < short.length; j++) {
    const acronym = short[j] as Token;
    const { text } = acronym;
    if (shortUsed[j] || acronym.kind !== 'name' || text.length < 3 || text.length > 7) continue;
    for (let from = 0; from + text.length <= words.length; from++) {
      let to = from;
      while (to < from + text.length && !wordsUsed[to] && (words[to] as Token).text[0] === text[to - from]) to++;
      if (to < from + text.length) continue;
      const parts = words.slice(from, to);
      wordsUsed.fill(1, from, to);
      shortUsed[j] = 1;
      pairs.push({
        left: swapped ? [acronym] : parts,
        right: swapped ? parts : [acronym],
        degree: ACRONYM,
        way: 'acronym',
      });
      break;
    }
  }
}
