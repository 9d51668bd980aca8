/** Is what leaves what arrived? */
import type { Predicate } from '../flag.js';
import type { GoodsSituation } from '../situations.js';

const UNTOLD = ['PAPER_UNKNOWN', 'CARRIED_UNKNOWN', 'BOTH_UNKNOWN'];

/** How much the words of the two papers say: both name the product, one names none, they are silent, they differ. */
const WORDS: Readonly<Record<GoodsSituation['relation'], 'NAMED' | 'UNNAMED' | 'UNTOLD' | 'RENAMED'>> = {
  SAME_PRODUCT: 'NAMED',
  CONTAINED: 'NAMED',
  SAME_CLASS: 'UNNAMED',
  NAMED_LATER: 'UNNAMED',
  PAPER_UNKNOWN: 'UNTOLD',
  CARRIED_UNKNOWN: 'UNTOLD',
  BOTH_UNKNOWN: 'UNTOLD',
  RELABELLED: 'RENAMED',
  OTHER_WORDS: 'RENAMED',
};

/** Weight or document shows that the lot is the same one, whatever the words say. */
function singledOut(s: GoodsSituation): boolean {
  return s.weight === 'MATCHES' || s.sameDocument;
}

export const goods: Readonly<Record<string, Predicate<GoodsSituation>>> = {
  'same-product': { find: (s) => s.relation === 'SAME_PRODUCT' },
  'one-inside-the-other': { find: (s) => s.relation === 'CONTAINED' },
  'same-class': { find: (s) => s.relation === 'SAME_CLASS' },
  'named-later': { find: (s) => s.relation === 'NAMED_LATER' },
  'same-document': { find: (s) => s.sameDocument },
  'relabelled-same-weight': {
    find: (s) => {
      if (s.relation !== 'RELABELLED') return false;
      return s.weight === 'UNKNOWN' ? undefined : s.weight === 'MATCHES';
    },
  },
  'untold-goods': {
    grades: UNTOLD,
    find: (s) => (UNTOLD.includes(s.relation) && !singledOut(s) ? s.relation : false),
  },
  'other-words': { find: (s) => s.relation === 'OTHER_WORDS' && !singledOut(s) },
  'untold-same-weight': {
    grades: ['UNTOLD', 'ONE_UNNAMED'],
    find: (s) => {
      const silent = s.relation === 'PAPER_UNKNOWN' || s.relation === 'OTHER_WORDS';
      if (!silent && WORDS[s.relation] !== 'UNNAMED') return false;
      if (s.weight === 'UNKNOWN') return undefined;
      return s.weight === 'MATCHES' && (silent ? 'UNTOLD' : 'ONE_UNNAMED');
    },
  },
  'weight-differs': {
    grades: ['NAMED', 'UNNAMED', 'UNNAMED_FAR', 'UNTOLD', 'UNTOLD_FAR', 'RENAMED', 'RENAMED_FAR'],
    find: (s) => {
      // A chip weighs less than its board: there the weight a piece says nothing.
      if (s.relation === 'CONTAINED') return false;
      if (s.weight === 'UNKNOWN') return undefined;
      if (s.weight === 'MATCHES') return false;
      const words = WORDS[s.relation];
      return words !== 'NAMED' && s.weight.startsWith('FAR_') ? `${words}_FAR` : words;
    },
  },
};
