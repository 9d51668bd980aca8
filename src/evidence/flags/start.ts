/** What the first paper says of the goods. */
import type { Predicate } from '../flag.js';
import { CONTROL_BASES, type StartSituation } from '../situations.js';

const UNSURE = CONTROL_BASES.filter((basis) => basis !== 'PRODUCT' && basis !== 'NOT_CONTROLLED');

export const start: Readonly<Record<string, Predicate<StartSituation>>> = {
  'goods-at-start-unsure': {
    grades: UNSURE,
    find: (s) => (UNSURE as readonly string[]).includes(s.control) && s.control,
  },
};
