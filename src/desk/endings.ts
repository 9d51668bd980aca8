/** How a route may end at each movement: seen in the target, by who controls the holder, or by a tie to the target. */
import { endingBits, movementBits } from '../evidence/carriers.js';
import type { EndingSituation } from '../evidence/situations.js';
import { type Endings, NONE } from '../graph/network.js';
import type { CountryCode } from '../model/country.js';
import type { Certainty, DayInterval } from '../model/day.js';
import type { EndingKind } from './answers.js';
import { type GoodsCode, isAlive } from './goods.js';
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
  const { network, goods } = projection;
  const { movements } = network;
  const ending = shared(Uint16Array, movements.count);
  const rows = new EndingRows(projection);
  const strongestAt = strongestEndings(projection, target);
  const alive = goods.codes.map((_, paper) => isAlive(goods, paper));
  for (let m = 0; m < movements.count; m++) {
    if (!alive[movements.goods[m] as number]) continue;
    const strongest = strongestAt(m);
    if (strongest === undefined) continue;
    const open = strongest.kind !== 'OBSERVED' && isOpen(projection, m);
    ending[m] = rows.groupOf(strongest, open, movements.lawGroup[m] as number);
  }
  return { ending, endings: rows.table() };
}

/**
 * The first of `endingsAt` by movement. A consignee behind whom nobody stands, with papers that name nobody else, is
 * where it is, and most are like that: for these an ending is looked up by places and days.
 */
function strongestEndings(projection: Projection, target: PlaceTerms): (m: number) => Ending | undefined {
  const { parties, control, lists, network, tiers } = projection;
  const { movements } = network;
  const seats = new Map<string, number>();
  const seatOfParty = Int32Array.from({ length: parties.count }, (_, party) => {
    const id = parties.ids[party] as string;
    const alone = !control.isRecorded(id) && !lists.mentions(id) && projection.officersShared(party).length === 0;
    if (!alone || isNamed(target, parties, party)) return -1;
    return intern(seats, `${parties.country(party)}/${parties.headquarters(party)}`);
  });
  const places = new Map<string, number>();
  const known = new Map<number, Ending | undefined>();
  return (m) => {
    const consignee = movements.consignee[m] as number;
    const seat = seatOfParty[consignee] as number;
    const others = projection.othersNamed(m);
    if (seat < 0 || others) return endingsAt(projection, target, m)[0];
    const stretches = tiers.stretches;
    const from = tiers.stretchOf(movements.departsEarliest[m] as number);
    const until = tiers.stretchOf(movements.departsLatest[m] as number);
    const place = intern(places, projection.placeTo(m) ?? '');
    const key = ((place * seatOfParty.length + seat) * stretches + from) * stretches + until;
    let ending = known.get(key);
    if (ending === undefined && !known.has(key)) {
      ending = endingsAt(projection, target, m)[0];
      known.set(key, ending);
    }
    return ending;
  };
}

function intern(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(text, number);
  }
  return number;
}

/** Groups of endings: those that bring the same bits, whatever the goods carried, are one. Group 0 is no ending. */
class EndingRows {
  private readonly projection: Projection;
  private readonly rows: { readonly bits: readonly number[]; readonly kind?: EndingKind }[];
  private readonly endings = new Map<string, number>();
  private readonly groups = new Map<number, number>();
  private readonly alike = new Map<string, number>();
  private readonly bits = new Map<string, number>();

  constructor(projection: Projection) {
    this.projection = projection;
    this.rows = [{ bits: projection.goods.codes.map(() => NONE) }];
  }

  groupOf(ending: Ending, open: boolean, lawGroup: number): number {
    const { kind, certainty, ground, inTier3 } = ending;
    const number = intern(this.endings, `${kind}|${certainty}|${ground}|${inTier3}|${open}`);
    const key = number * this.projection.law.groupCount + lawGroup;
    let group = this.groups.get(key);
    if (group === undefined) {
      const bits = this.projection.goods.codes.map((_, goods) => this.bitsOf(ending, open, lawGroup, goods));
      const content = `${kind}|${bits.join(',')}`;
      group = this.alike.get(content) ?? this.rows.length;
      if (group === this.rows.length) {
        this.rows.push({ bits, kind });
        this.alike.set(content, group);
      }
      this.groups.set(key, group);
    }
    return group;
  }

  table(): Endings {
    return {
      groups: this.rows.length,
      bits: Int16Array.from(this.rows.flatMap((row) => row.bits)),
      needsStop: Uint8Array.from(this.rows, ({ kind }) => Number(kind !== undefined && kind !== 'OBSERVED')),
      final: Uint8Array.from(this.rows, ({ kind }) => Number(kind === 'OBSERVED')),
    };
  }

  private bitsOf({ kind, certainty, ground, inTier3 }: Ending, open: boolean, lawGroup: number, goods: number): number {
    const { law, settings } = this.projection;
    const { basis, kind: code } = this.projection.goods.codes[goods] as GoodsCode;
    if (code === 'OTHER' || code === 'COVER') return NONE;
    const arrival = law.situation(lawGroup, goods);
    const situation: EndingSituation = { kind, certainty, open, ground, inTier3, control: basis, arrival };
    // Few laws differ, however many the groups.
    const key = JSON.stringify(situation);
    let bits = this.bits.get(key);
    if (bits === undefined) {
      bits = endingBits(settings.evidence, situation).bits;
      this.bits.set(key, bits);
    }
    return bits;
  }
}

/** All endings that hold at a movement (whether the goods stop is not asked here), the strongest first. */
export function endingsAt(projection: Projection, target: PlaceTerms, m: number): Ending[] {
  const { network, parties, tiers } = projection;
  const consignee = network.movements.consignee[m] as number;
  const row = projection.lawRow(m);
  const within = (country: CountryCode | undefined): Certainty => placeIn(projection, target, country, row.departs);
  const tier3 = (country: CountryCode | undefined): boolean => tiers.of(country, row.departs.earliest) === 3;
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
  const first = target.tiers.has(projection.tiers.of(country, on.earliest));
  const last = on.latest === on.earliest ? first : target.tiers.has(projection.tiers.of(country, on.latest));
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
  const { parties, control, lists, tiers } = projection;
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
      add('BY_CONTROL', certainty, 'PARENT', tiers.of(seat, on.earliest) === 3, sentence);
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
  const { parties, control, tiers, arrivals, settings } = projection;
  const { movements } = projection.network;
  const consignee = movements.consignee[m] as number;
  const row = projection.lawRow(m);
  if (tiers.of(parties.country(consignee), row.departs.earliest) !== 2) return;
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
    add('POTENTIAL', certainty, 'TIE', tiers.of(country, row.departs.earliest) === 3, sentence);
  }
}
