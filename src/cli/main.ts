#!/usr/bin/env node
/** The command line's door: one process, one command, one exit code. */
import { randomUUID } from 'node:crypto';
import { EXIT, exitCodeOf, explain } from './exit.js';
import { runProgram } from './program.js';
import { type Shell, StoppedByUser } from './shell.js';

const stop = new AbortController();

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // Asked twice: whoever waits has waited long enough.
    if (stop.signal.aborted) process.exit(EXIT.STOPPED);
    stop.abort(new StoppedByUser('stopped by the user'));
  });
}

// A reader such as `head` may close its end early; what it did not want is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.DONE);
});

const shell: Shell = {
  print: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(text),
  environment: process.env,
  isTerminal: process.stderr.isTTY === true,
  signal: stop.signal,
  clock: { now: Date.now, newId: randomUUID },
  exitWith: (code) => {
    process.exitCode = code;
  },
};

try {
  await runProgram(process.argv.slice(2), shell);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
