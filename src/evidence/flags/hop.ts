/** What every further movement costs: a fixed price, and its share of the choice. */
import type { Predicate } from '../flag.js';
import type { ChoiceSituation } from '../situations.js';

export const hop: Readonly<Record<string, Predicate<object>>> = {
  'further-movement': { find: () => true },
};

export const choice: Readonly<Record<string, Predicate<ChoiceSituation>>> = {
  'share-of-the-choice': { computed: true, find: (s) => s.share },
};
