/** `detour classify`: from the numbers of a circuit to its control list class on a day; no store is opened. */
import { type Command, Option } from 'commander';
import { openLaw } from '../../app.js';
import { type Day, dayOfTime, formatDay } from '../../model/day.js';
import { DetourError } from '../../model/errors.js';
import { readSettings } from '../../settings.js';
import { command, day, formatOption, lawOptions } from '../options.js';
import { type Format, formatRows } from '../output.js';
import type { Shell } from '../shell.js';

interface ClassifyFlags {
  readonly product?: string;
  readonly eccn?: string;
  readonly tpp?: string;
  readonly tops?: string;
  readonly bits?: string;
  readonly dieArea?: string;
  readonly density?: string;
  readonly transferRate?: string;
  readonly dataCenter?: string;
  readonly on?: Day;
  readonly regime: string;
  readonly view: string;
  readonly format: Format;
}

const OPTIONS = [
  new Option('--product <name>', 'goods by catalogue name; numbers given beside it win'),
  new Option('--eccn <number>', 'the control list number on the papers'),
  new Option('--tpp <number>', 'total processing performance'),
  new Option('--tops <number>', 'dense operations a second in 10^12, with --bits in place of --tpp'),
  new Option('--bits <number>', 'length of the operands in bits'),
  new Option('--die-area <mm2>', 'applicable die area; gives the density with TPP'),
  new Option('--density <number>', 'performance density'),
  new Option('--transfer-rate <GB/s>', 'input and output together, both directions'),
  new Option('--data-center <yes|no>', 'designed or marketed for data centres'),
  new Option('--on <day>', 'the day to classify on (default: today)').argParser(day),
  ...lawOptions(),
  formatOption('table'),
];

const EXAMPLES = `  $ detour classify --product l4 --on 2024-06-01
  $ detour classify --tops 600 --bits 8 --die-area 826 --data-center yes
  $ detour classify --tpp 2000                     open, with what would settle it`;

export function addClassify(program: Command, shell: Shell): void {
  program.addCommand(
    command('classify', 'Says which control list class goods have on a day.', OPTIONS, EXAMPLES)
      .copyInheritedSettings(program)
      .action((flags: ClassifyFlags) => {
        const {
          class: itemClass,
          possible,
          grounds,
          missing,
          settles,
          confidence,
        } = openLaw(readSettings({}, shell.environment)).classify(caseOf(flags, shell));
        const line = { class: itemClass, possible, grounds, missing, settles, confidence };
        if (flags.format !== 'table') {
          shell.print(formatRows([line], flags.format));
          return;
        }
        const text = [
          `${itemClass}${possible.length > 1 ? ` (${possible.join(' or ')})` : ''}; confidence ${confidence}`,
          ...grounds.map((one) => `  ${one.applies === 'YES' ? '-' : '?'} ${one.sentence}\n    ${one.citation}`),
          ...settles.map((one) => `  it would be ${one.class} if ${one.fact} were ${one.value}`),
        ];
        shell.print(text.map((one) => `${one}\n`).join(''));
      }),
  );
}

function caseOf(flags: ClassifyFlags, shell: Shell): unknown {
  const tpp = flags.tpp ?? tppOf(flags);
  const density =
    flags.density ??
    (flags.dieArea === undefined || tpp === undefined ? undefined : positive(tpp) / positive(flags.dieArea));
  return {
    on: formatDay(flags.on ?? dayOfTime(shell.clock.now())),
    regime: flags.regime,
    view: flags.view,
    movement: {
      product: flags.product,
      item: {
        eccn: flags.eccn,
        tpp,
        performanceDensity: density,
        interconnectGBs: flags.transferRate,
        dataCenter: flags.dataCenter,
      },
    },
  };
}

/** TOPS of a data sheet already count a multiply and an add as two, so TPP is TOPS times bits. */
function tppOf({ tops, bits }: ClassifyFlags): number | undefined {
  if (tops === undefined && bits === undefined) return undefined;
  if (tops === undefined || bits === undefined)
    throw new DetourError('BAD_USER_INPUT', '--tops and --bits make TPP together: give both, or --tpp');
  return positive(tops) * positive(bits);
}

function positive(text: string | number): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new DetourError('BAD_USER_INPUT', `\`${text}\` will not do: write a number above 0`);
}
