/** Judgements; most of their fields are shown as they are. */
import type { Judgement } from '../../desk/answers.js';
import type { CapUseResolvers, ExceptionTriedResolvers, FindingResolvers } from '../generated.js';

export type CapUse = Judgement['caps'][number];
export type Finding = Judgement['findings'][number];
export type ExceptionTried = Judgement['exceptions'][number];

export const Finding: FindingResolvers = {
  counterfactual: (finding) => finding.counterfactual ?? false,
};

export const ExceptionTried: ExceptionTriedResolvers = {
  counterfactual: (exception) => exception.counterfactual ?? false,
};

export const CapUse: CapUseResolvers = {
  before: (use) => range(use.before),
  uses: (use) => range(use.uses),
  left: (use) => range(use.left),
};

function range([min, max]: readonly [number, number]) {
  return { min, max };
}
