import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { checkRegimeFolder, loadRegimes } from '../../src/policy/load.js';

const catalogue = loadCatalogue('seeds/catalogue');
const folder = (name: string) => `test/policy/broken/${name}`;
const faultsOf = (name: string) => checkRegimeFolder(folder(name), { catalogue }).map((fault) => fault.message);

/** One mistake a folder; the message must name file, line, column, the value and what would be right. */
const MISTAKES: readonly (readonly [folder: string, place: string, ...words: string[]])[] = [
  ['duplicate-key', 'rules/a.yaml:4:5', '`kind`', 'stands here twice'],
  ['unknown-key', 'rules/a.yaml:5:5', '`citaton`', 'did you mean `citation`?', 'Allowed: kind, instrument, citation'],
  ['no-citation', 'rules/a.yaml:3:5', 'the rule `one` has no `citation`'],
  ['unknown-fact', 'rules/a.yaml:7:13', '`destnation`', 'did you mean `destination`?', 'Allowed: all, any'],
  ['unknown-list', 'rules/a.yaml:7:32', 'no list of countries `D:5`', 'Known: none'],
  ['unknown-instrument', 'rules/a.yaml:4:17', '`ACTS`', 'did you mean `ACT`?'],
  ['no-such-day', 'instruments.yaml:5:16', '`2024-02-30` is not a date'],
  ['date-without-case', 'rules/a.yaml', 'rule `one` changes on 2024-01-02', 'on the day before 2024-01-02: add one'],
  ['case-fails', 'rules/a.yaml:9:5', 'the case does not hold: outcome is NO_LICENCE_REQUIRED, not LICENCE_REQUIRED'],
  ['stay-backwards', 'instruments.yaml:7:38', 'cannot lie before its first'],
  ['not-a-country', 'values/a.yaml:5:29', '`QQ` is no ISO 3166-1 alpha-2 code'],
  ['value-without-citation', 'values/a.yaml:4:16', 'no `citation`'],
  ['versions-out-of-order', 'values/a.yaml:7:9', 'versions stand in order'],
  ['empty-file', 'rules/a.yaml:1', 'the file is empty'],
  ['party-fact-alone', 'rules/a.yaml', 'the rule `one` asks for `headquarters`', 'inside someParty and everyParty'],
  [
    'class-of-place',
    'rules/a.yaml',
    'the rule `one` asks for `destination`',
    'a class may rest on `item.…` facts and `certifications` alone',
  ],
  ['wrong-operator', 'rules/a.yaml:7:22', 'unknown key `in`', 'Allowed: atLeast, above, atMost, below, known'],
  ['circle-a', '../circle-b/regime.yaml:2:10', 'extend each other in a circle: circle-a → circle-b → circle-a'],
  ['extends-nothing', 'regime.yaml:2:10', 'there is no regime `us-aer`'],
  ['cures-nothing', 'rules/a.yaml:14:12', 'there is no requirement `oen`', 'Known: one'],
  ['overrides-nothing', 'rules/a.yaml:15:16', 'there is no review policy `thre`, did you mean `three`?'],
  ['bars-nothing', 'rules/a.yaml:13:11', 'there is no exception `LPP`. Known: none'],
  ['order-of-nothing', 'regime.yaml:4:17', 'there is no exception `LPP`. Known: none'],
  ['twice', 'rules/b.yaml:1:1', '`one` is defined in', 'already: keep one'],
];

describe('a folder with one mistake', () => {
  for (const [name, place, ...words] of MISTAKES) {
    it(`${name} is told where and what`, () => {
      const [first, ...more] = faultsOf(name);
      expect(first).toContain(
        `${place.startsWith('../') ? `test/policy/broken/${place.slice(3)}` : `${folder(name)}/${place}`}`,
      );
      for (const word of words) expect(first).toContain(word);
      expect(more).toEqual([]);
    });
  }

  it('every fault of a file is told, not the first alone', () => {
    const faults = faultsOf('case-expects-nothing');
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('a case that expects nothing cannot fail');
    expect(faults[1]).toContain('unknown key `too`, did you mean `to`?');
  });

  it('a sound folder has no fault', () => {
    expect(faultsOf('sound')).toEqual([]);
  });
});

describe('loading', () => {
  it('stops at the first fault, with its place; mistakes in cases are for the check alone', () => {
    expect(() => loadRegimes('test/policy/broken')).toThrow(/bars-nothing\/rules\/a\.yaml:13:11/);
  });

  it('names a folder that is not there', () => {
    expect(() => loadRegimes('seeds/nowhere')).toThrow('there is no folder `seeds/nowhere`');
  });

  it('names a folder that holds no regime', () => {
    expect(() => loadRegimes('seeds/catalogue')).toThrow('`seeds/catalogue` holds no regime');
  });

  it('takes what a regime extends from the other folder', () => {
    const regimes = loadRegimes('test/policy/own', { base: 'seeds/regimes' });
    expect([...regimes.keys()]).toEqual(['no-return']);
    expect(regimes.get('no-return')?.rules.has('zone-a')).toBe(true);
  });
});
