/** Facts, law and evidence of a store as the numbers a search reads. The only file that turns ids into integers and back. */
import { rarityCode, splitCode, stockCode } from '../evidence/classify.js';
import type { Evidence } from '../evidence/flag.js';
import { RARITY_CLASSES, RELATIONS, STOCK_CLASSES } from '../evidence/situations.js';
import { continuationTables } from '../evidence/tables.js';
import { goodsReach } from '../graph/goods-reach.js';
import { classifyLots } from '../graph/lots.js';
import { indexMovements } from '../graph/movements.js';
import type { Movements, Network, Ties } from '../graph/network.js';
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import type { Link } from '../model/link.js';
import type { Catalogue } from '../policy/catalogue.js';
import type { View } from '../policy/judgement.js';
import type { MovementHistory } from '../policy/movement.js';
import type { Regime } from '../policy/regime.js';
import type { AsOf, Dictionaries, ShipmentColumns, Store, Terms } from '../store/port.js';
import { Arrivals } from './arrivals.js';
import { capTotals } from './cap-totals.js';
import { officersShared, sharingWithListed } from './circles.js';
import { Control } from './control.js';
import { type GoodsTable, isAlive, readGoods } from './goods.js';
import { Law, type LawRow, type LawSources } from './law.js';
import { Lists } from './lists.js';
import { sortedByGoods } from './medians.js';
import { Parties } from './parties.js';
import { Succession } from './succession.js';
import { Tiers } from './tiers.js';
import { readTies, shared, type TieSource, type TieTable } from './ties.js';

/** What a projection depends on; two with equal settings over one store version are the same. */
export interface ProjectionSettings {
  readonly asOf: AsOf;
  readonly regime: Regime;
  readonly view: View;
  readonly windowDays: number;
  readonly evidence: Evidence;
  readonly catalogue: Catalogue;
}

export interface Projection {
  readonly settings: ProjectionSettings;
  readonly storeVersion: number;
  readonly network: Network;
  readonly parties: Parties;
  readonly goods: GoodsTable;
  readonly law: Law;
  readonly tiers: Tiers;
  readonly lawSources: LawSources;
  readonly arrivals: Arrivals;
  readonly control: Control;
  readonly lists: Lists;
  readonly links: readonly Link[];
  readonly tieSources: readonly TieSource[];
  /** Whether any shipment fills the column, so that a blank says something. */
  readonly fills: Readonly<Record<'licence' | 'certifications' | 'paidBy', boolean>>;
  /** Parties that records name and none describes. */
  readonly stubs: number;
  /** Last day on which any shipment of the population can have departed. */
  readonly lastDay: Day;
  /** Parties that share an officer with this one, on whatever day; ascending. */
  officersShared(party: number): readonly number[];
  /** Where the paper says that the movement goes, else where its consignee is. */
  placeTo(movement: number): CountryCode | undefined;
  /** Whether its papers name a payer, or an end user besides the consignee. */
  othersNamed(movement: number): boolean;
  /** What law sees of a movement. */
  lawRow(movement: number): LawRow;
  /** The shipment's id. */
  shipmentIds(movements: readonly number[]): Promise<string[]>;
  /** Movements by shipment id; -1 where unknown. */
  movementsOf(ids: readonly string[]): Promise<number[]>;
}

const WANTED = [
  'shipment',
  'shipper',
  'consignee',
  'endUser',
  'forwarder',
  'departsEarliest',
  'departsLatest',
  'arrivesEarliest',
  'arrivesLatest',
  'paper',
  'places',
  'terms',
  'document',
  'rank',
  'units',
  'value',
  'weightKg',
] as const;
type Columns = ShipmentColumns<(typeof WANTED)[number]>;

