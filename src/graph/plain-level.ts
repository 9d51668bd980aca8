/** Bounds pair by pair where pairs bring no evidence but the stay: one kind of goods, no choice share. */
import type { ArrivalsInHand } from './arrivals-in-hand.js';
import { NEVER } from './bounds-room.js';
import type { DeparturesInHand } from './departures-in-hand.js';
import type { Windows } from './windows.js';

/** Raises the arrivals in hand by every departure in hand they can be followed by, but for returns to the sender. */
export function raisePlainly(
  arrivals: ArrivalsInHand,
  departures: DeparturesInHand,
  windows: Windows,
  time: Int16Array,
  arrivalSpan: number,
): void {
  const { cursors } = windows;
  windows.reset();
  for (let j = 0; j < departures.count; j++) {
    const closes = departures.closes[j] as number;
    const next = departures.next[j] as number;
    const seen = departures.seen[j] as number;
    const needed = departures.needed[j] as number;
    windows.moveTo(departures.day[j] as number, closes, arrivalSpan);
    for (let k = 0; k < time.length; k++) {
      const from = cursors[k + 1] as number;
      const to = cursors[k] as number;
      if (from === to) continue;
      const bits = time[k] as number;
      if (seen !== NEVER) raise(arrivals.seen, arrivals.sender, from, to, next, seen + bits);
      if (needed !== NEVER) raise(arrivals.needed, arrivals.sender, from, to, next, needed + bits);
    }
    const bits = time[0] as number;
    for (let i = cursors[0] as number; i < windows.end; i++) {
      if ((arrivals.opens[i] as number) > closes || arrivals.sender[i] === next) continue;
      if (seen + bits > (arrivals.seen[i] as number)) arrivals.seen[i] = seen + bits;
      if (needed + bits > (arrivals.needed[i] as number)) arrivals.needed[i] = needed + bits;
    }
  }
}

function raise(column: Int32Array, sender: Int32Array, from: number, to: number, next: number, value: number): void {
  for (let i = from; i < to; i++) {
    if (value > (column[i] as number) && sender[i] !== next) column[i] = value;
  }
}
