/** Rows of an `authorizations` file: who was permitted or ordered what. */
import type { Authorization } from '../model/authorization.js';
import { knownCode } from './codes.js';
import { readPeriod } from './period.js';
import { idsOf, provenanceOf, type RowContext, takenRows, withoutAbsent } from './row-context.js';
import type { Sheet } from './sheet.js';

/** The authorizations that can be taken; what is wrong with the other rows stands in `sheet.faults`. */
export function readAuthorizations(sheet: Sheet, context: RowContext): Authorization[] {
  const statedIds = sheet.text('id');
  const { from, to } = readPeriod(sheet);
  // A permission that nobody dated would cover every day before it was given.
  sheet.required('from');
  const provenance = provenanceOf(sheet, statedIds, context);
  const columns = {
    entity: sheet.required('entity'),
    kind: knownCode(sheet, 'kind'),
    country: sheet.countries('country'),
    from,
    to,
    tpp: sheet.amounts('tpp', 'negative-number'),
    citation: sheet.text('citation'),
  };
  const id = idsOf(sheet, statedIds, Object.entries(columns), context);
  return takenRows(sheet).map((row) =>
    withoutAbsent<Authorization>({
      id: id[row] as string,
      entity: columns.entity[row] as string,
      kind: columns.kind[row] as string,
      country: columns.country[row],
      from: from[row],
      to: to[row],
      tpp: columns.tpp[row],
      citation: columns.citation[row],
      dataset: provenance.dataset[row] as string,
      record: provenance.record[row] as string,
      retrievedOn: provenance.retrievedOn[row],
    }),
  );
}
