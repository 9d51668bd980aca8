/** Reads YAML so that every complaint names file, line and column. */
import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { DetourError, nearest } from '../model/errors.js';

/**
 * The root of a YAML file, read with the failsafe schema (every scalar stays text, as written).
 *
 * @throws DetourError `BAD_SETTING` if the file cannot be read or is no YAML, or repeats a key.
 */
export function readYaml(file: string): YamlValue {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DetourError('BAD_SETTING', 'cannot be read; check the path and its permissions', { at: { file }, cause });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new DetourError('BAD_SETTING', `not valid YAML: ${fault.message}`, { at: { file, line, column: col } });
  }
  return new YamlValue(document.contents, file, lines, 0);
}

/** One value of a file, with the place it stands at. */
export class YamlValue {
  readonly #node: unknown;
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #offset: number;

  constructor(node: unknown, file: string, lines: LineCounter, offset: number) {
    this.#node = node;
    this.#file = file;
    this.#lines = lines;
    this.#offset = offsetOf(node) ?? offset;
  }

  /**
   * The values of a mapping by key, in file order.
   *
   * @throws DetourError if this is no mapping, a key is not one of `allowed`, or one of `required` is missing.
   */
  fields(allowed: readonly string[], required: readonly string[] = []): ReadonlyMap<string, YamlValue> {
    const fields = this.entries();
    for (const [key, { at }] of fields) {
      if (allowed.includes(key)) continue;
      const near = nearest(key, allowed);
      const hint = near === undefined ? `use one of ${quoted(allowed)}` : `did you mean \`${near}\`?`;
      throw at.fault(`unknown key \`${key}\`; ${hint}`);
    }
    const missing = required.filter((key) => !fields.has(key));
    if (missing.length > 0) throw this.fault(`${quoted(missing)} missing; add it`);
    return new Map([...fields].map(([key, { value }]) => [key, value]));
  }

  /** Values and places of keys of a mapping with keys of any name. @throws DetourError if this is no mapping. */
  entries(): ReadonlyMap<string, { readonly at: YamlValue; readonly value: YamlValue }> {
    if (!isMap(this.#node)) throw this.fault('a mapping of keys to values is needed here');
    const entries = new Map<string, { at: YamlValue; value: YamlValue }>();
    for (const { key, value } of this.#node.items) {
      const at = this.#at(key);
      entries.set(at.text(), { at, value: new YamlValue(value, this.#file, this.#lines, at.#offset) });
    }
    return entries;
  }

  /** The items of a sequence. @throws DetourError if this is none. */
  items(): readonly YamlValue[] {
    if (!isSeq(this.#node)) throw this.fault('a list is needed here');
    return this.#node.items.map((item) => this.#at(item));
  }

  isText(): boolean {
    return isScalar(this.#node);
  }

  isList(): boolean {
    return isSeq(this.#node);
  }

  /** Text that is not blank. @throws DetourError otherwise. */
  text(): string {
    const text = isScalar(this.#node) ? String(this.#node.value ?? '').trim() : '';
    if (text === '') throw this.fault('text is needed here');
    return text.replace(/\s+/g, ' ');
  }

  /** A number from `min` to `max`. @throws DetourError otherwise. */
  number(min: number, max: number): number {
    const text = this.text();
    const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (!(number >= min && number <= max)) throw this.fault(`\`${text}\` is not a number from ${min} to ${max}`);
    return number;
  }

  /** One of the given words. @throws DetourError for any other, with the nearest. */
  oneOf<T extends string>(words: readonly T[]): T {
    const text = this.text();
    if ((words as readonly string[]).includes(text)) return text as T;
    const near = nearest(text, words);
    throw this.fault(
      `\`${text}\` is not one of ${quoted(words)}${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    );
  }

  /** An error that names the place of this value. */
  fault(message: string): DetourError {
    const { line, col } = this.#lines.linePos(this.#offset);
    return new DetourError('BAD_SETTING', message, { at: { file: this.#file, line, column: col } });
  }

  #at(node: unknown): YamlValue {
    return new YamlValue(node, this.#file, this.#lines, this.#offset);
  }
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
