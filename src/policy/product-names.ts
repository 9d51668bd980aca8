/** Which product a text means. */
import type { Product } from '../model/product.js';

/**
 * A resolver over the products: case, spaces and hyphens do not matter, a maker's name may stand in front.
 *
 * `server-8x-<chip>`, `8x-<chip>-server`, `<chip>-x8-server` and the same with `board` are products of n chips even
 * where the catalogue does not list them; what it lists wins.
 */
export function productNames(products: ReadonlyMap<string, Product>): (text: string) => Product | undefined {
  const byKey = new Map<string, Product>();
  const makers = new Set<string>();
  for (const product of products.values()) {
    if (product.maker !== undefined) makers.add(keyOf(product.maker));
    for (const name of [product.name, ...product.aliases]) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), product);
  }
  // An id always means its own product, whatever others call themselves.
  for (const product of products.values()) byKey.set(keyOf(product.id), product);
  const generated = new Map<string, Product | undefined>();

  return function resolve(text: string): Product | undefined {
    const key = keyOf(text);
    return find(key);
  };

  function find(key: string): Product | undefined {
    const listed = byKey.get(key) ?? withoutMaker(key, (rest) => byKey.get(rest));
    if (listed !== undefined) return listed;
    if (!generated.has(key)) generated.set(key, assembled(key) ?? withoutMaker(key, assembled));
    return generated.get(key);
  }

  function withoutMaker(key: string, look: (rest: string) => Product | undefined): Product | undefined {
    for (const maker of makers) {
      const found = key.startsWith(maker) && key.length > maker.length ? look(key.slice(maker.length)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function assembled(key: string): Product | undefined {
    for (const { pattern, chipAt, countAt, kind } of ASSEMBLIES) {
      const match = pattern.exec(key);
      if (match === null) continue;
      const count = Number(match[countAt]);
      const chip = find(match[chipAt] as string);
      if (chip === undefined || chip.kind !== 'chip' || count < 1 || count > MOST_CHIPS) continue;
      const id = `${chip.id}-x${count}-${kind}`;
      return byKey.get(keyOf(id)) ?? assemblyOf(chip, count, kind, id);
    }
    return undefined;
  }
}

/** The largest machine sold as one piece holds fewer. */
const MOST_CHIPS = 576;

const ASSEMBLIES = (['server', 'board'] as const).flatMap((kind) => [
  { kind, pattern: new RegExp(`^${kind}(\\d+)x(.+)$`), countAt: 1, chipAt: 2 },
  { kind, pattern: new RegExp(`^(\\d+)x(.+)${kind}$`), countAt: 1, chipAt: 2 },
  { kind, pattern: new RegExp(`^(.+)x(\\d+)${kind}$`), countAt: 2, chipAt: 1 },
]);

function assemblyOf(chip: Product, count: number, kind: 'server' | 'board', id: string): Product {
  return {
    id,
    name: `${kind === 'server' ? 'Server' : 'Board'} with ${count} ${chip.name}`,
    aliases: [],
    ...(chip.maker === undefined ? {} : { maker: chip.maker }),
    kind,
    contains: [{ product: chip.id, count }],
    ...(chip.dataCenter === undefined ? {} : { dataCenter: chip.dataCenter }),
    hs: kind === 'server' ? ['8471.50'] : ['8473.30'],
    confidence: chip.confidence,
    source: `made of ${count} ${chip.id}: ${chip.source}`,
  };
}

function keyOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}.]/gu, '');
}
