/** The first view: a question on the left with its ranked routes, the chosen route on the right. */
import { useRef } from 'react';
import { useQuestion } from '../asking/use-question.js';
import { useAddress } from '../frame/address.js';
import { FaultNotice } from '../frame/fault-notice.js';
import { Progress } from '../frame/progress.js';
import type { RankedRoutesQuery, RankedRoutesQueryVariables, SurroundingsQuery } from '../generated.js';
import { RANKED_ROUTES } from '../questions/documents.js';
import { ChainAnswer } from './chain-answer.js';
import { ChainForm } from './chain-form.js';
import { ChosenRoute } from './chosen-route.js';
import { Empty } from './empty.js';
import { type Place, placeHref, readPlace } from './place.js';
import { QuestionForm } from './question-form.js';
import { Results } from './results.js';
import { termVariables, unreadable, writeTerms } from './terms.js';

export function RoutesView({ surroundings }: { readonly surroundings: SurroundingsQuery | undefined }) {
  const { search, go } = useAddress();
  const place = readPlace(search);
  const { terms, chain } = place;
  const shown = useRef<HTMLDivElement>(null);
  const wrong = unreadable(terms);
  const ranked = useQuestion<RankedRoutesQuery, RankedRoutesQueryVariables>(
    RANKED_ROUTES,
    wrong.length > 0 ? undefined : { ...termVariables(terms), k: terms.k },
  );
  const answer = ranked.state === 'ANSWERED' ? ranked.answer.diversionRoutes : undefined;
  const chosen = chain === undefined ? (place.route ?? answer?.edges[0]?.node.id) : undefined;
  const show = () => shown.current?.focus();
  const open = (next: Place) => go(placeHref(next));
  return (
    <div className="routes-view">
      <aside className="asking" aria-label="Question and ranked routes">
        <QuestionForm
          key={`terms ${writeTerms(terms)}`}
          terms={terms}
          surroundings={surroundings}
          ask={(asked) => open({ terms: asked })}
        />
        <ChainForm
          key={`chain ${chain?.parties} ${chain?.shipments}`}
          chain={chain}
          ask={(asked) => {
            open({ terms, chain: asked });
            show();
          }}
        />
        {wrong.length > 0 && (
          <div className="notice notice-fault" role="alert">
            <p>
              The address is damaged: <code>{wrong.join(', ')}</code> must be a whole number. Nothing was asked.
            </p>
          </div>
        )}
        {ranked.state === 'LOADING' && <Progress what="Looking for routes" since={ranked.since} stop={ranked.stop} />}
        {ranked.state === 'STOPPED' && (
          <div className="notice">
            <p role="status">Stopped. Nothing was found out.</p>
            <button type="button" onClick={ranked.again}>
              Ask again
            </button>
          </div>
        )}
        {ranked.state === 'FAILED' && <FaultNotice fault={ranked.fault} again={ranked.again} />}
        {answer && <Results ranked={answer} terms={terms} chosen={chosen} onOpen={show} />}
      </aside>
      <div className="shown" id="shown" ref={shown} tabIndex={-1}>
        {chain !== undefined && wrong.length === 0 ? (
          <ChainAnswer chain={chain} terms={terms} />
        ) : answer?.edges.length === 0 ? (
          <Empty ranked={answer} terms={terms} />
        ) : (
          answer && <ChosenRoute edges={answer.edges} id={chosen} terms={terms} />
        )}
      </div>
    </div>
  );
}
