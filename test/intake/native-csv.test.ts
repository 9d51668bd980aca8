import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/model/entity.js';
import type { Shipment } from '../../src/model/shipment.js';
import { Folder, refusals, warnings } from './folder.js';

describe('a native CSV file', () => {
  test('gives a shipment with its dates at their precision and its countries as codes', async () => {
    const folder = await Folder.make();
    await folder.take(
      'shipments.csv',
      '\ufeffid,shipper,consignee,departs,arrives,fromCountry,toCountry,via,units,hs\r\n' +
        'S1,a,b,2024-05-20,2024-05,usa,Malaysia,"SG; hkg",64,0101\r\n',
    );
    const [shipment] = folder.store.shipments as [Shipment];
    expect(shipment).toEqual({
      id: 'S1',
      shipper: 'a',
      consignee: 'b',
      departs: { text: '2024-05-20', earliest: 19863, latest: 19863 },
      arrives: { text: '2024-05', earliest: 19844, latest: 19874 },
      departsAssumed: false,
      arrivesAssumed: false,
      fromCountry: 'US',
      toCountry: 'MY',
      via: ['SG', 'HK'],
      units: 64,
      hs: '0101',
      certifications: [],
      dataset: 'shipments',
      record: 'S1',
    });
  });

  test('assumes a blank departure within 60 days before the arrival and a blank arrival within 60 days after', async () => {
    const folder = await Folder.make();
    await folder.take(
      'shipments.csv',
      'id,shipper,consignee,departs,arrives\n1,a,b,,2024-03-01\n2,a,b,2024-03,\n3,a,b,2024-03-01,\n',
    );
    const days = folder.store.shipments.map(({ departs, arrives, departsAssumed, arrivesAssumed }) => [
      [departs.earliest, departs.latest, departsAssumed],
      [arrives.earliest, arrives.latest, arrivesAssumed],
    ]);
    const first = 19783; // 2024-03-01
    expect(days).toEqual([
      [
        [first - 60, first, true],
        [first, first, false],
      ],
      [
        [first, first + 30, false],
        [first, first + 90, true],
      ],
      [
        [first, first, false],
        [first, first + 60, true],
      ],
    ]);
  });

  test('reads columns in any order and case, and a first line of blanks is no header', async () => {
    const folder = await Folder.make();
    await folder.take('links.csv', '\n Target ,TYPE,source,Share\nb,OWNS,a,51%\n');
    expect(folder.store.links).toMatchObject([
      { type: 'owns', source: 'a', target: 'b', share: { min: 0.51, max: 0.51, known: true } },
    ]);
  });

  test.each([
    ['1', 1, 1, true],
    ['0.5', 0.5, 0.5, true],
    ['>25%', 0.25, 1, true],
    ['25-50%', 0.25, 0.5, true],
    ['', 0, 1, false],
    ['N/A', 0, 1, false],
  ])('reads the share `%s` as from %d to %d', async (text, min, max, known) => {
    const folder = await Folder.make();
    await folder.take('links.csv', `type,source,target,share\nowns,a,b,${text}\n`);
    expect(folder.store.links[0]?.share).toMatchObject({ min, max, known, minOpen: text === '>25%' });
  });

  test('reads no value where the cell says there is none, and NA is Namibia', async () => {
    const folder = await Folder.make();
    await folder.take(
      'entities.csv',
      'id,name,country,sector,website,phone,notes\np,Alpha,NA,NULL,n/a,-0-,unknown\nq,Beta,Unknown,to order, ,None,-1-\n',
    );
    const [first, second] = folder.store.entities as [Entity, Entity];
    expect(first).toMatchObject({ country: 'NA' });
    expect(Object.keys(first)).not.toContain('sector');
    expect(Object.keys(first)).not.toContain('notes');
    expect(second).toMatchObject({ phone: 'None', notes: '-1-' });
    expect(second.country).toBeUndefined();
  });

  test('keeps a country that is a name or unknown as stated in the notes, and warns of the unknown one', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'entities.csv',
      'id,name,country,notes\np,Alpha,Burma,\nq,Beta,Atlantis,a note\nr,Gamma,mys,\n',
    );
    expect(folder.store.entities.map(({ country, notes }) => [country, notes])).toEqual([
      ['MM', 'country as stated: Burma'],
      [undefined, 'a note; country as stated: Atlantis'],
      ['MY', undefined],
    ]);
    expect(warnings(report)).toEqual([['unknown-country', 'Atlantis', 1]]);
  });

  test('reads lists, registrations with and without their country, and identifiers', async () => {
    const folder = await Folder.make();
    await folder.take(
      'entities.csv',
      'id,name,country,aliases,roles,registration,identifiers\n' +
        'p,Alpha,SG,"A;"" B; C "";",Trader;bank,MY:77,duns:123; imo:9187629;listing:sdn:36\n' +
        'q,Beta,SG,,,HRB 12,\n',
    );
    expect(folder.store.entities).toMatchObject([
      {
        aliases: ['A', 'B; C'],
        roles: ['trader', 'bank'],
        identifiers: [
          { scheme: 'registration:MY', value: '77' },
          { scheme: 'duns', value: '123' },
          { scheme: 'imo', value: '9187629' },
          { scheme: 'listing:sdn', value: '36' },
        ],
      },
      { aliases: [], identifiers: [{ scheme: 'registration:SG', value: 'HRB 12' }] },
    ]);
  });

  test('keeps codes it does not know as they came, warns of each and counts', async () => {
    const folder = await Folder.make();
    await folder.write('entities.csv', 'id,name,roles,schema,lei\np,Alpha,Fixer;bank,Club,529900T8BM49AURSDO56\n');
    await folder.write('listings.csv', 'entity,list,from\np,Black Book,2024\np,SDN,\n');
    await folder.write(
      'shipments.csv',
      'id,shipper,consignee,departs,product,certifications,act,currency\n' +
        '1,p,q,2024,H100X,KYC;oath,gift,dollars\n2,p,q,2024,H100X,kyc,Export,usd\n3,p,q,2024,h100-sxm,,,\n',
    );
    const report = await folder.import([folder.path], { knownProduct: (text) => text === 'h100-sxm' });
    expect(warnings(report)).toEqual([
      ['unknown-schema', 'Club', 1],
      ['unknown-role', 'Fixer', 1],
      ['bad-lei', '529900T8BM49AURSDO56', 1],
      ['unknown-list', 'Black Book', 1],
      ['unknown-product', 'H100X', 2],
      ['unknown-currency', 'dollars', 1],
      ['unknown-certification', 'oath', 1],
      ['unknown-act', 'gift', 1],
    ]);
    expect(folder.store.entities[0]).toMatchObject({ roles: ['Fixer', 'bank'], notes: 'schema as stated: Club' });
    expect(folder.store.listings.map(({ list }) => list)).toEqual(['Black Book', 'sdn']);
    expect(folder.store.shipments.map(({ product, act, currency }) => [product, act, currency])).toEqual([
      ['H100X', undefined, 'dollars'],
      ['H100X', 'export', 'USD'],
      ['h100-sxm', undefined, undefined],
    ]);
  });

  test('takes a payer as a party if there is one of that id, else as a country', async () => {
    const folder = await Folder.make();
    await folder.take('entities.csv', 'id,name\nMY,A party called like Malaysia\n');
    await folder.write('entities.csv', 'id,name\nSG,A party called like Singapore\n');
    await folder.write(
      'shipments.csv',
      'id,shipper,consignee,departs,paidBy\n' +
        ['MY', 'SG', 'hkg', 'Cyprus', 'p-7', 'id:HK', 'country:SG', 'country:Atlantis', 'UNKNOWN']
          .map((payer, at) => `${at},a,b,2024,${payer}\n`)
          .join(''),
    );
    await folder.import([folder.path]);
    expect(folder.store.shipments.map(({ paidBy }) => paidBy)).toEqual([
      'id:MY',
      'id:SG',
      'country:HK',
      'country:CY',
      'id:p-7',
      'id:HK',
      'country:SG',
      undefined,
      undefined,
    ]);
  });

  test('records what its rows say of their source, else its own name and the line', async () => {
    const folder = await Folder.make();
    await folder.take(
      'links.csv',
      'type,source,target,dataset,record,retrievedOn\nowns,a,b,registry,R7,2024-05-01\nowns,a,c,,,\n',
    );
    expect(folder.store.links).toMatchObject([
      { dataset: 'registry', record: 'R7', retrievedOn: 19844 },
      { dataset: 'links', record: 'links.csv:3' },
    ]);
    expect(folder.store.links[1]).not.toHaveProperty('retrievedOn');
  });

  test('keeps two lots that look alike two, and the same file again changes nothing', async () => {
    const folder = await Folder.make();
    const text = 'shipper,consignee,departs,units\na,b,2024-05-01,8\na,b,2024-05-01,8\na,b,2024-05-01,9\n';
    await folder.take('shipments.csv', text);
    const [first, second, third] = folder.store.shipments.map(({ id }) => id);
    expect(second).toBe(`${first}-2`);
    expect(third).not.toBe(first);
    expect((await folder.take('shipments.csv', text)).added.shipments).toBe(0);
  });

  test('derives the same id from the same content in another column order, spelling of dates or grammar', async () => {
    const ids = [];
    for (const [name, text] of [
      ['shipments.csv', 'shipper,consignee,departs,units,via\na,b,2024-05-01,8,SG;HK\n'],
      ['shipments.csv', 'via,units,departs,consignee,shipper,eccn\n SG ; HK,8.0,2024-05-01T10:00,b,a,\n'],
      ['shipments.jsonl', '{"shipper":"a","consignee":"b","departs":"2024-05-01","units":8,"via":["SG","HK"]}\n'],
    ] as const) {
      const folder = await Folder.make();
      await folder.take(name, text);
      ids.push(folder.store.shipments[0]?.id);
    }
    expect(ids[0]).toMatch(/^shipment-[0-9a-f]{24}$/);
    expect(new Set(ids).size).toBe(1);
  });

  test('refuses what cannot be and says where, which value and why', async () => {
    const folder = await Folder.make();
    const report = await folder.take(
      'shipments.csv',
      [
        'shipper,consignee,departs,arrives,units,value',
        'a,b,2024-02-30,,1,',
        'a,b,2024-03-01,2024-02-28,1,',
        'a,a,2024-03-01,,1,',
        'a,b,,TO ORDER,1,',
        'a,b,2024-03-01,,-4,',
        'a,"b',
        'c",2024-03-01,,5,',
        ',b,2024-03-01,,5,',
        'a,b,2024-03-01,,"1,000",',
        'a,b,2024-03-01,,5,-0.5',
        'a,b,2024-03-20,2024-03,5,',
      ].join('\n'),
    );
    expect(refusals(report)).toEqual([
      [2, 'departs', '2024-02-30', 'bad-date'],
      [3, 'arrives', '2024-02-28', 'arrives-before-departs'],
      [4, 'consignee', 'a', 'self-shipment'],
      [5, 'departs', undefined, 'no-dates'],
      [6, 'units', '-4', 'negative-units'],
      [9, 'shipper', '', 'missing-value'],
      [10, 'units', '1,000', 'bad-number'],
      [11, 'value', '-0.5', 'negative-number'],
    ]);
    expect(report.rejectedByReason).toMatchObject({ 'bad-date': 1, 'self-shipment': 1 });
    expect(folder.store.shipments.map(({ consignee, units }) => [consignee, units])).toEqual([
      ['b\nc', 5],
      ['b', 5],
    ]);
  });

  test('refuses links, listings and permissions that cannot be', async () => {
    const folder = await Folder.make();
    await folder.write(
      'links.csv',
      'type,source,target,share,from,to\nowns,a,b,140%,,\nhas,a,b,,,\nowns,a,b,,2024-05,2024-04-30\nowns,a,b,,2024-05,2024-05\n',
    );
    await folder.write('listings.csv', 'entity,list,from,to\na,,2024,\na,sdn,2024-13,\n');
    await folder.write('authorizations.csv', 'entity,kind,from,tpp\na,licence,,5\na,licence,2024,-5\na,veu,2024,\n');
    const report = await folder.import([folder.path]);
    expect(refusals(report)).toEqual([
      [2, 'share', '140%', 'bad-share'],
      [3, 'type', 'has', 'unknown-link-type'],
      [4, 'to', '2024-04-30', 'ends-before-starts'],
      [2, 'list', '', 'missing-value'],
      [3, 'from', '2024-13', 'bad-date'],
      [2, 'from', '', 'missing-value'],
      [3, 'tpp', '-5', 'negative-number'],
    ]);
    expect(folder.store.links).toHaveLength(1);
    expect(folder.store.authorizations).toMatchObject([{ kind: 'veu' }]);
  });

  test('writes refused rows so that they can be mended and imported as they are', async () => {
    const folder = await Folder.make();
    await folder.take('shipments.csv', 'shipper,consignee,departs,units\na,b,2024-02-30,-7\na,b,2024-02-01,8\n');
    const rejects = await folder.rejects('shipments.rejected.csv');
    expect(rejects).toMatch(
      /^reason,shipper,consignee,departs,units\n"bad-date: .* \| negative-units: .*",a,b,2024-02-30,-7\n$/,
    );
    const mended = rejects.replace('2024-02-30,-7', '2024-02-29,7');
    const report = await folder.take('shipments.rejected.csv', mended);
    expect(report.rejected).toBe(0);
    expect(folder.store.shipments.map(({ units, dataset }) => [units, dataset])).toEqual([
      [8, 'shipments'],
      [7, 'shipments'],
    ]);
  });

  test('never overwrites refused rows that nobody mended yet', async () => {
    const folder = await Folder.make();
    const header = 'shipper,consignee,departs\n';
    for (const day of ['2024-02-30', '2024-02-31', '2024-02-30']) {
      await folder.take('shipments.csv', `${header}a,b,${day}\n`);
    }
    expect(await readdir(folder.file('rejects'))).toEqual(['shipments.rejected-2.csv', 'shipments.rejected.csv']);
    expect(await folder.rejects('shipments.rejected.csv')).toContain('2024-02-30');
  });

  test('names the second of two rows with one id and different content', async () => {
    const folder = await Folder.make();
    const report = await folder.take('entities.csv', 'id,name\np,Alpha\nq,Other\np,Alpha\np,Beta\n');
    expect(refusals(report)).toEqual([[5, 'id', 'p', 'duplicate-id']]);
    expect(await folder.rejects('entities.rejected.csv')).toMatch(/^reason,id,name\nduplicate-id: .*,p,Beta\n$/);
    expect(folder.store.entities.map(({ name }) => name)).toEqual(['Alpha', 'Other']);
  });

  test('names the row of a shipment whose id an earlier file of the folder used', async () => {
    const folder = await Folder.make();
    await folder.write('shipments.csv', 'id,shipper,consignee,departs,dataset\n1,a,b,2024,x\n2,a,b,2024,x\n');
    await folder.write(
      'shipments.jsonl',
      '{"id":"2","shipper":"a","consignee":"b","departs":"2024","dataset":"x"}\n' +
        '{"id":"1","shipper":"a","consignee":"c","departs":"2024","dataset":"x"}\n',
    );
    const report = await folder.import([folder.path]);
    expect(report.rejections).toMatchObject([
      { file: folder.file('shipments.jsonl'), line: 2, reason: 'duplicate-id' },
    ]);
    expect(await folder.rejects('shipments.rejected.jsonl')).toMatch(/"consignee":"c".*"reason":"duplicate-id/);
    expect(folder.store.shipments).toHaveLength(2);
  });
});
