/**
 * Ten million movements with outcome, review, tiers and caps, on one thread, as one line of a Markdown table a view.
 *
 *     node tools/build.mjs && node bench/judge.mjs [movements]
 *
 * 3,000 parties of 40 countries (one in 20 with its head office elsewhere, one in 25 with its parent elsewhere, one in
 * 12 with a parent that is not known, one in 300 listed), 30 products, six kinds of papers (four fifths the first), an
 * end user of its own in one of 20, a million ultimate parents, four years. The plain loop only looks up the tier of
 * each destination.
 */
import { readdirSync } from 'node:fs';
import { loadCatalogue } from '../dist/policy/catalogue.js';
import { loadRegimes } from '../dist/policy/load.js';
import { judgeMany } from '../dist/policy/many.js';
import { tierOf } from '../dist/policy/tiers.js';
import { seeded } from './random-trade.mjs';

const COUNTRIES =
  'US CN HK MO MY SG TH VN ID PH IN PK AE SA QA KW TR IL EG ZA NG KE BR MX AR CA GB IE FR DE NL BE IT ES SE PL RU KZ TW JP'.split(
    ' ',
  );
const CERTIFICATIONS = [
  'consignee-certification',
  'pre-notification',
  'purchase-order',
  'notice-25-days',
  'designer-approved',
];

const count = Number(process.argv[2] ?? 10_000_000);
const random = seeded(1);
const below = (/** @type {number} */ most) => Math.floor(random() * most);
const some = (/** @type {readonly any[]} */ list) => list[below(list.length)];

const catalogue = loadCatalogue('seeds/catalogue');
const regime = loadRegimes('seeds/regimes').get('us-ear');
if (regime === undefined) throw new Error(`no regime us-ear among ${readdirSync('seeds/regimes')}`);

const parties = Array.from({ length: 3000 }, () => {
  const country = some(COUNTRIES);
  const headquarters = below(20) === 0 ? some(COUNTRIES) : country;
  const known = below(12) === 0 ? {} : { ultimateParentHeadquarters: below(25) === 0 ? some(COUNTRIES) : headquarters };
  const listedOn = below(300) === 0 ? [some(['entity-list', 'unverified', 'meu'])] : [];
  return { country, headquarters, ...known, listedOn, ownedByListed: [], authorizations: [] };
});
const tables = {
  countries: COUNTRIES,
  parties,
  goods: [...catalogue.products.keys()].slice(0, 30).map((product) => ({ product })),
  terms: [
    { endUse: 'CIVIL', certifications: CERTIFICATIONS },
    { endUse: 'CIVIL', certifications: [] },
    { endUse: 'CIVIL', certifications: CERTIFICATIONS, claimedException: 'LPP' },
    { endUse: 'CIVIL', certifications: ['purchase-order'], claimedException: 'ACA' },
    { endUse: 'CIVIL' },
    { certifications: CERTIFICATIONS },
  ],
  parents: 1_000_000,
};
const places = new Map(COUNTRIES.map((country, i) => [country, i]));
const placeOf = Uint8Array.from(parties, (party) => places.get(party.country) ?? 0);

const columns = {
  day: Int32Array.from({ length: count }, () => 19_150 + below(1461)).sort(),
  from: new Uint8Array(count),
  to: new Uint8Array(count),
  exporter: new Int32Array(count),
  consignee: new Int32Array(count),
  endUser: new Int32Array(count).fill(-1),
  forwarder: new Int32Array(count).fill(-1),
  goods: new Uint16Array(count),
  terms: new Uint8Array(count),
  units: new Float64Array(count),
  parent: new Int32Array(count),
};
for (let m = 0; m < count; m++) {
  const exporter = below(parties.length);
  const consignee = below(parties.length);
  columns.exporter[m] = exporter;
  columns.consignee[m] = consignee;
  columns.from[m] = below(2) === 0 ? 0 : (placeOf[exporter] ?? 0);
  columns.to[m] = placeOf[consignee] ?? 0;
  if (below(20) === 0) columns.endUser[m] = below(parties.length);
  columns.goods[m] = below(tables.goods.length);
  columns.terms[m] = below(5) > 0 ? 0 : below(tables.terms.length);
  columns.units[m] = 1 + Math.floor(random() ** 4 * 4000);
  columns.parent[m] = below(tables.parents);
}

/** The plain loop: a table of tiers by range of days and country. */
function lookUpTiers() {
  const tiers = new Uint8Array(count);
  let next = Number.NEGATIVE_INFINITY;
  /** @type {number[]} */
  let table = [];
  for (let m = 0; m < count; m++) {
    const on = /** @type {number} */ (columns.day[m]);
    if (on >= next) {
      next = regime?.changeDays.find((/** @type {number} */ change) => change > on) ?? Number.POSITIVE_INFINITY;
      table = COUNTRIES.map((country) => {
        const tier = tierOf(country, on, /** @type {any} */ (regime));
        return tier === 'UNKNOWN' ? 255 : tier;
      });
    }
    tiers[m] = /** @type {number} */ (table[/** @type {number} */ (columns.to[m])]);
  }
  return tiers;
}

/** @template T @param {() => T} work @returns {[number, T]} */
function timed(work) {
  const start = process.cpuUsage();
  const wall = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  console.error(`wall ${((performance.now() - wall) / 1000).toFixed(1)} s`);
  return [(user + system) / 1e6, result];
}

lookUpTiers();
const [plain] = timed(lookUpTiers);
console.log('| view | movements | seconds | groups | bytes a movement | to the plain loop |');
console.log('|---|--:|--:|--:|--:|--:|');
for (const view of /** @type {const} */ (['ENFORCED', 'AS_WRITTEN'])) {
  const [seconds, result] = timed(() =>
    judgeMany(columns, /** @type {any} */ (tables), /** @type {any} */ (regime), view, catalogue),
  );
  const bytes = Object.values(result).reduce(
    (/** @type {number} */ sum, one) => sum + (ArrayBuffer.isView(one) ? one.byteLength : 0),
    0,
  );
  const cells = [
    view,
    count.toLocaleString('en-US'),
    seconds.toFixed(1),
    result.groups.toLocaleString('en-US'),
    bytes / count,
    `${(seconds / plain).toFixed(0)}×`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
