import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange } from '../../src/evidence/counterfactual.js';
import { type Amount, discountedSum } from '../../src/evidence/family.js';
import { type Carrier, weigh, weighCarrier } from '../../src/evidence/score.js';
import { anyRoute } from './arbitrary.js';
import { evidence } from './seeds.js';

const FIXED = ['hop', 'choice', 'time', 'once'];

/** By trying every set of changes; the ending takes nothing back in these routes. */
function fewestByTrying(carriers: readonly Carrier[]): { count: number; bits: number } | undefined {
  const { sixtyFourths, band } = weigh(evidence, carriers);
  if (band === 'LOW') return undefined;
  const below = evidence.settings.bands[band];
  const groups: { fired: Amount[]; choices: { drop?: number; add?: Amount }[] }[] = [];
  for (const carrier of carriers) {
    const { parts, missing } = weighCarrier(evidence, carrier);
    for (const family of new Set([...parts, ...missing].map(({ flag }) => flag.family))) {
      if (FIXED.includes(family)) continue;
      const fired = parts
        .filter(({ flag }) => flag.family === family)
        .map(({ flag, fullBits }) => ({ flag, amount: fullBits }));
      const choices = [
        ...fired.flatMap(({ amount }, drop) => (amount > 0 ? [{ drop }] : [])),
        ...missing
          .filter(({ flag, least }) => flag.family === family && least < 0)
          .map(({ flag, least }) => ({ add: { flag, amount: least } })),
      ];
      groups.push({ fired, choices });
    }
  }
  const all = groups.flatMap((group, g) => group.choices.map((choice) => ({ g, choice })));
  if (all.length > 12) return undefined;
  let best: { count: number; bits: number } | undefined;
  for (let set = 0; set < 2 ** all.length; set++) {
    const chosen = all.filter((_, i) => (set >> i) & 1);
    let bits = sixtyFourths;
    for (const [g, { fired }] of groups.entries()) {
      const here = chosen.filter((one) => one.g === g).map(({ choice }) => choice);
      const left = fired.filter((_, i) => !here.some(({ drop }) => drop === i));
      bits += discountedSum([...left, ...here.flatMap(({ add }) => add ?? [])]) - discountedSum(fired);
    }
    if (bits >= below) continue;
    if (!best || chosen.length < best.count || (chosen.length === best.count && bits < best.bits))
      best = { count: chosen.length, bits };
  }
  return best;
}

describe('the smallest change that takes a route below its band', () => {
  it('is as small, and drops as far, as the best of all sets of changes', () => {
    let compared = 0;
    const anySmall = anyRoute.map((carriers): readonly Carrier[] =>
      carriers
        .flatMap((carrier): Carrier[] => {
          if (carrier.kind === 'ending') return [{ ...carrier, ending: { ...carrier.ending, ground: 'TIE' } }];
          return carrier.kind === 'movement'
            ? [
                {
                  ...carrier,
                  rest: { siteVerified: carrier.rest.siteVerified, payer: 'THIRD_PARTY', paidFromTier3: true },
                },
              ]
            : [];
        })
        .slice(-2),
    );
    fc.assert(
      fc.property(anySmall, (carriers) => {
        const slow = fewestByTrying(carriers);
        if (slow === undefined) return;
        compared++;
        const fast = smallestChange(evidence, carriers);
        expect(fast && { count: fast.changes.length, bits: fast.bits * 64 }).toEqual(slow);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  const arrival = {
    control: 'PRODUCT',
    outcome: 'LICENCE_REQUIRED',
    review: 'POLICY_OF_DENIAL',
    licence: 'NOT_SHOWN',
    destinationTier3: true,
  } as const;
  const route: readonly Carrier[] = [
    { kind: 'movement', name: 's2', law: arrival, rest: { ageAtFirstOrder: 'FRESH' } },
    {
      kind: 'ending',
      name: 'end',
      ending: {
        kind: 'OBSERVED',
        certainty: 'CERTAIN',
        open: false,
        control: 'PRODUCT',
        ground: 'PLACE',
        inTier3: true,
        arrival,
      },
    },
  ];

  it('names what would have to be otherwise, and what would have to be found', () => {
    const { band, bits } = weigh(evidence, route);
    expect({ band, bits }).toEqual({ band: 'CRITICAL', bits: 4 + 0.75 + 1.5 + 5 });
    const change = smallestChange(evidence, route);
    expect(change).toEqual({
      changes: [
        {
          kind: 'FOUND',
          flag: 'returned-to-maker',
          carrier: { kind: 'movement', name: 's2' },
          needs: ['returnsToMaker'],
        },
      ],
      bits: 4.25,
      band: 'ELEVATED',
    });
  });

  it('never offers a ground that the ending counts instead of the arrival', () => {
    const flags = smallestChange(evidence, route)?.changes.map(({ flag }) => flag);
    expect(flags).not.toContain('destination-in-tier-3');
  });

  it('is nothing for a route that is low already', () => {
    expect(smallestChange(evidence, [])).toBeUndefined();
  });
});
