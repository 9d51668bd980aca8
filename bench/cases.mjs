/**
 * A file of generated movements through `detour judge --cases`, the whole process each time, as one line of a Markdown
 * table for each way to start it.
 *
 *     node tools/build.mjs && node bench/cases.mjs [movements] [runs]
 *
 * Each movement draws its day, view, goods, places, parties, papers and totals by itself. Half of them take the worked
 * cases' assumptions; the others state their facts and leave each out one time in ten. Hardly two are alike (how many lines differ, and whether all runs print the same, is printed too).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../dist/policy/catalogue.js';
import { seeded } from './random-trade.mjs';

const COUNTRIES =
  'US CN HK MO MY SG TH VN ID PH IN PK AE SA QA KW TR IL EG ZA NG KE BR MX AR CA GB IE FR DE NL BE IT ES SE PL RU KZ TW JP KH NI CY CU IR'.split(
    ' ',
  );
const CERTIFICATIONS =
  'consignee-certification purchase-order notice-25-days pre-notification us-availability us-share kyc remote-users third-party-test security designer-approved'.split(
    ' ',
  );

const random = seeded(4);
const below = (/** @type {number} */ most) => Math.floor(random() * most);
const some = (/** @type {readonly any[]} */ list) => list[below(list.length)];
/** @template T @param {number} share @param {() => T} make @returns {T | undefined} */
const often = (share, make) => (random() < share ? make() : undefined);

const products = [...loadCatalogue('seeds/catalogue').products.keys()];

/** @template T @param {() => T} make @returns {T | undefined} */
const mostly = (make) => often(0.9, make);

/** @param {boolean} isStated  whether lists and owners are told too */
function party(isStated) {
  const country = some(COUNTRIES);
  const headquarters = below(8) === 0 ? some(COUNTRIES) : country;
  const told = (/** @type {() => any} */ make) => (isStated ? mostly(make) : undefined);
  return {
    name: mostly(() => `Firm ${below(100_000)}`),
    country: mostly(() => country),
    headquarters: mostly(() => headquarters),
    ultimateParentHeadquarters: mostly(() => (below(8) === 0 ? some(COUNTRIES) : headquarters)),
    privateSector: told(() => below(10) > 0),
    listedOn: told(() => (below(25) === 0 ? [some(['entity-list', 'meu', 'unverified', 'denied-persons'])] : [])),
    ownedByListed: told(() => (below(25) === 0 ? [{ list: 'entity-list', share: `${1 + below(100)}%` }] : [])),
    authorizations: told(() => (below(25) === 0 ? [some(['supp8-740', 'nveu', 'uveu'])] : [])),
  };
}

function item() {
  const tpp = Math.round(random() ** 2 * 40_000);
  return {
    tpp,
    performanceDensity: mostly(() => Math.round((tpp / (200 + below(800))) * 100) / 100),
    memoryBandwidthGBs: mostly(() => 300 + below(9_000)),
    dataCenter: mostly(() => below(4) > 0),
  };
}

/** @param {number} i */
function line(i) {
  const isGolden = below(2) === 0;
  const isNamed = below(10) > 0;
  return JSON.stringify({
    id: `m${i}`,
    on: new Date(Date.UTC(2022, 6, 1) + below(1600) * 86_400_000).toISOString().slice(0, 10),
    view: below(3) === 0 ? 'AS_WRITTEN' : 'ENFORCED',
    movement: {
      assume: isGolden ? 'GOLDEN' : undefined,
      product: isNamed ? some(products) : undefined,
      item: isNamed ? undefined : item(),
      units: mostly(() => 1 + Math.floor(random() ** 4 * 30_000)),
      from: below(2) === 0 ? 'US' : some(COUNTRIES),
      to: some(COUNTRIES),
      exporter: often(0.5, () => party(!isGolden)),
      consignee: mostly(() => party(!isGolden)),
      endUser: often(0.3, () => party(!isGolden)),
      endUse: mostly(() => (below(20) === 0 ? some(['MILITARY', 'SUPERCOMPUTER', 'WMD']) : 'CIVIL')),
      claimedException: often(0.2, () => some(['LPP', 'NAC', 'ACA', 'AIA', 'ACM'])),
      certifications: isGolden ? undefined : mostly(() => CERTIFICATIONS.filter(() => below(3) > 0)),
      history: isGolden
        ? undefined
        : {
            parentTppThisYear: mostly(() => below(30_000_000)),
            countryLicensedTpp: mostly(() => below(900_000_000)),
            nveuTppToDate: mostly(() => below(1_300_000_000)),
          },
    },
  });
}

const count = Number(process.argv[2] ?? 10_000);
const runs = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'detour-cases-'));
const file = join(folder, 'cases.jsonl');
const lines = Array.from({ length: count }, (_, i) => line(i));
writeFileSync(file, `${lines.join('\n')}\n`);

const WAYS = {
  'node dist/cli/main.js': [process.execPath, 'dist/cli/main.js'],
  'npm run -s detour --': ['npm', 'run', '-s', 'detour', '--'],
};

console.error(`${new Set(lines.map((one) => one.slice(one.indexOf('"on"')))).size} of ${count} movements differ`);
console.log('| command | movements | median s | least | most |');
console.log('|---|--:|--:|--:|--:|');
const outputs = new Set();
try {
  for (const [name, [command = '', ...words]] of Object.entries(WAYS)) {
    const seconds = Array.from({ length: runs }, () => {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(command, [...words, 'judge', '--cases', file, '--format', 'jsonl'], {
        maxBuffer: 2 ** 30,
      });
      if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
      outputs.add(createHash('sha256').update(stdout).digest('hex'));
      return (performance.now() - start) / 1000;
    }).sort((a, b) => a - b);
    const figures = [seconds[runs >> 1], seconds[0], seconds[runs - 1]].map((one) => one?.toFixed(2));
    console.log(`| \`${name} judge --cases\` | ${count.toLocaleString('en-US')} | ${figures.join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.error(outputs.size === 1 ? 'all runs printed the same bytes' : `${outputs.size} different outputs`);
if (outputs.size > 1) process.exitCode = 1;
