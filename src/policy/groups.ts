/** Movements that a law cannot tell apart, judged once: a tree that asks only for what the judgement looked at. */
import type { Catalogue } from './catalogue.js';
import type { Law } from './law.js';
import type { Movement } from './movement.js';
import { type Part, watched } from './parts.js';
import { situationOf } from './situation.js';
import { type Verdict, verdictOf } from './verdict.js';

/** One movement, as far as it is asked about. */
export interface Asked {
  /** The number of the movement's kind of this part, from 0; equal only for what the law answers alike. */
  kindOf(part: Part): number;
  /** The whole movement; asked for only where nothing like it was judged before. */
  movement(): Movement;
}

/** A question on the way, or the verdict at its end. */
interface Step {
  readonly part: Part;
  /** By kind; empty at the end. */
  readonly next: (Step | undefined)[];
  readonly verdict: Verdict | undefined;
}

/**
 * Verdicts of one law. To judge is to ask for one part after the other, and what is asked next follows from the
 * answers so far: so the parts read, in order, make the path to the verdict, and the next movement of the same path
 * has the same verdict. A part that no rule got to read on the way is never asked for.
 */
export class Groups {
  /** How many different situations were judged. */
  count = 0;
  private root: Step | undefined;
  private readonly law: Law;
  private readonly catalogue: Catalogue;

  constructor(law: Law, catalogue: Catalogue) {
    this.law = law;
    this.catalogue = catalogue;
  }

  verdictOf(asked: Asked): Verdict {
    let at = this.root;
    while (at !== undefined && at.verdict === undefined) at = at.next[asked.kindOf(at.part)];
    return at?.verdict ?? this.judge(asked);
  }

  private judge(asked: Asked): Verdict {
    const { law } = this;
    const parts = new Set<Part>();
    const situation = watched(situationOf(asked.movement(), law, this.catalogue), (part) => parts.add(part));
    const verdict = verdictOf(situation, law);
    this.count++;
    const path = [...parts];
    const stepAt = (i: number): Step =>
      i < path.length ? { part: path[i] as Part, next: [], verdict: undefined } : { part: 'goods', next: [], verdict };
    this.root ??= stepAt(0);
    let step = this.root;
    for (let i = 0; i < path.length; i++) {
      const kind = asked.kindOf(path[i] as Part);
      let next = step.next[kind];
      if (next === undefined) {
        next = stepAt(i + 1);
        step.next[kind] = next;
      }
      step = next;
    }
    return verdict;
  }
}
