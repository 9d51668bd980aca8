import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/model/day.js';
import { ask } from './ask.js';
import { fakeDesk } from './fake-desk.js';

describe('routes', () => {
  it('passes the question on with its days, terms and limits, and nothing that was not asked', async () => {
    const desk = fakeDesk();
    const { errors } = await ask(
      desk,
      `{ diversionRoutes(
          filter: { from: ["role:manufacturer"], to: ["country:CN"], products: ["h100-sxm"], since: "2024-02", until: "2024" }
          k: 3, maxHops: 4, maxDwellDays: 90, minTier2: 0, asOf: "2025-06-30", view: AS_WRITTEN, alternatives: true
          budget: { labels: 500, milliseconds: 900 }
        ) { complete } }`,
    );
    expect(errors).toEqual([]);
    expect(desk.asked[0]?.args[0]).toEqual({
      from: ['role:manufacturer'],
      to: ['country:CN'],
      products: ['h100-sxm'],
      since: parseDay('2024-02-01'),
      until: parseDay('2024-12-31'),
      asOf: parseDay('2025-06-30'),
      k: 3,
      maxHops: 4,
      maxDwellDays: 90,
      minTier2: 0,
      regime: 'us-ear',
      view: 'AS_WRITTEN',
      all: true,
      budget: { labels: 500, milliseconds: 900 },
    });
  });

  it('never gives a search more time than the request has', async () => {
    const desk = fakeDesk();
    await ask(desk, '{ diversionRoutes(budget: { milliseconds: 999999 }) { complete } }', {
      limits: { milliseconds: 1234 },
    });
    expect(desk.asked[0]?.args[0]).toMatchObject({ budget: { milliseconds: 1234 } });
  });

  it('hands the signal of the request to the search', async () => {
    const desk = fakeDesk();
    const { signal } = new AbortController();
    await ask(desk, '{ diversionRoutes { complete } }', { signal });
    expect(desk.asked[0]?.args[1]).toBe(signal);
  });

  it('shows a route with its hops, ties, law, evidence and lots', async () => {
    const { data, errors } = await ask(
      fakeDesk(),
      `{ diversionRoutes { complete stoppedBy bestMissedBits asOf regime view storeVersion evidenceVersion elapsedMs
          explored { movements parties chains pairs } gaps { kind sentence count }
          notShown { direct { value relation } noTier2 { value relation } } totalCount { value relation }
          nodes { id rank kind alsoKind certainty timing open chips tpp h100Equivalent goods { code product { id } }
            parties { id } shipments { id } period { from to }
            lots { totalCount { value } nodes { hop chips shipment { id } } }
            firstUnlawfulHop { onItsPapers { index shipment { id } } withKnowledge { index } }
            alternatives { count routes { id } }
            score { bits probability prior band range { low high }
              parts { flag family carrier carrierName hop bits fullBits sentence citation facts { name value } }
              missing { flag carrier carrierName hop mightAdd mightTake needs } }
            hops { index kind from { id } to { id } tierFrom tierTo extension judgedGoods timing chips
              dwell { minDays maxDays } shipment { id departs departsBetween { from to } act }
              tie { kind certainty sentence links { id share from to source { name } } }
              evidence { flag }
              judgement { outcome review licence itemClass destination on confidence
                tier { origin destination parties { role place headquarters ultimateParent } }
                findings { rule sentence citation missing counterfactual facts { name value } }
                caps { cap limit before { min max } left { min max } fits } }
              enforced { judgementAsFound { outcome } } } } } }`,
    );
    expect(errors).toEqual([]);
    const { nodes, ...connection } = data.diversionRoutes;
    expect(connection).toMatchObject({
      complete: true,
      stoppedBy: null,
      asOf: '2026-11-22',
      explored: { chains: 7, pairs: '9007199254740994' },
      gaps: [{ kind: 'LIST_NOT_LOADED', count: null }],
      notShown: { direct: { value: 2, relation: 'EQ' }, noTier2: { value: 1000, relation: 'GTE' } },
      totalCount: { value: 3, relation: 'GTE' },
    });
    const [shown] = nodes;
    expect(shown).toMatchObject({
      rank: 1,
      kind: 'OBSERVED',
      alsoKind: ['BY_CONTROL'],
      timing: 'POSSIBLE',
      goods: { code: 'h100-sxm', product: { id: 'h100-sxm' } },
      shipments: [{ id: 's1' }, { id: 's2' }],
      period: { from: '2024-05-01', to: '2024-06-09' },
      lots: {
        totalCount: { value: 2 },
        nodes: [
          { hop: 0, chips: 64, shipment: { id: 's1' } },
          { hop: 2, chips: null, shipment: { id: 's2' } },
        ],
      },
      firstUnlawfulHop: { onItsPapers: { index: 2, shipment: { id: 's2' } }, withKnowledge: { index: 0 } },
      alternatives: { count: 3, routes: [] },
    });
    expect(shown.score.parts[0]).toMatchObject({
      carrier: 'MOVEMENT',
      carrierName: 's2',
      facts: [
        { name: 'outcome', value: 'LICENCE_REQUIRED' },
        { name: 'units', value: '64' },
      ],
    });
    const [movement, tie, end] = shown.hops;
    expect(movement).toMatchObject({
      kind: 'MOVEMENT',
      tierFrom: 'TIER_0',
      tierTo: 'TIER_2',
      dwell: null,
      tie: null,
      evidence: [],
      shipment: { departs: '2024-05', departsBetween: { from: '2024-05-01', to: '2024-05-31' }, act: 'EXPORT' },
      judgement: {
        outcome: 'LICENCE_REQUIRED',
        on: '2024-06-01',
        tier: {
          origin: 'TIER_2',
          parties: [{ role: 'END_USER', place: 'TIER_3', headquarters: 'UNKNOWN', ultimateParent: 'TIER_3' }],
        },
        findings: [{ counterfactual: false, missing: ['consignee.headquarters'] }],
        caps: [{ before: { min: 0, max: 10 }, left: { min: 3, max: 4 }, fits: 'POSSIBLE' }],
      },
    });
    expect(tie).toMatchObject({
      kind: 'TIE',
      shipment: null,
      judgement: null,
      tie: {
        kind: 'OWNS',
        links: [{ id: 'l1', share: '>25%', from: '2023', to: null, source: { name: 'Straits Trading' } }],
      },
    });
    expect(end).toMatchObject({
      dwell: { minDays: 12, maxDays: 12 },
      evidence: [{ flag: 'licence-missing' }],
      enforced: { judgementAsFound: { outcome: 'LICENCE_REQUIRED' } },
    });
  });

  it('pages within the routes that were searched for', async () => {
    const page = (args: string) =>
      `{ diversionRoutes(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const one = (await ask(fakeDesk(), page('first: 2'))).data.diversionRoutes;
    expect(one.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['route-1', 'route-2']);
    expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const two = (await ask(fakeDesk(), page(`first: 2, after: "${one.pageInfo.endCursor}"`))).data.diversionRoutes;
    expect(two.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['route-3']);
    expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('takes the ends as arguments between two places', async () => {
    const desk = fakeDesk();
    await ask(desk, '{ routesBetween(from: ["maker"], to: ["tier:3"], filter: { since: "2024" }) { complete } }');
    expect(desk.asked[0]?.args[0]).toMatchObject({ from: ['maker'], to: ['tier:3'], since: parseDay('2024-01-01') });
  });

  it('refuses ends that are named twice', async () => {
    const { errors } = await ask(fakeDesk(), '{ routesBetween(to: ["CN"], filter: { to: ["HK"] }) { complete } }');
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]?.message).toContain('named in `filter` too');
  });

  it('says why a chain is none, with the facts', async () => {
    const { data } = await ask(
      fakeDesk(),
      '{ explainChain(parties: ["maker", "lab"]) { isRoute route { id } rank { value } failure { condition at sentence facts { name value } } } }',
    );
    expect(data.explainChain).toEqual({
      isRoute: false,
      route: null,
      rank: null,
      failure: {
        condition: 'DATES',
        at: 1,
        sentence: 's2 departs before s1 arrives.',
        facts: [{ name: 'departs', value: '2024-06-01' }],
      },
    });
  });

  it('gives rank and route of a chain that is one', async () => {
    const { data } = await ask(
      fakeDesk(),
      '{ explainChain(shipments: ["s1", "s2"]) { isRoute route { id } rank { value relation } failure { at } } }',
    );
    expect(data.explainChain).toEqual({
      isRoute: true,
      route: { id: 'route-1' },
      rank: { value: 1, relation: 'EQ' },
      failure: null,
    });
  });

  it('refuses an empty chain', async () => {
    const { errors } = await ask(fakeDesk(), '{ explainChain(parties: []) { isRoute } }');
    expect(errors[0]?.message).toContain('the chain is empty');
  });
});

describe('facts', () => {
  it('shows a party with everything that hangs on it, as of the day of the question', async () => {
    const desk = fakeDesk();
    const { data, errors } = await ask(
      desk,
      `{ entity(id: "shell", asOf: "2025-02-01") { id name country tier source { dataset record retrievedOn }
          listings { list from holds(on: "2025-01-15") }
          shipments(first: 1, filter: { since: "2024" }) { totalCount { value } nodes { shipper { name } endUser { id } } }
          owners { nodes { id share type source { id } } } owned { nodes { id } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.entity).toMatchObject({
      name: 'Harbour Nine',
      tier: 'UNKNOWN',
      source: { dataset: 'made', retrievedOn: '2025-01-31' },
      listings: [{ list: 'sdn', from: null, holds: 'NOT_EXCLUDED' }],
      owners: {
        nodes: [
          { id: 'l1', share: '>25%', type: 'owns' },
          { id: 'l2', share: null, source: { id: 'lab' } },
        ],
      },
    });
    const asOf = parseDay('2025-02-01');
    const asked = (method: string) => desk.asked.filter((one) => one.method === method).map((one) => one.args);
    expect(asked('entity')).toEqual([['shell', asOf]]);
    expect(asked('listings')).toEqual([[['shell'], asOf]]);
    expect(asked('shipments')).toEqual([[{ parties: ['shell'], since: parseDay('2024-01-01') }, { first: 1 }, asOf]]);
    expect(asked('links').map(([query]) => (query as { direction: string }).direction)).toEqual(['ABOVE', 'BELOW']);
    expect(asked('entitiesById').every(([, day]) => day === asOf)).toBe(true);
  });

  it('reads the parties of many shipments at once', async () => {
    const desk = fakeDesk();
    await ask(desk, '{ shipments { nodes { shipper { id } consignee { id } } } }');
    const reads = desk.asked.filter(({ method }) => method === 'entitiesById');
    expect(reads.map(({ args }) => args[0])).toEqual([['maker', 'trader', 'shell', 'lab']]);
  });

  it('shows a party that nobody described as a stub, never as an error', async () => {
    const desk = fakeDesk({ entitiesById: async (ids) => ids.map(() => undefined) });
    const { data, errors } = await ask(desk, '{ shipments { nodes { shipper { id name stub source { dataset } } } } }');
    expect(errors).toEqual([]);
    expect(data.shipments.nodes[0].shipper).toEqual({ id: 'maker', name: null, stub: true, source: null });
  });

  it('keeps two questions with different days apart', async () => {
    const desk = fakeDesk();
    await ask(
      desk,
      '{ a: entity(id: "lab", asOf: "2024") { listings { id } } b: entity(id: "lab") { listings { id } } }',
    );
    const days = desk.asked.filter(({ method }) => method === 'listings').map(({ args }) => args[1]);
    expect(days.sort()).toEqual([parseDay('2024-12-31'), undefined]);
  });

  it('answers null for a party nobody knows', async () => {
    const { data, errors } = await ask(fakeDesk(), '{ entity(id: "nobody") { id } node(id: "nobody") { id } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ entity: null, node: null });
  });

  it('searches parties by text and filters', async () => {
    const desk = fakeDesk();
    const { data } = await ask(
      desk,
      '{ entities(search: "harbour", filter: { countries: ["malaysia", "SGP"], schemas: [Company] }) { totalCount { value relation } pageInfo { endCursor } } }',
    );
    expect(desk.asked[0]?.args.slice(0, 2)).toEqual([
      { text: 'harbour', countries: ['MY', 'SG'], schemas: ['Company'] },
      { first: 50 },
    ]);
    expect(data.entities).toEqual({ totalCount: { value: 4, relation: 'EQ' }, pageInfo: { endCursor: 'lab' } });
  });

  it('finds any object by its id, of the kind named in front', async () => {
    const { data } = await ask(
      fakeDesk(),
      `{ a: node(id: "maker") { __typename id } b: node(id: "s1") { __typename id ... on Shipment { departs } }
         c: node(id: "h100-sxm") { __typename } d: node(id: "Shipment:s2") { id } e: node(id: "Entity:s2") { id } }`,
    );
    expect(data).toEqual({
      a: { __typename: 'Entity', id: 'maker' },
      b: { __typename: 'Shipment', id: 's1', departs: '2024-05' },
      c: { __typename: 'Product' },
      d: { id: 's2' },
      e: null,
    });
  });
});

describe('law and the program itself', () => {
  it('judges a stated movement as it was stated, today unless told', async () => {
    const desk = fakeDesk();
    const { data, errors } = await ask(
      desk,
      `{ judge(movement: { assume: GOLDEN, act: EXPORT, product: "h100-sxm", units: 1000, from: "USA", to: "Malaysia",
          item: { eccn: "3a090.A", tpp: 15832, trainingOperations: 2e26 }
          consignee: { headquarters: "MY", ownedByListed: [{ list: "entity-list", share: 0.6 }] } }) { outcome } }`,
    );
    expect(errors).toEqual([]);
    expect(data.judge.outcome).toBe('LICENCE_REQUIRED');
    const question = desk.asked[0]?.args[0] as { movement: unknown; on: number };
    expect(JSON.parse(JSON.stringify(question.movement))).toEqual({
      assume: 'GOLDEN',
      act: 'export',
      product: 'h100-sxm',
      units: 1000,
      from: 'US',
      to: 'MY',
      item: { eccn: '3A090.a', tpp: 15832, trainingOperations: 2e26 },
      consignee: { headquarters: 'MY', ownedByListed: [{ list: 'entity-list', share: '60%' }] },
    });
    expect(question.on).toBe(parseDay('2026-11-22'));
  });

  it('classifies stated goods as they were stated, today unless told', async () => {
    const desk = fakeDesk();
    const { data, errors } = await ask(
      desk,
      `{ open: classify(item: { tpp: 4000, performanceDensity: 4 }, on: "2024-06-01") {
           class possible grounds { rule citation sentence applies } missing settles { fact value class } confidence
           on regime view }
         named: classify(product: "L4", certifications: ["designer-approved"], regime: "mine", view: AS_WRITTEN) { class } }`,
    );
    expect(errors).toEqual([]);
    expect(data.open).toEqual({
      class: 'UNKNOWN',
      possible: ['3A090.b', 'NONE'],
      grounds: [{ rule: 'class-b', citation: 'ECCN 3A090.b', sentence: 'Made.', applies: 'UNKNOWN' }],
      missing: ['item.dataCenter'],
      settles: [{ fact: 'item.dataCenter', value: 'false', class: 'NONE' }],
      confidence: 'CONFIRMED',
      on: '2024-06-01',
      regime: 'us-ear',
      view: 'ENFORCED',
    });
    expect(JSON.parse(JSON.stringify(desk.asked.map(({ method, args }) => [method, ...args])))).toEqual([
      [
        'classify',
        {
          goods: { item: { tpp: 4000, performanceDensity: 4 } },
          on: parseDay('2024-06-01'),
          regime: 'us-ear',
          view: 'ENFORCED',
        },
      ],
      [
        'classify',
        {
          goods: { product: 'L4', certifications: ['designer-approved'] },
          on: parseDay('2026-11-22'),
          regime: 'mine',
          view: 'AS_WRITTEN',
        },
      ],
    ]);
  });

  it('lists countries, products, flags, data sets, health and limits', async () => {
    const { data, errors } = await ask(
      fakeDesk(),
      `{ countries(on: "2025-01-15") { code tier groups } products { id kind hs tpp } regimes { id } regime(id: "x") { id }
         evidenceFlags { id carriers weights { grade bits } } datasets { name importedAt records { shipments } }
         health { ok problem storeVersion } limits { first k maxHops depth cost } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      countries: [{ code: 'MY', tier: 'TIER_2', groups: ['A:6'] }],
      products: [{ id: 'h100-sxm', kind: 'chip', hs: ['8542.31'] }],
      regime: null,
      evidenceFlags: [
        {
          carriers: ['CONTINUATION'],
          weights: [
            { grade: 'days', bits: 1.5 },
            { grade: 'weeks', bits: 0.5 },
          ],
        },
      ],
      datasets: [{ importedAt: '2025-06-15T15:06:40.000Z' }],
      health: { ok: true, problem: null },
      limits: { first: 500, maxHops: 10 },
    });
  });
});
