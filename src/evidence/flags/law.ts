/** What the judgement of a movement on its papers says, with the goods carried. */
import type { Certainty } from '../../model/day.js';
import type { Predicate } from '../flag.js';
import { all, gradeUnless } from '../known.js';
import type { Known, LawSituation } from '../situations.js';

const CERTAINTIES = ['CERTAIN', 'NOT_EXCLUDED'];

function graded(fact: (s: LawSituation) => Known<Certainty>): Predicate<LawSituation> {
  return { grades: CERTAINTIES, find: (s) => gradeUnless(fact(s), 'NO') };
}

function licenceRequired(s: LawSituation): Known {
  return s.outcome === 'UNKNOWN' ? undefined : s.outcome === 'LICENCE_REQUIRED' || s.outcome === 'PROHIBITED';
}

/** No licence was needed, or one that fits is shown (needed or not): the movement is lawful on its papers. */
export function isLawful(s: LawSituation): boolean {
  return s.outcome === 'NO_LICENCE_REQUIRED' || (s.outcome !== 'PROHIBITED' && s.licence === 'SHOWN_AND_FITS');
}

export const law: Readonly<Record<string, Predicate<LawSituation>>> = {
  'licence-required-none-shown': {
    find: (s) => all(licenceRequired(s), s.licence === 'UNKNOWN' ? undefined : s.licence === 'NOT_SHOWN'),
  },
  'licence-would-be-denied': {
    find: (s) => {
      const denial =
        s.review === undefined ? undefined : s.review === 'PRESUMPTION_OF_DENIAL' || s.review === 'POLICY_OF_DENIAL';
      return all(licenceRequired(s), s.outcome !== 'PROHIBITED', s.licence !== 'SHOWN_AND_FITS', denial);
    },
  },
  'prohibited': { find: (s) => (s.outcome === 'UNKNOWN' ? undefined : s.outcome === 'PROHIBITED') },
  'licence-does-not-hold': {
    grades: ['SHOWN_NOT_FOUND', 'SHOWN_DOES_NOT_FIT'],
    find: (s) => {
      if (s.licence === 'UNKNOWN') return undefined;
      return s.licence === 'SHOWN_AND_FITS' || s.licence === 'NOT_SHOWN' ? false : s.licence;
    },
  },
  'exception-fails': { find: (s) => s.exceptionFails },
  'cap-exceeded': graded((s) => s.capExceeded),
  'listed-party': graded((s) => s.listed),
  'owned-by-listed': graded((s) => s.ownedByListed),
  // Place, headquarters and parent say the same thing: only the nearest of them fires, and none where the law
  // asks for nothing or a licence covers the movement.
  'destination-in-tier-3': { find: (s) => !isLawful(s) && s.destinationTier3 },
  'headquarters-in-tier-3': { find: (s) => !isLawful(s) && all(s.headquartersTier3, s.destinationTier3 !== true) },
  'parent-in-tier-3': {
    grades: CERTAINTIES,
    find: (s) => {
      const nearer = s.destinationTier3 === true || s.headquartersTier3 === true;
      return nearer || isLawful(s) ? false : gradeUnless(s.parentTier3, 'NO');
    },
  },
};
