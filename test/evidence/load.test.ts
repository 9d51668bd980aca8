import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movementBits } from '../../src/evidence/carriers.js';
import { loadEvidence, withoutFamily } from '../../src/evidence/load.js';
import { evidence, SEEDS } from './seeds.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'evidence-'));
  cpSync(SEEDS, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The message after one change to a file that ships; the line is counted from the text changed. */
function broken(file: string, from: string, to: string): string {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    loadEvidence(dir);
  } catch (error) {
    return (error as Error).message.replace(dir, '');
  }
  return 'no error';
}

function lineOf(file: string, text: string): number {
  return readFileSync(join(SEEDS, file), 'utf8').split(text)[0]?.split('\n').length as number;
}

function overridden(text: string) {
  const file = join(dir, 'mine.yaml');
  writeFileSync(file, text);
  return loadEvidence(SEEDS, file);
}

describe('loading the flags', () => {
  it('rounds weights to sixty-fourths towards zero', () => {
    expect(broken('money.yaml', 'bits: 2', 'bits: 2.01')).toBe('no error');
    const weight = loadEvidence(dir).flags.find(({ id }) => id === 'paid-from-tier-3')?.weight;
    expect(weight).toBe(128);
  });

  it('gives the same version for the same files and another for another weight', () => {
    expect(evidence.version).toMatch(/^[0-9a-f]{16}$/);
    expect(loadEvidence(dir).version).toBe(evidence.version);
    expect(broken('money.yaml', 'bits: 2', 'bits: 2.5')).toBe('no error');
    expect(loadEvidence(dir).version).not.toBe(evidence.version);
    expect(withoutFamily(evidence, 'money').version).not.toBe(evidence.version);
  });

  it.each([
    [
      'a key nobody knows',
      'time.yaml',
      'label:',
      'lable:',
      /time\.yaml:4:5: unknown key `lable`; did you mean `label`\?/,
    ],
    ['a missing key', 'time.yaml', '    label: How soon it leaves\n', '', /time\.yaml:3:5: `label` missing; add it/],
    [
      'a flag without a predicate',
      'hop.yaml',
      'id: further-movement',
      'id: further-movment',
      /hop\.yaml:3:9: `further-movment` is not one of `further-movement`; did you mean/,
    ],
    [
      'a grade nobody knows',
      'time.yaml',
      'WEEKS',
      'WEKS',
      /time\.yaml:6:\d+: unknown key `WEKS`; did you mean `WEEKS`\?/,
    ],
    ['a grade too few', 'time.yaml', ', MONTHS: -0.5', '', /time\.yaml:6:\d+: `MONTHS` missing/],
    [
      'a weight that is no number',
      'hop.yaml',
      'bits: -3',
      'bits: minus three',
      /hop\.yaml:6:11: `minus three` is not a number from -40 to 40/,
    ],
    [
      'a weight out of bounds',
      'hop.yaml',
      'bits: -3',
      'bits: -300',
      /hop\.yaml:6:11: `-300` is not a number from -40 to 40/,
    ],
    [
      'a weight where the amount is computed',
      'choice.yaml',
      'bits: computed',
      'bits: 4',
      /choice\.yaml:6:11: `4` is not one of `computed`/,
    ],
    [
      'a carrier the family has no part in',
      'money.yaml',
      'carrier: movement',
      'carrier: tie',
      /money\.yaml:6:14: family `money` has no part in a carrier `tie`; it has in movement/,
    ],
    [
      'a fact nobody knows',
      'value.yaml',
      'needs: [value]',
      'needs: [valu]',
      /value\.yaml:12:13: `valu` is not one of `value`; did you mean `value`\?/,
    ],
    [
      'a sentence with a fact it does not need',
      'money.yaml',
      'payer is neither',
      '{price} is neither',
      /money\.yaml:8:15: `\{price\}` is not among this flag's `needs`/,
    ],
    [
      'a repeated key',
      'hop.yaml',
      'family: hop',
      'family: hop\nfamily: hop',
      /hop\.yaml:2:1: not valid YAML: Map keys must be unique/,
    ],
    [
      'another family in the file',
      'hop.yaml',
      'family: hop',
      'family: choice',
      /hop\.yaml:1:9: `choice` is not one of `hop`/,
    ],
    [
      'no reason',
      'hop.yaml',
      'citation: "Design',
      'citation: ""\n    x: "Design',
      /hop\.yaml:\d+:\d+: unknown key `x`/,
    ],
    [
      'a blank citation',
      'once.yaml',
      '"Design judgement; one fact counts once"',
      '""',
      /once\.yaml:11:15: text is needed here/,
    ],
    [
      'edges that do not rise',
      'score.yaml',
      '[0.5, 0.95, 1.05, 2]',
      '[0.5, 1.05, 0.95, 2]',
      /score\.yaml:\d+:\d+: edges of `weight` must rise/,
    ],
    [
      'an edge too few',
      'score.yaml',
      '[0.5, 0.95, 1.05, 2]',
      '[0.95]',
      /score\.yaml:\d+:\d+: `weight` needs 4 edges, not `1`/,
    ],
    ['bands that do not fall', 'score.yaml', 'HIGH: 7', 'HIGH: 12', /bands must fall/],
    ['a certain prior', 'score.yaml', 'prior: 0.01', 'prior: 1', /a prior of `1` leaves nothing to weigh/],
    ['a probability above one', 'score.yaml', 'ECCN: 0.95', 'ECCN: 95', /`95` is not a number from 0 to 1/],
  ])('refuses %s, with its line', (_, file, from, to, message) => {
    expect(broken(file, from, to)).toMatch(message);
  });

  it('names the line of the change itself', () => {
    const line = lineOf('law.yaml', 'bits: 5');
    expect(broken('law.yaml', 'bits: 5', 'bits: five')).toContain(`law.yaml:${line}:11: \`five\``);
  });

  it('refuses a predicate whose flag has no entry', () => {
    const text = readFileSync(join(dir, 'value.yaml'), 'utf8');
    writeFileSync(join(dir, 'value.yaml'), text.split('  - id: price-rises')[0] as string);
    expect(() => loadEvidence(dir)).toThrow(/value\.yaml:3:3: no entry for flag `price-rises`; add one/);
  });

  it('refuses the same flag twice', () => {
    expect(broken('value.yaml', 'id: price-rises', 'id: price-drops')).toMatch(
      /value\.yaml:\d+:9: flag `price-drops` stands here twice/,
    );
  });

  it('says which file cannot be read', () => {
    rmSync(join(dir, 'tie.yaml'));
    expect(() => loadEvidence(dir)).toThrow(/tie\.yaml: cannot be read/);
  });
});

