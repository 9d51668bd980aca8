/** The route that was chosen among the ranked ones, told in full. */
import { useQuestion } from '../asking/use-question.js';
import { FaultNotice } from '../frame/fault-notice.js';
import { Progress } from '../frame/progress.js';
import { ViewLink } from '../frame/view-link.js';
import type { OneRouteQuery, OneRouteQueryVariables } from '../generated.js';
import { ONE_ROUTE } from '../questions/documents.js';
import { RouteTold } from '../route/route-told.js';
import { Alternatives } from './alternatives.js';
import { placeHref } from './place.js';
import { playgroundHref } from './playground-href.js';
import type { Ranked } from './result-list.js';
import { type Terms, termVariables } from './terms.js';

interface ChosenRouteProps {
  readonly edges: Ranked['edges'];
  readonly id: string | undefined;
  readonly terms: Terms;
}

export function ChosenRoute({ edges, id, terms }: ChosenRouteProps) {
  const at = edges.findIndex(({ node }) => node.id === id);
  const before = edges[at - 1]?.cursor;
  const variables = { ...termVariables(terms), k: terms.k, ...(before === undefined ? {} : { after: before }) };
  const told = useQuestion<OneRouteQuery, OneRouteQueryVariables>(ONE_ROUTE, at < 0 ? undefined : variables);
  if (at < 0) return <Absent id={id} terms={terms} />;
  if (told.state === 'LOADING') return <Progress what="Reading the route" since={told.since} stop={told.stop} />;
  if (told.state === 'FAILED') return <FaultNotice fault={told.fault} again={told.again} />;
  const route = told.state === 'ANSWERED' ? told.answer.diversionRoutes.nodes[0] : undefined;
  if (told.state !== 'ANSWERED' || route === undefined) {
    return (
      <div className="notice">
        <p role="status">The route was not read.</p>
        {told.state === 'STOPPED' && (
          <button type="button" onClick={told.again}>
            Read it
          </button>
        )}
      </div>
    );
  }
  return (
    <RouteTold
      route={route}
      view={terms.view}
      title={`Route ${route.rank}`}
      inPlayground={playgroundHref(ONE_ROUTE, variables)}
    >
      <Alternatives alternatives={route.alternatives} terms={terms} />
    </RouteTold>
  );
}

/** A link from a colleague may name a route that this answer does not hold. */
function Absent({ id, terms }: { readonly id: string | undefined; readonly terms: Terms }) {
  return (
    <div className="notice">
      <h2>This route is not among those ranked</h2>
      <p>
        The address names the route <code>{id}</code>. The data, the law or the terms may have changed since it was
        written down, or fewer routes are ranked now.
      </p>
      <p>
        <ViewLink href={placeHref({ terms })}>Show the best route</ViewLink>
      </p>
    </div>
  );
}
