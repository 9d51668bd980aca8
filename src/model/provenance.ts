/** Where a record came from. */
import type { Day } from './day.js';

export interface Provenance {
  /** Name of the data set, e.g. `ofac-sdn`; the file's stem where it names none. */
  readonly dataset: string;
  /** Id of the record there, or `file:line`. */
  readonly record: string;
  /** The day it was fetched; without one it was always known. `asOf` hides what was learned later. */
  readonly retrievedOn?: Day;
}
