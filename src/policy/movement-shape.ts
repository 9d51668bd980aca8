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
  return read(json, shape, [place]) as object;
}

/** The way to a value: how to call the whole, then keys and `[places]` in lists. Written out only for a fault. */
type Path = string[];

function read(json: unknown, shape: Shape, path: Path): unknown {
  if (typeof shape === 'string') return SIMPLE[shape](json, path);
  if (isList(shape)) {
    if (!Array.isArray(json)) throw wrong(path, json, 'write a list in square brackets');
    return json.map((one, i) => inside(path, `[${i}]`, one, shape[0]));
  }
  if (isChoice(shape)) return oneOf(json, shape.oneOf, path);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw wrong(path, json, 'write an object');
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(json)) {
    const value = (json as Record<string, unknown>)[key];
    const inner = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (inner === undefined) throw unknownKey(key, Object.keys(shape), path);
    if (value === null || value === undefined) continue;
    result[key] = inside(path, key, value, inner);
  }
  return result;
}

function inside(path: Path, key: string, json: unknown, shape: Shape): unknown {
  path.push(key);
  const value = read(json, shape, path);
  path.pop();
  return value;
}

/** `movement.via[0]` */
function written(path: Path): string {
  return path.reduce((whole, part) => (part.startsWith('[') ? `${whole}${part}` : `${whole}.${part}`));
}

const SIMPLE = {
  text(json: unknown, path: Path): string {
    if (typeof json !== 'string' && typeof json !== 'number') throw wrong(path, json, 'write text');
    return String(json).trim();
  },
  flag(json: unknown, path: Path): boolean {
    if (typeof json === 'boolean') return json;
    const text = String(json).toLowerCase();
    if (text === 'true' || text === 'yes') return true;
    if (text === 'false' || text === 'no') return false;
    throw wrong(path, json, 'write true or false, or leave it out if unknown');
  },
  number(json: unknown, path: Path): number {
    const value = typeof json === 'string' && json.trim() !== '' ? Number(json) : json;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(path, json, 'write a number');
    if (value < 0) throw wrong(path, json, 'it cannot be negative');
    return value;
  },
  amount(json: unknown, path: Path): unknown {
    if (json === null || typeof json !== 'object') return SIMPLE.number(json, path);
    const bounds = read(json, { min: 'number', max: 'number' }, path) as { min?: number; max?: number };
    if (bounds.min === undefined || bounds.max === undefined || bounds.min > bounds.max) {
      throw wrong(path, JSON.stringify(json), 'bounds are written {"min": …, "max": …}, the smaller first');
    }
    return bounds;
  },
  pieces(json: unknown, path: Path): unknown {
    const amount = SIMPLE.amount(json, path);
    const ends = typeof amount === 'number' ? [amount] : Object.values(amount as object);
    if (ends.some((end) => !Number.isInteger(end) || end < 1)) {
      throw wrong(
        path,
        typeof json === 'object' ? JSON.stringify(json) : json,
        'pieces are counted in whole numbers from 1',
      );
    }
    return amount;
  },
  country(json: unknown, path: Path): string {
    const code = typeof json === 'string' ? parseCountry(json) : undefined;
    if (code === undefined)
      throw wrong(path, json, 'write a country as ISO 3166-1 code or English name, or leave it out if unknown');
    return code;
  },
  share(json: unknown, path: Path): unknown {
    if (typeof json === 'number' && json >= 0 && json <= 1) return exactShare(json);
    try {
      return parseShare(String(json));
    } catch (error) {
      if (error instanceof DetourError) throw new DetourError(error.code, `${written(path)}: ${error.message}`);
      throw error;
    }
  },
};

function oneOf(json: unknown, allowed: readonly string[], path: Path): string {
  if (typeof json === 'string' && allowed.includes(json)) return json;
  const text = String(json).trim();
  const found = allowed.find(
    (one) => one.toLowerCase() === text.toLowerCase().replaceAll(' ', one.includes('_') ? '_' : '-'),
  );
  if (found !== undefined) return found;
  const near = nearest(text, allowed);
  throw new DetourError(
    'BAD_USER_INPUT',
    `${written(path)}: \`${text}\` is not known${near === undefined ? '.' : `, did you mean \`${near}\`?`} Allowed: ${allowed.join(', ')}`,
  );
}

function unknownKey(key: string, allowed: readonly string[], path: Path): DetourError {
  const near = nearest(key, allowed);
  return new DetourError(
    'BAD_USER_INPUT',
    `${written(path)} has an unknown key \`${key}\`${near === undefined ? '.' : `, did you mean \`${near}\`?`} Allowed: ${allowed.join(', ')}`,
  );
}

function wrong(path: Path, json: unknown, whatToDo: string): DetourError {
  const shown = typeof json === 'object' && json !== null ? JSON.stringify(json) : String(json);
  return new DetourError('BAD_USER_INPUT', `${written(path)}: \`${shown.slice(0, 80)}\` will not do: ${whatToDo}`);
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isChoice(shape: object): shape is { readonly oneOf: readonly string[] } {
  return Array.isArray((shape as { oneOf?: unknown }).oneOf);
}
