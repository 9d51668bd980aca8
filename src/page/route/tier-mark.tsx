/** A tier as a shape and a colour of its own; the word stands beside it or is read out. */
import type { Tier } from '../generated.js';
import { TIERS } from '../wording.js';

interface TierMarkProps {
  readonly tier: Tier;
  /** Show `T2` beside the shape. */
  readonly withWord?: boolean;
}

export function TierMark({ tier, withWord = false }: TierMarkProps) {
  const word = tier === 'UNKNOWN' ? 'T?' : `T${tier.slice(-1)}`;
  return (
    <span className={`tier ${tier.toLowerCase().replace('_', '-')}`} title={TIERS[tier]}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <Shape tier={tier} />
      </svg>
      {withWord && <span aria-hidden="true">{word}</span>}
      <span className="unseen">{TIERS[tier]}</span>
    </span>
  );
}

function Shape({ tier }: { readonly tier: Tier }) {
  if (tier === 'TIER_0') return <circle cx="6" cy="6" r="4.6" />;
  if (tier === 'TIER_1') return <path d="M6 .6 11.4 6 6 11.4 .6 6z" />;
  if (tier === 'TIER_2') return <path d="M6 .8 11.6 11H.4z" />;
  if (tier === 'TIER_3') return <path d="M1.2 1.2h9.6v9.6H1.2z" />;
  return <circle cx="6" cy="6" r="4.4" className="hollow" />;
}
