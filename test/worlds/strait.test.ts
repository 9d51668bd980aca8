import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCountry } from '../../src/model/country.js';
import { parsePartialDate } from '../../src/model/day.js';
import { parseShare } from '../../src/model/share.js';
import { csvOf } from '../../src/worlds/native.js';
import { makeStrait } from '../../src/worlds/strait.js';
import type { Truth, World } from '../../src/worlds/world.js';
import { writeWorld } from '../../src/worlds/write.js';
import { arrives, countryOf, departs, indexOf, productOf, tierOf } from './conditions.js';

const SEEDS = [1, 2, 3];
const worlds = SEEDS.map((seed) => makeStrait(seed));
const [first] = worlds as [World];

describe('the strait', () => {
  it('is the same to the byte for the same seed, and another world for another seed', () => {
    const again = makeStrait(1);
    expect(csvOf('shipments', again.shipments)).toBe(csvOf('shipments', first.shipments));
    expect(csvOf('entities', again.entities)).toBe(csvOf('entities', first.entities));
    expect(again.truth).toEqual(first.truth);
    expect(csvOf('shipments', worlds[1]!.shipments)).not.toBe(csvOf('shipments', first.shipments));
  });

  it('lies in seeds/worlds/strait as seed 1 writes it, under two megabytes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'strait-'));
    try {
      writeWorld(first, dir);
      const files = readdirSync(dir).sort();
      expect(files).toEqual([
        'README.md',
        'authorizations.csv',
        'entities.csv',
        'links.csv',
        'listings.csv',
        'shipments.csv',
        'truth.jsonl',
      ]);
      let bytes = 0;
      for (const file of files) {
        const kept = join('seeds/worlds/strait', file);
        bytes += statSync(kept).size;
        expect(
          readFileSync(kept, 'utf8') === readFileSync(join(dir, file), 'utf8'),
          `${file} was made by an older version: write it again`,
        ).toBe(true);
      }
      expect(bytes).toBeLessThan(2_000_000);
      expect(readFileSync(join(dir, 'README.md'), 'utf8')).toContain('Invented');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it.each(worlds)('of seed $seed has some 400 parties in trade and 4,000 shipments', (world) => {
    const trading = new Set(world.shipments.flatMap((row) => [row.shipper, row.consignee]));
    expect(trading.size).toBeGreaterThan(350);
    expect(trading.size).toBeLessThan(450);
    expect(world.shipments.length).toBeGreaterThan(3700);
    expect(world.shipments.length).toBeLessThan(4400);
  });

  it.each(worlds)(
    'of seed $seed has trade with a heavy tail: the busiest twentieth does three tenths of it, the median firm little',
    (world) => {
      const busy = new Map<unknown, number>();
      for (const row of world.shipments)
        for (const party of [row.shipper, row.consignee]) busy.set(party, (busy.get(party) ?? 0) + 1);
      const counts = [...busy.values()].sort((a, b) => b - a);
      const top = counts.slice(0, Math.ceil(counts.length / 20)).reduce((sum, count) => sum + count, 0);
      expect(top / (2 * world.shipments.length)).toBeGreaterThan(0.3);
      expect(counts[counts.length >> 1]).toBeLessThan(16);
      expect(counts[0]).toBeGreaterThan(100);
    },
  );

  it.each(worlds)('of seed $seed names only parties it has, and every value is one the model reads', (world) => {
    const ids = new Set(world.entities.map((row) => row.id));
    const unique = <T extends { readonly id?: unknown }>(rows: readonly T[]): number =>
      new Set(rows.map((row) => row.id)).size;
    for (const rows of [world.entities, world.links, world.shipments, world.listings, world.authorizations])
      expect(unique(rows)).toBe(rows.length);
    for (const row of world.links) {
      expect(ids.has(row.source) && ids.has(row.target) && row.source !== row.target).toBe(true);
      if (row.share !== undefined) parseShare(String(row.share));
      for (const date of [row.from, row.to]) if (date !== undefined) parsePartialDate(String(date));
    }
    for (const row of [...world.listings, ...world.authorizations]) {
      expect(ids.has(row.entity)).toBe(true);
      parsePartialDate(String(row.from));
    }
    const permits = new Set(world.authorizations.map((row) => row.id));
    const known = (id: unknown): boolean => id === undefined || ids.has(id as string);
    // One expectation a column, not a row: there are four thousand of them.
    const refused = (test: (row: World['shipments'][number]) => boolean): unknown[] =>
      world.shipments.filter((row) => !test(row)).map((row) => row.id);
    expect(refused((row) => [row.shipper, row.consignee, row.endUser, row.forwarder].every(known))).toEqual([]);
    expect(refused((row) => row.shipper !== row.consignee)).toEqual([]);
    expect(refused((row) => (row.departs ?? row.arrives) !== undefined)).toEqual([]);
    expect(refused((row) => arrives(row).latest >= departs(row).earliest)).toEqual([]);
    expect(
      refused((row) =>
        [row.fromCountry, row.toCountry].every((code) => code === undefined || parseCountry(String(code)) === code),
      ),
    ).toEqual([]);
    expect(refused((row) => row.units === undefined || Number(row.units) > 0)).toEqual([]);
    expect(refused((row) => row.licence === undefined || permits.has(row.licence))).toEqual([]);
    expect(refused((row) => !String(row.paidBy).startsWith('id:') || known(String(row.paidBy).slice(3)))).toEqual([]);
    const checked = (lei: unknown): bigint =>
      BigInt([...String(lei)].map((letter) => Number.parseInt(letter, 36)).join('')) % 97n;
    expect(world.entities.filter((row) => row.lei !== undefined && checked(row.lei) !== 1n)).toEqual([]);
  });

  it.each(worlds)(
    'of seed $seed loses fields as papers do, and fills them often enough that a blank says little',
    (world) => {
      const filled = (column: keyof World['shipments'][number]): number =>
        world.shipments.filter(
          (row) => row[column] !== undefined && (!Array.isArray(row[column]) || row[column].length > 0),
        ).length / world.shipments.length;
      const between = (value: number, low: number, high: number): void => {
        expect(value).toBeGreaterThan(low);
        expect(value).toBeLessThan(high);
      };
      between(filled('arrives'), 0.85, 0.97);
      between(filled('units'), 0.93, 0.995);
      between(filled('weightKg'), 0.85, 0.96);
      between(filled('description'), 0.85, 0.95);
      between(filled('paidBy'), 0.4, 0.7);
      between(filled('product'), 0.1, 0.4);
      expect(world.shipments.filter((row) => row.licence !== undefined).length).toBeGreaterThan(30);
      expect(world.shipments.filter((row) => row.exception !== undefined).length).toBeGreaterThan(10);
    },
  );

  it.each(worlds)(
    'of seed $seed has lawful ordinary trade: named accelerators reach Tier 3 from outside only when free, licensed or excepted',
    (world) => {
      const index = indexOf(world);
      const planted = new Set(world.truth.flatMap((truth) => truth.shipments));
      const free: Readonly<Record<string, string>> = {
        a100: '2022-08-26',
        a800: '2023-11-17',
        'h800-sxm': '2023-11-17',
        h20: '2025-04-09',
        'rtx-4090': '2023-11-17',
        'rtx-4090d': '2030-01-01',
        'rtx-5090d': '2030-01-01',
      };
      let seen = 0;
      for (const row of world.shipments) {
        const product = productOf(row);
        if (
          planted.has(String(row.id)) ||
          product === undefined ||
          tierOf(countryOf(index, String(row.consignee))) !== 3
        )
          continue;
        seen++;
        const lawful =
          row.licence !== undefined ||
          row.exception !== undefined ||
          departs(row).earliest < parsePartialDate(free[product] ?? '1990-01-01').earliest;
        expect(lawful, `${row.id} ${product} ${row.departs}`).toBe(true);
      }
      expect(seen).toBeGreaterThan(20);
    },
  );

  it('gives worlds of the same build for every seed: sizes within a tenth, the same stories', () => {
    const spread = (value: (world: World) => number): number => {
      const values = worlds.map(value);
      return Math.max(...values) / Math.min(...values);
    };
    expect(spread((world) => world.shipments.length)).toBeLessThan(1.1);
    expect(spread((world) => world.entities.length)).toBeLessThan(1.1);
    const stories = (world: World): string[] =>
      world.truth.map((truth: Truth) => `${truth.typology} ${truth.kind}`).sort();
    for (const world of worlds) expect(stories(world)).toEqual(stories(first));
  });
});
