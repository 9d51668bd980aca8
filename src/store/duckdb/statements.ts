/** What several fields say together, as one number. */
import type { Background } from './session.js';
import { Staging } from './staging.js';
import { NO_WORD, Words } from './words.js';

/** Words of one import stay below; so node and word fit into one exact number. */
const MOST_WORDS = 2 ** 26;

/**
 * Gives each different combination of a row's fields a code, from 0 in the order met, and none to a row that says
 * nothing. A walk down a tree: only fields that are there cost a step.
 */
export class Statements {
  readonly #fields: readonly string[];
  readonly #words = new Words();
  /** For each field, the next node by (node, word). Node 0 has said nothing yet. */
  readonly #next: readonly Map<number, number>[];
  readonly #parent: number[] = [0];
  readonly #field: number[] = [0];
  readonly #word: number[] = [NO_WORD];
  readonly #codeOfNode: number[] = [NO_WORD];
  readonly #nodeOfCode: number[] = [];

  /** @param fields names of the fields, in the order in which their values are given. */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
    this.#next = fields.map(() => new Map());
  }

  get size(): number {
    return this.#nodeOfCode.length;
  }

  /** The code of each row's statement, `NO_WORD` where all its fields are absent. */
  codes(values: readonly (readonly (string | undefined)[])[], length: number): Int32Array {
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

  /** Writes a temporary table `<name>_text` of (ord, fields), `ord` being the code and `''` standing for absent. */
  async write(background: Background, name: string): Promise<void> {
    const staging = new Staging(
      background,
      name,
      this.#fields.map((name) => ({ name, type: 'text' })),
    );
    const columns = this.#fields.map(() => new Array<string>(this.size).fill(''));
    this.#nodeOfCode.forEach((end, code) => {
      for (let node = end; node !== 0; node = this.#parent[node] as number) {
        (columns[this.#field[node] as number] as string[])[code] = this.#words.text(this.#word[node] as number);
      }
    });
    await staging.add(this.size, columns);
    await staging.finish();
  }

  #step(node: number, field: number, word: number): number {
    const next = this.#next[field] as Map<number, number>;
    const at = node * MOST_WORDS + word;
    let reached = next.get(at);
    if (reached === undefined) {
      reached = this.#parent.push(node) - 1;
      this.#field.push(field);
      this.#word.push(word);
      this.#codeOfNode.push(NO_WORD);
      next.set(at, reached);
    }
    return reached;
  }

  #codeOf(node: number): number {
    if (this.#codeOfNode[node] === NO_WORD) this.#codeOfNode[node] = this.#nodeOfCode.push(node) - 1;
    return this.#codeOfNode[node] as number;
  }
}

function anyWord(codes: Int32Array): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] !== NO_WORD) return true;
  return false;
}
