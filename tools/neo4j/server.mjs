/** One Neo4j Community server as a child process, on loopback only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import { javaCommand, neo4jJars } from './java.mjs';

const USER = 'neo4j';
const FIRST_PASSWORD = 'neo4j';
const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;

/**
 * @typedef {object} Neo4jServer
 * @property {string} uri
 * @property {string} user
 * @property {string} password
 * @property {() => Promise<void>} stop  resolves when the process is gone and its files are closed
 * @property {() => Promise<void>} kill  the same at once, for data that nobody needs any more
 * @property {Promise<void>} ended  resolves when the process ends for whatever reason
 */

/**
 * Starts a server and resolves when it answers with the password.
 *
 * @param {object} options
 * @param {string} options.home  folder for data, configuration and logs; made if it is not there
 * @param {string} options.password  at least eight characters; becomes the server's at the first start in this home
 * @param {number} [options.port]  for Bolt; a free one if not given
 * @param {number} [options.heapMb]  most memory for Java's heap
 * @param {boolean} [options.shortLived]  compile less: dearer by the hour, cheaper by the minute
 * @param {string[]} [options.settings]  further lines of `neo4j.conf`
 * @param {(line: string) => void} options.say
 * @returns {Promise<Neo4jServer>}
 * @throws {Error} when Java ends early, with its last lines, or does not answer in two minutes
 */
export async function startServer({ home, password, port, heapMb = 1024, shortLived = false, settings = [], say }) {
  const jars = await neo4jJars(say);
  const boltPort = port ?? (await freePort());
  const conf = join(home, 'conf');
  mkdirSync(conf, { recursive: true });
  writeFileSync(join(conf, 'neo4j.conf'), configuration(boltPort, settings));
  const firstStart = !existsSync(join(home, 'data', 'databases'));

  const java = spawn(
    javaCommand(),
    [
      `-Xmx${heapMb}m`,
      '-XX:+UseParallelGC',
      ...(shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '--add-opens=java.base/java.lang=ALL-UNNAMED',
      '-cp',
      join(jars, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${conf}`,
      // Without it the server says that it has started only to a file.
      '--console-mode',
    ],
    // In a group of its own: an interrupt at the keyboard reaches us, and we stop it in good order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const killNow = () => java.kill('SIGKILL');
  process.once('exit', killNow);
  const ended = once(java, 'exit').then(() => {
    process.off('exit', killNow);
  });
  const kill = async () => {
    killNow();
    await ended;
  };
  const stop = async () => {
    if (java.exitCode === null && java.signalCode === null) {
      java.kill('SIGTERM');
      const timer = setTimeout(killNow, STOP_WITHIN_MS);
      await ended;
      clearTimeout(timer);
    }
  };

  try {
    await started(java, ended);
    const uri = `bolt://127.0.0.1:${boltPort}`;
    if (firstStart) await setPassword(uri, password);
    return { uri, user: USER, password, stop, kill, ended };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** @param {number} boltPort @param {string[]} settings */
function configuration(boltPort, settings) {
  return `${[
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=256m',
    'db.tx_log.rotation.retention_policy=1 files',
    ...settings,
  ].join('\n')}\n`;
}

/**
 * Resolves at the line the server prints when it takes connections.
 *
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} java
 * @param {Promise<void>} ended
 */
async function started(java, ended) {
  /** @type {string[]} */
  const lines = [];
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const ready = new Promise((resolve, reject) => {
    for (const input of [java.stdout, java.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        if (lines.length > 30) lines.shift();
        if (/\bStarted\.$/.test(line)) resolve(undefined);
      });
    }
    java.once('error', reject);
    timer = setTimeout(() => reject(new Error('no answer within two minutes')), START_WITHIN_MS);
  });
  const early = ended.then(() => {
    throw new Error('Java ended');
  });
  try {
    await Promise.race([ready, early]);
  } catch (error) {
    throw new Error(`Neo4j did not start: ${error instanceof Error ? error.message : error}\n${lines.join('\n')}`);
  } finally {
    clearTimeout(timer);
    early.catch(() => undefined);
  }
}

/**
 * @param {string} uri
 * @param {string} password
 */
async function setPassword(uri, password) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, FIRST_PASSWORD));
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $first TO $password',
      { first: FIRST_PASSWORD, password },
      { database: 'system' },
    );
  } finally {
    await driver.close();
  }
}

/** A port of the loopback address that nobody listens on, or the wanted one if it is free. */
export async function freePort(wanted = 0) {
  const probe = createServer();
  try {
    probe.listen(wanted, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    if (address === null || typeof address === 'string') throw new Error('the probe has no port');
    return address.port;
  } finally {
    probe.close();
  }
}
