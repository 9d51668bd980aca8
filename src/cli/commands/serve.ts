/** `detour serve`: the page, the playground and the interface. */
import { type Command, Option } from 'commander';
import { type App, type LawEdit, openApp, requireLoopback } from '../../app.js';
import { DEFAULT_PORT, readSettings } from '../../settings.js';
import { command, storeOption } from '../options.js';
import { importProgress } from '../progress.js';
import type { Shell } from '../shell.js';

interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly empty?: true;
  readonly logLevel?: string;
  readonly store?: string;
}

const OPTIONS = [
  new Option('--port <number>', `where to listen; 0 takes any free port (also PORT; default ${DEFAULT_PORT})`),
  new Option('--host <address>', 'a loopback address (also DETOUR_HOST; default 127.0.0.1)'),
  new Option('--empty', 'start without the example world when the store is empty'),
  new Option('--log-level <level>', 'debug, info, warn, error or silent (also DETOUR_LOG; default warn)'),
  storeOption(),
];

const EXAMPLES = `  $ detour serve
  $ detour serve --port 8080 --store ~/case-17.duckdb
  $ DETOUR_NEO4J_PASSWORD_FILE=~/.neo4j-password detour serve --store neo4j://127.0.0.1:7687`;

export function addServe(program: Command, shell: Shell): void {
  program.addCommand(
    command('serve', 'Serves the page, the playground and GraphQL on one port of this machine.', OPTIONS, EXAMPLES)
      .copyInheritedSettings(program)
      .action((flags: ServeFlags) => serve(flags, shell)),
  );
}

async function serve(flags: ServeFlags, shell: Shell): Promise<void> {
  const settings = readSettings(flags, shell.environment);
  requireLoopback(settings.host);
  const app = await openApp(settings, shell.clock);
  try {
    if (!flags.empty) await fillIfEmpty(app, shell);
    const { exampleWorld, problem } = await app.desk.health();
    if (problem !== undefined) shell.say(`detour: ${problem}\n`);
    if (exampleWorld) shell.say(BANNER);
    const server = await app.serve((edit) => shell.say(`detour: ${lawTold(edit)}\n`));
    shell.print(`Detour is at ${server.url} (playground at ${server.url}/playground), on ${app.store}\n`);
    await stopAsked(shell.signal);
    await server.close();
  } finally {
    await app.close();
  }
}

function lawTold(edit: LawEdit): string {
  if ('problem' in edit) return `the law of before stays in service, for the edited one has a fault: ${edit.problem}`;
  const { changed } = edit;
  return changed.length === 0
    ? 'the law’s files say what is in service'
    : `the law was read anew; changed: ${changed.join(', ')}`;
}

const BANNER = `
  ┌──────────────────────────────────────────────────────────────────────────────┐
  │ This is an INVENTED example world. No party, shipment or link in it is real. │
  │ Import your own files with:  detour import PATH… --store FILE                │
  └──────────────────────────────────────────────────────────────────────────────┘
`;

async function fillIfEmpty(app: App, shell: Shell): Promise<void> {
  const progress = importProgress(shell);
  try {
    await app.loadExampleIfEmpty({ onProgress: progress.show, signal: shell.signal });
  } finally {
    progress.end();
  }
}

function stopAsked(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
