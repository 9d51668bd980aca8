/** The filter of shipments as a question to the desk. */
import type { ShipmentQuery } from '../desk/answers.js';
import { firstDay, lastDay } from './day-arguments.js';
import type { ShipmentFilter } from './generated.js';
import { given } from './given.js';

export function shipmentQuery(filter: ShipmentFilter | null | undefined): ShipmentQuery {
  return given({ ...filter, since: firstDay(filter?.since), until: lastDay(filter?.until) });
}
