/** The route as a strip in time: party, movement, party, movement, downwards; days to the right. */
import { Fragment } from 'react';
import { stay } from '../days.js';
import type { RouteToldFragment, Tier } from '../generated.js';
import { layStrip, type Stretch } from './strip-layout.js';
import { StripMovement } from './strip-movement.js';
import { TierMark } from './tier-mark.js';
import { Track } from './track.js';

export function Strip({ route }: { readonly route: RouteToldFragment }) {
  const { hops, parties } = route;
  const layout = layStrip(hops);
  return (
    <section aria-labelledby="strip-heading" className="strip">
      <h3 id="strip-heading">In time</h3>
      <div className="strip-axis" aria-hidden="true">
        <Track layout={layout}>
          {layout.ticks.map(({ at, label }) => (
            <text key={label} x={`${at}%`} dx="3" y="4">
              {label}
            </text>
          ))}
        </Track>
      </div>
      <ol className="strip-rows">
        {parties.map((party, at) => {
          const leaving = layout.hops[at];
          return (
            <Fragment key={party.id}>
              <li className="strip-party">
                <div className="strip-label">
                  <TierMark tier={tierOf(route, at)} withWord /> <b>{party.name ?? party.id}</b>{' '}
                  <span className="quiet">{party.country ?? 'place unknown'}</span>
                </div>
                <Track layout={layout}>
                  {leaving?.stay && <Stay stretch={leaving.stay} tier={tierOf(route, at)} />}
                </Track>
                {leaving?.hop.dwell && <p className="unseen">The goods stay {stay(leaving.hop.dwell)}.</p>}
              </li>
              {leaving && <StripMovement placed={leaving} layout={layout} />}
            </Fragment>
          );
        })}
      </ol>
      <p className="strip-legend quiet">
        <svg width="30" height="10" aria-hidden="true">
          <rect className="bar-sure" x="0" y="2" width="30" height="6" />
        </svg>{' '}
        on the way for certain
        <svg width="30" height="10" aria-hidden="true">
          <rect className="bar-whole" x=".5" y="2" width="29" height="6" />
        </svg>{' '}
        as far as the dates allow
        <svg width="30" height="10" aria-hidden="true">
          <path className="bar-stay" d="M0 5h30" />
        </svg>{' '}
        the goods stay
        {hops.some(({ kind }) => kind === 'TIE') && (
          <>
            <svg width="30" height="10" aria-hidden="true" className="strip-tie">
              <rect className="bar-whole" x="1" y="2" width="28" height="6" />
            </svg>{' '}
            changed hands by a tie, without a paper
          </>
        )}
      </p>
    </section>
  );
}

function Stay({ stretch, tier }: { readonly stretch: Stretch; readonly tier: Tier }) {
  return (
    <line
      className={`bar-stay ${tier.toLowerCase().replace('_', '-')}`}
      x1={`${stretch.at}%`}
      x2={`${stretch.at + stretch.width}%`}
      y1="0"
      y2="0"
    />
  );
}

function tierOf({ hops }: RouteToldFragment, at: number): Tier {
  return (at === 0 ? hops[0]?.tierFrom : hops[at - 1]?.tierTo) ?? 'UNKNOWN';
}
