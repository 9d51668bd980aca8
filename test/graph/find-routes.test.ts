import { describe, expect, it } from 'vitest';
import { computeBounds } from '../../src/graph/bounds.js';
import { findRoutes } from '../../src/graph/find-routes.js';
import type { FoundRoute } from '../../src/graph/network.js';
import { allRoutes, type Coverage, groupRoutes, type OracleRoute } from '../support/oracle.js';
import { randomWorld } from '../support/random-network.js';

/** `DETOUR_ORACLE_WORLDS=20000` tries more. */
const WORLDS = Number(process.env.DETOUR_ORACLE_WORLDS ?? 600);

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
      // Every other world is bounded by window maxima instead of pair by pair, as at a busy party.
      const bounds = computeBounds(network, question, seed % 2 === 0 ? { pairsAtMost: 0, tiesAtMost: seed % 4 } : {});
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
    console.log('coverage', JSON.stringify(seen));
  }, 300_000);

  it('never bounds a continuation below what the slow twin finds', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { network, question } = randomWorld(seed);
      const bounds = computeBounds(network, question);
      expect(bounds.seen.length).toBe(question.maxMovements);
    }
  });
});
