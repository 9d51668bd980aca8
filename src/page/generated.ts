/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether a movement fits into an allowance. */
export type CapFit =
  /** Whatever the unknown amounts are. */
  | 'CERTAIN'
  /** It does not. */
  | 'NO'
  /** For some of what the unknown amounts can be. */
  | 'POSSIBLE';

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

/** How a count relates to the truth. */
export type CountRelation =
  /** Exactly so many. */
  | 'EQ'
  /** At least so many. */
  | 'GTE';

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

/** How a route ends. */
export type EndingKind =
  /** The goods stop with a party that someone in the target, or listed, controls. */
  | 'BY_CONTROL'
  /** A movement into the target is in the data. */
  | 'OBSERVED'
  /** The goods stop in Tier 2 with a party that has a tie to the target. */
  | 'POTENTIAL';

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

/** Which goods a hop was judged for. */
export type GoodsBasis =
  /** Those carried along the route, since the paper is silent or names a known relabelling. */
  | 'CARRIED'
  /** Those its paper names. */
  | 'PAPER';

/** Kinds of hop. */
export type HopKind =
  /** A shipment. */
  | 'MOVEMENT'
  /** A standing relation between two parties. */
  | 'TIE';

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

/** Which routes are asked for. */
export type RouteFilter = {
  /** Where routes start: any of these. A party's id, else a country; `id:`, `country:`, `role:`, `tier:` settle it. Parties in Tier 0 and 1 if not given. */
  readonly from?: ReadonlyArray<string> | null | undefined;
  /** Goods: catalogue ids or names. Controlled goods, or possibly so, if not given. */
  readonly products?: ReadonlyArray<string> | null | undefined;
  /** Only movements that can have departed on or after. */
  readonly since?: string | null | undefined;
  /** Where routes end: any of these, in the same words. Tier 3 if not given. */
  readonly to?: ReadonlyArray<string> | null | undefined;
  /** Only movements that can have departed on or before. */
  readonly until?: string | null | undefined;
};

/** Whether a rule applies. */
export type RuleState =
  /** It cannot be evaluated, since facts are missing. */
  | 'UNKNOWN'
  /** It applies. */
  | 'YES';

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

/** How law counts. */
export type View =
  /** The text, with the Diffusion rule as if it had been in force: a counterfactual. */
  | 'AS_WRITTEN'
  /** What the authority applied on the day. */
  | 'ENFORCED';

export type ChainQueryVariables = Exact<{
  parties?: ReadonlyArray<string> | string | null | undefined;
  shipments?: ReadonlyArray<string> | string | null | undefined;
  filter?: RouteFilter | null | undefined;
  maxHops: number;
  maxDwellDays: number;
  minTier2: number;
  asOf?: string | null | undefined;
  regime: string;
  view: View;
}>;


