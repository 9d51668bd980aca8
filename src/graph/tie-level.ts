/** Bounds through ties: the best a tied party could send on, whatever the day. */
import type { BoundsRoom } from './bounds.js';
import type { CarriedTables } from './carried.js';
import { type Network, NONE, type Question } from './network.js';

/**
 * A tie is rare and its party small beside a hub, so days are left out here: the bound takes the best departure
 * of the tied party on any day. It stays admissible and costs one look a tie instead of one a pair.
 */
export class TieLevel {
  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;
  private readonly circleSeen: Int32Array;
  private readonly circleNeeded: Int32Array;
  /** Best time, quantity and value evidence and the hop price. */
  private readonly fixed: number;
  /** By paper: best goods evidence of any onward paper, or NONE. */
  private readonly bestGoods: Int16Array;
  private readonly logTieFit: number;

  constructor(
    network: Network,
    question: Question,
    room: BoundsRoom,
    tables: CarriedTables,
    bestQuantity: Int16Array,
    bestValue: number,
  ) {
    this.network = network;
    this.question = question;
    this.room = room;
    this.circleSeen = new Int32Array(network.ties.circles);
    this.circleNeeded = new Int32Array(network.ties.circles);
    const { weights, goods, ties } = network;
    this.fixed =
      weights.hop +
      weights.time.reduce((best, bits) => Math.max(best, bits), NONE) +
      bestQuantity.reduce((best, bits) => Math.max(best, bits), NONE) +
      bestValue;
    this.bestGoods = new Int16Array(goods.count).fill(NONE);
    for (let a = 0; a < goods.count; a++) {
      for (let b = 0; b < goods.count; b++) {
        this.bestGoods[a] = Math.max(
          this.bestGoods[a] as number,
          tables.goods[a * goods.count + b] as number,
          tables.goodsWithDocument[a * goods.count + b] as number,
        );
      }
    }
    let most = 0;
    for (const fit of ties.pairFit) most = Math.max(most, fit);
    for (const fit of ties.circleFit) most = Math.max(most, fit);
    this.logTieFit = Math.ceil(64 * Math.log2(256 * most));
  }

  /** Best of (own bits + what follows at the level below) over all departures, for the tied parties of the range. */
  departures(level: number, partyFrom: number, partyTo: number): void {
    const { network, question, room } = this;
    const { movements, ties } = network;
    const belowSeen = room.seen[level - 1] as Int16Array;
    const belowNeeded = room.needed[level - 1];
    for (let party = partyFrom; party < partyTo; party++) {
      const tied =
        ties.pairs[party] !== ties.pairs[party + 1] || ties.memberships[party] !== ties.memberships[party + 1];
      if (!tied) continue;
      let seen = NONE;
      let needed = NONE;
      for (let b = movements.departures[party] as number; b < (movements.departures[party + 1] as number); b++) {
        const own = room.movement[b] as number;
        if (own === NONE) continue;
        const following = belowSeen[b] as number;
        if (following !== NONE) seen = Math.max(seen, own + following);
        if (belowNeeded !== undefined) {
          const enough = question.tier2[party] === 1 || question.tier2[movements.consignee[b] as number] === 1;
          const ahead = (enough ? following : belowNeeded[b]) as number;
          if (ahead !== NONE) needed = Math.max(needed, own + ahead);
        }
      }
      room.tiedSeen[party] = seen;
      room.tiedNeeded[party] = needed;
    }
  }

  /** Best member of each circle. */
  circles(): void {
    const { ties } = this.network;
    for (let circle = 0; circle < ties.circles; circle++) {
      let seen = NONE;
      let needed = NONE;
      for (let j = ties.memberStart[circle] as number; j < (ties.memberStart[circle + 1] as number); j++) {
        const party = ties.memberParty[j] as number;
        const bits = ties.tiedPartyBits[party] as number;
        if (this.room.tiedSeen[party] !== NONE) seen = Math.max(seen, bits + (this.room.tiedSeen[party] as number));
        if (this.room.tiedNeeded[party] !== NONE) {
          needed = Math.max(needed, bits + (this.room.tiedNeeded[party] as number));
        }
      }
      this.circleSeen[circle] = seen;
      this.circleNeeded[circle] = needed;
    }
  }

  /** Best of tie bits and what the tied party sends on, over all ties of the party; NONE if it has none that leads on. */
  best(party: number, seen: boolean): number {
    const { ties } = this.network;
    const tied = seen ? this.room.tiedSeen : this.room.tiedNeeded;
    const circles = seen ? this.circleSeen : this.circleNeeded;
    let best = NONE;
    for (let i = ties.pairs[party] as number; i < (ties.pairs[party + 1] as number); i++) {
      const other = ties.pairParty[i] as number;
      if (tied[other] === NONE) continue;
      best = Math.max(
        best,
        (ties.pairBits[i] as number) + (ties.tiedPartyBits[other] as number) + (tied[other] as number),
      );
    }
    for (let i = ties.memberships[party] as number; i < (ties.memberships[party + 1] as number); i++) {
      const circle = ties.membershipCircle[i] as number;
      const value = circles[circle] as number;
      if (value !== NONE) best = Math.max(best, (ties.circleBits[circle] as number) + value);
    }
    return best;
  }

  /** Best hop, share and pair evidence of a continuation through any tie, to add to `best`; NONE if no goods go on. */
  continuation(paper: number, choiceFloor: number): number {
    if (this.bestGoods[paper] === NONE) return NONE;
    const share = this.network.weights.choice ? Math.min(0, this.logTieFit - choiceFloor) : 0;
    return this.fixed + share + (this.bestGoods[paper] as number);
  }
}
