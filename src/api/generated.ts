import type { PartialDate } from '../model/day.js';
import type { ShownDate } from './scalars.js';
import type { Share } from '../model/share.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Act as ActParent, Shipment as ShipmentParent } from '../model/shipment.js';
import type { CapUse as CapUseParent, ExceptionTried as ExceptionTriedParent, Finding as FindingParent } from './resolvers/judgement.js';
import type { CarrierKind as CarrierKindParent, ExplainAnswer as ExplainAnswerParent, ChangedHop as ChangedHopParent, ChangedRoute as ChangedRouteParent, ClassificationAnswer as ClassificationAnswerParent, Dataset as DatasetParent, Flag as FlagParent, Judgement as JudgementParent, Lot as LotParent, Regime as RegimeParent, ComparisonAnswer as ComparisonAnswerParent, Route as RouteParent, Rule as RuleParent, RouteScore as RouteScoreParent, Tier as TierParent, Tie as TieParent } from '../desk/answers.js';
import type { Entity as EntityParent } from '../model/entity.js';
import type { HopOfRoute, RoutePage } from './resolvers/route.js';
import type { Link as LinkParent } from '../model/link.js';
import type { Listing as ListingParent } from '../model/listing.js';
import type { Missing, Part } from './resolvers/score.js';
import type { MovementRole as MovementRoleParent, RuleKind as RuleKindParent } from './enums.js';
import type { Product as ProductParent } from '../model/product.js';
import type { Provenance as ProvenanceParent } from '../model/provenance.js';
import type { Context } from './context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A whole number that can pass 2^53: a string in answers when it does, a number otherwise; either is taken. */
  BigInt: { input: number; output: number; }
  /** A country: ISO 3166-1 alpha-2. Alpha-3 codes and English names are taken too; answers are alpha-2. */
  CountryCode: { input: string; output: string; }
  /** A date at the precision it was stated: `2024`, `2024-05` or `2024-05-17`. */
  Date: { input: PartialDate; output: ShownDate; }
  /** A moment in time, ISO 8601 in UTC, as `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: number; output: number; }
  /** An export control classification number, as `3A090.a`, or `EAR99`. */
  EccnCode: { input: string; output: string; }
  /** A heading or subheading of the Harmonized System, as `8473.30` or `847330`; always text. */
  HsCode: { input: string; output: string; }
  /** A share of ownership as people write it: `51%`, `25%–50%`, `>25%`; null where unknown. A number up to 1 is taken as a fraction. */
  Share: { input: string; output: Share; }
  /** Total processing performance: 2 × MacTOPS × bit length, summed over all dies of the goods. */
  Tpp: { input: number; output: number; }
};

/** Kinds of movement. */
export type Act =
  /** Within the United States. */
  | 'DOMESTIC'
  /** Out of the United States. */
  | 'EXPORT'
  /** From one foreign country to another. */
  | 'REEXPORT'
  /** Within one foreign country. */
  | 'TRANSFER';

/** Routes grouped under a better one. */
export type Alternatives = {
  readonly __typename?: 'Alternatives';
  /** How many the search came across. */
  readonly count: Scalars['Int']['output'];
  /** They, by rank; empty unless the question asked for `alternatives`. */
  readonly routes: ReadonlyArray<Route>;
};

/** What every analysis says about its own completeness. */
export type Analysis = {
  /** The day after which nothing that was learned counts. */
  readonly asOf: Scalars['Date']['output'];
  /** True when everything was looked at: then an empty answer means that there is nothing. */
  readonly complete: Scalars['Boolean']['output'];
  /** How long the answer took, in milliseconds. */
  readonly elapsedMs: Scalars['Int']['output'];
  /** The version of the evidence weights: a hash of the files used. */
  readonly evidenceVersion: Scalars['String']['output'];
  /** How much was looked at. */
  readonly explored: Explored;
  /** What the answer could not know: lists that are not loaded, ids that point nowhere. */
  readonly gaps: ReadonlyArray<Gap>;
  /** The body of law used. */
  readonly regime: Scalars['ID']['output'];
  /** What ended the search early; null when it is complete. */
  readonly stoppedBy?: Maybe<StoppedBy>;
  /** The version of the stored facts; it grows with each import. */
  readonly storeVersion: Scalars['Int']['output'];
  /** The view of that law used. */
  readonly view: View;
};

/** Sets of assumptions. */
export type Assumptions =
  /** The usual ones, see `MovementInput.assume`. */
  | 'GOLDEN';

/** What to make of a score. */
export type Band =
  /** Act on it first. */
  | 'CRITICAL'
  /** Worth a look when time allows. */
  | 'ELEVATED'
  /** Look into it. */
  | 'HIGH'
  /** Ordinary trade is the better explanation. */
  | 'LOW';

/** A range of bits. */
export type BitsRange = {
  readonly __typename?: 'BitsRange';
  /** Most. */
  readonly high: Scalars['Float']['output'];
  /** Least. */
  readonly low: Scalars['Float']['output'];
};

/** When to stop a search. What is left out does not limit, up to the server's own limit of time. */
export type BudgetInput = {
  /** Chains of parties to keep at most. */
  readonly labels?: InputMaybe<Scalars['Int']['input']>;
  /** Time to take at most. */
  readonly milliseconds?: InputMaybe<Scalars['Int']['input']>;
  /** Pairs of movements to compare at most. */
  readonly steps?: InputMaybe<Scalars['BigInt']['input']>;
};

/** Whether a movement fits into an allowance. */
export type CapFit =
  /** Whatever the unknown amounts are. */
  | 'CERTAIN'
  /** It does not. */
  | 'NO'
  /** For some of what the unknown amounts can be. */
  | 'POSSIBLE';

/** Use of an allowance, in TPP. */
export type CapUse = {
  readonly __typename?: 'CapUse';
  /** Used before this movement. */
  readonly before: TppRange;
  /** Which allowance, as `lpp`. */
  readonly cap: Scalars['ID']['output'];
  /** Title, paragraph and where it was published. */
  readonly citation: Scalars['String']['output'];
  /** Whether the movement fits in. */
  readonly fits: CapFit;
  /** Left after it. */
  readonly left: TppRange;
  /** The allowance. */
  readonly limit: Scalars['Tpp']['output'];
  /** Used by this movement; nothing where it is too big for what is left. */
  readonly uses: TppRange;
};

/** What a piece of evidence belongs to. */
export type Carrier =
  /** The step from an arrival to the onward movement, with the stay between. */
  | 'CONTINUATION'
  /** How the route ends. */
  | 'ENDING'
  /** A movement together with its arrival. */
  | 'MOVEMENT'
  /** The first party and its goods. */
  | 'ORIGIN'
  /** A tie, with the party it leads to. */
  | 'TIE';

/** What can be said of a statement when its facts are ranges. */
export type Certainty =
  /** It holds whatever the unknown facts are. */
  | 'CERTAIN'
  /** It does not hold. */
  | 'NO'
  /** It holds for some of what the unknown facts can be. */
  | 'NOT_EXCLUDED';

/** Why a chain is, or is not, a route. */
export type ChainExplanation = Analysis & {
  readonly __typename?: 'ChainExplanation';
  /** The day after which nothing that was learned counts. */
  readonly asOf: Scalars['Date']['output'];
  /** True when everything was looked at: then an empty answer means that there is nothing. */
  readonly complete: Scalars['Boolean']['output'];
  /** How long the answer took, in milliseconds. */
  readonly elapsedMs: Scalars['Int']['output'];
  /** The version of the evidence weights: a hash of the files used. */
  readonly evidenceVersion: Scalars['String']['output'];
  /** How much was looked at. */
  readonly explored: Explored;
  /** The first condition that fails; null when it is a route. */
  readonly failure?: Maybe<ChainFailure>;
  /** What the answer could not know: lists that are not loaded, ids that point nowhere. */
  readonly gaps: ReadonlyArray<Gap>;
  /** Whether it is a route under the question's terms. */
  readonly isRoute: Scalars['Boolean']['output'];
  /** Its place among all routes; at least this good when the search stopped early; null when it is none or was not reached. */
  readonly rank?: Maybe<TotalCount>;
  /** The body of law used. */
  readonly regime: Scalars['ID']['output'];
  /** The route; null when it is none. */
  readonly route?: Maybe<Route>;
  /** What ended the search early; null when it is complete. */
  readonly stoppedBy?: Maybe<StoppedBy>;
  /** The version of the stored facts; it grows with each import. */
  readonly storeVersion: Scalars['Int']['output'];
  /** The view of that law used. */
  readonly view: View;
};

/** The first condition of a route that a chain does not meet. */
export type ChainFailure = {
  readonly __typename?: 'ChainFailure';
  /** The place in the chain, counted in parties from 0; null when it is the chain as a whole. */
  readonly at?: Maybe<Scalars['Int']['output']>;
  /** Which condition. */
  readonly condition: RouteCondition;
  /** The facts. */
  readonly facts: ReadonlyArray<Fact>;
  /** What fails, in one sentence. */
  readonly sentence: Scalars['String']['output'];
};

/** A hop that the two laws judge otherwise. */
export type ChangedHop = {
  readonly __typename?: 'ChangedHop';
  /** By the first law, on its papers. */
  readonly a: Judgement;
  /** By the second. */
  readonly b: Judgement;
  /** Its place among the route's hops, from 0. */
  readonly index: Scalars['Int']['output'];
};

/** A movement that the two laws judge otherwise. */
export type ChangedMovement = {
  readonly __typename?: 'ChangedMovement';
  /** By the first law, on its papers. */
  readonly a: Judgement;
  /** By the second. */
  readonly b: Judgement;
  /** Its shipment. */
  readonly shipment: Shipment;
};

/** A route of which a hop is judged otherwise. */
export type ChangedRoute = {
  readonly __typename?: 'ChangedRoute';
  /** The hops in question, in travel order. */
  readonly hops: ReadonlyArray<ChangedHop>;
  /** The route, as the first law has it. */
  readonly route: Route;
};

/** An entry of the control list that catches the goods, or may. */
export type ClassGround = {
  readonly __typename?: 'ClassGround';
  /** Whether it applies or cannot be evaluated. */
  readonly applies: RuleState;
  /** Title, paragraph and where it was published. */
  readonly citation: Scalars['String']['output'];
  /** Id of the rule. */
  readonly rule: Scalars['ID']['output'];
  /** What the entry says. */
  readonly sentence: Scalars['String']['output'];
};

/** A value of a missing fact that would settle the class. */
export type ClassSettled = {
  readonly __typename?: 'ClassSettled';
  /** The class that would leave. */
  readonly class: Scalars['String']['output'];
  /** The fact, named as in `MovementInput`. */
  readonly fact: Scalars['String']['output'];
  /** The value. */
  readonly value: Scalars['String']['output'];
};

/** The control list class of goods on a day. */
export type Classification = {
  readonly __typename?: 'Classification';
  /** `3A090.a`, `3A090.b`, `3A090.c`, `3A090` (2022), `4E091`, `NONE`, or `UNKNOWN` where it is open. */
  readonly class: Scalars['String']['output'];
  /** How sure the catalogue's numbers are; `CONFIRMED` where none was used. */
  readonly confidence: Confidence;
  /** The entries that catch the goods, or may, in their order; the first that certainly applies is the last. */
  readonly grounds: ReadonlyArray<ClassGround>;
  /** The facts it lacked, named as in `MovementInput`. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** The day it was classified on. */
  readonly on: Scalars['Date']['output'];
  /** What it may be, in the order of the entries; one where it is certain, none before the view begins. */
  readonly possible: ReadonlyArray<Scalars['String']['output']>;
  /** The body of law. */
  readonly regime: Scalars['ID']['output'];
  /** For each missing fact, a value that would leave one class, for each such class. */
  readonly settles: ReadonlyArray<ClassSettled>;
  /** The view of that law. */
  readonly view: View;
};

/** A body of law under a view. */
export type ComparedLaw = {
  readonly __typename?: 'ComparedLaw';
  /** Its id. */
  readonly regime: Scalars['ID']['output'];
  /** As it was enforced or as it was written. */
  readonly view: View;
};

