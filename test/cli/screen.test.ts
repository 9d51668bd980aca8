import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, detour, newFolder } from './run.js';

const folder = newFolder();
const environment = { DETOUR_STORE: join(folder, 'case.duckdb') };
const run = (words: readonly string[]) => detour(words, { folder, environment });
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  await build();
  writeFileSync(join(folder, 'entities.csv'), 'id,name,schema,country\norel,Orelmash Instruments OAO,Company,RU\n');
  writeFileSync(join(folder, 'listings.csv'), 'entity,list,from,citation\norel,sdn,2024-01-01,1 FR 1\n');
  const parties = Array.from({ length: 450 }, (_, i) =>
    i % 100 === 7 ? 'Orelmash Instruments' : `Bakery ${i} Lindenholt`,
  );
  writeFileSync(
    join(folder, 'parties.csv'),
    `\ufeffid,name,country\r\n${parties.map((name, i) => `p${i},${name},\r\n`).join('')}`,
  );
  await run(['import', 'entities.csv', 'listings.csv']);
}, 300_000);

describe('detour screen', () => {
  it('prints one line of JSON an input, in order, and what ran on standard error', async () => {
    const { code, out, err } = await run(['screen', 'parties.csv']);
    expect(code).toBe(0);
    const read = lines(out);
    expect(read).toHaveLength(450);
    expect(read[7]).toMatchObject({
      row: 8,
      line: 9,
      id: 'p7',
      status: 'HITS',
      hits: [{ party: 'orel', listings: [{ list: 'sdn', citation: '1 FR 1' }] }],
    });
    expect(read[8]).toMatchObject({ status: 'NO_HIT', hits: [], ran: [{ list: 'sdn', parties: 1 }] });
    expect(err).toContain('450 names screened: 5 with hits, 445 without, 0 not checked');
    expect(err).toContain('looked at: sdn, 1 parties');
    expect(err).toContain('not loaded: debarred');
    expect(err).toContain('no hit is no clearance');
  });

  it('prints one row a hit as CSV, and one for an input without', async () => {
    const { out } = await run(['screen', 'parties.csv', '--format', 'csv', '--list', 'sdn']);
    const rows = parse<Record<string, string>>(out, { columns: true });
    expect(rows).toHaveLength(450);
    expect(rows[7]).toMatchObject({
      name: 'Orelmash Instruments',
      status: 'HITS',
      party: 'orel',
      lists: 'sdn',
      citations: '1 FR 1',
    });
    expect(rows[449]).toMatchObject({ row: '450', status: 'NO_HIT', party: '' });
  });

  it('goes on where it was stopped, with the very same results, and only with them', async () => {
    const whole = join(folder, 'whole.jsonl');
    const part = join(folder, 'part.jsonl');
    await run(['screen', 'parties.csv', '--out', whole]);
    const text = readFileSync(whole, 'utf8');
    const cut = text.split('\n').slice(0, 123).join('\n');
    writeFileSync(part, `${cut}\n{"row":124,"na`);
    const { code, err } = await run(['screen', 'parties.csv', '--out', part, '--resume']);
    expect(code).toBe(0);
    expect(err).toContain('327 names screened after 123 from before');
    expect(readFileSync(part, 'utf8')).toBe(text);

    const again = await run(['screen', 'parties.csv', '--out', whole]);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
    writeFileSync(part, `${cut}\n`);
    const other = await run(['screen', 'parties.csv', '--out', part, '--resume', '--threshold', '0.9']);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('made with other facts or terms') });
    writeFileSync(part, `${cut.replace('"name":"Bakery 3 ', '"name":"Bakery 4 ')}\n`);
    const wrong = await run(['screen', 'parties.csv', '--out', part, '--resume']);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('results of another file') });
    writeFileSync(part, 'no results\n');
    const none = await run(['screen', 'parties.csv', '--out', part, '--resume']);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('part.jsonl:1: is no result of row 1') });
  });

  it('says that nothing was looked at where no list is loaded, and ends with 1', async () => {
    const { code, out, err } = await detour(['screen', 'parties.csv', '--store', join(folder, 'empty.duckdb')], {
      folder,
    });
    expect(code).toBe(1);
    expect(lines(out)[7]).toMatchObject({ status: 'NOT_CHECKED', hits: [], ran: [] });
    expect(err).toContain('NOTHING WAS LOOKED AT');
  });

  it('takes blank names and lines for what they are', async () => {
    writeFileSync(join(folder, 'blank.csv'), 'name\nOrelmash Instruments\n\n"Co., Ltd."\n');
    const { out } = await run(['screen', 'blank.csv']);
    expect(lines(out).map(({ line, status }) => [line, status])).toEqual([
      [2, 'HITS'],
      [3, 'NOT_CHECKED'],
      [4, 'NO_HIT'],
    ]);
  });

  it.each<[string, string[], string, string]>([
    ['another delimiter', [], 'id;name\n1;Orelmash\n', 'its columns are separated by `;`'],
    ['no names', [], 'id,nam\n1,Orelmash\n', 'did you mean `nam`?'],
    ['a threshold out of range', ['--threshold', '1.5'], 'name\nOrelmash\n', 'above 0 and at most 1'],
    ['a list nobody knows', ['--list', 'sdnn'], 'name\nOrelmash\n', 'did you mean `sdn`?'],
    ['going on with standard output', ['--resume'], 'name\nOrelmash\n', 'name it with --out'],
  ])('ends with 2 at %s', async (_, words, text, message) => {
    writeFileSync(join(folder, 'bad.csv'), text);
    const { code, err } = await run(['screen', 'bad.csv', ...words]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(message) });
    expect(existsSync(join(folder, 'results.jsonl'))).toBe(false);
  });
});
