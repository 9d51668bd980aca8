/** `detour judge`: what the law says of stated movements, or what another law would change for the stored ones. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { type CaseLine, type Law, openLaw } from '../../app.js';
import { type Day, dayOfTime, formatDay, type PartialDate } from '../../model/day.js';
import { DetourError } from '../../model/errors.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { command, date, day, formatOption, lawOptions, several, storeOption, whole } from '../options.js';
import { type Format, formatRows } from '../output.js';
import type { Shell } from '../shell.js';
import { compareLaws } from './judge-compare.js';

interface JudgeFlags {
  readonly cases?: string;
  readonly compare?: string;
  readonly since?: PartialDate;
  readonly until?: PartialDate;
  readonly asOf?: PartialDate;
  readonly k?: number;
  readonly examples?: number;
  readonly store?: string;
  readonly on?: Day;
  readonly product?: string;
  readonly units?: string;
  readonly from?: string;
  readonly to?: string;
  readonly exporterHeadquarters?: string;
  readonly consigneeHeadquarters?: string;
  readonly endUse?: string;
  readonly claim?: string;
  readonly certification?: readonly string[];
  readonly assume?: string;
  readonly regime: string;
  readonly view: string;
  readonly format?: Format;
}

const OPTIONS = [
  new Option('--cases <file>', 'one case as JSON on each line; - reads standard input'),
  new Option(
    '--compare <laws>',
    'two laws as A,B, each REGIME, VIEW or REGIME:VIEW: what B changes for stored movements',
  ),
  new Option('--on <day>', 'the day of the movement (default: today)').argParser(day),
  new Option('--product <name>', 'goods by catalogue name'),
  new Option('--units <number>', 'pieces'),
  new Option('--from <country>', 'where it leaves'),
  new Option('--to <country>', 'where it goes'),
  new Option('--exporter-headquarters <country>', 'of who sends'),
  new Option('--consignee-headquarters <country>', 'of who receives'),
  new Option('--end-use <use>', 'CIVIL, MILITARY, SUPERCOMPUTER, …'),
  new Option('--claim <exception>', 'the licence exception claimed, as LPP'),
  new Option('--certification <code>', 'a certification given; repeat it for several').argParser(several),
  new Option('--assume <set>', 'GOLDEN assumes what is usual; nothing is assumed otherwise'),
  ...lawOptions(),
  new Option('--since <date>', 'compares only movements that can have departed on or after').argParser(date),
  new Option('--until <date>', 'compares only movements that can have departed on or before').argParser(date),
  new Option('--as-of <date>', 'compares without what was learned later').argParser(date),
  new Option('-k, --k <number>', 'how many of the best routes are compared (default: 10)').argParser(whole(0, 100)),
  new Option('--examples <number>', 'how many changed movements are shown (default: 5)').argParser(whole(0, 100)),
  storeOption(),
  formatOption('table'),
];

const EXAMPLES = `  $ detour judge --product h100-sxm --units 1000 --from US --to MY --on 2025-06-01 --assume GOLDEN
  $ detour judge --product h20 --from TW --to CN --on 2025-05-01 --view AS_WRITTEN
  $ detour judge --cases cases.jsonl | jq -r '[.id, .outcome] | @tsv'
  $ detour judge --compare ENFORCED,AS_WRITTEN --since 2025 --to MY
  $ detour judge --compare us-ear,us-ear+csa --format json`;

/** Options that state the one movement and so have no place beside a file of cases. */
const ONE_MOVEMENT = [
  'on',
  'product',
  'units',
  'from',
  'to',
  'exporterHeadquarters',
  'consigneeHeadquarters',
  'endUse',
  'claim',
  'certification',
  'assume',
] as const;

/** Lines of JSON printed together: enough that writing costs little, few enough that results come while cases do. */
const LINES_AT_ONCE = 100;

export function addJudge(program: Command, shell: Shell): void {
  program.addCommand(
    command('judge', 'Says what the law says of one movement, or of a file of them.', OPTIONS, EXAMPLES)
      .copyInheritedSettings(program)
      .action((flags: JudgeFlags, self: Command) => {
        if (flags.compare !== undefined) return compareLaws(flags.compare, flags, self, shell);
        const misplaced = ONLY_COMPARED.find((name) => flags[name] !== undefined);
        if (misplaced !== undefined) throw misplacedOption(misplaced, 'is for --compare');
        const isPrinted = self.getOptionValueSource('format') !== 'default';
        const law = openLaw(readSettings({}, shell.environment));
        return flags.cases === undefined
          ? judgeOne(flags, law, shell)
          : judgeCases(flags.cases, { ...flags, format: isPrinted ? (flags.format ?? 'jsonl') : 'jsonl' }, law, shell);
      }),
  );
}