/** Builds the projection of the whole population as of the settings' day. */
export async function project(store: Store, settings: ProjectionSettings): Promise<Projection> {
  const { asOf, evidence, regime, catalogue, view, windowDays } = settings;
  const storeVersion = await store.version();
  const [parties, links, listings, authorizations, dictionaries, columns] = await Promise.all([
    Parties.read(store, asOf),
    store.links(asOf),
    store.listings(asOf),
    store.authorizations(asOf),
    store.dictionaries(),
    store.columns({ asOf }, WANTED),
  ]);
  const goods = readGoods(dictionaries.papers, catalogue, regime, evidence);
  const control = new Control(links);
  const lists = new Lists(listings, authorizations);
  const tieTable = readTies(evidence, parties, links);
  const order = orderByShipper(columns, parties);
  const movements = toMovements(columns, order, parties, goods, dictionaries);
  fillUsualWeights(movements, goods);
  const weightTells = RELATIONS.map((relation) => relation !== 'CONTAINED');
  const relabelled = RELATIONS.indexOf('RELABELLED');
  classifyLots(movements, goods.goods, windowDays, (party) => tiedTo(tieTable.ties, party), {
    weightTells: (relation) => weightTells[relation] as boolean,
    needsMatch: (relation) => relabelled === relation,
    stock: (chips, stockChips) => stockCode(evidence, chips, stockChips),
    split: (arrived, onward, lots) => splitCode(evidence, arrived, onward, lots),
    rarity: (same, all) => rarityCode(evidence, same, all),
    unknownStock: STOCK_CLASSES.indexOf('UNKNOWN'),
    unknownRarity: RARITY_CLASSES.indexOf('UNKNOWN'),
  });

  const termsOf = (m: number): Terms => dictionaries.terms[columns.terms[order[m] as number] as number] ?? NO_TERMS;
  const numberOf = (key: number): number => (key < 0 ? -1 : (parties.numberOfKey[key] as number));
  const placesOf = (m: number) => dictionaries.places[columns.places[order[m] as number] as number] ?? {};
  const endUserOf = (m: number): number => numberOf(columns.endUser[order[m] as number] as number);
  const fills = {
    licence: dictionaries.terms.some((terms) => terms.licence !== undefined),
    certifications: dictionaries.terms.some((terms) => terms.certifications.length > 0),
    paidBy: dictionaries.terms.some((terms) => terms.paidBy !== undefined),
  };
  const tiers = new Tiers(regime);
  const lawSources: LawSources = { regime, view, catalogue, parties, control, lists, goods, tiers, fills };
  const law = new Law(lawSources);
  // Who names the true destination from the start hides nothing: that the goods go on there speaks for no detour.
  for (let m = 0; m < movements.count; m++) {
    const declared = movements.declaredFor[m] as number;
    if (declared < 0 || tiers.of(parties.country(declared), movements.departsEarliest[m] as number) !== 3) continue;
    movements.declaredFor[m] = -1;
  }
  const rowOf = (m: number): LawRow => {
    const shipper = movements.shipper[m] as number;
    const consignee = movements.consignee[m] as number;
    const { fromCountry, toCountry } = placesOf(m);
    return {
      departs: { earliest: movements.departsEarliest[m] as number, latest: movements.departsLatest[m] as number },
      shipper,
      consignee,
      endUser: endUserOf(m),
      forwarder: numberOf(columns.forwarder[order[m] as number] as number),
      from: fromCountry ?? parties.country(shipper),
      to: toCountry ?? parties.country(consignee),
      terms: termsOf(m),
      units: movements.units[m] as number,
      history: NO_HISTORY,
    };
  };
  const totals = law.asksForTotals(movements.departsLatest)
    ? capTotals(movements, goods, law, rowOf)
    : new Map<number, MovementHistory>();
  const lawRow = (m: number): LawRow => {
    const history = totals.get(m);
    return history === undefined ? rowOf(m) : { ...rowOf(m), history };
  };
  const sharing = sharingWithListed(tieTable.sources, lists, parties);
  const succession = new Succession(movements, goods, parties, lists, tieTable.sources);
  const arrivals = new Arrivals({
    evidence,
    movements,
    goods,
    parties,
    lists,
    control,
    tiers,
    windowDays,
    termsOf,
    fillsPayer: fills.paidBy,
    endUserOf,
    sharing: (party) => sharing.get(party) ?? {},
    succession,
  });
  const officers = officersShared(tieTable.sources);
  const lawTable = weighMovements(movements, goods, tieTable.ties, law, arrivals, evidence, lawRow);
  const { ties } = tieTable;
  for (let party = 0; party < parties.count; party++) {
    if (isTied(tieTable, party)) ties.tiedPartyBits[party] = arrivals.tiedBits(party);
  }
  const network: Network = {
    movements,
    goods: goods.goods,
    ties,
    weights: { ...continuationTables(evidence, windowDays), law: lawTable },
  };
  return {
    settings,
    storeVersion,
    network,
    parties,
    goods,
    law,
    tiers,
    lawSources,
    arrivals,
    control,
    lists,
    links,
    tieSources: tieTable.sources,
    fills,
    stubs: parties.stubs(),
    lastDay: movements.departsLatest.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY),
    placeTo: (m) => placesOf(m).toCountry ?? parties.country(movements.consignee[m] as number),
    othersNamed(m) {
      const endUser = endUserOf(m);
      return termsOf(m).paidBy !== undefined || (endUser >= 0 && endUser !== movements.consignee[m]);
    },
    officersShared: (party) => officers.get(party) ?? [],
    lawRow,
    shipmentIds: (list) =>
      store.ids(
        'shipment',
        list.map((m) => columns.shipment[order[m] as number] as number),
      ),
    async movementsOf(ids) {
      const keys = await store.keys('shipment', ids);
      const wanted = new Map([...keys].map((key, i) => [key, i]));
      const found = new Array<number>(ids.length).fill(-1);
      for (let m = 0; m < movements.count; m++) {
        const at = wanted.get(columns.shipment[order[m] as number] as number);
        if (at !== undefined) found[at] = m;
      }
      return found;
    },
  };
}

