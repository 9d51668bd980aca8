/** What goods can be told about each other: codes for all that papers say, and how one follows another. */

import { startBits } from '../evidence/carriers.js';
import type { Evidence } from '../evidence/flag.js';
import { type ControlBasis, RELATIONS, type Relation } from '../evidence/situations.js';
import { type Goods, NONE } from '../graph/network.js';
import type { Day } from '../model/day.js';
import type { Product } from '../model/product.js';
import type { Catalogue } from '../policy/catalogue.js';
import { changeDays } from '../policy/dated.js';
import type { Regime } from '../policy/regime.js';
import type { Paper } from '../store/port.js';
import { shared } from './ties.js';

/**
 * What one code stands for. `PRODUCT`: a catalogue entry. `CLASS`: accelerators by words or ECCN. `HEADING`: only
 * a heading under which accelerators travel. `WORDS`: words nobody knows.
 * `COVER`: something else that accelerators may be declared as. `OTHER`: certainly something else.
 * `UNKNOWN`: the paper is silent. Code 0 is `UNKNOWN`.
 */
export interface GoodsCode {
  readonly kind: 'UNKNOWN' | 'PRODUCT' | 'CLASS' | 'HEADING' | 'WORDS' | 'COVER' | 'OTHER';
  /** Catalogue id, class, heading; for people and for `CarriedGoods.code`. */
  readonly label: string;
  readonly product?: Product;
  /** Stated, for the law. */
  readonly eccn?: string;
  readonly basis: ControlBasis;
  /** The paper tells of whole systems without naming one. */
  readonly system?: boolean;
}

/** What a line says in numbers, NaN where it does not; `value` in USD or a currency of about its worth. */
export interface LineFigures {
  readonly value: number;
  readonly units: number;
  readonly kilograms: number;
}

/** From which price, in USD, a line under a heading is another code. */
interface Priced {
  readonly piece: number;
  readonly kilogram: number;
  readonly code: number;
}

export interface GoodsTable {
  readonly goods: Goods;
  readonly codes: readonly GoodsCode[];
  /** The goods code of a line. `paper` is the store's code, -1 for none. */
  readonly codeOf: (paper: number, line: LineFigures) => number;
  /** By goods code: sixty-fourths a route brings that starts with it, NONE where it may not. */
  readonly startBits: Int16Array;
  /** TPP of one piece, by goods code; NaN where unknown. */
  readonly tpp: Float64Array;
}

/**
 * What accelerators were declared as though it is nothing of the kind (tea and toys: CNAS, 2025), by word and heading:
 * not excluded where weight or number agree.
 */
const COVER_WORDS = /^(teas?|toys?)$/;
const COVER_HEADINGS: readonly (readonly [heading: string, label: string])[] = [
  ['0902', 'tea'],
  ['9503', 'toys'],
];
/** Machines and electrical goods: a false name is mostly taken from the neighbourhood (boxes called adapters, parts, coolers). */
const NEIGHBOURING_CHAPTERS = /^8[45]/;
/** The same by words: a kind of `goods-words.yaml`. */
const NEIGHBOURING_KIND = 'other machines';

/** Headings and words under which whole systems travel, not boards or chips. */
const SYSTEM_HEADING = /^8471/;
const SYSTEM_WORDS = /\b(servers?|systems?|racks?|hgx|dgx)\b/i;

const CONTROLLED_ECCN = /^(3A090|4A090)|\.Z/i;

/**
 * Codes for the papers of a store, in order of first use after `UNKNOWN` and `OTHER`.
 *
 * Goods are decided by product, else ECCN, else words of the description, else HS heading, else they are unknown.
 */
