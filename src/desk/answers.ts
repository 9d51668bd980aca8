/** What one may ask the desk, and what it answers: plain values that the API and the command line show as they are. */
import type { Flag } from '../evidence/flag.js';
import type { Score, ScoreMissing, ScorePart } from '../evidence/score.js';
import type { ExportFormat, ExportOptions } from '../intake/export.js';
import type { ImportOptions } from '../intake/import.js';
import type { ImportReport } from '../intake/report.js';
import type { CountryCode } from '../model/country.js';
import type { Certainty, Day, DayInterval } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import type { Link, LinkType } from '../model/link.js';
import type { Listing } from '../model/listing.js';
import type { Product } from '../model/product.js';
import type { Shipment } from '../model/shipment.js';
import type { Classification } from '../policy/classify.js';
import type { Fact, Judgement, Tier, View } from '../policy/judgement.js';
import type { Regime } from '../policy/regime.js';
import type { AsOf, Counts, Dataset, EntityQuery, Page, PageOf, ShipmentQuery } from '../store/port.js';
import type { ComparisonAnswer, ComparisonQuestion } from './comparison.js';

export type { CarrierKind, Flag } from '../evidence/flag.js';
export type { ImportReport } from '../intake/report.js';
export type { Judgement, PartyTier, Tier, View } from '../policy/judgement.js';
export type { Regime } from '../policy/regime.js';
export type { Rule } from '../policy/rule.js';
export type { AsOf, Dataset, EntityQuery, Page, PageOf, ShipmentQuery } from '../store/port.js';
export type { ChangedHop, ChangedRoute, ComparisonAnswer } from './comparison.js';

/**
 * The questions one may ask. One object answers them all; it holds the store, the law and the evidence.
 *
 * Every method rejects with `DetourError`: `BAD_USER_INPUT` for a question that makes no sense (an unknown
 * regime, a term that is neither party nor country), `NOT_FOUND` for an id that a question needs and nobody
 * knows, `STORE_UNAVAILABLE` when the facts cannot be reached. A spent budget is no error: the answer is then
 * incomplete and says so. An aborted signal makes a search stop with `stoppedBy: 'ABORTED'`.
 */
export interface Desk {
  /** Ranked groups of routes, best first. */
  diversionRoutes(question: RouteQuestion, signal?: AbortSignal): Promise<RouteAnswer>;
  /** Why a chain is, or is not, a route. */
  explainChain(question: ChainQuestion, signal?: AbortSignal): Promise<ExplainAnswer>;

  /** The party; undefined if nobody knows the id. */
  entity(id: string, asOf?: AsOf): Promise<Entity | undefined>;
  /** In the order asked; undefined where unknown. */
  entitiesById(ids: readonly string[], asOf?: AsOf): Promise<readonly (Entity | undefined)[]>;
  /** By relevance, then id; without a text by id. */
  entities(query: EntityQuery, page: Page, asOf?: AsOf): Promise<PageOf<Entity>>;
  shipment(id: string, asOf?: AsOf): Promise<Shipment | undefined>;
  /** By earliest departure, then id. */
  shipments(query: ShipmentQuery, page: Page, asOf?: AsOf): Promise<PageOf<Shipment>>;
  /** Links of a party, by id. */
  links(query: LinkQuery, page: Page, asOf?: AsOf): Promise<PageOf<Link>>;
  /** Listings of the parties, by entity, then id. */
  listings(entities: readonly string[], asOf?: AsOf): Promise<readonly Listing[]>;

  /** What the law says of one stated movement; no stored fact is used. */
  judge(question: JudgeQuestion): Promise<Judgement>;
  /** The class of stated goods, and what would settle an open one; no stored fact is used. */
  classify(question: ClassifyQuestion): Promise<ClassificationAnswer>;
  /** What changes for the stored movements when one law is put in another's place. */
  compareRegimes(question: ComparisonQuestion, signal?: AbortSignal): Promise<ComparisonAnswer>;
  /** By id. */
  regimes(): Promise<readonly Regime[]>;
  /** Undefined if it is not loaded. */
  regime(id: string): Promise<Regime | undefined>;
  /** All countries, by code. @throws DetourError `NOT_FOUND` for an unknown regime. */
  countries(on: Day, regime?: string): Promise<readonly CountryAnswer[]>;
  /** The tier of a place on a day; an unknown place is `UNKNOWN`. @throws DetourError `NOT_FOUND` for an unknown regime. */
  tierOf(country: CountryCode | undefined, on: Day, regime?: string): Tier;
  /** The catalogue, by id. */
  products(): readonly Product[];
  /** By family, then id. */
  evidenceFlags(): readonly Flag[];

  /** By name. */
  datasets(): Promise<readonly Dataset[]>;
  /** Why edited law is not in service, as `LawInService.problem`; undefined when it is. Asks no store. */
  lawProblem(): string | undefined;
  /** Never rejects: what is wrong is in the answer. */
  health(): Promise<HealthAnswer>;

