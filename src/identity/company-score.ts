/** What a pairing of words is worth for companies, offices and vessels. */
import type { Alignment, Pairing } from './align.js';
import { editCost } from './edit-distance.js';
import type { PreparedName } from './prepare.js';
import { formsAgree } from './prepare.js';
import type { Token } from './token.js';
import { weighed } from './weigh.js';

/** How much of a word's bits counts where both names have it, and where one name lacks it. */
const WORTH = {
  name: 1,
  field: 0.9,
  country: 1,
  city: 0.9,
  weak: 0.5,
  letter: 1,
  number: 1,
  particle: 0.5,
  suffix: 0.5,
  stop: 0,
} as const;
/** Of a word that stands in one name alone, while the other has nothing in its place. */
const MISSED = {
  name: 0.9,
  field: 0.55,
  country: 0.9,
  city: 0.4,
  weak: 0.25,
  letter: 0.6,
  number: 1,
  particle: 0.1,
  suffix: 0.3,
  stop: 0,
} as const;
const MISSED_SHORT_FORM = 0.4;
const SHORT_FORM = /^[aeiou]?[bcdfghjklmnpqrstvwxz]{2,4}$/;
/** Of words that stand in each other's place. */
const CONTRADICTS = 1.15;
const SLIPPED = 1.1;
/** What a name of one telling word loses more by, if a word is added to it: the added word may make it another company. */
const ALONE = 2;
const OTHER_NUMBER = 0.5;
const ONE_NUMBER = 0.86;
const OTHER_FORM = 0.95;
const BRANCH = 0.93;
const REORDERED = 0.985;
const ONLY_ACRONYM = 0.9;
const SHORTEST_FORM = 6;
const NOTHING_TELLING = 0.75;

export interface Worth {
  readonly score: number;
  /** Bits of what the names have in common. */
  readonly bits: number;
  readonly numbers: 'agree' | 'differ' | 'one' | 'none';
  readonly forms: boolean | undefined;
}

export function companyScore(a: PreparedName, b: PreparedName, alignment: Alignment): Worth {
  const numbers = numbersOf(alignment);
  const forms = formsAgree(a.legal, b.legal);
  let shared = 0;
  let bits = 0;
  let slipped = 0;
  let anchors = 0;
  for (const pair of alignment.pairs) {
    const weight = pairWeight(pair);
    shared += weight * pair.degree;
    slipped += weight * (1 - pair.degree) * (pair.way === 'slip' || pair.way === 'sound' ? SLIPPED : 0.5);
    bits += weight * pair.degree;
    if (tells(pair.left) || tells(pair.right)) anchors += pair.left.length > 1 && pair.right.length > 1 ? 2 : 1;
  }
  if (shared === 0) return { score: 0, bits: 0, numbers, forms };
  const leftAlone = alignment.leftAlone.filter((token) => !isForm(token, b, a));
  const rightAlone = alignment.rightAlone.filter((token) => !isForm(token, a, b));
  const left = weightOf(leftAlone, WORTH);
  const right = weightOf(rightAlone, WORTH);
  const contradiction = Math.min(left, right) * 2 * CONTRADICTS;
  const longer = left > right ? leftAlone : rightAlone;
  const rest = left === right ? 0 : (missedOf(longer) * Math.abs(left - right)) / Math.max(left, right);
  const added = rest * (anchors <= 1 ? ALONE : 1);
  let agreement = shared / (shared + slipped + contradiction + added);
  if (numbers === 'differ') agreement *= OTHER_NUMBER;
  else if (numbers === 'one') agreement *= ONE_NUMBER;
  if (forms === false) agreement *= OTHER_FORM;
  if (hasBranch(a) !== hasBranch(b)) agreement *= BRANCH;
  if (alignment.reordered) agreement *= REORDERED;
  if (anchors === 0) agreement *= alignment.leftAlone.length + alignment.rightAlone.length === 0 ? 1 : NOTHING_TELLING;
  if (alignment.pairs.every(({ way }) => way === 'acronym')) agreement *= ONLY_ACRONYM;
  return { score: weighed(agreement, bits), bits, numbers, forms };
}

/** `compny` or `kompaniya` in the place of a legal form that the other name has, or that its own form repeats. */
function isForm({ kind, text, key }: Token, other: PreparedName, own: PreparedName): boolean {
  if (kind === 'weak') return FORM_WORDS.has(key) && other.legal.length + own.legal.length > 0;
  if (kind !== 'name' || text.length < SHORTEST_FORM) return false;
  for (const { legal } of [other, own]) {
    for (const form of legal) {
      for (const word of form.text.split(' ')) {
        if (word.length >= SHORTEST_FORM && editCost(text, word, 1.5) < 1.5) return true;
      }
    }
  }
  return false;
}

const FORM_WORDS = new Set([
  'company',
  'corporation',
  'enterprise',
  'establishment',
  'co',
  'corp',
  'inc',
  'ltd',
  'limited',
]);

function hasBranch({ legal }: PreparedName): boolean {
  return legal.some((form) => form.class === 'branch');
}

function pairWeight({ left, right }: Pairing): number {
  return (
    Math.max(weightOf(left, WORTH), weightOf(right, WORTH)) / 2 +
    Math.min(weightOf(left, WORTH), weightOf(right, WORTH)) / 2
  );
}

function weightOf(tokens: readonly Token[], worth: Readonly<Record<Token['kind'], number>>): number {
  let sum = 0;
  for (const { bits, kind } of tokens) sum += bits * worth[kind];
  return sum;
}

/** What the words weigh that stand in one name only; letters that are no word are likely its short form. */
function missedOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => {
    const isShortForm = token.kind === 'name' && SHORT_FORM.test(token.text);
    return sum + token.bits * (isShortForm ? MISSED_SHORT_FORM : MISSED[token.kind]);
  }, 0);
}

function tells(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'name' || kind === 'field' || kind === 'country' || kind === 'city');
}

/** Numbers, and single letters in each other's place, must agree. */
function numbersOf({ pairs, leftAlone, rightAlone }: Alignment): Worth['numbers'] {
  const isNumber = ({ kind }: Token) => kind === 'number' || kind === 'letter';
  const [left, right] = [leftAlone.some(isNumber), rightAlone.some(isNumber)];
  if (left && right) return 'differ';
  if (leftAlone.some(({ kind }) => kind === 'number') || rightAlone.some(({ kind }) => kind === 'number')) return 'one';
  return pairs.some((pair) => pair.left.some(isNumber)) ? 'agree' : 'none';
}
