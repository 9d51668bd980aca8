import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.js';

describe('settings', () => {
  it('have defaults that need nothing', () => {
    expect(readSettings({}, {})).toEqual({
      store: { kind: 'duckdb', path: join('data', 'detour.duckdb') },
      dataFolder: 'data',
      host: '127.0.0.1',
      port: 4400,
      logLevel: 'warn',
    });
  });

  it('take a flag before the environment, and the environment before the default', () => {
    const environment = { DETOUR_STORE: 'env.duckdb', PORT: '5000', DETOUR_DATA: 'kept', DETOUR_LOG: ' ' };
    expect(readSettings({ store: 'flag.duckdb' }, environment)).toMatchObject({
      store: { kind: 'duckdb', path: 'flag.duckdb' },
      port: 5000,
      dataFolder: 'kept',
      logLevel: 'warn',
    });
  });

  it.each(['neo4j://h:7687', 'neo4j+s://h', 'bolt://h:7687', 'BOLT+ssc://h'])('know %s as a Neo4j store', (store) => {
    const environment = { DETOUR_NEO4J_PASSWORD: 'secret', DETOUR_NEO4J_DATABASE: 'trade' };
    expect(readSettings({ store }, environment).store).toEqual({
      kind: 'neo4j',
      uri: store,
      user: 'neo4j',
      password: 'secret',
      database: 'trade',
    });
  });

  it('read the password from a file, without the line break at its end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'detour-settings-')), 'password');
    writeFileSync(file, 'from a file\n');
    const { store } = readSettings({ store: 'bolt://h' }, { DETOUR_NEO4J_PASSWORD_FILE: file });
    expect(store).toMatchObject({ password: 'from a file' });
  });

  it.each<[string, Parameters<typeof readSettings>, RegExp]>([
    ['a port that is no number', [{ port: 'http' }, {}], /--port or PORT is `http`: write a number from 0 to 65535/],
    ['a port there is not', [{}, { PORT: '65536' }], /--port or PORT is `65536`/],
    ['a log level there is not', [{ logLevel: 'loud' }, {}], /--log-level or DETOUR_LOG is `loud`: write one of debug/],
    ['a store without a name', [{ store: '' }, {}], /--store or DETOUR_STORE is ``: name a file/],
    ['another kind of store', [{ store: 'http://h' }, {}], /`http:\/\/h` is of no known kind/],
    ['a user in the address', [{ store: 'bolt://me@h' }, {}], /holds a user or password/],
    ['no password', [{ store: 'bolt://h' }, {}], /no password for Neo4j: set DETOUR_NEO4J_PASSWORD/],
    [
      'a password file that is not there',
      [{ store: 'bolt://h' }, { DETOUR_NEO4J_PASSWORD_FILE: '/none' }],
      /DETOUR_NEO4J_PASSWORD_FILE names `\/none`, which cannot be read/,
    ],
  ])('refuse %s and say where it was set', (_, [flags, environment], message) => {
    expect(() => readSettings(flags, environment)).toThrow(message);
  });

  it('never repeat a password', () => {
    expect(() => readSettings({ store: 'bolt://me:secret@h' }, {})).toThrow(/^(?!.*secret)/);
    expect(() => readSettings({ store: 'ftp://me:secret@h' }, {})).toThrow(/^(?!.*secret)/);
  });
});
