/** Bounds through ties: which ties are looked at one by one, and what bounds the rest. */
import { type BoundsRoom, folded, isNever, NEVER, unfolded } from './bounds-room.js';
import { Candidates, type TieTo } from './candidates.js';
import { type Network, NONE, type Question } from './network.js';
import type { PairEvidence } from './pair-evidence.js';

const NO_TIES: readonly TieTo[] = [];

/** A party with more ties than this (one of many under a common owner) is bounded without days. */
const FEW_TIES = 64;

/**
 * Through few ties arrivals meet the departures of each tied party as they meet their own. Where ties are many
 * days are left out: the bound takes the best departure of any tied party on any day, once for a whole circle.
 */
export class TieLevel {
  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;
  private readonly circleSeen: Int32Array;
  private readonly circleNeeded: Int32Array;
  /** Best time, quantity, value and declaration evidence and the hop price. */
  private readonly fixed: number;
  /** By paper: best goods evidence of any onward paper, or NONE. */
  private readonly bestGoods: Int16Array;
  private readonly mostFit: number;
  private circlesOf = 0;

  private readonly candidates: Candidates;
  private readonly fewTies: number;

  constructor(network: Network, question: Question, room: BoundsRoom, evidence: PairEvidence, fewTies = FEW_TIES) {
    const { weights, goods, ties } = network;
    this.network = network;
    this.question = question;
    this.room = room;
    this.candidates = new Candidates(network);
    this.fewTies = fewTies;
    this.circleSeen = new Int32Array(ties.circles);
    this.circleNeeded = new Int32Array(ties.circles);
    this.fixed =
      weights.hop +
      weights.time.reduce((best, bits) => Math.max(best, bits), NONE) +
      evidence.lots.ofAny() +
      Math.max(0, weights.declared);
    this.bestGoods = new Int16Array(goods.count).fill(NONE);
    evidence.goods.forEach((bits, cell) => {
      const paper = Math.floor(cell / goods.count);
      this.bestGoods[paper] = Math.max(this.bestGoods[paper] as number, bits);
    });
    this.mostFit = Math.max(0, ...new Set([...new Set(ties.pairFit), ...new Set(ties.circleFit)]));
  }

  /** Best of (own bits + what follows at the level below) over all departures, for the tied parties of the range. */
  departures(level: number, partyFrom: number, partyTo: number): void {
    const { network, question, room } = this;
    const { movements } = network;
    const below = room.seen[level - 1] as Int16Array;
    const neededBelow = room.needed[level - 1];
    for (let party = partyFrom; party < partyTo; party++) {
      if (!this.isTied(party)) continue;
      let seen = NEVER;
      let needed = NEVER;
      for (let b = movements.departures[party] as number; b < (movements.departures[party + 1] as number); b++) {
        const following = below[b] as number;
        if (following === NONE) continue;
        const own = unfolded(room.movement[b] as number);
        seen = Math.max(seen, own + unfolded(following));
        if (neededBelow === undefined) continue;
        const enough = question.tier2[party] === 1 || question.tier2[movements.consignee[b] as number] === 1;
        const ahead = (enough ? following : neededBelow[b]) as number;
        if (ahead !== NONE) needed = Math.max(needed, own + unfolded(ahead));
      }
      room.tiedSeen[party] = seen;
      room.tiedNeeded[party] = needed;
    }
  }

  /** The ties of a party, none if it has none; undefined where there are many. */
  few(party: number): readonly TieTo[] | undefined {
    const { pairs, memberships, membershipCircle, memberStart } = this.network.ties;
    let count = (pairs[party + 1] as number) - (pairs[party] as number);
    for (let i = memberships[party] as number; i < (memberships[party + 1] as number); i++) {
      const circle = membershipCircle[i] as number;
      count += (memberStart[circle + 1] as number) - (memberStart[circle] as number) - 1;
    }
    if (count > this.fewTies) return undefined;
    return count === 0 ? NO_TIES : this.candidates.tiesOf(party);
  }

  /** Raises level `level` for the arrivals at a party by what its ties lead to; after `departures` of all parties. */
  raise(level: number, party: number): void {
    if (!this.isTied(party)) return;
    if (this.circlesOf !== level) this.circles();
    this.circlesOf = level;
    const { movements } = this.network;
    const { room } = this;
    const seen = room.seen[level] as Int16Array;
    const needed = room.needed[level];
    const tiedSeen = this.best(party, room.tiedSeen, this.circleSeen);
    const tiedNeeded = needed === undefined ? NEVER : this.best(party, room.tiedNeeded, this.circleNeeded);
    if (isNever(tiedSeen)) return;
    for (let i = movements.arrivals[party] as number; i < (movements.arrivals[party + 1] as number); i++) {
      const a = movements.arrivalsAt[i] as number;
      if ((room.follows[a] as number) < level) continue;
      const goods = this.bestGoods[movements.goods[a] as number] as number;
      if (goods === NONE) continue;
      const through = this.fixed + goods + this.share(a);
      seen[a] = Math.max(seen[a] as number, folded(through + tiedSeen));
      if (needed !== undefined && !isNever(tiedNeeded)) {
        needed[a] = Math.max(needed[a] as number, folded(through + tiedNeeded));
      }
    }
  }

  private isTied(party: number): boolean {
    const { pairs, memberships } = this.network.ties;
    return pairs[party] !== pairs[party + 1] || memberships[party] !== memberships[party + 1];
  }

  /** A tied lot fits in the best case as its movement does, times the tie's factor. */
  private share(a: number): number {
    const { weights } = this.network;
    if (!weights.choice) return 0;
    return Math.min(0, Math.ceil(64 * Math.log2(256 * this.mostFit)) - (this.room.choiceFloor[a] as number));
  }

  /** Best member of each circle. */
  private circles(): void {
    const { ties } = this.network;
    const { tiedSeen, tiedNeeded } = this.room;
    for (let circle = 0; circle < ties.circles; circle++) {
      let seen = NEVER;
      let needed = NEVER;
      for (let j = ties.memberStart[circle] as number; j < (ties.memberStart[circle + 1] as number); j++) {
        const party = ties.memberParty[j] as number;
        const bits = ties.tiedPartyBits[party] as number;
        if (!isNever(tiedSeen[party] as number)) seen = Math.max(seen, bits + (tiedSeen[party] as number));
        if (!isNever(tiedNeeded[party] as number)) needed = Math.max(needed, bits + (tiedNeeded[party] as number));
      }
      this.circleSeen[circle] = seen;
      this.circleNeeded[circle] = needed;
    }
  }

  /** Best of tie bits and what the tied party sends on, over all ties of the party; NEVER if none leads on. */
  private best(party: number, tied: Int32Array, circles: Int32Array): number {
    const { ties } = this.network;
    let best = NEVER;
    for (let i = ties.pairs[party] as number; i < (ties.pairs[party + 1] as number); i++) {
      const other = ties.pairParty[i] as number;
      if (isNever(tied[other] as number)) continue;
      const bits = (ties.pairBits[i] as number) + (ties.tiedPartyBits[other] as number);
      best = Math.max(best, bits + (tied[other] as number));
    }
    for (let i = ties.memberships[party] as number; i < (ties.memberships[party + 1] as number); i++) {
      const circle = ties.membershipCircle[i] as number;
      const value = circles[circle] as number;
      if (!isNever(value)) best = Math.max(best, (ties.circleBits[circle] as number) + value);
    }
    return best;
  }
}
