/** Rows of a `shipments` file as facts, by column from end to end. */
import type { CountryCode } from '../model/country.js';
import { formatDay, type PartialDate } from '../model/day.js';
import { ACTS, type Act, ASSUMED_TRANSIT_DAYS } from '../model/shipment.js';
import type { ShipmentBatch } from '../store/port.js';
import { knownCodes, spellingOf } from './codes.js';
import { idsOf, provenanceOf, type RowContext, takenRows } from './row-context.js';
import type { Sheet } from './sheet.js';

/** Turns what a row says in `paidBy` into `id:…` or `country:…`. */
export type ReadPayers = (sheet: Sheet) => Promise<readonly (string | undefined)[]>;

/** The rows that can be taken; what is wrong with the others stands in `sheet.faults`. */
export async function readShipments(sheet: Sheet, context: RowContext, readPayers: ReadPayers): Promise<ShipmentBatch> {
  const statedIds = sheet.text('id');
  const shipper = sheet.required('shipper');
  const consignee = sheet.required('consignee');
  const days = readDays(sheet);
  refuseSelfShipments(sheet, shipper, consignee);
  const provenance = provenanceOf(sheet, statedIds, context);
  const stated = {
    document: sheet.text('document'),
    shipper,
    consignee,
    endUser: sheet.text('endUser'),
    forwarder: sheet.text('forwarder'),
    fromCountry: sheet.countries('fromCountry'),
    toCountry: sheet.countries('toCountry'),
    via: readVia(sheet),
    product: readProducts(sheet, context),
    eccn: sheet.text('eccn'),
    hs: sheet.text('hs'),
    description: sheet.text('description'),
    units: readUnits(sheet),
    value: sheet.amounts('value', 'negative-number'),
    currency: readCurrencies(sheet),
    weightKg: sheet.amounts('weightKg', 'negative-number'),
    paidBy: await readPayers(sheet),
    licence: sheet.text('licence'),
    exception: sheet.text('exception'),
    certifications: knownCodes(sheet, 'certifications'),
    act: readActs(sheet),
  };
  const id = idsOf(
    sheet,
    statedIds,
    [...Object.entries(stated), ['departs', days.departsStated], ['arrives', days.arrivesStated]],
    context,
  );
  const { departs, arrives, departsAssumed, arrivesAssumed } = days;
  const columns = { id, ...stated, departs, arrives, departsAssumed, arrivesAssumed, ...provenance };
  if (sheet.faults.length === 0) return { length: sheet.length, ...columns } as ShipmentBatch;
  const rows = takenRows(sheet);
  const kept = Object.entries(columns).map(([name, values]) => [name, rows.map((row) => values[row])]);
  return { length: rows.length, ...Object.fromEntries(kept) } as ShipmentBatch;
}

interface Days {
  readonly departs: readonly PartialDate[];
  readonly arrives: readonly PartialDate[];
  readonly departsAssumed: readonly boolean[];
  readonly arrivesAssumed: readonly boolean[];
  readonly departsStated: readonly (PartialDate | undefined)[];
  readonly arrivesStated: readonly (PartialDate | undefined)[];
}

/** Departure and arrival; one that is blank is taken to lie within the assumed transit time of the other. */
function readDays(sheet: Sheet): Days {
  const departsStated = sheet.dates('departs');
  const arrivesStated = sheet.dates('arrives');
  const refusedBefore = new Set(sheet.faults.map((fault) => fault.row));
  const departs = new Array<PartialDate>(sheet.length);
  const arrives = new Array<PartialDate>(sheet.length);
  const departsAssumed = new Array<boolean>(sheet.length).fill(false);
  const arrivesAssumed = new Array<boolean>(sheet.length).fill(false);
  const { assumedArrivals, assumedDepartures } = sheet.memory;
  for (let row = 0; row < sheet.length; row++) {
    const left = departsStated[row];
    const came = arrivesStated[row];
    if (left !== undefined && came !== undefined) {
      departs[row] = left;
      arrives[row] = came;
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
      departs[row] = left;
      arrives[row] =
        assumedArrivals.get(left) ?? assume(assumedArrivals, left, left.earliest, left.latest + ASSUMED_TRANSIT_DAYS);
      arrivesAssumed[row] = true;
    } else if (came !== undefined) {
      arrives[row] = came;
      departs[row] =
        assumedDepartures.get(came) ??
        assume(assumedDepartures, came, came.earliest - ASSUMED_TRANSIT_DAYS, came.latest);
      departsAssumed[row] = true;
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
  return { departs, arrives, departsAssumed, arrivesAssumed, departsStated, arrivesStated };
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

function refuseSelfShipments(sheet: Sheet, shipper: readonly string[], consignee: readonly string[]): void {
  for (let row = 0; row < sheet.length; row++) {
    if (shipper[row] === consignee[row] && shipper[row] !== '') {
      sheet.refuse(
        row,
        'self-shipment',
        'consignee',
        consignee[row],
        `\`${consignee[row]}\` is shipper and consignee: a movement has two parties`,
      );
    }
  }
}

function readVia(sheet: Sheet): readonly (readonly CountryCode[])[] {
  const known = new Map<readonly string[], readonly CountryCode[]>();
  return sheet.lists('via').map((list, row) => {
    if (list.length === 0) return list;
    const before = known.get(list);
    if (before !== undefined) return before;
    const codes = list.map((text) => sheet.country(text, row, 'via'));
    const found = codes.filter((code) => code !== undefined);
    // A list with an unknown country is not remembered, so that each row of it is counted.
    if (found.length === list.length) known.set(list, found);
    return found;
  });
}

function readProducts(sheet: Sheet, context: RowContext): readonly (string | undefined)[] {
  const products = sheet.text('product');
  for (let row = 0; row < sheet.length; row++) {
    const product = products[row];
    if (product !== undefined && !context.knownProduct(product))
      sheet.warn('unknown-product', sheet.lines[row], 'product', product);
  }
  return products;
}

function readUnits(sheet: Sheet): readonly (number | undefined)[] {
  const units = sheet.amounts('units', 'negative-units');
  for (let row = 0; row < sheet.length; row++) {
    const count = units[row];
    if (count !== undefined && !Number.isInteger(count))
      sheet.warn('fractional-units', sheet.lines[row], 'units', String(count));
  }
  return units;
}

function readCurrencies(sheet: Sheet): readonly (string | undefined)[] {
  const known = new Map<string, string>();
  return sheet.each('currency', (stated, row) => {
    const before = known.get(stated);
    if (before !== undefined) return before;
    const code = stated.toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) known.set(stated, code);
    else sheet.warn('unknown-currency', sheet.lines[row], 'currency', stated);
    return known.get(stated) ?? stated;
  });
}

function readActs(sheet: Sheet): readonly (Act | undefined)[] {
  const known = new Map<string, Act>();
  return sheet.each('act', (stated, row) => {
    const act = known.get(stated) ?? spellingOf(stated, ACTS);
    if (act === undefined) sheet.warn('unknown-act', sheet.lines[row], 'act', stated);
    else known.set(stated, act);
    return act;
  });
}
