/** Small seeded random networks with everything on, for comparing algorithms with their slow twins. */
import { indexMovements } from '../../src/graph/movements.js';
import { type Goods, type Network, NONE, type Question, type Ties, type Weights } from '../../src/graph/network.js';

/** A seeded generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomWorld {
  readonly network: Network;
  readonly question: Question;
}

export interface RandomOptions {
  /** Exact dates, no ties, one kind of goods. */
  readonly plain?: boolean;
  readonly parties?: number;
  readonly movements?: number;
}

/** A world from a seed. Days 0 to about 60, window 20, at most four movements; roughly half of its parties are in Tier 2. */
export function randomWorld(seed: number, options: RandomOptions = {}): RandomWorld {
  const random = seeded(seed);
  const int = (n: number): number => Math.floor(random() * n);
  const chance = (p: number): boolean => random() < p;
  const parties = options.parties ?? 5 + int(3);
  const count = options.movements ?? 20 + int(12);
  const plain = options.plain ?? false;
  const goodsCount = plain ? 1 : 3 + int(2);

  const rows = Array.from({ length: count }, (_, id) => {
    const shipper = int(parties);
    const consignee = (shipper + 1 + int(parties - 1)) % parties;
    // Close together, so that most worlds have routes.
    const departs = int(30);
    const departsSpan = !plain && chance(0.5) ? int(20) : 0;
    const travel = int(6);
    const early = !plain && chance(0.25) ? int(6) : 0;
    const late = !plain && chance(0.5) ? int(20) : 0;
    const arrivesLatest = Math.max(departs, departs + travel + late);
    return {
      shipper,
      consignee,
      departsEarliest: departs,
      departsLatest: departs + departsSpan,
      arrivesEarliest: Math.min(arrivesLatest, departs + travel - early),
      arrivesLatest,
      id,
      goods: plain || chance(0.2) ? 0 : int(goodsCount),
      units: chance(0.15) ? Number.NaN : ([8, 8, 16, 40, 100][int(5)] as number),
      pieceWeight: chance(0.4) ? Number.NaN : ([2, 2, 30][int(3)] as number),
      piecePrice: chance(0.4) ? Number.NaN : ([10, 10, 100][int(3)] as number),
      document: chance(0.7) ? -1 : int(4),
      declaredFor: chance(0.7) ? -1 : int(parties),
      rarity: int(3),
      stock: int(3),
      split: int(2),
      lawGroup: int(3),
      bits: plain ? 0 : int(3) * 64 - 64,
    };
  });
  // Few distinct amounts of evidence and twin rows make equal scores.
  if (!plain && chance(0.3) && count > 2) rows[count - 1] = { ...(rows[0] as (typeof rows)[number]), id: count - 1 };
  const ranks = shuffled(count, random);
  rows.sort(
    (a, b) =>
      a.shipper - b.shipper ||
      a.departsEarliest - b.departsEarliest ||
      a.departsLatest - b.departsLatest ||
      (ranks[a.id] as number) - (ranks[b.id] as number),
  );
  const int32 = (pick: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, pick);
  const movements = indexMovements({
    count,
    parties,
    shipper: int32((r) => r.shipper),
    consignee: int32((r) => r.consignee),
    departsEarliest: int32((r) => r.departsEarliest),
    departsLatest: int32((r) => r.departsLatest),
    arrivesEarliest: int32((r) => r.arrivesEarliest),
    arrivesLatest: int32((r) => r.arrivesLatest),
    rank: int32((r) => ranks[r.id] as number),
    goods: Uint16Array.from(rows, (r) => r.goods),
    units: Float32Array.from(rows, (r) => r.units),
    pieceWeight: Float32Array.from(rows, (r) => r.pieceWeight),
    piecePrice: Float32Array.from(rows, (r) => r.piecePrice),
    document: int32((r) => r.document),
    declaredFor: int32((r) => r.declaredFor),
    rarity: Uint8Array.from(rows, (r) => r.rarity),
    stock: Uint8Array.from(rows, (r) => r.stock),
    split: Uint8Array.from(rows, (r) => r.split),
    lawGroup: int32((r) => r.lawGroup),
    bits: Int16Array.from(rows, (r) => r.bits),
  });

  const goods = plain ? oneGoods() : randomGoods(goodsCount, int, chance);
  const weights = randomWeights(goodsCount, plain, int);
  const ties = plain ? noTies(parties) : randomTies(parties, int, chance);
  const groups = 5;
  const endingBits = new Int16Array(groups * goodsCount).fill(NONE);
  for (let group = 1; group < groups; group++) {
    for (let g = 0; g < goodsCount; g++) if (plain || chance(0.85)) endingBits[group * goodsCount + g] = int(3) * 64;
  }
  const origins = Int32Array.from({ length: parties }, (_, p) => p).filter(() => chance(0.6));
  const question: Question = {
    maxMovements: plain ? 4 : 2 + int(4),
    minTier2: [0, 1, 1, 1, 2][int(5)] as number,
    tier2: Uint8Array.from({ length: parties }, () => (chance(0.5) ? 1 : 0)),
    origins: origins.length === 0 ? Int32Array.of(0) : origins,
    originBits: Int16Array.from({ length: Math.max(1, origins.length) }, () => int(2) * 64),
    startBits: Int16Array.from({ length: goodsCount }, (_, g) =>
      plain || g === 0 || chance(0.8) ? int(2) * 64 : NONE,
    ),
    allowed: plain || chance(0.7) ? null : Uint8Array.from({ length: count }, () => (chance(0.9) ? 1 : 0)),
    ending: Uint16Array.from({ length: count }, () => (chance(0.4) ? 1 + int(groups - 1) : 0)),
    endings: {
      groups,
      bits: endingBits,
      needsStop: Uint8Array.of(0, 0, 1, 1, 0),
      final: Uint8Array.of(0, 1, 0, 0, 0),
    },
    direct: chance(0.5) ? 'ALL' : 'STOPS',
  };
  return { network: { movements, goods, ties, weights }, question };
}