  /** Takes all files of one call or none of them. */
  importPaths(paths: readonly string[], options: ImportSettings): Promise<ImportReport>;
  /** Writes one native file a kind; they import to the same facts. How many records of each kind were written. */
  exportFacts(folder: string, format: ExportFormat, options?: ExportOptions): Promise<Counts>;

  close(): Promise<void>;
}

/** What is left out takes the default named; an absent budget is the server's. */
export interface RouteQuestion {
  /**
   * Where routes start, any of these: `id:…`, `country:…`, `role:…`, `tier:…`, or bare (a party if one has that
   * id, else a country). Default: parties in Tier 0 and 1.
   */
  readonly from?: readonly string[];
  /** Where routes end, in the same words. Default: Tier 3. */
  readonly to?: readonly string[];
  /** Catalogue ids or aliases. Default: controlled goods, or possibly so. */
  readonly products?: readonly string[];
  /** Only movements that can have departed on or after. */
  readonly since?: Day;
  /** Only movements that can have departed on or before. */
  readonly until?: Day;
  /** How many groups. Default 10. */
  readonly k?: number;
  /** Most movements, 1 to 10. Default 6. */
  readonly maxHops?: number;
  /** Default 180. */
  readonly maxDwellDays?: number;
  /** Least number of Tier 2 parties after the origin. Default 1. */
  readonly minTier2?: number;
  /** Default: today. */
  readonly asOf?: Day;
  /** Default `us-ear`. */
  readonly regime?: string;
  /** Default `ENFORCED`. */
  readonly view?: View;
  /** True lists the alternatives of each group; otherwise they are only counted. Default false. */
  readonly all?: boolean;
  readonly budget?: SearchBudget;
}

/** When to stop; what is left out does not limit. */
export interface SearchBudget {
  /** Pairs of movements compared. */
  readonly steps?: number;
  /** Chains of parties kept. */
  readonly labels?: number;
  readonly milliseconds?: number;
}

/** A chain and the question it is held against. At least one of `parties` and `shipments` must be given. */
export interface ChainQuestion extends Omit<RouteQuestion, 'k' | 'all'> {
  /** Ids in travel order, tied parties included. */
  readonly parties?: readonly string[];
  /** Ids in travel order. */
  readonly shipments?: readonly string[];
}

/** How far an analysis looked, and by what law and weights. */
export interface Completeness {
  readonly complete: boolean;
  readonly explored: {
    /** In reach of the question. */
    readonly movements: number;
    readonly parties: number;
    /** Chains of parties extended. */
    readonly chains: number;
    /** Pairs of movements compared. */
    readonly pairs: number;
  };
  readonly stoppedBy?: 'STEPS' | 'LABELS' | 'TIME' | 'ABORTED';
  readonly asOf: Day;
  readonly regime: string;
  readonly view: View;
  readonly storeVersion: number;
  readonly evidenceVersion: string;
  readonly elapsedMs: number;
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly kind: 'LIST_NOT_LOADED' | 'UNKNOWN_ID' | 'UNKNOWN_GOODS' | 'COLUMN_NEVER_FILLED';
  /** With what to do about it. */
  readonly sentence: string;
  /** Records it touches, where that can be counted. */
  readonly count?: number;
}

/** A count that may be a lower bound. */
export interface Count {
  readonly value: number;
  readonly relation: 'EQ' | 'GTE';
}

export interface RouteAnswer extends Completeness {
  /** The best route of each group, best first. */
  readonly routes: readonly Route[];
  /** Groups found; `GTE` when there may be more than were asked for. */
  readonly total: Count;
  readonly notShown: { readonly direct: Count; readonly noTier2: Count };
  /** How good a missed route could be at most, in bits; absent when complete. */
  readonly bestMissedBits?: number;
}

export type EndingKind = 'OBSERVED' | 'BY_CONTROL' | 'POTENTIAL';

/** Whether stated dates prove an order in time, or only allow it. */
export type Timing = 'CERTAIN' | 'POSSIBLE';

export interface Route {
  /** Opaque; the same chain of parties and movements has the same id. */
  readonly id: string;
  /** Place in the order of all routes found, alternatives included; from 1. */
  readonly rank: number;
  /** In travel order, tied ones and the extension included; one more than `hops`. */
  readonly parties: readonly Entity[];
  readonly hops: readonly Hop[];
  readonly score: RouteScore;
  readonly kind: EndingKind;
  readonly alsoKind: readonly EndingKind[];
  /** Of the ending. */
  readonly certainty: Certainty;
  /** Of all dates together. */
  readonly timing: Timing;
  readonly open: boolean;
  readonly goods: CarriedGoods;
  /** Most that can have gone along it. Absent where unknown. */
  readonly chips?: number;
  readonly tpp?: number;
  readonly h100Equivalent?: number;
  /** From the earliest first departure to the latest last arrival. */
  readonly period: DayInterval;
  /** By hop, then earliest departure, then id. */
  readonly lots: readonly Lot[];
  /** Indexes into `hops`. */
  readonly firstUnlawfulHop: { readonly onItsPapers?: number; readonly withKnowledge?: number };
  /** `routes` is empty unless the question asked for all. */
  readonly alternatives: { readonly count: number; readonly routes: readonly Route[] };
}

