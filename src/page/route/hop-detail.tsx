/** One hop in full: who, the paper as it stands, and the law on the paper and with knowledge of the end. */
import { Id } from '../frame/id.js';
import type { HopToldFragment, RouteToldFragment, View } from '../generated.js';
import { JudgementTold } from './judgement-told.js';
import { Paper } from './paper.js';
import { PartyTold } from './party-told.js';
import { TieTold } from './tie-told.js';
import { Verdict } from './verdict.js';

interface HopDetailProps {
  readonly hop: HopToldFragment;
  readonly route: RouteToldFragment;
  readonly view: View;
}

export function HopDetail({ hop, route, view }: HopDetailProps) {
  const from = route.parties.find(({ id }) => id === hop.from.id);
  const to = route.parties.find(({ id }) => id === hop.to.id);
  return (
    <article className={`hop ${hop.kind === 'TIE' ? 'hop-tie' : ''}`} id={`hop-${hop.index}`} tabIndex={-1}>
      <h4>
        <span className="hop-number">{hop.index + 1}</span>
        {from?.name ?? hop.from.id} → {to?.name ?? hop.to.id}
        {hop.extension && <span className="tag">added towards the origin; brings no evidence</span>}
      </h4>
      <div className="hop-parties">
        {from && <PartyTold party={from} tier={hop.tierFrom} as={hop.kind === 'TIE' ? 'Party' : 'Shipper'} />}
        {to && <PartyTold party={to} tier={hop.tierTo} as={hop.kind === 'TIE' ? 'Tied party' : 'Consignee'} />}
      </div>
      {hop.tie && <TieTold tie={hop.tie} />}
      {hop.shipment && <Paper shipment={hop.shipment} hop={hop} />}
      {hop.judgement && hop.judgementAsFound && <Law hop={hop} view={view} />}
      {hop.shipment && (
        <p className="quiet source">
          Shipment <Id id={hop.shipment.id} what="the shipment’s id" /> from {hop.shipment.source.dataset}, record{' '}
          <code>{hop.shipment.source.record}</code>
          {hop.shipment.source.retrievedOn !== null && `, fetched on ${hop.shipment.source.retrievedOn}`}
        </p>
      )}
    </article>
  );
}

function Law({ hop, view }: { readonly hop: HopToldFragment; readonly view: View }) {
  const { judgement, judgementAsFound, enforced, judgedGoods } = hop;
  if (judgement === null || judgementAsFound === null) return null;
  return (
    <>
      {judgedGoods === 'CARRIED' && (
        <p className="remark">
          The paper is silent on the goods, or names a known relabelling: judged for the goods carried,{' '}
          <b>{hop.carried.product?.name ?? hop.carried.code}</b>.
        </p>
      )}
      <div className="law">
        <JudgementTold heading="On its papers" judgement={judgement} />
        <JudgementTold heading="Knowing the end" judgement={judgementAsFound} />
      </div>
      {view === 'AS_WRITTEN' && enforced && (
        <p className="remark">
          As enforced on the day: on its papers <Verdict outcome={enforced.judgement.outcome} />, knowing the end{' '}
          <Verdict outcome={enforced.judgementAsFound.outcome} />
        </p>
      )}
    </>
  );
}
