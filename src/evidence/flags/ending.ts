/** How the route ends, and what the last arrival already said of it. */
import type { Predicate } from '../flag.js';
import type { EndingSituation, OnceSituation } from '../situations.js';
import { isLawful } from './law.js';

const STATES = ['CERTAIN', 'NOT_EXCLUDED', 'CERTAIN_OPEN', 'NOT_EXCLUDED_OPEN'];

function ofKind(kind: EndingSituation['kind']): Predicate<EndingSituation> {
  return { grades: STATES, find: (s) => s.kind === kind && `${s.certainty}${s.open ? '_OPEN' : ''}` };
}

export const ending: Readonly<Record<string, Predicate<EndingSituation>>> = {
  'arrives-in-target': {
    grades: ['UNCOVERED', 'LAWFUL'],
    find: (s) => s.kind === 'OBSERVED' && (isLawful(s.arrival) ? 'LAWFUL' : 'UNCOVERED'),
  },
  'stops-under-control': ofKind('BY_CONTROL'),
  'stops-near-target': ofKind('POTENTIAL'),
};

export const once: Readonly<Record<string, Predicate<OnceSituation>>> = {
  'counted-in-the-ending': { computed: true, find: (s) => -s.takenBack },
};
