/** What one movement's arrival and another's departure say about each other. */
import { type Edges, type Network, NONE } from './network.js';

/**
 * Reads pairs of movements. `relate` and `timing` answer yes or no and leave the details in the fields
 * of the same object until the next call, so that the inner loops allocate nothing.
 */
export class Pairing {
  /** Goods carried after the onward movement's paper. */
  carried = 0;
  relation = 0;
  quantityClass = 0;
  weightClass = 0;
  valueClass = 0;
  sameDocument = 0;
  /** Goods, quantity, value and declaration evidence of the pair, sixty-fourths. */
  bits = 0;
  /** 1/256. */
  fit = 0;

  /** Smallest feasible stay, in days. */
  dwellDays = 0;

  private readonly network: Network;
  /** All class tables hold nothing: the pair adds no evidence and any two goods fit. */
  readonly bare: boolean;

  constructor(network: Network) {
    this.network = network;
    const { weights, goods } = network;
    this.bare =
      goods.count === 1 &&
      goods.relation[0] === 1 &&
      weights.needsMatch[1] === 0 &&
      weights.declared === 0 &&
      [weights.goods, weights.quantity, weights.value].every((table) => table.every((bits) => bits === 0));
  }

  /**
   * Whether goods `carried`, arriving by movement `a`, can be the goods of movement `b`. Sets relation, carried,
   * classes, bits and fit.
   */
  relate(a: number, carried: number, b: number): boolean {
    const { movements, goods, weights } = this.network;
    if (this.bare) {
      this.relation = 1;
      this.carried = 0;
      this.bits = 0;
      this.fit = 256;
      return true;
    }
    const cell = carried * goods.count + (movements.goods[b] as number);
    const relation = goods.relation[cell] as number;
    if (relation === 0) return false;
    const after = goods.carry[cell] as number;
    const chipsA = goods.chipsPerPiece[carried] as number;
    const chipsB = goods.chipsPerPiece[after] as number;
    const quantityClass = classOf(
      ((movements.units[b] as number) * chipsB) / ((movements.units[a] as number) * chipsA),
      weights.quantityEdges,
    );
    const stated = movements.pieceWeight[a] as number;
    const weightA = Number.isNaN(stated) ? (goods.usualPieceWeight[carried] as number) : stated;
    const weightClass = classOf((movements.pieceWeight[b] as number) / weightA, weights.weightEdges);
    if (
      weights.needsMatch[relation] === 1 &&
      weights.weightMatches[weightClass] === 0 &&
      weights.quantityMatches[quantityClass] === 0
    ) {
      return false;
    }
    const valueClass = classOf(
      (movements.piecePrice[b] as number) / chipsB / ((movements.piecePrice[a] as number) / chipsA),
      weights.valueEdges,
    );
    const document = movements.document[a] as number;
    const sameDocument = document >= 0 && document === movements.document[b] ? 1 : 0;
    this.relation = relation;
    this.carried = after;
    this.quantityClass = quantityClass;
    this.weightClass = weightClass;
    this.valueClass = valueClass;
    this.sameDocument = sameDocument;
    this.bits =
      (weights.goods[(relation * (weights.weightEdges.length + 2) + weightClass) * 2 + sameDocument] as number) +
      (weights.quantity[
        ((quantityClass * weights.rarities + (movements.rarity[b] as number)) * weights.stocks +
          (movements.stock[b] as number)) *
          weights.splits +
          (movements.split[a] as number)
      ] as number) +
      (weights.value[valueClass] as number) +
      (movements.declaredFor[a] === movements.consignee[b] ? weights.declared : 0);
    this.fit = weights.fit[relation * (weights.quantityEdges.length + 2) + quantityClass] as number;
    return true;
  }

