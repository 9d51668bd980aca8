/** `detour doctor`: what is wrong with a set-up and how to mend it. */
import { type Command, Option } from 'commander';
import { DEFAULT_PORT } from '../../settings.js';
import { diagnose } from '../diagnose.js';
import { EXIT } from '../exit.js';
import { command, formatOption, storeOption } from '../options.js';
import { type Format, formatRows } from '../output.js';
import type { Shell } from '../shell.js';

interface DoctorFlags {
  readonly port?: string;
  readonly store?: string;
  readonly format: Format;
}

const EXAMPLES = `  $ detour doctor
  $ detour doctor --store neo4j://127.0.0.1:7687 --format json`;

export function addDoctor(program: Command, shell: Shell): void {
  const port = new Option('--port <number>', `the port to try (also PORT; default ${DEFAULT_PORT})`);
  program.addCommand(
    command(
      'doctor',
      'Says what is wrong with this set-up and how to mend it.',
      [port, storeOption(), formatOption('table')],
      EXAMPLES,
    )
      .copyInheritedSettings(program)
      .action((flags: DoctorFlags) => doctor(flags, shell)),
  );
}

async function doctor(flags: DoctorFlags, shell: Shell): Promise<void> {
  const checks = await diagnose(flags, shell.environment, shell.clock);
  if (flags.format === 'table') {
    shell.print(checks.map(({ check, ok, says }) => `${ok ? 'ok   ' : 'WRONG'}  ${check}: ${says}\n`).join(''));
  } else {
    shell.print(
      formatRows(
        checks.map((check) => ({ ...check })),
        flags.format,
      ),
    );
  }
  if (checks.some(({ ok }) => !ok)) shell.exitWith(EXIT.NOTHING);
}
