/** Whole numbers made of the values of columns. */
import type { Column } from '../port.js';

/** Makes a number of each value, of a value of a coded column once and not for each row. */
export class ColumnNumbers<T> {
  readonly #make: (value: T) => number;
  /** By the values of coded columns met, what was made of them so far. */
  readonly #made = new WeakMap<readonly T[], Made>();

  constructor(make: (value: T) => number) {
    this.#make = make;
  }

  /** One number a row. */
  of(column: Column<T>, length: number): Int32Array {
    const numbers = new Int32Array(length);
    if ('codes' in column) {
      const made = this.#madeOf(column.values);
      const { codes } = column;
      for (let i = 0; i < length; i++) numbers[i] = made[codes[i] as number] as number;
      return numbers;
    }
    // Neighbours are often alike, and comparing with the last one is cheaper than making the number again.
    let last = column[0] as T;
    let number = length > 0 ? this.#make(last) : 0;
    for (let i = 0; i < length; i++) {
      const value = column[i] as T;
      if (value !== last) {
        last = value;
        number = this.#make(value);
      }
      numbers[i] = number;
    }
    return numbers;
  }

  #madeOf(values: readonly T[]): Int32Array {
    let made = this.#made.get(values);
    if (made === undefined) {
      made = { numbers: new Int32Array(values.length), count: 0 };
      this.#made.set(values, made);
    }
    if (made.numbers.length < values.length) {
      const larger = new Int32Array(2 * values.length);
      larger.set(made.numbers);
      made.numbers = larger;
    }
    for (; made.count < values.length; made.count++) made.numbers[made.count] = this.#make(values[made.count] as T);
    return made.numbers;
  }
}

interface Made {
  numbers: Int32Array;
  count: number;
}