const NO_HISTORY: MovementHistory = {};
const NO_TERMS: Terms = { certifications: [] };

/** Row numbers by the shipper's number; the store's order within a shipper is kept. */
function orderByShipper(columns: Columns, parties: Parties): Int32Array {
  const starts = new Int32Array(parties.count + 1);
  const number = (row: number): number => parties.numberOfKey[columns.shipper[row] as number] as number;
  for (let row = 0; row < columns.count; row++) starts[number(row) + 1] = (starts[number(row) + 1] as number) + 1;
  for (let party = 0; party < parties.count; party++) {
    starts[party + 1] = (starts[party + 1] as number) + (starts[party] as number);
  }
  const order = new Int32Array(columns.count);
  for (let row = 0; row < columns.count; row++) {
    const at = starts[number(row)] as number;
    order[at] = row;
    starts[number(row)] = at + 1;
  }
  return order;
}

/** Currencies worth a dollar or somewhat more: near enough where only the order of magnitude of a price is asked. */
const LIKE_DOLLARS: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CHF']);

function toMovements(
  columns: Columns,
  order: Int32Array,
  parties: Parties,
  goods: GoodsTable,
  dictionaries: Dictionaries,
): Movements {
  const count = columns.count;
  const int32 = (pick: (row: number) => number): Int32Array => {
    const column = shared(Int32Array, count);
    for (let m = 0; m < count; m++) column[m] = pick(order[m] as number);
    return column;
  };
  const float32 = (pick: (row: number) => number): Float32Array => {
    const column = shared(Float32Array, count);
    for (let m = 0; m < count; m++) column[m] = pick(order[m] as number);
    return column;
  };
  const each = (amount: number, units: number): number => (units > 0 ? amount / units : Number.NaN);
  const inDollars = Uint8Array.from(dictionaries.terms, ({ currency }) => Number(currency === 'USD'));
  const piecePrice = float32((row) =>
    inDollars[columns.terms[row] as number] === 1
      ? each(columns.value[row] as number, columns.units[row] as number)
      : Number.NaN,
  );
  const likeDollars = Uint8Array.from(dictionaries.terms, ({ currency }) => Number(LIKE_DOLLARS.has(currency ?? '')));
  const paperCode = shared(Uint16Array, count);
  for (let m = 0; m < count; m++) {
    const paper = columns.paper[order[m] as number] as number;
    const row = order[m] as number;
    paperCode[m] = goods.codeOf(paper, {
      value: likeDollars[columns.terms[row] as number] === 1 ? (columns.value[row] as number) : Number.NaN,
      units: columns.units[row] as number,
      kilograms: columns.weightKg[row] as number,
    });
  }
  return indexMovements({
    count,
    parties: parties.count,
    shipper: int32((row) => parties.numberOfKey[columns.shipper[row] as number] as number),
    consignee: int32((row) => parties.numberOfKey[columns.consignee[row] as number] as number),
    departsEarliest: int32((row) => columns.departsEarliest[row] as number),
    departsLatest: int32((row) => columns.departsLatest[row] as number),
    arrivesEarliest: int32((row) => columns.arrivesEarliest[row] as number),
    arrivesLatest: int32((row) => columns.arrivesLatest[row] as number),
    rank: int32((row) => columns.rank[row] as number),
    document: int32((row) => columns.document[row] as number),
    declaredFor: int32((row) => {
      const endUser = columns.endUser[row] as number;
      return endUser < 0 || endUser === columns.consignee[row] ? -1 : (parties.numberOfKey[endUser] as number);
    }),
    goods: paperCode,
    units: float32((row) => columns.units[row] as number),
    pieceWeight: float32((row) => each(columns.weightKg[row] as number, columns.units[row] as number)),
    piecePrice,
    rarity: shared(Uint8Array, count),
    stock: shared(Uint8Array, count),
    split: shared(Uint8Array, count),
    lawGroup: shared(Int32Array, count),
    bits: shared(Int16Array, count),
  });
}

