/** The flags and settings of a folder, with a user's own changes. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Evidence, FAMILIES, type Flag, type Settings } from './flag.js';
import { applyOverrides } from './overrides.js';
import { readFamily } from './read-flags.js';
import { readSettings } from './settings.js';
import type { Family } from './situations.js';

/**
 * Reads `<family>.yaml` for each family and `score.yaml` from `dir`; `overrides` is a file that changes
 * weights, switches flags or families off, or moves prior and bands.
 *
 * @throws DetourError `BAD_SETTING` with file, line and column for a file that is missing or malformed, a flag
 * without a predicate or a predicate without its flag, a grade or fact its predicate does not know.
 */
export function loadEvidence(dir: string, overrides?: string): Evidence {
  const flags = FAMILIES.flatMap((family) => readFamily(join(dir, `${family}.yaml`), family));
  const settings = readSettings(join(dir, 'score.yaml'));
  const plain = assemble(flags, settings, undefined);
  if (overrides === undefined) return plain;
  const changed = applyOverrides(plain, overrides);
  return assemble(changed.flags, changed.settings, overrides);
}

/** The same evidence with all flags of one family off. */
export function withoutFamily(evidence: Evidence, family: Family): Evidence {
  const flags = evidence.flags.map((flag) => (flag.family === family ? { ...flag, on: false } : flag));
  return assemble(flags, evidence.settings, evidence.overrides);
}

function assemble(flags: readonly Flag[], settings: Settings, overrides: string | undefined): Evidence {
  const sorted = [...flags].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byFamily = Object.fromEntries<readonly Flag[]>(
    FAMILIES.map((family) => [family, sorted.filter((flag) => flag.on && flag.family === family)]),
  ) as Record<Family, readonly Flag[]>;
  const version = createHash('sha256')
    .update(JSON.stringify([sorted, settings]))
    .digest('hex')
    .slice(0, 16);
  return { flags: sorted, byFamily, settings, version, overrides };
}
