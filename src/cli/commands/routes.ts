/** `detour routes`: ranked routes. */
import { type Command, Option } from 'commander';
import { openApp, type RouteAnswer, type RouteQuestion } from '../../app.js';
import type { PartialDate } from '../../model/day.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { command, date, formatOption, lawOptions, several, storeOption, whole } from '../options.js';
import { type Format, formatRows } from '../output.js';
import { inRankOrder, routeLine } from '../route-line.js';
import { routeRow, routeText } from '../route-text.js';
import type { Shell } from '../shell.js';

interface RouteFlags {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly product?: readonly string[];
  readonly since?: PartialDate;
  readonly until?: PartialDate;
  readonly k: number;
  readonly maxHops: number;
  readonly maxDwellDays: number;
  readonly dwell?: number;
  readonly minTier2: number;
  readonly all?: true;
  readonly asOf?: PartialDate;
  readonly regime: string;
  readonly view: 'ENFORCED' | 'AS_WRITTEN';
  readonly milliseconds?: number;
  readonly steps?: number;
  readonly labels?: number;
  readonly store?: string;
  readonly format: Format;
}

const TERMS = 'ID, COUNTRY, id:ID, country:CODE, role:ROLE or tier:N; repeat it for several';
const MOST = Number.MAX_SAFE_INTEGER;

const OPTIONS = [
  new Option('--from <terms>', `where routes start: ${TERMS} (default: tiers 0 and 1)`).argParser(several),
  new Option('--to <terms>', 'where routes end, in the same words (default: tier 3)').argParser(several),
  new Option('--product <names>', 'goods by catalogue name (default: what is or may be controlled)').argParser(several),
  new Option('--since <date>', 'only movements that can have departed on or after').argParser(date),
  new Option('--until <date>', 'only movements that can have departed on or before').argParser(date),
  new Option('-k, --k <number>', 'how many groups of routes').argParser(whole(1, 100_000)).default(10),
  new Option('--max-hops <number>', 'most movements in a route').argParser(whole(1, 10)).default(6),
  new Option('--max-dwell-days <days>', 'longest stay of goods at a party').argParser(whole(0, 3650)).default(180),
  new Option('--dwell <days>', 'the same').argParser(whole(0, 3650)).hideHelp(),
  new Option('--min-tier2 <number>', 'least number of Tier 2 parties after the origin')
    .argParser(whole(0, 10))
    .default(1),
  new Option('--all', 'list the alternatives grouped under a better route too'),
  new Option('--as-of <date>', 'leave out what was learned later').argParser(date),
  ...lawOptions(),
  new Option('--milliseconds <number>', 'stop searching after so long').argParser(whole(1, MOST)),
  new Option('--steps <number>', 'stop after comparing so many pairs of movements').argParser(whole(1, MOST)),
  new Option('--labels <number>', 'stop after so many chains of parties').argParser(whole(1, MOST)),
  storeOption(),
  formatOption('table'),
];

const EXAMPLES = `  $ detour routes                                      the ten best routes into tier 3
  $ detour routes --to country:CN --product h100-sxm --since 2024-01 -k 25
  $ detour routes --from role:manufacturer --to ofac-12345 --min-tier2 0
  $ detour routes --all --format jsonl | jq -c '[.score, .parties]'`;

export function addRoutes(program: Command, shell: Shell): void {
  program.addCommand(
    command('routes', 'Ranks the routes by which goods reached a target.', OPTIONS, EXAMPLES)
      .copyInheritedSettings(program)
      .action((flags: RouteFlags) => routes(flags, shell)),
  );
}

async function routes(flags: RouteFlags, shell: Shell): Promise<void> {
  const app = await openApp(readSettings(flags, shell.environment), shell.clock);
  try {
    const answer = await app.desk.diversionRoutes(questionOf(flags), shell.signal);
    shell.signal.throwIfAborted();
    const found = inRankOrder(answer.routes);
    if (flags.format === 'table') shell.print(found.map(routeText).join(''));
    else shell.print(formatRows(found.map(flags.format === 'csv' ? routeRow : routeLine), flags.format));
    shell.say(remarks(answer));
    if (found.length === 0) shell.exitWith(EXIT.NOTHING);
  } finally {
    await app.close();
  }
}

function questionOf(flags: RouteFlags): RouteQuestion {
  const { from, to, since, until, asOf, k, maxHops, minTier2, regime, view, milliseconds, steps, labels } = flags;
  const budget = {
    ...(steps === undefined ? {} : { steps }),
    ...(labels === undefined ? {} : { labels }),
    ...(milliseconds === undefined ? {} : { milliseconds }),
  };
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(flags.product === undefined ? {} : { products: flags.product }),
    ...(since === undefined ? {} : { since: since.earliest }),
    ...(until === undefined ? {} : { until: until.latest }),
    ...(asOf === undefined ? {} : { asOf: asOf.latest }),
    k,
    maxHops,
    maxDwellDays: flags.dwell ?? flags.maxDwellDays,
    minTier2,
    regime,
    view,
    all: flags.all ?? false,
    budget,
  };
}

/** What the list itself does not say. */
function remarks(answer: RouteAnswer): string {
  const { notShown, total, routes: shown } = answer;
  const lines = [
    `${shown.length} shown of ${total.relation === 'GTE' ? 'at least ' : ''}${total.value} groups, in ${answer.elapsedMs} ms`,
  ];
  const count = (one: typeof total) => `${one.relation === 'GTE' ? 'at least ' : ''}${one.value}`;
  if (notShown.direct.value > 0) lines.push(`not shown: ${count(notShown.direct)} direct sales into the target`);
  if (notShown.noTier2.value > 0) {
    lines.push(
      `not shown: ${count(notShown.noTier2)} routes without the Tier 2 parties asked for (--min-tier2 0 shows them)`,
    );
  }
  if (!answer.complete) {
    const best =
      answer.bestMissedBits === undefined ? '' : `; a route that was missed has at most ${answer.bestMissedBits} bits`;
    lines.push(`INCOMPLETE: the search was stopped by ${answer.stoppedBy ?? 'an unknown cause'}${best}`);
  }
  for (const gap of answer.gaps) lines.push(`not known: ${gap.sentence}`);
  return lines.map((line) => `${line}\n`).join('');
}
