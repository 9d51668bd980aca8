import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { checkRegimeFolder } from '../../src/policy/load.js';

describe('the law that is shipped', () => {
  const catalogue = loadCatalogue('seeds/catalogue');
  const folders = readdirSync('seeds/regimes', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it('is there', () => {
    expect(folders.map((entry) => entry.name)).toEqual(['my-permit', 'us-ear', 'us-ear+csa', 'us-ear+draft-2026']);
  });

  for (const { name } of folders) {
    it(`${name} has no fault: every date has a case on either side, and every case holds`, () => {
      const faults = checkRegimeFolder(`seeds/regimes/${name}`, { catalogue });
      expect(faults.map((fault) => fault.message)).toEqual([]);
    });
  }
});
