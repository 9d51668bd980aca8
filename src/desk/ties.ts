/** Ties between parties, from links and from what they share, as the numbers a search reads. */
import { tieBits } from '../evidence/carriers.js';
import { classOf } from '../evidence/classify.js';
import type { Evidence } from '../evidence/flag.js';
import type { TieSituation } from '../evidence/situations.js';
import { tieFit } from '../evidence/tables.js';
import type { Ties } from '../graph/network.js';
import type { Day, Period } from '../model/day.js';
import type { Link } from '../model/link.js';
import type { Parties } from './parties.js';

/** What a row of `pairRef` or `circleRef` stands for. */
export type TieSource =
  | { readonly kind: 'LINK'; readonly link: Link; readonly situation: TieSituation }
  | {
      readonly kind: 'CIRCLE';
      readonly of: 'COMMON_OWNER' | 'OFFICER' | 'ADDRESS';
      /** The common owner or officer, or the address. */
      readonly hub: string;
      readonly members: readonly {
        readonly party: number;
        readonly link?: Link;
        readonly from: Day;
        readonly until: Day;
      }[];
      readonly situation: TieSituation;
    };

export interface TieTable {
  readonly ties: Ties;
  readonly sources: readonly TieSource[];
}

const FOREVER = { from: -0x40000000, until: 0x40000000 } as const;

/** An address or officer shared by more parties than this is an agent's or a tower's and ties nobody. */
const SHARED_BY_AT_MOST = 50;

/**
 * Ties of all parties. `owns`, `controls` and `associate` links tie directly; one direct owner in common, a shared
 * officer and a rare shared address make a circle. Links between a party and an officer (a person) tie nobody
 * directly.
 *
 * `tiedPartyBits` is left at zero for the caller to fill, since a party's flags need the circles.
 */
export function readTies(evidence: Evidence, parties: Parties, links: readonly Link[]): TieTable {
  const sources: TieSource[] = [];
  const pairs: { a: number; b: number; from: Day; until: Day; ref: number }[] = [];
  const owned = new Map<string, Member[]>();
  const officers = new Map<string, Member[]>();
  for (const link of links) {
    const source = parties.number(link.source);
    const target = parties.number(link.target);
    if (source === undefined || target === undefined || source === target) continue;
    const { from, until } = widest(link);
    if (link.type === 'officerOf') {
      add(officers, link.source, { party: target, link, from, until });
      continue;
    }
    const ref = sources.length;
    sources.push({ kind: 'LINK', link, situation: linkSituation(link) });
    pairs.push({ a: source, b: target, from, until, ref }, { a: target, b: source, from, until, ref });
    if (link.type === 'owns') add(owned, link.source, { party: target, link, from, until });
  }
  for (const [hub, members] of owned)
    circle('COMMON_OWNER', hub, members, { link: 'COMMON_OWNER', certainty: 'CERTAIN' });
  for (const [hub, members] of officers) {
    const sharedBy = classOf(evidence, 'sharedBy', distinct(members));
    if (distinct(members) <= SHARED_BY_AT_MOST)
      circle('OFFICER', hub, members, { link: 'OFFICER', certainty: 'CERTAIN', sharedBy });
  }
  for (const [hub, members] of addresses(parties)) {
    const sharedBy = classOf(evidence, 'sharedBy', members.length);
    if (members.length <= SHARED_BY_AT_MOST)
      circle('ADDRESS', hub, members, { link: 'ADDRESS', certainty: 'CERTAIN', sharedBy });
  }
  return { ties: tables(), sources };

  function circle(
    of: 'COMMON_OWNER' | 'OFFICER' | 'ADDRESS',
    hub: string,
    members: Member[],
    situation: TieSituation,
  ): void {
    if (distinct(members) < 2) return;
    sources.push({ kind: 'CIRCLE', of, hub, members, situation });
  }

  function tables(): Ties {
    pairs.sort((x, y) => x.a - y.a || x.b - y.b || x.ref - y.ref);
    const circles = sources.flatMap((source, ref) => (source.kind === 'CIRCLE' ? [{ source, ref }] : []));
    const members = circles.flatMap(({ source }, index) => source.members.map((member) => ({ ...member, index })));
    const byParty = [...members].sort((x, y) => x.party - y.party || x.index - y.index);
    const bits = (ref: number): number => tieBits(evidence, (sources[ref] as TieSource).situation).bits;
    const fit = (ref: number): number => tieFit(evidence, (sources[ref] as TieSource).situation.link);
    return {
      pairs: starts(
        pairs.map((pair) => pair.a),
        parties.count,
      ),
      pairParty: int32(pairs, (pair) => pair.b),
      pairFrom: int32(pairs, (pair) => pair.from),
      pairUntil: int32(pairs, (pair) => pair.until),
      pairBits: fill(shared(Int16Array, pairs.length), pairs, (pair) => bits(pair.ref)),
      pairFit: fill(shared(Uint16Array, pairs.length), pairs, (pair) => fit(pair.ref)),
      pairRef: int32(pairs, (pair) => pair.ref),
      memberships: starts(
        byParty.map((member) => member.party),
        parties.count,
      ),
      membershipCircle: int32(byParty, (member) => member.index),
      membershipFrom: int32(byParty, (member) => member.from),
      membershipUntil: int32(byParty, (member) => member.until),
      circles: circles.length,
      memberStart: starts(
        members.map((member) => member.index),
        circles.length,
      ),
      memberParty: int32(members, (member) => member.party),
      memberFrom: int32(members, (member) => member.from),
      memberUntil: int32(members, (member) => member.until),
      circleBits: fill(shared(Int16Array, circles.length), circles, ({ ref }) => bits(ref)),
      circleFit: fill(shared(Uint16Array, circles.length), circles, ({ ref }) => fit(ref)),
      circleRef: int32(circles, ({ ref }) => ref),
      tiedPartyBits: shared(Int16Array, parties.count),
    };
  }
}

