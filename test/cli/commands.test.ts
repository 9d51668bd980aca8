import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, build, detour, MAIN, newFolder } from './run.js';

const COMMANDS = [
  'serve',
  'import',
  'routes',
  'judge',
  'classify',
  'screen',
  'compare',
  'export',
  'check',
  'generate',
  'doctor',
  'completions',
];

/**
 * Two ways into Tier 3, and a second maker behind the first of them. The folder is made once, and not changed by
 * those who read it.
 */
const folder = newFolder();
const FACTS = {
  'entities.csv': [
    'id,name,country,headquarters,roles',
    'maker,Lumen Silicon,US,US,manufacturer',
    'second,Other Silicon,US,US,manufacturer',
    'trader,Straits Trading,SG,SG,trader',
    'shell,Harbour Nine,MY,MY,trader',
    'lab,Wuhan Lab,CN,CN,enduser',
    'agent,Kowloon Agents,HK,HK,trader',
  ],
  'shipments.csv': [
    'id,shipper,consignee,departs,arrives,product,units,fromCountry,toCountry',
    's1,maker,trader,2024-05-01,2024-05-04,h100-sxm,64,US,SG',
    's2,trader,lab,2024-05-20,2024-05-24,h100-sxm,64,SG,CN',
    's3,second,trader,2024-04-20,2024-04-24,h100-sxm,64,US,SG',
    's4,maker,shell,2025-02-01,2025-02-04,h200-sxm,32,US,MY',
    's5,shell,agent,2025-02-10,2025-02-12,h200-sxm,32,MY,HK',
  ],
};

