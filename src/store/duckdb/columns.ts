/** The bulk read of shipments into typed arrays on shared memory. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope, ShipmentColumnName, ShipmentColumns } from '../port.js';
import { type FixedWidth, itemsOf } from './chunks.js';
import { dayNumber } from './known.js';
import { reachedParties } from './reach.js';
import { one } from './session.js';
import { READING_ORDER } from './shipment-merge.js';
import { type StoreState, shownShipments } from './shipments.js';

/** How each column is read; `rank` is made from the keys. */
const READ: Readonly<Record<Exclude<ShipmentColumnName, 'rank'>, string>> = {
  shipment: 's.key',
  shipper: 's.shipper',
  consignee: 's.consignee',
  endUser: 'coalesce(s.end_user, -1)',
  forwarder: 'coalesce(s.forwarder, -1)',
  departsEarliest: 's.departs_earliest',
  departsLatest: 's.departs_latest',
  arrivesEarliest: 's.arrives_earliest',
  arrivesLatest: 's.arrives_latest',
  paper: 'coalesce(s.paper, -1)',
  places: 'coalesce(s.places, -1)',
  terms: 'coalesce(s.terms, -1)',
  document: 'coalesce(s.document, -1)',
  units: "coalesce(s.units, 'NaN'::DOUBLE)",
  value: "coalesce(s.value, 'NaN'::DOUBLE)",
  weightKg: "coalesce(s.weight_kg, 'NaN'::DOUBLE)",
  flags: 's.flags',
};
const IN_ORDER = ['shipper', 'departsEarliest', 'departsLatest', 'shipment'] as const;

/**
 * Reads the wanted columns of the scope's shipments, in the order the port promises.
 *
 * @param ranksOfIds gives the rank of each shipment key by id; asked for only when keys do not go by ids and the
 *   ranks are wanted or needed.
 */
export async function readColumns<C extends ShipmentColumnName>(
  c: DuckDBConnection,
  state: StoreState,
  scope: Scope,
  wanted: readonly C[],
  ranksOfIds: () => Promise<Int32Array>,
): Promise<ShipmentColumns<C>> {
  const source = shownShipments(state, scope.asOf, await conditionOf(c, state, scope));
  const count = await one(c, `SELECT count(*) FROM (${source})`);
  // Without order by id in the keys, ties must be looked at, and that takes the columns that make the order.
  const needed: readonly ShipmentColumnName[] = state.shipmentKeysSorted ? [] : IN_ORDER;
  const names = [
    ...new Set<ShipmentColumnName>([...wanted.map((name) => (name === 'rank' ? 'shipment' : name)), ...needed]),
  ];
  const columns = new Map<ShipmentColumnName, FixedWidth>(names.map((name) => [name, shared(name, count)]));
  const inOrder =
    state.shipmentsSorted && (scope.asOf === undefined || !state.shipmentsContested) && scope.seeds === undefined;
  if (count > 0 && names.length > 0) {
    const read = names.map((name) => READ[name as keyof typeof READ]).join(', ');
    await fill(
      c,
      `SELECT ${read} FROM (${source}) s ${inOrder ? '' : `ORDER BY ${READING_ORDER}`}`,
      [...columns.values()],
      count,
    );
  }
  if (!state.shipmentKeysSorted) await settleTies(columns, count, ranksOfIds);
  if (wanted.includes('rank' as C)) {
    const keys = columns.get('shipment') as Int32Array;
    columns.set('rank', state.shipmentKeysSorted ? copy(keys) : gather(await ranksOfIds(), keys));
  }
  return { count, ...Object.fromEntries(wanted.map((name) => [name, columns.get(name)])) } as ShipmentColumns<C>;
}

/** The rank of each key when keys are sorted by their ids: `keys` in the order of ids. */
export async function readRanks(c: DuckDBConnection, table: 'party' | 'shipment_id'): Promise<Int32Array> {
  const count = await one(c, `SELECT count(*) FROM ${table}`);
  const keys = new Int32Array(count);
  await fill(c, `SELECT key FROM ${table} ORDER BY id`, [keys], count);
  const ranks = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  for (let rank = 0; rank < count; rank++) ranks[keys[rank] as number] = rank;
  return ranks;
}

/** Reads a question's fixed-width columns, chunk by chunk, into arrays of so many values each. */
async function fill(c: DuckDBConnection, sql: string, columns: readonly FixedWidth[], count: number): Promise<void> {
  const result = await c.stream(sql);
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (let k = 0; k < columns.length; k++) columns[k]?.set(itemsOf(chunk, k), at);
    at += chunk.rowCount;
  }
  if (at !== count) throw new Error(`${at} rows came where ${count} were counted`);
}

async function conditionOf(c: DuckDBConnection, state: StoreState, scope: Scope): Promise<string> {
  const conditions: string[] = [];
  if (scope.since !== undefined) conditions.push(`s.departs_latest >= ${dayNumber(scope.since)}`);
  if (scope.until !== undefined) conditions.push(`s.departs_earliest <= ${dayNumber(scope.until)}`);
  if (scope.seeds !== undefined) {
    await reachedParties(c, shownShipments(state, scope.asOf, conditions.join(' AND ')), scope.seeds, scope);
    conditions.push('s.shipper IN (SELECT key FROM reached_party)');
  }
  return conditions.join(' AND ');
}

/** Puts rows of equal shipper and departure into the order of their ids. */
async function settleTies(
  columns: ReadonlyMap<ShipmentColumnName, FixedWidth>,
  count: number,
  ranksOfIds: () => Promise<Int32Array>,
): Promise<void> {
  const [shipper, earliest, latest, keys] = IN_ORDER.map((name) => columns.get(name) as Int32Array) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let ranks: Int32Array | undefined;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (
      to < count &&
      shipper[to] === shipper[from] &&
      earliest[to] === earliest[from] &&
      latest[to] === latest[from]
    )
      to++;
    if (to - from > 1) {
      ranks ??= await ranksOfIds();
      const known = ranks;
      const order = Array.from({ length: to - from }, (_, i) => from + i);
      order.sort((a, b) => (known[keys[a] as number] as number) - (known[keys[b] as number] as number));
      for (const column of columns.values()) {
        const moved = order.map((row) => column[row] as number);
        column.set(moved, from);
      }
    }
    from = to;
  }
}

/** Keys in the order of ids are ranks; copied, so that whoever changes one array does not change the other. */
function copy(values: Int32Array): Int32Array {
  const copied = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copied.set(values);
  return copied;
}

function gather(values: Int32Array, at: Int32Array): Int32Array {
  const gathered = new Int32Array(new SharedArrayBuffer(at.byteLength));
  for (let i = 0; i < at.length; i++) gathered[i] = values[at[i] as number] as number;
  return gathered;
}

function shared(name: ShipmentColumnName, count: number): FixedWidth {
  if (name === 'flags') return new Uint8Array(new SharedArrayBuffer(count));
  if (name === 'units' || name === 'value' || name === 'weightKg')
    return new Float64Array(new SharedArrayBuffer(count * 8));
  return new Int32Array(new SharedArrayBuffer(count * 4));
}
