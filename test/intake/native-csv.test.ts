import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { importPaths } from '../../src/intake/import.js';
import type { Shipment } from '../../src/model/shipment.js';
import { Recorder } from './recorder.js';

let dir: string;
let store: Recorder;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'detour-intake-'));
  store = new Recorder();
});

async function importText(name: string, text: string | Buffer, options: object = {}) {
  await writeFile(join(dir, name), text);
  return importPaths([join(dir, name)], store, { importedAt: 0, rejectDir: join(dir, 'rejects'), ...options });
}

const rejectsOf = async (name: string) => readFile(join(dir, 'rejects', name), 'utf8');

describe('a native CSV file', () => {
  test('gives a shipment with its dates at their precision and its countries as codes', async () => {
    await importText(
      'shipments.csv',
      '\ufeffid,shipper,consignee,departs,arrives,fromCountry,toCountry,via,units,hs\nS1,a,b,2024-05-20,2024-05,usa,Malaysia,"SG; hkg",64,0101\n',
    );
    const [shipment] = store.shipments as [Shipment];
    expect(shipment).toMatchObject({
      id: 'S1',
      shipper: 'a',
      consignee: 'b',
      fromCountry: 'US',
      toCountry: 'MY',
      via: ['SG', 'HK'],
      units: 64,
      hs: '0101',
      dataset: 'shipments',
      record: 'S1',
    });
    expect(shipment.departs).toEqual({ text: '2024-05-20', earliest: 19863, latest: 19863 });
    expect(shipment.arrives).toEqual({ text: '2024-05', earliest: 19844, latest: 19874 });
  });

  test('with only a header is valid and has no rows', async () => {
    const report = await importText('links.csv', 'type,source,target\n');
    expect(report).toMatchObject({ rows: 0, rejected: 0, version: 1 });
  });

  test('names the unknown column and the nearest one, and writes nothing', async () => {
    await expect(importText('shipments.csv', 'shipper,consignee,departs,unit\na,b,2024,1\n')).rejects.toThrow(
      /shipments\.csv:1:unit: unknown column `unit`: did you mean `units`\?/,
    );
    expect(store.imports).toBe(0);
  });

  test('keeps two lots that look alike two, and the same file again changes nothing', async () => {
    const text = 'shipper,consignee,departs,units\na,b,2024-05-01,8\na,b,2024-05-01,8\n';
    await importText('shipments.csv', text);
    const ids = store.shipments.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids[1]).toBe(`${ids[0]}-2`);
    const again = await importText('shipments.csv', text);
    expect(again.added.shipments).toBe(0);
  });

  test('refuses what cannot be and says where, which value and why', async () => {
    const report = await importText(
      'shipments.csv',
      [
        'shipper,consignee,departs,arrives,units',
        'a,b,2024-02-30,,1',
        'a,b,2024-03-01,2024-02-28,1',
        'a,a,2024-03-01,,1',
        'a,b,,,1',
        'a,b,2024-03-01,,-4',
        'a,"b',
        'c",2024-03-01,,5',
        ',b,2024-03-01,,5',
      ].join('\n'),
    );
    expect(report.rejections.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [2, 'departs', '2024-02-30', 'bad-date'],
      [3, 'arrives', '2024-02-28', 'arrives-before-departs'],
      [4, 'consignee', 'a', 'self-shipment'],
      [5, 'departs', undefined, 'no-dates'],
      [6, 'units', '-4', 'negative-units'],
      [9, 'shipper', '', 'missing-value'],
    ]);
    expect(store.shipments.map(({ consignee, units }) => [consignee, units])).toEqual([['b\nc', 5]]);
  });

  test('writes refused rows so that they can be mended and imported as they are', async () => {
    await importText('shipments.csv', 'shipper,consignee,departs,units\na,b,2024-02-30,7\na,b,2024-02-01,8\n');
    const rejects = await rejectsOf('shipments.rejected.csv');
    expect(rejects).toMatch(/^reason,shipper,consignee,departs,units\n"bad-date: .*",a,b,2024-02-30,7\n$/);
    const report = await importText('shipments.rejected.csv', rejects.replace('2024-02-30,7', '2024-02-29,7'));
    expect(report.rejected).toBe(0);
    expect(store.shipments.map(({ units, dataset }) => [units, dataset])).toEqual([
      [8, 'shipments'],
      [7, 'shipments'],
    ]);
    expect(await readdir(join(dir, 'rejects'))).toEqual(['shipments.rejected.csv']);
  });

  test('names the second of two rows with one id and different content', async () => {
    const report = await importText('entities.csv', 'id,name\np,Alpha\nq,Other\np,Alpha\np,Beta\n');
    expect(report.rejections).toMatchObject([{ line: 5, column: 'id', value: 'p', reason: 'duplicate-id' }]);
    expect(await rejectsOf('entities.rejected.csv')).toMatch(/^reason,id,name\n"?duplicate-id: .*,p,Beta\n$/);
    expect(store.entities.map(({ name }) => name)).toEqual(['Alpha', 'Other']);
  });
});
