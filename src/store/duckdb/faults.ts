/** What DuckDB says when something goes wrong, in words that say what to do. */
import { DetourError } from '../../model/errors.js';

/**
 * The error to throw for one that came out of DuckDB: `STORE_UNAVAILABLE` where file, disk or memory are at
 * fault; anything else as it came, since that is a bug or a fault already put into words.
 */
export function faultOf(error: unknown, store: string): unknown {
  if (error instanceof DetourError || !(error instanceof Error)) return error;
  const said = error.message;
  const because = (text: string) => new DetourError('STORE_UNAVAILABLE', `${store}: ${text}`, { cause: error });
  if (/no space left|disk full|file too large|could not write|max_temp_directory_size|Disk quota/i.test(said)) {
    return because(
      `the disk is full (\`${firstLine(said)}\`); nothing of this import was kept: free some space and try again`,
    );
  }
  if (/^Out of Memory Error/i.test(said)) {
    return because(`not enough memory (\`${firstLine(said)}\`): close other programs or raise the memory limit`);
  }
  if (/^(Connection|INTERRUPT) Error|connection (was |is )?closed|disconnected/i.test(said)) {
    return because('the store was closed while it worked');
  }
  if (/database has been invalidated|^FATAL Error|^IO Error/i.test(said)) {
    return because(
      `the file can no longer be read or written (\`${firstLine(said)}\`): check the disk and start again`,
    );
  }
  return error;
}

/** The error for a file that cannot be opened. */
export function openingFaultOf(error: unknown, path: string): unknown {
  if (error instanceof DetourError || !(error instanceof Error)) return error;
  const said = error.message;
  const cause = { cause: error };
  if (/could not set lock|being used by another process|conflicting lock/i.test(said)) {
    const owner = /\(PID (\d+)/.exec(said)?.[1];
    return new DetourError(
      'STORE_UNAVAILABLE',
      `\`${path}\` is in use by another process${owner === undefined ? '' : ` (${owner})`}: stop it, or choose another store`,
      cause,
    );
  }
  const [, version, oldest] = /version number (\d+), but we can only read versions between (\d+)/.exec(said) ?? [];
  if (Number(version) < Number(oldest)) {
    return new DetourError(
      'BAD_FILE',
      `\`${path}\` is a DuckDB file of a format that is no longer read (\`${version}\`): choose another path for the store`,
      cause,
    );
  }
  if (/newer version|can only (read|load) version|storage version|version number/i.test(said))
    return newerFile(path, firstLine(said), error);
  if (/not a valid DuckDB database|checksum|Serialization Error|corrupt/i.test(said)) {
    return new DetourError(
      'BAD_FILE',
      `\`${path}\` is not a DuckDB file, or is damaged: choose another path for the store`,
      cause,
    );
  }
  if (/permission denied|read-only file system|^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR)\b/i.test(said)) {
    return new DetourError(
      'STORE_UNAVAILABLE',
      `\`${path}\` may not be written: change its rights or choose another path`,
      cause,
    );
  }
  return faultOf(error, `DuckDB file ${path}`);
}

/** The error for a file that a later version of this program, or of DuckDB, wrote. */
export function newerFile(path: string, what: string, cause?: unknown): DetourError {
  return new DetourError(
    'STORE_UNAVAILABLE',
    `\`${path}\` was written by a newer version (${what}): update Detour, or choose another store`,
    { cause },
  );
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replaceAll('`', "'");
}
