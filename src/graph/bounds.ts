/**
 * The most evidence that can still follow a movement: hop-limited bounds, backwards, level by level.
 *
 * `seen[r][m]` bounds from above every way to end at movement m or to go on from it with at most r more
 * movements, when enough Tier 2 parties stand in the chain already; `needed[r][m]` the same while one more is
 * needed. A level reads only the level below, so movements of one day need no special case and a level can be
 * split over threads by ranges of parties. Ideas: Himmel, Bentert, Nichterlein, Niedermeier, "Efficient
 * computation of optimal temporal walks under waiting-time constraints" (2019); Dibbelt, Pajor, Strasser,
 * Wagner, "Connection Scan Algorithm" (2018).
 *
 * What makes the bound larger than the truth: parties may repeat (all but the immediate return), the goods
 * carried are taken at their best where the paper does not settle them, days fit pair by pair only, and at
 * busy parties pair evidence is its best within the dwell bucket.
 */
import { type CarriedTables, carriedTables } from './carried.js';
import { HubLevel } from './hub-level.js';
import { type Network, NONE, type Question } from './network.js';
import { Pairing } from './pairing.js';
import { TieLevel } from './tie-level.js';
import { ALWAYS } from './candidates.js';

export interface Bounds {
  /** By level 0 … maxMovements − 1, then by movement. */
  readonly seen: readonly Int16Array[];
  /** Empty when no Tier 2 party is asked for. */
  readonly needed: readonly Int16Array[];
  /** By movement: most sixty-fourths it brings itself, NONE where it cannot stand in a route. */
  readonly movement: Int16Array;
  readonly tables: CarriedTables;
}

/** An arrival with more onward movements in its window than this is bounded by window maxima instead of pair by pair. */
const PAIRS_AT_MOST = 32;

/**
 * Bounds for all movements, on this thread.
 *
 * @param pairsAtMost arrivals with more onward movements in their window are bounded by window maxima
 */
export function computeBounds(network: Network, question: Question, pairsAtMost = PAIRS_AT_MOST): Bounds {
  const builder = new BoundsBuilder(network, question, allocateBounds(network, question), pairsAtMost);
  const { parties } = network.movements;
  builder.prepare(0, parties);
  for (let level = 0; level < question.maxMovements; level++) {
    builder.levelTies(level, 0, parties);
    builder.levelCircles(level);
    builder.level(level, 0, parties);
  }
  return builder.bounds;
}

/** Room for the bounds, in shared memory. */
export function allocateBounds(network: Network, question: Question): BoundsRoom {
  const { count, parties } = network.movements;
  const int16 = (length: number): Int16Array => new Int16Array(new SharedArrayBuffer(length * 2));
  const levels = question.maxMovements;
  return {
    seen: Array.from({ length: levels }, () => int16(count)),
    needed: question.minTier2 > 0 ? Array.from({ length: levels }, () => int16(count)) : [],
    movement: int16(count),
    choiceFloor: network.weights.choice ? int16(count) : int16(0),
    tiedSeen: network.ties.pairParty.length + network.ties.circles > 0 ? int16(parties) : int16(0),
    tiedNeeded: network.ties.pairParty.length + network.ties.circles > 0 ? int16(parties) : int16(0),
  };
}

export interface BoundsRoom {
  readonly seen: Int16Array[];
  readonly needed: Int16Array[];
  readonly movement: Int16Array;
  /** By arrival: floor of 64 · log2 of a lower bound of the sum of fits (1/65,536). */
  readonly choiceFloor: Int16Array;
  /** By party: best departure at the level below, for ties. */
  readonly tiedSeen: Int16Array;
  readonly tiedNeeded: Int16Array;
}

