/** Licence exceptions that were considered, and why each can or cannot be used. */
import type { JudgementToldFragment } from '../generated.js';

interface ExceptionsProps {
  readonly exceptions: JudgementToldFragment['exceptions'];
}

export function Exceptions({ exceptions }: ExceptionsProps) {
  if (exceptions.length === 0) return null;
  const usable = exceptions.filter((one) => one.usable).map(({ name }) => name);
  const others = exceptions.filter((one) => !one.usable).map(({ name }) => name);
  return (
    <details open={exceptions.some((one) => one.usable || one.claimed)}>
      <summary>
        {usable.length > 0 ? `${usable.join(', ')} can be used` : 'No exception can be used'}
        {others.length > 0 && <span className="quiet"> – why not {others.join(', ')}</span>}
      </summary>
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
    </details>
  );
}
