/** A hop on the strip: a bar from earliest departure to latest arrival, or the tie goods changed hands by. */
import { stay } from '../days.js';
import { counted } from '../figures.js';
import type { HopToldFragment } from '../generated.js';
import { CERTAINTIES, TIES } from '../wording.js';
import type { StripHop, StripLayout } from './strip-layout.js';
import { Track } from './track.js';
import { Verdict } from './verdict.js';

interface StripMovementProps {
  readonly placed: StripHop;
  readonly layout: StripLayout;
}

const HEIGHT = 26;

export function StripMovement({ placed, layout }: StripMovementProps) {
  const { hop, whole, sure } = placed;
  const looks = [hop.kind === 'TIE' ? 'strip-tie' : 'strip-move', hop.extension ? 'strip-extension' : ''].join(' ');
  return (
    <li className={looks}>
      <div className="strip-label">
        <a href={`#hop-${hop.index}`}>
          {hop.kind === 'TIE' ? '┄ tie' : '↓'} {hop.index + 1}
        </a>{' '}
        {hop.tie === null ? <Movement hop={hop} /> : <Tie tie={hop.tie} />}
      </div>
      <Track layout={layout} height={HEIGHT}>
        <rect className="bar-whole" x={`${whole.at}%`} width={`${whole.width}%`} y="6" height="14" rx="2" />
        {sure && <rect className="bar-sure" x={`${sure.at}%`} width={`${sure.width}%`} y="6" height="14" rx="2" />}
      </Track>
    </li>
  );
}

function Movement({ hop }: { readonly hop: HopToldFragment }) {
  const { shipment, judgement } = hop;
  if (shipment === null) return null;
  return (
    <>
      {judgement && <Verdict outcome={judgement.outcome} />}{' '}
      <span className="quiet">
        {shipment.units !== null && `${counted(shipment.units, 'unit')}, `}
        <span className="figure">
          {shipment.departs} → {shipment.arrives}
        </span>
        {hop.dwell && `, after ${stay(hop.dwell)}`}
        {hop.extension && ', added to show where the goods came from'}
      </span>
    </>
  );
}

function Tie({ tie }: { readonly tie: NonNullable<HopToldFragment['tie']> }) {
  return (
    <span className="quiet">
      {TIES[tie.kind]}
      {tie.through && `: ${tie.through.name ?? tie.through.id}`}, {CERTAINTIES[tie.certainty]}
    </span>
  );
}