beforeAll(async () => {
  await build();
  mkdirSync(join(folder, 'facts'));
  for (const [name, lines] of Object.entries(FACTS))
    writeFileSync(join(folder, 'facts', name), `${lines.join('\n')}\n`);
  const { code, err } = await detour(['import', 'facts', '--format', 'jsonl'], { folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
}, 300_000);

describe('help', () => {
  it.each(COMMANDS)('%s has examples that use it', async (name) => {
    const { code, out, err } = await detour([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.slice(out.indexOf('Examples:'))).toContain(`detour ${name}`);
  });

  it('names every command and the exit codes', async () => {
    const { code, out } = await detour(['--help']);
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(out).toContain(`  ${name}`);
    expect(out).toContain('3 store unavailable');
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(MAIN, '../../../package.json'), 'utf8'));
    expect(await detour(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('import', () => {
  it('prints counts and where refused rows are, and exits with 0, or 1 when strict', async () => {
    const folder = newFolder();
    writeFileSync(
      join(folder, 'shipments.csv'),
      'shipper,consignee,departs,units\na,b,2024-05-01,8\na,a,2024-05-01,8\nb,c,2024-02-30,8\n',
    );
    const { code, out } = await detour(['import', 'shipments.csv'], { folder });
    expect(code).toBe(0);
    expect(out).toContain('refused: shipments.csv:3');
    expect(out).toContain('`2024-02-30` is not a date');
    const rejects = join(folder, 'data', 'rejects', 'shipments.rejected.csv');
    expect(out).toContain(join('data', 'rejects', 'shipments.rejected.csv'));
    expect(readFileSync(rejects, 'utf8').trim().split('\n')).toHaveLength(3);
    const strict = await detour(['import', '--strict', '--format', 'json', 'shipments.csv'], { folder });
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.out)).toMatchObject({ rejected: 2, unchanged: { shipments: 1 }, added: { shipments: 0 } });
  });

  it('keeps the store where it is told, by flag or by environment', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'entities.csv'), 'id,name\np1,One\n');
    await detour(['import', 'entities.csv', '--store', 'deep/down/flag.duckdb'], { folder });
    await detour(['import', 'entities.csv'], { folder, environment: { DETOUR_STORE: 'env.duckdb' } });
    await detour(['import', 'entities.csv'], { folder, environment: { DETOUR_DATA: 'elsewhere' } });
    expect(existsSync(join(folder, 'deep/down/flag.duckdb'))).toBe(true);
    expect(existsSync(join(folder, 'env.duckdb'))).toBe(true);
    expect(existsSync(join(folder, 'elsewhere/detour.duckdb'))).toBe(true);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('routes', () => {
  it('prints one route a line with the keys others build on, best first, and nothing else', async () => {
    const { code, out, err } = await detour(['routes', '-k', '5', '--format', 'jsonl'], { folder });
    expect(code).toBe(0);
    const routes = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const alternatives = new Map(routes.map((route) => [route.shipments.join(), route.alternatives]));
    expect([...alternatives].sort()).toEqual([
      ['s1,s2', 1],
      ['s4,s5', 0],
    ]);
    for (const route of routes) {
      expect(Object.keys(route)).toEqual([
        'parties',
        'shipments',
        'hops',
        'score',
        'kind',
        'alsoKind',
        'certainty',
        'open',
        'goods',
        'chips',
        'tpp',
        'firstUnlawfulHop',
        'alternatives',
      ]);
      expect(route.hops).toHaveLength(route.parties.length - 1);
      expect(
        route.hops
          .filter((hop: { kind: string }) => hop.kind === 'MOVEMENT')
          .map((hop: { shipment: string }) => hop.shipment),
      ).toEqual(route.shipments);
      for (const hop of route.hops) {
        const link = hop.kind === 'TIE' ? 'link' : 'shipment';
        const law = ['judgement', 'judgementAsFound'];
        expect(Object.keys(hop)).toEqual(['kind', 'from', 'to', link, 'tierFrom', 'tierTo', ...law, 'extension']);
      }
    }
    const scores = routes.map((route) => route.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(err).toMatch(/^2 shown of 2 groups/);
  });

  it('tells people the law at each hop, and programs the same routes as JSON and CSV', async () => {
    const inFormat = (format: string) => detour(['routes', '-k', '2', '--format', format], { folder });
    const table = await inFormat('table');
    const json = await inFormat('json');
    const csv = await inFormat('csv');
    expect(table.out).toMatch(/^#1 .*bits/);
    expect(table.out).toMatch(/LICENCE_REQUIRED|PROHIBITED/);
    expect(table.out).toContain('first unlawful hop');
    expect(JSON.parse(json.out)).toHaveLength(2);
    expect(csv.out.split('\n')[0]).toBe(
      'rank,score,band,kind,certainty,open,parties,countries,shipments,goods,chips,tpp,earliest,latest,unlawfulOnItsPapers,unlawfulWithKnowledge,alternatives',
    );
  });

  it('exits with 1 and prints nothing when nothing was found', async () => {
    const folder = newFolder();
    const { code, out, err } = await detour(['routes'], { folder });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('0 shown of 0 groups');
  });

  it('lists alternatives when all are asked for', async () => {
    const { out } = await detour(['routes', '--all', '--format', 'jsonl'], { folder });
    const shipments = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).shipments);
    expect(shipments).toHaveLength(3);
    expect(shipments).toContainEqual(['s3', 's2']);
  });

  it('refuses an end that is neither party nor country', async () => {
    const { code, err } = await detour(['routes', '--to', 'nowhere-at-all'], { folder });
    expect(code).toBe(2);
    expect(err).toContain('`nowhere-at-all`');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${MAIN}" routes -k 20 --format json | head -c 10`], {
      cwd: folder,
    });
    let err = '';
    shell.stderr.on('data', (part) => {
      err += String(part);
    });
    await new Promise((resolve) => shell.on('close', resolve));
    expect(err).not.toMatch(/EPIPE|Error/);
  });
});

describe('export', () => {
  it('writes files that import to the same facts', async () => {
    const { code, out } = await detour(['export', '--out', 'backup'], { folder });
    expect(code).toBe(0);
    expect(out).toContain('shipments.csv');
    expect(readdirSync(join(folder, 'backup')).sort()).toEqual([
      'authorizations.csv',
      'entities.csv',
      'links.csv',
      'listings.csv',
      'shipments.csv',
    ]);
    const again = await detour(['import', 'backup', '--format', 'json'], { folder });
    const none = { entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 };
    expect(JSON.parse(again.out)).toMatchObject({ rejected: 0, added: none, replaced: none });
  });

  it('exits with 1 when there is nothing', async () => {
    const { code, err } = await detour(['export', '--out', 'backup']);
    expect(code).toBe(1);
    expect(err).toContain('nothing to export');
  });
});

describe('judge', () => {
  it('states the law of one movement with its citation', async () => {
    const words = '--product h100-sxm --units 8 --from US --to CN --on 2025-06-01 --assume GOLDEN'.split(' ');
    const { code, out } = await detour(['judge', ...words]);
    expect(code).toBe(0);
    expect(out).toMatch(/^LICENCE_REQUIRED, PRESUMPTION_OF_DENIAL\ntier 0 to tier 3/);
    expect(out).toContain('15 CFR 742.6');
  });

  it('answers a file of cases line by line, the same bytes each time', async () => {
    const input = ['CN', 'MY', 'DE', 'AE', 'IN']
      .flatMap((to) =>
        ['ENFORCED', 'AS_WRITTEN'].map((view) =>
          JSON.stringify({
            id: `${to} ${view}`,
            on: '2025-06-01',
            view,
            movement: { product: 'h100-sxm', units: 64, from: 'US', to },
          }),
        ),
      )
      .join('\n');
    const first = await detour(['judge', '--cases', '-', '--format', 'jsonl'], { input });
    expect(first.code).toBe(0);
    const lines = first.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual(input.split('\n').map((line) => JSON.parse(line).id));
    expect(Object.keys(lines[0])).toEqual(
      'id outcome review licence exceptions tierFrom tierTo caps findings couldFlip confidence'.split(' '),
    );
    expect(lines.some((line) => line.couldFlip.length > 0)).toBe(true);
    expect((await detour(['judge', '--cases', '-', '--format', 'jsonl'], { input })).out).toBe(first.out);
  });
});

describe('judge --compare', () => {
  it('tells what another law would change for the stored movements, by country and route', async () => {
    const folder = newFolder();
    await detour(['import', join(process.cwd(), 'seeds/worlds/strait')], { folder });
    const words = ['judge', '--compare', 'ENFORCED,AS_WRITTEN', '--to', 'SG', '-k', '0'];
    const { code, out } = await detour([...words, '--format', 'jsonl'], { folder });
    expect(code).toBe(0);
    const line = JSON.parse(out);
    expect(line).toMatchObject({
      a: { regime: 'us-ear', view: 'ENFORCED' },
      b: { regime: 'us-ear', view: 'AS_WRITTEN' },
    });
    expect(line.countries).toEqual([
      { country: 'SG', movements: line.movements, changed: line.changed, tpp: line.tpp },
    ]);
    expect((await detour(words, { folder })).out).toContain('us-ear ENFORCED against us-ear AS_WRITTEN');
    const same = await detour(['judge', '--compare', 'us-ear,us-ear', '-k', '0'], { folder });
    expect([same.code, same.out]).toEqual([1, expect.stringContaining('0 of ')]);
  }, 180_000);

  it.each([
    [['--compare', 'us-ear'], 'write two laws'],
    [['--compare', 'us-ear,us-ear:AS_TOLD'], 'write two laws'],
    [['--compare', 'ENFORCED,AS_WRITTEN', '--units', '5'], '--units has no place beside --compare'],
    [['--compare', 'ENFORCED,AS_WRITTEN', '--to', 'Atlantis'], '`Atlantis` is no country'],
    [['--product', 'h20', '--since', '2024'], '--since is for --compare'],
  ])('refuses %j', async (words, message) => {
    const { code, err } = await detour(['judge', ...words], { folder: newFolder() });
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('generate', () => {
  it('makes the same world from the same seed', async () => {
    const folder = newFolder();
    await detour(['generate', 'strait', '--seed', '7', '--out', 'one'], { folder });
    const { code, out } = await detour(['generate', 'strait', '--seed', '7', '--out', 'two', '--format', 'json'], {
      folder,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)[0]).toMatchObject({ folder: 'two' });
    expect(readFileSync(join(folder, 'one/shipments.csv'))).toEqual(readFileSync(join(folder, 'two/shipments.csv')));
  });

  it('makes trade of the size asked for', async () => {
    const folder = newFolder();
    await detour(['generate', 'trade', '--shipments', '500', '--out', 'trade'], { folder });
    const { out } = await detour(['import', 'trade', '--format', 'json'], { folder });
    expect(JSON.parse(out)).toMatchObject({ rejected: 0, added: { shipments: 500 } });
  });
});

describe('serve', () => {
  it('loads the example world into an empty store, says that it is invented, answers and stops', async () => {
    const folder = newFolder();
    const server = begin(['serve', '--port', '0'], { folder });
    let err = '';
    server.stderr?.on('data', (part) => {
      err += String(part);
    });
    const line = String(await new Promise((resolve) => server.stdout?.once('data', resolve)));
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ health { exampleWorld } datasets { name } }' }),
    });
    expect(await response.json()).toMatchObject({
      data: { health: { exampleWorld: true }, datasets: [{ name: 'strait' }] },
    });
    expect(err).toContain('INVENTED');
    server.kill('SIGINT');
    expect(await new Promise((resolve) => server.once('exit', resolve))).toBe(0);
  });

  it('starts empty when told', async () => {
    const server = begin(['serve', '--port', '0', '--empty']);
    const line = String(await new Promise((resolve) => server.stdout?.once('data', resolve)));
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ ok: true, storeVersion: 0 });
    server.kill('SIGTERM');
    expect(await new Promise((resolve) => server.once('exit', resolve))).toBe(0);
  });
});

describe('doctor', () => {
  it('says of each part whether it is well', async () => {
    const { out } = await detour(['doctor', '--port', '0', '--format', 'json']);
    const checks = JSON.parse(out) as { check: string; ok: boolean; says: string }[];
    expect(checks.map(({ check }) => check)).toEqual(['Node', 'settings', 'store', 'law', 'page', 'port']);
    expect(checks.filter(({ check }) => check !== 'page').every(({ ok }) => ok)).toBe(true);
  });

  it('exits with 1 and says how to mend a store that cannot be reached', async () => {
    const environment = { DETOUR_NEO4J_PASSWORD: 'x' };
    const { code, out } = await detour(['doctor', '--store', 'bolt://127.0.0.1:1'], { environment });
    expect(code).toBe(1);
    expect(out).toMatch(/WRONG {2}store: .*bolt:\/\/127\.0\.0\.1:1/);
  });

  it('makes nothing', async () => {
    const folder = newFolder();
    await detour(['doctor'], { folder });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('classify', () => {
  it('refuses a name that the catalogue has not, with the nearest, unless numbers stand beside it', async () => {
    const { code, err } = await detour(['classify', '--product', 'h100-smx']);
    expect([code, err]).toEqual([2, expect.stringMatching(/no product `h100-smx`: the nearest are `h100-sxm`, /)]);
    expect((await detour(['classify', '--product', 'h100-smx', '--tpp', '100', '--data-center', 'no'])).code).toBe(0);
  });

  it('says the class, on what ground, and what would settle an open one', async () => {
    const settled = await detour(['classify', '--tops', '600', '--bits', '8', '--on', '2024-06-01']);
    expect([settled.code, settled.out.split('\n')[0]]).toEqual([0, '3A090.a; confidence CONFIRMED']);
    const open = await detour(['classify', '--tpp', '4000', '--die-area', '1000', '--on', '2024-06-01']);
    expect(open.out).toContain('UNKNOWN (3A090.b or NONE)');
    expect(open.out).toContain('it would be NONE if item.dataCenter were false');
  });

  it('refuses half of a product, and a die without an area', async () => {
    expect(await detour(['classify', '--tops', '600'])).toMatchObject({ code: 2 });
    const { code, err } = await detour(['classify', '--tpp', '600', '--die-area', '0']);
    expect([code, err]).toEqual([2, expect.stringContaining('`0` will not do: write a number above 0')]);
  });
});

describe('completions', () => {
  it('completes commands, options, choices and files in bash', async () => {
    const { code, out } = await detour(['completions', 'bash']);
    expect(code).toBe(0);
    const completed = async (...words: string[]) => {
      const script = `${out}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _detour; echo "\${COMPREPLY[*]}"`;
      const bash = spawn('bash', ['-c', script, 'bash', 'detour', ...words], { cwd: newFolder() });
      let printed = '';
      bash.stdout.on('data', (part) => {
        printed += String(part);
      });
      await new Promise((resolve) => bash.on('close', resolve));
      return printed.trim();
    };
    expect(await completed('ro')).toBe('routes');
    expect(await completed('routes', '--min')).toBe('--min-tier2');
    expect(await completed('routes', '--format', 'j')).toBe('json jsonl');
    expect(await completed('generate', 'str')).toBe('strait');
    expect(await completed('import', '--st')).toBe('--strict --store');
  });
});
