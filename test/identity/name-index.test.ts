import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameComparer } from '../../src/identity/compare-names.js';
import { editCost } from '../../src/identity/edit-distance.js';
import { greatest } from '../../src/identity/greatest.js';
import { loadNameKnowledge } from '../../src/identity/knowledge.js';
import { NameIndex } from '../../src/identity/name-index.js';
import { WordSearch } from '../../src/identity/word-search.js';
import { labelledPairs } from './pairs.js';

const knowledge = loadNameKnowledge('seeds/names');

describe('the index', () => {
  const pairs = [...labelledPairs('tuning'), ...labelledPairs('held-out')];
  const names = pairs.map(({ schema, name2 }, party) => ({ text: name2, schema: schema || undefined, party }));
  const index = new NameIndex(names, knowledge);

  it('finds nearly every name that the comparer calls a match, among all others', () => {
    const comparer = new NameComparer(knowledge);
    const matches = pairs.flatMap((pair, party) =>
      comparer.compare(pair.schema || undefined, pair.name1, pair.name2).score >= 0.75 ? [{ pair, party }] : [],
    );
    const missed = matches.filter(
      ({ pair, party }) => !index.find(pair.name1, pair.schema || undefined, 0.6).some(({ name }) => name === party),
    );
    expect(matches.length).toBeGreaterThan(300);
    expect(missed.length / matches.length).toBeLessThan(0.02);
  });

  it('gives scores in falling order, none below the threshold', () => {
    const found = index.find('Vladimir Putin', 'Person', 0.5);
    expect(found.length).toBeGreaterThan(1);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.5);
  });

  it('gives the same answer when asked again, and finds nothing for a name of no letters', () => {
    expect(index.find('Igor Sechin', undefined, 0.7)).toEqual(index.find('Igor Sechin', undefined, 0.7));
    for (const text of ['', '...', '😀', '\u202e']) expect(index.find(text, undefined, 0.1)).toEqual([]);
  });

  it('of nothing finds nothing', () => {
    expect(new NameIndex([], knowledge).find('Igor Sechin', 'Person', 0.5)).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('Person', 'Company', 'Vessel', undefined),
        (text, schema) => {
          for (const { score } of index.find(text, schema, 0.5)) expect(score).toBeLessThan(1);
        },
      ),
      { numRuns: 200 },
    );
    expect(index.find('constructor __proto__ toString', undefined, 0.5)).toEqual([]);
  });
});

describe('a search for words', () => {
  const words = ['sinovision', 'sinosteel', 'rosneft', 'tatneft', 'transneft', 'almaz', 'quintara'];
  const search = new WordSearch(words);
  const near = (word: string) => search.near(word).map((found) => words[found.word]);

  it('finds what is a slip away, and not the word itself', () => {
    expect(near('sinovison')).toEqual(['sinovision']);
    expect(near('quintarra')).toEqual(['quintara']);
    expect(near('almaz')).toEqual([]);
    expect(near('abc')).toEqual([]);
  });
});

describe('the greatest of many', () => {
  it('are those that sorting would put first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (ranks, most) => {
        const indexes = ranks.map((_, index) => index);
        const sorted = indexes.toSorted((a, b) => (ranks[b] as number) - (ranks[a] as number) || a - b);
        expect(greatest(indexes, (index) => ranks[index] as number, most)).toEqual(sorted.slice(0, most));
      }),
    );
  });
});

describe('the cost of turning a word into another', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdehilmnorstuy01'), maxLength: 12 });

  it('is nothing for the same word, the same both ways, and never more than letters differ', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const cost = editCost(a, b, 99);
        expect(editCost(a, a, 99)).toBe(0);
        expect(editCost(b, a, 99)).toBeCloseTo(cost, 9);
        expect(cost).toBeLessThanOrEqual(Math.max(a.length, b.length));
        if (a !== b) expect(cost).toBeGreaterThan(0);
      }),
    );
  });

  it('is less for what hand and eye mix up than for any other letter', () => {
    const other = editCost('rosneft', 'rosnept', 9);
    expect(editCost('rosneft', 'rosneftt', 9)).toBeLessThan(other);
    expect(editCost('rosneft', 'rosenft', 9)).toBeLessThan(other);
    expect(editCost('oil0', 'oilo', 9)).toBeLessThan(other);
    expect(editCost('rosneft', 'rosnegt', 9)).toBeLessThan(other);
    expect(editCost('abcdefgh', 'stuvwxyz', 2)).toBe(2);
  });
});
