/** The law as the build parsed it against the law read from its files. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue, parseCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes, parseRegimes } from '../../src/policy/load.js';
import type { Regimes } from '../../src/policy/regime.js';
import type { Parsed, Tree } from '../../src/policy/yaml-file.js';

const throughJson = (parsed: Parsed): Parsed => new Map(JSON.parse(JSON.stringify([...parsed])) as [string, Tree][]);

/** Everything the files say; functions are left out. */
const said = (regimes: Regimes) =>
  JSON.stringify([...regimes], (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));

it('is the same law and the same catalogue', () => {
  const parsed = throughJson(parseRegimes('seeds/regimes'));
  expect(parsed.size).toBeGreaterThan(10);
  expect(said(loadRegimes('seeds/regimes', { parsed }))).toBe(said(loadRegimes('seeds/regimes')));
  const catalogue = loadCatalogue('seeds/catalogue', throughJson(parseCatalogue('seeds/catalogue')));
  expect([...catalogue.products]).toEqual([...loadCatalogue('seeds/catalogue').products]);
});

it('is read anew where a file has changed since, with its faults', () => {
  const dir = mkdtempSync(join(tmpdir(), 'detour-parsed-'));
  try {
    cpSync('seeds/regimes', dir, { recursive: true });
    const parsed = parseRegimes(dir);
    const file = join(dir, 'us-ear', 'regime.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^title: .*$/m, 'title: Another title'));
    expect(loadRegimes(dir, { parsed }).get('us-ear')?.title).toBe('Another title');
    writeFileSync(file, `${text}wrong: key\n`);
    expect(() => loadRegimes(dir, { parsed })).toThrow(/us-ear\/regime\.yaml:\d+:1: unknown key `wrong`/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