/** Which movements are judged by both laws. */
export type ComparisonFilter = {
  /** Left this country; routes start there. */
  readonly fromCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Goods by catalogue id or alias. */
  readonly products?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Can have departed on or after; the first day of a partial date. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Are sent to this country; routes end there. */
  readonly toCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Can have departed on or before; the last day of a partial date. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** Whether a condition is met. */
export type ConditionOutcome =
  /** It is met. */
  | 'MET'
  /** It is not met. */
  | 'NOT_MET'
  /** It cannot be decided. */
  | 'UNKNOWN';

/** One condition of an exception. */
export type ConditionState = {
  readonly __typename?: 'ConditionState';
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The facts it lacked. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** What it asks. */
  readonly sentence: Scalars['String']['output'];
  /** Whether it is met. */
  readonly state: ConditionOutcome;
};

/** How sure a statement is. */
export type Confidence =
  /** Read in the primary source. */
  | 'CONFIRMED'
  /** Sources differ. */
  | 'DISPUTED'
  /** Read in a report about it. */
  | 'SECONDARY'
  /** Not confirmed. */
  | 'UNCONFIRMED';

/** A missing fact that would change the outcome. */
export type CouldFlip = {
  readonly __typename?: 'CouldFlip';
  /** The fact. */
  readonly fact: Scalars['String']['output'];
  /** What the outcome would be. */
  readonly outcome: Outcome;
  /** The value it would have to have. */
  readonly value: Scalars['String']['output'];
};

/** How a count relates to the truth. */
export type CountRelation =
  /** Exactly so many. */
  | 'EQ'
  /** At least so many. */
  | 'GTE';

/** A country on a day. */
export type Country = {
  readonly __typename?: 'Country';
  /** Its code. */
  readonly code: Scalars['CountryCode']['output'];
  /** The country groups it is in, as `D:5`, in byte order. */
  readonly groups: ReadonlyArray<Scalars['String']['output']>;
  /** Its English name. */
  readonly name: Scalars['String']['output'];
  /** Its tier. */
  readonly tier: Tier;
};

/** What changes for one destination. */
export type CountryChange = {
  readonly __typename?: 'CountryChange';
  /** Of them, those of another outcome. */
  readonly changed: Scalars['Int']['output'];
  /** Where the papers send it; null where that is not known. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Movements judged. */
  readonly movements: Scalars['Int']['output'];
  /** TPP of the changed ones, as far as it is known. */
  readonly tpp: Scalars['Tpp']['output'];
};

/** A data set that is loaded. */
export type Dataset = {
  readonly __typename?: 'Dataset';
  /** When it was last imported. */
  readonly importedAt: Scalars['DateTime']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** How many records of each kind. */
  readonly records: RecordCounts;
  /** The last day it was fetched. */
  readonly retrievedOn?: Maybe<Scalars['Date']['output']>;
};

/** From the earliest possible to the latest possible day. */
export type DatePeriod = {
  readonly __typename?: 'DatePeriod';
  /** Earliest possible day. */
  readonly from: Scalars['Date']['output'];
  /** Latest possible day. */
  readonly to: Scalars['Date']['output'];
};

/** A range of days, both ends included. */
export type DayRange = {
  readonly __typename?: 'DayRange';
  /** Most. */
  readonly maxDays: Scalars['Int']['output'];
  /** Fewest. */
  readonly minDays: Scalars['Int']['output'];
};

/** What a finding asks beyond a licence. */
export type Duty =
  /** Ask before going on. */
  | 'INQUIRE'
  /** What is known counts as knowledge. */
  | 'KNOWLEDGE'
  /** Tell the authority. */
  | 'NOTIFY'
  /** Get a permit from another authority. */
  | 'PERMIT'
  /** Get a statement from the other party. */
  | 'STATEMENT';

/** What goods are for. */
export type EndUse =
  /** Training of AI for one of the uses above. */
  | 'AI_TRAINING_FOR_THOSE'
  /** Civil use. */
  | 'CIVIL'
  /** Development, production or storage of the items themselves; the only one that satisfies exception ACM. */
  | 'DEVELOPMENT_PRODUCTION_STORAGE_OF_ITEMS'
  /** Military. */
  | 'MILITARY'
  /** Military intelligence. */
  | 'MILITARY_INTELLIGENCE'
  /** A supercomputer. */
  | 'SUPERCOMPUTER'
  /** Weapons of mass destruction. */
  | 'WMD';

/** How a route ends. */
export type EndingKind =
  /** The goods stop with a party that someone in the target, or listed, controls. */
  | 'BY_CONTROL'
  /** A movement into the target is in the data. */
  | 'OBSERVED'
  /** The goods stop in Tier 2 with a party that has a tie to the target. */
  | 'POTENTIAL';

/** Two judgements under the enforced rules of the day. */
export type EnforcedJudgements = {
  readonly __typename?: 'EnforcedJudgements';
  /** On its papers. */
  readonly judgement: Judgement;
  /** With the route's end as destination and end user. */
  readonly judgementAsFound: Judgement;
};

/** A party. */
export type Entity = Node & {
  readonly __typename?: 'Entity';
  /** Its address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Other names. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** When a person was born. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** Where it is. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** When it was dissolved. */
  readonly dissolvedOn?: Maybe<Scalars['Date']['output']>;
  /** When it was founded. */
  readonly foundedOn?: Maybe<Scalars['Date']['output']>;
  /** Where its head office is. */
  readonly headquarters?: Maybe<Scalars['CountryCode']['output']>;
  /** Its id; opaque. */
  readonly id: Scalars['ID']['output'];
  /** Its identifiers in other registers. */
  readonly identifiers: ReadonlyArray<Identifier>;
  /** Lists it is on, was on, or cannot be excluded from, by id. */
  readonly listings: ReadonlyArray<Listing>;
  /** Its name; null for a party that others name and no record describes. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** A person's nationality. */
  readonly nationality?: Maybe<Scalars['CountryCode']['output']>;
  /** Notes. */
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** Links by which it owns or controls others, by id. */
  readonly owned: LinkConnection;
  /** Links by which others own or control it, by id. */
  readonly owners: LinkConnection;
  /** Its telephone number. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What it does in trade, as `forwarder`. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** What it is; null where unknown. */
  readonly schema?: Maybe<EntitySchema>;
  /** Its line of business. */
  readonly sector?: Maybe<Scalars['String']['output']>;
  /** Shipments it takes part in as shipper, consignee, end user or forwarder. */
  readonly shipments: ShipmentConnection;
  /** Total feed of its site, in megawatts. */
  readonly sitePowerMw?: Maybe<Scalars['Float']['output']>;
  /** The day somebody saw the site with that power. */
  readonly siteVerifiedOn?: Maybe<Scalars['Date']['output']>;
  /** Where this record comes from; null for a party that others name and no record describes. */
  readonly source?: Maybe<Source>;
  /** True for a party that other records name and no record describes. */
  readonly stub: Scalars['Boolean']['output'];
  /** Tier of the place it is in. */
  readonly tier: Tier;
  /** Its web site. */
  readonly website?: Maybe<Scalars['String']['output']>;
};


/** A party. */
export type EntityOwnedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A party. */
export type EntityOwnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A party. */
export type EntityShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShipmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A party. */
export type EntityTierArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
};

/** Parties. */
export type EntityConnection = {
  readonly __typename?: 'EntityConnection';
  /** The parties with their cursors. */
  readonly edges: ReadonlyArray<EntityEdge>;
  /** The parties. */
  readonly nodes: ReadonlyArray<Entity>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: TotalCount;
};

/** A party and its place. */
export type EntityEdge = {
  readonly __typename?: 'EntityEdge';
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The party. */
  readonly node: Entity;
};

/** Which parties are asked for; all that is given must hold. */
export type EntityFilter = {
  /** In any of these countries. */
  readonly countries?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
  /** From this data set. */
  readonly dataset?: InputMaybe<Scalars['String']['input']>;
  /** With any of these roles. */
  readonly roles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of any of these kinds. */
  readonly schemas?: InputMaybe<ReadonlyArray<EntitySchema>>;
};

/** Kinds of party. */
export type EntitySchema =
  /** An aeroplane. */
  | 'Aircraft'
  /** A firm. */
  | 'Company'
  /** A natural person. */
  | 'Person'
  /** A body of government. */
  | 'PublicBody'
  /** A ship. */
  | 'Vessel';

/** A piece of evidence that scores are made of. */
export type EvidenceFlag = {
  readonly __typename?: 'EvidenceFlag';
  /** What it can belong to. */
  readonly carriers: ReadonlyArray<Carrier>;
  /** Where the red flag is described, or that it rests on our own reasoning. */
  readonly citation: Scalars['String']['output'];
  /** Flags of one family on one carrier are correlated: only the strongest counts in full. */
  readonly family: Scalars['String']['output'];
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** A few words. */
  readonly label: Scalars['String']['output'];
  /** The facts it needs. */
  readonly needs: ReadonlyArray<Scalars['String']['output']>;
  /** False where the user's own file switched it off. */
  readonly on: Scalars['Boolean']['output'];
  /** Its weight, or one for each grade; empty where the amount is computed. */
  readonly weights: ReadonlyArray<FlagWeight>;
  /** The reason or measurement behind the weight. */
  readonly why: Scalars['String']['output'];
};

/** A licence exception that was considered. */
export type ExceptionTried = {
  readonly __typename?: 'ExceptionTried';
  /** Title, paragraph and where it was published. */
  readonly citation: Scalars['String']['output'];
  /** True where the movement's papers claim it. */
  readonly claimed: Scalars['Boolean']['output'];
  /** Its conditions. */
  readonly conditions: ReadonlyArray<ConditionState>;
  /** True when it was never in force and counts only under the view `AS_WRITTEN`. */
  readonly counterfactual: Scalars['Boolean']['output'];
  /** The facts it lacked; not empty where it can neither be used nor excluded. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** Its short name, as `LPP`. */
  readonly name: Scalars['String']['output'];
  /** The first condition that fails; if none fails, the first that cannot be decided; else that all hold. */
  readonly reason: Scalars['String']['output'];
  /** True only if every condition certainly holds. */
  readonly usable: Scalars['Boolean']['output'];
};

/** How much a search looked at. */
export type Explored = {
  readonly __typename?: 'Explored';
  /** Chains of parties that were extended. */
  readonly chains: Scalars['BigInt']['output'];
  /** Movements that were in reach of the question. */
  readonly movements: Scalars['Int']['output'];
  /** Pairs of movements that were compared. */
  readonly pairs: Scalars['BigInt']['output'];
  /** Parties that were in reach of the question. */
  readonly parties: Scalars['Int']['output'];
};

/** A named fact. */
export type Fact = {
  readonly __typename?: 'Fact';
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its value, as text. */
  readonly value: Scalars['String']['output'];
};

/** A rule that mattered: it applied, or could not be excluded. */
export type Finding = {
  readonly __typename?: 'Finding';
  /** Whether it applies or cannot be evaluated. */
  readonly applies: RuleState;
  /** Title, paragraph and where it was published. */
  readonly citation: Scalars['String']['output'];
  /** How sure we are of the rule itself. */
  readonly confidence: Confidence;
  /** True when the rule was never applied and counts only under the view `AS_WRITTEN`. */
  readonly counterfactual: Scalars['Boolean']['output'];
  /** What it asks of the people who hold the goods, where it asks more than a licence. */
  readonly duty?: Maybe<Duty>;
  /** The facts it used. */
  readonly facts: ReadonlyArray<Fact>;
  /** The facts it lacked, named as in `MovementInput`. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** For requirements: what this one comes to after its own exceptions. */
  readonly outcome?: Maybe<Outcome>;
  /** For requirements: how an application would be reviewed. */
  readonly review?: Maybe<Review>;
  /** Id of the rule. */
  readonly rule: Scalars['ID']['output'];
  /** What it says of this movement. */
  readonly sentence: Scalars['String']['output'];
  /** Instrument and the day its present form took effect. */
  readonly version: Scalars['String']['output'];
};

/** The first movement the law did not allow. */
export type FirstUnlawfulHop = {
  readonly __typename?: 'FirstUnlawfulHop';
  /** Judged on the papers of the shipment; null when all were lawful or unknown. */
  readonly onItsPapers?: Maybe<Hop>;
  /** Judged by someone who knew where the goods would end; null when all were lawful or unknown. */
  readonly withKnowledge?: Maybe<Hop>;
};

/** A weight of a flag. */
export type FlagWeight = {
  readonly __typename?: 'FlagWeight';
  /** In bits. */
  readonly bits: Scalars['Float']['output'];
  /** The grade it holds for; null where there is only one. */
  readonly grade?: Maybe<Scalars['String']['output']>;
};

/** Something the answer could not know. */
export type Gap = {
  readonly __typename?: 'Gap';
  /** How many records it touches; null where that cannot be counted. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** What kind of gap. */
  readonly kind: GapKind;
  /** In one sentence, with what to do about it. */
  readonly sentence: Scalars['String']['output'];
};

/** Kinds of gap. */
export type GapKind =
  /** A kind of fact that no loaded data set fills. */
  | 'COLUMN_NEVER_FILLED'
  /** A list that the law names is not loaded. */
  | 'LIST_NOT_LOADED'
  /** Goods that the catalogue does not know. */
  | 'UNKNOWN_GOODS'
  /** Records name ids that no record describes. */
  | 'UNKNOWN_ID';

/** Goods as far as they are known. */
export type Goods = {
  readonly __typename?: 'Goods';
  /** A catalogue id, else a class such as `accelerator`, else `unknown`. */
  readonly code: Scalars['String']['output'];
  /** The catalogue entry; null for a class and for unknown goods. */
  readonly product?: Maybe<Product>;
};

/** Which goods a hop was judged for. */
export type GoodsBasis =
  /** Those carried along the route, since the paper is silent or names a known relabelling. */
  | 'CARRIED'
  /** Those its paper names. */
  | 'PAPER';

/** Whether the program can answer. */
export type Health = {
  readonly __typename?: 'Health';
  /** True when the data loaded is an invented example world. */
  readonly exampleWorld: Scalars['Boolean']['output'];
  /**
   * Why the law is not in service as its files are now, with file, line and column: questions are judged by the law of
   * before. Null when it is.
   */
  readonly lawProblem?: Maybe<Scalars['String']['output']>;
  /** Whether all is well. */
  readonly ok: Scalars['Boolean']['output'];
  /** What is wrong and what to do; null when all is well. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** The store, without secrets. */
  readonly store: Scalars['String']['output'];
  /** Version of the stored facts; null when the store cannot be reached. */
  readonly storeVersion?: Maybe<Scalars['Int']['output']>;
  /** Version of the program. */
  readonly version: Scalars['String']['output'];
};

