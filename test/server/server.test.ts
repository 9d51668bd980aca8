import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../src/api/limits.js';
import type { Desk, RouteQuestion } from '../../src/desk/answers.js';
import { type RunningServer, startServer } from '../../src/server/server.js';
import { fakeDesk, TODAY } from '../api/fake-desk.js';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Settings {
  readonly desk?: Desk;
  readonly host?: string;
  readonly port?: number;
  readonly pageFolder?: string;
  readonly limits?: Partial<Limits>;
}

async function start(settings: Settings = {}): Promise<RunningServer> {
  const server = await startServer({
    desk: settings.desk ?? fakeDesk(),
    limits: { ...DEFAULT_LIMITS, ...settings.limits },
    host: settings.host ?? '127.0.0.1',
    port: settings.port ?? 0,
    pageFolder: settings.pageFolder ?? '/nowhere',
    logger: pino({ level: 'silent' }),
    now: () => TODAY * 86_400_000,
    newId: () => 'an-id',
  });
  stops.push(() => server.close());
  return server;
}

function builtPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detour-page-'));
  stops.push(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'playground'));
  writeFileSync(join(folder, 'index.html'), 'the page');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'code');
  writeFileSync(join(folder, 'playground', 'index.html'), 'the playground');
  writeFileSync(join(folder, '.stamp'), 'hash');
  return folder;
}

function post(server: RunningServer, query: string, options: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...options,
  });
}

/** A search that ends only when its signal fires. */
function patientDesk() {
  let started: () => void = () => undefined;
  let stopped: (reason: unknown) => void = () => undefined;
  const whenStarted = new Promise<void>((resolve) => {
    started = resolve;
  });
  const whenStopped = new Promise<unknown>((resolve) => {
    stopped = resolve;
  });
  const desk = fakeDesk({
    async diversionRoutes(question: RouteQuestion, signal?: AbortSignal) {
      started();
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      stopped(signal?.reason);
      return { ...(await fakeDesk().diversionRoutes(question)), complete: false, stoppedBy: 'ABORTED' as const };
    },
  });
  return { desk, whenStarted, whenStopped };
}

describe('the server', () => {
  it('answers GraphQL on one port, with the cost', async () => {
    const response = await post(await start(), '{ health { ok } }');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: { health: { ok: true } },
      extensions: { cost: { estimated: 2, limit: 200_000 } },
    });
  });

  it('refuses a question it does not understand with status 400', async () => {
    const response = await post(await start(), '{ healht { ok } }');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('tells broken JSON and a body too large in the form of a GraphQL answer', async () => {
    const server = await start({ limits: { bodyBytes: 1000 } });
    const broken = await post(server, '', { body: '{"query":' });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const large = await post(server, `{ health { ok } } # ${'x'.repeat(1000)}`);
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });

  it('refuses a form that a page elsewhere could send', async () => {
    const response = await post(await start(), '{ health { ok } }', {
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it('says whether it runs and whether it can answer', async () => {
    const well = await start();
    expect(await (await fetch(`${well.url}/health`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${well.url}/ready`)).json()).toEqual({ ok: true, version: '0.1.0', storeVersion: 1 });
    const problem = 'Neo4j cannot be reached: start it';
    const ill = await start({
      desk: fakeDesk({ health: async () => ({ version: '0.1.0', store: 'neo4j', exampleWorld: false, problem }) }),
    });
    expect((await fetch(`${ill.url}/health`)).status).toBe(200);
    const ready = await fetch(`${ill.url}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ok: false, problem });
  });
});

describe('who may reach it', () => {
  it.each(['0.0.0.0', '192.168.1.5', '::'])('refuses to listen on %s, and says why', async (host) => {
    await expect(start({ host })).rejects.toThrow(/`.+` could be reached from other machines.+no authentication/);
  });

  it('refuses requests that name another host', async () => {
    const server = await start();
    const answer = await new Promise<string>((resolve, reject) => {
      import('node:http').then(({ get }) => {
        get(`${server.url}/health`, { headers: { host: 'evil.example' } }, (response) => {
          let text = String(response.statusCode);
          response.on('data', (part) => {
            text += String(part);
          });
          response.on('end', () => resolve(text));
        }).on('error', reject);
      });
    });
    expect(answer).toMatch(/^403/);
    expect(answer).toContain('not to `evil.example`');
  });

  it('says that a port is taken and what to do', async () => {
    const other = createTcpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    stops.push(() => other.close());
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(`port \`${port}\` is taken on 127.0.0.1: choose another with --port`);
  });
});

describe('the page', () => {
  it('is served with headers that allow nothing from elsewhere', async () => {
    const server = await start({ pageFolder: builtPage() });
    const response = await fetch(server.url);
    expect(await response.text()).toBe('the page');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });

  it('answers a deep link with the page, and a missing file with 404', async () => {
    const server = await start({ pageFolder: builtPage() });
    const link = await fetch(`${server.url}/party/p-1`, { headers: { accept: 'text/html' } });
    expect([link.status, await link.text()]).toEqual([200, 'the page']);
    expect((await fetch(`${server.url}/assets/gone.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/.stamp`)).status).toBe(404);
    expect((await fetch(`${server.url}/../package.json`)).status).toBe(404);
  });

  it('lets hashed files be kept and asks again for the others', async () => {
    const server = await start({ pageFolder: builtPage() });
    const caching = async (path: string) => (await fetch(server.url + path)).headers.get('cache-control');
    expect(await caching('/assets/main-1a2b.js')).toContain('immutable');
    expect(await caching('/')).toBe('no-cache');
  });

  it('lets only the playground write its own styles', async () => {
    const server = await start({ pageFolder: builtPage() });
    const response = await fetch(`${server.url}/playground`);
    expect(await response.text()).toBe('the playground');
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'");
  });

  it('says how to build it when it is not built', async () => {
    const response = await fetch((await start()).url, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  });
});

describe('time', () => {
  it('stops a search when its client goes away', async () => {
    const { desk, whenStarted, whenStopped } = patientDesk();
    const server = await start({ desk });
    const client = new AbortController();
    const asked = post(server, '{ diversionRoutes { complete } }', { signal: client.signal });
    const left = expect(asked).rejects.toThrow(/abort/i);
    await whenStarted;
    client.abort();
    await left;
    expect(String(await whenStopped)).toContain('the client went away');
  });

  it('stops a search that goes on after its deadline, and still answers', async () => {
    const { desk, whenStopped } = patientDesk();
    const server = await start({ desk, limits: { milliseconds: -1900 } });
    const response = await post(server, '{ diversionRoutes { complete stoppedBy } }');
    expect(String(await whenStopped)).toContain('the deadline passed');
    expect(await response.json()).toMatchObject({
      data: { diversionRoutes: { complete: false, stoppedBy: 'ABORTED' } },
    });
  });

  it('does not disturb a search that ends in time', async () => {
    const desk = fakeDesk();
    await post(await start({ desk }), '{ diversionRoutes { complete } }');
    const signal = desk.asked[0]?.args[1] as AbortSignal;
    expect(signal.aborted).toBe(false);
  });

  it('ends searches under way when it is told to stop, and sends what they have', async () => {
    const { desk, whenStarted } = patientDesk();
    const server = await start({ desk });
    const asked = post(server, '{ diversionRoutes { complete stoppedBy } }');
    await whenStarted;
    await server.close();
    expect(await (await asked).json()).toMatchObject({ data: { diversionRoutes: { stoppedBy: 'ABORTED' } } });
    await expect(fetch(server.url)).rejects.toThrow();
  });
});
