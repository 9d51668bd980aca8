/** Rows of a `shipments` file as facts, by column from end to end. */
import { type CountryCode, parseCountry } from '../model/country.js';
import { type Day, formatDay, type PartialDate, parseDay, parsePartialDate } from '../model/day.js';
import { ACTS, type Act, ASSUMED_TRANSIT_DAYS } from '../model/shipment.js';
import type { Coded, Column, ShipmentBatch } from '../store/port.js';
import { valuesOf } from '../store/records.js';
import { splitList } from './cells.js';
import { CERTIFICATIONS, spellingOf } from './codes.js';
import { idsOf, type RowContext, recordsOf, takenRows } from './row-context.js';
import { readAmount, readOrSay, type Sheet } from './sheet.js';

/** The dictionary by which a column is read; none for those with about as many different values as there are shipments. */
export function dictionaryOf(column: string): string | undefined {
  if (['id', 'document', 'value', 'weightKg', 'record', 'reason'].includes(column)) return undefined;
  return PARTIES.includes(column) ? 'party' : column;
}

const PARTIES: readonly string[] = ['shipper', 'consignee', 'endUser', 'forwarder'];

/** Turns what a row says in `paidBy` into `id:…` or `country:…`. */
export type ReadPayers = (sheet: Sheet) => Promise<Coded<string | undefined>>;

/** The rows that can be taken; what is wrong with the others stands in `sheet.faults`. */
export async function readShipments(sheet: Sheet, context: RowContext, readPayers: ReadPayers): Promise<ShipmentBatch> {
  const statedIds = sheet.text('id');
  const shipper = text(sheet, 'shipper');
  const consignee = text(sheet, 'consignee');
  refuseMissing(sheet, 'shipper', shipper);
  refuseMissing(sheet, 'consignee', consignee);
  const days = readDays(sheet);
  refuseSelfShipments(sheet, shipper, consignee);
  const dataset = sheet.coded('dataset', (text) => text ?? context.dataset);
  const retrievedOn = readRetrieval(sheet, context);
  const stated = {
    document: sheet.text('document'),
    shipper,
    consignee,
    endUser: text(sheet, 'endUser'),
    forwarder: text(sheet, 'forwarder'),
    fromCountry: readCountry(sheet, 'fromCountry'),
    toCountry: readCountry(sheet, 'toCountry'),
    via: readVia(sheet),
    product: readProducts(sheet, context),
    eccn: text(sheet, 'eccn'),
    hs: text(sheet, 'hs'),
    description: text(sheet, 'description'),
    units: readUnits(sheet),
    value: sheet.amounts('value', 'negative-number'),
    currency: readCurrencies(sheet),
    weightKg: sheet.amounts('weightKg', 'negative-number'),
    paidBy: await readPayers(sheet),
    licence: text(sheet, 'licence'),
    exception: text(sheet, 'exception'),
    certifications: readCertifications(sheet),
    act: readActs(sheet),
  };
  const id = idsOf(
    sheet,
    statedIds,
    [...Object.entries(stated), ['departs', days.departsStated], ['arrives', days.arrivesStated]],
    context,
  );
  const { departs, arrives, departsAssumed, arrivesAssumed } = days;
  const record = recordsOf(sheet, statedIds, context);
  const columns = {
    id,
    ...stated,
    ...{ departs, arrives, departsAssumed, arrivesAssumed, dataset, record, retrievedOn },
  };
  if (sheet.faults.length === 0) return { length: sheet.length, ...columns } as ShipmentBatch;
  const rows = takenRows(sheet);
  const kept = Object.entries(columns).map(([name, column]) => [name, rowsOf<unknown>(column, rows)]);
  return { length: rows.length, ...Object.fromEntries(kept) } as ShipmentBatch;
}

function rowsOf<Value>(column: Column<Value>, rows: readonly number[]): Column<Value> {
  if (!('codes' in column)) return rows.map((row) => column[row] as Value);
  return { codes: Int32Array.from(rows, (row) => column.codes[row] as number), values: column.values };
}

function text(sheet: Sheet, column: string): Coded<string | undefined> {
  return sheet.coded(column, (stated) => stated);
}

