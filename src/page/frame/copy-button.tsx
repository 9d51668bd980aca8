/** Copies a text and says that it did. */
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see where the button stands. */
  readonly what: string;
  readonly children?: string;
}

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
      <span aria-hidden="true">{said === '' ? (children ?? '⧉') : said}</span>
      <span className="unseen" aria-live="polite">
        {said === '' ? `Copy ${what}` : said}
      </span>
    </button>
  );
}
