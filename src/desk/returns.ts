/** Whether a movement takes goods back to who made or shipped them. */
import type { Goods, Movements } from '../graph/network.js';
import type { Parties } from './parties.js';

const MAKERS = ['manufacturer', 'designer', 'foundry', 'osat', 'oem'] as const;
/** Two lots are of one number when they differ by no more than this share. */
const COUNTING_ERROR = 0.02;

/** By roles recorded: none, neither maker nor supplier, a supplier that makes nothing, a maker. */
const [SILENT, OTHER, SUPPLIER, MAKER] = [0, 1, 2, 3] as const;

/** Which movements take goods back. */
export class Returns {
  private readonly movements: Movements;
  private readonly goods: Goods;
  private readonly windowDays: number;
  private readonly kinds: Uint8Array;
  private readonly pairs: PairSet;

  constructor(movements: Movements, goods: Goods, windowDays: number, parties: Parties) {
    this.movements = movements;
    this.goods = goods;
    this.windowDays = windowDays;
    this.kinds = Uint8Array.from({ length: parties.count }, (_, party) => kindOf(parties.roles(party)));
    this.pairs = new PairSet(movements.count);
    for (let m = 0; m < movements.count; m++)
      this.pairs.add(movements.shipper[m] as number, movements.consignee[m] as number);
  }

  /**
   * True when the consignee is a maker and the shipper is no supplier; when the consignee had shipped such goods to the
   * shipper within the window before, at least as many; or when a supplier gets back from somebody who is none as many
   * as it had sent out in that window. Such goods: what a paper can be after the other's, since a false name sticks on
   * the way back too. Undefined where no roles are recorded and no such lot is seen.
   */
  toMaker(m: number): boolean | undefined {
    const { movements, goods, windowDays } = this;
    const shipper = movements.shipper[m] as number;
    const consignee = movements.consignee[m] as number;
    const [from, to] = [this.kinds[shipper] as number, this.kinds[consignee] as number];
    if (to === MAKER && from === OTHER) return true;
    const told = from === SILENT || to === SILENT ? undefined : false;
    const anywhere = from === OTHER && to === SUPPLIER && !Number.isNaN(movements.units[m] as number);
    // Most pairs trade one way only; a hub's lots need no look then.
    if (!anywhere && !this.pairs.mayHave(consignee, shipper)) return told;
    const day = movements.departsEarliest[m] as number;
    const end = movements.departures[consignee + 1] as number;
    for (let b = firstFrom(movements, consignee, day - windowDays); b < end; b++) {
      if ((movements.departsEarliest[b] as number) > day) break;
      const toShipper = movements.consignee[b] === shipper;
      if ((!toShipper && !anywhere) || b === m) continue;
      const cell = (movements.goods[b] as number) * goods.count + (movements.goods[m] as number);
      if (goods.relation[cell] === 0) continue;
      if (toShipper ? atMost(movements, m, b) : alike(movements, m, b)) return true;
    }
    return told;
  }
}

function kindOf(roles: ReadonlySet<string>): number {
  if (roles.size === 0) return SILENT;
  if (MAKERS.some((role) => roles.has(role))) return MAKER;
  return roles.has('distributor') ? SUPPLIER : OTHER;
}

/** Pairs of parties in a few bits each: what was added is there, what was not is there by accident in one of twelve. */
class PairSet {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  constructor(pairs: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(32, 8 * pairs)));
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  add(from: number, to: number): void {
    const at = this.placeOf(from, to);
    this.bits[at >>> 5] = (this.bits[at >>> 5] as number) | (1 << (at & 31));
  }

  mayHave(from: number, to: number): boolean {
    const at = this.placeOf(from, to);
    return ((this.bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;
  }

  private placeOf(from: number, to: number): number {
    const mixed = Math.imul(Math.imul(from, 0x9e3779b1) ^ to, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
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
