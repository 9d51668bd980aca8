/** Progress on standard error, drawn only where somebody watches. */
import { SingleBar } from 'cli-progress';
import type { Shell } from './shell.js';

interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly bytesTotal: number;
  readonly written: number;
}

export interface ProgressBar {
  readonly show: (progress: ImportProgress) => void;
  /** May be called twice. */
  readonly end: () => void;
}

/** How many of something are done, where the end is not known. */
export function countProgress(shell: Shell, what: string): { show(count: number): void; end(): void } {
  if (!shell.isTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `{value} ${what}  {duration_formatted}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(0, 0);
  return { show: (count) => bar.update(count), end: () => bar.stop() };
}

export function importProgress(shell: Shell): ProgressBar {
  if (!shell.isTerminal) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {rows} rows read, {written} written  {duration_formatted}',
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 50,
  });
  bar.start(1, 0, { rows: 0, written: 0 });
  return {
    show({ rows, bytes, bytesTotal, written }) {
      bar.setTotal(Math.max(bytesTotal, 1));
      bar.update(bytes, { rows, written });
    },
    end: () => bar.stop(),
  };
}
