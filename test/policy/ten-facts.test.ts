/** The ten facts about this law that shape the engine, each shown to hold. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/model/day.js';
import { judgeCase } from '../../src/policy/case-line.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { judge } from '../../src/policy/judge.js';
import type { View } from '../../src/policy/judgement.js';
import { loadRegimes } from '../../src/policy/load.js';
import { parseMovement, parseMovementCase } from '../../src/policy/movement.js';
import type { Regime } from '../../src/policy/regime.js';
import { tierOf } from '../../src/policy/tiers.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regimes = loadRegimes('seeds/regimes');
const regime = regimes.get('us-ear') as Regime;

/** Place, head office and ultimate parent of the consignee in one. */
const party = (country: string, headquarters = country, ultimateParentHeadquarters = headquarters) => ({
  country,
  headquarters,
  ultimateParentHeadquarters,
});

function law(on: string, movement: object, view: View = 'ENFORCED') {
  const usual = { assume: 'GOLDEN', product: 'h100-sxm', units: 10, from: 'US' };
  return judge(parseMovement({ ...usual, ...movement }), parseDay(on), regime, view, catalogue);
}
const outcome = (on: string, movement: object, view?: View) => law(on, movement, view).outcome;
const usable = (on: string, movement: object, view: View = 'AS_WRITTEN') =>
  law(on, movement, view)
    .exceptions.filter((one) => one.usable)
    .map((one) => one.name);

const LICENCE = 'LICENCE_REQUIRED';
const FREE = 'NO_LICENCE_REQUIRED';
const BY_EXCEPTION = 'EXCEPTION_AVAILABLE';