/** Totals up to a stated movement, which they exclude; the shares include it. */
export type HistoryInput = {
  /** TPP the consignee has had under exception AIA so far. */
  readonly aiaTppToDate?: InputMaybe<Scalars['Tpp']['input']>;
  /** TPP licensed to the country so far. */
  readonly countryLicensedTpp?: InputMaybe<Scalars['Tpp']['input']>;
  /** TPP of the product to China and Macau by that to customers in the United States, as a fraction. */
  readonly laneShare?: InputMaybe<Scalars['Float']['input']>;
  /** TPP this company has had under a national authorization so far. */
  readonly nveuTppToDate?: InputMaybe<Scalars['Tpp']['input']>;
  /** TPP this ultimate parent has had this calendar year under exception LPP. */
  readonly parentTppThisYear?: InputMaybe<Scalars['Tpp']['input']>;
  /** Share of it in this one country, as a fraction. */
  readonly uveuShareInCountry?: InputMaybe<Scalars['Float']['input']>;
  /** Share of a universal authorization's capacity outside Tier 1, as a fraction. */
  readonly uveuShareOutside?: InputMaybe<Scalars['Float']['input']>;
  /** Share of it outside the United States, as a fraction. */
  readonly uveuShareOutsideUS?: InputMaybe<Scalars['Float']['input']>;
};

/** One step of a route: a movement of goods, or a tie through which goods change hands unseen. */
export type Hop = {
  readonly __typename?: 'Hop';
  /** The goods carried on after this hop. */
  readonly carried: Goods;
  /** Chips in this shipment; null for a tie and where unknown. */
  readonly chips?: Maybe<Scalars['Float']['output']>;
  /** Shortest and longest possible stay at `from` before this hop; null for the first movement and for a tie. */
  readonly dwell?: Maybe<DayRange>;
  /** The same two under the enforced rules of the day; null for a tie. */
  readonly enforced?: Maybe<EnforcedJudgements>;
  /** The parts of the score that belong to this hop: its movement or tie, the stay before it, and the ending on the last. */
  readonly evidence: ReadonlyArray<ScorePart>;
  /** True for movements added in front to show where the goods came from; they bring no evidence. */
  readonly extension: Scalars['Boolean']['output'];
  /** The party goods leave. */
  readonly from: Entity;
  /** Place in the route, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Whether it was judged for the goods its paper names or for the goods carried; null for a tie. */
  readonly judgedGoods?: Maybe<GoodsBasis>;
  /** What the law says of it on its own papers; null for a tie. */
  readonly judgement?: Maybe<Judgement>;
  /** What the law says of it when the destination and end user are the route's end; null for a tie. */
  readonly judgementAsFound?: Maybe<Judgement>;
  /** What kind of step. */
  readonly kind: HopKind;
  /** The shipment; null for a tie. */
  readonly shipment?: Maybe<Shipment>;
  /** The tie; null for a movement. */
  readonly tie?: Maybe<Tie>;
  /** Tier of the place of `from` on the day of the hop. */
  readonly tierFrom: Tier;
  /** Tier of the place of `to` on the day of the hop. */
  readonly tierTo: Tier;
  /** How its day follows from the movement before; null for the first movement and for a tie. */
  readonly timing?: Maybe<Timing>;
  /** The party goods reach. */
  readonly to: Entity;
  /** Total processing performance of this shipment; null for a tie and where unknown. */
  readonly tpp?: Maybe<Scalars['Tpp']['output']>;
};

/** Kinds of hop. */
export type HopKind =
  /** A shipment. */
  | 'MOVEMENT'
  /** A standing relation between two parties. */
  | 'TIE';

/** An identifier in a scheme. */
export type Identifier = {
  readonly __typename?: 'Identifier';
  /** The scheme, as `lei` or `registration:MY`. */
  readonly scheme: Scalars['String']['output'];
  /** The identifier; always text. */
  readonly value: Scalars['String']['output'];
};

