/** Numbers to classes, by the edges in `score.yaml`. */
import type { Evidence } from './flag.js';
import {
  AGE_CLASSES,
  KEPT_CLASSES,
  POWER_CLASSES,
  PRICE_CLASSES,
  RARITY_CLASSES,
  SENT_ON_CLASSES,
  SHARED_CLASSES,
  SPLIT_CLASSES,
  STOCK_CLASSES,
} from './situations.js';

const CLASSES = {
  ageAtFirstOrder: AGE_CLASSES,
  sharedBy: SHARED_CLASSES,
  price: PRICE_CLASSES,
  power: POWER_CLASSES,
  sentOn: SENT_ON_CLASSES,
  keptDeliveries: KEPT_CLASSES,
} as const;
type Classes = typeof CLASSES;

/**
 * The class of a number: below the first edge the first one, from each edge (included) the next.
 *
 * `ageAtFirstOrder` in days, `sharedBy` firms, `price` the ratio to the usual price a piece, `power` the ratio
 * of kilowatts needed to the site's feed, `sentOn` a fraction, `keptDeliveries` a count. Undefined for
 * undefined and NaN.
 */
export function classOf<F extends keyof Classes>(
  evidence: Evidence,
  fact: F,
  number: number | undefined,
): Classes[F][number] | undefined {
  if (number === undefined || Number.isNaN(number)) return undefined;
  return CLASSES[fact][edgesUpTo(evidence.settings.edges[fact], number)];
}

/** Code for `Movements.rarity`: of `allLots` of such goods, `sameLots` (this one too) are of about this quantity. */
export function rarityCode(evidence: Evidence, sameLots: number, allLots: number): number {
  if (!(sameLots >= 1 && allLots >= sameLots)) return RARITY_CLASSES.indexOf('UNKNOWN');
  const edges = evidence.settings.edges.lotShare;
  return RARITY_CLASSES.length - 1 - edgesUpTo(edges, sameLots / allLots);
}

/** Code for `Movements.stock`: the chips of an onward lot against those of all compatible arrivals of the window. */
export function stockCode(evidence: Evidence, chips: number, stockChips: number): number {
  const ratio = chips / stockChips;
  const { below, above, far } = match(evidence, ratio);
  if (Number.isNaN(ratio)) return STOCK_CLASSES.indexOf('UNKNOWN');
  return STOCK_CLASSES.indexOf(below ? 'WITHIN' : far ? 'FAR_EXCEEDS' : above ? 'EXCEEDS' : 'EQUALS');
}

/** Code for `Movements.split`: the chips of all compatible onward lots of the window against those that arrived. */
export function splitCode(evidence: Evidence, arrivedChips: number, onwardChips: number, onwardLots: number): number {
  if (onwardLots === 0) return SPLIT_CLASSES.indexOf('NONE');
  const { below, above } = match(evidence, onwardChips / arrivedChips);
  if (Number.isNaN(onwardChips / arrivedChips)) return SPLIT_CLASSES.indexOf('UNKNOWN');
  return SPLIT_CLASSES.indexOf(below ? 'LESS' : above ? 'MORE' : 'EQUALS');
}

/** Whether a ratio of chips lies below, above or far above the class that counts as a match. */
function match(evidence: Evidence, ratio: number): { below: boolean; above: boolean; far: boolean } {
  const [, from, until, far] = evidence.settings.edges.quantity as readonly [number, number, number, number];
  return { below: ratio < from, above: ratio >= until, far: ratio >= far };
}

/** How many of the rising edges a number has reached. */
function edgesUpTo(edges: readonly number[], number: number): number {
  let count = 0;
  while (count < edges.length && number >= (edges[count] as number)) count++;
  return count;
}
