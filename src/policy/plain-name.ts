/** Names compared exactly, but for case, punctuation and legal form. */

/** A name without case, punctuation and legal form, for exact comparison. */
export function plainName(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const legalForms = new Set([
    'inc',
    'llc',
    'ltd',
    'limited',
    'corp',
    'corporation',
    'company',
    'co',
    'plc',
    'fze',
    'fzllc',
    'pjsc',
    'holding',
    'holdings',
    'group',
  ]);
  while (words.length > 1 && legalForms.has(words.at(-1) as string)) words.pop();
  return words.join(' ');
}
