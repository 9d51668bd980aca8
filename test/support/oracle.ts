/**
 * The slow twin of the route search: tries every chain of movements and every choice of days.
 *
 * It shares no code with `src/graph` but the types: classes, windows, sums and orders are worked out again from
 * the definitions, day by day.
 */
import { type FoundRoute, type Network, NONE, type Question, type Step } from '../../src/graph/network.js';

export interface Tie {
  readonly party: number;
  readonly from: number;
  readonly until: number;
  readonly bits: number;
  readonly fit: number;
  readonly pair: number;
  readonly circle: number;
}

export interface OracleRoute extends Omit<FoundRoute, 'rank'> {
  readonly movements: readonly number[];
}

/** What the random worlds must exercise; counted while enumerating. */
export interface Coverage {
  usedTie: boolean;
  carriedUnknown: boolean;
  passedThrough: boolean;
  jointlyImpossible: boolean;
  hopLimitBites: boolean;
  endings: Set<number>;
}

/** All routes of the question in the order of results, one (the first instance) for each chain of parties. */
export function allRoutes(network: Network, question: Question, coverage?: Coverage): OracleRoute[] {
  const { movements: M } = network;
  const byChain = new Map<string, OracleRoute>();

  const visit = (steps: Step[], parties: number[], arrivalDays: number[], score: number, carried: number): void => {
    const used = steps.flatMap((s) => (s.kind === 'MOVEMENT' ? [s.movement] : []));
    const last = used[used.length - 1] as number;
    const group = question.ending[last] as number;
    const tier2 = parties.slice(1).filter((p) => question.tier2[p] === 1).length;
    if (group !== 0 && tier2 >= question.minTier2) {
      const bits = question.endings.bits[group * network.goods.count + carried] as number;
      const needsStop = question.endings.needsStop[group] === 1;
      const directRefused = used.length === 1 && question.direct === 'STOPS' && !needsStop;
      if (bits !== NONE && !directRefused && (!needsStop || candidates(network, last, carried).stops)) {
        const route = { parties, steps, score: score + bits, endingGroup: group, movements: used };
        const key = parties.join(',');
        const known = byChain.get(key);
        if (known === undefined || comesBefore(network, route, known)) byChain.set(key, route);
        if (coverage !== undefined) noteRoute(coverage, network, question, route, carried);
      }
    }
    if (group !== 0 && question.endings.final[group] === 1) return;
    const here = parties[parties.length - 1] as number;
    const ways: (Tie | undefined)[] = [undefined, ...tiesOf(network, here)];
    for (const tie of ways) {
      if (tie !== undefined && parties.includes(tie.party)) continue;
      for (let b = 0; b < M.count; b++) {
        if (M.shipper[b] !== (tie === undefined ? here : tie.party)) continue;
        const to = M.consignee[b] as number;
        if (parties.includes(to) || to === tie?.party || !allowed(question, b)) continue;
        const pair = relate(network, last, carried, b);
        if (pair === undefined) continue;
        const days = arrivalsAfter(network, arrivalDays, b, tie);
        const pairwise = arrivalsAfter(network, ownArrivals(network, last), b, tie);
        if (days.length === 0) {
          if (coverage !== undefined && pairwise.length > 0) coverage.jointlyImpossible = true;
          continue;
        }
        if (used.length >= question.maxMovements) {
          if (coverage !== undefined) coverage.hopLimitBites = true;
          continue;
        }
        const share = network.weights.choice
          ? Math.min(
              0,
              Math.trunc(64 * Math.log2((pair.fit * (tie?.fit ?? 256)) / candidates(network, last, carried).fit)),
            )
          : 0;
        const added =
          network.weights.hop +
          share +
          (network.weights.time[bucket(network, smallestStay(network, last, b, tie))] as number) +
          pair.bits +
          (tie?.bits ?? 0) +
          own(network, b, pair.carried);
        const tieStep: Step[] =
          tie === undefined
            ? []
            : [
                {
                  kind: 'TIE',
                  party: tie.party,
                  pair: tie.pair,
                  circle: tie.circle,
                  from: tie.from,
                  until: tie.until,
                  fit: tie.fit,
                },
              ];
        visit(
          [...steps, ...tieStep, { kind: 'MOVEMENT', movement: b, carried: pair.carried }],
          [...parties, ...(tie === undefined ? [] : [tie.party]), to],
          days,
          score + added,
          pair.carried,
        );
      }
    }
  };

  question.origins.forEach((origin, i) => {
    for (let m = 0; m < M.count; m++) {
      if (M.shipper[m] !== origin || !allowed(question, m)) continue;
      const goods = M.goods[m] as number;
      const start = question.startBits[goods] as number;
      if (start === NONE) continue;
      visit(
        [{ kind: 'MOVEMENT', movement: m, carried: goods }],
        [origin, M.consignee[m] as number],
        ownArrivals(network, m),
        (question.originBits[i] as number) + start + own(network, m, goods),
        goods,
      );
    }
  });
  return [...byChain.values()].sort((a, b) => (comesBefore(network, a, b) ? -1 : 1));
}

