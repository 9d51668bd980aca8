/** What speaks for and against each arrival, law aside: the party it arrives at, money, patterns, and what clears it. */
import { classOf } from '../evidence/classify.js';
import type { Evidence } from '../evidence/flag.js';
import type {
  ExculpatorySituation,
  MoneySituation,
  MovementSituation,
  PartySituation,
  PatternSituation,
} from '../evidence/situations.js';
import { SPLIT_CLASSES } from '../evidence/situations.js';
import type { Movements } from '../graph/network.js';
import type { Authorization } from '../model/authorization.js';
import { type Day, type DayInterval, parseDay } from '../model/day.js';
import type { Catalogue } from '../policy/catalogue.js';
import type { Tier } from '../policy/judgement.js';
import type { Terms } from '../store/port.js';
import type { Control } from './control.js';
import { type GoodsTable, isAccelerator } from './goods.js';
import type { Law } from './law.js';
import type { Lists } from './lists.js';
import type { Parties } from './parties.js';
import { returnsToMaker } from './returns.js';
import type { Succession } from './succession.js';

/** The first control on such chips took effect on this day (87 FR 62186, staged from 2022-10-07). */
const FIRST_CONTROL: Day = parseDay('2022-10-07');

/** Code of `Movements.split`: nothing that could be these goods leaves in the window. */
const NOTHING_LEAVES = SPLIT_CLASSES.indexOf('NONE');
/** Codes of `Movements.split` where all that arrived, or more, is seen to leave. */
const ALL_LEAVES = new Set([SPLIT_CLASSES.indexOf('EQUALS'), SPLIT_CLASSES.indexOf('MORE')]);

export interface ArrivalSources {
  readonly evidence: Evidence;
  readonly movements: Movements;
  readonly goods: GoodsTable;
  readonly catalogue: Catalogue;
  readonly parties: Parties;
  readonly lists: Lists;
  readonly control: Control;
  readonly law: Law;
  readonly windowDays: number;
  readonly termsOf: (movement: number) => Terms;
  readonly endUserOf: (movement: number) => number;
  /** Whether any shipment names its payer. */
  readonly fillsPayer: boolean;
  /** By address or officer: the circles a party belongs to, with how many firms and whether a listed one is among them. */
  readonly sharing: (party: number) => { readonly address?: number; readonly officer?: number };
  readonly succession: Succession;
}

/** Facts about parties that need many movements at once, computed once a projection. */
export class Arrivals {
  private readonly sources: ArrivalSources;
  private readonly fillsWebsite: boolean;
  /** By party: earliest possible day of its first order of goods that can be accelerators; NaN for none. */
  private readonly firstOrder: Float64Array;
  /** By party: chips that came in and that went out, over goods that can be accelerators. */
  private readonly chipsIn: Float64Array;
  private readonly chipsOut: Float64Array;
  /** By party: kilowatts of all accelerators that arrived and whose power is known. */
  private readonly kilowatts: Float64Array;
  private readonly kept: Int32Array;
  /** By goods code: usual price a chip; NaN where unknown. */
  private readonly usualPrice: Float64Array;
  /** By licence and movement: TPP used up to and with that movement, in order of departure; NaN where unknown. */
  private readonly licensedTpp: ReadonlyMap<string, ReadonlyMap<number, number>>;
  private readonly known = new Map<number, PartySituation & PatternSituation>();

