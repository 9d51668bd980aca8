import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeHref, readPlace } from '../../src/page/routes/place.js';
import { DEFAULT_TERMS, readList, readTerms, termVariables, unreadable } from '../../src/page/routes/terms.js';

const text = fc.string({ minLength: 1 });
const date = fc.constantFrom('', '2024', '2024-05', '2024-05-17');
const terms = fc.record({
  from: fc.array(text, { maxLength: 3 }),
  to: fc.array(text, { maxLength: 3 }),
  products: fc.array(text, { maxLength: 3 }),
  since: date,
  until: date,
  asOf: date,
  regime: fc.constantFrom('us-ear', 'own & other'),
  view: fc.constantFrom('ENFORCED' as const, 'AS_WRITTEN' as const),
  maxHops: fc.nat(10),
  maxDwellDays: fc.nat(3650),
  minTier2: fc.nat(10),
  k: fc.nat(1000),
});

describe('the address of the Routes view', () => {
  it('gives back every question, route and chain that was written to it', () => {
    const place = fc.record(
      {
        terms,
        route: text,
        chain: fc.record({
          parties: fc.array(text, { minLength: 1, maxLength: 4 }),
          shipments: fc.array(text, { maxLength: 4 }),
        }),
      },
      { requiredKeys: ['terms'] },
    );
    fc.assert(
      fc.property(place, (one) => {
        expect(readPlace(new URL(placeHref(one), 'http://here').search)).toEqual(one);
      }),
    );
  });

  it('says nothing of what is as usual', () => {
    expect(placeHref({ terms: DEFAULT_TERMS })).toBe('/routes');
    expect(readTerms('')).toEqual(DEFAULT_TERMS);
  });

  it('keeps numbers that are none apart from those left out', () => {
    expect(unreadable(readTerms('?k=many&hops=2.5&dwell='))).toEqual(['hops', 'dwell', 'k']);
    expect(unreadable(readTerms('?k=25'))).toEqual([]);
  });
});

describe('the variables of a question', () => {
  it('leave out what does not limit, so that the interface takes its own defaults', () => {
    expect(termVariables(DEFAULT_TERMS)).toEqual({
      maxHops: 6,
      maxDwellDays: 180,
      minTier2: 1,
      regime: 'us-ear',
      view: 'ENFORCED',
    });
    expect(termVariables({ ...DEFAULT_TERMS, to: ['CN'], until: '2024', asOf: '2025' })).toMatchObject({
      filter: { to: ['CN'], until: '2024' },
      asOf: '2025',
    });
  });
});

describe('a list that is typed', () => {
  it('is parted at semicolons, blanks dropped', () => {
    expect(readList(' US; role:trader ;; id:a,b ')).toEqual(['US', 'role:trader', 'id:a,b']);
    expect(readList('  ')).toEqual([]);
  });
});
