/** What the law says, as a badge: a sign, a colour and the words. */
import type { Outcome } from '../generated.js';
import { OUTCOMES } from '../wording.js';

const SIGNS: Readonly<Record<Outcome, string>> = {
  PROHIBITED: '✕',
  LICENCE_REQUIRED: '!',
  UNKNOWN: '?',
  EXCEPTION_AVAILABLE: '◐',
  NO_LICENCE_REQUIRED: '✓',
};

export function Verdict({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span className={`verdict verdict-${outcome.toLowerCase().replaceAll('_', '-')}`}>
      <span className="verdict-sign" aria-hidden="true">
        {SIGNS[outcome]}
      </span>
      {OUTCOMES[outcome]}
    </span>
  );
}
