/** Says that a question is under way and for how long, and lets it be stopped. */
import { useEffect, useState } from 'react';

interface ProgressProps {
  readonly what: string;
  /** `performance.now()` when it was asked; 0 before that. */
  readonly since: number;
  readonly stop: () => void;
}

export function Progress({ what, since, stop }: ProgressProps) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(performance.now()), 200);
    return () => window.clearInterval(timer);
  }, []);
  const seconds = since === 0 ? 0 : Math.max(0, (now - since) / 1000);
  return (
    <div className="notice progress">
      <div className="progress-bar" aria-hidden="true" />
      <p role="status">{what}</p>
      <p className="quiet">
        <span className="figure">{seconds.toFixed(1)} s</span>
        {seconds > 5 && ' – the first question after a start also reads the store and judges each movement once'}
      </p>
      <button type="button" onClick={stop}>
        Stop
      </button>
    </div>
  );
}