/** Computes ranges of parties; calls of one level may run on several threads over the same room. */
export class BoundsBuilder {
  readonly bounds: Bounds;
  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;
  private readonly tables: CarriedTables;
  private readonly pairing: Pairing;
  private readonly pairsAtMost: number;
  private readonly hub: HubLevel;
  private readonly ties: TieLevel | undefined;
  /** Best quantity evidence by [rarity][stock][split], over quantity classes. */
  private readonly bestQuantity: Int16Array;
  private readonly bestValue: number;
  /** By fit 0 … 256: ceiling of 64 · log2 in 1/65,536. */
  private readonly logFit: Int16Array;

  constructor(network: Network, question: Question, room: BoundsRoom, pairsAtMost = PAIRS_AT_MOST) {
    this.network = network;
    this.pairsAtMost = pairsAtMost;
    this.question = question;
    this.room = room;
    this.tables = carriedTables(network, question.startBits);
    this.bounds = { seen: room.seen, needed: room.needed, movement: room.movement, tables: this.tables };
    this.pairing = new Pairing(network);
    const { weights } = network;
    const cells = weights.rarities * weights.stocks * weights.splits;
    this.bestQuantity = new Int16Array(cells).fill(NONE);
    for (let i = 0; i < weights.quantity.length; i++) {
      const cell = i % cells;
      this.bestQuantity[cell] = Math.max(this.bestQuantity[cell] as number, weights.quantity[i] as number);
    }
    this.bestValue = weights.value.reduce((best, bits) => Math.max(best, bits), NONE);
    this.logFit = Int16Array.from({ length: 257 }, (_, f) => (f === 0 ? NONE : Math.ceil(64 * Math.log2(f * 256))));
    this.hub = new HubLevel(network, question, room, this.tables, this.bestQuantity, this.bestValue, this.logFit);
    this.ties =
      room.tiedSeen.length > 0
        ? new TieLevel(network, question, room, this.tables, this.bestQuantity, this.bestValue)
        : undefined;
  }

  /** What each movement brings at most, and the least sum of fits of each arrival, for arrivals and departures of these parties. */
  prepare(partyFrom: number, partyTo: number): void {
    const { network, question, tables, room } = this;
    const { movements, goods } = network;
    const first = movements.departures[partyFrom] as number;
    const last = movements.departures[partyTo] as number;
    for (let m = first; m < last; m++) {
      const paper = movements.goods[m] as number;
      const standing = tables.live[paper] === 1 && (question.allowed === null || question.allowed[m] === 1);
      room.movement[m] = standing
        ? (movements.bits[m] as number) +
          (tables.law[(movements.lawGroup[m] as number) * goods.count + paper] as number)
        : NONE;
    }
    if (!network.weights.choice) return;
    for (let party = partyFrom; party < partyTo; party++) {
      const arrivalsEnd = movements.arrivals[party + 1] as number;
      for (let i = movements.arrivals[party] as number; i < arrivalsEnd; i++) {
        const a = movements.arrivalsAt[i] as number;
        if (tables.live[movements.goods[a] as number] === 1) room.choiceFloor[a] = this.leastChoice(a, party);
      }
    }
  }

  /** Before a level: the best departure of each tied party of the range, whatever the day. */
  levelTies(level: number, partyFrom: number, partyTo: number): void {
    if (level > 0) this.ties?.departures(level, partyFrom, partyTo);
  }

  /** After levelTies of all ranges: the best member of each circle. Every thread needs its own. */
  levelCircles(level: number): void {
    if (level > 0) this.ties?.circles();
  }

  /** Level `level` for all arrivals at these parties. Level 0 is ending at once. */
  level(level: number, partyFrom: number, partyTo: number): void {
    const { movements } = this.network;
    for (let party = partyFrom; party < partyTo; party++) {
      const from = movements.arrivals[party] as number;
      const to = movements.arrivals[party + 1] as number;
      if (from === to) continue;
      if (level === 0) this.endings(from, to);
      else this.arrivalsOf(level, party, from, to);
    }
  }

