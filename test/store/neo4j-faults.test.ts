import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import neo4j from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Neo4jOptions, openNeo4j } from '../../src/store/neo4j/open.js';
import type { FactBatch, Store } from '../../src/store/port.js';
import { build, detour } from '../cli/run.js';
import { type Program, programOf } from '../support/child.js';
import { type BorrowedNeo4j, describeWithNeo4j, startNeo4j } from '../support/neo4j.js';
import { wipe } from '../support/neo4j-wipe.js';
import { take } from '../support/store-bench.js';
import { batches, entity, link, shipment } from '../support/store-facts.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const META = { importedAt: 1, source: 'test' };
const UNREACHABLE = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('cannot be reached') };
const CLOSED = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('was closed') };

describeWithNeo4j('a Neo4j store when things go wrong', () => {
  let server: BorrowedNeo4j;
  const proxies: TcpProxy[] = [];
  const stores: Store[] = [];
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());
  beforeEach(() => wipe(server));
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const proxy of proxies.splice(0)) await proxy.stop();
  });

  async function open(options: Neo4jOptions = {}, uri = server.uri): Promise<Store> {
    const store = await openNeo4j({ ...server, uri }, options);
    stores.push(store);
    return store;
  }

  /** A store behind a wire that can be cut. */
  async function openThroughProxy(options: Neo4jOptions = {}): Promise<{ store: Store; proxy: TcpProxy }> {
    const proxy = await TcpProxy.start(Number(new URL(server.uri).port));
    proxies.push(proxy);
    return { store: await open(options, `bolt://127.0.0.1:${proxy.port}`), proxy };
  }

  async function onServer(statement: string): Promise<Record<string, unknown>[]> {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
      disableLosslessIntegers: true,
    });
    const { records } = await driver.executeQuery(statement);
    await driver.close();
    return records.map((record) => record.toObject());
  }

  /** Everything the store tells of its facts. */
  async function told(store: Store): Promise<unknown> {
    const batches: FactBatch[] = [];
    for await (const batch of store.facts()) batches.push(batch);
    const columns = await store.columns({}, ['shipment', 'shipper', 'consignee', 'departsEarliest', 'rank', 'paper']);
    return [await store.version(), await store.keyCounts(), await store.datasets(), columns, batches];
  }

  const trade = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      shipment(`s${i}`, `p${i % 17}`, `q${i % 31}`, 19_000 + (i % 90), {
        product: `h${i % 3}`,
        document: `d${i >> 1}`,
      }),
    );

  describe('that cannot be opened', () => {
    it('says which address it tried, and ends the command line with 3', async () => {
      const unused = await freePort();
      const uri = `neo4j://127.0.0.1:${unused}`;
      await expect(open({}, uri)).rejects.toMatchObject({
        ...UNREACHABLE,
        message: `Neo4j at \`${uri}\` cannot be reached (connect ECONNREFUSED 127.0.0.1:${unused}): start it, or check address, port and network`,
      });
      await build();
      const environment = { DETOUR_STORE: uri, DETOUR_NEO4J_PASSWORD: 'a password that nobody sees' };
      for (const command of ['routes', 'serve']) {
        const { code, out, err } = await detour(command.split(' '), { environment });
        expect({ code, out }).toEqual({ code: 3, out: '' });
        expect(err).toMatch(`Neo4j at \`${uri}\` cannot be reached`);
        expect(err).not.toMatch(/nobody sees|\n +at /);
      }
    });

    it('gives up on a server that takes connections and says nothing', async () => {
      const silent = createServer();
      silent.listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as { port: number };
      await expect(open({ connectMs: 500 }, `bolt://127.0.0.1:${port}`)).rejects.toMatchObject(UNREACHABLE);
      silent.close();
    });

    it('says that the password is wrong, without saying it', async () => {
      const wrong = openNeo4j({ ...server, password: 'a wrong password' });
      await expect(wrong).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/^Neo4j at `bolt:.*` does not take this user and password/),
      });
      await expect(wrong).rejects.not.toThrow('a wrong password');
    });
  });

  describe('whose connection is cut', () => {
    it('in the middle of an answer asks again, and gives the same', async () => {
      const { store, proxy } = await openThroughProxy();
      await take(store, { shipments: trade(1_500), entities: [entity('p1', { name: 'One' })] });
      const direct = await told(await open());
      for (const bytes of [2_000, 100_000]) {
        proxy.cutAfter('server', bytes);
        expect(await told(store)).toEqual(direct);
      }
      expect(proxy.cuts).toBe(2);
    });

    it('at any place of an import writes all of it, once', async () => {
      const facts = {
        entities: [entity('p1', { name: 'One' }), entity('p2', { name: 'Two' })],
        links: [link('l', 'p1', 'p2')],
        shipments: trade(60),
      };
      const replaced = {
        entities: [entity('p1', { name: 'Other' })],
        shipments: trade(5).map((one) => ({ ...one, units: 9 })),
      };
      const plain = await open();
      const results = [await take(plain, facts), await take(plain, replaced)];
      const plainly = await told(plain);
      const places = [
        ...[1, 1_000, 2_500].map((bytes) => ['server', bytes] as const),
        ...[300, 5_000, 20_000].map((bytes) => ['client', bytes] as const),
      ];
      for (const [from, bytes] of places) {
        await wipe(server);
        const { store, proxy } = await openThroughProxy();
        proxy.cutAfter(from, bytes);
        expect([await take(store, facts), await take(store, replaced)], `${from} ${bytes}`).toEqual(results);
        expect(proxy.cuts).toBe(1);
        expect(await told(store)).toEqual(plainly);
        await nothingHalfWritten();
      }
    }, 120_000);

    it('and stays so says that the server cannot be reached, and works again when it can', async () => {
      const { store, proxy } = await openThroughProxy({ retryMs: 500, connectMs: 1_000 });
      await take(store, { shipments: trade(2_000) });
      proxy.cutAfter('server', 30_000, true);
      await expect(store.columns({}, ['shipment'])).rejects.toMatchObject(UNREACHABLE);
      await expect(store.version()).rejects.toMatchObject(UNREACHABLE);
      await proxy.accept();
      expect((await store.columns({}, ['shipment'])).count).toBe(2_000);
    });

    it('in an import and stays so leaves nothing that anybody sees; the next import removes it', async () => {
      const { store, proxy } = await openThroughProxy({ retryMs: 500, connectMs: 1_000 });
      await take(store, { shipments: [shipment('first', 'a', 'b', 1)] });
      const before = await told(store);
      let refused = 0;
      async function* facts(): AsyncGenerator<FactBatch> {
        yield* batches({ shipments: trade(5_000) });
        await proxy.refuse();
        refused = performance.now();
        yield* batches({ entities: [entity('a', { name: 'Never' })] });
      }
      await expect(store.apply(facts(), META)).rejects.toMatchObject(UNREACHABLE);
      expect(performance.now() - refused).toBeLessThan(15_000);
      const other = await open();
      expect(await told(other)).toEqual(before);
      await onServer('MATCH (store:DetourStore) SET store.renewedAt = timestamp() - 31000');
      expect((await take(other, { entities: [entity('b')] })).version).toBe(2);
      await proxy.accept();
      expect(await store.version()).toBe(2);
      await nothingHalfWritten();
      expect(await onServer('MATCH (s:Shipment) RETURN count(*) AS n')).toEqual([{ n: 1 }]);
    }, 120_000);
  });

  describe('that is closed while it works', () => {
    it('ends the reads it has begun or says that it was closed, and never hangs', async () => {
      const store = await open();
      await take(store, { shipments: trade(5_000) });
      const stream = store.facts()[Symbol.asyncIterator]();
      await stream.next();
      const reads = Promise.allSettled([
        store.version(),
        store.columns({}, ['shipment', 'rank']),
        store.findShipments({ product: 'h1' }, { first: 10 }),
        store.partyRanks(),
      ]);
      await store.close();
      for (const outcome of await reads) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(CLOSED);
      }
      await expect(stream.next()).rejects.toMatchObject(CLOSED);
      await expect(store.version()).rejects.toMatchObject(CLOSED);
      await expect(take(store, {})).rejects.toMatchObject(CLOSED);
      await store.close();
    });

    it('undoes the import that is under way', async () => {
      const store = await open();
      await take(store, { shipments: [shipment('first', 'a', 'b', 1)] });
      const before = await told(store);
      let closing: Promise<void> | undefined;
      async function* facts(): AsyncGenerator<FactBatch> {
        yield* batches({ shipments: trade(5_000) });
        closing = store.close();
        yield* batches({ entities: [entity('a', { name: 'Never' })] });
      }
      await expect(store.apply(facts(), META)).rejects.toMatchObject(CLOSED);
      await closing;
      await nothingHalfWritten();
      expect(await told(await open())).toEqual(before);
    });

    it('gives up an import that waits for another', async () => {
      const [one, two] = [await open(), await open()];
      const steps = new EventEmitter();
      const [begun, go] = [once(steps, 'begun'), once(steps, 'go')];
      async function* slow(): AsyncGenerator<FactBatch> {
        steps.emit('begun');
        await go;
        yield* batches({ entities: [entity('a')] });
      }
      const slowly = one.apply(slow(), META);
      await begun;
      const waiting = take(two, { entities: [entity('b')] });
      waiting.catch(() => undefined);
      await two.close();
      await expect(waiting).rejects.toMatchObject(CLOSED);
      steps.emit('go');
      expect((await slowly).version).toBe(1);
    });
  });

  describe('whose importing process was killed', () => {
    let program: Program;
    beforeAll(async () => {
      program = await programOf('test/store/importing-child.ts');
    });
    afterAll(() => program.remove());

    it('shows nothing of its import, and lets the next one begin at once', async () => {
      const child = program.start([server.uri, '25000', server.password]);
      while ((await child.says()) !== 'half way');
      const looker = await open();
      expect((await looker.columns({}, ['shipment'])).count).toBe(1);
      await child.kill();
      expect((await onServer('MATCH (s:Shipment) RETURN count(*) > 1 AS left'))[0]).toEqual({ left: true });

      const store = await open();
      await nothingHalfWritten();
      expect(await onServer('MATCH (s:Shipment) RETURN s.id AS id')).toEqual([{ id: 'first' }]);
      expect(await store.version()).toBe(1);
      expect(await store.entity('a')).toMatchObject({ name: 'Alpha' });
      const result = await take(store, { shipments: [shipment('second', 'b', 'c', 2)] });
      expect(result).toMatchObject({ version: 2, stubs: 1 });
      expect(await store.keys('shipment', ['first', 'second'])).toEqual(Int32Array.of(0, 1));
    }, 120_000);

    it('on another machine is waited for until it has been silent for long', async () => {
      const store = await open();
      const held =
        "MATCH (d:DetourStore) SET d.owner = 'other', d.ownerHost = 'elsewhere', d.importing = 1, d.renewedAt =";
      await onServer(`${held} timestamp()`);
      await onServer('CREATE (:Entity {id: "left", key: 0, since: 1})');
      const importing = store.apply(batches({ entities: [entity('a')] }), {
        ...META,
        signal: AbortSignal.timeout(1_000),
      });
      await expect(importing).rejects.toMatchObject({ name: 'TimeoutError' });
      expect(await onServer('MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'left' }]);

      await onServer(`${held} timestamp() - 31000`);
      await take(store, { entities: [entity('a')] });
      expect(await onServer('MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'a' }]);
    });
  });

  /** Nobody holds the lease, and every node of a record belongs to an import that is visible. */
  async function nothingHalfWritten(): Promise<void> {
    expect(
      await onServer(`MATCH (store:DetourStore)
        OPTIONAL MATCH (n) WHERE n.since > store.version
        RETURN store.owner AS owner, store.importing AS importing, count(n) AS left`),
    ).toEqual([{ owner: null, importing: null, left: 0 }]);
  }
});

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
