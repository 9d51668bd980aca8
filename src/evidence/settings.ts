/** Reads `score.yaml`: prior, bands, probabilities of control, edges between classes, fit. */
import { EDGE_NAMES, type EdgeName, type Settings, SIXTY_FOURTHS_A_BIT } from './flag.js';
import {
  AGE_CLASSES,
  CONTROL_BASES,
  DWELL_CLASSES,
  KEPT_CLASSES,
  POWER_CLASSES,
  PRICE_CLASSES,
  QUANTITY_CLASSES,
  RARITY_CLASSES,
  RELATIONS,
  SENT_ON_CLASSES,
  SHARED_CLASSES,
  TIE_LINKS,
  VALUE_CLASSES,
  WEIGHT_CLASSES,
} from './situations.js';
import { readYaml, type YamlValue } from './yaml.js';

/** How many edges part the classes of each fact. In the search's tables class 0 is "unknown". */
const EDGE_COUNTS: Readonly<Record<EdgeName, number>> = {
  weight: WEIGHT_CLASSES.length - 2,
  quantity: QUANTITY_CLASSES.length - 2,
  value: VALUE_CLASSES.length - 2,
  dwell: DWELL_CLASSES.length - 1,
  lotShare: RARITY_CLASSES.length - 2,
  ageAtFirstOrder: AGE_CLASSES.length - 1,
  sharedBy: SHARED_CLASSES.length - 1,
  price: PRICE_CLASSES.length - 1,
  power: POWER_CLASSES.length - 1,
  sentOn: SENT_ON_CLASSES.length - 1,
  keptDeliveries: KEPT_CLASSES.length - 1,
};

/** @throws DetourError `BAD_SETTING` with file, line and column for a missing or malformed value. */
export function readSettings(file: string): Settings {
  const keys = ['prior', 'bands', 'controlled', 'edges', 'fit'];
  const fields = readYaml(file).fields([...keys, 'why'], [...keys, 'why']);
  const at = (key: string) => fields.get(key) as YamlValue;
  reasons(at('why'), keys);
  const fit = at('fit').fields(['relation', 'quantity', 'tie'], ['relation', 'quantity', 'tie']);
  const relations = RELATIONS.filter((relation) => relation !== 'INCOMPATIBLE');
  return {
    prior: readPrior(at('prior')),
    bands: readBands(at('bands')),
    controlled: fractions(at('controlled'), CONTROL_BASES),
    edges: readEdges(at('edges')),
    fit: {
      relation: fractions(fit.get('relation') as YamlValue, relations),
      quantity: fractions(fit.get('quantity') as YamlValue, QUANTITY_CLASSES),
      tie: fractions(fit.get('tie') as YamlValue, TIE_LINKS),
    },
  };
}

/** A probability strictly between 0 and 1. */
export function readPrior(value: YamlValue): number {
  const prior = value.number(0, 1);
  if (prior === 0 || prior === 1)
    throw value.fault(`a prior of \`${prior}\` leaves nothing to weigh; give one between 0 and 1`);
  return prior;
}

/** Least bits of each band, the highest band first. */
export function readBands(value: YamlValue): Settings['bands'] {
  const names = ['CRITICAL', 'HIGH', 'ELEVATED'] as const;
  const fields = value.fields(names, names);
  const least = names.map((name) =>
    Math.trunc((fields.get(name) as YamlValue).number(-500, 500) * SIXTY_FOURTHS_A_BIT),
  );
  const [CRITICAL, HIGH, ELEVATED] = least as [number, number, number];
  if (!(CRITICAL > HIGH && HIGH > ELEVATED))
    throw value.fault('bands must fall: `CRITICAL` above `HIGH` above `ELEVATED`');
  return { CRITICAL, HIGH, ELEVATED };
}

function readEdges(value: YamlValue): Settings['edges'] {
  const fields = value.fields(EDGE_NAMES, EDGE_NAMES);
  return Object.fromEntries<readonly number[]>(
    EDGE_NAMES.map((name) => {
      const list = fields.get(name) as YamlValue;
      const edges = list.items().map((item) => item.number(0, 1e9));
      const count = EDGE_COUNTS[name];
      if (edges.length !== count) throw list.fault(`\`${name}\` needs ${count} edges, not \`${edges.length}\``);
      if (edges.some((edge, i) => i > 0 && edge <= (edges[i - 1] as number)))
        throw list.fault(`edges of \`${name}\` must rise`);
      return [name, edges];
    }),
  ) as Record<EdgeName, readonly number[]>;
}

function fractions<T extends string>(value: YamlValue, names: readonly T[]): Readonly<Record<T, number>> {
  const fields = value.fields(names, names);
  return Object.fromEntries(names.map((name) => [name, (fields.get(name) as YamlValue).number(0, 1)])) as Record<
    T,
    number
  >;
}

/** Every number has its reason, in words. */
function reasons(value: YamlValue, keys: readonly string[]): void {
  for (const reason of value.fields(keys, keys).values()) reason.text();
}
