/** The strait: some 400 invented parties and 4,000 shipments of ordinary trade, with planted detours and decoys. */
import { castOf } from './cast.js';
import { chanceOf } from './chance.js';
import { fileAway } from './clerk.js';
import { relate } from './kinship.js';
import { ledgerOf } from './ledger.js';
import { tradeWithChina } from './market/china.js';
import { trade } from './market/orders.js';
import { supplyOf } from './market/supply.js';
import { plant } from './patterns/plan.js';
import { fillRegisters } from './registers.js';
import { buildSites } from './sites.js';
import type { World } from './world.js';

/** Orders of ordinary trade; what dealers buy in to fill them, returns and planted goods make some 4,000 shipments of it. */
const ORDERS = 2250;

/** Makes the world of a seed; the same seed makes the same world. */
export function makeStrait(seed: number): World {
  const ledger = ledgerOf(chanceOf(seed).fork('strait'));
  const cast = castOf(ledger);
  const parentOf = relate(ledger, cast);
  const supply = supplyOf(ledger, cast, parentOf);
  trade(ledger, cast, supply, ORDERS);
  tradeWithChina(ledger, cast, supply);
  buildSites(ledger, cast);
  fillRegisters(ledger, cast);
  plant(ledger, cast, supply);
  return fileAway(ledger, 'strait', seed);
}
