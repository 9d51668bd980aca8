/** Whether a movement takes goods back to who made or shipped them. */
import type { Goods, Movements } from '../graph/network.js';

const MAKERS = ['manufacturer', 'designer', 'foundry', 'osat', 'oem'] as const;
/** Two lots are of one number when they differ by no more than this share. */
const COUNTING_ERROR = 0.02;

/**
 * True when the consignee is a maker and the shipper is no supplier; when the consignee had shipped such goods to the
 * shipper within the window before, at least as many; or when a supplier gets back from somebody who is none as many as
 * it had sent out in that window. Such goods: what a paper can be after the other's, since a false name sticks on the
 * way back too. Undefined where no roles are recorded and no such lot is seen.
 *
 * @param rolesOf by party
 */
export function returnsToMaker(
  movements: Movements,
  goods: Goods,
  m: number,
  windowDays: number,
  rolesOf: (party: number) => ReadonlySet<string>,
): boolean | undefined {
  const shipper = movements.shipper[m] as number;
  const consignee = movements.consignee[m] as number;
  const [from, to] = [rolesOf(shipper), rolesOf(consignee)];
  const makes = (roles: ReadonlySet<string>): boolean => MAKERS.some((role) => roles.has(role));
  const supplies = (roles: ReadonlySet<string>): boolean => roles.has('distributor') || makes(roles);
  if (makes(to) && from.size > 0 && !supplies(from)) return true;
  const anywhere = from.size > 0 && supplies(to) && !supplies(from);
  const day = movements.departsEarliest[m] as number;
  const end = movements.departures[consignee + 1] as number;
  for (let b = firstFrom(movements, consignee, day - windowDays); b < end; b++) {
    if ((movements.departsEarliest[b] as number) > day) break;
    const cell = (movements.goods[b] as number) * goods.count + (movements.goods[m] as number);
    if (b === m || goods.relation[cell] === 0) continue;
    const toShipper = movements.consignee[b] === shipper;
    if (toShipper ? atMost(movements, m, b) : anywhere && alike(movements, m, b)) return true;
  }
  return from.size === 0 || to.size === 0 ? undefined : false;
}

/** First departure of the party on or after the day. */
function firstFrom(movements: Movements, party: number, day: number): number {
  let low = movements.departures[party] as number;
  let high = movements.departures[party + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((movements.departsEarliest[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** No more goes back than had been sent, as far as that is known. */
function atMost(movements: Movements, back: number, sent: number): boolean {
  return !((movements.units[back] as number) > (1 + COUNTING_ERROR) * (movements.units[sent] as number));
}

function alike(movements: Movements, back: number, sent: number): boolean {
  return Math.abs((movements.units[back] as number) / (movements.units[sent] as number) - 1) <= COUNTING_ERROR;
}
