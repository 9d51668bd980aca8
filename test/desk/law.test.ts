/** The law of groups against the law of each movement by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Projection, project } from '../../src/desk/projection.js';
import { loadEvidence } from '../../src/evidence/load.js';
import { NONE } from '../../src/graph/network.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Regime } from '../../src/policy/regime.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { Store } from '../../src/store/port.js';
import { deskOver } from './at-desk.js';

const settings = {
  asOf: undefined,
  regime: loadRegimes('seeds/regimes').get('us-ear') as Regime,
  windowDays: 180,
  evidence: loadEvidence('seeds/evidence'),
  catalogue: loadCatalogue('seeds/catalogue'),
};

const VIEWS = ['ENFORCED', 'AS_WRITTEN'] as const;
type View = (typeof VIEWS)[number];

describe('the law of the example world by groups', () => {
  let store: Store;
  const projections = new Map<View, Projection>();
  beforeAll(async () => {
    store = await openDuckDb(':memory:');
    await deskOver(store).importPaths(['seeds/worlds/strait'], {});
    for (const view of VIEWS) projections.set(view, await project(store, { ...settings, view }));
  }, 120_000);
  afterAll(() => store.close());

  for (const view of VIEWS) {
    it(`is what judging movements by themselves comes to, ${view}`, () => {
      const projection = projections.get(view) as Projection;
      const { movements } = projection.network;
      const seen = new Set<string>();
      let judged = 0;
      for (let m = 0; m < movements.count; m++) {
        const goods = movements.goods[m] as number;
        if (projection.goods.startBits[goods] === NONE) continue;
        const { outcome, review, capExceeded, destinationTier3 } = projection.law.situation(
          movements.lawGroup[m] as number,
          goods,
        );
        const alone = byItself(projection, m, goods);
        expect({ outcome, review, capExceeded, destinationTier3 }, `movement ${m}`).toEqual(alone);
        seen.add(`${outcome} ${review} ${capExceeded}`);
        judged++;
      }
      expect(judged).toBeGreaterThan(1000);
      expect(seen.size).toBeGreaterThan(4);
    }, 120_000);
  }

  it('asks with the seats of the ultimate parent and of the majority owner', () => {
    const { law, lawRow, network } = projections.get('ENFORCED') as Projection;
    const consignees = Array.from({ length: network.movements.count }, (_, m) => law.movement(lawRow(m), 0).consignee);
    const differing = consignees.filter(
      (one) => one?.majorityOwnerHeadquarters !== undefined && one.majorityOwnerHeadquarters !== one.country,
    );
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.every((one) => one?.ultimateParentHeadquarters !== undefined)).toBe(true);
  });
});

function byItself({ law, lawRow }: Projection, m: number, goods: number) {
  const [first, last = first] = law.judgements(lawRow(m), goods, undefined, false);
  const fits = first.caps.map((cap) => cap.fits);
  const { destination } = first.tier;
  return {
    outcome: first.outcome === last.outcome ? first.outcome : 'UNKNOWN',
    review: first.review,
    capExceeded: fits.includes('NO') ? 'CERTAIN' : fits.includes('POSSIBLE') ? 'NOT_EXCLUDED' : 'NO',
    destinationTier3: destination === 'UNKNOWN' ? undefined : destination === 3,
  };
}
