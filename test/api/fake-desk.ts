/** A desk with a handful of made facts, that remembers what it was asked. */
import type { ChainQuestion, Completeness, Desk, Judgement, Route, RouteQuestion } from '../../src/desk/answers.js';
import { parseDay, parsePartialDate } from '../../src/model/day.js';
import type { Entity } from '../../src/model/entity.js';
import { DetourError } from '../../src/model/errors.js';
import type { Link } from '../../src/model/link.js';
import type { Product } from '../../src/model/product.js';
import { parseShare } from '../../src/model/share.js';
import type { Shipment } from '../../src/model/shipment.js';

export const TODAY = parseDay('2026-11-22');

export interface FakeDesk extends Desk {
  /** Everything asked so far, by method. */
  readonly asked: { readonly method: string; readonly args: readonly unknown[] }[];
}

/** The desk; `instead` replaces single answers. */
export function fakeDesk(instead: Partial<Desk> = {}): FakeDesk {
  const asked: { method: string; args: readonly unknown[] }[] = [];
  const desk = { ...answers, ...instead };
  const recorded = Object.fromEntries(
    Object.entries(desk).map(([method, answer]) => [
      method,
      (...args: readonly unknown[]) => {
        asked.push({ method, args });
        return (answer as (...args: readonly unknown[]) => unknown)(...args);
      },
    ]),
  );
  return { ...(recorded as unknown as Desk), asked };
}

const made = { dataset: 'made', record: 'made:1', retrievedOn: parseDay('2025-01-31') };

function party(id: string, name: string, country: string): Entity {
  return { ...made, id, name, country, schema: 'Company', aliases: [], roles: [], identifiers: [], stub: false };
}

const maker = party('maker', 'Lumen Silicon Inc.', 'US');
const trader = party('trader', 'Straits Trading', 'SG');
const shell = party('shell', 'Harbour Nine', 'MY');
const lab = party('lab', 'Wuhan Lab', 'CN');
const parties = [maker, trader, shell, lab];

const ownership: Link = {
  ...made,
  id: 'l1',
  type: 'owns',
  source: 'trader',
  target: 'shell',
  share: parseShare('>25%'),
  from: parsePartialDate('2023'),
};
const hidden: Link = { ...ownership, id: 'l2', source: 'lab', share: parseShare('') };

const chip: Product = {
  id: 'h100-sxm',
  name: 'H100 SXM',
  aliases: [],
  kind: 'chip',
  contains: [],
  tpp: 15824,
  hs: ['8542.31'],
  confidence: 'CONFIRMED',
  source: 'made',
};

function line(id: string, shipper: string, consignee: string, departs: string, arrives: string): Shipment {
  return {
    ...made,
    id,
    shipper,
    consignee,
    departs: parsePartialDate(departs),
    arrives: parsePartialDate(arrives),
    departsAssumed: false,
    arrivesAssumed: false,
    via: [],
    product: 'h100-sxm',
    units: 64,
    certifications: [],
    act: 'export',
  };
}

const first = line('s1', 'maker', 'trader', '2024-05', '2024-05-20');
const last = line('s2', 'shell', 'lab', '2024-06-01', '2024-06-09');

const judgement: Judgement = {
  regime: 'us-ear',
  view: 'ENFORCED',
  on: parseDay('2024-06-01'),
  outcome: 'LICENCE_REQUIRED',
  review: 'PRESUMPTION_OF_DENIAL',
  licence: 'NOT_SHOWN',
  itemClass: '3A090.a',
  destination: 'CN',
  tier: {
    origin: 2,
    destination: 3,
    parties: [{ role: 'endUser', place: 3, headquarters: 'UNKNOWN', ultimateParent: 3 }],
  },
  findings: [
    {
      rule: 'acs-licence',
      version: 'ACS-2023@2023-11-17',
      citation: '15 CFR 742.6(a)(6)(iii)',
      sentence: 'A licence is required to send 3A090.a to CN.',
      applies: 'YES',
      facts: [{ name: 'item.tpp', value: '15824' }],
      missing: ['consignee.headquarters'],
      outcome: 'LICENCE_REQUIRED',
      confidence: 'CONFIRMED',
    },
  ],
  exceptions: [],
  caps: [
    {
      cap: 'lpp',
      citation: '15 CFR 740.29',
      limit: 26_900_000,
      before: [0, 10],
      uses: [1, 2],
      left: [3, 4],
      fits: 'POSSIBLE',
    },
  ],
  couldFlip: [],
  confidence: 'CONFIRMED',
};

