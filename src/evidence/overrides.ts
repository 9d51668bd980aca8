/** A user's own weights: a file that changes some flags, families, the prior or the bands. */
import { nearest } from '../model/errors.js';
import { type Evidence, FAMILIES, type Flag, type Settings } from './flag.js';
import { readWeight } from './read-flags.js';
import { readBands, readPrior } from './settings.js';
import { readYaml } from './yaml.js';

/**
 * The file's keys, each optional: `flags` (id: `off`, a number of bits, or one for each grade), `families`
 * (family: `off`), `prior`, `bands`.
 *
 * @throws DetourError `BAD_SETTING` with file, line and column, naming the nearest flag or family.
 */
export function applyOverrides(evidence: Evidence, file: string): { flags: readonly Flag[]; settings: Settings } {
  const fields = readYaml(file).fields(['flags', 'families', 'prior', 'bands']);
  const flags = new Map(evidence.flags.map((flag) => [flag.id, flag]));
  for (const [family, value] of fields.get('families')?.fields(FAMILIES) ?? []) {
    value.oneOf(['off']);
    for (const flag of flags.values()) if (flag.family === family) flags.set(flag.id, { ...flag, on: false });
  }
  for (const [id, { at, value }] of fields.get('flags')?.entries() ?? []) {
    const flag = flags.get(id);
    if (!flag) {
      const near = nearest(id, flags.keys());
      throw at.fault(
        `no flag \`${id}\`${near === undefined ? '; docs/evidence.md lists them' : `; did you mean \`${near}\`?`}`,
      );
    }
    const off = value.isText() && value.text() === 'off';
    flags.set(id, off ? { ...flag, on: false } : { ...flag, weight: readWeight(value, flag.family, id) });
  }
  const prior = fields.get('prior');
  const bands = fields.get('bands');
  const settings = {
    ...evidence.settings,
    ...(prior && { prior: readPrior(prior) }),
    ...(bands && { bands: readBands(bands) }),
  };
  return { flags: [...flags.values()], settings };
}
