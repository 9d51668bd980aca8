/** Totals of allowances against the plain definition, and each cap on both sides of its limit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Projection, project } from '../../src/desk/projection.js';
import { loadEvidence } from '../../src/evidence/load.js';
import { formatDay, parseDay, yearOf } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Regime } from '../../src/policy/regime.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import { deskOver } from './at-desk.js';

const settings = {
  asOf: undefined,
  regime: loadRegimes('seeds/regimes').get('us-ear') as Regime,
  view: 'AS_WRITTEN' as const,
  windowDays: 180,
  evidence: loadEvidence('seeds/evidence'),
  catalogue: loadCatalogue('seeds/catalogue'),
};
const H100 = 15_832;
const LPP_LIMIT = 26_900_000;

async function over(files: Readonly<Record<string, string>>): Promise<Projection> {
  const folder = mkdtempSync(join(tmpdir(), 'detour-caps-'));
  const store = await openDuckDb(':memory:');
  try {
    for (const [stem, text] of Object.entries(files)) writeFileSync(join(folder, `${stem}.csv`), `${text.trim()}\n`);
    const { rejections } = await deskOver(store).importPaths([folder], {});
    expect(rejections).toEqual([]);
    return await project(store, settings);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ENTITIES = `
id,name,country,headquarters,roles
maker,Maker Inc,US,US,manufacturer
top1,Top One,MY,MY,holding
top2,Top Two,MY,MY,holding
${['a', 'b', 'c', 'd', 'e'].map((id) => `${id},Buyer ${id},MY,MY,datacenter`).join('\n')}`;
const LINKS = `
id,type,source,target,share,from,to
l1,owns,top1,a,80%,,
l2,owns,top1,b,60%,,
l3,owns,top2,c,100%,,
l4,owns,top1,d,40%-70%,,
l5,owns,top2,d,20%,,
l6,owns,top1,e,60%,,2025-06-01
l7,owns,top2,e,60%,2025-06-01,`;
const HEAD = 'id,shipper,consignee,departs,arrives,product,units,exception,certifications,licence';
const PAPERS = 'consignee-certification;pre-notification;purchase-order;designer-approved';

/** Movements by the place of their line. */
function inOrder({ network }: Projection): number[] {
  const { movements } = network;
  return Array.from({ length: movements.count }, (_, m) => m).sort(
    (a, b) => (movements.rank[a] as number) - (movements.rank[b] as number),
  );
}

function capOf(projection: Projection, m: number, cap: string) {
  const goods = projection.network.movements.goods[m] as number;
  const [judgement] = projection.law.judgements(projection.lawRow(m), goods, undefined, false);
  return { judgement, use: judgement.caps.find((one) => one.cap === cap) };
}

