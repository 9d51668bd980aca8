/** What speaks for and against each arrival, law aside: the party it arrives at, money, patterns, and what clears it. */
import { classOf } from '../evidence/classify.js';
import { CodedEvidence } from '../evidence/codes.js';
import type { Evidence } from '../evidence/flag.js';
import type {
  ExculpatorySituation,
  MoneySituation,
  MovementSituation,
  PartySituation,
} from '../evidence/situations.js';
import { SPLIT_CLASSES } from '../evidence/situations.js';
import type { Movements } from '../graph/network.js';
import type { Authorization } from '../model/authorization.js';
import type { DayInterval } from '../model/day.js';
import type { Tier } from '../policy/judgement.js';
import type { Terms } from '../store/port.js';
import { Buyers, isForwarder } from './buyers.js';
import type { Control } from './control.js';
import { type GoodsTable, isAccelerator } from './goods.js';
import type { Lists } from './lists.js';
import { sortedByGoods } from './medians.js';
import type { Parties } from './parties.js';
import { Returns } from './returns.js';
import type { Succession } from './succession.js';
import type { Tiers } from './tiers.js';

/** Code of `Movements.split`: nothing that could be these goods leaves in the window. */
const NOTHING_LEAVES = SPLIT_CLASSES.indexOf('NONE');
/** Codes of `Movements.split` where all that arrived, or more, is seen to leave. */
const ALL_LEAVES = new Set([SPLIT_CLASSES.indexOf('EQUALS'), SPLIT_CLASSES.indexOf('MORE')]);

export interface ArrivalSources {
  readonly evidence: Evidence;
  readonly movements: Movements;
  readonly goods: GoodsTable;
  readonly parties: Parties;
  readonly lists: Lists;
  readonly control: Control;
  readonly tiers: Tiers;
  readonly windowDays: number;
  readonly termsOf: (movement: number) => Terms;
  readonly endUserOf: (movement: number) => number;
  /** Whether any shipment names its payer. */
  readonly fillsPayer: boolean;
  /** By address or officer: the circles a party belongs to, with how many firms and whether a listed one is among them. */
  readonly sharing: (party: number) => { readonly address?: number; readonly officer?: number };
  readonly succession: Succession;
}

/** Who a paper says has paid. */
interface Payer {
  readonly country?: string;
  readonly party?: number;
}

/**
 * Facts are read as codes (see `CodedEvidence`), since millions of arrivals differ in few ways; a situation is what
 * its codes stand for.
 */
export class Arrivals {
  private readonly sources: ArrivalSources;
  private readonly buyers: Buyers;
  private readonly returns: Returns;
  /** By goods code: usual price a piece; NaN where unknown. */
  private readonly usualPrice: Float64Array;
  /** By licence and movement: TPP used up to and with that movement, in order of departure; NaN where unknown. */
  private readonly licensedTpp: ReadonlyMap<string, ReadonlyMap<number, number>>;
  private readonly payers = new Map<string, Payer>();
  private readonly party: CodedEvidence<'party'>;
  private readonly money: CodedEvidence<'money'>;
  private readonly pattern: CodedEvidence<'pattern'>;
  private readonly exculpatory: CodedEvidence<'exculpatory'>;
  private readonly tied: CodedEvidence<'party'>;
  private readonly origin: CodedEvidence<'party'>;
  /** By party; -1 where not asked for yet. */
  private readonly partyCodes: Int32Array;
  private readonly patternCodes: Int32Array;

  constructor(sources: ArrivalSources) {
    this.sources = sources;
    const { evidence, movements, goods, parties } = sources;
    this.buyers = new Buyers(sources);
    this.returns = new Returns(movements, goods.goods, sources.windowDays, parties);
    // Only a product has a usual price: "accelerators" are cards and servers, new and old.
    const prices = sortedByGoods(movements, movements.piecePrice, usuallyPriced(goods));
    this.usualPrice = Float64Array.from(prices, (list) => (list.length < 5 ? Number.NaN : median(list)));
    this.licensedTpp = tppUsed(sources);
    this.party = new CodedEvidence(evidence, 'movement', 'party');
    this.money = new CodedEvidence(evidence, 'movement', 'money');
    this.pattern = new CodedEvidence(evidence, 'movement', 'pattern');
    this.exculpatory = new CodedEvidence(evidence, 'movement', 'exculpatory');
    this.tied = new CodedEvidence(evidence, 'tie', 'party');
    this.origin = new CodedEvidence(evidence, 'origin', 'party');
    this.partyCodes = new Int32Array(parties.count).fill(-1);
    this.patternCodes = new Int32Array(parties.count);
  }

