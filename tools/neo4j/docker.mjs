/** The Neo4j of compose.yaml, where a Docker daemon answers. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEPT } from './java.mjs';
import { freePort } from './server.mjs';

const COMPOSE_FILE = fileURLToPath(new URL('../../compose.yaml', import.meta.url));

/** Whether there is a daemon to talk to and the compose command to do it with. */
export function dockerAnswers() {
  return ['info', 'compose version'].every(
    (command) => spawnSync('docker', command.split(' '), { stdio: 'ignore' }).status === 0,
  );
}

/**
 * Starts the container and resolves when it is healthy.
 *
 * @param {object} options
 * @param {string} options.password  holds from the first start of its volume on
 * @param {number} options.port
 * @throws {Error} when compose fails; what it said is on standard error
 */
export async function startContainer({ password, port }) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, 'docker-auth'), `neo4j/${password}`, { mode: 0o600 });
  const browserPort = await freePort(7474).catch(() => freePort());
  const env = {
    ...process.env,
    DETOUR_NEO4J_PORT: String(port),
    DETOUR_NEO4J_BROWSER_PORT: String(browserPort),
  };
  compose(['up', '--detach', '--wait'], env);
  return {
    uri: `bolt://127.0.0.1:${port}`,
    user: 'neo4j',
    browser: `http://127.0.0.1:${browserPort}`,
    stop: () => compose(['down'], env),
  };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function compose(args, env) {
  const { status } = spawnSync('docker', ['compose', '--file', COMPOSE_FILE, ...args], {
    stdio: ['ignore', 2, 2],
    env,
  });
  if (status !== 0) throw new Error(`\`docker compose ${args.join(' ')}\` failed`);
}