export type ChainQuery = { readonly explainChain: (
    { readonly isRoute: boolean, readonly rank: { readonly value: number, readonly relation: CountRelation } | null, readonly failure: { readonly condition: RouteCondition, readonly at: number | null, readonly sentence: string, readonly facts: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly route: RouteToldFragment | null }
    & HowFar_ChainExplanation_Fragment
  ) };

export type DataQueryVariables = Exact<{ [key: string]: never; }>;


export type DataQuery = { readonly health: { readonly ok: boolean, readonly problem: string | null, readonly lawProblem: string | null, readonly version: string, readonly store: string, readonly storeVersion: number | null, readonly exampleWorld: boolean }, readonly datasets: ReadonlyArray<{ readonly name: string, readonly retrievedOn: string | null, readonly importedAt: string, readonly records: { readonly entities: number, readonly links: number, readonly shipments: number, readonly listings: number, readonly authorizations: number } }>, readonly limits: { readonly first: number, readonly k: number, readonly maxHops: number, readonly maxDwellDays: number, readonly depth: number, readonly aliases: number, readonly tokens: number, readonly cost: number, readonly bodyBytes: number, readonly milliseconds: number } };

type HowFar_ChainExplanation_Fragment = { readonly complete: boolean, readonly stoppedBy: StoppedBy | null, readonly asOf: string, readonly regime: string, readonly view: View, readonly storeVersion: number, readonly evidenceVersion: string, readonly elapsedMs: number, readonly explored: { readonly movements: number, readonly parties: number, readonly chains: number | string, readonly pairs: number | string }, readonly gaps: ReadonlyArray<{ readonly kind: GapKind, readonly sentence: string, readonly count: number | null }> };

type HowFar_RouteConnection_Fragment = { readonly complete: boolean, readonly stoppedBy: StoppedBy | null, readonly asOf: string, readonly regime: string, readonly view: View, readonly storeVersion: number, readonly evidenceVersion: string, readonly elapsedMs: number, readonly explored: { readonly movements: number, readonly parties: number, readonly chains: number | string, readonly pairs: number | string }, readonly gaps: ReadonlyArray<{ readonly kind: GapKind, readonly sentence: string, readonly count: number | null }> };

export type HowFarFragment =
  | HowFar_ChainExplanation_Fragment
  | HowFar_RouteConnection_Fragment
;

export type OneRouteQueryVariables = Exact<{
  filter?: RouteFilter | null | undefined;
  k: number;
  maxHops: number;
  maxDwellDays: number;
  minTier2: number;
  asOf?: string | null | undefined;
  regime: string;
  view: View;
  after?: string | null | undefined;
}>;


export type OneRouteQuery = { readonly diversionRoutes: { readonly nodes: ReadonlyArray<(
      { readonly alternatives: { readonly count: number, readonly routes: ReadonlyArray<{ readonly id: string, readonly rank: number, readonly kind: EndingKind, readonly score: { readonly bits: number, readonly band: Band }, readonly parties: ReadonlyArray<{ readonly id: string, readonly name: string | null }>, readonly shipments: ReadonlyArray<{ readonly id: string }> }> } }
      & RouteToldFragment
    )> } };

export type PartiesNamedQueryVariables = Exact<{
  search: string;
}>;


export type PartiesNamedQuery = { readonly entities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly country: string | null, readonly roles: ReadonlyArray<string> }> } };

export type RankedRoutesQueryVariables = Exact<{
  filter?: RouteFilter | null | undefined;
  k: number;
  maxHops: number;
  maxDwellDays: number;
  minTier2: number;
  asOf?: string | null | undefined;
  regime: string;
  view: View;
}>;


export type RankedRoutesQuery = { readonly diversionRoutes: (
    { readonly bestMissedBits: number | null, readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly notShown: { readonly direct: { readonly value: number, readonly relation: CountRelation }, readonly noTier2: { readonly value: number, readonly relation: CountRelation } }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly rank: number, readonly kind: EndingKind, readonly alsoKind: ReadonlyArray<EndingKind>, readonly certainty: Certainty, readonly timing: Timing, readonly open: boolean, readonly chips: number | null, readonly tpp: number | null, readonly h100Equivalent: number | null, readonly goods: { readonly code: string, readonly product: { readonly name: string } | null }, readonly period: { readonly from: string, readonly to: string }, readonly score: { readonly bits: number, readonly band: Band, readonly probability: number }, readonly alternatives: { readonly count: number }, readonly parties: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly country: string | null }>, readonly shipments: ReadonlyArray<{ readonly id: string, readonly units: number | null }>, readonly hops: ReadonlyArray<{ readonly kind: HopKind, readonly extension: boolean, readonly tierFrom: Tier, readonly tierTo: Tier }>, readonly firstUnlawfulHop: { readonly onItsPapers: { readonly index: number } | null, readonly withKnowledge: { readonly index: number } | null } } }> }
    & HowFar_RouteConnection_Fragment
  ) };

export type RouteRowsQueryVariables = Exact<{
  filter?: RouteFilter | null | undefined;
  k: number;
  maxHops: number;
  maxDwellDays: number;
  minTier2: number;
  asOf?: string | null | undefined;
  regime: string;
  view: View;
}>;


