/** Walks along one given chain: its first instance in the order of results, or the first condition it fails. */
import type { Bounds } from './bounds.js';
import { ALWAYS, type Candidates, type TieTo } from './candidates.js';
import { type Entry, keepBest, ranksBefore, stepsOf } from './entry.js';
import { type FoundRoute, type Network, NONE, type Question } from './network.js';
import { Pairing } from './pairing.js';

/** What stops a chain from being a route, in the order the conditions are looked at. */
export type FailedCondition =
  | 'REPEATED'
  | 'ORIGIN'
  | 'START_GOODS'
  | 'CONNECTION'
  | 'DATES'
  | 'GOODS'
  | 'TWO_TIES'
  | 'LENGTH'
  | 'TIER2'
  | 'ENDING'
  | 'DIRECT';

export type Trace =
  | { readonly route: FoundRoute }
  | {
      readonly failed: FailedCondition;
      /** Index into the chain's parties where it fails. */
      readonly at: number;
      /** For DATES and GOODS: the pair of movements that comes nearest. */
      readonly arriving?: number;
      readonly onward?: number;
    };

/**
 * The best instance of the chain as a route of the question, or why it is none.
 *
 * @param parties in travel order, at least two
 * @param only movements the chain must use, in travel order; undefined lets it choose
 */
export function traceChain(
  network: Network,
  question: Question,
  bounds: Bounds,
  candidates: Candidates,
  parties: readonly number[],
  only?: readonly number[],
): Trace {
  const { movements } = network;
  const repeated = parties.findIndex((party, i) => parties.indexOf(party) < i);
  if (repeated >= 0) return { failed: 'REPEATED', at: repeated };
  const origin = question.origins.indexOf(parties[0] as number);
  if (origin < 0) return { failed: 'ORIGIN', at: 0 };
  const wanted = only === undefined ? undefined : new Set(only);
  const usable = (m: number): boolean => bounds.movement[m] !== NONE && (wanted === undefined || wanted.has(m));

  const pairing = new Pairing(network);
  let entries: Entry[] = [];
  let refusedGoods = false;
  for (const m of between(network, parties[0] as number, parties[1] as number)) {
    const goods = movements.goods[m] as number;
    const start = question.startBits[goods] as number;
    if (start === NONE || !usable(m)) {
      refusedGoods = true;
      continue;
    }
    const score = (question.originBits[origin] as number) + start + pairing.movementBits(m, goods);
    keepBest(network, entries, {
      movement: m,
      carried: goods,
      earliest: pairing.firstArrival(m),
      score,
      movements: 1,
      previous: null,
      tie: null,
    });
  }
  if (entries.length === 0) return { failed: refusedGoods ? 'START_GOODS' : 'CONNECTION', at: 1 };

  for (let i = 2; i < parties.length; i++) {
    const here = parties[i - 1] as number;
    const next = parties[i] as number;
    const found: Entry[] = [];
    const failures: Failure[] = [];
    const ties = candidates.tiesOf(here).filter((tie) => tie.party === next);
    for (const entry of entries) {
      const group = question.ending[entry.movement] as number;
      if (entry.tie === null && group !== 0 && question.endings.final[group] === 1) continue;
      const onward = between(network, here, next).filter(usable);
      for (const b of onward) {
        const step = follow(network, pairing, candidates, entry, b, failures);
        if (step !== undefined) keepBest(network, found, step);
      }
      if (entry.tie !== null) continue;
      for (const tie of ties) found.push({ ...entry, score: entry.score + tie.bits, tie, previous: entry });
    }
    if (found.length === 0) {
      const nearest = failures.find((f) => f.failed === 'GOODS') ?? failures[0];
      if (nearest !== undefined) return { ...nearest, at: i };
      if (entries.every((entry) => entry.tie !== null) && ties.length > 0) return { failed: 'TWO_TIES', at: i };
      const ended = entries.every(
        (e) => e.tie === null && question.endings.final[question.ending[e.movement] as number] === 1,
      );
      return { failed: ended ? 'ENDING' : 'CONNECTION', at: i };
    }
    entries = found;
  }

  const last = parties.length - 1;
  const short = entries.filter((entry) => entry.movements <= question.maxMovements);
  if (short.length === 0) return { failed: 'LENGTH', at: last };
  const tier2 = parties.slice(1).reduce((sum, party) => sum + (question.tier2[party] as number), 0);
  const ended = short.filter((entry) => endingBits(network, question, candidates, entry) !== NONE);
  if (ended.length === 0) return { failed: 'ENDING', at: last };
  if (tier2 < question.minTier2) return { failed: 'TIER2', at: last };
  const indirect = ended.filter(
    (entry) =>
      entry.movements > 1 ||
      question.direct === 'ALL' ||
      question.endings.needsStop[question.ending[entry.movement] as number] === 1,
  );
  if (indirect.length === 0) return { failed: 'DIRECT', at: last };
  const best = indirect.reduce((a, b) => (before(network, question, candidates, b, a) ? b : a));
  return {
    route: {
      parties: [...parties],
      steps: stepsOf(best),
      score: best.score + endingBits(network, question, candidates, best),
      endingGroup: question.ending[best.movement] as number,
      rank: 0,
    },
  };
}

