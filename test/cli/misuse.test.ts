import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, build, detour, newFolder } from './run.js';

beforeAll(build, 300_000);

describe('wrong input', () => {
  it.each<[string, string[], string]>([
    ['an unknown command', ['ruotes'], "unknown command 'ruotes'"],
    ['an unknown option', ['routes', '--max-hop', '3'], 'Did you mean --max-hops?'],
    ['a day the calendar does not have', ['routes', '--since', '2024-02-30'], '`2024-02-30` is not a date'],
    ['too many hops', ['routes', '--max-hops', '11'], 'Write a whole number from 1 to 10.'],
    ['no routes at all', ['routes', '-k', '0'], 'Write a whole number from 1'],
    ['a view there is not', ['routes', '--view', 'FUTURE'], 'Allowed choices are ENFORCED, AS_WRITTEN.'],
    ['a format there is not', ['routes', '--format', 'xml'], 'Allowed choices are table, json, jsonl, csv.'],
    ['import of nothing', ['import'], "missing required argument 'paths'"],
    ['an unknown reader', ['import', 'x.csv', '--input-format', 'excel'], 'Allowed choices are native'],
    ['a file that is not there', ['import', 'nowhere.csv'], '`nowhere.csv`'],
    ['an export to nowhere', ['export'], "required option '--out <folder>' not specified"],
    ['a port that is none', ['serve', '--port', '70000'], '--port or PORT is `70000`: write a number from 0 to 65535'],
    ['an address others could reach', ['serve', '--host', '0.0.0.0'], 'could be reached from other machines'],
    ['a kind of store there is not', ['routes', '--store', 'mysql://x'], 'the store `mysql://x` is of no known kind'],
    ['a folder without a regime', ['check', '/'], 'holds no regime'],
    ['a file of cases that is not there', ['judge', '--cases', 'none.jsonl'], '`none.jsonl` cannot be read (ENOENT)'],
    ['cases and one movement', ['judge', '--cases', 'x', '--to', 'CN'], '--to states one movement'],
    ['pieces that are not whole', ['judge', '--units', '1.5'], '`1.5` will not do'],
    ['a country there is not', ['judge', '--to', 'Atlantis'], '`Atlantis` will not do'],
    ['a regime there is not', ['judge', '--regime', 'us-eer'], 'did you mean `us-ear`?'],
  ])('%s ends with 2, says so on standard error and prints nothing', async (_, words, message) => {
    const { code, out, err } = await detour(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('never takes a password from the command line, and does not repeat it', async () => {
    const { code, err } = await detour(['routes', '--store', 'neo4j://me:secret@127.0.0.1:7687']);
    expect(code).toBe(2);
    expect(err).toContain('DETOUR_NEO4J_PASSWORD_FILE');
    expect(err).not.toContain('secret');
  });

  it('says which variable holds a wrong setting', async () => {
    const { code, err } = await detour(['doctor'], { environment: { PORT: 'http' } });
    expect(code).toBe(1);
    const { err: served, code: servedCode } = await detour(['serve'], { environment: { PORT: 'http' } });
    expect(servedCode).toBe(2);
    expect(served + err).toContain('--port or PORT is `http`');
  });

  it('ends with 3 when the store cannot be reached, and names it', async () => {
    const environment = { DETOUR_NEO4J_PASSWORD: 'secret' };
    const { code, out, err } = await detour(['routes', '--store', 'bolt://127.0.0.1:1'], { environment });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('bolt://127.0.0.1:1');
    expect(err).not.toContain('secret');
    expect(err).not.toContain('    at ');
  });

  it('asks for the password of a Neo4j store in one sentence', async () => {
    const { code, err } = await detour(['routes', '--store', 'neo4j://127.0.0.1:1']);
    expect(code).toBe(2);
    expect(err).toBe(
      'detour: no password for Neo4j: set DETOUR_NEO4J_PASSWORD, or DETOUR_NEO4J_PASSWORD_FILE to a file that holds it\n',
    );
  });

  it('says that a file is no store', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'notes.txt'), 'hello '.repeat(1000));
    const { code, err } = await detour(['routes', '--store', 'notes.txt'], { folder });
    expect(code).toBe(2);
    expect(err).toContain('`notes.txt` is not a DuckDB file');
  });

  it('tells every fault of a regime with its line, and exits with 1', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'regime.yaml'), 'title: Mine\nextends: us-ear\nvewis: {}\n');
    const { code, out, err } = await detour(['check', 'mine'], { folder });
    expect(code).toBe(1);
    expect(out).toMatch(/mine\/regime\.yaml:3:\d+: .*`vewis`/);
    expect(err).toContain('1 faults');
    const rows = await detour(['check', 'mine', '--format', 'jsonl'], { folder });
    expect(JSON.parse(rows.out)).toMatchObject({ line: 3 });
  });

  it('finds no fault in the law that ships with the program', async () => {
    expect(await detour(['check'])).toMatchObject({ code: 0, out: '' });
  });

  it('goes on after a case that makes no sense, and exits with 2', async () => {
    const folder = newFolder();
    const consignee = { headquarters: 'GB', ultimateParentHeadquarters: 'GB' };
    const movement = { assume: 'GOLDEN', product: 'h100-sxm', units: 8, from: 'US', to: 'CN' };
    const lines = [
      JSON.stringify({ id: 'a', on: '2025-06-01', movement }),
      '{"id": "b", "on": "2025-06-01", "movment": {}}',
      'no json',
      '',
      JSON.stringify({ id: 'c', on: '2025-06-01', movement: { ...movement, to: 'GB', consignee } }),
    ];
    writeFileSync(join(folder, 'cases.jsonl'), lines.join('\n'));
    const { code, out, err } = await detour(['judge', '--cases', 'cases.jsonl'], { folder });
    expect(code).toBe(2);
    const judged = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(judged.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'LICENCE_REQUIRED'],
      ['c', 'NO_LICENCE_REQUIRED'],
    ]);
    expect(err).toContain('cases.jsonl:2: the case has an unknown key `movment`, did you mean `movement`?');
    expect(err).toContain('cases.jsonl:3: this is no JSON');
  });

  it('reads cases from standard input', async () => {
    const input = '{"on":"2025-06-01","movement":{"assume":"GOLDEN","product":"h100-sxm","from":"US","to":"CN"}}\n';
    const { code, out } = await detour(['judge', '--cases', '-'], { input });
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual([
      'id',
      'outcome',
      'review',
      'licence',
      'exceptions',
      'tierFrom',
      'tierTo',
      'caps',
      'findings',
      'couldFlip',
      'confidence',
    ]);
  });

  it('refuses a store that another process uses, with 3', async () => {
    const folder = newFolder();
    const server = begin(['serve', '--port', '0', '--empty'], { folder });
    await new Promise((resolve) => server.stdout?.once('data', resolve));
    try {
      const { code, err } = await detour(['routes'], { folder });
      expect(code).toBe(3);
      expect(err).toContain('in use by another process');
    } finally {
      server.kill('SIGINT');
      await new Promise((resolve) => server.once('exit', resolve));
    }
  });
});
