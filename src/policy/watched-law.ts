/** Law that is read anew when its files change. */
import { statSync } from 'node:fs';
import { lawFiles } from './load.js';
import type { Regimes } from './regime.js';

/** The law that questions are judged by. */
export interface LawInService {
  /** Never changed, only replaced as a whole: who holds them judges by one law to the end. */
  readonly regimes: Regimes;
  /** Why the files are not in service as they are now, with file, line and column; absent when they are. */
  readonly problem?: string | undefined;
}

/** What became of an edit: the regimes that differ by it, in the order of their names, or why it is not in service. */
export type LawEdit = { readonly changed: readonly string[] } | { readonly problem: string };

/** Milliseconds between two looks at the files. */
const PERIOD = 500;

export class WatchedLaw implements LawInService {
  private readonly folders: readonly string[];
  private readonly read: () => Regimes;
  private inService: Regimes;
  private fault: string | undefined;
  /** The files as they were before they were last read. */
  private readAt: string;

  /**
   * Reads the law once.
   *
   * @param folders what `read` reads, each with one folder for each regime.
   * @throws DetourError `BAD_REGIME` as `loadRegimes`.
   */
  constructor(folders: readonly string[], read: () => Regimes) {
    this.folders = folders;
    this.read = read;
    this.readAt = this.stateOfFiles();
    this.inService = read();
  }

  get regimes(): Regimes {
    return this.inService;
  }

  get problem(): string | undefined {
    return this.fault;
  }

  /**
   * Looks at the files every `period` milliseconds until the function returned is called, and reads them when they
   * have changed and then stood still for one period: an edit is rarely one write. Law with a fault is not taken;
   * the one before stays in service.
   *
   * The files are looked at rather than waited for because not every file system tells of changes, and an editor
   * that puts a new file in the old one's place ends what waits for the old.
   */
  watch(onEdit: (edit: LawEdit) => void, period = PERIOD): () => void {
    let before = this.readAt;
    const timer = setInterval(() => {
      const now = this.stateOfFiles();
      if (now !== this.readAt && now === before) {
        this.readAt = now;
        onEdit(this.readAnew());
      }
      before = now;
    }, period);
    timer.unref();
    return () => clearInterval(timer);
  }

  private readAnew(): LawEdit {
    const before = this.inService;
    try {
      this.inService = this.read();
    } catch (error) {
      this.fault = error instanceof Error ? error.message : String(error);
      return { problem: this.fault };
    }
    this.fault = undefined;
    const ids = [...new Set([...before.keys(), ...this.inService.keys()])].sort();
    return { changed: ids.filter((id) => before.get(id)?.version !== this.inService.get(id)?.version) };
  }

  /** Differs when a file was written, moved, added or taken away. */
  private stateOfFiles(): string {
    try {
      return this.folders
        .flatMap(lawFiles)
        .map((path) => {
          const found = statSync(path, { throwIfNoEntry: false });
          return `${path} ${found?.ino} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}`;
        })
        .join('\n');
    } catch (error) {
      return String(error);
    }
  }
}
