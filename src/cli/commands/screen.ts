/** `detour screen`: parties of a file looked for on the loaded lists. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openScreening, type ScreenAnswer, type ScreenCells, screenColumns } from '../../app.js';
import type { Day, PartialDate } from '../../model/day.js';
import { DetourError } from '../../model/errors.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { command, date, day, several, storeOption } from '../options.js';
import { formatRows } from '../output.js';
import { countProgress } from '../progress.js';
import { openResults, type ResultFile } from '../result-file.js';
import { type ScreenLine, screenLine, screenRows } from '../screen-line.js';
import type { Shell } from '../shell.js';
import { openTable, type TableFile, type TableRow } from '../table-file.js';

interface ScreenFlags {
  readonly list?: readonly string[];
  readonly threshold?: number;
  readonly on?: Day;
  readonly asOf?: PartialDate;
  readonly out?: string;
  readonly resume?: true;
  readonly store?: string;
  readonly format: 'jsonl' | 'csv';
}

/** Names that are screened between two looks at the clock and the signal. */
const BATCH = 200;

const EXAMPLES = `  $ detour import sdn.csv add.csv alt.csv dpl.txt && detour screen parties.csv
  $ detour screen parties.csv --list sdn --threshold 0.8 --format csv > hits.csv
  $ detour screen parties.csv --out results.jsonl          stop it when you like, then
  $ detour screen parties.csv --out results.jsonl --resume`;

export function addScreen(program: Command, shell: Shell): void {
  const options = [
    new Option('--list <codes>', 'a list to look at; repeat it for several (default: all that are loaded)').argParser(
      several,
    ),
    new Option('--threshold <number>', 'least score of a hit (default: that of matches)').argParser(share),
    new Option('--on <day>', 'the day on which a listing must hold (default: today)').argParser(day),
    new Option('--as-of <date>', 'leave out what was learned later').argParser(date),
    new Option('--out <file>', 'write the results there and not to standard output'),
    new Option('--resume', 'go on where the results in --out end'),
    storeOption(),
    new Option('--format <format>', 'one line an input (jsonl), or one a hit (csv)')
      .choices(['jsonl', 'csv'])
      .default('jsonl'),
  ];
  program.addCommand(
    command('screen', 'Looks for the parties of a file on the lists that are loaded.', options, EXAMPLES)
      .argument('<file>', `a CSV file with a column name; also read: ${screenColumns().slice(1).join(', ')}`)
      .copyInheritedSettings(program)
      .action((file: string, flags: ScreenFlags) => screen(file, flags, shell)),
  );
}

async function screen(file: string, flags: ScreenFlags, shell: Shell): Promise<void> {
  const { list: lists, threshold, on, asOf, format } = flags;
  if (flags.resume && (flags.out === undefined || format !== 'jsonl')) {
    throw new DetourError('BAD_USER_INPUT', '--resume goes on with a file of JSON Lines: name it with --out');
  }
  const table = await openTable(file, ['name']);
  const screening = await openScreening(readSettings(flags, shell.environment), shell.clock);
  const progress = countProgress(shell, 'names');
  let results: ResultFile | undefined;
  try {
    results = flags.out === undefined ? undefined : openResults(flags.out, flags.resume === true);
    const tally: Tally = { inputs: 0, hits: 0, unchecked: 0, milliseconds: 0, answer: undefined };
    const write = (text: string) => (results === undefined ? shell.print(text) : results.write(text));
    let row = 0;
    let batch: TableRow[] = [];
    const flush = async () => {
      if (batch.length === 0) return;
      const began = performance.now();
      const answer = await screening.screen(
        batch.map((one) => cellsOf(table, one)),
        { lists, threshold, on, asOf: asOf?.latest },
      );
      tally.milliseconds += performance.now() - began;
      const lines = batch.map((one, i) =>
        screenLine(answer, i, row - batch.length + i + 1, one.line, idOf(table, one), nameOf(table, one)),
      );
      if (results !== undefined && tally.answer === undefined) results.checkAgainst(lines[0] as ScreenLine);
      const header = format === 'csv' && tally.answer === undefined;
      write(format === 'jsonl' ? lines.map((line) => `${JSON.stringify(line)}\n`).join('') : csv(lines, header));
      count(tally, answer);
      progress.show(row);
      batch = [];
    };
    for await (const one of table.rows) {
      shell.signal.throwIfAborted();
      row++;
      if (results !== undefined && row <= results.done) {
        results.checkRow(row, nameOf(table, one));
        continue;
      }
      batch.push(one);
      if (batch.length === BATCH) await flush();
    }
    await flush();
    progress.end();
    shell.say(remarks(tally, table, results?.done ?? 0));
    if (tally.hits === 0) shell.exitWith(EXIT.NOTHING);
  } finally {
    progress.end();
    results?.close();
    await screening.close();
  }
}

interface Tally {
  inputs: number;
  hits: number;
  unchecked: number;
  milliseconds: number;
  answer: ScreenAnswer | undefined;
}

function count(tally: Tally, answer: ScreenAnswer): void {
  tally.answer = answer;
  tally.inputs += answer.results.length;
  tally.hits += answer.results.filter(({ status }) => status === 'HITS').length;
  tally.unchecked += answer.results.filter(({ status }) => status === 'NOT_CHECKED').length;
}

/** What the results themselves do not say. */
function remarks({ inputs, hits, unchecked, milliseconds, answer }: Tally, table: TableFile, before: number): string {
  const lines = [
    `${inputs} names screened${before > 0 ? ` after ${before} from before` : ''}: ${hits} with hits, ${inputs - hits - unchecked} without, ${unchecked} not checked; ${Math.round(milliseconds)} ms`,
  ];
  if (answer !== undefined) {
    lines.push(`a hit is a score of at least ${answer.threshold}; listings hold on ${answer.on}`);
    for (const { list, parties, retrievedOn, ageDays } of answer.ran) {
      const age =
        retrievedOn === undefined ? 'fetched on an unknown day' : `fetched on ${retrievedOn}, ${ageDays} days before`;
      lines.push(`looked at: ${list}, ${parties} parties, ${age}`);
    }
    if (answer.ran.length === 0) lines.push('NOTHING WAS LOOKED AT: no list is loaded');
    if (answer.notLoaded.length > 0) lines.push(`not loaded: ${answer.notLoaded.join(', ')}`);
    lines.push('no hit is no clearance: it says only that these lists hold nothing that scores enough');
  }
  if (table.blankLines.length > 0)
    lines.push(`lines without text, passed over: ${table.blankLines.slice(0, 20).join(', ')}`);
  return lines.map((line) => `${line}\n`).join('');
}

function cellsOf({ header }: TableFile, { cells }: TableRow): ScreenCells {
  const columns: readonly string[] = screenColumns();
  return Object.fromEntries(header.flatMap((name, i) => (columns.includes(name) ? [[name, cells[i] as string]] : [])));
}

function nameOf({ header }: TableFile, { cells }: TableRow): string {
  return cells[header.indexOf('name')] as string;
}

function idOf({ header }: TableFile, { cells }: TableRow): string | undefined {
  return cells[header.indexOf('id')];
}

function csv(lines: readonly ScreenLine[], header: boolean): string {
  const text = formatRows(lines.flatMap(screenRows), 'csv');
  return header ? text : text.slice(text.indexOf('\n') + 1);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= 1) return value;
  throw new InvalidArgumentError('Write a number above 0 and at most 1.');
}
