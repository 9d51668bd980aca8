/** Dates in arguments, which may be partial, as the days a question needs. */
import type { Day, PartialDate } from '../model/day.js';
import { DetourError } from '../model/errors.js';

type DateArgument = PartialDate | null | undefined;

/** Its first day: `since: 2024-05` starts on the first of May. */
export function firstDay(date: DateArgument): Day | undefined {
  return date?.earliest;
}

/** Its last day: `until: 2024-05` ends on the last of May. */
export function lastDay(date: DateArgument): Day | undefined {
  return date?.latest;
}

/** The one day it names, or the other one given. @throws DetourError `BAD_USER_INPUT` for a date without its day. */
export function theDay(date: DateArgument, otherwise: Day): Day {
  if (!date) return otherwise;
  if (date.earliest === date.latest) return date.earliest;
  throw new DetourError(
    'BAD_USER_INPUT',
    `\`${date.text}\` is not one day: write it in full, as ${date.text.slice(0, 4)}-05-17`,
  );
}