  /** What arrival `m` brings, all but law. */
  situation(m: number): MovementSituation {
    return {
      ...this.party.situation(this.partyCode(m)),
      ...this.money.situation(this.moneyCode(m)),
      ...this.pattern.situation(this.patternCodes[this.sources.movements.consignee[m] as number] as number),
      ...this.exculpatory.situation(this.exculpatoryCode(m)),
    };
  }

  /** The sixty-fourths of `situation(m)`. */
  bits(m: number): number {
    return (
      this.party.bits(this.partyCode(m)) +
      this.money.bits(this.moneyCode(m)) +
      this.pattern.bits(this.patternCodes[this.sources.movements.consignee[m] as number] as number) +
      this.exculpatory.bits(this.exculpatoryCode(m))
    );
  }

  /** A party's own flags, whatever arrives. */
  ofParty(party: number): PartySituation {
    return this.party.situation(this.codeOfParty(party));
  }

  /** Sixty-fourths of a party that goods pass to by a tie. */
  tiedBits(party: number): number {
    return this.tied.bits(this.codeOfParty(party));
  }

  /** Sixty-fourths of a party that a route leaves from. */
  originBits(party: number): number {
    return this.origin.bits(this.codeOfParty(party));
  }

  private codeOfParty(party: number): number {
    const known = this.partyCodes[party] as number;
    if (known >= 0) return known;
    const situation = this.buyers.situation(party);
    const code = this.party.codeOf(situation);
    this.partyCodes[party] = code;
    this.patternCodes[party] = this.pattern.codeOf(situation);
    return code;
  }

  private partyCode(m: number): number {
    return (
      this.codeOfParty(this.sources.movements.consignee[m] as number) +
      this.party.code('endUserRole', this.endUserRole(m)) +
      this.party.code('forwarderFinal', this.forwarderFinal(m))
    );
  }

  private moneyCode(m: number): number {
    return (
      this.money.code('price', this.price(m)) +
      this.money.code('payer', this.payer(m)) +
      this.money.code('paidFromTier3', this.paidFromTier3(m))
    );
  }

  private exculpatoryCode(m: number): number {
    const { movements, parties, tiers, lists } = this.sources;
    const consignee = movements.consignee[m] as number;
    const on: DayInterval = {
      earliest: movements.departsEarliest[m] as number,
      latest: movements.departsLatest[m] as number,
    };
    const from = tiers.of(parties.country(movements.shipper[m] as number), on.earliest);
    const to = tiers.of(parties.country(consignee), on.earliest);
    // Where the goods were not to come at all, that they stay is no excuse.
    const forbidden = to === 3 || tiers.of(parties.headquarters(consignee), on.earliest) === 3;
    const coded = this.exculpatory;
    return (
      coded.code('siteVerified', !forbidden && this.siteVerified(m, consignee)) +
      coded.code(
        'authorizationFits',
        lists.areAuthorized && this.authorizationFits(m, lists.authorizationsOf(parties.ids[consignee] as string, on)),
      ) +
      coded.code('returnsToMaker', this.returns.toMaker(m)) +
      coded.code('keptDeliveries', this.keptDeliveries(consignee, forbidden)) +
      coded.code('backToAllies', from === 'UNKNOWN' || to === 'UNKNOWN' ? undefined : from >= 2 && to <= 1) +
      coded.code('retailVolume', this.retailVolume(m))
    );
  }

  private endUserRole(m: number): PartySituation['endUserRole'] {
    const endUser = this.sources.endUserOf(m);
    if (endUser < 0) return undefined;
    const roles = this.sources.parties.roles(endUser);
    if (roles.size === 0) return undefined;
    if (isForwarder(roles)) return 'FORWARDER';
    return roles.has('trader') || roles.has('distributor') ? 'TRADER' : 'OTHER';
  }

