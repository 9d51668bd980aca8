import { describe, expect, it } from 'vitest';
import { classOf, rarityCode, splitCode, stockCode } from '../../src/evidence/classify.js';
import { RARITY_CLASSES, SPLIT_CLASSES, STOCK_CLASSES } from '../../src/evidence/situations.js';
import { evidence } from './seeds.js';

describe('numbers become classes', () => {
  it('with a number on an edge in the class above it', () => {
    expect([0, 89, 90, 365, 730].map((days) => classOf(evidence, 'ageAtFirstOrder', days))).toEqual([
      'FRESH',
      'FRESH',
      'YOUNG',
      'RECENT',
      'OLD',
    ]);
    expect([2, 6, 400].map((firms) => classOf(evidence, 'sharedBy', firms))).toEqual(['FEW', 'SOME', 'MANY']);
    expect([0.1, 1, 9].map((ratio) => classOf(evidence, 'price', ratio))).toEqual(['FAR_BELOW', 'USUAL', 'FAR_ABOVE']);
    expect([0.5, 1, 2].map((ratio) => classOf(evidence, 'power', ratio))).toEqual(['FITS', 'BEYOND', 'FAR_BEYOND']);
  });

  it('and nothing where the number is not known', () => {
    expect(classOf(evidence, 'price', undefined)).toBeUndefined();
    expect(classOf(evidence, 'sentOn', Number.NaN)).toBeUndefined();
  });
});

describe('the rarity of a quantity', () => {
  const rarity = (same: number, all: number) => RARITY_CLASSES[rarityCode(evidence, same, all)];

  it('grows as fewer lots have it', () => {
    expect([rarity(100, 1000), rarity(30, 1000), rarity(5, 1000), rarity(2, 1000)]).toEqual([
      'COMMON',
      'UNCOMMON',
      'RARE',
      'UNIQUE',
    ]);
  });

  it('is never great among few lots', () => {
    expect(rarity(2, 10)).toBe('COMMON');
    expect(rarity(2, 40)).toBe('UNCOMMON');
  });

  it('is unknown where there is nothing to count', () => {
    expect([rarity(0, 0), rarity(0, 10), rarity(3, 2), rarity(Number.NaN, 4)]).toEqual(Array(4).fill('UNKNOWN'));
  });
});

describe('an onward lot against the stock', () => {
  const stock = (chips: number, all: number) => STOCK_CLASSES[stockCode(evidence, chips, all)];

  it('fits inside, equals it within 2 %, exceeds it, or is twice as large or more', () => {
    expect([50, 99, 101, 103, 199, 200].map((chips) => stock(chips, 100))).toEqual([
      'WITHIN',
      'EQUALS',
      'EQUALS',
      'EXCEEDS',
      'EXCEEDS',
      'FAR_EXCEEDS',
    ]);
  });

  it('exceeds an empty stock by far, and is unknown where a quantity is', () => {
    expect([stock(8, 0), stock(Number.NaN, 100), stock(8, Number.NaN)]).toEqual(['FAR_EXCEEDS', 'UNKNOWN', 'UNKNOWN']);
  });
});

describe('all onward lots against what arrived', () => {
  const split = (arrived: number, onward: number, lots: number) =>
    SPLIT_CLASSES[splitCode(evidence, arrived, onward, lots)];

  it('are none, less, equal or more', () => {
    expect([split(100, 0, 0), split(100, 60, 2), split(100, 100, 3), split(100, 300, 3)]).toEqual([
      'NONE',
      'LESS',
      'EQUALS',
      'MORE',
    ]);
    expect(split(Number.NaN, 60, 2)).toBe('UNKNOWN');
  });
});
