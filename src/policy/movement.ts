/** One movement as the law is asked about it, and the reader of its JSON form. */
import type { CountryCode } from '../model/country.js';
import { type Day, parseDay } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { Share } from '../model/share.js';
import type { LicenceState, View } from './judgement.js';
import { readObject, type Shape } from './movement-shape.js';

export const MOVEMENT_ACTS = ['DOMESTIC', 'EXPORT', 'REEXPORT', 'TRANSFER'] as const;
export type MovementAct = (typeof MOVEMENT_ACTS)[number];

export const END_USES = [
  'CIVIL',
  'DEVELOPMENT_PRODUCTION_STORAGE_OF_ITEMS',
  'MILITARY',
  'MILITARY_INTELLIGENCE',
  'WMD',
  'SUPERCOMPUTER',
  'AI_TRAINING_FOR_THOSE',
] as const;
export type EndUse = (typeof END_USES)[number];

export const CERTIFICATIONS = [
  'consignee-certification',
  'purchase-order',
  'notice-25-days',
  'pre-notification',
  'us-availability',
  'us-share',
  'kyc',
  'remote-users',
  'third-party-test',
  'security',
  'designer-approved',
  'packaging-site',
  'paragraph-conditions',
] as const;

/** Those that the worked cases' assumptions do not give: each certifies a use that is far from usual. */
export const SPECIAL_CERTIFICATIONS: readonly string[] = ['packaging-site', 'paragraph-conditions'];

/** An amount known exactly, or within bounds (both included). */
export type Amount = number | { readonly min: number; readonly max: number };

/** Numbers of one piece. A value given here wins over the catalogue's. */
export interface MovementItem {
  readonly eccn?: string;
  readonly tpp?: number;
  readonly performanceDensity?: number;
  readonly memoryBandwidthGBs?: number;
  readonly interconnectGBs?: number;
  readonly dataCenter?: boolean;
  /** GB/s per square millimetre of package or stack; a stated number means that the item is a memory. */
  readonly memoryBandwidthDensity?: number;
  /** In one package with a processor whose main function is processing. */
  readonly coPackaged?: boolean;
  /** A die that the foundry which made it, or the firm that packaged it, sends. */
  readonly fromFoundry?: boolean;
  /** Made at 16 or 14 nm or below, or with transistors that are not planar. */
  readonly advancedNode?: boolean;
  readonly transistorsBillion?: number;
  /** Holds high-bandwidth memory. */
  readonly withHbm?: boolean;
  readonly trainingOperations?: number;
  /** Of a model whose unpublished output made more than a tenth of the training. */
  readonly teacherOperations?: number;
  readonly weights?: 'OPEN' | 'CLOSED';
  /** Trained further from published weights, with so many operations. */
  readonly derivedFromPublished?: boolean;
  readonly furtherTrainingOperations?: number;
  /** Below the effort that would match the most advanced published model. */
  readonly belowPublished?: boolean;
  readonly subjectToEar?: boolean;
  readonly designedIn?: CountryCode;
}

export interface OwnedByListed {
  readonly list: string;
  /** Tells owners apart: entries of one owner, on several lists, count once. Each is another's where absent. */
  readonly owner?: string;
  /** Direct share held by one listed (or, by the same test, restricted) owner; absent is unknown. */
  readonly share?: Share;
}

export interface MovementParty {
  readonly id?: string;
  readonly name?: string;
  readonly country?: CountryCode;
  readonly headquarters?: CountryCode;
  readonly ultimateParentHeadquarters?: CountryCode;
  /** Of whoever owns more than half of it; its own where nobody does. */
  readonly majorityOwnerHeadquarters?: CountryCode;
  readonly privateSector?: boolean;
  /** Complete where given: an empty list says "on none". `sdn:PROGRAMME` names the programme. */
  readonly listedOn?: readonly string[];
  /** Lists that cannot be excluded on the day (a listing whose first day is not known). */
  readonly possiblyListedOn?: readonly string[];
  /** Complete where given: an empty list says "by none". */
  readonly ownedByListed?: readonly OwnedByListed[];
  /** Kinds of authorization it holds on the day; complete where given. */
  readonly authorizations?: readonly string[];
  /** Is-informed letters addressed to it; complete where given. */
  readonly letters?: readonly string[];
}

/**
 * Totals before a movement; the shares include it. `aiaTppToDate`: TPP the consignee had under AIA. `laneShare`: TPP of
 * the product to China and Macau over that to customers in the US.
 */
export const HISTORY = [
  'parentTppThisYear',
  'countryLicensedTpp',
  'nveuTppToDate',
  'uveuShareOutside',
  'uveuShareInCountry',
  'uveuShareOutsideUS',
  'aiaTppToDate',
  'laneShare',
] as const;
export type HistoryFact = (typeof HISTORY)[number];
export type MovementHistory = { readonly [Fact in HistoryFact]?: Amount };

