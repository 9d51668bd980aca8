/**
 * The vocabulary that conditions are written in: every fact a rule may ask for, its kind, where it is read.
 *
 * Stated defaults, and there are no others: no `endUser` means that the consignee is the end user; no
 * `forwarder` means that none takes part; `act` follows from the places; the destination is the declared end
 * user's place, else the place of arrival; goods that leave the US, and products designed outside mainland
 * China, are subject to the EAR; `countryAssurances` follows from the list of the day; goods are not sent by the
 * foundry, memory is not in one package with a processor, and weights neither derive from published ones nor stand
 * below what is published, unless the item says so.
 */
import type { CountryCode } from '../model/country.js';
import type { ItemFacts } from './item.js';
import type { Amount, Movement, MovementAct, MovementParty, OwnedByListed } from './movement.js';
import { END_USES, HISTORY, MOVEMENT_ACTS } from './movement.js';
import type { Truth } from './truth.js';

export type Range = readonly [least: number, most: number];

/** What is known of the movement, read under the law of one day. */
export interface Situation {
  readonly movement: Movement;
  readonly item: ItemFacts;
  /** Countries as the law sees them: Hong Kong as China, US territories as the US. */
  readonly from: CountryCode | undefined;
  readonly to: CountryCode | undefined;
  readonly destination: CountryCode | undefined;
  readonly act: MovementAct | undefined;
  /** How the law sees a country on the day. */
  readonly inLaw: (country: CountryCode) => CountryCode;
  readonly assured: (country: CountryCode) => Truth;
  /** The classes the goods may have; one if it is certain. Set by the class rules. */
  readonly classes: readonly string[];
  /** The facts that would settle the class. */
  readonly classLacks: readonly string[];
  /** Tells it from every other situation under the same law. */
  readonly number: number;
  /** What was made of it so far, by place among the facts that are made: rules ask for them again and again. */
  readonly read: unknown[];
}

export const ROLES_IN_LAW = ['exporter', 'consignee', 'endUser', 'forwarder'] as const;
export type Role = (typeof ROLES_IN_LAW)[number];

interface Spec<K extends string, T> {
  readonly kind: K;
  /** Undefined where unknown. */
  readonly read: (s: Situation) => T | undefined;
  /** Names of the movement's fields to ask for where it is unknown. */
  readonly lacks: (s: Situation) => readonly string[];
}

export type FactSpec =
  | Spec<'country', CountryCode>
  | Spec<'code', string>
  | Spec<'flag', boolean>
  | Spec<'number', Range>
  | Spec<'codes', { readonly certain: readonly string[]; readonly possible: readonly string[] }>
  | Spec<'shares', readonly OwnedByListed[]>
  | Spec<'name', string>
  | Spec<'class', readonly string[]>;

export type FactKind = FactSpec['kind'];

/** Stands for a fact that was read and is not known. */
const UNKNOWN = Symbol('unknown');

const asksForItself = (name: string) => () => [name];

type PartyFact = readonly [kind: FactKind, read: (party: MovementParty) => unknown];

const PARTY_FACTS: Readonly<Record<string, PartyFact>> = {
  country: ['country', (party) => party.country],
  headquarters: ['country', (party) => party.headquarters],
  ultimateParentHeadquarters: ['country', (party) => party.ultimateParentHeadquarters],
  majorityOwnerHeadquarters: ['country', (party) => party.majorityOwnerHeadquarters],
  privateSector: ['flag', (party) => party.privateSector],
  listedOn: ['codes', (party) => party.listedOn],
  ownedByListed: ['shares', (party) => party.ownedByListed],
  authorizations: ['codes', (party) => party.authorizations],
  letters: ['codes', (party) => party.letters],
  name: ['name', (party) => party.name],
};

/** The facts of a party without its role, for `someParty` and `everyParty`. */
export const PARTY_FACT_NAMES = Object.keys(PARTY_FACTS);

/** Whether the party takes part; the consignee and the exporter always do, known or not. */
export function takesPart(s: Situation, role: Role): boolean {
  return role === 'consignee' || role === 'exporter' || s.movement[role] !== undefined;
}

