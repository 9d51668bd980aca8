// biome-ignore-all lint/performance/useDomNodeTextContent: what a reader sees is tested, not what the tree holds
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits.js';
import type { Desk, RouteAnswer } from '../../src/desk/answers.js';
import { type RunningServer, startServer } from '../../src/server/server.js';
import { fakeDesk, route, TODAY } from '../api/fake-desk.js';
import { build } from '../cli/run.js';
import { describeWithBrowser, type OpenPage, openPage } from '../support/browser.js';

const PAGE = new URL('../../dist/page', import.meta.url).pathname;

describeWithBrowser('the page in states a good day does not show', () => {
  const stops: (() => Promise<void>)[] = [];
  let opened: OpenPage;

  beforeAll(build);
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function open(desk: Partial<Desk>, path = '/'): Promise<{ page: Page; server: RunningServer }> {
    const server = await startServer({
      desk: fakeDesk(desk),
      limits: DEFAULT_LIMITS,
      host: '127.0.0.1',
      port: 0,
      pageFolder: PAGE,
      logger: pino({ level: 'silent' }),
      now: () => TODAY * 86_400_000,
      newId: () => 'ref-4711',
    });
    stops.push(() => server.close());
    opened = await openPage(server.url + path);
    stops.push(() => opened.close());
    return { page: opened.page, server };
  }

  /** What the made desk answers, with some of it changed. */
  async function answer(change: Partial<RouteAnswer>): Promise<RouteAnswer> {
    return { ...(await fakeDesk().diversionRoutes({})), ...change };
  }

  it('shows that it is looking, and a stop reaches the search', async () => {
    let signalGiven: AbortSignal | undefined;
    const { page } = await open({
      diversionRoutes: (_, signal) => {
        signalGiven = signal;
        return new Promise((resolve) => {
          signal?.addEventListener('abort', async () => resolve(await answer({ routes: [], stoppedBy: 'ABORTED' })));
        });
      },
    });
    await page.getByText('Looking for routes').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. Nothing was found out.').waitFor();
    await expect.poll(() => signalGiven?.aborted).toBe(true);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('Looking for routes').waitFor();
    expect(opened.outsideRequests).toEqual([]);
  });

  it('names the reference of a fault that the server does not tell', async () => {
    const { page } = await open({
      diversionRoutes: async () => {
        throw new Error('a secret path');
      },
    });
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/The server failed to answer[\s\S]*ref-4711[\s\S]*INTERNAL/);
    expect(await page.locator('body').innerText()).not.toContain('a secret path');
  });

  it('says that the server is gone, and takes up again when it is back', async () => {
    const { page } = await open({});
    await page.locator('.route').waitFor();
    await page.route('**/graphql', (request) => request.abort());
    await page.getByLabel('Goods').fill('h100-sxm');
    await page.getByRole('button', { name: 'Find routes' }).click();
    await page.getByText('The server is gone').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.locator('.route').waitFor();
  });

  it('asks a busy server again when it said to come back', async () => {
    const { page } = await open({});
    let refused = 0;
    await page.route('**/graphql', (request) => {
      if (refused++ > 0) return request.fallback();
      return request.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: { errors: [{ message: 'busy' }] } });
    });
    await page.reload();
    await page.locator('.route').waitFor();
    expect(refused).toBeGreaterThan(1);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says what ended an incomplete search and how good a missed route could be', async () => {
    const { page } = await open({
      diversionRoutes: () => answer({ complete: false, stoppedBy: 'TIME', bestMissedBits: 6.5 }),
    });
    const said = page.locator('.how-far').first();
    await said.waitFor();
    expect(await said.innerText()).toMatch(/Incomplete: the time allowed was used up[\s\S]*at most 6\.5 bits/);
    expect(await said.innerText()).toContain('The Entity List is not loaded.');
    expect(await page.locator('.not-shown').innerText()).toMatch(/at least 1,000 that lack only parties in Tier 2/);
  });

  it('does not call an empty answer complete when it is not', async () => {
    const { page } = await open({
      diversionRoutes: () => answer({ routes: [], complete: false, stoppedBy: 'LABELS' }),
    });
    await page.getByText('No route was found before the search stopped').waitFor();
    expect(await page.locator('.notice-empty').innerText()).toContain('The search is not complete');
  });

  it('shows a tie as a step without a paper, and what it rests on', async () => {
    const { page } = await open({});
    await page.locator('.strip-tie').first().waitFor();
    expect(await page.locator('.strip-rows .strip-tie').innerText()).toContain('One owns the other, certain');
    expect(await page.locator('#hop-1').innerText()).toMatch(/Straits Trading owns Harbour Nine[\s\S]*>25%/);
    expect(await page.locator('.hops .hop-tie').innerText()).toContain('Tie, no paper');
  });

  it('marks hops that were added towards the origin', async () => {
    const hops = route.hops.map((hop) => (hop.index === 0 ? { ...hop, extension: true } : hop));
    const { page } = await open({ diversionRoutes: () => answer({ routes: [{ ...route, hops }] }) });
    await page.locator('.strip-extension').waitFor();
    expect(await page.locator('.strip-extension').innerText()).toContain('added towards the origin');
    expect(await page.locator('#hop-0').innerText()).toContain('brings no evidence');
  });

  it('shows the lists a party is on, with their citation', async () => {
    const { page } = await open({});
    await page.locator('.listing').first().waitFor();
    expect(await page.locator('.listing').first().innerText()).toMatch(/sdn[\s\S]*31 CFR 501/);
  });

  it('tells a refused question in the words of the refusal, values as code', async () => {
    const { page } = await open({}, '/routes?hops=99');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/maxHops is 99: at most 10 can be asked for/);
    expect(await page.getByRole('alert').locator('code').innerText()).toBe('99');
  });

  it('does not ask with an address whose numbers are none', async () => {
    const { page } = await open({}, '/routes?k=many&hops=2.5');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('hops, k must be a whole number');
  });

  it('says that a route of an old link is not there any more', async () => {
    const { page } = await open({}, '/routes?route=gone');
    await page.getByText('This route is not among those ranked').waitFor();
    await page.getByRole('link', { name: 'Show the best route' }).click();
    await page.locator('.route').waitFor();
  });

  it('has no view at an address that is none, and shows what is loaded at another', async () => {
    const { page, server } = await open({}, '/nothing/here');
    await page.getByText('There is no view here').waitFor();
    await page.goto(`${server.url}/data`);
    await page.getByRole('rowheader', { name: 'made' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/All is well[\s\S]*200,000 points/);
  });

  it('says that edited law is not in service, and where its fault is', async () => {
    const lawProblem = 'law/ours/rules/ours.yaml:4:5: unknown key `outcom`';
    const health = { version: '0.1.0', store: 'memory', storeVersion: 1, exampleWorld: false, lawProblem };
    const { page } = await open({ health: async () => health }, '/data');
    const banner = page.getByRole('complementary', { name: 'Problem of the law' });
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/law of before is in service.*ours\.yaml:4:5: unknown key outcom/);
    await page.getByRole('heading', { name: 'Not all is well' }).waitFor();
  });
});
