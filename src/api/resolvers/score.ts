/** Scores and their pieces. */
import type { RouteScore } from '../../desk/answers.js';
import type { MissingEvidenceResolvers, ScorePartResolvers } from '../generated.js';

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
