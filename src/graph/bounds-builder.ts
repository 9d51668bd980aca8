/** Computes bounds in phases; each phase by ranges of parties, on as many threads as share the room. */
import { ArrivalsInHand } from './arrivals-in-hand.js';
import type { BoundsOptions } from './bounds.js';
import { type BoundsRoom, folded, NEVER, unfolded } from './bounds-room.js';
import type { TieTo } from './candidates.js';
import { type CarriedTables, carriedTables } from './carried.js';
import { ChoiceFloor } from './choice-floor.js';
import { DeparturesInHand } from './departures-in-hand.js';
import { HubLevel } from './hub-level.js';
import { type Network, NONE, type Question } from './network.js';
import { PairEvidence } from './pair-evidence.js';
import { raiseByPairs } from './pair-level.js';
import { Pairing } from './pairing.js';
import { raisePlainly } from './plain-level.js';
import { TieLevel } from './tie-level.js';
import { Windows } from './windows.js';

/** Phases before the levels: endings and own bits. Then two a level: start, raise. Then the starts. */
const BEFORE_LEVELS = 1;

/** Pairs a movement above which window maxima are quicker (plain) or have to do (with all evidence of each pair). */
const PLAIN_PAIRS = 10;
const PAIRS = 400;

/**
 * All ranges of a phase must be done before the next phase begins. Within a phase ranges are independent: a
 * level reads only the level below and writes the arrivals of its own parties. Doing a range again changes nothing.
 */
export class BoundsBuilder {
  readonly phases: number;
  readonly tables: CarriedTables;
  private readonly network: Network;
  private readonly question: Question;
  private readonly room: BoundsRoom;
  private readonly reach: Uint8Array | undefined;
  private readonly pairsAtMost: number;
  private readonly plain: boolean;
  /** Up to this level pairs are bounded by what small tables tell. */
  private readonly rough: number;
  /** `[group][paper]`; see endingsByGoods. */
  private endings: Int16Array | undefined;
  private readonly evidence: PairEvidence;
  private readonly arrivals: ArrivalsInHand;
  private readonly departures: DeparturesInHand;
  private readonly windows: Windows;
  private readonly floor: ChoiceFloor;
  private readonly hub: HubLevel;
  private readonly ties: TieLevel | undefined;

  constructor(network: Network, question: Question, room: BoundsRoom, options: BoundsOptions) {
    this.network = network;
    this.question = question;
    this.room = room;
    this.reach = options.reach;
    this.phases = BEFORE_LEVELS + 2 * (question.maxMovements - 1) + 1;
    this.tables = carriedTables(network, question.startBits);
    this.plain =
      new Pairing(network).bare &&
      !network.weights.choice &&
      network.ties.pairParty.length + network.ties.circles === 0;
    this.pairsAtMost = options.pairsAtMost ?? (this.plain ? PLAIN_PAIRS : PAIRS);
    this.rough = this.reach === undefined ? 0 : roughLevels(this.reach, question.maxMovements);
    this.evidence = new PairEvidence(network, room, this.tables);
    this.arrivals = new ArrivalsInHand(network, room);
    this.departures = new DeparturesInHand(network, question, room);
    this.windows = new Windows(network.weights.dwellEdges, this.arrivals);
    this.floor = new ChoiceFloor(network, this.tables);
    this.hub = new HubLevel(network, this.tables, this.evidence);
    this.ties =
      room.tiedSeen.length > 0 ? new TieLevel(network, question, room, this.evidence, options.tiesAtMost) : undefined;
  }

  /** `run` by ranges of parties with about as many arrivals and departures each, numbered from 0. */
  inRanges(ranges: number): (phase: number, range: number) => void {
    const { departures, arrivals, parties, count } = this.network.movements;
    const starts = new Int32Array(ranges + 1);
    let party = 0;
    for (let range = 1; range < ranges; range++) {
      const wanted = (2 * count * range) / ranges;
      while (party < parties && (departures[party] as number) + (arrivals[party] as number) < wanted) party++;
      starts[range] = party;
    }
    starts[ranges] = parties;
    return (phase, range) => this.run(phase, starts[range] as number, starts[range + 1] as number);
  }

  /** Does one phase, from 0 on, for parties `from` to `to` − 1. */
  run(phase: number, from: number, to: number): void {
    if (phase === 0) this.prepare(from, to);
    else if (phase === this.phases - 1) this.starts(from, to);
    else {
      const level = 1 + ((phase - BEFORE_LEVELS) >> 1);
      if ((phase - BEFORE_LEVELS) % 2 === 0) this.startLevel(level, from, to);
      else this.raiseLevel(level, from, to);
    }
  }

  /** What each departure of the parties brings at most, how it can end, and up to which level something may follow. */
  private prepare(partyFrom: number, partyTo: number): void {
    const { network, question, tables, room, reach } = this;
    const { movements, goods } = network;
    this.endings ??= this.endingsByGoods();
    const { endings } = this;
    const seen = room.seen[0] as Int16Array;
    const last = movements.departures[partyTo] as number;
    room.needed[0]?.fill(NONE, movements.departures[partyFrom], last);
    for (let m = movements.departures[partyFrom] as number; m < last; m++) {
      const paper = movements.goods[m] as number;
      if (tables.live[paper] === 0 || (question.allowed !== null && question.allowed[m] === 0)) {
        room.movement[m] = NONE;
        seen[m] = NONE;
        room.follows[m] = 0;
        continue;
      }
      const law = tables.law[(movements.lawGroup[m] as number) * goods.count + paper] as number;
      room.movement[m] = folded((movements.bits[m] as number) + law);
      const group = question.ending[m] as number;
      seen[m] = endings[group * goods.count + paper] as number;
      const least = reach === undefined ? 1 : (reach[m] as number);
      room.follows[m] = question.endings.final[group] === 1 || least === 0 ? 0 : question.maxMovements - least;
    }
  }