export function readGoods(
  papers: readonly Paper[],
  catalogue: Catalogue,
  regime: Regime,
  evidence: Evidence,
): GoodsTable {
  const codes: GoodsCode[] = [
    { kind: 'UNKNOWN', label: 'unknown', basis: 'UNKNOWN' },
    { kind: 'OTHER', label: 'other goods', basis: 'NOT_CONTROLLED' },
  ];
  const known = new Map<string, number>();
  const days = changeDays(regime);
  const codeOf = (code: GoodsCode): number => {
    const key = `${code.kind}|${code.label}|${code.eccn ?? ''}|${code.basis}|${code.system ?? false}`;
    let index = known.get(key);
    if (index === undefined) {
      index = codes.length;
      known.set(key, index);
      codes.push(code);
    }
    return index;
  };
  const codeOfPaper = papers.map((paper) => {
    const code = codeFor(paper, catalogue, regime, days);
    return code.kind === 'UNKNOWN' ? 0 : code.kind === 'OTHER' ? 1 : codeOf(code);
  });
  const priced = papers.map((paper, i): Priced | undefined => {
    const code = codes[codeOfPaper[i] as number] as GoodsCode;
    const heading = paper.hs === undefined ? undefined : catalogue.headingOf(paper.hs);
    const basis = code.basis === 'HEADING' ? 'PRICED_HEADING' : code.basis === 'WORDS' ? 'PRICED_WORDS' : undefined;
    if (basis === undefined || heading?.acceleratorPrice === undefined) return undefined;
    return {
      piece: heading.acceleratorPrice,
      kilogram: heading.acceleratorPriceKg ?? Number.POSITIVE_INFINITY,
      code: codeOf({ ...code, basis }),
    };
  });
  const count = codes.length;
  const relation = shared(Uint8Array, count * count);
  const carry = shared(Uint16Array, count * count);
  for (let g = 0; g < count; g++) {
    for (let p = 0; p < count; p++) {
      const [kind, carried] = relate(codes[g] as GoodsCode, codes[p] as GoodsCode, catalogue);
      relation[g * count + p] = RELATIONS.indexOf(kind);
      carry[g * count + p] = carried === 'PAPER' ? p : g;
    }
  }
  const chipsPerPiece = shared(Float64Array, count).fill(1);
  const tpp = new Float64Array(count).fill(Number.NaN);
  const systemChips = usualSystemChips(catalogue);
  codes.forEach(({ product, system }, code) => {
    if (system === true) chipsPerPiece[code] = systemChips;
    if (product === undefined) return;
    const chips = catalogue.chipsIn(product.id).reduce((sum, part) => sum + part.count, 0);
    if (chips > 0) chipsPerPiece[code] = chips;
    tpp[code] = catalogue.totalTpp(product.id) ?? Number.NaN;
  });
  return {
    goods: { count, relation, carry, chipsPerPiece, usualPieceWeight: shared(Float64Array, count).fill(Number.NaN) },
    codes,
    codeOf(paper, { value, units, kilograms }) {
      if (paper < 0) return 0;
      const from = priced[paper];
      const dear = from !== undefined && (units > 0 ? value / units >= from.piece : value / kilograms >= from.kilogram);
      return dear ? from.code : (codeOfPaper[paper] as number);
    },
    startBits: Int16Array.from(codes, ({ basis }) =>
      basis === 'NOT_CONTROLLED' ? NONE : startBits(evidence, { control: basis }).bits,
    ),
    tpp,
  };
}

/** Whether goods under this paper can stand in a route at all. */
export function isAlive({ goods, startBits }: GoodsTable, paper: number): boolean {
  if (startBits[paper] !== NONE) return true;
  for (let g = 0; g < goods.count; g++) if (goods.relation[g * goods.count + paper] !== 0) return true;
  return false;
}

/** Goods known, by product, ECCN, words or price, to be or hold accelerators. */
export function isAccelerator(goods: GoodsTable, code: number): boolean {
  const { basis } = goods.codes[code] as GoodsCode;
  return basis === 'PRODUCT' || basis === 'ECCN' || basis.endsWith('WORDS') || basis === 'PRICED_HEADING';
}