const ALL_FACTS: readonly (readonly [string, FactSpec])[] = [
  ['act', { kind: 'code', read: (s) => s.act, lacks: (s) => lackOfPlaces(s) }],
  ['from', { kind: 'country', read: (s) => s.from, lacks: asksForItself('from') }],
  ['to', { kind: 'country', read: (s) => s.to, lacks: asksForItself('to') }],
  ['destination', { kind: 'country', read: (s) => s.destination, lacks: asksForItself('to') }],
  ['endUse', { kind: 'code', read: (s) => s.movement.endUse, lacks: asksForItself('endUse') }],
  ['claimedException', { kind: 'code', read: (s) => s.movement.claimedException ?? 'NONE', lacks: () => [] }],
  [
    'countryAssurances',
    { kind: 'flag', read: (s) => s.movement.countryAssurances ?? onList(s), lacks: asksForItself('countryAssurances') },
  ],
  ['certifications', codes('certifications', (s) => s.movement.certifications)],
  ['units', { kind: 'number', read: (s) => rangeOf(s.movement.units), lacks: asksForItself('units') }],
  ['shipmentTpp', { kind: 'number', read: shipmentTpp, lacks: lackOfTpp }],
  ['aiaTppWithThis', { kind: 'number', read: aiaTppWithThis, lacks: (s) => [...lackOfTpp(s), ...lackOfAia(s)] }],
  ...itemFacts(),
  ...historyFacts(),
  ...ROLES_IN_LAW.flatMap(partyFacts),
];

/** Facts whose values are made on reading; the others are there already. */
const MADE = ALL_FACTS.filter(([, { kind }]) => kind === 'number' || kind === 'codes').map(([name]) => name);

/** All facts by name. */
export const FACTS: ReadonlyMap<string, FactSpec> = new Map(
  ALL_FACTS.map(([name, spec]) => {
    const place = MADE.indexOf(name);
    return [name, place < 0 ? spec : ({ ...spec, read: readOnce(spec.read, place) } as FactSpec)];
  }),
);

function readOnce(read: (s: Situation) => unknown, place: number): (s: Situation) => unknown {
  return (s) => {
    const known = s.read[place];
    if (known !== undefined) return known === UNKNOWN ? undefined : known;
    const value = read(s);
    s.read[place] = value === undefined ? UNKNOWN : value;
    return value;
  };
}

/** Values worth trying for an unknown fact of a closed kind. */
export function optionsOf(name: string): readonly string[] {
  if (name === 'act') return MOVEMENT_ACTS;
  return name === 'endUse' ? END_USES : [];
}

function rangeOf(amount: Amount | undefined): Range | undefined {
  if (amount === undefined) return undefined;
  return typeof amount === 'number' ? [amount, amount] : [amount.min, amount.max];
}

function shipmentTpp(s: Situation): Range | undefined {
  const units = rangeOf(s.movement.units);
  const { pieceTpp } = s.item;
  return units === undefined || pieceTpp === undefined ? undefined : [units[0] * pieceTpp, units[1] * pieceTpp];
}

function lackOfTpp(s: Situation): string[] {
  return [...(s.movement.units === undefined ? ['units'] : []), ...(s.item.pieceTpp === undefined ? ['item.tpp'] : [])];
}

function aiaTppWithThis(s: Situation): Range | undefined {
  const before = rangeOf(s.movement.history?.aiaTppToDate);
  const more = shipmentTpp(s);
  return before === undefined || more === undefined ? undefined : [before[0] + more[0], before[1] + more[1]];
}

function lackOfAia(s: Situation): string[] {
  return s.movement.history?.aiaTppToDate === undefined ? ['history.aiaTppToDate'] : [];
}

function lackOfPlaces(s: Situation): string[] {
  return [...(s.from === undefined ? ['from'] : []), ...(s.to === undefined ? ['to'] : [])];
}

function onList(s: Situation): boolean | undefined {
  if (s.destination === undefined) return undefined;
  const listed = s.assured(s.destination);
  return listed === 1 ? undefined : listed === 2;
}