const carried = { code: 'h100-sxm', product: chip };
const judged = {
  judgement,
  judgementAsFound: judgement,
  enforced: { judgement, judgementAsFound: judgement },
  judgedGoods: 'PAPER',
} as const;

/** maker → trader ~ shell → lab. */
export const route: Route = {
  id: 'route-1',
  rank: 1,
  parties: [maker, trader, shell, lab],
  hops: [
    {
      ...judged,
      kind: 'MOVEMENT',
      index: 0,
      from: maker,
      to: trader,
      tierFrom: 0,
      tierTo: 2,
      extension: false,
      carried,
      shipment: first,
      chips: 64,
    },
    {
      kind: 'TIE',
      index: 1,
      from: trader,
      to: shell,
      tierFrom: 2,
      tierTo: 2,
      extension: false,
      carried,
      tie: { kind: 'OWNS', certainty: 'CERTAIN', links: [ownership], sentence: 'Straits Trading owns Harbour Nine.' },
    },
    {
      ...judged,
      kind: 'MOVEMENT',
      index: 2,
      from: shell,
      to: lab,
      tierFrom: 2,
      tierTo: 3,
      extension: false,
      carried,
      shipment: last,
      dwell: { minDays: 12, maxDays: 12 },
      timing: 'CERTAIN',
    },
  ],
  score: {
    bits: 7.5,
    sixtyFourths: 480,
    probability: 0.64,
    prior: 0.01,
    band: 'HIGH',
    range: { low: 3, high: 9 },
    parts: [
      {
        flag: 'licence-missing',
        family: 'law',
        carrier: { kind: 'movement', name: 's2' },
        hop: 2,
        bits: 7.5,
        fullBits: 7.5,
        sentence: 'A licence was required and none is shown.',
        citation: '15 CFR 742.6',
        facts: { outcome: 'LICENCE_REQUIRED', units: 64 },
      },
    ],
    missing: [
      {
        flag: 'paid-from-tier-3',
        family: 'money',
        carrier: { kind: 'movement', name: 's1' },
        hop: 0,
        mightAdd: 1.5,
        mightTake: 0,
        needs: ['paidBy'],
      },
    ],
  },
  kind: 'OBSERVED',
  alsoKind: ['BY_CONTROL'],
  certainty: 'CERTAIN',
  timing: 'POSSIBLE',
  open: false,
  goods: carried,
  chips: 64,
  tpp: 1_012_736,
  h100Equivalent: 64,
  period: { earliest: parseDay('2024-05-01'), latest: parseDay('2024-06-09') },
  lots: [
    { hop: 0, shipment: first, chips: 64 },
    { hop: 2, shipment: last },
  ],
  firstUnlawfulHop: { onItsPapers: 2, withKnowledge: 0 },
  alternatives: { count: 3, routes: [] },
};

const completeness: Completeness = {
  complete: true,
  explored: { movements: 10, parties: 4, chains: 7, pairs: 2 ** 53 + 2 },
  asOf: TODAY,
  regime: 'us-ear',
  view: 'ENFORCED',
  storeVersion: 1,
  evidenceVersion: 'abc',
  elapsedMs: 3,
  gaps: [{ kind: 'LIST_NOT_LOADED', sentence: 'The Entity List is not loaded.' }],
};

