/** Who stands behind a party on a day, from the ownership and control links that hold then. */
import { type Certainty, type DayInterval, holdsDuring } from '../model/day.js';
import type { Link } from '../model/link.js';

/** Someone who owns or controls, and how sure it is that the link holds. */
export interface Holder {
  readonly party: string;
  readonly link: Link;
  readonly holds: Exclude<Certainty, 'NO'>;
}

export interface UltimateParent {
  /** The top of the chain, the party itself if nobody certainly controls it; absent where it cannot be said. */
  readonly certain?: string;
  /** Others who could be the top: a share that is not known, two who could control, a circle. In byte order. */
  readonly candidates: readonly string[];
  /** Links climbed for certain, from the party up. */
  readonly path: readonly Link[];
}

/** What 50 % of a party by members of a set comes to. */
export interface Held {
  readonly certainty: Certainty;
  /** Sum of direct shares held by members, lower and upper bound. */
  readonly sum: readonly [number, number];
  /** Direct owners that make the sum, in byte order. */
  readonly owners: readonly string[];
  /** Members the sum rests on, directly or through those they own by half, in byte order. */
  readonly roots: readonly string[];
}

/** A majority is more than half; half is enough for the 50 % rules. */
const HALF = 0.5;

/** What the law asks about who stands behind a party; answered here from the direct links. */
export type Ownership = Pick<
  Control,
  'parties' | 'isRecorded' | 'linksAbove' | 'holders' | 'ultimateParent' | 'majorityOwner' | 'heldBy'
>;

/** Answers about ownership on a day. Links are indexed once; answers are remembered for the life of the object. */
export class Control {
  private readonly above = new Map<string, Link[]>();
  private readonly below = new Map<string, Link[]>();

  constructor(links: Iterable<Link>) {
    for (const link of links) {
      if (link.type !== 'owns' && link.type !== 'controls') continue;
      push(this.above, link.target, link);
      push(this.below, link.source, link);
    }
  }

  /** Whether anybody is recorded above the party, on whatever day. */
  isRecorded(party: string): boolean {
    return this.above.has(party);
  }

  /** Everybody recorded above or below the party. */
  get parties(): ReadonlySet<string> {
    return new Set([...this.above.keys(), ...this.below.keys()]);
  }

  /** Every owning or controlling link above the party, near and far, on whatever day. */
  linksAbove(party: string): Link[] {
    const seen = new Set([party]);
    const found: Link[] = [];
    for (const one of seen) {
      for (const link of this.above.get(one) ?? []) {
        found.push(link);
        seen.add(link.source);
      }
    }
    return found;
  }

  /** Owners and controllers on the day, by link id. */
  holders(party: string, on: DayInterval): Holder[] {
    const found: Holder[] = [];
    for (const link of this.above.get(party) ?? []) {
      const holds = holdsDuring(link, on);
      if (holds !== 'NO') found.push({ party: link.source, link, holds });
    }
    return found;
  }

  /**
   * Follows controlling links (a majority share, or `controls`) to the top. A share that could be a majority
   * gives a candidate, never a certain parent; so do circles and two controllers at once.
   */
  ultimateParent(party: string, on: DayInterval): UltimateParent {
    const path: Link[] = [];
    const visited = new Set([party]);
    const candidates = new Set<string>();
    let at = party;
    for (;;) {
      const certain: Holder[] = [];
      for (const holder of this.holders(at, on)) {
        const controls = controlling(holder);
        if (controls === 'CERTAIN') certain.push(holder);
        else if (controls === 'NOT_EXCLUDED')
          for (const top of this.tops(holder.party, on, visited)) candidates.add(top);
      }
      const owners = new Set(certain.map((holder) => holder.party));
      if (owners.size === 0) {
        return candidates.size === 0
          ? { certain: at, candidates: [], path }
          : { candidates: sorted(new Set([...candidates, at])), path };
      }
      if (owners.size > 1) {
        for (const owner of owners) for (const top of this.tops(owner, on, visited)) candidates.add(top);
        return { candidates: sorted(candidates), path };
      }
      const [holder] = certain as [Holder];
      if (visited.has(holder.party)) return { candidates: sorted(visited), path };
      path.push(holder.link);
      visited.add(holder.party);
      at = holder.party;
    }
  }

  /**
   * Who owns more than half of the party on the day: the party itself where certainly nobody does, since half of it or
   * more is in other hands; undefined where it cannot be said.
   */
  majorityOwner(party: string, on: DayInterval): string | undefined {
    const owners = this.holders(party, on).filter(({ link }) => link.type === 'owns');
    const certain = owners.find((owner) => controlling(owner) === 'CERTAIN');
    if (certain !== undefined) return certain.party;
    if (owners.some((owner) => controlling(owner) === 'NOT_EXCLUDED')) return undefined;
    const all = new Set(owners.map((owner) => owner.party));
    return this.sum(party, all, on, 'min') >= HALF ? party : undefined;
  }

