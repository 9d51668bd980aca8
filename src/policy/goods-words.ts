/** What the words of a free-text description say the goods are. */

/** Words are lower case; several words in one text must stand next to each other. */
export interface GoodsWords {
  /** Tried in order: every word of `all`, and one of `any` if there are some, must occur. */
  readonly products: readonly {
    readonly product: string;
    readonly all: readonly string[];
    readonly any: readonly string[];
  }[];
  readonly classes: readonly { readonly goodsClass: 'accelerator'; readonly words: readonly string[] }[];
  /** Words after which the goods only go with an accelerator: coolers, cables, brackets. */
  readonly companions: readonly string[];
  /** Kinds of goods that are certainly no accelerator. */
  readonly others: readonly { readonly kind: string; readonly words: readonly string[] }[];
}

export interface GoodsFound {
  /** Catalogue id. */
  readonly product?: string;
  readonly goodsClass?: 'accelerator';
  /** `furniture`, `tea`, …: certainly something else. */
  readonly other?: string;
  /** The words that said so. */
  readonly words: readonly string[];
}

/**
 * A reader of descriptions: a named product, else a class of goods, else certainly something else, else nothing.
 *
 * A companion's word (`cooler`, `cable`) takes away the class and the product: the goods only fit an accelerator.
 */
export function goodsFinder(words: GoodsWords): (description: string) => GoodsFound {
  return (description) => {
    const text = ` ${plain(description)} `;
    const has = (word: string) => text.includes(` ${word} `);
    const companion = words.companions.find(has);
    if (companion !== undefined) return { words: [companion] };
    for (const { product, all, any } of words.products) {
      if (!all.every(has)) continue;
      const one = any.find(has);
      if (any.length === 0 || one !== undefined)
        return { product, goodsClass: 'accelerator', words: one === undefined ? all : [...all, one] };
    }
    for (const { goodsClass, words: list } of words.classes) {
      const word = list.find(has);
      if (word !== undefined) return { goodsClass, words: [word] };
    }
    for (const { kind, words: list } of words.others) {
      const word = list.find(has);
      if (word !== undefined) return { other: kind, words: [word] };
    }
    return { words: [] };
  };
}

/** Lower case, with everything but letters and digits as one blank. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
