import { describe, expect, it } from 'vitest';
import { MATCH_THRESHOLD, NameComparer } from '../../src/identity/compare-names.js';
import { loadNameKnowledge } from '../../src/identity/knowledge.js';
import { type LabelledPair, labelledPairs, quality } from './pairs.js';

const comparer = new NameComparer(loadNameKnowledge('seeds/names'));
const compare = (schema: string | undefined, a: string, b: string) => comparer.compare(schema, a, b);
const isMatch = ({ schema, name1, name2 }: LabelledPair) => compare(schema, name1, name2).match;

describe('the labelled pairs', () => {
  const heldOut = labelledPairs('held-out');
  const all = [...labelledPairs('tuning'), ...heldOut];

  it('are at least 600, a third of them different parties, each with its reason', () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(all.filter(({ match }) => match === '0').length).toBeGreaterThan(all.length / 3);
    expect(all.filter(({ reason, kind }) => reason === '' || kind === '')).toEqual([]);
  });

  it.each([
    ['of all kinds', () => true, 0.92],
    ['of companies', ({ schema }: LabelledPair) => schema === 'Company', 0.9],
    ['of persons', ({ schema }: LabelledPair) => schema === 'Person', 0.92],
    ['that are easy', ({ difficulty }: LabelledPair) => difficulty === 'easy', 0.98],
    ['that are hard', ({ difficulty }: LabelledPair) => difficulty === 'hard', 0.83],
  ])('%s, in the half that nothing was tuned on, are told apart', (_, of, floor) => {
    expect(quality(heldOut.filter(of), isMatch).f1).toBeGreaterThanOrEqual(floor);
  });

  it('score the same whichever name comes first', () => {
    const uneven = all.filter(
      ({ schema, name1, name2 }) => compare(schema, name1, name2).score !== compare(schema, name2, name1).score,
    );
    expect(uneven).toEqual([]);
  });

  it('that match seldom share the highest score', () => {
    const scores = all
      .filter((pair) => pair.match === '1')
      .map((pair) => compare(pair.schema, pair.name1, pair.name2).score);
    const highest = Math.max(...scores);
    expect(highest).toBeLessThan(1);
    expect(scores.filter((score) => score === highest).length / scores.length).toBeLessThan(0.05);
  });
});

describe('a score', () => {
  it('of equal names is higher the rarer their words are', () => {
    const score = (name: string) => compare('Company', name, name).score;
    expect(score('Zarubezhstroy Quintara')).toBeGreaterThan(score('Zarubezhstroy'));
    expect(score('Zarubezhstroy')).toBeGreaterThan(score('General Trading Company'));
    expect(compare('Person', 'John Smith', 'John Smith').score).toBeLessThan(
      compare('Person', 'Arkady Rotenberg', 'Arkady Rotenberg').score,
    );
  });

  it('is below the threshold for another number, and says that numbers differ', () => {
    const { score, match, reasons } = compare('Company', 'Factory No. 3', 'Factory No. 5');
    expect({ match, below: score < MATCH_THRESHOLD }).toEqual({ match: false, below: true });
    expect(reasons).toContain('numbers or single letters differ');
  });

  it.each([
    ['Company', '华为技术有限公司', 'Huawei Technologies Co., Ltd.', 'same meaning: technology ~ technologies'],
    ['Company', 'OOO Romashka', 'Romashka LLC', 'legal forms agree: ooo, llc'],
    ['Company', 'National Iranian Oil Company', 'NIOC', 'acronym: national iranian oil ~ nioc'],
    ['Company', 'Sun Shine Trading', 'Sunshine Trading', 'spaces moved: sun shine ~ sunshine'],
    ['Company', 'Rosoboronexport', 'Rosobornexport', 'a slip apart: rosoboronexport ~ rosobornexport'],
    ['Person', 'Mohammed Al Qahtani', 'Muhammad al-Qahtani', 'forms of one name: mohammed ~ muhammad'],
    ['Person', 'V. V. Putin', 'Vladimir Vladimirovich Putin', 'initial: v ~ vladimir'],
    ['Person', 'محمد حسن', 'Mohammed Hassan', 'same letters in another script'],
    ['Person', '김정은', 'Kim Jong Un', 'forms of one name: gim ~ kim'],
    ['Person', 'Natalia Petrova', 'Natalia Petrov', 'feminine form: petrova ~ petrov'],
    ['Vessel', 'MV Golden Lake II', 'GOLDEN LAKE 2', 'equal: golden'],
  ])('%s: %s matches %s, because: %s', (schema, a, b, reason) => {
    const found = compare(schema, a, b);
    expect(found.match).toBe(true);
    expect(found.reasons.join('; ')).toContain(reason);
  });

  it.each([
    ['Person', 'Alexander Ivanov', 'Alexandra Ivanova'],
    ['Person', 'Chen Weiming', 'Chen Weiping'],
    ['Company', 'Bank of China', 'Bank of Chile'],
    ['Company', 'Gazprom PJSC', 'Gazprom Neft PJSC'],
    ['PublicBody', 'Ministry of Defence of Iran', 'Ministry of Finance of Iran'],
    ['Vessel', 'Grace 1', 'Grace 2'],
  ])('%s: %s is not %s', (schema, a, b) => {
    expect(compare(schema, a, b).match).toBe(false);
  });

  it.each(['', undefined, 'LegalEntity', 'Spaceship'])(
    'takes names for what they seem where the schema is %j',
    (schema) => {
      expect(compare(schema, 'Igor Sechin', 'SECHIN, Igor Ivanovich').match).toBe(true);
      expect(compare(schema, 'Rosneft Trading SA', 'Rosneft Trading S.A.').match).toBe(true);
      expect(compare(schema, 'Igor Sechin', 'Igor Shuvalov').match).toBe(false);
    },
  );
});

describe('bad input', () => {
  it.each(['Person', 'Company', 'Vessel', ''])('of a %s is compared without a fault', (schema) => {
    expect(compare(schema, '', '')).toMatchObject({ score: 0, match: false });
    expect(compare(schema, '...', '😀')).toMatchObject({ score: 0, match: false });
    expect(compare(schema, 'A', 'B').match).toBe(false);
    expect(compare(schema, '\u202eQuintara\u202c Volta\u200b', 'Quintara Volta').match).toBe(true);
    expect(compare(schema, 'Quintara\u0000\u0007Volta', 'Quintara Volta').match).toBe(true);
    expect(compare(schema, '🚢 Quintara Volta 🚀', 'Quintara Volta').match).toBe(true);
  });

  it('of nothing but a legal form matches no company that has it', () => {
    expect(compare('Company', 'Co., Ltd.', 'Acme Co., Ltd.').match).toBe(false);
    expect(compare('Company', 'Co., Ltd.', 'Company Limited').match).toBe(false);
    expect(compare('Company', 'Trading', 'Acme Trading').match).toBe(false);
  });

  it('of five thousand letters is cut, and says so', () => {
    const long = 'quintara '.repeat(600);
    const began = performance.now();
    const { reasons } = compare('Company', long, `${long}x`);
    expect(reasons.join()).toContain('compared in its first part only');
    compare('Company', 'x'.repeat(5000), 'y'.repeat(5000));
    compare('Person', 'ab '.repeat(1700), 'ba '.repeat(1700));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('that cannot be read from the folder of seeds names the file', () => {
    expect(() => loadNameKnowledge('nowhere')).toThrow(/nowhere\/han-words\.yaml/);
  });
});
