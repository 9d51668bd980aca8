/** How a route may end at each movement: seen in the target, by who controls the holder, or by a tie to the target. */
import { endingBits, movementBits } from '../evidence/carriers.js';
import type { EndingSituation } from '../evidence/situations.js';
import { type Endings, NONE } from '../graph/network.js';
import type { CountryCode } from '../model/country.js';
import type { Certainty, DayInterval } from '../model/day.js';
import type { EndingKind } from './answers.js';
import { type Parties, seatOf } from './parties.js';
import type { PlaceTerms } from './place-terms.js';
import type { Projection } from './projection.js';
import { shared } from './ties.js';

/** One way a route can end at a movement. */
export interface Ending {
  readonly kind: EndingKind;
  readonly certainty: Exclude<Certainty, 'NO'>;
  readonly ground: EndingSituation['ground'];
  readonly inTier3: boolean;
  /** For people: what the ending rests on. */
  readonly sentence: string;
}

/** The endings of all movements under one target. */
export interface EndingTable {
  /** By movement, a group; 0 for none. */
  readonly ending: Uint16Array;
  readonly endings: Endings;
}

/** Strongest first. */
const STRENGTH: readonly EndingKind[] = ['OBSERVED', 'BY_CONTROL', 'POTENTIAL'];

/** Endings of every movement whose goods can stand in a route; groups are interned. */
export function readEndings(projection: Projection, target: PlaceTerms): EndingTable {
  const { network, goods, settings, law } = projection;
  const { movements } = network;
  const ending = shared(Uint16Array, movements.count);
  const groups = new Map<string, number>();
  const rows: { bits: number[]; needsStop: number; final: number }[] = [
    { bits: goods.codes.map(() => NONE), needsStop: 0, final: 0 },
  ];
  const alive = goods.codes.map((_, paper) => isAlive(projection, paper));
  for (let m = 0; m < movements.count; m++) {
    if (!alive[movements.goods[m] as number]) continue;
    const [strongest] = endingsAt(projection, target, m);
    if (strongest === undefined) continue;
    const open = strongest.kind !== 'OBSERVED' && isOpen(projection, m);
    const lawGroup = movements.lawGroup[m] as number;
    const key = `${strongest.kind}|${strongest.certainty}|${open}|${strongest.ground}|${strongest.inTier3}|${lawGroup}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = rows.length;
      groups.set(key, group);
      const { kind, certainty, ground, inTier3 } = strongest;
      rows.push({
        bits: goods.codes.map(({ basis, kind: code }, g) =>
          code === 'OTHER' || code === 'COVER'
            ? NONE
            : endingBits(settings.evidence, {
                kind,
                certainty,
                open,
                ground,
                inTier3,
                control: basis,
                arrival: law.situation(lawGroup, g),
              }).bits,
        ),
        needsStop: kind === 'OBSERVED' ? 0 : 1,
        final: kind === 'OBSERVED' ? 1 : 0,
      });
    }
    ending[m] = group;
  }
  return {
    ending,
    endings: {
      groups: rows.length,
      bits: Int16Array.from(rows.flatMap((row) => row.bits)),
      needsStop: Uint8Array.from(rows, (row) => row.needsStop),
      final: Uint8Array.from(rows, (row) => row.final),
    },
  };
}

/** All endings that hold at a movement (whether the goods stop is not asked here), the strongest first. */
export function endingsAt(projection: Projection, target: PlaceTerms, m: number): Ending[] {
  const { network, parties, law } = projection;
  const consignee = network.movements.consignee[m] as number;
  const row = projection.lawRow(m);
  const within = (country: CountryCode | undefined): Certainty => placeIn(projection, target, country, row.departs);
  const tier3 = (country: CountryCode | undefined): boolean => law.tier(country, row.departs.earliest) === 3;
  const found: Ending[] = [];
  const add = (
    kind: EndingKind,
    certainty: Certainty,
    ground: Ending['ground'],
    inTier3: boolean,
    sentence: string,
  ): void => {
    if (certainty === 'NO') return;
    const known = found.findIndex((one) => one.kind === kind);
    if (known < 0) found.push({ kind, certainty, ground, inTier3, sentence });
    else if (found[known]?.certainty === 'NOT_EXCLUDED' && certainty === 'CERTAIN') {
      found[known] = { kind, certainty, ground, inTier3, sentence };
    }
  };
  const country = parties.country(consignee);
  const headquarters = parties.headquarters(consignee);
  const id = parties.ids[consignee] as string;
  add('OBSERVED', within(row.to), 'PLACE', tier3(row.to), `The movement arrives in ${row.to}.`);
  add('OBSERVED', within(country), 'PLACE', tier3(country), `The consignee is in ${country}.`);
  if (isNamed(target, parties, consignee))
    add('OBSERVED', 'CERTAIN', 'PARTY', tier3(country), 'The consignee is the party asked for.');
  add(
    'OBSERVED',
    within(headquarters),
    'HEADQUARTERS',
    tier3(headquarters),
    `The consignee has its headquarters in ${headquarters}.`,
  );
  if (found[0]?.kind === 'OBSERVED' && !projection.control.isRecorded(id)) return found;
  byControl(projection, target, consignee, row.departs, add);
  byTie(projection, target, m, within, add);
  return found.sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind));
}

/** Whether the window of the arrival is not over at the last day of the data, or its quantity is not known. */
export function isOpen(projection: Projection, m: number): boolean {
  const { movements } = projection.network;
  const closes = (movements.arrivesLatest[m] as number) + projection.settings.windowDays;
  return closes > projection.lastDay || Number.isNaN(movements.units[m] as number);
}

/** Whether a place is in the target on the day; not excluded where it is on some days of the interval only. */
export function placeIn(
  projection: Projection,
  target: PlaceTerms,
  country: CountryCode | undefined,
  on: DayInterval,
): Certainty {
  if (country === undefined) return 'NO';
  if (target.countries.has(country)) return 'CERTAIN';
  if (target.tiers.size === 0) return 'NO';
  const first = target.tiers.has(projection.law.tier(country, on.earliest));
  const last = on.latest === on.earliest ? first : target.tiers.has(projection.law.tier(country, on.latest));
  return first && last ? 'CERTAIN' : first || last ? 'NOT_EXCLUDED' : 'NO';
}

/** Whether the terms name the party itself or one of its roles. */
export function isNamed(terms: PlaceTerms, parties: Parties, party: number): boolean {
  if (terms.parties.has(party)) return true;
  if (terms.roles.size === 0) return false;
  for (const role of parties.roles(party)) if (terms.roles.has(role)) return true;
  return false;
}

type Add = (
  kind: EndingKind,
  certainty: Certainty,
  ground: Ending['ground'],
  inTier3: boolean,
  sentence: string,
) => void;

function byControl(projection: Projection, target: PlaceTerms, consignee: number, on: DayInterval, add: Add): void {
  const { parties, control, lists, law } = projection;
  const id = parties.ids[consignee] as string;
  if (control.isRecorded(id)) {
    const { certain, candidates } = control.ultimateParent(id, on);
    for (const parent of certain === undefined ? candidates : [certain]) {
      const number = parties.number(parent);
      if (number === undefined || parent === id) continue;
      const seat = seatOf(parties, number);
      const inside = isNamed(target, parties, number) ? 'CERTAIN' : placeIn(projection, target, seat, on);
      const certainty = certain === undefined && inside === 'CERTAIN' ? 'NOT_EXCLUDED' : inside;
      const sentence =
        certain === undefined
          ? `\`${parent}\` in ${seat} may be the ultimate parent.`
          : `The ultimate parent is \`${parent}\` in ${seat}.`;
      add('BY_CONTROL', certainty, 'PARENT', law.tier(seat, on.earliest) === 3, sentence);
    }
    if (target.tiers.size > 0) {
      const held = control.heldBy(id, (one) => lists.isListed(one, on), on);
      const [least, most] = held.sum.map((sum) => `${Math.round(sum * 1000) / 10} %`);
      const share = least === most ? least : `${least} to ${most}`;
      add(
        'BY_CONTROL',
        held.certainty,
        'OWNED_BY_LISTED',
        false,
        `Listed parties hold ${share}: ${held.owners.join(', ')}.`,
      );
    }
  }
  if (target.tiers.size > 0) {
    const [listed] = lists.listingsOf(id, on);
    if (listed !== undefined)
      add(
        'BY_CONTROL',
        lists.isListed(id, on),
        'LISTED',
        false,
        `The consignee is on the list \`${listed.listing.list}\`.`,
      );
  }
}