/** What an item is. */
export type ItemInput = {
  /** Made at 16 or 14 nm or below, or with transistors that are not planar. */
  readonly advancedNode?: InputMaybe<Scalars['Boolean']['input']>;
  /** Below the effort that would match the most advanced published model; false if not given. */
  readonly belowPublished?: InputMaybe<Scalars['Boolean']['input']>;
  /** Memory in one package with a processor; false if not given. */
  readonly coPackaged?: InputMaybe<Scalars['Boolean']['input']>;
  /** Designed or marketed for data centres. */
  readonly dataCenter?: InputMaybe<Scalars['Boolean']['input']>;
  /** Trained further from published weights; false if not given. */
  readonly derivedFromPublished?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where it was designed. */
  readonly designedIn?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Its classification. */
  readonly eccn?: InputMaybe<Scalars['EccnCode']['input']>;
  /** A die that its foundry or packager sends; false if not given. */
  readonly fromFoundry?: InputMaybe<Scalars['Boolean']['input']>;
  /** Operations of that further training. */
  readonly furtherTrainingOperations?: InputMaybe<Scalars['Float']['input']>;
  /** Interconnect bandwidth in GB/s, both directions together. */
  readonly interconnectGBs?: InputMaybe<Scalars['Float']['input']>;
  /** Memory bandwidth density in GB/s by mm². */
  readonly memoryBandwidthDensity?: InputMaybe<Scalars['Float']['input']>;
  /** Memory bandwidth in GB/s. */
  readonly memoryBandwidthGBs?: InputMaybe<Scalars['Float']['input']>;
  /** TPP by applicable die area, in mm². */
  readonly performanceDensity?: InputMaybe<Scalars['Float']['input']>;
  /** Whether the item is subject to the EAR. */
  readonly subjectToEar?: InputMaybe<Scalars['Boolean']['input']>;
  /** Operations of a model whose unpublished output made more than a tenth of the training. */
  readonly teacherOperations?: InputMaybe<Scalars['Float']['input']>;
  /** Total processing performance of one piece. */
  readonly tpp?: InputMaybe<Scalars['Tpp']['input']>;
  /** Operations a model was trained with. */
  readonly trainingOperations?: InputMaybe<Scalars['Float']['input']>;
  /** Transistors, in billions. */
  readonly transistorsBillion?: InputMaybe<Scalars['Float']['input']>;
  /** Whether model weights are open or closed. */
  readonly weights?: InputMaybe<ModelWeights>;
  /** Holds high-bandwidth memory. */
  readonly withHbm?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the law says of one movement. */
export type Judgement = {
  readonly __typename?: 'Judgement';
  /** How much of which allowance it uses. */
  readonly caps: ReadonlyArray<CapUse>;
  /** The weakest of what decides. */
  readonly confidence: Confidence;
  /** Missing facts that would change the outcome. */
  readonly couldFlip: ReadonlyArray<CouldFlip>;
  /** Where the law sees the goods go: the declared end user's place, else the place of arrival. */
  readonly destination?: Maybe<Scalars['CountryCode']['output']>;
  /** Each licence exception that was considered, in the order in which one would use them. */
  readonly exceptions: ReadonlyArray<ExceptionTried>;
  /** Each rule that mattered: requirements first, the worst first, then review policies, duties and remarks. */
  readonly findings: ReadonlyArray<Finding>;
  /** The class of the goods on the day: `3A090.a`, …, `NONE` or `UNKNOWN`. */
  readonly itemClass: Scalars['String']['output'];
  /** What is known of a licence. */
  readonly licence: LicenceState;
  /** The day it was judged on. */
  readonly on: Scalars['Date']['output'];
  /** The worst of all requirements, each after its own exceptions. */
  readonly outcome: Outcome;
  /** The body of law. */
  readonly regime: Scalars['ID']['output'];
  /** How an application would be reviewed; null where no licence is required. */
  readonly review?: Maybe<Review>;
  /** Tiers of places and parties. */
  readonly tier: JudgementTiers;
  /** The view of that law. */
  readonly view: View;
};

/** Tiers that a judgement saw. */
export type JudgementTiers = {
  readonly __typename?: 'JudgementTiers';
  /** Of the destination in law. */
  readonly destination: Tier;
  /** Of the place the goods come from. */
  readonly origin: Tier;
  /** Of the parties. */
  readonly parties: ReadonlyArray<PartyTiers>;
};

/** A body of law, and how it counts. */
export type LawChoice = {
  /** Its id. */
  readonly regime?: InputMaybe<Scalars['ID']['input']>;
  /** As it was enforced or as it was written. */
  readonly view?: InputMaybe<View>;
};

/** What is known of a licence for a movement. */
export type LicenceState =
  /** No licence is named, though this data set fills that column. */
  | 'NOT_SHOWN'
  /** A licence is named and it fits. */
  | 'SHOWN_AND_FITS'
  /** A licence is named and it is for another party, period or amount. */
  | 'SHOWN_DOES_NOT_FIT'
  /** A licence is named and no record has it. */
  | 'SHOWN_NOT_FOUND'
  /** This data set does not say. */
  | 'UNKNOWN';

/** What a question may ask for at most. */
export type Limits = {
  readonly __typename?: 'Limits';
  /** Most aliases in a question. */
  readonly aliases: Scalars['Int']['output'];
  /** Largest request, in bytes. */
  readonly bodyBytes: Scalars['Int']['output'];
  /** Most points a question may cost, see `extensions.cost`. */
  readonly cost: Scalars['Int']['output'];
  /** Deepest nesting of a question. */
  readonly depth: Scalars['Int']['output'];
  /** Most elements in a page. */
  readonly first: Scalars['Int']['output'];
  /** Most groups of routes. */
  readonly k: Scalars['Int']['output'];
  /** Longest dwell window, in days. */
  readonly maxDwellDays: Scalars['Int']['output'];
  /** Most movements in a route. */
  readonly maxHops: Scalars['Int']['output'];
  /** Longest time a question may take, in milliseconds. */
  readonly milliseconds: Scalars['Int']['output'];
  /** Most tokens in a question. */
  readonly tokens: Scalars['Int']['output'];
};

/** A standing relation between two parties. */
export type Link = {
  readonly __typename?: 'Link';
  /** First day; null if unknown. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Where this record comes from. */
  readonly provenance: Source;
  /** The share; null where unknown. */
  readonly share?: Maybe<Scalars['Share']['output']>;
  /** The party it starts from: the owner, the one in control, the officer. */
  readonly source: Entity;
  /** The party it leads to. */
  readonly target: Entity;
  /** The day it ended; null means that it still holds as far as known. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** What kind. */
  readonly type: LinkType;
};

/** Links. */
export type LinkConnection = {
  readonly __typename?: 'LinkConnection';
  /** The links with their cursors. */
  readonly edges: ReadonlyArray<LinkEdge>;
  /** The links. */
  readonly nodes: ReadonlyArray<Link>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: TotalCount;
};

/** A link and its place. */
export type LinkEdge = {
  readonly __typename?: 'LinkEdge';
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The link. */
  readonly node: Link;
};

/** Kinds of link. */
export type LinkType =
  /** They are associates; no direction. */
  | 'associate'
  /** Source controls target: board, contract, nominee. */
  | 'controls'
  /** Source is an officer of target. */
  | 'officerOf'
  /** Source owns target. */
  | 'owns';

/** A listed owner. */
export type ListedOwnerInput = {
  /** The list it is on. */
  readonly list: Scalars['String']['input'];
  /** Any word that tells owners apart: entries of one owner count once. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** What it owns; unknown if not given. */
  readonly share?: InputMaybe<Scalars['Share']['input']>;
};

/** A party is on a list for a period. */
export type Listing = {
  readonly __typename?: 'Listing';
  /** Where it was published. */
  readonly citation?: Maybe<Scalars['String']['output']>;
  /** First day; null where the list does not say: then it is certain from the retrieval day on and cannot be excluded before. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Whether it holds on a day. */
  readonly holds: Certainty;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The list, as `entity-list`. */
  readonly list: Scalars['String']['output'];
  /** How licences are reviewed. */
  readonly policy?: Maybe<Scalars['String']['output']>;
  /** The programme of the list. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** What it reaches. */
  readonly scope?: Maybe<Scalars['String']['output']>;
  /** Where this record comes from. */
  readonly source: Source;
  /** The day it ended; null means that it still holds as far as known. */
  readonly to?: Maybe<Scalars['Date']['output']>;
};


/** A party is on a list for a period. */
export type ListingHoldsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** A line of goods along a route. */
export type Lot = {
  readonly __typename?: 'Lot';
  /** Chips in it; null where unknown. */
  readonly chips?: Maybe<Scalars['Float']['output']>;
  /** The movement hop of the route it belongs to. */
  readonly hop: Scalars['Int']['output'];
  /** The shipment. */
  readonly shipment: Shipment;
};

/** Lots along a route. */
export type LotConnection = {
  readonly __typename?: 'LotConnection';
  /** The lots with their cursors. */
  readonly edges: ReadonlyArray<LotEdge>;
  /** The lots. */
  readonly nodes: ReadonlyArray<Lot>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: TotalCount;
};

/** A lot and its place. */
export type LotEdge = {
  readonly __typename?: 'LotEdge';
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The lot. */
  readonly node: Lot;
};

/** A flag whose facts are missing, and what it could add or take. */
export type MissingEvidence = {
  readonly __typename?: 'MissingEvidence';
  /** What kind of thing it belongs to. */
  readonly carrier: Carrier;
  /** Which one: a party, a shipment, or a pair of shipments, by id. */
  readonly carrierName: Scalars['String']['output'];
  /** Its family. */
  readonly family: Scalars['String']['output'];
  /** Id of the flag. */
  readonly flag: Scalars['ID']['output'];
  /** The hop it belongs to; null for the origin. */
  readonly hop?: Maybe<Scalars['Int']['output']>;
  /** Most it could add, in bits. */
  readonly mightAdd: Scalars['Float']['output'];
  /** Most it could take, in bits, as a number that is not negative. */
  readonly mightTake: Scalars['Float']['output'];
  /** The facts it needs. */
  readonly needs: ReadonlyArray<Scalars['String']['output']>;
};

/** Whether model weights are published. */
export type ModelWeights =
  /** Not published. */
  | 'CLOSED'
  /** Published. */
  | 'OPEN';

/** One movement, as far as it is known; absent means unknown. Codes are taken in either case. */
export type MovementInput = {
  /** What kind of movement; by its places if not given. */
  readonly act?: InputMaybe<Act>;
  /** `GOLDEN` assumes what is usual: subject to the EAR, for data centres unless the catalogue says otherwise, nobody listed, civil end use, caps unused, all certifications given unless `certifications` says which. */
  readonly assume?: InputMaybe<Assumptions>;
  /** Certifications given, as `consignee-certification`, `kyc`. */
  readonly certifications?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The licence exception claimed, as `LPP`. */
  readonly claimedException?: InputMaybe<Scalars['String']['input']>;
  /** Who receives. */
  readonly consignee?: InputMaybe<MovementPartyInput>;
  /** Whether the destination's government has given the assurances an exception asks for. */
  readonly countryAssurances?: InputMaybe<Scalars['Boolean']['input']>;
  /** What for. */
  readonly endUse?: InputMaybe<EndUse>;
  /** Who is said to use the goods. */
  readonly endUser?: InputMaybe<MovementPartyInput>;
  /** Who sends. */
  readonly exporter?: InputMaybe<MovementPartyInput>;
  /** Who carries or arranges. */
  readonly forwarder?: InputMaybe<MovementPartyInput>;
  /** Where it leaves; the exporter's country if not given. */
  readonly from?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Totals up to this movement. */
  readonly history?: InputMaybe<HistoryInput>;
  /** What is known of the item; a value given here wins over the catalogue. */
  readonly item?: InputMaybe<ItemInput>;
  /** A catalogue id or alias; it fills `item`. */
  readonly product?: InputMaybe<Scalars['String']['input']>;
  /** Where it goes; the consignee's country if not given. */
  readonly to?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Pieces. */
  readonly units?: InputMaybe<Scalars['Float']['input']>;
  /** Transit countries; they do not count as destinations. */
  readonly via?: InputMaybe<ReadonlyArray<Scalars['CountryCode']['input']>>;
};

/** A party of a stated movement. */
export type MovementPartyInput = {
  /** Authorizations it holds, as `uveu`. */
  readonly authorizations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where it is. */
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Where its head office is. */
  readonly headquarters?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Its id, for your own reading; nothing is looked up. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Letters it has been sent, as `h20-ltr`. */
  readonly letters?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Lists it is on, as `entity-list`; complete where given. */
  readonly listedOn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where the head office is of whoever owns more than half of it. */
  readonly majorityOwnerHeadquarters?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Its name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Shares of it that listed parties own. */
  readonly ownedByListed?: InputMaybe<ReadonlyArray<ListedOwnerInput>>;
  /** Lists that cannot be excluded on the day. */
  readonly possiblyListedOn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it is a private-sector party. */
  readonly privateSector?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where the head office of its ultimate parent is. */
  readonly ultimateParentHeadquarters?: InputMaybe<Scalars['CountryCode']['input']>;
};

/** The part a party plays in a movement. */
export type MovementRole =
  /** Who receives. */
  | 'CONSIGNEE'
  /** Who is said to use the goods. */
  | 'END_USER'
  /** Who sends. */
  | 'EXPORTER'
  /** Who carries or arranges. */
  | 'FORWARDER';

/** An object that can be fetched again by its id. */
export type Node = {
  /** Its id; opaque. */
  readonly id: Scalars['ID']['output'];
};

/** Routes that are not shown. */
export type NotShown = {
  readonly __typename?: 'NotShown';
  /** Direct sales from an origin into the target: one movement, no intermediary. */
  readonly direct: TotalCount;
  /** Routes better than the last one shown that lack only the Tier 2 parties asked for; counted up to 1,000. */
  readonly noTier2: TotalCount;
};

/** What a judgement comes to, from the worst. */
export type Outcome =
  /** A licence is required and an exception fits. */
  | 'EXCEPTION_AVAILABLE'
  /** A licence is required and no exception fits. */
  | 'LICENCE_REQUIRED'
  /** No licence is required. */
  | 'NO_LICENCE_REQUIRED'
  /** Forbidden; a licence is not to be had. */
  | 'PROHIBITED'
  /** A fact or a rule that decides is not known. */
  | 'UNKNOWN';

/** Movements that go from one outcome to another. */
export type OutcomeChange = {
  readonly __typename?: 'OutcomeChange';
  /** Under the first law. */
  readonly from: Outcome;
  /** How many. */
  readonly movements: Scalars['Int']['output'];
  /** Under the second. */
  readonly to: Outcome;
  /** Their TPP, as far as it is known. */
  readonly tpp: Scalars['Tpp']['output'];
};

/** Where a page of a connection lies. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last one shown. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether some come before. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first one shown. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Tiers of a party, which may differ: that is often the point. */
export type PartyTiers = {
  readonly __typename?: 'PartyTiers';
  /** By its head office. */
  readonly headquarters: Tier;
  /** By where it is. */
  readonly place: Tier;
  /** Its part in the movement. */
  readonly role: MovementRole;
  /** By the head office of its ultimate parent. */
  readonly ultimateParent: Tier;
};

/** A catalogue entry. */
export type Product = Node & {
  readonly __typename?: 'Product';
  /** Other names. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** How sure the figures are. */
  readonly confidence: Confidence;
  /** What is inside. */
  readonly contains: ReadonlyArray<ProductPart>;
  /** Designed or marketed for data centres; null where unknown. */
  readonly dataCenter?: Maybe<Scalars['Boolean']['output']>;
  /** Die area in mm². */
  readonly dieAreaMm2?: Maybe<Scalars['Float']['output']>;
  /** Headings it is traded under. */
  readonly hs: ReadonlyArray<Scalars['HsCode']['output']>;
  /** Its id; opaque. */
  readonly id: Scalars['ID']['output'];
  /** Interconnect bandwidth in GB/s. */
  readonly interconnectGBs?: Maybe<Scalars['Float']['output']>;
  /** Power it draws, in kilowatts. */
  readonly kilowatts?: Maybe<Scalars['Float']['output']>;
  /** What it is. */
  readonly kind: ProductKind;
  /** Who makes it. */
  readonly maker?: Maybe<Scalars['String']['output']>;
  /** Memory bandwidth in GB/s. */
  readonly memoryBandwidthGBs?: Maybe<Scalars['Float']['output']>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** TPP by applicable die area. */
  readonly performanceDensity?: Maybe<Scalars['Float']['output']>;
  /** Where the figures come from. */
  readonly source: Scalars['String']['output'];
  /** Total processing performance of one piece. */
  readonly tpp?: Maybe<Scalars['Tpp']['output']>;
  /** Weight of one piece in kilograms. */
  readonly unitWeightKg?: Maybe<Scalars['Float']['output']>;
};

/** Kinds of product. */
export type ProductKind =
  /** A board with chips. */
  | 'board'
  /** A chip or module. */
  | 'chip'
  /** High-bandwidth memory. */
  | 'hbm'
  /** Anything else. */
  | 'other'
  /** A server or rack. */
  | 'server'
  /** Model weights. */
  | 'weights';

/** Parts of one kind inside a product. */
export type ProductPart = {
  readonly __typename?: 'ProductPart';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The part's catalogue id. */
  readonly product: Scalars['ID']['output'];
};

/** What may be asked. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The control list class of goods that are stated here on a day, and what would settle it where it is open; nothing is
   * stored and no stored fact is used.
   */
  readonly classify: Classification;
  /**
   * What changes when one law is put in another's place: each stored movement that passes the filter is judged on its
   * papers by both, and so is each hop of the best routes found under the first.
   */
  readonly compareRegimes: RegimeComparison;
  /** All countries with what the law makes of them on a day, by code. */
  readonly countries: ReadonlyArray<Country>;
  /** The data sets that are loaded, by name. */
  readonly datasets: ReadonlyArray<Dataset>;
  /**
   * Ranked routes by which goods went from an origin to a target. Without arguments: controlled goods from parties in
   * Tier 0 and 1, through at least one Tier 2 party, to Tier 3.
   */
  readonly diversionRoutes: RouteConnection;
  /** Parties by name, alias and filters: by relevance, then id; without a search text by id. */
  readonly entities: EntityConnection;
  /** A party by its id; null if nobody knows it. */
  readonly entity?: Maybe<Entity>;
  /** The pieces of evidence a score is made of, by family, then id. */
  readonly evidenceFlags: ReadonlyArray<EvidenceFlag>;
  /**
   * Why a chain is, or is not, a route: its rank and score, or the first condition that fails, with the facts. Give the
   * parties in travel order, or the shipments, or both.
   */
  readonly explainChain: ChainExplanation;
  /** Whether the program can answer. */
  readonly health: Health;
  /** What the law says of one movement that is stated here; nothing is stored and no stored fact is used. */
  readonly judge: Judgement;
  /** What a question may ask for at most. */
  readonly limits: Limits;
  /**
   * Any object by its id. Ids are the records' own, so that they can be read: a party is looked for first, then a
   * shipment, then a product. `Entity:`, `Shipment:` or `Product:` in front settles it.
   */
  readonly node?: Maybe<Node>;
  /** The catalogue of chips, boards and servers that ships with the program, by id. */
  readonly products: ReadonlyArray<Product>;
  /** A body of law by its id; null if it is not loaded. */
  readonly regime?: Maybe<Regime>;
  /** The bodies of law that are loaded, by id. */
  readonly regimes: ReadonlyArray<Regime>;
  /**
   * The same search between named ends. Each term is a party's id, else a country; `id:`, `country:`, `role:` and `tier:`
   * in front settle it. Direct sales count here, since the question names its ends.
   */
  readonly routesBetween: RouteConnection;
  /** Shipments, by earliest departure, then id. */
  readonly shipments: ShipmentConnection;
};


/** What may be asked. */
export type QueryClassifyArgs = {
  certifications?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  item?: InputMaybe<ItemInput>;
  on?: InputMaybe<Scalars['Date']['input']>;
  product?: InputMaybe<Scalars['String']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
  view?: InputMaybe<View>;
};


/** What may be asked. */
export type QueryCompareRegimesArgs = {
  a?: LawChoice;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  b: LawChoice;
  examples?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<ComparisonFilter>;
  k?: InputMaybe<Scalars['Int']['input']>;
};


/** What may be asked. */
export type QueryCountriesArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
};


/** What may be asked. */
export type QueryDiversionRoutesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  alternatives?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  budget?: InputMaybe<BudgetInput>;
  filter?: InputMaybe<RouteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  k?: InputMaybe<Scalars['Int']['input']>;
  maxDwellDays?: InputMaybe<Scalars['Int']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  minTier2?: InputMaybe<Scalars['Int']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
  view?: InputMaybe<View>;
};


/** What may be asked. */
export type QueryEntitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** What may be asked. */
export type QueryEntityArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  id: Scalars['ID']['input'];
};


/** What may be asked. */
export type QueryExplainChainArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  budget?: InputMaybe<BudgetInput>;
  filter?: InputMaybe<RouteFilter>;
  maxDwellDays?: InputMaybe<Scalars['Int']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  minTier2?: InputMaybe<Scalars['Int']['input']>;
  parties?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  regime?: InputMaybe<Scalars['ID']['input']>;
  shipments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  view?: InputMaybe<View>;
};


/** What may be asked. */
export type QueryJudgeArgs = {
  movement: MovementInput;
  on?: InputMaybe<Scalars['Date']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
  view?: InputMaybe<View>;
};


/** What may be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What may be asked. */
export type QueryRegimeArgs = {
  id: Scalars['ID']['input'];
};


/** What may be asked. */
export type QueryRoutesBetweenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  alternatives?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  budget?: InputMaybe<BudgetInput>;
  filter?: InputMaybe<RouteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  k?: InputMaybe<Scalars['Int']['input']>;
  maxDwellDays?: InputMaybe<Scalars['Int']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  minTier2?: InputMaybe<Scalars['Int']['input']>;
  regime?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  view?: InputMaybe<View>;
};


/** What may be asked. */
export type QueryShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  filter?: InputMaybe<ShipmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Records of each kind. */
export type RecordCounts = {
  readonly __typename?: 'RecordCounts';
  /** Authorizations. */
  readonly authorizations: Scalars['Int']['output'];
  /** Parties. */
  readonly entities: Scalars['Int']['output'];
  /** Links. */
  readonly links: Scalars['Int']['output'];
  /** Listings. */
  readonly listings: Scalars['Int']['output'];
  /** Shipments. */
  readonly shipments: Scalars['Int']['output'];
};

