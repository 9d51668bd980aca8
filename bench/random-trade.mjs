/** Random heavy-tailed trade as columns: seeded, any size, no files. */
import { indexMovements } from '../dist/graph/movements.js';

/** A seeded generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const shared = (Type, length) => new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT));

/**
 * `count` movements among `count / 10` parties over four years. Half of all ends are drawn evenly, half with a
 * heavy tail (cube of a uniform draw), so that a few parties are hubs. Exact dates, transit of 1 to 30 days.
 */
export function randomTrade(count, seed = 1) {
  const random = seeded(seed);
  const parties = Math.max(10, Math.floor(count / 10));
  const draw = () => Math.floor((random() < 0.5 ? random() : random() ** 3) * parties);
  const shipper = new Int32Array(count);
  const day = new Int32Array(count);
  const order = new Int32Array(count);
  for (let m = 0; m < count; m++) {
    shipper[m] = draw();
    day[m] = 19000 + Math.floor(random() * 1460);
    order[m] = m;
  }
  // Two stable counting sorts: by day, then by shipper.
  const byDay = countingSort(order, day, 19000, 1460);
  const sorted = countingSort(byDay, shipper, 0, parties);
  const columns = {
    count,
    parties,
    shipper: shared(Int32Array, count),
    consignee: shared(Int32Array, count),
    departsEarliest: shared(Int32Array, count),
    departsLatest: shared(Int32Array, count),
    arrivesEarliest: shared(Int32Array, count),
    arrivesLatest: shared(Int32Array, count),
    rank: shared(Int32Array, count),
    goods: shared(Uint16Array, count),
    units: shared(Float32Array, count).fill(Number.NaN),
    pieceWeight: shared(Float32Array, count).fill(Number.NaN),
    piecePrice: shared(Float32Array, count).fill(Number.NaN),
    document: shared(Int32Array, count).fill(-1),
    declaredFor: shared(Int32Array, count).fill(-1),
    rarity: shared(Uint8Array, count),
    stock: shared(Uint8Array, count),
    split: shared(Uint8Array, count),
    lawGroup: shared(Int32Array, count),
    bits: shared(Int16Array, count),
  };
  for (let i = 0; i < count; i++) {
    const m = sorted[i];
    columns.shipper[i] = shipper[m];
    let to = draw();
    if (to === shipper[m]) to = (to + 1) % parties;
    columns.consignee[i] = to;
    columns.departsEarliest[i] = day[m];
    columns.departsLatest[i] = day[m];
    const arrives = day[m] + 1 + Math.floor(random() * 30);
    columns.arrivesEarliest[i] = arrives;
    columns.arrivesLatest[i] = arrives;
    columns.rank[i] = i;
    // A cost of 0 to 4 bits, as negative evidence.
    columns.bits[i] = -Math.floor(random() * 256);
  }
  return indexMovements(columns);
}

function countingSort(order, keys, least, size) {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < order.length; i++) starts[keys[order[i]] - least + 1]++;
  for (let i = 0; i < size; i++) starts[i + 1] += starts[i];
  const out = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) out[starts[keys[order[i]] - least]++] = order[i];
  return out;
}

/** A bare network (one kind of goods, no ties, no choice, three dwell buckets) over the movements. */
export function bareNetwork(movements) {
  const none = new Int32Array(movements.parties + 1);
  return {
    movements,
    goods: {
      count: 1,
      relation: Uint8Array.of(1),
      carry: Uint16Array.of(0),
      chipsPerPiece: Float64Array.of(1),
      usualPieceWeight: Float64Array.of(Number.NaN),
    },
    ties: {
      pairs: none,
      pairParty: new Int32Array(0),
      pairFrom: new Int32Array(0),
      pairUntil: new Int32Array(0),
      pairBits: new Int16Array(0),
      pairFit: new Uint16Array(0),
      pairRef: new Int32Array(0),
      memberships: none,
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
      tiedPartyBits: new Int16Array(movements.parties),
    },
    weights: {
      hop: -64,
      dwellEdges: Int32Array.of(30, 90, 180),
      time: Int16Array.of(0, -32, -64),
      relations: 2,
      needsMatch: Uint8Array.of(0, 0),
      weightEdges: new Float64Array(0),
      weightMatches: Uint8Array.of(0, 0),
      quantityEdges: new Float64Array(0),
      quantityMatches: Uint8Array.of(0, 0),
      valueEdges: new Float64Array(0),
      goods: new Int16Array(8),
      rarities: 1,
      stocks: 1,
      splits: 1,
      quantity: new Int16Array(2),
      value: new Int16Array(2),
      declared: 0,
      fit: Uint16Array.of(0, 0, 256, 256),
      law: new Int16Array(1),
      choice: false,
    },
  };
}

/** 500 target parties and the given number of origins (0 = all parties), drawn from the seed. */
export function bareQuestion(movements, { origins, maxMovements = 6, minTier2 = 0, seed = 7 }) {
  const random = seeded(seed);
  const target = new Uint8Array(movements.parties);
  for (let i = 0; i < 500; i++) target[Math.floor(random() * movements.parties)] = 1;
  const ending = new Uint16Array(new SharedArrayBuffer(movements.count * 2));
  for (let m = 0; m < movements.count; m++) if (target[movements.consignee[m]] === 1) ending[m] = 1;
  const chosen =
    origins === 0
      ? Int32Array.from({ length: movements.parties }, (_, p) => p)
      : Int32Array.from(
          new Set(Array.from({ length: origins }, () => Math.floor(random() * movements.parties))),
        ).sort();
  return {
    maxMovements,
    minTier2,
    tier2: new Uint8Array(movements.parties).fill(1),
    origins: chosen,
    originBits: new Int16Array(chosen.length),
    startBits: Int16Array.of(0),
    allowed: null,
    ending,
    endings: { groups: 2, bits: Int16Array.of(-0x8000, 0), needsStop: Uint8Array.of(0, 0), final: Uint8Array.of(0, 1) },
    direct: 'STOPS',
  };
}
