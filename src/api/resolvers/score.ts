/** Scores and their pieces. */
import type { Flag, RouteScore } from '../../desk/answers.js';
import type { EvidenceFlagResolvers, MissingEvidenceResolvers, ScorePartResolvers } from '../generated.js';

export type Part = RouteScore['parts'][number];
export type Missing = RouteScore['missing'][number];

export const ScorePart: ScorePartResolvers = {
  carrier: (part) => part.carrier.kind,
  carrierName: (part) => part.carrier.name,
  facts: (part) => Object.entries(part.facts).map(([name, value]) => ({ name, value: String(value) })),
};

export const MissingEvidence: MissingEvidenceResolvers = {
  carrier: (missing) => missing.carrier.kind,
  carrierName: (missing) => missing.carrier.name,
};

export const EvidenceFlag: EvidenceFlagResolvers = {
  weights: ({ weight }) => weightsOf(weight),
};

/** Weights are kept in sixty-fourths of a bit. */
function weightsOf(weight: Flag['weight']) {
  if (weight === 'COMPUTED') return [];
  if (typeof weight === 'number') return [{ bits: weight / 64 }];
  return Object.entries(weight).map(([grade, each]) => ({ grade, bits: each / 64 }));
}