/** A catalogue id, else a class such as `accelerator`, else `unknown`. */
export interface CarriedGoods {
  readonly code: string;
  readonly product?: Product;
}

export interface Lot {
  /** Index into `hops`. */
  readonly hop: number;
  readonly shipment: Shipment;
  readonly chips?: number;
}

export type Hop = MovementHop | TieHop;

interface HopBase {
  readonly index: number;
  readonly from: Entity;
  readonly to: Entity;
  /** By the parties' own countries on the day of the hop. */
  readonly tierFrom: Tier;
  readonly tierTo: Tier;
  readonly extension: boolean;
  /** The goods carried on after this hop. */
  readonly carried: CarriedGoods;
}

export interface MovementHop extends HopBase {
  readonly kind: 'MOVEMENT';
  readonly shipment: Shipment;
  readonly chips?: number;
  readonly tpp?: number;
  /** Days at `from` before this hop; absent for the first movement. */
  readonly dwell?: { readonly minDays: number; readonly maxDays: number };
  /** Against the movement before; absent for the first movement. */
  readonly timing?: Timing;
  readonly judgement: Judgement;
  readonly judgementAsFound: Judgement;
  /** Under the enforced rules of the day; the same objects where the question asked for those. */
  readonly enforced: { readonly judgement: Judgement; readonly judgementAsFound: Judgement };
  readonly judgedGoods: 'PAPER' | 'CARRIED';
}

export interface TieHop extends HopBase {
  readonly kind: 'TIE';
  readonly tie: Tie;
}

export interface Tie {
  readonly kind: 'OWNS' | 'CONTROLS' | 'ASSOCIATE' | 'COMMON_OWNER' | 'SHARED_OFFICER' | 'SHARED_ADDRESS';
  /** That it held on a day between the two movements. */
  readonly certainty: Certainty;
  /** The common owner or officer. */
  readonly through?: Entity;
  /** One, or two through a common owner or officer; none for a shared address. */
  readonly links: readonly Link[];
  readonly sentence: string;
}

/** A score whose pieces know their hop: an index into the route's hops, absent for the origin. */
export interface RouteScore extends Score {
  readonly parts: readonly (ScorePart & { readonly hop?: number })[];
  readonly missing: readonly (ScoreMissing & { readonly hop?: number })[];
}

export interface ExplainAnswer extends Completeness {
  /** Present exactly when the chain is a route. */
  readonly route?: Route;
  /** Its place among all routes; `GTE` when the search stopped before it was reached. */
  readonly rank?: Count;
  /** Present exactly when it is none. */
  readonly failure?: ChainFailure;
}

export interface ChainFailure {
  readonly condition: 'ORIGIN' | 'CONNECTION' | 'DATES' | 'GOODS' | 'NO_PARTY_TWICE' | 'LENGTH' | 'TIER2' | 'ENDING';
  /** Index into the chain's parties; absent when it is the chain as a whole. */
  readonly at?: number;
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

export interface LinkQuery {
  readonly entity: string;
  /** `ABOVE`: those who own, control or run it; `BELOW`: those it owns, controls or runs. Both if not given. */
  readonly direction?: 'ABOVE' | 'BELOW';
  /** All if not given. */
  readonly types?: readonly LinkType[];
}

export interface JudgeQuestion {
  /** The JSON of a movement as written (policy's `parseMovement` reads it). */
  readonly movement: Readonly<Record<string, unknown>>;
  /** Default: today. */
  readonly on?: Day;
  readonly regime?: string;
  readonly view?: View;
}

export interface ClassifyQuestion {
  /** The goods of a movement as written: `product`, `item`, `certifications` (policy's `parseMovement` reads it). */
  readonly goods: Readonly<Record<string, unknown>>;
  /** Default: today. */
  readonly on?: Day;
  /** Default `us-ear`. */
  readonly regime?: string;
  /** Default `ENFORCED`. */
  readonly view?: View;
}

export interface ClassificationAnswer extends Classification {
  readonly on: Day;
  readonly regime: string;
  readonly view: View;
}

export interface CountryAnswer {
  readonly code: CountryCode;
  readonly name: string;
  readonly tier: Tier;
  /** In byte order. */
  readonly groups: readonly string[];
}

/** As intake takes them; the desk knows the clock and the catalogue. */
export type ImportSettings = Omit<ImportOptions, 'importedAt' | 'knownProduct' | 'maxRowBytes'>;

export interface HealthAnswer {
  /** What is wrong and what to do; absent when all is well. */
  readonly problem?: string;
  /** Why edited law is not in service: questions are judged by the law of before. Absent when it is. */
  readonly lawProblem?: string;
  /** Of the program. */
  readonly version: string;
  /** `Store.description`. */
  readonly store: string;
  /** Absent when the store cannot be reached. */
  readonly storeVersion?: number;
  /** All data loaded is an invented world. */
  readonly exampleWorld: boolean;
}
