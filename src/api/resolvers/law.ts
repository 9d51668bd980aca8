/** Bodies of law and their rules. */
import type { ChangedHopResolvers, RegimeResolvers, RuleResolvers } from '../generated.js';

export const Regime: RegimeResolvers = {
  views: (regime) => [...regime.views].map(([view, { title, from }]) => ({ view, title, from: from ?? null })),
  rules: (regime) => [...regime.rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
};

export const Rule: RuleResolvers = {
  citation: (rule) => rule.citation.versions.at(-1)?.value ?? '',
};

export const ChangedHop: ChangedHopResolvers = {
  index: ({ hop }) => hop.index,
};