function codeFor(paper: Paper, catalogue: Catalogue, regime: Regime, days: readonly Day[]): GoodsCode {
  const product = paper.product === undefined ? undefined : catalogue.resolveProduct(paper.product);
  if (product !== undefined) return ofProduct(product, catalogue, regime, days);
  const words = paper.description ?? paper.product;
  const heading = paper.hs === undefined ? undefined : catalogue.headingOf(paper.hs);
  const system = isSystem(words, heading?.hs, paper.eccn) ? { system: true } : {};
  if (paper.eccn !== undefined && CONTROLLED_ECCN.test(paper.eccn)) {
    return { kind: 'CLASS', label: 'accelerator', eccn: paper.eccn, basis: 'ECCN', ...system };
  }
  const found = words === undefined ? undefined : catalogue.goodsIn(words);
  const named = found?.product === undefined ? undefined : catalogue.resolveProduct(found.product);
  if (named !== undefined) return ofProduct(named, catalogue, regime, days);
  // Another ECCN, stated, says that the goods are not controlled, whatever words and heading allow.
  const denied = paper.eccn !== undefined;
  if (found?.goodsClass !== undefined)
    return { kind: 'CLASS', label: 'accelerator', basis: denied ? 'NOT_CONTROLLED' : 'WORDS', ...system };
  if (found?.other !== undefined) {
    const cover = found.other === NEIGHBOURING_KIND || found.words.some((word) => COVER_WORDS.test(word));
    return cover ? coverOf(found.other) : { kind: 'OTHER', label: 'other goods', basis: 'NOT_CONTROLLED' };
  }
  // Words were found, and neither an accelerator nor other goods: what only goes with one, as coolers and cables.
  if (found !== undefined && found.words.length > 0) return coverOf('goods that go with an accelerator');
  if (heading !== undefined) {
    return { kind: 'HEADING', label: `hs ${heading.hs}`, basis: denied ? 'NOT_CONTROLLED' : 'HEADING', ...system };
  }
  if (paper.hs !== undefined) {
    const digits = paper.hs.replaceAll(/\D/g, '');
    const known = COVER_HEADINGS.find(([start]) => digits.startsWith(start));
    if (known !== undefined) return coverOf(known[1]);
    if (NEIGHBOURING_CHAPTERS.test(digits)) return coverOf('other machines');
    return { kind: 'OTHER', label: 'other goods', basis: 'NOT_CONTROLLED' };
  }
  if (words !== undefined)
    return { kind: 'WORDS', label: 'words that name no known goods', basis: denied ? 'NOT_CONTROLLED' : 'UNKNOWN' };
  return { kind: 'UNKNOWN', label: 'unknown', basis: 'UNKNOWN' };
}

function coverOf(label: string): GoodsCode {
  return { kind: 'COVER', label, basis: 'NOT_CONTROLLED' };
}

/** Whether a paper tells of whole systems: by its words, else its heading, else an ECCN for computers. */
function isSystem(words: string | undefined, hs: string | undefined, eccn: string | undefined): boolean {
  if (words !== undefined && SYSTEM_WORDS.test(words)) return true;
  if (hs !== undefined) return SYSTEM_HEADING.test(hs.replaceAll(/\D/g, ''));
  return words === undefined && eccn !== undefined && /^4A090/i.test(eccn);
}

/** Chips in a usual server: the median of the catalogue's, so that unnamed servers compare with named ones. */
function usualSystemChips(catalogue: Catalogue): number {
  const counts = [...catalogue.products.values()]
    .filter((product) => product.kind === 'server')
    .map((product) => catalogue.chipsIn(product.id).reduce((sum, part) => sum + part.count, 0))
    .sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 1;
}

/** A product is controlled if it has a class on any day of the regime, or if its class cannot be said. */
function ofProduct(product: Product, catalogue: Catalogue, regime: Regime, days: readonly Day[]): GoodsCode {
  const controlled = days.some((day) => catalogue.itemClassOn(product, day, regime) !== 'NONE');
  return { kind: 'PRODUCT', label: product.id, product, basis: controlled ? 'PRODUCT' : 'NOT_CONTROLLED' };
}

