/** Promises about finding: words and filters, shipments by what they say, pages. */
import { describe, expect, it } from 'vitest';
import { DetourError } from '../../src/model/errors.js';
import type { Page, PageOf } from '../../src/store/port.js';
import { type Bench, take } from './store-bench.js';
import { IN_BYTE_ORDER } from './store-contract-reading.js';
import { entity, link, shipment } from './store-facts.js';

export function searchPromises(bench: Bench): void {
  describe('search', () => {
    const parties = {
      entities: [
        entity('p1', {
          name: 'Strait Trading Sdn Bhd',
          country: 'MY',
          schema: 'Company',
          roles: ['trader', 'forwarder'],
        }),
        entity('p2', { name: 'Straits Chips', aliases: ['STRAIT'], country: 'SG', roles: ['trader'] }),
        entity('p3', { name: 'Ökologie Straße', country: 'DE', schema: 'Person', dataset: 'other' }),
        entity('p4', { name: 'Chips of Strait', country: 'MY', roles: ['trade'] }),
        entity('p5', { country: 'MY' }),
      ],
      links: [link('l', 'p1', 'a stub')],
    };
    const ids = (page: PageOf<{ readonly id: string }>) => page.items.map((one) => one.id);

    it('asks that each word begin a word of the names, and puts whole names first, whole words next, then ids', async () => {
      const store = await bench.holding(parties);
      const find = async (text: string) => ids(await store.findEntities({ text }, { first: 10 }));
      expect(await find('strait')).toEqual(['p2', 'p1', 'p4']);
      expect(await find('Stra')).toEqual(['p1', 'p2', 'p3', 'p4']);
      expect(await find('chips strait')).toEqual(['p2', 'p4']);
      expect(await find('trading  STRAIT!')).toEqual(['p1']);
      expect(await find('rading')).toEqual([]);
      expect(await find('strait nowhere')).toEqual([]);
    });

    it('looks past case, accents, width and the lack of blanks in Chinese', async () => {
      const store = await bench.holding({
        entities: [
          entity('d', { name: 'Ökologie' }),
          entity('z', { name: '深圳芯片公司' }),
          entity('w', { name: 'ＡＢＣ Ltd' }),
        ],
      });
      const find = async (text: string) => ids(await store.findEntities({ text }, { first: 10 }));
      expect(await find('okolo')).toEqual(['d']);
      expect(await find('O\u0308KOLOGIE')).toEqual(['d']);
      expect(await find('芯片')).toEqual(['z']);
      expect(await find('abc')).toEqual(['w']);
    });

    it('takes letters for letters: no pattern, no quote, no operator means anything', async () => {
      const store = await bench.holding({ entities: [entity('p', { name: '100% Chips_OR "x" AND NOT\\ *y~' })] });
      for (const text of [
        '100%',
        '%',
        '_',
        '*',
        'chips_or',
        '"',
        'AND',
        "'",
        '\\',
        'y~',
        '; DROP TABLE party',
        ') OR (w=w',
      ]) {
        const found = (await store.findEntities({ text }, { first: 5 })).total;
        expect(found, text).toBe(['100%', 'chips_or', 'AND', 'y~'].includes(text) ? 1 : 0);
      }
    });

    it('filters by country, schema, role and data set, each alone and together', async () => {
      const store = await bench.holding(parties);
      const find = async (query: Parameters<typeof store.findEntities>[0]) =>
        ids(await store.findEntities(query, { first: 10 }));
      expect(await find({ countries: ['MY', 'DE'] })).toEqual(['p1', 'p3', 'p4', 'p5']);
      expect(await find({ schemas: ['Person'] })).toEqual(['p3']);
      expect(await find({ roles: ['trader'] })).toEqual(['p1', 'p2']);
      expect(await find({ roles: ['forwarder', 'trade'] })).toEqual(['p1', 'p4']);
      expect(await find({ dataset: 'other' })).toEqual(['p3']);
      expect(await find({ text: 'strait', countries: ['MY'], roles: ['trader'] })).toEqual(['p1']);
      expect(await find({ countries: [] })).toEqual([]);
      expect(await find({ roles: [] })).toEqual([]);
      expect(await find({})).toEqual(['a stub', 'p1', 'p2', 'p3', 'p4', 'p5']);
      expect(await find({ text: '  ' })).toEqual(['a stub', 'p1', 'p2', 'p3', 'p4', 'p5']);
    });

    it('finds shipments by party, side, days, places, goods and document', async () => {
      const store = await bench.holding({
        shipments: [
          shipment('1', 'a', 'b', 10, { endUser: 'x', product: 'h100-sxm', fromCountry: 'US', document: 'BL' }),
          shipment('2', 'b', 'c', 20, { forwarder: 'x', product: 'h100-sxm', toCountry: 'CN', hs: '8473.30' }),
          shipment('3', 'c', 'a', 30, {
            departs: { text: '1970-02', earliest: 31, latest: 58 },
            hs: '8473.30',
            document: 'BL',
          }),
          shipment('0', 'c', 'a', 20),
        ],
      });
      const find = async (query: Parameters<typeof store.findShipments>[0]) =>
        ids(await store.findShipments(query, { first: 10 }));
      expect(await find({})).toEqual(['1', '0', '2', '3']);
      expect(await find({ parties: ['x'] })).toEqual(['1', '2']);
      expect(await find({ parties: ['a', 'x'] })).toEqual(['1', '0', '2', '3']);
      expect(await find({ parties: [] })).toEqual([]);
      expect(await find({ parties: ['nobody'] })).toEqual([]);
      expect(await find({ shipper: 'c', consignee: 'a' })).toEqual(['0', '3']);
      expect(await find({ since: 58 })).toEqual(['3']);
      expect(await find({ since: 59 })).toEqual([]);
      expect(await find({ since: 11, until: 31 })).toEqual(['0', '2', '3']);
      expect(await find({ until: 30 })).toEqual(['1', '0', '2']);
      expect(await find({ fromCountry: 'US' })).toEqual(['1']);
      expect(await find({ toCountry: 'CN', product: 'h100-sxm' })).toEqual(['2']);
      expect(await find({ hs: '8473.30' })).toEqual(['2', '3']);
      expect(await find({ document: 'BL' })).toEqual(['1', '3']);
      expect(await find({ document: 'none' })).toEqual([]);
    });
  });

  describe('pages', () => {
    it('walk through everything once, in order, and say the total each time', async () => {
      const store = await bench.holding({
        entities: IN_BYTE_ORDER.map((id) => entity(id, { name: id === 'b' ? 'Chips' : 'Chips Trading' })),
        shipments: IN_BYTE_ORDER.map((id, i) => shipment(id, 'a', 'b', 100 - (i % 3))),
      });
      const walk = async (ask: (page: Page) => Promise<PageOf<{ readonly id: string }>>) => {
        const walked: string[] = [];
        let page = await ask({ first: 4 });
        for (;;) {
          expect(page.total).toBe(IN_BYTE_ORDER.length);
          expect(page.cursors).toHaveLength(page.items.length);
          walked.push(...page.items.map((one) => one.id));
          if (!page.hasNextPage) return walked;
          page = await ask({ first: 4, after: page.cursors.at(-1) as string });
        }
      };
      const others = IN_BYTE_ORDER.filter((id) => id !== 'b');
      expect(await walk((page) => store.findEntities({ text: 'chips' }, page))).toEqual(['b', ...others]);
      expect(await walk((page) => store.findEntities({}, page))).toEqual(IN_BYTE_ORDER);
      const byDay = [2, 1, 0].flatMap((rest) => IN_BYTE_ORDER.filter((_, i) => i % 3 === rest));
      expect(await walk((page) => store.findShipments({}, page))).toEqual(byDay);
    });

    it('may start after any item', async () => {
      const store = await bench.holding({ entities: ['a', 'b', 'c'].map((id) => entity(id)) });
      const all = await store.findEntities({}, { first: 3 });
      expect(all.hasNextPage).toBe(false);
      const rest = await store.findEntities({}, { first: 3, after: all.cursors[0] as string });
      expect(rest.items.map((one) => one.id)).toEqual(['b', 'c']);
      const none = await store.findEntities({}, { first: 3, after: all.cursors[2] as string });
      expect(none).toEqual({ items: [], cursors: [], hasNextPage: false, total: 3 });
    });

    it('refuse a size that is none and a cursor of something else', async () => {
      const { store } = await bench.open();
      await take(store, { entities: [entity('a')] });
      for (const first of [0, -1, 501, 1.5, Number.NaN]) {
        await expect(store.findEntities({}, { first })).rejects.toThrow(`\`${first}\` is not a page size`);
        await expect(store.findShipments({}, { first })).rejects.toBeInstanceOf(DetourError);
      }
      for (const after of ['nonsense', '', Buffer.from('[1]').toString('base64url')]) {
        await expect(store.findShipments({}, { first: 1, after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      }
    });
  });
}
