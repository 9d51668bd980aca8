/** What the law says of a hop, with everything it rests on and everything it lacked. */
import { figure } from '../figures.js';
import type { JudgementToldFragment } from '../generated.js';
import { CONFIDENCES, LICENCES, OUTCOMES, REVIEWS, ROLES, TIERS } from '../wording.js';
import { Exceptions } from './exceptions.js';
import { Findings } from './findings.js';
import { Verdict } from './verdict.js';

interface JudgementToldProps {
  readonly heading: string;
  readonly judgement: JudgementToldFragment;
}

export function JudgementTold({ heading, judgement }: JudgementToldProps) {
  const { review, licence, itemClass, destination, tier, couldFlip, caps } = judgement;
  return (
    <section className="judgement">
      <h5>
        {heading} <Verdict outcome={judgement.outcome} />
      </h5>
      <p className="quiet">
        {[
          review === null ? null : REVIEWS[review],
          LICENCES[licence],
          itemClass === 'NONE' ? 'goods of no controlled class' : `goods of class ${itemClass}`,
          `${destination ?? 'destination unknown'} (${TIERS[tier.destination]})`,
          `judged on ${judgement.on}`,
          judgement.confidence === 'CONFIRMED' ? null : CONFIDENCES[judgement.confidence],
        ]
          .filter((one) => one !== null)
          .join(' · ')}
      </p>
      <Findings findings={judgement.findings} />
      <Exceptions exceptions={judgement.exceptions} />
      {caps.map((cap) => (
        <p key={cap.cap} className="remark">
          Allowance <code>{cap.cap}</code>: uses {range(cap.uses)} of {figure(cap.limit, 0)} TPP, {range(cap.before)}{' '}
          used before, {range(cap.left)} left; it {FITS[cap.fits]}. <cite>{cap.citation}</cite>
        </p>
      ))}
      {couldFlip.length > 0 && (
        <>
          <h6>What is not known and would change this</h6>
          <ul className="flips">
            {couldFlip.map(({ fact, value, outcome }) => (
              <li key={`${fact} ${value}`}>
                if <code>{fact}</code> were <b>{value}</b>: {OUTCOMES[outcome].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
      <DifferingTiers judgement={judgement} />
    </section>
  );
}

const FITS = { CERTAIN: 'fits for certain', POSSIBLE: 'may fit', NO: 'does not fit' } as const;

function range({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? figure(min, 0) : `${figure(min, 0)} to ${figure(max, 0)}`;
}

/** Parties whose place, head office and ultimate parent are not of one tier: that is often the point. */
function DifferingTiers({ judgement }: { readonly judgement: JudgementToldFragment }) {
  const differing = judgement.tier.parties.filter(({ place, headquarters, ultimateParent }) => {
    return new Set([place, headquarters, ultimateParent].filter((tier) => tier !== 'UNKNOWN')).size > 1;
  });
  if (differing.length === 0) return null;
  return (
    <ul className="flips">
      {differing.map(({ role, place, headquarters, ultimateParent }) => (
        <li key={role}>
          {ROLES[role]}: place {TIERS[place]}, head office {TIERS[headquarters]}, ultimate parent{' '}
          {TIERS[ultimateParent]}
        </li>
      ))}
    </ul>
  );
}
