import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuationBits } from '../../src/evidence/carriers.js';
import { withoutFamily } from '../../src/evidence/load.js';
import {
  type ContinuationSituation,
  DWELL_CLASSES,
  QUANTITY_CLASSES,
  RARITY_CLASSES,
  RELATIONS,
  SPLIT_CLASSES,
  STOCK_CLASSES,
  VALUE_CLASSES,
  WEIGHT_CLASSES,
} from '../../src/evidence/situations.js';
import { type ContinuationTables, continuationTables, tieFit } from '../../src/evidence/tables.js';
import type { Weights } from '../../src/graph/network.js';
import { anyContinuation } from './arbitrary.js';
import { evidence } from './seeds.js';

const tables = continuationTables(evidence, 180);

/** What a search that knows only codes would add. */
function looked(t: ContinuationTables, s: ContinuationSituation): number {
  const weight = WEIGHT_CLASSES.indexOf(s.weight);
  const goods = (RELATIONS.indexOf(s.relation) * (t.weightEdges.length + 2) + weight) * 2 + Number(s.sameDocument);
  const quantity =
    ((QUANTITY_CLASSES.indexOf(s.quantity) * t.rarities + RARITY_CLASSES.indexOf(s.rarity)) * t.stocks +
      STOCK_CLASSES.indexOf(s.stock)) *
      t.splits +
    SPLIT_CLASSES.indexOf(s.split);
  return (
    t.hop +
    (t.time[DWELL_CLASSES.indexOf(s.dwell)] as number) +
    (t.goods[goods] as number) +
    (t.quantity[quantity] as number) +
    (t.value[VALUE_CLASSES.indexOf(s.value)] as number) +
    (s.declared ? t.declared : 0)
  );
}

describe('the tables of a continuation', () => {
  it('say for every situation exactly what its parts add up to', () => {
    fc.assert(
      fc.property(anyContinuation, (situation) => {
        const { bits, parts } = continuationBits(evidence, situation);
        expect(looked(tables, situation)).toBe(bits);
        expect(parts.reduce((sum, part) => sum + part.bits, 0)).toBe(bits);
      }),
      { numRuns: 2000 },
    );
  });

  it('fit the search as they are', () => {
    const weights: Weights = { ...tables, law: new Int16Array(1) };
    expect(weights.goods).toHaveLength(weights.relations * (weights.weightEdges.length + 2) * 2);
    const quantityClasses = weights.quantityEdges.length + 2;
    expect(weights.quantity).toHaveLength(quantityClasses * weights.rarities * weights.stocks * weights.splits);
    expect(weights.value).toHaveLength(weights.valueEdges.length + 2);
    expect(weights.fit).toHaveLength(weights.relations * quantityClasses);
    expect(weights.time).toHaveLength(weights.dwellEdges.length);
    expect(weights.weightMatches).toHaveLength(weights.weightEdges.length + 2);
    expect(weights.quantityMatches).toHaveLength(quantityClasses);
    expect(weights.needsMatch).toHaveLength(weights.relations);
  });

  it('have every class where the edges put it', () => {
    const classOf = (edges: Float64Array, ratio: number) => 1 + edges.filter((edge) => ratio >= edge).length;
    expect(WEIGHT_CLASSES[classOf(tables.weightEdges, 0.9)]).toBe('LIGHTER');
    expect(WEIGHT_CLASSES[classOf(tables.weightEdges, 1)]).toBe('MATCHES');
    expect([0.05, 0.5, 1.019, 1.5, 3].map((ratio) => QUANTITY_CLASSES[classOf(tables.quantityEdges, ratio)])).toEqual([
      'FAR_LESS',
      'PART',
      'MATCHES',
      'MORE',
      'FAR_MORE',
    ]);
    expect([0.3, 1, 2].map((ratio) => VALUE_CLASSES[classOf(tables.valueEdges, ratio)])).toEqual([
      'BIG_DROP',
      'AS_BEFORE',
      'BIG_RISE',
    ]);
  });

  it('end the last dwell bucket with the window, however short', () => {
    const edges = (windowDays: number) => [...continuationTables(evidence, windowDays).dwellEdges];
    expect(edges(180)).toEqual([14, 70, 180]);
    expect(edges(70)).toEqual([14, 70]);
    expect(edges(30)).toEqual([14, 30]);
    expect(edges(5)).toEqual([5]);
    expect([...continuationTables(evidence, 30).time]).toEqual([...tables.time.slice(0, 2)]);
    expect(tables.time[2]).toBeLessThan(tables.time[1] as number);
  });

  it('let nothing pass to incompatible goods', () => {
    const row = 2 * (tables.weightEdges.length + 2);
    expect(new Set(tables.goods.slice(0, row))).toEqual(new Set([-0x8000]));
    expect(new Set(tables.fit.slice(0, QUANTITY_CLASSES.length))).toEqual(new Set([0]));
    expect(Math.min(...tables.fit.slice(QUANTITY_CLASSES.length))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...tables.fit)).toBe(256);
  });

  it('hold a known relabelling only where weight or quantity matches', () => {
    expect(RELATIONS.filter((_, code) => tables.needsMatch[code] === 1)).toEqual(['RELABELLED']);
    expect(WEIGHT_CLASSES.filter((_, code) => tables.weightMatches[code] === 1)).toEqual(['MATCHES']);
    expect(QUANTITY_CLASSES.filter((_, code) => tables.quantityMatches[code] === 1)).toEqual(['MATCHES']);
  });

  it('bring nothing of a family that is off', () => {
    const off = continuationTables(withoutFamily(evidence, 'quantity'), 180);
    expect(new Set(off.quantity)).toEqual(new Set([0]));
    expect([...off.value]).toEqual([...tables.value]);
    expect(continuationTables(withoutFamily(evidence, 'hop')).hop).toBe(0);
    expect(tables.choice).toBe(true);
    expect(continuationTables(withoutFamily(evidence, 'choice')).choice).toBe(false);
  });
});

describe('the fit of a tie', () => {
  it('lowers with how loose the tie is', () => {
    expect(tieFit(evidence, 'OWNS')).toBe(128);
    expect(tieFit(evidence, 'ADDRESS')).toBe(38);
  });
});
