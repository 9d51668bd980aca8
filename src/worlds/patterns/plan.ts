/** What is planted in every strait: the patterns, and decoys made by the same functions with one thing broken. */
import type { Cast } from '../cast.js';
import type { Ledger } from '../ledger.js';
import type { Supply } from '../market/supply.js';
import type { Fault } from '../world.js';
import { convertedCards } from './converted-cards.js';
import { frontFirm } from './front-firm.js';
import { hiddenParent } from './hidden-parent.js';
import { parkedStock } from './parked-stock.js';
import { passThrough } from './pass-through.js';
import { serverChain } from './server-chain.js';
import { sharedRoom } from './shared-room.js';
import { splitLots } from './split-lots.js';
import { strawBuyers } from './straw-buyers.js';
import { transitRelabel } from './transit-relabel.js';
import { underThreshold } from './under-threshold.js';
import type { Workshop } from './workshop.js';
import { youngShell } from './young-shell.js';

type Plant = (workshop: Workshop) => void;

/** Each pattern, and the faults with which it is made again as a decoy. */
const PLAN: readonly (readonly [Plant, ...(readonly Fault[])])[] = [
  [(shop) => serverChain(shop, 'straight'), 'time-order', 'kept', 'lawful-end'],
  [(shop) => serverChain(shop, 'forwarder'), 'dwell'],
  [(shop) => serverChain(shop, 'sisters'), 'link-ended'],
  [(shop) => youngShell(shop, true), 'returned', 'time-order'],
  [(shop) => youngShell(shop, true)],
  [(shop) => youngShell(shop, false), 'paid-at-home'],
  [frontFirm, 'quantity', 'goods'],
  [frontFirm, 'dwell'],
  [strawBuyers, 'lawful-end'],
  [strawBuyers, 'returned'],
  [passThrough, 'lawful-end'],
  [passThrough],
  [parkedStock, 'kept'],
  [(shop) => hiddenParent(shop, 'unstated'), 'link-ended'],
  [(shop) => hiddenParent(shop, 'majority'), 'link-ended'],
  [(shop) => hiddenParent(shop, 'nominee')],
  [underThreshold, 'quantity'],
  [splitLots, 'dwell', 'lawful-end'],
  [splitLots],
  [convertedCards, 'before-control', 'uncontrolled'],
  [(shop) => sharedRoom(shop, 3)],
  [(shop) => sharedRoom(shop, 1), 'time-order', 'goods'],
  [transitRelabel, 'licensed', 'goods'],
  [transitRelabel, 'quantity'],
];

/** Plants all of it, in random order, so that nothing can be told from the order of records. */
export function plant(ledger: Ledger, cast: Cast, supply: Supply): void {
  const jobs = PLAN.flatMap(([make, ...faults]) => [
    { make, fault: undefined },
    ...faults.map((fault) => ({ make, fault })),
  ]);
  const seeded = jobs.map((job, i) => ({ ...job, chance: ledger.chance.fork(`plant ${i}`) }));
  for (const { make, fault, chance } of ledger.chance.fork('plan').shuffle(seeded))
    make({ ledger, cast, supply, chance, fault });
}