  constructor(sources: ArrivalSources) {
    this.sources = sources;
    const { movements, goods, parties } = sources;
    this.fillsWebsite = parties.fillsWebsite();
    this.firstOrder = new Float64Array(parties.count).fill(Number.NaN);
    this.chipsIn = new Float64Array(parties.count);
    this.chipsOut = new Float64Array(parties.count);
    this.kilowatts = new Float64Array(parties.count);
    this.kept = new Int32Array(parties.count);
    const prices = Array.from({ length: goods.codes.length }, (): number[] => []);
    for (let m = 0; m < movements.count; m++) {
      const code = movements.goods[m] as number;
      if (!isAccelerator(goods, code)) continue;
      const to = movements.consignee[m] as number;
      const from = movements.shipper[m] as number;
      const day = movements.departsEarliest[m] as number;
      if (!((this.firstOrder[to] as number) <= day)) this.firstOrder[to] = day;
      const chips = (movements.units[m] as number) * (goods.goods.chipsPerPiece[code] as number);
      if (!Number.isNaN(chips)) {
        this.chipsIn[to] = (this.chipsIn[to] as number) + chips;
        this.chipsOut[from] = (this.chipsOut[from] as number) + chips;
        const each = goods.codes[code]?.product?.kilowatts;
        if (each !== undefined)
          this.kilowatts[to] = (this.kilowatts[to] as number) + (movements.units[m] as number) * each;
      }
      // A delivery counts as kept when nothing of its kind leaves in its window.
      if (movements.split[m] === NOTHING_LEAVES) this.kept[to] = (this.kept[to] as number) + 1;
      const price = movements.piecePrice[m] as number;
      // Only a product has a usual price: "accelerators" are cards and servers, new and old.
      if (!Number.isNaN(price) && goods.codes[code]?.product !== undefined) prices[code]?.push(price);
    }
    this.usualPrice = Float64Array.from(prices, (list) => (list.length < 5 ? Number.NaN : median(list)));
    this.licensedTpp = tppUsed(sources);
  }

  /** What arrival `m` brings, all but law. */
  situation(m: number): MovementSituation {
    const { movements } = this.sources;
    const consignee = movements.consignee[m] as number;
    return {
      ...this.party(consignee),
      ...this.endUserRole(m),
      ...this.forwarderFinal(m, consignee),
      ...this.money(m),
      ...this.exculpatory(m, consignee),
    };
  }

  /** A party's own flags. */
  party(party: number): PartySituation & PatternSituation {
    let situation = this.known.get(party);
    if (situation === undefined) {
      situation = this.partyNow(party);
      this.known.set(party, situation);
    }
    return situation;
  }

  private partyNow(party: number): PartySituation & PatternSituation {
    const { evidence, parties, lists, control, sharing } = this.sources;
    const roles = parties.roles(party);
    const founded = parties.foundedOn(party);
    const first = this.firstOrder[party] as number;
    const on = this.usualDay(party);
    const id = parties.ids[party] as string;
    const sector = parties.sector(party);
    const shares = sharing(party);
    const incoming = this.chipsIn[party] as number;
    const sentOn = incoming > 0 ? (this.chipsOut[party] as number) / incoming : undefined;
    const forwards = isForwarder(roles);
    const trades = roles.has('distributor') || roles.has('trader') || roles.has('oem') || roles.has('manufacturer');
    const power = parties.sitePowerMw(party);
    const listed = lists.isListed(id, on);
    return defined({
      ageAtFirstOrder:
        founded === undefined || Number.isNaN(first)
          ? undefined
          : classOf(evidence, 'ageAtFirstOrder', Math.max(0, first - founded.earliest)),
      foundedAfterControl:
        founded === undefined
          ? undefined
          : founded.earliest >= FIRST_CONTROL
            ? true
            : founded.latest < FIRST_CONTROL
              ? false
              : undefined,
      webPresence: this.fillsWebsite ? parties.website(party) !== undefined : undefined,
      sectorFits: sector === undefined ? undefined : fitsComputing(sector),
      addressShared:
        parties.address(party) === undefined
          ? undefined
          : shares.address === undefined
            ? 'NONE'
            : classOf(evidence, 'sharedBy', shares.address),
      officerShared:
        shares.officer === undefined
          ? undefined
          : shares.officer === 0
            ? 'NONE'
            : classOf(evidence, 'sharedBy', shares.officer),
      parentHidden: control.isRecorded(id) ? control.ultimateParent(id, on).certain === undefined : undefined,
      successorOfListed: this.sources.succession.ofListed(party),
      demandHandedOver: this.sources.succession.ofSilent(party),
      partyListed: lists.loaded.length === 0 ? undefined : listed,
      sentOn: classOf(evidence, 'sentOn', sentOn),
      distributes: roles.size === 0 ? undefined : trades || forwards,
      power:
        power === undefined || power === 0
          ? undefined
          : classOf(evidence, 'power', (this.kilowatts[party] as number) / (power * 1000)),
    });
  }