/** Groups in rank order, as lists of routes with the one shown first. */
export function groupRoutes(routes: readonly OracleRoute[]): OracleRoute[][] {
  const groups: OracleRoute[][] = [];
  for (const route of routes) {
    const home = groups.find(([shown]) => {
      const other = (shown as OracleRoute).movements;
      const common = route.movements.filter((m) => other.includes(m)).length;
      return (
        other[other.length - 1] === route.movements[route.movements.length - 1] || common * 2 >= route.movements.length
      );
    });
    if (home === undefined) groups.push([route]);
    else home.push(route);
  }
  return groups;
}

function noteRoute(
  coverage: Coverage,
  network: Network,
  question: Question,
  route: OracleRoute,
  carried: number,
): void {
  coverage.endings.add(route.endingGroup);
  if (route.steps.some((s) => s.kind === 'TIE')) coverage.usedTie = true;
  if (
    route.movements.length > 1 &&
    network.goods.count > 1 &&
    carried !== 0 &&
    route.movements.some((m, i) => i > 0 && network.movements.goods[m] === 0)
  ) {
    coverage.carriedUnknown = true;
  }
  if (route.movements.slice(0, -1).some((m) => question.endings.needsStop[question.ending[m] as number] === 1)) {
    coverage.passedThrough = true;
  }
}

function allowed(question: Question, m: number): boolean {
  return question.allowed === null || question.allowed[m] === 1;
}

export function own(network: Network, m: number, carried: number): number {
  const { movements, weights, goods } = network;
  return (
    (movements.bits[m] as number) + (weights.law[(movements.lawGroup[m] as number) * goods.count + carried] as number)
  );
}

