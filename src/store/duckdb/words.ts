/** Texts of few different values, as numbers. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { Staging } from './staging.js';

/** The code of an absent text. */
export const NO_WORD = -1;

/** Gives each different text a code, from 0 in the order met. */
export class Words {
  readonly #codes = new Map<string, number>();

  code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#codes.size;
      this.#codes.set(text, code);
    }
    return code;
  }

  /** The codes of texts, `NO_WORD` where absent or empty, written into `into`. */
  codes(texts: readonly (string | undefined)[], into: Int32Array): Int32Array {
    // Neighbours are often alike, and comparing with the last one is cheaper than looking it up.
    let last: string | undefined;
    let lastCode = NO_WORD;
    for (let i = 0; i < into.length; i++) {
      const text = texts[i];
      if (text !== last) {
        last = text;
        lastCode = text === undefined || text === '' ? NO_WORD : this.code(text);
      }
      into[i] = lastCode;
    }
    return into;
  }

  /** Writes a temporary table of (ord, text), `ord` being the code. */
  async write(connection: DuckDBConnection, table: string): Promise<void> {
    const staging = new Staging(connection, table, [{ name: 'text', type: 'text' }]);
    await staging.create();
    await staging.add(this.#codes.size, [[...this.#codes.keys()]]);
    await staging.finish();
  }
}
