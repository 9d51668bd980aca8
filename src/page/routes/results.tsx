/** The ranked answer: how many, how complete, what is not shown, and the list. */
import { count, counted } from '../figures.js';
import { ViewLink } from '../frame/view-link.js';
import { Downloads } from './downloads.js';
import { HowFar } from './how-far.js';
import { placeHref } from './place.js';
import { type Ranked, ResultList } from './result-list.js';
import type { Terms } from './terms.js';

interface ResultsProps {
  readonly ranked: Ranked;
  readonly terms: Terms;
  readonly chosen: string | undefined;
  readonly onOpen: () => void;
}

export function Results({ ranked, terms, chosen, onOpen }: ResultsProps) {
  const { edges, totalCount, notShown } = ranked;
  return (
    <section className="answer" aria-labelledby="answer-heading" id="results">
      <p className="unseen" role="status">
        {edges.length === 0 ? 'No route was found' : `${counted(edges.length, 'route')} ranked`}
      </p>
      <div className="answer-heading">
        <h2 id="answer-heading">
          {edges.length === 0 ? 'No route found' : counted(edges.length, 'route')}
          {totalCount.value > edges.length && ` of ${count(totalCount)}`}
        </h2>
        {totalCount.relation === 'GTE' && edges.length === terms.k && (
          <ViewLink href={placeHref({ terms: { ...terms, k: moreThan(terms.k) } })}>rank {moreThan(terms.k)}</ViewLink>
        )}
        {edges.length > 0 && <Downloads terms={terms} />}
      </div>
      <HowFar answer={ranked} bestMissedBits={ranked.bestMissedBits} />
      <NotShown direct={notShown.direct} noTier2={notShown.noTier2} terms={terms} />
      {edges.length > 0 && <ResultList edges={edges} terms={terms} chosen={chosen} onOpen={onOpen} />}
    </section>
  );
}

function moreThan(k: number): number {
  return k < 25 ? 25 : k < 100 ? 100 : Math.min(1000, k * 2);
}

interface NotShownProps {
  readonly direct: Ranked['notShown']['direct'];
  readonly noTier2: Ranked['notShown']['noTier2'];
  readonly terms: Terms;
}

function NotShown({ direct, noTier2, terms }: NotShownProps) {
  if (direct.value === 0 && noTier2.value === 0) return null;
  return (
    <ul className="not-shown quiet">
      {direct.value > 0 && <li>Not shown: {count(direct)} direct into the target, in one movement.</li>}
      {noTier2.value > 0 && (
        <li>
          Not shown: {count(noTier2)} that lack only parties in Tier 2.{' '}
          <ViewLink href={placeHref({ terms: { ...terms, minTier2: 0 } })}>Show them</ViewLink>
        </li>
      )}
    </ul>
  );
}
