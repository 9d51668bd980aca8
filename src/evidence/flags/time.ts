/** How soon the goods leave again. */
import type { Predicate } from '../flag.js';
import { DWELL_CLASSES, type TimeSituation } from '../situations.js';

export const time: Readonly<Record<string, Predicate<TimeSituation>>> = {
  'leaves-soon': { grades: DWELL_CLASSES, find: (s) => s.dwell },
};
