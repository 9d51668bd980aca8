/** The different cells of one column, numbered. */

/**
 * Gives each different cell a code: 0 to a blank one, then from 1 on in the order met. What is in millions of rows and
 * has few values is looked up without making a string of it.
 */
export class CellDictionary {
  /** By code. */
  readonly texts: string[] = [''];
  /** By hash, four numbers each: the hash, the code (0: free), where its units begin and how many there are. */
  #slots = new Int32Array(FIRST_SLOTS * SLOT);
  #units = new Uint16Array(FIRST_UNITS);
  #used = 0;

  /** Whether it holds so much that another one should follow it. */
  get isFull(): boolean {
    return this.texts.length >= MOST_CELLS || this.#used >= MOST_UNITS;
  }

  /** The code of the cell that stands in the units of a text from `start` up to `end`, and whose hash goes by `nextHash`. */
  code(text: string, units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const known = this.#units;
    const size = end - start;
    const last = slots.length - SLOT;
    for (let slot = firstSlot(hash, last); ; slot = (slot + SLOT) & last) {
      const code = slots[slot + 1] as number;
      if (code === 0) return this.#add(slot, text, units, start, end, hash);
      if (slots[slot] !== hash || slots[slot + 3] !== size) continue;
      const first = slots[slot + 2] as number;
      let same = 0;
      while (same < size && known[first + same] === units[start + same]) same++;
      if (same === size) return code;
    }
  }

  /** The codes of whole cells. */
  codes(cells: readonly string[]): Int32Array {
    const letters = new CharacterCodes();
    return Int32Array.from(cells, (cell) => {
      if (cell === '') return 0;
      const units = letters.of(cell);
      return this.code(cell, units, 0, cell.length, hashOf(units, 0, cell.length));
    });
  }

  #add(slot: number, text: string, units: Uint16Array, start: number, end: number, hash: number): number {
    const code = this.texts.length;
    const size = end - start;
    while (this.#units.length < this.#used + size) {
      const larger = new Uint16Array(2 * this.#units.length);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#units.set(units.subarray(start, end), this.#used);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code;
    this.#slots[slot + 2] = this.#used;
    this.#slots[slot + 3] = size;
    this.#used += size;
    // A long substring is a slice that keeps its whole block in memory.
    const cell = text.substring(start, end);
    this.texts.push(size === text.length || size < SHORTEST_SLICE ? cell : Buffer.from(cell).toString());
    if (2 * SLOT * code > this.#slots.length) this.#spread();
    return code;
  }

  #spread(): void {
    const before = this.#slots;
    const slots = new Int32Array(4 * before.length);
    const last = slots.length - SLOT;
    for (let at = 0; at < before.length; at += SLOT) {
      if (before[at + 1] === 0) continue;
      let slot = firstSlot(before[at] as number, last);
      while (slots[slot + 1] !== 0) slot = (slot + SLOT) & last;
      slots.set(before.subarray(at, at + SLOT), slot);
    }
    this.#slots = slots;
  }
}

/** Numbers a slot; a power of two. */
const SLOT = 4;
const FIRST_SLOTS = 1024;
const FIRST_UNITS = 8192;
const MOST_CELLS = 2 ** 20;
const MOST_UNITS = 2 ** 23;
const SHORTEST_SLICE = 13;

function firstSlot(hash: number, last: number): number {
  return ((hash ^ (hash >>> 15)) * SLOT) & last;
}

/** The hash of a text with one more character; that of no text is 0. */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = nextHash(hash, units[at] as number);
  return hash;
}

/** The characters of one text after another as numbers: reading them from an array takes a fraction of `charCodeAt`'s time. */
export class CharacterCodes {
  #bytes = Buffer.alloc(0);

  /** Valid until the next call; a newline stands behind the last character. */
  of(text: string): Uint16Array {
    const size = 2 * text.length;
    if (this.#bytes.length < size + 2) this.#bytes = Buffer.allocUnsafeSlow(size + 2);
    this.#bytes.write(text, 0, 'utf16le');
    this.#bytes.writeUInt16LE(0x0a, size);
    return new Uint16Array(this.#bytes.buffer, 0, text.length + 1);
  }
}
