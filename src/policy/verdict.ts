/** The judgement without its reasons, for judging many movements at once. */
import type { Day } from '../model/day.js';
import { capUses } from './caps.js';
import type { Catalogue } from './catalogue.js';
import { decide } from './decide.js';
import type { CapUse, Outcome, Review, Tier, View } from './judgement.js';
import type { Movement } from './movement.js';
import type { Regime } from './regime.js';
import { situationOf } from './situation.js';
import { tierIn } from './tiers.js';
import { CANNOT_SAY, YES } from './truth.js';

/** What of a judgement bears on evidence. Equal to the fields of `judge` for the same movement (tested). */
export interface Verdict {
  readonly outcome: Outcome;
  readonly review?: Review;
  /** Of the exception the papers claim, where it was tried. */
  readonly claimed?: 'USABLE' | 'FAILS' | 'CANNOT_SAY';
  readonly caps: readonly CapUse['fits'][];
  readonly destination: Tier;
  readonly consigneeHeadquarters: Tier;
}

/** As `judge`, at about a tenth of its cost. */
export function verdict(movement: Movement, on: Day, regime: Regime, view: View, catalogue: Catalogue): Verdict {
  const law = regime.lawOn(on, view);
  if (law === undefined) {
    return { outcome: 'UNKNOWN', caps: [], destination: 'UNKNOWN', consigneeHeadquarters: 'UNKNOWN' };
  }
  const situation = situationOf(movement, law, catalogue);
  const decision = decide(situation, law);
  const claim = movement.claimedException?.toUpperCase();
  const tried = claim === undefined ? undefined : decision.exceptions.find(({ active }) => active.rule.name === claim);
  return {
    outcome: decision.outcome,
    ...(decision.review === undefined ? {} : { review: decision.review }),
    ...(tried === undefined
      ? {}
      : { claimed: tried.truth === YES ? 'USABLE' : tried.truth === CANNOT_SAY ? 'CANNOT_SAY' : 'FAILS' }),
    caps:
      decision.exceptions.length + decision.reviews.length === 0
        ? []
        : capUses(situation, law, decision).map((cap) => cap.fits),
    destination: tierIn(situation.destination, law),
    consigneeHeadquarters: tierIn(movement.consignee?.headquarters, law),
  };
}
