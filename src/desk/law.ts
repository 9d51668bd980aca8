/** The law of each movement: groups of movements that law treats alike, judged once each. */
import { lawBits } from '../evidence/carriers.js';
import type { Evidence } from '../evidence/flag.js';
import type { LawSituation } from '../evidence/situations.js';
import type { CountryCode } from '../model/country.js';
import { type Certainty, type Day, type DayInterval, holdsDuring } from '../model/day.js';
import type { Catalogue } from '../policy/catalogue.js';
import { changeDays } from '../policy/dated.js';
import { judge } from '../policy/judge.js';
import type { Judgement, LicenceState, Tier, View } from '../policy/judgement.js';
import type { Movement, MovementParty } from '../policy/movement.js';
import { placeKind } from '../policy/place-kinds.js';
import type { Regime } from '../policy/regime.js';
import { tierOf } from '../policy/tiers.js';
import { type Verdict, verdict } from '../policy/verdict.js';
import type { Terms } from '../store/port.js';
import type { Control } from './control.js';
import type { GoodsCode, GoodsTable } from './goods.js';
import type { Lists } from './lists.js';
import { listedOwners, listName } from './owners.js';
import { type Parties, seatOf } from './parties.js';

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
  /** TPP of the consignee's ultimate parent this calendar year before this movement; NaN where not counted. */
  readonly parentTppBefore: number;
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
  /** Whether any shipment of the store fills the column, so that a blank says something. */
  readonly fills: Readonly<Record<'licence' | 'certifications', boolean>>;
}

export class Law {
  /** Sample row of each group. */
  readonly groups: LawRow[] = [];
  private readonly sources: LawSources;
  private readonly keys = new Map<string, number>();
  private readonly days: readonly Day[];
  private readonly classes = new Map<string, MovementParty>();
  private readonly situations = new Map<number, LawSituation>();
  private readonly special: ReadonlySet<string>;
  /** Whether any rule of the regime reads where an exporter or a forwarder sits. */
  private readonly seatsMatter: { readonly exporter: boolean; readonly forwarder: boolean };
  /** By goods code: codes with one number are alike in law. */
  private readonly alike: Int32Array;

  constructor(sources: LawSources) {
    this.sources = sources;
    this.days = changeDays(sources.regime);
    this.special = sources.control.parties;
    this.alike = goodsAlikeInLaw(sources, this.days);
    this.seatsMatter = {
      exporter: readsSeatOf('exporter', sources.regime),
      forwarder: readsSeatOf('forwarder', sources.regime),
    };
  }

  /** The group of a movement, a new one if it is like no other. */
  groupOf(row: LawRow): number {
    const key = this.keyOf(row);
    let group = this.keys.get(key);
    if (group === undefined) {
      group = this.groups.length;
      this.keys.set(key, group);
      this.groups.push(row);
    }
    return group;
  }

  /** Tier of a place on a day. */
  tier(country: CountryCode | undefined, on: Day): Tier {
    return tierOf(country, on, this.sources.regime);
  }

  /** The law of a group with these goods on board, as evidence sees it. */
  situation(group: number, goods: number): LawSituation {
    const like = this.alike[goods] as number;
    const key = group * this.sources.goods.codes.length + like;
    let situation = this.situations.get(key);
    if (situation === undefined) {
      situation = this.toSituation(this.groups[group] as LawRow, goods);
      this.situations.set(key, situation);
    }
    return { ...situation, control: (this.sources.goods.codes[goods] as GoodsCode).basis };
  }

