/** The catalogue: chips, boards, servers and how goods are named on papers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountryCode } from '../model/country.js';
import type { Day } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { Product } from '../model/product.js';
import { readGoodsWords, readHeadings, readProducts } from './catalogue-file.js';
import { type GoodsFound, type GoodsWords, goodsFinder } from './goods-words.js';
import type { View } from './judgement.js';
import type { MovementItem } from './movement.js';
import { productNames } from './product-names.js';
import type { Regime } from './regime.js';
import { situationOf } from './situation.js';
import { type Entry, type Faults, type Parsed, parseFiles, readYaml } from './yaml-file.js';

export interface Heading {
  /** Six digits without points. */
  readonly hs: string;
  readonly title: string;
  /** How likely a line under it is a controlled accelerator, when nothing else is known. */
  readonly prior: number;
  /** USD a piece from which hardly anything but accelerators travels under it. */
  readonly acceleratorPrice?: number;
  /** The same in USD a kilogram. */
  readonly acceleratorPriceKg?: number;
  readonly reason: string;
}

export interface Catalogue {
  /** By id, in file order; generated servers and boards are not among them. */
  readonly products: ReadonlyMap<string, Product>;
  /** The product a text means, or undefined: ids, names and aliases, and servers and boards of n chips. */
  readonly resolveProduct: (text: string) => Product | undefined;
  /** The chips in one piece, by id in catalogue order; none for a product that is unknown or holds none. */
  readonly chipsIn: (productId: string) => readonly { readonly chip: string; readonly count: number }[];
  /** TPP of one piece, or undefined where it is not known. */
  readonly totalTpp: (productId: string) => number | undefined;
  /** Where the product's maker designs. */
  readonly designedIn: (productId: string) => CountryCode | undefined;
  /** `3A090.a`, `3A090.b`, `3A090.c`, `3A090` (2022), `4E091`, `NONE`, or `UNKNOWN`; a computer has the class of its strongest chip. */
  readonly itemClassOn: (item: Product | MovementItem, on: Day, regime: Regime, view?: View) => string;
  readonly headings: readonly Heading[];
  /** The heading of a code written in any usual way (`8473.30`, `847330.51`), or undefined. */
  readonly headingOf: (hs: string) => Heading | undefined;
  readonly goodsWords: GoodsWords;
  /** What a free-text description says the goods are. */
  readonly goodsIn: (description: string) => GoodsFound;
  /** Ids of products that between them stand for every class. */
  readonly typicalProducts: () => readonly string[];
}

/**
 * Reads `products.yaml`, `hs-headings.yaml` and `goods-words.yaml` from the folder.
 *
 * @param parsed as for `loadRegimes`.
 * @throws DetourError `BAD_FILE` with file, line and column at the first fault.
 */
export function loadCatalogue(dir: string, parsed?: Parsed): Catalogue {
  const faults: Faults = [];
  const file = (name: (typeof FILES)[number]): Entry | undefined => {
    const path = join(dir, name);
    if (!existsSync(path))
      throw new DetourError('BAD_FILE', `there is no file \`${path}\`: is this the catalogue folder?`);
    return readYaml(path, readFileSync(path, 'utf8'), faults, parsed);
  };
  const { products, designedIn, typical } = readProducts(file('products.yaml'));
  const headings = readHeadings(file('hs-headings.yaml'));
  const goodsWords = readGoodsWords(file('goods-words.yaml'), products);
  const fault = faults[0];
  if (fault !== undefined) throw new DetourError('BAD_FILE', fault.message, { cause: fault });
  const resolveProduct = productNames(products);
  const goodsIn = goodsFinder(goodsWords);
  const catalogue: Catalogue = {
    products,
    resolveProduct,
    chipsIn: (id) => chipsIn(id, resolveProduct),
    totalTpp: (id) => totalTpp(id, resolveProduct),
    designedIn: (id) => designedIn.get(resolveProduct(id)?.maker ?? ''),
    itemClassOn(item, on, regime, view = 'ENFORCED') {
      const law = regime.lawOn(on, view);
      if (law === undefined) return 'UNKNOWN';
      const { classes } = situationOf('id' in item ? { product: item.id } : { item }, law, catalogue);
      return classes.length === 1 ? (classes[0] as string) : 'UNKNOWN';
    },
    headings,
    headingOf: (hs) => {
      const digits = hs.replaceAll(/\D/g, '').slice(0, 6);
      return headings.find((heading) => heading.hs === digits);
    },
    goodsWords,
    goodsIn,
    typicalProducts: () => typical,
  };
  return catalogue;
}

/** Every file that `loadCatalogue` reads in the folder, parsed. */
export function parseCatalogue(dir: string): Parsed {
  return parseFiles(FILES.map((name) => join(dir, name)));
}

const FILES = ['products.yaml', 'hs-headings.yaml', 'goods-words.yaml'] as const;

type Resolve = (text: string) => Product | undefined;

function chipsIn(id: string, resolve: Resolve): { chip: string; count: number }[] {
  const product = resolve(id);
  if (product === undefined) return [];
  if (product.contains.length === 0) return product.kind === 'chip' ? [{ chip: product.id, count: 1 }] : [];
  const counts = new Map<string, number>();
  for (const { product: part, count } of product.contains) {
    for (const inner of chipsIn(part, resolve))
      counts.set(inner.chip, (counts.get(inner.chip) ?? 0) + inner.count * count);
  }
  return [...counts].map(([chip, count]) => ({ chip, count }));
}

function totalTpp(id: string, resolve: Resolve): number | undefined {
  const product = resolve(id);
  if (product === undefined || product.tpp !== undefined || product.contains.length === 0) return product?.tpp;
  let total = 0;
  for (const { product: part, count } of product.contains) {
    const tpp = totalTpp(part, resolve);
    if (tpp === undefined) return undefined;
    total += tpp * count;
  }
  return total;
}