describe('the allowance of LPP', () => {
  it('is what the plain definition says, with uncertain days, pieces and parents', async () => {
    let state = 5;
    const below = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * most);
    };
    const day = () => formatDay(parseDay('2025-01-01') + below(500));
    const lines = Array.from({ length: 160 }, (_, i) => {
      const departs = below(3) > 0 ? day() : day().slice(0, 7);
      const units = below(12) === 0 ? '' : String(1 + below(below(4) === 0 ? 1500 : 250));
      const shipper = below(5) === 0 ? 'a' : 'maker';
      const consignee = ['b', 'c', 'd', 'e'][below(4)];
      const exception = below(3) === 0 ? 'LPP' : '';
      const certified = below(6) === 0 ? '' : PAPERS;
      return `s${100 + i},${shipper},${consignee},${departs},2027-01-01,h100-sxm,${units},${exception},${certified},`;
    });
    const projection = await over({ entities: ENTITIES, links: LINKS, shipments: [HEAD, ...lines].join('\n') });
    const plain = byDefinition(projection);
    const seen = new Set<string>();
    for (const m of inOrder(projection)) {
      const found = projection.lawRow(m).history.parentTppThisYear;
      expect(found, `movement ${m}`).toEqual(plain(m));
      const { min, max } = found as { min: number; max: number };
      seen.add(min === max ? 'exact' : min === 0 ? 'open' : 'bounded');
      seen.add(String(capOf(projection, m, 'lpp').use?.fits));
    }
    expect([...seen].sort()).toEqual(['CERTAIN', 'NO', 'POSSIBLE', 'bounded', 'exact', 'open', 'undefined']);
  }, 60_000);

  it('is counted over the subsidiaries of one parent, to the last piece, and anew each year', async () => {
    const projection = await over({
      entities: ENTITIES,
      links: LINKS,
      shipments: `${HEAD}
s1,maker,a,2025-03-01,2025-03-05,h100-sxm,1000,LPP,${PAPERS},
s2,maker,b,2025-04-01,2025-04-05,h100-sxm,700,LPP,${PAPERS},
s3,maker,b,2025-05-01,2025-05-05,h100-sxm,699,LPP,${PAPERS},
s4,maker,c,2025-05-02,2025-05-05,h100-sxm,1699,LPP,${PAPERS},
s5,maker,b,2025-12-31,2026-01-05,h100-sxm,1,LPP,${PAPERS},
s6,maker,b,2026-01-01,2026-01-05,h100-sxm,1699,LPP,${PAPERS},`,
    });
    const told = inOrder(projection).map((m) => {
      const { judgement, use } = capOf(projection, m, 'lpp');
      return [judgement.outcome, use?.before[0], use?.uses[1], use?.left[0], use?.fits];
    });
    expect(told).toEqual([
      ['EXCEPTION_AVAILABLE', 0, 1000 * H100, LPP_LIMIT - 1000 * H100, 'CERTAIN'],
      ['LICENCE_REQUIRED', 1000 * H100, 0, LPP_LIMIT - 1000 * H100, 'NO'],
      ['EXCEPTION_AVAILABLE', 1000 * H100, 699 * H100, LPP_LIMIT - 1699 * H100, 'CERTAIN'],
      ['EXCEPTION_AVAILABLE', 0, 1699 * H100, LPP_LIMIT - 1699 * H100, 'CERTAIN'],
      ['LICENCE_REQUIRED', 1699 * H100, 0, LPP_LIMIT - 1699 * H100, 'NO'],
      ['EXCEPTION_AVAILABLE', 0, 1699 * H100, LPP_LIMIT - 1699 * H100, 'CERTAIN'],
    ]);
  });

  it('takes nothing again for deliveries within one parent', async () => {
    const projection = await over({
      entities: ENTITIES,
      links: LINKS,
      shipments: `${HEAD}
s1,maker,a,2025-03-01,2025-03-05,h100-sxm,1600,LPP,${PAPERS},
s2,a,b,2025-04-01,2025-04-05,h100-sxm,1600,LPP,${PAPERS},
s3,maker,b,2025-05-01,2025-05-05,h100-sxm,99,LPP,${PAPERS},`,
    });
    const last = inOrder(projection)[2] as number;
    expect(capOf(projection, last, 'lpp').use).toMatchObject({ before: [1600 * H100, 1600 * H100], fits: 'CERTAIN' });
  });
});

