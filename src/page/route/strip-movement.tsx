/** A hop on the strip: a bar from earliest departure to latest arrival, or the tie goods changed hands by. */
import { shownDate, stay } from '../days.js';
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
      <Track layout={layout}>
        {sure && <rect className="bar-sure" x={`${sure.at}%`} width={`${sure.width}%`} y="-6" height="12" />}
        {isExact(placed) || (
          <rect className="bar-whole" x={`${whole.at}%`} width={`${whole.width}%`} y="-6" height="12" />
        )}
      </Track>
    </li>
  );
}

function Movement({ hop }: { readonly hop: HopToldFragment }) {
  const { shipment, judgement } = hop;
  if (shipment === null) return null;
  const departs = shownDate(shipment.departs, shipment.departsAssumed);
  const arrives = shownDate(shipment.arrives, shipment.arrivesAssumed);
  return (
    <>
      {judgement && <Verdict outcome={judgement.outcome} />}{' '}
      {shipment.units !== null && <span className="quiet">{counted(shipment.units, 'unit')}</span>}
      <span className="quiet second figure">
        {departs} → {arrives}
        {hop.dwell && `, after ${stay(hop.dwell)}`}
        {hop.timing === 'POSSIBLE' && ', order not proven'}
        {hop.extension && '; added towards the origin'}
      </span>
    </>
  );
}

/** Both days are known to the day, so the bar has no edges in doubt. */
function isExact({ whole, sure }: StripHop): boolean {
  return sure !== undefined && sure.at === whole.at && sure.width === whole.width;
}

function Tie({ tie }: { readonly tie: NonNullable<HopToldFragment['tie']> }) {
  return (
    <span className="quiet">
      {TIES[tie.kind]}
      {tie.through && `: ${tie.through.name ?? tie.through.id}`}, {CERTAINTIES[tie.certainty]}
    </span>
  );
}
