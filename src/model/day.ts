/** Days, partial dates as intervals of days, and half-open periods. */
import { DetourError } from './errors.js';

/** A day as a whole number; day 0 is 1970-01-01 (and is a day like any other: never test it for truth). */
export type Day = number;

/** Some day from `earliest` to `latest`, both included. */
export interface DayInterval {
  readonly earliest: Day;
  readonly latest: Day;
}

/** A date at the precision it was stated: `2024`, `2024-05` and `2024-05-17` are three different statements. */
export interface PartialDate extends DayInterval {
  /** As stated, in ISO form at its own precision. */
  readonly text: string;
}

/** From the first day (included) to the last (excluded); a missing end is "still so as far as known". */
export interface Period {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** What can be said of a statement when its facts are intervals. */
export type Certainty = 'CERTAIN' | 'NOT_EXCLUDED' | 'NO';

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time of day after `T` or a blank is dropped).
 *
 * @throws DetourError `BAD_USER_INPUT` for any other text and for a day the calendar does not have.
 */
export function parsePartialDate(text: string): PartialDate {
  const stated = text.trim().replace(/[T ]\d{2}:\d{2}.*$/, '');
  const match = ISO_DATE.exec(stated);
  if (!match) throw notADate(text);
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const dayOfMonth = match[3] === undefined ? undefined : Number(match[3]);
  if (year < 1000 || (month !== undefined && (month < 1 || month > 12))) throw notADate(text);
  if (month === undefined) {
    return { text: stated, earliest: dayOf(year, 1, 1), latest: dayOf(year + 1, 1, 1) - 1 };
  }
  const firstOfNext = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (dayOfMonth === undefined) return { text: stated, earliest: dayOf(year, month, 1), latest: firstOfNext - 1 };
  const day = dayOf(year, month, dayOfMonth);
  if (dayOfMonth < 1 || day >= firstOfNext) throw notADate(text);
  return { text: stated, earliest: day, latest: day };
}

/** Reads one full day, `YYYY-MM-DD`. @throws DetourError `BAD_USER_INPUT` as parsePartialDate, and for a date without its day. */
export function parseDay(text: string): Day {
  const date = parsePartialDate(text);
  if (date.earliest !== date.latest) throw notADate(text, 'a full day is needed here');
  return date.earliest;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The calendar year a day lies in. */
export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS_A_DAY).getUTCFullYear();
}

/** The day a moment (milliseconds since 1970, UTC) lies in. */
export function dayOfTime(milliseconds: number): Day {
  return Math.floor(milliseconds / MILLISECONDS_A_DAY);
}

/** One exact day as a partial date. */
export function exactly(day: Day): PartialDate {
  return { text: formatDay(day), earliest: day, latest: day };
}

/**
 * Whether the period `[from, to)` holds on the one day that lies somewhere in the interval: certain if every
 * reading of the dates has it hold on every day of the interval, not excluded if some reading on some day.
 */
export function holdsDuring(period: Period, on: DayInterval): Certainty {
  const { from, to } = period;
  const firstPossible = from?.earliest ?? Number.NEGATIVE_INFINITY;
  const firstCertain = from?.latest ?? Number.NEGATIVE_INFINITY;
  const endCertain = to?.earliest ?? Number.POSITIVE_INFINITY;
  const endPossible = to?.latest ?? Number.POSITIVE_INFINITY;
  if (on.latest < firstPossible || on.earliest >= endPossible) return 'NO';
  return firstCertain <= on.earliest && on.latest < endCertain ? 'CERTAIN' : 'NOT_EXCLUDED';
}

function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY);
}

function notADate(text: string, why = 'write YYYY, YYYY-MM or YYYY-MM-DD, with a day the calendar has'): DetourError {
  return new DetourError('BAD_USER_INPUT', `\`${text}\` is not a date: ${why}`);
}