  /**
   * Whether members of the set own half or more of the party: the least fixpoint of "restricted if the direct
   * shares held by restricted owners reach 50 %", once with lower and once with upper bounds. Shares are not
   * multiplied along chains; circles do no harm, since the fixpoint is monotone.
   */
  heldBy(party: string, members: (party: string) => Certainty, on: DayInterval): Held {
    const closure = this.everybodyAbove(party, on);
    const certain = new Set<string>();
    const possible = new Set<string>();
    const listed = new Set<string>();
    for (const one of closure) {
      if (one === party) continue;
      const member = members(one);
      if (member === 'CERTAIN') certain.add(one);
      if (member === 'NO') continue;
      possible.add(one);
      listed.add(one);
    }
    for (let grown = true; grown; ) {
      grown = false;
      for (const one of closure) {
        if (!certain.has(one) && this.sum(one, certain, on, 'min') >= HALF) grown = certain.add(one).has(one);
        if (!possible.has(one) && this.sum(one, possible, on, 'max') >= HALF) grown = possible.add(one).has(one);
      }
    }
    const sum = [this.sum(party, certain, on, 'min'), Math.min(1, this.sum(party, possible, on, 'max'))] as const;
    const owners = sorted(
      new Set(
        this.holders(party, on)
          .filter((h) => h.link.type === 'owns' && possible.has(h.party))
          .map((h) => h.party),
      ),
    );
    return {
      certainty: sum[0] >= HALF ? 'CERTAIN' : sum[1] >= HALF ? 'NOT_EXCLUDED' : 'NO',
      sum,
      owners,
      roots: this.rootsOf(party, possible, listed, on),
    };
  }

  /** Upwards through parties of the set to the listed ones. */
  private rootsOf(
    party: string,
    through: ReadonlySet<string>,
    listed: ReadonlySet<string>,
    on: DayInterval,
  ): readonly string[] {
    const seen = new Set([party]);
    for (const one of seen) {
      for (const { party: owner, link } of this.holders(one, on)) {
        if (link.type === 'owns' && through.has(owner)) seen.add(owner);
      }
    }
    return sorted([...seen].filter((one) => one !== party && listed.has(one)));
  }

  /** Everybody who can be reached upwards by owning links on the day, the party included. */
  private everybodyAbove(party: string, on: DayInterval): string[] {
    const seen = new Set([party]);
    for (const one of seen) {
      for (const holder of this.holders(one, on)) if (holder.link.type === 'owns') seen.add(holder.party);
    }
    return [...seen];
  }

  private sum(party: string, members: ReadonlySet<string>, on: DayInterval, bound: 'min' | 'max'): number {
    let sum = 0;
    for (const { party: owner, link, holds } of this.holders(party, on)) {
      if (link.type !== 'owns' || !members.has(owner)) continue;
      if (bound === 'min' && holds !== 'CERTAIN') continue;
      // Just above an open end is above it for good; just below half is not half.
      sum += bound === 'max' && link.share.maxOpen ? link.share.max - 1e-9 : link.share[bound];
    }
    // Shares come as decimal fractions: 0.35 + 0.1 + 0.05 must reach a half.
    return Number(sum.toPrecision(12));
  }

  private tops(party: string, on: DayInterval, visited: ReadonlySet<string>): readonly string[] {
    if (visited.has(party)) return [party];
    const top = new Set<string>();
    const seen = new Set([...visited, party]);
    const open = [party];
    while (open.length > 0) {
      const at = open.pop() as string;
      const above = this.holders(at, on).filter((holder) => controlling(holder) !== 'NO');
      if (above.length === 0) top.add(at);
      for (const holder of above) {
        if (seen.has(holder.party)) continue;
        seen.add(holder.party);
        open.push(holder.party);
      }
    }
    return top.size === 0 ? [party] : [...top];
  }
}

/** Whether the holder controls: certain only if both the link and the majority are. */
function controlling({ link, holds }: Holder): Certainty {
  if (link.type === 'controls') return holds;
  const { min, max, minOpen, maxOpen } = link.share;
  const surely = min > HALF || (min === HALF && minOpen);
  const perhaps = max > HALF && !(max === HALF && maxOpen);
  if (!perhaps) return 'NO';
  return surely ? holds : 'NOT_EXCLUDED';
}

function push(map: Map<string, Link[]>, key: string, link: Link): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [link]);
  else list.push(link);
}

function sorted(parties: Iterable<string>): string[] {
  return [...parties].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
