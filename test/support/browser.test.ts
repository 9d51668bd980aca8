import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, type OpenPage, openPage } from './browser.js';

const HTML = `<!doctype html><title>A page</title>
<style>body { font: 16px sans-serif } @media (prefers-color-scheme: dark) { body { background: black; color: white } }</style>
<h1>Readable words</h1><canvas></canvas>
<img src="/own.png" alt=""><img src="https://tiles.example/1.png" alt="">
<script>
  document.title = document.querySelector('canvas').getContext('webgl2') ? 'WebGL2' : 'no WebGL2';
  new WebSocket('wss://live.example/');
  fetch('data:text/plain,inside');
</script>`;

describeWithBrowser('a page that tests open', () => {
  let server: Server;
  let opened: OpenPage;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html').end(request.url === '/' ? HTML : '');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened = await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      width: 390,
      colorScheme: 'dark',
    });
  });
  afterAll(async () => {
    await opened?.close();
    server.close();
  });

  it('shows its words in letters that have a width, in the size and colours asked for', async () => {
    const heading = opened.page.getByRole('heading', { name: 'Readable words' });
    expect((await heading.boundingBox())?.width).toBeGreaterThan(100);
    expect(await opened.page.evaluate(() => innerWidth)).toBe(390);
    expect(await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)');
    const width = await opened.page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d');
      return context?.measureText('iiii').width === context?.measureText('WWWW').width;
    });
    expect(width, 'a font is there: wide letters are wider than narrow ones').toBe(false);
  });

  it('has WebGL2 without a graphics card', async () => {
    expect(await opened.page.title()).toBe('WebGL2');
  });

  it('reaches its own server and is refused everything else, by name', async () => {
    expect(asked).toContain('/own.png');
    expect([...opened.outsideRequests].sort()).toEqual(['https://tiles.example/1.png', 'wss://live.example/']);
  });

  it('can be photographed', async () => {
    const path = await opened.screenshot('dark-narrow');
    expect(statSync(path).size).toBeGreaterThan(2000);
  });
});