function refuseMissing(sheet: Sheet, column: string, { codes, values }: Coded<string | undefined>): void {
  for (let row = 0; row < sheet.length; row++) {
    if (values[codes[row] as number] === undefined) {
      const message = `\`${column}\` has no value: it must be there in every row`;
      sheet.refuse(row, 'missing-value', column, sheet.cell(column, row), message);
    }
  }
}

interface Days {
  readonly departs: Column<PartialDate | undefined>;
  readonly arrives: Column<PartialDate | undefined>;
  readonly departsAssumed: Column<boolean>;
  readonly arrivesAssumed: Column<boolean>;
  readonly departsStated: Coded<PartialDate | undefined>;
  readonly arrivesStated: Coded<PartialDate | undefined>;
}

/** Departure and arrival; one that is blank is taken to lie within the assumed transit time of the other. */
function readDays(sheet: Sheet): Days {
  const departsStated = readDate(sheet, 'departs');
  const arrivesStated = readDate(sheet, 'arrives');
  const refusedBefore = new Set(sheet.faults.map((fault) => fault.row));
  const assumed: { departs?: Assumed; arrives?: Assumed } = {};
  const { assumedArrivals, assumedDepartures } = sheet.memory;
  for (let row = 0; row < sheet.length; row++) {
    const left = departsStated.values[departsStated.codes[row] as number];
    const came = arrivesStated.values[arrivesStated.codes[row] as number];
    if (left !== undefined && came !== undefined) {
      if (came.latest < left.earliest) {
        sheet.refuse(
          row,
          'arrives-before-departs',
          'arrives',
          came.text,
          `arrives \`${came.text}\` before it departs \`${left.text}\` on every reading of the two dates`,
        );
      }
    } else if (left !== undefined) {
      assumed.arrives ??= nothingAssumed(sheet, arrivesStated);
      assumed.arrives.dates[row] =
        assumedArrivals.get(left) ?? assume(assumedArrivals, left, left.earliest, left.latest + ASSUMED_TRANSIT_DAYS);
      assumed.arrives.flags[row] = true;
    } else if (came !== undefined) {
      assumed.departs ??= nothingAssumed(sheet, departsStated);
      assumed.departs.dates[row] =
        assumedDepartures.get(came) ??
        assume(assumedDepartures, came, came.earliest - ASSUMED_TRANSIT_DAYS, came.latest);
      assumed.departs.flags[row] = true;
    } else if (!refusedBefore.has(row)) {
      sheet.refuse(
        row,
        'no-dates',
        'departs',
        undefined,
        'neither `departs` nor `arrives` has a date: one of them must',
      );
    }
  }
  return {
    departs: assumed.departs?.dates ?? departsStated,
    arrives: assumed.arrives?.dates ?? arrivesStated,
    departsAssumed: assumed.departs?.flags ?? sheet.everywhere(false),
    arrivesAssumed: assumed.arrives?.flags ?? sheet.everywhere(false),
    departsStated,
    arrivesStated,
  };
}

function readDate(sheet: Sheet, column: string): Coded<PartialDate | undefined> {
  return sheet.coded(column, (stated, ofEachRow) => {
    const date = stated === undefined ? undefined : readOrSay(parsePartialDate, stated);
    if (typeof date !== 'string') return date;
    ofEachRow((of, row) => of.refuse(row, 'bad-date', column, stated, date));
    return undefined;
  });
}

/** The days of rows of which some are assumed. */
interface Assumed {
  readonly dates: (PartialDate | undefined)[];
  readonly flags: boolean[];
}

function nothingAssumed(sheet: Sheet, stated: Coded<PartialDate | undefined>): Assumed {
  return { dates: [...valuesOf(stated)], flags: new Array<boolean>(sheet.length).fill(false) };
}

/** An assumed date states nothing, so its text is the interval itself. */
function assume(
  memory: WeakMap<PartialDate, PartialDate>,
  from: PartialDate,
  earliest: number,
  latest: number,
): PartialDate {
  const date = { text: `${formatDay(earliest)}..${formatDay(latest)}`, earliest, latest };
  memory.set(from, date);
  return date;
}

