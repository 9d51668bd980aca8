/** Ids for rows that bring none: the same file gives the same ids, and two rows that look alike stay two. */
import { hash } from 'node:crypto';
import { ContentHash } from './content-hash.js';

/** Derives ids for the rows of one file, in their order. */
export class IdDeriver {
  /** What the next row says goes in here. */
  readonly content = new ContentHash();
  readonly #prefix: string;
  readonly #seen = new SeenHashes();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** `<prefix>-<hash>`, from the second row of one content on with its ordinal: `<prefix>-<hash>-2`. */
  next(): string {
    const digest = this.content.digest();
    const ordinal = this.#seen.count(digest[0] as number, digest[1] as number);
    let id = `${this.#prefix}-`;
    for (let word = 0; word < WORDS; word++) {
      const value = digest[word] as number;
      id += HEX[value >>> 24]! + HEX[(value >>> 16) & 0xff]! + HEX[(value >>> 8) & 0xff]! + HEX[value & 0xff]!;
    }
    return ordinal === 1 ? id : `${id}-${ordinal}`;
  }
}

/** `<prefix>-<hash>` of parts that name one thing for good. */
export function stableId(prefix: string, parts: readonly string[]): string {
  return `${prefix}-${hash('sha256', parts.join('\u001f'), 'hex').slice(0, DIGITS_A_WORD * WORDS)}`;
}

/** 96 bits: among ten million rows two different ones meet by chance once in 10^15 files. */
const WORDS = 3;
const DIGITS_A_WORD = 8;
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Which hashes came before, in eight bytes a row, since a file may have many millions. It knows 64 of the 96
 * bits; should two different rows share them, one gets an ordinal it does not need, the same at each reading.
 */
class SeenHashes {
  #table = new Uint32Array(2 * 1024);
  #used = 0;
  readonly #repeats = new Map<string, number>();

  /** How often this one came, this time included. */
  count(high: number, anyLow: number): number {
    // A low word of 0 marks a free slot.
    const low = anyLow || 1;
    if (insert(this.#table, high, low)) {
      if (++this.#used * 3 > this.#table.length) this.#grow();
      return 1;
    }
    const key = `${high} ${low}`;
    const ordinal = (this.#repeats.get(key) ?? 1) + 1;
    this.#repeats.set(key, ordinal);
    return ordinal;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += 2) {
      const low = this.#table[at + 1] as number;
      if (low !== 0) insert(larger, this.#table[at] as number, low);
    }
    this.#table = larger;
  }
}

/** Whether the hash was not there yet; slots in order from its own on. */
function insert(table: Uint32Array, high: number, low: number): boolean {
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
