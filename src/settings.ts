/** What the program was told by its flags and its environment, checked once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DetourError } from './model/errors.js';

/** Where the facts are. */
export type StoreSetting =
  | { readonly kind: 'duckdb'; readonly path: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    };

export interface Settings {
  readonly store: StoreSetting;
  /** Folder for what the program keeps: the embedded store and refused rows. */
  readonly dataFolder: string;
  /** The user's own weights, if any. */
  readonly evidenceFile?: string;
  /** A folder with the user's own regimes, if any. */
  readonly regimesFolder?: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

/** What the command line may set; a flag wins over the environment. */
export interface Flags {
  readonly store?: string;
  readonly host?: string;
  readonly port?: string;
  readonly logLevel?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_PORT = 4400;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Where a value came from, for messages. */
const SOURCES: Readonly<Record<string, string>> = {
  store: '--store or DETOUR_STORE',
  host: '--host or DETOUR_HOST',
  port: '--port or PORT',
  logLevel: '--log-level or DETOUR_LOG',
};

const SHAPE = z.object({
  store: z.string().min(1, 'name a file, a folder or neo4j://…'),
  host: z.string().min(1, 'name an address of this machine'),
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'write a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'write a number from 0 to 65535'),
  logLevel: z.enum(LOG_LEVELS, { error: `write one of ${LOG_LEVELS.join(', ')}` }),
});

/**
 * Settings from flags, then the environment, then defaults.
 *
 * `DETOUR_STORE` `DETOUR_DATA` `DETOUR_EVIDENCE` `DETOUR_REGIMES` `DETOUR_HOST` `PORT` `DETOUR_LOG`
 * `DETOUR_NEO4J_USER` `DETOUR_NEO4J_PASSWORD` `DETOUR_NEO4J_PASSWORD_FILE` `DETOUR_NEO4J_DATABASE`. Blank counts as
 * not set.
 *
 * @throws DetourError `BAD_SETTING` for a value that will not do, naming the flag and the variable.
 */
export function readSettings(flags: Flags, environment: Environment): Settings {
  const env = (name: string) => environment[name]?.trim() || undefined;
  const dataFolder = env('DETOUR_DATA') ?? 'data';
  const given = {
    store: flags.store ?? env('DETOUR_STORE') ?? join(dataFolder, 'detour.duckdb'),
    host: flags.host ?? env('DETOUR_HOST') ?? '127.0.0.1',
    port: flags.port ?? env('PORT') ?? String(DEFAULT_PORT),
    logLevel: flags.logLevel ?? env('DETOUR_LOG') ?? 'warn',
  };
  const read = SHAPE.safeParse(given);
  if (!read.success) throw badSetting(read.error.issues[0], given);
  const evidenceFile = env('DETOUR_EVIDENCE');
  const regimesFolder = env('DETOUR_REGIMES');
  return {
    ...read.data,
    dataFolder,
    store: storeSetting(read.data.store, env),
    ...(evidenceFile === undefined ? {} : { evidenceFile }),
    ...(regimesFolder === undefined ? {} : { regimesFolder }),
  };
}

function storeSetting(text: string, env: (name: string) => string | undefined): StoreSetting {
  const scheme = /^([a-z][a-z0-9+]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'duckdb', path: text };
  if (!/^(neo4j|bolt)(\+s|\+ssc)?$/.test(scheme)) {
    throw new DetourError(
      'BAD_SETTING',
      `the store \`${withoutSecret(text)}\` is of no known kind: name a file, or neo4j://HOST:PORT, or bolt://HOST:PORT`,
    );
  }
  if (/^[^/]*:\/\/[^/]*@/.test(text)) {
    throw new DetourError(
      'BAD_SETTING',
      `the store \`${withoutSecret(text)}\` holds a user or password: others can read a command line, so give them as DETOUR_NEO4J_USER and DETOUR_NEO4J_PASSWORD or DETOUR_NEO4J_PASSWORD_FILE`,
    );
  }
  const database = env('DETOUR_NEO4J_DATABASE');
  return {
    kind: 'neo4j',
    uri: text,
    user: env('DETOUR_NEO4J_USER') ?? 'neo4j',
    password: password(env),
    ...(database === undefined ? {} : { database }),
  };
}

function password(env: (name: string) => string | undefined): string {
  const stated = env('DETOUR_NEO4J_PASSWORD');
  if (stated !== undefined) return stated;
  const file = env('DETOUR_NEO4J_PASSWORD_FILE');
  if (file === undefined) {
    throw new DetourError(
      'BAD_SETTING',
      'no password for Neo4j: set DETOUR_NEO4J_PASSWORD, or DETOUR_NEO4J_PASSWORD_FILE to a file that holds it',
    );
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new DetourError(
      'BAD_SETTING',
      `DETOUR_NEO4J_PASSWORD_FILE names \`${file}\`, which cannot be read: check the path and its rights`,
      { cause },
    );
  }
}

function withoutSecret(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, '//…@');
}

function badSetting(issue: z.core.$ZodIssue | undefined, given: Readonly<Record<string, string>>): DetourError {
  const name = String(issue?.path[0]);
  return new DetourError('BAD_SETTING', `${SOURCES[name]} is \`${given[name]}\`: ${issue?.message}`);
}
