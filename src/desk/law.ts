/** The law of each movement: groups of movements that law treats alike, judged once each. */
import { lawBits } from '../evidence/carriers.js';
import type { Evidence } from '../evidence/flag.js';
import type { LawSituation } from '../evidence/situations.js';
import type { CountryCode } from '../model/country.js';
import { type Certainty, type Day, type DayInterval, holdsDuring } from '../model/day.js';
import type { Draw } from '../policy/caps.js';
import type { Catalogue } from '../policy/catalogue.js';
import { judge } from '../policy/judge.js';
import { type Judgement, LICENCE_STATES, type LicenceState, type Tier, type View } from '../policy/judgement.js';
import type { Movement, MovementHistory } from '../policy/movement.js';
import type { Regime } from '../policy/regime.js';
import type { Verdict } from '../policy/verdict.js';
import type { Terms } from '../store/port.js';
import type { Control } from './control.js';
import type { GoodsCode, GoodsTable } from './goods.js';
import { LawKinds, type RowParties, statedTerms, Tuples } from './law-kinds.js';
import type { Lists } from './lists.js';
import type { Parties } from './parties.js';
import { PartyFacts, type PartyInLaw } from './party-facts.js';
import type { Tiers } from './tiers.js';

/** What law can see of one movement; parties by number, -1 for none. */
export interface LawRow {
  readonly departs: DayInterval;
  readonly shipper: number;
  readonly consignee: number;
  readonly endUser: number;
  readonly forwarder: number;
  readonly from: CountryCode | undefined;
  readonly to: CountryCode | undefined;
  readonly terms: Terms;
  readonly units: number;
  /** Totals before this movement. */
  readonly history: MovementHistory;
}

/** Where the goods were found to go. */
export interface FoundEnd {
  readonly party: number;
  readonly place: CountryCode | undefined;
}

/** What the law room needs to know, for one regime and view. */
export interface LawSources {
  readonly regime: Regime;
  readonly view: View;
  readonly catalogue: Catalogue;
  readonly parties: Parties;
  readonly control: Control;
  readonly lists: Lists;
  readonly goods: GoodsTable;
  readonly tiers: Tiers;
  /** Whether any shipment of the store fills the column, so that a blank says something. */
  readonly fills: Readonly<Record<'licence' | 'certifications', boolean>>;
}

export class Law {
  private readonly sources: LawSources;
  private readonly facts: PartyFacts;
  /** By stretch between changes of law; null before the view begins. */
  private readonly kinds = new Map<number, LawKinds | null>();
  private readonly tuples = new Tuples();
  /** Sample row of each group. */
  private readonly samples: LawRow[] = [];
  private readonly groups = new Map<number, number>();
  private readonly situations = new Map<number, LawSituation>();

  constructor(sources: LawSources) {
    this.sources = sources;
    this.facts = new PartyFacts(sources.parties, sources.control, sources.lists);
  }

