/** The columns of the native files, and how a header is matched with them. */
import { DetourError, nearest } from '../model/errors.js';
import type { FactKind } from '../store/port.js';

interface Columns {
  /** Must be in the header; cells may be blank only where the column's reader says so. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** In the order in which a file of the kind is written. */
export const NATIVE_COLUMNS: Readonly<Record<FactKind, Columns>> = {
  entities: {
    required: ['id', 'name'],
    optional: [
      'schema',
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
    ],
  },
  links: { required: ['type', 'source', 'target'], optional: ['id', 'share', 'from', 'to'] },
  listings: {
    required: ['entity', 'list', 'from'],
    optional: ['id', 'to', 'programme', 'scope', 'policy', 'citation'],
  },
  authorizations: { required: ['entity', 'kind', 'from'], optional: ['id', 'country', 'to', 'tpp', 'citation'] },
  shipments: {
    required: ['shipper', 'consignee', 'departs'],
    optional: [
      'id',
      'document',
      'endUser',
      'forwarder',
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
    ],
  },
};

/** In the order in which files are read: parties first, since other records name them. */
export const NATIVE_KINDS = Object.keys(NATIVE_COLUMNS) as readonly FactKind[];

const PROVENANCE = ['dataset', 'record', 'retrievedOn'] as const;
/** What a reject file has beside the columns of its kind; read over, so that a mended file can be imported as it is. */
export const REASON = 'reason';

/** All columns a file of the kind may have. */
export function columnsOf(kind: FactKind): readonly string[] {
  const { required, optional } = NATIVE_COLUMNS[kind];
  return [...required, ...optional, ...PROVENANCE, REASON];
}

/** The kind whose name the file bears, ignoring case and what a reject file adds; undefined if none. */
export function kindOfStem(stem: string): FactKind | undefined {
  const lower = plainStem(stem).toLowerCase();
  return NATIVE_KINDS.find((kind) => kind === lower);
}

/** The stem without `.rejected` or `.rejected-2`: a mended file belongs to the data set it came from. */
export function plainStem(stem: string): string {
  return stem.replace(/(\.rejected(-\d+)?)+$/i, '');
}

/** The kind all of whose required columns are there; undefined if none. */
export function kindOfHeader(header: readonly string[]): FactKind | undefined {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return NATIVE_KINDS.find((kind) => NATIVE_COLUMNS[kind].required.every((column) => names.has(column.toLowerCase())));
}

/**
 * The header in the schema's own spelling (case and blanks around a name do not matter).
 *
 * @throws DetourError `BAD_FILE` for a column that is unknown (with the nearest), there twice, or missing.
 */
export function matchHeader(header: readonly string[], kind: FactKind, file: string): string[] {
  const known = columnsOf(kind);
  const bySpelling = new Map(known.map((column) => [column.toLowerCase(), column]));
  const seen = new Set<string>();
  const matched = header.map((name, index) => {
    const column = bySpelling.get(name.trim().toLowerCase());
    if (column === undefined) throw unknownColumn(name, index, header, kind, file);
    if (seen.has(column)) throw fault(`the column \`${column}\` is there twice: rename or remove one`, column);
    seen.add(column);
    return column;
  });
  const missing = NATIVE_COLUMNS[kind].required.filter((column) => !seen.has(column));
  if (missing.length > 0) {
    const names = missing.map((column) => `\`${column}\``).join(', ');
    throw fault(
      `a file of ${kind} needs the column${missing.length > 1 ? 's' : ''} ${names}: add ${missing.length > 1 ? 'them' : 'it'} to the header`,
    );
  }
  return matched;

  function fault(message: string, column?: string): DetourError {
    return new DetourError('BAD_FILE', message, { at: { file, line: 1, ...(column === undefined ? {} : { column }) } });
  }
}

function unknownColumn(
  name: string,
  index: number,
  header: readonly string[],
  kind: FactKind,
  file: string,
): DetourError {
  const shown = name.trim();
  const at = { file, line: 1, column: shown === '' ? index + 1 : shown };
  if (shown === '') return new DetourError('BAD_FILE', `column ${index + 1} has no name: name it or remove it`, { at });
  if (header.length === 1 && /[;\t|]/.test(shown)) {
    const delimiter = shown.includes('\t') ? 'tabs' : `\`${/[;|]/.exec(shown)?.[0]}\``;
    return new DetourError(
      'BAD_FILE',
      `the cells seem to be separated by ${delimiter}: save the file with commas between them`,
      { at: { file, line: 1 } },
    );
  }
  const known = columnsOf(kind);
  const near = nearest(shown, known);
  const advice =
    near === undefined ? `a file of ${kind} may have ${known.slice(0, -1).join(', ')}` : `did you mean \`${near}\`?`;
  return new DetourError('BAD_FILE', `unknown column \`${shown}\`: ${advice}`, { at });
}
