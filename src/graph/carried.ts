/** Which goods can be carried after a paper, and the best evidence each pair of papers allows. */
import { type Goods, type Network, NONE } from './network.js';

/** Tables over papers, each an upper estimate over all goods that can be carried. */
export interface CarriedTables {
  /** 1 for papers that can stand in a route that starts with the question's goods. */
  readonly live: Uint8Array;
  /** `[paper a][paper b]`: best goods evidence without a shared document; NONE where no goods can go on. */
  readonly goods: Int16Array;
  /** The same with a shared document. */
  readonly goodsWithDocument: Int16Array;
  /** `[paper a][paper b]`: best fit, 1/256. */
  readonly fit: Uint16Array;
  /** `[law group][paper]`: best law evidence. */
  readonly law: Int16Array;
  /** For each paper the goods that can be carried after it. */
  readonly possible: readonly (readonly number[])[];
}

/**
 * Closes the start goods (`startBits` not NONE) under "carried on" and tabulates the best of each pair of papers.
 * O(codes² · codes carried · weight classes); codes are dozens.
 */
export function carriedTables(network: Network, startBits: Int16Array): CarriedTables {
  const { goods, weights } = network;
  const n = goods.count;
  const possible = possibleAfter(goods, startBits);
  const live = Uint8Array.from(possible, (codes) => (codes.length > 0 ? 1 : 0));
  const weightClasses = weights.weightEdges.length + 2;
  const quantityClasses = weights.quantityEdges.length + 2;

  const plain = new Int16Array(n * n).fill(NONE);
  const documented = new Int16Array(n * n).fill(NONE);
  const fit = new Uint16Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (const g of possible[a] as readonly number[]) {
        const relation = goods.relation[g * n + b] as number;
        if (relation === 0) continue;
        for (let w = 0; w < weightClasses; w++) {
          const at = (relation * weightClasses + w) * 2;
          plain[a * n + b] = Math.max(plain[a * n + b] as number, weights.goods[at] as number);
          documented[a * n + b] = Math.max(documented[a * n + b] as number, weights.goods[at + 1] as number);
        }
        for (let q = 0; q < quantityClasses; q++) {
          const value = weights.fit[relation * quantityClasses + q] as number;
          fit[a * n + b] = Math.max(fit[a * n + b] as number, value);
        }
      }
    }
  }

  const lawGroups = weights.law.length / n;
  const law = new Int16Array(lawGroups * n);
  // Papers after which the same goods can be carried have the same column.
  const columns = new Map<string, number>();
  for (let paper = 0; paper < n; paper++) {
    const codes = possible[paper] as readonly number[];
    const like = columns.get(codes.join());
    if (like === undefined) columns.set(codes.join(), paper);
    for (let row = 0; row < law.length; row += n) {
      let best = like === undefined ? NONE : (law[row + like] as number);
      if (like === undefined) for (const g of codes) best = Math.max(best, weights.law[row + g] as number);
      law[row + paper] = best;
    }
  }
  return { live, goods: plain, goodsWithDocument: documented, fit, law, possible };
}

/** Goods that can be carried after each paper, ascending; none where the paper cannot stand in a route. */
export function possibleAfter(goods: Goods, startBits: Int16Array): number[][] {
  const n = goods.count;
  const reached = new Uint8Array(n);
  const after = Array.from({ length: n }, () => new Set<number>());
  const open: number[] = [];
  const reach = (paper: number, code: number): void => {
    (after[paper] as Set<number>).add(code);
    if (reached[code] === 0) {
      reached[code] = 1;
      open.push(code);
    }
  };
  for (let paper = 0; paper < n; paper++) if (startBits[paper] !== NONE) reach(paper, paper);
  while (open.length > 0) {
    const g = open.pop() as number;
    for (let paper = 0; paper < n; paper++) {
      if (goods.relation[g * n + paper] !== 0) reach(paper, goods.carry[g * n + paper] as number);
    }
  }
  return after.map((codes) => [...codes].sort((x, y) => x - y));
}
