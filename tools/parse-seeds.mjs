/**
 * Parses the law and the catalogue that the program ships with, so that it need not each time it starts.
 *
 *     node tools/parse-seeds.mjs <folder of the result>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEEDS = join(ROOT, 'seeds');
const { parseCatalogue } = await import(join(ROOT, 'dist/policy/catalogue.js'));
const { parseRegimes } = await import(join(ROOT, 'dist/policy/load.js'));
const outDir = process.argv[2] ?? '';

const parsed = [...parseRegimes(join(SEEDS, 'regimes')), ...parseCatalogue(join(SEEDS, 'catalogue'))];
mkdirSync(outDir, { recursive: true });
writeFileSync(join(outDir, 'parsed.json'), JSON.stringify(parsed));
