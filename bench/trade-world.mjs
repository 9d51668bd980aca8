/** Generated trade brought all the way: native files, a store in memory, the projection, the default question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk } from '../dist/desk/desk.js';
import { Projections } from '../dist/desk/projections.js';
import { prepare } from '../dist/desk/routes.js';
import { loadEvidence } from '../dist/evidence/load.js';
import { loadCatalogue } from '../dist/policy/catalogue.js';
import { loadRegimes } from '../dist/policy/load.js';
import { openDuckDb } from '../dist/store/duckdb/open.js';
import { generateTrade } from '../dist/worlds/generate.js';

/** Network and question of `count` shipments among a tenth as many parties, and how long it took to get there. */
export async function tradeWorld(count, seed = 1) {
  const seeds = new URL('../seeds/', import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), 'detour-search-'));
  const store = await openDuckDb(':memory:');
  const sources = {
    store,
    law: { regimes: loadRegimes(join(seeds, 'regimes')) },
    catalogue: loadCatalogue(join(seeds, 'catalogue')),
    evidence: loadEvidence(join(seeds, 'evidence')),
    now: Date.now,
    today: () => 20_000,
    version: 'bench',
    exampleDataset: 'strait',
    threads: 0,
  };
  const desk = createDesk(sources);
  try {
    generateTrade(seed, { parties: Math.floor(count / 10), shipments: count }, folder);
    await desk.importPaths([folder], {});
    const started = performance.now();
    const room = { sources, projections: new Projections(store), endings: new Map() };
    const { task } = await prepare(room, {});
    return { network: task.network, question: task.question, projected: (performance.now() - started) / 1000 };
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
