/** The bulk read of shipments into typed arrays on shared memory. */
import type { Scope, ShipmentColumnName, ShipmentColumns } from '../port.js';
import { sortedRows } from './column-order.js';
import { type Database, onlyRow, type StoreState } from './database.js';
import { readWaves } from './frontier.js';
import { idsByKey } from './keys.js';
import { ALWAYS, compareBytes, dayOfAsOf, STILL } from './known.js';
import type { Parameters } from './statements.js';

/** Each key range is one list in the server's memory and one transaction. */
const KEYS_AT_ONCE = 20_000;
/** The server packs one range while this side unpacks another. */
const READERS = 3;

/** The property each column is read from; `rank` is made from the ids. */
const PROPERTIES: Readonly<Record<Exclude<ShipmentColumnName, 'rank'>, string>> = {
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
const IN_ORDER = ['shipment', 'shipper', 'departsEarliest', 'departsLatest'] as const;

/** Rows as they come, one list of values each. */
export type PackedRow = readonly (number | string | null)[];

/** What a bulk statement gives. */
export interface Packed {
  readonly rows: readonly PackedRow[];
}

/** Reads the wanted columns of the scope's shipments, in the order the port promises. */
export async function readColumns<C extends ShipmentColumnName>(
  database: Database,
  state: StoreState,
  scope: Scope,
  wanted: readonly C[],
): Promise<ShipmentColumns<C>> {
  const withIds = (wanted as readonly ShipmentColumnName[]).includes('rank');
  const names = [...new Set<ShipmentColumnName>([...IN_ORDER, 'consignee', ...wanted])].filter(isRead);
  const rows = new GrowingColumns(names);
  const ids: string[] = [];
  const asked = {
    names: [...names.map((name) => PROPERTIES[name]), ...(withIds ? ['id'] : [])],
    departsSince: scope.since ?? ALWAYS,
    departsUntil: scope.until ?? STILL,
    version: state.version,
    asOf: dayOfAsOf(scope.asOf),
  };
  const add = (packed: readonly PackedRow[]) => {
    for (const row of packed) {
      rows.add(row);
      if (withIds) ids.push(row[names.length] as string);
    }
  };
  if (scope.seeds === undefined) await readRanges(database, state.shipments, asked, add);
  else await readWaves(database, scope, asked, names.indexOf('consignee'), add);

  const idsOf = async (tied: readonly number[]) => {
    if (withIds) return tied.map((row) => ids[row] as string);
    return rows.idsOf(database, tied);
  };
  const [keys, shippers, earliest, latest] = IN_ORDER.map((name) => rows.integers(name)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const order = await sortedRows({ keys, shippers, earliest, latest }, state.parties, idsOf);
  const columns = wanted.map((name) => [name, isRead(name) ? rows.inOrder(name, order) : ranksOf(ids, order)]);
  return { count: rows.count, ...Object.fromEntries(columns) } as ShipmentColumns<C>;
}

async function readRanges(
  database: Database,
  shipments: number,
  asked: Parameters,
  add: (rows: readonly PackedRow[]) => void,
): Promise<void> {
  let next = 0;
  const reader = async () => {
    while (next < shipments) {
      const from = next;
      next = Math.min(next + KEYS_AT_ONCE, shipments);
      const to = next;
      add((await database.read((run) => onlyRow<Packed>(run, 'columns', { ...asked, from, to }))).rows);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
}

function isRead(name: ShipmentColumnName): name is Exclude<ShipmentColumnName, 'rank'> {
  return name !== 'rank';
}

/** For each row, in their order, the rank of its id among the ids read. */
function ranksOf(ids: readonly string[], order: Int32Array): Int32Array {
  const byId = Array.from(ids.keys()).sort((a, b) => compareBytes(ids[a] as string, ids[b] as string));
  const ranks = new Int32Array(ids.length);
  byId.forEach((row, rank) => {
    ranks[row] = rank;
  });
  const ordered = new Int32Array(new SharedArrayBuffer(order.length * 4));
  for (let i = 0; i < order.length; i++) ordered[i] = ranks[order[i] as number] as number;
  return ordered;
}

type Column = Int32Array | Float64Array | Uint8Array;

/** Columns that double when they are full. */
class GrowingColumns {
  count = 0;
  readonly #names: readonly ShipmentColumnName[];
  readonly #columns: Column[];
  #room = 1024;

  constructor(names: readonly ShipmentColumnName[]) {
    this.#names = names;
    this.#columns = names.map((name) => emptyColumn(name, this.#room, false));
  }

  add(row: PackedRow): void {
    if (this.count === this.#room) {
      this.#room *= 2;
      this.#names.forEach((name, k) => {
        const more = emptyColumn(name, this.#room, false);
        more.set(this.#columns[k] as Column);
        this.#columns[k] = more;
      });
    }
    for (let k = 0; k < this.#columns.length; k++) {
      const column = this.#columns[k] as Column;
      column[this.count] = (row[k] ?? absentIn(column)) as number;
    }
    this.count++;
  }

  integers(name: ShipmentColumnName): Int32Array {
    return (this.#columns[this.#names.indexOf(name)] as Int32Array).subarray(0, this.count);
  }

  /** The column on shared memory, its rows in the order given. */
  inOrder(name: ShipmentColumnName, order: Int32Array): Column {
    const from = this.#columns[this.#names.indexOf(name)] as Column;
    const to = emptyColumn(name, order.length, true);
    for (let i = 0; i < order.length; i++) to[i] = from[order[i] as number] as number;
    return to;
  }

  async idsOf(database: Database, rows: readonly number[]): Promise<string[]> {
    const keys = this.integers('shipment');
    const asked = rows.map((row) => keys[row] as number);
    const ids = await database.read((run) => idsByKey(run, 'shipment', [...new Set(asked)]));
    return asked.map((key) => ids.get(key) as string);
  }
}

function emptyColumn(name: ShipmentColumnName, length: number, shared: boolean): Column {
  const buffer = (bytes: number) => (shared ? new SharedArrayBuffer(length * bytes) : new ArrayBuffer(length * bytes));
  if (name === 'units' || name === 'value' || name === 'weightKg') return new Float64Array(buffer(8));
  return name === 'flags' ? new Uint8Array(buffer(1)) : new Int32Array(buffer(4));
}

function absentIn(column: Column): number {
  if (column instanceof Float64Array) return Number.NaN;
  return column instanceof Uint8Array ? 0 : -1;
}