/** A body of law. */
export type Regime = {
  readonly __typename?: 'Regime';
  /** All days on which any of its rules or values changes, ascending. */
  readonly changeDays: ReadonlyArray<Scalars['Date']['output']>;
  /** The regime it extends. */
  readonly extends?: Maybe<Scalars['ID']['output']>;
  /** Its id, as `us-ear`. */
  readonly id: Scalars['ID']['output'];
  /** The last day its sources reach; judgements of later days say so. */
  readonly knownThrough: Scalars['Date']['output'];
  /** Its rules, by id. */
  readonly rules: ReadonlyArray<Rule>;
  /** Its name. */
  readonly title: Scalars['String']['output'];
  /** The views it has. */
  readonly views: ReadonlyArray<RegimeView>;
};

/** What changes when one law is put in another's place. */
export type RegimeComparison = {
  readonly __typename?: 'RegimeComparison';
  /** The law to start from. */
  readonly a: ComparedLaw;
  /** The law in its place. */
  readonly b: ComparedLaw;
  /** Of them, those of another outcome. */
  readonly changed: Scalars['Int']['output'];
  /** By where the papers send it, most changed movements first; those without a change are included. */
  readonly countries: ReadonlyArray<CountryChange>;
  /** Changed movements, greatest TPP first. */
  readonly examples: ReadonlyArray<ChangedMovement>;
  /** Movements judged by both. */
  readonly movements: Scalars['Int']['output'];
  /** From which outcome to which, most movements first. */
  readonly outcomes: ReadonlyArray<OutcomeChange>;
  /** Of the same outcome and another review policy. */
  readonly reviewChanged: Scalars['Int']['output'];
  /** Of them, those of which a hop is judged otherwise, best first. */
  readonly routes: ReadonlyArray<ChangedRoute>;
  /** Best routes under the first law that were compared. */
  readonly routesCompared: Scalars['Int']['output'];
  /** Whether the search for them came to its end. */
  readonly routesComplete: Scalars['Boolean']['output'];
  /** TPP of the changed movements, as far as it is known. */
  readonly tpp: Scalars['Tpp']['output'];
  /** Changed movements whose TPP is not known. */
  readonly tppUnknown: Scalars['Int']['output'];
};

/** A view of a body of law. */
export type RegimeView = {
  readonly __typename?: 'RegimeView';
  /** First day it can be asked about; null if any. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Its name. */
  readonly title: Scalars['String']['output'];
  /** Which. */
  readonly view: View;
};

/** How an application for a licence would be reviewed, from the most restrictive. */
export type Review =
  /** Looked at case by case. */
  | 'CASE_BY_CASE'
  /** The rule states none, or none is needed. */
  | 'NOT_STATED'
  /** Denied as a matter of policy. */
  | 'POLICY_OF_DENIAL'
  /** Approved unless shown otherwise. */
  | 'PRESUMPTION_OF_APPROVAL'
  /** Denied unless shown otherwise. */
  | 'PRESUMPTION_OF_DENIAL';

/** A chain of parties along which goods can have gone, with the best chain of movements. */
export type Route = {
  readonly __typename?: 'Route';
  /** The other kinds of ending that hold as well. */
  readonly alsoKind: ReadonlyArray<EndingKind>;
  /** Routes that share its last movement or half of their movements with it, and so take no place of their own. */
  readonly alternatives: Alternatives;
  /** Whether the ending holds for certain or cannot be excluded. */
  readonly certainty: Certainty;
  /** Most chips that can have gone along it; null where unknown. */
  readonly chips?: Maybe<Scalars['Float']['output']>;
  /** The first movement the law did not allow. */
  readonly firstUnlawfulHop: FirstUnlawfulHop;
  /** The goods carried at the end. */
  readonly goods: Goods;
  /** `tpp` in H100 SXM pieces; null where unknown. */
  readonly h100Equivalent?: Maybe<Scalars['Float']['output']>;
  /** Movements and ties in travel order. */
  readonly hops: ReadonlyArray<Hop>;
  /** Opaque; the same chain of parties and movements has the same id. */
  readonly id: Scalars['ID']['output'];
  /** How it ends: the strongest kind that holds. */
  readonly kind: EndingKind;
  /** All movements along the chain of parties, by hop, then earliest departure, then id. */
  readonly lots: LotConnection;
  /** True when the goods may yet move on: the window is not over at the last day of the data, or the quantity is unknown. */
  readonly open: Scalars['Boolean']['output'];
  /** The parties in travel order, tied ones and the extension towards the origin included. */
  readonly parties: ReadonlyArray<Entity>;
  /** When the first movement can have left and the last can have arrived. */
  readonly period: DatePeriod;
  /** Place in the order of all routes found, alternatives included; 1 is best. */
  readonly rank: Scalars['Int']['output'];
  /** How strongly the facts speak for diversion. */
  readonly score: Score;
  /** The shipments of the best chain of movements, in travel order. */
  readonly shipments: ReadonlyArray<Shipment>;
  /** Whether the days stated prove the order of the movements, or only allow it. */
  readonly timing: Timing;
  /** Most total processing performance that can have gone along it; null where unknown. */
  readonly tpp?: Maybe<Scalars['Tpp']['output']>;
};


/** A chain of parties along which goods can have gone, with the best chain of movements. */
export type RouteLotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a chain must meet to be a route, in the order in which they are tried. */
export type RouteCondition =
  /** Each movement leaves the party the one before reached, or one tied to it. */
  | 'CONNECTION'
  /** Each movement leaves after the goods arrived and within the dwell window, on days that can be chosen together; all in the period asked for. */
  | 'DATES'
  /** It ends in the target, under its control, or with a tie to it, and not before. */
  | 'ENDING'
  /** The goods of each movement can be those carried. */
  | 'GOODS'
  /** It has at least two movements, or one the question allows, and no more than `maxHops`. */
  | 'LENGTH'
  /** No party comes twice. */
  | 'NO_PARTY_TWICE'
  /** It leaves a party the question allows, with goods it asks for. */
  | 'ORIGIN'
  /** Enough parties after the origin are in a Tier 2 place. */
  | 'TIER2';

/** Ranked groups of routes, each shown by its best route; best first. */
export type RouteConnection = Analysis & {
  readonly __typename?: 'RouteConnection';
  /** The day after which nothing that was learned counts. */
  readonly asOf: Scalars['Date']['output'];
  /** How good a route that was missed could be at most, in bits; null when complete. */
  readonly bestMissedBits?: Maybe<Scalars['Float']['output']>;
  /** True when everything was looked at: then an empty answer means that there is nothing. */
  readonly complete: Scalars['Boolean']['output'];
  /** The routes with their cursors. */
  readonly edges: ReadonlyArray<RouteEdge>;
  /** How long the answer took, in milliseconds. */
  readonly elapsedMs: Scalars['Int']['output'];
  /** The version of the evidence weights: a hash of the files used. */
  readonly evidenceVersion: Scalars['String']['output'];
  /** How much was looked at. */
  readonly explored: Explored;
  /** What the answer could not know: lists that are not loaded, ids that point nowhere. */
  readonly gaps: ReadonlyArray<Gap>;
  /** The routes. */
  readonly nodes: ReadonlyArray<Route>;
  /** Routes that were found and are not shown, so that they are never silently absent. */
  readonly notShown: NotShown;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** The body of law used. */
  readonly regime: Scalars['ID']['output'];
  /** What ended the search early; null when it is complete. */
  readonly stoppedBy?: Maybe<StoppedBy>;
  /** The version of the stored facts; it grows with each import. */
  readonly storeVersion: Scalars['Int']['output'];
  /** How many groups were found; at least so many when more than `k` exist or the search stopped early. */
  readonly totalCount: TotalCount;
  /** The view of that law used. */
  readonly view: View;
};

/** A route and its place. */
export type RouteEdge = {
  readonly __typename?: 'RouteEdge';
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The route. */
  readonly node: Route;
};

