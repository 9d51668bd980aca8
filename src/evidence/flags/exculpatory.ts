/** What speaks for an arrival. */
import type { Predicate } from '../flag.js';
import { gradeUnless } from '../known.js';
import type { ExculpatorySituation } from '../situations.js';

export const exculpatory: Readonly<Record<string, Predicate<ExculpatorySituation>>> = {
  'site-verified': { find: (s) => s.siteVerified },
  'authorization-fits': { find: (s) => s.authorizationFits },
  'returned-to-maker': { find: (s) => s.returnsToMaker },
  'kept-deliveries': { grades: ['SOME', 'MANY'], find: (s) => gradeUnless(s.keptDeliveries, 'FEW') },
  'back-to-allies': { find: (s) => s.backToAllies },
  'retail-volume': { find: (s) => s.retailVolume },
};
