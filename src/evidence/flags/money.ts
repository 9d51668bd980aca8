/** Who pays, and how much. */
import type { Predicate } from '../flag.js';
import { gradeUnless } from '../known.js';
import type { MoneySituation } from '../situations.js';

export const money: Readonly<Record<string, Predicate<MoneySituation>>> = {
  'third-party-payer': { find: (s) => (s.payer === undefined ? undefined : s.payer === 'THIRD_PARTY') },
  'paid-from-tier-3': { find: (s) => s.paidFromTier3 },
  'price-far-from-usual': { grades: ['FAR_BELOW', 'FAR_ABOVE'], find: (s) => gradeUnless(s.price, 'USUAL') },
};
