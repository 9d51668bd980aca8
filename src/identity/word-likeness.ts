/** How alike two words are, and in which way. */
import { editCost } from './edit-distance.js';
import { pinyinSyllables } from './fold.js';
import type { Token } from './token.js';

export type Way =
  | 'equal'
  | 'meaning'
  | 'variant'
  | 'spelling'
  | 'script'
  | 'slip'
  | 'sound'
  | 'feminine'
  | 'initial'
  | 'joined'
  | 'acronym';

/** What is known of both names together. */
export interface Context {
  readonly person: boolean;
  readonly vessel: boolean;
  readonly chinese: boolean;
  readonly korean: boolean;
}

export interface Likeness {
  /** 0 to 1. */
  readonly degree: number;
  readonly way: Way;
}

const LEAST_SLIP = 0.7;
/** Scripts that write no vowels, or not all of them. */
export const ABJAD: ReadonlySet<string> = new Set(['arabic', 'hebrew', 'thai']);

/** Undefined where the words have nothing to do with each other. */
export function likeness(a: Token, b: Token, context: Context): Likeness | undefined {
  const { person } = context;
  if (a.text === b.text) return EQUAL;
  if (a.kind === 'number' || b.kind === 'number') return undefined;
  if (a.key === b.key) return MEANING;
  if (a.kind === 'letter' || b.kind === 'letter') return person && a.text[0] === b.text[0] ? INITIAL : undefined;
  if (a.kind === 'particle' || b.kind === 'particle' || a.kind === 'suffix' || b.kind === 'suffix') return undefined;
  if (!person && a.kind !== 'name' && b.kind !== 'name') return undefined;
  const together = share(a.given, b.given) || share(a.family, b.family);
  if (together) return VARIANT;
  if (context.korean && a.korean === b.korean) return SPELLING;
  const bothKnown = a.given.length > 0 && b.given.length > 0;
  if (a.script !== b.script && (a.script === 'hangul' || b.script === 'hangul') && a.korean === b.korean) return SCRIPT;
  if (person && isServantOf(a, b)) return SERVANT;
  const syllables = context.chinese && pinyinSyllables(a.text) > 0 && pinyinSyllables(b.text) > 0;
  if (a.sound === b.sound && a.sound.length > 2 && !syllables) return bothKnown ? undefined : SPELLING;
  if (!person && isAdjectiveOf(a.text, b.text)) return SPELLING;
  if (ABJAD.has(a.script) !== ABJAD.has(b.script)) return acrossScripts(a, b);
  if (bothKnown || (person && isFemininePair(a, b))) return person && !bothKnown ? feminine(a, b) : undefined;
  return slip(a, b, context);
}

const EQUAL: Likeness = { degree: 1, way: 'equal' };
const MEANING: Likeness = { degree: 0.98, way: 'meaning' };
const VARIANT: Likeness = { degree: 0.95, way: 'variant' };
const SPELLING: Likeness = { degree: 0.94, way: 'spelling' };
const SCRIPT: Likeness = { degree: 0.93, way: 'script' };
const INITIAL: Likeness = { degree: 0.75, way: 'initial' };
const SERVANT: Likeness = { degree: 0.88, way: 'variant' };
const FEMININE: Likeness = { degree: 0.9, way: 'feminine' };
const SOUND: Likeness = { degree: 0.72, way: 'sound' };

/** `Abdul Razak` is told as `Razak`. */
function isServantOf(a: Token, b: Token): boolean {
  return a.text === `abdul${b.text}` || b.text === `abdul${a.text}`;
}

/** `magnitogorskiy` of `magnitogorsk`. */
function isAdjectiveOf(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return (
    short.length >= 5 && long.startsWith(short) && /^(iy|yy|ij|i|y|aya|oe|oye|ogo|oy)$/.test(long.slice(short.length))
  );
}

function share(a: readonly number[], b: readonly number[]): boolean {
  return a.length > 0 && b.length > 0 && a.some((group) => b.includes(group));
}

/** Only the consonants can be compared with a script that writes no vowels. */
function acrossScripts(a: Token, b: Token): Likeness | undefined {
  const [left, right] = [a.consonants, b.consonants];
  if (left === '' || right === '') return undefined;
  if (left === right) return { degree: left.length > 2 ? 0.94 : left.length > 1 ? 0.9 : 0.75, way: 'script' };
  const longest = Math.max(left.length, right.length);
  if (longest < 4) return undefined;
  const degree = 1 - editCost(left, right, longest * 0.3) / longest;
  return degree > LEAST_SLIP ? { degree: degree * 0.85, way: 'script' } : undefined;
}

const FEMININE_END = /^(.{3,}?)(?:(ov|ev|in|yn)a|(?:sk|tsk|ts)aya|(?:sk)aia|(?:sk)a)$/;

/** `petrova` is the wife, sister or daughter of a `petrov`; where the given name agrees she is herself, told otherwise. */
function isFemininePair(a: Token, b: Token): boolean {
  return `${a.text}a` === b.text || `${b.text}a` === a.text || feminine(a, b) !== undefined;
}

function feminine(a: Token, b: Token): Likeness | undefined {
  const [her, his] = a.text.length > b.text.length || a.text.endsWith('a') ? [a.text, b.text] : [b.text, a.text];
  const stem = FEMININE_END.exec(her)?.[1];
  if (stem === undefined || !his.startsWith(stem)) return undefined;
  return /^(ov|ev|in|yn|ski|skiy|skij|skyy|sky|tskiy|tsky)$/.test(his.slice(stem.length)) ? FEMININE : undefined;
}

function slip(a: Token, b: Token, { person, vessel, chinese }: Context): Likeness | undefined {
  const longest = Math.max(a.text.length, b.text.length);
  const shortest = Math.min(a.text.length, b.text.length);
  if (shortest < 4 || longest - shortest > 3) return undefined;
  // What is added at the end makes another word: Ivanov and Ivanovich, ocean and oceanic.
  if (longest - shortest > 1 && (a.text.startsWith(b.text) || b.text.startsWith(a.text))) return undefined;
  if (person && a.family.length > 0 && b.family.length > 0) return undefined;
  if (shortest < 6 && (a.kind !== 'name' || b.kind !== 'name')) return undefined;
  const allowed = longest * (1 - LEAST_SLIP);
  const cost = Math.min(
    editCost(a.text, b.text, allowed),
    a.sound.length > 3 && b.sound.length > 3 ? editCost(a.sound, b.sound, allowed) + 0.3 : allowed,
  );
  if (cost < allowed) {
    let degree = 1 - cost / longest;
    // The first letter is seldom wrong, and syllables of Chinese differ by one letter.
    if (a.text[0] !== b.text[0] && a.sound[0] !== b.sound[0]) degree -= 0.08;
    if (chinese && pinyinSyllables(a.text) > 0 && pinyinSyllables(b.text) > 0) degree -= 0.3;
    // A letter left out of a short word is likelier a slip than another letter in its place.
    if (shortest === 4) degree -= longest === 4 ? 0.12 : 0.06;
    if (!person && longest < 7) degree -= 0.04;
    // Ships bear common words, of which many are alike.
    if (vessel) degree -= 0.1;
    if (degree >= LEAST_SLIP) return { degree: Math.min(degree, 0.95), way: 'slip' };
  }
  if (chinese || longest - shortest > 1 || shortest < 5 || a.text[0] !== b.text[0]) return undefined;
  return a.consonants.length >= 3 && a.consonants === b.consonants ? SOUND : undefined;
}
