import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { checkRegimeFolder } from '../../src/policy/load.js';

describe('the law that is shipped', () => {
  const catalogue = loadCatalogue('seeds/catalogue');

  it('has no fault: every date has a case on either side, and every case holds', () => {
    const faults = checkRegimeFolder('seeds/regimes/us-ear', { catalogue });
    expect(faults.map((fault) => fault.message)).toEqual([]);
  });
});
