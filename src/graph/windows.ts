/** Which arrivals a departure can follow, bucket by bucket: cursors over arrivals in order of their latest day. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import type { DeparturesInHand } from './departures-in-hand.js';

/**
 * Departure j can follow arrival i after a smallest stay of max(0, day[j] − day[i]) days if that is within the
 * window and i opens before j closes. So for departures in order of their day every dwell bucket is a run of
 * arrivals that only moves on.
 */
export class Windows {
  /**
   * After `moveTo`: arrivals of bucket k are `cursors[k + 1] … cursors[k] − 1`; those from `cursors[0]` to
   * `end − 1` may arrive after the earliest departure, belong to bucket 0 too, and still have to open in time.
   */
  readonly cursors: Int32Array;
  end = 0;
  private readonly edges: Int32Array;
  private readonly arrivals: ArrivalsInHand;

  constructor(dwellEdges: Int32Array, arrivals: ArrivalsInHand) {
    this.edges = dwellEdges;
    this.arrivals = arrivals;
    this.cursors = new Int32Array(dwellEdges.length + 1);
  }

  reset(): void {
    this.cursors.fill(0);
    this.end = 0;
  }

  /** Moves all runs on to a departure; `arrivalSpan` is the most days an arrival of the party leaves open. */
  moveTo(day: number, closes: number, arrivalSpan: number): void {
    const { cursors, edges, arrivals } = this;
    const { count, day: days } = arrivals;
    let at = cursors[0] as number;
    while (at < count && (days[at] as number) <= day) at++;
    cursors[0] = at;
    for (let k = 0; k < edges.length; k++) {
      const least = day - (edges[k] as number);
      at = cursors[k + 1] as number;
      while (at < count && (days[at] as number) < least) at++;
      cursors[k + 1] = at;
    }
    const last = closes + arrivalSpan;
    at = cursors[0] as number;
    if (last > day) while (at < count && (days[at] as number) <= last) at++;
    this.end = at;
  }

  /** How many pairs the departures make with the arrivals, counted up to a little above `most`. */
  pairs(departures: DeparturesInHand, arrivalSpan: number, most: number): number {
    const { count } = departures;
    if (count * this.arrivals.count <= most) return count * this.arrivals.count;
    this.reset();
    const last = this.edges.length;
    let pairs = 0;
    for (let j = 0; j < count && pairs <= most; j++) {
      this.moveTo(departures.day[j] as number, departures.closes[j] as number, arrivalSpan);
      pairs += this.end - (this.cursors[last] as number);
    }
    return pairs;
  }
}
