/** Reads from the rows alone which condition of a route, or of its guilt, a planted story breaks. */
import { type DayInterval, parseDay, parsePartialDate } from '../../src/model/day.js';
import type { Row } from '../../src/worlds/native.js';
import type { Fault, Truth, World } from '../../src/worlds/world.js';

export type Shipment = Row<'shipments'>;

export const TIER_3 = new Set(['CN', 'HK', 'MO', 'RU', 'BY', 'MM', 'KH', 'IQ', 'LB']);
const TIER_0_OR_1 = new Set('US AU BE CA DK FI FR DE IE IT JP NL NZ NO KR ES SE TW GB'.split(' '));

/** Day from which a product could not go to China without a licence or an exception; none: never. From 88 FR 73458 and 87 FR 62186. */
const CONTROLLED_FROM: Readonly<Record<string, string>> = {
  a100: '2022-10-21',
  'h100-sxm': '2022-10-21',
  'h100-pcie': '2022-10-21',
  'h100-nvl': '2022-10-21',
  'h200-sxm': '2022-10-21',
  'h200-nvl': '2022-10-21',
  mi300x: '2022-10-21',
  b200: '2023-11-17',
  'rtx-4090': '2023-11-17',
  'rtx-5090': '2023-11-17',
};

/** Total processing performance and kilowatts of a server or chip that the stories use, from public data sheets. */
export const TPP: Readonly<Record<string, number>> = {
  'h100-sxm': 15832,
  'h200-sxm': 15832,
  mi300x: 20919,
  'h100-pcie': 12104,
};
const SERVER_KILOWATTS: Readonly<Record<string, number>> = {
  'h100-sxm-x8-server': 10.2,
  'h200-sxm-x8-server': 10.2,
  'b200-x8-server': 14.3,
  'a100-x8-server': 6.5,
  'mi300x-x8-server': 11,
};

export interface Index {
  readonly shipments: ReadonlyMap<string, Shipment>;
  readonly entities: ReadonlyMap<string, Row<'entities'>>;
  readonly links: readonly Row<'links'>[];
  readonly authorizations: ReadonlyMap<string, Row<'authorizations'>>;
}

export function indexOf(world: World): Index {
  return {
    shipments: new Map(world.shipments.map((row) => [String(row.id), row])),
    entities: new Map(world.entities.map((row) => [String(row.id), row])),
    links: world.links,
    authorizations: new Map(world.authorizations.map((row) => [String(row.id), row])),
  };
}

/** The conditions that fail somewhere in the story; empty for a route that holds. */
export function brokenConditions(index: Index, truth: Truth): Fault[] {
  const broken = new Set<Fault>();
  const all = truth.shipments.map((id) => index.shipments.get(id) as Shipment);
  for (const path of truth.paths) {
    const legs = path.shipments.map((id) => index.shipments.get(id) as Shipment);
    if (!possibleInOrder(legs)) broken.add('time-order');
    else if (legs.some((leg, i) => i > 0 && smallestDwell(legs[i - 1] as Shipment, leg) > 180)) broken.add('dwell');
    legs.forEach((leg, i) => {
      const before = legs[i - 1];
      if (before === undefined) return;
      if (!goodsFit(before, leg)) broken.add('goods');
      else if (tooMany(all, before, leg)) broken.add('quantity');
      if (before.consignee !== leg.shipper && !tied(index, String(before.consignee), String(leg.shipper), departs(leg)))
        broken.add('link-ended');
    });
    const last = legs.at(-1) as Shipment;
    const first = legs[0] as Shipment;
    const end = String(last.consignee);
    if (end === first.shipper) broken.add('returned');
    else if (keptAtSeenSite(index, truth, end)) broken.add('kept');
    else if (truth.observed && !TIER_3.has(countryOf(index, end))) broken.add('lawful-end');
    else if (!truth.observed) {
      const thread = threadToTier3(index, end, legs, departs(last));
      if (thread !== 'holds') broken.add(thread);
    }
    const chip = truth.product.replace('-x8-server', '');
    const from = CONTROLLED_FROM[chip];
    if (from === undefined) broken.add('uncontrolled');
    else if (departs(last).latest < parseDay(from)) broken.add('before-control');
    if (legs.every((leg) => licenceFits(index, leg, end))) broken.add('licensed');
  }
  return [...broken];
}

export function countryOf(index: Index, party: string): string {
  const row = index.entities.get(party);
  return String(row?.country ?? row?.headquarters);
}

export function tierOf(country: string): number {
  return country === 'US' ? 0 : TIER_0_OR_1.has(country) ? 1 : TIER_3.has(country) ? 3 : 2;
}

export function departs(row: Shipment): DayInterval {
  if (row.departs !== undefined) return parsePartialDate(String(row.departs));
  const arrival = parsePartialDate(String(row.arrives));
  return { earliest: arrival.earliest - 60, latest: arrival.latest };
}

export function arrives(row: Shipment): DayInterval {
  if (row.arrives !== undefined) return parsePartialDate(String(row.arrives));
  const departure = parsePartialDate(String(row.departs));
  return { earliest: departure.earliest, latest: departure.latest + 60 };
}