describe('the ten facts that shape the engine', () => {
  it('1 text is not law in action: one movement, two views, two answers', () => {
    const big = { to: 'MY', consignee: party('MY'), units: 1700 };
    expect([outcome('2025-06-01', big), outcome('2025-06-01', big, 'AS_WRITTEN')]).toEqual([FREE, LICENCE]);
    expect(law('2025-06-01', big).findings.map((one) => one.rule)).toContain('diffusion-not-enforced');
    const written = law('2025-06-01', big, 'AS_WRITTEN').findings.find((one) => one.rule === 'diffusion-circuits');
    expect(written?.counterfactual).toBe(true);
  });

  it('2 five dates a rule; some end by themselves', () => {
    const { published, effective, compliance } = regime.instruments.get('DIFF') ?? {};
    expect([published, effective, compliance]).toEqual(['2025-01-15', '2025-01-13', '2025-05-15'].map(parseDay));
    const owned = { to: 'MY', consignee: { ...party('MY'), ownedByListed: [{ list: 'entity-list', share: '60%' }] } };
    const days = ['2025-09-28', '2025-09-29', '2025-11-09', '2025-11-10', '2026-11-09', '2026-11-10'];
    expect(days.map((on) => outcome(on, owned))).toEqual([FREE, LICENCE, LICENCE, FREE, FREE, LICENCE]);
    const g42 = { to: 'AE', consignee: { ...party('AE'), name: 'G42' } };
    expect([outcome('2027-04-06', g42), outcome('2027-04-07', g42)]).toEqual([FREE, LICENCE]);
  });

  it('3 the country groups are those of the day of shipment: KH, AE, NI and CY moved', () => {
    const to = (country: string) => ({ to: country, consignee: party(country) });
    expect([outcome('2024-03-14', to('NI')), outcome('2024-03-15', to('NI'))]).toEqual([FREE, LICENCE]);
    expect([law('2026-02-02', to('KH')).review, law('2026-02-03', to('KH')).review]).toEqual([
      'PRESUMPTION_OF_DENIAL',
      'PRESUMPTION_OF_APPROVAL',
    ]);
    expect([law('2026-07-09', to('AE')).review, law('2026-07-10', to('AE')).review]).toEqual([
      'PRESUMPTION_OF_APPROVAL',
      'NOT_STATED',
    ]);
    const cypriot = { to: 'MY', consignee: party('MY', 'CY') };
    const days = ['2023-12-31', '2024-06-01', '2025-06-01', '2026-10-01'];
    expect(days.map((on) => outcome(on, cypriot))).toEqual([LICENCE, 'UNKNOWN', FREE, 'UNKNOWN']);
    expect([law('2024-06-01', cypriot).confidence, law('2026-10-01', cypriot).confidence]).toEqual([
      'UNCONFIRMED',
      'UNCONFIRMED',
    ]);
  });

  it('4 Macau is never in D:5, and Hong Kong is China', () => {
    const d5 = (on: string) => regime.lawOn(parseDay(on), 'ENFORCED')?.values.set('D:5')('MO');
    expect(['2023-11-17', '2024-06-01', '2026-11-22'].map(d5)).toEqual([0, 0, 0]);
    for (const country of ['MO', 'HK', 'CN']) {
      expect(tierOf(country, parseDay('2024-06-01'), regime)).toBe(3);
      const there = law('2024-06-01', { to: country, consignee: party(country) });
      expect([there.outcome, there.review]).toEqual([LICENCE, 'PRESUMPTION_OF_DENIAL']);
    }
  });

  it('5 two ownership tests: a party can fail one and pass the other', () => {
    const parentInChina = { to: 'MY', consignee: { ...party('MY', 'MY', 'CN'), ownedByListed: [] } };
    const listedOwner = { to: 'MY', consignee: { ...party('MY'), ownedByListed: [{ list: 'meu', share: '50%' }] } };
    const rules = (movement: object) => law('2025-10-15', movement).findings.map((one) => one.rule);
    expect([rules(parentInChina).includes('headquarters-a'), rules(parentInChina).includes('affiliates')]).toEqual([
      true,
      false,
    ]);
    expect([rules(listedOwner).includes('headquarters-a'), rules(listedOwner).includes('affiliates')]).toEqual([
      false,
      true,
    ]);
  });

  it('6 the zone is set algebra plus one country by name; Tier 3 has no such carve-out', () => {
    const member = (name: string, on: string, country: string) =>
      regime.lawOn(parseDay(on), 'ENFORCED')?.values.set(name)(country);
    expect([member('D:4', '2024-06-01', 'IL'), member('zone', '2024-06-01', 'IL')]).toEqual([2, 0]);
    expect([member('A:5', '2026-08-01', 'AE'), member('zone', '2026-08-01', 'AE')]).toEqual([2, 2]);
    // In 2023 Cyprus stood in D:5 and in A:6: outside the zone, and Tier 3 all the same.
    expect([member('zone', '2023-12-31', 'CY'), member('tier-3', '2023-12-31', 'CY')]).toEqual([0, 2]);
  });

  it('7 the class needs TPP, density and the data-centre flag together', () => {
    const classOf = (item: object) => law('2024-06-01', { product: undefined, item }).itemClass;
    expect(classOf({ tpp: 4799, performanceDensity: 8, dataCenter: true })).toBe('3A090.a');
    expect(classOf({ tpp: 4799, performanceDensity: 8, dataCenter: false })).toBe('NONE');
    expect(classOf({ tpp: 4800, performanceDensity: 1, dataCenter: false })).toBe('3A090.a');
    expect(classOf({ tpp: 4799, performanceDensity: 2, dataCenter: true })).toBe('3A090.b');
    const card = { item: { tpp: 4800, dataCenter: false }, product: undefined, to: 'CN', consignee: party('CN') };
    expect(usable('2024-06-01', card, 'ENFORCED')).toEqual(['NAC']);
  });

  it('8 caps accumulate: by parent and year, by country, by company and quarter, by product', () => {
    const my = { to: 'MY', consignee: party('MY'), units: 1 };
    const beyond = (parentTppThisYear: number) => usable('2025-06-01', { ...my, history: { parentTppThisYear } });
    expect([beyond(26_900_000 - 15_832), beyond(26_900_000 - 15_831)]).toEqual([['LPP'], []]);
    const licensed = (countryLicensedTpp: number) =>
      law('2025-06-01', { ...my, units: 2000, history: { countryLicensedTpp } }, 'AS_WRITTEN').review;
    expect([licensed(758_336_000), licensed(758_336_001)]).toEqual(['PRESUMPTION_OF_APPROVAL', 'POLICY_OF_DENIAL']);
    const nveu = (on: string) =>
      usable(on, {
        to: 'IN',
        units: 1,
        consignee: { ...party('IN'), authorizations: ['nveu'] },
        history: { parentTppThisYear: 26_900_000, nveuTppToDate: 949_500_000 },
      });
    expect([nveu('2025-06-30'), nveu('2025-07-01')]).toEqual([[], ['NVEU']]);
    const lane = (laneShare: number) =>
      law('2026-02-01', { product: 'h200-sxm', to: 'CN', consignee: party('CN'), history: { laneShare } }).review;
    expect([lane(0.5), lane(0.51)]).toEqual(['CASE_BY_CASE', 'PRESUMPTION_OF_DENIAL']);
  });

  it('9 exceptions belong to acts and goods', () => {
    const inCountry = { from: 'MY', to: 'MY', consignee: party('MY') };
    expect([usable('2025-06-01', { to: 'MY', consignee: party('MY') }), usable('2025-06-01', inCountry)]).toEqual([
      ['LPP'],
      [],
    ]);
    const aia = (headquarters: string, parent: string) =>
      usable('2025-06-01', { to: 'TW', units: 2000, consignee: party('TW', headquarters, parent) });
    expect([aia('TW', 'TW'), aia('TW', 'MY'), aia('MY', 'TW')]).toEqual([['AIA'], [], []]);
    const listed = { to: 'TW', consignee: { ...party('TW'), listedOn: ['entity-list'] } };
    expect([outcome('2025-06-01', listed, 'AS_WRITTEN'), usable('2025-06-01', listed)]).toEqual([LICENCE, []]);
    const lane = (from: string) =>
      law('2026-02-01', { product: 'h200-sxm', from, to: 'CN', consignee: party('CN') }).review;
    expect([lane('US'), lane('SG')]).toEqual(['CASE_BY_CASE', 'PRESUMPTION_OF_DENIAL']);
    const card = { product: 'rtx-4090', consignee: party('CN'), to: 'CN' };
    expect([outcome('2024-06-01', card), outcome('2024-06-01', { ...card, product: 'l40s' })]).toEqual([
      BY_EXCEPTION,
      LICENCE,
    ]);
  });

  it('10 every answer has its confidence, and can say “licence required, policy not known”', () => {
    const tied = { to: 'SG', consignee: party('SG', 'SG', 'CN') };
    const judged = law('2024-06-01', tied);
    expect([judged.outcome, judged.review]).toEqual([LICENCE, 'NOT_STATED']);
    expect(judged.findings.find((one) => one.rule === 'headquarters-review-disputed')?.confidence).toBe('DISPUTED');
    const line = judgeCase(
      parseMovementCase({
        on: '2026-11-15',
        movement: {
          assume: 'GOLDEN',
          product: 'h100-sxm',
          from: 'US',
          to: 'MY',
          consignee: { ...party('MY'), ownedByListed: [{ list: 'entity-list', share: '60%' }] },
        },
      }),
      regimes,
      catalogue,
    );
    expect([line.outcome, line.confidence]).toEqual([LICENCE, 'UNCONFIRMED']);
  });
});
