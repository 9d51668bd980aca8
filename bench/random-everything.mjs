/** Random trade with everything on: goods, unknown quantities and dates, ties, pair evidence, choice share, Tier 2. */
import { indexMovements } from '../dist/graph/movements.js';
import { bareQuestion, randomTrade, seeded } from './random-trade.mjs';

const NONE = -0x8000;
const int16 = (length, draw) => Int16Array.from({ length }, draw);

/**
 * The movements of `randomTrade` with twelve papers (one of them silent), quantities, weights and prices of which a
 * third are unknown, a tenth of dates known to the month only, and ties of one party in fifty.
 */
export function everythingNetwork(count, seed = 1) {
  const random = seeded(seed + 1000);
  const int = (n) => Math.floor(random() * n);
  const movements = widenDates(randomTrade(count, seed), random);
  const kinds = 12;
  const unitsOf = [1, 2, 4, 8, 8, 16, 64, 512];
  for (let m = 0; m < count; m++) {
    movements.goods[m] = random() < 0.25 ? 0 : 1 + Math.floor(random() ** 2 * (kinds - 1));
    if (random() < 0.66) movements.units[m] = unitsOf[int(unitsOf.length)];
    if (random() < 0.66) movements.pieceWeight[m] = 2 + movements.goods[m] * (0.95 + random() * 0.1);
    if (random() < 0.5) movements.piecePrice[m] = 100 * (1 + movements.goods[m]) * (0.5 + random());
    if (random() < 0.1) movements.document[m] = int(count / 4);
    if (random() < 0.1) movements.declaredFor[m] = int(movements.parties);
    movements.rarity[m] = Math.floor(4 * random() ** 2);
    movements.stock[m] = [0, 1, 1, 1, 1, 1, 1, 1, 2, 3][int(10)];
    movements.split[m] = [0, 1, 1, 1, 1, 1, 1, 1, 1, 2][int(10)];
    movements.lawGroup[m] = int(200);
  }
  return {
    movements,
    goods: twelveGoods(kinds),
    ties: randomTies(movements.parties, random),
    weights: allWeights(kinds, random),
  };
}

/** As `bareQuestion`, one Tier 2 party needed, half of the parties in Tier 2, and all three kinds of ending. */
export function everythingQuestion(movements, { origins, maxMovements = 6, seed = 7 }) {
  const random = seeded(seed + 2000);
  const plain = bareQuestion(movements, { origins, maxMovements, minTier2: 1, seed });
  for (let m = 0; m < movements.count; m++) {
    // A party in two hundred is controlled from the target and keeps what it gets, or may.
    if (plain.ending[m] === 0 && movements.consignee[m] % 200 === 0) plain.ending[m] = 2;
  }
  const kinds = 12;
  return {
    ...plain,
    tier2: Uint8Array.from({ length: movements.parties }, () => (random() < 0.5 ? 1 : 0)),
    startBits: int16(kinds, (_, goods) => (goods > 8 ? NONE : goods === 0 ? 0 : 64)),
    endings: {
      groups: 3,
      bits: int16(3 * kinds, (_, i) => (i < kinds ? NONE : i < 2 * kinds ? 256 : 128)),
      needsStop: Uint8Array.of(0, 0, 1),
      final: Uint8Array.of(0, 1, 0),
    },
  };
}

/** A tenth of the movements are known to the month only: they left and came on some day of thirty. */
function widenDates(columns, random) {
  const { count, shipper } = columns;
  const order = new Uint32Array(count);
  for (let m = 0; m < count; m++) {
    order[m] = m;
    if (random() >= 0.1) continue;
    columns.departsLatest[m] += 29;
    columns.arrivesLatest[m] += 29;
  }
  // Sorted by (shipper, earliest departure) they are already; the latest departure comes third.
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && shipper[to] === shipper[from] && columns.departsEarliest[to] === columns.departsEarliest[from])
      to++;
    if (to - from > 1)
      order.subarray(from, to).sort((x, y) => columns.departsLatest[x] - columns.departsLatest[y] || x - y);
    from = to;
  }
  for (const name of ['consignee', 'departsLatest', 'arrivesEarliest', 'arrivesLatest']) {
    const column = columns[name];
    const sorted = Int32Array.from(order, (m) => column[m]);
    column.set(sorted);
  }
  const { departures, arrivals, arrivalsAt, departureSpan, arrivalSpan, ...plain } = columns;
  return indexMovements(plain);
}

/** Paper 0 is silent; papers come in threes (chip, board, server) that contain one another. */
function twelveGoods(kinds) {
  const relation = new Uint8Array(kinds * kinds);
  const carry = new Uint16Array(kinds * kinds);
  for (let carried = 0; carried < kinds; carried++) {
    for (let paper = 0; paper < kinds; paper++) {
      const cell = carried * kinds + paper;
      const sameFamily = Math.floor((carried - 1) / 3) === Math.floor((paper - 1) / 3);
      if (carried === 0 || paper === 0) relation[cell] = 3;
      else if (carried === paper) relation[cell] = 1;
      else if (sameFamily) relation[cell] = 2;
      carry[cell] = paper === 0 ? carried : paper;
    }
  }
  return {
    count: kinds,
    relation,
    carry,
    chipsPerPiece: Float64Array.from({ length: kinds }, (_, g) => (g === 0 ? 1 : [1, 1, 8][(g - 1) % 3])),
    usualPieceWeight: Float64Array.from({ length: kinds }, (_, g) => (g === 0 ? Number.NaN : 2 + g)),
  };
}