interface Member {
  readonly party: number;
  readonly link?: Link;
  readonly from: Day;
  readonly until: Day;
}

/** The days a period can cover, read as widely as its dates allow; the end is excluded. */
function widest({ from, to }: Period): { from: Day; until: Day } {
  return { from: from?.earliest ?? FOREVER.from, until: to?.latest ?? FOREVER.until };
}

function linkSituation(link: Link): TieSituation {
  if (link.type === 'owns') {
    const share = !link.share.known
      ? undefined
      : link.share.min >= 0.5
        ? 'MAJORITY'
        : link.share.max < 0.5
          ? 'MINORITY'
          : undefined;
    return { link: 'OWNS', certainty: 'CERTAIN', ...(share === undefined ? {} : { share }) };
  }
  return { link: link.type === 'controls' ? 'CONTROLS' : 'ASSOCIATE', certainty: 'CERTAIN' };
}

/** Parties by address, where at least two share one word for word (case, blanks and punctuation aside). */
function addresses(parties: Parties): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (let party = 0; party < parties.count; party++) {
    const address = parties.address(party);
    if (address === undefined) continue;
    const plain = address
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
      .trim();
    // A town or a country alone is no address.
    if (!/\p{Number}/u.test(plain) || plain.length < 8) continue;
    add(found, `${plain}|${parties.country(party) ?? ''}`, { party, ...FOREVER });
  }
  for (const [address, members] of found) if (members.length < 2) found.delete(address);
  return found;
}

function distinct(members: readonly Member[]): number {
  return new Set(members.map((member) => member.party)).size;
}

function add(map: Map<string, Member[]>, key: string, member: Member): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [member]);
  else list.push(member);
}

function starts(keys: readonly number[], length: number): Int32Array {
  const at = shared(Int32Array, length + 1);
  for (const key of keys) at[key + 1] = (at[key + 1] as number) + 1;
  for (let i = 0; i < length; i++) at[i + 1] = (at[i + 1] as number) + (at[i] as number);
  return at;
}

function int32<T>(rows: readonly T[], pick: (row: T) => number): Int32Array {
  return fill(shared(Int32Array, rows.length), rows, pick);
}

function fill<A extends Int16Array | Uint16Array | Int32Array, T>(
  array: A,
  rows: readonly T[],
  pick: (row: T) => number,
): A {
  for (let i = 0; i < rows.length; i++) array[i] = pick(rows[i] as T);
  return array;
}

/** A typed array in shared memory, so that workers read it without a copy. */
export function shared<A>(
  Type: { new (buffer: SharedArrayBuffer): A; readonly BYTES_PER_ELEMENT: number },
  length: number,
): A {
  return new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT));
}
