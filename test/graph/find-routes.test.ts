import { describe, expect, it } from 'vitest';
import { computeBounds } from '../../src/graph/bounds.js';
import { findRoutes } from '../../src/graph/find-routes.js';
import { type FoundRoute, NONE } from '../../src/graph/network.js';
import { reachForBounds } from '../../src/graph/reach.js';
import { allRoutes, type Coverage, groupRoutes, type OracleRoute } from '../support/oracle.js';
import { randomWorld } from '../support/random-network.js';

/** `DETOUR_ORACLE_WORLDS=20000` tries more. */
const WORLDS = Number(process.env.DETOUR_ORACLE_WORLDS ?? 500);

function plainly(route: Omit<FoundRoute, 'rank'>): unknown {
  return {
    parties: [...route.parties],
    score: route.score,
    ending: route.endingGroup,
    movements: route.steps.flatMap((s) => (s.kind === 'MOVEMENT' ? [s.movement] : [])),
  };
}

describe('the route search against its slow twin', () => {
  it(`finds all groups in the same order on ${WORLDS} random worlds, and the worlds are no empty exercise`, () => {
    const seen = {
      routes: 0,
      tie: 0,
      unknown: 0,
      passed: 0,
      joint: 0,
      limit: 0,
      alternatives: 0,
      equal: 0,
      endings: [0, 0, 0, 0, 0],
    };
    for (let seed = 1; seed <= WORLDS; seed++) {
      const { network, question } = randomWorld(seed);
      const coverage: Coverage = {
        usedTie: false,
        carriedUnknown: false,
        passedThrough: false,
        jointlyImpossible: false,
        hopLimitBites: false,
        endings: new Set(),
      };
      const routes = allRoutes(network, question, coverage);
      const groups = groupRoutes(routes);
      const found = findRoutes(network, question, Number.POSITIVE_INFINITY);
      expect(found.exhausted, `seed ${seed}`).toBe(true);
      expect(
        found.groups.map((g) => [plainly(g.route), ...g.alternatives.map(plainly)]),
        `seed ${seed}`,
      ).toEqual(groups.map((group) => group.map(plainly)));
      const k = 1 + (seed % 3);
      // Every other world is bounded by window maxima, as at a busy party, the rest roughly, as from few origins.
      const reach = reachForBounds(network, question);
      const bounds = computeBounds(
        network,
        question,
        seed % 2 === 0 ? { pairsAtMost: 0, tiesAtMost: seed % 4 } : { reach },
      );
      const first = findRoutes(network, question, k, {}, bounds);
      expect(
        first.groups.map((g) => plainly(g.route)),
        `seed ${seed}, k ${k}`,
      ).toEqual(groups.slice(0, k).map((g) => plainly(g[0] as OracleRoute)));
      if (routes.length >= 3) seen.routes++;
      if (coverage.usedTie) seen.tie++;
      if (coverage.carriedUnknown) seen.unknown++;
      if (coverage.passedThrough) seen.passed++;
      if (coverage.jointlyImpossible) seen.joint++;
      if (coverage.hopLimitBites) seen.limit++;
      if (groups.some((g) => g.length > 1)) seen.alternatives++;
      if (routes.some((r, i) => i > 0 && r.score === routes[i - 1]?.score)) seen.equal++;
      for (const ending of coverage.endings) seen.endings[ending] = (seen.endings[ending] as number) + 1;
    }
    // Counted over 500 worlds; more worlds must show at least as many.
    const least = (count: number): number => (WORLDS >= 500 ? count : 0);
    expect(seen.routes, 'worlds with three or more routes').toBeGreaterThanOrEqual(least(300));
    const kinds = { ...seen, routes: least(100), endings: Math.min(...seen.endings.slice(1)) };
    for (const [what, worlds] of Object.entries(kinds)) expect(worlds, what).toBeGreaterThanOrEqual(least(100));
  }, 300_000);

  it('bounds from above what every route still brings after each of its movements', () => {
    let looked = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const { network, question } = randomWorld(seed);
      for (const pairsAtMost of [0, 32]) {
        const bounds = computeBounds(network, question, { pairsAtMost });
        for (const route of allRoutes(network, question)) {
          // Level r holds what follows with at most r more movements, so it never falls as r grows.
          const last = route.movements[route.movements.length - 1] as number;
          const levels = bounds.seen.map((level) => level[last] as number);
          expect([...levels].sort((a, b) => a - b)).toEqual(levels);
          const first = bounds.seen[question.maxMovements - 1]?.[route.movements[0] as number] as number;
          const start = question.originBits[question.origins.indexOf(route.parties[0] as number)] as number;
          expect(first).not.toBe(NONE);
          const goods = network.movements.goods[route.movements[0] as number] as number;
          const own = bounds.movement[route.movements[0] as number] as number;
          expect(start + (question.startBits[goods] as number) + own + first).toBeGreaterThanOrEqual(route.score);
          looked++;
        }
      }
    }
    expect(looked).toBeGreaterThan(1000);
  });

  it('says how good a missed route can be when the budget is spent', () => {
    let stopped = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { network, question } = randomWorld(seed);
      const all = allRoutes(network, question);
      const found = findRoutes(network, question, Number.POSITIVE_INFINITY, { labels: 3 });
      if (found.complete) continue;
      stopped++;
      const shown = found.groups.flatMap((group) => [group.route, ...group.alternatives]).length;
      const missed = all[shown];
      expect(found.stoppedBy).toBe('LABELS');
      if (missed !== undefined) expect(found.bestOpen).toBeGreaterThanOrEqual(missed.score);
    }
    expect(stopped).toBeGreaterThan(50);
  });
});
