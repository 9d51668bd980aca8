import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseCountry } from '../../src/model/country.js';
import { parseDay } from '../../src/model/day.js';
import { generateStrait, generateTrade } from '../../src/worlds/generate.js';
import { COLUMNS, csvOf } from '../../src/worlds/native.js';
import { makeTrade } from '../../src/worlds/trade.js';

const read = (chunks: Iterable<Uint8Array>): string => Buffer.concat([...chunks]).toString();
const rows = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('plain trade', () => {
  const size = { parties: 500, shipments: 20_000 };
  const trade = makeTrade(7, size);
  const shipments = rows(read(trade.shipments));
  const entities = rows(read(trade.entities));

  it('is the same to the byte each time it is read, and other trade for another seed', () => {
    expect(read(makeTrade(7, size).shipments)).toBe(read(trade.shipments));
    expect(read(makeTrade(8, size).shipments)).not.toBe(read(trade.shipments));
  });

  it('has the native columns and the number of rows that was asked for', () => {
    expect(Object.keys(shipments[0]!)).toEqual(COLUMNS.shipments);
    expect(Object.keys(entities[0]!)).toEqual(COLUMNS.entities);
    expect(Object.keys(rows(read(trade.links))[0]!)).toEqual(COLUMNS.links);
    expect([entities.length, shipments.length]).toEqual([500, 20_000]);
    expect(new Set(shipments.map((row) => row.id)).size).toBe(20_000);
  });

  it('puts each value in its column: known parties, their countries, days in order, units, value, weight, act', () => {
    const country = new Map(entities.map((row) => [row.id, row.country]));
    // One expectation a column, not a row: there are twenty thousand of them.
    const refused = (test: (row: Record<string, string>) => boolean): unknown[] =>
      shipments.filter((row) => !test(row));
    expect(refused((row) => row.shipper !== row.consignee)).toEqual([]);
    expect(refused((row) => country.has(row.shipper!) && row.fromCountry === country.get(row.shipper!))).toEqual([]);
    expect(refused((row) => country.has(row.consignee!) && row.toCountry === country.get(row.consignee!))).toEqual([]);
    expect(refused((row) => row.arrives === '' || parseDay(row.arrives!) > parseDay(row.departs!))).toEqual([]);
    expect(refused((row) => Number(row.units) > 0 && Number(row.value) > 0 && Number(row.weightKg) > 0)).toEqual([]);
    expect(
      refused((row) => /^\d{4}\.\d{2}$/.test(row.hs!) && row.currency === 'USD' && row.description !== ''),
    ).toEqual([]);
    const act = ({ fromCountry, toCountry }: Record<string, string>): string =>
      fromCountry === 'US'
        ? toCountry === 'US'
          ? 'domestic'
          : 'export'
        : fromCountry === toCountry
          ? 'transfer'
          : 'reexport';
    expect(refused((row) => row.act === act(row))).toEqual([]);
    expect(entities.filter((row) => parseCountry(row.country!) !== row.country)).toEqual([]);
    expect(shipments.filter((row, i) => i > 0 && row.departs! < shipments[i - 1]!.departs!)).toEqual([]);
  });

  it('has a heavy tail: the busiest twentieth of parties does over a quarter of the trade, and nearly all do some', () => {
    const busy = new Map<string, number>();
    for (const row of shipments)
      for (const party of [row.shipper!, row.consignee!]) busy.set(party, (busy.get(party) ?? 0) + 1);
    const counts = [...busy.values()].sort((a, b) => b - a);
    expect(counts.slice(0, 25).reduce((sum, count) => sum + count, 0) / 40_000).toBeGreaterThan(0.25);
    expect(counts.length).toBeGreaterThan(490);
  });

  it('needs two parties', () => {
    expect(() => makeTrade(1, { parties: 1, shipments: 5 })).toThrow('at least two parties');
  });
});

describe('generating into a folder', () => {
  it('writes what the made world holds, and says how much', () => {
    const dir = mkdtempSync(join(tmpdir(), 'worlds-'));
    try {
      const told = generateTrade(3, { parties: 60, shipments: 900 }, join(dir, 'trade'));
      expect(told).toEqual({ entities: 60, links: 6, shipments: 900, truths: 0 });
      expect(readFileSync(join(dir, 'trade', 'shipments.csv'), 'utf8')).toBe(
        read(makeTrade(3, { parties: 60, shipments: 900 }).shipments),
      );
      const strait = generateStrait(5, join(dir, 'strait'));
      expect(rows(readFileSync(join(dir, 'strait', 'shipments.csv'), 'utf8')).length).toBe(strait.shipments);
      const truths = readFileSync(join(dir, 'strait', 'truth.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
      expect(truths.length).toBe(strait.truths);
      expect(Object.keys(truths[0]!)).toEqual([
        'id',
        'typology',
        'illicit',
        'kind',
        'observed',
        'shipments',
        'parties',
        'paths',
        'ends',
        'units',
        'product',
        'departs',
        'arrives',
        'note',
      ]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('quotes a cell that holds a comma, a quote or a line break, and joins lists', () => {
    const text = csvOf('entities', [
      { id: 'a', name: 'Vane, "Rath" Ltd', roles: ['trader', 'agent'], address: 'one\ntwo' },
    ]);
    expect(rows(text)[0]).toMatchObject({
      id: 'a',
      name: 'Vane, "Rath" Ltd',
      roles: 'trader;agent',
      address: 'one\ntwo',
      country: '',
    });
  });
});
