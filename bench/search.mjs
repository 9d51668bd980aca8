/**
 * How long the route search takes, as Markdown tables: figures beside their goals and floors.
 *
 *     npm run bench -- [--sizes 10000,100000,1000000] [--worlds bare,everything,trade] [--duckdb SECONDS]
 *
 * `bare`: random heavy-tailed trade, ten movements a party, six hops, three dwell buckets, 500 targets; one kind of goods,
 * exact dates, no ties. `everything`: the same with goods, unknown quantities, wide dates, ties, evidence of pairs, share of
 * the choice and the Tier 2 rule. `trade`: files of `detour generate trade`, imported, projected and asked the default
 * question. Each network has a process of its own. Figures are medians of processor seconds of one thread, which on an
 * idle machine are those of the clock and on a busy one come near them; two threads and DuckDB go by the clock.
 * `--sizes 10000000` takes some minutes and 3 GB a world.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

const CASE = new URL('search-case.mjs', import.meta.url).pathname;

/** By row: what it is, its figure, and the goals at one and ten million (bare; all the rest 2.5 times that). */
const ROWS = [
  ['bounds of all origins, one thread', 'bounds', 1.2, 13],
  ['bounds of all origins, two threads, by the clock', 'boundsOnTwo', 0.7, 7.5],
  ['ten best routes after bounds', 'ten', 0.2, 0.4],
  ['five best after that', 'otherK', 0.05],
  ['20 origins, nothing cached, two threads, by the clock', 'fewOnTwo', 0.33, 5],
  ['20 origins, nothing cached, one thread', 'fewUncached'],
  ['20 origins, bounds cached', 'fewCached', 0.05, 0.2],
  ['one origin, nothing cached', 'oneUncached'],
  ['classes of lots', 'lots'],
  ['floor: one pass over the columns', 'pass'],
  ['floor: forward reach of 20 origins', 'reach'],
];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    worlds: { type: 'string', default: 'bare,everything,trade' },
    duckdb: { type: 'string', default: '20' },
  },
});

for (const world of values.worlds.split(',')) {
  const cases = values.sizes.split(',').map((size) => {
    const text = execFileSync(process.execPath, ['--max-old-space-size=8192', CASE, world, size, values.duckdb], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(text);
  });
  console.log(table(world, cases));
}
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `${availableParallelism()} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${load.join(' ')}\n`,
);

function table(world, cases) {
  const factor = world === 'bare' ? 1 : 2.5;
  const goal = (seconds) => (seconds === undefined ? '' : `≤ ${Number((seconds * factor).toFixed(3))}`);
  const lines = [
    ['', ...cases.map(({ count }) => count.toLocaleString('en')), 'goal at 1 M', 'goal at 10 M'],
    ['---', ...cases.map(() => '--:'), '--:', '--:'],
  ];
  for (const [name, figure, million, tenMillion] of ROWS) {
    if (cases.every((one) => one[figure] === undefined)) continue;
    const figures = cases.map((one) => seconds(one[figure]) + (figure === 'ten' && !one.complete ? ' (cut off)' : ''));
    lines.push([`${name}, s`, ...figures, goal(million), goal(tenMillion)]);
  }
  const ratio = (name, of, to) => lines.push([name, ...cases.map((one) => (one[of] / one[to]).toFixed(1)), '', '']);
  ratio('bounds ÷ one pass over the columns', 'bounds', 'pass');
  ratio('20 origins, nothing cached ÷ forward reach', 'fewUncached', 'reach');
  const each = (one) => one.alike / one.count;
  lines.push([
    `bounds of a movement, a target for 200 parties ÷ at ${cases[0].count.toLocaleString('en')}`,
    ...cases.map((one) => (each(one) / each(cases[0])).toFixed(2)),
    '≤ 1.3',
    '≤ 1.3',
  ]);
  for (const [name, figure, most] of [
    ['bytes a movement, six hops', 'bytesAtSix', '≤ 64'],
    ['bytes a movement, ten hops', 'bytesAtTen', '≤ 80'],
  ])
    lines.push([name, ...cases.map((one) => one[figure].toFixed(0)), most, most]);
  lines.push(['expansions of the ten best', ...cases.map((one) => String(one.expansions)), '', '']);
  if (cases.some((one) => one.duckDb !== undefined)) {
    const by = (way) => cases.map(({ duckDb }) => (duckDb[way] === null ? `> ${values.duckdb}` : seconds(duckDb[way])));
    lines.push([
      '20 origins in DuckDB, a bound on the cost doubled until ten are found, by the clock, s',
      ...by('doubling'),
      '',
      '',
    ]);
    lines.push(['20 origins in DuckDB, told what the tenth costs, by the clock, s', ...by('told'), '', '']);
  }
  return `**${world}**\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** Three digits, but whole milliseconds at least. */
function seconds(value) {
  if (value === undefined) return '';
  return value < 0.0095 ? value.toFixed(4) : Number(value.toPrecision(2)).toString();
}
