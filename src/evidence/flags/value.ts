/** What the price of a chip does between two papers. */
import type { Predicate } from '../flag.js';
import type { ValueSituation } from '../situations.js';

export const value: Readonly<Record<string, Predicate<ValueSituation>>> = {
  'price-drops': { find: (s) => (s.value === 'UNKNOWN' ? undefined : s.value === 'BIG_DROP') },
  'price-rises': { find: (s) => (s.value === 'UNKNOWN' ? undefined : s.value === 'BIG_RISE') },
};
