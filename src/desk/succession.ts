/** Buyers that take over from others: after a listing, or when another young buyer fell silent. */
import type { Movements } from '../graph/network.js';
import type { Day } from '../model/day.js';
import { type GoodsTable, isAccelerator } from './goods.js';
import type { Lists } from './lists.js';
import type { Parties } from './parties.js';
import type { TieSource } from './ties.js';

/** A successor begins within a year after the listing. */
const YEAR = 365;
/** A young buyer is younger than this at its first order. */
const YOUNG = 2 * YEAR;
/** Demand moves on while the last orders of one buyer and the first of the next lie within so many days. */
const OVERLAP = 30;
const PAUSE = 180;
/** At an address or under an officer of more firms than this nobody follows anybody. */
const FEW = 20;

interface Orders {
  readonly first: Day;
  readonly last: Day;
  readonly lots: number;
}

/**
 * Orders are arrivals of goods known to be or hold accelerators, by their first day of departure. Only parties that
 * share an address or an officer are compared, so the work is small.
 */
export class Succession {
  private readonly orders = new Map<number, Orders>();
  private readonly parties: Parties;
  private readonly lists: Lists;
  /** By party: those it shares an address or an officer with. */
  private readonly neighbours = new Map<number, Set<number>>();

  constructor(movements: Movements, goods: GoodsTable, parties: Parties, lists: Lists, sources: readonly TieSource[]) {
    this.parties = parties;
    this.lists = lists;
    for (let m = 0; m < movements.count; m++) {
      if (!isAccelerator(goods, movements.goods[m] as number)) continue;
      const buyer = movements.consignee[m] as number;
      const day = movements.departsEarliest[m] as number;
      const before = this.orders.get(buyer) ?? { first: day, last: day, lots: 0 };
      this.orders.set(buyer, {
        first: Math.min(before.first, day),
        last: Math.max(before.last, day),
        lots: before.lots + 1,
      });
    }
    for (const source of sources) {
      if (source.kind !== 'CIRCLE' || source.of === 'COMMON_OWNER') continue;
      this.introduce(new Set(source.members.map(({ party }) => party)));
    }
  }

  /**
   * Whether the party's first order came within a year after a party at its address or under its officer was listed.
   * Undefined where it ordered nothing of the kind, or nothing is known of address and officers.
   */
  ofListed(party: number): boolean | undefined {
    const first = this.orders.get(party)?.first;
    const neighbours = this.neighbours.get(party);
    if (first === undefined) return undefined;
    if (neighbours === undefined) return this.parties.address(party) === undefined ? undefined : false;
    for (const other of neighbours) {
      for (const { from } of this.lists.all(this.parties.ids[other] as string)) {
        if (from !== undefined && from.latest <= first && first - from.latest <= YEAR) return true;
      }
    }
    return false;
  }

  /**
   * Whether a young party's orders began when those of another young buyer of several lots ended, where the two share
   * an address or an officer. Undefined where the party's age or orders are not known.
   */
  ofSilent(party: number): boolean | undefined {
    const orders = this.orders.get(party);
    if (orders === undefined || this.parties.foundedOn(party) === undefined) return undefined;
    if (!this.isYoung(party)) return false;
    for (const other of this.neighbours.get(party) ?? []) {
      const before = this.orders.get(other);
      if (before === undefined || before.lots < 2 || before.first >= orders.first || !this.isYoung(other)) continue;
      const pause = orders.first - before.last;
      if (pause >= -OVERLAP && pause <= PAUSE) return true;
    }
    return false;
  }

  /** Founded less than two years before its first order, by the earliest day it can have been. */
  private isYoung(party: number): boolean {
    const founded = this.parties.foundedOn(party);
    const first = this.orders.get(party)?.first;
    return founded !== undefined && first !== undefined && first - founded.earliest < YOUNG;
  }

  private introduce(group: ReadonlySet<number>): void {
    if (group.size < 2 || group.size > FEW) return;
    for (const party of group) {
      const others = this.neighbours.get(party) ?? new Set<number>();
      for (const other of group) if (other !== party) others.add(other);
      this.neighbours.set(party, others);
    }
  }
}