describe('the other allowances', () => {
  it('counts for a country what is under a licence, 2025 to 2027', async () => {
    const projection = await over({
      entities: ENTITIES,
      links: LINKS,
      authorizations: `id,entity,kind,country,from,to,tpp
lic1,a,licence,MY,2024-01-01,2028-12-31,
lic2,b,licence,MY,2024-01-01,2028-12-31,`,
      shipments: `${HEAD}
s1,maker,a,2024-12-31,2025-01-05,h100-sxm,9000,,${PAPERS},lic1
s2,maker,a,2025-01-01,2025-01-05,h100-sxm,40000,,${PAPERS},lic1
s3,maker,b,2025-02-01,2025-02-05,h100-sxm,9898,,${PAPERS},lic2
s4,maker,b,2025-03-01,2025-03-05,h100-sxm,5000,,${PAPERS},
s5,maker,b,2027-12-31,2028-01-05,h100-sxm,1700,,${PAPERS},lic2
s6,maker,b,2028-01-01,2028-01-05,h100-sxm,1700,,${PAPERS},lic2`,
    });
    const told = inOrder(projection).map((m) => {
      const { judgement, use } = capOf(projection, m, 'country-allocation');
      return [judgement.review, projection.lawRow(m).history.countryLicensedTpp, use?.fits];
    });
    const exactly = (units: number) => ({ min: units * H100, max: units * H100 });
    expect(told).toEqual([
      ['PRESUMPTION_OF_APPROVAL', exactly(0), 'CERTAIN'],
      ['PRESUMPTION_OF_APPROVAL', exactly(0), 'CERTAIN'],
      ['PRESUMPTION_OF_APPROVAL', exactly(40_000), 'CERTAIN'],
      ['POLICY_OF_DENIAL', exactly(49_898), 'NO'],
      ['POLICY_OF_DENIAL', exactly(49_898), 'NO'],
      ['PRESUMPTION_OF_APPROVAL', exactly(0), 'CERTAIN'],
    ]);
  });

  it('counts for a validated end user since 2025, against the quarter', async () => {
    const projection = await over({
      entities: ENTITIES,
      links: LINKS,
      authorizations: `id,entity,kind,country,from,to,tpp
v1,a,nveu,MY,2024-01-01,2028-12-31,`,
      shipments: `${HEAD}
s1,maker,a,2024-12-31,2025-01-05,h100-sxm,9000,NVEU,security;purchase-order,
s2,maker,a,2025-03-31,2025-04-05,h100-sxm,39982,NVEU,security;purchase-order,
s3,maker,a,2025-03-31,2025-04-05,h100-sxm,2000,NVEU,security;purchase-order,
s4,maker,a,2025-04-01,2025-04-05,h100-sxm,2000,NVEU,security;purchase-order,`,
    });
    const told = inOrder(projection).map((m) => {
      const { judgement, use } = capOf(projection, m, 'nveu');
      return [
        projection.lawRow(m).history.nveuTppToDate,
        use?.fits,
        judgement.findings.some(({ rule }) => rule === 'veu-breach'),
        judgement.outcome,
      ];
    });
    const exactly = (units: number) => ({ min: units * H100, max: units * H100 });
    expect(told.slice(1)).toEqual([
      [exactly(0), 'CERTAIN', false, 'EXCEPTION_AVAILABLE'],
      [exactly(39_982), 'NO', true, 'LICENCE_REQUIRED'],
      [exactly(39_982), 'CERTAIN', false, 'EXCEPTION_AVAILABLE'],
    ]);
    expect(told[0]?.[0]).toEqual(exactly(0));
  });
});

describe('the certification under AIA', () => {
  it('is due once what a consignee had reaches 253,000,000 TPP', async () => {
    const projection = await over({
      entities:
        'id,name,country,headquarters,roles\nmaker,Maker Inc,US,US,manufacturer\nlab,Lab,TW,TW,datacenter\nroof,Roof,TW,TW,holding',
      links: 'id,type,source,target,share,from,to\nl1,owns,roof,lab,100%,,',
      shipments: `${HEAD}
s1,maker,lab,2025-03-01,2025-03-05,h100-sxm,15979,AIA,${PAPERS},
s2,maker,lab,2025-03-02,2025-03-05,h100-sxm,1,AIA,${PAPERS},
s3,maker,lab,2025-03-03,2025-03-05,h100-sxm,1,AIA,${PAPERS},`,
    });
    const due = inOrder(projection).map((m) =>
      capOf(projection, m, '').judgement.findings.some(
        ({ rule, applies }) => rule === 'aia-certification-due' && applies === 'YES',
      ),
    );
    expect(due).toEqual([false, false, true]);
  });
});

