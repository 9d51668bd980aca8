/**
 * Builds `dist/`: the program with the TypeScript compiler, the page with Vite when it has an `index.html`, and
 * what the program would else parse at each start. Each is skipped when the hash of all it is made from is the one
 * in its stamp.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Part
 * @property {'program' | 'page' | 'seeds'} name
 * @property {string[]} sources  files and folders it is made from, relative to the root
 * @property {string[]} without  folders among them that do not count
 * @property {string} into  where the result stands, relative to the root
 * @property {(outDir: string) => string[]} command  the compiler's path from the root and its arguments
 */

/** @type {Part} */
const PROGRAM = {
  name: 'program',
  sources: ['src', 'tsconfig.json', 'package-lock.json', 'tools/build.mjs'],
  without: ['src/page'],
  into: 'dist',
  command: (outDir) => ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--outDir', outDir],
};

/** @type {Part} */
const PAGE = {
  name: 'page',
  sources: ['src/page', 'schema.graphql', 'package-lock.json', 'tools/build.mjs'],
  without: [],
  into: 'dist/page',
  command: (outDir) => [
    'node_modules/vite/bin/vite.js',
    'build',
    'src/page',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ],
};

/**
 * Made by the program, so after it.
 *
 * @type {Part}
 */
const SEEDS = {
  name: 'seeds',
  sources: ['seeds/regimes', 'seeds/catalogue', 'src/policy', 'tools/parse-seeds.mjs', 'tools/build.mjs'],
  without: [],
  into: 'dist/seeds',
  command: (outDir) => ['tools/parse-seeds.mjs', outDir],
};

/**
 * Brings `dist/` up to date; everything the compilers say goes to standard error.
 *
 * The new tree is made beside the old one and then takes its place, so a program that is being started
 * never sees half of it; a second build at the same moment waits for the first.
 *
 * @param {string} root  of the project
 * @returns {Promise<string[]>} the parts that were built, none if all was up to date
 * @throws {Error} when a compiler finds a fault; what stood in `dist/` of that part stays
 */
export async function buildIfStale(root = ROOT) {
  if (staleParts(root).length === 0) return [];
  const release = await lock(join(root, 'dist.lock'));
  try {
    const built = await buildParts(
      root,
      staleParts(root).filter(({ part }) => part !== SEEDS),
    );
    return [...built, ...(await buildParts(root, staleParts(root)))];
  } finally {
    for (const part of [PROGRAM, PAGE, SEEDS]) rmSync(workFolder(root, part), { recursive: true, force: true });
    release();
  }
}

/**
 * Builds the parts side by side: each compiler is waited for, and a fault in one part does not keep the other from
 * its place.
 *
 * @param {string} root
 * @param {readonly { part: Part, hash: string }[]} parts
 */
async function buildParts(root, parts) {
  const outcomes = await Promise.allSettled(parts.map(({ part }) => compile(root, part)));
  for (const [i, { part, hash }] of parts.entries()) {
    if (outcomes[i]?.status !== 'fulfilled') continue;
    writeFileSync(join(workFolder(root, part), '.stamp'), hash);
    put(root, part);
  }
  const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.message] : []));
  if (faults.length > 0) throw new Error(faults.join(' and '));
  return parts.map(({ part }) => part.name);
}

/**
 * The parts whose stamp does not say what their sources say, program first and seeds last.
 *
 * @param {string} root
 */
function staleParts(root) {
  const parts = [PROGRAM, PAGE, SEEDS];
  const isThere = {
    program: true,
    page: existsSync(join(root, 'src/page/index.html')),
    seeds: existsSync(join(root, 'seeds')),
  };
  return parts
    .filter(({ name }) => isThere[name])
    .map((part) => ({ part, hash: hashOf(root, part) }))
    .filter(({ part, hash }) => readIfThere(join(root, part.into, '.stamp')) !== hash);
}

/**
 * @param {string} root
 * @param {Part} part
 */
function hashOf(root, part) {
  const hash = createHash('sha256');
  for (const file of part.sources.flatMap((source) => filesIn(root, source, part.without)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path  relative to it
 * @param {string[]} without
 * @returns {string[]}
 */
function filesIn(root, path, without) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || without.includes(path)) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`, without));
}

/**
 * Beside dist/, as deep as it, so that the paths in source maps come out right.
 *
 * @param {string} root
 * @param {Part} part
 */
function workFolder(root, part) {
  return join(root, `dist.${part.name}.new`);
}

/**
 * @param {string} root
 * @param {Part} part
 */
function put(root, part) {
  const into = join(root, part.into);
  const page = join(root, PAGE.into);
  const old = join(root, `dist.${part.name}.old`);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(join(root, PROGRAM.into), { recursive: true });
  if (part === PROGRAM && existsSync(page)) renameSync(page, join(workFolder(root, part), 'page'));
  if (existsSync(into)) renameSync(into, old);
  renameSync(workFolder(root, part), into);
  rmSync(old, { recursive: true, force: true });
}

/**
 * @param {string} root
 * @param {Part} part
 * @returns {Promise<void>}
 */
function compile(root, part) {
  const [compiler = '', ...args] = part.command(workFolder(root, part));
  const child = spawn(process.execPath, [join(root, compiler), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`faults in the ${part.name} (above)`))));
  });
}

/**
 * Waits until no other build runs here; a lock whose owner is gone does not count.
 *
 * @param {string} file
 */
async function lock(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = Number(readIfThere(file));
    if (owner > 0 && !isAlive(owner)) rmSync(file, { force: true });
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
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
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
