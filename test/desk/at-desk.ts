/** A desk over a store, with the law, catalogue and evidence that ship with the program. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../src/desk/answers.js';
import { createDesk, type DeskSources } from '../../src/desk/desk.js';
import { loadEvidence } from '../../src/evidence/load.js';
import { type Day, dayOfTime, parseDay } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import { openDuckDb } from '../../src/store/duckdb/open.js';
import type { Store } from '../../src/store/port.js';

const NOW = Date.UTC(2026, 10, 22);

/** Searches run in the test's own thread. */
export function deskOver(store: Store): Desk {
  return createDesk(sourcesOver(store));
}

/** What a desk needs, over a store. */
export function sourcesOver(store: Store): DeskSources {
  return {
    store,
    law: { regimes: loadRegimes('seeds/regimes') },
    catalogue: loadCatalogue('seeds/catalogue'),
    evidence: loadEvidence('seeds/evidence'),
    now: () => NOW,
    today: () => dayOfTime(NOW),
    version: 'test',
    exampleDataset: 'strait',
    threads: 0,
  };
}

/** A desk over native CSV files written out for the test: text by stem, the header first. */
export async function deskWith(
  files: Readonly<Record<string, string>>,
  options: { retrievedOn?: Day } = {},
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'detour-desk-'));
  try {
    for (const [stem, text] of Object.entries(files)) writeFileSync(join(folder, `${stem}.csv`), `${text.trim()}\n`);
    const desk = deskOver(await openDuckDb(':memory:'));
    const report = await desk.importPaths([folder], options);
    if (report.rejections.length > 0) throw new Error(`refused: ${JSON.stringify(report.rejections)}`);
    return desk;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A day. */
export function d(text: string): Day {
  return parseDay(text);
}
