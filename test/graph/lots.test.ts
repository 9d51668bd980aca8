import { describe, expect, it } from 'vitest';
import { classifyLots, type LotClasses } from '../../src/graph/lots.js';
import type { Goods, Movements } from '../../src/graph/network.js';
import { randomWorld } from '../support/random-network.js';

const WINDOW = 20;

/** Codes that tell almost any two figures apart; 251 and 252 are nothing but unknown. */
const CLASSES: LotClasses = {
  stock: (chips, stock) => codeOf(chips, stock),
  split: (arrived, onward, lots) => codeOf(arrived, onward, lots),
  rarity: (same, all) => codeOf(same, all),
  weightTells: (relation) => relation !== 2,
  needsMatch: (relation) => relation === 3,
  unknownStock: 251,
  unknownRarity: 252,
};

function codeOf(...numbers: number[]): number {
  return (
    numbers.reduce((code, number, i) => code + (Number.isNaN(number) ? 17 : number * 8 * [7, 13, 29][i]!), 0) % 250
  );
}

/** Whether a day of arrival of `a` and a day of departure of `b` can be chosen, tried day by day. */
function canFollow(M: Movements, a: number, b: number): boolean {
  for (let arrives = M.arrivesEarliest[a]!; arrives <= M.arrivesLatest[a]!; arrives++) {
    if (arrives < M.departsEarliest[a]!) continue;
    for (let departs = M.departsEarliest[b]!; departs <= M.departsLatest[b]!; departs++) {
      if (departs >= arrives && departs - arrives <= WINDOW && departs <= M.arrivesLatest[b]!) return true;
    }
  }
  return false;
}

const all = (M: Movements): number[] => Array.from({ length: M.count }, (_, m) => m);

/** Half octaves above a gram's ninth part, as far as they go; undefined where no weight is known. */
function stepOf(M: Movements, G: Goods, m: number): number | undefined {
  const weight = Number.isNaN(M.pieceWeight[m]) ? G.usualPieceWeight[M.goods[m]!]! : M.pieceWeight[m]!;
  return weight > 0 ? Math.min(39, Math.max(-23, Math.round(2 * Math.log2(weight)))) : undefined;
}

function compared(M: Movements, G: Goods, a: number, b: number): boolean {
  const relation = G.relation[M.goods[a]! * G.count + M.goods[b]!]!;
  const [x, y] = [stepOf(M, G, a), stepOf(M, G, b)];
  const far = x !== undefined && y !== undefined && Math.abs(x - y) > 2;
  return relation !== 0 && !(far && relation !== 2) && canFollow(M, a, b);
}

type TiedTo = (party: number) => readonly number[] | undefined;

function stockOf(M: Movements, G: Goods, tiedTo: TiedTo, b: number): number {
  const paper = M.goods[b]!;
  const shipper = M.shipper[b]!;
  const tied = tiedTo(shipper);
  const holders = new Set([shipper, ...(tied ?? [])]);
  const arrivals = all(M).filter((a) => holders.has(M.consignee[a]!) && compared(M, G, a, b));
  const known = arrivals.filter((a) => !Number.isNaN(M.units[a]));
  const untold = known.some((a) => {
    const cell = M.goods[a]! * G.count + paper;
    return G.relation[cell] !== 2 && G.chipsPerPiece[M.goods[a]!] === 1 && G.chipsPerPiece[G.carry[cell]!]! > 1;
  });
  if (untold || known.length === 0 || known.length < arrivals.length) return CLASSES.unknownStock;
  const byKind = new Map<number, number>();
  for (const a of known) {
    const code = M.goods[a]! * 64 + 24 + (stepOf(M, G, a) ?? -24);
    byKind.set(code, (byKind.get(code) ?? 0) + M.units[a]! * G.chipsPerPiece[M.goods[a]!]!);
  }
  const [most] = [...byKind].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const each = (arrived: number): number => G.chipsPerPiece[G.carry[arrived * G.count + paper]!]!;
  const stock = [...byKind.values()].reduce((sum, one) => sum + one, 0);
  let chips = M.units[b]! * each(Math.floor(most![0] / 64));
  if (chips > stock) chips = M.units[b]! * Math.min(...known.map((a) => each(M.goods[a]!)));
  return tied === undefined && chips > stock ? CLASSES.unknownStock : CLASSES.stock(chips, stock);
}

function splitOf(M: Movements, G: Goods, a: number): number {
  const paper = M.goods[a]!;
  const onward = all(M).filter((b) => {
    const named = G.relation[paper * G.count + M.goods[b]!] !== 3;
    const weighed = stepOf(M, G, a) !== undefined && stepOf(M, G, b) !== undefined;
    return M.shipper[b] === M.consignee[a] && compared(M, G, a, b) && (named || weighed);
  });
  const chips = onward.reduce(
    (sum, b) => sum + M.units[b]! * G.chipsPerPiece[G.carry[paper * G.count + M.goods[b]!]!]!,
    0,
  );
  return CLASSES.split(M.units[a]! * G.chipsPerPiece[paper]!, chips, onward.length);
}

function rarityOf(M: Movements, m: number): number {
  if (Number.isNaN(M.units[m])) return CLASSES.unknownRarity;
  const such = all(M).filter((other) => M.goods[other] === M.goods[m] && !Number.isNaN(M.units[other]));
  return CLASSES.rarity(such.filter((other) => M.units[other] === M.units[m]).length, such.length);
}

describe('the classes of lots against their slow twin', () => {
  it('are the same on random networks, small parties and busy ones', () => {
    const seen = { stock: 0, noStock: 0, split: 0, openSplit: 0, keptBack: 0, weighedOut: 0 };
    for (let seed = 1; seed <= 240; seed++) {
      const busy = seed % 24 === 0;
      const { network } = randomWorld(seed, busy ? { parties: 3, movements: 400 } : {});
      const { movements, goods } = network;
      // Half pieces, so that quantities of different papers could be taken for one another.
      for (let m = 0; m < movements.count; m++) if (m % 5 === 0) movements.units[m] = movements.units[m]! / 2;
      const tiedTo: TiedTo = (party) => {
        const other = (party + seed) % movements.parties;
        return party % 3 === 0 ? undefined : other === party || party % 3 === 1 ? [] : [other];
      };
      movements.split.fill(253);
      classifyLots(movements, goods, WINDOW, tiedTo, CLASSES);
      for (const m of all(movements)) {
        const stock = stockOf(movements, goods, tiedTo, m);
        expect(movements.stock[m], `stock of ${m}, seed ${seed}`).toBe(stock);
        expect(movements.split[m], `split of ${m}, seed ${seed}`).toBe(splitOf(movements, goods, m));
        expect(movements.rarity[m], `rarity of ${m}, seed ${seed}`).toBe(rarityOf(movements, m));
        if (stock === CLASSES.unknownStock) seen.noStock++;
        else seen.stock++;
        const onward = all(movements).filter((b) => movements.shipper[b] === movements.consignee[m]);
        if (onward.some((b) => canFollow(movements, m, b))) seen.split++;
        if (onward.some((b) => canFollow(movements, m, b) && Number.isNaN(movements.units[b]))) seen.openSplit++;
        if (stock === CLASSES.unknownStock && tiedTo(movements.shipper[m]!) === undefined) seen.keptBack++;
        const weighedOut = (b: number) => canFollow(movements, m, b) && !compared(movements, goods, m, b);
        if (
          onward.some((b) => goods.relation[movements.goods[m]! * goods.count + movements.goods[b]!] && weighedOut(b))
        )
          seen.weighedOut++;
      }
    }
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(200);
  });
});
