import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { Store } from '../../src/store/port.js';
import { valuesOf } from '../../src/store/records.js';
import { type Child, type Program, programOf } from '../support/child.js';
import { take } from '../support/store-bench.js';
import { batches, entity, shipment } from '../support/store-facts.js';

/** Of the import that is broken off: enough that taking them takes a while. */
const ROWS = 200_000;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detour-file-'));
  path = join(folder, 'store.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function onFile(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.disconnectSync();
  instance.closeSync();
}

describe('opening a DuckDB file', () => {
  it('makes the file and the folders above it', async () => {
    const deep = join(folder, 'data', 'more', 'store.duckdb');
    const store = await openDuckDb(deep);
    expect(store.description).toBe(`DuckDB file ${deep}`);
    await store.close();
    expect(existsSync(deep)).toBe(true);
  });

  it('takes a folder for the place of its file', async () => {
    for (const place of [folder, `${join(folder, 'new')}/`]) {
      const store = await openDuckDb(place);
      expect(store.description).toBe(`DuckDB file ${join(place, 'detour.duckdb')}`);
      await store.close();
    }
  });

  it('in memory starts empty each time', async () => {
    const one = await openDuckDb(':memory:');
    const two = await openDuckDb(':memory:');
    await take(one, { entities: [entity('a')] });
    expect(await two.version()).toBe(0);
    expect(two.description).toBe('DuckDB in memory');
    await one.close();
    await two.close();
  });

  it('twice in one process gives one store', async () => {
    const one = await openDuckDb(path);
    const two = await openDuckDb(path);
    await take(one, { entities: [entity('a')] });
    expect(await two.entity('a')).toBeDefined();
    await one.close();
    expect(await two.version()).toBe(1);
    await two.close();
  });

  it('refuses a file that is no DuckDB file, and leaves it as it is', async () => {
    writeFileSync(path, 'id,name\n1,Alpha\n'.repeat(2_000));
    await expect(openDuckDb(path)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: `\`${path}\` is not a DuckDB file, or is damaged: choose another path for the store`,
    });
  });

  it('refuses a DuckDB file that holds something else', async () => {
    await onFile('CREATE TABLE mine (a INTEGER)');
    await expect(openDuckDb(path)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining("not Detour's"),
    });
  });

  it('refuses a file of a newer version and says which', async () => {
    await (await openDuckDb(path)).close();
    await onFile('UPDATE detour_schema SET version = 99');
    await expect(openDuckDb(path)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/tables of version `99`.*update Detour/),
    });
  });

  it.each([
    [200, 'STORE_UNAVAILABLE', /was written by a newer version \(.*200.*\): update Detour/],
    [38, 'BAD_FILE', /a format that is no longer read \(`38`\): choose another path/],
  ])('refuses a file in the format `%i` of DuckDB', async (version, code, message) => {
    await (await openDuckDb(path)).close();
    const bytes = readFileSync(path);
    // The header: its checksum, the letters DUCK and the version of the format. The checksum is the XOR over all words.
    const scrambled = (word: bigint) => BigInt.asUintN(64, word * 0xbf58476d1ce4e5b9n);
    const before = bytes.readBigUInt64LE(8);
    bytes.writeUInt32LE(version, 12);
    const after = bytes.readBigUInt64LE(8);
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(0) ^ scrambled(before) ^ scrambled(after), 0);
    writeFileSync(path, bytes);
    await expect(openDuckDb(path)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('says so when the path leads through a file', async () => {
    writeFileSync(path, '');
    await expect(openDuckDb(join(path, 'store.duckdb'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a closed store', () => {
  it('says that it was closed, and may be closed again', async () => {
    const store = await openDuckDb(path);
    await store.close();
    await store.close();
    await expect(store.version()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('was closed'),
    });
    await expect(take(store, {})).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(store.facts()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a store that is closed while it works', () => {
  it('ends what runs with an error that says so, and lets go of the file', async () => {
    const store = await openDuckDb(path);
    await take(store, {
      shipments: Array.from({ length: 20_000 }, (_, i) => shipment(`s${i}`, `p${i % 100}`, 'b', i)),
    });
    async function* endless() {
      for (let i = 0; ; i++) yield* batches({ shipments: [shipment(`t${i}`, 'a', 'b', i)] });
    }
    const importing = store.apply(endless(), { importedAt: 2, source: 'endless' }).catch((error: unknown) => error);
    const reading = Promise.allSettled(Array.from({ length: 10 }, () => store.columns({}, ['shipment', 'units'])));
    await new Promise((resolve) => setImmediate(resolve));
    await store.close();
    for (const read of await reading) {
      if (read.status === 'rejected') expect(read.reason).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    }
    expect(await importing).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('was closed'),
    });
    const again = await openDuckDb(path);
    expect(await again.version()).toBe(1);
    await again.close();
  });

  it('does not wait for facts that never come', async () => {
    const store = await openDuckDb(path);
    async function* hanging() {
      yield* batches({ entities: [entity('a')] });
      await new Promise(() => undefined);
    }
    const importing = store.apply(hanging(), { importedAt: 2, source: 'hanging' }).catch((error: unknown) => error);
    await new Promise((resolve) => setImmediate(resolve));
    await store.close();
    expect(await importing).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('lets a reader of an export stop early', async () => {
    const store = await openDuckDb(path);
    await take(store, { entities: [entity('a')], shipments: [shipment('s', 'a', 'b', 1)] });
    for await (const batch of store.facts()) {
      expect(batch.entities).toHaveLength(1);
      break;
    }
    expect((await take(store, { entities: [entity('b')] })).version).toBe(2);
    await store.close();
  });
});

describe('texts', () => {
  it('may hold anything, and of any length', async () => {
    const store = await openDuckDb(':memory:');
    const odd = 'tab\tnewline\nreturn\rnul\0unit\u001fquote\'"backslash\\emoji😀';
    await take(store, {
      entities: [entity('a', { name: odd }), entity(odd)],
      shipments: [shipment(odd, odd, 'b', 1, { document: odd, description: odd, record: odd })],
    });
    expect((await store.entity('a'))?.name).toBe(odd);
    expect(await store.shipment(odd)).toMatchObject({
      id: odd,
      shipper: odd,
      document: odd,
      description: odd,
      record: odd,
    });
    // One that ends with half a character before one that begins with the other half; each half is no letter by itself.
    const halves = ['x\ud83d', '\ude00y'].map((name, at) => entity(`half${at}`, { name }));
    const sizes = [0, 1, 3, 4, 5, 11, 12, 13, 4_000, 20_000_000];
    const long = sizes.map((size) => entity(`size${size}`, { name: '中'.repeat(size / 3) + 'x'.repeat(size % 3) }));
    await take(store, { entities: [...halves, ...long] });
    expect((await store.entities(['half0', 'half1'])).map((one) => one?.name)).toEqual(['x\ufffd', '\ufffdy']);
    expect((await store.entities(long.map(({ id }) => id))).map((one) => one?.name === undefined)).toEqual(
      long.map(({ name }) => name === ''),
    );
    for (const { id, name } of long.slice(1)) expect((await store.entity(id))?.name === name).toBe(true);
    await store.close();
  });

  it('say which record a shipment came from, be it its own id, a line of a file, anything else or nothing', async () => {
    const store = await openDuckDb(':memory:');
    const shipments = ['s1', '', 'a.csv:0', 'a.csv:17', 'a.csv:017', ':5', 'BL 5'].map((record, i) =>
      shipment(`s${i + 1}`, 'a', 'b', i, { record }),
    );
    await take(store, { shipments });
    expect(await store.shipments(shipments.map(({ id }) => id))).toEqual(shipments);
    const exported: string[] = [];
    for await (const batch of store.facts()) exported.push(...valuesOf(batch.shipments?.record ?? []));
    expect(exported).toEqual(shipments.map(({ record }) => record));
    await store.close();
  });

  it('keep rows together in batches of any size', async () => {
    const store = await openDuckDb(':memory:');
    const rows = Array.from({ length: 5_000 }, (_, i) =>
      shipment(`s${i}`, `p${i % 7}`, `q${i % 11}`, i, i % 3 === 0 ? { document: `BL${i}`, units: i } : {}),
    );
    const groups = [rows.slice(0, 1), rows.slice(1, 2_049), rows.slice(2_049, 2_050), rows.slice(2_050)];
    await store.apply(batches(...groups.map((shipments) => ({ shipments }))), { importedAt: 1, source: 'pieces' });
    const ids = rows.map((row) => row.id);
    expect(await store.shipments(ids)).toEqual(rows);
    await store.close();
  });
});

describe('reading while an import runs', () => {
  it('sees the state before, whole, until the import is done', async () => {
    const store = await openDuckDb(path);
    await take(store, { shipments: [shipment('s', 'a', 'b', 1)] });
    const reading: Promise<unknown>[] = [];
    async function* slow() {
      for (let i = 0; i < 20; i++) {
        reading.push(
          store.columns({}, ['shipment']).then((columns) => columns.count),
          store.version(),
        );
        yield* batches({ shipments: [shipment(`t${i}`, 'a', 'b', 1)] });
      }
    }
    await store.apply(slow(), { importedAt: 2, source: 'slow' });
    const seen = await Promise.all(reading);
    expect(new Set(seen.slice(0, 10))).toEqual(new Set([1]));
    expect((await store.columns({}, ['shipment'])).count).toBe(21);
    await store.close();
  });

  it('many questions at once do not get in each other’s way', async () => {
    const store = await openDuckDb(path);
    await take(store, { shipments: Array.from({ length: 3_000 }, (_, i) => shipment(`s${i}`, `p${i % 100}`, 'b', i)) });
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, i) =>
        i % 2 === 0
          ? (await store.columns({ since: i * 10 }, ['shipper'])).count
          : (await store.findShipments({ shipper: `p${i}` }, { first: 5 })).total,
      ),
    );
    expect(answers).toEqual(Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 3_000 - i * 10 : 30)));
    await store.close();
  });
});

describe('when the process or the disk fails', () => {
  let program: Program;
  beforeAll(async () => {
    program = await programOf('test/store/importing-child.ts');
  });
  afterAll(() => program.remove());

  const until = async (child: Child, line: string) => {
    for (let said = await child.says(); said !== line; said = await child.says());
  };
  const holdsOnlyTheFirstImport = async (store: Store) => {
    expect(await store.version()).toBe(1);
    expect(await store.keyCounts()).toEqual({ parties: 2, shipments: 1 });
    expect(await store.entity('a')).toMatchObject({ name: 'Alpha' });
    expect((await store.datasets()).map((one) => one.records.shipments)).toEqual([1]);
    // And it takes imports as if nothing had happened.
    expect((await take(store, { shipments: [shipment('next', 'a', 'c', 2)] })).version).toBe(2);
    expect(await store.shipments(['first', 'next'])).toEqual([
      shipment('first', 'a', 'b', 1),
      shipment('next', 'a', 'c', 2),
    ]);
  };

  it('a file in use by another process is refused, with that process', async () => {
    const child = program.start([path, '1000000']);
    await until(child, 'open');
    await expect(openDuckDb(path)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: `\`${path}\` is in use by another process (${child.process.pid}): stop it, or choose another store`,
    });
    await child.kill();
  });

  it.each([
    ['half way through its facts', 'half way', 0],
    ['as it is taken', 'all facts given', 0],
    ['soon after', 'all facts given', 100],
    ['later', 'all facts given', 300],
  ])('an import killed %s leaves nothing, or all if it was done by then', async (_when, line, milliseconds) => {
    const child = program.start([path, String(ROWS)]);
    await until(child, line);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await child.kill();
    const store = await openDuckDb(path);
    if ((await store.version()) === 1) await holdsOnlyTheFirstImport(store);
    else {
      expect(milliseconds).toBeGreaterThan(0);
      expect((await store.columns({}, ['shipment'])).count).toBe(ROWS + 1);
      expect(await store.entity('a')).toMatchObject({ name: 'Changed' });
    }
    await store.close();
  });

  it('an import that does not fit on the disk leaves nothing, and says what to do', async () => {
    // A limit on the size of files makes writing fail as a full disk does.
    const child = program.start([path, String(ROWS)], 'ulimit -f 6000');
    await until(child, 'all facts given');
    const said = JSON.parse(await child.says());
    expect(said).toMatchObject({ known: true, code: 'STORE_UNAVAILABLE' });
    expect(said.message).toMatch(/the disk is full .* nothing of this import was kept: free some space/);
    await child.ended();
    const store = await openDuckDb(path);
    await holdsOnlyTheFirstImport(store);
    await store.close();
  });
});
