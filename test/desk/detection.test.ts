/** The world that ships: planted routes are found, and no decoy leads them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectionFigures } from '../../bench/detection.mjs';
import type { Desk, RouteAnswer } from '../../src/desk/answers.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { deskOver } from './at-desk.js';

type Told = Parameters<typeof detectionFigures>[0][number];

const WORLD = 'seeds/worlds/strait';
const truths = readFileSync(`${WORLD}/truth.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const n = truths.filter((truth) => truth.illicit).length;

describe('the default question in the example world', () => {
  let desk: Desk;
  let answer: RouteAnswer;
  beforeAll(async () => {
    desk = deskOver(await openDuckDb(':memory:'));
    await desk.importPaths([WORLD], {});
    answer = await desk.diversionRoutes({ k: 2 * n, all: true });
  });
  afterAll(() => desk.close());

  it('is answered in full', () => {
    expect(answer.complete).toBe(true);
    expect(answer.routes).toHaveLength(2 * n);
  });

  it('shows at least nine in ten of the 26 planted routes among the first 26 groups', () => {
    const { found, missed } = detectionFigures(answer.routes, truths);
    expect(n).toBe(26);
    expect(
      found,
      `missed: ${missed.map(({ truth }) => `${truth.typology} ${truth.id}`).join(', ')}`,
    ).toBeGreaterThanOrEqual(24);
  });

  it('shows no decoy above the median of the planted routes', () => {
    const { bestDecoy, median } = detectionFigures(answer.routes, truths);
    expect(bestDecoy).toBeGreaterThan(median);
  });
});

describe('the figures of an answer', () => {
  const group = (parties: string[], shipments: string[], bits = 1, alternatives: Told[] = []): Told => ({
    parties: parties.map((id) => ({ id })),
    hops: shipments.map((id) => ({ kind: 'MOVEMENT' as const, shipment: { id } })),
    score: { bits },
    alternatives: { routes: alternatives },
  });
  const truth = (id: string, illicit: boolean, parties: string[], shipments: string[]) => ({
    id,
    typology: 'P1',
    illicit,
    kind: illicit ? null : 'goods',
    paths: [{ parties, shipments }],
  });

  it('count a truth by its last movement and half of the rest, or by its parties, and nothing less', () => {
    const told = [truth('t1', true, ['a', 'b', 'c'], ['s1', 's2'])];
    const found = (parties: string[], shipments: string[]) => detectionFigures([group(parties, shipments)], told).found;
    expect(found(['x', 'b', 'c'], ['s9', 's2'])).toBe(1);
    expect(found(['a', 'b', 'c'], ['s8', 's9'])).toBe(1);
    expect(found(['a', 'b', 'y'], ['s1', 's9'])).toBe(0);
  });

  it('place a decoy by its own score, whatever group it is an alternative of', () => {
    const told = [truth('d1', false, ['c', 'd'], ['s2'])];
    const decoy = group(['c', 'd'], ['s2'], 3);
    const groups = [group(['a', 'b'], ['s1'], 9, [decoy]), group(['e', 'f'], ['s3'], 5), group(['g', 'h'], ['s4'], 2)];
    expect(detectionFigures(groups, told).bestDecoy).toBe(3);
  });

  it('rank a decoy by its first group and a planted route that is not there after all', () => {
    const told = [truth('t1', true, ['a', 'b'], ['s1']), truth('d1', false, ['c', 'd'], ['s2'])];
    const figures = detectionFigures([group(['c', 'd'], ['s2'])], told);
    expect(figures).toMatchObject({ n: 1, found: 0, decoysAmongFirst: 1, bestDecoy: 1, f1: 0 });
    expect(figures.median).toBe(Number.POSITIVE_INFINITY);
  });
});
