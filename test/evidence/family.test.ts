import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawBits, movementBits } from '../../src/evidence/carriers.js';
import { type Amount, discountedSum } from '../../src/evidence/family.js';
import { anyMovement } from './arbitrary.js';
import { evidence } from './seeds.js';

/** Amounts of flags `a`, `b`, `c`, … */
const amounts = (...all: readonly number[]): Amount[] =>
  all.map((amount, i) => ({ flag: { id: String.fromCharCode(97 + i) }, amount }));

describe('flags of one family on one carrier', () => {
  it('count the strongest in full and a quarter of each other, towards zero', () => {
    expect(discountedSum(amounts(128, 96, 64))).toBe(128 + 24 + 16);
    expect(discountedSum(amounts(-512, 7))).toBe(-512 + 1);
    expect(discountedSum(amounts(64, -63))).toBe(64 - 15);
    expect(discountedSum([])).toBe(0);
  });

  it('say what each counted before and after', () => {
    const { parts, bits } = movementBits(evidence, { payer: 'THIRD_PARTY', paidFromTier3: true, price: 'USUAL' });
    expect(parts.map((part) => [part.flag.id, part.fullBits, part.bits])).toEqual([
      ['paid-from-tier-3', 128, 128],
      ['third-party-payer', 64, 16],
    ]);
    expect(bits).toBe(144);
  });

  it('break a tie of amounts by flag id', () => {
    const { parts } = movementBits(evidence, { foundedAfterControl: true, webPresence: false });
    expect(parts.map((part) => [part.flag.id, part.bits])).toEqual([
      ['founded-after-control', 32],
      ['no-web-presence', 8],
    ]);
    expect(discountedSum(amounts(64, -64))).toBe(64 - 16);
    expect(discountedSum(amounts(-64, 64))).toBe(-64 + 16);
  });

  it('are not discounted against other families', () => {
    const money = movementBits(evidence, { paidFromTier3: true }).bits;
    const party = movementBits(evidence, { sectorFits: false }).bits;
    expect(movementBits(evidence, { paidFromTier3: true, sectorFits: false }).bits).toBe(money + party);
  });

  it('add up to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2560, max: 2560 }), { maxLength: 8 }), fc.nat(), (numbers, turn) => {
        const all = amounts(...numbers);
        const at = all.length === 0 ? 0 : turn % all.length;
        const turned = [...all.slice(at), ...all.slice(0, at)].reverse();
        expect(discountedSum(turned)).toBe(discountedSum(all));
      }),
    );
  });
});

describe('law bits', () => {
  const shown = {
    control: 'PRODUCT',
    outcome: 'LICENCE_REQUIRED',
    review: 'CASE_BY_CASE',
    licence: 'NOT_SHOWN',
  } as const;

  it('count in full for goods that are surely controlled, and not at all for goods that are not', () => {
    expect(lawBits(evidence, shown).bits).toBe(4 * 64);
    expect(lawBits(evidence, { ...shown, control: 'NOT_CONTROLLED' })).toMatchObject({
      bits: 0,
      parts: [],
      missing: [],
    });
  });

  it('shrink with the probability that the goods are controlled', () => {
    const bits = (['PRODUCT', 'ECCN', 'WORDS', 'HEADING', 'UNKNOWN'] as const).map(
      (control) => lawBits(evidence, { ...shown, control }).bits,
    );
    expect(bits).toEqual([256, 243, 153, 25, 12]);
  });
});

describe('the range of a family', () => {
  it('is met by the worst and the best that missing flags could say', () => {
    fc.assert(
      fc.property(anyMovement, (situation) => {
        const { low, high, bits, missing, parts } = movementBits(evidence, situation);
        expect(low).toBeLessThanOrEqual(bits);
        expect(high).toBeGreaterThanOrEqual(bits);
        // Every choice of a grade, or of nothing, for the missing flags of one family stays within its part of the range.
        for (const family of ['money', 'exculpatory', 'pattern']) {
          const known = parts
            .filter(({ flag }) => flag.family === family)
            .map(({ flag, fullBits }) => ({ flag, amount: fullBits }));
          const options = missing
            .filter(({ flag }) => flag.family === family)
            .map(({ flag }) => {
              const weights = typeof flag.weight === 'object' ? Object.values(flag.weight) : [Number(flag.weight)];
              return [0, ...weights].map((amount) => ({ flag, amount }));
            });
          const sums = options
            .reduce<Amount[][]>((chosen, some) => chosen.flatMap((left) => some.map((one) => [...left, one])), [[]])
            .map((chosen) => discountedSum([...known, ...chosen]));
          const now = discountedSum(known);
          expect(Math.max(...sums) - now).toBeLessThanOrEqual(high - bits);
          expect(now - Math.min(...sums)).toBeLessThanOrEqual(bits - low);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what one missing flag could add, beside those that fire', () => {
    const { missing } = movementBits(evidence, { payer: 'THIRD_PARTY', price: 'USUAL' });
    const paid = missing.find(({ flag }) => flag.id === 'paid-from-tier-3');
    // It would be the strongest: 128 in full, and the third party's 64 would count 16.
    expect(paid).toMatchObject({ mightAdd: 128 + 16 - 64, mightTake: 0 });
  });
});
