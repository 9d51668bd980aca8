/** Texts that repeat, as numbers. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../port.js';
import { ColumnNumbers } from './column-numbers.js';
import { listText } from './records.js';
import { Staging } from './staging.js';

/** The code of an absent text. */
export const NO_WORD = -1;
/** A Map holds at most 2^24 keys; the next ones go into another. */
const KEYS_A_MAP = 2 ** 24;

/** What a field can say. */
export type Said = string | readonly string[] | undefined;

/** Gives each different text a code, from 0 in the order met. */
export class Words {
  readonly #maps: Map<string, number>[] = [];
  readonly #texts: string[] = [];
  #map = new Map<string, number>();
  readonly #ofColumns = new ColumnNumbers<Said>((said) => {
    const text = typeof said === 'string' || said === undefined ? said : listText(said);
    return text === undefined || text === '' ? NO_WORD : this.code(text);
  });

  get size(): number {
    return this.#texts.length;
  }

  /** The text of a code. */
  text(code: number): string {
    return this.#texts[code] as string;
  }

  code(text: string): number {
    const known = this.#map.get(text);
    if (known !== undefined) return known;
    for (const full of this.#maps) {
      const before = full.get(text);
      if (before !== undefined) return before;
    }
    if (this.#map.size === KEYS_A_MAP) {
      this.#maps.push(this.#map);
      this.#map = new Map();
    }
    this.#map.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The codes of what a column says, a list as JSON text; `NO_WORD` where absent or empty. */
  codes(column: Column<Said>, length: number): Int32Array {
    return this.#ofColumns.of(column, length);
  }

  /** Writes a temporary view `<name>` of (ord, text) with the words from the code given on, the first of which is `ord` 0. */
  async write(connection: DuckDBConnection, name: string, from = 0): Promise<void> {
    const staging = new Staging(connection, name, [{ name: 'text', type: 'text' }]);
    const texts = this.#texts.slice(from);
    await staging.add(texts.length, [texts]);
    await staging.finish();
  }
}
