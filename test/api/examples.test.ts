import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/answers.js';
import { createDesk } from '../../src/desk/desk.js';
import { loadEvidence } from '../../src/evidence/load.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { type Answer, ask } from './ask.js';
import { TODAY } from './fake-desk.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEEDS = join(ROOT, 'seeds');

/** The questions of the guide, by name. */
const examples = new Map(
  [...readFileSync(join(ROOT, 'docs/graphql.md'), 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(([, query]) => [
    /query (\w+)/.exec(query ?? '')?.[1] ?? '',
    query ?? '',
  ]),
);

const TABS = join(ROOT, 'src', 'page', 'playground', 'examples');

let desk: Desk;

beforeAll(async () => {
  desk = createDesk({
    store: await openDuckDb(':memory:'),
    law: { regimes: loadRegimes(join(SEEDS, 'regimes')) },
    catalogue: loadCatalogue(join(SEEDS, 'catalogue')),
    evidence: loadEvidence(join(SEEDS, 'evidence')),
    now: () => TODAY * 86_400_000,
    version: '0.0.0',
    exampleDataset: 'strait',
    threads: 0,
  });
  await desk.importPaths([join(SEEDS, 'worlds', 'strait')], {});
});

afterAll(() => desk.close());

async function run(name: string, variables?: Record<string, unknown>): Promise<Answer['data']> {
  const answer = await ask(desk, examples.get(name) ?? '', variables ? { variables } : {});
  expect(answer.logged).toEqual([]);
  expect(answer.errors).toEqual([]);
  return answer.data;
}

describe('the questions of the guide, asked of the example world', () => {
  it('finds routes to China with the law at each hop', async () => {
    const { diversionRoutes } = await run('RoutesToChina');
    expect(diversionRoutes).toMatchObject({ complete: true, stoppedBy: null });
    expect(diversionRoutes.nodes).toHaveLength(5);
    for (const route of diversionRoutes.nodes) {
      expect(route.hops).toHaveLength(route.parties.length - 1);
      for (const hop of route.hops) expect(hop.judgement === null).toBe(hop.kind === 'TIE');
    }
  });

  it('gives a score whose parts add up to it', async () => {
    const [{ score }] = (await run('WhyThisScore')).diversionRoutes.nodes;
    const sum = score.parts.reduce((total: number, part: { bits: number }) => total + part.bits, 0);
    expect(score.parts.length).toBeGreaterThan(3);
    expect(sum).toBe(score.bits);
    expect(score.range.low).toBeLessThanOrEqual(score.bits);
    expect(score.range.high).toBeGreaterThanOrEqual(score.bits);
  });

  it('explains the best route, and a chain that is none', async () => {
    const [best] = (await run('RoutesToChina')).diversionRoutes.nodes;
    const parties: string[] = best.parties.map(({ id }: { id: string }) => id);
    expect((await run('WhyNot', { parties })).explainChain).toMatchObject({ isRoute: true, failure: null });
    const turned = (await run('WhyNot', { parties: [...parties].reverse() })).explainChain;
    expect(turned).toMatchObject({ isRoute: false, rank: null });
    expect(turned.failure.sentence).not.toBe('');
  });

  it('finds what goes between two ends', async () => {
    const { routesBetween } = await run('Between');
    expect(routesBetween.nodes.length).toBeGreaterThan(0);
    for (const route of routesBetween.nodes) expect(route.lots.nodes.length).toBeGreaterThan(0);
  });

  it('finds parties by a word of their name', async () => {
    const { entities } = await run('WhoIs');
    expect(entities.totalCount.value).toBeGreaterThan(0);
    for (const { name, tier, source } of entities.nodes) {
      expect(name).toMatch(/trading/i);
      expect([tier, source.dataset]).toEqual(['TIER_2', 'strait']);
    }
  });

  it('judges a movement under both views', async () => {
    const { enforced, asWritten } = await run('WhatIf');
    expect(asWritten.findings.some(({ counterfactual }: { counterfactual: boolean }) => counterfactual)).toBe(true);
    expect(enforced.outcome).toBe('NO_LICENCE_REQUIRED');
    expect(['LICENCE_REQUIRED', 'EXCEPTION_AVAILABLE']).toContain(asWritten.outcome);
  });

  it('classifies goods on a day, and says what would settle an open class', async () => {
    const { named, later, open } = await run('WhatClass');
    expect([named.class, later.class]).toEqual(['NONE', '3A090.a']);
    expect(later).toMatchObject({ grounds: [{ rule: 'class-a' }], confidence: 'CONFIRMED' });
    expect(open).toEqual({
      class: 'UNKNOWN',
      possible: ['3A090.b', 'NONE'],
      grounds: [expect.objectContaining({ rule: 'class-b', applies: 'UNKNOWN' })],
      missing: ['item.dataCenter'],
      settles: [
        { fact: 'item.dataCenter', value: 'true', class: '3A090.b' },
        { fact: 'item.dataCenter', value: 'false', class: 'NONE' },
      ],
    });
  });

  it('tells what is loaded', async () => {
    const known = await run('Known');
    expect(known.health).toMatchObject({ ok: true, exampleWorld: true });
    expect(known.datasets).toMatchObject([{ name: 'strait' }]);
    expect(known.countries.find(({ code }: { code: string }) => code === 'HK').tier).toBe('TIER_3');
    expect(known.products.length).toBeGreaterThan(30);
    expect(known.evidenceFlags.length).toBeGreaterThan(15);
  });

  it.each(readdirSync(TABS))('answers the tab %s of the playground', async (tab) => {
    const { data, errors, logged } = await ask(desk, readFileSync(join(TABS, tab), 'utf8'));
    expect([errors, logged]).toEqual([[], []]);
    expect(Object.values(data).every((answer) => answer !== null)).toBe(true);
  });

  it('has no example that is not run here', () => {
    expect([...examples.keys()]).toEqual([
      'RoutesToChina',
      'WhyThisScore',
      'WhyNot',
      'Between',
      'WhoIs',
      'WhatIf',
      'WhatClass',
      'WhatWouldChange',
      'Known',
    ]);
  });

  it('pages through shipments without losing or repeating any', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query =
        'query ($after: String) { shipments(first: 500, after: $after) { totalCount { value } pageInfo { hasNextPage endCursor } nodes { id } } }';
      const { data }: Answer = await ask(desk, query, { variables: { after } });
      const { shipments } = data;
      seen.push(...shipments.nodes.map(({ id }: { id: string }) => id));
      after = shipments.pageInfo.hasNextPage ? shipments.pageInfo.endCursor : null;
      if (after === null) expect(seen).toHaveLength(shipments.totalCount.value);
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('tells a party that nobody knows from a mistake in the question', async () => {
    const { data, errors } = await ask(desk, '{ entity(id: "nobody") { id } }');
    expect([data.entity, errors]).toEqual([null, []]);
    const wrong = await ask(desk, '{ diversionRoutes(filter: { to: ["nowhere-at-all"] }) { complete } }');
    expect(wrong.errors[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|NOT_FOUND/);
    expect(wrong.errors[0]?.message).toContain('`nowhere-at-all`');
    const law = await ask(desk, '{ diversionRoutes(regime: "us-eer") { complete } }');
    expect(law.errors[0]?.message).toContain('`us-eer`');
  });

  it('refuses to classify by a law, a day or a certification that is none', async () => {
    const messageOf = async (args: string) => (await ask(desk, `{ classify(${args}) { class } }`)).errors[0]?.message;
    expect(await messageOf('product: "h20", regime: "us-eer"')).toContain('`us-eer`');
    expect(await messageOf('product: "h20", on: "2024-06"')).toContain('`2024-06` is not one day');
    expect(await messageOf('product: "h20", certifications: ["designer-aproved"]')).toContain('`designer-aproved`');
  });

  it('answers with what it has when its budget is spent', async () => {
    const { data } = await ask(
      desk,
      '{ diversionRoutes(budget: { labels: 1 }) { complete stoppedBy bestMissedBits } }',
    );
    expect(data.diversionRoutes).toMatchObject({ complete: false, stoppedBy: 'LABELS' });
    expect(data.diversionRoutes.bestMissedBits).toBeGreaterThan(0);
  });
});
