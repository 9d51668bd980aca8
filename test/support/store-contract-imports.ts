/** Promises about imports: all or nothing, counts, stubs, duplicates. */
import { describe, expect, it } from 'vitest';
import type { FactBatch } from '../../src/store/port.js';
import { type Bench, take } from './store-bench.js';
import { authorization, batches, entity, link, listing, shipment } from './store-facts.js';

const NONE = { entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 };

export function importPromises(bench: Bench): void {
  describe('imports', () => {
    it('count what was added, by kind, and grow the version by one', async () => {
      const { store } = await bench.open();
      expect(await store.version()).toBe(0);
      const result = await take(store, {
        entities: [entity('a'), entity('b')],
        links: [link('l', 'a', 'b')],
        shipments: [shipment('s', 'a', 'b', 10)],
        listings: [listing('i', 'b')],
        authorizations: [authorization('u', 'b')],
      });
      expect(result).toEqual({
        version: 1,
        added: { entities: 2, links: 1, shipments: 1, listings: 1, authorizations: 1 },
        replaced: NONE,
        unchanged: NONE,
        stubs: 0,
        duplicates: [],
      });
      expect(await store.version()).toBe(1);
    });

    it('without facts are imports too', async () => {
      const { store } = await bench.open();
      expect(await take(store, {})).toMatchObject({ version: 1, added: NONE, stubs: 0 });
      expect(await store.datasets()).toEqual([]);
    });

    it('a second time change nothing but the version', async () => {
      const { store } = await bench.open();
      const facts = {
        entities: [
          entity('a', {
            name: 'A',
            aliases: ['x', 'y'],
            roles: ['trader'],
            identifiers: [{ scheme: 'lei', value: '1' }],
          }),
        ],
        links: [link('l', 'a', 'b', { share: { min: 0.25, max: 0.5, minOpen: false, maxOpen: true, known: true } })],
        shipments: [
          shipment('s', 'a', 'b', 10, { product: 'h100-sxm', units: 8, via: ['SG'], certifications: ['kyc'] }),
        ],
        listings: [listing('i', 'b')],
        authorizations: [authorization('u', 'b', { tpp: 1e9 })],
      };
      await take(store, facts);
      const before = await everything(store);
      const again = await take(store, facts);
      expect(again).toMatchObject({
        version: 2,
        added: NONE,
        replaced: NONE,
        unchanged: { entities: 1, links: 1, shipments: 1, listings: 1, authorizations: 1 },
        stubs: 0,
      });
      expect(await everything(store)).toEqual(before);
      expect(await store.keyCounts()).toEqual({ parties: 2, shipments: 1 });
    });

    it('take facts of one import from many batches', async () => {
      const { store } = await bench.open();
      const result = await store.apply(
        batches(
          { shipments: [shipment('s2', 'b', 'c', 5)] },
          { entities: [entity('b')], shipments: [] },
          { shipments: [shipment('s1', 'a', 'b', 1)], entities: [entity('a')] },
        ),
        { importedAt: 1, source: 'three batches' },
      );
      expect(result.added).toMatchObject({ entities: 2, shipments: 2 });
      expect(result.stubs).toBe(1);
    });

    it('make stubs of parties that are named and not described', async () => {
      const { store } = await bench.open();
      const result = await take(store, {
        entities: [entity('known')],
        links: [link('l', 'owner', 'known')],
        shipments: [
          shipment('s', 'shipper', 'consignee', 1, { endUser: 'end', forwarder: 'forwarder', paidBy: 'id:payer' }),
        ],
        listings: [listing('i', 'listed')],
        authorizations: [authorization('u', 'allowed')],
      });
      expect(result.stubs).toBe(8);
      for (const id of ['owner', 'shipper', 'consignee', 'end', 'forwarder', 'payer', 'listed', 'allowed']) {
        expect(await store.entity(id)).toEqual({
          id,
          dataset: '',
          record: '',
          aliases: [],
          roles: [],
          identifiers: [],
          stub: true,
        });
      }
      expect(await store.entity('known')).toMatchObject({ stub: false });
      expect(await store.entity('nobody')).toBeUndefined();
    });

    it('make no party of a country that pays', async () => {
      const store = await bench.holding({ shipments: [shipment('s', 'a', 'b', 1, { paidBy: 'country:CN' })] });
      expect(await store.keyCounts()).toMatchObject({ parties: 2 });
      expect((await store.shipment('s'))?.paidBy).toBe('country:CN');
    });

    it('describe a stub later, under the same key', async () => {
      const { store } = await bench.open();
      await take(store, { shipments: [shipment('s', 'a', 'b', 1)] });
      const keys = await store.keys('party', ['a', 'b']);
      const result = await take(store, { entities: [entity('b', { name: 'Beta' })] });
      expect(result).toMatchObject({ stubs: 0, added: { entities: 1 } });
      expect(await store.entity('b')).toMatchObject({ name: 'Beta', stub: false });
      expect(await store.keys('party', ['a', 'b'])).toEqual(keys);
    });

    it('take the first of two rows with one id, and give back the second where it says something else', async () => {
      const { store } = await bench.open();
      const result = await take(store, {
        entities: [entity('a', { name: 'First' }), entity('a', { name: 'Second', record: 'facts.csv:9' })],
        shipments: [
          shipment('s', 'a', 'b', 1, { record: 'ships.csv:2' }),
          shipment('s', 'a', 'b', 1, { record: 'ships.csv:3' }),
          shipment('s', 'a', 'elsewhere', 1, { record: 'ships.csv:4' }),
          shipment('s', 'a', 'b', 2, { record: 'row four' }),
        ],
        links: [link('l', 'a', 'b'), link('l', 'a', 'b')],
        listings: [listing('i', 'b'), listing('i', 'b', { list: 'sdn', record: 'lists.csv:7' })],
        authorizations: [authorization('u', 'b'), authorization('u', 'b', { tpp: 5, record: 'auth.csv:3' })],
      });
      expect(result.duplicates).toEqual([
        { kind: 'entities', id: 'a', record: 'facts.csv:9' },
        { kind: 'shipments', id: 's', record: 'ships.csv:4' },
        { kind: 'shipments', id: 's', record: 'row four' },
        { kind: 'listings', id: 'i', record: 'lists.csv:7' },
        { kind: 'authorizations', id: 'u', record: 'auth.csv:3' },
      ]);
      expect(result.added).toEqual({ entities: 1, links: 1, shipments: 1, listings: 1, authorizations: 1 });
      expect(result.unchanged).toMatchObject({ shipments: 1, links: 1 });
      expect(await store.entity('a')).toMatchObject({ name: 'First' });
      expect(await store.shipment('s')).toMatchObject({ record: 'ships.csv:2' });
      expect(await store.entity('elsewhere')).toBeUndefined();
    });

    it('find the duplicate in another batch of the import', async () => {
      const { store } = await bench.open();
      const result = await store.apply(
        batches(
          { shipments: [shipment('s', 'a', 'b', 1)] },
          { shipments: [shipment('s', 'a', 'c', 1, { record: 'two' })] },
        ),
        { importedAt: 1, source: 'two batches' },
      );
      expect(result.duplicates).toEqual([{ kind: 'shipments', id: 's', record: 'two' }]);
    });

    it('take one id from two data sets of one import without calling it a duplicate', async () => {
      const { store } = await bench.open();
      const result = await take(store, {
        shipments: [shipment('s', 'a', 'b', 1, { dataset: 'y' }), shipment('s', 'a', 'c', 1, { dataset: 'x' })],
      });
      expect(result.duplicates).toEqual([]);
      expect(result.added.shipments).toBe(2);
      expect(await store.shipment('s')).toMatchObject({ dataset: 'x', consignee: 'c' });
      expect(await store.keyCounts()).toMatchObject({ shipments: 1 });
    });

    it('that fail half way leave nothing', async () => {
      const { store } = await bench.open();
      await take(store, { entities: [entity('a')] });
      async function* breaking(): AsyncGenerator<FactBatch> {
        yield* batches({ entities: [entity('b')], shipments: [shipment('s', 'b', 'c', 1)] });
        throw new Error('the file ends in the middle of a line');
      }
      await expect(store.apply(breaking(), { importedAt: 2, source: 'broken' })).rejects.toThrow(
        'the file ends in the middle of a line',
      );
      expect(await store.version()).toBe(1);
      expect(await store.entity('b')).toBeUndefined();
      expect(await store.shipment('s')).toBeUndefined();
      expect(await store.keyCounts()).toEqual({ parties: 1, shipments: 0 });
      expect((await take(store, { entities: [entity('b')] })).version).toBe(2);
    });

    it('that are called off leave nothing, and say why', async () => {
      const { store } = await bench.open();
      const controller = new AbortController();
      const reason = new Error('the user pressed stop');
      async function* endless(): AsyncGenerator<FactBatch> {
        for (let i = 0; ; i++) {
          yield* batches({ shipments: [shipment(`s${i}`, 'a', 'b', i)] });
          if (i === 5) controller.abort(reason);
        }
      }
      await expect(
        store.apply(endless(), { importedAt: 1, source: 'endless', signal: controller.signal }),
      ).rejects.toBe(reason);
      expect(await store.version()).toBe(0);
      expect(await store.keyCounts()).toEqual({ parties: 0, shipments: 0 });
      expect(await store.datasets()).toEqual([]);
    });

    it('that were called off before they began do not begin', async () => {
      const { store } = await bench.open();
      await expect(
        take(store, { entities: [entity('a')] }, { signal: AbortSignal.abort(new Error('no')) }),
      ).rejects.toThrow('no');
      expect(await store.version()).toBe(0);
    });

    it('say how far they are', async () => {
      const { store } = await bench.open();
      const said: number[] = [];
      await store.apply(
        batches({ entities: [entity('a'), entity('b')] }, { shipments: [shipment('s', 'a', 'b', 1)] }),
        {
          importedAt: 1,
          source: 'progress',
          onProgress: (written) => said.push(written),
        },
      );
      expect(said.at(-1)).toBe(3);
      expect(said).toEqual([...said].sort((a, b) => a - b));
    });

    it('started at the same time wait for each other', async () => {
      const { store } = await bench.open();
      const results = await Promise.all(
        Array.from({ length: 4 }, (_, i) => take(store, { shipments: [shipment(`s${i}`, 'a', `b${i}`, i)] })),
      );
      expect(results.map((result) => result.version).sort()).toEqual([1, 2, 3, 4]);
      expect(await store.keyCounts()).toEqual({ parties: 5, shipments: 4 });
    });

    it('are still there when the store is opened again', async () => {
      const one = await bench.open();
      await take(one.store, { entities: [entity('a', { name: 'Alpha' })], shipments: [shipment('s', 'a', 'b', 0)] });
      const keys = await one.store.keys('party', ['a', 'b']);
      const again = await one.reopen();
      expect(await again.version()).toBe(1);
      expect(await again.entity('a')).toMatchObject({ name: 'Alpha' });
      expect(await again.shipment('s')).toEqual(shipment('s', 'a', 'b', 0));
      expect(await again.keys('party', ['a', 'b'])).toEqual(keys);
      expect((await take(again, { entities: [entity('c')] })).version).toBe(2);
    });
  });

  describe('data sets', () => {
    it('say how many records of each kind, the last retrieval day and the last import', async () => {
      const { store } = await bench.open();
      await take(
        store,
        {
          entities: [
            entity('a', { dataset: 'ofac', retrievedOn: 100 }),
            entity('b', { dataset: 'ofac', retrievedOn: 90 }),
          ],
          listings: [listing('i', 'a', { dataset: 'ofac', retrievedOn: 100 })],
          shipments: [
            shipment('s', 'a', 'b', 1, { dataset: 'trade' }),
            shipment('t', 'a', 'b', 1, { dataset: 'Trade' }),
          ],
        },
        { importedAt: 5 },
      );
      await take(
        store,
        {
          entities: [
            entity('a', { dataset: 'ofac', retrievedOn: 120 }),
            entity('b', { dataset: 'ofac', name: 'B', retrievedOn: 120 }),
          ],
        },
        { importedAt: 8 },
      );
      expect(await store.datasets()).toEqual([
        { name: 'Trade', records: { ...NONE, shipments: 1 }, importedAt: 5 },
        { name: 'ofac', records: { ...NONE, entities: 2, listings: 1 }, retrievedOn: 120, importedAt: 8 },
        { name: 'trade', records: { ...NONE, shipments: 1 }, importedAt: 5 },
      ]);
    });
  });
}

async function everything(store: Awaited<ReturnType<Bench['holding']>>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const batch of store.facts()) all.push(batch);
  return all;
}
