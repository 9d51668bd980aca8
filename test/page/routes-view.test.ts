// biome-ignore-all lint/performance/useDomNodeTextContent: what a reader sees is tested, not what the tree holds
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { detour, newFolder } from '../cli/run.js';
import { describeWithBrowser, type OpenPage, openPage, type PageOptions } from '../support/browser.js';
import { ask, type Served, serveExampleWorld } from './example-world.js';

const RANKED = '{ diversionRoutes { nodes { id rank score { bits } parties { id name } shipments { id } } } }';

describeWithBrowser('the Routes view on the example world', () => {
  let served: Served;
  let opened: OpenPage | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: as the interface answers
  let ranked: any[];

  async function open(path: string, options?: PageOptions): Promise<Page> {
    opened = await openPage(served.url + path, options);
    await opened.page.waitForSelector('.route, .notice-failure, .notice-empty', { timeout: 60_000 });
    return opened.page;
  }

  beforeAll(async () => {
    served = await serveExampleWorld();
    ranked = (await ask(served.url, RANKED)).data.diversionRoutes.nodes;
  });
  afterEach(async () => {
    const { outsideRequests, faults } = opened ?? { outsideRequests: [], faults: [] };
    await opened?.close();
    opened = undefined;
    expect({ outsideRequests, faults }).toEqual({ outsideRequests: [], faults: [] });
  });
  afterAll(() => served?.close());

  it('shows what the interface ranks, in its order, and tells the best route in full', async () => {
    const page = await open('/');
    const rows = await page.locator('.result').allInnerTexts();
    expect(rows).toHaveLength(ranked.length);
    for (const [at, { score, parties }] of ranked.entries()) {
      expect(rows[at]).toContain(`${score.bits.toFixed(1)} bits`);
      expect(rows[at]).toContain(parties.at(-1).name);
    }
    expect(await page.locator('.route h2').innerText()).toContain('Route 1');
    expect(await page.locator('.banner').innerText()).toMatch(/Invented example world/);
    expect(await page.locator('.how-far summary').innerText()).toContain('Complete: everything in reach was looked at');
  });

  it('draws each party and each movement on the strip, with tier, verdict and days in words', async () => {
    const page = await open('/');
    const strip = page.locator('.strip-rows');
    expect(await strip.locator('.strip-party b').allInnerTexts()).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: as the interface answers
      ranked[0].parties.map((party: any) => party.name),
    );
    expect(await strip.locator('.strip-move').count()).toBe(ranked[0].shipments.length);
    expect(await strip.innerText()).toMatch(/Tier 3/);
    expect(await strip.locator('.strip-move').last().innerText()).toMatch(/Licence required[\s\S]*\d{4}-\d{2}-\d{2} →/);
    const widths = await strip.locator('.bar-sure, .bar-whole').evaluateAll((bars) => {
      return bars.map((bar) => bar.getBoundingClientRect().width);
    });
    expect(widths.length).toBeGreaterThanOrEqual(ranked[0].shipments.length);
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });

  it('tells for each hop its paper, its judgements with citations, and what is not known', async () => {
    const page = await open('/');
    for (const [at, { id }] of ranked[0].shipments.entries()) {
      const hop = page.locator(`#hop-${at}`);
      expect(await hop.locator('.source').innerText()).toContain(id);
      expect(await hop.locator('.judgement h5').allInnerTexts()).toEqual([
        expect.stringContaining('On its papers'),
        expect.stringContaining('Knowing the end'),
      ]);
    }
    const last = page.locator('.hop').last();
    expect(await last.locator('.findings > li > cite').first().textContent()).toMatch(/15 CFR 74\d/);
    expect(await page.locator('.hop').nth(1).innerText()).toMatch(/would change this/);
  });

  it('adds the evidence up to the score', async () => {
    const page = await open('/');
    const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace('−', '-')));
    const steps = numbers(await page.locator('.waterfall tbody td:nth-child(2)').allInnerTexts());
    const sums = numbers(await page.locator('.waterfall tbody td:nth-child(3)').allInnerTexts());
    expect(steps.length).toBeGreaterThan(5);
    expect(sums.at(-1)).toBeCloseTo(ranked[0].score.bits, 0);
    // Each is rounded to two decimals.
    expect(Math.abs(steps.reduce((sum, bits) => sum + bits, 0) - ranked[0].score.bits)).toBeLessThan(
      0.005 * steps.length + 1e-9,
    );
    expect(await page.locator('.waterfall tfoot').innerText()).toContain(ranked[0].score.bits.toFixed(1));
    expect(await page.locator('.missing summary').innerText()).toMatch(
      /If what is not known were known: .* to .* bits/,
    );
  });

  it('lets the keyboard choose a route, and the back button bring the one before back', async () => {
    const page = await open('/');
    await page.locator('.result').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`.route h2:has-text("Route ${ranked[1].rank} ")`);
    expect(new URL(page.url()).searchParams.get('route')).toBe(ranked[1].id);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('shown');
    expect(await page.locator('.result[aria-current]').innerText()).toContain(ranked[1].parties.at(-1).name);
    await page.goBack();
    await page.waitForSelector(`.route h2:has-text("Route ${ranked[0].rank} ")`);
  });

  it('is restored from its address: terms, route and hop', async () => {
    const page = await open(`/routes?to=country%3ACN&since=2024&view=AS_WRITTEN&dwell=120`);
    const link = await page.locator('.result').nth(1).getAttribute('href');
    await page.locator('.result').nth(1).click();
    await page.waitForSelector('.result[aria-current] >> nth=0');
    const title = await page.locator('.route h2').innerText();
    await opened?.close();

    const again = await open(`${link}#hop-1`);
    expect(await again.getByLabel('To party').inputValue()).toBe('country:CN');
    expect(await again.getByLabel('Departed since').inputValue()).toBe('2024');
    expect(await again.getByLabel('View of the law').inputValue()).toBe('AS_WRITTEN');
    expect(await again.getByLabel('Longest stay, days').inputValue()).toBe('120');
    await again.waitForSelector(`.result[aria-current][href="${link}"]`);
    expect(title).toContain('Route');
    expect(await again.evaluate(() => document.getElementById('hop-1')?.getBoundingClientRect().top)).toBeLessThan(900);
  });

  it('asks what the form says, and finds parties by name for its ends', async () => {
    const page = await open('/');
    const { id, name } = ranked[0].parties[0];
    await page.getByLabel('From party').fill(name.slice(0, 8));
    const suggestion = page.locator(`datalist option[value="id:${id}"]`);
    await suggestion.waitFor({ state: 'attached' });
    await page.getByLabel('From party').fill(`id:${id}`);
    await page.getByRole('button', { name: 'Find routes' }).click();
    await page.waitForURL(/from=id/);
    await page.waitForSelector('.result');
    for (const row of await page.locator('.result').allInnerTexts()) expect(row).toContain(name);
  });

  it('says why a chain is no route, and shows it where it is one', async () => {
    const page = await open('/');
    await page.getByText('Why is this not a route?').click();
    await page.getByLabel('Party ids').fill([ranked[0].parties[0].id, ranked[0].parties.at(-1).id].join('; '));
    await page.getByRole('button', { name: 'Test the chain' }).click();
    await page.waitForSelector('.notice-failure');
    expect(await page.locator('.notice-failure').innerText()).toMatch(/Not a route[\s\S]*CONNECTION/);
    // biome-ignore lint/suspicious/noExplicitAny: as the interface answers
    const parties = ranked[1].parties.map((party: any) => party.id);
    await page.getByLabel('Party ids').fill(parties.join('; '));
    await page.getByRole('button', { name: 'Test the chain' }).click();
    await page.waitForSelector('.route h2:has-text("The chain is a route")');
    expect(await page.locator('.route').innerText()).toContain(`Its place among all routes: ${ranked[1].rank}`);
  });

  it('says what was looked at where there is no route', async () => {
    const page = await open('/routes?from=country%3AIS&to=country%3AKP');
    expect(await page.locator('.notice-empty').innerText()).toMatch(
      /no such route in the data\s+The search is complete: \d+ movements and \d+ parties/,
    );
  });

  it('saves the same lines as the command line prints, and a table of them', async () => {
    const page = await open('/');
    const save = async (label: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: label }).click();
      return readFileSync(await (await coming).path(), 'utf8');
    };
    const folder = newFolder();
    await detour(['import', fileURLToPath(new URL('../../seeds/worlds/strait', import.meta.url))], { folder });
    const { out } = await detour(['routes', '--format', 'jsonl'], { folder });
    const lines = await save('as JSON Lines');
    expect(lines).toBe(out);

    const [header, ...rows] = (await save('as CSV')).trimEnd().split('\n');
    expect(header).toMatch(/^rank,score,band,kind,certainty,open,parties,countries,shipments,goods,chips,tpp,/);
    expect(rows).toHaveLength(ranked.length);
    for (const [at, line] of lines.trimEnd().split('\n').entries()) {
      const { score, parties } = JSON.parse(line);
      expect(rows[at]?.startsWith(`${ranked[at].rank},${score},`)).toBe(true);
      expect(rows[at]).toContain(`"${parties.join(';')}"`);
    }
  });

  it.each(['light', 'dark'] as const)('meets WCAG AA in %s, everything unfolded', async (colorScheme) => {
    const chain = `?party=${ranked[0].parties[0].id}&party=${ranked[0].parties.at(-1).id}`;
    for (const path of ['/', `/routes${chain}`, '/routes?from=country%3AIS&to=country%3AKP']) {
      const page = await open(path, { colorScheme });
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await seriousFaults(page)).toEqual([]);
      await opened?.close();
    }
  });

  it.each([390, 320])('fits a window %i pixels wide', async (width) => {
    const page = await open('/', { width });
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('keeps the colours that were chosen', async () => {
    const page = await open('/', { colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel('Colours').selectOption('dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.waitForSelector('.route');
    expect(await ground()).toBe(dark);
  });
});

/** Rules of WCAG 2.2 AA that the page breaks, with where. */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
