/** What the rows of one native file share: where they come from, and how ids are found for those that bring none. */
import type { Day } from '../model/day.js';
import type { Column } from '../store/port.js';
import { valueAt } from '../store/records.js';
import { joinList } from './cells.js';
import { tagOf } from './content-hash.js';
import type { IdDeriver } from './derived-id.js';
import type { Sheet } from './sheet.js';

export interface RowContext {
  /** The file's name without folders: records are named `file:line`, and the same file elsewhere is the same file. */
  readonly file: string;
  /** The data set of rows that name none. */
  readonly dataset: string;
  /** The retrieval day of rows that state none. */
  readonly retrievedOn: Day | undefined;
  readonly ids: IdDeriver;
  /** Whether the catalogue knows this text as a product. */
  readonly knownProduct: (text: string) => boolean;
}

export interface ProvenanceColumns {
  readonly dataset: readonly string[];
  readonly record: readonly string[];
  readonly retrievedOn: readonly (Day | undefined)[];
}

/** Where each row came from. */
export function provenanceOf(
  sheet: Sheet,
  statedIds: readonly (string | undefined)[],
  context: RowContext,
): ProvenanceColumns {
  const datasets = sheet.text('dataset');
  const days = sheet.days('retrievedOn');
  return {
    dataset: datasets.map((dataset) => dataset ?? context.dataset),
    record: recordsOf(sheet, statedIds, context),
    retrievedOn: context.retrievedOn === undefined ? days : days.map((day) => day ?? context.retrievedOn),
  };
}

/** The record of each row: as stated, else its own id, else `file:line`. */
export function recordsOf(
  sheet: Sheet,
  statedIds: readonly (string | undefined)[],
  context: RowContext,
): readonly string[] {
  if (sheet.cells('record') === undefined && !statedIds.includes(undefined)) return statedIds as readonly string[];
  return sheet.text('record').map((record, row) => record ?? statedIds[row] ?? `${context.file}:${sheet.lines[row]}`);
}

/** What a row says in one column, as far as it bears on the row's identity. */
export type StatedColumn = readonly [name: string, values: Column<Stated>];
type Stated = string | number | readonly string[] | { readonly text: string } | undefined;

/**
 * The stated id of each row, or one derived from what the row says. Columns that are absent or blank do not
 * count, so that the same row in another column order, or as JSON, gets the same id.
 */
export function idsOf(
  sheet: Sheet,
  stated: readonly (string | undefined)[],
  columns: readonly StatedColumn[],
  context: RowContext,
): readonly string[] {
  if (!stated.includes(undefined)) return stated as readonly string[];
  const refused = new Set(sheet.faults.map((fault) => fault.row));
  const tags = columns.map(([name]) => tagOf(name));
  const { content } = context.ids;
  const ids = new Array<string>(sheet.length);
  for (let row = 0; row < ids.length; row++) {
    ids[row] = stated[row] ?? '';
    if (stated[row] !== undefined || refused.has(row)) continue;
    content.begin();
    for (let column = 0; column < tags.length; column++) {
      const value = valueAt((columns[column] as StatedColumn)[1], row);
      const tag = tags[column] as number;
      if (typeof value === 'string') content.text(tag, value);
      else if (typeof value === 'number') content.number(tag, value);
      else if (value === undefined) continue;
      else if ('text' in value) content.text(tag, value.text);
      else if (value.length > 0) content.text(tag, joinList(value));
    }
    ids[row] = context.ids.next();
  }
  return ids;
}

/** The rows that are taken, by number. */
export function takenRows(sheet: Sheet): readonly number[] {
  const refused = new Set(sheet.faults.map((fault) => fault.row));
  const rows: number[] = [];
  for (let row = 0; row < sheet.length; row++) if (!refused.has(row)) rows.push(row);
  return rows;
}

/** A record without the fields that are unknown. */
export function withoutAbsent<Fact extends object>(fact: { [Field in keyof Fact]: Fact[Field] | undefined }): Fact {
  // Copied, since deleting fields makes slow objects.
  const present: Partial<Fact> = {};
  for (const field in fact) if (fact[field] !== undefined) present[field] = fact[field];
  return present as Fact;
}
