// biome-ignore-all lint/performance/useDomNodeTextContent: what a reader sees is tested, not what the tree holds
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/page/playground/examples.js';
import { questionAsked } from '../../src/page/playground/opening.js';
import { playgroundHref } from '../../src/page/routes/playground-href.js';
import { describeWithBrowser, type OpenPage, openPage } from '../support/browser.js';
import { ask, type Served, serveExampleWorld } from './example-world.js';

const SCHEMA = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

describe('the worked questions', () => {
  it.each(EXAMPLES)('$title: is a question of the schema', ({ query }) => {
    expect(validate(SCHEMA, parse(query))).toEqual([]);
  });
});

describe('an address of the playground', () => {
  it('carries a question and its variables behind the #', () => {
    const href = new URL(playgroundHref('query Q($k: Int) { a & "b" }', { k: 3, to: ['CN'] }), 'http://here');
    const asked = questionAsked(href.search, href.hash);
    expect(asked?.query).toBe('query Q($k: Int) { a & "b" }');
    expect(JSON.parse(asked?.variables ?? '')).toEqual({ k: 3, to: ['CN'] });
    expect(href.search).toBe('');
  });

  it('names a worked question, or none', () => {
    expect(questionAsked('?example=legal', '')?.query).toContain('WasThisLegalThen');
    expect(questionAsked('?example=nothing', '')).toBeUndefined();
    expect(questionAsked('', '')).toBeUndefined();
  });
});

describeWithBrowser('the playground on the example world', () => {
  let served: Served;
  let opened: OpenPage;

  beforeAll(async () => {
    served = await serveExampleWorld();
  });
  afterEach(async () => {
    await opened?.close();
  });
  afterAll(() => served?.close());

  it.each(EXAMPLES)('$title: is answered without an error, and not with nothing', async ({ query }) => {
    const { data, errors } = await ask(served.url, query);
    expect(errors).toBeUndefined();
    for (const answer of Object.values(data)) expect(answer).not.toBeNull();
  });

  it('answers as its comments say', async () => {
    const answers = await Promise.all(
      EXAMPLES.map(async ({ name, query }) => [name, (await ask(served.url, query)).data]),
    );
    const { routes, behind, legal, 'why-not': why, data, class: itemClass, compare } = Object.fromEntries(answers);
    expect(routes.diversionRoutes.nodes).toHaveLength(5);
    expect(behind.entity.owners.nodes[0].source.owners.nodes.length).toBeGreaterThan(0);
    expect(legal.asEnforced.outcome).toBe('LICENCE_REQUIRED');
    expect(legal.asWritten.exceptions.find((one: { name: string }) => one.name === 'LPP').usable).toBe(true);
    expect(why.throughTheForwarder).toMatchObject({ isRoute: false, failure: { condition: 'CONNECTION' } });
    expect(why.throughMalaysia).toMatchObject({ isRoute: true, failure: null });
    expect(data.datasets[0].records.shipments).toBeGreaterThan(3000);
    expect([itemClass.byName.class, itemClass.byNumbers.class]).toEqual(['3A090.a', 'UNKNOWN']);
    expect(compare.compareRegimes.changed).toBeGreaterThan(0);
  });

  it('works without any request to elsewhere, with the worked questions in tabs', async () => {
    opened = await openPage(`${served.url}/playground`);
    const { page } = opened;
    await page.locator('.monaco-editor').first().waitFor({ timeout: 60_000 });
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'RoutesToACountry',
      'WhoIsBehindThisParty',
      'WasThisLegalThen',
      'WhatClass',
      'WhatWouldChange',
      'WhyIsThisNotARoute',
      'WhatIsInTheData',
    ]);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window').getByText('diversionRoutes').first().waitFor({ timeout: 60_000 });
    // The schema was fetched: the explorer of the docs knows its types.
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
    await page.locator('.graphiql-doc-explorer').getByText('What may be asked.').waitFor();
    expect(opened.outsideRequests).toEqual([]);
    expect(opened.faults).toEqual([]);
  });

  it('takes over the question of a view with its variables, and opens a worked one by name', async () => {
    opened = await openPage(`${served.url}/routes?to=country%3ACN&k=3`);
    const { page } = opened;
    await page.locator('.route').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Open this in the playground' }).click();
    await page.locator('.monaco-editor').first().waitFor({ timeout: 60_000 });
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('OneRoute');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.result-window').getByText('diversionRoutes').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('.result-window').innerText()).not.toContain('"errors"');
    await page.getByRole('link', { name: 'Was this legal then?' }).click();
    await page.getByRole('tab', { name: 'WasThisLegalThen', selected: true }).waitFor({ timeout: 60_000 });
  });
});
