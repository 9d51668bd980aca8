/** What a missing fact would change, against a slow twin that decides every trial from the start. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDay } from '../../src/model/day.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { decideOutcome } from '../../src/policy/decide.js';
import { valuesToTry } from '../../src/policy/flips.js';
import { judge } from '../../src/policy/judge.js';
import type { Judgement } from '../../src/policy/judgement.js';
import type { Law } from '../../src/policy/law.js';
import { loadRegimes } from '../../src/policy/load.js';
import type { Movement } from '../../src/policy/movement.js';
import type { Regime } from '../../src/policy/regime.js';
import { situationOf, withFact } from '../../src/policy/situation.js';

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear') as Regime;

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);
const party = fc.record({
  country: maybe('CN', 'MY', 'AE', 'DE'),
  headquarters: maybe('CN', 'MY', 'US'),
  ultimateParentHeadquarters: maybe('CN', 'MY', 'CY'),
  listedOn: maybe<readonly string[]>([], ['unverified']),
  ownedByListed: maybe([], [{ list: 'entity-list' }]),
  authorizations: maybe<readonly string[]>([], ['veu']),
});
const movements = fc.record({
  assume: maybe('GOLDEN'),
  product: maybe('h100-sxm', 'rtx-4090', 'h20', 'mi210'),
  units: maybe(1, 1800),
  from: maybe('US', 'MY', 'TW'),
  to: maybe('CN', 'MY', 'AE', 'US'),
  consignee: party,
  endUser: maybe({ country: 'MY' }, { headquarters: 'CN' }),
  endUse: maybe('CIVIL', 'MILITARY'),
  certifications: maybe<readonly string[]>([], ['purchase-order']),
}) as fc.Arbitrary<Movement>;

function slowly(judged: Judgement, movement: Movement): string[] {
  const law = regime.lawOn(judged.on, judged.view) as Law;
  const bears = (rule: string) => ['requirement', 'exemption', 'bar'].includes(regime.rules.get(rule)?.kind ?? '');
  const lacking = [...judged.findings.filter((one) => bears(one.rule)), ...judged.exceptions];
  const situation = situationOf(movement, law, catalogue);
  return [...new Set(lacking.flatMap((one) => one.missing))].flatMap((fact) => {
    const seen = new Set([judged.outcome]);
    return valuesToTry(fact, law, catalogue).flatMap(({ value, shown }) => {
      const outcome = decideOutcome(withFact(situation, fact, value, law, catalogue), law);
      return seen.has(outcome) ? [] : [seen.add(outcome) && `${fact} ${shown} ${outcome}`];
    });
  });
}

it('asking again only what could not be said gives what deciding from the start gives', () => {
  const days = fc.constantFrom('2022-12-01', '2024-01-10', '2025-06-01', '2025-10-15', '2026-08-01').map(parseDay);
  fc.assert(
    fc.property(movements, days, fc.constantFrom('ENFORCED' as const, 'AS_WRITTEN' as const), (movement, on, view) => {
      fc.pre(regime.lawOn(on, view) !== undefined);
      const judged = judge(movement, on, regime, view, catalogue);
      const quickly = judged.couldFlip.map(({ fact, value, outcome }) => `${fact} ${value} ${outcome}`);
      expect(quickly).toEqual(slowly(judged, movement));
    }),
    { numRuns: 400 },
  );
});
