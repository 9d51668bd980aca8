/** No route: what was looked at, and what one may change. */
import { count, counted } from '../figures.js';
import { ViewLink } from '../frame/view-link.js';
import { VIEWS } from '../wording.js';
import { placeHref } from './place.js';
import type { Ranked } from './result-list.js';
import { DEFAULT_TERMS, type Terms } from './terms.js';

export function Empty({ ranked, terms }: { readonly ranked: Ranked; readonly terms: Terms }) {
  const { complete, explored, notShown, asOf, regime, view } = ranked;
  return (
    <div className="notice notice-empty">
      <h2>{complete ? 'There is no such route in the data' : 'No route was found before the search stopped'}</h2>
      <p>
        {complete ? 'The search is complete' : 'The search is not complete'}: {counted(explored.movements, 'movement')}{' '}
        and {counted(explored.parties, 'party', 'parties')} were in reach of the question, by {regime}, {VIEWS[view]},
        with what was known on {asOf}.
      </p>
      <ul>
        {notShown.direct.value > 0 && (
          <li>
            {count(notShown.direct)} went straight into the target in one movement; name where they start to see them.
          </li>
        )}
        {terms.minTier2 > 0 && (
          <li>
            Routes need {counted(terms.minTier2, 'party', 'parties')} in Tier 2.{' '}
            <ViewLink href={placeHref({ terms: { ...terms, minTier2: 0 } })}>Ask without that</ViewLink>
          </li>
        )}
        {(terms.since !== '' || terms.until !== '') && (
          <li>
            Only a part of time was asked about.{' '}
            <ViewLink href={placeHref({ terms: { ...terms, since: '', until: '' } })}>Ask about all days</ViewLink>
          </li>
        )}
        {terms.maxDwellDays < 365 && (
          <li>
            Goods that stayed longer than {counted(terms.maxDwellDays, 'day')} do not count.{' '}
            <ViewLink href={placeHref({ terms: { ...terms, maxDwellDays: 365 } })}>Allow a year</ViewLink>
          </li>
        )}
        <li>
          <ViewLink href={placeHref({ terms: DEFAULT_TERMS })}>Start over with the usual question</ViewLink>
        </li>
      </ul>
    </div>
  );
}
