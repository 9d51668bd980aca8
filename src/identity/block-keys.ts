/** Under which keys a name is found: names that can match share one at least, but for slips (`word-search.ts`). */
import type { PreparedName } from './prepare.js';
import type { Token } from './token.js';

/** Keys of one word; each leads to the names that have it. `w:` words by sound, `g:` known names, `c:` consonants. */
export function keysOfToken(token: Token): string[] {
  const { kind, key, sound, consonants, given, family, script } = token;
  if (kind === 'particle' || kind === 'suffix' || kind === 'letter') return [];
  if (kind === 'number') return [`n:${key}`];
  if (kind !== 'name') return [`d:${key}`];
  const keys = [`w:${sound}`];
  for (const group of given) keys.push(`g:${group}`);
  for (const group of family) keys.push(`g:${group}`);
  if (consonants.length > 1) keys.push(`c:${consonants}`);
  if (script === 'hangul') keys.push(`k:${token.korean}`);
  return keys;
}

/** Keys of the whole name: its words written together, and its first letters. */
export function keysOfName({ tokens, initials, kind }: PreparedName): string[] {
  const keys: string[] = [];
  const joined = tokens.map(({ text }) => text).join('');
  if (joined.length >= 4) keys.push(`j:${joined}`);
  if (kind === 'person') {
    const given = tokens.filter(({ kind: what }) => what === 'name');
    for (let i = 1; i < given.length; i++) keys.push(`j:${(given[i - 1] as Token).text}${(given[i] as Token).text}`);
    for (const { text } of given) if (text.length >= 4) keys.push(`j:${text}`);
  }
  for (const letters of initials) if (letters.length >= 3 && letters.length <= 7) keys.push(`a:${letters}`);
  const [only] = tokens;
  if (tokens.length === 1 && only?.kind === 'name' && only.text.length >= 3 && only.text.length <= 7)
    keys.push(`a:${only.text}`);
  return keys;
}
