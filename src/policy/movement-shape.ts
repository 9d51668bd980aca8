/** Reads plain JSON against a shape, so that every fault names the place, the key and what would be right. */
import { parseCountry } from '../model/country.js';
import { DetourError, nearest } from '../model/errors.js';
import { exactShare, parseShare } from '../model/share.js';

/** What a key may hold; a list of one shape means "a list of these". `null` anywhere is "unknown". */
export type Shape =
  | 'text'
  | 'flag'
  | 'number'
  | 'amount'
  | 'pieces'
  | 'country'
  | 'share'
  | { readonly oneOf: readonly string[] }
  | readonly [Shape]
  | { readonly [key: string]: Shape };

/**
 * The object with its values read: countries as alpha-2, shares with bounds, numbers also from text (`2e26`).
 *
 * @param place how to call it in a message: `movement.consignee`.
 * @throws DetourError `BAD_USER_INPUT` at the first fault.
 */
export function readObject(json: unknown, shape: Shape, place: string): object {
  return read(json, shape, place) as object;
}

function read(json: unknown, shape: Shape, place: string): unknown {
  if (isList(shape)) {
    if (!Array.isArray(json)) throw wrong(place, json, 'write a list in square brackets');
    return json.map((one, i) => read(one, shape[0], `${place}[${i}]`));
  }
  if (typeof shape === 'string') return SIMPLE[shape](json, place);
  if (isChoice(shape)) return oneOf(json, shape.oneOf, place);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw wrong(place, json, 'write an object');
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const inner = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (inner === undefined) throw unknownKey(key, Object.keys(shape), place);
    if (value === null || value === undefined) continue;
    result[key] = read(value, inner, `${place}.${key}`);
  }
  return result;
}

const SIMPLE = {
  text(json: unknown, place: string): string {
    if (typeof json !== 'string' && typeof json !== 'number') throw wrong(place, json, 'write text');
    return String(json).trim();
  },
  flag(json: unknown, place: string): boolean {
    const text = String(json).toLowerCase();
    if (text === 'true' || text === 'yes') return true;
    if (text === 'false' || text === 'no') return false;
    throw wrong(place, json, 'write true or false, or leave it out if unknown');
  },
  number(json: unknown, place: string): number {
    const value = typeof json === 'string' && json.trim() !== '' ? Number(json) : json;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(place, json, 'write a number');
    if (value < 0) throw wrong(place, json, 'it cannot be negative');
    return value;
  },
  amount(json: unknown, place: string): unknown {
    if (json === null || typeof json !== 'object') return SIMPLE.number(json, place);
    const bounds = read(json, { min: 'number', max: 'number' }, place) as { min?: number; max?: number };
    if (bounds.min === undefined || bounds.max === undefined || bounds.min > bounds.max) {
      throw wrong(place, JSON.stringify(json), 'bounds are written {"min": …, "max": …}, the smaller first');
    }
    return bounds;
  },
  pieces(json: unknown, place: string): unknown {
    const amount = SIMPLE.amount(json, place);
    const ends = typeof amount === 'number' ? [amount] : Object.values(amount as object);
    if (ends.some((end) => !Number.isInteger(end) || end < 1)) {
      throw wrong(
        place,
        typeof json === 'object' ? JSON.stringify(json) : json,
        'pieces are counted in whole numbers from 1',
      );
    }
    return amount;
  },
  country(json: unknown, place: string): string {
    const code = typeof json === 'string' ? parseCountry(json) : undefined;
    if (code === undefined)
      throw wrong(place, json, 'write a country as ISO 3166-1 code or English name, or leave it out if unknown');
    return code;
  },
  share(json: unknown, place: string): unknown {
    if (typeof json === 'number' && json >= 0 && json <= 1) return exactShare(json);
    try {
      return parseShare(String(json));
    } catch (error) {
      if (error instanceof DetourError) throw new DetourError(error.code, `${place}: ${error.message}`);
      throw error;
    }
  },
};

function oneOf(json: unknown, allowed: readonly string[], place: string): string {
  const text = String(json).trim();
  const found = allowed.find(
    (one) => one.toLowerCase() === text.toLowerCase().replaceAll(' ', one.includes('_') ? '_' : '-'),
  );
  if (found !== undefined) return found;
  const near = nearest(text, allowed);
  throw new DetourError(
    'BAD_USER_INPUT',
    `${place}: \`${text}\` is not known${near === undefined ? '.' : `, did you mean \`${near}\`?`} Allowed: ${allowed.join(', ')}`,
  );
}

function unknownKey(key: string, allowed: readonly string[], place: string): DetourError {
  const near = nearest(key, allowed);
  return new DetourError(
    'BAD_USER_INPUT',
    `${place} has an unknown key \`${key}\`${near === undefined ? '.' : `, did you mean \`${near}\`?`} Allowed: ${allowed.join(', ')}`,
  );
}

function wrong(place: string, json: unknown, whatToDo: string): DetourError {
  const shown = typeof json === 'object' && json !== null ? JSON.stringify(json) : String(json);
  return new DetourError('BAD_USER_INPUT', `${place}: \`${shown.slice(0, 80)}\` will not do: ${whatToDo}`);
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isChoice(shape: object): shape is { readonly oneOf: readonly string[] } {
  return Array.isArray((shape as { oneOf?: unknown }).oneOf);
}
