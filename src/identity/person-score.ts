/** What a pairing of words is worth for persons: names missing from one side are usual, names in each other's place are not. */
import type { Alignment } from './align.js';
import type { Token } from './token.js';
import { weighed } from './weigh.js';

/** One name in the place of another, by how many names agree. */
const CONTRADICTION = [0, 0.4, 0.55, 0.66, 0.74] as const;
const ONE_NAME_ONLY = 0.68;
const EACH_MISSING = 0.975;
const FIRST_MISSING = 0.93;
const REORDERED = 0.985;
const OTHER_GENERATION = 0.6;
const ONE_GENERATION = 0.95;
const INITIALS_ONLY = 0.5;

export interface PersonWorth {
  readonly score: number;
  readonly bits: number;
  /** Names that stand in each other's place. */
  readonly contradictions: number;
}

export function personScore(left: readonly Token[], right: readonly Token[], alignment: Alignment): PersonWorth {
  const named = alignment.pairs.filter((pair) => isName(pair.left[0] as Token) && isName(pair.right[0] as Token));
  const alone = (tokens: readonly Token[]) => tokens.filter(isName);
  const [leftAlone, rightAlone] = [alone(alignment.leftAlone), alone(alignment.rightAlone)];
  if (named.length === 0) return { score: 0, bits: 0, contradictions: Math.min(leftAlone.length, rightAlone.length) };
  let bits = 0;
  let sum = 0;
  let least = 1;
  for (const pair of named) {
    bits += Math.max(bitsOf(pair.left), bitsOf(pair.right)) * pair.degree * (pair.way === 'initial' ? 0.4 : 1);
    sum += pair.degree;
    least = Math.min(least, pair.degree);
  }
  let agreement = 0.6 * (sum / named.length) + 0.4 * least;
  const contradictions = Math.min(leftAlone.length, rightAlone.length);
  const missing = Math.abs(leftAlone.length - rightAlone.length);
  if (contradictions > 0) {
    agreement *= (CONTRADICTION[Math.min(named.length, CONTRADICTION.length - 1)] as number) ** contradictions;
  }
  if (missing > 0) {
    const words = named.reduce((count, pair) => count + Math.min(pair.left.length, pair.right.length), 0);
    agreement *=
      words === 1 && !named.some(({ left: one, right: other }) => one.length + other.length > 2)
        ? ONE_NAME_ONLY
        : EACH_MISSING ** missing;
    if (firstIsMissing(left, leftAlone) || firstIsMissing(right, rightAlone)) agreement *= FIRST_MISSING;
  }
  if (named.every(({ way }) => way === 'initial')) agreement *= INITIALS_ONLY;
  if (alignment.reordered) agreement *= REORDERED;
  agreement *= generations(alignment);
  return { score: weighed(agreement, bits), bits, contradictions };
}

function isName({ kind }: Token): boolean {
  return kind !== 'particle' && kind !== 'suffix';
}

function bitsOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.bits, 0);
}

/** The given name, where names are written given name first. */
function firstIsMissing(tokens: readonly Token[], alone: readonly Token[]): boolean {
  const first = tokens.find(isName);
  return first !== undefined && alone.includes(first) && first.kind === 'name';
}

function generations({ pairs, leftAlone, rightAlone }: Alignment): number {
  if (pairs.some(({ left }) => left[0]?.kind === 'suffix')) return 1;
  const has = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'suffix');
  if (has(leftAlone) && has(rightAlone)) return OTHER_GENERATION;
  return has(leftAlone) || has(rightAlone) ? ONE_GENERATION : 1;
}
