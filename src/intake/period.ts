/** The two ends of a period in a row. */
import type { PartialDate } from '../model/day.js';
import type { Sheet } from './sheet.js';

export interface PeriodColumns {
  readonly from: readonly (PartialDate | undefined)[];
  readonly to: readonly (PartialDate | undefined)[];
}

/** `from` and `to`; a row whose period ends before it starts on every reading of its dates is refused. */
export function readPeriod(sheet: Sheet): PeriodColumns {
  const from = sheet.dates('from');
  const to = sheet.dates('to');
  for (let row = 0; row < sheet.length; row++) {
    const start = from[row];
    const end = to[row];
    if (start && end && end.latest < start.earliest) {
      sheet.refuse(
        row,
        'ends-before-starts',
        'to',
        end.text,
        `ends \`${end.text}\` before it starts \`${start.text}\``,
      );
    }
  }
  return { from, to };
}
