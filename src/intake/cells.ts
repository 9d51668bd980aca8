/** What single cells say: absent markers, lists, identifiers, numbers. */
import { parseCountry } from '../model/country.js';
import type { Identifier } from '../model/entity.js';

/** The trimmed text, or undefined where it says "no value": blank, `NULL`, `N/A`, `-0-`, `UNKNOWN`, `TO ORDER`, in any case. */
export function presentText(cell: string): string | undefined {
  const size = cell.length;
  if (size === 0) return undefined;
  const text =
    cell.charCodeAt(0) <= 0x20 || cell.charCodeAt(size - 1) <= 0x20 || cell.charCodeAt(0) === 0xa0 ? cell.trim() : cell;
  if (text.length > LONGEST_MARKER) return text;
  // The first letter settles nearly every cell without building an upper-case copy.
  switch (text.charCodeAt(0)) {
    case 0x2d:
      return text === '-0-' ? undefined : text;
    case 0x4e:
    case 0x6e:
    case 0x54:
    case 0x74:
    case 0x55:
    case 0x75:
      return ABSENT.has(text.toUpperCase()) ? undefined : text;
    default:
      return text === '' ? undefined : text;
  }
}

const ABSENT: ReadonlySet<string> = new Set(['NULL', 'N/A', 'UNKNOWN', 'TO ORDER']);
const LONGEST_MARKER = 8;

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

/** A number written with digits, a decimal point and perhaps an exponent; undefined for other text. */
export function parseNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
