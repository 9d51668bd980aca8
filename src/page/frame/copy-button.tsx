/** Copies a text and says that it did. */
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see where the button stands. */
  readonly what: string;
  readonly children?: string;
}

/** Two sheets, drawn: not every font has the sign. */
const SHEETS = (
  <svg viewBox="0 0 12 12" width="11" height="11" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M3.5 8.5h-2v-7h6v2M4.5 3.5h6v7h-6z" />
  </svg>
);

export function CopyButton({ text, what, children }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await window.navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      setSaid('not allowed');
    }
  };
  return (
    <button type="button" className="copy" title={`Copy ${what}`} onClick={copy} onBlur={() => setSaid('')}>
      <span aria-hidden="true">{said === '' ? (children ?? SHEETS) : said}</span>
      <span className="unseen" aria-live="polite">
        {said === '' ? `Copy ${what}` : said}
      </span>
    </button>
  );
}
