/** `detour generate`: made worlds to try things on. */
import { type Command, Option } from 'commander';
import { generateStrait, generateTrade } from '../../app.js';
import { command, formatOption, whole } from '../options.js';
import { type Format, formatRows } from '../output.js';
import type { Shell } from '../shell.js';

interface GenerateFlags {
  readonly seed: number;
  readonly out: string;
  readonly format: Format;
}

interface TradeFlags extends GenerateFlags {
  readonly parties?: number;
  readonly shipments: number;
}

const COMMON = [
  new Option('--seed <number>', 'the same seed makes the same files').argParser(whole(0, 0xffffffff)).default(1),
  new Option('--out <folder>', 'where the files are written; made if it is not there').makeOptionMandatory(),
  formatOption('table'),
];

const SIZE = [
  new Option('--shipments <number>', 'how many').argParser(whole(1, 100_000_000)).default(100_000),
  new Option('--parties <number>', 'how many (default: a tenth of the shipments)').argParser(whole(2, 10_000_000)),
];

const STRAIT = '  $ detour generate strait --seed 7 --out worlds/strait-7';
const TRADE = '  $ detour generate trade --shipments 1000000 --out worlds/million';

export function addGenerate(program: Command, shell: Shell): void {
  const tell = async (made: Promise<object>, { out, format }: GenerateFlags) =>
    shell.print(formatRows([{ folder: out, ...(await made) }], format));
  const generate = command('generate', 'Makes invented worlds as native files.', [], `${STRAIT}\n${TRADE}`)
    .copyInheritedSettings(program)
    .addCommand(
      command('strait', 'Ordinary trade with planted detours and decoys, and the truth about them.', COMMON, STRAIT)
        .copyInheritedSettings(program)
        .action((flags: GenerateFlags) => tell(generateStrait(flags.seed, flags.out), flags)),
    )
    .addCommand(
      command('trade', 'Plain random trade of any size.', [...COMMON, ...SIZE], TRADE)
        .copyInheritedSettings(program)
        .action((flags: TradeFlags) => {
          const parties = flags.parties ?? Math.max(2, Math.ceil(flags.shipments / 10));
          return tell(generateTrade(flags.seed, { parties, shipments: flags.shipments }, flags.out), flags);
        }),
    );
  program.addCommand(generate);
}
