/** Edits of the files of law while they are in service. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadRegimes } from '../../src/policy/load.js';
import { type LawEdit, WatchedLaw } from '../../src/policy/watched-law.js';

let dir: string;
let law: WatchedLaw;
let edits: LawEdit[];
let stop: () => void;

const title = (text: string) => `title: ${text}\nextends: us-ear\n`;
const write = (text: string) => writeFileSync(join(dir, 'ours', 'regime.yaml'), text);
const next = () => vi.waitFor(() => expect(edits).toHaveLength(1), { timeout: 10_000 }).then(() => edits.pop());

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'detour-law-'));
  mkdirSync(join(dir, 'ours'));
  write(title('Before'));
  law = new WatchedLaw([dir], () => loadRegimes(dir, { base: 'seeds/regimes' }));
  edits = [];
  stop = law.watch((edit) => edits.push(edit), 20);
});

afterEach(() => {
  stop();
  rmSync(dir, { recursive: true });
});

it('takes an edit into service, and leaves whole what was taken from before it', async () => {
  const before = law.regimes;
  write(title('After'));
  expect(await next()).toEqual({ changed: ['ours'] });
  expect(law.regimes.get('ours')?.title).toBe('After');
  expect(before.get('ours')?.title).toBe('Before');
  expect(law.regimes.get('ours')?.version).not.toBe(before.get('ours')?.version);
});

it('keeps the law of before while the edited one has a fault, and says where the fault is', async () => {
  const before = law.regimes;
  write(`${title('After')}wrong: key\n`);
  expect(await next()).toEqual({ problem: expect.stringMatching(/ours\/regime\.yaml:3:1: unknown key `wrong`/) });
  expect(law.regimes).toBe(before);
  expect(law.problem).toMatch(/regime\.yaml:3:1/);
  write(title('Before'));
  expect(await next()).toEqual({ changed: [] });
  expect(law.problem).toBeUndefined();
});

it('sees a file put in another’s place, a regime added and one taken away', async () => {
  writeFileSync(join(dir, 'new'), title('Swap'.padEnd('Before'.length, '!')));
  renameSync(join(dir, 'new'), join(dir, 'ours', 'regime.yaml'));
  expect(await next()).toEqual({ changed: ['ours'] });
  cpSync(join(dir, 'ours'), join(dir, 'another'), { recursive: true });
  expect(await next()).toEqual({ changed: ['another'] });
  rmSync(join(dir, 'ours'), { recursive: true });
  expect(await next()).toEqual({ changed: ['ours'] });
  expect([...law.regimes.keys()]).toEqual(['another']);
});

it('survives a folder that goes away and comes back', async () => {
  renameSync(dir, `${dir}-away`);
  expect(await next()).toEqual({ problem: expect.stringContaining(`there is no folder \`${dir}\``) });
  expect(law.regimes.get('ours')?.title).toBe('Before');
  renameSync(`${dir}-away`, dir);
  expect(await next()).toEqual({ changed: [] });
});

it('takes what was edited between the first reading and the watch', async () => {
  stop();
  write(title('Meanwhile'));
  stop = law.watch((edit) => edits.push(edit), 20);
  await next();
  expect(law.regimes.get('ours')?.title).toBe('Meanwhile');
});

it('reads nothing once it is told to stop', async () => {
  stop();
  write(title('After'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([edits, law.regimes.get('ours')?.title]).toEqual([[], 'Before']);
});