function shuffled(count: number, random: () => number): number[] {
  const list = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as number, list[i] as number];
  }
  return list;
}

/** One kind of goods that always fits. */
function oneGoods(): Goods {
  return {
    count: 1,
    relation: Uint8Array.of(1),
    carry: Uint16Array.of(0),
    chipsPerPiece: Float64Array.of(1),
    usualPieceWeight: Float64Array.of(Number.NaN),
  };
}

/** Code 0 is unknown: it fits everything, and what is carried on a silent paper is what was carried before. */
function randomGoods(count: number, int: (n: number) => number, chance: (p: number) => boolean): Goods {
  const relation = new Uint8Array(count * count);
  const carry = new Uint16Array(count * count);
  for (let g = 0; g < count; g++) {
    for (let p = 0; p < count; p++) {
      const cell = g * count + p;
      if (g === 0 || p === 0) {
        relation[cell] = 3;
        carry[cell] = p === 0 ? g : p;
      } else if (g === p) {
        relation[cell] = 1;
        carry[cell] = p;
      } else if (chance(0.7)) {
        relation[cell] = 2;
        carry[cell] = chance(0.5) ? p : g;
      }
    }
  }
  return {
    count,
    relation,
    carry,
    chipsPerPiece: Float64Array.from({ length: count }, (_, g) => (g === 0 ? 1 : ([1, 1, 8][int(3)] as number))),
    usualPieceWeight: Float64Array.from({ length: count }, () => (chance(0.5) ? 2 : Number.NaN)),
  };
}

function randomWeights(goodsCount: number, plain: boolean, int: (n: number) => number): Weights {
  const table = (length: number, most: number): Int16Array =>
    Int16Array.from({ length }, () => (plain ? 0 : (int(most) - Math.floor(most / 2)) * 64));
  return {
    hop: plain ? -64 : -96,
    dwellEdges: Int32Array.of(4, 10, 20),
    time: plain ? new Int16Array(3) : Int16Array.of(64, 16, 0),
    relations: 4,
    needsMatch: Uint8Array.of(0, 0, 1, 0),
    weightEdges: Float64Array.of(0.9, 1.1),
    weightMatches: Uint8Array.of(0, 0, 1, 0),
    quantityEdges: Float64Array.of(0.5, 0.98, 1.02),
    quantityMatches: Uint8Array.of(0, 0, 0, 1, 0),
    valueEdges: Float64Array.of(0.5, 2),
    goods: table(4 * 4 * 2, 7),
    rarities: 3,
    stocks: 3,
    splits: 2,
    quantity: table(5 * 3 * 3 * 2, 7),
    value: table(4, 5),
    declared: plain ? 0 : (int(5) - 1) * 64,
    fit: plain
      ? new Uint16Array(20).fill(256)
      : Uint16Array.from({ length: 20 }, (_, i) => (i < 5 ? 0 : ([256, 128, 32, 8][int(4)] as number))),
    law: table(3 * goodsCount, 9),
    // Without the share of the choice equal scores are common.
    choice: !plain && int(5) > 1,
  };
}

