/** What single cells say: absent markers, lists, identifiers, numbers. */
import { parseCountry } from '../model/country.js';
import type { Identifier } from '../model/entity.js';

/** The trimmed text, or undefined where it says "no value": blank, `NULL`, `N/A`, `-0-`, `UNKNOWN`, `TO ORDER`, in any case. */
export function presentText(cell: string): string | undefined {
  const size = cell.length;
  if (size === 0) return undefined;
  const text = isEdge(cell.charCodeAt(0)) || isEdge(cell.charCodeAt(size - 1)) ? cell.trim() : cell;
  // Length and first letter settle nearly every cell without building an upper-case copy.
  const marker = ABSENT_BY_LENGTH.get(text.length);
  if (marker === undefined) return text;
  if ((text.charCodeAt(0) | LOWER_CASE) === marker.charCodeAt(0)) {
    return text.toLowerCase() === marker ? undefined : text;
  }
  return text === '' || text === '-0-' ? undefined : text;
}

/** Whether a character at an end may be a blank of some kind. */
function isEdge(code: number): boolean {
  return code <= 0x20 || code >= 0xa0;
}

const LOWER_CASE = 0x20;
/** No two are of one length but `-0-`, which is told by being written in one way only. */
const ABSENT_BY_LENGTH: ReadonlyMap<number, string> = new Map(
  ['', 'n/a', 'null', 'unknown', 'to order'].map((marker) => [marker.length, marker]),
);

/**
 * The items of a `;`-separated cell, trimmed, absent ones left out. An item that holds a `;` stands in double
 * quotes, with quotes inside it doubled.
 */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let rest = cell;
  while (rest !== '') {
    const quoted = QUOTED_ITEM.exec(rest);
    const end = quoted ? quoted[0].length : rest.includes(';') ? rest.indexOf(';') + 1 : rest.length;
    const text = quoted ? (quoted[1] as string).replaceAll('""', '"') : rest.slice(0, end).replace(/;$/, '');
    const item = presentText(text);
    if (item !== undefined) items.push(item);
    rest = rest.slice(end);
  }
  return items;
}

/** The cell that `splitList` reads back as these items. */
export function joinList(items: readonly string[]): string {
  return items
    .map((item) => (item.includes(';') || item.startsWith('"') ? `"${item.replaceAll('"', '""')}"` : item))
    .join(';');
}

const QUOTED_ITEM = /^\s*"((?:[^"]|"")*)"\s*(?:;|$)/;

/**
 * Reads `scheme:value`. Two letters of a country between colons belong to the scheme (`registration:MY:1234`),
 * as does the list in `listing:sdn:36`; a blank after the first colon says that the scheme ends there.
 */
export function parseIdentifier(text: string): Identifier | undefined {
  const match = /^([^:\s][^:]*):(.+)$/s.exec(text);
  if (!match) return undefined;
  const [, scheme, rest] = match as unknown as [string, string, string];
  const second = /^([^:\s]+):(.*\S.*)$/s.exec(rest);
  if (second) {
    const [, word, value] = second as unknown as [string, string, string];
    if (scheme === 'listing') return { scheme: `listing:${word}`, value: value.trim() };
    const country = word.length === 2 ? parseCountry(word) : undefined;
    if (country !== undefined) return { scheme: `${scheme}:${country}`, value: value.trim() };
  }
  const value = rest.trim();
  return value === '' ? undefined : { scheme: scheme.trim(), value };
}

/** The text that `parseIdentifier` reads back as this identifier. */
export function formatIdentifier(identifier: Identifier): string {
  const plain = `${identifier.scheme}:${identifier.value}`;
  const read = parseIdentifier(plain);
  const same = read?.scheme === identifier.scheme && read.value === identifier.value;
  return same ? plain : `${identifier.scheme}: ${identifier.value}`;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const ZERO = 0x30;
/** So many digits always fit a double exactly. */
const SAFE_DIGITS = 15;

/** A number written with digits, a decimal point and perhaps an exponent; undefined for other text. */
export function parseNumber(text: string): number | undefined {
  if (text.length <= SAFE_DIGITS) {
    let value = 0;
    let at = 0;
    for (; at < text.length; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === text.length && at > 0) return value;
  }
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  // `-0` is 0.
  return Number.isFinite(value) ? value + 0 : undefined;
}
