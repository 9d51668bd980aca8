/** Where things stand on the strip in time: days as shares of its width. */
import { type Days, daysOf, monthTicks } from '../days.js';
import type { HopToldFragment } from '../generated.js';

/** A stretch of the strip, in per cent of its width. */
export interface Stretch {
  readonly at: number;
  readonly width: number;
}

export interface StripHop {
  readonly hop: HopToldFragment;
  /** From earliest departure to latest arrival; for a tie, the stay in which it was used. */
  readonly whole: Stretch;
  /** On the way on every reading of the dates: latest departure to earliest arrival; absent where they overlap. */
  readonly sure?: Stretch;
  /** The stay at `from` before this hop, from the earliest arrival to the latest departure. */
  readonly stay?: Stretch;
}

export interface StripLayout {
  readonly hops: readonly StripHop[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Room on both sides, as a share of the time shown. */
const MARGIN = 0.03;
const MOST_TICKS = 7;
/** A tick further right, in per cent, has no room for its words. */
const LAST_TICK = 90;

/** The strip of a route; ties lie between the movements around them. */
export function layStrip(hops: readonly HopToldFragment[]): StripLayout {
  const spans = hops.map(({ shipment }) => {
    return shipment === null
      ? undefined
      : { departs: daysOf(shipment.departsBetween), arrives: daysOf(shipment.arrivesBetween) };
  });
  const known = spans.filter((span) => span !== undefined);
  const first = Math.min(...known.map(({ departs }) => departs.first));
  const last = Math.max(...known.map(({ arrives }) => arrives.last));
  const days = Math.max(last - first, 1) * (1 + 2 * MARGIN);
  const start = first - Math.max(last - first, 1) * MARGIN;
  const share = (day: number) => ((day - start) / days) * 100;
  const stretch = (from: number, to: number): Stretch => ({ at: share(from), width: share(to) - share(from) });

  return {
    hops: hops.map((hop, index) => {
      const own = spans[index];
      const before = spans.slice(0, index).findLast((span) => span !== undefined);
      const stay = before && onward(spans, index);
      const waiting = before && stay ? { stay: stretch(before.arrives.first, stay.last) } : {};
      if (own === undefined) return { hop, whole: waiting.stay ?? { at: 0, width: 0 } };
      const sure = own.departs.last < own.arrives.first ? { sure: stretch(own.departs.last, own.arrives.first) } : {};
      return { hop, whole: stretch(own.departs.first, own.arrives.last), ...sure, ...waiting };
    }),
    ticks: monthTicks({ first, last }, MOST_TICKS)
      .map(({ day, label }) => ({ at: share(day), label }))
      .filter(({ at }) => at < LAST_TICK),
  };
}

/** Days on which the goods leave again, at this hop or behind a tie. */
function onward(spans: readonly ({ readonly departs: Days } | undefined)[], index: number): Days | undefined {
  return spans.slice(index).find((span) => span !== undefined)?.departs;
}
