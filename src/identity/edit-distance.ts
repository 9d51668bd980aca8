/** How far one word is from another in slips of the hand, of the eye and of the ear. */

/** Letters next to each other on keyboards, by rows of QWERTY. */
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Pairs that are taken for each other in print or by a reader of scanned pages. */
const LOOK_ALIKE = 'o0 l1 i1 il s5 b8 z2 g9 g6 q9 e3 a4 t7 uv vy ce hb nh rn mn nu ft do dc oc';
/** Pairs that transliterations and ears mix up. */
const SOUND_ALIKE = 'iy vw ck kq sz ao ie oe ou ua bp dt gk fv mn jy jg xs cs hk lr ei ae jz uw td';
const ALIKE = 0.55;
const VOWELS = 0.75;
const DOUBLED = 0.45;
const SWAPPED = 0.7;
const SILENT_H = 0.45;
const LEFT_OUT_VOWEL = 0.85;
const VOWEL: ReadonlySet<number> = new Set([...'aeiouy'].map((letter) => letter.charCodeAt(0)));

const LONGEST = 40;
const FIRST = 0x30;
const SPAN = 0x7b - FIRST;
const H = 'h'.charCodeAt(0);

/** What a single letter taken for another costs; 1 for two letters that have nothing to do with each other. */
const COSTS = letterCosts();

/**
 * The least cost of turning one word into the other, or `most` as soon as it must be at least that. A letter
 * inserted, left out or exchanged costs 1; less if the two are neighbours on a keyboard, look or sound alike, if a
 * letter is doubled, an h is silent, or two neighbours have changed places. Words of lower-case ASCII; the time is
 * bounded by the product of the lengths, which are at most 40.
 */
export function editCost(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const left = a.length > LONGEST ? a.slice(0, LONGEST) : a;
  const right = b.length > LONGEST ? b.slice(0, LONGEST) : b;
  if (Math.abs(left.length - right.length) * DOUBLED >= most) return most;
  const width = right.length + 1;
  const gaps = gapCosts(right);
  let before = new Float64Array(width);
  let row = new Float64Array(width);
  let next = new Float64Array(width);
  for (let j = 1; j < width; j++) row[j] = (row[j - 1] as number) + (gaps[j - 1] as number);
  const skips = gapCosts(left);
  for (let i = 1; i <= left.length; i++) {
    const letter = left.charCodeAt(i - 1);
    const previous = i > 1 ? left.charCodeAt(i - 2) : -1;
    const skip = skips[i - 1] as number;
    let least = (row[0] as number) + skip;
    next[0] = least;
    for (let j = 1; j < width; j++) {
      const other = right.charCodeAt(j - 1);
      let cost = (row[j - 1] as number) + substitution(letter, other);
      const deleted = (row[j] as number) + skip;
      if (deleted < cost) cost = deleted;
      const inserted = (next[j - 1] as number) + (gaps[j - 1] as number);
      if (inserted < cost) cost = inserted;
      if (j > 1 && previous === other && letter !== other && letter === right.charCodeAt(j - 2)) {
        const swapped = (before[j - 2] as number) + SWAPPED;
        if (swapped < cost) cost = swapped;
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= most) return most;
    const spare = before;
    before = row;
    row = next;
    next = spare;
  }
  return Math.min(row[width - 1] as number, most);
}

function substitution(a: number, b: number): number {
  if (a === b) return 0;
  const at = a - FIRST;
  const other = b - FIRST;
  return at < 0 || at >= SPAN || other < 0 || other >= SPAN ? 1 : (COSTS[at * SPAN + other] as number);
}

/** What it costs that a letter stands in one word alone, for each letter of a word. */
function gapCosts(word: string): Float64Array {
  const costs = new Float64Array(word.length);
  let before = -1;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    costs[at] =
      letter === before ? DOUBLED : at === 0 ? 1 : letter === H ? SILENT_H : VOWEL.has(letter) ? LEFT_OUT_VOWEL : 1;
    before = letter;
  }
  return costs;
}

function letterCosts(): Float64Array {
  const costs = new Float64Array(SPAN * SPAN).fill(1);
  const set = (a: string, b: string, cost: number) => {
    const i = a.charCodeAt(0) - FIRST;
    const j = b.charCodeAt(0) - FIRST;
    costs[i * SPAN + j] = Math.min(costs[i * SPAN + j] as number, cost);
    costs[j * SPAN + i] = costs[i * SPAN + j] as number;
  };
  for (const a of 'aeiou') for (const b of 'aeiou') set(a, b, VOWELS);
  KEYBOARD.forEach((keys, row) => {
    for (let i = 0; i < keys.length; i++) {
      const below = KEYBOARD[row + 1] ?? '';
      for (const near of [keys[i + 1], below[i], below[i - 1]]) if (near) set(keys[i] as string, near, VOWELS);
    }
  });
  for (const pair of `${LOOK_ALIKE} ${SOUND_ALIKE}`.split(' ')) set(pair[0] as string, pair[1] as string, ALIKE);
  return costs;
}
