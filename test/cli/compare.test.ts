import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, detour } from './run.js';

beforeAll(build, 300_000);

describe('detour compare', () => {
  it('prints each row with its columns as they came, and score, match and reasons after them', async () => {
    const input =
      '\ufeffid,name2,schema,name1,note\r\n007,ACME Ltd,Company,"Acme, Limited","a ""quoted""\r\nnote"\r\n\r\n008,Boris Petrov,Person,Ivan Petrov,\r\n';
    const { code, out, err } = await detour(['compare', '-'], { input });
    expect(code).toBe(0);
    const rows = parse<Record<string, string>>(out, { columns: true });
    expect(rows[0]).toMatchObject({ id: '007', name1: 'Acme, Limited', note: 'a "quoted"\r\nnote', match: 'true' });
    expect(rows[0]?.['reasons']).toContain('equal: acme');
    expect(rows[1]).toMatchObject({ id: '008', note: '', match: 'false' });
    expect(Number(rows[1]?.['score'])).toBeLessThan(0.7);
    expect(err).toContain('a match is a score of at least 0.7');
    expect(err).toContain('2 pairs, 1 matches');
    expect(err).toContain('lines without text, passed over: 4');
  });

  it('reads no other column: what a file says of the answer changes nothing', async () => {
    const pair = 'Company,Silk Road Fund,Silk Road Bank';
    const answers = await Promise.all(
      [`schema,name1,name2,match\n${pair},1\n`, `schema,name1,name2,match\n${pair},0\n`].map((input) =>
        detour(['compare', '-', '--format', 'jsonl'], { input }),
      ),
    );
    expect(answers[0]?.out).toBe(answers[1]?.out);
    expect(answers[0]?.err).toContain('has columns of its own called match');
    expect(JSON.parse(answers[0]?.out ?? '')).toMatchObject({ match: false });
  });

  it.each([
    ['another delimiter', 'schema;name1;name2\nCompany;a;b\n', '1:1: its columns are separated by `;`'],
    ['tabs', 'schema\tname1\tname2\n', '1:1: its columns are separated by tabs'],
    ['a column too few', 'schema,name1,nam2\n', '1:1: has no column `name2`'],
    ['no header', '', '1: is empty'],
    ['a cell too few', 'schema,name1,name2\nCompany,a,b\nCompany,a\n', '3:2: 2 cells where the header has 3'],
    ['a quote that is not closed', 'schema,name1,name2\nCompany,"a,b\n', '2:2: a quote is opened and never closed'],
    ['text after a quote', 'schema,name1,name2\nCompany,"a"b,c\n', '2:2: a quoted cell goes on'],
    ['a quote within a cell', 'schema,name1,name2\nCompany,a"b",c\n', '2:2: a quote stands within a cell'],
  ])('ends with 2 at %s and says where', async (_, input, message) => {
    const { code, err } = await detour(['compare', '-'], { input });
    expect(err).toContain(`standard input:${message}`);
    expect(code).toBe(2);
  });

  it('says which names are blank, goes on, and ends with 2', async () => {
    const input = 'schema,name1,name2\nPerson,,Bob\nPerson,Bob,Bob\n';
    const { code, out, err } = await detour(['compare', '-'], { input });
    expect(code).toBe(2);
    expect(err).toContain('standard input:2:name1: the name is blank');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(',')[4]),
    ).toEqual(['match', 'false', 'true']);
  });
});
