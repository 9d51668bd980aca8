import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RowScreening, type readScreenInput } from '../../src/desk/screen-input.js';
import type { ScreenResult } from '../../src/desk/screening.js';
import { loadNameKnowledge } from '../../src/identity/knowledge.js';
import { exactly } from '../../src/model/day.js';
import type { Entity } from '../../src/model/entity.js';
import type { Listing } from '../../src/model/listing.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { Store } from '../../src/store/port.js';
import { d } from './at-desk.js';

const RETRIEVED = d('2026-06-01');
const NOW = Date.UTC(2026, 6, 1);

const party = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  name,
  aliases: [],
  roles: [],
  identifiers: [],
  stub: false,
  dataset: 'made',
  record: id,
  retrievedOn: RETRIEVED,
  ...more,
});
const listed = (entity: string, list: string, more: Partial<Listing> = {}): Listing => ({
  id: `${list}-${entity}`,
  entity,
  list,
  dataset: 'made',
  record: `line ${entity}`,
  retrievedOn: RETRIEVED,
  ...more,
});

let store: Store;
let screening: RowScreening;

beforeAll(async () => {
  store = await openDuckDb(':memory:');
  const entities = [
    party('orel', 'Orelmash Instruments OAO', { schema: 'Company', country: 'RU', aliases: ['Орелмаш'] }),
    party('quintara', 'Quintara Volta Trading LLC', {
      schema: 'Company',
      country: 'AE',
      address: 'Unit 9, Pier House, Example Road, Dubai',
      identifiers: [{ scheme: 'lei', value: 'XX99007QUARTZHELIO49' }],
    }),
    party('sechin', 'SECHENOV, Igor Ivanovich', {
      schema: 'Person',
      birthDate: { text: '1960-09-07', earliest: d('1960-09-07'), latest: d('1960-09-07') },
    }),
    party('old', 'Formerly Listed Kontor GmbH', { schema: 'Company' }),
    party('plain', 'Never Listed Bakery', { schema: 'Company' }),
  ];
  const listings = [
    listed('orel', 'sdn', { programme: 'MADE-1', citation: '1 FR 1' }),
    listed('orel', 'entity-list', { from: exactly(d('2024-01-01')) }),
    listed('quintara', 'entity-list', { from: exactly(d('2025-01-01')) }),
    listed('sechin', 'sdn', { from: exactly(d('2014-04-28')) }),
    listed('old', 'sdn', { from: exactly(d('2010-01-01')), to: exactly(d('2012-01-01')) }),
  ];
  async function* facts() {
    yield { entities, listings };
  }
  await store.apply(facts(), { importedAt: NOW, source: 'made' });
  screening = new RowScreening(store, loadNameKnowledge('seeds/names'), () => NOW);
});
afterAll(() => store.close());

async function one(cells: Parameters<typeof readScreenInput>[0], terms = {}): Promise<ScreenResult> {
  const { results } = await screening.screen([cells], terms);
  return results[0] as ScreenResult;
}

