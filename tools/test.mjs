/**
 * `npm test`: every check, the quick ones first, and stops at the first that fails.
 *
 * The last line is always `N passed, N failed`, in tests; a check that is no test and fails counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whatIsMissing } from './neo4j/java.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARCHITECTURE = 'test/architecture.test.ts';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} command  a program of node_modules/.bin or `node`, and its arguments
 * @property {boolean} [tests]  whether it is a run of vitest, whose report is counted
 */

/** @type {Check[]} */
const CHECKS = [
  ...['tsconfig.json', 'tsconfig.test.json', 'src/page/tsconfig.json']
    .filter((project) => existsSync(join(ROOT, project)))
    .map((project) => ({ name: `types (${project})`, command: ['tsc', '--noEmit', '-p', project] })),
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'nothing unused', command: ['knip'] },
  { name: 'architecture', command: ['vitest', 'run', ARCHITECTURE], tests: true },
  { name: 'generated types', command: ['graphql-codegen', '--config', 'codegen.ts', '--check'] },
  { name: 'build', command: ['node', 'tools/build.mjs'] },
  { name: 'tests', command: ['vitest', 'run', '--exclude', ARCHITECTURE], tests: true },
];

const reports = mkdtempSync(join(tmpdir(), 'detour-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;

for (const check of CHECKS) {
  const started = performance.now();
  console.log(`\n— ${check.name}`);
  const report = join(reports, 'report.json');
  const more = check.tests ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const fault = await run([...check.command, ...more]);
  if (check.tests && existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    rmSync(report);
    passed += counts.numPassedTests;
    failed += counts.numFailedTests;
    skipped += counts.numPendingTests;
    // A file that cannot be loaded fails without a test of its own to count.
    if (fault && counts.numFailedTests === 0) failed += Math.max(1, counts.numFailedTestSuites);
  } else if (fault) {
    failed += 1;
  }
  const took = ((performance.now() - started) / 1000).toFixed(1);
  if (fault) {
    console.log(`\n✗ ${check.name}: ${fault} after ${took} s; the checks after it were not run`);
    break;
  }
  console.log(`✓ ${check.name}, ${took} s`);
}

rmSync(reports, { recursive: true, force: true });
if (skipped > 0) {
  const missing = whatIsMissing();
  console.log(`\n${skipped} skipped${missing === undefined ? '' : `; no test ran on a real Neo4j: ${missing}`}`);
}
if (skipped > 0 && process.env.CI) {
  console.log('in CI no test may be skipped');
  failed += skipped;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string[]} command
 * @returns {Promise<string | undefined>} what went wrong, undefined if nothing did
 */
function run([program = '', ...args]) {
  const [file, before] = program === 'node' ? [process.execPath, []] : [process.execPath, [binOf(program)]];
  const child = spawn(file, [...before, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(signal === null ? `exit code ${code}` : `ended by ${signal}`);
    });
  });
}

/** @param {string} name */
function binOf(name) {
  const PACKAGES = { tsc: 'typescript', biome: '@biomejs/biome', 'graphql-codegen': '@graphql-codegen/cli' };
  const folder = join(ROOT, 'node_modules', PACKAGES[/** @type {keyof typeof PACKAGES} */ (name)] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
