/** A score as steps: each piece from where the sum stood to where it leaves it. */
import type { RouteToldFragment } from '../generated.js';

type Score = RouteToldFragment['score'];
export type Part = Score['parts'][number];

export interface Step {
  readonly part: Part;
  readonly before: number;
  readonly after: number;
}

export interface StepGroup {
  /** The hop the pieces belong to; null for the origin. */
  readonly hop: number | null;
  readonly steps: readonly Step[];
}

export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** Pieces in the order given, gathered while they belong to one hop. The last `after` is the score. */
export function stepsOf(parts: readonly Part[]): StepGroup[] {
  const groups: { hop: number | null; steps: Step[] }[] = [];
  let sum = 0;
  for (const part of parts) {
    const step = { part, before: sum, after: sum + part.bits };
    sum = step.after;
    const group = groups.at(-1);
    if (group && group.hop === part.hop) group.steps.push(step);
    else groups.push({ hop: part.hop, steps: [step] });
  }
  return groups;
}

/** All sums on the way, and nought. */
export function scaleOf(groups: readonly StepGroup[]): Scale {
  const sums = groups.flatMap(({ steps }) => steps.map(({ after }) => after));
  return { low: Math.min(0, ...sums), high: Math.max(1, ...sums) };
}

/** Where a sum stands, in per cent of the width; sums beyond the scale stand at its end. */
export function shareOf(sum: number, { low, high }: Scale): number {
  return Math.min(100, Math.max(0, ((sum - low) / (high - low)) * 100));
}
