import { mkdir, readdir, readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ExportFormat, exportFacts } from '../../src/intake/export.js';
import { importPaths } from '../../src/intake/import.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { FactBatch, Store } from '../../src/store/port.js';
import { Folder } from './folder.js';

async function openStore(): Promise<Store> {
  const store = await openDuckDb(':memory:', { threads: 1 });
  onTestFinished(() => store.close());
  return store;
}

async function allFacts(store: Store): Promise<FactBatch[]> {
  const batches: FactBatch[] = [];
  for await (const batch of store.facts()) batches.push(batch);
  return batches;
}

/** Files with everything that is hard to write: separators, quotes, lines, partial and assumed dates, bounds, other data sets. */
async function hardFiles(folder: Folder): Promise<string> {
  const dir = folder.file('in');
  await mkdir(dir);
  await folder.write(
    'in/entities.jsonl',
    [
      {
        id: 'p;1',
        name: '"Alpha", "Beta"\nGamma',
        aliases: ['A; B', '"quoted"', 'plain', '=1+1'],
        country: 'Burma',
        headquarters: 'CN',
        address: 'Line 1\r\nLine 2',
        foundedOn: '1999',
        dissolvedOn: '2024-05',
        birthDate: '1970-01-01',
        roles: ['trader', 'fixer;x'],
        identifiers: [
          { scheme: 'registration:MY', value: 'a:b' },
          { scheme: 'duns', value: 'US:7' },
          { scheme: 'note', value: 'x;y' },
        ],
        lei: '529900T8BM49AURSDO55',
        sitePowerMw: 0.1,
        siteVerifiedOn: '2024-02-29',
        notes: 'ünïcode 中芯',
        retrievedOn: '2023-01-01',
        dataset: 'registry',
        record: 'R:1',
      },
      { id: 'p;1', name: 'Alpha', dataset: 'another', schema: 'company' },
      { id: 'q', name: 'MY', country: 'MY' },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n'),
  );
  await folder.write(
    'in/links.csv',
    'type,source,target,share,from,to\n' +
      ['7%', '0.0000001', '1', '25-50%', '33.333333333333336%', '>25%', '<10%', '0-1', '', '>=50%']
        .map((share, at) => `owns,p;1,t${at},${share},2020,2024-05\n`)
        .join(''),
  );
  await folder.write(
    'in/shipments.csv',
    'id,document,shipper,consignee,departs,arrives,via,product,units,value,weightKg,paidBy,certifications,act\n' +
      '1,B1,p;1,q,2024-05,,"SG;HK",h100,8,1e17,0.25,MY,kyc;security,export\n' +
      '2,B1,p;1,q,,2024-05-20,,,,123456789012345680000,,q,,\n' +
      ',,p;1,q,2024,2024,,"a ""b"", c",1.5,,,id:MY,,\n,,p;1,q,2024,2024,,"a ""b"", c",1.5,,,id:MY,,\n',
  );
  await folder.write('in/listings.csv', 'entity,list,from,to,programme\nq,sdn,,,"A; B"\nq,own list,2024-01,2025,\n');
  await folder.write('in/authorizations.csv', 'entity,kind,from,tpp,country\nq,licence,2024-01-01,2e26,SG\n');
  return dir;
}

describe.each(['csv', 'jsonl'] as const)('facts exported as %s', (format: ExportFormat) => {
  test('are the same facts when imported into an empty store, and change nothing where they came from', async () => {
    const folder = await Folder.make();
    const store = await openStore();
    const first = await importPaths([await hardFiles(folder)], store, { importedAt: 0 });
    expect(first.rejected).toBe(0);
    const counts = await exportFacts(store, folder.file('out'), format);
    expect(counts).toEqual({ entities: 3, links: 10, shipments: 4, listings: 2, authorizations: 1 });

    const other = await openStore();
    const report = await importPaths([folder.file('out')], other, { importedAt: 1 });
    expect(report).toMatchObject({ rejected: 0, added: counts });
    expect(await allFacts(other)).toEqual(await allFacts(store));
    const again = await importPaths([folder.file('out')], store, { importedAt: 2 });
    expect(again).toMatchObject({ unchanged: counts, stubs: 0 });
    expect(await allFacts(store)).toEqual(await allFacts(other));
  });

  test("of OFAC's and BIS's lists are the same facts again", async () => {
    const folder = await Folder.make();
    const store = await openStore();
    await importPaths(['test/fixtures/ofac', 'test/fixtures/bis'], store, { importedAt: 0, retrievedOn: 18_000 });
    const counts = await exportFacts(store, folder.path, format);
    expect(counts).toMatchObject({ entities: 26, listings: 26 });
    const report = await importPaths([folder.path], store, { importedAt: 1 });
    expect(report).toMatchObject({ rejected: 0, unchanged: counts });
  });

  test('that break off leave the files that were there', async () => {
    const folder = await Folder.make();
    await folder.write(`links.${format}`, 'before');
    const broken: Pick<Store, 'facts'> = {
      async *facts() {
        yield {};
        throw new Error('the disk is full');
      },
    };
    await expect(exportFacts(broken, folder.path, format)).rejects.toThrow('the disk is full');
    expect(await readdir(folder.path)).toEqual([`links.${format}`]);
    expect(await readFile(folder.file(`links.${format}`), 'utf8')).toBe('before');
  });
});

test('a folder that cannot be made is said', async () => {
  const folder = await Folder.make();
  const inTheWay = await folder.write('out', 'a file');
  await expect(exportFacts(folder.store, inTheWay, 'csv')).rejects.toThrow(`\`${inTheWay}\` cannot be written`);
});

test('an empty store is exported as files that can be imported', async () => {
  const folder = await Folder.make();
  const store = await openStore();
  await exportFacts(store, folder.path, 'csv');
  expect(await importPaths([folder.path], store, { importedAt: 0 })).toMatchObject({ rows: 0, rejected: 0 });
});
