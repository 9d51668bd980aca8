/** The onward movements an arrival could have taken, and how well each fits. */
import type { Network, Ties } from './network.js';
import { Pairing } from './pairing.js';

/** Sums over the candidates of an arrival with its goods. */
export interface Choice {
  /** Σ fit, in 1/65,536. */
  readonly fit: number;
  readonly count: number;
  /** Whether the goods stop: Σ fit × chips is less than half of the chips that arrived, or that is unknown. */
  readonly stops: boolean;
}

/** A tie of one party to another on days from `from` (included) to `until` (excluded). */
export interface TieTo {
  readonly party: number;
  readonly from: number;
  readonly until: number;
  readonly bits: number;
  /** 1/256. */
  readonly fit: number;
  /** Row among the pairs, or -1. */
  readonly pair: number;
  /** Circle, or -1. */
  readonly circle: number;
}

/** No tie: it holds on every day. */
export const ALWAYS = { from: -0x40000000, until: 0x40000000 } as const;

/** Choices that are remembered at once. */
const REMEMBERED = 1_000_000;

/** One whole, in the 1/65,536 of a fit times a tie's factor. */
const FIT_ONE = 65_536;

/**
 * Answers for arrivals, and remembers what it answered.
 *
 * Candidates of arrival `a` with goods `g` are all movements of the population that leave the consignee of `a`,
 * or a party tied to it, within the window (possible pair by pair), with goods compatible with `g`, and not
 * back to the shipper of `a`, neither by a movement nor by a tie. A movement that can be had in several ways counts once, at its best fit.
 */
export class Candidates {
  private readonly network: Network;
  private readonly pairing: Pairing;
  private readonly choices = new Map<number, Choice>();
  private readonly ties = new Map<number, readonly TieTo[]>();

  constructor(network: Network) {
    this.network = network;
    this.pairing = new Pairing(network);
  }

  /** The sums for arrival `a` with goods `carried`. */
  choice(a: number, carried: number): Choice {
    const key = a * this.network.goods.count + carried;
    let choice = this.choices.get(key);
    if (choice === undefined) {
      choice = this.sum(a, carried);
      if (this.choices.size === REMEMBERED) this.choices.clear();
      this.choices.set(key, choice);
    }
    return choice;
  }

  /** Share of the choice, sixty-fourths, never above zero; `fit` in 1/65,536. */
  share(a: number, carried: number, fit: number): number {
    if (!this.network.weights.choice) return 0;
    return shareBits(fit, this.choice(a, carried).fit);
  }

  /** All ties of a party, by the party tied to, then best fit first. */
  tiesOf(party: number): readonly TieTo[] {
    let found = this.ties.get(party);
    if (found === undefined) {
      found = listTies(this.network.ties, party);
      this.ties.set(party, found);
    }
    return found;
  }

  /** First index among the departures of a party that could still follow an arrival from day `earliest` on. */
  firstDeparture(party: number, earliest: number): number {
    const { movements } = this.network;
    const from = earliest - (movements.departureSpan[party] as number);
    let low = movements.departures[party] as number;
    let high = movements.departures[party + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((movements.departsEarliest[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sum(a: number, carried: number): Choice {
    const { movements, goods } = this.network;
    const at = movements.consignee[a] as number;
    const arrivedChips = (movements.units[a] as number) * (goods.chipsPerPiece[carried] as number);
    let fit = 0;
    let count = 0;
    let chips = 0;
    const row = carried * goods.count;
    const add = (b: number, weight: number): void => {
      fit += weight;
      count++;
      const onward =
        (movements.units[b] as number) *
        (goods.chipsPerPiece[goods.carry[row + (movements.goods[b] as number)] as number] as number);
      // An onward lot of unknown size counts as all that arrived.
      chips += (weight / FIT_ONE) * (Number.isNaN(onward) ? arrivedChips : onward);
    };
    this.scan(a, carried, at, add, undefined);
    const ties = this.tiesOf(at);
    for (let i = 0; i < ties.length; ) {
      const party = (ties[i] as TieTo).party;
      let end = i + 1;
      while (end < ties.length && (ties[end] as TieTo).party === party) end++;
      if (party !== movements.shipper[a]) this.scan(a, carried, party, add, ties.slice(i, end));
      i = end;
    }
    return { fit, count, stops: !(chips >= arrivedChips / 2) };
  }

  /** Visits the candidates among the departures of one party; through ties, at the best factor that is feasible. */
  private scan(
    a: number,
    carried: number,
    party: number,
    add: (b: number, weight: number) => void,
    ties: readonly TieTo[] | undefined,
  ): void {
    const { movements, weights } = this.network;
    const sender = movements.shipper[a] as number;
    const earliest = this.pairing.firstArrival(a);
    const last = (movements.arrivesLatest[a] as number) + (weights.dwellEdges[weights.dwellEdges.length - 1] as number);
    const end = movements.departures[party + 1] as number;
    for (let b = this.firstDeparture(party, earliest); b < end; b++) {
      if ((movements.departsEarliest[b] as number) > last) break;
      if (movements.consignee[b] === sender) continue;
      let factor = 0;
      if (ties === undefined) {
        if (this.pairing.timing(a, earliest, b, ALWAYS.from, ALWAYS.until)) factor = 256;
      } else {
        for (const tie of ties) {
          if (tie.fit > factor && this.pairing.timing(a, earliest, b, tie.from, tie.until)) factor = tie.fit;
        }
      }
      const fit = factor > 0 ? this.pairing.fitOf(a, carried, b) : 0;
      if (fit > 0) add(b, fit * factor);
    }
  }
}

/** log2(fit ÷ sum) in whole sixty-fourths, rounded towards zero, never above zero. */
export function shareBits(fit: number, sum: number): number {
  return Math.min(0, Math.trunc(64 * Math.log2(fit / sum))) + 0;
}

function listTies(ties: Ties, party: number): readonly TieTo[] {
  const found: TieTo[] = [];
  for (let i = ties.pairs[party] as number; i < (ties.pairs[party + 1] as number); i++) {
    const other = ties.pairParty[i] as number;
    found.push({
      party: other,
      from: ties.pairFrom[i] as number,
      until: ties.pairUntil[i] as number,
      bits: (ties.pairBits[i] as number) + (ties.tiedPartyBits[other] as number),
      fit: ties.pairFit[i] as number,
      pair: i,
      circle: -1,
    });
  }
  for (let i = ties.memberships[party] as number; i < (ties.memberships[party + 1] as number); i++) {
    const circle = ties.membershipCircle[i] as number;
    for (let j = ties.memberStart[circle] as number; j < (ties.memberStart[circle + 1] as number); j++) {
      const other = ties.memberParty[j] as number;
      if (other === party) continue;
      const from = Math.max(ties.membershipFrom[i] as number, ties.memberFrom[j] as number);
      const until = Math.min(ties.membershipUntil[i] as number, ties.memberUntil[j] as number);
      if (from >= until) continue;
      found.push({
        party: other,
        from,
        until,
        bits: (ties.circleBits[circle] as number) + (ties.tiedPartyBits[other] as number),
        fit: ties.circleFit[circle] as number,
        pair: -1,
        circle,
      });
    }
  }
  return found.sort(
    (x, y) => x.party - y.party || y.fit - x.fit || y.bits - x.bits || x.pair - y.pair || x.circle - y.circle,
  );
}
