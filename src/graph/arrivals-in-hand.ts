/** The arrivals of one party at one level, as flat columns. */

import { type BoundsRoom, folded, isNever, NEVER } from './bounds-room.js';
import type { TieTo } from './candidates.js';
import type { Network } from './network.js';
import type { PairEvidence } from './pair-evidence.js';

/** Reused from party to party; entries 0 … count − 1 are in order of their latest day. */
export class ArrivalsInHand {
  count = 0;
  movement = new Int32Array(64);
  /** Latest day of arrival. */
  day = new Int32Array(64);
  /** First day it can have arrived. */
  opens = new Int32Array(64);
  sender = new Int32Array(64);
  /** Best found at this level, sixty-fourths; NEVER where nothing. */
  seen = new Int32Array(64);
  needed = new Int32Array(64);
  /** What the pairs of movements are weighed by; filled by `describe`. */
  paper = new Uint16Array(64);
  kind = new Uint16Array(64);
  units = new Float32Array(64);
  pieceWeight = new Float32Array(64);
  piecePrice = new Float32Array(64);
  document = new Int32Array(64);
  declaredFor = new Int32Array(64);
  split = new Uint8Array(64);
  choiceFloor = new Int16Array(64);

  private readonly network: Network;
  private readonly room: BoundsRoom;

  constructor(network: Network, room: BoundsRoom) {
    this.network = network;
    this.room = room;
  }

  /**
   * Takes up the arrivals that something may follow and whose latest day lies in `[first, last]`; through a tie, as
   * they stand while it holds and but for those its other party sent.
   */
  gather(level: number, party: number, first: number, last: number, tie?: TieTo): void {
    const { movements } = this.network;
    const { follows } = this.room;
    const { arrivalsAt, arrivesLatest, arrivesEarliest, departsEarliest, shipper } = movements;
    const to = movements.arrivals[party + 1] as number;
    let at = movements.arrivals[party] as number;
    if (to - at > this.movement.length) this.grow(to - at);
    if (to - at > FEW) at = this.firstFrom(at, to, first);
    const { movement, day, opens, sender, seen, needed } = this;
    const exact = movements.arrivalSpan[party] === 0;
    let n = 0;
    for (; at < to; at++) {
      const a = arrivalsAt[at] as number;
      if ((follows[a] as number) < level) continue;
      const latest = arrivesLatest[a] as number;
      if (latest < first) continue;
      if (latest > last) break;
      movement[n] = a;
      day[n] = latest;
      opens[n] = exact ? latest : Math.max(arrivesEarliest[a] as number, departsEarliest[a] as number);
      sender[n] = shipper[a] as number;
      seen[n] = NEVER;
      needed[n] = NEVER;
      n++;
    }
    this.count = n;
    if (tie !== undefined) this.holdTo(tie);
  }

  /** Goods pass by a tie on one of its days: an arrival has to come before it ends and opens when it begins. */
  private holdTo(tie: TieTo): void {
    const { movement, day, opens, sender } = this;
    let n = 0;
    for (let i = 0; i < this.count; i++) {
      const latest = Math.min(day[i] as number, tie.until - 1);
      if ((opens[i] as number) > latest || sender[i] === tie.party) continue;
      movement[n] = movement[i] as number;
      day[n] = latest;
      opens[n] = opens[i] as number;
      sender[n] = sender[i] as number;
      n++;
    }
    this.count = n;
  }

  /** Fills in what weighing pairs needs of each arrival. */
  describe(evidence: PairEvidence): void {
    const { goods, units, pieceWeight, piecePrice, document, declaredFor, split } = this.network.movements;
    const { choiceFloor } = this.room;
    for (let i = 0; i < this.count; i++) {
      const a = this.movement[i] as number;
      this.paper[i] = goods[a] as number;
      this.units[i] = units[a] as number;
      this.pieceWeight[i] = pieceWeight[a] as number;
      this.piecePrice[i] = piecePrice[a] as number;
      this.document[i] = document[a] as number;
      this.declaredFor[i] = declaredFor[a] as number;
      this.split[i] = split[a] as number;
      this.choiceFloor[i] = choiceFloor.length === 0 ? 0 : (choiceFloor[a] as number);
      this.kind[i] = evidence.lots.kindOf(
        this.split[i] as number,
        this.units[i] as number,
        this.piecePrice[i] as number,
      );
    }
  }

  /** Raises the tables of the level to what was found. */
  store(level: number): void {
    const seen = this.room.seen[level] as Int16Array;
    const needed = this.room.needed[level];
    for (let i = 0; i < this.count; i++) {
      const a = this.movement[i] as number;
      const best = this.seen[i] as number;
      if (!isNever(best) && folded(best) > (seen[a] as number)) seen[a] = folded(best);
      if (needed === undefined) continue;
      const ahead = this.needed[i] as number;
      if (!isNever(ahead) && folded(ahead) > (needed[a] as number)) needed[a] = folded(ahead);
    }
  }

  /** First place in `arrivalsAt` whose latest day is not before `day`. */
  private firstFrom(from: number, to: number, day: number): number {
    const { arrivalsAt, arrivesLatest } = this.network.movements;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((arrivesLatest[arrivalsAt[middle] as number] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private grow(length: number): void {
    const room = Math.max(length, this.movement.length * 2);
    this.movement = new Int32Array(room);
    this.day = new Int32Array(room);
    this.opens = new Int32Array(room);
    this.sender = new Int32Array(room);
    this.seen = new Int32Array(room);
    this.needed = new Int32Array(room);
    this.paper = new Uint16Array(room);
    this.kind = new Uint16Array(room);
    this.units = new Float32Array(room);
    this.pieceWeight = new Float32Array(room);
    this.piecePrice = new Float32Array(room);
    this.document = new Int32Array(room);
    this.declaredFor = new Int32Array(room);
    this.split = new Uint8Array(room);
    this.choiceFloor = new Int16Array(room);
  }
}

/** Below this many a walk is quicker than a binary search. */
const FEW = 16;