describe("a user's own weights", () => {
  it('change flags, grades, prior and bands, and are named in the answer', () => {
    const mine = overridden(
      'flags:\n  paid-from-tier-3: 3.5\n  price-far-from-usual: { FAR_BELOW: 2, FAR_ABOVE: 0 }\nprior: 0.2\nbands: { CRITICAL: 5, HIGH: 4, ELEVATED: 3 }\n',
    );
    expect(mine.flags.find(({ id }) => id === 'paid-from-tier-3')?.weight).toBe(224);
    expect(mine.flags.find(({ id }) => id === 'price-far-from-usual')?.weight).toEqual({
      FAR_BELOW: 128,
      FAR_ABOVE: 0,
    });
    expect(mine.settings).toMatchObject({ prior: 0.2, bands: { CRITICAL: 320, HIGH: 256, ELEVATED: 192 } });
    expect(mine.overrides).toBe(join(dir, 'mine.yaml'));
    expect(mine.version).not.toBe(evidence.version);
    expect(evidence.overrides).toBeUndefined();
  });

  it('switch a flag off, which then is listed and never fires', () => {
    const mine = overridden('flags:\n  paid-from-tier-3: off\n');
    expect(mine.flags.find(({ id }) => id === 'paid-from-tier-3')?.on).toBe(false);
    expect(movementBits(mine, { paidFromTier3: true }).bits).toBe(0);
    expect(movementBits(mine, {}).missing.some(({ flag }) => flag.id === 'paid-from-tier-3')).toBe(false);
  });

  it('switch a whole family off, as taking it out does', () => {
    const mine = overridden('families:\n  money: off\n');
    expect(mine.byFamily.money).toEqual([]);
    expect(mine.version).toBe(withoutFamily(evidence, 'money').version);
  });

  it.each([
    [
      'flags:\n  paid-from-tier-4: 3\n',
      /mine\.yaml:2:3: no flag `paid-from-tier-4`; did you mean `paid-from-tier-3`\?/,
    ],
    ['families:\n  mony: off\n', /mine\.yaml:2:3: unknown key `mony`; did you mean `money`\?/],
    ['families:\n  money: on\n', /mine\.yaml:2:10: `on` is not one of `off`/],
    ['flags:\n  price-far-from-usual: 3\n', /mine\.yaml:2:25: a mapping of keys to values is needed here/],
    ['flag:\n  a: 3\n', /mine\.yaml:1:1: unknown key `flag`; did you mean `flags`\?/],
    ['- a\n', /mine\.yaml:1:1: a mapping of keys to values is needed here/],
    ['', /mine\.yaml:1:1: a mapping of keys to values is needed here/],
  ])('are refused with line and column: %j', (text, message) => {
    expect(() => overridden(text)).toThrow(message);
  });
});
