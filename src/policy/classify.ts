/** The class of stated goods on a day, and what would settle it where it is open. */
import type { Day } from '../model/day.js';
import { DetourError, nearestFew } from '../model/errors.js';
import type { Confidence } from '../model/product.js';
import type { Catalogue } from './catalogue.js';
import { valuesToTry } from './flips.js';
import type { View } from './judgement.js';
import type { Law } from './law.js';
import type { Movement } from './movement.js';
import type { Regime } from './regime.js';
import { situationOf, withFact } from './situation.js';
import { NO, YES } from './truth.js';

/** The keys in this order. */
export interface Classification {
  /** `3A090.a`, `3A090.b`, `3A090.c`, `3A090` (2022), `4E091`, `NONE`, or `UNKNOWN`. */
  readonly class: string;
  /** What it may be, in the order of the entries; one where it is certain. */
  readonly possible: readonly string[];
  /** The entries that catch the goods, or may. */
  readonly grounds: readonly {
    readonly rule: string;
    readonly citation: string;
    readonly sentence: string;
    readonly applies: 'YES' | 'UNKNOWN';
  }[];
  readonly missing: readonly string[];
  /** For each missing fact, a value that would leave one class, for each such class. */
  readonly settles: readonly { readonly fact: string; readonly value: string; readonly class: string }[];
  /** Of the catalogue's numbers. */
  readonly confidence: Confidence;
}

/**
 * Classifies the goods of a movement, whatever else it says; a day before the view begins gives `UNKNOWN`.
 *
 * Die areas and flags that are not known leave a class open rather than out: see `missing`.
 *
 * @throws DetourError `BAD_USER_INPUT` for a name that the catalogue has not, where no numbers stand beside it.
 */
export function classify(goods: Movement, on: Day, regime: Regime, view: View, catalogue: Catalogue): Classification {
  refuseUnknownName(goods, catalogue);
  const law = regime.lawOn(on, view);
  if (law === undefined)
    return { class: 'UNKNOWN', possible: [], grounds: [], missing: [], settles: [], confidence: 'CONFIRMED' };
  const situation = situationOf(goods, law, catalogue);
  const grounds: Classification['grounds'][number][] = [];
  for (const { rule, when, citation } of law.classes) {
    const truth = when.test(situation);
    if (truth === NO) continue;
    grounds.push({ rule: rule.id, citation, sentence: rule.sentence, applies: truth === YES ? 'YES' : 'UNKNOWN' });
    if (truth === YES) break;
  }
  const { classes, classLacks, item } = situation;
  return {
    class: classes.length === 1 ? (classes[0] as string) : 'UNKNOWN',
    possible: classes,
    grounds,
    missing: classLacks,
    settles: classLacks.flatMap((fact) => settledBy(fact, goods, law, catalogue)),
    confidence: item.confidence,
  };
}

function refuseUnknownName({ product, item = {} }: Movement, catalogue: Catalogue): void {
  if (product === undefined || catalogue.resolveProduct(product) !== undefined) return;
  if (Object.values(item).some((value) => value !== undefined)) return;
  const near = nearestFew(product, catalogue.products.keys(), 3).map((id) => `\`${id}\``);
  throw new DetourError(
    'BAD_USER_INPUT',
    `the catalogue has no product \`${product}\`: the nearest are ${near.join(', ')}; name one, or state the numbers`,
  );
}

function settledBy(fact: string, goods: Movement, law: Law, catalogue: Catalogue): Classification['settles'][number][] {
  const found = new Map<string, string>();
  const situation = situationOf(goods, law, catalogue);
  for (const { value, shown } of valuesToTry(fact, law, catalogue)) {
    const { classes } = withFact(situation, fact, value, law, catalogue);
    const [only, ...more] = classes;
    if (only !== undefined && more.length === 0 && !found.has(only)) found.set(only, shown);
  }
  return [...found].map(([itemClass, value]) => ({ fact, value, class: itemClass }));
}
