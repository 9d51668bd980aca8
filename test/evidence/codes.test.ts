/** Situations as numbers bring the bits of the situations themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movementBits, originBits, tiedPartyBits } from '../../src/evidence/carriers.js';
import { CodedEvidence } from '../../src/evidence/codes.js';
import { loadEvidence } from '../../src/evidence/load.js';
import { NEEDS } from '../../src/evidence/needs.js';
import type { MovementSituation } from '../../src/evidence/situations.js';
import { anyMovement } from './arbitrary.js';

const evidence = loadEvidence('seeds/evidence');
const FAMILIES = ['party', 'money', 'pattern', 'exculpatory'] as const;
const movement = FAMILIES.map((family) => new CodedEvidence(evidence, 'movement', family));
const origin = new CodedEvidence(evidence, 'origin', 'party');
const tied = new CodedEvidence(evidence, 'tie', 'party');

function known(situation: MovementSituation, family: (typeof FAMILIES)[number]): object {
  return Object.fromEntries(
    Object.entries(situation).filter(([name, value]) => NEEDS[family].includes(name) && value !== undefined),
  );
}

describe('coded evidence', () => {
  it('weighs every situation as its flags do', () => {
    fc.assert(
      fc.property(anyMovement, (situation) => {
        const bits = movement.map((coded) => coded.bits(coded.codeOf(situation)));
        expect(bits.reduce((sum, one) => sum + one, 0)).toBe(movementBits(evidence, situation).bits);
        expect(origin.bits(origin.codeOf(situation))).toBe(originBits(evidence, situation).bits);
        expect(tied.bits(tied.codeOf(situation))).toBe(tiedPartyBits(evidence, situation).bits);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back every known fact of the family, and no other', () => {
    fc.assert(
      fc.property(anyMovement, (situation) => {
        movement.forEach((coded, i) => {
          const family = FAMILIES[i] as (typeof FAMILIES)[number];
          expect(coded.situation(coded.codeOf(situation))).toEqual(known(situation, family));
        });
      }),
    );
  });

  it('is the sum of the codes of its fields', () => {
    const money = new CodedEvidence(evidence, 'movement', 'money');
    const whole = money.codeOf({ payer: 'THIRD_PARTY', price: 'FAR_BELOW' });
    expect(money.code('payer', 'THIRD_PARTY') + money.code('price', 'FAR_BELOW')).toBe(whole);
    expect(money.code('paidFromTier3', undefined)).toBe(0);
    expect(money.code('paidFromTier3', false)).toBeGreaterThan(0);
  });
});
