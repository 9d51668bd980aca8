/** The smallest set of facts whose change would take a route below its band. */
import { saidByEnding } from './carriers.js';
import { discountedSum } from './family.js';
import { type Band, type CarrierKind, type Evidence, SIXTY_FOURTHS_A_BIT } from './flag.js';
import { bandOf, type Carrier, weighCarrier } from './score.js';
import type { Family } from './situations.js';

/** Amounts that follow from counting or the calendar, not from a fact one could have wrong. */
const FIXED: readonly Family[] = ['hop', 'choice', 'time', 'once'];

/** More changes than this are no answer to "what would it take". */
const MOST_CHANGES = 12;

/** `OTHERWISE`: a flag that fires would have to be wrong. `FOUND`: a missing fact would have to be found. */
interface Change {
  readonly kind: 'OTHERWISE' | 'FOUND';
  readonly flag: string;
  readonly carrier: { readonly kind: CarrierKind; readonly name: string };
  readonly needs: readonly string[];
}

export interface Counterfactual {
  /** In order of carriers. */
  readonly changes: readonly Change[];
  /** The score after them. */
  readonly bits: number;
  readonly band: Band;
}

/** One family of one carrier: `drops[n]` is the most it can lose by n changes, which are `changes[n]`. */
interface Group {
  readonly drops: readonly number[];
  readonly changes: readonly (readonly Change[])[];
}

/**
 * The fewest changes that take the score below its band, among as few those with the largest drop; ties by
 * order of carriers. Undefined for a route that is `LOW`, and where twelve changes are not enough.
 */
export function smallestChange(evidence: Evidence, carriers: readonly Carrier[]): Counterfactual | undefined {
  const counted = evidence.byFamily.once.length > 0 ? countedOnce(carriers) : carriers;
  const bits = counted.reduce((sum, carrier) => sum + sumWithoutOnce(evidence, carrier), 0);
  const band = bandOf(evidence, bits);
  if (band === 'LOW') return undefined;
  const needed = bits - evidence.settings.bands[band] + 1;
  const best = bestDrops(counted.flatMap((carrier) => groupsOf(evidence, carrier)));
  const enough = best.find(({ drop }) => drop >= needed);
  if (!enough) return undefined;
  const after = bits - enough.drop;
  return { changes: enough.changes, bits: after / SIXTY_FOURTHS_A_BIT, band: bandOf(evidence, after) };
}

/** The same sum with the last arrival's law rid of what the ending says again, instead of taken back there. */
function countedOnce(carriers: readonly Carrier[]): readonly Carrier[] {
  const ending = carriers.find((carrier) => carrier.kind === 'ending');
  const last = carriers.findLast((carrier) => carrier.kind === 'movement');
  if (ending === undefined || last === undefined) return carriers;
  const law = { ...last.law, ...saidByEnding(ending.ending) };
  return carriers.map((carrier) => (carrier === last ? { ...last, law } : carrier));
}

function sumWithoutOnce(evidence: Evidence, carrier: Carrier): number {
  const { parts } = weighCarrier(evidence, carrier);
  return parts.reduce((sum, { flag, bits }) => (flag.family === 'once' ? sum : sum + bits), 0);
}

function groupsOf(evidence: Evidence, carrier: Carrier): readonly Group[] {
  const { parts, missing } = weighCarrier(evidence, carrier);
  const families = new Set([...parts, ...missing].map(({ flag }) => flag.family));
  return [...families]
    .filter((family) => !FIXED.includes(family))
    .map((family) => {
      const change = (kind: Change['kind'], { id, needs }: { id: string; needs: readonly string[] }): Change => {
        return { kind, flag: id, carrier: { kind: carrier.kind, name: carrier.name }, needs };
      };
      const fired = parts
        .filter(({ flag }) => flag.family === family)
        .map(({ flag, fullBits }) => ({ flag, amount: fullBits }));
      // In order of strength, and so by id where equal: dropped from the front.
      const against = fired.filter(({ amount }) => amount > 0);
      const inFavour = fired.filter(({ amount }) => amount < 0);
      const findable = missing
        .filter(({ flag, least }) => flag.family === family && least < 0)
        .map(({ flag, least }) => ({ flag, amount: least }))
        .sort((a, b) => a.amount - b.amount || (a.flag.id < b.flag.id ? -1 : 1));
      const sum = discountedSum(fired);
      const drops: number[] = [];
      const changes: Change[][] = [];
      // To drop the largest amounts first is best for any number of changes, since the sum rises with each of them.
      for (let wrong = 0; wrong <= against.length; wrong++) {
        for (let found = 0; found <= findable.length; found++) {
          const left = [...against.slice(wrong), ...inFavour, ...findable.slice(0, found)];
          const drop = sum - discountedSum(left);
          if (drop <= (drops[wrong + found] ?? -1)) continue;
          drops[wrong + found] = drop;
          changes[wrong + found] = [
            ...against.slice(0, wrong).map(({ flag }) => change('OTHERWISE', flag)),
            ...findable.slice(0, found).map(({ flag }) => change('FOUND', flag)),
          ];
        }
      }
      return { drops, changes };
    });
}

/** For each number of changes the largest drop over all groups, by dynamic programming over the groups. */
function bestDrops(groups: readonly Group[]): readonly { drop: number; changes: readonly Change[] }[] {
  let best: { drop: number; changes: readonly Change[] }[] = [{ drop: 0, changes: [] }];
  for (const { drops, changes } of groups) {
    const next = [...best];
    for (const [before, base] of best.entries()) {
      for (let more = 1; more < drops.length && before + more <= MOST_CHANGES; more++) {
        const drop = base.drop + (drops[more] as number);
        if (drop > (next[before + more]?.drop ?? -1)) {
          next[before + more] = { drop, changes: [...base.changes, ...(changes[more] as readonly Change[])] };
        }
      }
    }
    best = next;
  }
  return best;
}
