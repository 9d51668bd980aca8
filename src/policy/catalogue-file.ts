/** Reads the files of `seeds/catalogue/`. */
import { parseCountry } from '../model/country.js';
import { PRODUCT_KINDS, type Product } from '../model/product.js';
import type { Heading } from './catalogue.js';
import { type GoodsWords, plain } from './goods-words.js';
import { CONFIDENCES } from './rule-file.js';
import type { Entry } from './yaml-file.js';

const TEXTS = ['name', 'maker', 'source'] as const;
const NUMBERS = [
  'tpp',
  'dieAreaMm2',
  'performanceDensity',
  'memoryBandwidthGBs',
  'interconnectGBs',
  'kilowatts',
  'unitWeightKg',
] as const;
const KEYS = [...TEXTS, ...NUMBERS, 'kind', 'aliases', 'contains', 'dataCenter', 'hs', 'confidence'] as const;

export interface ProductFile {
  readonly products: ReadonlyMap<string, Product>;
  /** By maker. */
  readonly designedIn: ReadonlyMap<string, string>;
  readonly typical: readonly string[];
}

/** `products.yaml`: `makers` with the country they design in, `typical` ids, `products` by id. */
export function readProducts(root: Entry | undefined): ProductFile {
  const products = new Map<string, Product>();
  const designedIn = new Map<string, string>();
  const top = root?.keys(['makers', 'typical', 'products'], ['makers', 'typical', 'products']) ?? {};
  for (const { key, value } of top.makers?.pairs() ?? []) {
    const country = parseCountry(value.text() ?? '');
    if (country === undefined) value.fault('this is no country');
    else designedIn.set(key, country);
  }
  for (const { key, value } of top.products?.pairs() ?? []) products.set(key, readProduct(key, value));
  for (const { key, value } of top.products?.pairs() ?? []) {
    for (const part of products.get(key)?.contains ?? []) {
      if (!products.has(part.product))
        value.fault(`\`${key}\` contains \`${part.product}\`, which is not in this file`);
    }
  }
  return { products, designedIn, typical: top.typical?.words() ?? [] };
}

function readProduct(id: string, entry: Entry): Product {
  const keys = entry.keys(KEYS, ['name', 'kind', 'confidence', 'source']);
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const name of NUMBERS) {
    const value = keys[name]?.number();
    if (value !== undefined) numbers[name] = value;
  }
  const maker = keys.maker?.text();
  const dataCenter = keys.dataCenter?.flag();
  const contains = keys.contains?.entries().flatMap((part) => {
    const inner = part.keys(['product', 'count'], ['product', 'count']);
    const product = inner.product?.text();
    const count = inner.count?.number();
    return product === undefined || count === undefined ? [] : [{ product, count }];
  });
  return {
    id,
    name: keys.name?.text() ?? id,
    aliases: keys.aliases?.entries().flatMap((one) => one.text() ?? []) ?? [],
    ...(maker === undefined ? {} : { maker }),
    kind: keys.kind?.oneOf(PRODUCT_KINDS) ?? 'other',
    contains: contains ?? [],
    ...numbers,
    ...(dataCenter === undefined ? {} : { dataCenter }),
    hs: keys.hs?.words() ?? [],
    confidence: keys.confidence?.oneOf(CONFIDENCES) ?? 'UNCONFIRMED',
    source: keys.source?.text() ?? '',
  };
}

/** `hs-headings.yaml`: headings by code. */
export function readHeadings(root: Entry | undefined): Heading[] {
  const top = root?.keys(['headings'], ['headings']) ?? {};
  return (top.headings?.pairs() ?? []).flatMap(({ key, value }) => {
    const keys = value.keys(
      ['title', 'prior', 'acceleratorPrice', 'acceleratorPriceKg', 'reason', 'source'],
      ['title', 'prior', 'reason', 'source'],
    );
    const acceleratorPrice = keys.acceleratorPrice?.number();
    const acceleratorPriceKg = keys.acceleratorPriceKg?.number();
    const prior = keys.prior?.number();
    if (prior !== undefined && (prior <= 0 || prior >= 1))
      return keys.prior?.fault('a probability lies between 0 and 1') ?? [];
    const title = keys.title?.text();
    const reason = keys.reason?.text();
    return prior === undefined || title === undefined || reason === undefined
      ? []
      : [
          {
            hs: key.replaceAll(/\D/g, ''),
            title,
            prior,
            ...(acceleratorPrice === undefined ? {} : { acceleratorPrice }),
            ...(acceleratorPriceKg === undefined ? {} : { acceleratorPriceKg }),
            reason,
          },
        ];
  });
}

/** `goods-words.yaml`: product words (in order), class words, companions, other goods. */
export function readGoodsWords(root: Entry | undefined, products: ReadonlyMap<string, Product>): GoodsWords {
  const top =
    root?.keys(
      ['products', 'accelerator', 'companions', 'others'],
      ['products', 'accelerator', 'companions', 'others'],
    ) ?? {};
  const wordsOf = (entry: Entry | undefined) => entry?.entries().flatMap((one) => plain(one.text() ?? '')) ?? [];
  return {
    products: (top.products?.entries() ?? []).flatMap((entry) => {
      const keys = entry.keys(['product', 'all', 'any'], ['product', 'all']);
      const product = keys.product?.text();
      if (product === undefined) return [];
      if (!products.has(product)) keys.product?.fault(`\`${product}\` is not in products.yaml`);
      return [{ product, all: wordsOf(keys.all), any: wordsOf(keys.any) }];
    }),
    classes: [{ goodsClass: 'accelerator', words: wordsOf(top.accelerator) }],
    companions: wordsOf(top.companions),
    others: (top.others?.pairs() ?? []).map(({ key, value }) => ({ kind: key, words: wordsOf(value) })),
  };
}
