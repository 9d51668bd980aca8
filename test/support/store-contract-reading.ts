/** Promises about reading records: every field comes back, in the order promised. */
import { describe, expect, it } from 'vitest';
import { parseShare } from '../../src/model/share.js';
import type { Bench } from './store-bench.js';
import { authorization, date, entity, exactly, link, listing, rowsOf, shipment } from './store-facts.js';

/** Ids whose byte order differs from the order of UTF-16 units, of letters, or of a collation. */
export const IN_BYTE_ORDER = [
  '',
  '0',
  '10',
  '9',
  'A',
  'B',
  'a',
  'a b',
  'a-1',
  'ab',
  'b',
  'z',
  'é',
  '中',
  '\uff5e',
  '😀',
].slice(1);

export function readingPromises(bench: Bench): void {
  describe('reading', () => {
    it('an empty store finds nothing and fails at nothing', async () => {
      const { store } = await bench.open();
      expect(await store.entity('a')).toBeUndefined();
      expect(await store.entities([])).toEqual([]);
      expect(await store.shipments(['x', 'y'])).toEqual([undefined, undefined]);
      expect(await store.findEntities({ text: 'a' }, { first: 10 })).toEqual({
        items: [],
        cursors: [],
        hasNextPage: false,
        total: 0,
      });
      expect(await store.findShipments({}, { first: 10 })).toEqual({
        items: [],
        cursors: [],
        hasNextPage: false,
        total: 0,
      });
      expect(await store.linksOf('a')).toEqual([]);
      expect(await store.listingsOf(['a'])).toEqual([]);
      expect(await store.listingsOf([])).toEqual([]);
      expect([
        await store.links(),
        await store.listings(),
        await store.authorizations(),
        await store.datasets(),
      ]).toEqual([[], [], [], []]);
      for await (const batch of store.facts()) expect(batch).toBeUndefined();
    });

    it('gives back every field as it came', async () => {
      const a = entity('a', {
        schema: 'Company',
        name: 'Al-Amin “Chips” & Sons',
        aliases: ['阿明', "L'Aîné; with a semicolon", 'with "quotes" and\nlines'],
        country: 'MY',
        headquarters: 'CN',
        address: 'Lot 5, Jalan 1',
        foundedOn: date('2024'),
        dissolvedOn: date('2025-02'),
        birthDate: date('1969-12-31'),
        nationality: 'IR',
        roles: ['trader', 'a role nobody knows'],
        sector: 'Electronics',
        website: 'https://a.example',
        phone: '+60 1',
        identifiers: [
          { scheme: 'lei', value: '5299000J2N45DDNE4Y28' },
          { scheme: 'registration:MY', value: '9007199254740993123' },
        ],
        sitePowerMw: 12.5,
        siteVerifiedOn: date('2025-03-01'),
        notes: 'seen once',
        dataset: 'registry',
        record: 'r.csv:17',
        retrievedOn: 20_000,
      });
      const s = shipment('s', 'a', 'b', 19_000, {
        document: 'BL-1',
        endUser: 'c',
        forwarder: 'd',
        departs: date('2024-05'),
        arrives: { text: '2024', earliest: 19_723, latest: 20_088 },
        departsAssumed: true,
        arrivesAssumed: true,
        fromCountry: 'US',
        toCountry: 'MY',
        via: ['SG', 'TH'],
        product: 'H100 of a kind nobody knows',
        eccn: '3A090.a',
        hs: '8473.30',
        description: 'Graphics; "cards", ünd mehr',
        units: 8,
        value: 9_007_199_254_740_991,
        currency: 'USD',
        weightKg: 0.125,
        paidBy: 'country:CN',
        licence: 'D1234567',
        exception: 'NAC',
        certifications: ['kyc', 'notice-25-days'],
        act: 'reexport',
        record: 'bill of lading 7',
        retrievedOn: -3,
      });
      const facts = {
        entities: [a],
        links: [
          link('l', 'a', 'b', {
            type: 'controls',
            share: parseShare('>25%'),
            from: date('2020'),
            to: date('2021-06-30'),
            retrievedOn: 1,
          }),
        ],
        shipments: [s],
        listings: [
          listing('i', 'a', {
            list: 'entity-list',
            programme: 'P',
            scope: 'all',
            policy: 'denial',
            citation: '89 FR 1',
            from: date('2022-10'),
            to: date('2023'),
          }),
        ],
        authorizations: [
          authorization('u', 'a', {
            kind: 'uveu',
            country: 'AE',
            tpp: 790_000_000_000_123,
            citation: '748',
            from: exactly(0),
            to: date('2026'),
          }),
        ],
      };
      const store = await bench.holding(facts);
      expect(await store.entity('a')).toEqual(a);
      expect(await store.shipment('s')).toEqual(s);
      expect(await store.links()).toEqual(facts.links);
      expect(await store.listings()).toEqual(facts.listings);
      expect(await store.authorizations()).toEqual(facts.authorizations);
    });

    it('keeps an absent field absent and never makes it empty, zero or false', async () => {
      const store = await bench.holding({
        entities: [entity('a')],
        shipments: [shipment('s', 'a', 'a2', 1), shipment('z', 'a', 'a2', 1, { units: 0, value: 0, weightKg: 0 })],
      });
      expect(Object.keys((await store.entity('a')) ?? {}).sort()).toEqual([
        'aliases',
        'dataset',
        'id',
        'identifiers',
        'record',
        'roles',
        'stub',
      ]);
      const bare = (await store.shipment('s')) ?? {};
      expect('units' in bare || 'value' in bare || 'product' in bare || 'retrievedOn' in bare).toBe(false);
      expect(await store.shipment('z')).toMatchObject({ units: 0, value: 0, weightKg: 0 });
    });

    it('keeps dates at the precision they were stated', async () => {
      const texts = ['2024', '2024-05', '2024-05-17', '1969-12-31', '1970-01-01', '2024-02-29'];
      const store = await bench.holding({
        shipments: texts.map((text, i) =>
          shipment(`s${i}`, 'a', 'b', 0, { departs: date(text), arrives: date('2030') }),
        ),
      });
      const found = await store.shipments(texts.map((_, i) => `s${i}`));
      expect(found.map((one) => one?.departs)).toEqual(texts.map(date));
    });

    it('keeps shares exact, bounded, open and unknown apart', async () => {
      const texts = ['51%', '25-50%', '>25%', '>=25%', '<10%', '0', '1', '0.07', ''];
      const store = await bench.holding({
        links: texts.map((text, i) => link(`l${i}`, 'a', `b${i}`, { share: parseShare(text) })),
      });
      expect((await store.links()).map((one) => one.share)).toEqual(texts.map(parseShare));
    });

    it('keeps a listing without a first day without one', async () => {
      const store = await bench.holding({ listings: [listing('i', 'a', { list: 'sdn', retrievedOn: 20_500 })] });
      expect(await store.listings()).toEqual([listing('i', 'a', { list: 'sdn', retrievedOn: 20_500 })]);
    });

    it('answers for many ids in the order asked, with repeats and unknown ones', async () => {
      const store = await bench.holding({
        entities: [entity('a'), entity('b')],
        shipments: [shipment('s', 'a', 'b', 1), shipment('t', 'b', 'c', 1)],
      });
      expect((await store.entities(['b', 'nobody', 'a', 'c', 'b'])).map((one) => one?.id)).toEqual([
        'b',
        undefined,
        'a',
        'c',
        'b',
      ]);
      expect((await store.shipments(['t', 'none', 's', 't'])).map((one) => one?.id)).toEqual([
        't',
        undefined,
        's',
        't',
      ]);
    });

    it('orders everything by the UTF-8 bytes of ids', async () => {
      const ids = [...IN_BYTE_ORDER].reverse();
      const store = await bench.holding({
        entities: ids.map((id) => entity(id)),
        links: ids.map((id) => link(id, 'a', 'b')),
        shipments: ids.map((id) => shipment(id, 'a', 'b', 7)),
        listings: ids.map((id) => listing(id, 'a')),
        authorizations: ids.map((id) => authorization(id, 'a')),
      });
      const idsOf = (records: readonly { readonly id: string }[]) => records.map((one) => one.id);
      expect(idsOf(await store.links())).toEqual(IN_BYTE_ORDER);
      expect(idsOf(await store.linksOf('b'))).toEqual(IN_BYTE_ORDER);
      expect(idsOf(await store.listings())).toEqual(IN_BYTE_ORDER);
      expect(idsOf(await store.authorizations())).toEqual(IN_BYTE_ORDER);
      expect(idsOf((await store.findEntities({}, { first: 100 })).items)).toEqual(IN_BYTE_ORDER);
      expect(idsOf((await store.findShipments({}, { first: 100 })).items)).toEqual(IN_BYTE_ORDER);
      const out: string[] = [];
      for await (const batch of store.facts()) {
        out.push(...idsOf(batch.entities ?? []), ...(batch.shipments === undefined ? [] : batch.shipments.id));
        out.push(...idsOf(batch.links ?? []), ...idsOf(batch.listings ?? []), ...idsOf(batch.authorizations ?? []));
      }
      expect(out).toEqual(Array.from({ length: 5 }, () => IN_BYTE_ORDER).flat());
    });

    it('finds the links of a party on either side, of the types asked for', async () => {
      const store = await bench.holding({
        links: [
          link('1', 'a', 'b'),
          link('2', 'b', 'c', { type: 'controls' }),
          link('3', 'c', 'd'),
          link('4', 'b', 'b', { type: 'associate' }),
        ],
      });
      const ids = async (...asked: Parameters<typeof store.linksOf>) =>
        (await store.linksOf(...asked)).map((one) => one.id);
      expect(await ids('b')).toEqual(['1', '2', '4']);
      expect(await ids('b', ['owns', 'associate'])).toEqual(['1', '4']);
      expect(await ids('b', [])).toEqual([]);
      expect(await ids('nobody')).toEqual([]);
    });

    it('gives listings by party, then id', async () => {
      const store = await bench.holding({
        listings: [listing('3', 'a'), listing('1', 'b'), listing('2', 'a'), listing('4', 'c')],
      });
      expect((await store.listingsOf(['b', 'a', 'nobody'])).map((one) => one.id)).toEqual(['2', '3', '1']);
    });

    it('exports everything in batches by kind, and takes its own export as no change', async () => {
      const one = await bench.holding({
        entities: [entity('a', { name: 'A', retrievedOn: 3 }), entity('b')],
        links: [link('l', 'a', 'stub')],
        shipments: [
          shipment('s', 'a', 'b', 1, { departs: date('1970') }),
          shipment('r', 'b', 'stub', 2, { units: 3, via: ['SG'] }),
        ],
        listings: [listing('i', 'b')],
        authorizations: [authorization('u', 'b')],
      });
      const kinds: string[] = [];
      const ships = [];
      for await (const batch of one.facts()) {
        kinds.push(...Object.keys(batch));
        if (batch.shipments !== undefined) ships.push(...rowsOf(batch.shipments));
      }
      expect(kinds).toEqual(['entities', 'links', 'shipments', 'listings', 'authorizations']);
      expect(ships).toEqual([
        shipment('r', 'b', 'stub', 2, { units: 3, via: ['SG'] }),
        shipment('s', 'a', 'b', 1, { departs: date('1970') }),
      ]);
      const again = await one.apply(one.facts(), { importedAt: 2, source: 'its own export' });
      expect(again.unchanged).toEqual({ entities: 2, links: 1, shipments: 2, listings: 1, authorizations: 1 });
      expect(again.added).toEqual({ entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 });
    });
  });
}
