/** docs/law.md and the data it is written from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allCountries } from '../../src/model/country.js';
import { loadCatalogue } from '../../src/policy/catalogue.js';
import { loadRegimes } from '../../src/policy/load.js';
import { type Regime, regimeOf } from '../../src/policy/regime.js';
import {
  changeTable,
  chipTable,
  countryLists,
  countryTable,
  instrumentTable,
  proposalTable,
  viewTable,
  whatIfTable,
} from './law-tables.js';

const PAGE = fileURLToPath(new URL('../../docs/law.md', import.meta.url));
const catalogue = loadCatalogue('seeds/catalogue');
const regimes = loadRegimes('seeds/regimes');
const regime = regimes.get('us-ear') as Regime;

const tables: Readonly<Record<string, string>> = {
  views: viewTable(regime),
  instruments: instrumentTable(regime),
  proposals: proposalTable(regime, regimes),
  'what-if': whatIfTable(regimes),
  changes: changeTable(regime),
  countries: countryTable(regime),
  lists: countryLists(regime),
  chips: chipTable(regime, catalogue),
};

it('docs/law.md shows the law as it is loaded (run with -u to bring it up to date)', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const written = page.replace(
    /<!-- ([\w-]+): begin -->[\s\S]*?<!-- \1: end -->/g,
    (_, name: string) => `<!-- ${name}: begin -->\n\n${tables[name]}\n\n<!-- ${name}: end -->`,
  );
  for (const name of Object.keys(tables)) expect(page).toContain(`<!-- ${name}: begin -->`);
  await expect(written).toMatchFileSnapshot(PAGE);
});

it('a chip has its class as written beside the enforced one only where they differ', () => {
  const rows = chipTable(asIf('CNLANE'), catalogue).split('\n');
  expect(rows.find((row) => row.includes('`h20`'))).not.toContain('as written');
  const without2023 = chipTable(asIf('ACS-2023'), catalogue).split('\n');
  expect(without2023.find((row) => row.includes('`h100-sxm`'))).toContain('3A090.a; as written NONE');
});

it('a day on which a rule begins under one view alone says so', () => {
  const row = (day: string) =>
    changeTable(regime)
      .split('\n')
      .find((one) => one.startsWith(`| ${day}`));
  expect(row('2026-01-15')).toBe('| 2026-01-15 | begin `CNLANE`: china-lane | nothing |  |');
  expect(row('2022-10-21')).toContain('| – |');
  expect(row('2026-11-10')).toContain('(foreseen) | begin `AFF`: affiliates (UNCONFIRMED)');
});

it('countries that stand alike on every day share a row, and each country stands in one', () => {
  const rows = countryTable(regime).split('\n');
  expect(rows.filter((row) => row.includes('(KH)'))).toHaveLength(1);
  const at = rows.findIndex((row) => row.includes('(KH)'));
  expect(rows.slice(at, at + 2)).toEqual([
    '| Cambodia (KH) |  | 3 | D:1, D:5, tier-3, zone |',
    '|  | 2026-02-03 | 2 | D:1, zone |',
  ]);
  const named = rows.join('\n').match(/\([A-Z]{2}\)/g) ?? [];
  const others = Number(/All (\d+) others/.exec(rows.join('\n'))?.[1]);
  expect(new Set(named).size).toBe(named.length);
  expect(named.length + others).toBe(allCountries().length);
});

/** The regime with a view as written that leaves the instrument out. */
function asIf(without: string): Regime {
  const views = new Map(regime.views);
  views.set('AS_WRITTEN', { title: 'Made for this test', from: 0, without: [without], asIfInForce: [] });
  return regimeOf({ ...regime, views });
}