/** By the definition, in the plainest way: of each movement all others are looked at. */
function byDefinition(projection: Projection): (m: number) => { min: number; max: number } {
  const { law, network, control, parties, lawRow, goods } = projection;
  const { movements } = network;
  const all = inOrder(projection).map((m) => {
    const row = { ...lawRow(m), history: {} };
    const tops = (party: number) => {
      const id = parties.ids[party] as string;
      if (!control.isRecorded(id)) return [id];
      const { certain, candidates } = control.ultimateParent(id, row.departs);
      return certain === undefined ? candidates : [certain];
    };
    const [from, to] = [tops(row.shipper), tops(row.consignee)];
    const { earliest, latest } = row.departs;
    const years = [...new Set([yearOf(earliest), yearOf(latest)])];
    return {
      m,
      row,
      tpp: row.units * (goods.tpp[movements.goods[m] as number] as number),
      keys: years.flatMap((year) => to.map((top) => `${year} ${top}`)),
      within: from.length === 1 && to.length === 1 && from[0] === to[0],
      mayBeWithin: from.some((one) => to.includes(one)),
    };
  });
  type One = (typeof all)[number];
  const before = (i: One, j: One): boolean => {
    const { earliest, latest } = j.row.departs;
    if (i.row.departs.latest < earliest) return true;
    const bothExact = i.row.departs.earliest === i.row.departs.latest && earliest === latest;
    return bothExact && earliest === i.row.departs.latest && all.indexOf(i) < all.indexOf(j);
  };
  const judged = (one: One, min: number, max: number) => {
    const own = Number.isNaN(one.tpp) ? max : one.tpp;
    const least = one.mayBeWithin ? Math.max(0, min - own) : min;
    const history = { parentTppThisYear: { min: least, max } };
    const code = movements.goods[one.m] as number;
    return law.judgements({ ...one.row, history }, code, undefined, false);
  };
  const kept = <T>(work: (one: One) => T) => {
    const known = new Map<One, T>();
    return (one: One): T => {
      if (!known.has(one)) known.set(one, work(one));
      return known.get(one) as T;
    };
  };
  const least = kept((one): number =>
    Math.min(
      ...one.keys.map((key) =>
        sum(
          all.filter((i) => i !== one && before(i, one) && i.keys.join() === key),
          minUse,
        ),
      ),
    ),
  );
  const mostBefore = kept((one): number =>
    Math.max(
      ...one.keys.map((key) =>
        sum(
          all.filter((i) => i !== one && !before(one, i) && i.keys.includes(key)),
          maxUse,
        ),
      ),
    ),
  );
  const maxUse = kept((one): number => {
    if (one.within) return 0;
    const room = Math.max(0, LPP_LIMIT - least(one));
    const [judgement] = judged(one, least(one), Number.MAX_SAFE_INTEGER);
    if (Number.isNaN(one.tpp)) {
      const lpp = judgement.exceptions.find(({ name }) => name === 'LPP');
      return lpp?.usable === true || (lpp?.missing.length ?? 0) > 0 ? room : 0;
    }
    const uses = judgement.caps.find(({ cap }) => cap === 'lpp')?.uses[1] ?? 0;
    return uses > 0 ? Math.min(one.tpp, room) : 0;
  });
  const minUse = kept((one): number => {
    if (one.keys.length > 1 || one.mayBeWithin || Number.isNaN(one.tpp)) return 0;
    const uses = judged(one, least(one), mostBefore(one)).map(
      ({ caps }) => caps.find(({ cap }) => cap === 'lpp')?.uses[0] ?? 0,
    );
    return Math.min(...uses);
  });
  return (m) => {
    const one = all.find((other) => other.m === m) as One;
    let [min, max] = [least(one), mostBefore(one)];
    const known = Number.isNaN(one.tpp) ? 0 : one.tpp;
    if (one.mayBeWithin) min = Math.max(0, min - (Number.isNaN(one.tpp) ? max : one.tpp));
    if (one.within) max = Math.max(min, max - known);
    return { min, max };
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
