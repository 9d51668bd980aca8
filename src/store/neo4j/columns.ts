/** The bulk read of shipments into typed arrays on shared memory. */
import type { Scope, ShipmentColumnName, ShipmentColumns } from '../port.js';
import { BulkRows, type BulkSlice } from './bulk-rows.js';
import { sortedRows } from './column-order.js';
import type { Database, StoreState } from './database.js';
import { readWaves } from './frontier.js';
import { idsByKey } from './keys.js';
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
const IN_ORDER = ['key', 'shipper', 'departs', 'departsLatest'] as const;

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
  const rows = new BulkRows([...names], within, (wanted as readonly string[]).includes('rank'));
  const asked = { ...within, names: rows.listNames };
  if (scope.seeds === undefined) await readRanges(database, state.shipments, asked, rows);
  else await readWaves(database, scope, asked, rows);

  const idsOf = async (tied: readonly number[]) => {
    const keys = rows.integers('key');
    const tiedKeys = tied.map((row) => keys[row] as number);
    const ids = await database.read((run) => idsByKey(run, 'shipment', [...new Set(tiedKeys)]));
    return tiedKeys.map((key) => ids.get(key) as string);
  };
  const [keys, shippers, earliest, latest] = IN_ORDER.map((name) => rows.integers(name)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const order = await sortedRows({ keys, shippers, earliest, latest }, state.parties, idsOf);
  const columns = wanted.map((name) => [
    name,
    name === 'rank' ? rows.ranks(order) : rows.inOrder(PROPERTIES[name as keyof typeof PROPERTIES], order),
  ]);
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
