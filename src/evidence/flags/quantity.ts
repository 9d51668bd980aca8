/** How much left against how much arrived: one lot, merged lots, split lots. */
import type { Predicate } from '../flag.js';
import { all } from '../known.js';
import type { QuantitySituation } from '../situations.js';

/** A rarity that is not known counts as the commonest: a match is a match. */
const RARITIES = ['COMMON', 'UNCOMMON', 'RARE', 'UNIQUE'];

function rarity(s: QuantitySituation): string {
  return s.rarity === 'UNKNOWN' ? 'COMMON' : s.rarity;
}

function exceeds({ stock }: QuantitySituation): boolean {
  return stock === 'EXCEEDS' || stock === 'FAR_EXCEEDS';
}

export const quantity: Readonly<Record<string, Predicate<QuantitySituation>>> = {
  'quantity-matches': {
    grades: RARITIES,
    find: (s) => {
      if (s.quantity === 'UNKNOWN') return undefined;
      return s.quantity === 'MATCHES' ? rarity(s) : false;
    },
  },
  'merged-lots-match': {
    grades: RARITIES,
    find: (s) => {
      if (s.quantity === 'MATCHES' || s.stock === 'WITHIN' || exceeds(s)) return false;
      return s.stock === 'UNKNOWN' || s.quantity === 'UNKNOWN' ? undefined : rarity(s);
    },
  },
  'split-lots-match': {
    find: (s) => {
      const part = s.quantity === 'UNKNOWN' ? undefined : s.quantity === 'FAR_LESS' || s.quantity === 'PART';
      return all(part, s.split === 'UNKNOWN' ? undefined : s.split === 'EQUALS');
    },
  },
  'far-less-than-arrived': {
    find: (s) => all(s.quantity === 'UNKNOWN' ? undefined : s.quantity === 'FAR_LESS', s.split !== 'EQUALS'),
  },
  'more-than-arrived': {
    grades: ['MORE', 'FAR_MORE'],
    find: (s) => {
      if (s.quantity === 'UNKNOWN') return undefined;
      if (s.quantity !== 'MORE' && s.quantity !== 'FAR_MORE') return false;
      // Merged arrivals explain the surplus; a lot beyond all of them has a flag of its own.
      return s.stock === 'EQUALS' || exceeds(s) ? false : s.quantity;
    },
  },
  'more-than-stock': {
    grades: ['EXCEEDS', 'FAR_EXCEEDS'],
    find: (s) => (s.stock === 'UNKNOWN' ? undefined : exceeds(s) && s.stock),
  },
};
