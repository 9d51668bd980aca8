/** `npm run neo4j`: a real Neo4j to try Detour with, until interrupted. Its data stay for the next time. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { dockerAnswers, startContainer } from './docker.mjs';
import { KEPT, neo4jVersion, whatIsMissing } from './java.mjs';
import { freePort, startServer } from './server.mjs';

const BOLT_PORT = 7687;
const USAGE = `npm run neo4j [-- --port N] [-- --with docker|java]

Starts Neo4j on the loopback address: in Docker if its daemon answers, else on Java 17 or 21 with jars that
Maven fetches. Without --port it takes ${BOLT_PORT} if that is free, else any free port.`;

/** @param {string} line */
const say = (line) => console.error(line);

/** A named fault ends with exit code 2 or 3, without a stack. */
class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Refusal ? error.exitCode : 3;
}

async function main() {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const port = await portFor(options.port);
  const way = options.with ?? (dockerAnswers() ? 'docker' : 'java');
  const interrupted = nextInterrupt();
  if (way === 'docker') await inDocker(port, interrupted);
  else await onJava(port, interrupted);
}

/**
 * @param {number} port
 * @param {Promise<void>} interrupted
 */
async function inDocker(port, interrupted) {
  const container = await startContainer({ password: keptPassword('docker-password'), port });
  tell('Neo4j is ready, in Docker', 'docker-password', {
    address: container.uri,
    user: container.user,
    password: `in ${shown('docker-password')}`,
    data: 'in the Docker volume detour_neo4j-data',
    browser: container.browser,
  });
  await interrupted;
  say('stopping');
  container.stop();
}

/**
 * @param {number} port
 * @param {Promise<void>} interrupted
 */
async function onJava(port, interrupted) {
  const missing = whatIsMissing();
  if (missing !== undefined) {
    throw new Refusal(`Neo4j cannot start here: no Docker daemon answers, and ${missing}`, 3);
  }
  say(`starting Neo4j ${neo4jVersion()}`);
  const server = await startServer({ home: join(KEPT, 'server'), password: keptPassword('password'), port, say });
  tell(`Neo4j ${neo4jVersion()} is ready`, 'password', {
    address: server.uri,
    user: server.user,
    password: `in ${shown('password')}`,
    data: `in ${shown('server')} (delete it and the password file to begin anew)`,
  });
  await Promise.race([interrupted, server.ended.then(() => Promise.reject(new Error('Neo4j ended by itself')))]);
  say('stopping, up to half a minute');
  await server.stop();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, with: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.with !== undefined && !['docker', 'java'].includes(values.with)) {
      throw new Error(`--with \`${values.with}\`: write docker or java`);
    }
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65_536)) {
      throw new Error(`--port \`${values.port}\` is not a port: write a number from 1 to 65535`);
    }
    return values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, 2);
  }
}

/** @param {string | undefined} wanted */
async function portFor(wanted) {
  if (wanted === undefined) return freePort(BOLT_PORT).catch(() => freePort());
  return freePort(Number(wanted)).catch(() => {
    throw new Refusal(`port \`${wanted}\` is in use: give another one, or none to take any free one`, 2);
  });
}

/**
 * The password of the kept server; made at random once, readable by its owner only.
 *
 * @param {string} file
 */
function keptPassword(file) {
  const path = join(KEPT, file);
  mkdirSync(KEPT, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** @returns {Promise<void>} */
function nextInterrupt() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
  });
}

/** @param {string} file */
function shown(file) {
  return relative(process.cwd(), join(KEPT, file));
}

/**
 * @param {string} title
 * @param {string} passwordFile
 * @param {{ address: string } & Record<string, string>} rows
 */
function tell(title, passwordFile, rows) {
  console.log(title);
  for (const [name, value] of Object.entries(rows)) console.log(`  ${name.padEnd(9)} ${value}`);
  console.log(`
To use it, in another terminal:
  export DETOUR_STORE=${rows.address} DETOUR_NEO4J_PASSWORD_FILE=${shown(passwordFile)}
  npm start

Interrupt (Ctrl-C) to stop it.`);
}
