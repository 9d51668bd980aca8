/** What a command sees of the terminal it runs in. */
import type { Clock } from '../app.js';
import type { Environment } from '../settings.js';

export interface Shell {
  /** Standard output: results and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: everything else. */
  readonly say: (text: string) => void;
  readonly environment: Environment;
  /** Standard error is a terminal: progress may be drawn. */
  readonly isTerminal: boolean;
  /** Fires when the user asks to stop. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Sets the exit code of a command that ended without an error. */
  readonly exitWith: (code: number) => void;
}

/** Set as the abort reason when the user asks to stop. */
export class StoppedByUser extends Error {
  override readonly name = 'StoppedByUser';
}
