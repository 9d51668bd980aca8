/** A party of a hop: where it is, where its head office is, what lists it is on. */
import { Id } from '../frame/id.js';
import type { RouteToldFragment, Tier } from '../generated.js';
import { TierMark } from './tier-mark.js';

interface PartyToldProps {
  readonly party: RouteToldFragment['parties'][number];
  /** Tier of its place on the day of the hop. */
  readonly tier: Tier;
  readonly as: string;
}

export function PartyTold({ party, tier, as }: PartyToldProps) {
  const { country, headquarters } = party;
  return (
    <div className="party">
      <span className="party-as">{as}</span>
      <span className="party-name">
        <TierMark tier={tier} withWord /> <b>{party.name ?? 'No record describes this party'}</b>
      </span>
      <span className="quiet">
        {[
          country ?? 'place unknown',
          headquarters === null
            ? 'head office unknown'
            : headquarters === country
              ? null
              : `head office ${headquarters}`,
          party.schema === null || party.schema === 'Company' ? null : party.schema,
          party.roles.join(', ') || null,
          party.foundedOn === null ? null : `founded ${party.foundedOn}`,
        ]
          .filter((one) => one !== null)
          .join(' · ')}
      </span>
      <Id id={party.id} what="the party’s id" />
      {party.listings.map((listing) => (
        <span key={listing.id} className="listing">
          <b>⚑ {listing.list}</b>
          {listing.programme !== null && ` (${listing.programme})`}{' '}
          {listing.from === null ? 'from a day the list does not say' : `from ${listing.from}`}
          {listing.to !== null && ` to ${listing.to}`}
          {listing.citation !== null && <cite>{listing.citation}</cite>}
        </span>
      ))}
    </div>
  );
}