/** Whether one day can be chosen for each departure and arrival so that all follow one another. */
function possibleInOrder(legs: readonly Shipment[]): boolean {
  let now = Number.NEGATIVE_INFINITY;
  for (const leg of legs) {
    for (const days of [departs(leg), arrives(leg)]) {
      now = Math.max(now, days.earliest);
      if (now > days.latest) return false;
    }
  }
  return true;
}

function smallestDwell(before: Shipment, after: Shipment): number {
  return Math.max(0, departs(after).earliest - arrives(before).latest);
}

export function productOf(row: Shipment): string | undefined {
  if (row.product === undefined) return undefined;
  const id = String(row.product).toLowerCase().replaceAll(' ', '-');
  const boxed = /^8x-(.+)-server$/.exec(id);
  return boxed ? `${boxed[1]}-x8-server` : id;
}

function goodsFit(before: Shipment, after: Shipment): boolean {
  const [a, b] = [productOf(before), productOf(after)];
  if (a !== undefined && b !== undefined) return a === b || a === `${b}-x8-server` || b === `${a}-x8-server`;
  // Without two names the weight of a piece has to speak.
  const [kgBefore, kgAfter] = [pieceKg(before), pieceKg(after)];
  return kgBefore === undefined || kgAfter === undefined || Math.abs(kgAfter / kgBefore - 1) < 0.12;
}

export function pieceKg(row: Shipment): number | undefined {
  return row.weightKg === undefined || row.units === undefined ? undefined : Number(row.weightKg) / Number(row.units);
}

/** Whether more leaves the place than the story brought there. */
function tooMany(all: readonly Shipment[], before: Shipment, after: Shipment): boolean {
  const arrived = all.filter((row) => row.consignee === before.consignee);
  const left = all.filter((row) => row.shipper === after.shipper && row.consignee === after.consignee);
  if ([...arrived, ...left].some((row) => row.units === undefined)) return false;
  const sum = (rows: readonly Shipment[]): number => rows.reduce((total, row) => total + Number(row.units), 0);
  return sum(left) > sum(arrived);
}

function holds(link: Row<'links'>, on: DayInterval): boolean {
  const from = link.from === undefined ? Number.NEGATIVE_INFINITY : parsePartialDate(String(link.from)).earliest;
  const to = link.to === undefined ? Number.POSITIVE_INFINITY : parsePartialDate(String(link.to)).latest;
  return from <= on.latest && on.earliest < to;
}

/** One owner in common, on the day. */
function tied(index: Index, a: string, b: string, on: DayInterval): boolean {
  const owners = (party: string): unknown[] =>
    index.links
      .filter((link) => link.type === 'owns' && link.target === party && holds(link, on))
      .map((link) => link.source);
  return owners(a).some((owner) => owners(b).includes(owner));
}

/** Whether a payer, an owner or a director leads from the holder to Tier 3; else why not. */
function threadToTier3(
  index: Index,
  end: string,
  legs: readonly Shipment[],
  on: DayInterval,
): 'holds' | 'link-ended' | 'paid-at-home' {
  const payers = legs.flatMap((leg) => (leg.paidBy === undefined ? [] : [String(leg.paidBy)]));
  if (
    payers.some(
      (payer) => TIER_3.has(payer.replace('country:', '')) || TIER_3.has(countryOf(index, payer.replace('id:', ''))),
    )
  )
    return 'holds';
  let ended = false;
  const above = new Set([end]);
  for (const party of above) {
    for (const link of index.links) {
      if ((link.type !== 'owns' && link.type !== 'controls') || link.target !== party) continue;
      if (!holds(link, on)) ended ||= TIER_3.has(countryOf(index, String(link.source)));
      else above.add(String(link.source));
    }
  }
  const officers = index.links
    .filter((link) => link.type === 'officerOf' && above.has(String(link.target)) && holds(link, on))
    .map((link) => link.source);
  const boards = index.links
    .filter((link) => link.type === 'officerOf' && officers.includes(link.source))
    .map((link) => String(link.target));
  if ([...above, ...boards].some((party) => TIER_3.has(countryOf(index, party)))) return 'holds';
  return ended ? 'link-ended' : 'paid-at-home';
}

function keptAtSeenSite(index: Index, truth: Truth, end: string): boolean {
  const site = index.entities.get(end);
  if (site?.siteVerifiedOn === undefined || site.sitePowerMw === undefined) return false;
  const delivered = truth.shipments
    .map((id) => index.shipments.get(id) as Shipment)
    .filter((row) => row.consignee === end);
  const seen = parseDay(String(site.siteVerifiedOn));
  const needed =
    (delivered.reduce((sum, row) => sum + Number(row.units ?? 0), 0) * (SERVER_KILOWATTS[truth.product] ?? 1)) / 1000;
  return (
    delivered.every((row) => arrives(row).earliest <= seen) && Number(site.sitePowerMw) >= needed && !truth.observed
  );
}

function licenceFits(index: Index, leg: Shipment, end: string): boolean {
  const permit = index.authorizations.get(String(leg.licence));
  if (leg.licence === undefined || permit === undefined) return false;
  const on = departs(leg);
  return (
    permit.entity === end && parseDay(String(permit.from)) <= on.earliest && on.latest < parseDay(String(permit.to))
  );
}
