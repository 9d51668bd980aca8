/** One line of the strip in time, with the grid of months behind it. */
import type { ReactNode } from 'react';
import type { StripLayout } from './strip-layout.js';

interface TrackProps {
  readonly layout: StripLayout;
  /** Drawn around the middle of the line: y = 0. */
  readonly children: ReactNode;
}

/** A picture of what the words beside it say, so it is not read out. */
export function Track({ layout, children }: TrackProps) {
  return (
    <div className="track">
      <svg width="100%" height="100%" aria-hidden="true">
        {layout.ticks.map(({ at, label }) => (
          <line key={label} className="grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
        ))}
        <svg y="50%" overflow="visible" aria-hidden="true">
          {children}
        </svg>
      </svg>
    </div>
  );
}
