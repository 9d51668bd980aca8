/** A server whose law is edited while it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { begin, build, detour, newFolder } from './run.js';

const folder = newFolder();
const OURS = join(folder, 'law', 'ours');
const RULES = join(OURS, 'rules', 'ours.yaml');

const FACTS = {
  'entities.csv': [
    'id,name,country,headquarters,roles',
    'maker,Lumen Silicon,US,US,manufacturer',
    'trader,Straits Trading,SG,SG,trader',
    'lab,Wuhan Lab,CN,CN,enduser',
  ],
  'shipments.csv': [
    'id,shipper,consignee,departs,arrives,product,units,fromCountry,toCountry',
    's1,maker,trader,2024-05-01,2024-05-04,h100-sxm,64,US,SG',
    's2,trader,lab,2024-05-20,2024-05-24,h100-sxm,64,SG,CN',
  ],
};

/** The firm’s own prohibition of one country. */
const rulesAgainst = (country: string, key = 'outcome') => `rules:
  ours:
    kind: requirement
    ${key}: PROHIBITED
    instrument: OURS
    citation: the firm's own policy
    sentence: The firm sends nothing there.
    when: { to: { in: [${country}] } }
`;

const JUDGED = `{
  health { ok lawProblem }
  judge(
    on: "2024-05-01", regime: "ours"
    movement: { assume: GOLDEN, product: "h100-sxm", units: 8, from: "US", to: "SG", consignee: { headquarters: "SG", ultimateParentHeadquarters: "SG" } }
  ) { outcome }
  diversionRoutes(regime: "ours") { nodes { hops { judgement { outcome } } } }
}`;

beforeAll(async () => {
  await build();
  mkdirSync(join(folder, 'facts'));
  for (const [name, lines] of Object.entries(FACTS))
    writeFileSync(join(folder, 'facts', name), `${lines.join('\n')}\n`);
  expect((await detour(['import', 'facts'], { folder })).code).toBe(0);
  mkdirSync(join(OURS, 'rules'), { recursive: true });
  writeFileSync(join(OURS, 'regime.yaml'), 'title: The firm’s own\nextends: us-ear\n');
  writeFileSync(
    join(OURS, 'instruments.yaml'),
    'instruments:\n  OURS:\n    title: The firm’s policy\n    citation: minutes of the board\n    effective: 2024-01-01\n',
  );
  writeFileSync(RULES, rulesAgainst('SG'));
}, 300_000);

it('judges the next question by the edited law, and by the law of before while the edited one has a fault', async () => {
  const server = begin(['serve', '--port', '0'], { folder, environment: { DETOUR_REGIMES: 'law' } });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let err = '';
  server.stderr?.on('data', (part) => {
    err += String(part);
  });
  try {
    const line = String(await new Promise((resolve) => server.stdout?.once('data', resolve)));
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    const health = async () => (await fetch(`${url}/health`)).json();
    const asked = async () => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: JUDGED }),
      });
      const { data } = (await response.json()) as {
        data: {
          health: { ok: boolean; lawProblem: string | null };
          judge: { outcome: string };
          diversionRoutes: { nodes: { hops: { judgement: { outcome: string } }[] }[] };
        };
      };
      const hops = data.diversionRoutes.nodes.map((route) => route.hops[0]?.judgement.outcome);
      return { health: data.health, judge: data.judge.outcome, firstHops: hops };
    };
    const told = (what: RegExp) => vi.waitFor(() => expect(err).toMatch(what), { timeout: 20_000, interval: 50 });
    const well = { ok: true, lawProblem: null };

    expect(await asked()).toEqual({ health: well, judge: 'PROHIBITED', firstHops: ['PROHIBITED'] });

    writeFileSync(RULES, rulesAgainst('MY'));
    await told(/the law was read anew; changed: ours\n/);
    // Who stands behind the stored trader is not known, so US law alone leaves the hop open.
    const without = { judge: 'NO_LICENCE_REQUIRED', firstHops: ['UNKNOWN'] };
    expect(await asked()).toEqual({ health: well, ...without });
    expect(await health()).toEqual({ ok: true });

    err = '';
    writeFileSync(RULES, rulesAgainst('SG', 'outcom'));
    const fault = /ours\.yaml:4:5: unknown key `outcom`/;
    await told(fault);
    expect(await asked()).toEqual({ health: { ok: false, lawProblem: expect.stringMatching(fault) }, ...without });
    expect(await health()).toEqual({ ok: true, lawProblem: expect.stringMatching(fault) });
    expect((await fetch(`${url}/ready`)).status).toBe(200);

    writeFileSync(RULES, rulesAgainst('SG'));
    await told(/the law was read anew; changed: ours\n/);
    expect(await asked()).toEqual({ health: well, judge: 'PROHIBITED', firstHops: ['PROHIBITED'] });
    expect(await health()).toEqual({ ok: true });
  } finally {
    server.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
}, 120_000);
