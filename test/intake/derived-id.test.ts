import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tagOf } from '../../src/intake/content-hash.js';
import { IdDeriver } from '../../src/intake/derived-id.js';

type Said = readonly (readonly [column: string, value: string | number])[];

function idOf(ids: IdDeriver, said: Said): string {
  ids.content.begin();
  for (const [column, value] of said) {
    if (typeof value === 'string') ids.content.text(tagOf(column), value);
    else ids.content.number(tagOf(column), value);
  }
  return ids.next();
}

describe('a derived id', () => {
  test('is the same for the same content and counts rows that look alike', () => {
    const said: Said = [
      ['shipper', 'a'],
      ['units', 8],
    ];
    const ids = new IdDeriver('shipment');
    const first = idOf(ids, said);
    expect(first).toMatch(/^shipment-[0-9a-f]{24}$/);
    expect([idOf(ids, said), idOf(ids, [['shipper', 'a']]), idOf(ids, said)]).toEqual([
      `${first}-2`,
      expect.stringMatching(/^shipment-[0-9a-f]{24}$/),
      `${first}-3`,
    ]);
    expect(idOf(new IdDeriver('shipment'), said)).toBe(first);
  });

  test('differs wherever the content does: value, column, where one cell ends, length', () => {
    const cell = fc.tuple(
      fc.constantFrom('shipper', 'consignee', 'units'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true }), fc.constantFrom('', 'a'.repeat(9000), 0, 1)),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), fc.array(cell, { maxLength: 4 }), (one, other) => {
        const ids = new IdDeriver('x');
        const same = JSON.stringify(one) === JSON.stringify(other);
        const [a, b] = [idOf(ids, one), idOf(ids, other)];
        expect(b === `${a}-2`).toBe(same);
        if (!same) expect(b).not.toBe(a);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test('meets no other among two hundred thousand rows that differ in one digit', () => {
    const ids = new IdDeriver('x');
    const seen = new Set<string>();
    for (let row = 0; row < 200_000; row++) seen.add(idOf(ids, [['document', `BL-${row}`]]));
    expect(seen.size).toBe(200_000);
    expect([...seen].every((id) => id.length === 'x-'.length + 24)).toBe(true);
  });
});
