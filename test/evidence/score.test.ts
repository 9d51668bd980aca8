import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceBits,
  continuationBits,
  endingBits,
  lawBits,
  movementBits,
  originBits,
  startBits,
  tieBits,
  tiedPartyBits,
} from '../../src/evidence/carriers.js';
import type { Weighing } from '../../src/evidence/family.js';
import { FAMILIES } from '../../src/evidence/flag.js';
import { withoutFamily } from '../../src/evidence/load.js';
import { bandOf, type Carrier, weigh } from '../../src/evidence/score.js';
import type { ContinuationSituation, MovementSituation } from '../../src/evidence/situations.js';
import { anyRoute } from './arbitrary.js';
import {
  bitsOf,
  direct,
  ending,
  lawful,
  movement,
  onward,
  ordinary,
  ordinaryPair,
  origin,
  shellPair,
  toTier3,
} from './example.js';
import { evidence } from './seeds.js';

/** What the desk writes into the search's tables for one carrier. */
function tableEntries(carrier: Carrier): readonly Weighing[] {
  switch (carrier.kind) {
    case 'origin':
      return [originBits(evidence, carrier.party), startBits(evidence, carrier.start)];
    case 'movement':
      return [lawBits(evidence, carrier.law), movementBits(evidence, carrier.rest)];
    case 'continuation':
      return [continuationBits(evidence, carrier.pair), choiceBits(evidence, carrier.choice)];
    case 'tie':
      return [tieBits(evidence, carrier.tie), tiedPartyBits(evidence, carrier.party)];
    case 'ending':
      return [endingBits(evidence, carrier.ending)];
  }
}

