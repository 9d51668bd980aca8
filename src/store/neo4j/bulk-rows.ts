/** Rows of a bulk read, by column. */
import { type PackedName, packedId, placeOf } from './packed.js';

/** One slice of a bulk answer: shipments with one version as they are kept, and lists of values of the others. */
export interface BulkSlice {
  readonly packed: readonly Int8Array[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** Which of the packed rows count; the statement has seen to the others. */
interface Within {
  readonly departsSince: number;
  readonly departsUntil: number;
  readonly version: number;
  readonly asOf: number;
}

export type Column = Int32Array | Float64Array | Uint8Array;

const SINCE_AT = placeOf('since').at;
const RETRIEVED_AT = placeOf('retrievedOn').at;
const DEPARTS_AT = placeOf('departs').at;
const DEPARTS_LATEST_AT = placeOf('departsLatest').at;
const KEY_AT = placeOf('key').at;
const CONSIGNEE_AT = placeOf('consignee').at;

/** Where the key stands in a list, after the properties asked for. */
const KEY_IN_LIST = 2;

/** Columns that double when they are full. */
export class BulkRows {
  count = 0;
  /** Properties of the lists that `add` takes, in this order. */
  readonly listNames: readonly string[];
  readonly #names: readonly PackedName[];
  readonly #places: readonly ReturnType<typeof placeOf>[];
  readonly #within: Within;
  readonly #columns: Column[];
  /** One character a byte, so that texts compare as their bytes do. */
  readonly #ids: string[] = [];
  #room = 1024;

  constructor(names: readonly PackedName[], within: Within) {
    this.#names = names;
    this.#places = names.map(placeOf);
    this.#within = within;
    this.#columns = names.map((name) => emptyColumn(name, this.#room));
    this.listNames = [...names, 'consignee', 'id', 'key'];
  }

  /** Takes a whole answer. @returns the consignees of the rows added, as keys */
  add(answer: readonly BulkSlice[]): Set<number> {
    const consignees = new Set<number>();
    // A shipment that got another version while the statement ran can be in both lists.
    const inRows = new Set<unknown>();
    for (const { rows } of answer) for (const row of rows) inRows.add(row[this.#names.length + KEY_IN_LIST]);
    for (const slice of answer) this.#add(slice, inRows, consignees);
    return consignees;
  }

  /** Values of the rows in the order in which they came. */
  column(name: PackedName): Column {
    return (this.#columns[this.#names.indexOf(name)] as Column).subarray(0, this.count);
  }

  /** Below zero where the first row's id comes first in byte order. */
  compareIds(row: number, other: number): number {
    const [a, b] = [this.#ids[row] as string, this.#ids[other] as string];
    if (a === b) return 0;
    return a < b ? -1 : 1;
  }

  /** For each row the rank of its id among the ids read. */
  ranks(): Int32Array {
    const byId = Int32Array.from(this.#ids.keys()).sort((row, other) => this.compareIds(row, other));
    const ranks = new Int32Array(this.count);
    byId.forEach((row, rank) => {
      ranks[row] = rank;
    });
    return ranks;
  }

  #add(slice: BulkSlice, inRows: ReadonlySet<unknown>, consignees: Set<number>): void {
    const { departsSince, departsUntil, version, asOf } = this.#within;
    for (const packed of slice.packed) {
      const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
      if (view.getInt32(SINCE_AT, true) > version || view.getInt32(RETRIEVED_AT, true) > asOf) continue;
      if (view.getInt32(DEPARTS_AT, true) > departsUntil) continue;
      if (view.getInt32(DEPARTS_LATEST_AT, true) < departsSince) continue;
      if (inRows.size > 0 && inRows.has(view.getInt32(KEY_AT, true))) continue;
      this.#makeRoom();
      for (let k = 0; k < this.#columns.length; k++) {
        const { at, float } = this.#places[k] as ReturnType<typeof placeOf>;
        const value = float ? view.getFloat64(at, true) : view.getInt32(at, true);
        (this.#columns[k] as Column)[this.count] = value;
      }
      consignees.add(view.getInt32(CONSIGNEE_AT, true));
      this.#ids.push(packedId(packed));
      this.count++;
    }
    for (const row of slice.rows) {
      this.#makeRoom();
      this.#columns.forEach((column, k) => {
        column[this.count] = (row[k] ?? absentIn(column)) as number;
      });
      const [consignee, id] = row.slice(this.#names.length) as [number, string];
      consignees.add(consignee);
      this.#ids.push(Buffer.from(id, 'utf8').toString('latin1'));
      this.count++;
    }
  }

  #makeRoom(): void {
    if (this.count < this.#room) return;
    this.#room *= 2;
    this.#names.forEach((name, k) => {
      const more = emptyColumn(name, this.#room);
      more.set(this.#columns[k] as Column);
      this.#columns[k] = more;
    });
  }
}

function emptyColumn(name: PackedName, length: number): Column {
  if (placeOf(name).float) return new Float64Array(length);
  return name === 'assumed' ? new Uint8Array(length) : new Int32Array(length);
}

function absentIn(column: Column): number {
  if (column instanceof Float64Array) return Number.NaN;
  return column instanceof Uint8Array ? 0 : -1;
}
