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

function stockOf(M: Movements, G: Goods, tied: Uint8Array, b: number): number {
  const paper = M.goods[b]!;
  const arrivals = all(M).filter(
    (a) => M.consignee[a] === M.shipper[b] && G.relation[M.goods[a]! * G.count + paper] !== 0 && canFollow(M, a, b),
  );
  const known = arrivals.filter((a) => !Number.isNaN(M.units[a]));
  if (known.length === 0 || known.length < arrivals.length) return CLASSES.unknownStock;
  const byPaper = new Map<number, number>();
  for (const a of known) {
    const code = M.goods[a]!;
    byPaper.set(code, (byPaper.get(code) ?? 0) + M.units[a]! * G.chipsPerPiece[code]!);
  }
  const [most] = [...byPaper].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const carried = G.carry[most![0] * G.count + paper]!;
  const chips = M.units[b]! * G.chipsPerPiece[carried]!;
  const stock = [...byPaper.values()].reduce((sum, one) => sum + one, 0);
  return tied[M.shipper[b]!] === 1 && chips > stock ? CLASSES.unknownStock : CLASSES.stock(chips, stock);
}

function splitOf(M: Movements, G: Goods, a: number): number {
  const paper = M.goods[a]!;
  const onward = all(M).filter(
    (b) => M.shipper[b] === M.consignee[a] && G.relation[paper * G.count + M.goods[b]!] !== 0 && canFollow(M, a, b),
  );
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
    const seen = { stock: 0, noStock: 0, split: 0, openSplit: 0, keptBack: 0 };
    for (let seed = 1; seed <= 240; seed++) {
      const busy = seed % 24 === 0;
      const { network } = randomWorld(seed, busy ? { parties: 3, movements: 400 } : {});
      const { movements, goods } = network;
      // Half pieces, so that quantities of different papers could be taken for one another.
      for (let m = 0; m < movements.count; m++) if (m % 5 === 0) movements.units[m] = movements.units[m]! / 2;
      const tied = Uint8Array.from({ length: movements.parties }, (_, party) => (party + seed) % 2);
      movements.split.fill(253);
      classifyLots(movements, goods, WINDOW, tied, CLASSES);
      for (const m of all(movements)) {
        const stock = stockOf(movements, goods, tied, m);
        expect(movements.stock[m], `stock of ${m}, seed ${seed}`).toBe(stock);
        expect(movements.split[m], `split of ${m}, seed ${seed}`).toBe(splitOf(movements, goods, m));
        expect(movements.rarity[m], `rarity of ${m}, seed ${seed}`).toBe(rarityOf(movements, m));
        if (stock === CLASSES.unknownStock) seen.noStock++;
        else seen.stock++;
        const onward = all(movements).filter((b) => movements.shipper[b] === movements.consignee[m]);
        if (onward.some((b) => canFollow(movements, m, b))) seen.split++;
        if (onward.some((b) => canFollow(movements, m, b) && Number.isNaN(movements.units[b]))) seen.openSplit++;
        if (stock === CLASSES.unknownStock && tied[movements.shipper[m]!] === 1) seen.keptBack++;
      }
    }
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(200);
  });
});