/** A ties table without ties. */
function noTies(parties: number): Ties {
  return {
    pairs: new Int32Array(parties + 1),
    pairParty: new Int32Array(0),
    pairFrom: new Int32Array(0),
    pairUntil: new Int32Array(0),
    pairBits: new Int16Array(0),
    pairFit: new Uint16Array(0),
    pairRef: new Int32Array(0),
    memberships: new Int32Array(parties + 1),
    membershipCircle: new Int32Array(0),
    membershipFrom: new Int32Array(0),
    membershipUntil: new Int32Array(0),
    circles: 0,
    memberStart: new Int32Array(1),
    memberParty: new Int32Array(0),
    memberFrom: new Int32Array(0),
    memberUntil: new Int32Array(0),
    circleBits: new Int16Array(0),
    circleFit: new Uint16Array(0),
    circleRef: new Int32Array(0),
    tiedPartyBits: new Int16Array(parties),
  };
}

function randomTies(parties: number, int: (n: number) => number, chance: (p: number) => boolean): Ties {
  const pairs: { a: number; b: number; from: number; until: number; bits: number; fit: number; ref: number }[] = [];
  for (let i = int(5); i > 0; i--) {
    const a = int(parties);
    const b = (a + 1 + int(parties - 1)) % parties;
    const from = chance(0.5) ? -1000 : int(40);
    const tie = {
      from,
      until: from + 1 + int(chance(0.5) ? 2000 : 30),
      bits: -32 - int(3) * 16,
      fit: [256, 128][int(2)] as number,
      ref: i,
    };
    pairs.push({ a, b, ...tie }, { a: b, b: a, ...tie });
  }
  pairs.sort((x, y) => x.a - y.a);
  const members: { circle: number; party: number; from: number; until: number }[] = [];
  const circles = int(3);
  for (let circle = 0; circle < circles; circle++) {
    for (let party = 0; party < parties; party++) {
      if (!chance(0.4)) continue;
      const from = chance(0.6) ? -1000 : int(40);
      members.push({ circle, party, from, until: from + 1 + int(chance(0.6) ? 2000 : 30) });
    }
  }
  const byParty = [...members].sort((x, y) => x.party - y.party || x.circle - y.circle);
  const starts = (list: readonly number[], length: number): Int32Array => {
    const at = new Int32Array(length + 1);
    for (const key of list) at[key + 1] = (at[key + 1] as number) + 1;
    for (let i = 0; i < length; i++) at[i + 1] = (at[i + 1] as number) + (at[i] as number);
    return at;
  };
  return {
    pairs: starts(
      pairs.map((p) => p.a),
      parties,
    ),
    pairParty: Int32Array.from(pairs, (p) => p.b),
    pairFrom: Int32Array.from(pairs, (p) => p.from),
    pairUntil: Int32Array.from(pairs, (p) => p.until),
    pairBits: Int16Array.from(pairs, (p) => p.bits),
    pairFit: Uint16Array.from(pairs, (p) => p.fit),
    pairRef: Int32Array.from(pairs, (p) => p.ref),
    memberships: starts(
      byParty.map((m) => m.party),
      parties,
    ),
    membershipCircle: Int32Array.from(byParty, (m) => m.circle),
    membershipFrom: Int32Array.from(byParty, (m) => m.from),
    membershipUntil: Int32Array.from(byParty, (m) => m.until),
    circles,
    memberStart: starts(
      members.map((m) => m.circle),
      circles,
    ),
    memberParty: Int32Array.from(members, (m) => m.party),
    memberFrom: Int32Array.from(members, (m) => m.from),
    memberUntil: Int32Array.from(members, (m) => m.until),
    circleBits: Int16Array.from({ length: circles }, () => -48 - int(3) * 16),
    circleFit: Uint16Array.from({ length: circles }, () => [192, 64][int(2)] as number),
    circleRef: Int32Array.from({ length: circles }, (_, c) => c),
    tiedPartyBits: Int16Array.from({ length: parties }, () => int(3) * 16),
  };
}
