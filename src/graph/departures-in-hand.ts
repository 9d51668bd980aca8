/** The departures of one party whose bound rose at the level below, as flat columns. */
import { type BoundsRoom, NEVER, unfolded } from './bounds-room.js';
import type { TieTo } from './candidates.js';
import { type Network, NONE, type Question } from './network.js';

/**
 * Reused from party to party; entries 0 … count − 1 are in order of their earliest day.
 *
 * Bounds only rise from level to level, so what a departure gave its arrivals before, it has given them: only
 * those that rose since are taken up.
 */
export class DeparturesInHand {
  count = 0;
  movement = new Int32Array(64);
  /** Earliest day of departure. */
  day = new Int32Array(64);
  /** Last day on which goods can come that are still on board. */
  closes = new Int32Array(64);
  /** The consignee. */
  next = new Int32Array(64);
  /** Hop price, own bits and what follows, sixty-fourths; NEVER where nothing follows or nothing rose. */
  seen = new Int32Array(64);
  needed = new Int32Array(64);
  /** Latest of `closes`. */
  lastCloses = 0;

  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;

  constructor(network: Network, question: Question, room: BoundsRoom) {
    this.network = network;
    this.question = question;
    this.room = room;
  }

  /** Takes up departures of the party, or of one tied to it, for `level`; false when there are none. */
  gather(level: number, party: number, tie?: TieTo): boolean {
    const { movements, weights } = this.network;
    const { room } = this;
    const below = room.seen[level - 1] as Int16Array;
    const before = level > 1 ? (room.seen[level - 2] as Int16Array) : undefined;
    const at = tie === undefined ? party : tie.party;
    const from = movements.departures[at] as number;
    const to = movements.departures[at + 1] as number;
    if (room.needed.length > 0) {
      this.gatherBoth(level, from, to, tie !== undefined && this.question.tier2[at] === 1);
      return this.finish(party, tie);
    }
    let n = 0;
    for (let b = from; b < to; b++) {
      const following = below[b] as number;
      if (following === NONE || (before !== undefined && before[b] === following)) continue;
      if (n === this.movement.length) this.grow();
      this.seen[n] = weights.hop + unfolded(room.movement[b] as number) + unfolded(following);
      this.movement[n++] = b;
    }
    this.count = n;
    return this.finish(party, tie);
  }

  private gatherBoth(level: number, from: number, to: number, passed: boolean): void {
    const { movements, weights } = this.network;
    const { room, question } = this;
    const { consignee } = movements;
    const seenBelow = room.seen[level - 1] as Int16Array;
    const neededBelow = room.needed[level - 1] as Int16Array;
    const seenBefore = level > 1 ? (room.seen[level - 2] as Int16Array) : undefined;
    const neededBefore = level > 1 ? (room.needed[level - 2] as Int16Array) : undefined;
    let n = 0;
    for (let b = from; b < to; b++) {
      const following = seenBelow[b] as number;
      if (following === NONE) continue;
      const seenRose = seenBefore === undefined || seenBefore[b] !== following;
      const enough = passed || question.tier2[consignee[b] as number] === 1;
      const ahead = (enough ? following : neededBelow[b]) as number;
      const neededRose =
        ahead !== NONE && (neededBefore === undefined || (enough ? seenRose : neededBefore[b] !== ahead));
      if (!seenRose && !neededRose) continue;
      if (n === this.movement.length) this.grow();
      const own = weights.hop + unfolded(room.movement[b] as number);
      this.seen[n] = seenRose ? own + unfolded(following) : NEVER;
      this.needed[n] = neededRose ? own + unfolded(ahead) : NEVER;
      this.movement[n++] = b;
    }
    this.count = n;
  }

  private finish(party: number, tie: TieTo | undefined): boolean {
    const { departsEarliest, departsLatest, arrivesLatest, consignee } = this.network.movements;
    const { movement, day, closes, next } = this;
    this.lastCloses = NEVER;
    for (let j = 0; j < this.count; j++) {
      const b = movement[j] as number;
      day[j] = departsEarliest[b] as number;
      closes[j] = Math.min(departsLatest[b] as number, arrivesLatest[b] as number);
      next[j] = consignee[b] as number;
    }
    if (tie !== undefined) this.holdTo(tie, party);
    for (let j = 0; j < this.count; j++)
      if ((closes[j] as number) > this.lastCloses) this.lastCloses = closes[j] as number;
    return this.count > 0;
  }

  /** Goods pass by a tie on one of its days, and do not come straight back. */
  private holdTo(tie: TieTo, party: number): void {
    let n = 0;
    for (let j = 0; j < this.count; j++) {
      if ((this.closes[j] as number) < tie.from || this.next[j] === party) continue;
      this.movement[n] = this.movement[j] as number;
      this.day[n] = Math.max(this.day[j] as number, tie.from);
      this.closes[n] = this.closes[j] as number;
      this.next[n] = this.next[j] as number;
      this.seen[n] = (this.seen[j] as number) + tie.bits;
      this.needed[n] = (this.needed[j] as number) + tie.bits;
      n++;
    }
    this.count = n;
  }

  private grow(): void {
    const longer = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const room = new Int32Array(column.length * 2);
      room.set(column);
      return room;
    };
    this.movement = longer(this.movement);
    this.day = longer(this.day);
    this.closes = longer(this.closes);
    this.next = longer(this.next);
    this.seen = longer(this.seen);
    this.needed = longer(this.needed);
  }
}