function byTie(
  projection: Projection,
  target: PlaceTerms,
  m: number,
  within: (country: CountryCode | undefined) => Certainty,
  add: Add,
): void {
  const { parties, control, law, arrivals, settings } = projection;
  const { movements } = projection.network;
  const consignee = movements.consignee[m] as number;
  const row = projection.lawRow(m);
  if (law.tier(parties.country(consignee), row.departs.earliest) !== 2) return;
  const ties: { certainty: Certainty; country: CountryCode | undefined; sentence: string }[] = [];
  const inside = (party: number): Certainty =>
    isNamed(target, parties, party) ? 'CERTAIN' : within(seatOf(parties, party));
  const id = parties.ids[consignee] as string;
  for (const { party, link, holds } of control.holders(id, row.departs)) {
    const number = parties.number(party);
    if (number === undefined) continue;
    const place = inside(number);
    ties.push({
      certainty: place === 'CERTAIN' ? holds : place,
      country: seatOf(parties, number),
      sentence: `\`${party}\` ${link.type === 'controls' ? 'controls it' : 'owns a share'}.`,
    });
  }
  for (const other of projection.officersShared(consignee)) {
    ties.push({
      certainty: inside(other),
      country: seatOf(parties, other),
      sentence: `It shares an officer with \`${parties.ids[other]}\`.`,
    });
  }
  const payer = row.terms.paidBy;
  if (payer?.startsWith('country:')) {
    const country = payer.slice(8);
    ties.push({ certainty: within(country), country, sentence: `It was paid for from ${country}.` });
  } else if (payer !== undefined) {
    const number = parties.number(payer.replace(/^id:/, ''));
    if (number !== undefined && number !== consignee) {
      ties.push({
        certainty: inside(number),
        country: seatOf(parties, number),
        sentence: `It was paid for by \`${parties.ids[number]}\`.`,
      });
    }
  }
  if (row.endUser >= 0 && row.endUser !== consignee) {
    ties.push({
      certainty: inside(row.endUser),
      country: seatOf(parties, row.endUser),
      sentence: `The declared end user is \`${parties.ids[row.endUser]}\`.`,
    });
  }
  const held = ties.filter((tie) => tie.certainty !== 'NO');
  if (held.length === 0) return;
  const cleared = movementBits(settings.evidence, arrivals.situation(m)).parts.some(
    (part) => part.flag.family === 'exculpatory',
  );
  if (cleared) return;
  for (const { certainty, country, sentence } of held) {
    add('POTENTIAL', certainty, 'TIE', law.tier(country, row.departs.earliest) === 3, sentence);
  }
}

function isAlive(projection: Projection, paper: number): boolean {
  const { goods } = projection;
  const { count, relation } = goods.goods;
  if (goods.startBits[paper] !== NONE) return true;
  for (let g = 0; g < count; g++) if (relation[g * count + paper] !== 0) return true;
  return false;
}
