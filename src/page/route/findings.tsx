/** The rules that mattered: those that apply, then, folded away, those that could not be decided. */

import { counted } from '../figures.js';
import type { JudgementToldFragment } from '../generated.js';
import { CONFIDENCES, DUTIES, OUTCOMES, REVIEWS } from '../wording.js';
import { Facts } from './facts.js';

type Finding = JudgementToldFragment['findings'][number];

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const applying = findings.filter(({ applies }) => applies === 'YES');
  const undecided = findings.filter(({ applies }) => applies === 'UNKNOWN');
  const lacking = [...new Set(undecided.flatMap(({ missing }) => missing))];
  return (
    <>
      {applying.length > 0 && <FindingList findings={applying} />}
      {findings.length === 0 && <p>No rule mattered.</p>}
      {undecided.length > 0 && (
        <details>
          <summary>
            {counted(undecided.length, 'rule')} cannot be decided
            {lacking.length > 0 && <span className="quiet"> without {lacking.join(', ')}</span>}
          </summary>
          <FindingList findings={undecided} />
        </details>
      )}
    </>
  );
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.version}`}>
          <p>{finding.sentence}</p>
          <cite>{finding.citation}</cite>
          <p className="quiet">
            {[
              finding.outcome === null ? null : OUTCOMES[finding.outcome].toLowerCase(),
              finding.review === null ? null : REVIEWS[finding.review],
              finding.duty === null ? null : DUTIES[finding.duty],
              finding.counterfactual ? 'counterfactual: never applied' : null,
              finding.confidence === 'CONFIRMED' ? null : CONFIDENCES[finding.confidence],
            ]
              .filter((one) => one !== null)
              .join(' · ')}
          </p>
          <details className="rests-on">
            <summary>
              rule {finding.rule} <span className="quiet">{finding.version}</span>
            </summary>
            {finding.facts.length > 0 && (
              <p>
                Rests on: <Facts facts={finding.facts} />
              </p>
            )}
            {finding.missing.length > 0 && <p>Lacks: {finding.missing.join(', ')}</p>}
          </details>
        </li>
      ))}
    </ul>
  );
}
