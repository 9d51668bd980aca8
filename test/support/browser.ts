/** A page in a real browser, which reaches nothing but the address it was opened at. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { findChromium, whyNoChromium } from './chromium.js';

export interface OpenPage {
  readonly page: Page;
  /** Every request that was not to the page's own origin, in order; each was refused. A test expects none. */
  readonly outsideRequests: readonly string[];
  /** What the page wrote to its console as an error, and what it threw. */
  readonly faults: readonly string[];
  /** Writes a PNG of the whole page under the run's folder for temporary files. Returns its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface PageOptions {
  /** In CSS pixels; 1280 × 800 if not given. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

const noBrowser = whyNoChromium();
if (noBrowser !== undefined && !process.env.CI) {
  console.warn(`\nSKIPPED: all tests in a browser. To run them: ${noBrowser}\n`);
}

/** `describe` where there is a browser; elsewhere its tests are skipped, aloud, and in CI they fail. */
export const describeWithBrowser: typeof describe.skip =
  noBrowser === undefined || process.env.CI ? describe : describe.skip;

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  // No name is ever looked up: what is not this machine does not exist.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
/** WebGL without a graphics card. */
const SOFTWARE_WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * Opens the address in a browser of its own and waits until the page has loaded.
 *
 * @throws {Error} when there is no browser (use `describeWithBrowser`) or the address does not answer
 */
export async function openPage(url: string, options: PageOptions = {}): Promise<OpenPage> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...env },
    // Chromium's own sandbox does not start for root, nor in most containers; the pages are our own.
    args: ['--no-sandbox', ...QUIET, ...SOFTWARE_WEBGL],
  });
  try {
    return await openIn(browser, url, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openIn(browser: Browser, url: string, options: PageOptions): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? 'light',
    serviceWorkers: 'block',
  });
  const outsideRequests: string[] = [];
  const faults: string[] = [];
  const { origin, host } = new URL(url);
  await context.route(
    (address) => address.origin !== origin && !['data:', 'blob:', 'about:'].includes(address.protocol),
    (route) => {
      outsideRequests.push(route.request().url());
      return route.abort('blockedbyclient');
    },
  );
  await context.routeWebSocket(
    (address) => address.host !== host,
    (socket) => {
      outsideRequests.push(socket.url());
      return socket.close();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url, { waitUntil: 'load' });

  const folder = mkdtempSync(join(tmpdir(), 'detour-page-'));
  return {
    page,
    outsideRequests,
    faults,
    screenshot: async (name) => {
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, fullPage: true });
      return path;
    },
    close: () => browser.close(),
  };
}
