/** A flag as data, the evidence as a whole, and what a predicate answers. */
import type { ControlBasis, Family, Relation } from './situations.js';

/** Amounts of evidence inside this room are whole sixty-fourths of a bit; `score.ts` turns them into bits. */
export const SIXTY_FOURTHS_A_BIT = 64;

export const CARRIERS = ['origin', 'movement', 'continuation', 'tie', 'ending'] as const;
export type CarrierKind = (typeof CARRIERS)[number];

/** The carriers whose sum a family is part of. */
export const FAMILY_CARRIERS: { readonly [F in Family]: readonly CarrierKind[] } = {
  hop: ['continuation'],
  choice: ['continuation'],
  time: ['continuation'],
  goods: ['continuation'],
  quantity: ['continuation'],
  value: ['continuation'],
  destination: ['continuation'],
  law: ['movement'],
  party: ['movement', 'tie', 'origin'],
  money: ['movement'],
  pattern: ['movement'],
  exculpatory: ['movement'],
  tie: ['tie'],
  start: ['origin'],
  ending: ['ending'],
  once: ['ending'],
};
export const FAMILIES = Object.keys(FAMILY_CARRIERS) as readonly Family[];

/**
 * What a predicate answers: `true` or a grade where it fires, `false` where not, `undefined` where a fact is
 * missing, and a number of sixty-fourths where the amount is computed and not a weight.
 */
export type Finding = boolean | string | number | undefined;

export interface Predicate<S> {
  /** Grades it can answer, one weight each; without them the flag has one weight. */
  readonly grades?: readonly string[];
  readonly computed?: true;
  readonly find: (situation: S) => Finding;
}

/** One weight, one a grade, or an amount that its predicate computes. Sixty-fourths. */
export type Weight = number | Readonly<Record<string, number>> | 'COMPUTED';

export interface Flag {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  readonly carriers: readonly CarrierKind[];
  readonly weight: Weight;
  /** Said where it fires; `{fact}` stands for one of `needs`. */
  readonly sentence: string;
  /** Reasoning or measured ratio behind the weight. */
  readonly why: string;
  readonly citation: string;
  /** Fields of the family's situation that its predicate reads. */
  readonly needs: readonly string[];
  readonly on: boolean;
}

export const BANDS = ['CRITICAL', 'HIGH', 'ELEVATED', 'LOW'] as const;
export type Band = (typeof BANDS)[number];

/** Numbers that are no weights: `score.yaml`. */
export interface Settings {
  /** Probability of diversion before any evidence. */
  readonly prior: number;
  /** Least sixty-fourths of each band but the last. */
  readonly bands: Readonly<Record<Exclude<Band, 'LOW'>, number>>;
  readonly controlled: Readonly<Record<ControlBasis, number>>;
  /** Ascending edges between classes, by the name of the fact. */
  readonly edges: Readonly<Record<EdgeName, readonly number[]>>;
  /** Fractions 0..1 that multiply to the fit of an onward lot. */
  readonly fit: {
    readonly relation: Readonly<Record<Exclude<Relation, 'INCOMPATIBLE'>, number>>;
    readonly quantity: Readonly<Record<string, number>>;
    readonly tie: Readonly<Record<string, number>>;
  };
}

export const EDGE_NAMES = [
  'weight',
  'quantity',
  'value',
  'dwell',
  'lotShare',
  'ageAtFirstOrder',
  'sharedBy',
  'price',
  'power',
  'sentOn',
  'keptDeliveries',
] as const;
export type EdgeName = (typeof EDGE_NAMES)[number];

export interface Evidence {
  /** In order of ids. Flags that are switched off are here too, `on: false`. */
  readonly flags: readonly Flag[];
  /** Those that are on. */
  readonly byFamily: Readonly<Record<Family, readonly Flag[]>>;
  readonly settings: Settings;
  /** Hash of all flags and settings in effect. */
  readonly version: string;
  /** The user's file, where one was used. */
  readonly overrides: string | undefined;
}