  private endings(from: number, to: number): void {
    const { movements, goods } = this.network;
    const { question, room, tables } = this;
    const seen = room.seen[0] as Int16Array;
    const needed = room.needed[0];
    for (let i = from; i < to; i++) {
      const m = movements.arrivalsAt[i] as number;
      if (needed !== undefined) needed[m] = NONE;
      const group = question.ending[m] as number;
      let best = NONE;
      if (group !== 0 && room.movement[m] !== NONE) {
        for (const g of tables.possible[movements.goods[m] as number] as readonly number[]) {
          best = Math.max(best, question.endings.bits[group * goods.count + g] as number);
        }
      }
      seen[m] = best;
    }
  }

  private arrivalsOf(level: number, party: number, from: number, to: number): void {
    const { network, question, room, pairing, tables, pairsAtMost } = this;
    const { movements, weights } = network;
    const belowSeen = room.seen[level - 1] as Int16Array;
    const belowNeeded = room.needed[level - 1];
    const seen = room.seen[level] as Int16Array;
    const needed = room.needed[level];
    const endings = room.seen[0] as Int16Array;
    const departuresFrom = movements.departures[party] as number;
    const departuresTo = movements.departures[party + 1] as number;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const tieSeen = this.ties?.best(party, true) ?? NONE;
    const tieNeeded = needed === undefined ? NONE : (this.ties?.best(party, false) ?? NONE);
    let hubWanted = false;
    let start = departuresFrom;

    for (let i = from; i < to; i++) {
      const a = movements.arrivalsAt[i] as number;
      let bestSeen = endings[a] as number;
      let bestNeeded = NONE;
      const group = question.ending[a] as number;
      if (room.movement[a] === NONE || (group !== 0 && question.endings.final[group] === 1)) {
        seen[a] = room.movement[a] === NONE ? NONE : bestSeen;
        if (needed !== undefined) needed[a] = NONE;
        continue;
      }
      const paper = movements.goods[a] as number;
      const certain = tables.certain[paper] as number;
      const earliest = pairing.firstArrival(a);
      const latest = (movements.arrivesLatest[a] as number) + window;
      const lowest = earliest - (movements.departureSpan[party] as number);
      // Arrivals come by latest day, so the first possible departure mostly moves on from the last one.
      while (start > departuresFrom && (movements.departsEarliest[start - 1] as number) >= lowest) start--;
      while (start < departuresTo && (movements.departsEarliest[start] as number) < lowest) start++;
      if (start + pairsAtMost < departuresTo && (movements.departsEarliest[start + pairsAtMost] as number) <= latest) {
        hubWanted = true;
      } else {
        const sender = movements.shipper[a] as number;
        for (let b = start; b < departuresTo && (movements.departsEarliest[b] as number) <= latest; b++) {
          const following = belowSeen[b] as number;
          const next = movements.consignee[b] as number;
          const ahead =
            belowNeeded === undefined ? NONE : ((question.tier2[next] === 1 ? following : belowNeeded[b]) as number);
          if ((following === NONE && ahead === NONE) || room.movement[b] === NONE || next === sender) continue;
          if (!pairing.timing(a, earliest, b, ALWAYS.from, ALWAYS.until)) continue;
          const pair = this.pairBound(a, paper, certain, b);
          if (pair === NONE) continue;
          if (following !== NONE && pair + following > bestSeen) bestSeen = pair + following;
          if (ahead !== NONE && pair + ahead > bestNeeded) bestNeeded = pair + ahead;
        }
      }
      if (this.ties !== undefined && (tieSeen !== NONE || tieNeeded !== NONE)) {
        const through = this.ties.continuation(paper, this.choiceFloor(a));
        if (through !== NONE && tieSeen !== NONE) bestSeen = Math.max(bestSeen, through + tieSeen);
        if (through !== NONE && tieNeeded !== NONE) bestNeeded = Math.max(bestNeeded, through + tieNeeded);
      }
      seen[a] = clamp(bestSeen);
      if (needed !== undefined) needed[a] = clamp(bestNeeded);
    }
    if (hubWanted) this.hub.raise(level, party, from, to, pairsAtMost);
  }

