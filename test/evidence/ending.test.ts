import { describe, expect, it } from 'vitest';
import { endingBits } from '../../src/evidence/carriers.js';
import { weigh } from '../../src/evidence/score.js';
import type { EndingSituation, LawSituation } from '../../src/evidence/situations.js';
import { bitsOf, ending, lawful, movement, observed, toTier3 } from './example.js';
import { evidence } from './seeds.js';

describe('an ending', () => {
  const undecided: LawSituation = { ...lawful, outcome: 'UNKNOWN' };
  const parent: LawSituation = { ...undecided, parentTier3: 'CERTAIN' };
  const byControl = { kind: 'BY_CONTROL', ground: 'PARENT', arrival: parent } as const;

  it('counts a parent in Tier 3 once: in the ending where the route ends there', () => {
    const ends = weigh(evidence, [movement('s1', parent), ending(byControl)]);
    const passes = weigh(evidence, [movement('s1', parent)]);
    expect(bitsOf(ends, 'parent-in-tier-3')).toEqual([5]);
    expect(bitsOf(ends, 'counted-in-the-ending')).toEqual([-5]);
    expect(bitsOf(ends, 'stops-under-control')).toEqual([5]);
    expect(ends.bits).toBe(5);
    expect(passes.bits).toBe(5);
  });

  it('weighs a certain parent like the place', () => {
    const place = weigh(evidence, [
      movement('s1', { ...undecided, destinationTier3: true }),
      ending({ arrival: { ...undecided, destinationTier3: true } }),
    ]);
    const owner = weigh(evidence, [movement('s1', parent), ending(byControl)]);
    expect(owner.bits).toBe(place.bits);
  });

  it('brings next to nothing where the movement is lawful on its papers', () => {
    const licensed: LawSituation = { ...toTier3, licence: 'SHOWN_AND_FITS' };
    const score = weigh(evidence, [movement('s1', licensed), ending({ arrival: licensed })]);
    expect(bitsOf(score, 'destination-in-tier-3')).toEqual([]);
    expect(score.bits).toBe(0.5);
  });

  it('takes back no more than the place said beside other law', () => {
    const score = weigh(evidence, [movement('s1', toTier3), ending()]);
    // None shown 4, would be denied 3 at a quarter, and the arrival; the place (5) counts in the ending alone.
    expect(score.bits).toBe(4 + 0.75 + 5);
  });

  it('leaves the law of the arrival alone where it rests on something else', () => {
    const tie = { kind: 'POTENTIAL', ground: 'TIE', arrival: parent } as const;
    expect(bitsOf(weigh(evidence, [movement('s1', parent), ending(tie)]), 'counted-in-the-ending')).toEqual([]);
    const abroad = { ...byControl, inTier3: false };
    expect(bitsOf(weigh(evidence, [movement('s1', parent), ending(abroad)]), 'counted-in-the-ending')).toEqual([]);
  });

  it('counts a listing once too', () => {
    const listed: LawSituation = { ...lawful, listed: 'CERTAIN', ownedByListed: 'CERTAIN' };
    const score = weigh(evidence, [
      movement('s1', listed),
      ending({ kind: 'BY_CONTROL', ground: 'LISTED', arrival: listed }),
    ]);
    expect(score.bits).toBe(5);
  });

  it('brings less where it is open or not certain, and least where only a tie leads to the target', () => {
    const bits = (change: Partial<EndingSituation>) =>
      endingBits(evidence, { ...observed, arrival: lawful, ground: 'PARENT', ...change }).bits;
    const certain = bits({ kind: 'BY_CONTROL' });
    const open = bits({ kind: 'BY_CONTROL', open: true });
    const notExcluded = bits({ kind: 'BY_CONTROL', certainty: 'NOT_EXCLUDED' });
    expect(certain).toBeGreaterThan(open);
    expect(open).toBeGreaterThan(notExcluded);
    expect(bits({ kind: 'POTENTIAL', ground: 'TIE' })).toBeLessThan(open);
  });

  it('counts in proportion to the probability that the goods are controlled', () => {
    const bits = (control: LawSituation['control']) =>
      endingBits(evidence, { ...observed, control, arrival: { ...toTier3, control } }).bits;
    expect(bits('HEADING')).toBeLessThan(bits('PRODUCT') / 5);
    expect(bits('NOT_CONTROLLED')).toBe(0);
  });
});
