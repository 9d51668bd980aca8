/** Chips of one party's lots by kind, summed up over the days on which each lot is open. */

/**
 * Flat columns that are filled for one party after another. Lots of one kind stand together, once in order of the
 * first and once in order of the last of their days; sums over both orders tell what is open on a run of days:
 * those that opened by its end less those that closed before its begin.
 */
export class RunningSums {
  /** How many kinds occur; they are in ascending order of their codes. */
  kinds = 0;
  /** Answer of `between`: chips of the lots whose size is known. */
  chips = 0;
  /** Answer of `between`: lots of known size. */
  known = 0;
  /** Answer of `between`: lots of unknown size. */
  unknown = 0;

  private readonly codes: Int32Array;
  /** By place: where the lots of the kind start. */
  private readonly starts: Int32Array;
  /** By kind: how many lots, then where the next one goes; zero again after each party. */
  private readonly next: Int32Array;
  private lots = 0;
  private kind = new Int32Array(0);
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  private size = new Float64Array(0);
  private readonly opening = new SumsInOrder();
  private readonly closing = new SumsInOrder();

  /** @param kinds how many codes kinds have */
  constructor(kinds: number) {
    this.codes = new Int32Array(kinds);
    this.starts = new Int32Array(kinds + 1);
    this.next = new Int32Array(kinds);
  }

  /** Empties the columns and makes room for so many lots. */
  reset(lots: number): void {
    this.lots = 0;
    this.kinds = 0;
    if (lots <= this.first.length) return;
    const room = Math.max(lots, 2 * this.first.length);
    this.kind = new Int32Array(room);
    this.first = new Int32Array(room);
    this.last = new Int32Array(room);
    this.size = new Float64Array(room);
  }

  /** Adds a lot that is open from day `first` to day `last`, both included; `chips` is NaN where unknown. */
  add(kind: number, first: number, last: number, chips: number): void {
    const lot = this.lots++;
    this.kind[lot] = kind;
    this.first[lot] = first;
    this.last[lot] = last;
    this.size[lot] = chips;
    const same = this.next[kind] as number;
    if (same === 0) this.note(kind);
    this.next[kind] = same + 1;
  }

  /** Sums up; after the last lot and before the first question. */
  sum(): void {
    const { codes, starts, next, lots } = this;
    starts[0] = 0;
    for (let i = 0; i < this.kinds; i++) {
      const kind = codes[i] as number;
      starts[i + 1] = (starts[i] as number) + (next[kind] as number);
      next[kind] = starts[i] as number;
    }
    this.opening.room(lots);
    this.closing.room(lots);
    for (let lot = 0; lot < lots; lot++) {
      const kind = this.kind[lot] as number;
      const at = next[kind] as number;
      next[kind] = at + 1;
      this.opening.put(at, this.first[lot] as number, this.size[lot] as number);
      this.closing.put(at, this.last[lot] as number, this.size[lot] as number);
    }
    for (let i = 0; i < this.kinds; i++) {
      const from = starts[i] as number;
      const to = starts[i + 1] as number;
      this.opening.sum(from, to);
      this.closing.sum(from, to);
      next[codes[i] as number] = 0;
    }
  }

  /** Code of the i-th kind. */
  code(i: number): number {
    return this.codes[i] as number;
  }

  /** Sums over the lots of the i-th kind that are open on a day from `first` to `last`; sets chips, known, unknown. */
  between(i: number, first: number, last: number): void {
    const { opening, closing } = this;
    const from = this.starts[i] as number;
    const to = this.starts[i + 1] as number;
    const opened = opening.upTo(from, to, last);
    const closed = closing.upTo(from, to, first - 1);
    this.unknown = opening.unknownBefore(from, opened) - closing.unknownBefore(from, closed);
    this.known = opened - closed - this.unknown;
    this.chips = opening.chipsBefore(from, opened) - closing.chipsBefore(from, closed);
  }

  /** Puts a kind that occurs for the first time in its place. */
  private note(kind: number): void {
    const { codes } = this;
    let at = this.kinds++;
    for (; at > 0 && (codes[at - 1] as number) > kind; at--) codes[at] = codes[at - 1] as number;
    codes[at] = kind;
  }
}

/** Below this many an insertion is quicker than a sort. */
const FEW = 24;

/** Lots in order of one of their days, kind by kind, and for each the sum over those up to it. */
class SumsInOrder {
  private day = new Int32Array(0);
  private size = new Float64Array(0);
  private sums = new Float64Array(0);
  private unknown = new Int32Array(0);

  room(lots: number): void {
    if (lots <= this.day.length) return;
    const room = Math.max(lots, 2 * this.day.length);
    this.day = new Int32Array(room);
    this.size = new Float64Array(room);
    this.sums = new Float64Array(room);
    this.unknown = new Int32Array(room);
  }

  put(at: number, day: number, size: number): void {
    this.day[at] = day;
    this.size[at] = size;
  }

  /** Orders the lots of one kind and sums them up. A lot of unknown size would make every later sum unknown: it is counted. */
  sum(from: number, to: number): void {
    this.order(from, to);
    const { size, sums, unknown } = this;
    let chips = 0;
    let without = 0;
    for (let at = from; at < to; at++) {
      const lot = size[at] as number;
      if (Number.isNaN(lot)) without++;
      else chips += lot;
      sums[at] = chips;
      unknown[at] = without;
    }
  }

  /** The place after the last lot whose day is at most `day`. */
  upTo(from: number, to: number, day: number): number {
    const { day: days } = this;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((days[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  chipsBefore(from: number, at: number): number {
    return at === from ? 0 : (this.sums[at - 1] as number);
  }

  unknownBefore(from: number, at: number): number {
    return at === from ? 0 : (this.unknown[at - 1] as number);
  }

  /** By day; of equal days the one that was put first stays first. */
  private order(from: number, to: number): void {
    const { day, size } = this;
    let sorted = from + 1;
    while (sorted < to && (day[sorted - 1] as number) <= (day[sorted] as number)) sorted++;
    if (sorted >= to) return;
    if (to - from > FEW) {
      this.orderMany(from, to);
      return;
    }
    for (let i = sorted; i < to; i++) {
      const itsDay = day[i] as number;
      const itsSize = size[i] as number;
      let at = i;
      for (; at > from && (day[at - 1] as number) > itsDay; at--) {
        day[at] = day[at - 1] as number;
        size[at] = size[at - 1] as number;
      }
      day[at] = itsDay;
      size[at] = itsSize;
    }
  }

  /** Day and place in one number each, so that plain numbers are sorted. */
  private orderMany(from: number, to: number): void {
    const count = to - from;
    const keys = Float64Array.from({ length: count }, (_, i) => (this.day[from + i] as number) * count + i).sort();
    const sizes = this.size.slice(from, to);
    for (let i = 0; i < count; i++) {
      const day = Math.floor((keys[i] as number) / count);
      this.day[from + i] = day;
      this.size[from + i] = sizes[(keys[i] as number) - day * count] as number;
    }
  }
}