export type RouteRowsQuery = { readonly diversionRoutes: { readonly nodes: ReadonlyArray<{ readonly rank: number, readonly kind: EndingKind, readonly alsoKind: ReadonlyArray<EndingKind>, readonly certainty: Certainty, readonly open: boolean, readonly chips: number | null, readonly tpp: number | null, readonly goods: { readonly code: string }, readonly period: { readonly from: string, readonly to: string }, readonly score: { readonly bits: number, readonly band: Band }, readonly alternatives: { readonly count: number }, readonly parties: ReadonlyArray<{ readonly id: string, readonly country: string | null }>, readonly firstUnlawfulHop: { readonly onItsPapers: { readonly shipment: { readonly id: string } | null } | null, readonly withKnowledge: { readonly shipment: { readonly id: string } | null } | null }, readonly hops: ReadonlyArray<{ readonly kind: HopKind, readonly extension: boolean, readonly tierFrom: Tier, readonly tierTo: Tier, readonly from: { readonly id: string }, readonly to: { readonly id: string }, readonly shipment: { readonly id: string } | null, readonly tie: { readonly links: ReadonlyArray<{ readonly id: string }> } | null, readonly judgement: JudgementLineFragment | null, readonly judgementAsFound: JudgementLineFragment | null }> }> } };

export type JudgementLineFragment = { readonly outcome: Outcome, readonly review: Review | null, readonly licence: LicenceState, readonly confidence: Confidence, readonly findings: ReadonlyArray<{ readonly rule: string, readonly version: string, readonly applies: RuleState, readonly sentence: string, readonly citation: string, readonly missing: ReadonlyArray<string> }>, readonly exceptions: ReadonlyArray<{ readonly name: string, readonly usable: boolean, readonly reason: string }>, readonly caps: ReadonlyArray<{ readonly cap: string, readonly limit: number, readonly fits: CapFit, readonly before: { readonly min: number, readonly max: number }, readonly uses: { readonly min: number, readonly max: number }, readonly left: { readonly min: number, readonly max: number } }>, readonly couldFlip: ReadonlyArray<{ readonly fact: string, readonly value: string, readonly outcome: Outcome }> };

export type RouteToldFragment = { readonly id: string, readonly rank: number, readonly kind: EndingKind, readonly alsoKind: ReadonlyArray<EndingKind>, readonly certainty: Certainty, readonly timing: Timing, readonly open: boolean, readonly chips: number | null, readonly tpp: number | null, readonly h100Equivalent: number | null, readonly goods: { readonly code: string, readonly product: { readonly name: string } | null }, readonly period: { readonly from: string, readonly to: string }, readonly firstUnlawfulHop: { readonly onItsPapers: { readonly index: number } | null, readonly withKnowledge: { readonly index: number } | null }, readonly parties: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly schema: EntitySchema | null, readonly country: string | null, readonly headquarters: string | null, readonly roles: ReadonlyArray<string>, readonly foundedOn: string | null, readonly stub: boolean, readonly listings: ReadonlyArray<{ readonly id: string, readonly list: string, readonly programme: string | null, readonly from: string | null, readonly to: string | null, readonly citation: string | null }> }>, readonly hops: ReadonlyArray<HopToldFragment>, readonly lots: { readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly nodes: ReadonlyArray<{ readonly hop: number, readonly chips: number | null, readonly shipment: { readonly id: string, readonly departs: string, readonly arrives: string, readonly departsAssumed: boolean, readonly arrivesAssumed: boolean, readonly units: number | null, readonly product: string | null } }> }, readonly score: { readonly bits: number, readonly probability: number, readonly prior: number, readonly band: Band, readonly range: { readonly low: number, readonly high: number }, readonly parts: ReadonlyArray<{ readonly flag: string, readonly family: string, readonly carrier: Carrier, readonly carrierName: string, readonly hop: number | null, readonly bits: number, readonly fullBits: number, readonly sentence: string, readonly citation: string, readonly facts: ReadonlyArray<{ readonly name: string, readonly value: string }> }>, readonly missing: ReadonlyArray<{ readonly flag: string, readonly family: string, readonly carrier: Carrier, readonly carrierName: string, readonly hop: number | null, readonly mightAdd: number, readonly mightTake: number, readonly needs: ReadonlyArray<string> }> } };

