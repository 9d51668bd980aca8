/** `detour compare`: pairs of names, each with a score, whether it is a match, and why; no store is opened. */
import type { Command } from 'commander';
import { openNames } from '../../app.js';
import { EXIT } from '../exit.js';
import { command, formatOption } from '../options.js';
import { type Format, formatRows, quoted, type Row } from '../output.js';
import type { Shell } from '../shell.js';
import { columnOf, openTable } from '../table-file.js';

interface CompareFlags {
  readonly format: Format;
}

const NEEDED = ['schema', 'name1', 'name2'] as const;
const ADDED = ['score', 'match', 'reasons'] as const;
/** Rows that are printed at once. */
const STRETCH = 500;

const EXAMPLES = `  $ detour compare pairs.csv > scored.csv          columns schema, name1, name2, and any others
  $ detour compare --format jsonl pairs.csv | jq 'select(.match)'
  $ printf 'schema,name1,name2\\nCompany,Acme Ltd,ACME Limited\\n' | detour compare -`;

export function addCompare(program: Command, shell: Shell): void {
  program.addCommand(
    command('compare', 'Scores pairs of names, and says which match and why.', [formatOption('csv')], EXAMPLES)
      .argument('<pairs>', 'a CSV file with the columns schema, name1 and name2, - for standard input')
      .copyInheritedSettings(program)
      .action((file: string, flags: CompareFlags) => compare(file, flags, shell)),
  );
}

/** All columns are printed as they came; none but the three needed is looked at. */
async function compare(file: string, { format }: CompareFlags, shell: Shell): Promise<void> {
  const table = await openTable(file, NEEDED);
  const names = await openNames();
  const { header } = table;
  const [schema, name1, name2] = NEEDED.map((name) => columnOf(table, name)) as [number, number, number];
  const taken = ADDED.filter((name) => header.includes(name));
  if (taken.length > 0) {
    shell.say(
      `detour: ${table.file} has columns of its own called ${taken.join(', ')}: those of the comparison come last\n`,
    );
  }
  shell.say(`a match is a score of at least ${names.matchThreshold}\n`);
  if (format === 'csv') shell.print(csvLine([...header, ...ADDED]));
  let pending: string[] = [];
  const rows: Row[] = [];
  const flush = () => {
    shell.print(pending.join(''));
    pending = [];
  };
  let count = 0;
  let matches = 0;
  let hasFault = false;
  let spent = 0;
  for await (const { line, cells } of table.rows) {
    shell.signal.throwIfAborted();
    for (const column of [name1, name2]) {
      if ((cells[column] as string).trim() !== '') continue;
      hasFault = true;
      shell.say(`detour: ${table.file}:${line}:${header[column]}: the name is blank, so the pair is no match\n`);
    }
    const began = performance.now();
    const { score, match, reasons } = names.compare(cells[schema], cells[name1] as string, cells[name2] as string);
    spent += performance.now() - began;
    count++;
    if (match) matches++;
    const told = reasons.join('; ');
    if (format === 'csv') pending.push(csvLine([...cells, String(score), String(match), told]));
    else {
      const row = { ...Object.fromEntries(header.map((name, i) => [name, cells[i]])), score, match, reasons };
      if (format === 'jsonl') pending.push(`${JSON.stringify(row)}\n`);
      else rows.push({ ...row, ...(format === 'table' ? { reasons: told } : {}) });
    }
    if (pending.length >= STRETCH) flush();
  }
  flush();
  if (format === 'json' || format === 'table') shell.print(formatRows(rows, format));
  const each = count === 0 ? 0 : (spent * 1000) / count;
  shell.say(`${count} pairs, ${matches} matches, ${each.toFixed(0)} µs a pair\n`);
  if (table.blankLines.length > 0)
    shell.say(`lines without text, passed over: ${table.blankLines.slice(0, 20).join(', ')}\n`);
  if (hasFault) shell.exitWith(EXIT.MISUSE);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}
