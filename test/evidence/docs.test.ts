import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeFlags, flagTable } from '../../src/evidence/describe.js';
import { evidence } from './seeds.js';

const PAGE = fileURLToPath(new URL('../../docs/evidence.md', import.meta.url));
const BEGIN = '<!-- flags: begin -->';
const END = '<!-- flags: end -->';

it('docs/evidence.md lists every flag as it is loaded (run with -u to bring it up to date)', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN) as [string, string];
  const after = rest.split(END)[1] as string;
  await expect(`${before}${BEGIN}\n\n${flagTable(evidence)}\n\n${END}${after}`).toMatchFileSnapshot(PAGE);
});

it('flags are described by family, then id, with weights in bits', () => {
  const flags = describeFlags(evidence);
  expect(flags).toHaveLength(evidence.flags.length);
  expect(flags.find(({ id }) => id === 'listed-party')).toMatchObject({
    family: 'law',
    carriers: ['movement'],
    weights: [
      { grade: 'CERTAIN', bits: 5 },
      { grade: 'NOT_EXCLUDED', bits: 1.5 },
    ],
    on: true,
  });
  expect(flags.find(({ id }) => id === 'share-of-the-choice')?.weights).toEqual([]);
  const law = flags.filter(({ family }) => family === 'law').map(({ id }) => id);
  expect(law).toEqual([...law].sort());
});
