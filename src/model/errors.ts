/** The one error class whose text may reach a user. */

/**
 * Every code an error of this program can carry. The first nine are what the API shows;
 * the rest are finer codes of the file readers, shown as `BAD_USER_INPUT` over the wire.
 */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'LIMIT_EXCEEDED'
  | 'BUDGET_EXCEEDED'
  | 'STORE_UNAVAILABLE'
  | 'CONFLICT'
  | 'INTERNAL'
  | 'BAD_FILE'
  | 'BAD_REGIME'
  | 'BAD_SETTING';

/** Where a fault lies in a file the user gave. `line` and `column` start at 1. */
export interface FilePosition {
  readonly file: string;
  readonly line?: number;
  readonly column?: number | string;
}

/**
 * A fault the user can do something about.
 *
 * The message says what is wrong, where, the value in backticks and what to do. Anything else that
 * is thrown is a bug and is masked at the door (`api/format-error.ts`, `cli/exit.ts`).
 */
export class DetourError extends Error {
  override readonly name = 'DetourError';
  readonly code: ErrorCode;
  readonly at: FilePosition | undefined;

  constructor(code: ErrorCode, message: string, options: { at?: FilePosition; cause?: unknown } = {}) {
    super(options.at ? `${formatPosition(options.at)}: ${message}` : message, { cause: options.cause });
    this.code = code;
    this.at = options.at;
  }
}

/** `file:line:column`, leaving out what is not known. */
function formatPosition(at: FilePosition): string {
  const line = at.line === undefined ? '' : `:${at.line}`;
  const column = at.column === undefined ? '' : `:${at.column}`;
  return `${at.file}${line}${column}`;
}

/** The candidate nearest to `given` by edit distance, or undefined when none is near (more than a third of its letters wrong). */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(given.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best !== undefined && bestDistance <= Math.max(1, Math.ceil(best.length / 3)) ? best : undefined;
}

/** So many of the candidates, the nearest to `given` by edit distance first, however far they are; ties in the order given. */
export function nearestFew(given: string, candidates: Iterable<string>, count: number): string[] {
  const distance = (candidate: string) => editDistance(given.toLowerCase(), candidate.toLowerCase());
  return [...candidates].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}

/** Levenshtein distance, by one row of the table. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, substitution));
    }
    previous = row;
  }
  return previous[b.length] as number;
}
