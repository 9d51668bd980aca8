/** The legs of a diverted lot: bought on plain papers, sent on under some guise. Faults of the last leg act here. */
import type { Day } from '../../model/day.js';
import { type Good, goodOf } from '../goods.js';
import { type Guise, type Movement, type PaperField, type Party, writtenProduct } from '../ledger.js';
import { authorize } from '../market/supply.js';
import { eccnOf } from '../papers.js';
import { lawfulBuyer, type Workshop } from './workshop.js';

/** How the papers of a leg name the goods: by product, by heading and vague words, or as something else. */
export type Naming = 'plain' | 'vague' | 'relabelled';

export interface Purchase {
  readonly from: Party;
  readonly to: Party;
  readonly good: Good;
  readonly units: number;
  readonly day: Day;
  readonly endUser?: Party;
  readonly forwarder?: Party;
  readonly paidBy?: string;
  readonly naming?: Naming;
  readonly document?: string;
}

/** A leg on papers that are in order for who stands on them. */
export function purchase(
  workshop: Workshop,
  { from, to, good, units, day, endUser, forwarder, paidBy, naming, document }: Purchase,
): Movement {
  const { ledger, chance, fault, supply } = workshop;
  // Only goods that are named can be seen to be other goods.
  const named = fault === 'goods' ? 'plain' : (naming ?? (chance.yes(0.6) ? 'plain' : 'vague'));
  const carrier = forwarder ?? supply.carrier(from, to);
  const movement = ledger.move({
    shipper: from,
    consignee: to,
    good,
    units,
    departs: day,
    guise: guiseOf(workshop, good, day, named),
    ...(endUser === undefined ? {} : { endUser: endUser.id }),
    ...(carrier === undefined ? {} : { forwarder: carrier }),
    ...(paidBy !== undefined ? { paidBy } : chance.yes(0.5) ? { paidBy: `id:${to.id}` } : {}),
    ...(document === undefined ? {} : { document }),
    keeps: fault === 'goods' ? ['product', 'hs', 'units', 'weightKg'] : fault === 'quantity' ? ['units'] : [],
  });
  authorize(ledger, chance, movement, day);
  return movement;
}

export interface Onward {
  /** What has come, and goes on from here. */
  readonly arrivals: readonly Movement[];
  /** Who sends it on; the consignee of what has come, unless a tied party does. */
  readonly from?: Party;
  readonly to: Party;
  /** Days between the last arrival and the departure. */
  readonly dwellDays: readonly [number, number];
  readonly naming: Naming;
  /** Pieces; all that came unless said. */
  readonly units?: number;
  readonly forwarder?: Party;
  readonly paidBy?: string;
  /** The leg that reaches the end: the one a fault breaks. */
  readonly last?: boolean;
  /** Everyone the goods have been with, so that a lawful end can be somebody else. */
  readonly behind?: readonly Party[];
}

/** Sends goods on; a fault of the last leg changes its day, its goods, its quantity or where it goes, and nothing else. */
export function sendOn(workshop: Workshop, onward: Onward): Movement {
  const { ledger, chance, supply } = workshop;
  const { arrivals } = onward;
  const fault = onward.last ? workshop.fault : undefined;
  const first = arrivals[0]!;
  const good =
    fault === 'goods' ? goodOf(chance.pick(['monitor', 'chairs', 'storage-server', 'switch', 'pdu'])) : first.good;
  const came = arrivals.reduce((sum, movement) => sum + movement.units, 0);
  const going = onward.units ?? (chance.yes(0.25) && came > 30 ? came - chance.int(1, 4) : came);
  const units = fault === 'quantity' ? going * chance.int(6, 11) : going;
  const departs = departure(workshop, onward, fault);
  const open = workshop.fault === 'licensed' || workshop.fault === 'goods';
  const naming = open ? 'plain' : isInnocentHere(fault) && onward.naming === 'plain' ? 'vague' : onward.naming;
  // Goods that came under a cover mostly go on under it.
  const cover = !open && isCover(first.guise) && chance.yes(0.85) ? first.guise : undefined;
  const relabelled = cover !== undefined || naming === 'relabelled';
  const keeps: PaperField[] = relabelled ? ['weightKg', 'units', 'hs'] : [];
  if (workshop.fault === 'quantity') keeps.push('units');
  if (workshop.fault === 'goods') keeps.push('product', 'hs', 'units', 'weightKg');
  if (fault === 'time-order' || fault === 'dwell') keeps.push('departs', 'arrives');
  const from = onward.from ?? first.consignee;
  const to = destination(workshop, onward, fault, departs);
  const carrier = onward.forwarder ?? supply.carrier(from, to);
  const paidBy = onward.paidBy ?? (chance.yes(0.5) ? `id:${to.id}` : undefined);
  return ledger.move({
    shipper: from,
    consignee: to,
    good,
    units,
    departs,
    guise:
      fault === 'goods' ? { hs: good.hs, words: good.words[0]! } : (cover ?? guiseOf(workshop, good, departs, naming)),
    ...(fault === 'goods'
      ? {}
      : { pieceKg: (arrivals.reduce((sum, each) => sum + each.weightKg, 0) / came) * chance.spread(1, 0.02) }),
    priceShare: relabelled && fault !== 'goods' ? chance.spread(0.22, 0.6) : chance.spread(1.12, 0.12),
    ...(carrier === undefined ? {} : { forwarder: carrier }),
    ...(paidBy === undefined ? {} : { paidBy }),
    keeps,
  });
}