  /** The group of a movement that can carry these goods, a new one if it is like no other. */
  groupOf(row: LawRow, goods: readonly number[]): number {
    const key = this.keyOf(row, goods);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = this.samples.length;
      this.groups.set(key, group);
      this.samples.push(row);
    }
    return group;
  }

  /** Totals of allowances that the law of any day asks for, of those that are kept (cap-totals.ts). */
  asksForTotals(days: Iterable<Day>): boolean {
    return [...new Set(days)].some((day) => this.kindsOn(day)?.asksForTotals === true);
  }

  /** What the row with these goods adds to; certain only if so on all its possible days. */
  draws(row: LawRow, goods: number): readonly Draw[] {
    const { earliest, latest } = row.departs;
    const parties = this.partiesOf(row);
    const drawsOn = (day: Day): readonly Draw[] =>
      this.kindsOn(day)?.verdict(row, parties, goods, () => this.movement(row, goods)).draws ?? [];
    const first = drawsOn(earliest);
    if (this.kindsOn(earliest) === this.kindsOn(latest)) return first;
    const both = [first, drawsOn(latest)];
    return [...new Set(both.flat().map(({ on }) => on))].map((on) => ({
      on,
      isCertain: both.every((draws) => draws.some((draw) => draw.on === on && draw.isCertain)),
    }));
  }

  /** The end of an allowance on the day; undefined where none is set. */
  limitOf(cap: string, on: Day): number | undefined {
    return this.kindsOn(on)?.limitOf(cap);
  }

  /** The ultimate parent of the party, or all that may be it. */
  topsOf(party: number, on: DayInterval): readonly string[] {
    return this.facts.of(party, on).tops;
  }

  /** Whether the party holds an authorization of the kind. */
  isHeld(kind: string, party: number, on: DayInterval): boolean {
    return this.facts.of(party, on).facts.authorizations?.includes(kind) === true;
  }

  /** Where the papers say the goods end, as the law sees the place. */
  destinationOf(row: LawRow): CountryCode | undefined {
    const declared = row.endUser < 0 ? undefined : this.facts.of(row.endUser, row.departs).facts.country;
    const place = declared ?? row.to;
    return this.kindsOn(row.departs.earliest)?.inLaw(place) ?? place;
  }

  /** How many groups there are. */
  get groupCount(): number {
    return this.samples.length;
  }

  /** The law of a group with these goods on board, as evidence sees it. */
  situation(group: number, goods: number): LawSituation {
    const key = group * this.sources.goods.codes.length + goods;
    let situation = this.situations.get(key);
    if (situation === undefined) {
      situation = this.toSituation(this.samples[group] as LawRow, goods);
      this.situations.set(key, situation);
    }
    return situation;
  }

  /** `[group][goods]` sixty-fourths; goods that are never asked about (see `needed`) stay 0. */
  table(evidence: Evidence, needed: (group: number) => Iterable<number>): Int16Array {
    const width = this.sources.goods.codes.length;
    const table = new Int16Array(new SharedArrayBuffer(Math.max(1, this.samples.length) * width * 2));
    const known = new Map<string, number>();
    for (let group = 0; group < this.samples.length; group++) {
      for (const goods of needed(group)) {
        const situation = this.situation(group, goods);
        const key = textOf(situation);
        let bits = known.get(key);
        if (bits === undefined) {
          bits = lawBits(evidence, situation).bits;
          known.set(key, bits);
        }
        table[group * width + goods] = bits;
      }
    }
    return table;
  }

  /**
   * The judgement of one movement with these goods, on its earliest possible day of departure; if its dates cross a
   * change of law, that of the latest day too.
   */
  judgements(
    row: LawRow,
    goods: number,
    found?: FoundEnd,
    couldFlip = true,
  ): readonly [Judgement] | readonly [Judgement, Judgement] {
    const { regime, view, catalogue } = this.sources;
    const movement = this.movement(row, goods, found);
    const first = judge(movement, row.departs.earliest, regime, view, catalogue, { couldFlip });
    if (this.sources.tiers.stretchOf(row.departs.earliest) === this.sources.tiers.stretchOf(row.departs.latest))
      return [first];
    return [first, judge(movement, row.departs.latest, regime, view, catalogue, { couldFlip })];
  }

  /** The movement as policy reads it. */
  movement(row: LawRow, goods: number, found?: FoundEnd): Movement {
    const { codes } = this.sources.goods;
    const code = codes[goods] as GoodsCode;
    const on = row.departs;
    const to = found === undefined ? row.to : (found.place ?? row.to);
    const endUser = found === undefined ? row.endUser : found.party;
    const facts = (party: number) => this.facts.of(party, on).facts;
    return {
      ...statedTerms(row.terms, this.sources.fills.certifications),
      ...(code.product === undefined ? {} : { product: code.product.id }),
      ...(code.eccn === undefined ? {} : { item: { eccn: code.eccn } }),
      ...(Number.isNaN(row.units) ? {} : { units: row.units }),
      ...(row.from === undefined ? {} : { from: row.from }),
      ...(to === undefined ? {} : { to }),
      exporter: facts(row.shipper),
      consignee: facts(row.consignee),
      ...(endUser < 0 ? {} : { endUser: facts(endUser) }),
      ...(row.forwarder < 0 ? {} : { forwarder: facts(row.forwarder) }),
      // The totals are those of who the papers say the goods are for.
      history:
        found === undefined || found.party === (row.endUser < 0 ? row.consignee : row.endUser) ? row.history : {},
      licence: this.licenceOf(row, found),
    };
  }

  private kindsOn(day: Day): LawKinds | null {
    const stretch = this.sources.tiers.stretchOf(day);
    let kinds = this.kinds.get(stretch);
    if (kinds === undefined) {
      const { regime, view, catalogue, goods, fills } = this.sources;
      const law = regime.lawOn(day, view);
      kinds = law === undefined ? null : new LawKinds(law, catalogue, goods, fills.certifications);
      this.kinds.set(stretch, kinds);
    }
    return kinds;
  }

  private keyOf(row: LawRow, goods: readonly number[]): number {
    const { tuples } = this;
    const { earliest, latest } = row.departs;
    const parties = this.partiesOf(row);
    const [first, last] = [this.sources.tiers.stretchOf(earliest), this.sources.tiers.stretchOf(latest)];
    const kindOn = (day: Day): number => this.kindsOn(day)?.kindOf(row, parties, goods) ?? 0;
    let key = tuples.join(first, last);
    key = tuples.join(key, kindOn(earliest));
    if (last !== first) key = tuples.join(key, kindOn(latest));
    key = tuples.join(key, LICENCE_STATES.indexOf(this.licenceOf(row)));
    const standing = this.standing(row, parties);
    return tuples.join(
      key,
      (CERTAINTIES.indexOf(standing.listed) * 3 + CERTAINTIES.indexOf(standing.held)) * 5 +
        CERTAINTIES.indexOf(standing.parentTier3 ?? 'UNKNOWN'),
    );
  }

  private partiesOf({ departs, shipper, consignee, endUser, forwarder }: LawRow): RowParties {
    return {
      exporter: this.facts.of(shipper, departs),
      consignee: this.facts.of(consignee, departs),
      endUser: endUser < 0 ? undefined : this.facts.of(endUser, departs),
      forwarder: forwarder < 0 ? undefined : this.facts.of(forwarder, departs),
    };
  }

  /** What evidence asks of the parties, whatever the law says of it. */
  private standing(row: LawRow, parties: RowParties) {
    const named = [parties.consignee, parties.endUser, parties.forwarder, parties.exporter].filter(
      (party) => party !== undefined,
    );
    return {
      listed: worst(named.map((party) => party.listed)),
      held: worst(named.map((party) => party.held)),
      parentTier3: this.parentInTier3(parties.consignee, row.departs.earliest),
    };
  }

  /** Whether the ultimate parent sits in Tier 3; undefined where nobody is recorded above the party. */
  private parentInTier3({ parent }: PartyInLaw, on: Day): Certainty | undefined {
    if (parent === undefined) return undefined;
    if (parent.isItself) return 'NO';
    const tiers = parent.seats.map((seat) => this.sources.tiers.of(seat, on));
    if (!parent.certain) return tiers.includes(3) ? 'NOT_EXCLUDED' : 'NO';
    return tiers[0] === 3 ? 'CERTAIN' : tiers[0] === 'UNKNOWN' ? 'NOT_EXCLUDED' : 'NO';
  }

  /** What is known of the licence that the papers show. */
  licenceOf(row: LawRow, found?: FoundEnd): LicenceState {
    const { lists, parties, fills } = this.sources;
    const id = row.terms.licence;
    if (id === undefined) return fills.licence ? 'NOT_SHOWN' : 'UNKNOWN';
    const licence = lists.licence(id);
    if (licence === undefined) return 'SHOWN_NOT_FOUND';
    const holders = found === undefined ? [row.consignee, row.endUser] : [found.party];
    const fits =
      holders.some((party) => party >= 0 && parties.ids[party] === licence.entity) &&
      holdsDuring(licence, row.departs) === 'CERTAIN';
    return fits ? 'SHOWN_AND_FITS' : 'SHOWN_DOES_NOT_FIT';
  }

  private toSituation(row: LawRow, goods: number): LawSituation {
    const { lists } = this.sources;
    const parties = this.partiesOf(row);
    const { earliest, latest } = row.departs;
    const verdictOn = (day: Day): Verdict =>
      this.kindsOn(day)?.verdict(row, parties, goods, () => this.movement(row, goods)) ?? NOT_EVALUATED;
    const first = verdictOn(earliest);
    const crosses =
      this.sources.tiers.stretchOf(earliest) !== this.sources.tiers.stretchOf(latest) &&
      verdictOn(latest).outcome !== first.outcome;
    const tier = (place: CountryCode | undefined): Tier => this.kindsOn(earliest)?.tier(place) ?? 'UNKNOWN';
    const { listed, held, parentTier3 } = this.standing(row, parties);
    const { caps } = first;
    return {
      control: (this.sources.goods.codes[goods] as GoodsCode).basis,
      outcome: crosses ? 'UNKNOWN' : first.outcome,
      ...(first.review === undefined ? {} : { review: first.review }),
      licence: this.licenceOf(row),
      ...exceptionFails(row, first),
      capExceeded: caps.includes('NO') ? 'CERTAIN' : caps.includes('POSSIBLE') ? 'NOT_EXCLUDED' : 'NO',
      ...(lists.loaded.length === 0 ? {} : { listed, ownedByListed: held }),
      ...tier3('destinationTier3', tier(parties.endUser?.facts.country ?? row.to)),
      ...tier3('headquartersTier3', tier(parties.consignee.facts.headquarters)),
      ...(parentTier3 === undefined ? {} : { parentTier3 }),
    };
  }
}

