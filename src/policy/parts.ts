/** What of a movement a law can look at, part by part, and a movement that tells which parts were looked at. */
import type { Situation } from './facts.js';
import { HISTORY, type HistoryFact, type Movement, type MovementParty } from './movement.js';

/**
 * `class`, `origin` (is it subject to the law) and `goods` (all else of the item). `terms`: what the papers state besides. `present`: which parties are named.
 * `within`: whether the places are one country in law. Of a party `Seats` are the countries, `Standing` is all else.
 * `shipment`: how much it is; then the totals before it.
 */
export const PARTS = [
  'class',
  'origin',
  'goods',
  'terms',
  'present',
  'from',
  'to',
  'within',
  'exporterSeats',
  'exporterStanding',
  'consigneeSeats',
  'consigneeStanding',
  'endUserSeats',
  'endUserStanding',
  'forwarderSeats',
  'forwarderStanding',
  'shipment',
  ...HISTORY,
] as const;
export type Part = (typeof PARTS)[number];

const SEAT = '(country|headquarters|ultimateParentHeadquarters|majorityOwnerHeadquarters)';
const SEATS: ReadonlySet<string> = new Set(SEAT.slice(1, -1).split('|'));

/** The facts that each part bears on, defaults included; amounts are compared apart. */
export const BEARS_ON: Readonly<Partial<Record<Part, RegExp>>> = {
  class: /^item\.class$/,
  origin: /^item\.(subjectToEar|designedIn)$/,
  goods: /^item\.(?!(class|subjectToEar|designedIn)$)/,
  terms: /^(act|endUse|claimedException|certifications|countryAssurances)$/,
  from: /^(from|act|item\.subjectToEar)$/,
  to: /^(to|act|destination|countryAssurances)$/,
  exporterSeats: new RegExp(`^exporter\\.${SEAT}$`),
  exporterStanding: new RegExp(`^exporter\\.(?!${SEAT}$)`),
  consigneeSeats: new RegExp(`^(consignee|endUser)\\.${SEAT}$`),
  consigneeStanding: new RegExp(`^(consignee|endUser)\\.(?!${SEAT}$)`),
  endUserSeats: new RegExp(`^(endUser\\.${SEAT}|destination|countryAssurances)$`),
  endUserStanding: new RegExp(`^endUser\\.(?!${SEAT}$)`),
  forwarderSeats: new RegExp(`^forwarder\\.${SEAT}$`),
  forwarderStanding: new RegExp(`^forwarder\\.(?!${SEAT}$)`),
};

const ROLES: ReadonlySet<string> = new Set(['exporter', 'consignee', 'endUser', 'forwarder']);
type Role = 'exporter' | 'consignee' | 'endUser' | 'forwarder';

/** The situation, calling `note` with each part that is read of it, as often as it is read. */
export function watched(s: Situation, note: (part: Part) => void): Situation {
  const movement = watchedMovement(s.movement, note);
  const { endUser } = s.movement;
  const item = watch(s.item, (key) => {
    note(key === 'pieceTpp' ? 'shipment' : key === 'subjectToEar' || key === 'designedIn' ? 'origin' : 'goods');
    return undefined;
  });
  // Rules read the situation itself at every step: by getters, which cost a small part of what a proxy does.
  return {
    movement,
    item,
    inLaw: s.inLaw,
    assured: s.assured,
    number: s.number,
    read: s.read,
    get from() {
      note('from');
      return s.from;
    },
    get to() {
      note('to');
      return s.to;
    },
    get destination() {
      note('present');
      if (endUser !== undefined) note('endUserSeats');
      if (endUser?.country === undefined) note('to');
      return s.destination;
    },
    get act() {
      for (const part of ['terms', 'from', 'to', 'within'] as const) note(part);
      return s.act;
    },
    get classes() {
      note('class');
      return s.classes;
    },
    get classLacks() {
      note('class');
      return s.classLacks;
    },
  };
}

function watchedMovement(movement: Movement, note: (part: Part) => void): Movement {
  const history = watch(movement.history ?? {}, (key) => {
    note(key as HistoryFact);
    return undefined;
  });
  const parties = new Map<string, MovementParty>();
  for (const role of ROLES) {
    const party = movement[role as Role];
    if (party === undefined) continue;
    const watching = watch(party, (key) => {
      note(`${role as Role}${SEATS.has(key) ? 'Seats' : 'Standing'}`);
      return undefined;
    });
    parties.set(role, watching);
  }
  return watch(movement, (key) => {
    if (ROLES.has(key)) {
      note('present');
      return parties.get(key);
    }
    if (key === 'history') return history;
    note(key === 'units' ? 'shipment' : key === 'item' || key === 'product' ? 'goods' : 'terms');
    return undefined;
  });
}

/** The object as it is, `seen` called before each of its values is given; what `seen` returns is given instead. */
function watch<T extends object>(object: T, seen: (key: string) => unknown): T {
  return new Proxy(object, {
    get: (target, key) => {
      const instead = seen(key as string);
      return instead ?? target[key as keyof T];
    },
  });
}
