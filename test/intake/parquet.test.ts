import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { Folder, refusals } from './folder.js';

async function writeParquet(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

describe('a native Parquet file', () => {
  test('is read with its own types, and its refused rows by number as CSV', async () => {
    const folder = await Folder.make();
    const path = folder.file('shipments.parquet');
    await writeParquet(
      path,
      `SELECT * FROM (VALUES
        ('1', 'a', 'b', DATE '2024-05-01', 8.0::DOUBLE, ['SG', 'hkg'], 8473.30::VARCHAR, TIMESTAMP '2024-05-03 10:00:00'),
        ('2', 'a', 'b', DATE '2024-05-02', -1.5::DOUBLE, [], NULL, NULL),
        ('3', 'a', 'b', DATE '2024-05-03', NULL, NULL, '0101', NULL)
      ) t(id, shipper, consignee, departs, units, via, hs, arrives)`,
    );
    const report = await folder.import([path]);
    expect(folder.store.shipments).toMatchObject([
      {
        id: '1',
        units: 8,
        via: ['SG', 'HK'],
        hs: '8473.30',
        departs: { text: '2024-05-01' },
        arrives: { text: '2024-05-03' },
      },
      { id: '3', via: [], hs: '0101', departs: { text: '2024-05-03' } },
    ]);
    expect(refusals(report)).toEqual([[2, 'units', '-1.5', 'negative-units']]);
    expect(await folder.rejects('shipments.rejected.csv')).toMatch(
      /^reason,id,shipper,consignee,departs,units,via,hs,arrives\nnegative-units: .*,2,a,b,2024-05-02,-1\.5,,,\n$/,
    );
  });

  test('takes identifiers as structures and comes in many row groups', async () => {
    const folder = await Folder.make();
    const path = folder.file('parties.parquet');
    await writeParquet(
      path,
      `SELECT 'p' || i AS id, 'Party ' || i AS name, [{ 'scheme': 'registration:MY', 'value': i::VARCHAR }] AS identifiers
       FROM range(20000) t(i)`,
    );
    const report = await folder.import([path]);
    expect(report).toMatchObject({ rows: 20_000, added: { entities: 20_000 } });
    expect(folder.store.entities[19_999]).toMatchObject({
      id: 'p19999',
      identifiers: [{ scheme: 'registration:MY', value: '19999' }],
    });
  });

  test('with a control character in a text or a list refuses the row', async () => {
    const folder = await Folder.make();
    const path = folder.file('entities.parquet');
    await writeParquet(
      path,
      `SELECT * FROM (VALUES ('p', 'A' || chr(31) || 'B', ['x']), ('q', 'C', ['y' || chr(0)]), ('r', 'D', ['z; w'])) t(id, name, aliases)`,
    );
    const report = await folder.import([path]);
    expect(report.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'control-character'],
      [2, 'control-character'],
    ]);
    expect(folder.store.entities.map(({ aliases }) => aliases)).toEqual([['z; w']]);
  });

  test('that is cut short or empty is an error that says so', async () => {
    const folder = await Folder.make();
    const path = folder.file('links.parquet');
    await writeParquet(path, "SELECT 'owns' AS type, 'a' AS source, 'b' AS target FROM range(1000)");
    const whole = await readFile(path);
    await expect(folder.take('links.parquet', whole.subarray(0, whole.length - 20))).rejects.toThrow(
      /links\.parquet: not a whole Parquet file .*: fetch or write it again/,
    );
    await expect(folder.take('links.parquet', '')).rejects.toThrow(/not a whole Parquet file/);
  });

  test('with an unknown column is an error that names it', async () => {
    const folder = await Folder.make();
    const path = folder.file('links.parquet');
    await writeParquet(path, "SELECT 'owns' AS type, 'a' AS source, 'b' AS target, 1 AS shares");
    await expect(folder.import([path])).rejects.toThrow(/unknown column `shares`: did you mean `share`\?/);
  });

  test('with a name that a pattern could match is that file and no other', async () => {
    const folder = await Folder.make();
    await writeParquet(folder.file('links.parquet'), "SELECT 'owns' AS type, 'a' AS source, 'b' AS target");
    await writeParquet(folder.file('x.parquet'), "SELECT 'owns' AS type, 'a' AS source, 'c' AS target");
    const star = folder.file("[x]*'.parquet");
    await writeParquet(star.replaceAll("'", "''"), "SELECT 'owns' AS type, 'a' AS source, 'd' AS target");
    await folder.import([star]);
    expect(folder.store.links.map(({ target }) => target)).toEqual(['d']);
  });
});
