/** `detour export`: native files that import to the same facts. */
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { openApp } from '../../app.js';
import type { PartialDate } from '../../model/day.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { command, date, storeOption } from '../options.js';
import { formatRows } from '../output.js';
import type { Shell } from '../shell.js';

interface ExportFlags {
  readonly out: string;
  readonly asOf?: PartialDate;
  readonly store?: string;
  readonly format: 'csv' | 'jsonl';
}

const OPTIONS = [
  new Option('--out <folder>', 'where the files are written; made if it is not there').makeOptionMandatory(),
  new Option('--format <format>', 'of the files').choices(['csv', 'jsonl']).default('csv'),
  new Option('--as-of <date>', 'leave out what was learned later').argParser(date),
  storeOption(),
];

const EXAMPLES = `  $ detour export --out backup
  $ detour export --out day-before --format jsonl --as-of 2025-05-12`;

export function addExport(program: Command, shell: Shell): void {
  program.addCommand(
    command('export', 'Writes all facts as native files.', OPTIONS, EXAMPLES)
      .copyInheritedSettings(program)
      .action((flags: ExportFlags) => exportFiles(flags, shell)),
  );
}

async function exportFiles(flags: ExportFlags, shell: Shell): Promise<void> {
  const app = await openApp(readSettings(flags, shell.environment), shell.clock);
  try {
    const counts = await app.desk.exportFacts(flags.out, flags.format, {
      signal: shell.signal,
      ...(flags.asOf === undefined ? {} : { asOf: flags.asOf.latest }),
    });
    const rows = Object.entries(counts).map(([kind, records]) => {
      return { file: join(flags.out, `${kind}.${flags.format}`), records };
    });
    shell.print(formatRows(rows, 'table'));
    if (rows.some(({ records }) => records > 0)) return;
    shell.say(`nothing to export: the store (${app.store}) is empty\n`);
    shell.exitWith(EXIT.NOTHING);
  } finally {
    await app.close();
  }
}
