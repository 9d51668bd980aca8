/**
 * Builds `dist/`: the program with the TypeScript compiler, the page with Vite when it has an
 * `index.html`. Each of the two is skipped when the hash of all it is made from is the one in its stamp.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const LOCK = join(ROOT, 'node_modules', '.detour-build');
const PAGE_SOURCE = join(ROOT, 'src', 'page');

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} sources  files and folders it is made from, relative to the root
 * @property {string[]} without  folders among them that do not count
 * @property {string} into  where the result stands
 * @property {(outDir: string) => Promise<void>} make
 */

/** @type {Part} */
const PROGRAM = {
  name: 'program',
  sources: ['src', 'tsconfig.json', 'package-lock.json', 'tools/build.mjs'],
  without: ['src/page'],
  into: DIST,
  make: (outDir) => compile('typescript/bin/tsc', ['-p', 'tsconfig.json', '--outDir', outDir]),
};

/** @type {Part} */
const PAGE = {
  name: 'page',
  sources: ['src/page', 'schema.graphql', 'package-lock.json', 'tools/build.mjs'],
  without: [],
  into: join(DIST, 'page'),
  make: (outDir) => compile('vite/bin/vite.js', ['build', PAGE_SOURCE, '--outDir', outDir, '--emptyOutDir']),
};

/**
 * Brings `dist/` up to date; everything the compilers say goes to standard error.
 *
 * The new tree is made beside the old one and then takes its place, so a program that is being started
 * never sees half of it; a second build at the same moment waits for the first.
 *
 * @returns {Promise<string[]>} the parts that were built, none if all was up to date
 * @throws {Error} when a compiler finds a fault; what stood in `dist/` stays
 */
export async function buildIfStale() {
  if (staleParts().length === 0) return [];
  const release = await lock();
  try {
    const parts = staleParts();
    await Promise.all(parts.map(({ part }) => part.make(workFolder(part))));
    for (const { part, hash } of parts) {
      writeFileSync(join(workFolder(part), '.stamp'), hash);
      put(part);
    }
    return parts.map(({ part }) => part.name);
  } finally {
    for (const part of [PROGRAM, PAGE]) rmSync(workFolder(part), { recursive: true, force: true });
    release();
  }
}

/** The parts whose stamp does not say what their sources say, program first. */
function staleParts() {
  const parts = existsSync(join(PAGE_SOURCE, 'index.html')) ? [PROGRAM, PAGE] : [PROGRAM];
  return parts
    .map((part) => ({ part, hash: hashOf(part) }))
    .filter(({ part, hash }) => readIfThere(join(part.into, '.stamp')) !== hash);
}

/** @param {Part} part */
function hashOf(part) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of part.sources.flatMap((source) => filesIn(join(ROOT, source), part.without)).sort()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {string[]} without
 * @returns {string[]}
 */
function filesIn(path, without) {
  if (!existsSync(path) || without.includes(relative(ROOT, path).split(sep).join('/'))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name), without));
}

/** @param {Part} part */
function workFolder(part) {
  // Beside dist/, as deep as it, so that the paths in source maps come out right.
  return join(ROOT, `dist.${part.name}.new`);
}

/** @param {Part} part */
function put(part) {
  const old = join(ROOT, `dist.${part.name}.old`);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  if (part === PROGRAM && existsSync(PAGE.into)) renameSync(PAGE.into, join(workFolder(part), 'page'));
  if (existsSync(part.into)) renameSync(part.into, old);
  renameSync(workFolder(part), part.into);
  rmSync(old, { recursive: true, force: true });
}

/**
 * @param {string} bin  path inside node_modules
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function compile(bin, args) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${bin.split('/')[0]} found faults (above)`)),
    );
  });
}

/** Waits until no other build runs here; a lock whose owner is gone does not count. */
async function lock() {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = Number(readIfThere(LOCK));
    if (owner > 0 && !isAlive(owner)) rmSync(LOCK, { force: true });
    else await pause(100);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  try {
    const built = await buildIfStale();
    const took = ((performance.now() - started) / 1000).toFixed(1);
    console.error(built.length === 0 ? 'dist is up to date' : `built ${built.join(' and ')} in ${took} s`);
  } catch (error) {
    console.error(`build failed: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
