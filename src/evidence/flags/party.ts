/** What a party is like: the consignee on arrival, a party goods pass to by a tie, the shipper at the origin. */
import type { Predicate } from '../flag.js';
import { gradeUnless, not } from '../known.js';
import { type PartySituation, SHARED_CLASSES } from '../situations.js';

export const party: Readonly<Record<string, Predicate<PartySituation>>> = {
  'young-at-first-order': {
    grades: ['FRESH', 'YOUNG', 'RECENT'],
    find: (s) => gradeUnless(s.ageAtFirstOrder, 'OLD'),
  },
  'founded-after-control': { find: (s) => s.foundedAfterControl },
  'no-web-presence': { find: (s) => not(s.webPresence) },
  'sector-does-not-fit': { find: (s) => not(s.sectorFits) },
  'middleman-as-end-user': {
    grades: ['FORWARDER', 'TRADER'],
    find: (s) => gradeUnless(s.endUserRole, 'OTHER'),
  },
  'forwarder-as-final-consignee': { find: (s) => s.forwarderFinal },
  'address-shared-with-listed': { grades: SHARED_CLASSES, find: (s) => gradeUnless(s.addressShared, 'NONE') },
  'officer-shared-with-listed': { grades: SHARED_CLASSES, find: (s) => gradeUnless(s.officerShared, 'NONE') },
  'parent-hidden': { find: (s) => s.parentHidden },
  'successor-of-listed': { find: (s) => s.successorOfListed },
  'tied-party-listed': { grades: ['CERTAIN', 'NOT_EXCLUDED'], find: (s) => gradeUnless(s.partyListed, 'NO') },
};
