/** Rows of the native files, and how a row becomes a line of CSV. */

/** Columns of each native file, in the order they are written. */
export const COLUMNS = {
  entities: [
    'id',
    'schema',
    'name',
    'aliases',
    'country',
    'headquarters',
    'address',
    'foundedOn',
    'dissolvedOn',
    'birthDate',
    'nationality',
    'roles',
    'sector',
    'website',
    'phone',
    'lei',
    'registration',
    'identifiers',
    'sitePowerMw',
    'siteVerifiedOn',
    'notes',
    'dataset',
  ],
  links: ['id', 'type', 'source', 'target', 'share', 'from', 'to', 'dataset'],
  shipments: [
    'id',
    'document',
    'shipper',
    'consignee',
    'endUser',
    'forwarder',
    'departs',
    'arrives',
    'fromCountry',
    'toCountry',
    'via',
    'product',
    'eccn',
    'hs',
    'description',
    'units',
    'value',
    'currency',
    'weightKg',
    'paidBy',
    'licence',
    'exception',
    'certifications',
    'act',
    'dataset',
  ],
  listings: ['id', 'entity', 'list', 'programme', 'from', 'to', 'scope', 'policy', 'citation', 'dataset'],
  authorizations: ['id', 'entity', 'kind', 'country', 'from', 'to', 'tpp', 'citation', 'dataset'],
} as const;

export type Stem = keyof typeof COLUMNS;

type Cell = string | number | readonly string[] | undefined;

/** One row of a native file: what is absent is unknown; lists are lists. */
export type Row<S extends Stem> = { readonly [column in (typeof COLUMNS)[S][number]]?: Cell };

/** The whole file with its header, lines ended by a line feed. */
export function csvOf<S extends Stem>(stem: S, rows: readonly Row<S>[]): string {
  const columns: readonly string[] = COLUMNS[stem];
  const lines = [columns.join(',')];
  for (const row of rows) {
    lines.push(columns.map((column) => cellOf((row as Readonly<Record<string, Cell>>)[column])).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'object' ? cell.join(';') : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
