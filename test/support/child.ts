/** Programs of the tests that run in a process of their own, so that they can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A test program made into one file that plain Node runs. */
export interface Program {
  /** Starts it; `before` is a shell line run in front, e.g. `ulimit -f 1000`. */
  start(args: readonly string[], before?: string): Child;
  remove(): void;
}

export class Child {
  readonly process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<void>;

  constructor(process: ChildProcess) {
    this.process = process;
    this.#ended = new Promise((resolve) => process.once('close', () => resolve()));
    this.#lines = createInterface({ input: process.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  /** Waits for the next line it prints. @throws {Error} when it ends instead. */
  async says(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the child process ended and said nothing more');
    return value as string;
  }

  /** Ends it at once, as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.#ended;
  }

  /** Waits until it is gone. */
  async ended(): Promise<void> {
    await this.#ended;
  }
}

/** Builds a program of this folder's neighbours, e.g. `test/store/importing-child.ts`. */
export async function programOf(path: string): Promise<Program> {
  // Inside the project, so that packages are found from there.
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'detour-child-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, path),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  const file = join(folder, 'program.mjs');
  return {
    start(args, before = 'true') {
      const command = `${before} && exec "$0" "$@"`;
      return new Child(
        spawn('/bin/bash', ['-c', command, process.execPath, file, ...args], {
          cwd: dirname(file),
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
