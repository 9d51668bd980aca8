/** Runs the built command line as a user does: another process, its output, its exit code. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly environment?: Record<string, string>;
  readonly input?: string;
}

/** `dist/` as the sources are now. */
export function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(ROOT, 'tools', 'build.mjs')], (error, out, err) => {
      if (error) reject(new Error(`the build failed:\n${out}${err}`));
      else resolve();
    });
  });
}

/** Runs one command to its end. */
export function detour(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = begin(words, options);
  let out = '';
  let err = '';
  child.stdout?.on('data', (part) => {
    out += String(part);
  });
  child.stderr?.on('data', (part) => {
    err += String(part);
  });
  child.stdin?.end(options.input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** Starts one command; nothing of this process's own settings reaches it. */
export function begin(words: readonly string[], { folder, environment }: RunOptions = {}): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [MAIN, ...words], {
    cwd: folder ?? newFolder(),
    env: { ...(PATH && { PATH }), ...(HOME && { HOME }), ...environment },
  });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'detour-cli-'));
}
