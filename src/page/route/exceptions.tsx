/** Licence exceptions that were considered, and why each can or cannot be used. */
import type { JudgementToldFragment } from '../generated.js';

interface ExceptionsProps {
  readonly exceptions: JudgementToldFragment['exceptions'];
}

export function Exceptions({ exceptions }: ExceptionsProps) {
  if (exceptions.length === 0) return null;
  return (
    <>
      <h6>Exceptions</h6>
      <ul className="exceptions">
        {exceptions.map(({ name, usable, reason, citation, missing, claimed, counterfactual }) => (
          <li key={name}>
            <span className={usable ? 'exception-usable' : 'exception-not'}>
              {usable ? '✓' : missing.length > 0 ? '?' : '✕'} <b>{name}</b>
              {claimed && ' (claimed)'}
              {counterfactual && ' (counterfactual)'}
            </span>{' '}
            {reason} <cite>{citation}</cite>
          </li>
        ))}
      </ul>
    </>
  );
}