/** Every field may be absent, and absent means unknown unless facts.ts names a default. */
export interface Movement {
  /** Fills what is absent with the assumptions of the worked cases; nothing is assumed without it. */
  readonly assume?: 'GOLDEN';
  readonly act?: MovementAct;
  readonly product?: string;
  readonly units?: Amount;
  readonly item?: MovementItem;
  readonly from?: CountryCode;
  readonly to?: CountryCode;
  readonly via?: readonly CountryCode[];
  readonly exporter?: MovementParty;
  readonly consignee?: MovementParty;
  readonly endUser?: MovementParty;
  readonly forwarder?: MovementParty;
  readonly endUse?: EndUse;
  readonly claimedException?: string;
  readonly countryAssurances?: boolean;
  /** Complete where given. */
  readonly certifications?: readonly string[];
  readonly history?: MovementHistory;
  /** What is known of the licence shown; set by whoever holds the papers, not part of the JSON form. */
  readonly licence?: LicenceState;
}

export interface MovementCase {
  readonly id?: string;
  readonly on: Day;
  readonly regime: string;
  readonly view: View;
  readonly movement: Movement;
}

const PARTY: Shape = {
  id: 'text',
  name: 'text',
  country: 'country',
  headquarters: 'country',
  ultimateParentHeadquarters: 'country',
  majorityOwnerHeadquarters: 'country',
  privateSector: 'flag',
  listedOn: ['text'],
  possiblyListedOn: ['text'],
  ownedByListed: [{ list: 'text', owner: 'text', share: 'share' }],
  authorizations: ['text'],
  letters: ['text'],
};

const MOVEMENT: Shape = {
  assume: { oneOf: ['GOLDEN'] },
  act: { oneOf: MOVEMENT_ACTS },
  product: 'text',
  units: 'pieces',
  item: {
    eccn: 'text',
    tpp: 'number',
    performanceDensity: 'number',
    memoryBandwidthGBs: 'number',
    interconnectGBs: 'number',
    dataCenter: 'flag',
    memoryBandwidthDensity: 'number',
    coPackaged: 'flag',
    fromFoundry: 'flag',
    advancedNode: 'flag',
    transistorsBillion: 'number',
    withHbm: 'flag',
    trainingOperations: 'number',
    teacherOperations: 'number',
    weights: { oneOf: ['OPEN', 'CLOSED'] },
    derivedFromPublished: 'flag',
    furtherTrainingOperations: 'number',
    belowPublished: 'flag',
    subjectToEar: 'flag',
    designedIn: 'country',
  },
  from: 'country',
  to: 'country',
  via: ['country'],
  exporter: PARTY,
  consignee: PARTY,
  endUser: PARTY,
  forwarder: PARTY,
  endUse: { oneOf: END_USES },
  claimedException: 'text',
  countryAssurances: 'flag',
  certifications: [{ oneOf: CERTIFICATIONS }],
  history: Object.fromEntries(HISTORY.map((fact) => [fact, 'amount' as const])),
};

const CASE: Shape = {
  id: 'text',
  on: 'text',
  regime: 'text',
  view: { oneOf: ['ENFORCED', 'AS_WRITTEN'] },
  assume: { oneOf: ['GOLDEN'] },
  movement: MOVEMENT,
};

/** The first day any regime is asked about. */
const FIRST_YEAR = '2022-01-01';

/**
 * Reads `{id?, on, regime?, view?, assume?, movement}`; `regime` is `us-ear` and `view` is `ENFORCED` unless named.
 *
 * @throws DetourError `BAD_USER_INPUT`: an unknown key or code (with the nearest), a value of the wrong kind, a day
 * before 2022, pieces that are not whole or not positive, an export that leaves and arrives in one country.
 */
export function parseMovementCase(json: unknown): MovementCase {
  const read = readObject(json, CASE, 'the case') as Partial<MovementCase> & { on?: string; assume?: 'GOLDEN' };
  if (read.on === undefined) throw wrong('the case has no `on`: give the day to judge on as YYYY-MM-DD');
  const on = parseDay(read.on);
  if (on < parseDay(FIRST_YEAR)) {
    throw wrong(`\`${read.on}\` lies before ${FIRST_YEAR}, the first day for which law is held: give a later \`on\``);
  }
  if (read.movement === undefined)
    throw wrong('the case has no `movement`: give it as an object, `{}` if nothing is known');
  const movement = checkMovement(read.assume === undefined ? read.movement : { assume: read.assume, ...read.movement });
  return {
    ...(read.id === undefined ? {} : { id: read.id }),
    on,
    regime: read.regime ?? 'us-ear',
    view: read.view ?? 'ENFORCED',
    movement,
  };
}

/** Reads the `movement` object alone. @throws DetourError as parseMovementCase. */
export function parseMovement(json: unknown): Movement {
  return checkMovement(readObject(json, MOVEMENT, 'movement') as Movement);
}

function checkMovement(movement: Movement): Movement {
  const from = movement.from ?? movement.exporter?.country;
  const to = movement.to ?? movement.consignee?.country;
  const crosses = movement.act === 'EXPORT' || movement.act === 'REEXPORT';
  if (crosses && from !== undefined && from === to) {
    throw wrong(
      `act \`${movement.act}\` from \`${from}\` to \`${to}\`: goods that stay in one country are a TRANSFER, or DOMESTIC within the US`,
    );
  }
  return movement;
}

function wrong(message: string): DetourError {
  return new DetourError('BAD_USER_INPUT', message);
}