function destination(workshop: Workshop, onward: Onward, fault: Workshop['fault'], departs: Day): Party {
  const behind = onward.behind ?? [];
  if (fault === 'returned') return behind[0] ?? onward.arrivals[0]!.shipper;
  if (fault !== 'lawful-end') return onward.to;
  // Later lots go where the first one went.
  workshop.elsewhere ??= lawfulBuyer(workshop, onward.arrivals[0]!.good, departs, behind);
  return workshop.elsewhere;
}

function departure({ chance }: Workshop, { arrivals, dwellDays }: Onward, fault: Workshop['fault']): Day {
  if (fault === 'time-order') return Math.min(...arrivals.map((movement) => movement.departs)) - chance.int(95, 150);
  const last = Math.max(...arrivals.map((movement) => movement.arrives));
  return last + (fault === 'dwell' ? chance.int(330, 420) : chance.int(dwellDays[0], dwellDays[1]));
}

/** Faults that make the last leg some other business, which has no reason to name accelerators. */
function isInnocentHere(fault: Workshop['fault']): boolean {
  return fault === 'time-order' || fault === 'dwell' || fault === 'quantity';
}

const VAGUE = {
  server: ['servers', 'computer equipment', 'processing units', 'data processing machines'],
  piece: ['computer parts', 'electronic modules', 'parts of ADP machines', 'IT equipment'],
} as const;

const COVERS: readonly (readonly [hs: string, words: string])[] = [
  ['8473.30', 'PCIe adapter modules'],
  ['8473.30', 'controller units for displays'],
  ['8473.30', 'spare parts for computers, used'],
  ['8504.40', 'power modules'],
  ['8536.90', 'connectors and adapters'],
  ['9503.00', 'toys assorted'],
  ['0902.40', 'tea in gift boxes'],
  ['8414.59', 'cooling units'],
];
const SERVER_COVERS: readonly (readonly [hs: string, words: string])[] = [
  ['8473.30', 'server spare parts'],
  ['8473.30', 'chassis assemblies'],
  ['8473.30', 'computer cases with accessories'],
  ['8472.90', 'office machines'],
  ['8504.40', 'UPS cabinets'],
];

function isCover(guise: Guise): boolean {
  return [...COVERS, ...SERVER_COVERS].some(([hs, words]) => guise.hs === hs && guise.words === words);
}

function guiseOf({ chance }: Workshop, good: Good, day: Day, naming: Naming): Guise {
  const server = good.family === 'acceleratorServer';
  if (naming === 'relabelled') {
    const [hs, words] = chance.pick(server ? SERVER_COVERS : COVERS);
    return { hs, words, ...(chance.yes(0.4) ? { eccn: 'EAR99' } : {}) };
  }
  if (naming === 'vague') return { hs: good.hs, words: chance.pick(server ? VAGUE.server : VAGUE.piece) };
  const eccn = eccnOf(good, day);
  return {
    ...(good.product === undefined ? {} : { product: writtenProduct(chance, good.product) }),
    hs: good.hs,
    words: good.words[0]!,
    ...(eccn === undefined ? {} : { eccn }),
  };
}
