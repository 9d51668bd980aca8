/** The band of a score: pips and the word. */
import type { Band } from '../generated.js';
import { BAND_MEANINGS, BANDS } from '../wording.js';

const PIPS: Readonly<Record<Band, number>> = { CRITICAL: 4, HIGH: 3, ELEVATED: 2, LOW: 1 };

export function BandBadge({ band }: { readonly band: Band }) {
  return (
    <span className={`band band-${band.toLowerCase()}`} title={BAND_MEANINGS[band]}>
      <span className="pips" aria-hidden="true">
        {[1, 2, 3, 4].map((pip) => (
          <i key={pip} className={pip <= PIPS[band] ? 'on' : ''} />
        ))}
      </span>
      {BANDS[band]}
    </span>
  );
}
