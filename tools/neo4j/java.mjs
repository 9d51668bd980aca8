/** Finds a Java and the jars that a Neo4j Community server is made of. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where jars and a kept server live; ignored by git. */
export const KEPT = fileURLToPath(new URL('../../.neo4j', import.meta.url));
const POM = fileURLToPath(new URL('pom.xml', import.meta.url));

/** Neo4j 5.26 runs on these. */
const JAVA_VERSIONS = [17, 21];

/**
 * What keeps a Neo4j from starting here without Docker, with what to do about it.
 *
 * @returns {string | undefined} undefined when nothing does
 */
export function whatIsMissing() {
  const version = javaVersion();
  if (version === undefined)
    return 'no Java: install a JDK or JRE 17 or 21 (Debian: apt-get install openjdk-17-jre-headless)';
  if (!JAVA_VERSIONS.includes(version)) {
    return `Java \`${version}\`, but Neo4j 5.26 needs 17 or 21: set JAVA_HOME to one of them`;
  }
  if (!existsSync(jarFolder()) && spawnSync(maven(), ['-v'], { stdio: 'ignore' }).status !== 0) {
    return 'no Maven to fetch the Neo4j jars with: install it (Debian: apt-get install maven)';
  }
  return undefined;
}

/** The `java` to run: that of JAVA_HOME, else the one on the path. */
export function javaCommand() {
  const home = process.env.JAVA_HOME;
  return home !== undefined && existsSync(join(home, 'bin', 'java')) ? join(home, 'bin', 'java') : 'java';
}

/**
 * The folder with the jars; the first call for a version copies them with Maven (about 120 MB).
 *
 * @param {(line: string) => void} say  told once, only when something must be fetched
 * @returns {Promise<string>}
 * @throws {Error} when Maven fails, with what it printed
 */
export async function neo4jJars(say) {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  say(`fetching the jars of Neo4j ${neo4jVersion()} with Maven, about 120 MB, once`);
  mkdirSync(KEPT, { recursive: true });
  // Under another name until complete, so that a copy that was cut off is never taken for the whole.
  const arriving = `${folder}.${process.pid}`;
  try {
    await runMaven([
      '-B',
      '-q',
      '-f',
      POM,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${arriving}`,
    ]);
    if (!existsSync(folder)) renameSync(arriving, folder);
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
  return folder;
}

/** The version that the pom names, the only place that does. */
export function neo4jVersion() {
  const match = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'));
  if (!match?.[1]) throw new Error(`no <neo4j.version> in ${POM}`);
  return match[1];
}

function jarFolder() {
  return join(KEPT, `jars-${neo4jVersion()}`);
}

/** The major version of `java`, or undefined where there is none. */
function javaVersion() {
  const { status, stderr } = spawnSync(javaCommand(), ['-version'], { encoding: 'utf8' });
  const match = status === 0 ? /version "(\d+)/.exec(stderr) : null;
  return match ? Number(match[1]) : undefined;
}

function maven() {
  return process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
}

/**
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runMaven(args) {
  const child = spawn(maven(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      printed += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`Maven failed:\n${printed.trim()}`))));
  });
}