  /** The fit that `relate` would set, 1/256; 0 where the goods cannot go on. Sets nothing. */
  fitOf(a: number, carried: number, b: number): number {
    if (this.bare) return 256;
    const { movements, goods, weights } = this.network;
    const cell = carried * goods.count + (movements.goods[b] as number);
    const relation = goods.relation[cell] as number;
    if (relation === 0) return 0;
    if (weights.needsMatch[relation] === 1) return this.relate(a, carried, b) ? this.fit : 0;
    const chipsA = (movements.units[a] as number) * (goods.chipsPerPiece[carried] as number);
    const chipsB = (movements.units[b] as number) * (goods.chipsPerPiece[goods.carry[cell] as number] as number);
    const { quantityEdges, fit } = weights;
    return fit[relation * (quantityEdges.length + 2) + classOf(chipsB / chipsA, quantityEdges)] as number;
  }

  /**
   * Whether days can be chosen for the arrival of `a`, not before `earliest`, the departure of `b` and, for a
   * tie that holds from `tieFrom` until before `tieUntil`, a day of the tie between the two, with a stay
   * within the window. Sets dwellDays to the smallest feasible stay (over all days of `a`).
   *
   * Pass the earliest arrival of `a` itself as `earliest` to ask about the pair alone.
   */
  timing(a: number, earliest: number, b: number, tieFrom: number, tieUntil: number): boolean {
    const { movements, weights } = this.network;
    const window = weights.dwellEdges[weights.dwellEdges.length - 1] as number;
    const arrivesLatest = Math.min(movements.arrivesLatest[a] as number, tieUntil - 1);
    if (arrivesLatest < earliest || tieFrom >= tieUntil) return false;
    const departsLatest = movements.departsLatest[b] as number;
    const departsEarliest = Math.max(movements.departsEarliest[b] as number, tieFrom);
    const first = Math.max(departsEarliest, earliest);
    if (first > departsLatest || first > arrivesLatest + window) return false;
    if (first > (movements.arrivesLatest[b] as number)) return false;
    this.dwellDays = Math.max(0, departsEarliest - arrivesLatest);
    return true;
  }

  /** The first day movement `b` can arrive when it follows an arrival no earlier than `earliest` (see timing). */
  earliestArrival(earliest: number, b: number, tieFrom: number): number {
    const { movements } = this.network;
    return Math.max(movements.arrivesEarliest[b] as number, movements.departsEarliest[b] as number, earliest, tieFrom);
  }

  /** Time evidence of the last timed pair. */
  timeBits(): number {
    const { weights } = this.network;
    return weights.time[this.dwellBucket()] as number;
  }

  /** Bucket of the last timed pair's stay. */
  dwellBucket(): number {
    const edges = this.network.weights.dwellEdges;
    let bucket = 0;
    while (bucket < edges.length - 1 && this.dwellDays > (edges[bucket] as number)) bucket++;
    return bucket;
  }

  /** What a movement brings with these goods on it, its own paper already counted in; sixty-fourths. */
  movementBits(movement: number, carried: number): number {
    const { movements, goods, weights } = this.network;
    return (
      (movements.bits[movement] as number) +
      (weights.law[(movements.lawGroup[movement] as number) * goods.count + carried] as number)
    );
  }

  /** The first day a movement that starts a route can arrive. */
  firstArrival(movement: number): number {
    const { movements } = this.network;
    return Math.max(movements.arrivesEarliest[movement] as number, movements.departsEarliest[movement] as number);
  }

  /** What an ending at this movement with these goods adds, NONE if the question's endings exclude it. */
  static endingBits(
    question: { readonly ending: Uint16Array; readonly endings: { readonly bits: Int16Array } },
    goodsCount: number,
    movement: number,
    carried: number,
  ): number {
    const group = question.ending[movement] as number;
    return group === 0 ? NONE : (question.endings.bits[group * goodsCount + carried] as number);
  }
}

/** Class of a number among edges: 0 for NaN, else 1 + how many edges are at most the number. */
export function classOf(value: number, edges: Edges): number {
  if (Number.isNaN(value)) return 0;
  let at = 1;
  for (let i = 0; i < edges.length && value >= (edges[i] as number); i++) at++;
  return at;
}
