/** Writes a made world as a folder: native files, what is true about it, and a page that says it is invented. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvOf } from './native.js';
import type { World } from './world.js';

/** Writes the world's files into a folder, which is made if it is not there; files of the same names are replaced. */
export function writeWorld(world: World, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);
  write('entities.csv', csvOf('entities', world.entities));
  write('links.csv', csvOf('links', world.links));
  write('shipments.csv', csvOf('shipments', world.shipments));
  write('listings.csv', csvOf('listings', world.listings));
  write('authorizations.csv', csvOf('authorizations', world.authorizations));
  write('truth.jsonl', world.truth.map((truth) => `${JSON.stringify(truth)}\n`).join(''));
  write('README.md', readme(world));
}

function readme(world: World): string {
  const patterns = world.truth.filter((truth) => truth.illicit);
  const decoys = world.truth.filter((truth) => !truth.illicit);
  const counts = (keys: readonly string[]): string => {
    const tally = new Map<string, number>();
    for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
    return [...tally]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([key, count]) => `${key} × ${count}`)
      .join(', ');
  };
  return `# ${world.name}

> **Invented.** No party, person, shipment, link, listing or licence in this folder exists or is meant to stand
> for one that does. Names are coined at random; a likeness to a real name is chance.

Made by \`detour generate ${world.name} --seed ${world.seed} --out DIR\`; the same seed writes the same bytes.

| File | Rows |
|---|---|
| \`entities.csv\` | ${world.entities.length} |
| \`links.csv\` | ${world.links.length} |
| \`shipments.csv\` | ${world.shipments.length} |
| \`listings.csv\` | ${world.listings.length} |
| \`authorizations.csv\` | ${world.authorizations.length} |
| \`truth.jsonl\` | ${world.truth.length} (never imported) |

Ordinary trade from June 2022 to September 2026 makes up most of it: makers, dealers, forwarders, data centres that
keep what they buy, returns, goods that only share a heading with accelerators, lawful trade into Tier 3. Papers
lose fields as papers do.

Planted: ${patterns.length} routes (${counts(patterns.map((truth) => truth.typology))}). In ${patterns.filter((truth) => !truth.observed).length} of them the last
leg is not in the data. A pattern of firms that follow one another (P12) has one line for each firm, since each
one's route stands on its own.

Decoys: ${decoys.length}, made by the same functions with one condition broken (\`kind\`): ${counts(decoys.map((truth) => String(truth.kind)))}.
In a decoy nothing else leads to Tier 3: where a pattern is paid for from China, its decoy is paid for by the buyer.

Lists, permissions and figures follow public sources in form only. This world was made before any score was weighed.
`;
}
