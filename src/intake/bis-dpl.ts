/** The Denied Persons List of the US Bureau of Industry and Security, as its tab-separated text file. */
import { parseCountry } from '../model/country.js';
import type { PartialDate } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import { DetourError } from '../model/errors.js';
import type { Listing } from '../model/listing.js';
import type { FactBatch } from '../store/port.js';
import { presentText } from './cells.js';
import { readCsv, readFirstRow } from './csv.js';
import { stableId } from './derived-id.js';
import type { Source } from './formats.js';
import { plainStem, REASON } from './native-columns.js';
import { csvRow, stemOf } from './rejects.js';
import type { Rejection, RejectReason, WarningCode } from './report.js';
import { inOrder } from './row-chunk.js';
import { withoutAbsent } from './row-context.js';
import { type FileHead, type FileTally, type ImportRun, reasonText } from './run.js';
import { parseUsDate } from './written-dates.js';

const COLUMNS = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'Last_Update',
  'Action',
  'FR_Citation',
] as const;
type Column = (typeof COLUMNS)[number];

const DATASET = 'bis-dpl';

export function isDplName(name: string): boolean {
  return /^dpl\.(txt|tsv)$/i.test(name);
}

export function isDpl(head: FileHead): boolean {
  const names = headerOf(head);
  return COLUMNS.every((column) => names.includes(column.toLowerCase()));
}

/** @throws DetourError `BAD_FILE` for a header that lacks a column. */
export async function openDpl(heads: readonly FileHead[]): Promise<readonly Source[]> {
  return heads.map((head) => {
    const names = headerOf(head);
    const missing = COLUMNS.filter((column) => !names.includes(column.toLowerCase()));
    if (missing.length > 0) {
      throw new DetourError(
        'BAD_FILE',
        `the Denied Persons List has the column \`${missing[0]}\`, this file has not: its cells must be separated by tabs`,
        {
          at: { file: head.path, line: 1 },
        },
      );
    }
    return new DeniedPersons(head, names);
  });
}

class DeniedPersons implements Source {
  readonly format = 'bis-dpl';
  readonly order = -1;
  readonly heads: readonly FileHead[];
  readonly #head: FileHead;
  /** Lower case, in the file's order. */
  readonly #names: readonly string[];

  constructor(head: FileHead, names: readonly string[]) {
    this.#head = head;
    this.heads = [head];
    this.#names = names;
  }

