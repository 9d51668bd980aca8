/** Routes that were grouped under this one; each can be told as a chain of its own. */
import { bits, counted } from '../figures.js';
import { ViewLink } from '../frame/view-link.js';
import type { OneRouteQuery } from '../generated.js';
import { BandBadge } from '../route/band-badge.js';
import { placeHref } from './place.js';
import type { Terms } from './terms.js';

interface AlternativesProps {
  readonly alternatives: OneRouteQuery['diversionRoutes']['nodes'][number]['alternatives'];
  readonly terms: Terms;
}

export function Alternatives({ alternatives, terms }: AlternativesProps) {
  if (alternatives.count === 0) return null;
  return (
    <section aria-labelledby="alternatives-heading">
      <h3 id="alternatives-heading">{counted(alternatives.count, 'alternative')}</h3>
      <p className="quiet">They share the last movement, or half of the movements, with this route.</p>
      <ol className="alternatives">
        {alternatives.routes.map(({ id, rank, score, parties, shipments }) => {
          const chain = { parties: parties.map((party) => party.id), shipments: shipments.map((one) => one.id) };
          return (
            <li key={id} value={rank}>
              <ViewLink href={placeHref({ terms, chain })}>
                {parties.map((party) => party.name ?? party.id).join(' → ')}
              </ViewLink>{' '}
              <span className="figure">{bits(score.bits)} bits</span> <BandBadge band={score.band} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