  /** A forwarder's other business says nothing of this lot, so each arrival is looked at by itself. */
  private forwarderFinal(m: number): PartySituation['forwarderFinal'] {
    const { movements, parties } = this.sources;
    const roles = parties.roles(movements.consignee[m] as number);
    return roles.size === 0 ? undefined : movements.split[m] === NOTHING_LEAVES && isForwarder(roles);
  }

  private price(m: number): MoneySituation['price'] {
    const { evidence, movements } = this.sources;
    const usual = this.usualPrice[movements.goods[m] as number] as number;
    return classOf(evidence, 'price', (movements.piecePrice[m] as number) / usual);
  }

  private payer(m: number): MoneySituation['payer'] {
    const { movements, parties, control, endUserOf } = this.sources;
    const number = this.payerOf(m)?.party;
    if (number === undefined) return undefined;
    const consignee = movements.consignee[m] as number;
    if (number === consignee) return 'BUYER';
    if (number === endUserOf(m)) return 'RELATED';
    const day = movements.departsEarliest[m] as number;
    const group = (party: number): string | undefined =>
      control.ultimateParent(parties.ids[party] as string, { earliest: day, latest: day }).certain;
    return group(number) === group(consignee) ? 'RELATED' : 'THIRD_PARTY';
  }

  /** A buyer in Tier 3 pays from home: that says no more than where it is. */
  private paidFromTier3(m: number): MoneySituation['paidFromTier3'] {
    const payer = this.payerOf(m);
    if (payer === undefined) return undefined;
    const { movements, parties, tiers } = this.sources;
    const day = movements.departsEarliest[m] as number;
    const home = tiers.of(parties.country(movements.consignee[m] as number), day);
    const country = payer.party === undefined ? payer.country : parties.country(payer.party);
    const tier: Tier = tiers.of(country, day);
    return tier === 'UNKNOWN' || home === 'UNKNOWN' ? undefined : tier === 3 && home !== 3;
  }

  /** Undefined where the paper names no payer. */
  private payerOf(m: number): Payer | undefined {
    if (!this.sources.fillsPayer) return undefined;
    const text = this.sources.termsOf(m).paidBy;
    if (text === undefined) return undefined;
    let payer = this.payers.get(text);
    if (payer === undefined) {
      const party = this.sources.parties.number(text.replace(/^id:/, ''));
      payer = text.startsWith('country:') ? { country: text.slice(8) } : party === undefined ? {} : { party };
      this.payers.set(text, payer);
    }
    return payer;
  }

  private siteVerified(m: number, consignee: number): ExculpatorySituation['siteVerified'] {
    const { movements, parties } = this.sources;
    const verified = parties.siteVerifiedOn(consignee);
    if (verified === undefined || verified.latest < (movements.arrivesEarliest[m] as number)) return false;
    return verified.earliest >= (movements.arrivesLatest[m] as number)
      ? this.buyers.hasPowerForAll(consignee)
      : undefined;
  }

  /** What cannot be run there was not kept to be used, and what a forwarder does not send on is not on paper. */
  private keptDeliveries(consignee: number, forbidden: boolean): ExculpatorySituation['keptDeliveries'] {
    const { evidence, parties } = this.sources;
    const few = forbidden || isForwarder(parties.roles(consignee)) || this.buyers.hasPowerForAll(consignee) === false;
    return few ? 'FEW' : classOf(evidence, 'keptDeliveries', this.buyers.kept[consignee]);
  }

  private retailVolume(m: number): ExculpatorySituation['retailVolume'] {
    const { movements, goods } = this.sources;
    const product = goods.codes[movements.goods[m] as number]?.product;
    const units = movements.units[m] as number;
    if (product === undefined || Number.isNaN(units)) return undefined;
    return product.dataCenter === false && product.kind !== 'server' && units <= 50;
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
}

function usuallyPriced(goods: GoodsTable): (code: number) => boolean {
  return (code) => goods.codes[code]?.product !== undefined && isAccelerator(goods, code);
}

function median(sorted: Float32Array): number {
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