/** What the carried goods are to what the next paper says, and whether the paper or the carried goods go on. */
function relate(carried: GoodsCode, paper: GoodsCode, catalogue: Catalogue): [Relation, 'PAPER' | 'CARRIED'] {
  if (carried.kind === 'OTHER' || paper.kind === 'OTHER') return ['INCOMPATIBLE', 'CARRIED'];
  if (paper.kind === 'UNKNOWN') return [carried.kind === 'UNKNOWN' ? 'BOTH_UNKNOWN' : 'PAPER_UNKNOWN', 'CARRIED'];
  if (carried.kind === 'UNKNOWN') return ['CARRIED_UNKNOWN', 'PAPER'];
  // Never carried, since the goods under the name are; what arrived under it can leave under it or under another.
  if (carried.kind === 'COVER') {
    if (paper.kind === 'COVER') return [carried.label === paper.label ? 'SAME_CLASS' : 'RELABELLED', 'CARRIED'];
    return ['RELABELLED', 'PAPER'];
  }
  if (paper.kind === 'COVER') return ['RELABELLED', 'CARRIED'];
  if (paper.kind === 'WORDS') return ['OTHER_WORDS', 'CARRIED'];
  if (carried.kind === 'WORDS') return ['CARRIED_UNKNOWN', 'PAPER'];
  // Stated with an ECCN of other goods, a heading or a class says that these are other goods: another name.
  if (
    (paper.kind === 'HEADING' || paper.kind === 'CLASS') &&
    paper.basis === 'NOT_CONTROLLED' &&
    carried.basis !== 'NOT_CONTROLLED'
  )
    return ['RELABELLED', 'CARRIED'];
  if (carried.kind === 'PRODUCT' && paper.kind === 'PRODUCT') return relateProducts(carried, paper, catalogue);
  if (carried.kind === 'PRODUCT') {
    if (paper.kind === 'CLASS') {
      if (carried.basis === 'NOT_CONTROLLED') return ['INCOMPATIBLE', 'CARRIED'];
      // Modules out of a server, or a server made of modules: the paper's pieces are no longer those that came.
      return ['SAME_CLASS', (carried.product?.kind === 'server') === (paper.system ?? false) ? 'CARRIED' : 'PAPER'];
    }
    return [travelsUnder(carried, paper) ? 'SAME_CLASS' : 'RELABELLED', 'CARRIED'];
  }
  if (paper.kind === 'PRODUCT') {
    if (carried.kind === 'CLASS') return [paper.basis === 'NOT_CONTROLLED' ? 'INCOMPATIBLE' : 'SAME_CLASS', 'PAPER'];
    if (!travelsUnder(paper, carried)) return ['RELABELLED', 'PAPER'];
    return [paper.basis === 'PRODUCT' && carried.basis === 'HEADING' ? 'NAMED_LATER' : 'SAME_CLASS', 'PAPER'];
  }
  if (carried.kind === 'HEADING' && paper.kind === 'HEADING') {
    return [carried.label === paper.label ? 'SAME_CLASS' : 'RELABELLED', 'CARRIED'];
  }
  // What is told of pieces counts for pieces: modules out of servers are no longer servers.
  const sameForm = (carried.system ?? false) === (paper.system ?? false);
  return ['SAME_CLASS', carried.kind === 'CLASS' && (sameForm || paper.kind === 'HEADING') ? 'CARRIED' : 'PAPER'];
}

function relateProducts(carried: GoodsCode, paper: GoodsCode, catalogue: Catalogue): [Relation, 'PAPER' | 'CARRIED'] {
  const a = carried.product as Product;
  const b = paper.product as Product;
  if (a.id === b.id) return ['SAME_PRODUCT', 'PAPER'];
  const chipsA = catalogue.chipsIn(a.id);
  const chipsB = catalogue.chipsIn(b.id);
  const common = chipsA.some(({ chip }) => chipsB.some((other) => other.chip === chip));
  return [common ? 'CONTAINED' : 'INCOMPATIBLE', 'PAPER'];
}

function travelsUnder(product: GoodsCode, heading: GoodsCode): boolean {
  return (product.product?.hs ?? []).some((hs) => `hs ${hs.replaceAll(/\D/g, '').slice(0, 6)}` === heading.label);
}
