/** A folder for one test's files, and imports from it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ImportOptions, importPaths } from '../../src/intake/import.js';
import type { ImportReport } from '../../src/intake/report.js';
import { Recorder } from './recorder.js';

export class Folder {
  readonly path: string;
  readonly store = new Recorder();

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<Folder> {
    const path = await mkdtemp(join(tmpdir(), 'detour-intake-'));
    onTestFinished(() => rm(path, { recursive: true }));
    return new Folder(path);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(this.file(name), content);
    return this.file(name);
  }

  async import(paths: readonly string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> {
    return importPaths(paths, this.store, { importedAt: 0, rejectDir: this.file('rejects'), ...options });
  }

  /** Writes one file and imports it. */
  async take(name: string, content: string | Uint8Array, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
    return this.import([await this.write(name, content)], options);
  }

  rejects(name: string): Promise<string> {
    return readFile(join(this.path, 'rejects', name), 'utf8');
  }
}

/** Line, column, value and reason of each refused row. */
export function refusals(report: ImportReport): unknown[] {
  return report.rejections.map(({ line, column, value, reason }) => [line, column, value, reason]);
}

/** Code, value and count of each thing warned of. */
export function warnings(report: ImportReport): unknown[] {
  return report.warnings.flatMap(({ code, examples }) => examples.map(({ value, count }) => [code, value, count]));
}
