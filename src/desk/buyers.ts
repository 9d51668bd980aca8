/** What each party is like as a buyer: its orders taken together, and the flags that are its own. */
import { classOf } from '../evidence/classify.js';
import type { Evidence } from '../evidence/flag.js';
import { type PartySituation, type PatternSituation, SPLIT_CLASSES } from '../evidence/situations.js';
import type { Movements } from '../graph/network.js';
import { type Day, type DayInterval, parseDay } from '../model/day.js';
import type { Control } from './control.js';
import { type GoodsTable, isAccelerator } from './goods.js';
import type { Lists } from './lists.js';
import type { Parties } from './parties.js';
import type { Succession } from './succession.js';

/** The first control on such chips took effect on this day (87 FR 62186, staged from 2022-10-07). */
const FIRST_CONTROL: Day = parseDay('2022-10-07');

/** Code of `Movements.split`: nothing that could be these goods leaves in the window. */
const NOTHING_LEAVES = SPLIT_CLASSES.indexOf('NONE');

export interface BuyerSources {
  readonly evidence: Evidence;
  readonly movements: Movements;
  readonly goods: GoodsTable;
  readonly parties: Parties;
  readonly lists: Lists;
  readonly control: Control;
  /** By address or officer: the circles a party belongs to, with how many firms and whether a listed one is among them. */
  readonly sharing: (party: number) => { readonly address?: number; readonly officer?: number };
  readonly succession: Succession;
}

/** Totals over all goods that can be accelerators, by party, added up once. */
export class Buyers {
  private readonly sources: BuyerSources;
  private readonly fillsWebsite: boolean;
  /** Earliest possible day of the first order; NaN for none. */
  private readonly firstOrder: Float64Array;
  /** Chips that came in and that went out. */
  private readonly chipsIn: Float64Array;
  private readonly chipsOut: Float64Array;
  /** Kilowatts of all accelerators that arrived and whose power is known. */
  private readonly kilowatts: Float64Array;
  /** Deliveries of which nothing of the kind is seen to leave in the window. */
  readonly kept: Int32Array;

  constructor(sources: BuyerSources) {
    this.sources = sources;
    const { movements, goods, parties } = sources;
    this.fillsWebsite = parties.fillsWebsite();
    this.firstOrder = new Float64Array(parties.count).fill(Number.NaN);
    this.chipsIn = new Float64Array(parties.count);
    this.chipsOut = new Float64Array(parties.count);
    this.kilowatts = new Float64Array(parties.count);
    this.kept = new Int32Array(parties.count);
    const counts = goods.codes.map((_, code) => isAccelerator(goods, code));
    const kilowatts = goods.codes.map(({ product }) => product?.kilowatts);
    for (let m = 0; m < movements.count; m++) {
      const code = movements.goods[m] as number;
      if (counts[code] !== true) continue;
      const to = movements.consignee[m] as number;
      const from = movements.shipper[m] as number;
      const day = movements.departsEarliest[m] as number;
      if (!((this.firstOrder[to] as number) <= day)) this.firstOrder[to] = day;
      const chips = (movements.units[m] as number) * (goods.goods.chipsPerPiece[code] as number);
      if (!Number.isNaN(chips)) {
        this.chipsIn[to] = (this.chipsIn[to] as number) + chips;
        this.chipsOut[from] = (this.chipsOut[from] as number) + chips;
        const each = kilowatts[code];
        if (each !== undefined)
          this.kilowatts[to] = (this.kilowatts[to] as number) + (movements.units[m] as number) * each;
      }
      if (movements.split[m] === NOTHING_LEAVES) this.kept[to] = (this.kept[to] as number) + 1;
    }
  }

  /** Whether the site has power for all that arrived; undefined where its power is not known. */
  hasPowerForAll(party: number): boolean | undefined {
    const power = this.sources.parties.sitePowerMw(party);
    return power === undefined ? undefined : (this.kilowatts[party] as number) <= power * 1000;
  }

  /** A party's own flags; a field that is not known is undefined. */
  situation(party: number): PartySituation & PatternSituation {
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
    return {
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
    };
  }

  /** A day to ask about a party as a whole: its first order, else the first control. */
  private usualDay(party: number): DayInterval {
    const first = this.firstOrder[party] as number;
    const day = Number.isNaN(first) ? FIRST_CONTROL : first;
    return { earliest: day, latest: day };
  }
}

/** Whose declared business is carriage. */
export function isForwarder(roles: ReadonlySet<string>): boolean {
  return roles.has('forwarder') || roles.has('carrier');
}

/** Businesses that use, make, sell or carry computing. */
function fitsComputing(sector: string): boolean {
  return /comput|data.?cent|cloud|semicond|electron|graphic|software|telecom|\bit\b|information|research|universit|hosting|server|artificial|\bai\b|internet|engineering|tech|logist|freight|forward|warehous|distribut/i.test(
    sector,
  );
}