describe('a score', () => {
  it('is the sum of its parts exactly, and of what the carriers bring to the tables', () => {
    fc.assert(
      fc.property(anyRoute, (carriers) => {
        const score = weigh(evidence, carriers);
        expect(score.parts.reduce((sum, { bits }) => sum + bits, 0)).toBe(score.bits);
        expect(score.parts.reduceRight((sum, { bits }) => sum + bits, 0)).toBe(score.bits);
        const tables = carriers.flatMap((carrier) => tableEntries(carrier));
        expect(tables.reduce((sum, { bits }) => sum + bits, 0)).toBe(score.sixtyFourths);
        expect(score.bits * 64).toBe(score.sixtyFourths);
        expect(Number.isInteger(score.sixtyFourths)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of its carriers', () => {
    fc.assert(
      fc.property(anyRoute, (carriers) => {
        expect(weigh(evidence, [...carriers].reverse()).bits).toBe(weigh(evidence, carriers).bits);
      }),
      { numRuns: 100 },
    );
  });

  it('stays in 16 bits for each table, however many flags fire', () => {
    fc.assert(
      fc.property(anyRoute, (carriers) => {
        for (const carrier of carriers) {
          if (carrier.kind === 'movement')
            expect(Math.abs(movementBits(evidence, carrier.rest).bits)).toBeLessThan(0x7fff);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lies within its range, which closes when nothing is missing', () => {
    fc.assert(
      fc.property(anyRoute, (carriers) => {
        const { bits, range } = weigh(evidence, carriers);
        expect(range.low).toBeLessThanOrEqual(bits);
        expect(range.high).toBeGreaterThanOrEqual(bits);
      }),
      { numRuns: 100 },
    );
    const known = weigh(evidence, direct);
    expect(known.missing).toEqual([]);
    expect(known.range).toEqual({ low: known.bits, high: known.bits });
  });

  it('gives the probability that prior and bits make together', () => {
    const { probability, prior, bits } = weigh(evidence, direct);
    expect(prior).toBe(0.01);
    const odds = (0.01 / 0.99) * 2 ** bits;
    expect(probability).toBeCloseTo(odds / (1 + odds), 12);
    expect(weigh(evidence, []).probability).toBeCloseTo(0.01, 12);
  });

  it('falls into the band whose least bits it reaches', () => {
    expect([11 * 64, 11 * 64 - 1, 7 * 64, 224, 223, -9999].map((amount) => bandOf(evidence, amount))).toEqual([
      'CRITICAL',
      'HIGH',
      'HIGH',
      'ELEVATED',
      'LOW',
      'LOW',
    ]);
  });

  it('loses what a family brought when the family is off, and nothing else', () => {
    const score = weigh(evidence, direct);
    for (const family of FAMILIES) {
      const off = weigh(withoutFamily(evidence, family), direct);
      const brought = score.parts.filter((part) => part.family === family).reduce((sum, { bits }) => sum + bits, 0);
      // Without law nothing is taken back in the ending either.
      const takenBack = family === 'law' ? (bitsOf(score, 'counted-in-the-ending')[0] as number) : 0;
      expect([family, off.bits]).toEqual([family, score.bits - brought - takenBack]);
      expect(off.parts.some((part) => part.family === family)).toBe(false);
    }
  });
});

describe('every further movement has a price', () => {
  it('the one onward lot of a small shell costs only the hop', () => {
    const score = weigh(evidence, [onward('s1 s2', shellPair, 1)]);
    expect(bitsOf(score, 'further-movement')).toEqual([-3]);
    expect(bitsOf(score, 'share-of-the-choice')).toEqual([]);
    expect(score.parts.filter(({ bits }) => bits < 0).map(({ flag }) => flag)).toEqual(['further-movement']);
    expect(score.bits).toBeGreaterThan(0);
  });

  it('one of nine hundred at a hub costs nearly ten bits more', () => {
    const shell = weigh(evidence, [onward('s1 s2', shellPair, 1)]);
    const hub = weigh(evidence, [onward('s1 s2', shellPair, 900)]);
    expect(hub.bits - shell.bits).toBeCloseTo(-9.8, 1);
    const part = hub.parts.find(({ flag }) => flag === 'share-of-the-choice');
    expect(part?.facts).toEqual({ candidates: 900, fit: 179, sumOfFits: 161_100, share: -629 });
    expect(part?.sentence).toBe(
      'One of 900 onward lots that could hold these goods; it fits with 179 of 161100 shares.',
    );
  });

  it('an ordinary further hop through a hub lowers the score', () => {
    const without = weigh(evidence, direct);
    const through = weigh(evidence, [
      origin,
      movement('s1'),
      onward('s1 s2', ordinaryPair, 900),
      movement('s2'),
      onward('s2 s3', shellPair, 1),
      movement('s3', toTier3),
      ending(),
    ]);
    expect(through.bits).toBeLessThan(without.bits - 9);
  });

  it('an ordinary further hop lowers the score even where there was no choice', () => {
    for (const dwell of ['DAYS', 'WEEKS', 'MONTHS'] as const) {
      for (const quantity of ['PART', 'FAR_LESS', 'MORE', 'UNKNOWN'] as const) {
        const hop = weigh(evidence, [onward('s1 s2', { ...ordinaryPair, dwell, quantity }, 1), movement('s2')]);
        expect(hop.bits).toBeLessThan(0);
      }
    }
  });

  it('goods that are not told cost more, unless weight or quantity single them out', () => {
    const bits = (change: Partial<ContinuationSituation>) =>
      continuationBits(evidence, { ...ordinaryPair, weight: 'UNKNOWN', ...change }).bits;
    const told = bits({});
    const untold = bits({ relation: 'PAPER_UNKNOWN' });
    expect(told - untold).toBeGreaterThanOrEqual(2 * 64);
    expect(bits({ relation: 'PAPER_UNKNOWN', weight: 'MATCHES' })).toBeGreaterThan(untold + 2 * 64);
    const rare = { quantity: 'MATCHES', rarity: 'RARE' } as const;
    expect(bits({ relation: 'PAPER_UNKNOWN', ...rare })).toBeGreaterThanOrEqual(untold + 2 * 64);
  });

  it('more than the whole stock speaks strongly against the chain', () => {
    const within = continuationBits(evidence, { ...ordinaryPair, quantity: 'MORE' }).bits;
    const beyond = continuationBits(evidence, { ...ordinaryPair, quantity: 'MORE', stock: 'EXCEEDS' });
    expect(beyond.parts.find(({ flag }) => flag.id === 'more-than-stock')?.bits).toBe(-8 * 64);
    expect(beyond.bits).toBeLessThan(within - 7 * 64);
  });
});

describe('a part', () => {
  it('shows the figure behind the class where the caller gives one', () => {
    const young: MovementSituation = { ...ordinary, ageAtFirstOrder: 'FRESH' };
    const named: Carrier = { ...movement('s1', lawful, young), facts: { ageAtFirstOrder: '43 days old' } };
    const [part] = weigh(evidence, [named]).parts;
    expect(part).toMatchObject({
      flag: 'young-at-first-order',
      family: 'party',
      carrier: { kind: 'movement', name: 's1' },
      bits: 1.5,
      facts: { ageAtFirstOrder: '43 days old' },
      sentence: 'Its first order came while it was 43 days old (counted from its founding).',
    });
    expect(part?.citation).toContain('BIS red flag 4');
    expect(weigh(evidence, [movement('s1', lawful, young)]).parts[0]?.sentence).toContain('while it was fresh');
  });

  it('is absent where a fact is missing, which is said with what it could add or take', () => {
    const { siteVerified: _, ...rest } = ordinary;
    const { bits, parts, missing, range } = weigh(evidence, [movement('s1', lawful, rest)]);
    expect({ bits, parts }).toEqual({ bits: 0, parts: [] });
    expect(missing).toEqual([
      {
        flag: 'site-verified',
        family: 'exculpatory',
        carrier: { kind: 'movement', name: 's1' },
        mightAdd: 0,
        mightTake: 4,
        needs: ['siteVerified'],
      },
    ]);
    expect(range).toEqual({ low: -4, high: 0 });
  });

  it('of the consignee alone does not fire for a party that is tied', () => {
    const forwarder = { ...ordinary, endUserRole: 'FORWARDER', partyListed: 'CERTAIN' } as const;
    const flags = (carrier: Carrier) => weigh(evidence, [carrier]).parts.map(({ flag }) => flag);
    expect(flags(movement('s1', lawful, forwarder))).toEqual(['middleman-as-end-user']);
    const tie = { link: 'OWNS', certainty: 'CERTAIN', share: 'MAJORITY' } as const;
    expect(flags({ kind: 'tie', name: 'l1', tie, party: forwarder })).toEqual(['by-ownership', 'tied-party-listed']);
  });
});

describe('a tie', () => {
  it('costs more the looser it is', () => {
    const bits = (tie: Parameters<typeof tieBits>[1]) => tieBits(evidence, tie).bits;
    const owned = bits({ link: 'OWNS', certainty: 'CERTAIN', share: 'MAJORITY' });
    const officer = bits({ link: 'OFFICER', certainty: 'CERTAIN', sharedBy: 'FEW' });
    const crowd = bits({ link: 'ADDRESS', certainty: 'CERTAIN', sharedBy: 'MANY' });
    expect(0).toBeGreaterThan(owned);
    expect(owned).toBeGreaterThan(officer);
    expect(officer).toBeGreaterThan(crowd);
    expect(bits({ link: 'OWNS', certainty: 'NOT_EXCLUDED', share: 'MAJORITY' })).toBeLessThan(owned);
  });
});
