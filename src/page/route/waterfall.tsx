/** The evidence piece by piece: what it is, where it stands written, what it adds, and the running sum. */
import { Fragment } from 'react';
import { bits, signedBits } from '../figures.js';
import type { HopToldFragment, RouteToldFragment } from '../generated.js';
import { CARRIERS } from '../wording.js';
import { BandBadge } from './band-badge.js';
import { Facts } from './facts.js';
import { MissingEvidence } from './missing-evidence.js';
import { type Scale, type Step, scaleOf, shareOf, stepsOf } from './waterfall-steps.js';

interface WaterfallProps {
  readonly score: RouteToldFragment['score'];
  readonly hops: readonly HopToldFragment[];
  readonly parties: RouteToldFragment['parties'];
}

export function Waterfall({ score, hops, parties }: WaterfallProps) {
  const groups = stepsOf(score.parts);
  const scale = scaleOf(groups);
  const nameOf = (id: string | undefined) => parties.find((party) => party.id === id)?.name ?? id;
  return (
    <section aria-labelledby="evidence-heading" className="evidence">
      <h3 id="evidence-heading">Evidence</h3>
      <p className="quiet">
        In bits: one bit doubles the odds. To the right speaks for diversion, to the left for ordinary trade.
      </p>
      <table className="waterfall">
        <thead>
          <tr>
            <th scope="col">What speaks</th>
            <th scope="col" className="number">
              Bits
            </th>
            <th scope="col" className="number">
              Sum
            </th>
            <th scope="col" className="waterfall-track">
              <span className="unseen">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ hop, steps }, at) => (
            // A hop's pieces can come in two runs, so its number alone is no key.
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed
            <Fragment key={at}>
              <tr className="waterfall-hop">
                <th scope="rowgroup" colSpan={4}>
                  {hop === null ? 'Origin' : `Hop ${hop + 1}`}{' '}
                  <span className="quiet">
                    {hop === null
                      ? nameOf(parties[0]?.id)
                      : `${nameOf(hops[hop]?.from.id)} → ${nameOf(hops[hop]?.to.id)}`}
                  </span>
                </th>
              </tr>
              {steps.map((step) => (
                <StepRow key={`${step.part.flag} ${step.part.carrierName}`} step={step} scale={scale} />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              Score <BandBadge band={score.band} />
            </th>
            <td className="number">
              <b>{bits(score.bits)}</b>
            </td>
            <td />
            <td className="waterfall-track">
              <Bar from={0} to={score.bits} scale={scale} className="bar-total" />
            </td>
          </tr>
        </tfoot>
      </table>
      <MissingEvidence score={score} />
    </section>
  );
}

function StepRow({ step: { part, before, after }, scale }: { readonly step: Step; readonly scale: Scale }) {
  return (
    <tr className={part.bits < 0 ? 'step-against' : 'step-for'}>
      <td>
        <p>{part.sentence}</p>
        <details className="rests-on">
          <summary>
            {part.flag} <span className="quiet">· {part.family}</span>
          </summary>
          <p>
            <cite>{part.citation}</cite>
          </p>
          <p>
            Belongs to the {CARRIERS[part.carrier]} <code>{part.carrierName}</code>
            {part.bits !== part.fullBits &&
              `; counts ${signedBits(part.bits)} of ${signedBits(part.fullBits)}, since a stronger piece of its family stands here`}
          </p>
          {part.facts.length > 0 && (
            <p>
              Rests on: <Facts facts={part.facts} />
            </p>
          )}
        </details>
      </td>
      <td className="number">{signedBits(part.bits)}</td>
      <td className="number quiet">{bits(after)}</td>
      <td className="waterfall-track">
        <Bar from={before} to={after} scale={scale} className={part.bits < 0 ? 'bar-against' : 'bar-for'} />
      </td>
    </tr>
  );
}

interface BarProps {
  readonly from: number;
  readonly to: number;
  readonly scale: Scale;
  readonly className: string;
}

function Bar({ from, to, scale, className }: BarProps) {
  const left = shareOf(Math.min(from, to), scale);
  const width = Math.max(shareOf(Math.max(from, to), scale) - left, 0.4);
  const nought = shareOf(0, scale);
  return (
    <svg width="100%" height="18" aria-hidden="true">
      <line className="grid" x1={`${nought}%`} x2={`${nought}%`} y1="0" y2="100%" />
      <rect className={className} x={`${left}%`} width={`${width}%`} y="4" height="10" />
    </svg>
  );
}
