/** A share of ownership, 0..1, known exactly, within bounds, or not at all. */
import { DetourError } from './errors.js';

/** Some fraction between `min` and `max`; an open end is not itself included. */
export interface Share {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  /** False only where nothing at all was stated: then the bounds are `[0, 1]`. */
  readonly known: boolean;
}

export const UNKNOWN_SHARE: Share = { min: 0, max: 1, minOpen: false, maxOpen: false, known: false };

/** An exactly known share. */
export function exactShare(fraction: number): Share {
  return { min: fraction, max: fraction, minOpen: false, maxOpen: false, known: true };
}

const RANGE = /^(\d+(?:\.\d+)?)\s*%?\s*(?:-|–|\.\.|to)\s*(\d+(?:\.\d+)?)\s*(%?)$/;
const BOUND = /^(>=|<=|≥|≤|>|<)\s*(\d+(?:\.\d+)?)\s*(%?)$/;
const ONE = /^(\d+(?:\.\d+)?)\s*(%?)$/;

/**
 * Reads `51%`, `25-50%` (both ends in), `>25%` (known, above a quarter), or a bare number: up to 1 it
 * is a fraction (`1` is all, `0.5` half), above 1 it is per cent. Blank is unknown.
 *
 * @throws DetourError `BAD_USER_INPUT` for other text, a share over 100 % and a range that runs backwards.
 */
export function parseShare(text: string): Share {
  const stated = text.trim().replace(',', '.');
  if (stated === '') return UNKNOWN_SHARE;
  const range = RANGE.exec(stated);
  if (range) {
    const percent = range[3] === '%' || stated.includes('%') || Number(range[1]) > 1 || Number(range[2]) > 1;
    const min = fraction(range[1] as string, percent);
    const max = fraction(range[2] as string, percent);
    if (max > 1 || min > max) throw notAShare(text);
    return { min, max, minOpen: false, maxOpen: false, known: true };
  }
  const bound = BOUND.exec(stated);
  if (bound) {
    const value = fraction(bound[2] as string, bound[3] === '%' || Number(bound[2]) > 1);
    const sign = bound[1] as string;
    if (value > 1) throw notAShare(text);
    const open = sign === '>' || sign === '<';
    if ((sign === '>' && value >= 1) || (sign === '<' && value <= 0)) throw notAShare(text);
    return sign === '>' || sign === '>=' || sign === '≥'
      ? { min: value, max: 1, minOpen: open, maxOpen: false, known: true }
      : { min: 0, max: value, minOpen: false, maxOpen: open, known: true };
  }
  const one = ONE.exec(stated);
  if (!one) throw notAShare(text);
  const value = fraction(one[1] as string, one[2] === '%' || Number(one[1]) > 1);
  if (value > 1) throw notAShare(text);
  return exactShare(value);
}

/** A share as people write it: `51%`, `25%–50%`, `>25%`, `unknown`. */
export function formatShare(share: Share): string {
  if (!share.known) return 'unknown';
  if (share.min === share.max) return percent(share.min);
  if (share.max === 1 && !share.maxOpen) return `${share.minOpen ? '>' : '≥'}${percent(share.min)}`;
  if (share.min === 0 && !share.minOpen) return `${share.maxOpen ? '<' : '≤'}${percent(share.max)}`;
  return `${percent(share.min)}–${percent(share.max)}`;
}

function percent(value: number): string {
  return `${Number((value * 100).toFixed(4))}%`;
}

function fraction(digits: string, inPercent: boolean): number {
  // Dividing the digits, not the number, keeps 0.07 from becoming 0.07000000000000001.
  return inPercent ? Number((Number(digits) / 100).toPrecision(15)) : Number(digits);
}

function notAShare(text: string): DetourError {
  return new DetourError(
    'BAD_USER_INPUT',
    `\`${text}\` is not a share: write 51%, 25-50%, >25%, or a fraction from 0 to 1; leave it blank if unknown`,
  );
}
