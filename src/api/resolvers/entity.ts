/** Parties, the lists they are on and the links between them. */
import { listedDuring } from '../../model/listing.js';
import { connection, pageAsked } from '../connection.js';
import { theDay } from '../day-arguments.js';
import type { EntityResolvers, LinkResolvers, ListingResolvers } from '../generated.js';
import { shipmentQuery } from '../shipment-query.js';

export const Entity: EntityResolvers = {
  source: (entity) => (entity.dataset === '' ? null : entity),
  tier(entity, { on, regime }, context) {
    return context.desk.tierOf(entity.country, theDay(on, context.today), regime ?? undefined);
  },
  listings: (entity, _args, { desk, asOf }, info) => desk.listings([entity.id], asOf(info)),
  async shipments(entity, args, { desk, limits, asOf }, info) {
    const query = { ...shipmentQuery(args.filter), parties: [entity.id] };
    return connection(await desk.shipments(query, pageAsked(args, limits), asOf(info)), args);
  },
  async owners({ id }, args, { desk, limits, asOf }, info) {
    const query = { entity: id, direction: 'ABOVE', types: ['owns', 'controls'] } as const;
    return connection(await desk.links(query, pageAsked(args, limits), asOf(info)), args);
  },
  async owned({ id }, args, { desk, limits, asOf }, info) {
    const query = { entity: id, direction: 'BELOW', types: ['owns', 'controls'] } as const;
    return connection(await desk.links(query, pageAsked(args, limits), asOf(info)), args);
  },
};

export const Link: LinkResolvers = {
  source: (link, _args, context, info) => context.party(link.source, info),
  target: (link, _args, context, info) => context.party(link.target, info),
  share: (link) => (link.share.known ? link.share : null),
  provenance: (link) => link,
};

export const Listing: ListingResolvers = {
  source: (listing) => listing,
  holds(listing, { on }, { today }) {
    const day = theDay(on, today);
    return listedDuring(listing, { earliest: day, latest: day });
  },
};