/** Equal for situations alike: a projection asks for hundreds of thousands. */
function textOf(s: LawSituation): string {
  return (
    `${s.control} ${s.outcome} ${s.review} ${s.licence} ${s.exceptionFails} ${s.capExceeded} ${s.listed} ` +
    `${s.ownedByListed} ${s.destinationTier3} ${s.headquartersTier3} ${s.parentTier3}`
  );
}

/** Before the view begins. */
const NOT_EVALUATED: Verdict = { outcome: 'UNKNOWN', caps: [], draws: [] };
const CERTAINTIES: readonly (Certainty | 'UNKNOWN')[] = ['NO', 'NOT_EXCLUDED', 'CERTAIN', 'UNKNOWN'];

function exceptionFails(row: LawRow, { claimed }: Verdict): { exceptionFails?: boolean } {
  if (row.terms.exception === undefined) return { exceptionFails: false };
  if (claimed === 'CANNOT_SAY') return {};
  return { exceptionFails: claimed !== 'USABLE' };
}

function tier3<K extends string>(key: K, tier: Tier): { readonly [key in K]?: boolean } {
  return (tier === 'UNKNOWN' ? {} : { [key]: tier === 3 }) as { readonly [key in K]?: boolean };
}

function worst(certainties: readonly Certainty[]): Certainty {
  return certainties.includes('CERTAIN') ? 'CERTAIN' : certainties.includes('NOT_EXCLUDED') ? 'NOT_EXCLUDED' : 'NO';
}
