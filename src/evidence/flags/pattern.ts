/** What only many movements together show; computed beforehand and carried by one arrival. */
import type { Predicate } from '../flag.js';
import { all, gradeUnless, not } from '../known.js';
import type { PatternSituation } from '../situations.js';

export const pattern: Readonly<Record<string, Predicate<PatternSituation>>> = {
  'demand-handed-over': { find: (s) => s.demandHandedOver },
  'just-under-threshold': { find: (s) => s.underThreshold },
  'beyond-site-power': { grades: ['BEYOND', 'FAR_BEYOND'], find: (s) => gradeUnless(s.power, 'FITS') },
  'roundabout-way': { find: (s) => s.roundabout },
  'sends-on-nearly-all': {
    find: (s) => all(s.sentOn === undefined ? undefined : s.sentOn === 'NEARLY_ALL', not(s.distributes)),
  },
};
