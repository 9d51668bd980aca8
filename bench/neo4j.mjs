/**
 * How fast facts go into Neo4j and come back as columns, as a Markdown table.
 *
 *     node tools/build.mjs && node bench/neo4j.mjs [shipments]
 *
 * Starts a server of its own in a temporary folder (Java, as `npm run neo4j`). The yardstick is what the same driver
 * reads from the same server in the same run as one record per relationship with two integers. Each figure is the median
 * of five readings, yardstick and columns in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { startServer } from '../tools/neo4j/server.mjs';
import { seeded } from './random-trade.mjs';

const { openNeo4j } = await import('../dist/store/neo4j/open.js');
const { batchOf } = await import('../dist/store/records.js');

const READINGS = 5;
/** What a projection of the whole population asks for. */
const ALL = [
  ...['shipment', 'shipper', 'consignee', 'endUser', 'forwarder', 'departsEarliest', 'departsLatest'],
  ...['arrivesEarliest', 'arrivesLatest', 'paper', 'places', 'terms', 'document', 'rank', 'units', 'value', 'weightKg'],
];
const TWO = ['shipper', 'departsEarliest'];

const count = Number(process.argv[2] ?? 100_000);
const home = mkdtempSync(join(tmpdir(), 'detour-bench-neo4j-'));
const server = await startServer({ home, password: 'only-for-this-run', say: console.error });
const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
  disableLosslessIntegers: true,
});
try {
  await makeYardstick();
  console.log(
    `| ${count.toLocaleString('en')} shipments | columns | read, shipments a second | yardstick | ratio | imported, a second |`,
  );
  console.log('|---|---|--:|--:|--:|--:|');
  await scene('ordinary trade', [trade()]);
  await scene('all of one shipper on one day', [trade({ shipper: () => 'p0', day: () => 19_000 })]);
  await scene('one in ten with two versions', [trade(), trade({ share: 0.1, units: 9 })]);
} finally {
  await driver.close();
  await server.kill();
  rmSync(home, { recursive: true, force: true });
}

/**
 * One store of its own, read in both ways.
 *
 * @param {string} name
 * @param {readonly (readonly object[])[]} imports
 */
async function scene(name, imports) {
  await run('MATCH (n) WHERE NOT n:Bench CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  const store = await openNeo4j(server);
  try {
    const started = performance.now();
    for (const shipments of imports) {
      await store.apply(inBatches(shipments), { importedAt: 1, source: 'bench' });
    }
    const written = imports.reduce((sum, shipments) => sum + shipments.length, 0);
    const importRate = (written / (performance.now() - started)) * 1000;
    for (const [label, wanted] of /** @type {const} */ ([
      ['2', TWO],
      [String(ALL.length), ALL],
    ])) {
      /** @type {number[]} */
      const ours = [];
      /** @type {number[]} */
      const theirs = [];
      for (let reading = -1; reading < READINGS; reading++) {
        const yardstick = await rate(readYardstick);
        const columns = await rate(async () => (await store.columns({}, wanted)).count);
        // The first time warms the server's caches and plans.
        if (reading < 0) continue;
        theirs.push(yardstick);
        ours.push(columns);
      }
      const [a, b] = [median(ours), median(theirs)];
      console.log(`| ${name} | ${label} | ${whole(a)} | ${whole(b)} | ${(a / b).toFixed(2)} | ${whole(importRate)} |`);
    }
  } finally {
    await store.close();
  }
}

async function makeYardstick() {
  await run('CREATE (:Bench), (:Bench)');
  const random = seeded(1);
  for (let from = 0; from < count; from += 20_000) {
    const rows = Array.from({ length: Math.min(20_000, count - from) }, () => ({
      a: neo4j.int(Math.floor(random() * 10_000)),
      b: neo4j.int(19_000 + Math.floor(random() * 1_460)),
    }));
    await run('UNWIND $rows AS row CREATE (:Bench)-[r:BENCH]->(:Bench) SET r = row', { rows });
  }
}

/** @returns {Promise<number>} how many */
async function readYardstick() {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ, fetchSize: 10_000 });
  const a = new Int32Array(count);
  const b = new Int32Array(count);
  let rows = 0;
  await session.executeRead(async (transaction) => {
    for await (const record of transaction.run('MATCH (:Bench)-[r:BENCH]->(:Bench) RETURN r.a AS a, r.b AS b')) {
      a[rows] = record.get(0);
      b[rows++] = record.get(1);
    }
  });
  await session.close();
  if (rows !== count) throw new Error(`the yardstick read ${rows} of ${count}`);
  return rows;
}

/** Shipments in the manner of random-trade.mjs, or a share of them said otherwise. */
function trade({
  shipper = (/** @type {string} */ id) => id,
  day = (/** @type {number} */ on) => on,
  share = 1,
  units = 1,
} = {}) {
  const random = seeded(7);
  const parties = Math.max(10, Math.floor(count / 10));
  const draw = () => `p${Math.floor((random() < 0.5 ? random() : random() ** 3) * parties)}`;
  const on = (/** @type {number} */ at) => ({ text: '', earliest: at, latest: at });
  const shipments = [];
  for (let i = 0; i < count; i++) {
    const departs = day(19_000 + Math.floor(random() * 1_460));
    const one = {
      // Scattered, so that ids come in no order.
      id: `s${(Math.imul(i + 1, 2_654_435_761) >>> 0).toString(36)}`,
      shipper: shipper(draw()),
      consignee: draw(),
      departs: on(departs),
      arrives: on(departs + 1 + Math.floor(random() * 30)),
      departsAssumed: false,
      arrivesAssumed: false,
      via: [],
      certifications: [],
      product: `h${i % 5}00`,
      units,
      fromCountry: 'US',
      toCountry: i % 2 === 0 ? 'MY' : 'SG',
      document: `BL${i >> 1}`,
      dataset: 'bench',
      record: `bench.csv:${i + 2}`,
    };
    if (i % Math.round(1 / share) === 0) shipments.push(one);
  }
  return shipments;
}

/** @param {readonly any[]} shipments */
async function* inBatches(shipments) {
  for (let from = 0; from < shipments.length; from += 20_000) {
    yield { shipments: batchOf(shipments.slice(from, from + 20_000)) };
  }
}

/** @param {string} statement @param {object} [parameters] */
async function run(statement, parameters = {}) {
  const session = driver.session();
  await session.run(statement, parameters);
  await session.close();
}

/** @param {() => Promise<number>} work */
async function rate(work) {
  const started = performance.now();
  return ((await work()) / (performance.now() - started)) * 1000;
}

/** @param {readonly number[]} values */
function median(values) {
  return /** @type {number} */ ([...values].sort((a, b) => a - b)[values.length >> 1]);
}

/** @param {number} value */
function whole(value) {
  return (Math.round(value / 100) * 100).toLocaleString('en');
}
