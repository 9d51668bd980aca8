/** `detour import`: files into the store. */
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportReport, inputFormats, openApp } from '../../app.js';
import type { Day } from '../../model/day.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { command, day, formatOption, storeOption } from '../options.js';
import { type Format, formatRows, forPeople } from '../output.js';
import { importProgress } from '../progress.js';
import type { Shell } from '../shell.js';

interface ImportFlags {
  readonly inputFormat?: ReturnType<typeof inputFormats>[number];
  readonly rejectDir?: string;
  readonly retrievedOn?: Day;
  readonly strict?: true;
  readonly store?: string;
  readonly format: Format;
}

const EXAMPLES = `  $ detour import ~/case-17                             a folder of entities.csv, links.csv, shipments.jsonl, …
  $ detour import sdn.csv add.csv alt.csv dpl.txt       the lists of OFAC and BIS as they are published
  $ detour import --strict shipments.parquet            exit code 1 if a row was refused`;

export function addImport(program: Command, shell: Shell): void {
  const options = [
    new Option('--input-format <name>', 'read every file as this; told from its content otherwise').choices(
      inputFormats(),
    ),
    new Option('--reject-dir <folder>', 'where refused rows are written (default: rejects/ in the data folder)'),
    new Option('--retrieved-on <day>', 'the day the files were fetched, where they do not say').argParser(day),
    new Option('--strict', 'exit with 1 if any row was refused'),
    storeOption(),
    formatOption('table'),
  ];
  program.addCommand(
    command('import', 'Takes all of the files and folders, or nothing if one cannot be read.', options, EXAMPLES)
      .argument('<paths...>', 'files and folders')
      .copyInheritedSettings(program)
      .action((paths: string[], flags: ImportFlags) => importFiles(paths, flags, shell)),
  );
}

async function importFiles(paths: readonly string[], flags: ImportFlags, shell: Shell): Promise<void> {
  const settings = readSettings(flags, shell.environment);
  const app = await openApp(settings, shell.clock);
  const progress = importProgress(shell);
  try {
    const report = await app.desk.importPaths(paths, {
      rejectDir: flags.rejectDir ?? join(settings.dataFolder, 'rejects'),
      ...(flags.inputFormat === undefined ? {} : { inputFormat: flags.inputFormat }),
      ...(flags.retrievedOn === undefined ? {} : { retrievedOn: flags.retrievedOn }),
      onProgress: progress.show,
      signal: shell.signal,
    });
    progress.end();
    shell.print(flags.format === 'table' ? reportText(report) : reportRows(report, flags.format));
    if (flags.strict && report.rejected > 0) shell.exitWith(EXIT.NOTHING);
  } finally {
    progress.end();
    await app.close();
  }
}

/** The whole report in JSON; one row a file otherwise. */
function reportRows(report: ImportReport, format: Format): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  if (format === 'jsonl') return `${JSON.stringify(report)}\n`;
  return formatRows(
    report.files.map(({ rejectFile, ...file }) => ({ ...file, rejectFile: rejectFile ?? null })),
    format,
  );
}

const KINDS = ['entities', 'links', 'shipments', 'listings', 'authorizations'] as const;

function reportText(report: ImportReport): string {
  const files = report.files.map(({ file, format, rows, rejected, rejectFile }) => {
    return { file, format, rows, refused: rejected, 'refused rows are in': rejectFile ?? null };
  });
  const counts = KINDS.map((kind) => {
    return { kind, added: report.added[kind], replaced: report.replaced[kind], unchanged: report.unchanged[kind] };
  });
  const lines = [
    formatRows(files, 'table'),
    formatRows(counts, 'table'),
    [`${forPeople(report.stubs)} parties are named and not described.\n`],
    report.ignored.map((path) => `ignored: ${path} (nothing here reads it)\n`),
    report.warnings.map((warning) => `${warningText(warning)}\n`),
    report.rejections.slice(0, MOST_REJECTIONS_SHOWN).map((one) => `refused: ${rejectionText(one)}\n`),
    report.rejected > MOST_REJECTIONS_SHOWN
      ? [`… and ${forPeople(report.rejected - MOST_REJECTIONS_SHOWN)} more refused\n`]
      : [],
  ];
  return lines
    .map((part) => (typeof part === 'string' ? part : part.join('')))
    .filter(Boolean)
    .join('\n');
}

const MOST_REJECTIONS_SHOWN = 20;

function warningText({ code, file, column, count, examples }: ImportReport['warnings'][number]): string {
  const seen = examples
    .slice(0, 3)
    .map(({ value, line }) => `\`${value}\`${line === undefined ? '' : ` in line ${line}`}`);
  return `warning: ${file}${column === undefined ? '' : `, ${column}`}: ${code}, ${forPeople(count)} times (${seen.join(', ')})`;
}

function rejectionText({ file, line, column, message }: ImportReport['rejections'][number]): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`;
}