function refuseSelfShipments(
  sheet: Sheet,
  shipper: Coded<string | undefined>,
  consignee: Coded<string | undefined>,
): void {
  for (let row = 0; row < sheet.length; row++) {
    const party = shipper.values[shipper.codes[row] as number];
    if (party !== undefined && party === consignee.values[consignee.codes[row] as number]) {
      sheet.refuse(
        row,
        'self-shipment',
        'consignee',
        party,
        `\`${party}\` is shipper and consignee: a movement has two parties`,
      );
    }
  }
}

function readRetrieval(sheet: Sheet, { retrievedOn }: RowContext): Coded<Day | undefined> {
  return sheet.coded('retrievedOn', (stated, ofEachRow) => {
    const day = stated === undefined ? retrievedOn : readOrSay(parseDay, stated);
    if (typeof day !== 'string') return day;
    ofEachRow((of, row) => of.refuse(row, 'bad-date', 'retrievedOn', stated, day));
    return undefined;
  });
}

function readCountry(sheet: Sheet, column: string): Coded<CountryCode | undefined> {
  return sheet.coded(column, (stated, ofEachRow) => {
    if (stated === undefined) return undefined;
    const country = parseCountry(stated);
    if (country === undefined) ofEachRow((of, row) => of.warn('unknown-country', of.lines[row], column, stated));
    return country;
  });
}

function readVia(sheet: Sheet): Coded<readonly CountryCode[]> {
  return sheet.coded('via', (stated, ofEachRow) => {
    const places = splitList(stated ?? '');
    const unknown = places.filter((place) => parseCountry(place) === undefined);
    if (unknown.length > 0) {
      ofEachRow((of, row) => {
        for (const place of unknown) of.warn('unknown-country', of.lines[row], 'via', place);
      });
    }
    return places.flatMap((place) => parseCountry(place) ?? []);
  });
}

function readProducts(sheet: Sheet, context: RowContext): Coded<string | undefined> {
  return sheet.coded('product', (product, ofEachRow) => {
    if (product !== undefined && !context.knownProduct(product))
      ofEachRow((of, row) => of.warn('unknown-product', of.lines[row], 'product', product));
    return product;
  });
}

function readUnits(sheet: Sheet): Coded<number | undefined> {
  return sheet.coded('units', (stated, ofEachRow) => {
    if (stated === undefined) return undefined;
    const count = readAmount(stated, 'units', 'negative-units');
    if (typeof count === 'object') {
      ofEachRow((of, row) => of.refuse(row, count.reason, 'units', stated, count.message));
      return undefined;
    }
    if (!Number.isInteger(count))
      ofEachRow((of, row) => of.warn('fractional-units', of.lines[row], 'units', String(count)));
    return count;
  });
}

function readCurrencies(sheet: Sheet): Coded<string | undefined> {
  return sheet.coded('currency', (stated, ofEachRow) => {
    if (stated === undefined) return undefined;
    const code = stated.toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) return code;
    ofEachRow((of, row) => of.warn('unknown-currency', of.lines[row], 'currency', stated));
    return stated;
  });
}

function readCertifications(sheet: Sheet): Coded<readonly string[]> {
  return sheet.coded('certifications', (stated, ofEachRow) => {
    const codes = splitList(stated ?? '').map((code) => spellingOf(code, CERTIFICATIONS) ?? code);
    const unknown = codes.filter((code) => spellingOf(code, CERTIFICATIONS) === undefined);
    if (unknown.length > 0) {
      ofEachRow((of, row) => {
        for (const code of unknown) of.warn('unknown-certification', of.lines[row], 'certifications', code);
      });
    }
    return codes;
  });
}

function readActs(sheet: Sheet): Coded<Act | undefined> {
  return sheet.coded('act', (stated, ofEachRow) => {
    if (stated === undefined) return undefined;
    const act = spellingOf(stated, ACTS);
    if (act === undefined) ofEachRow((of, row) => of.warn('unknown-act', of.lines[row], 'act', stated));
    return act;
  });
}