  /** `[group][paper]`: best ending with any goods that can be carried after the paper; NONE in group 0. */
  private endingsByGoods(): Int16Array {
    const { endings } = this.question;
    const { count } = this.network.goods;
    const best = new Int16Array(endings.groups * count).fill(NONE);
    for (let group = 1; group < endings.groups; group++) {
      this.tables.possible.forEach((codes, paper) => {
        for (const code of codes) {
          const cell = group * count + paper;
          best[cell] = Math.max(best[cell] as number, endings.bits[group * count + code] as number);
        }
      });
    }
    return best;
  }

  /** The least sum of fits of each arrival at the party whose pairs are weighed. */
  private choices(party: number): void {
    this.arrivals.gather(this.rough + 1, party, NEVER, -NEVER);
    this.arrivals.describe(this.evidence);
    this.floor.fill(party, this.arrivals, this.room.choiceFloor);
  }

  /** A level begins as the one below it. */
  private startLevel(level: number, partyFrom: number, partyTo: number): void {
    const { room, network } = this;
    const from = network.movements.departures[partyFrom] as number;
    const to = network.movements.departures[partyTo] as number;
    room.seen[level]?.set((room.seen[level - 1] as Int16Array).subarray(from, to), from);
    room.needed[level]?.set((room.needed[level - 1] as Int16Array).subarray(from, to), from);
    this.ties?.departures(level, partyFrom, partyTo);
  }

  private raiseLevel(level: number, partyFrom: number, partyTo: number): void {
    const { arrivals: starts } = this.network.movements;
    for (let party = partyFrom; party < partyTo; party++) {
      if (starts[party] === starts[party + 1]) continue;
      // Just before they are needed first, while what tells of the party's arrivals is at hand.
      if (level === 1 && this.network.weights.choice) this.choices(party);
      if (this.departures.gather(level, party)) this.raiseParty(level, party);
      if (this.ties === undefined) continue;
      const ties = this.ties.few(party);
      if (ties === undefined) this.ties.raise(level, party);
      else for (const tie of ties) if (this.departures.gather(level, party, tie)) this.raiseParty(level, party, tie);
    }
  }

  /** The best a route from each party can score. */
  private starts(partyFrom: number, partyTo: number): void {
    const { room, question } = this;
    const { departures, goods, consignee } = this.network.movements;
    const seen = room.seen[question.maxMovements - 1] as Int16Array;
    const needed = room.needed[question.maxMovements - 1];
    for (let party = partyFrom; party < partyTo; party++) {
      let bestSeen = NEVER;
      let bestNeeded = NEVER;
      for (let m = departures[party] as number; m < (departures[party + 1] as number); m++) {
        const following = seen[m] as number;
        if (following === NONE) continue;
        const start = question.startBits[goods[m] as number] as number;
        if (start === NONE) continue;
        const own = start + unfolded(room.movement[m] as number);
        bestSeen = Math.max(bestSeen, own + unfolded(following));
        if (needed === undefined) continue;
        const ahead = question.tier2[consignee[m] as number] === 1 ? following : (needed[m] as number);
        if (ahead !== NONE) bestNeeded = Math.max(bestNeeded, own + unfolded(ahead));
      }
      room.startSeen[party] = bestSeen;
      if (needed !== undefined) room.startNeeded[party] = bestNeeded;
    }
  }

  /** Raises the arrivals at a party by the departures in hand: its own, or those of a party tied to it. */
  private raiseParty(level: number, party: number, tie?: TieTo): void {
    const { network, arrivals, departures, windows, plain, evidence } = this;
    const { movements, weights } = network;
    const arrivalSpan = movements.arrivalSpan[party] as number;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    arrivals.gather(level, party, (departures.day[0] as number) - window, departures.lastCloses + arrivalSpan, tie);
    if (arrivals.count === 0) return;
    evidence.through(tie === undefined ? 256 : tie.fit);
    const most = this.pairsAtMost * (arrivals.count + departures.count);
    if (!plain) arrivals.describe(evidence);
    if (windows.pairs(departures, arrivalSpan, most) > most) {
      const departureSpan = movements.departureSpan[tie === undefined ? party : tie.party] as number;
      this.hub.raise(arrivals, departures, arrivalSpan + departureSpan);
    } else if (plain) raisePlainly(arrivals, departures, windows, weights.time, arrivalSpan);
    else raiseByPairs(network, arrivals, departures, windows, evidence, arrivalSpan, level <= this.rough);
    arrivals.store(level);
  }
}

/**
 * How many levels, from the lowest, have more than a tenth of all movements in them. Few origins need few of these, so
 * that it costs less to search a little more than to weigh every pair.
 */
function roughLevels(reach: Uint8Array, maxMovements: number): number {
  const places = new Int32Array(256);
  for (const least of reach) places[least] = (places[least] as number) + 1;
  let within = 0;
  let place = 0;
  while (place < maxMovements && within <= reach.length / 10) within += places[++place] as number;
  return maxMovements - place;
}
