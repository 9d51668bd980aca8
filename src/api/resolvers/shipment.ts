/** Shipments. */
import type { DayInterval } from '../../model/day.js';
import type { ShipmentResolvers } from '../generated.js';

export const Shipment: ShipmentResolvers = {
  shipper: (shipment, _args, context, info) => context.party(shipment.shipper, info),
  consignee: (shipment, _args, context, info) => context.party(shipment.consignee, info),
  endUser: ({ endUser }, _args, context, info) => (endUser === undefined ? null : context.party(endUser, info)),
  forwarder: ({ forwarder }, _args, context, info) => (forwarder === undefined ? null : context.party(forwarder, info)),
  departsBetween: (shipment) => period(shipment.departs),
  arrivesBetween: (shipment) => period(shipment.arrives),
  source: (shipment) => shipment,
};

/** An interval of days as the schema shows it. */
export function period({ earliest, latest }: DayInterval) {
  return { from: earliest, to: latest };
}
