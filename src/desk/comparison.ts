/** What one may ask about a change of law, and what the desk answers. */
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Shipment } from '../model/shipment.js';
import type { Judgement, View } from '../policy/judgement.js';
import type { MovementHop, Route, SearchBudget } from './answers.js';

/** A body of law under a view; `us-ear`, `ENFORCED` where not given. */
export interface LawChoice {
  readonly regime?: string;
  readonly view?: View;
}

/** Movements must pass all that is given; routes start and end in the countries, else as a route question says. */
export interface ComparisonQuestion {
  readonly a: LawChoice;
  readonly b: LawChoice;
  /** Can have departed on or after. */
  readonly since?: Day;
  /** Can have departed on or before. */
  readonly until?: Day;
  readonly fromCountry?: CountryCode;
  readonly toCountry?: CountryCode;
  /** Catalogue ids or aliases. */
  readonly products?: readonly string[];
  readonly asOf?: Day;
  /** How many of the best routes are compared; default 10, 0 compares none. */
  readonly k?: number;
  /** Default 5. */
  readonly examples?: number;
  /** Of the search for routes. */
  readonly budget?: SearchBudget;
}

export interface ComparisonAnswer {
  readonly a: Required<LawChoice>;
  readonly b: Required<LawChoice>;
  /** Judged by both. */
  readonly movements: number;
  /** Of another outcome under the second; TPP as far as it is known, and of how many it is not. */
  readonly changed: number;
  readonly tpp: number;
  readonly tppUnknown: number;
  /** Of the same outcome and another review policy. */
  readonly reviewChanged: number;
  /** Most movements first. */
  readonly outcomes: readonly OutcomeChange[];
  /** Most changed movements first, those without any included. */
  readonly countries: readonly CountryChange[];
  /** Greatest TPP first. */
  readonly examples: readonly { readonly shipment: Shipment; readonly a: Judgement; readonly b: Judgement }[];
  readonly routesCompared: number;
  /** Whether the search for them came to its end. */
  readonly routesComplete: boolean;
  /** Best first; those of which a hop is judged otherwise. */
  readonly routes: readonly ChangedRoute[];
  readonly storeVersion: number;
}

export interface OutcomeChange {
  readonly from: Judgement['outcome'];
  readonly to: Judgement['outcome'];
  readonly movements: number;
  readonly tpp: number;
}

export interface CountryChange {
  /** Where the papers send it; absent where that is not known. */
  readonly country?: CountryCode;
  readonly movements: number;
  readonly changed: number;
  /** Of the changed ones. */
  readonly tpp: number;
}

export interface ChangedRoute {
  readonly route: Route;
  readonly hops: readonly ChangedHop[];
}

export interface ChangedHop {
  readonly hop: MovementHop;
  readonly a: Judgement;
  readonly b: Judgement;
}
