/** Which goods can be on board of each movement, whatever the days. */
import { type Goods, type Movements, NONE, type Ties } from './network.js';

/**
 * For each movement the codes that can be carried after its paper: those a route may start with there, and those
 * that any chain of movements and ties can bring to its shipper.
 *
 * Codes spread along movements and ties until nothing new arrives, without regard to days, so the sets are never too
 * small. Cost: movements × codes in the worst case, far less where papers name their goods.
 *
 * @returns the codes by movement, without order; movements with the same codes may share the list
 */
export function goodsReach(
  movements: Movements,
  goods: Goods,
  ties: Ties,
  startBits: Int16Array,
): (movement: number) => readonly number[] {
  const { count, parties } = movements;
  const n = goods.count;
  const at = new Uint8Array(parties * n);
  const sentOn = new Uint8Array(parties * n);
  const queue: number[] = [];
  const queued = new Uint8Array(parties);
  const arrive = (party: number, code: number): void => {
    if (at[party * n + code] === 1) return;
    at[party * n + code] = 1;
    if (queued[party] === 0) {
      queued[party] = 1;
      queue.push(party);
    }
  };
  const starts = (m: number): boolean => startBits[movements.goods[m] as number] !== NONE;
  for (let m = 0; m < count; m++) if (starts(m)) arrive(movements.consignee[m] as number, movements.goods[m] as number);
  for (let party = queue.pop(); party !== undefined; party = queue.pop()) {
    queued[party] = 0;
    const codes: number[] = [];
    for (let g = 0; g < n; g++) {
      const cell = party * n + g;
      if (at[cell] === 0 || sentOn[cell] === 1) continue;
      sentOn[cell] = 1;
      codes.push(g);
    }
    for (let m = movements.departures[party] as number; m < (movements.departures[party + 1] as number); m++) {
      const paper = movements.goods[m] as number;
      for (const g of codes) {
        if (goods.relation[g * n + paper] !== 0)
          arrive(movements.consignee[m] as number, goods.carry[g * n + paper] as number);
      }
    }
    for (const other of tiedTo(ties, party)) for (const g of codes) arrive(other, g);
  }
  // Few sets of codes differ, however many the parties.
  const sets = new Map<string, number>();
  const setOf = new Int32Array(parties).fill(-1);
  const known: (readonly number[] | undefined)[] = [];
  return (movement) => {
    const shipper = movements.shipper[movement] as number;
    const paper = movements.goods[movement] as number;
    if ((setOf[shipper] as number) < 0) {
      const key = String.fromCharCode(...at.subarray(shipper * n, (shipper + 1) * n));
      setOf[shipper] = sets.get(key) ?? sets.size;
      sets.set(key, setOf[shipper] as number);
    }
    const index = (setOf[shipper] as number) * n + paper;
    let codes = known[index];
    if (codes === undefined) {
      codes = carriedAfter(paper, at.subarray(shipper * n, (shipper + 1) * n), goods, startBits);
      known[index] = codes;
    }
    return codes;
  };
}

function carriedAfter(paper: number, held: Uint8Array, goods: Goods, startBits: Int16Array): readonly number[] {
  const codes = new Set<number>(startBits[paper] === NONE ? [] : [paper]);
  for (let g = 0; g < goods.count; g++) {
    const cell = g * goods.count + paper;
    if (held[g] === 1 && goods.relation[cell] !== 0) codes.add(goods.carry[cell] as number);
  }
  return [...codes];
}

function tiedTo(ties: Ties, party: number): number[] {
  const others: number[] = [];
  for (let i = ties.pairs[party] as number; i < (ties.pairs[party + 1] as number); i++)
    others.push(ties.pairParty[i] as number);
  for (let i = ties.memberships[party] as number; i < (ties.memberships[party + 1] as number); i++) {
    const circle = ties.membershipCircle[i] as number;
    for (let j = ties.memberStart[circle] as number; j < (ties.memberStart[circle + 1] as number); j++) {
      if (ties.memberParty[j] !== party) others.push(ties.memberParty[j] as number);
    }
  }
  return others;
}
