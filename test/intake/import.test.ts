import { mkdir, readdir, symlink } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ImportProgress } from '../../src/intake/import.js';
import { importPaths } from '../../src/intake/import.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { FactBatch, ImportMeta, Store } from '../../src/store/port.js';
import { Folder, refusals } from './folder.js';

async function openStore(): Promise<Store> {
  const store = await openDuckDb(':memory:', { threads: 1 });
  onTestFinished(() => store.close());
  return store;
}

describe('one import', () => {
  test('is one change of the store, parties first, whatever the order and kind of its files', async () => {
    const folder = await Folder.make();
    await folder.write('Shipments.CSV', 'shipper,consignee,departs\na,b,2024\n');
    await folder.write('links.ndjson', '{"type":"owns","source":"a","target":"b"}\n');
    await folder.write('entities.csv', 'id,name\na,Alpha\n');
    await folder.write('truth.jsonl', '{}');
    await mkdir(folder.file('old'));
    const kinds: string[] = [];
    const store = {
      keys: folder.store.keys.bind(folder.store),
      async apply(facts: AsyncIterable<FactBatch>, meta: ImportMeta) {
        const seen: FactBatch[] = [];
        for await (const batch of facts) seen.push(batch);
        kinds.push(...seen.flatMap((batch) => Object.keys(batch)));
        return folder.store.apply(
          (async function* () {
            yield* seen;
          })(),
          meta,
        );
      },
    };
    const report = await importPaths([folder.path], store, { importedAt: 0 });
    expect(kinds).toEqual(['entities', 'links', 'shipments']);
    expect(folder.store.imports).toBe(1);
    expect(report.ignored).toEqual([folder.file('old'), folder.file('truth.jsonl')]);
    expect(report.files.map(({ file }) => file)).toEqual(
      ['entities.csv', 'links.ndjson', 'Shipments.CSV'].map((name) => folder.file(name)),
    );
  });

  test('reads a file once, however often and by whatever way it is named', async () => {
    const folder = await Folder.make();
    const path = await folder.write('links.csv', 'type,source,target\nowns,a,b\n');
    await symlink(path, folder.file('same.csv'));
    const report = await folder.import([path, folder.path, folder.file('same.csv'), `${folder.path}/./links.csv`]);
    expect(report.rows).toBe(1);
  });

  test('of a file of any name goes by its columns', async () => {
    const folder = await Folder.make();
    const report = await folder.take('may 2024.csv', 'Shipper,Consignee,Departs\na,b,2024-05\n');
    expect(report).toMatchObject({ added: { shipments: 1 }, files: [{ format: 'native' }] });
    expect(folder.store.shipments[0]?.dataset).toBe('may 2024');
  });

  test('tells rows and bytes as it goes, all of them in the end', async () => {
    const folder = await Folder.make();
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at},a,b,2024-05-01\n`).join('');
    const told: ImportProgress[] = [];
    await folder.take('shipments.csv', `id,shipper,consignee,departs\n${rows}`, {
      onProgress: (progress) => told.push(progress),
    });
    const last = told.at(-1) as ImportProgress;
    expect(last).toMatchObject({ rows: 60_000, bytes: last.bytesTotal });
    expect(told.filter(({ bytes }) => bytes > 0 && bytes < last.bytesTotal)).not.toEqual([]);
  });

  test('that is stopped ends with the reason given and leaves neither facts nor files', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    const rows = Array.from({ length: 200_000 }, (_, at) => `${at},a,b,2024-05-0${at % 10}\n`).join('');
    await folder.write('shipments.csv', `id,shipper,consignee,departs\n${rows}`);
    const stop = new AbortController();
    const running = importPaths([folder.path], store, {
      importedAt: 0,
      rejectDir: folder.file('rejects'),
      signal: stop.signal,
      onProgress: ({ rows }) => {
        if (rows > 50_000) stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(await store.version()).toBe(0);
    expect((await store.keyCounts()).shipments).toBe(0);
    expect(await readdir(folder.file('rejects'))).toEqual([]);
  });

  test('that fails in its last file takes nothing of the first', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    await folder.write('entities.csv', 'id,name\na,Alpha\n');
    await folder.write('shipments.jsonl', '{"shipper":"a","consignee":"b","departs":"2024","colour":"red"}\n');
    await expect(importPaths([folder.path], store, { importedAt: 0 })).rejects.toThrow(/unknown column `colour`/);
    expect(await store.entity('a')).toBeUndefined();
    expect(await store.version()).toBe(0);
  });
});

describe('refused rows that cannot be written out', () => {
  test('stop the import before anything is taken', async () => {
    const folder = await Folder.make();
    const inTheWay = await folder.write('rejects', 'a file');
    const bad = folder.take('shipments.csv', 'shipper,consignee,departs\na,b,2024-02-30\n');
    await expect(bad).rejects.toThrow(`\`${inTheWay}\` cannot be written`);
    expect(folder.store.imports).toBe(0);
  });

  test('after the facts were taken say that they were', async () => {
    const folder = await Folder.make();
    await folder.write('rejects', 'a file');
    const late = folder.take('entities.csv', 'id,name\np,Alpha\np,Beta\n');
    await expect(late).rejects.toThrow(
      /^the facts are imported \(version 1\), but the refused rows could not be written out/,
    );
  });
});

describe('an import into DuckDB', () => {
  test('names the rows that the store did not take, with their lines', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    await folder.write(
      'shipments.csv',
      'id,shipper,consignee,departs,units,record\n1,a,b,2024,1,x\n2,a,b,2024,1,y\n1,a,b,2024,1,z\n1,a,b,2024,2,w\n2,a,"c\nd",2024,1,v\n',
    );
    const report = await importPaths([folder.path], store, { importedAt: 0, rejectDir: folder.file('rejects') });
    expect(refusals(report)).toEqual([
      [5, 'id', '1', 'duplicate-id'],
      [6, 'id', '2', 'duplicate-id'],
    ]);
    expect(report).toMatchObject({ added: { shipments: 2 }, unchanged: { shipments: 1 }, rejected: 2 });
    expect(await folder.rejects('shipments.rejected.csv')).toMatch(
      /^reason,id,shipper,consignee,departs,units,record\nduplicate-id: .*,1,a,b,2024,2,w\nduplicate-id: .*,2,a,"c\nd",2024,1,v\n$/,
    );
  });

  test('asks the store which payers are parties while it is writing', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    const path = await folder.write('entities.csv', 'id,name\nSG,A party called like Singapore\n');
    await importPaths([path], store, { importedAt: 0 });
    const shipments = await folder.write(
      'shipments.csv',
      'id,shipper,consignee,departs,paidBy\n1,a,b,2024,SG\n2,a,b,2024,MY\n',
    );
    await importPaths([shipments], store, { importedAt: 1 });
    const found = await store.shipments(['1', '2']);
    expect(found.map((shipment) => shipment?.paidBy)).toEqual(['id:SG', 'country:MY']);
  });

  test('takes twin rows as two, and the same file with its lines moved changes nothing', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    const path = await folder.write('shipments.csv', 'shipper,consignee,departs\na,b,2024\na,b,2024\na,c,2024\n');
    expect(await importPaths([path], store, { importedAt: 0 })).toMatchObject({ added: { shipments: 3 }, stubs: 3 });
    await folder.write('shipments.csv', 'shipper,consignee,departs\n\na,c,2024\na,b,2024\n\na,b,2024\n');
    expect(await importPaths([path], store, { importedAt: 1 })).toMatchObject({
      added: { shipments: 0 },
      unchanged: { shipments: 3 },
    });
  });
});
