/** Opening a store in a Neo4j database. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { DetourError } from '../../model/errors.js';
import type { Store } from '../port.js';
import { type Database, databaseOf } from './database.js';
import { faultOf, newerStore, silentServer, wrongServer } from './faults.js';
import { takeLease } from './lease.js';
import { recover } from './recovery.js';
import { loadStatements, type Statement } from './statements.js';
import { Neo4jStore } from './store.js';

export interface Neo4jAddress {
  /** `neo4j://host:port` (finds the servers of a cluster) or `bolt://host:port` (this server alone); `+s` for TLS. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's own if not given. */
  readonly database?: string;
}

export interface Neo4jOptions {
  /** A transaction that loses its connection is tried again for so long; 30 s if not given. */
  readonly retryMs?: number;
  /** A connection must be made in so long, and the server give its first answer within as long again; 10 s if not given. */
  readonly connectMs?: number;
  /** Makes a text that no other caller makes; random if not given. */
  readonly newId?: () => string;
}

/** Grows with every change of the graph model. */
const SCHEMA_VERSION = 1;
const OLDEST_SERVER = [5, 26] as const;
const INDEXES_WITHIN_SECONDS = 300;
const SCHEMES = /^(neo4j|bolt)(\+s|\+ssc)?:$/;

/**
 * Opens the store in a database: makes constraints and indexes that are not there, and removes what an import that was
 * killed has left.
 *
 * @throws DetourError `BAD_SETTING` for an address that is none; `STORE_UNAVAILABLE` when the server cannot be reached,
 *   does not take the password, is older than 5.26, or holds the store of a newer version of this program.
 */
export async function openNeo4j(at: Neo4jAddress, options: Neo4jOptions = {}): Promise<Store> {
  const address = addressOf(at);
  const connectMs = options.connectMs ?? 10_000;
  const driver = neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password), {
    // All integers of the graph model are below 2^53; anything else would be an object a digit.
    disableLosslessIntegers: true,
    maxTransactionRetryTime: options.retryMs ?? 30_000,
    connectionTimeout: connectMs,
    connectionAcquisitionTimeout: Math.max(60_000, connectMs),
    userAgent: 'detour',
  });
  try {
    const greeting = driver.getServerInfo(at.database === undefined ? {} : { database: at.database });
    // The driver itself would wait without end for what takes connections and does not speak.
    await Promise.race([greeting, pause(2 * connectMs, undefined, { ref: false })]).then((info) => {
      if (info === undefined) throw silentServer(address, connectMs);
    });
    const statements = loadStatements();
    const database = databaseOf(driver, address, statements, at.database);
    await checkServer(database);
    await prepare(database, statements);
    const newId = options.newId ?? randomUUID;
    await cleanUp(database, newId());
    return new Neo4jStore(database, newId);
  } catch (error) {
    // Not waited for: a driver whose server says nothing does not end either.
    driver.close().catch(() => undefined);
    throw faultOf(error, address);
  }
}

/** The address without user and password, should somebody have written them into it. */
function addressOf({ uri, database }: Neo4jAddress): string {
  let url: URL;
  try {
    url = new URL(uri);
  } catch {
    throw notAnAddress(uri);
  }
  if (url.password !== '' || url.username !== '') {
    throw new DetourError(
      'BAD_SETTING',
      `\`${url.protocol}//…@${url.host}\`: give user and password apart from the address`,
    );
  }
  if (!SCHEMES.test(url.protocol) || url.host === '') throw notAnAddress(uri);
  return `${url.protocol}//${url.host}${database === undefined ? '' : ` (database ${database})`}`;
}

function notAnAddress(uri: string): DetourError {
  return new DetourError(
    'BAD_SETTING',
    `\`${uri}\` is not an address of Neo4j: write neo4j://HOST:PORT or bolt://HOST:PORT`,
  );
}

async function checkServer(database: Database): Promise<void> {
  const components = await database.alone('server-version');
  const kernel = components.find((row) => row.name === 'Neo4j Kernel');
  const version = (kernel?.versions as readonly string[] | undefined)?.[0];
  if (version === undefined) throw wrongServer(database.address, 'no Neo4j');
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [oldestMajor, oldestMinor] = OLDEST_SERVER;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw wrongServer(database.address, `Neo4j ${version}`);
  }
}

async function prepare(database: Database, statements: ReadonlyMap<string, Statement>): Promise<void> {
  const there = new Set((await database.alone('schema-names')).map((row) => row.name));
  for (const { name, text } of statements.values()) {
    const [, made] = /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(text) ?? [];
    if (made !== undefined && !there.has(made)) await database.alone(name);
  }
  await database.alone('await-indexes', { seconds: INDEXES_WITHIN_SECONDS });
  await database.write((run) => run('store-create', { schema: SCHEMA_VERSION }));
  const { schema } = await database.state();
  if (schema > SCHEMA_VERSION) throw newerStore(database.address, schema);
}

/** Does what a killed import left to do; nothing while somebody is importing. */
async function cleanUp(database: Database, owner: string): Promise<void> {
  const state = await database.state();
  if (state.owner === null && state.importing === null && state.untidy === null) return;
  const lease = await takeLease(database, owner, false);
  if (lease === undefined) return;
  try {
    await recover(database, lease);
  } finally {
    await lease.release().catch(() => undefined);
  }
}
