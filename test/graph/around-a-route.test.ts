import { describe, expect, it } from 'vitest';
import { lotsAlong } from '../../src/graph/along.js';
import { computeBounds } from '../../src/graph/bounds.js';
import { Candidates } from '../../src/graph/candidates.js';
import { extendToOrigin } from '../../src/graph/extension.js';
import { type FoundRoute, type Network, NONE, type Question } from '../../src/graph/network.js';
import { traceChain } from '../../src/graph/trace.js';
import {
  allRoutes,
  arrivalsAfter,
  bucket,
  candidates,
  type OracleRoute,
  own,
  ownArrivals,
  relate,
  smallestStay,
  stays,
  type Tie,
  tiesOf,
} from '../support/oracle.js';
import { randomWorld, seeded } from '../support/random-network.js';

const found = (route: OracleRoute): FoundRoute => ({ ...route, rank: 1 });

describe('the trace of a chain', () => {
  it('is the route of the slow twin where there is one, and a reason where there is none', () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 200; seed++) {
      const { network, question } = randomWorld(seed);
      const bounds = computeBounds(network, question);
      const helper = new Candidates(network);
      const routes = allRoutes(network, question);
      const byChain = new Map(routes.map((route) => [route.parties.join(), route]));
      const random = seeded(seed);
      // All that are routes, and as many chains drawn from the air.
      const drawn = Array.from({ length: 60 }, () =>
        Array.from({ length: 2 + Math.floor(random() * 3) }, () => Math.floor(random() * network.movements.parties)),
      );
      for (const parties of [...routes.slice(0, 40).map((route) => route.parties), ...drawn]) {
        const trace = traceChain(network, question, bounds, helper, parties);
        const expected = byChain.get(parties.join());
        const what = 'route' in trace ? 'ROUTE' : trace.failed;
        seen.set(what, (seen.get(what) ?? 0) + 1);
        if (expected === undefined) {
          expect(what, `${parties}, seed ${seed}`).not.toBe('ROUTE');
          if (new Set(parties).size < parties.length) expect(what).toBe('REPEATED');
          else if (!question.origins.includes(parties[0] as number)) expect(what).toBe('ORIGIN');
        } else {
          const { movements, ...route } = expected;
          expect('route' in trace && { ...trace.route }, `${parties}, seed ${seed}`).toEqual({ ...route, rank: 0 });
          const used = traceChain(network, question, bounds, helper, parties, movements);
          expect('route' in used && used.route.score).toBe(expected.score);
        }
      }
    }
    for (const what of [
      'ROUTE',
      'REPEATED',
      'ORIGIN',
      'START_GOODS',
      'CONNECTION',
      'DATES',
      'GOODS',
      'TIER2',
      'ENDING',
    ])
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(5);
  });
});

/** Days on which the last of the movements can arrive and the goods then carried; undefined where it cannot be. */
function alongAll(network: Network, steps: FoundRoute['steps']): number | undefined {
  let days: number[] = [];
  let last = -1;
  let carried = -1;
  let tie: Tie | undefined;
  for (const step of steps) {
    if (step.kind === 'TIE') {
      tie = { ...step, bits: 0 };
      continue;
    }
    if (last < 0) {
      days = ownArrivals(network, step.movement);
      carried = step.carried;
    } else {
      days = arrivalsAfter(network, days, step.movement, tie);
      const pair = relate(network, last, carried, step.movement);
      if (days.length === 0 || pair === undefined) return undefined;
      carried = pair.carried;
    }
    last = step.movement;
    tie = undefined;
  }
  return carried;
}

/** The movements to put before a route, by the definition. */
function extensionOf(
  network: Network,
  question: Question,
  route: OracleRoute,
): { movement: number; carried: number }[] {
  const { movements: M, weights: W } = network;
  const added: { movement: number; carried: number }[] = [];
  const parties = [...route.parties];
  let steps = [...route.steps];
  let used = route.movements.length;
  for (; used < question.maxMovements; used++) {
    const first = steps[0] as { movement: number };
    const choices: { movement: number; carried: number; value: number; whole: typeof steps }[] = [];
    for (let a = 0; a < M.count; a++) {
      const carried = M.goods[a] as number;
      const from = M.shipper[a] as number;
      if (M.consignee[a] !== parties[0] || parties.includes(from) || !question.origins.includes(from)) continue;
      if (question.startBits[carried] === NONE || question.allowed?.[a] === 0) continue;
      if (question.endings.final[question.ending[a] as number] === 1) continue;
      const whole: typeof steps = [{ kind: 'MOVEMENT', movement: a, carried }, ...steps];
      if (alongAll(network, whole) === undefined) continue;
      const pair = relate(network, a, carried, first.movement) as { bits: number; fit: number };
      const choice = candidates(network, a, carried).fit;
      const share = W.choice ? Math.min(0, Math.trunc(64 * Math.log2((pair.fit * 256) / choice))) : 0;
      const time = W.time[bucket(network, smallestStay(network, a, first.movement, undefined))] as number;
      choices.push({ movement: a, carried, value: own(network, a, carried) + time + pair.bits + share, whole });
    }
    const [best] = choices
      .filter(({ value }) => value >= 0)
      .sort((x, y) => y.value - x.value || (M.rank[x.movement] as number) - (M.rank[y.movement] as number));
    if (best === undefined) break;
    // What is carried is told anew, from the new first movement on.
    let goods = best.carried;
    let last = best.movement;
    steps = best.whole.map((step, i) => {
      if (step.kind === 'TIE' || i === 0) return step;
      goods = relate(network, last, goods, step.movement)?.carried as number;
      last = step.movement;
      return { ...step, carried: goods };
    });
    added.unshift({ movement: best.movement, carried: best.carried });
    parties.unshift(M.shipper[best.movement] as number);
  }
  return added;
}

