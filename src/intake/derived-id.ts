/** Ids for rows that bring none: the same file gives the same ids, and two rows that look alike stay two. */
import { hash } from 'node:crypto';

/** Derives ids for the rows of one file, in their order. */
export class IdDeriver {
  readonly #prefix: string;
  readonly #seen = new SeenHashes();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** `<prefix>-<hash>`, from the second identical row on with its ordinal: `<prefix>-<hash>-2`. */
  next(content: string): string {
    const digest = hash('sha256', content, 'hex').slice(0, DIGITS);
    const ordinal = this.#seen.count(digest);
    return ordinal === 1 ? `${this.#prefix}-${digest}` : `${this.#prefix}-${digest}-${ordinal}`;
  }
}

/** `<prefix>-<hash>` of parts that name one thing for good. */
export function stableId(prefix: string, parts: readonly string[]): string {
  return `${prefix}-${hash('sha256', parts.join('\u001f'), 'hex').slice(0, DIGITS)}`;
}

/** 96 bits: among ten million rows two different ones meet by chance once in 10^15 files. */
const DIGITS = 24;

/**
 * Which hashes came before, in eight bytes a row, since a file may have many millions. It knows 64 of the 96
 * bits; should two different rows share them, one gets an ordinal it does not need, the same at each reading.
 */
class SeenHashes {
  #table = new Uint32Array(2 * 1024);
  #used = 0;
  readonly #repeats = new Map<string, number>();

  /** How often this one came, this time included. */
  count(digest: string): number {
    const high = Number.parseInt(digest.slice(0, 8), 16);
    // Both words 0 marks a free slot.
    const low = Number.parseInt(digest.slice(8, 16), 16) || 1;
    if (this.#insert(this.#table, high, low)) {
      if (++this.#used * 3 > this.#table.length) this.#grow();
      return 1;
    }
    const ordinal = (this.#repeats.get(digest) ?? 1) + 1;
    this.#repeats.set(digest, ordinal);
    return ordinal;
  }

  #insert(table: Uint32Array, high: number, low: number): boolean {
    const mask = table.length / 2 - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const at = 2 * slot;
      if (table[at + 1] === 0) {
        table[at] = high;
        table[at + 1] = low;
        return true;
      }
      if (table[at] === high && table[at + 1] === low) return false;
    }
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += 2) {
      const low = this.#table[at + 1] as number;
      if (low !== 0) this.#insert(larger, this.#table[at] as number, low);
    }
    this.#table = larger;
  }
}
