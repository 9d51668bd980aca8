/** Promises about time: replaced records, several data sets, what was known when. */
import { describe, expect, it } from 'vitest';
import { type Bench, take } from './store-bench.js';
import { date, entity, link, listing, shipment } from './store-facts.js';

export function versionPromises(bench: Bench): void {
  describe('records that change', () => {
    it('are replaced by other content of their data set', async () => {
      const { store } = await bench.open();
      await take(store, {
        entities: [entity('a', { name: 'Old' })],
        shipments: [shipment('s', 'a', 'b', 1, { units: 5 })],
      });
      const result = await take(store, {
        entities: [entity('a', { name: 'New' })],
        shipments: [shipment('s', 'a', 'c', 2)],
      });
      expect(result.replaced).toMatchObject({ entities: 1, shipments: 1 });
      expect(result.added).toMatchObject({ entities: 0, shipments: 0 });
      expect(await store.entity('a')).toEqual(entity('a', { name: 'New' }));
      expect(await store.shipment('s')).toEqual(shipment('s', 'a', 'c', 2));
      expect((await store.findEntities({ text: 'old' }, { first: 10 })).items).toEqual([]);
      expect((await store.findShipments({ consignee: 'b' }, { first: 10 })).items).toEqual([]);
    });

    it('are the same where only the row or the day of retrieval moved', async () => {
      const { store } = await bench.open();
      await take(store, {
        entities: [entity('a', { record: 'x:1', retrievedOn: 10 })],
        shipments: [shipment('s', 'a', 'b', 1, { record: 'x:1' })],
      });
      const result = await take(store, {
        entities: [entity('a', { record: 'x:2', retrievedOn: 20 })],
        shipments: [shipment('s', 'a', 'b', 1, { record: 'x:2' })],
      });
      expect(result.unchanged).toMatchObject({ entities: 1, shipments: 1 });
      expect(await store.entity('a')).toMatchObject({ record: 'x:1', retrievedOn: 10 });
    });

    it('were known earlier when an earlier file says the same', async () => {
      const { store } = await bench.open();
      await take(store, { listings: [listing('i', 'a', { retrievedOn: 20 })] });
      expect(await store.listings(15)).toEqual([]);
      const result = await take(store, { listings: [listing('i', 'a', { retrievedOn: 10 })] });
      expect(result.replaced.listings).toBe(1);
      expect(await store.listings(15)).toHaveLength(1);
      expect(await store.listings(5)).toEqual([]);
    });
  });

  describe('as of a day', () => {
    it('what was learned later is hidden, and what was always known is not', async () => {
      const store = await bench.holding({
        entities: [entity('a', { retrievedOn: 100 }), entity('b')],
        links: [link('l', 'b', 'a', { retrievedOn: 100 })],
        shipments: [shipment('s', 'b', 'c', 0, { retrievedOn: 100 }), shipment('t', 'b', 'b2', 0)],
        listings: [listing('i', 'b', { retrievedOn: 100 })],
      });
      expect(await store.entity('a', 99)).toBeUndefined();
      expect(await store.entity('a', 100)).toMatchObject({ id: 'a' });
      expect(await store.entity('b', -5000)).toMatchObject({ id: 'b', stub: false });
      expect(await store.links(99)).toEqual([]);
      expect(await store.linksOf('a', undefined, 100)).toHaveLength(1);
      expect(await store.shipment('s', 99)).toBeUndefined();
      expect(await store.shipment('t', 99)).toBeDefined();
      expect((await store.findShipments({}, { first: 10 }, 99)).total).toBe(1);
      expect(await store.listingsOf(['b'], 99)).toEqual([]);
      expect((await store.columns({ asOf: 99 }, ['shipment'])).count).toBe(1);
      expect((await store.columns({ asOf: 100 }, ['shipment'])).count).toBe(2);
    });

    it('day 0 is a day like any other', async () => {
      const store = await bench.holding({
        entities: [entity('a', { retrievedOn: 0 })],
        shipments: [shipment('s', 'a', 'b', 0, { retrievedOn: 0 })],
      });
      expect(await store.entity('a', -1)).toBeUndefined();
      expect(await store.entity('a', 0)).toMatchObject({ retrievedOn: 0 });
      expect(await store.shipment('s', 0)).toMatchObject({ retrievedOn: 0 });
      expect((await store.findShipments({ since: 0, until: 0 }, { first: 1 }, 0)).total).toBe(1);
    });

    it('of a record that was replaced, the version known then is shown, everywhere', async () => {
      const { store } = await bench.open();
      await take(store, {
        entities: [entity('a', { name: 'Old', country: 'MY', retrievedOn: 10 })],
        links: [link('l', 'a', 'b', { type: 'owns', retrievedOn: 10 })],
        shipments: [shipment('s', 'a', 'b', 1, { units: 1, retrievedOn: 10 })],
        listings: [listing('i', 'a', { from: date('1970'), retrievedOn: 10 })],
      });
      await take(store, {
        entities: [entity('a', { name: 'New', country: 'SG', retrievedOn: 20 })],
        links: [link('l', 'a', 'b', { type: 'controls', retrievedOn: 20 })],
        shipments: [shipment('s', 'a', 'c', 2, { units: 2, retrievedOn: 20 })],
        listings: [listing('i', 'a', { from: date('1970'), to: date('1970-02'), retrievedOn: 20 })],
      });
      expect(await store.entity('a', 19)).toMatchObject({ name: 'Old' });
      expect(await store.entity('a', 20)).toMatchObject({ name: 'New' });
      expect((await store.findEntities({ text: 'old' }, { first: 5 }, 15)).items).toHaveLength(1);
      expect((await store.findEntities({ countries: ['SG'] }, { first: 5 }, 15)).items).toEqual([]);
      expect(await store.linksOf('a', ['owns'], 15)).toHaveLength(1);
      expect(await store.linksOf('a', ['owns'], 25)).toEqual([]);
      expect((await store.listings(15))[0]?.to).toBeUndefined();
      expect((await store.listings(25))[0]?.to?.text).toBe('1970-02');
      expect(await store.shipment('s', 15)).toMatchObject({ consignee: 'b', units: 1 });
      expect([...(await store.columns({ asOf: 15 }, ['units'])).units]).toEqual([1]);
      expect([...(await store.columns({ asOf: 25 }, ['units'])).units]).toEqual([2]);
      expect([...(await store.columns({}, ['units'])).units]).toEqual([2]);
      const then = await store.partyColumns(15);
      const key = (await store.keys('party', ['a']))[0] as number;
      expect(then.texts[then.country[key] as number]).toBe('MY');
    });

    it('files that come in the wrong order show each day what was then the last import known', async () => {
      const { store } = await bench.open();
      await take(store, { entities: [entity('a', { name: 'of 30', retrievedOn: 30 })] });
      await take(store, { entities: [entity('a', { name: 'of 10', retrievedOn: 10 })] });
      await take(store, { entities: [entity('a', { name: 'of 20', retrievedOn: 20 })] });
      const names = await Promise.all(
        [5, 10, 19, 20, 30, undefined].map(async (day) => (await store.entity('a', day))?.name),
      );
      expect(names).toEqual([undefined, 'of 10', 'of 10', 'of 20', 'of 20', 'of 20']);
    });

    it('a version replaced on its own day of retrieval is never shown', async () => {
      const { store } = await bench.open();
      await take(store, { listings: [listing('i', 'a', { list: 'sdn', retrievedOn: 10 })] });
      await take(store, { listings: [listing('i', 'a', { list: 'meu', retrievedOn: 10 })] });
      expect((await store.listings(10)).map((one) => one.list)).toEqual(['meu']);
      expect(await store.listings(9)).toEqual([]);
    });

    it('a party is a stub from the day it was first named until the day it was described', async () => {
      const { store } = await bench.open();
      await take(store, {
        shipments: [shipment('s', 'a', 'b', 1, { retrievedOn: 10 }), shipment('t', 'a', 'b', 1, { retrievedOn: 5 })],
      });
      await take(store, { entities: [entity('b', { name: 'Beta', retrievedOn: 20 })] });
      expect(await store.entity('b', 4)).toBeUndefined();
      expect(await store.entity('b', 5)).toEqual({
        id: 'b',
        dataset: '',
        record: '',
        retrievedOn: 5,
        aliases: [],
        roles: [],
        identifiers: [],
        stub: true,
      });
      expect(await store.entity('b', 19)).toMatchObject({ stub: true });
      expect(await store.entity('b', 20)).toMatchObject({ name: 'Beta', stub: false });
      const columns = await store.partyColumns(10);
      const [a, b] = await store.keys('party', ['a', 'b']);
      expect([
        columns.known[a as number],
        columns.stub[a as number],
        columns.known[b as number],
        columns.stub[b as number],
      ]).toEqual([1, 1, 1, 1]);
      expect((await store.partyColumns(4)).known[b as number]).toBe(0);
    });
  });

  describe('one id from two data sets', () => {
    it('shows the party with the better identifier, and keeps the other', async () => {
      const { store } = await bench.open();
      const vague = entity('a', { dataset: 'aaa', name: 'Vague' });
      const sure = entity('a', {
        dataset: 'zzz',
        name: 'Sure',
        identifiers: [{ scheme: 'lei', value: '5299000J2N45DDNE4Y28' }],
      });
      await take(store, { entities: [vague] });
      const result = await take(store, { entities: [sure] });
      expect(result.added.entities).toBe(1);
      expect(result.replaced.entities).toBe(0);
      expect(await store.entity('a')).toEqual(sure);
      expect((await store.findEntities({ text: 'vague' }, { first: 5 })).total).toBe(0);
      expect((await store.datasets()).map((one) => one.records.entities)).toEqual([1, 1]);
    });

    it('trusts an LEI over a registry number over a listing over another identifier over a full address over a name', async () => {
      const { store } = await bench.open();
      const by = (dataset: string, ...schemes: string[]) =>
        entity('a', { dataset, identifiers: schemes.map((scheme) => ({ scheme, value: '1' })) });
      const best = async () => (await store.entity('a'))?.dataset;
      await take(store, { entities: [entity('a', { dataset: '6', name: 'A' })] });
      expect(await best()).toBe('6');
      await take(store, { entities: [entity('a', { dataset: '7', name: 'A', country: 'MY', address: '1 Road' })] });
      expect(await best()).toBe('7');
      await take(store, { entities: [by('8', 'duns')] });
      expect(await best()).toBe('8');
      await take(store, { entities: [by('9', 'duns', 'listing:sdn')] });
      expect(await best()).toBe('9');
      await take(store, { entities: [by('91', 'registration:MY')] });
      expect(await best()).toBe('91');
      await take(store, { entities: [by('92', 'listing:sdn', 'lei')] });
      expect(await best()).toBe('92');
    });

    it('goes by the data set name in byte order where trust is equal', async () => {
      const { store } = await bench.open();
      const names = ['é', 'b', 'B', 'a'];
      for (const dataset of names) {
        await take(store, {
          entities: [entity('a', { dataset, name: dataset })],
          links: [link('l', 'a', 'b', { dataset })],
          shipments: [shipment('s', 'a', dataset, 1, { dataset })],
          listings: [listing('i', 'a', { dataset })],
        });
      }
      expect((await store.entity('a'))?.name).toBe('B');
      expect((await store.links()).map((one) => one.dataset)).toEqual(['B']);
      expect((await store.listingsOf(['a'])).map((one) => one.dataset)).toEqual(['B']);
      expect(await store.shipment('s')).toMatchObject({ dataset: 'B', consignee: 'B' });
      expect((await store.columns({}, ['shipment'])).count).toBe(1);
      expect((await store.findShipments({ consignee: 'a' }, { first: 5 })).total).toBe(0);
    });

    it('shows the other data set as of a day before the more trusted one was known', async () => {
      const { store } = await bench.open();
      await take(store, { shipments: [shipment('s', 'a', 'b', 1, { dataset: 'z', retrievedOn: 10 })] });
      await take(store, { shipments: [shipment('s', 'a', 'c', 1, { dataset: 'y', retrievedOn: 20 })] });
      expect(await store.shipment('s')).toMatchObject({ consignee: 'c' });
      expect(await store.shipment('s', 15)).toMatchObject({ consignee: 'b' });
      expect((await store.columns({ asOf: 25 }, ['consignee'])).count).toBe(1);
      expect((await store.findShipments({ consignee: 'b' }, { first: 5 }, 25)).total).toBe(0);
    });

    it('loses its place when a new version of it is trusted less', async () => {
      const { store } = await bench.open();
      await take(store, { entities: [entity('a', { dataset: 'one', identifiers: [{ scheme: 'lei', value: '1' }] })] });
      await take(store, { entities: [entity('a', { dataset: 'two', identifiers: [{ scheme: 'duns', value: '2' }] })] });
      expect((await store.entity('a'))?.dataset).toBe('one');
      await take(store, { entities: [entity('a', { dataset: 'one', name: 'No more LEI' })] });
      expect((await store.entity('a'))?.dataset).toBe('two');
    });

    it('comes out of an export from both, the shown one first', async () => {
      const store = await bench.holding(
        { entities: [entity('a', { dataset: 'x' }), entity('b', { dataset: 'x' })] },
        { entities: [entity('a', { dataset: 'y', identifiers: [{ scheme: 'lei', value: '1' }] })] },
      );
      const out: string[] = [];
      for await (const batch of store.facts())
        out.push(...(batch.entities ?? []).map((one) => `${one.id} of ${one.dataset}`));
      expect(out).toEqual(['a of y', 'a of x', 'b of x']);
    });
  });
}
