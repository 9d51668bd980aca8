/**
 * How many planted routes of made worlds are found, as a Markdown table.
 *
 *     node tools/build.mjs && node bench/detection.mjs [seed …]
 *
 * Seeds default to 1 2 3; each world is written to a temporary folder and asked the default question with
 * k = 2n (n = planted routes). `--list` also prints every group of each world. One world at a time, since memory and
 * cores are better spent on one search.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A module of the built program; a test imports this file before anything is built.
 *
 * @param {string} path under `dist/`
 * @returns {Promise<any>}
 */
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

/**
 * @typedef {object} Truth  a line of `truth.jsonl`
 * @property {string} id
 * @property {string} typology
 * @property {boolean} illicit
 * @property {string | null} kind
 * @property {readonly { readonly shipments: readonly string[]; readonly parties: readonly string[] }[]} paths
 */

/**
 * @typedef {object} Told  a route, as much of it as counts here
 * @property {readonly { readonly id: string }[]} parties
 * @property {{ readonly bits: number }} score
 * @property {readonly ({ readonly kind: 'MOVEMENT'; readonly shipment: { readonly id: string } } | { readonly kind: 'TIE' })[]} hops
 * @property {{ readonly routes: readonly Told[] }} alternatives
 */

/**
 * Figures of one answer: `groups` best first, with all alternatives, at least 2n of them where there are so many.
 *
 * A group hits a truth when its route or an alternative has the last movement and at least half of the movements of
 * one of the truth's paths, or ends with the same chain of parties. Ranks count groups from 1; what is not among them is
 * ranked after all of them. A decoy's place is where its best route stands by its own score: after every group that
 * scores more, whichever group it is an alternative of. F1 takes a group among the first n for right when it hits a
 * planted route.
 *
 * @param {readonly Told[]} groups
 * @param {readonly Truth[]} truths
 */
export function detectionFigures(groups, truths) {
  const planted = truths.filter((truth) => truth.illicit);
  const decoys = truths.filter((truth) => !truth.illicit);
  const n = planted.length;
  const rankOf = (/** @type {Truth} */ truth) => {
    const at = groups.findIndex((group) => hits(group, truth));
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  };
  const ranks = new Map(truths.map((truth) => [truth, rankOf(truth)]));
  const rank = (/** @type {Truth} */ truth) => /** @type {number} */ (ranks.get(truth));
  const found = planted.filter((truth) => rank(truth) <= n);
  const places = decoys.map((truth) => {
    const own = groups
      .flatMap((group) => [group, ...group.alternatives.routes])
      .filter((route) => isPath(route, truth));
    const best = Math.max(...own.map((route) => route.score.bits));
    return own.length === 0 ? Number.POSITIVE_INFINITY : 1 + groups.filter((group) => group.score.bits > best).length;
  });
  const right = groups.slice(0, n).filter((group) => planted.some((truth) => hits(group, truth))).length;
  const [precision, recall] = [right / Math.max(1, Math.min(n, groups.length)), found.length / n];
  const sorted = planted.map(rank).sort((a, b) => a - b);
  const median = (at(sorted, (n - 1) >> 1) + at(sorted, n >> 1)) / 2;
  return {
    n,
    found: found.length,
    decoysAmongFirst: places.filter((place) => place <= n).length,
    bestDecoy: Math.min(Number.POSITIVE_INFINITY, ...places),
    median,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missed: planted.filter((truth) => rank(truth) > n).map((truth) => ({ truth, rank: rank(truth) })),
  };
}

/** @param {Told} group @param {Truth} truth */
function hits(group, truth) {
  return [group, ...group.alternatives.routes].some((route) => isPath(route, truth));
}

/** @param {Told} route @param {Truth} truth */
function isPath(route, truth) {
  const chain = ['', ...route.parties.map((party) => party.id)].join(' ');
  const movements = new Set(route.hops.map((hop) => (hop.kind === 'MOVEMENT' ? hop.shipment.id : undefined)));
  return truth.paths.some(({ shipments, parties }) => {
    if (chain.endsWith(` ${parties.join(' ')}`)) return true;
    const common = shipments.filter((id) => movements.has(id)).length;
    return movements.has(shipments[shipments.length - 1]) && 2 * common >= shipments.length;
  });
}

/** @param {readonly number[]} list @param {number} index */
function at(list, index) {
  return list[index] ?? Number.POSITIVE_INFINITY;
}

/** Imports a made world into a store in memory and asks it the default question. */
async function askWorld(/** @type {string} */ folder) {
  const { createDesk } = await built('desk/desk.js');
  const { loadEvidence } = await built('evidence/load.js');
  const { loadCatalogue } = await built('policy/catalogue.js');
  const { loadRegimes } = await built('policy/load.js');
  const { openDuckDb } = await built('store/duckdb/open.js');
  const seeds = new URL('../seeds/', import.meta.url).pathname;
  const desk = createDesk({
    store: await openDuckDb(':memory:'),
    law: { regimes: loadRegimes(join(seeds, 'regimes')) },
    catalogue: loadCatalogue(join(seeds, 'catalogue')),
    evidence: loadEvidence(join(seeds, 'evidence')),
    now: Date.now,
    version: 'bench',
    exampleDataset: 'strait',
    threads: 0,
  });
  try {
    await desk.importPaths([folder], {});
    /** @type {Truth[]} */
    const truths = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const n = truths.filter((truth) => truth.illicit).length;
    const answer = await desk.diversionRoutes({ k: 2 * n, all: true });
    return { truths, answer };
  } finally {
    await desk.close();
  }
}

/**
 * @param {{ readonly routes: readonly import('../src/desk/answers.js').Route[] }} answer
 * @param {readonly Truth[]} truths
 */
function listGroups(answer, truths) {
  answer.routes.forEach((route, index) => {
    const told = truths.filter((truth) => hits(route, truth));
    console.log(
      String(index + 1).padStart(3),
      route.score.bits.toFixed(2).padStart(6),
      route.kind.padEnd(10),
      route.parties
        .map((party) => party.country ?? '?')
        .join('>')
        .padEnd(24),
      route.goods.code.padEnd(18),
      told
        .map(({ id, illicit, typology, kind }) => `${illicit ? 'planted' : `decoy (${kind})`} ${typology} ${id}`)
        .join(', '),
    );
  });
}

async function main(/** @type {readonly string[]} */ args) {
  const list = args.includes('--list');
  const seeds = args.filter((arg) => arg !== '--list').map(Number);
  const { generateStrait } = await built('worlds/generate.js');
  const rows = [];
  for (const seed of seeds.length === 0 ? [1, 2, 3] : seeds) {
    const folder = mkdtempSync(join(tmpdir(), 'detour-detection-'));
    try {
      generateStrait(seed, folder);
      const { answer, truths } = await askWorld(folder);
      if (list) listGroups(answer, truths);
      const f = detectionFigures(answer.routes, truths);
      const shown = (/** @type {number} */ rank) =>
        Number.isFinite(rank) ? String(rank) : `> ${answer.routes.length}`;
      const missed = f.missed.map(({ truth, rank }) => `${truth.typology} (${shown(rank)})`).sort();
      rows.push(
        `| ${seed} | ${f.n} | ${f.found} | ${f.decoysAmongFirst} | ${shown(f.bestDecoy)} | ${shown(f.median)} ` +
          `| ${f.f1.toFixed(2)} | ${missed.join(', ') || '–'} |`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(
    '| Seed | Planted n | Found in first n | Decoys in first n | Best decoy | Median planted | F1 at n | Missed (rank) |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(row);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