function itemFacts(): [string, FactSpec][] {
  const number = (
    name:
      | 'tpp'
      | 'performanceDensity'
      | 'memoryBandwidthGBs'
      | 'interconnectGBs'
      | 'memoryBandwidthDensity'
      | 'transistorsBillion'
      | 'trainingOperations'
      | 'furtherTrainingOperations',
  ): [string, FactSpec] => [
    `item.${name}`,
    { kind: 'number', read: (s) => rangeOf(s.item[name]), lacks: asksForItself(`item.${name}`) },
  ];
  const flag = (
    name:
      | 'dataCenter'
      | 'coPackaged'
      | 'fromFoundry'
      | 'advancedNode'
      | 'withHbm'
      | 'derivedFromPublished'
      | 'belowPublished',
  ): [string, FactSpec] => [
    `item.${name}`,
    { kind: 'flag', read: (s) => s.item[name], lacks: asksForItself(`item.${name}`) },
  ];
  const code = (name: 'eccn' | 'kind' | 'product' | 'weights', ask: string): [string, FactSpec] => [
    `item.${name}`,
    { kind: 'code', read: (s) => s.item[name], lacks: asksForItself(ask) },
  ];
  return [
    number('tpp'),
    number('performanceDensity'),
    number('memoryBandwidthGBs'),
    number('interconnectGBs'),
    number('memoryBandwidthDensity'),
    number('transistorsBillion'),
    number('trainingOperations'),
    number('furtherTrainingOperations'),
    [
      'item.furtherTrainingShare',
      {
        kind: 'number',
        read: (s) => rangeOf(s.item.furtherTrainingShare),
        lacks: asksForItself('item.furtherTrainingOperations'),
      },
    ],
    code('eccn', 'item.eccn'),
    code('kind', 'product'),
    code('product', 'product'),
    code('weights', 'item.weights'),
    flag('dataCenter'),
    flag('coPackaged'),
    flag('fromFoundry'),
    flag('advancedNode'),
    flag('withHbm'),
    flag('derivedFromPublished'),
    flag('belowPublished'),
    ['item.subjectToEar', { kind: 'flag', read: subjectToEar, lacks: asksForItself('item.subjectToEar') }],
    [
      'item.designedIn',
      { kind: 'country', read: (s) => inLaw(s, s.item.designedIn), lacks: asksForItself('item.designedIn') },
    ],
    ['item.class', { kind: 'class', read: (s) => s.classes, lacks: (s) => s.classLacks }],
  ];
}

function subjectToEar(s: Situation): boolean | undefined {
  if (s.item.subjectToEar !== undefined) return s.item.subjectToEar;
  if (s.from === 'US') return true;
  return s.item.designedIn !== undefined && inLaw(s, s.item.designedIn) !== 'CN' ? true : undefined;
}

function historyFacts(): [string, FactSpec][] {
  return HISTORY.map((name) => [
    `history.${name}`,
    { kind: 'number', read: (s) => rangeOf(s.movement.history?.[name]), lacks: asksForItself(`history.${name}`) },
  ]);
}

function partyFacts(role: Role): [string, FactSpec][] {
  const party = (s: Situation) =>
    role === 'endUser' ? (s.movement.endUser ?? s.movement.consignee) : s.movement[role];
  const lacks = (field: string) => (s: Situation) => [
    `${role === 'endUser' && s.movement.endUser === undefined ? 'consignee' : role}.${field}`,
  ];
  return Object.entries(PARTY_FACTS).map(([field, fact]) => [
    `${role}.${field}`,
    partySpec(field, fact, party, lacks(field)),
  ]);
}

function partySpec(
  field: string,
  [kind, read]: PartyFact,
  party: (s: Situation) => MovementParty | undefined,
  lacks: (s: Situation) => readonly string[],
): FactSpec {
  const value = (s: Situation) => {
    const one = party(s);
    return (one === undefined ? undefined : read(one)) as never;
  };
  if (kind === 'country') return { kind, read: (s) => inLaw(s, value(s)), lacks };
  if (kind !== 'codes') return { kind, read: value, lacks } as FactSpec;
  if (field !== 'listedOn') return { ...codes('', (s) => value(s)), lacks };
  return {
    kind,
    lacks,
    read: (s) => {
      const { listedOn, possiblyListedOn = [] } = party(s) ?? {};
      return listedOn === undefined ? undefined : { certain: listedOn, possible: possiblyListedOn };
    },
  };
}

function codes(name: string, read: (s: Situation) => readonly string[] | undefined): FactSpec & { kind: 'codes' } {
  return {
    kind: 'codes',
    read: (s) => {
      const certain = read(s);
      return certain === undefined ? undefined : { certain, possible: [] };
    },
    lacks: asksForItself(name),
  };
}

function inLaw(s: Situation, country: CountryCode | undefined): CountryCode | undefined {
  return country === undefined ? undefined : s.inLaw(country);
}
