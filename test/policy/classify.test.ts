/** From numbers to a class on a day, and what would settle an open one. */
import { describe, expect, it } from 'vitest';
import { classifyCase } from '../../src/policy/case-line.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import { parseMovementCase } from '../../src/policy/movement.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regimes = loadRegimes('seeds/regimes');
const classified = (movement: object, on = '2024-06-01', view = 'ENFORCED') =>
  classifyCase(parseMovementCase({ on, view, movement }), regimes, catalogue);

describe('classifying', () => {
  it('names the entry that catches the goods, and its confidence', () => {
    expect(classified({ product: 'L4' })).toMatchObject({
      class: '3A090.a',
      possible: ['3A090.a'],
      grounds: [{ rule: 'class-a', applies: 'YES' }],
      missing: [],
      settles: [],
      confidence: 'SECONDARY',
    });
  });

  it('a server has the class of the circuits inside', () => {
    expect(classified({ product: 'rtx-4090-x8-server' }).class).toBe('3A090.a');
    expect(classified({ product: 'mi210-x4-server' }).class).toBe('3A090.b');
  });

  it('an unknown flag and an unknown die area leave the class open, and what would settle it is told', () => {
    const open = classified({ item: { tpp: 4000, performanceDensity: 4 } });
    expect(open.class).toBe('UNKNOWN');
    expect(open.possible).toEqual(['3A090.b', 'NONE']);
    expect(open.settles).toEqual([
      { fact: 'item.dataCenter', value: 'true', class: '3A090.b' },
      { fact: 'item.dataCenter', value: 'false', class: 'NONE' },
    ]);
    const area = classified({ item: { tpp: 2000, dataCenter: true } });
    expect(area.possible).toEqual(['3A090.a', '3A090.b', 'NONE']);
    expect(area.settles.map((one) => one.class).sort()).toEqual(['3A090.a', '3A090.b', 'NONE']);
  });

  it('follows the day and the view', () => {
    const a800 = { product: 'a800' };
    expect([classified(a800, '2023-11-16').class, classified(a800, '2023-11-17').class]).toEqual(['NONE', '3A090.a']);
    const weights = { item: { weights: 'CLOSED', trainingOperations: '2e26' } };
    expect([
      classified(weights, '2025-06-01').class,
      classified(weights, '2025-06-01', 'AS_WRITTEN').class,
      classified(weights, '2023-06-01', 'AS_WRITTEN').class,
    ]).toEqual(['NONE', '4E091', 'UNKNOWN']);
  });

  it('the presumption for a die asks for what would overcome it', () => {
    const die = { item: { tpp: 100, fromFoundry: true, advancedNode: true, transistorsBillion: 60, withHbm: true } };
    const open = classified(die, '2025-06-01');
    expect([open.class, open.missing]).toEqual(['UNKNOWN', ['certifications']]);
    expect(open.settles.map((one) => one.class).sort()).toEqual(['3A090.a', 'NONE']);
  });
});