function pageOf<T extends { readonly id: string }>(items: readonly T[]) {
  return { items, cursors: items.map(({ id }) => id), hasNextPage: false, total: items.length };
}

const answers: Desk = {
  diversionRoutes: async (question: RouteQuestion) => ({
    ...completeness,
    routes: [route, { ...route, id: 'route-2', rank: 5 }, { ...route, id: 'route-3', rank: 6 }].slice(0, question.k),
    total: { value: 3, relation: 'GTE' },
    notShown: { direct: { value: 2, relation: 'EQ' }, noTier2: { value: 1000, relation: 'GTE' } },
  }),
  compareRegimes: async ({ a, b }) => ({
    a: { regime: a.regime ?? 'us-ear', view: a.view ?? 'ENFORCED' },
    b: { regime: b.regime ?? 'us-ear', view: b.view ?? 'ENFORCED' },
    movements: 2,
    changed: 0,
    reviewChanged: 0,
    tpp: 0,
    tppUnknown: 0,
    outcomes: [],
    countries: [{ country: 'MY', movements: 2, changed: 0, tpp: 0 }],
    examples: [],
    routesCompared: 0,
    routesComplete: true,
    routes: [],
    storeVersion: 1,
  }),
  explainChain: async (question: ChainQuestion) => {
    if (question.shipments?.length === 2) return { ...completeness, route, rank: { value: 1, relation: 'EQ' } };
    const sentence = 's2 departs before s1 arrives.';
    return {
      ...completeness,
      failure: { condition: 'DATES', at: 1, sentence, facts: [{ name: 'departs', value: '2024-06-01' }] },
    };
  },
  entity: async (id) => parties.find((one) => one.id === id),
  entitiesById: async (ids) => ids.map((id) => parties.find((one) => one.id === id)),
  entities: async () => pageOf(parties),
  shipment: async (id) => [first, last].find((one) => one.id === id),
  shipments: async () => pageOf([first, last]),
  links: async () => pageOf([ownership, hidden]),
  listings: async ([id]) => [{ ...made, id: 'li1', entity: id as string, list: 'sdn', citation: '31 CFR 501' }],
  judge: async () => judgement,
  classify: async () => ({
    class: 'UNKNOWN',
    possible: ['3A090.b', 'NONE'],
    grounds: [{ rule: 'class-b', citation: 'ECCN 3A090.b', sentence: 'Made.', applies: 'UNKNOWN' }],
    missing: ['item.dataCenter'],
    settles: [{ fact: 'item.dataCenter', value: 'false', class: 'NONE' }],
    confidence: 'CONFIRMED',
    on: parseDay('2024-06-01'),
    regime: 'us-ear',
    view: 'ENFORCED',
  }),
  regimes: async () => [],
  regime: async () => undefined,
  countries: async () => [{ code: 'MY', name: 'Malaysia', tier: 2, groups: ['A:6'] }],
  tierOf: (country) => (country === 'CN' ? 3 : 'UNKNOWN'),
  products: () => [chip],
  evidenceFlags: () => [
    {
      id: 'onward-in-days',
      label: 'Sent on within days',
      family: 'time',
      carriers: ['continuation'],
      weight: { days: 96, weeks: 32 },
      sentence: '…',
      why: 'Made.',
      citation: 'own reasoning',
      needs: ['dwell'],
      on: true,
    },
  ],
  datasets: async () => [
    {
      name: 'made',
      records: { entities: 4, links: 2, shipments: 2, listings: 0, authorizations: 0 },
      importedAt: 1_750_000_000_000,
    },
  ],
  lawProblem: () => undefined,
  health: async () => ({ version: '0.1.0', store: 'memory', storeVersion: 1, exampleWorld: false }),
  importPaths: async () => {
    throw new DetourError('BAD_USER_INPUT', 'nothing is imported here');
  },
  exportFacts: async () => ({ entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 }),
  close: async () => undefined,
};
