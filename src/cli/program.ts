/** All commands together. */
import { Command, CommanderError } from 'commander';
import { version } from '../app.js';
import { addCheck } from './commands/check.js';
import { addClassify } from './commands/classify.js';
import { addCompare } from './commands/compare.js';
import { addCompletions } from './commands/completions.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addGenerate } from './commands/generate.js';
import { addImport } from './commands/import.js';
import { addJudge } from './commands/judge.js';
import { addRoutes } from './commands/routes.js';
import { addScreen } from './commands/screen.js';
import { addServe } from './commands/serve.js';
import { EXIT } from './exit.js';
import type { Shell } from './shell.js';

/**
 * Runs one command.
 *
 * @throws DetourError and whatever else ends it; misuse of the command line is told on standard error at once.
 */
export async function runProgram(words: readonly string[], shell: Shell): Promise<void> {
  try {
    await createProgram(shell).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    shell.exitWith(error.exitCode === 0 ? EXIT.DONE : EXIT.MISUSE);
  }
}

function createProgram(shell: Shell): Command {
  const program = new Command('detour')
    .description('Finds the detours that controlled AI chips take, and judges each hop by the law of its day.')
    .version(version())
    .configureOutput({ writeOut: shell.print, writeErr: shell.say })
    .showHelpAfterError('(add --help for the options and examples)')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', HELP);
  for (const add of COMMANDS) add(program, shell);
  return program;
}

/** In the order in which help lists them. */
const COMMANDS = [
  addServe,
  addImport,
  addRoutes,
  addJudge,
  addClassify,
  addScreen,
  addCompare,
  addExport,
  addCheck,
  addGenerate,
  addDoctor,
  addCompletions,
] as const;

const HELP = `
Exit codes: 0 done, 1 found nothing or a check failed, 2 misuse, 3 store unavailable.

Examples:
  $ detour serve                                   the page, on an example world if the store is empty
  $ detour import customs.csv parties/             files and folders into the store
  $ detour routes --to country:CN --since 2024     who sent what there, by which way
  $ detour judge --product h100-sxm --units 8 --from US --to MY --on 2025-06-01`;