/** The median weight a piece of each kind of goods in the data, else the catalogue's. */
function fillUsualWeights(movements: Movements, goods: GoodsTable): void {
  const isProduct = (code: number): boolean => goods.codes[code]?.kind === 'PRODUCT';
  const lists = sortedByGoods(movements, movements.pieceWeight, isProduct);
  goods.codes.forEach(({ product }, code) => {
    if (!isProduct(code)) return;
    const list = lists[code];
    goods.goods.usualPieceWeight[code] = list?.[list.length >> 1] ?? product?.unitWeightKg ?? Number.NaN;
  });
}

/** Fills bits and law groups of movements whose goods can stand in a route, and tabulates the law. */
function weighMovements(
  movements: Movements,
  goods: GoodsTable,
  ties: Ties,
  law: Law,
  arrivals: Arrivals,
  evidence: Evidence,
  lawRow: (m: number) => LawRow,
): Int16Array {
  const alive = goods.codes.map((_, paper) => isAlive(goods, paper));
  const onBoard = goodsReach(movements, goods.goods, ties, goods.startBits);
  const boards: Set<readonly number[]>[] = [];
  for (let m = 0; m < movements.count; m++) {
    if (!alive[movements.goods[m] as number]) continue;
    const board = onBoard(m);
    const group = law.groupOf(lawRow(m), board);
    movements.lawGroup[m] = group;
    boards[group] ??= new Set();
    boards[group].add(board);
    movements.bits[m] = arrivals.bits(m);
  }
  return law.table(evidence, (group) => new Set([...(boards[group] as Set<readonly number[]>)].flat()));
}

function isTied({ ties }: TieTable, party: number): boolean {
  return ties.pairs[party] !== ties.pairs[party + 1] || ties.memberships[party] !== ties.memberships[party + 1];
}

/** More parties than this are not looked through for stock. */
const FEW_TIED = 64;

/** The parties tied to one on whatever day, itself left out; undefined where they are too many to look at. */
function tiedTo(ties: Ties, party: number): readonly number[] | undefined {
  const found = new Set(ties.pairParty.subarray(ties.pairs[party], ties.pairs[party + 1]));
  for (let i = ties.memberships[party] as number; i < (ties.memberships[party + 1] as number); i++) {
    const circle = ties.membershipCircle[i] as number;
    const from = ties.memberStart[circle] as number;
    const to = ties.memberStart[circle + 1] as number;
    if (to - from > FEW_TIED) return undefined;
    for (const member of ties.memberParty.subarray(from, to)) found.add(member);
  }
  found.delete(party);
  return found.size > FEW_TIED ? undefined : [...found];
}
