/** What several fields say together, as one number. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../port.js';
import { Staging } from './staging.js';
import { NO_WORD, type Said, Words } from './words.js';

/**
 * Gives each different combination of a row's fields a code, from 0 in the order met, and none to a row that says
 * nothing. A walk down a tree: only fields that are there cost a step.
 */
export class Statements {
  readonly #fields: readonly string[];
  readonly #words = new Words();
  /** For each field, the next node by (node, word). Node 0 has said nothing yet. */
  readonly #next: readonly Pairs[];
  readonly #parent: number[] = [0];
  readonly #field: number[] = [0];
  readonly #word: number[] = [NO_WORD];
  readonly #codeOfNode: number[] = [NO_WORD];
  readonly #nodeOfCode: number[] = [];

  /** @param fields names of the fields, in the order in which their values are given. */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
    this.#next = fields.map(() => new Pairs());
  }

  get size(): number {
    return this.#nodeOfCode.length;
  }

  /** The code of each row's statement, `NO_WORD` where all its fields are absent. */
  codes(values: readonly Column<Said>[], length: number): Int32Array {
    const words = values.map((texts) => this.#words.codes(texts, length));
    const stated = words.flatMap((codes, field) => (anyWord(codes) ? [field] : []));
    const codes = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      let node = 0;
      for (const field of stated) {
        const word = (words[field] as Int32Array)[i] as number;
        if (word !== NO_WORD) node = this.#step(node, field, word);
      }
      codes[i] = node === 0 ? NO_WORD : this.#codeOf(node);
    }
    return codes;
  }

  /** Writes a temporary view `<name>` of (ord, fields), `ord` being the code. */
  async write(connection: DuckDBConnection, name: string): Promise<void> {
    const staging = new Staging(
      connection,
      name,
      this.#fields.map((name) => ({ name, type: 'text' })),
    );
    const columns = this.#fields.map(() => new Array<string | undefined>(this.size).fill(undefined));
    this.#nodeOfCode.forEach((end, code) => {
      for (let node = end; node !== 0; node = this.#parent[node] as number) {
        (columns[this.#field[node] as number] as (string | undefined)[])[code] = this.#words.text(
          this.#word[node] as number,
        );
      }
    });
    await staging.add(this.size, columns);
    await staging.finish();
  }

  #step(node: number, field: number, word: number): number {
    const reached = (this.#next[field] as Pairs).at(node, word, this.#parent.length);
    if (reached === this.#parent.length) {
      this.#parent.push(node);
      this.#field.push(field);
      this.#word.push(word);
      this.#codeOfNode.push(NO_WORD);
    }
    return reached;
  }

  #codeOf(node: number): number {
    if (this.#codeOfNode[node] === NO_WORD) this.#codeOfNode[node] = this.#nodeOfCode.push(node) - 1;
    return this.#codeOfNode[node] as number;
  }
}

/** Numbers by pairs of numbers of 0 or more. (A Map needs one number for a pair, and one that is no small integer is slow.) */
class Pairs {
  /** Three numbers a slot: the first of the pair plus one (0: free), the second, and what they stand for. */
  #slots = new Int32Array(FIRST_SLOTS * SLOT);
  #used = 0;

  /** What the pair stands for; `next` from now on if it is new. */
  at(a: number, b: number, next: number): number {
    const slot = slotOf(this.#slots, a, b);
    if (this.#slots[slot] !== 0) return this.#slots[slot + 2] as number;
    this.#slots.set([a + 1, b, next], slot);
    if (++this.#used * 2 * SLOT > this.#slots.length) this.#grow();
    return next;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#slots.length);
    for (let at = 0; at < this.#slots.length; at += SLOT) {
      const a = this.#slots[at] as number;
      if (a !== 0)
        larger.set(this.#slots.subarray(at, at + SLOT), slotOf(larger, a - 1, this.#slots[at + 1] as number));
    }
    this.#slots = larger;
  }
}

const FIRST_SLOTS = 64;
/** Numbers a slot; a power of two. */
const SLOT = 4;

/** Where the pair is, or the free slot where it belongs. */
function slotOf(slots: Int32Array, a: number, b: number): number {
  const last = slots.length - SLOT;
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
  let slot = ((mixed ^ (mixed >>> 15)) * SLOT) & last;
  while (slots[slot] !== 0 && (slots[slot] !== a + 1 || slots[slot + 1] !== b)) slot = (slot + SLOT) & last;
  return slot;
}

function anyWord(codes: Int32Array): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] !== NO_WORD) return true;
  return false;
}