describe('a screening', () => {
  it('finds a party by a misspelt name and says why, on which lists and by which source', async () => {
    const { status, hits } = await one({ name: 'Orelmahs Instruments', country: 'Russia' });
    expect(status).toBe('HITS');
    expect(hits.map(({ party: id }) => id)).toEqual(['orel']);
    expect(hits[0]?.nameReasons[0]).toContain('a slip apart: orelmahs ~ orelmash');
    expect(hits[0]?.features).toMatchObject([{ feature: 'country', sentence: 'both of Russian Federation' }]);
    expect(hits[0]?.listings).toMatchObject([
      { list: 'entity-list', from: '2024-01-01', holds: 'CERTAIN', record: 'line orel' },
      { list: 'sdn', programme: 'MADE-1', citation: '1 FR 1', holds: 'CERTAIN', retrievedOn: '2026-06-01' },
    ]);
  });

  it('finds by an alias in another script, and by an alias of the input', async () => {
    expect((await one({ name: 'Orelmash' })).hits[0]).toMatchObject({ party: 'orel', partyName: 'Орелмаш' });
    const { hits } = await one({ name: 'Something Else', aliases: 'Nothing;Quintara Volta' });
    expect(hits[0]).toMatchObject({ party: 'quintara', inputName: 'Quintara Volta' });
  });

  it('comes to one by an identifier only, whatever the names say', async () => {
    const { hits } = await one({ name: 'Wholly Different', lei: 'xx99007quartzhelio49' });
    expect(hits).toMatchObject([{ party: 'quintara', score: 1, band: 'IDENTIFIER' }]);
    const { hits: byName } = await one({ name: 'Quintara Volta Trading LLC' });
    expect(byName[0]?.score).toBeLessThan(1);
  });

  it('is moved by the date of birth, the country and the address', async () => {
    const score = async (cells: object) => (await one({ name: 'Igor Sechenov', ...cells })).hits[0]?.score ?? 0;
    const [same, unknown, other] = [
      await score({ birthDate: '1960-09-07' }),
      await score({}),
      await score({ birthDate: '1985' }),
    ];
    expect(same).toBeGreaterThan(unknown);
    expect(other).toBeLessThan(unknown - 0.15);
    const near = await one({ name: 'Quintara Volta', address: 'Pier House Unit 9, Example Road' });
    const far = await one({ name: 'Quintara Volta', address: 'Pier House Unit 8, Example Road' });
    expect(near.hits[0]?.features[0]?.sentence).toContain('addresses agree');
    expect(far.hits[0]?.features).toEqual([]);
  });

  it('holds on the day asked for: an undated listing cannot be excluded before it was fetched, an ended one has ended', async () => {
    const before = await one({ name: 'Orelmash Instruments' }, { on: d('2023-05-05') });
    expect(before.hits[0]?.listings).toMatchObject([{ list: 'sdn', holds: 'NOT_EXCLUDED' }]);
    expect((await one({ name: 'Formerly Listed Kontor' })).status).toBe('NO_HIT');
    expect((await one({ name: 'Formerly Listed Kontor' }, { on: d('2011-01-01') })).status).toBe('HITS');
    expect((await one({ name: 'Never Listed Bakery' })).status).toBe('NO_HIT');
  });

  it('says which lists ran, how old they are, and which are not loaded: no hit is no clearance', async () => {
    const answer = await screening.screen([{ name: 'Nobody At All' }], {});
    expect(answer.results[0]).toMatchObject({ status: 'NO_HIT', hits: [] });
    expect(answer.results[0]?.notChecked.join()).toContain('ownership');
    expect(answer.ran).toEqual([
      { list: 'entity-list', parties: 2, retrievedOn: '2026-06-01', ageDays: 30 },
      { list: 'sdn', parties: 2, retrievedOn: '2026-06-01', ageDays: 30 },
    ]);
    expect(answer.notLoaded).toContain('denied-persons');
    const asked = await screening.screen([{ name: 'Igor Sechenov' }], { lists: ['unverified'] });
    expect(asked).toMatchObject({ results: [{ status: 'NOT_CHECKED' }], ran: [], notLoaded: ['unverified'] });
  });

  it('says nothing of what was learned after the day of `asOf`', async () => {
    const answer = await screening.screen([{ name: 'Orelmash' }], { asOf: d('2026-01-01') });
    expect(answer).toMatchObject({ results: [{ status: 'NOT_CHECKED', hits: [] }], ran: [] });
  });

  it.each([
    ['name: it has no letter or digit', { name: '😀\u202e' }, 'NOT_CHECKED'],
    ['name: it has no letter or digit', { name: '' }, 'NOT_CHECKED'],
    ['country: `Atlantis` is no country', { name: 'Orelmash', country: 'Atlantis' }, 'HITS'],
    ['birthDate: `19x` is not a date', { name: 'Orelmash', birthDate: '19x' }, 'HITS'],
    ['identifiers: `foo` is not an identifier', { name: 'Orelmash', identifiers: 'foo' }, 'HITS'],
    ['country: not given', { name: 'Co., Ltd.' }, 'NO_HIT'],
    ['country: not given', { name: 'Q' }, 'NO_HIT'],
    ['country: not given', { name: 'x'.repeat(5000) }, 'NO_HIT'],
    ['country: not given', { name: 'ab '.repeat(1700) }, 'NO_HIT'],
  ])('tells as not checked: %s', async (told, cells, status) => {
    const result = await one(cells);
    expect(result.status).toBe(status);
    expect(result.notChecked.join('; ')).toContain(told);
  });

  it.each([
    [{ threshold: 0 }, 'the threshold is `0`'],
    [{ threshold: Number.NaN }, 'the threshold is `NaN`'],
    [{ lists: ['sdnn'] }, 'did you mean `sdn`?'],
  ])('refuses %j', async (terms, message) => {
    await expect(screening.screen([{ name: 'Orelmash' }], terms)).rejects.toThrow(message);
  });
});