/** Which routes are asked for. */
export type RouteFilter = {
  /** Where routes start: any of these. A party's id, else a country; `id:`, `country:`, `role:`, `tier:` settle it. Parties in Tier 0 and 1 if not given. */
  readonly from?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Goods: catalogue ids or names. Controlled goods, or possibly so, if not given. */
  readonly products?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only movements that can have departed on or after. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Where routes end: any of these, in the same words. Tier 3 if not given. */
  readonly to?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only movements that can have departed on or before. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** A rule with its dates. */
export type Rule = {
  readonly __typename?: 'Rule';
  /** The day the source was last looked at. */
  readonly checkedOn?: Maybe<Scalars['Date']['output']>;
  /** Title, paragraph and where its present form was published. */
  readonly citation: Scalars['String']['output'];
  /** From when it must be complied with; null where that is the day it took effect. */
  readonly compliance?: Maybe<Scalars['Date']['output']>;
  /** How sure we are of it. */
  readonly confidence: Confidence;
  /** When it took effect. */
  readonly effective?: Maybe<Scalars['Date']['output']>;
  /** First day on which it is no longer in force; null while it stands. */
  readonly ended?: Maybe<Scalars['Date']['output']>;
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Id of the instrument it comes from. */
  readonly instrument: Scalars['ID']['output'];
  /** What kind of rule. */
  readonly kind: RuleKind;
  /** When it was published. */
  readonly published?: Maybe<Scalars['Date']['output']>;
  /** What it says. */
  readonly sentence: Scalars['String']['output'];
  /** When it was stayed. */
  readonly stays: ReadonlyArray<Stay>;
};

/** Kinds of rule. */
export type RuleKind =
  /** Takes exceptions away. */
  | 'BAR'
  /** Puts goods into a class. */
  | 'CLASS'
  /** Leaves open what other rules come to. */
  | 'DOUBT'
  /** An exception that cures requirements. */
  | 'EXCEPTION'
  /** Lifts a requirement. */
  | 'EXEMPTION'
  /** A duty or a remark. */
  | 'FINDING'
  /** Asks for a licence, or forbids. */
  | 'REQUIREMENT'
  /** How applications are reviewed. */
  | 'REVIEW';

/** Whether a rule applies. */
export type RuleState =
  /** It cannot be evaluated, since facts are missing. */
  | 'UNKNOWN'
  /** It applies. */
  | 'YES';

/** How strongly the facts speak for diversion, as a sum of evidence. */
export type Score = {
  readonly __typename?: 'Score';
  /** What to make of it. */
  readonly band: Band;
  /** The sum of all parts, in bits: one bit doubles the odds. */
  readonly bits: Scalars['Float']['output'];
  /** Flags whose facts are missing. */
  readonly missing: ReadonlyArray<MissingEvidence>;
  /** The pieces it is made of, in travel order. */
  readonly parts: ReadonlyArray<ScorePart>;
  /** The probability before any evidence that was used. */
  readonly prior: Scalars['Float']['output'];
  /** The probability that follows from `bits` and `prior`. */
  readonly probability: Scalars['Float']['output'];
  /** How far facts that are missing could move `bits`. */
  readonly range: BitsRange;
};

/** One piece of a score. */
export type ScorePart = {
  readonly __typename?: 'ScorePart';
  /** What it adds, in bits; negative speaks against diversion. */
  readonly bits: Scalars['Float']['output'];
  /** What kind of thing it belongs to. */
  readonly carrier: Carrier;
  /** Which one: a party, a shipment, or a pair of shipments, by id. */
  readonly carrierName: Scalars['String']['output'];
  /** Where the red flag is described, or that it rests on our own reasoning. */
  readonly citation: Scalars['String']['output'];
  /** The facts it used. */
  readonly facts: ReadonlyArray<Fact>;
  /** Its family: of several on one carrier the strongest counts in full, each further one a quarter. */
  readonly family: Scalars['String']['output'];
  /** Id of the flag, see `evidenceFlags`. */
  readonly flag: Scalars['ID']['output'];
  /** What it would add were it the only one of its family here. */
  readonly fullBits: Scalars['Float']['output'];
  /** The hop it belongs to; null for the origin. */
  readonly hop?: Maybe<Scalars['Int']['output']>;
  /** In one sentence. */
  readonly sentence: Scalars['String']['output'];
};

/** One line of goods in one movement. */
export type Shipment = Node & {
  readonly __typename?: 'Shipment';
  /** What kind of movement, as stated. */
  readonly act?: Maybe<Act>;
  /** When it arrived. */
  readonly arrives: Scalars['Date']['output'];
  /** True where the file left the day blank and it was assumed from the departure. */
  readonly arrivesAssumed: Scalars['Boolean']['output'];
  /** The days `arrives` allows. */
  readonly arrivesBetween: DatePeriod;
  /** Certifications given. */
  readonly certifications: ReadonlyArray<Scalars['String']['output']>;
  /** Who receives. */
  readonly consignee: Entity;
  /** ISO 4217. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** When it left. */
  readonly departs: Scalars['Date']['output'];
  /** True where the file left the day blank and it was assumed from the arrival. */
  readonly departsAssumed: Scalars['Boolean']['output'];
  /** The days `departs` allows. */
  readonly departsBetween: DatePeriod;
  /** Their description, as stated. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The document; lines of one bill share it. */
  readonly document?: Maybe<Scalars['String']['output']>;
  /** Their classification, as stated. */
  readonly eccn?: Maybe<Scalars['String']['output']>;
  /** Who is declared to use the goods. */
  readonly endUser?: Maybe<Entity>;
  /** The licence exception it claims. */
  readonly exception?: Maybe<Scalars['String']['output']>;
  /** Who carries or arranges. */
  readonly forwarder?: Maybe<Entity>;
  /** Where it left; the shipper's country if null. */
  readonly fromCountry?: Maybe<Scalars['CountryCode']['output']>;
  /** Their heading, as stated. */
  readonly hs?: Maybe<Scalars['String']['output']>;
  /** Its id; opaque. */
  readonly id: Scalars['ID']['output'];
  /** The licence it names. */
  readonly licence?: Maybe<Scalars['String']['output']>;
  /** Who paid: `id:` and a party, or `country:` and a country. */
  readonly paidBy?: Maybe<Scalars['String']['output']>;
  /** The goods as stated: a catalogue id, an alias, or text nobody knows. */
  readonly product?: Maybe<Scalars['String']['output']>;
  /** Who sends. */
  readonly shipper: Entity;
  /** Where this record comes from. */
  readonly source: Source;
  /** Where it arrived; the consignee's country if null. */
  readonly toCountry?: Maybe<Scalars['CountryCode']['output']>;
  /** Pieces of the line as it is described; servers count as servers. */
  readonly units?: Maybe<Scalars['Float']['output']>;
  /** The line's total in `currency`. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Transit countries. */
  readonly via: ReadonlyArray<Scalars['CountryCode']['output']>;
  /** Gross weight in kilograms. */
  readonly weightKg?: Maybe<Scalars['Float']['output']>;
};

/** Shipments. */
export type ShipmentConnection = {
  readonly __typename?: 'ShipmentConnection';
  /** The shipments with their cursors. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  /** The shipments. */
  readonly nodes: ReadonlyArray<Shipment>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: TotalCount;
};

/** A shipment and its place. */
export type ShipmentEdge = {
  readonly __typename?: 'ShipmentEdge';
  /** Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** The shipment. */
  readonly node: Shipment;
};

/** Which shipments are asked for; all that is given must hold. */
export type ShipmentFilter = {
  /** Received by this party. */
  readonly consignee?: InputMaybe<Scalars['ID']['input']>;
  /** Of this document. */
  readonly document?: InputMaybe<Scalars['String']['input']>;
  /** Left this country. */
  readonly fromCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Heading as stated. */
  readonly hs?: InputMaybe<Scalars['HsCode']['input']>;
  /** Touches any of these as shipper, consignee, end user or forwarder. */
  readonly parties?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Goods as stated. */
  readonly product?: InputMaybe<Scalars['String']['input']>;
  /** Sent by this party. */
  readonly shipper?: InputMaybe<Scalars['ID']['input']>;
  /** Can have departed on or after. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Arrived in this country. */
  readonly toCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Can have departed on or before. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** Where a record comes from. */
export type Source = {
  readonly __typename?: 'Source';
  /** The data set. */
  readonly dataset: Scalars['String']['output'];
  /** The record's id there, or file and line. */
  readonly record: Scalars['String']['output'];
  /** The day it was fetched; null if it was always known. */
  readonly retrievedOn?: Maybe<Scalars['Date']['output']>;
};

/** A time in which a rule does not bind. */
export type Stay = {
  readonly __typename?: 'Stay';
  /** Where it was published. */
  readonly citation: Scalars['String']['output'];
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Last day. */
  readonly through: Scalars['Date']['output'];
};

/** What ended a search before it was complete. */
export type StoppedBy =
  /** The one who asked went away or stopped it. */
  | 'ABORTED'
  /** The chains of parties allowed were used up. */
  | 'LABELS'
  /** The pairs of movements allowed were used up. */
  | 'STEPS'
  /** The time was used up. */
  | 'TIME';

/** A tie between two parties. */
export type Tie = {
  readonly __typename?: 'Tie';
  /** Whether it held for certain on a day between the two movements. */
  readonly certainty: Certainty;
  /** What kind. */
  readonly kind: TieKind;
  /** The links it rests on: one, or two through a common owner or officer; none for a shared address. */
  readonly links: ReadonlyArray<Link>;
  /** In one sentence. */
  readonly sentence: Scalars['String']['output'];
  /** The owner or officer both have in common; null for other kinds. */
  readonly through?: Maybe<Entity>;
};

/** Kinds of tie. */
export type TieKind =
  /** They are associates. */
  | 'ASSOCIATE'
  /** One owner has both directly. */
  | 'COMMON_OWNER'
  /** One controls the other. */
  | 'CONTROLS'
  /** One owns the other. */
  | 'OWNS'
  /** Both are at an address that few others share. */
  | 'SHARED_ADDRESS'
  /** One person is an officer of both. */
  | 'SHARED_OFFICER';

/** A label of place. */
export type Tier =
  /** The United States. */
  | 'TIER_0'
  /** The fixed list of January 2025. */
  | 'TIER_1'
  /** All others: where detours go through. */
  | 'TIER_2'
  /** Country group D:5 of the day, and Macau; Hong Kong as China. */
  | 'TIER_3'
  /** The place is not known. */
  | 'UNKNOWN';

/** What the stated dates say of an order in time. */
export type Timing =
  /** Each arrival lies before the next departure on every reading of the dates. */
  | 'CERTAIN'
  /** Days can be chosen so that all movements follow each other. */
  | 'POSSIBLE';

/** How many there are. */
export type TotalCount = {
  readonly __typename?: 'TotalCount';
  /** Whether it is exact. */
  readonly relation: CountRelation;
  /** The number. */
  readonly value: Scalars['Int']['output'];
};

/** A range of TPP, both ends included. */
export type TppRange = {
  readonly __typename?: 'TppRange';
  /** Most. */
  readonly max: Scalars['Tpp']['output'];
  /** Least. */
  readonly min: Scalars['Tpp']['output'];
};

/** How law counts. */
export type View =
  /** The text, with the Diffusion rule as if it had been in force: a counterfactual. */
  | 'AS_WRITTEN'
  /** What the authority applied on the day. */
  | 'ENFORCED';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Analysis:
    | ( ExplainAnswerParent )
    | ( RoutePage )
  ;
  Node:
    | ( EntityParent )
    | ( ProductParent )
    | ( ShipmentParent )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Act: ResolverTypeWrapper<ActParent>;
  Alternatives: ResolverTypeWrapper<Omit<Alternatives, 'routes'> & { routes: ReadonlyArray<ResolversTypes['Route']> }>;
  Analysis: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Analysis']>;
  Assumptions: Assumptions;
  Band: Band;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  BitsRange: ResolverTypeWrapper<BitsRange>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BudgetInput: BudgetInput;
  CapFit: CapFit;
  CapUse: ResolverTypeWrapper<CapUseParent>;
  Carrier: ResolverTypeWrapper<CarrierKindParent>;
  Certainty: Certainty;
  ChainExplanation: ResolverTypeWrapper<ExplainAnswerParent>;
  ChainFailure: ResolverTypeWrapper<ChainFailure>;
  ChangedHop: ResolverTypeWrapper<ChangedHopParent>;
  ChangedMovement: ResolverTypeWrapper<Omit<ChangedMovement, 'a' | 'b' | 'shipment'> & { a: ResolversTypes['Judgement'], b: ResolversTypes['Judgement'], shipment: ResolversTypes['Shipment'] }>;
  ChangedRoute: ResolverTypeWrapper<ChangedRouteParent>;
  ClassGround: ResolverTypeWrapper<ClassGround>;
  ClassSettled: ResolverTypeWrapper<ClassSettled>;
  Classification: ResolverTypeWrapper<ClassificationAnswerParent>;
  ComparedLaw: ResolverTypeWrapper<ComparedLaw>;
  ComparisonFilter: ComparisonFilter;
  ConditionOutcome: ConditionOutcome;
  ConditionState: ResolverTypeWrapper<ConditionState>;
  Confidence: Confidence;
  CouldFlip: ResolverTypeWrapper<CouldFlip>;
  CountRelation: CountRelation;
  Country: ResolverTypeWrapper<Omit<Country, 'tier'> & { tier: ResolversTypes['Tier'] }>;
  CountryChange: ResolverTypeWrapper<CountryChange>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Dataset: ResolverTypeWrapper<DatasetParent>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DatePeriod: ResolverTypeWrapper<DatePeriod>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayRange: ResolverTypeWrapper<DayRange>;
  Duty: Duty;
  EccnCode: ResolverTypeWrapper<Scalars['EccnCode']['output']>;
  EndUse: EndUse;
  EndingKind: EndingKind;
  EnforcedJudgements: ResolverTypeWrapper<Omit<EnforcedJudgements, 'judgement' | 'judgementAsFound'> & { judgement: ResolversTypes['Judgement'], judgementAsFound: ResolversTypes['Judgement'] }>;
  Entity: ResolverTypeWrapper<EntityParent>;
  EntityConnection: ResolverTypeWrapper<Omit<EntityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EntityEdge']>, nodes: ReadonlyArray<ResolversTypes['Entity']> }>;
  EntityEdge: ResolverTypeWrapper<Omit<EntityEdge, 'node'> & { node: ResolversTypes['Entity'] }>;
  EntityFilter: EntityFilter;
  EntitySchema: EntitySchema;
  EvidenceFlag: ResolverTypeWrapper<FlagParent>;
  ExceptionTried: ResolverTypeWrapper<ExceptionTriedParent>;
  Explored: ResolverTypeWrapper<Explored>;
  Fact: ResolverTypeWrapper<Fact>;
  Finding: ResolverTypeWrapper<FindingParent>;
  FirstUnlawfulHop: ResolverTypeWrapper<Omit<FirstUnlawfulHop, 'onItsPapers' | 'withKnowledge'> & { onItsPapers?: Maybe<ResolversTypes['Hop']>, withKnowledge?: Maybe<ResolversTypes['Hop']> }>;
  FlagWeight: ResolverTypeWrapper<FlagWeight>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Gap: ResolverTypeWrapper<Gap>;
  GapKind: GapKind;
  Goods: ResolverTypeWrapper<Omit<Goods, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  GoodsBasis: GoodsBasis;
  Health: ResolverTypeWrapper<Health>;
  HistoryInput: HistoryInput;
  Hop: ResolverTypeWrapper<HopOfRoute>;
  HopKind: HopKind;
  HsCode: ResolverTypeWrapper<Scalars['HsCode']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Identifier: ResolverTypeWrapper<Identifier>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ItemInput: ItemInput;
  Judgement: ResolverTypeWrapper<JudgementParent>;
  JudgementTiers: ResolverTypeWrapper<Omit<JudgementTiers, 'destination' | 'origin' | 'parties'> & { destination: ResolversTypes['Tier'], origin: ResolversTypes['Tier'], parties: ReadonlyArray<ResolversTypes['PartyTiers']> }>;
  LawChoice: LawChoice;
  LicenceState: LicenceState;
  Limits: ResolverTypeWrapper<Limits>;
  Link: ResolverTypeWrapper<LinkParent>;
  LinkConnection: ResolverTypeWrapper<Omit<LinkConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LinkEdge']>, nodes: ReadonlyArray<ResolversTypes['Link']> }>;
  LinkEdge: ResolverTypeWrapper<Omit<LinkEdge, 'node'> & { node: ResolversTypes['Link'] }>;
  LinkType: LinkType;
  ListedOwnerInput: ListedOwnerInput;
  Listing: ResolverTypeWrapper<ListingParent>;
  Lot: ResolverTypeWrapper<LotParent>;
  LotConnection: ResolverTypeWrapper<Omit<LotConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LotEdge']>, nodes: ReadonlyArray<ResolversTypes['Lot']> }>;
  LotEdge: ResolverTypeWrapper<Omit<LotEdge, 'node'> & { node: ResolversTypes['Lot'] }>;
  MissingEvidence: ResolverTypeWrapper<Missing>;
  ModelWeights: ModelWeights;
  MovementInput: MovementInput;
  MovementPartyInput: MovementPartyInput;
  MovementRole: ResolverTypeWrapper<MovementRoleParent>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotShown: ResolverTypeWrapper<NotShown>;
  Outcome: Outcome;
  OutcomeChange: ResolverTypeWrapper<OutcomeChange>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartyTiers: ResolverTypeWrapper<Omit<PartyTiers, 'headquarters' | 'place' | 'role' | 'ultimateParent'> & { headquarters: ResolversTypes['Tier'], place: ResolversTypes['Tier'], role: ResolversTypes['MovementRole'], ultimateParent: ResolversTypes['Tier'] }>;
  Product: ResolverTypeWrapper<ProductParent>;
  ProductKind: ProductKind;
  ProductPart: ResolverTypeWrapper<ProductPart>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordCounts: ResolverTypeWrapper<RecordCounts>;
  Regime: ResolverTypeWrapper<RegimeParent>;
  RegimeComparison: ResolverTypeWrapper<ComparisonAnswerParent>;
  RegimeView: ResolverTypeWrapper<RegimeView>;
  Review: Review;
  Route: ResolverTypeWrapper<RouteParent>;
  RouteCondition: RouteCondition;
  RouteConnection: ResolverTypeWrapper<RoutePage>;
  RouteEdge: ResolverTypeWrapper<Omit<RouteEdge, 'node'> & { node: ResolversTypes['Route'] }>;
  RouteFilter: RouteFilter;
  Rule: ResolverTypeWrapper<RuleParent>;
  RuleKind: ResolverTypeWrapper<RuleKindParent>;
  RuleState: RuleState;
  Score: ResolverTypeWrapper<RouteScoreParent>;
  ScorePart: ResolverTypeWrapper<Part>;
  Share: ResolverTypeWrapper<Scalars['Share']['output']>;
  Shipment: ResolverTypeWrapper<ShipmentParent>;
  ShipmentConnection: ResolverTypeWrapper<Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ShipmentEdge']>, nodes: ReadonlyArray<ResolversTypes['Shipment']> }>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  ShipmentFilter: ShipmentFilter;
  Source: ResolverTypeWrapper<ProvenanceParent>;
  Stay: ResolverTypeWrapper<Stay>;
  StoppedBy: StoppedBy;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Tie: ResolverTypeWrapper<TieParent>;
  TieKind: TieKind;
  Tier: ResolverTypeWrapper<TierParent>;
  Timing: Timing;
  TotalCount: ResolverTypeWrapper<TotalCount>;
  Tpp: ResolverTypeWrapper<Scalars['Tpp']['output']>;
  TppRange: ResolverTypeWrapper<TppRange>;
  View: View;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Alternatives: Omit<Alternatives, 'routes'> & { routes: ReadonlyArray<ResolversParentTypes['Route']> };
  Analysis: ResolversInterfaceTypes<ResolversParentTypes>['Analysis'];
  BigInt: Scalars['BigInt']['output'];
  BitsRange: BitsRange;
  Boolean: Scalars['Boolean']['output'];
  BudgetInput: BudgetInput;
  CapUse: CapUseParent;
  ChainExplanation: ExplainAnswerParent;
  ChainFailure: ChainFailure;
  ChangedHop: ChangedHopParent;
  ChangedMovement: Omit<ChangedMovement, 'a' | 'b' | 'shipment'> & { a: ResolversParentTypes['Judgement'], b: ResolversParentTypes['Judgement'], shipment: ResolversParentTypes['Shipment'] };
  ChangedRoute: ChangedRouteParent;
  ClassGround: ClassGround;
  ClassSettled: ClassSettled;
  Classification: ClassificationAnswerParent;
  ComparedLaw: ComparedLaw;
  ComparisonFilter: ComparisonFilter;
  ConditionState: ConditionState;
  CouldFlip: CouldFlip;
  Country: Country;
  CountryChange: CountryChange;
  CountryCode: Scalars['CountryCode']['output'];
  Dataset: DatasetParent;
  Date: Scalars['Date']['output'];
  DatePeriod: DatePeriod;
  DateTime: Scalars['DateTime']['output'];
  DayRange: DayRange;
  EccnCode: Scalars['EccnCode']['output'];
  EnforcedJudgements: Omit<EnforcedJudgements, 'judgement' | 'judgementAsFound'> & { judgement: ResolversParentTypes['Judgement'], judgementAsFound: ResolversParentTypes['Judgement'] };
  Entity: EntityParent;
  EntityConnection: Omit<EntityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EntityEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Entity']> };
  EntityEdge: Omit<EntityEdge, 'node'> & { node: ResolversParentTypes['Entity'] };
  EntityFilter: EntityFilter;
  EvidenceFlag: FlagParent;
  ExceptionTried: ExceptionTriedParent;
  Explored: Explored;
  Fact: Fact;
  Finding: FindingParent;
  FirstUnlawfulHop: Omit<FirstUnlawfulHop, 'onItsPapers' | 'withKnowledge'> & { onItsPapers?: Maybe<ResolversParentTypes['Hop']>, withKnowledge?: Maybe<ResolversParentTypes['Hop']> };
  FlagWeight: FlagWeight;
  Float: Scalars['Float']['output'];
  Gap: Gap;
  Goods: Omit<Goods, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  Health: Health;
  HistoryInput: HistoryInput;
  Hop: HopOfRoute;
  HsCode: Scalars['HsCode']['output'];
  ID: Scalars['ID']['output'];
  Identifier: Identifier;
  Int: Scalars['Int']['output'];
  ItemInput: ItemInput;
  Judgement: JudgementParent;
  JudgementTiers: Omit<JudgementTiers, 'parties'> & { parties: ReadonlyArray<ResolversParentTypes['PartyTiers']> };
  LawChoice: LawChoice;
  Limits: Limits;
  Link: LinkParent;
  LinkConnection: Omit<LinkConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LinkEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Link']> };
  LinkEdge: Omit<LinkEdge, 'node'> & { node: ResolversParentTypes['Link'] };
  ListedOwnerInput: ListedOwnerInput;
  Listing: ListingParent;
  Lot: LotParent;
  LotConnection: Omit<LotConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LotEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Lot']> };
  LotEdge: Omit<LotEdge, 'node'> & { node: ResolversParentTypes['Lot'] };
  MissingEvidence: Missing;
  MovementInput: MovementInput;
  MovementPartyInput: MovementPartyInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotShown: NotShown;
  OutcomeChange: OutcomeChange;
  PageInfo: PageInfo;
  PartyTiers: PartyTiers;
  Product: ProductParent;
  ProductPart: ProductPart;
  Query: Record<PropertyKey, never>;
  RecordCounts: RecordCounts;
  Regime: RegimeParent;
  RegimeComparison: ComparisonAnswerParent;
  RegimeView: RegimeView;
  Route: RouteParent;
  RouteConnection: RoutePage;
  RouteEdge: Omit<RouteEdge, 'node'> & { node: ResolversParentTypes['Route'] };
  RouteFilter: RouteFilter;
  Rule: RuleParent;
  Score: RouteScoreParent;
  ScorePart: Part;
  Share: Scalars['Share']['output'];
  Shipment: ShipmentParent;
  ShipmentConnection: Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ShipmentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Shipment']> };
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  ShipmentFilter: ShipmentFilter;
  Source: ProvenanceParent;
  Stay: Stay;
  String: Scalars['String']['output'];
  Tie: TieParent;
  TotalCount: TotalCount;
  Tpp: Scalars['Tpp']['output'];
  TppRange: TppRange;
};

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActResolvers = EnumResolverSignature<{ DOMESTIC?: any, EXPORT?: any, REEXPORT?: any, TRANSFER?: any }, ResolversTypes['Act']>;

export type AlternativesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alternatives'] = ResolversParentTypes['Alternatives']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  routes?: Resolver<ReadonlyArray<ResolversTypes['Route']>, ParentType, ContextType>;
};

