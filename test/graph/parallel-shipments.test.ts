import { describe, expect, it } from 'vitest';
import { findRoutes } from '../../src/graph/find-routes.js';
import { indexMovements } from '../../src/graph/movements.js';
import type { FoundRoute, Network, Question } from '../../src/graph/network.js';
import { allRoutes, groupRoutes } from '../support/oracle.js';
import { randomWorld } from '../support/random-network.js';

function plainly(route: Omit<FoundRoute, 'rank'>): unknown {
  return {
    parties: [...route.parties],
    score: route.score,
    movements: route.steps.flatMap((s) => (s.kind === 'MOVEMENT' ? [s.movement] : [])),
  };
}

/** Maker to trader and trader to buyer, half of the shipments each, spread evenly over four years. */
function twoLegs(count: number): { network: Network; question: Question } {
  const half = count / 2;
  const { network, question } = randomWorld(1, { plain: true, parties: 3, movements: 2 });
  const int32 = (pick: (m: number) => number): Int32Array => Int32Array.from({ length: count }, (_, m) => pick(m));
  const day = (m: number): number => Math.floor(((m % half) * 1460) / half);
  const unknown = (): Float32Array => new Float32Array(count).fill(Number.NaN);
  const movements = indexMovements({
    count,
    parties: 3,
    shipper: int32((m) => (m < half ? 0 : 1)),
    consignee: int32((m) => (m < half ? 1 : 2)),
    departsEarliest: int32(day),
    departsLatest: int32(day),
    arrivesEarliest: int32((m) => day(m) + 3),
    arrivesLatest: int32((m) => day(m) + 3),
    rank: int32((m) => m),
    goods: new Uint16Array(count),
    units: unknown(),
    pieceWeight: unknown(),
    piecePrice: unknown(),
    document: new Int32Array(count).fill(-1),
    declaredFor: new Int32Array(count).fill(-1),
    rarity: new Uint8Array(count),
    stock: new Uint8Array(count),
    split: new Uint8Array(count),
    lawGroup: new Int32Array(count),
    bits: Int16Array.from({ length: count }, (_, m) => -((m * 7919) % 256)),
  });
  return {
    network: { ...network, movements, weights: { ...network.weights, dwellEdges: Int32Array.of(30, 90, 180) } },
    question: {
      ...question,
      minTier2: 0,
      origins: Int32Array.of(0),
      originBits: Int16Array.of(0),
      startBits: Int16Array.of(0),
      allowed: null,
      ending: Uint16Array.from({ length: count }, (_, m) => (m < half ? 0 : 1)),
      endings: { ...question.endings, bits: question.endings.bits.map(() => 0) },
    },
  };
}

describe('parallel shipments between the same parties', () => {
  it('give the routes of the slow twin, lots alike or not', () => {
    let compared = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const { network, question } = randomWorld(seed, {
        plain: seed % 2 === 0,
        parties: 3,
        movements: seed % 2 === 0 ? 300 : 120,
      });
      const { movements } = network;
      if (seed % 2 === 0) {
        for (const column of [movements.units, movements.pieceWeight, movements.piecePrice]) column.fill(Number.NaN);
        movements.document.fill(-1);
        movements.declaredFor.fill(-1);
        for (let m = 0; m < movements.count; m++) movements.bits[m] = -((m * 37) % 5) * 16;
        movements.split.fill(0);
      }
      const three = { ...question, maxMovements: 3 };
      const groups = groupRoutes(allRoutes(network, three));
      const found = findRoutes(network, three, Number.POSITIVE_INFINITY);
      expect(
        found.groups.map((g) => [plainly(g.route), ...g.alternatives.map(plainly)]),
        `seed ${seed}`,
      ).toEqual(groups.map((group) => group.map(plainly)));
      compared += groups.length;
    }
    expect(compared).toBeGreaterThan(30);
  }, 60_000);

  it('are no trouble by the hundred thousand', () => {
    const { network, question } = twoLegs(200_000);
    const { groups, complete, exhausted, steps } = findRoutes(network, question, 10);
    expect({ complete, exhausted, groups: groups.length }).toEqual({ complete: true, exhausted: true, groups: 1 });
    expect(groups[0]?.route.parties).toEqual([0, 1, 2]);
    // A hundred thousand arrivals with twelve thousand departures each would be over a thousand million.
    expect(steps).toBeLessThan(30_000_000);
  }, 60_000);
});