interface Failure {
  readonly failed: 'DATES' | 'GOODS';
  readonly arriving: number;
  readonly onward: number;
}

function follow(
  network: Network,
  pairing: Pairing,
  candidates: Candidates,
  entry: Entry,
  b: number,
  failures: Failure[],
): Entry | undefined {
  const tie: TieTo | null = entry.tie;
  const tieFrom = tie?.from ?? ALWAYS.from;
  if (!pairing.timing(entry.movement, entry.earliest, b, tieFrom, tie?.until ?? ALWAYS.until)) {
    failures.push({ failed: 'DATES', arriving: entry.movement, onward: b });
    return undefined;
  }
  if (!pairing.relate(entry.movement, entry.carried, b)) {
    failures.push({ failed: 'GOODS', arriving: entry.movement, onward: b });
    return undefined;
  }
  const { hop } = network.weights;
  const pair = hop + pairing.timeBits() + pairing.bits + pairing.movementBits(b, pairing.carried);
  const carried = pairing.carried;
  const share = candidates.share(entry.movement, entry.carried, pairing.fit * (tie?.fit ?? 256));
  return {
    movement: b,
    carried,
    earliest: pairing.earliestArrival(entry.earliest, b, tieFrom),
    score: entry.score + pair + share,
    movements: entry.movements + 1,
    previous: entry,
    tie: null,
  };
}

function endingBits(network: Network, question: Question, candidates: Candidates, entry: Entry): number {
  if (entry.tie !== null) return NONE;
  const bits = Pairing.endingBits(question, network.goods.count, entry.movement, entry.carried);
  if (bits === NONE) return NONE;
  const stops = question.endings.needsStop[question.ending[entry.movement] as number] === 1;
  return stops && !candidates.choice(entry.movement, entry.carried).stops ? NONE : bits;
}

function before(network: Network, question: Question, candidates: Candidates, a: Entry, b: Entry): boolean {
  const x = a.score + endingBits(network, question, candidates, a);
  const y = b.score + endingBits(network, question, candidates, b);
  if (x !== y) return x > y;
  return a.movements !== b.movements ? a.movements < b.movements : ranksBefore(network, a, b);
}

/** Movements from one party to another, in column order. */
export function between(network: Network, from: number, to: number): number[] {
  const { movements } = network;
  const found: number[] = [];
  for (let m = movements.departures[from] as number; m < (movements.departures[from + 1] as number); m++) {
    if (movements.consignee[m] === to) found.push(m);
  }
  return found;
}