export type HopToldFragment = { readonly index: number, readonly kind: HopKind, readonly extension: boolean, readonly tierFrom: Tier, readonly tierTo: Tier, readonly chips: number | null, readonly tpp: number | null, readonly timing: Timing | null, readonly judgedGoods: GoodsBasis | null, readonly from: { readonly id: string }, readonly to: { readonly id: string }, readonly carried: { readonly code: string, readonly product: { readonly name: string } | null }, readonly dwell: { readonly minDays: number, readonly maxDays: number } | null, readonly shipment: ShipmentToldFragment | null, readonly tie: { readonly kind: TieKind, readonly certainty: Certainty, readonly sentence: string, readonly through: { readonly id: string, readonly name: string | null } | null, readonly links: ReadonlyArray<{ readonly id: string, readonly type: LinkType, readonly share: string | null, readonly from: string | null, readonly to: string | null, readonly source: { readonly id: string, readonly name: string | null }, readonly target: { readonly id: string, readonly name: string | null } }> } | null, readonly judgement: JudgementToldFragment | null, readonly judgementAsFound: JudgementToldFragment | null, readonly enforced: { readonly judgement: { readonly outcome: Outcome, readonly review: Review | null }, readonly judgementAsFound: { readonly outcome: Outcome, readonly review: Review | null } } | null };

export type ShipmentToldFragment = { readonly id: string, readonly document: string | null, readonly departs: string, readonly arrives: string, readonly departsAssumed: boolean, readonly arrivesAssumed: boolean, readonly fromCountry: string | null, readonly toCountry: string | null, readonly via: ReadonlyArray<string>, readonly product: string | null, readonly eccn: string | null, readonly hs: string | null, readonly description: string | null, readonly units: number | null, readonly value: number | null, readonly currency: string | null, readonly weightKg: number | null, readonly paidBy: string | null, readonly licence: string | null, readonly exception: string | null, readonly certifications: ReadonlyArray<string>, readonly act: Act | null, readonly endUser: { readonly id: string, readonly name: string | null, readonly country: string | null } | null, readonly forwarder: { readonly id: string, readonly name: string | null, readonly country: string | null } | null, readonly departsBetween: { readonly from: string, readonly to: string }, readonly arrivesBetween: { readonly from: string, readonly to: string }, readonly source: { readonly dataset: string, readonly record: string, readonly retrievedOn: string | null } };

export type JudgementToldFragment = { readonly outcome: Outcome, readonly review: Review | null, readonly licence: LicenceState, readonly itemClass: string, readonly destination: string | null, readonly on: string, readonly confidence: Confidence, readonly tier: { readonly origin: Tier, readonly destination: Tier, readonly parties: ReadonlyArray<{ readonly role: MovementRole, readonly place: Tier, readonly headquarters: Tier, readonly ultimateParent: Tier }> }, readonly findings: ReadonlyArray<{ readonly rule: string, readonly version: string, readonly citation: string, readonly sentence: string, readonly applies: RuleState, readonly outcome: Outcome | null, readonly review: Review | null, readonly missing: ReadonlyArray<string>, readonly counterfactual: boolean, readonly duty: Duty | null, readonly confidence: Confidence, readonly facts: ReadonlyArray<{ readonly name: string, readonly value: string }> }>, readonly exceptions: ReadonlyArray<{ readonly name: string, readonly usable: boolean, readonly reason: string, readonly citation: string, readonly missing: ReadonlyArray<string>, readonly claimed: boolean, readonly counterfactual: boolean }>, readonly caps: ReadonlyArray<{ readonly cap: string, readonly citation: string, readonly limit: number, readonly fits: CapFit, readonly before: { readonly min: number, readonly max: number }, readonly uses: { readonly min: number, readonly max: number }, readonly left: { readonly min: number, readonly max: number } }>, readonly couldFlip: ReadonlyArray<{ readonly fact: string, readonly value: string, readonly outcome: Outcome }> };

export type SurroundingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SurroundingsQuery = { readonly health: { readonly exampleWorld: boolean, readonly problem: string | null, readonly lawProblem: string | null, readonly version: string }, readonly regimes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly knownThrough: string, readonly views: ReadonlyArray<{ readonly view: View, readonly title: string, readonly from: string | null }> }>, readonly products: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: ProductKind }>, readonly limits: { readonly k: number, readonly maxHops: number, readonly maxDwellDays: number, readonly milliseconds: number } };
