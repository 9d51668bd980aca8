import { open, readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { DetourError } from '../../src/model/errors.js';
import { Folder, refusals, warnings } from './folder.js';

const HEADER = 'id,shipper,consignee,departs,description\n';

/** The error an import ends with; it must be one a user may see, and nothing may have been taken. */
async function fault(folder: Folder, paths: readonly string[], options = {}): Promise<DetourError> {
  const error = await folder.import(paths, options).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DetourError);
  expect(folder.store.imports).toBe(0);
  return error as DetourError;
}

describe('files that cannot be read', () => {
  test.each([
    [
      'shipments.csv',
      'shipper,consignee,departs,unit\n',
      /shipments\.csv:1:unit: unknown column `unit`: did you mean `units`\?/,
    ],
    ['may.csv', 'shiper,consignee,departs,units\n', /unknown column `shiper`: did you mean `shipper`\?/],
    ['links.csv', 'type,source\nowns,a\n', /a file of links needs the column `target`/],
    ['links.csv', 'type,source,target,,\n', /column 4 has no name/],
    ['links.csv', 'type,source,target,Type\n', /the column `type` is there twice/],
    ['links.csv', 'type;source;target\nowns;a;b\n', /separated by `;`: save the file with commas/],
    ['entities.csv', '', /the file is empty/],
    ['entities.csv', '\n \n', /the file is empty/],
    ['some.csv', 'alpha,beta\n1,2\n', /its columns `alpha`, `beta` are those of no native file/],
    [
      'links.jsonl',
      '{"type":"owns","source":"a","taget":"b"}\n',
      /links\.jsonl:1:taget: unknown column `taget`: did you mean `target`\?/,
    ],
  ])('%s holding %j is an error that says what to do', async (name, text, message) => {
    const folder = await Folder.make();
    const error = await fault(folder, [await folder.write(name, text)]);
    expect(error.message).toMatch(message);
    expect(error.code).toBe('BAD_FILE');
    expect(error.message).toContain(name);
  });

  test('UTF-16 is told from the first two bytes', async () => {
    const folder = await Folder.make();
    const path = await folder.write('entities.csv', Buffer.from('\ufeffid,name\np,Alpha\n', 'utf16le'));
    expect((await fault(folder, [path])).message).toMatch(/the file is UTF-16: save it as UTF-8/);
  });

  test('an unknown key far down a JSON Lines file takes nothing of it', async () => {
    const folder = await Folder.make();
    const lines = Array.from({ length: 50 }, (_, at) => `{"id":"p${at}","name":"n"}`);
    lines[40] = '{"id":"p","name":"n","nationalty":"SG"}';
    const error = await fault(folder, [await folder.write('entities.jsonl', lines.join('\n'))]);
    expect(error.message).toMatch(/entities\.jsonl:41:nationalty: .*`nationality`/);
    expect(await readdir(folder.path)).toEqual(['entities.jsonl']);
  });

  test('a path that is not there, a folder with nothing known and no path at all are told', async () => {
    const folder = await Folder.make();
    await folder.write('notes.md', 'x');
    expect(await fault(folder, [folder.file('gone.csv')])).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('gone.csv'),
    });
    const nothing = await fault(folder, [folder.path]);
    expect(nothing.message).toMatch(
      /nothing in the folder `.*` can be read: it holds `notes\.md`; known are entities, links/,
    );
    expect((await fault(folder, [])).code).toBe('BAD_USER_INPUT');
  });

  test('a reader asked for by name says what it misses', async () => {
    const folder = await Folder.make();
    const path = await folder.write('x.csv', 'id,name\np,Alpha\n');
    expect((await fault(folder, [path], { inputFormat: 'ofac-sdn' })).message).toMatch(
      /none of SDN\.CSV, ADD\.CSV and ALT\.CSV/,
    );
    expect((await fault(folder, [path], { inputFormat: 'bis-dpl' })).message).toMatch(
      /has the column `Name`, this file has not/,
    );
  });
});