export type AnalysisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Analysis'] = ResolversParentTypes['Analysis']> = {
  __resolveType: TypeResolveFn<'ChainExplanation' | 'RouteConnection', ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type BitsRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BitsRange'] = ResolversParentTypes['BitsRange']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CapUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapUse'] = ResolversParentTypes['CapUse']> = {
  before?: Resolver<ResolversTypes['TppRange'], ParentType, ContextType>;
  cap?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fits?: Resolver<ResolversTypes['CapFit'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['TppRange'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['TppRange'], ParentType, ContextType>;
};

export type CarrierResolvers = EnumResolverSignature<{ CONTINUATION?: any, ENDING?: any, MOVEMENT?: any, ORIGIN?: any, TIE?: any }, ResolversTypes['Carrier']>;

export type ChainExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChainExplanation'] = ResolversParentTypes['ChainExplanation']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  elapsedMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidenceVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explored?: Resolver<ResolversTypes['Explored'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ChainFailure']>, ParentType, ContextType>;
  gaps?: Resolver<ReadonlyArray<ResolversTypes['Gap']>, ParentType, ContextType>;
  isRoute?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['TotalCount']>, ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['Route']>, ParentType, ContextType>;
  stoppedBy?: Resolver<Maybe<ResolversTypes['StoppedBy']>, ParentType, ContextType>;
  storeVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChainFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChainFailure'] = ResolversParentTypes['ChainFailure']> = {
  at?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['RouteCondition'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangedHopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedHop'] = ResolversParentTypes['ChangedHop']> = {
  a?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangedMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedMovement'] = ResolversParentTypes['ChangedMovement']> = {
  a?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  shipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ChangedRouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedRoute'] = ResolversParentTypes['ChangedRoute']> = {
  hops?: Resolver<ReadonlyArray<ResolversTypes['ChangedHop']>, ParentType, ContextType>;
  route?: Resolver<ResolversTypes['Route'], ParentType, ContextType>;
};

export type ClassGroundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClassGround'] = ResolversParentTypes['ClassGround']> = {
  applies?: Resolver<ResolversTypes['RuleState'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClassSettledResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClassSettled'] = ResolversParentTypes['ClassSettled']> = {
  class?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClassificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Classification'] = ResolversParentTypes['Classification']> = {
  class?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  grounds?: Resolver<ReadonlyArray<ResolversTypes['ClassGround']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  possible?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  settles?: Resolver<ReadonlyArray<ResolversTypes['ClassSettled']>, ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
};

export type ComparedLawResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComparedLaw'] = ResolversParentTypes['ComparedLaw']> = {
  regime?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
};

export type ConditionStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionState'] = ResolversParentTypes['ConditionState']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConditionOutcome'], ParentType, ContextType>;
};

export type CouldFlipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouldFlip'] = ResolversParentTypes['CouldFlip']> = {
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CountryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Country'] = ResolversParentTypes['Country']> = {
  code?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
};

export type CountryChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryChange'] = ResolversParentTypes['CountryChange']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tpp?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type DatasetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  importedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['RecordCounts'], ParentType, ContextType>;
  retrievedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type DatePeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatePeriod'] = ResolversParentTypes['DatePeriod']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayRange'] = ResolversParentTypes['DayRange']> = {
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface EccnCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EccnCode'], any> {
  name: 'EccnCode';
}

export type EnforcedJudgementsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnforcedJudgements'] = ResolversParentTypes['EnforcedJudgements']> = {
  judgement?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  judgementAsFound?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
};

export type EntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  dissolvedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  foundedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  headquarters?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  listings?: Resolver<ReadonlyArray<ResolversTypes['Listing']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owned?: Resolver<ResolversTypes['LinkConnection'], ParentType, ContextType, RequireFields<EntityOwnedArgs, 'first'>>;
  owners?: Resolver<ResolversTypes['LinkConnection'], ParentType, ContextType, RequireFields<EntityOwnersArgs, 'first'>>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  schema?: Resolver<Maybe<ResolversTypes['EntitySchema']>, ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['ShipmentConnection'], ParentType, ContextType, RequireFields<EntityShipmentsArgs, 'first'>>;
  sitePowerMw?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  siteVerifiedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  stub?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType, RequireFields<EntityTierArgs, 'regime'>>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EntityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntityConnection'] = ResolversParentTypes['EntityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type EntityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntityEdge'] = ResolversParentTypes['EntityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
};

export type EvidenceFlagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvidenceFlag'] = ResolversParentTypes['EvidenceFlag']> = {
  carriers?: Resolver<ReadonlyArray<ResolversTypes['Carrier']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  weights?: Resolver<ReadonlyArray<ResolversTypes['FlagWeight']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExceptionTriedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExceptionTried'] = ResolversParentTypes['ExceptionTried']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['ConditionState']>, ParentType, ContextType>;
  counterfactual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ExploredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Explored'] = ResolversParentTypes['Explored']> = {
  chains?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  parties?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  applies?: Resolver<ResolversTypes['RuleState'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  counterfactual?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  duty?: Resolver<Maybe<ResolversTypes['Duty']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FirstUnlawfulHopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FirstUnlawfulHop'] = ResolversParentTypes['FirstUnlawfulHop']> = {
  onItsPapers?: Resolver<Maybe<ResolversTypes['Hop']>, ParentType, ContextType>;
  withKnowledge?: Resolver<Maybe<ResolversTypes['Hop']>, ParentType, ContextType>;
};

export type FlagWeightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagWeight'] = ResolversParentTypes['FlagWeight']> = {
  bits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GapKind'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GoodsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Goods'] = ResolversParentTypes['Goods']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
};

export type HealthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Health'] = ResolversParentTypes['Health']> = {
  exampleWorld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lawProblem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  store?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  storeVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hop'] = ResolversParentTypes['Hop']> = {
  carried?: Resolver<ResolversTypes['Goods'], ParentType, ContextType>;
  chips?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  dwell?: Resolver<Maybe<ResolversTypes['DayRange']>, ParentType, ContextType>;
  enforced?: Resolver<Maybe<ResolversTypes['EnforcedJudgements']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['ScorePart']>, ParentType, ContextType>;
  extension?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  judgedGoods?: Resolver<Maybe<ResolversTypes['GoodsBasis']>, ParentType, ContextType>;
  judgement?: Resolver<Maybe<ResolversTypes['Judgement']>, ParentType, ContextType>;
  judgementAsFound?: Resolver<Maybe<ResolversTypes['Judgement']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HopKind'], ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  tie?: Resolver<Maybe<ResolversTypes['Tie']>, ParentType, ContextType>;
  tierFrom?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  tierTo?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  timing?: Resolver<Maybe<ResolversTypes['Timing']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  tpp?: Resolver<Maybe<ResolversTypes['Tpp']>, ParentType, ContextType>;
};

export interface HsCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HsCode'], any> {
  name: 'HsCode';
}

export type IdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JudgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Judgement'] = ResolversParentTypes['Judgement']> = {
  caps?: Resolver<ReadonlyArray<ResolversTypes['CapUse']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  couldFlip?: Resolver<ReadonlyArray<ResolversTypes['CouldFlip']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['ExceptionTried']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  itemClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licence?: Resolver<ResolversTypes['LicenceState'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['JudgementTiers'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
};

export type JudgementTiersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JudgementTiers'] = ResolversParentTypes['JudgementTiers']> = {
  destination?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['PartyTiers']>, ParentType, ContextType>;
};

export type LimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Limits'] = ResolversParentTypes['Limits']> = {
  aliases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  k?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxDwellDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxHops?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  milliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link']> = {
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Share']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LinkType'], ParentType, ContextType>;
};

