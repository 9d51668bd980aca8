import { describe, expect, it } from 'vitest';
import { type Network, NONE, type Question } from '../../src/graph/network.js';
import { reachForBounds, reachFrom } from '../../src/graph/reach.js';
import { ownArrivals, stays, type Tie, tiesOf } from '../support/oracle.js';
import { randomWorld } from '../support/random-network.js';

/** Goods that can be carried on some chain that starts with the question's goods, whatever the days: by paper. */
function liveGoods({ goods: G }: Network, question: Question): Set<number> {
  const carried = new Set<number>();
  const papers = new Set<number>();
  const codes = Array.from({ length: G.count }, (_, code) => code);
  for (const code of codes) {
    if (question.startBits[code] === NONE) continue;
    papers.add(code);
    carried.add(code);
  }
  for (let before = -1; before < carried.size + papers.size; ) {
    before = carried.size + papers.size;
    for (const g of [...carried]) {
      for (const paper of codes) {
        if (G.relation[g * G.count + paper] === 0) continue;
        papers.add(paper);
        carried.add(G.carry[g * G.count + paper] as number);
      }
    }
  }
  return papers;
}

/** Level by level over all movements, days tried one by one. */
function leastPlaces(network: Network, question: Question): number[] {
  const { movements: M } = network;
  const live = liveGoods(network, question);
  const all = Array.from({ length: M.count }, (_, m) => m);
  const may = all.filter((m) => live.has(M.goods[m] as number) && question.allowed?.[m] !== 0);
  const least = new Array<number>(M.count).fill(0);
  const follows = (a: number, b: number): boolean => {
    if (question.endings.final[question.ending[a] as number] === 1) return false;
    const at = M.consignee[a] as number;
    const through = tiesOf(network, at).filter((tie) => M.shipper[b] === tie.party);
    const ways: (Tie | undefined)[] = M.shipper[b] === at ? [undefined, ...through] : through;
    return ways.some((tie) => stays(network, ownArrivals(network, a), b, tie).length > 0);
  };
  for (const m of may) {
    const starts = question.origins.includes(M.shipper[m] as number);
    if (starts && question.startBits[M.goods[m] as number] !== NONE) least[m] = 1;
  }
  for (let level = 2; level <= question.maxMovements; level++) {
    const front = all.filter((m) => least[m] === level - 1);
    for (const b of may) if (least[b] === 0 && front.some((a) => follows(a, b))) least[b] = level;
  }
  return least;
}

describe('the forward reach', () => {
  it('is that of its slow twin', () => {
    let later = 0;
    let never = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const world = randomWorld(seed);
      // Few origins, so that not everything is a first movement.
      const question = { ...world.question, origins: world.question.origins.slice(0, 1) };
      const expected = leastPlaces(world.network, question);
      const { least, count } = reachFrom(world.network, question);
      expect([...least], `seed ${seed}`).toEqual(expected);
      expect(count).toBe(expected.filter((place) => place > 0).length);
      later += expected.filter((place) => place > 1).length;
      never += expected.filter((place) => place === 0).length;
    }
    expect(later).toBeGreaterThan(500);
    expect(never).toBeGreaterThan(500);
  });

  it('given to the bounds is never later than the true place, also where it was not followed to the end', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const world = randomWorld(seed);
      const question = { ...world.question, origins: world.question.origins.slice(0, 1) };
      const given = reachForBounds(world.network, question);
      leastPlaces(world.network, question).forEach((place, m) => {
        if (place === 0 || place >= question.maxMovements) return;
        expect(given[m], `movement ${m}, seed ${seed}`).toBeGreaterThan(0);
        expect(given[m], `movement ${m}, seed ${seed}`).toBeLessThanOrEqual(place);
      });
    }
  });

  it('with windows and hops unlimited is plain time-respecting reach', () => {
    let reached = 0;
    let beyond = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { network: made, question: asked } = randomWorld(seed, { plain: true, parties: 12, movements: 40 });
      const network = { ...made, weights: { ...made.weights, dwellEdges: Int32Array.of(4, 10, 100_000) } };
      const { movements: M } = network;
      const origins = asked.origins.slice(0, 1);
      const question = { ...asked, origins, maxMovements: 200, ending: new Uint16Array(M.count), allowed: null };
      const { least } = reachFrom(network, question);
      // The classical way: the earliest day at each party, until nothing comes earlier any more.
      const earliest = new Array<number>(M.parties).fill(Number.POSITIVE_INFINITY);
      earliest[origins[0] as number] = Number.NEGATIVE_INFINITY;
      for (let changed = true; changed; ) {
        changed = false;
        for (let m = 0; m < M.count; m++) {
          const to = M.consignee[m] as number;
          const day = M.arrivesLatest[m] as number;
          if ((earliest[M.shipper[m] as number] as number) > (M.departsEarliest[m] as number)) continue;
          if (day >= (earliest[to] as number)) continue;
          earliest[to] = day;
          changed = true;
        }
      }
      for (let m = 0; m < M.count; m++) {
        const can = (earliest[M.shipper[m] as number] as number) <= (M.departsEarliest[m] as number);
        expect((least[m] as number) > 0, `movement ${m}, seed ${seed}`).toBe(can);
        if (can) reached++;
        else beyond++;
      }
    }
    expect(reached).toBeGreaterThan(500);
    expect(beyond).toBeGreaterThan(500);
  });
});
