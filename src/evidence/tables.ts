/** The evidence of continuations as tables, so that the search's inner loop adds numbers and calls nobody. */
import { weighFamily } from './family.js';
import type { Evidence } from './flag.js';
import {
  DWELL_CLASSES,
  type GoodsSituation,
  QUANTITY_CLASSES,
  type QuantitySituation,
  RARITY_CLASSES,
  RELATIONS,
  SPLIT_CLASSES,
  STOCK_CLASSES,
  type TieSituation,
  VALUE_CLASSES,
  WEIGHT_CLASSES,
} from './situations.js';

/** "Not possible" in tables of sixty-fourths. */
const NONE = -0x8000;

/** The finest fit the search can tell. */
const FIT_UNITS = 256;

/**
 * The pairwise part of the search's weights, whole sixty-fourths. Index of a class is its place in the list
 * of `situations.ts`; tables run through their indices with the last one fastest.
 */
export interface ContinuationTables {
  readonly hop: number;
  /** Last day (included) of each dwell bucket, ascending; the last is the window. */
  readonly dwellEdges: Int32Array;
  /** One a dwell bucket. */
  readonly time: Int16Array;
  readonly relations: number;
  readonly needsMatch: Uint8Array;
  /** n edges make n + 2 classes: 0 unknown, 1 below the first edge, i + 1 from edge i − 1 (included) on. */
  readonly weightEdges: Float64Array;
  readonly weightMatches: Uint8Array;
  readonly quantityEdges: Float64Array;
  readonly quantityMatches: Uint8Array;
  readonly valueEdges: Float64Array;
  /** `[relation][weight class][same document 0|1]`; row 0 (incompatible) is not possible. */
  readonly goods: Int16Array;
  readonly rarities: number;
  readonly stocks: number;
  readonly splits: number;
  /** `[quantity class][rarity][stock][split]`. */
  readonly quantity: Int16Array;
  /** `[value class]`. */
  readonly value: Int16Array;
  /** Where the onward movement goes to the party the arriving paper names as end user. */
  readonly declared: number;
  /** `[relation][quantity class]`, 1/256, 1 to 256; 0 in row 0. */
  readonly fit: Uint16Array;
  /** False where the flag for the share of the choice is off. */
  readonly choice: boolean;
}

/** Enumerates every class of a continuation. `windowDays` is the dwell window, at least 0. */
export function continuationTables(evidence: Evidence, windowDays = 180): ContinuationTables {
  const { edges } = evidence.settings;
  const dwellEdges = Int32Array.from([...edges.dwell.filter((day) => day < windowDays), windowDays]);
  return {
    hop: weighFamily(evidence, 'continuation', 'hop', {}).bits,
    dwellEdges,
    time: Int16Array.from(dwellEdges, (_, bucket) => {
      const dwell = DWELL_CLASSES[bucket] as (typeof DWELL_CLASSES)[number];
      return weighFamily(evidence, 'continuation', 'time', { dwell }).bits;
    }),
    relations: RELATIONS.length,
    needsMatch: Uint8Array.from(RELATIONS, (relation) => Number(relation === 'RELABELLED')),
    weightEdges: Float64Array.from(edges.weight),
    weightMatches: Uint8Array.from(WEIGHT_CLASSES, (weight) => Number(weight === 'MATCHES')),
    quantityEdges: Float64Array.from(edges.quantity),
    quantityMatches: Uint8Array.from(QUANTITY_CLASSES, (quantity) => Number(quantity === 'MATCHES')),
    valueEdges: Float64Array.from(edges.value),
    goods: goodsTable(evidence),
    rarities: RARITY_CLASSES.length,
    stocks: STOCK_CLASSES.length,
    splits: SPLIT_CLASSES.length,
    quantity: quantityTable(evidence),
    value: Int16Array.from(VALUE_CLASSES, (value) => weighFamily(evidence, 'continuation', 'value', { value }).bits),
    declared: weighFamily(evidence, 'continuation', 'destination', { declared: true }).bits,
    fit: fitTable(evidence),
    choice: evidence.byFamily.choice.length > 0,
  };
}

/** The fit factor of a tie, in 1/256, 1 to 256. */
export function tieFit(evidence: Evidence, link: TieSituation['link']): number {
  return units(evidence.settings.fit.tie[link] as number);
}

function goodsTable(evidence: Evidence): Int16Array {
  const cells: number[] = [];
  for (const relation of RELATIONS) {
    for (const weight of WEIGHT_CLASSES) {
      for (const sameDocument of [false, true]) {
        if (relation === 'INCOMPATIBLE') {
          cells.push(NONE);
          continue;
        }
        const situation: GoodsSituation = { relation, weight, sameDocument };
        cells.push(weighFamily(evidence, 'continuation', 'goods', situation).bits);
      }
    }
  }
  return Int16Array.from(cells);
}

function quantityTable(evidence: Evidence): Int16Array {
  const cells: number[] = [];
  for (const quantity of QUANTITY_CLASSES) {
    for (const rarity of RARITY_CLASSES) {
      for (const stock of STOCK_CLASSES) {
        for (const split of SPLIT_CLASSES) {
          const situation: QuantitySituation = { quantity, rarity, stock, split };
          cells.push(weighFamily(evidence, 'continuation', 'quantity', situation).bits);
        }
      }
    }
  }
  return Int16Array.from(cells);
}

function fitTable(evidence: Evidence): Uint16Array {
  const { relation: byRelation, quantity: byQuantity } = evidence.settings.fit;
  const cells = RELATIONS.flatMap((relation) =>
    QUANTITY_CLASSES.map((quantity) =>
      relation === 'INCOMPATIBLE' ? 0 : units(byRelation[relation] * (byQuantity[quantity] as number)),
    ),
  );
  return Uint16Array.from(cells);
}

function units(fraction: number): number {
  return Math.max(1, Math.floor(fraction * FIT_UNITS));
}
