import { describe, expect, it } from 'vitest';
import { searchableNames, startOf, wholeName, wholeWord, wordsOf } from '../../src/store/names.js';

describe('the words of a name', () => {
  it.each([
    ['Ökö-Chips 3 GmbH', ['oko', 'chips', '3', 'gmbh']],
    ['H100 “boards”', ['h100', 'boards']],
    ['ＡＢＣ Ｌｔｄ', ['abc', 'ltd']],
    ['深圳H100公司', ['深', '圳', 'h100', '公', '司']],
    ['Торговый Дом', ['торговыи', 'дом']],
    ['AL‑AMIN & SONS', ['al', 'amin', 'sons']],
    ['— … !', []],
    ['', []],
  ])('of `%s` are %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('the names of a party', () => {
  const names = searchableNames('Strait Trading', ['Chips', '—']);

  it.each([
    ['strait', true],
    ['tra', true],
    ['chip', true],
    ['rait', false],
    ['s trait', false],
  ])('have a word that begins with `%s`: %s', (start, found) => {
    expect(names.includes(startOf(start))).toBe(found);
  });

  it('have whole words and not their parts', () => {
    expect(['strait', 'trading', 'chips', 'tra', 'chip'].map((word) => names.includes(wholeWord(word)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('are whole names in the order of their words', () => {
    const asked = [['strait', 'trading'], ['chips'], ['trading', 'strait'], ['strait'], ['trading', 'chips']];
    expect(asked.map((words) => names.includes(wholeName(words)))).toEqual([true, true, false, false, false]);
  });

  it('are an empty text where there is no letter in them', () => {
    expect(searchableNames(undefined, [])).toBe('');
    expect(searchableNames('!', ['…'])).toBe('');
  });
});