export type LinkConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkConnection'] = ResolversParentTypes['LinkConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type LinkEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkEdge'] = ResolversParentTypes['LinkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Link'], ParentType, ContextType>;
};

export type ListingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Listing'] = ResolversParentTypes['Listing']> = {
  citation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType, Partial<ListingHoldsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type LotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  chips?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hop?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type LotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotConnection'] = ResolversParentTypes['LotConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LotEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Lot']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type LotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LotEdge'] = ResolversParentTypes['LotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
};

export type MissingEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MissingEvidence'] = ResolversParentTypes['MissingEvidence']> = {
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  carrierName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  flag?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hop?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mightAdd?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mightTake?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  needs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MovementRoleResolvers = EnumResolverSignature<{ CONSIGNEE?: any, END_USER?: any, EXPORTER?: any, FORWARDER?: any }, ResolversTypes['MovementRole']>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Entity' | 'Product' | 'Shipment', ParentType, ContextType>;
};

export type NotShownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotShown'] = ResolversParentTypes['NotShown']> = {
  direct?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  noTier2?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type OutcomeChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutcomeChange'] = ResolversParentTypes['OutcomeChange']> = {
  from?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  tpp?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartyTiersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartyTiers'] = ResolversParentTypes['PartyTiers']> = {
  headquarters?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['MovementRole'], ParentType, ContextType>;
  ultimateParent?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  contains?: Resolver<ReadonlyArray<ResolversTypes['ProductPart']>, ParentType, ContextType>;
  dataCenter?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  dieAreaMm2?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hs?: Resolver<ReadonlyArray<ResolversTypes['HsCode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interconnectGBs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kilowatts?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProductKind'], ParentType, ContextType>;
  maker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memoryBandwidthGBs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  performanceDensity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tpp?: Resolver<Maybe<ResolversTypes['Tpp']>, ParentType, ContextType>;
  unitWeightKg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductPart'] = ResolversParentTypes['ProductPart']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  classify?: Resolver<ResolversTypes['Classification'], ParentType, ContextType, RequireFields<QueryClassifyArgs, 'regime' | 'view'>>;
  compareRegimes?: Resolver<ResolversTypes['RegimeComparison'], ParentType, ContextType, RequireFields<QueryCompareRegimesArgs, 'a' | 'b' | 'examples' | 'k'>>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<QueryCountriesArgs, 'regime'>>;
  datasets?: Resolver<ReadonlyArray<ResolversTypes['Dataset']>, ParentType, ContextType>;
  diversionRoutes?: Resolver<ResolversTypes['RouteConnection'], ParentType, ContextType, RequireFields<QueryDiversionRoutesArgs, 'alternatives' | 'k' | 'maxDwellDays' | 'maxHops' | 'minTier2' | 'regime' | 'view'>>;
  entities?: Resolver<ResolversTypes['EntityConnection'], ParentType, ContextType, RequireFields<QueryEntitiesArgs, 'first'>>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType, RequireFields<QueryEntityArgs, 'id'>>;
  evidenceFlags?: Resolver<ReadonlyArray<ResolversTypes['EvidenceFlag']>, ParentType, ContextType>;
  explainChain?: Resolver<ResolversTypes['ChainExplanation'], ParentType, ContextType, RequireFields<QueryExplainChainArgs, 'maxDwellDays' | 'maxHops' | 'minTier2' | 'regime' | 'view'>>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  judge?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType, RequireFields<QueryJudgeArgs, 'movement' | 'regime' | 'view'>>;
  limits?: Resolver<ResolversTypes['Limits'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  products?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  regime?: Resolver<Maybe<ResolversTypes['Regime']>, ParentType, ContextType, RequireFields<QueryRegimeArgs, 'id'>>;
  regimes?: Resolver<ReadonlyArray<ResolversTypes['Regime']>, ParentType, ContextType>;
  routesBetween?: Resolver<ResolversTypes['RouteConnection'], ParentType, ContextType, RequireFields<QueryRoutesBetweenArgs, 'alternatives' | 'k' | 'maxDwellDays' | 'maxHops' | 'minTier2' | 'regime' | 'view'>>;
  shipments?: Resolver<ResolversTypes['ShipmentConnection'], ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first'>>;
};

export type RecordCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordCounts'] = ResolversParentTypes['RecordCounts']> = {
  authorizations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  links?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  listings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Regime'] = ResolversParentTypes['Regime']> = {
  changeDays?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  extends?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  knownThrough?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['Rule']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  views?: Resolver<ReadonlyArray<ResolversTypes['RegimeView']>, ParentType, ContextType>;
};

export type RegimeComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegimeComparison'] = ResolversParentTypes['RegimeComparison']> = {
  a?: Resolver<ResolversTypes['ComparedLaw'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['ComparedLaw'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  countries?: Resolver<ReadonlyArray<ResolversTypes['CountryChange']>, ParentType, ContextType>;
  examples?: Resolver<ReadonlyArray<ResolversTypes['ChangedMovement']>, ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['OutcomeChange']>, ParentType, ContextType>;
  reviewChanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  routes?: Resolver<ReadonlyArray<ResolversTypes['ChangedRoute']>, ParentType, ContextType>;
  routesCompared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  routesComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tpp?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
  tppUnknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegimeViewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegimeView'] = ResolversParentTypes['RegimeView']> = {
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
};

export type RouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Route'] = ResolversParentTypes['Route']> = {
  alsoKind?: Resolver<ReadonlyArray<ResolversTypes['EndingKind']>, ParentType, ContextType>;
  alternatives?: Resolver<ResolversTypes['Alternatives'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  chips?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstUnlawfulHop?: Resolver<ResolversTypes['FirstUnlawfulHop'], ParentType, ContextType>;
  goods?: Resolver<ResolversTypes['Goods'], ParentType, ContextType>;
  h100Equivalent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hops?: Resolver<ReadonlyArray<ResolversTypes['Hop']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EndingKind'], ParentType, ContextType>;
  lots?: Resolver<ResolversTypes['LotConnection'], ParentType, ContextType, RequireFields<RouteLotsArgs, 'first'>>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['Entity']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['DatePeriod'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Score'], ParentType, ContextType>;
  shipments?: Resolver<ReadonlyArray<ResolversTypes['Shipment']>, ParentType, ContextType>;
  timing?: Resolver<ResolversTypes['Timing'], ParentType, ContextType>;
  tpp?: Resolver<Maybe<ResolversTypes['Tpp']>, ParentType, ContextType>;
};

export type RouteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteConnection'] = ResolversParentTypes['RouteConnection']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  bestMissedBits?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['RouteEdge']>, ParentType, ContextType>;
  elapsedMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidenceVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explored?: Resolver<ResolversTypes['Explored'], ParentType, ContextType>;
  gaps?: Resolver<ReadonlyArray<ResolversTypes['Gap']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Route']>, ParentType, ContextType>;
  notShown?: Resolver<ResolversTypes['NotShown'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stoppedBy?: Resolver<Maybe<ResolversTypes['StoppedBy']>, ParentType, ContextType>;
  storeVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
  view?: Resolver<ResolversTypes['View'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RouteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RouteEdge'] = ResolversParentTypes['RouteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Route'], ParentType, ContextType>;
};

export type RuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rule'] = ResolversParentTypes['Rule']> = {
  checkedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  compliance?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Confidence'], ParentType, ContextType>;
  effective?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ended?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instrument?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RuleKind'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stays?: Resolver<ReadonlyArray<ResolversTypes['Stay']>, ParentType, ContextType>;
};

export type RuleKindResolvers = EnumResolverSignature<{ BAR?: any, CLASS?: any, DOUBT?: any, EXCEPTION?: any, EXEMPTION?: any, FINDING?: any, REQUIREMENT?: any, REVIEW?: any }, ResolversTypes['RuleKind']>;

export type ScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Score'] = ResolversParentTypes['Score']> = {
  band?: Resolver<ResolversTypes['Band'], ParentType, ContextType>;
  bits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MissingEvidence']>, ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['ScorePart']>, ParentType, ContextType>;
  prior?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['BitsRange'], ParentType, ContextType>;
};

export type ScorePartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScorePart'] = ResolversParentTypes['ScorePart']> = {
  bits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  carrierName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  flag?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fullBits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hop?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface ShareScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Share'], any> {
  name: 'Share';
}

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  act?: Resolver<Maybe<ResolversTypes['Act']>, ParentType, ContextType>;
  arrives?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  arrivesAssumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  arrivesBetween?: Resolver<ResolversTypes['DatePeriod'], ParentType, ContextType>;
  certifications?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  consignee?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departs?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  departsAssumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  departsBetween?: Resolver<ResolversTypes['DatePeriod'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eccn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endUser?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  exception?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  forwarder?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  fromCountry?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  hs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shipper?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  toCountry?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  via?: Resolver<ReadonlyArray<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  weightKg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  dataset?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retrievedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type StayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stay'] = ResolversParentTypes['Stay']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TieResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tie'] = ResolversParentTypes['Tie']> = {
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TieKind'], ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  through?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
};

export type TierResolvers = EnumResolverSignature<{ TIER_0?: any, TIER_1?: any, TIER_2?: any, TIER_3?: any, UNKNOWN?: any }, ResolversTypes['Tier']>;

export type TotalCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TotalCount'] = ResolversParentTypes['TotalCount']> = {
  relation?: Resolver<ResolversTypes['CountRelation'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface TppScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Tpp'], any> {
  name: 'Tpp';
}

export type TppRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TppRange'] = ResolversParentTypes['TppRange']> = {
  max?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Tpp'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Act?: ActResolvers;
  Alternatives?: AlternativesResolvers<ContextType>;
  Analysis?: AnalysisResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  BitsRange?: BitsRangeResolvers<ContextType>;
  CapUse?: CapUseResolvers<ContextType>;
  Carrier?: CarrierResolvers;
  ChainExplanation?: ChainExplanationResolvers<ContextType>;
  ChainFailure?: ChainFailureResolvers<ContextType>;
  ChangedHop?: ChangedHopResolvers<ContextType>;
  ChangedMovement?: ChangedMovementResolvers<ContextType>;
  ChangedRoute?: ChangedRouteResolvers<ContextType>;
  ClassGround?: ClassGroundResolvers<ContextType>;
  ClassSettled?: ClassSettledResolvers<ContextType>;
  Classification?: ClassificationResolvers<ContextType>;
  ComparedLaw?: ComparedLawResolvers<ContextType>;
  ConditionState?: ConditionStateResolvers<ContextType>;
  CouldFlip?: CouldFlipResolvers<ContextType>;
  Country?: CountryResolvers<ContextType>;
  CountryChange?: CountryChangeResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Dataset?: DatasetResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DatePeriod?: DatePeriodResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayRange?: DayRangeResolvers<ContextType>;
  EccnCode?: GraphQLScalarType;
  EnforcedJudgements?: EnforcedJudgementsResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  EntityConnection?: EntityConnectionResolvers<ContextType>;
  EntityEdge?: EntityEdgeResolvers<ContextType>;
  EvidenceFlag?: EvidenceFlagResolvers<ContextType>;
  ExceptionTried?: ExceptionTriedResolvers<ContextType>;
  Explored?: ExploredResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  FirstUnlawfulHop?: FirstUnlawfulHopResolvers<ContextType>;
  FlagWeight?: FlagWeightResolvers<ContextType>;
  Gap?: GapResolvers<ContextType>;
  Goods?: GoodsResolvers<ContextType>;
  Health?: HealthResolvers<ContextType>;
  Hop?: HopResolvers<ContextType>;
  HsCode?: GraphQLScalarType;
  Identifier?: IdentifierResolvers<ContextType>;
  Judgement?: JudgementResolvers<ContextType>;
  JudgementTiers?: JudgementTiersResolvers<ContextType>;
  Limits?: LimitsResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  LinkConnection?: LinkConnectionResolvers<ContextType>;
  LinkEdge?: LinkEdgeResolvers<ContextType>;
  Listing?: ListingResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  LotConnection?: LotConnectionResolvers<ContextType>;
  LotEdge?: LotEdgeResolvers<ContextType>;
  MissingEvidence?: MissingEvidenceResolvers<ContextType>;
  MovementRole?: MovementRoleResolvers;
  Node?: NodeResolvers<ContextType>;
  NotShown?: NotShownResolvers<ContextType>;
  OutcomeChange?: OutcomeChangeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartyTiers?: PartyTiersResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductPart?: ProductPartResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordCounts?: RecordCountsResolvers<ContextType>;
  Regime?: RegimeResolvers<ContextType>;
  RegimeComparison?: RegimeComparisonResolvers<ContextType>;
  RegimeView?: RegimeViewResolvers<ContextType>;
  Route?: RouteResolvers<ContextType>;
  RouteConnection?: RouteConnectionResolvers<ContextType>;
  RouteEdge?: RouteEdgeResolvers<ContextType>;
  Rule?: RuleResolvers<ContextType>;
  RuleKind?: RuleKindResolvers;
  Score?: ScoreResolvers<ContextType>;
  ScorePart?: ScorePartResolvers<ContextType>;
  Share?: GraphQLScalarType;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Stay?: StayResolvers<ContextType>;
  Tie?: TieResolvers<ContextType>;
  Tier?: TierResolvers;
  TotalCount?: TotalCountResolvers<ContextType>;
  Tpp?: GraphQLScalarType;
  TppRange?: TppRangeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
