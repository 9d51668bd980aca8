/** A stretch that scrolls sideways where it does not fit, by keyboard too. */
import type { ReactNode } from 'react';

interface ScrollProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Scroll({ label, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by those who use no mouse
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