/** Amounts of the size of those in `seeds/evidence`, in sixty-fourths. */
function allWeights(kinds, random) {
  const goods = new Int16Array(4 * 4 * 2);
  for (let relation = 1; relation < 4; relation++) {
    for (let weight = 0; weight < 4; weight++) {
      // Onto a silent paper a continuation costs, unless the weight a piece singles it out.
      const bits = relation === 1 ? 96 : relation === 2 ? 16 : weight === 2 ? 0 : -160;
      goods[(relation * 4 + weight) * 2] = bits;
      goods[(relation * 4 + weight) * 2 + 1] = bits + 256;
    }
  }
  const quantity = new Int16Array(5 * 4 * 4 * 3);
  for (let i = 0; i < quantity.length; i++) {
    const [split, stock, rarity, ratio] = [i % 3, Math.floor(i / 3) % 4, Math.floor(i / 12) % 4, Math.floor(i / 48)];
    quantity[i] =
      (ratio === 3 ? [32, 96, 160, 256][rarity] : ratio === 4 ? -64 : 0) +
      (stock === 2 ? [16, 64, 112, 160][rarity] : stock === 3 ? -512 : 0) +
      (split === 2 ? 96 : 0);
  }
  return {
    hop: -192,
    dwellEdges: Int32Array.of(7, 30, 90, 180),
    time: Int16Array.of(64, 32, 0, 0),
    relations: 4,
    needsMatch: Uint8Array.of(0, 0, 0, 0),
    weightEdges: Float64Array.of(0.9, 1.1),
    weightMatches: Uint8Array.of(0, 0, 1, 0),
    quantityEdges: Float64Array.of(0.5, 0.98, 1.02),
    quantityMatches: Uint8Array.of(0, 0, 0, 1, 0),
    valueEdges: Float64Array.of(0.5, 2),
    goods,
    rarities: 4,
    stocks: 4,
    splits: 3,
    quantity,
    value: Int16Array.of(0, 48, 0, -16),
    declared: 192,
    fit: Uint16Array.from({ length: 20 }, (_, i) => (i < 5 ? 0 : [64, 32, 64, 256, 8][i % 5])),
    law: int16(200 * kinds, (_, i) => {
      const dice = random();
      if (i % kinds > 6) return dice < 0.1 ? 16 : 0;
      return dice < 0.3 ? 256 : dice < 0.35 ? -192 : dice < 0.5 ? 96 : 0;
    }),
    choice: true,
  };
}

/** One party in fifty owns another, and one in fifty shares an address with up to three others. */
function randomTies(parties, random) {
  const int = (n) => Math.floor(random() * n);
  const pairs = [];
  for (let ref = 0; ref < parties / 50; ref++) {
    const a = int(parties);
    const b = (a + 1 + int(parties - 1)) % parties;
    const tie = { from: 19000 + int(700), until: 21000, bits: -64, fit: 128, ref };
    pairs.push({ a, b, ...tie }, { a: b, b: a, ...tie });
  }
  pairs.sort((x, y) => x.a - y.a);
  const circles = Math.floor(parties / 150);
  const members = [];
  for (let circle = 0; circle < circles; circle++) {
    const chosen = new Set(Array.from({ length: 3 }, () => int(parties)));
    for (const party of chosen) members.push({ circle, party });
  }
  const byParty = [...members].sort((x, y) => x.party - y.party || x.circle - y.circle);
  const starts = (keys, length) => {
    const at = new Int32Array(length + 1);
    for (const key of keys) at[key + 1]++;
    for (let i = 0; i < length; i++) at[i + 1] += at[i];
    return at;
  };
  const column = (list, name) => Int32Array.from(list, (one) => one[name]);
  const constant = (list, value) => new Int32Array(list.length).fill(value);
  return {
    pairs: starts(column(pairs, 'a'), parties),
    pairParty: column(pairs, 'b'),
    pairFrom: column(pairs, 'from'),
    pairUntil: column(pairs, 'until'),
    pairBits: Int16Array.from(pairs, (pair) => pair.bits),
    pairFit: Uint16Array.from(pairs, (pair) => pair.fit),
    pairRef: column(pairs, 'ref'),
    memberships: starts(column(byParty, 'party'), parties),
    membershipCircle: column(byParty, 'circle'),
    membershipFrom: constant(byParty, 0),
    membershipUntil: constant(byParty, 30000),
    circles,
    memberStart: starts(column(members, 'circle'), circles),
    memberParty: column(members, 'party'),
    memberFrom: constant(members, 0),
    memberUntil: constant(members, 30000),
    circleBits: new Int16Array(circles).fill(-128),
    circleFit: new Uint16Array(circles).fill(64),
    circleRef: Int32Array.from({ length: circles }, (_, circle) => circle),
    tiedPartyBits: new Int16Array(parties),
  };
}
