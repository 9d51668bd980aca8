/** Dates as US authorities write them. */
import { type PartialDate, parsePartialDate } from '../model/day.js';

export const MONTHS: readonly string[] = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** The date with these parts in figures; undefined for a day the calendar does not have. */
export function dateFromParts(year: string, month?: string, day?: string): PartialDate | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined);
  try {
    return parsePartialDate(parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-'));
  } catch {
    return undefined;
  }
}

/** `6/27/2003` (month first) or an ISO date; undefined for anything else. */
export function parseUsDate(text: string): PartialDate | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (match) return dateFromParts(match[3] as string, match[1], match[2]);
  const [year, month, day, ...more] = text.split('-');
  return more.length > 0 ? undefined : dateFromParts(year as string, month, day);
}