  /** Upper bound of hop, share, pair evidence and the onward movement's own bits; timing has just been asked. */
  private pairBound(a: number, paper: number, certain: number, b: number): number {
    const { network, pairing, tables, room } = this;
    const { movements, weights, goods } = network;
    const fixed = weights.hop + pairing.timeBits();
    if (certain >= 0) {
      if (!pairing.relate(a, certain, b)) return NONE;
      return (
        fixed + pairing.bits + this.shareBound(a, pairing.fit) + pairing.movementBits(b, pairing.carried)
      );
    }
    const cell = paper * goods.count + (movements.goods[b] as number);
    const document = movements.document[a] as number;
    const best = (document >= 0 && document === movements.document[b] ? tables.goodsWithDocument : tables.goods)[
      cell
    ] as number;
    if (best === NONE) return NONE;
    return (
      fixed +
      best +
      this.shareBound(a, tables.fit[cell] as number) +
      this.quantityBound(a, b) +
      this.bestValue +
      (room.movement[b] as number)
    );
  }

  private quantityBound(a: number, b: number): number {
    const { movements, weights } = this.network;
    return this.bestQuantity[
      ((movements.rarity[b] as number) * weights.stocks + (movements.stock[b] as number)) * weights.splits +
        (movements.split[a] as number)
    ] as number;
  }

  private shareBound(a: number, fit: number): number {
    return this.network.weights.choice
      ? Math.min(0, (this.logFit[fit] as number) - (this.room.choiceFloor[a] as number))
      : 0;
  }

  private choiceFloor(a: number): number {
    return this.network.weights.choice ? (this.room.choiceFloor[a] as number) : 0;
  }

  /** Floor of 64 · log2 of a lower bound of the sum of fits: direct candidates that surely fit, at their least. */
  private leastChoice(a: number, party: number): number {
    const { network, tables, pairing } = this;
    const { movements, weights, goods } = network;
    const departuresTo = movements.departures[party + 1] as number;
    const departuresFrom = movements.departures[party] as number;
    if (departuresFrom === departuresTo) return 0;
    const earliest = pairing.firstArrival(a);
    const latest = (movements.arrivesLatest[a] as number) + (weights.dwellEdges[weights.dwellEdges.length - 1] as number);
    const paper = movements.goods[a] as number;
    const certain = tables.certain[paper] as number;
    const sender = movements.shipper[a] as number;
    let low = departuresFrom;
    let high = departuresTo;
    const lowest = earliest - (movements.departureSpan[party] as number);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((movements.departsEarliest[middle] as number) < lowest) low = middle + 1;
      else high = middle;
    }
    let sum = 0;
    // A few hundred candidates tell enough: leaving the rest out only makes the bound wider.
    const end = Math.min(departuresTo, low + CHOICE_LOOK);
    for (let b = low; b < end && (movements.departsEarliest[b] as number) <= latest; b++) {
      if (movements.consignee[b] === sender) continue;
      if (!pairing.timing(a, earliest, b, ALWAYS.from, ALWAYS.until)) continue;
      if (certain >= 0) {
        if (pairing.relate(a, certain, b)) sum += pairing.fit;
      } else {
        sum += tables.leastFit[paper * goods.count + (movements.goods[b] as number)] as number;
      }
    }
    return sum === 0 ? 0 : Math.floor(64 * Math.log2(sum * 256));
  }
}

/** How many onward movements are looked at for the lower bound of the sum of fits. */
const CHOICE_LOOK = 128;

function clamp(value: number): number {
  return value < -0x7fff ? (value === NONE ? NONE : -0x7fff) : value > 0x7fff ? 0x7fff : value;
}