  /** One party for all rows of one name and address, one listing an order. Held at once: the list has hundreds of rows. */
  async *facts(run: ImportRun): AsyncGenerator<FactBatch> {
    const tally = run.tally(this.#head, 'bis-dpl', {
      stem: plainStem(stemOf(this.#head.name)),
      extension: 'txt',
      header: csvRow([REASON, ...this.#withoutReason(readFirstRow(this.#head.start, '\t').cells)], '\t'),
    });
    const retrievedOn = run.retrievalDay(this.#head);
    const entities = new Map<string, Entity>();
    const listings = new Map<string, Listing>();
    const shape = { columns: this.#names.length, delimiter: '\t', header: true };
    for await (const chunk of readCsv(this.#head.path, shape, run.blockOptions())) {
      run.settings.signal?.throwIfAborted();
      tally.countRows(chunk.length + chunk.broken.length);
      for (const line of chunk.notUtf8) tally.warn('not-utf8', line, undefined, `line ${line}`);
      for (const at of inOrder(chunk)) {
        if (typeof at === 'object') {
          const { line, cells, ...fault } = at;
          this.#reject(tally, line, cells, { ...fault, column: undefined, value: cells?.join('\t') });
          continue;
        }
        const line = chunk.lines[at] as number;
        const cells = chunk.cells.map((column) => column?.[at] ?? '');
        const order = readOrder((column) => presentText(cells[this.#names.indexOf(column.toLowerCase())] ?? ''));
        if ('reason' in order) {
          this.#reject(tally, line, cells, order);
          continue;
        }
        const source = { dataset: DATASET, record: `${this.#head.name}:${line}`, retrievedOn };
        if (!entities.has(order.party)) {
          const warn = (code: WarningCode, value: string) => tally.warn(code, line, 'Country', value);
          entities.set(order.party, { ...readParty(order, warn), ...source });
        }
        addListing(listings, readListing(order, source));
      }
      await tally.flush();
    }
    yield { entities: [...entities.values()], listings: [...listings.values()] };
  }

  #reject(tally: FileTally, line: number, cells: readonly string[] | undefined, fault: Fault): void {
    const text = reasonText(fault.reason, fault.message);
    tally.reject({ line, ...fault }, cells && csvRow([text, ...this.#withoutReason(cells)], '\t'));
  }

  #withoutReason(cells: readonly string[]): readonly string[] {
    const reason = this.#names.indexOf(REASON);
    return reason < 0 ? cells : cells.filter((_, at) => at !== reason);
  }
}

type Fault = Omit<Rejection, 'file' | 'line'>;

interface Order {
  readonly party: string;
  readonly cell: (column: Column) => string | undefined;
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
}

/** The order a row tells of, or why it cannot be taken. */
function readOrder(cell: Order['cell']): Order | Fault {
  const fault = (column: Column, reason: RejectReason, message: string) => {
    return { column, value: cell(column), reason, message };
  };
  for (const column of ['Name', 'Effective_Date'] as const) {
    if (cell(column) === undefined) {
      return fault(column, 'missing-value', `\`${column}\` has no value: it must be there in every row`);
    }
  }
  const effective = cell('Effective_Date') as string;
  const from = parseUsDate(effective);
  if (from === undefined) return fault('Effective_Date', 'bad-date', notADate(effective));
  const expiration = cell('Expiration_Date');
  const to = expiration === undefined ? undefined : parseUsDate(expiration);
  if (expiration !== undefined && to === undefined) return fault('Expiration_Date', 'bad-date', notADate(expiration));
  if (to !== undefined && to.latest < from.earliest) {
    return fault('Expiration_Date', 'ends-before-starts', `ends \`${to.text}\` before it starts \`${from.text}\``);
  }
  const identity = COLUMNS.slice(0, COLUMNS.indexOf('Effective_Date')).map((column) =>
    (cell(column) ?? '').toUpperCase().replace(/\s+/g, ' '),
  );
  return { party: stableId('bis-dpl', identity), cell, from, to };
}

/** Two rows that say the same are one order; two orders of one day differ in their end or citation. */
function addListing(listings: Map<string, Listing>, listing: Listing): void {
  const other = listings.get(listing.id);
  if (other === undefined) listings.set(listing.id, listing);
  else if (other.citation !== listing.citation || other.to?.text !== listing.to?.text) {
    const id = stableId('bis-dpl-order', [listing.id, listing.to?.text ?? '', listing.citation ?? '']);
    listings.set(id, { ...listing, id });
  }
}

function notADate(text: string): string {
  return `\`${text}\` is not a date: write MM/DD/YYYY, with a day the calendar has`;
}

function readParty(
  { party, cell }: Order,
  warn: (code: WarningCode, value: string) => void,
): Omit<Entity, 'dataset' | 'record' | 'retrievedOn'> {
  const stated = cell('Country');
  const country = stated === undefined ? undefined : parseCountry(stated);
  const inferred = country === undefined && isUsPlace(cell('State') ?? stated, cell('Postal_Code'));
  if (inferred) warn('country-inferred', `US from ${cell('State') ?? stated} ${cell('Postal_Code')}`);
  else if (stated !== undefined && country === undefined) warn('unknown-country', stated);
  const parts = [
    cell('Street_Address'),
    cell('City'),
    [cell('State'), cell('Postal_Code')].filter((part) => part !== undefined).join(' '),
    stated,
  ];
  const notes = [
    inferred ? `country not stated: read from ${cell('State') ?? stated} ${cell('Postal_Code')}` : '',
    stated !== undefined && !inferred && (country === undefined || stated.toUpperCase() !== country)
      ? `country as stated: ${stated}`
      : '',
    cell('Action') === undefined ? '' : `Action: ${cell('Action')}`,
    cell('Last_Update') === undefined ? '' : `Last update: ${cell('Last_Update')}`,
  ];
  return withoutAbsent<Omit<Entity, 'dataset' | 'record' | 'retrievedOn'>>({
    id: party,
    // The file does not say whether a name is a person's or a firm's.
    schema: undefined,
    name: cell('Name') as string,
    aliases: [],
    country: country ?? (inferred ? 'US' : undefined),
    headquarters: undefined,
    address: parts.filter((part) => part !== undefined && part !== '').join(', ') || undefined,
    foundedOn: undefined,
    dissolvedOn: undefined,
    birthDate: undefined,
    nationality: undefined,
    roles: [],
    sector: undefined,
    website: undefined,
    phone: undefined,
    identifiers: [],
    sitePowerMw: undefined,
    siteVerifiedOn: undefined,
    notes: notes.filter((note) => note !== '').join('; ') || undefined,
    stub: false,
  });
}

function readListing(
  { party, cell, from, to }: Order,
  source: { dataset: string; record: string; retrievedOn: number },
): Listing {
  return withoutAbsent<Listing>({
    id: stableId('bis-dpl-order', [party, from.text]),
    entity: party,
    list: 'denied-persons',
    programme: undefined,
    from,
    to,
    scope: undefined,
    policy: cell('Standard_Order') === 'Y' ? 'standard denial order' : undefined,
    citation: cell('FR_Citation') ?? 'BIS, Denied Persons List',
    ...source,
  });
}

const US_STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI ' +
    'SC SD TN TX UT VT VA WA WV WI WY'
  ).split(' '),
);

/** A US state with a US postal code (which has lost its leading zero in some rows): rows of prisoners often leave the country out. */
function isUsPlace(state: string | undefined, postalCode: string | undefined): boolean {
  return US_STATES.has(state?.toUpperCase() ?? '') && /^\d{4,5}(-\d{4})?$/.test(postalCode ?? '');
}

function headerOf(head: FileHead): string[] {
  return readFirstRow(head.start, '\t').cells.map((name) => name.trim().toLowerCase());
}
