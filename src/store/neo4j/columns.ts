/** The bulk read of shipments into typed arrays on shared memory. */
import type { Scope, ShipmentColumnName, ShipmentColumns } from '../port.js';
import { BulkRows, type BulkSlice, type Column } from './bulk-rows.js';
import { sortedRows } from './column-order.js';
import type { Database, StoreState } from './database.js';
import { readWaves } from './frontier.js';
import { ALWAYS, dayOfAsOf, STILL } from './known.js';
import type { PackedName } from './packed.js';
import type { Parameters } from './statements.js';

/** Each range of keys is one list in the server's memory and one transaction. */
const KEYS_AT_ONCE = 20_000;
/** The server packs one range while this side unpacks another. */
const READERS = 2;

/** The property each column is read from; `rank` is made from the ids. */
const PROPERTIES: Readonly<Record<Exclude<ShipmentColumnName, 'rank'>, PackedName>> = {
  shipment: 'key',
  shipper: 'shipper',
  consignee: 'consignee',
  endUser: 'endUser',
  forwarder: 'forwarder',
  departsEarliest: 'departs',
  departsLatest: 'departsLatest',
  arrivesEarliest: 'arrives',
  arrivesLatest: 'arrivesLatest',
  paper: 'paper',
  places: 'places',
  terms: 'terms',
  document: 'documentCode',
  units: 'units',
  value: 'value',
  weightKg: 'weightKg',
  flags: 'assumed',
};
const IN_ORDER = ['shipper', 'departs', 'departsLatest'] as const;

/** Reads the wanted columns of the scope's shipments, in the order the port promises. */
export async function readColumns<C extends ShipmentColumnName>(
  database: Database,
  state: StoreState,
  scope: Scope,
  wanted: readonly C[],
): Promise<ShipmentColumns<C>> {
  const names = new Set<PackedName>(IN_ORDER);
  for (const name of wanted) if (name !== 'rank') names.add(PROPERTIES[name as keyof typeof PROPERTIES]);
  const within = {
    departsSince: scope.since ?? ALWAYS,
    departsUntil: scope.until ?? STILL,
    version: state.version,
    asOf: dayOfAsOf(scope.asOf),
  };
  const rows = new BulkRows([...names], within);
  const asked = { ...within, names: rows.listNames };
  if (scope.seeds === undefined) await readRanges(database, state.shipments, asked, rows);
  else await readWaves(database, scope, asked, rows);

  const ranks = (wanted as readonly string[]).includes('rank') ? rows.ranks() : undefined;
  const order = sortedRows({
    shippers: rows.column('shipper') as Int32Array,
    earliest: rows.column('departs') as Int32Array,
    latest: rows.column('departsLatest') as Int32Array,
    compareIds: (row, other) =>
      ranks === undefined ? rows.compareIds(row, other) : (ranks[row] as number) - (ranks[other] as number),
  });
  const columns = wanted.map((name) => {
    const column = name === 'rank' ? (ranks as Int32Array) : rows.column(PROPERTIES[name as keyof typeof PROPERTIES]);
    return [name, inOrder(column, order)];
  });
  return { count: rows.count, ...Object.fromEntries(columns) } as ShipmentColumns<C>;
}

async function readRanges(database: Database, shipments: number, asked: Parameters, rows: BulkRows): Promise<void> {
  let next = 0;
  const reader = async () => {
    while (next < shipments) {
      const from = next;
      next = Math.min(next + KEYS_AT_ONCE, shipments);
      const to = next;
      rows.add(await database.read((run) => run<BulkSlice>('columns', { ...asked, from, to })));
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
}

/** The column on shared memory, its rows in the order given. */
function inOrder(column: Column, order: Int32Array): Column {
  const Type = column.constructor as new (buffer: SharedArrayBuffer) => Column;
  const ordered = new Type(new SharedArrayBuffer(order.length * column.BYTES_PER_ELEMENT));
  for (let i = 0; i < order.length; i++) ordered[i] = column[order[i] as number] as number;
  return ordered;
}
