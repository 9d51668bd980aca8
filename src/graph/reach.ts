/** What can be reached from a question's origins: one forward pass, level by level. */
import { Candidates } from './candidates.js';
import { possibleAfter } from './carried.js';
import { type Network, NONE, type Question } from './network.js';

export interface Reach {
  /** By movement: the least number of movements of a walk from an origin that ends with it; 0 where none was found. */
  readonly least: Uint8Array;
  /** Walks of so many movements were followed; what needs more has 0. */
  readonly followed: number;
  /** Movements reached. */
  readonly count: number;
}

/**
 * Movements that walks from the origins can use.
 *
 * A walk is possible pair by pair: days, dwell window and ties as in a route, movements that may stand in one,
 * nothing after an arrival in the target. Parties may repeat, and goods need not fit. With a waiting limit the
 * earliest arrival is not always the best to wait from, so all arrivals count. Each level costs the arrivals and
 * departures of the parties that it reaches anew.
 *
 * @param longest walks are not followed beyond so many movements, at most 254
 * @param wide the pass also ends with the level that reaches more movements than this
 */
export function reachFrom(
  network: Network,
  question: Question,
  longest: number = question.maxMovements,
  wide: number = Number.POSITIVE_INFINITY,
): Reach {
  const pass = new ForwardPass(network, question);
  let followed = 1;
  let front = pass.start();
  while (front.length > 0 && followed < longest && pass.count <= wide) {
    followed++;
    front = pass.follow(front, followed);
  }
  return { least: pass.least, followed: front.length === 0 ? longest : followed, count: pass.count };
}

/** Of all movements, the share from which on it costs more to follow than it saves the bounds. */
const WIDE = 1 / 40;

/**
 * For `BoundsOptions.reach`: by movement the least place it can have in a route, 0 where none. Where the origins
 * reach too much to follow to the end, what was not found has the first place that was not looked at.
 */
export function reachForBounds(network: Network, question: Question): Uint8Array {
  const longest = question.maxMovements - 1;
  const { least, followed } = reachFrom(network, question, longest, network.movements.count * WIDE);
  if (followed < longest) for (let m = 0; m < least.length; m++) if (least[m] === 0) least[m] = followed + 1;
  return least;
}

class ForwardPass {
  readonly least: Uint8Array;
  count = 0;
  private readonly network: Network;
  private readonly question: Question;
  /** By paper: 1 where it can stand in a route. */
  private readonly live: Uint8Array;
  private readonly candidates: Candidates;
  /** By party: the last level that put it on the list of the next. */
  private readonly listed: Uint8Array;
  private next: number[] = [];
  /** New arrivals of the party in hand in order of their latest day; then the least first day from each on. */
  private latest = new Int32Array(64);
  private opens = new Int32Array(64);
  private leastOpens = new Float64Array(65);

  constructor(network: Network, question: Question) {
    const { count, parties } = network.movements;
    this.network = network;
    this.question = question;
    const possible = possibleAfter(network.goods, question.startBits);
    this.live = Uint8Array.from(possible, (codes) => (codes.length > 0 ? 1 : 0));
    this.candidates = new Candidates(network);
    this.least = new Uint8Array(new SharedArrayBuffer(count));
    this.listed = new Uint8Array(parties);
  }

  /** First movements; the parties they arrive at. */
  start(): number[] {
    const { movements } = this.network;
    for (const party of this.question.origins) {
      for (let m = movements.departures[party] as number; m < (movements.departures[party + 1] as number); m++) {
        if (this.question.startBits[movements.goods[m] as number] !== NONE) this.take(m, 1);
      }
    }
    return this.next;
  }

  /** Movements that can follow arrivals of level `level` − 1 at the parties; the parties they arrive at. */
  follow(parties: readonly number[], level: number): number[] {
    this.next = [];
    for (const party of parties) {
      const count = this.gather(party, level - 1);
      this.depart(party, count, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, level);
      for (const tie of this.candidates.tiesOf(party)) this.depart(tie.party, count, tie.from, tie.until, level);
    }
    return this.next;
  }

  private take(m: number, level: number): void {
    const { movements } = this.network;
    const { question, live } = this;
    if (this.least[m] !== 0 || live[movements.goods[m] as number] === 0) return;
    if (question.allowed !== null && question.allowed[m] === 0) return;
    this.least[m] = level;
    this.count++;
    if (question.endings.final[question.ending[m] as number] === 1) return;
    const party = movements.consignee[m] as number;
    if (this.listed[party] === level) return;
    this.listed[party] = level;
    this.next.push(party);
  }

  /** Arrivals of that level at the party; how many there are. */
  private gather(party: number, level: number): number {
    const { movements } = this.network;
    const { question, least } = this;
    const to = movements.arrivals[party + 1] as number;
    let n = 0;
    for (let i = movements.arrivals[party] as number; i < to; i++) {
      const a = movements.arrivalsAt[i] as number;
      if (least[a] !== level || question.endings.final[question.ending[a] as number] === 1) continue;
      if (n === this.latest.length) this.grow();
      this.latest[n] = movements.arrivesLatest[a] as number;
      this.opens[n] = Math.max(movements.arrivesEarliest[a] as number, movements.departsEarliest[a] as number);
      n++;
    }
    return n;
  }

  /**
   * Takes the departures of a party that can follow one of the arrivals gathered on a day from `from` (included)
   * to `until` (excluded). Departures come by earliest day and arrivals by latest: of those still within the window
   * the one that opens first decides.
   */
  private depart(party: number, count: number, from: number, until: number, level: number): void {
    const { movements, weights } = this.network;
    const { latest, opens, leastOpens } = this;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    leastOpens[count] = Number.POSITIVE_INFINITY;
    for (let i = count - 1; i >= 0; i--) {
      const open = opens[i] as number;
      const day = Math.min(latest[i] as number, until - 1);
      const begins = Math.max(open, from);
      const possible = open <= day && begins <= day + window && from < until;
      leastOpens[i] = Math.min(leastOpens[i + 1] as number, possible ? begins : Number.POSITIVE_INFINITY);
    }
    const earliest = leastOpens[0] as number;
    if (earliest === Number.POSITIVE_INFINITY) return;
    const to = movements.departures[party + 1] as number;
    let i = 0;
    for (let b = this.candidates.firstDeparture(party, earliest); b < to; b++) {
      const day = movements.departsEarliest[b] as number;
      while (i < count && Math.min(latest[i] as number, until - 1) + window < day) i++;
      if (i === count) return;
      const closes = Math.min(movements.departsLatest[b] as number, movements.arrivesLatest[b] as number);
      if ((leastOpens[i] as number) <= closes) this.take(b, level);
    }
  }

  private grow(): void {
    const longer = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const room = new Int32Array(column.length * 2);
      room.set(column);
      return room;
    };
    this.latest = longer(this.latest);
    this.opens = longer(this.opens);
    this.leastOpens = new Float64Array(this.latest.length + 1);
  }
}
