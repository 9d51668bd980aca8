/** What a question may ask for at most. */
import { DetourError } from '../model/errors.js';

export interface Limits {
  /** Elements in a page. */
  readonly first: number;
  /** Groups of routes. */
  readonly k: number;
  /** Movements in a route. */
  readonly maxHops: number;
  readonly maxDwellDays: number;
  /** Levels of nesting, introspection apart. */
  readonly depth: number;
  readonly aliases: number;
  readonly tokens: number;
  /** Points, see cost.ts. */
  readonly cost: number;
  readonly bodyBytes: number;
  /** For one request; a search that has used them up answers with what it has. */
  readonly milliseconds: number;
}

/** Wide enough for every view of the page and every example, and no wider than one process can bear. */
export const DEFAULT_LIMITS: Limits = {
  first: 500,
  k: 1000,
  maxHops: 10,
  maxDwellDays: 3650,
  depth: 15,
  aliases: 30,
  tokens: 2000,
  cost: 200_000,
  bodyBytes: 1_000_000,
  milliseconds: 30_000,
};

/**
 * The number, if it is from `least` up to the limit.
 *
 * @throws DetourError `BAD_USER_INPUT` below `least`, `LIMIT_EXCEEDED` above the limit.
 */
export function within(name: string, value: number, most: number, least = 1): number {
  if (value < least) throw new DetourError('BAD_USER_INPUT', `${name} is \`${value}\`: ask for at least ${least}`);
  if (value <= most) return value;
  throw new DetourError('LIMIT_EXCEEDED', `${name} is \`${value}\`: at most ${most} can be asked for`);
}
