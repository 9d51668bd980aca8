/** How one law sees the parts of the desk's movements: numbers that are equal for what it cannot tell apart. */
import type { CountryCode } from '../model/country.js';
import type { Catalogue } from '../policy/catalogue.js';
import { type Asked, Groups } from '../policy/groups.js';
import type { Tier } from '../policy/judgement.js';
import type { Law as BoundLaw } from '../policy/law.js';
import type { Amount, Movement } from '../policy/movement.js';
import { HISTORY, type HistoryFact } from '../policy/movement.js';
import type { Part } from '../policy/parts.js';
import { Signatures } from '../policy/signatures.js';
import { tierIn } from '../policy/tiers.js';
import type { Verdict } from '../policy/verdict.js';
import type { Terms } from '../store/port.js';
import type { GoodsCode, GoodsTable } from './goods.js';
import type { LawRow } from './law.js';
import type { PartyInLaw } from './party-facts.js';

/** The parties of a row; undefined for none. */
export interface RowParties {
  readonly exporter: PartyInLaw;
  readonly consignee: PartyInLaw;
  readonly endUser: PartyInLaw | undefined;
  readonly forwarder: PartyInLaw | undefined;
}
type Role = keyof RowParties;

/** What papers certify, and the kinds of the goods under it: by code, then class, origin and goods. */
interface Certified {
  readonly certifications: Movement['certifications'];
  readonly kinds: number[];
}

/** The kinds of a stretch in which the law stands still, and the verdicts of the movements in it. */
export class LawKinds {
  private readonly law: BoundLaw;
  private readonly goods: GoodsTable;
  private readonly fillsCertifications: boolean;
  private readonly signatures: Signatures;
  private readonly groups: Groups;
  private readonly totals: readonly HistoryFact[];
  private readonly asksForAmounts: boolean;
  private readonly places = new Map<string, number>();
  private readonly terms = new Map<Terms, number>();
  /** By what papers certify, all together, and by papers. */
  private readonly items = new Map<string | undefined, Certified>();
  private readonly certified = new Map<Terms, Certified>();
  private readonly parties = new Map<Part, number[]>();
  private readonly together = new Map<Role, number[]>();
  private readonly tuples = new Tuples();
  private readonly placeTuples = new Tuples();
  private readonly tiers = new Map<CountryCode | undefined, Tier>();

  constructor(law: BoundLaw, catalogue: Catalogue, goods: GoodsTable, fillsCertifications: boolean) {
    this.law = law;
    this.fillsCertifications = fillsCertifications;
    this.goods = goods;
    this.signatures = new Signatures(law, catalogue);
    this.groups = new Groups(law, catalogue);
    this.totals = HISTORY.filter((fact) => this.signatures.asksFor(fact));
    this.asksForAmounts = this.totals.length > 0 || this.signatures.asksForShipments;
  }

  /** Whether some rule asks for a total that is kept (cap-totals.ts). */
  get asksForTotals(): boolean {
    return this.totals.some((fact) => fact in KEPT);
  }

  /** Rows of one number have the same verdict with any of the goods. */
  kindOf(row: LawRow, parties: RowParties, goods: readonly number[]): number {
    const { tuples } = this;
    let kind = this.placeKind('from', row.from);
    kind = tuples.join(kind, this.placeKind('to', row.to) * 2 + this.within(row));
    kind = tuples.join(kind, this.termsKind(row.terms));
    kind = tuples.join(kind, this.partyKind('exporter', parties.exporter));
    kind = tuples.join(kind, this.partyKind('consignee', parties.consignee));
    kind = tuples.join(kind, this.partyKind('endUser', parties.endUser));
    kind = tuples.join(kind, this.partyKind('forwarder', parties.forwarder));
    if (!this.asksForAmounts) return kind;
    for (const code of goods) {
      const tpp = row.units * (this.goods.tpp[code] as number);
      kind = tuples.join(kind, this.signatures.kindOfShipment(row.units, tpp));
      for (const fact of this.totals) kind = tuples.join(kind, this.totalKind(fact, row, tpp));
    }
    return kind;
  }

  /** The verdict of the row with these goods; `movement` is what the law would be asked about. */
  verdict(row: LawRow, parties: RowParties, goods: number, movement: () => Movement): Verdict {
    const tpp = row.units * (this.goods.tpp[goods] as number);
    const asked: Asked = {
      movement,
      kindOf: (part) => {
        switch (part) {
          case 'class':
          case 'origin':
          case 'goods':
            return this.itemKind(part, goods, row.terms);
          case 'terms':
            return this.termsKind(row.terms);
          case 'from':
          case 'to':
            return this.placeKind(part, row[part]);
          case 'within':
            return this.within(row);
          case 'present':
            return (parties.endUser === undefined ? 0 : 1) + (parties.forwarder === undefined ? 0 : 2);
          case 'shipment':
            return this.signatures.kindOfShipment(row.units, tpp);
          case 'exporterSeats':
          case 'exporterStanding':
          case 'consigneeSeats':
          case 'consigneeStanding':
          case 'endUserSeats':
          case 'endUserStanding':
          case 'forwarderSeats':
          case 'forwarderStanding':
            return this.partOf(part, parties[part.replace(/Seats|Standing/, '') as Role]);
          default:
            return this.totalKind(part, row, tpp);
        }
      },
    };
    return this.groups.verdictOf(asked);
  }

  /** How the law sees a place. */
  inLaw(place: CountryCode | undefined): CountryCode | undefined {
    return this.signatures.inLaw(place);
  }