  private endUserRole(m: number): Pick<PartySituation, 'endUserRole'> {
    const endUser = this.sources.endUserOf(m);
    if (endUser < 0) return {};
    const roles = this.sources.parties.roles(endUser);
    if (roles.size === 0) return {};
    if (roles.has('forwarder') || roles.has('carrier')) return { endUserRole: 'FORWARDER' };
    return { endUserRole: roles.has('trader') || roles.has('distributor') ? 'TRADER' : 'OTHER' };
  }

  /** A forwarder's other business says nothing of this lot, so each arrival is looked at by itself. */
  private forwarderFinal(m: number, consignee: number): Pick<PartySituation, 'forwarderFinal'> {
    const roles = this.sources.parties.roles(consignee);
    if (roles.size === 0) return {};
    return { forwarderFinal: isForwarder(roles) && this.sources.movements.split[m] === NOTHING_LEAVES };
  }

  private money(m: number): MoneySituation {
    const { evidence, movements, parties, law, control, termsOf, endUserOf } = this.sources;
    const home = law.tier(parties.country(movements.consignee[m] as number), movements.departsEarliest[m] as number);
    // A buyer in Tier 3 pays from home: that says no more than where it is.
    const abroad = (tier: Tier): boolean | undefined =>
      tier === 'UNKNOWN' || home === 'UNKNOWN' ? undefined : tier === 3 && home !== 3;
    const code = movements.goods[m] as number;
    const price = (movements.piecePrice[m] as number) / (this.usualPrice[code] as number);
    const payer = termsOf(m).paidBy;
    const priced = defined({ price: classOf(evidence, 'price', price) });
    if (payer === undefined || !this.sources.fillsPayer) return priced;
    const day = movements.departsEarliest[m] as number;
    if (payer.startsWith('country:')) {
      const tier = law.tier(payer.slice(8), day);
      return defined({ ...priced, paidFromTier3: abroad(tier) });
    }
    const id = payer.replace(/^id:/, '');
    const number = parties.number(id);
    const consignee = movements.consignee[m] as number;
    const tier = number === undefined ? 'UNKNOWN' : law.tier(parties.country(number), day);
    const group = (party: number): string | undefined =>
      control.ultimateParent(parties.ids[party] as string, { earliest: day, latest: day }).certain;
    const related = number !== undefined && (number === endUserOf(m) || group(number) === group(consignee));
    return defined({
      ...priced,
      payer: number === consignee ? 'BUYER' : number === undefined ? undefined : related ? 'RELATED' : 'THIRD_PARTY',
      paidFromTier3: abroad(tier),
    } as MoneySituation);
  }

  private exculpatory(m: number, consignee: number): ExculpatorySituation {
    const { evidence, movements, parties, lists } = this.sources;
    const on: DayInterval = {
      earliest: movements.departsEarliest[m] as number,
      latest: movements.departsLatest[m] as number,
    };
    const verified = parties.siteVerifiedOn(consignee);
    const power = parties.sitePowerMw(consignee);
    const enough = power === undefined ? undefined : (this.kilowatts[consignee] as number) <= power * 1000;
    const afterwards =
      verified === undefined
        ? false
        : verified.earliest >= (movements.arrivesLatest[m] as number)
          ? true
          : verified.latest < (movements.arrivesEarliest[m] as number)
            ? false
            : undefined;
    // Where the goods were not to come at all, that they stay is no excuse.
    const { law } = this.sources;
    const forbidden = [parties.country(consignee), parties.headquarters(consignee)].some(
      (country) => country !== undefined && law.tier(country, on.earliest) === 3,
    );
    const carries = isForwarder(parties.roles(consignee));
    const id = parties.ids[consignee] as string;
    const code = movements.goods[m] as number;
    const product = this.sources.goods.codes[code]?.product;
    const units = movements.units[m] as number;
    return defined({
      siteVerified:
        forbidden || afterwards === false
          ? false
          : afterwards === undefined || enough === undefined
            ? undefined
            : enough,
      authorizationFits: this.authorizationFits(m, lists.authorizationsOf(id, on)),
      returnsToMaker: returnsToMaker(movements, this.sources.goods.goods, m, this.sources.windowDays, (party) =>
        parties.roles(party),
      ),
      // What cannot be run there was not kept to be used, and what a forwarder does not send on is not on paper.
      keptDeliveries:
        forbidden || carries || enough === false ? 'FEW' : classOf(evidence, 'keptDeliveries', this.kept[consignee]),
      backToAllies: this.backToAllies(m),
      retailVolume:
        product === undefined || Number.isNaN(units)
          ? undefined
          : product.dataCenter === false && product.kind !== 'server' && units <= 50,
    });
  }

