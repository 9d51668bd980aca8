/** The judgement without its reasons, for judging many movements at once. */
import { capUses, type Draw, drawsOf } from './caps.js';
import { decide } from './decide.js';
import type { Situation } from './facts.js';
import type { CapUse, Outcome, Review } from './judgement.js';
import type { Law } from './law.js';
import { CANNOT_SAY, YES } from './truth.js';

/** What of a judgement bears on evidence and on totals. Equal to the fields of `judge` for the same movement (tested). */
export interface Verdict {
  readonly outcome: Outcome;
  readonly review?: Review;
  /** Of the exception the papers claim, where it was tried. */
  readonly claimed?: 'USABLE' | 'FAILS' | 'CANNOT_SAY';
  readonly caps: readonly CapUse['fits'][];
  readonly draws: readonly Draw[];
}

/** As `judge`, at about a tenth of its cost. */
export function verdictOf(situation: Situation, law: Law): Verdict {
  const decision = decide(situation, law);
  const claim = situation.movement.claimedException?.toUpperCase();
  const tried = claim === undefined ? undefined : decision.exceptions.find(({ active }) => active.rule.name === claim);
  const isCapped = decision.exceptions.length + decision.reviews.length > 0;
  return {
    outcome: decision.outcome,
    ...(decision.review === undefined ? {} : { review: decision.review }),
    ...(tried === undefined
      ? {}
      : { claimed: tried.truth === YES ? 'USABLE' : tried.truth === CANNOT_SAY ? 'CANNOT_SAY' : 'FAILS' }),
    caps: isCapped ? capUses(situation, law, decision).map((cap) => cap.fits) : [],
    draws: isCapped ? drawsOf(situation, law, decision) : [],
  };
}
