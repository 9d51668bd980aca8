/** The columns of a file of parties to screen. */

/** Columns that are read; `aliases` and `identifiers` (`scheme:value`) are separated by `;`. */
export const SCREEN_COLUMNS = [
  'name',
  'aliases',
  'schema',
  'country',
  'nationality',
  'address',
  'birthDate',
  'lei',
  'identifiers',
] as const;

export type ScreenCells = Readonly<Partial<Record<(typeof SCREEN_COLUMNS)[number], string>>>;
