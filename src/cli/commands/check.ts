/** `detour check`: whether the files of a regime hold together. */
import type { Command } from 'commander';
import { checkRegimes } from '../../app.js';
import { EXIT } from '../exit.js';
import { command, formatOption } from '../options.js';
import { type Format, formatRows } from '../output.js';
import type { Shell } from '../shell.js';

const EXAMPLES = `  $ detour check                          the law that ships with the program
  $ detour check regimes/our-policy       your own, with the line of each mistake`;

export function addCheck(program: Command, shell: Shell): void {
  program.addCommand(
    command('check', 'Checks the files of a regime, its dates and its cases.', [formatOption('table')], EXAMPLES)
      .argument('[folders...]', 'a folder with a regime.yaml, or one that holds such folders')
      .copyInheritedSettings(program)
      .action((folders: string[], flags: { readonly format: Format }) => check(folders, flags.format, shell)),
  );
}

/** One row a fault; exit code 1 if there is any. */
function check(folders: readonly string[], format: Format, shell: Shell): void {
  const { checked, faults } = checkRegimes(folders);
  const rows = faults.map((fault) => ({
    file: fault.at?.file ?? null,
    line: fault.at?.line ?? null,
    column: fault.at?.column ?? null,
    message: fault.message,
  }));
  shell.print(format === 'table' ? rows.map(({ message }) => `${message}\n`).join('') : formatRows(rows, format));
  shell.say(`${checked.join(', ')}: ${faults.length === 0 ? 'no faults' : `${faults.length} faults`}\n`);
  if (faults.length > 0) shell.exitWith(EXIT.NOTHING);
}
