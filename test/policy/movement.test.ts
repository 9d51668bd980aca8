import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/model/day.js';
import { judgeCase } from '../../src/policy/case-line.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import { parseMovementCase } from '../../src/policy/movement.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regimes = loadRegimes('seeds/regimes');
const read = (movement: object, more: object = {}) => parseMovementCase({ on: '2025-06-01', movement, ...more });
const line = (movement: object, more: object = {}) => judgeCase(read(movement, more), regimes, catalogue);

const SETTLED = {
  product: 'h100-sxm',
  units: 10,
  from: 'US',
  to: 'MY',
  endUse: 'CIVIL',
  exporter: { listedOn: [] },
  consignee: { country: 'MY', headquarters: 'MY', ultimateParentHeadquarters: 'MY', listedOn: [], ownedByListed: [] },
};

describe('reading a case', () => {
  it('takes what the documents say in either case, and names its defaults', () => {
    const one = read({
      act: 'export',
      endUse: 'civil',
      from: 'usa',
      to: 'Malaysia',
      certifications: ['KYC'],
      item: { trainingOperations: '2e26' },
    });
    expect([formatDay(one.on), one.regime, one.view]).toEqual(['2025-06-01', 'us-ear', 'ENFORCED']);
    expect(one.movement).toMatchObject({
      act: 'EXPORT',
      endUse: 'CIVIL',
      from: 'US',
      to: 'MY',
      certifications: ['kyc'],
      item: { trainingOperations: 2e26 },
    });
  });

  it('takes null as unknown and a share in every form', () => {
    const { movement } = read({
      to: null,
      consignee: { ownedByListed: [{ list: 'entity-list', share: '25-50%' }, { list: 'meu' }] },
    });
    expect(movement.to).toBeUndefined();
    expect(movement.consignee?.ownedByListed?.[0]?.share).toMatchObject({ min: 0.25, max: 0.5 });
    expect(movement.consignee?.ownedByListed?.[1]?.share).toBeUndefined();
  });

  it('takes the assumptions inside the movement and beside it', () => {
    expect(read({ assume: 'GOLDEN' }).movement.assume).toBe('GOLDEN');
    expect(read({}, { assume: 'golden' }).movement.assume).toBe('GOLDEN');
  });

  it.each([
    [{ consigne: {} }, 'movement has an unknown key `consigne`, did you mean `consignee`?'],
    [
      { consignee: { headquarter: 'CN' } },
      'movement.consignee has an unknown key `headquarter`, did you mean `headquarters`?',
    ],
    [
      { certifications: ['notice-25-day'] },
      'movement.certifications[0]: `notice-25-day` is not known, did you mean `notice-25-days`?',
    ],
    [{ units: -1 }, 'movement.units: `-1` will not do'],
    [{ units: 1.5 }, 'pieces are counted in whole numbers from 1'],
    [{ item: { fromFoundry: 'perhaps' } }, 'write true or false, or leave it out if unknown'],
    [{ history: { laneShare: 'half' } }, 'movement.history.laneShare: `half` will not do: write a number'],
    [{ units: 0 }, 'pieces are counted in whole numbers from 1'],
    [{ to: 'Atlantis' }, 'movement.to: `Atlantis` will not do: write a country'],
    [{ endUse: 'MILITRY' }, 'did you mean `MILITARY`?'],
    [{ act: 'EXPORT', from: 'MY', to: 'MY' }, 'act `EXPORT` from `MY` to `MY`'],
    [
      { act: 'REEXPORT', exporter: { country: 'MY' }, consignee: { country: 'MY' } },
      'goods that stay in one country are a TRANSFER',
    ],
    [{ item: { tpp: 'many' } }, 'movement.item.tpp: `many` will not do: write a number'],
    [{ item: { tpp: -5 } }, 'it cannot be negative'],
    [{ consignee: { ownedByListed: [{ list: 'meu', share: '140%' }] } }, '`140%` is not a share'],
    [{ consignee: 'Acme' }, 'movement.consignee: `Acme` will not do: write an object'],
    [{ via: 'SG' }, 'movement.via: `SG` will not do: write a list'],
    [{ history: { parentTppThisYear: { min: 5, max: 1 } } }, 'the smaller first'],
  ])('refuses %j and says what to do', (movement, message) => {
    expect(() => read(movement)).toThrow(message);
  });

  it.each([
    [{ on: '2021-12-31' }, 'lies before 2022-01-01'],
    [{ on: '2024-02-30' }, '`2024-02-30` is not a date'],
    [{ on: '2024-02' }, 'a full day is needed here'],
    [{ view: 'BOTH' }, 'Allowed: ENFORCED, AS_WRITTEN'],
    [{ on: undefined }, 'the case has no `on`'],
    [{ movement: undefined }, 'the case has no `movement`'],
  ])('refuses the case with %j', (more, message) => {
    expect(() => read({}, more)).toThrow(message);
  });

  it('refuses a regime that is not loaded and names the nearest', () => {
    expect(() => line({}, { regime: 'us-aer' })).toThrow('there is no regime `us-aer`, did you mean `us-ear`?');
  });
});