describe('files with bad rows', () => {
  test('a line of 2 GB is refused with its number and never held', async () => {
    const folder = await Folder.make();
    const path = await folder.write('shipments.csv', `${HEADER}1,a,b,2024,x\n`);
    const file = await open(path, 'r+');
    const { size } = await file.stat();
    // A hole in the file reads as NUL bytes and takes no room on the disk.
    await file.write('\n2,a,b,2024,"y\nz"\n3,a,b,2024\n', size + 2 * 1024 ** 3);
    await file.close();
    const before = process.memoryUsage.rss();
    let most = 0;
    const report = await folder.import([path], {
      onProgress: () => {
        most = Math.max(most, process.memoryUsage.rss());
      },
    });
    expect(refusals(report)).toEqual([
      [3, undefined, undefined, 'too-long'],
      [6, undefined, '3,a,b,2024', 'wrong-columns'],
    ]);
    expect(folder.store.shipments.map(({ id, description }) => [id, description])).toEqual([
      ['1', 'x'],
      ['2', 'y\nz'],
    ]);
    expect(most - before).toBeLessThan(200 * 1024 ** 2);
  }, 60_000);

  test('rows over the limit are refused, also where quotes hold many lines together', async () => {
    const folder = await Folder.make();
    const long = 'x'.repeat(2000);
    const report = await folder.take(
      'shipments.csv',
      `${HEADER}1,a,b,2024,${long}\n2,a,b,2024,"${'y\n'.repeat(1000)}"\n3,a,b,2024,ok\n`,
      { maxRowBytes: 1000 },
    );
    expect(report.rejections[0]).toMatchObject({ line: 2, reason: 'too-long' });
    expect(report.rejections[1]).toMatchObject({ line: 3, reason: 'too-long' });
    expect(folder.store.shipments.map(({ id }) => id)).toEqual(['3']);
  });

  test('where the refused rows cannot be written, the import stops and takes nothing', async () => {
    const folder = await Folder.make();
    const rejectDir = await folder.write('rejects', 'a file where the folder should be');
    const path = await folder.write('shipments.csv', `${HEADER}1,a,b,2024,x\n2,a,a,2024,x\n`);
    const error = await folder.import([path], { rejectDir }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringMatching(/rejects` cannot be written: .*; make room or name another folder/),
    });
    expect(folder.store.imports).toBe(0);
  });

  test('a NUL byte and the separator of stores are refused with their line', async () => {
    const folder = await Folder.make();
    const report = await folder.take('shipments.csv', `${HEADER}1,a,b\0,2024,x\n2,a,b,2024,x\n3,a,b,2024,"x\u001f"\n`);
    expect(refusals(report)).toEqual([
      [2, undefined, '1,a,b\ufffd,2024,x', 'control-character'],
      [4, undefined, '3,a,b,2024,x\ufffd', 'control-character'],
    ]);
    expect(folder.store.shipments).toHaveLength(1);
  });

  test('Latin-1 is read as what it is, line by line, and said so', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'entities.csv',
      Buffer.concat([
        Buffer.from('id,name\np,Zürich AG\n'),
        Buffer.from('q,Zürich \x80\n', 'latin1'),
        Buffer.from('r,中芯\n'),
      ]),
    );
    expect(folder.store.entities.map(({ name }) => name)).toEqual(['Zürich AG', 'Zürich €', '中芯']);
    expect(warnings(report)).toEqual([['not-utf8', 'line 3', 1]]);
  });

  test('ragged rows are refused, further blank cells and rows of nothing are let pass', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'links.csv',
      'type,source,target\nowns,a\nowns,a,b,,\n,,\n\n  \nowns,a,b,c\nowns,a,c\n',
    );
    expect(refusals(report)).toEqual([
      [2, undefined, 'owns,a', 'wrong-columns'],
      [7, undefined, 'owns,a,b,c', 'wrong-columns'],
    ]);
    expect(report.rows).toBe(4);
    expect(folder.store.links.map(({ target }) => target)).toEqual(['b', 'c']);
    expect(await folder.rejects('links.rejected.csv')).toBe(
      'reason,type,source,target\n' +
        '"wrong-columns: 2 cells where there should be 3: a delimiter is missing, or one too many is not in quotes",owns,a\n' +
        '"wrong-columns: 4 cells where there should be 3: a delimiter is missing, or one too many is not in quotes",owns,a,b,c\n',
    );
  });

  test('a stray quote costs its row and not the rest of the file', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'links.csv',
      'type,source,target\nowns,"a,b\nowns,a,"b" c\nowns,5" rack,c\nowns,a,d\n"owns,a,e\nowns,a,f\n',
    );
    expect(refusals(report)).toEqual([
      [2, undefined, 'owns,"a,b', 'bad-quote'],
      [3, undefined, 'owns,a,"b" c', 'bad-quote'],
      [6, undefined, '"owns,a,e', 'unterminated-quote'],
    ]);
    expect(folder.store.links.map(({ source, target }) => [source, target])).toEqual([
      ['5" rack', 'c'],
      ['a', 'd'],
      ['a', 'f'],
    ]);
  });

  test('lines of JSON that are none are refused as they stand', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'entities.jsonl',
      '{"id":"p","name":"Alpha","aliases":["A;B","C"]}\n{"id":"q",\n[1]\n{"id":12345678901234567890,"name":"Beta"}\n' +
        '{"id":"r","name":{"first":"x"}}\n\n{"id":"s","name":"N\\u0000ul"}\n{"id":"t","name":null}\n',
    );
    expect(report.rejections.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, undefined, 'bad-json'],
      [3, undefined, 'bad-json'],
      [4, undefined, 'unsafe-number'],
      [5, undefined, 'bad-json'],
      [7, undefined, 'control-character'],
      [8, 'name', 'missing-value'],
    ]);
    expect(folder.store.entities).toMatchObject([{ aliases: ['A;B', 'C'] }]);
    const lines = (await folder.rejects('entities.rejected.jsonl')).split('\n');
    expect(lines[0]).toBe('{"id":"q",');
    expect(JSON.parse(lines[5] as string)).toMatchObject({
      id: 't',
      reason: expect.stringMatching(/^missing-value: /),
    });
  });

  test('an empty JSON Lines file has no rows and is warned of', async () => {
    const folder = await Folder.make();
    const report = await folder.take('links.jsonl', '');
    expect(report).toMatchObject({ rows: 0, rejected: 0 });
    expect(warnings(report)).toEqual([['empty-file', 'links.jsonl', 1]]);
  });
});
