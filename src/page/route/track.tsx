/** One line of the strip in time, with the grid of months behind it. */
import type { ReactNode } from 'react';
import type { StripLayout } from './strip-layout.js';

interface TrackProps {
  readonly layout: StripLayout;
  readonly height: number;
  readonly children: ReactNode;
}

/** A picture of what the words beside it say, so it is not read out. */
export function Track({ layout, height, children }: TrackProps) {
  return (
    <svg className="track" width="100%" height={height} aria-hidden="true">
      {layout.ticks.map(({ at, label }) => (
        <line key={label} className="grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
      {children}
    </svg>
  );
}