  /** `[group][goods]` sixty-fourths; goods that are never asked about (see `needed`) stay 0. */
  table(evidence: Evidence, needed: (group: number) => Iterable<number>): Int16Array {
    const width = this.sources.goods.codes.length;
    const table = new Int16Array(new SharedArrayBuffer(this.groups.length * width * 2));
    for (let group = 0; group < this.groups.length; group++) {
      for (const goods of needed(group))
        table[group * width + goods] = lawBits(evidence, this.situation(group, goods)).bits;
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
    if (this.rangeOf(row.departs.earliest) === this.rangeOf(row.departs.latest)) return [first];
    return [first, judge(movement, row.departs.latest, regime, view, catalogue, { couldFlip })];
  }

  /** The movement as policy reads it. */
  movement(row: LawRow, goods: number, found?: FoundEnd): Movement {
    const { codes } = this.sources.goods;
    const code = codes[goods] as GoodsCode;
    const on = row.departs;
    const to = found === undefined ? row.to : (found.place ?? row.to);
    const endUser = found === undefined ? row.endUser : found.party;
    const act = row.terms.act?.toUpperCase() as Movement['act'];
    return {
      ...(act === undefined ? {} : { act }),
      ...(code.product === undefined ? {} : { product: code.product.id }),
      ...(code.eccn === undefined ? {} : { item: { eccn: code.eccn } }),
      ...(Number.isNaN(row.units) ? {} : { units: row.units }),
      ...(row.from === undefined ? {} : { from: row.from }),
      ...(to === undefined ? {} : { to }),
      exporter: this.party(row.shipper, on),
      consignee: this.party(row.consignee, on),
      ...(endUser < 0 ? {} : { endUser: this.party(endUser, on) }),
      ...(row.forwarder < 0 ? {} : { forwarder: this.party(row.forwarder, on) }),
      // End-use rules bind whoever knows; papers that say nothing of the end use give no such knowledge.
      endUse: 'CIVIL',
      ...(row.terms.exception === undefined ? {} : { claimedException: row.terms.exception }),
      ...(row.terms.certifications.length > 0 || this.sources.fills.certifications
        ? { certifications: row.terms.certifications }
        : {}),
      ...(Number.isNaN(row.parentTppBefore) ? {} : { history: { parentTppThisYear: row.parentTppBefore } }),
      licence: this.licence(row, found),
    };
  }

  /** Whether the ultimate parent of a party sits in Tier 3; undefined where nobody is recorded above it. */
  parentInTier3(party: number, on: DayInterval): Certainty | undefined {
    const { control, parties } = this.sources;
    const id = parties.ids[party] as string;
    if (!control.isRecorded(id)) return undefined;
    const { certain, candidates } = control.ultimateParent(id, on);
    const seat = (one: string): Tier => {
      const number = parties.number(one);
      return number === undefined ? 'UNKNOWN' : this.tier(seatOf(parties, number), on.earliest);
    };
    if (certain !== undefined) {
      if (certain === id) return 'NO';
      const tier = seat(certain);
      return tier === 3 ? 'CERTAIN' : tier === 'UNKNOWN' ? 'NOT_EXCLUDED' : 'NO';
    }
    return candidates.some((one) => one !== id && seat(one) === 3) ? 'NOT_EXCLUDED' : 'NO';
  }

  /** A number for the stretch between changes of law in which the day lies. */
  private rangeOf(day: Day): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.days[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private keyOf(row: LawRow): string {
    const { departs, terms } = row;
    return [
      this.rangeOf(departs.earliest),
      this.rangeOf(departs.latest),
      this.seatOn(row.from, departs),
      this.seatOn(row.to, departs),
      this.isWithin(row.from, row.to, departs),
      this.classOf(row.shipper, departs, this.seatsMatter.exporter),
      this.classOf(row.consignee, departs, true),
      this.classOf(row.endUser, departs, true),
      this.classOf(row.forwarder, departs, this.seatsMatter.forwarder),
      terms.act ?? '',
      terms.exception ?? '',
      terms.certifications.join(';'),
      this.licence(row, undefined),
      this.sources.view === 'AS_WRITTEN' ? `${row.units}/${row.parentTppBefore}` : '',
    ].join('|');
  }

  /** Parties that law cannot tell apart on the day: everything it reads of them, but who they are. */
  private classOf(party: number, on: DayInterval, seatMatters: boolean): string {
    if (party < 0) return '';
    const { parties, lists } = this.sources;
    const id = parties.ids[party] as string;
    if (!lists.mentions(id) && !this.special.has(id)) {
      return seatMatters
        ? `${this.seatOn(parties.country(party), on)}/${this.seatOn(parties.headquarters(party), on)}`
        : '-';
    }
    const { id: _, country, headquarters, ultimateParentHeadquarters, ...rest } = this.party(party, on);
    const seats = seatMatters
      ? [
          ...[country, headquarters, ultimateParentHeadquarters].map((seat) => this.seatOn(seat, on)),
          this.parentInTier3(party, on),
        ]
      : [];
    return JSON.stringify([rest, seats]);
  }

  /** How a place stands in the law of the days; the place itself where there is no law to ask. */
  private seatOn(place: CountryCode | undefined, on: DayInterval): string {
    const { regime, view } = this.sources;
    const kinds = [on.earliest, on.latest].map((day) => {
      const law = regime.lawOn(day, view);
      return law === undefined ? (place ?? '') : placeKind(place, law);
    });
    return kinds[0] === kinds[1] ? `${kinds[0]}` : kinds.join('>');
  }

  /** Whether two places are one country in law. */
  private isWithin(from: CountryCode | undefined, to: CountryCode | undefined, on: DayInterval): string {
    const { regime, view } = this.sources;
    const inLaw = (place: CountryCode | undefined, day: Day) =>
      place === undefined ? undefined : (regime.lawOn(day, view)?.inLaw(place) ?? place);
    return [on.earliest, on.latest].map((day) => Number(inLaw(from, day) === inLaw(to, day))).join('');
  }

  private party(party: number, on: DayInterval): MovementParty {
    const { parties, lists, control } = this.sources;
    const key = `${party}@${on.earliest}:${on.latest}`;
    const known = this.classes.get(key);
    if (known !== undefined) return known;
    const id = parties.ids[party] as string;
    const country = parties.country(party);
    const headquarters = parties.headquarters(party);
    const parent = this.parentSeat(party, on);
    const listed = lists.listingsOf(id, on);
    const held = lists.authorizationsOf(id, on);
    const result: MovementParty = {
      id,
      ...(country === undefined ? {} : { country }),
      ...(headquarters === undefined ? {} : { headquarters }),
      ...(parent === undefined ? {} : { ultimateParentHeadquarters: parent }),
      listedOn: listed.filter((one) => one.certainty === 'CERTAIN').map(({ listing }) => listName(listing)),
      possiblyListedOn: listed.filter((one) => one.certainty !== 'CERTAIN').map(({ listing }) => listName(listing)),
      ownedByListed: listedOwners(id, on, control, lists),
      authorizations: held.map((one) => one.kind),
      letters: held.filter((one) => one.kind === 'is-informed-letter').map((one) => one.id),
    };
    this.classes.set(key, result);
    return result;
  }

  /** Seat of the ultimate parent; undefined where it cannot be said. */
  private parentSeat(party: number, on: DayInterval): CountryCode | undefined {
    const { control, parties } = this.sources;
    const id = parties.ids[party] as string;
    if (!control.isRecorded(id)) return undefined;
    const { certain } = control.ultimateParent(id, on);
    const number = certain === undefined ? undefined : parties.number(certain);
    return number === undefined ? undefined : seatOf(parties, number);
  }

  private licence(row: LawRow, found: FoundEnd | undefined): LicenceState {
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
    const { parties, lists, control, regime, view, catalogue } = this.sources;
    const movement = this.movement(row, goods);
    const first = verdict(movement, row.departs.earliest, regime, view, catalogue);
    const crosses =
      this.rangeOf(row.departs.earliest) !== this.rangeOf(row.departs.latest) &&
      verdict(movement, row.departs.latest, regime, view, catalogue).outcome !== first.outcome;
    const named = [row.consignee, row.endUser, row.forwarder, row.shipper].filter((party) => party >= 0);
    const ids = named.map((party) => parties.ids[party] as string);
    const { caps } = first;
    const parentTier3 = this.parentInTier3(row.consignee, row.departs);
    const held = (id: string): Certainty =>
      control.isRecorded(id)
        ? control.heldBy(id, (one) => lists.isListed(one, row.departs), row.departs).certainty
        : 'NO';
    return {
      control: 'UNKNOWN',
      outcome: crosses ? 'UNKNOWN' : first.outcome,
      ...(first.review === undefined ? {} : { review: first.review }),
      licence: movement.licence ?? 'UNKNOWN',
      ...exceptionFails(row, first),
      capExceeded: caps.includes('NO') ? 'CERTAIN' : caps.includes('POSSIBLE') ? 'NOT_EXCLUDED' : 'NO',
      ...(lists.loaded.length === 0 ? {} : { listed: worst(ids.map((id) => lists.isListed(id, row.departs))) }),
      ...(lists.loaded.length === 0 ? {} : { ownedByListed: worst(ids.map(held)) }),
      ...tier3('destinationTier3', first.destination),
      ...tier3('headquartersTier3', first.consigneeHeadquarters),
      ...(parentTier3 === undefined ? {} : { parentTier3 }),
    };
  }
}

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

/** Goods codes alike in law share the number of the first of them: one class on every day, one lane, one size under a cap. */
function goodsAlikeInLaw(sources: LawSources, days: readonly Day[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(sources.goods.codes, ({ product, eccn }, code) => {
    const signature =
      product === undefined
        ? `eccn ${eccn ?? ''}`
        : [
            ...days.map((day) => sources.catalogue.itemClassOn(product, day, sources.regime, sources.view)),
            product.dataCenter,
            (product.tpp ?? Number.NaN) < 21_000 && (product.memoryBandwidthGBs ?? Number.NaN) < 6_500,
            // Letters name products, and caps count their performance.
            product.tpp === undefined || (product.tpp < 4_800 && product.dataCenter !== false) ? product.id : '',
            sources.view === 'AS_WRITTEN' ? product.id : '',
          ].join('|');
    const known = first.get(signature);
    if (known !== undefined) return known;
    first.set(signature, code);
    return code;
  });
}

/** Whether a rule names the role and a seat in one breath: rather once too often than once too seldom. */
function readsSeatOf(role: string, regime: Regime): boolean {
  const texts = [...regime.rules.values(), ...regime.predicates.values()].flatMap((rule) =>
    Object.values(rule).map((part) => JSON.stringify(part) ?? ''),
  );
  return texts.some(
    (text) => new RegExp(`"${role}`).test(text) && /country|headquarters|ultimateParentHeadquarters/i.test(text),
  );
}
