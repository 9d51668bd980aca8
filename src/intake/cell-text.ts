/** Cutting cells out of a block of text without making the same string a million times. */

/**
 * Cuts the cells of one column. While most cells were seen shortly before (dates, countries, codes), they come as
 * the string made then, which saves the making and all later hashing; a column of ids soon stops being looked up.
 */
export class CellCutter {
  #recent: string[] | undefined = new Array<string>(SLOTS).fill('');
  #tries = 0;
  #hits = 0;

  /** The text from `start` up to `end`, whose `hash` goes by `nextHash`. */
  cut(text: string, start: number, end: number, hash: number): string {
    const recent = this.#recent;
    const size = end - start;
    if (recent === undefined || size > LONGEST_REMEMBERED) return text.substring(start, end);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const before = recent[slot] as string;
    this.#tries++;
    if (before.length === size && text.startsWith(before, start)) {
      this.#hits++;
      return before;
    }
    if (this.#tries > TRIAL && this.#hits * 2 < this.#tries) this.#recent = undefined;
    const cell = text.substring(start, end);
    // A long substring is a slice that keeps its whole block in memory.
    const kept = size < SHORTEST_SLICE ? cell : Buffer.from(cell, 'utf8').toString('utf8');
    recent[slot] = kept;
    return kept;
  }
}

const SLOTS = 4096;
const TRIAL = 4 * SLOTS;
const LONGEST_REMEMBERED = 64;
const SHORTEST_SLICE = 13;