describe('the extension towards the origin', () => {
  it('is that of its slow twin', () => {
    let extended = 0;
    let twice = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const { network, question } = randomWorld(seed);
      const bounds = computeBounds(network, question);
      for (const route of allRoutes(network, question).slice(0, 12)) {
        const added = extendToOrigin(network, question, bounds, new Candidates(network), found(route));
        expect(added, `${route.parties}, seed ${seed}`).toEqual(extensionOf(network, question, route));
        if (added.length > 0) extended++;
        if (added.length > 1) twice++;
      }
    }
    expect(extended).toBeGreaterThan(100);
    expect(twice).toBeGreaterThan(5);
  });
});

/** All chains of lots that are possible pair by pair, one lot of each list after the other. */
function chainsOfLots(network: Network, question: Question, route: OracleRoute): number[][] {
  const { movements: M, goods: G } = network;
  let chains: number[][] = [[]];
  let before = -1;
  let tied = false;
  let here = route.parties[0] as number;
  for (const step of route.steps) {
    if (step.kind === 'TIE') {
      tied = true;
      continue;
    }
    const [from, to] = [M.shipper[step.movement] as number, M.consignee[step.movement] as number];
    const ways = tied ? tiesOf(network, here).filter((tie) => tie.party === from) : [undefined];
    const grown: number[][] = [];
    for (let lot = 0; lot < M.count; lot++) {
      if (M.shipper[lot] !== from || M.consignee[lot] !== to || question.allowed?.[lot] === 0) continue;
      const paper = M.goods[lot] as number;
      const fits = before < 0 ? question.startBits[paper] !== NONE : G.relation[before * G.count + paper] !== 0;
      if (!fits) continue;
      for (const chain of chains) {
        const last = chain[chain.length - 1];
        if (last !== undefined) {
          const possible = ways.some((tie) => stays(network, ownArrivals(network, last), lot, tie).length > 0);
          if (!possible || relate(network, last, before, lot) === undefined) continue;
        }
        grown.push([...chain, lot]);
      }
    }
    chains = grown;
    before = step.carried;
    tied = false;
    here = to;
  }
  return chains;
}

describe('the lots along a route', () => {
  it('are those of its slow twin, and the chips are a smallest cut through them', () => {
    let several = 0;
    let narrowed = 0;
    let unknown = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const { network, question } = randomWorld(seed, seed % 2 === 0 ? { parties: 4, movements: 36 } : {});
      const bounds = computeBounds(network, question);
      for (const route of allRoutes(network, question).slice(0, 6)) {
        const along = lotsAlong(network, question, bounds, new Candidates(network), found(route));
        const chains = chainsOfLots(network, question, route);
        const layers = route.movements.map((_, i) =>
          [...new Set(chains.map((chain) => chain[i] as number))].sort((x, y) => x - y),
        );
        expect(along.lots, `${route.parties}, seed ${seed}`).toEqual(layers);
        expect(along.exact).toBe(true);
        const lots = layers.flat();
        if (lots.length > 11) continue;
        const carried = route.steps.flatMap((step) => (step.kind === 'MOVEMENT' ? [step.carried] : []));
        const chipsOf = layers.flatMap((layer, i) =>
          layer.map((m) => {
            const chips =
              (network.movements.units[m] as number) * (network.goods.chipsPerPiece[carried[i] as number] as number);
            return Number.isNaN(chips) ? Number.POSITIVE_INFINITY : chips;
          }),
        );
        // Every set of lots: does no chain remain without it?
        let least = Number.POSITIVE_INFINITY;
        for (let set = 0; set < 1 << lots.length; set++) {
          const cut = new Set(lots.filter((_, i) => (set >> i) & 1));
          if (chains.some((chain) => chain.every((lot) => !cut.has(lot)))) continue;
          least = Math.min(
            least,
            chipsOf.reduce((sum, chips, i) => sum + ((set >> i) & 1 ? chips : 0), 0),
          );
        }
        expect(along.chips ?? Number.POSITIVE_INFINITY, `${route.parties}, seed ${seed}`).toBe(least);
        if (lots.length > route.movements.length) several++;
        if (layers.every((layer) => layer.reduce((sum, m) => sum + (chipsOf[lots.indexOf(m)] as number), 0) > least))
          narrowed++;
        if (along.chips === undefined) unknown++;
      }
    }
    expect(several).toBeGreaterThan(100);
    expect(narrowed).toBeGreaterThan(3);
    expect(unknown).toBeGreaterThan(3);
  });
});
