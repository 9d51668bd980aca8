/** What became of a suspected chain: its rank and the route, or the first condition it fails. */
import { useQuestion } from '../asking/use-question.js';
import { count } from '../figures.js';
import { FaultNotice } from '../frame/fault-notice.js';
import { Progress } from '../frame/progress.js';
import { Said } from '../frame/said.js';
import { ViewLink } from '../frame/view-link.js';
import type { ChainQuery, ChainQueryVariables } from '../generated.js';
import { CHAIN } from '../questions/documents.js';
import { Facts } from '../route/facts.js';
import { RouteTold } from '../route/route-told.js';
import { CONDITIONS } from '../wording.js';
import { HowFar } from './how-far.js';
import { type Chain, placeHref } from './place.js';
import { playgroundHref } from './playground-href.js';
import { type Terms, termVariables } from './terms.js';

export function ChainAnswer({ chain, terms }: { readonly chain: Chain; readonly terms: Terms }) {
  const variables: ChainQueryVariables = {
    ...termVariables(terms),
    ...(chain.parties.length > 0 ? { parties: chain.parties } : {}),
    ...(chain.shipments.length > 0 ? { shipments: chain.shipments } : {}),
  };
  const told = useQuestion<ChainQuery, ChainQueryVariables>(CHAIN, variables);
  const back = <ViewLink href={placeHref({ terms })}>Back to the ranked routes</ViewLink>;
  if (told.state === 'LOADING') return <Progress what="Testing the chain" since={told.since} stop={told.stop} />;
  if (told.state === 'FAILED') {
    return (
      <>
        <FaultNotice fault={told.fault} again={told.again} />
        <p>{back}</p>
      </>
    );
  }
  if (told.state !== 'ANSWERED') return <div className="notice">{back}</div>;
  const { route, rank, failure } = told.answer.explainChain;
  const inPlayground = playgroundHref(CHAIN, variables);
  return (
    <>
      {failure && <Failure failure={failure} chain={chain} />}
      {failure && (
        <p className="actions">
          {back} <a href={inPlayground}>Open this in the playground</a>
        </p>
      )}
      {route && (
        <RouteTold route={route} view={terms.view} title="The chain is a route" inPlayground={inPlayground}>
          <p>
            {rank === null
              ? 'Its place among all routes was not reached.'
              : `Its place among all routes: ${count(rank)}.`}{' '}
            {back}
          </p>
        </RouteTold>
      )}
      <HowFar answer={told.answer.explainChain} />
    </>
  );
}

interface FailureProps {
  readonly failure: NonNullable<ChainQuery['explainChain']['failure']>;
  readonly chain: Chain;
}

function Failure({ failure, chain }: FailureProps) {
  const { condition, at, sentence, facts } = failure;
  const party = at === null ? undefined : chain.parties[at];
  return (
    <section className="notice notice-failure" aria-labelledby="failure-heading">
      <h2 id="failure-heading">Not a route</h2>
      <p className="failure-sentence">
        <Said text={sentence} />
      </p>
      <dl className="facts">
        <dt>First condition that fails</dt>
        <dd>
          {CONDITIONS[condition]} <code>{condition}</code>
        </dd>
        {party !== undefined && (
          <>
            <dt>Where in the chain</dt>
            <dd>
              <code>{party}</code>, place {(at ?? 0) + 1} of {chain.parties.length}
            </dd>
          </>
        )}
        {facts.length > 0 && (
          <>
            <dt>Facts</dt>
            <dd>
              <Facts facts={facts} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
