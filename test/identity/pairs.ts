/** Labelled pairs of names, in two halves: one to tune on, one to report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface LabelledPair {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  /** `1` or `0`. */
  readonly match: string;
  readonly kind: string;
  readonly difficulty: 'easy' | 'medium' | 'hard';
  readonly reason: string;
}

const FILE = join(import.meta.dirname, 'pairs.csv');

/** Every other row, so that each kind is in both halves: rows 1, 3, 5 … tune, rows 2, 4, 6 … are held out. */
export function labelledPairs(half: 'tuning' | 'held-out'): LabelledPair[] {
  const rows = parse<LabelledPair>(readFileSync(FILE), { columns: true });
  return rows.filter((_, row) => row % 2 === (half === 'tuning' ? 0 : 1));
}

/** F1, precision and recall of calling `isMatch` a match. */
export function quality(pairs: readonly LabelledPair[], isMatch: (pair: LabelledPair) => boolean) {
  let [hits, alarms, misses] = [0, 0, 0];
  for (const pair of pairs) {
    if (isMatch(pair)) pair.match === '1' ? hits++ : alarms++;
    else if (pair.match === '1') misses++;
  }
  const precision = hits / (hits + alarms);
  const recall = hits / (hits + misses);
  return { pairs: pairs.length, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
