/**
 * How fast files come into DuckDB and out again as columns, as a Markdown table.
 *
 *     node tools/build.mjs && node bench/import.mjs [shipments]
 *
 * The data are plain random trade (seed 1, a party to ten shipments; one million shipments unless told), written to a
 * temporary folder. All is measured in one run, so that a busy machine slows down all of it: the floor is DuckDB's own
 * reader filling a table of texts from the shipments alone, with nothing checked, looked up or sorted.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { importPaths } from '../dist/intake/import.js';
import { openDuckDb } from '../dist/store/duckdb/open.js';

const COLUMNS = [
  'shipment',
  'shipper',
  'consignee',
  'departsEarliest',
  'departsLatest',
  'arrivesEarliest',
  'arrivesLatest',
  'paper',
  'terms',
  'places',
  'units',
  'weightKg',
  'rank',
];
const WARM_READS = 5;

const shipments = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'detour-bench-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const trade = join(folder, 'trade');
  const file = join(trade, 'shipments.csv');
  const storePath = join(folder, 'store.duckdb');
  const detour = fileURLToPath(new URL('../tools/detour.mjs', import.meta.url));
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, [detour, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  run('generate', 'trade', '--shipments', String(shipments), '--out', trade);

  const floor = await seconds(() => readBare(file));
  /** @type {[string, number][]} */
  const figures = [['floor: DuckDB reads the shipments into a bare table of texts', floor]];
  figures.push(['reading only: shipments to facts', await seconds(() => importPaths([file], forgetful(), meta()))]);
  figures.push([
    '`detour import`, the whole process, parties and links too',
    await seconds(() => run('import', trade, '--store', storePath)),
  ]);
  const store = await openDuckDb(storePath);
  const read = () => store.columns({}, COLUMNS);
  figures.push(['columns, first read of an opened file', await seconds(read)]);
  const warm = [];
  for (let i = 0; i < WARM_READS; i++) warm.push(await seconds(read));
  figures.push([`columns, warm (median of ${WARM_READS})`, median(warm)]);
  await store.close();
  figures.push(['importing the same again', await seconds(() => run('import', trade, '--store', storePath))]);

  console.log(`${shipments.toLocaleString('en')} shipments, ${availableParallelism()} processors\n`);
  console.log('| What | Seconds | Shipments a second | Times the floor |');
  console.log('|---|---:|---:|---:|');
  for (const [what, took] of figures) {
    const rate = (Math.round(shipments / took / 1000) * 1000).toLocaleString('en');
    console.log(`| ${what} | ${took.toFixed(2)} | ${rate} | ${(took / floor).toFixed(2)} |`);
  }
}

/** A table of texts on a file, written out. */
async function readBare(/** @type {string} */ file) {
  const instance = await DuckDBInstance.create(join(folder, 'bare.duckdb'));
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE bare AS SELECT * FROM read_csv('${file}', all_varchar = true)`);
  await connection.run('CHECKPOINT');
  connection.disconnectSync();
  instance.closeSync();
}

/** A store that takes facts and forgets them. */
function forgetful() {
  const none = { entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 };
  return {
    keys: async (/** @type {string} */ _kind, /** @type {readonly string[]} */ ids) =>
      new Int32Array(ids.length).fill(-1),
    apply: async (/** @type {AsyncIterable<unknown>} */ facts) => {
      for await (const _batch of facts);
      return { version: 1, added: none, replaced: none, unchanged: none, stubs: 0, duplicates: [] };
    },
  };
}

function meta() {
  return { importedAt: Date.now() };
}

async function seconds(/** @type {() => unknown} */ work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(/** @type {number[]} */ values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
