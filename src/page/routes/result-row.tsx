/** One ranked route in four lines. */
import { bits, counted, figure } from '../figures.js';
import { ViewLink } from '../frame/view-link.js';
import type { Tier } from '../generated.js';
import { BandBadge } from '../route/band-badge.js';
import { TierMark } from '../route/tier-mark.js';
import { CERTAINTIES, KINDS } from '../wording.js';
import type { Ranked } from './result-list.js';

type Result = Ranked['edges'][number]['node'];

interface ResultRowProps {
  readonly route: Result;
  readonly href: string;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

export function ResultRow({ route, href, isChosen, onOpen }: ResultRowProps) {
  const { parties, hops, score } = route;
  const first = parties[0];
  const last = parties.at(-1);
  const between = parties.length - 2;
  const units = route.shipments.at(-1)?.units;
  return (
    <ViewLink className="result" href={href} onFollow={onOpen} {...(isChosen ? { 'aria-current': 'true' } : {})}>
      <span className="result-rank figure">{route.rank}</span>
      <span className="result-body">
        <span className="result-line">
          <b className="figure">{bits(score.bits)} bits</b>
          <BandBadge band={score.band} />
          <span className="push quiet">
            {KINDS[route.kind]}
            {route.certainty === 'CERTAIN' ? '' : `, ${CERTAINTIES[route.certainty]}`}
            {route.open ? ', open' : ''}
          </span>
        </span>
        <span className="result-ends">
          <b>{first?.name ?? first?.id}</b> <span className="quiet">to</span> <b>{last?.name ?? last?.id}</b>
          {between > 0 && <span className="quiet">, {between} between</span>}
        </span>
        <span className="result-path">
          {parties.map((party, at) => (
            <span key={party.id} className="result-stop">
              {at > 0 && <span aria-hidden="true">{hops[at - 1]?.kind === 'TIE' ? '┄' : '→'}</span>}
              <TierMark tier={tierAt(hops, at)} /> {party.country ?? '??'}
            </span>
          ))}
        </span>
        <span className="quiet figure">
          {route.period.from} – {route.period.to}
        </span>
        <span className="result-line quiet">
          <span className="figure">
            {units !== null && units !== undefined && `${counted(units, 'unit')} · `}
            {route.chips === null ? 'chips unknown' : counted(route.chips, 'chip')}
            {route.tpp !== null && ` · ${figure(route.tpp, 0)} TPP`}
          </span>
          <span>{route.goods.product?.name ?? route.goods.code}</span>
          {route.alternatives.count > 0 && (
            <span className="push">{counted(route.alternatives.count, 'alternative')}</span>
          )}
        </span>
      </span>
    </ViewLink>
  );
}

/** A party's tier is told by the hop that reaches it, the first one's by the hop that leaves it. */
function tierAt(hops: Result['hops'], at: number): Tier {
  return (at === 0 ? hops[0]?.tierFrom : hops[at - 1]?.tierTo) ?? 'UNKNOWN';
}
