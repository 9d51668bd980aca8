/** Is what leaves what arrived? */
import type { Predicate } from '../flag.js';
import type { GoodsSituation } from '../situations.js';

const UNTOLD = ['PAPER_UNKNOWN', 'CARRIED_UNKNOWN', 'BOTH_UNKNOWN'];

/** Weight or document shows that the lot is the same one, whatever the words say. */
function singledOut(s: GoodsSituation): boolean {
  return s.weight === 'MATCHES' || s.sameDocument;
}

export const goods: Readonly<Record<string, Predicate<GoodsSituation>>> = {
  'same-product': { find: (s) => s.relation === 'SAME_PRODUCT' },
  'one-inside-the-other': { find: (s) => s.relation === 'CONTAINED' },
  'same-class': { find: (s) => s.relation === 'SAME_CLASS' },
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
    find: (s) => {
      if (s.relation !== 'PAPER_UNKNOWN' && s.relation !== 'OTHER_WORDS') return false;
      return s.weight === 'UNKNOWN' ? undefined : s.weight === 'MATCHES';
    },
  },
  'weight-differs': {
    grades: ['RENAMED', 'SAME_WORDS'],
    find: (s) => {
      // A chip weighs less than its board: there the weight a piece says nothing.
      if (s.relation === 'CONTAINED') return false;
      if (s.weight === 'UNKNOWN') return undefined;
      if (s.weight === 'MATCHES') return false;
      return s.relation === 'RELABELLED' || s.relation === 'OTHER_WORDS' ? 'RENAMED' : 'SAME_WORDS';
    },
  },
};
