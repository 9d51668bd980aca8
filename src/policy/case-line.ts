/** One judged case as one line of JSON. */
import { DetourError, nearest } from '../model/errors.js';
import type { Confidence } from '../model/product.js';
import type { Catalogue } from './catalogue.js';
import { type Classification, classify } from './classify.js';
import { judge } from './judge.js';
import type { CapUse, CouldFlip, Finding, Judgement, LicenceState, Outcome, Review, Tier } from './judgement.js';
import type { MovementCase } from './movement.js';
import type { Regime, Regimes } from './regime.js';

/** The keys in this order; `id` and `review` are null where there is none. */
export interface CaseLine {
  readonly id: string | null;
  readonly outcome: Outcome;
  readonly review: Review | null;
  readonly licence: LicenceState;
  /** Names of those that can be used, in the order in which one would use them. */
  readonly exceptions: readonly string[];
  readonly tierFrom: Tier;
  readonly tierTo: Tier;
  readonly caps: readonly CapUse[];
  readonly findings: readonly Finding[];
  readonly couldFlip: readonly CouldFlip[];
  readonly confidence: Confidence;
}

/** Judges the case. @throws DetourError `BAD_USER_INPUT` for a regime that is not loaded, with the nearest. */
export function judgeCase(one: MovementCase, regimes: Regimes, catalogue: Catalogue): CaseLine {
  const regime = regimeNamed(one.regime, regimes);
  return caseLine(one.id, judge(one.movement, one.on, regime, one.view, catalogue, { exceptions: 'USABLE' }));
}

/** Classifies the goods of the case, as `classify` does. @throws DetourError as judgeCase. */
export function classifyCase(one: MovementCase, regimes: Regimes, catalogue: Catalogue): Classification {
  return classify(one.movement, one.on, regimeNamed(one.regime, regimes), one.view, catalogue);
}

/** The regime of that id. @throws DetourError `BAD_USER_INPUT` if it is not loaded, with the nearest. */
function regimeNamed(id: string, regimes: Regimes): Regime {
  const regime = regimes.get(id);
  if (regime !== undefined) return regime;
  const near = nearest(id, regimes.keys());
  const hint = near === undefined ? '' : `, did you mean \`${near}\`?`;
  throw new DetourError(
    'BAD_USER_INPUT',
    `there is no regime \`${id}\`${hint} Loaded: ${[...regimes.keys()].join(', ')}`,
  );
}

function caseLine(id: string | undefined, judgement: Judgement): CaseLine {
  return {
    id: id ?? null,
    outcome: judgement.outcome,
    review: judgement.review ?? null,
    licence: judgement.licence,
    exceptions: judgement.exceptions.map((usable) => usable.name),
    tierFrom: judgement.tier.origin,
    tierTo: judgement.tier.destination,
    caps: judgement.caps,
    findings: judgement.findings,
    couldFlip: judgement.couldFlip,
    confidence: judgement.confidence,
  };
}
