import { copyFile, mkdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/model/day.js';
import type { Entity } from '../../src/model/entity.js';
import { listedDuring } from '../../src/model/listing.js';
import { Folder, refusals, warnings } from './folder.js';

const OFAC = 'test/fixtures/ofac';
const DPL = 'test/fixtures/bis/dpl.txt';
const retrievedOn = parseDay('2021-06-30');

function party(folder: Folder, id: string): Entity {
  return folder.store.entities.find((entity) => entity.id === id) as Entity;
}

describe("OFAC's SDN list", () => {
  test('gives each party its kind, names, countries, dates and numbers as far as they are certain', async () => {
    const folder = await Folder.make();
    const report = await folder.import([OFAC], { retrievedOn });
    expect(report).toMatchObject({ rejected: 0, added: { entities: 18, listings: 18 } });
    expect(party(folder, 'ofac-24897')).toMatchObject({
      schema: 'Person',
      name: 'NASSER, Fadi Nabih',
      aliases: ['NASSER, Fadi'],
      country: 'LB',
      nationality: 'LB',
      address: 'Nasser Building, Menchieh Area, Bourj Brajneh (Baabda), Lebanon',
      birthDate: { text: '1963-11-19' },
      identifiers: [
        { scheme: 'listing:sdn', value: '24897' },
        { scheme: 'passport:LB', value: 'RL2432659' },
        { scheme: 'passport:LB', value: 'RL1239879' },
      ],
      notes: expect.stringMatching(/^Title: Chairman of Nasco.*\nRemarks: DOB 19 Nov 1963; nationality Lebanon;/),
      dataset: 'ofac-sdn',
      record: '24897',
      retrievedOn,
    });
    expect(party(folder, 'ofac-17089')).toMatchObject({
      schema: 'Vessel',
      country: 'KP',
      identifiers: [{ scheme: 'listing:sdn' }, { scheme: 'imo', value: '8133530' }],
    });
    expect(party(folder, 'ofac-15748')).toMatchObject({ schema: 'Aircraft', name: 'YK-ATB' });
    expect(party(folder, 'ofac-15127')).toMatchObject({ schema: 'Company', country: 'CY', phone: '(357)(22660766)' });
    expect(party(folder, 'ofac-12870')).toMatchObject({
      website: 'www.scot-syria.com',
      aliases: expect.arrayContaining(['SCOT']),
    });
  });

  test('says nothing that is not certain: a date about a year, a seat among several countries', async () => {
    const folder = await Folder.make();
    const report = await folder.import([OFAC], { retrievedOn });
    expect(party(folder, 'ofac-7782')).not.toHaveProperty('birthDate');
    expect(party(folder, 'ofac-7782').notes).toContain('DOB circa 1951');
    expect(party(folder, 'ofac-306')).not.toHaveProperty('country');
    expect(party(folder, 'ofac-306').notes).toContain(
      'Further addresses: Avenida de Concha Espina 8, Madrid E-28036, Spain |',
    );
    expect(warnings(report)).toContainEqual(['several-countries', '306: CH, ES, JP, PA', 1]);
    expect(warnings(report)).toContainEqual(['end-of-file-mark', 'Ctrl-Z, no row', 1]);
  });

  test('lists each party with its programmes and no first day, so that earlier days cannot be excluded', async () => {
    const folder = await Folder.make();
    await folder.import([OFAC], { retrievedOn });
    const listing = folder.store.listings.find(({ entity }) => entity === 'ofac-15117');
    expect(listing).toMatchObject({
      id: 'ofac-15117-listing',
      list: 'sdn',
      programme: 'IRAN; SDGT; IFSR; IFCA',
      citation: expect.stringContaining('entry 15117'),
    });
    expect(listing).not.toHaveProperty('from');
    const on = (day: number) => listing && listedDuring(listing, { earliest: day, latest: day });
    expect([on(retrievedOn - 1), on(retrievedOn)]).toEqual(['NOT_EXCLUDED', 'CERTAIN']);
  });

  test('links parties that one name in the list settles, and warns of the others', async () => {
    const folder = await Folder.make();
    const report = await folder.import([OFAC], { retrievedOn });
    const ends = folder.store.links.map(({ type, source, target }) => [type, source, target]);
    expect(ends).toContainEqual(['associate', 'ofac-24897', 'ofac-24899']);
    expect(ends).toContainEqual(['associate', 'ofac-15127', 'ofac-15117']);
    expect(folder.store.links.every(({ share }) => !share.known)).toBe(true);
    expect(warnings(report)).toContainEqual(['unresolved-link', 'LE CLAUDE, S.A. DE C.V.', 1]);
  });

  test('is known in any case and by content, and is dated by its file where nobody says better', async () => {
    const folder = await Folder.make();
    await mkdir(folder.file('lists'));
    for (const part of ['sdn', 'add', 'alt']) {
      await copyFile(join(OFAC, `${part}.csv`), folder.file(`lists/${part.toUpperCase()}.CSV`));
    }
    await utimes(folder.file('lists/SDN.CSV'), new Date(), new Date('2022-03-04T10:00:00Z'));
    const report = await folder.import([folder.file('lists/SDN.CSV'), folder.file('lists')]);
    expect(report.files.map(({ format, rows }) => [format, rows])).toEqual([
      ['ofac-sdn', 18],
      ['ofac-sdn', 35],
      ['ofac-sdn', 26],
    ]);
    expect(folder.store.entities[0]?.retrievedOn).toBe(parseDay('2022-03-04'));
    expect(folder.store.entities).toHaveLength(18);
  });

  test('alone says what its companions would add, and companions alone are refused', async () => {
    const folder = await Folder.make();
    const report = await folder.import([join(OFAC, 'sdn.csv')]);
    expect(report.warnings[0]).toMatchObject({
      code: 'no-companion-files',
      examples: [{ value: 'ADD.CSV (addresses and countries) and ALT.CSV (other names)' }],
    });
    expect(party(folder, 'ofac-24897')).not.toHaveProperty('country');
    await expect(folder.import([join(OFAC, 'add.csv')])).rejects.toThrow(/add\.csv: belongs to SDN\.CSV/);
  });

  test('refuses rows that cannot be, in a file that can be mended and imported again', async () => {
    const folder = await Folder.make();
    const rows = (await readFile(join(OFAC, 'sdn.csv'), 'latin1')).split('\r\n');
    const blank = ',-0- '.repeat(9);
    await folder.write(
      'sdn.csv',
      [...rows.slice(0, 2), `36,"OTHER",-0- ${blank}`, '7,"SHORT",-0- ', `8,-0- ,-0- ${blank}`].join('\r\n'),
    );
    await folder.write('add.csv', '36,25,-0- ,"Havana","Cuba",-0- \r\n99,1,-0- ,"Nowhere","Atlantis",-0- \r\n');
    const report = await folder.import([folder.path]);
    expect(refusals(report)).toEqual([
      [3, 'ent_num', '36', 'duplicate-id'],
      [4, undefined, '7,SHORT,-0- ', 'wrong-columns'],
      [5, 'SDN_Name', undefined, 'missing-value'],
      [2, 'ent_num', '99', 'unknown-party'],
    ]);
    const mended = (await folder.rejects('sdn.rejected.csv')).replace(/^36,OTHER/, '37,OTHER');
    const again = await folder.take('sdn.rejected.csv', mended.split('\n')[0] as string);
    expect(again.rejected).toBe(0);
    expect(party(folder, 'ofac-37')).toMatchObject({ name: 'OTHER' });
  });
});

describe('the Denied Persons List', () => {
  test('gives one party for each name and address and one listing an order, with its days and citation', async () => {
    const folder = await Folder.make();
    const report = await folder.import([DPL], { retrievedOn });
    expect(report).toMatchObject({ rows: 9, rejected: 0, added: { entities: 8, listings: 8 } });
    const daqing = folder.store.entities.find(({ name }) => name === 'DAQING ZHOU') as Entity;
    expect(daqing).toMatchObject({ country: 'CN', dataset: 'bis-dpl', record: 'dpl.txt:4', retrievedOn });
    expect(daqing.id).toMatch(/^bis-dpl-[0-9a-f]{24}$/);
    expect(folder.store.listings.find(({ entity }) => entity === daqing.id)).toMatchObject({
      list: 'denied-persons',
      from: { text: '2006-11-09' },
      to: { text: '2026-11-09' },
      policy: 'standard denial order',
      citation: '71 F.R. 65775 11/9/06',
    });
    const adt = folder.store.entities.find(({ name }) => name === 'ADT ANALOG AND DIGITAL TECHNIK') as Entity;
    expect(folder.store.listings.find(({ entity }) => entity === adt.id)).not.toHaveProperty('to');
  });

  test('reads a country that a US state and ZIP settle, says so, and guesses no other', async () => {
    const folder = await Folder.make();
    const report = await folder.import([DPL]);
    const country = (name: string) => folder.store.entities.find((entity) => entity.name === name)?.country;
    expect(
      ['AARON ABRAHAM VILLA', 'STEPHEN EDWARD SMITH', 'JOHNSON HU', 'MANSOUR MOGHTADERI ZADEH'].map(country),
    ).toEqual(['US', 'US', 'CN', undefined]);
    expect(warnings(report)).toEqual([
      ['country-inferred', 'US from TX 79905', 1],
      ['country-inferred', 'US from NM 88021', 1],
    ]);
  });

  test('gives the same ids in another order of rows', async () => {
    const folder = await Folder.make();
    await folder.import([DPL]);
    const ids = folder.store.entities.map(({ id }) => id).sort();
    const [header, ...rows] = (await readFile(DPL, 'utf8')).trimEnd().split('\n') as [string, ...string[]];
    const other = await Folder.make();
    await other.take('list.txt', `${[header, ...rows.reverse()].join('\n')}\n`);
    expect(other.store.entities.map(({ id }) => id).sort()).toEqual(ids);
  });

  test('refuses dates that are none, and takes the mended file', async () => {
    const folder = await Folder.make();
    const text = await readFile(DPL, 'utf8');
    const bad = text
      .replace('"12/14/2026"', '"31/12/2026"')
      .replace('"06/19/2003"', '""')
      .replace('"07/24/2024"', '"07/24/2004"');
    const report = await folder.take('dpl.txt', bad);
    expect(refusals(report)).toEqual([
      [2, 'Effective_Date', undefined, 'missing-value'],
      [7, 'Expiration_Date', '07/24/2004', 'ends-before-starts'],
      [9, 'Expiration_Date', '31/12/2026', 'bad-date'],
    ]);
    const mended = (await folder.rejects('dpl.rejected.txt')).replace('\t31/12/2026', '\t12/31/2026');
    const again = await folder.take('dpl.rejected.txt', mended);
    expect(again).toMatchObject({ rows: 3, rejected: 2, added: { listings: 1 } });
  });
});
