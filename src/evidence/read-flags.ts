/** Reads the flags of one family from YAML and checks each against its predicate. */
import { CARRIERS, FAMILY_CARRIERS, type Flag, SIXTY_FOURTHS_A_BIT, type Weight } from './flag.js';
import { PREDICATES } from './flags/all.js';
import { NEEDS } from './needs.js';
import type { Family } from './situations.js';
import { readYaml, type YamlValue } from './yaml.js';

/** No single weight is larger, so that no sum of families leaves a 16-bit table. */
const MOST_BITS = 40;

/**
 * All flags of one family, in file order.
 *
 * @throws DetourError `BAD_SETTING` with file, line and column for an entry that is malformed, stands twice, or
 * has no predicate, and for a predicate without its entry.
 */
export function readFamily(file: string, family: Family): readonly Flag[] {
  const fields = readYaml(file).fields(['family', 'flags'], ['family', 'flags']);
  (fields.get('family') as YamlValue).oneOf([family]);
  const list = fields.get('flags') as YamlValue;
  const flags: Flag[] = [];
  for (const item of list.items()) flags.push(readFlag(item, family, flags));
  const absent = Object.keys(PREDICATES[family]).filter((id) => !flags.some((flag) => flag.id === id));
  if (absent.length > 0) throw list.fault(`no entry for flag \`${absent[0]}\`; add one`);
  return flags;
}

/**
 * A weight as written: a number of bits, or one for each grade. Rounded to 1/64 towards zero.
 *
 * @throws DetourError for a number out of bounds, a missing or an unknown grade.
 */
export function readWeight(value: YamlValue, family: Family, id: string): Weight {
  const predicate = PREDICATES[family][id];
  if (predicate?.computed) {
    value.oneOf(['computed']);
    return 'COMPUTED';
  }
  if (predicate?.grades === undefined) return sixtyFourths(value);
  const grades = value.fields(predicate.grades, predicate.grades);
  return Object.fromEntries(predicate.grades.map((grade) => [grade, sixtyFourths(grades.get(grade) as YamlValue)]));
}

const KEYS = ['id', 'label', 'carrier', 'bits', 'sentence', 'why', 'citation', 'needs'];

function readFlag(item: YamlValue, family: Family, before: readonly Flag[]): Flag {
  const fields = item.fields(KEYS, KEYS);
  const at = (key: string) => fields.get(key) as YamlValue;
  const id = at('id').oneOf(Object.keys(PREDICATES[family]));
  if (before.some((flag) => flag.id === id)) throw at('id').fault(`flag \`${id}\` stands here twice; remove one`);
  const carrier = at('carrier');
  const carriers = (carrier.isList() ? carrier.items() : [carrier]).map((one) => {
    const kind = one.oneOf(CARRIERS);
    if (FAMILY_CARRIERS[family].includes(kind)) return kind;
    throw one.fault(
      `family \`${family}\` has no part in a carrier \`${kind}\`; it has in ${FAMILY_CARRIERS[family].join(', ')}`,
    );
  });
  const needs = at('needs')
    .items()
    .map((need) => need.oneOf(NEEDS[family]));
  const sentence = at('sentence').text();
  for (const [, fact] of sentence.matchAll(/\{(\w+)\}/g)) {
    if (!needs.includes(fact as string))
      throw at('sentence').fault(`\`{${fact}}\` is not among this flag's \`needs\`; add it there`);
  }
  return {
    id,
    label: at('label').text(),
    family,
    carriers,
    weight: readWeight(at('bits'), family, id),
    sentence,
    why: at('why').text(),
    citation: at('citation').text(),
    needs,
    on: true,
  };
}

function sixtyFourths(value: YamlValue): number {
  return Math.trunc(value.number(-MOST_BITS, MOST_BITS) * SIXTY_FOURTHS_A_BIT) + 0;
}