/** Options that only a comparison reads. */
const ONLY_COMPARED = ['since', 'until', 'asOf', 'k', 'examples', 'store'] as const;

function misplacedOption(name: string, why: string): DetourError {
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new DetourError('BAD_USER_INPUT', `--${option} ${why}`);
}

function judgeOne(flags: JudgeFlags, law: Law, shell: Shell): void {
  const line = law.judgeCase(caseOf(flags, shell));
  const format = flags.format ?? 'table';
  shell.print(format === 'table' ? caseText(line) : formatRows([{ ...line }], format));
}

/** A line that is no case is told and makes the exit code 2; the others are judged all the same. */
async function judgeCases(file: string, flags: JudgeFlags & { format: Format }, law: Law, shell: Shell): Promise<void> {
  const misplaced = ONE_MOVEMENT.find((name) => flags[name] !== undefined);
  if (misplaced !== undefined) {
    throw misplacedOption(misplaced, 'states one movement and --cases reads many: leave one of them out');
  }
  const lines: CaseLine[] = [];
  const print = (some: readonly CaseLine[]) =>
    shell.print(
      formatRows(
        some.map((line) => ({ ...line })),
        flags.format,
      ),
    );
  const flush = () => {
    if (flags.format === 'jsonl') print(lines.splice(0));
  };
  let number = 0;
  let hasFault = false;
  for await (const text of linesOf(file)) {
    number++;
    if (text.trim() === '') continue;
    try {
      lines.push(law.judgeCase(withDefaults(parseLine(text), flags)));
      if (lines.length >= LINES_AT_ONCE) flush();
    } catch (error) {
      if (!(error instanceof DetourError)) throw error;
      hasFault = true;
      shell.say(`detour: ${file}:${number}: ${error.message}\n`);
    }
  }
  flush();
  if (flags.format === 'table') shell.print(formatRows(lines.map(caseRow), 'table'));
  else if (flags.format !== 'jsonl') print(lines);
  if (hasFault) shell.exitWith(EXIT.MISUSE);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new DetourError('NOT_FOUND', `\`${file}\` cannot be read (${code}): check the path and its rights`, {
      cause,
    });
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new DetourError('BAD_USER_INPUT', `this is no JSON: ${(cause as Error).message}`, { cause });
  }
}

/** A case that does not say its regime or view is judged by those of the command line. */
function withDefaults(json: unknown, { regime, view }: JudgeFlags): unknown {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? { regime, view, ...json } : json;
}

function caseOf(flags: JudgeFlags, shell: Shell): unknown {
  const { product, from, to, assume, endUse } = flags;
  const party = (headquarters: string | undefined) => (headquarters === undefined ? undefined : { headquarters });
  return {
    on: formatDay(flags.on ?? dayOfTime(shell.clock.now())),
    regime: flags.regime,
    view: flags.view,
    movement: {
      assume,
      product,
      units: flags.units?.replaceAll(/[,_ ]/g, ''),
      from,
      to,
      exporter: party(flags.exporterHeadquarters),
      consignee: party(flags.consigneeHeadquarters),
      endUse,
      claimedException: flags.claim,
      certifications: flags.certification,
    },
  };
}

function caseRow(line: CaseLine) {
  const { id, outcome, review, licence, exceptions, tierFrom, tierTo, confidence } = line;
  return { id, outcome, review, licence, exceptions, tierFrom: String(tierFrom), tierTo: String(tierTo), confidence };
}

function caseText(line: CaseLine): string {
  const head = [
    `${line.outcome}${line.review === null ? '' : `, ${line.review}`}`,
    `tier ${line.tierFrom} to tier ${line.tierTo}; confidence ${line.confidence}`,
    ...(line.exceptions.length > 0 ? [`exceptions that fit: ${line.exceptions.join(', ')}`] : []),
  ];
  const grounds = line.findings.map(({ sentence, citation, missing, applies }) => {
    const lacks = missing.length > 0 ? ` (not known: ${missing.join(', ')})` : '';
    return `  ${applies === 'YES' ? '-' : '?'} ${sentence}${lacks}\n    ${citation}`;
  });
  const flips = line.couldFlip.map(({ fact, value, outcome }) => `  it would be ${outcome} if ${fact} were ${value}`);
  return [...head, ...grounds, ...flips].map((text) => `${text}\n`).join('');
}