function days(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** Days movement m can arrive on, one of its departure days before. */
export function ownArrivals(network: Network, m: number): number[] {
  const { movements: M } = network;
  return days(M.arrivesEarliest[m] as number, M.arrivesLatest[m] as number).filter((day) =>
    days(M.departsEarliest[m] as number, M.departsLatest[m] as number).some((departs) => departs <= day),
  );
}

/** Every (arrival day, departure day) that can be chosen between an arrival and movement b, through the tie if given. */
export function stays(
  network: Network,
  arrivals: readonly number[],
  b: number,
  tie: Tie | undefined,
): [number, number][] {
  const { movements: M, weights } = network;
  const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
  const found: [number, number][] = [];
  for (const arrives of arrivals) {
    for (const departs of days(M.departsEarliest[b] as number, M.departsLatest[b] as number)) {
      if (departs < arrives || departs - arrives > window || departs > (M.arrivesLatest[b] as number)) continue;
      if (tie !== undefined && !days(arrives, departs).some((day) => day >= tie.from && day < tie.until)) continue;
      found.push([arrives, departs]);
    }
  }
  return found;
}

export function arrivalsAfter(
  network: Network,
  arrivals: readonly number[],
  b: number,
  tie: Tie | undefined,
): number[] {
  const { movements: M } = network;
  const departures = new Set(stays(network, arrivals, b, tie).map(([, departs]) => departs));
  return days(M.arrivesEarliest[b] as number, M.arrivesLatest[b] as number).filter((day) =>
    [...departures].some((departs) => departs <= day),
  );
}

export function smallestStay(network: Network, a: number, b: number, tie: Tie | undefined): number {
  return Math.min(...stays(network, ownArrivals(network, a), b, tie).map(([arrives, departs]) => departs - arrives));
}

export function bucket(network: Network, stay: number): number {
  return [...network.weights.dwellEdges].findIndex((edge) => stay <= edge);
}

function classIn(value: number, edges: Float64Array): number {
  if (Number.isNaN(value)) return 0;
  return 1 + [...edges].filter((edge) => edge <= value).length;
}

export function relate(
  network: Network,
  a: number,
  carried: number,
  b: number,
): { carried: number; bits: number; fit: number } | undefined {
  const { movements: M, goods: G, weights: W } = network;
  const paper = M.goods[b] as number;
  const relation = G.relation[carried * G.count + paper] as number;
  if (relation === 0) return undefined;
  const after = G.carry[carried * G.count + paper] as number;
  const chips = (m: number, g: number): number => (M.units[m] as number) * (G.chipsPerPiece[g] as number);
  const quantity = classIn(chips(b, after) / chips(a, carried), W.quantityEdges);
  const weightA = Number.isNaN(M.pieceWeight[a] as number)
    ? (G.usualPieceWeight[carried] as number)
    : (M.pieceWeight[a] as number);
  const weight = classIn((M.pieceWeight[b] as number) / weightA, W.weightEdges);
  if (W.needsMatch[relation] === 1 && W.weightMatches[weight] === 0 && W.quantityMatches[quantity] === 0)
    return undefined;
  const price = (m: number, g: number): number => (M.piecePrice[m] as number) / (G.chipsPerPiece[g] as number);
  const value = classIn(price(b, after) / price(a, carried), W.valueEdges);
  const document = (M.document[a] as number) !== -1 && M.document[a] === M.document[b] ? 1 : 0;
  const weightClasses = W.weightEdges.length + 2;
  const quantityClasses = W.quantityEdges.length + 2;
  const cell =
    ((quantity * W.rarities + (M.rarity[b] as number)) * W.stocks + (M.stock[b] as number)) * W.splits +
    (M.split[a] as number);
  return {
    carried: after,
    bits:
      (W.goods[relation * weightClasses * 2 + weight * 2 + document] as number) +
      (W.quantity[cell] as number) +
      (W.value[value] as number) +
      (M.declaredFor[a] !== -1 && M.declaredFor[a] === M.consignee[b] ? W.declared : 0),
    fit: W.fit[relation * quantityClasses + quantity] as number,
  };
}

export function tiesOf(network: Network, party: number): Tie[] {
  const { ties: T } = network;
  const found: Tie[] = [];
  for (let i = T.pairs[party] as number; i < (T.pairs[party + 1] as number); i++) {
    const other = T.pairParty[i] as number;
    found.push({
      party: other,
      from: T.pairFrom[i] as number,
      until: T.pairUntil[i] as number,
      bits: (T.pairBits[i] as number) + (T.tiedPartyBits[other] as number),
      fit: T.pairFit[i] as number,
      pair: i,
      circle: -1,
    });
  }
  for (let circle = 0; circle < T.circles; circle++) {
    const members = days(T.memberStart[circle] as number, (T.memberStart[circle + 1] as number) - 1);
    const mine = members.filter((j) => T.memberParty[j] === party);
    for (const i of mine) {
      for (const j of members) {
        const other = T.memberParty[j] as number;
        if (other === party) continue;
        found.push({
          party: other,
          from: Math.max(T.memberFrom[i] as number, T.memberFrom[j] as number),
          until: Math.min(T.memberUntil[i] as number, T.memberUntil[j] as number),
          bits: (T.circleBits[circle] as number) + (T.tiedPartyBits[other] as number),
          fit: T.circleFit[circle] as number,
          pair: -1,
          circle,
        });
      }
    }
  }
  return found;
}

/** Sums over all candidates of an arrival with its goods. */
export function candidates(network: Network, a: number, carried: number): { fit: number; stops: boolean } {
  const { movements: M, goods: G } = network;
  const at = M.consignee[a] as number;
  const sender = M.shipper[a] as number;
  const arrived = (M.units[a] as number) * (G.chipsPerPiece[carried] as number);
  let fit = 0;
  let onward = 0;
  for (let b = 0; b < M.count; b++) {
    if (M.consignee[b] === sender || M.shipper[b] === sender) continue;
    const pair = relate(network, a, carried, b);
    if (pair === undefined) continue;
    const factors: number[] = [];
    if (M.shipper[b] === at && stays(network, ownArrivals(network, a), b, undefined).length > 0) factors.push(256);
    for (const tie of tiesOf(network, at)) {
      if (M.shipper[b] === tie.party && stays(network, ownArrivals(network, a), b, tie).length > 0)
        factors.push(tie.fit);
    }
    if (factors.length === 0) continue;
    const weight = pair.fit * Math.max(...factors);
    const chips = (M.units[b] as number) * (G.chipsPerPiece[pair.carried] as number);
    fit += weight;
    onward += (weight / 65536) * (Number.isNaN(chips) ? arrived : chips);
  }
  return { fit, stops: !(onward >= arrived / 2) };
}

/** Score descending, fewer movements, fewer parties, parties, then ranks of the movements. */
function comesBefore(network: Network, a: OracleRoute, b: OracleRoute): boolean {
  const ranks = (route: OracleRoute): number[] => route.movements.map((m) => network.movements.rank[m] as number);
  const keys: [readonly number[], readonly number[]][] = [
    [
      [-a.score, a.movements.length, a.parties.length],
      [-b.score, b.movements.length, b.parties.length],
    ],
    [a.parties, b.parties],
    [ranks(a), ranks(b)],
  ];
  for (const [x, y] of keys) {
    for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return (x[i] as number) < (y[i] as number);
  }
  return false;
}
