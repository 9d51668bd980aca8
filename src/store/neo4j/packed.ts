/** A shipment's numbers and id in one property, so that a bulk read takes one value a shipment from the server. */
import { ALWAYS } from './known.js';

/** 32-bit integers, in this order, little-endian. */
const INTEGERS = [
  'since',
  'retrievedOn',
  'key',
  'shipper',
  'consignee',
  'endUser',
  'forwarder',
  'departs',
  'departsLatest',
  'arrives',
  'arrivesLatest',
  'paper',
  'places',
  'terms',
  'documentCode',
  'assumed',
] as const;
/** 64-bit floats after them. */
const FLOATS = ['units', 'value', 'weightKg'] as const;

type IntegerName = (typeof INTEGERS)[number];
type FloatName = (typeof FLOATS)[number];
export type PackedName = IntegerName | FloatName;

const FLOATS_AT = INTEGERS.length * 4;
const ID_AT = FLOATS_AT + FLOATS.length * 8;

/** What an absent integer is. */
const ABSENT: Readonly<Partial<Record<IntegerName, number>>> = { retrievedOn: ALWAYS, assumed: 0 };

/** The bytes of one shipment (signed, as the driver takes them): integers, floats, then the id in UTF-8. */
export function pack(id: string, values: Readonly<Partial<Record<PackedName, unknown>>>): Int8Array {
  const text = Buffer.from(id, 'utf8');
  const bytes = new Int8Array(ID_AT + text.length);
  const view = new DataView(bytes.buffer);
  INTEGERS.forEach((name, i) => {
    view.setInt32(i * 4, (values[name] ?? ABSENT[name] ?? -1) as number, true);
  });
  FLOATS.forEach((name, i) => {
    view.setFloat64(FLOATS_AT + i * 8, (values[name] ?? Number.NaN) as number, true);
  });
  bytes.set(text, ID_AT);
  return bytes;
}

/** Where the value lies, and how wide it is. */
export function placeOf(name: PackedName): { readonly at: number; readonly float: boolean } {
  const integer = (INTEGERS as readonly string[]).indexOf(name);
  if (integer >= 0) return { at: integer * 4, float: false };
  return { at: FLOATS_AT + (FLOATS as readonly string[]).indexOf(name) * 8, float: true };
}

/** The id's bytes, one character each. */
export function packedId(packed: Int8Array): string {
  return Buffer.from(packed.buffer, packed.byteOffset + ID_AT, packed.byteLength - ID_AT).toString('latin1');
}
