/** What a search reads as numbers is what an explanation tells: in the world that ships, movement by movement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endingsAt } from '../../src/desk/endings.js';
import { Projections } from '../../src/desk/projections.js';
import { type Prepared, prepare } from '../../src/desk/routes.js';
import { openSearchPool } from '../../src/desk/search-pool.js';
import { endingBits, movementBits, originBits, tiedPartyBits } from '../../src/evidence/carriers.js';
import { NONE } from '../../src/graph/network.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { Store } from '../../src/store/port.js';
import { deskOver, sourcesOver } from './at-desk.js';

let store: Store;
let prepared: Prepared;
let movements: number[];

beforeAll(async () => {
  store = await openDuckDb(':memory:');
  await deskOver(store).importPaths(['seeds/worlds/strait'], {});
  const room = {
    sources: sourcesOver(store),
    projections: new Projections(store),
    pool: openSearchPool(0),
    endings: new Map(),
  };
  prepared = await prepare(room, { to: ['tier:3'] });
  movements = Array.from({ length: prepared.projection.network.movements.count }, (_, m) => m);
});
afterAll(() => store.close());

describe('the numbers of a projection', () => {
  it('are the bits of what each arrival brings', () => {
    const { arrivals, settings, goods, network } = prepared.projection;
    const told = new Set<string>();
    for (const m of movements) {
      if (goods.codes[network.movements.goods[m] as number]?.kind === 'OTHER') continue;
      const { bits, parts } = movementBits(settings.evidence, arrivals.situation(m));
      expect(network.movements.bits[m]).toBe(bits);
      for (const { flag } of parts) told.add(flag.family);
    }
    expect([...told].sort()).toEqual(['exculpatory', 'money', 'party', 'pattern']);
  });

  it('are the bits of each party at an origin and behind a tie', () => {
    const { arrivals, settings, parties } = prepared.projection;
    let differ = 0;
    for (let party = 0; party < parties.count; party++) {
      const situation = arrivals.ofParty(party);
      const origin = originBits(settings.evidence, situation).bits;
      expect(arrivals.originBits(party)).toBe(origin);
      expect(arrivals.tiedBits(party)).toBe(tiedPartyBits(settings.evidence, situation).bits);
      if (origin !== 0) differ++;
    }
    expect(differ).toBeGreaterThan(20);
  });

  it('are the bits of the strongest ending of each movement, with any goods on board', () => {
    const { projection, task, places } = prepared;
    const { goods, law, network, settings, lastDay } = projection;
    const { ending, endings } = task.question;
    const width = goods.codes.length;
    const kinds = new Map<string, number>();
    for (const m of movements) {
      if (goods.codes[network.movements.goods[m] as number]?.kind === 'OTHER') continue;
      const [strongest] = endingsAt(projection, places.to, m);
      const group = ending[m] as number;
      kinds.set(strongest?.kind ?? 'NONE', (kinds.get(strongest?.kind ?? 'NONE') ?? 0) + 1);
      expect(group === 0).toBe(strongest === undefined);
      if (strongest === undefined) continue;
      const { kind, certainty, ground, inTier3 } = strongest;
      expect(endings.final[group]).toBe(Number(kind === 'OBSERVED'));
      const closes = (network.movements.arrivesLatest[m] as number) + settings.windowDays;
      const open = kind !== 'OBSERVED' && (closes > lastDay || Number.isNaN(network.movements.units[m] as number));
      goods.codes.forEach(({ kind: code, basis }, g) => {
        const arrival = law.situation(network.movements.lawGroup[m] as number, g);
        const situation = { kind, certainty, ground, inTier3, open, control: basis, arrival };
        const bits = code === 'OTHER' || code === 'COVER' ? NONE : endingBits(settings.evidence, situation).bits;
        expect(endings.bits[group * width + g]).toBe(bits);
      });
    }
    for (const kind of ['OBSERVED', 'BY_CONTROL', 'POTENTIAL', 'NONE'])
      expect(kinds.get(kind), kind).toBeGreaterThan(5);
  });
});
