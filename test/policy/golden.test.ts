/** The worked decision cases: outcome, review and reason, on the day and as the Diffusion rule was written. */
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { judge } from '../../src/policy/judge.js';
import type { View } from '../../src/policy/judgement.js';
import { loadRegimes } from '../../src/policy/load.js';
import { parseMovementCase } from '../../src/policy/movement.js';
import type { Regime } from '../../src/policy/regime.js';
import { differences, type RuleCase } from '../../src/policy/rule-cases.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;

type Expected = RuleCase['expect'];
type Party = Record<string, unknown>;

/** `CN/CN`: place of the head office and of the ultimate parent's. */
function party(country: string, ties: string, more: Party = {}): Party {
  const [headquarters, ultimateParentHeadquarters] = ties.split('/');
  return { country, headquarters, ultimateParentHeadquarters, ...more };
}

interface Row {
  readonly id: string;
  readonly on: string;
  readonly goods: object;
  readonly route: string;
  readonly ties: string;
  readonly more?: object;
  readonly consignee?: Party;
  readonly enforced?: Expected;
  readonly asWritten?: Expected;
}

const NLR: Expected = { outcome: 'NO_LICENCE_REQUIRED' };
const licence = (review: Expected['review'], ...finds: string[]): Expected => ({
  outcome: 'LICENCE_REQUIRED',
  ...(review === undefined ? {} : { review }),
  finds,
});
const by = (name: string, ...finds: string[]): Expected => ({
  outcome: 'EXCEPTION_AVAILABLE',
  usable: name.split(' '),
  finds,
});
const PD = 'PRESUMPTION_OF_DENIAL' as const;
const PA = 'PRESUMPTION_OF_APPROVAL' as const;
const CBC = 'CASE_BY_CASE' as const;
const DEN = 'POLICY_OF_DENIAL' as const;

const of = (product: string, units: number) => ({ product, units });
const weights = (trainingOperations: string, openness = 'CLOSED') => ({
  item: { weights: openness, trainingOperations },
});
const H100 = (units: number) => of('h100-sxm', units);
const LANE = ['us-availability', 'us-share', 'kyc', 'remote-users', 'security', 'designer-approved'];