  /** By the parties' own countries; undefined where a place is not known. */
  private backToAllies(m: number): boolean | undefined {
    const { movements, parties, law } = this.sources;
    const day = movements.departsEarliest[m] as number;
    const tier = (party: number): Tier => law.tier(parties.country(party), day);
    const from = tier(movements.shipper[m] as number);
    const to = tier(movements.consignee[m] as number);
    return from === 'UNKNOWN' || to === 'UNKNOWN' ? undefined : from >= 2 && to <= 1;
  }

  /**
   * Whether an authorization of the consignee covers the arrival: a licence only where the paper names it and its TPP
   * reaches. No permission is given to send the goods on, so it clears nothing where all of them leave again.
   */
  private authorizationFits(m: number, held: readonly Authorization[]): boolean | undefined {
    const { movements, termsOf } = this.sources;
    const named = termsOf(m).licence;
    const fitting = held.filter(({ kind, id }) => (kind === 'licence' ? id === named : STANDING.has(kind)));
    if (fitting.length === 0 || ALL_LEAVES.has(movements.split[m] as number)) return false;
    const covers = fitting.map((one) => {
      if (one.kind !== 'licence' || one.tpp === undefined) return true;
      const used = this.licensedTpp.get(one.id)?.get(m);
      return used === undefined || Number.isNaN(used) ? undefined : used <= one.tpp;
    });
    return covers.includes(true) ? true : covers.includes(undefined) ? undefined : false;
  }

  /** A day to ask about a party as a whole: its first order, else the first control. */
  private usualDay(party: number): DayInterval {
    const first = this.firstOrder[party] as number;
    const day = Number.isNaN(first) ? FIRST_CONTROL : first;
    return { earliest: day, latest: day };
  }
}

/** Whose declared business is carriage. */
function isForwarder(roles: ReadonlySet<string>): boolean {
  return roles.has('forwarder') || roles.has('carrier');
}

/** Businesses that use, make, sell or carry computing. */
function fitsComputing(sector: string): boolean {
  return /comput|data.?cent|cloud|semicond|electron|graphic|software|telecom|\bit\b|information|research|universit|hosting|server|artificial|\bai\b|internet|engineering|tech|logist|freight|forward|warehous|distribut/i.test(
    sector,
  );
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Standing permissions of a party, which no paper need name. */
const STANDING: ReadonlySet<string> = new Set(['uveu', 'nveu', 'veu', 'supp8-740']);

/** What each licence had been used for, movement by movement. Deliveries onwards under one licence count once each. */
function tppUsed({ movements, goods, termsOf }: ArrivalSources): Map<string, Map<number, number>> {
  const named = new Map<string, number[]>();
  for (let m = 0; m < movements.count; m++) {
    const licence = termsOf(m).licence;
    if (licence === undefined) continue;
    const list = named.get(licence);
    if (list === undefined) named.set(licence, [m]);
    else list.push(m);
  }
  return new Map(
    [...named].map(([licence, list]) => {
      list.sort(
        (a, b) =>
          (movements.departsEarliest[a] as number) - (movements.departsEarliest[b] as number) ||
          (movements.rank[a] as number) - (movements.rank[b] as number),
      );
      const used = new Map<number, number>();
      const byConsignee = new Map<number, number>();
      for (const m of list) {
        const consignee = movements.consignee[m] as number;
        const tpp = (movements.units[m] as number) * (goods.tpp[movements.goods[m] as number] as number);
        const sum = (byConsignee.get(consignee) ?? 0) + tpp;
        byConsignee.set(consignee, sum);
        used.set(m, sum);
      }
      return [licence, used];
    }),
  );
}

/** The object without its undefined fields: an absent fact is an absent key. */
function defined<T extends object>(facts: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
