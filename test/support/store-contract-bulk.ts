/** Promises about the bulk reads: keys, columns, scopes, dictionaries. */
import { describe, expect, it } from 'vitest';
import type { Shipment } from '../../src/model/shipment.js';
import { NO_DAY, type Scope, type ShipmentColumnName, type Store } from '../../src/store/port.js';
import { type Bench, take } from './store-bench.js';
import { IN_BYTE_ORDER } from './store-contract-reading.js';
import { date, entity, link, shipment } from './store-facts.js';
import { byBytes } from './store-model.js';

const ALL_COLUMNS: readonly ShipmentColumnName[] = [
  ...(['shipment', 'shipper', 'consignee', 'endUser', 'forwarder'] as const),
  ...(['departsEarliest', 'departsLatest', 'arrivesEarliest', 'arrivesLatest'] as const),
  ...(['paper', 'places', 'terms', 'document', 'rank', 'units', 'value', 'weightKg', 'flags'] as const),
];

export function bulkPromises(bench: Bench): void {
  describe('keys', () => {
    it('are dense from 0, one for each party and shipment ever named', async () => {
      const store = await bench.holding({
        entities: [entity('a')],
        links: [link('l', 'a', 'b')],
        shipments: [shipment('s', 'c', 'd', 1), shipment('t', 'c', 'a', 1)],
      });
      expect(await store.keyCounts()).toEqual({ parties: 4, shipments: 2 });
      expect([...(await store.keys('party', ['a', 'b', 'c', 'd']))].sort()).toEqual([0, 1, 2, 3]);
      expect([...(await store.keys('shipment', ['s', 't']))].sort()).toEqual([0, 1]);
    });

    it('never change', async () => {
      const { store } = await bench.open();
      await take(store, { shipments: [shipment('m', 'm', 'n', 1)] });
      const before = [await store.keys('party', ['m', 'n']), await store.keys('shipment', ['m'])];
      await take(store, {
        shipments: [shipment('a', 'a', 'm', 1), shipment('m', 'b', 'n', 5), shipment('z', 'z', 'n', 1)],
      });
      expect([await store.keys('party', ['m', 'n']), await store.keys('shipment', ['m'])]).toEqual(before);
      expect(await store.keyCounts()).toEqual({ parties: 5, shipments: 3 });
    });

    it('turn into ids and back, in the order asked, and -1 stands for an id nobody knows', async () => {
      const store = await bench.holding({ entities: IN_BYTE_ORDER.map((id) => entity(id)) });
      const keys = await store.keys('party', [...IN_BYTE_ORDER, 'nobody', 'a']);
      expect(
        await store.ids(
          'party',
          keys.filter((key) => key >= 0),
        ),
      ).toEqual([...IN_BYTE_ORDER, 'a']);
      expect(keys[IN_BYTE_ORDER.length]).toBe(-1);
      expect(await store.ids('party', [])).toEqual([]);
      expect([...(await store.keys('shipment', []))]).toEqual([]);
    });

    it('that were never given out are refused', async () => {
      const store = await bench.holding({ entities: [entity('a')] });
      for (const key of [1, -1, 0.5])
        await expect(store.ids('party', [0, key])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(store.ids('shipment', [0])).rejects.toThrow('`0`');
    });

    it('come in long lists too', async () => {
      const ids = Array.from({ length: 5_000 }, (_, i) => `p${(i * 7919) % 5_000}`);
      const store = await bench.holding({ entities: ids.map((id) => entity(id)) });
      const keys = await store.keys('party', ids);
      expect(await store.ids('party', keys)).toEqual(ids);
    });

    it('have the rank of their ids in byte order', async () => {
      const { store } = await bench.open();
      for (const id of [...IN_BYTE_ORDER].reverse()) await take(store, { entities: [entity(id)] });
      const ranks = await store.partyRanks();
      const keys = await store.keys('party', IN_BYTE_ORDER);
      expect([...keys].map((key) => ranks[key])).toEqual(IN_BYTE_ORDER.map((_, rank) => rank));
    });
  });

  describe('party columns', () => {
    it('say of each party what its record says', async () => {
      const store = await bench.holding({
        entities: [
          entity('a', {
            schema: 'Company',
            country: 'MY',
            headquarters: 'CN',
            nationality: 'IR',
            sector: 'x',
            address: '1 Road',
            phone: '+1',
            website: 'w',
            roles: ['trader', 'bank'],
            foundedOn: date('1970-01-01'),
            siteVerifiedOn: date('2024'),
            sitePowerMw: 0,
          }),
          entity('b', { roles: ['bank', 'trader'] }),
        ],
        links: [link('l', 'a', 'c')],
      });
      const columns = await store.partyColumns();
      const [a, b, c] = [...(await store.keys('party', ['a', 'b', 'c']))] as [number, number, number];
      const text = (code: number | undefined) => (code === -1 ? undefined : columns.texts[code as number]);
      expect(columns.count).toBe(3);
      expect([a, b, c].map((key) => [columns.known[key], columns.stub[key]])).toEqual([
        [1, 0],
        [1, 0],
        [1, 1],
      ]);
      const names = [
        'schema',
        'country',
        'headquarters',
        'nationality',
        'sector',
        'address',
        'phone',
        'website',
        'roles',
      ] as const;
      expect(names.map((name) => text(columns[name][a]))).toEqual([
        'Company',
        'MY',
        'CN',
        'IR',
        'x',
        '1 Road',
        '+1',
        'w',
        'bank;trader',
      ]);
      expect(columns.roles[b]).toBe(columns.roles[a]);
      expect(names.map((name) => text(columns[name][c]))).toEqual(names.map(() => undefined));
      expect([columns.foundedEarliest[a], columns.foundedLatest[a]]).toEqual([0, 0]);
      expect([columns.siteVerifiedEarliest[a], columns.siteVerifiedLatest[a]]).toEqual([19_723, 20_088]);
      expect([columns.foundedEarliest[b], columns.siteVerifiedLatest[c]]).toEqual([NO_DAY, NO_DAY]);
      expect(columns.sitePowerMw[a]).toBe(0);
      expect(columns.sitePowerMw[b]).toBeNaN();
    });
  });

  describe('shipment columns', () => {
    it('say of each shipment what its record says, absent things as absent', async () => {
      const full = shipment('s', 'a', 'b', 0, {
        endUser: 'c',
        forwarder: 'd',
        departs: date('1970'),
        departsAssumed: true,
        document: 'BL',
        product: 'h100-sxm',
        hs: '8473',
        fromCountry: 'US',
        act: 'export',
        certifications: ['kyc'],
        paidBy: 'id:e',
        units: 0,
        value: 1.5,
        weightKg: 2,
      });
      const store = await bench.holding({ shipments: [full, shipment('t', 'b', 'a', 5, { arrivesAssumed: true })] });
      expect(await shipmentsIn(store, {})).toEqual(
        [full, shipment('t', 'b', 'a', 5, { arrivesAssumed: true })].map(asRead).sort(bySomeKey(await keyOf(store))),
      );
      const bare = await store.columns({ since: 5, until: 5 }, ALL_COLUMNS);
      const at = [...bare.shipper].indexOf((await store.keys('party', ['b']))[0] as number);
      expect([
        bare.endUser[at],
        bare.forwarder[at],
        bare.paper[at],
        bare.places[at],
        bare.terms[at],
        bare.document[at],
      ]).toEqual([-1, -1, -1, -1, -1, -1]);
      expect([bare.units[at], bare.value[at], bare.weightKg[at]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      expect(bare.flags[at]).toBe(2);
    });

    it('are only those asked for, on shared memory', async () => {
      const store = await bench.holding({ shipments: [shipment('s', 'a', 'b', 1)] });
      const columns = await store.columns({}, ['units', 'rank', 'flags']);
      expect(Object.keys(columns).sort()).toEqual(['count', 'flags', 'rank', 'units']);
      for (const column of [columns.units, columns.rank, columns.flags])
        expect(column.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(await store.columns({}, [])).toEqual({ count: 1 });
    });

    it('are empty arrays in an empty store', async () => {
      const { store } = await bench.open();
      const columns = await store.columns({}, ALL_COLUMNS);
      expect(columns.count).toBe(0);
      for (const name of ALL_COLUMNS) expect(columns[name]).toHaveLength(0);
      expect(await store.dictionaries()).toEqual({ papers: [], terms: [], places: [] });
    });

    it('go by shipper key, earliest departure, latest departure, then the bytes of ids, also over several imports', async () => {
      const { store } = await bench.open();
      const world = IN_BYTE_ORDER.flatMap((id, i) => [
        shipment(id, 'x', 'y', 5),
        shipment(`${id}+`, i % 2 === 0 ? 'y' : 'a', 'x', 9 - (i % 4), {
          departs: { text: '', earliest: 9 - (i % 4), latest: 20 - (i % 3) },
        }),
      ]);
      // The third import brings ids that lie between those of the first two.
      for (const part of [0, 2, 1]) await take(store, { shipments: world.filter((_, i) => i % 3 === part) });
      const read = await store.columns({}, ALL_COLUMNS);
      const ids = await store.ids('shipment', read.shipment);
      expect(ids).toEqual([...world].sort(bySomeKey(await keyOf(store))).map((one) => one.id));
      const byRank = ids.map((id, i) => [id, read.rank[i] as number] as const).sort((a, b) => a[1] - b[1]);
      expect(byRank.map(([id]) => id)).toEqual([...ids].sort(byBytes));
      expect(new Set(read.rank).size).toBe(ids.length);
    });

    it('share codes where papers, places, terms and documents say the same', async () => {
      const store = await bench.holding(
        {
          shipments: [
            shipment('1', 'a', 'b', 1, { product: 'h100', document: 'BL', fromCountry: 'US' }),
            shipment('2', 'a', 'b', 2, { product: 'h100', hs: '8473' }),
          ],
        },
        {
          shipments: [
            shipment('3', 'a', 'b', 3, { product: 'h100', document: 'BL', fromCountry: 'US' }),
            shipment('4', 'a', 'b', 4, { product: 'H100', toCountry: 'US' }),
          ],
        },
      );
      const { paper, document, places } = await store.columns({}, ['paper', 'document', 'places']);
      const same = (codes: Int32Array) => [...codes].map((code) => codes.indexOf(code));
      expect(same(paper)).toEqual([0, 1, 0, 3]);
      expect([document[0] === document[2], document[0] === -1, document[1], document[3]]).toEqual([
        true,
        false,
        -1,
        -1,
      ]);
      expect([places[0] === places[2], places[0] === places[3], places[1]]).toEqual([true, false, -1]);
      const { papers } = await store.dictionaries();
      expect([...paper].map((code) => papers[code])).toEqual([
        { product: 'h100' },
        { product: 'h100', hs: '8473' },
        { product: 'h100' },
        { product: 'H100' },
      ]);
    });
  });

  describe('a scope', () => {
    const chain = {
      shipments: [
        shipment('1', 'a', 'b', 10),
        shipment('2', 'b', 'c', 5),
        shipment('3', 'c', 'd', 20),
        shipment('4', 'd', 'a', 30),
        shipment('5', 'x', 'y', 10),
      ],
    };
    const idsIn = async (store: Store, scope: Scope) =>
      [...(await store.ids('shipment', (await store.columns(scope, ['shipment'])).shipment))].sort();
    const seed = async (store: Store, ...ids: string[]) => [...(await store.keys('party', ids))];

    it('holds what can have departed in its days, bounds included', async () => {
      const store = await bench.holding({
        shipments: [
          shipment('1', 'a', 'b', 10),
          shipment('2', 'a', 'b', 0, { departs: { text: '1970', earliest: 0, latest: 364 } }),
          shipment('3', 'a', 'b', 11),
        ],
      });
      expect(await idsIn(store, { since: 11 })).toEqual(['2', '3']);
      expect(await idsIn(store, { until: 10 })).toEqual(['1', '2']);
      expect(await idsIn(store, { since: 365 })).toEqual([]);
      expect(await idsIn(store, { until: 0 })).toEqual(['2']);
      expect(await idsIn(store, { since: 11, until: 11 })).toEqual(['2', '3']);
    });

    it('with seeds holds what a walk of so many hops can use, days aside', async () => {
      const store = await bench.holding(chain);
      const seeds = await seed(store, 'a');
      expect(await idsIn(store, { seeds, hops: 1 })).toEqual(['1']);
      expect(await idsIn(store, { seeds, hops: 2 })).toEqual(['1', '2']);
      expect(await idsIn(store, { seeds, hops: 3 })).toEqual(['1', '2', '3']);
      expect(await idsIn(store, { seeds, hops: 10 })).toEqual(['1', '2', '3', '4']);
      expect(await idsIn(store, { seeds })).toEqual(['1', '2', '3', '4']);
      expect(await idsIn(store, { seeds: [], hops: 3 })).toEqual([]);
      expect(await idsIn(store, { seeds, hops: 0 })).toEqual([]);
      expect(await idsIn(store, { seeds: await seed(store, 'a', 'x'), hops: 1 })).toEqual(['1', '5']);
    });

    it('with seeds walks only movements in its days', async () => {
      const store = await bench.holding(chain);
      expect(await idsIn(store, { seeds: await seed(store, 'a'), hops: 5, since: 10 })).toEqual(['1']);
    });

    it('with ties steps over one between two movements, not before the first and not two in a row', async () => {
      const store = await bench.holding({
        shipments: [
          shipment('1', 'a', 'b', 1),
          shipment('2', 'c', 'd', 2),
          shipment('3', 'e', 'f', 3),
          shipment('4', 'g', 'h', 4),
        ],
        links: [link('l', 'b', 'c')],
      });
      const key = async (id: string) => (await seed(store, id))[0] as number;
      const ties = {
        from: [await key('b'), await key('d'), await key('a'), await key('c')],
        to: [await key('c'), await key('e'), await key('g'), await key('e')],
      };
      const seeds = await seed(store, 'a');
      expect(await idsIn(store, { seeds, hops: 1, ties })).toEqual(['1']);
      expect(await idsIn(store, { seeds, hops: 2, ties })).toEqual(['1', '2']);
      expect(await idsIn(store, { seeds, hops: 3, ties })).toEqual(['1', '2', '3']);
      expect(await idsIn(store, { seeds, hops: 9, ties: { from: [], to: [] } })).toEqual(['1']);
    });
  });
}

/** The shipments of a scope as their columns say them, in the order read. */
export async function shipmentsIn(store: Store, scope: Scope): Promise<unknown[]> {
  const columns = await store.columns(scope, ALL_COLUMNS);
  const { papers, terms, places } = await store.dictionaries();
  const ids = await store.ids('shipment', columns.shipment);
  const parties = await store.ids(
    'party',
    Array.from({ length: (await store.keyCounts()).parties }, (_, key) => key),
  );
  const party = (key: number | undefined) => (key === undefined || key < 0 ? undefined : parties[key]);
  const amount = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? undefined : value);
  return ids.map((id, i) =>
    asRead({
      id,
      shipper: party(columns.shipper[i]),
      consignee: party(columns.consignee[i]),
      endUser: party(columns.endUser[i]),
      forwarder: party(columns.forwarder[i]),
      departs: { earliest: columns.departsEarliest[i], latest: columns.departsLatest[i] },
      arrives: { earliest: columns.arrivesEarliest[i], latest: columns.arrivesLatest[i] },
      departsAssumed: ((columns.flags[i] as number) & 1) !== 0,
      arrivesAssumed: ((columns.flags[i] as number) & 2) !== 0,
      document: columns.document[i] === -1 ? undefined : 'some',
      certifications: [],
      ...papers[columns.paper[i] as number],
      ...terms[columns.terms[i] as number],
      ...places[columns.places[i] as number],
      units: amount(columns.units[i]),
      value: amount(columns.value[i]),
      weightKg: amount(columns.weightKg[i]),
    } as unknown as Shipment),
  );
}

/** What of a shipment its columns can say. */
export function asRead(one: Shipment): Record<string, unknown> {
  const {
    departs,
    arrives,
    via: _via,
    dataset: _dataset,
    record: _record,
    retrievedOn: _retrievedOn,
    document,
    ...rest
  } = one;
  const read = {
    ...rest,
    departs: [departs.earliest, departs.latest],
    arrives: [arrives.earliest, arrives.latest],
    document: document === undefined ? undefined : 'some',
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The key of each party by id. */
export async function keyOf(store: Store): Promise<ReadonlyMap<string, number>> {
  const keys = Array.from({ length: (await store.keyCounts()).parties }, (_, key) => key);
  return new Map((await store.ids('party', keys)).map((id, key) => [id, key]));
}

/** The order the port promises for columns, of shipments or what was read of them. */
export function bySomeKey(keys: ReadonlyMap<string, number>): (a: object, b: object) => number {
  const order = (one: object) => {
    const { id, shipper, departs } = one as Pick<Shipment, 'id' | 'shipper' | 'departs'>;
    const [earliest, latest]: readonly [number, number] = Array.isArray(departs)
      ? (departs as unknown as [number, number])
      : [departs.earliest, departs.latest];
    return { id, numbers: [keys.get(shipper) as number, earliest, latest] };
  };
  return (left, right) => {
    const a = order(left);
    const b = order(right);
    for (let k = 0; k < 3; k++) {
      const difference = (a.numbers[k] as number) - (b.numbers[k] as number);
      if (difference !== 0) return difference;
    }
    return byBytes(a.id, b.id);
  };
}
