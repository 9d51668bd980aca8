/**
 * Runs the command line from a clone: brings `dist/` up to date, then becomes `dist/cli/main.js` in this
 * same process, so signals and the exit code need no passing on. Only results reach standard output.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

try {
  await buildIfStale();
} catch (error) {
  console.error(`detour could not be built: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
process.argv[1] = main;
await import(pathToFileURL(main).href);
