/** Exit codes, and how errors are told on the terminal. */
import { DetourError, type ErrorCode } from '../model/errors.js';

export const EXIT = {
  DONE: 0,
  /** Nothing was found, or a check failed. */
  NOTHING: 1,
  MISUSE: 2,
  STORE_UNAVAILABLE: 3,
  /** A fault of the program itself. */
  BUG: 70,
  /** Stopped by the user. */
  STOPPED: 130,
} as const;

const BY_CODE: Partial<Record<ErrorCode, number>> = { STORE_UNAVAILABLE: EXIT.STORE_UNAVAILABLE, INTERNAL: EXIT.BUG };

/** The exit code for an error that ends a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DetourError) return BY_CODE[error.code] ?? EXIT.MISUSE;
  return isStop(error) ? EXIT.STOPPED : EXIT.BUG;
}

/** What to say about it: the message of a user's fault, and everything we know of a bug. */
export function explain(error: unknown): string {
  if (error instanceof DetourError) return `detour: ${error.message}`;
  if (isStop(error)) return 'detour: stopped; nothing was changed';
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `detour: this is a fault of the program, please report it with what you did\n${trace}`;
}

function isStop(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'StoppedByUser');
}
