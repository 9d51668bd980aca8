/** Days as numbers, for drawing only; what is written is the date as it was stated. */

const MILLISECONDS_A_DAY = 86_400_000;

export interface Days {
  /** Days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
}

/** A full ISO day as a number. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

export function isoDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

export function daysOf(period: { readonly from: string; readonly to: string }): Days {
  return { first: dayNumber(period.from), last: dayNumber(period.to) };
}

/** `28 days`, `5 to 35 days`. */
export function stay({ minDays, maxDays }: { readonly minDays: number; readonly maxDays: number }): string {
  if (minDays === maxDays) return minDays === 1 ? '1 day' : `${minDays} days`;
  return `${minDays} to ${maxDays} days`;
}

/** A date as it was stated; one that was not is said to be missing, not shown as the span that was assumed. */
export function shownDate(stated: string, assumed: boolean): string {
  return assumed ? 'not stated' : stated;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

/**
 * First days of months (of quarters, of years) in the span, so that there are at most `most` of them.
 */
export function monthTicks({ first, last }: Days, most: number): Tick[] {
  for (const months of [1, 2, 3, 6, 12, 24, 60]) {
    const ticks = everyMonths(first, last, months);
    if (ticks.length <= most) return ticks;
  }
  return [];
}

function everyMonths(first: number, last: number, months: number): Tick[] {
  const start = new Date(first * MILLISECONDS_A_DAY);
  const ticks: Tick[] = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (; ; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS_A_DAY;
    if (day > last) return ticks;
    if (day >= first) ticks.push({ day, label: isoDay(day).slice(0, 7) });
  }
}