  /** The end of an allowance; undefined where none is set. */
  limitOf(cap: string): number | undefined {
    return this.signatures.limitOf(cap);
  }

  tier(country: CountryCode | undefined): Tier {
    let tier = this.tiers.get(country);
    if (tier === undefined) {
      tier = tierIn(country, this.law);
      this.tiers.set(country, tier);
    }
    return tier;
  }

  private within({ from, to }: LawRow): number {
    return from === to || this.signatures.inLaw(from) === this.signatures.inLaw(to) ? 1 : 0;
  }

  /** With the tier, which is told beside the verdict. */
  private placeKind(part: 'from' | 'to', place: CountryCode | undefined): number {
    const key = `${part}${place ?? ''}`;
    let kind = this.places.get(key);
    if (kind === undefined) {
      const movement = place === undefined ? {} : { [part]: place };
      kind = this.placeTuples.join(this.signatures.kindOf(part, movement), tierCode(this.tier(place)));
      this.places.set(key, kind);
    }
    return kind;
  }

  private termsKind(terms: Terms): number {
    let kind = this.terms.get(terms);
    if (kind === undefined) {
      kind = this.signatures.kindOf('terms', statedTerms(terms, this.fillsCertifications));
      this.terms.set(terms, kind);
    }
    return kind;
  }

  /** Papers tell of the goods themselves by what they certify, besides the code. */
  private itemKind(part: 'class' | 'origin' | 'goods', code: number, terms: Terms): number {
    let certified = this.certified.get(terms);
    if (certified === undefined) {
      const { certifications } = statedTerms(terms, this.fillsCertifications);
      const key = certifications?.join('\n');
      certified = this.items.get(key) ?? { certifications, kinds: [] };
      this.items.set(key, certified);
      this.certified.set(terms, certified);
    }
    const at = code * 3 + ['class', 'origin', 'goods'].indexOf(part);
    let kind = certified.kinds[at];
    if (kind === undefined) {
      const { product, eccn } = this.goods.codes[code] as GoodsCode;
      const { certifications } = certified;
      kind = this.signatures.kindOf(part, {
        ...(product === undefined ? {} : { product: product.id }),
        ...(eccn === undefined ? {} : { item: { eccn } }),
        ...(certifications === undefined ? {} : { certifications }),
      });
      certified.kinds[at] = kind;
    }
    return kind;
  }

  private partyKind(role: Role, party: PartyInLaw | undefined): number {
    if (party === undefined) return 0;
    let kinds = this.together.get(role);
    if (kinds === undefined) {
      kinds = [];
      this.together.set(role, kinds);
    }
    let kind = kinds[party.code];
    if (kind === undefined) {
      const { tuples } = this;
      kind = tuples.join(this.partOf(`${role}Seats`, party), this.partOf(`${role}Standing`, party));
      // Told beside the verdict: the tiers of the destination and of the consignee's head office.
      if (role === 'endUser') kind = tuples.join(kind, tierCode(this.tier(party.facts.country)));
      if (role === 'consignee') kind = tuples.join(kind, tierCode(this.tier(party.facts.headquarters)));
      kind++;
      kinds[party.code] = kind;
    }
    return kind;
  }

  private partOf(part: Part, party: PartyInLaw | undefined): number {
    if (party === undefined) return 0;
    let kinds = this.parties.get(part);
    if (kinds === undefined) {
      kinds = [];
      this.parties.set(part, kinds);
    }
    let kind = kinds[party.code];
    if (kind === undefined) {
      kind = this.signatures.kindOf(part, { [part.replace(/Seats|Standing/, '')]: party.facts }) + 1;
      kinds[party.code] = kind;
    }
    return kind;
  }

  private totalKind(fact: HistoryFact, row: LawRow, tpp: number): number {
    const [least, most] = rangeOf(row.history[fact]);
    return this.signatures.kindOfTotal(fact, least, most, tpp);
  }
}

const KEPT = { parentTppThisYear: true, countryLicensedTpp: true, nveuTppToDate: true, aiaTppToDate: true };

/** Numbers for pairs of numbers, from 0: equal for equal pairs. */
export class Tuples {
  private readonly pairs = new Map<number, number>();

  join(a: number, b: number): number {
    const key = a * 0x2000000 + b;
    let number = this.pairs.get(key);
    if (number === undefined) {
      number = this.pairs.size;
      this.pairs.set(key, number);
    }
    return number;
  }
}

/** What papers state besides goods, places and parties. Where no paper of the store gives certifications, a blank says nothing. */
export function statedTerms({ act, exception, certifications }: Terms, fillsCertifications: boolean): Movement {
  const stated = act?.toUpperCase() as Movement['act'];
  return {
    ...(stated === undefined ? {} : { act: stated }),
    // End-use rules bind whoever knows; papers that say nothing of the end use give no such knowledge.
    endUse: 'CIVIL',
    ...(exception === undefined ? {} : { claimedException: exception }),
    ...(certifications.length > 0 || fillsCertifications ? { certifications } : {}),
  };
}

function tierCode(tier: Tier): number {
  return tier === 'UNKNOWN' ? 4 : tier;
}

/** NaN for unknown. */
function rangeOf(amount: Amount | undefined): readonly [number, number] {
  if (amount === undefined) return [Number.NaN, Number.NaN];
  return typeof amount === 'number' ? [amount, amount] : [amount.min, amount.max];
}
