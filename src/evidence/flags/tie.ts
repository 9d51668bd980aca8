/** Goods that change hands unseen, between parties that stand in a relation. */
import type { Predicate } from '../flag.js';
import { SHARED_CLASSES, type TieSituation } from '../situations.js';

/** Shared by so many as is not known counts like the most, which costs most: a tie must earn its place. */
function sharedBy(link: TieSituation['link']): Predicate<TieSituation> {
  return { grades: SHARED_CLASSES, find: (s) => s.link === link && (s.sharedBy ?? 'MANY') };
}

export const tie: Readonly<Record<string, Predicate<TieSituation>>> = {
  'by-ownership': {
    grades: ['MAJORITY', 'MINORITY', 'UNKNOWN'],
    find: (s) => s.link === 'OWNS' && (s.share ?? 'UNKNOWN'),
  },
  'by-control': { find: (s) => s.link === 'CONTROLS' },
  'by-association': { find: (s) => s.link === 'ASSOCIATE' },
  'by-common-owner': { find: (s) => s.link === 'COMMON_OWNER' },
  'by-shared-officer': sharedBy('OFFICER'),
  'by-shared-address': sharedBy('ADDRESS'),
  'tie-not-certain': { find: (s) => s.certainty === 'NOT_EXCLUDED' },
};
