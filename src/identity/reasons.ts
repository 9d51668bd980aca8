/** A comparison told in sentences. */
import type { Alignment, Pairing } from './align.js';
import { formsAgree, type PreparedName } from './prepare.js';
import type { Token } from './token.js';
import type { Way } from './word-likeness.js';

/** Letters of a name that are repeated in a reason. */
const MOST_TOLD = 80;

const TOLD: Readonly<Record<Way, string>> = {
  equal: 'equal',
  meaning: 'same meaning',
  variant: 'forms of one name',
  spelling: 'spellings of one sound',
  script: 'same letters in another script',
  slip: 'a slip apart',
  sound: 'same consonants (weak)',
  feminine: 'feminine form',
  initial: 'initial',
  joined: 'spaces moved',
  acronym: 'acronym',
};

/** Pairs by bits, then what stands alone, then what else was looked at. */
export function reasonsFor(left: PreparedName, right: PreparedName, alignment: Alignment): string[] {
  const reasons = [...alignment.pairs].sort((a, b) => bitsOf(b) - bitsOf(a)).map(pairing);
  const { leftAlone, rightAlone } = alignment;
  if (left.tokens.length === 0 || right.tokens.length === 0) reasons.push('a name has no letter or digit');
  if (leftAlone.length > 0) reasons.push(`only in the first: ${words(leftAlone)}`);
  if (rightAlone.length > 0) reasons.push(`only in the second: ${words(rightAlone)}`);
  if (leftAlone.some(isNumber) && rightAlone.some(isNumber)) reasons.push('numbers or single letters differ');
  if (alignment.reordered) reasons.push('words in another order');
  const forms = formsAgree(left.legal, right.legal);
  const told = (name: PreparedName) => name.legal.map(({ text }) => text).join(' + ');
  if (forms === true) reasons.push(`legal forms agree: ${told(left)}, ${told(right)}`);
  if (forms === false) reasons.push(`legal forms differ: ${told(left)}, ${told(right)}`);
  if (left.bare || right.bare) reasons.push('nothing in a name tells it from others');
  if (left.cut || right.cut) reasons.push('a name is too long and was compared in its first part only');
  return reasons;
}

function pairing({ left, right, way }: Pairing): string {
  const bits = bitsOf({ left, right }).toFixed(1);
  return way === 'equal'
    ? `equal: ${words(left)} (${bits} bits)`
    : `${TOLD[way]}: ${words(left)} ~ ${words(right)} (${bits} bits)`;
}

function bitsOf({ left, right }: Pick<Pairing, 'left' | 'right'>): number {
  const sum = (tokens: readonly Token[]) => tokens.reduce((bits, token) => bits + token.bits, 0);
  return Math.max(sum(left), sum(right));
}

function words(tokens: readonly Token[]): string {
  const text = tokens.map((token) => token.text).join(' ');
  return text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}…` : text;
}

function isNumber({ kind }: Token): boolean {
  return kind === 'number' || kind === 'letter';
}