const ROWS: readonly Row[] = [
  {
    id: '1',
    on: '2022-08-01',
    goods: of('a100', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...NLR, class: 'NONE' },
  },
  {
    id: '2',
    on: '2022-12-01',
    goods: of('a100', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...licence(PD, 'china-2022', 'review-2022'), class: '3A090' },
  },
  {
    id: '3',
    on: '2023-06-01',
    goods: of('a800', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...NLR, class: 'NONE' },
  },
  {
    id: '4',
    on: '2023-06-01',
    goods: of('a100', 100),
    route: 'US SA',
    ties: 'SA/SA',
    enforced: { ...NLR, class: '3A090', lacks: ['china-2022', 'zone-a'] },
  },
  {
    id: '5',
    on: '2023-12-01',
    goods: of('a800', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: licence(PD, 'zone-a', 'review-tier-3'),
  },
  {
    id: '6',
    on: '2023-12-01',
    goods: of('a100', 100),
    route: 'US SA',
    ties: 'SA/SA',
    enforced: licence(PA, 'zone-a', 'review-zone'),
  },
  {
    id: '7',
    on: '2024-02-15',
    goods: H100(64),
    route: 'US NI',
    ties: 'NI/NI',
    enforced: { ...NLR, lacks: ['zone-a', 'headquarters-a'] },
  },
  {
    id: '8',
    on: '2024-04-15',
    goods: H100(64),
    route: 'US NI',
    ties: 'NI/NI',
    enforced: licence(PD, 'zone-a'),
    asWritten: licence(PD, 'diffusion-circuits'),
  },
  {
    id: '9',
    on: '2024-06-01',
    goods: H100(512),
    route: 'US DE',
    ties: 'DE/DE',
    enforced: NLR,
    asWritten: by('AIA LPP', 'diffusion-circuits'),
  },
  {
    id: '10',
    on: '2024-06-01',
    goods: H100(512),
    route: 'US DE',
    ties: 'DE/CN',
    enforced: licence('NOT_STATED', 'headquarters-a', 'headquarters-review-disputed'),
    asWritten: {
      ...licence(PD, 'headquarters-a', 'diffusion-review-tier-3'),
      fails: [['AIA', 'ultimate parent has its headquarters in Supp. No. 5(a)']],
    },
  },
  { id: '12', on: '2024-06-01', goods: H100(1000), route: 'US MY', ties: 'MY/MY', enforced: NLR, asWritten: by('LPP') },
  {
    id: '12 without notice',
    on: '2024-06-01',
    goods: H100(1000),
    route: 'US MY',
    ties: 'MY/MY',
    more: { certifications: ['consignee-certification', 'designer-approved'] },
    asWritten: { outcome: 'LICENCE_REQUIRED', fails: [['LPP', '3,200,000']] },
  },
  {
    id: '13',
    on: '2025-06-01',
    goods: H100(100),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: { ...NLR, finds: ['diffusion-not-enforced'] },
    asWritten: by('LPP'),
  },
  {
    id: '13 needs no notice',
    on: '2025-06-01',
    goods: H100(100),
    route: 'US MY',
    ties: 'MY/MY',
    more: { certifications: ['consignee-certification'] },
    asWritten: by('LPP'),
  },
  { id: '14', on: '2025-06-01', goods: H100(1699), route: 'US MY', ties: 'MY/MY', enforced: NLR, asWritten: by('LPP') },
  {
    id: '15',
    on: '2025-06-01',
    goods: H100(1700),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: NLR,
    asWritten: {
      ...licence(PA, 'diffusion-review-allocation'),
      fails: [['LPP', '26,914,400 TPP with this movement; it ends at 26,900,000']],
    },
  },
  {
    id: '17 first',
    on: '2025-12-20',
    goods: H100(1000),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: NLR,
    asWritten: by('LPP'),
  },
  {
    id: '17 in one year',
    on: '2025-12-27',
    goods: H100(1000),
    route: 'US MY',
    ties: 'MY/MY',
    more: { history: { parentTppThisYear: 15_832_000 } },
    asWritten: { outcome: 'LICENCE_REQUIRED', fails: [['LPP', '31,664,000']] },
  },
  {
    id: '17 second',
    on: '2026-01-10',
    goods: H100(1000),
    route: 'US MY',
    ties: 'MY/MY',
    more: { history: { parentTppThisYear: 0 } },
    enforced: NLR,
    asWritten: by('LPP'),
  },
  {
    id: '19',
    on: '2025-09-01',
    goods: of('b200', 20000),
    route: 'US IN',
    ties: 'IN/IN',
    enforced: NLR,
    asWritten: licence(PA, 'diffusion-review-allocation'),
  },
  {
    id: '20',
    on: '2025-09-01',
    goods: of('b200', 25000),
    route: 'US IN',
    ties: 'IN/IN',
    enforced: NLR,
    asWritten: licence(DEN, 'diffusion-review-beyond-allocation'),
  },
  {
    id: '21',
    on: '2025-09-01',
    goods: of('b200', 25000),
    route: 'US IN',
    ties: 'IN/IN',
    more: { countryAssurances: true },
    enforced: NLR,
    asWritten: licence(PA, 'diffusion-review-assured'),
  },
  {
    id: '23',
    on: '2024-06-01',
    goods: H100(200),
    route: 'US SA',
    ties: 'SA/CN',
    enforced: licence(PD, 'zone-a', 'review-zone-headquarters'),
    asWritten: { ...licence(PD), fails: [['LPP', 'consignee.ultimateParentHeadquarters CN']] },
  },
  { id: '25', on: '2025-06-01', goods: H100(2000), route: 'US TW', ties: 'TW/TW', enforced: NLR, asWritten: by('AIA') },
  {
    id: '26',
    on: '2024-06-01',
    goods: H100(100),
    route: 'US SG',
    ties: 'SG/CN',
    enforced: licence('NOT_STATED', 'headquarters-a'),
    asWritten: licence(PD, 'headquarters-a'),
  },
  {
    id: '27',
    on: '2024-06-01',
    goods: H100(100),
    route: 'US HK',
    ties: 'HK/HK',
    enforced: licence(PD, 'zone-a'),
    asWritten: licence(PD),
  },
  {
    id: '28',
    on: '2024-06-01',
    goods: H100(100),
    route: 'US MO',
    ties: 'MO/MO',
    enforced: licence(PD, 'zone-a', 'review-tier-3'),
    asWritten: licence(PD),
  },
  {
    id: '29',
    on: '2025-08-01',
    goods: of('b200', 1000),
    route: 'DE MY',
    ties: 'MY/MY',
    enforced: NLR,
    asWritten: { ...licence(PA), fails: [['LPP', '36,000,000']] },
  },
  {
    id: '30',
    on: '2025-06-01',
    goods: H100(1000),
    route: 'US AT',
    ties: 'AT/AT',
    enforced: NLR,
    asWritten: { ...by('LPP'), fails: [['AIA', 'the destination is in Supp. No. 5(a)']] },
  },
  // The table states no policy here; the general row for D:4 gives one.
  {
    id: '31',
    on: '2026-06-01',
    goods: H100(100),
    route: 'US AE',
    ties: 'AE/AE',
    enforced: licence(undefined, 'zone-a'),
    asWritten: by('LPP'),
  },
  {
    id: '32',
    on: '2026-08-01',
    goods: H100(100),
    route: 'US AE',
    ties: 'AE/AE',
    consignee: { name: 'G42', authorizations: ['supp8-740'] },
    enforced: { ...NLR, finds: ['emirates-approved'] },
  },
  {
    id: '35',
    on: '2027-05-01',
    goods: H100(100),
    route: 'US AE',
    ties: 'AE/AE',
    consignee: { name: 'G42', authorizations: ['supp8-740'] },
    enforced: { ...licence('NOT_STATED', 'zone-a', 'law-not-checked'), lacks: ['emirates-approved'] },
  },
  {
    id: '36',
    on: '2026-01-10',
    goods: H100(64),
    route: 'US KH',
    ties: 'KH/KH',
    enforced: licence(PD, 'zone-a'),
    asWritten: licence(PD),
  },
  {
    id: '38',
    on: '2024-06-01',
    goods: of('rtx-4090', 100),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...by('NAC'), class: '3A090.a' },
    asWritten: by('NAC'),
  },
  {
    id: '38 without notice',
    on: '2024-06-01',
    goods: of('rtx-4090', 100),
    route: 'US CN',
    ties: 'CN/CN',
    more: { certifications: ['purchase-order'] },
    enforced: { ...licence(CBC), fails: [['NAC', '25 days']] },
  },
  {
    id: '39',
    on: '2024-06-01',
    goods: of('rtx-4090', 100),
    route: 'US VN',
    ties: 'VN/VN',
    more: { certifications: ['purchase-order'] },
    enforced: by('ACA'),
    asWritten: by('ACA'),
  },
  {
    id: '41',
    on: '2024-06-01',
    goods: of('rtx-4090d', 100),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...NLR, class: 'NONE' },
    asWritten: { ...NLR, class: 'NONE' },
  },
  {
    id: '42',
    on: '2024-06-01',
    goods: of('l40s', 100),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...licence(PD, 'zone-a'), fails: [['NAC', 'not data-centre goods']] },
    asWritten: licence(PD),
  },
  {
    id: '43',
    on: '2024-06-01',
    goods: of('mi210', 100),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: { ...NLR, class: '3A090.b' },
    asWritten: { ...NLR, class: '3A090.b' },
  },
  {
    id: '46',
    on: '2025-02-01',
    goods: of('h20', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...NLR, class: 'NONE' },
    asWritten: NLR,
  },
  {
    id: '47',
    on: '2025-05-01',
    goods: of('h20', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    more: { exporter: { name: 'NVIDIA', country: 'US', headquarters: 'US', letters: ['h20-ltr'] } },
    enforced: licence('NOT_STATED', 'h20-letter'),
    asWritten: licence('NOT_STATED', 'h20-letter'),
  },
  {
    id: '48',
    on: '2025-12-20',
    goods: of('h200-sxm', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...licence(PD), lacks: ['china-lane'] },
    asWritten: licence(PD),
  },
  {
    id: '49',
    on: '2026-02-01',
    goods: of('h200-sxm', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: licence(CBC, 'china-lane'),
    asWritten: licence(PD),
  },
  {
    id: '50',
    on: '2026-02-01',
    goods: of('h200-sxm', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    more: { certifications: LANE },
    enforced: licence(PD, 'china-lane', 'review-tier-3'),
    asWritten: licence(PD),
  },
  {
    id: '52',
    on: '2026-02-01',
    goods: of('h200-sxm', 1000),
    route: 'US RU',
    ties: 'RU/RU',
    enforced: { ...licence(PD, 'zone-a', 'russia-belarus'), cites: '746.8' },
    asWritten: licence(PD, 'russia-belarus'),
  },
  {
    id: '53',
    on: '2026-02-01',
    goods: of('h200-sxm', 1000),
    route: 'US MO',
    ties: 'MO/MO',
    enforced: licence(CBC, 'china-lane'),
    asWritten: licence(PD),
  },
  {
    id: '55',
    on: '2026-02-01',
    goods: of('mi325x', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: licence(CBC, 'china-lane'),
    asWritten: licence(PD),
  },
  {
    id: '56',
    on: '2026-02-01',
    goods: of('b200', 1000),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: licence(PD, 'china-lane', 'review-tier-3'),
    asWritten: licence(PD),
  },
  {
    id: '58',
    on: '2025-02-01',
    goods: { item: { eccn: '3A090.c', memoryBandwidthDensity: 2.6 }, units: 1 },
    route: 'US CN',
    ties: 'CN/CN',
    enforced: { ...licence('NOT_STATED', 'memory'), class: '3A090.c' },
    asWritten: licence('NOT_STATED', 'memory'),
  },
  {
    id: '60',
    on: '2025-06-01',
    goods: H100(100),
    route: 'US MY',
    ties: 'MY/MY',
    consignee: { listedOn: ['entity-list'] },
    enforced: { ...licence('NOT_STATED', 'entity-list'), usable: [] },
    asWritten: {
      ...licence('NOT_STATED', 'entity-list'),
      usable: [],
      fails: [['LPP', 'no party is on the Entity List']],
    },
  },
  {
    id: '61',
    on: '2025-10-15',
    goods: H100(10),
    route: 'US MY',
    ties: 'MY/MY',
    consignee: { ownedByListed: [{ list: 'entity-list', share: '60%' }] },
    enforced: { ...licence('NOT_STATED', 'affiliates'), usable: [] },
    asWritten: { ...licence('NOT_STATED', 'affiliates'), usable: [] },
  },
  {
    id: '62',
    on: '2026-03-01',
    goods: H100(10),
    route: 'US MY',
    ties: 'MY/MY',
    consignee: { ownedByListed: [{ list: 'entity-list', share: '60%' }] },
    enforced: { ...NLR, finds: ['owned-by-listed'], lacks: ['affiliates'] },
    asWritten: by('LPP', 'owned-by-listed'),
  },
  {
    id: '66',
    on: '2025-06-01',
    goods: weights('2e26'),
    route: 'US DE',
    ties: 'DE/DE',
    enforced: { ...NLR, finds: ['weights-not-enforced'] },
    asWritten: { ...by('AIA', 'diffusion-weights'), class: '4E091' },
  },
  {
    id: '67',
    on: '2025-06-01',
    goods: weights('2e26'),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: { ...NLR, finds: ['weights-not-enforced'] },
    asWritten: licence(PD, 'diffusion-weights', 'diffusion-review-weights'),
  },
  {
    id: '70',
    on: '2025-06-01',
    goods: weights('2e26', 'OPEN'),
    route: 'US CN',
    ties: 'CN/CN',
    enforced: NLR,
    asWritten: { ...NLR, class: 'NONE' },
  },
  {
    id: '71',
    on: '2025-06-01',
    goods: weights('5e25'),
    route: 'US MY',
    ties: 'MY/MY',
    enforced: NLR,
    asWritten: { ...NLR, class: 'NONE' },
  },
  {
    id: '72',
    on: '2024-06-01',
    goods: H100(100),
    route: 'US MY',
    ties: 'MY/MY',
    more: { via: ['SG'], endUser: party('CN', 'CN/CN') },
    enforced: licence(PD, 'zone-a'),
    asWritten: licence(PD),
  },
  {
    id: '74',
    on: '2024-06-01',
    goods: H100(10),
    route: 'US CU',
    ties: 'CU/CU',
    enforced: licence(PD, 'zone-a', 'embargo'),
    asWritten: licence(PD, 'embargo'),
  },
  {
    id: '75',
    on: '2025-09-01',
    goods: H100(79000),
    route: 'US IN',
    ties: 'IN/IN',
    consignee: { authorizations: ['nveu'] },
    enforced: NLR,
    asWritten: by('NVEU'),
  },
  {
    id: '77',
    on: '2025-09-01',
    goods: H100(20000),
    route: 'FR AE',
    ties: 'FR/FR',
    consignee: { authorizations: ['uveu'] },
    more: { history: { uveuShareOutside: 0.24, uveuShareInCountry: 0.07 } },
    asWritten: by('UVEU'),
  },
];

/** Every case of the table that is worked here; variants of a case have words behind its number. */
const NUMBERS =
  '1 2 3 4 5 6 7 8 9 10 12 13 14 15 17 19 20 21 23 25 26 27 28 29 30 31 32 35 36 38 39 41 42 43 46 47 48 49 50 52 53 55 56 58 60 61 62 66 67 70 71 72 74 75 77';
const OUTCOMES = ROWS.flatMap((row) => [row.enforced, row.asWritten]).filter((one) => one !== undefined).length;

describe('worked decision cases', () => {
  it(`are all here: ${NUMBERS.split(' ').length} cases, ${ROWS.length} rows, ${OUTCOMES} outcomes`, () => {
    expect([...new Set(ROWS.map((row) => row.id.split(' ')[0]))].join(' ')).toBe(NUMBERS);
    console.info(`${NUMBERS.split(' ').length} worked cases, ${OUTCOMES} outcomes with their reasons`);
  });

  for (const row of ROWS) {
    for (const view of ['ENFORCED', 'AS_WRITTEN'] as const) {
      const expected = view === 'ENFORCED' ? row.enforced : row.asWritten;
      if (expected !== undefined) it(`${row.id}: ${row.route} on ${row.on}, ${view}`, () => check(row, view, expected));
    }
  }
});

function check(row: Row, view: View, expected: Expected): void {
  const [from, to] = row.route.split(' ');
  const { on, movement } = parseMovementCase({
    on: row.on,
    movement: {
      assume: 'GOLDEN',
      from,
      to,
      consignee: party(to as string, row.ties, row.consignee),
      ...row.goods,
      ...row.more,
    },
  });
  const judgement = judge(movement, on, regime, view, catalogue);
  expect(differences(judgement, expected)).toEqual([]);
}
