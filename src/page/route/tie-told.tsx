/** A tie: the standing relation through which goods change hands unseen. */
import { Said } from '../frame/said.js';
import type { HopToldFragment } from '../generated.js';
import { CERTAINTIES, TIES } from '../wording.js';

export function TieTold({ tie }: { readonly tie: NonNullable<HopToldFragment['tie']> }) {
  return (
    <dl className="facts">
      <dt>Tie</dt>
      <dd>
        {TIES[tie.kind]}; that it held between the two movements is {CERTAINTIES[tie.certainty]}.{' '}
        <Said text={tie.sentence} />
      </dd>
      {tie.links.map((link) => (
        <LinkTold key={link.id} link={link} />
      ))}
    </dl>
  );
}

function LinkTold({ link }: { readonly link: NonNullable<HopToldFragment['tie']>['links'][number] }) {
  const { source, target, type, share, from, to } = link;
  return (
    <>
      <dt>
        <code>{type}</code>
      </dt>
      <dd>
        {source.name ?? source.id} → {target.name ?? target.id}
        {type === 'owns' && `, ${share ?? 'share unknown'}`}, {from === null ? 'since an unknown day' : `since ${from}`}
        {to !== null && ` until ${to}`} <code>{link.id}</code>
      </dd>
    </>
  );
}
