/** Rows of a `listings` file: who is on which list. */
import type { Listing } from '../model/listing.js';
import { knownCode } from './codes.js';
import { readPeriod } from './period.js';
import { idsOf, provenanceOf, type RowContext, takenRows, withoutAbsent } from './row-context.js';
import type { Sheet } from './sheet.js';

/** The listings that can be taken; what is wrong with the other rows stands in `sheet.faults`. A blank `from` is allowed: some lists state none. */
export function readListings(sheet: Sheet, context: RowContext): Listing[] {
  const statedIds = sheet.text('id');
  const { from, to } = readPeriod(sheet);
  const provenance = provenanceOf(sheet, statedIds, context);
  const columns = {
    entity: sheet.required('entity'),
    list: knownCode(sheet, 'list'),
    from,
    to,
    programme: sheet.text('programme'),
    scope: sheet.text('scope'),
    policy: sheet.text('policy'),
    citation: sheet.text('citation'),
  };
  const id = idsOf(sheet, statedIds, Object.entries(columns), context);
  return takenRows(sheet).map((row) =>
    withoutAbsent<Listing>({
      id: id[row] as string,
      entity: columns.entity[row] as string,
      list: columns.list[row] as string,
      programme: columns.programme[row],
      from: from[row],
      to: to[row],
      scope: columns.scope[row],
      policy: columns.policy[row],
      citation: columns.citation[row],
      dataset: provenance.dataset[row] as string,
      record: provenance.record[row] as string,
      retrievedOn: provenance.retrievedOn[row],
    }),
  );
}