describe('the line of a case', () => {
  it('has its keys in order and plain values', () => {
    const one = line({ ...SETTLED, assume: 'GOLDEN' }, { id: 'x', view: 'AS_WRITTEN' });
    expect(Object.keys(one)).toEqual([
      'id',
      'outcome',
      'review',
      'licence',
      'exceptions',
      'tierFrom',
      'tierTo',
      'caps',
      'findings',
      'couldFlip',
      'confidence',
    ]);
    expect(one).toMatchObject({
      id: 'x',
      outcome: 'EXCEPTION_AVAILABLE',
      review: null,
      exceptions: ['LPP'],
      tierFrom: 0,
      tierTo: 2,
      confidence: 'CONFIRMED',
    });
    expect(one.caps).toEqual([
      {
        cap: 'lpp',
        citation: '15 CFR 740.29',
        limit: 26_900_000,
        before: [0, 0],
        uses: [158_320, 158_320],
        left: [26_741_680, 26_741_680],
        fits: 'CERTAIN',
      },
    ]);
  });

  it('nothing known is UNKNOWN, with what is missing', () => {
    const one = line({});
    expect(one.outcome).toBe('UNKNOWN');
    const missing = new Set(one.findings.flatMap((finding) => finding.missing));
    for (const fact of ['product', 'to', 'endUse', 'consignee.listedOn']) expect([...missing]).toContain(fact);
  });

  it('a licensed movement uses its country’s allocation, one too big for what is left uses nothing', () => {
    const of = (units: number) =>
      line(
        {
          ...SETTLED,
          assume: 'GOLDEN',
          units,
          history: { countryLicensedTpp: 700_000_000, parentTppThisYear: 26_900_000 },
        },
        { view: 'AS_WRITTEN' },
      );
    const caps = (units: number) => of(units).caps.map(({ cap, uses, left, fits }) => [cap, uses[1], left[0], fits]);
    expect(caps(5000)).toEqual([
      ['lpp', 0, 0, 'NO'],
      ['country-allocation', 79_160_000, 10_840_000, 'CERTAIN'],
    ]);
    expect(caps(6000)).toEqual([
      ['lpp', 0, 0, 'NO'],
      ['country-allocation', 0, 90_000_000, 'NO'],
    ]);
    expect([of(5000).review, of(6000).review]).toEqual(['PRESUMPTION_OF_APPROVAL', 'POLICY_OF_DENIAL']);
  });

  it('everything settled without assumptions is a definite answer', () => {
    expect(line(SETTLED)).toMatchObject({ outcome: 'NO_LICENCE_REQUIRED', couldFlip: [], confidence: 'CONFIRMED' });
  });

  it('one missing fact is UNKNOWN, and both ways it could turn are told', () => {
    const { ultimateParentHeadquarters: _, ...consignee } = SETTLED.consignee;
    const one = line({ ...SETTLED, consignee });
    expect(one.outcome).toBe('UNKNOWN');
    expect(one.couldFlip).toContainEqual({
      fact: 'consignee.ultimateParentHeadquarters',
      value: 'CN',
      outcome: 'LICENCE_REQUIRED',
    });
    expect(one.couldFlip.some((flip) => flip.outcome === 'NO_LICENCE_REQUIRED')).toBe(true);
  });

  it('with the assumptions, an end user that is described like the consignee is the consignee, and without them it is not', () => {
    const endUser = { country: 'MY', headquarters: 'MY' };
    expect(line({ ...SETTLED, assume: 'GOLDEN', endUser }).outcome).toBe('NO_LICENCE_REQUIRED');
    expect(line({ ...SETTLED, assume: 'GOLDEN', endUser: { ...endUser, name: 'Tamarind Compute' } }).outcome).toBe(
      'UNKNOWN',
    );
    expect(line({ ...SETTLED, endUser }).outcome).toBe('UNKNOWN');
  });

  it('no product, or goods of which nothing is said, leaves the class open and asks for it', () => {
    const { product: _, ...rest } = SETTLED;
    for (const movement of [rest, { ...rest, item: {} }]) {
      const one = line({ ...movement, to: 'CN' });
      expect(one.outcome).toBe('UNKNOWN');
      expect(one.findings.flatMap((finding) => finding.missing)).toContain('product');
      expect(one.couldFlip.some((flip) => flip.fact === 'product' && flip.outcome === 'LICENCE_REQUIRED')).toBe(true);
    }
  });

  it('a control list number that the catalogue contradicts is told, and the numbers decide', () => {
    const one = line({ ...SETTLED, to: 'CN', item: { eccn: 'EAR99' } });
    expect(one.outcome).toBe('LICENCE_REQUIRED');
    expect(one.findings.map((finding) => finding.rule)).toContain('number-understates');
  });

  it('an unknown fact is no excuse where another decides', () => {
    const one = line({ product: 'h100-sxm', from: 'US', to: 'CN' });
    expect(one).toMatchObject({ outcome: 'LICENCE_REQUIRED', review: 'PRESUMPTION_OF_DENIAL' });
  });

  it('a product that is not in the catalogue is kept, not refused', () => {
    const one = line({ ...SETTLED, product: 'teapot-9000', to: 'CN' });
    expect(one.findings.map((finding) => finding.rule)).toContain('unknown-product');
    expect(one.outcome).toBe('UNKNOWN');
  });

  it('a stated number wins over the catalogue and the contradiction is told', () => {
    const one = line({ ...SETTLED, to: 'CN', item: { tpp: 1000, interconnectGBs: 64 }, assume: 'GOLDEN' });
    expect(one.outcome).toBe('NO_LICENCE_REQUIRED');
    expect(one.findings.find((finding) => finding.rule === 'item-contradicts-catalogue')?.sentence).toContain(
      'tpp: stated 1000, catalogue 15832',
    );
  });

  it('a day after the sources end is judged by the newest law and says so', () => {
    const one = line(SETTLED, { on: '2026-11-22' });
    expect(one.findings.find((finding) => finding.rule === 'law-not-checked')?.sentence).toContain('2026-09-29');
  });

  it('an exception that the papers claim and that fails is told with the reason', () => {
    const over = { ...SETTLED, assume: 'GOLDEN', units: 1700, claimedException: 'lpp' };
    const finding = line(over, { view: 'AS_WRITTEN' }).findings.find((one) => one.rule === 'claimed-exception-fails');
    expect(finding?.sentence).toContain('The papers claim LPP: fails: the ultimate parent');
    expect(finding?.citation).toBe('15 CFR 740.29');
  });

  it('a delivery within the US is no export, and goods known to go abroad bring a duty', () => {
    expect(line({ product: 'h100-sxm', from: 'US', to: 'US' })).toMatchObject({
      outcome: 'NO_LICENCE_REQUIRED',
      tierFrom: 0,
      tierTo: 0,
    });
    const known = line({ product: 'h100-sxm', from: 'US', to: 'US', endUser: { country: 'CN' } });
    expect(known.findings.find((finding) => finding.rule === 'no-export')).toMatchObject({ duty: 'KNOWLEDGE' });
  });
});
