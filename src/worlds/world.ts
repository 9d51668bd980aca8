/** A made world: rows of the native files, and what is true about what was planted in it. */
import type { Row } from './native.js';

export interface World {
  readonly name: string;
  readonly seed: number;
  readonly entities: readonly Row<'entities'>[];
  readonly links: readonly Row<'links'>[];
  readonly shipments: readonly Row<'shipments'>[];
  readonly listings: readonly Row<'listings'>[];
  readonly authorizations: readonly Row<'authorizations'>[];
  readonly truth: readonly Truth[];
}

/** Shapes of diversion that are planted, under the numbers by which the literature of cases is sorted. */
export type Typology = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8' | 'P9' | 'P12' | 'P13';

/** The one condition of a route (or of its guilt) that a decoy breaks. */
export const FAULTS = [
  // The onward lot left before these goods came.
  'time-order',
  // It left more than 180 days after them.
  'dwell',
  // Other goods went on.
  'goods',
  // Far more went on than came.
  'quantity',
  // The goods end in Tier 1 or Tier 2.
  'lawful-end',
  // The goods go back to whom they came from.
  'returned',
  // The buyer keeps them, at a site seen after delivery with power for them.
  'kept',
  // The link to Tier 3 had ended before the goods moved.
  'link-ended',
  // The buyer paid, and nothing leads to Tier 3.
  'paid-at-home',
  // No control applied on the day.
  'before-control',
  // The goods are below the thresholds.
  'uncontrolled',
  // A licence for the true end user is shown and fits.
  'licensed',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface TruePath {
  /** In travel order. */
  readonly shipments: readonly string[];
  /** In travel order; where a tie is passed, both parties. */
  readonly parties: readonly string[];
}

/** One planted pattern or decoy. */
export interface Truth {
  readonly id: string;
  /** For a decoy, the one it imitates. */
  readonly typology: Typology;
  readonly illicit: boolean;
  /** What a decoy breaks; null for a pattern. */
  readonly kind: Fault | null;
  /** Whether the last leg, the one that reaches Tier 3, is in the data. */
  readonly observed: boolean;
  /** All its shipments, by departure, then id. */
  readonly shipments: readonly string[];
  /** Of the longest path, in travel order. */
  readonly parties: readonly string[];
  readonly paths: readonly TruePath[];
  /** Parties that count as a right end. */
  readonly ends: readonly string[];
  /** Pieces that left the origin. */
  readonly units: number;
  /** What the goods truly are. */
  readonly product: string;
  /** True first day and last day, whatever the papers say. */
  readonly departs: string;
  readonly arrives: string;
  readonly note: string;
}
