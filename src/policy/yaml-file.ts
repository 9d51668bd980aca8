/** YAML read with the failsafe schema (every scalar is text), each value knowing its line and column. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import { parseCountry } from '../model/country.js';
import { type Day, parseDay } from '../model/day.js';
import { DetourError, type FilePosition, nearest } from '../model/errors.js';

/** Where faults are put, so that one check of a folder can report all of them. */
export type Faults = DetourError[];

/**
 * The file's top value, or undefined if it is no YAML (the faults say why).
 *
 * Duplicate keys, bad syntax, aliases and an empty file are faults.
 */
export function readYaml(file: string, text: string, faults: Faults): Entry | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    const what =
      error.code === 'DUPLICATE_KEY'
        ? `the key \`${wordAt(text, error.pos[0])}\` stands here twice: keep one`
        : error.message;
    faults.push(new DetourError('BAD_REGIME', what, { at: { file, line, column: col } }));
  }
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) {
    faults.push(new DetourError('BAD_REGIME', 'the file is empty: remove it or fill it', { at: { file, line: 1 } }));
    return undefined;
  }
  return new Entry(document.contents as YamlNode, { file, lines, faults });
}

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  readonly faults: Faults;
}

/** A value in a file. Its readers record a fault and answer undefined where the value is not what is asked for. */
export class Entry {
  constructor(
    private readonly node: YamlNode | null,
    private readonly source: Source,
  ) {}

  get at(): FilePosition {
    const offset = this.node?.range?.[0];
    if (offset === undefined) return { file: this.source.file };
    const { line, col } = this.source.lines.linePos(offset);
    return { file: this.source.file, line, column: col };
  }

  fault(message: string): undefined {
    this.source.faults.push(new DetourError('BAD_REGIME', message, { at: this.at }));
    return undefined;
  }

  isText(): boolean {
    return isScalar(this.node);
  }

  isList(): boolean {
    return isSeq(this.node);
  }

  isMap(): boolean {
    return isMap(this.node);
  }

  text(): string | undefined {
    if (isAlias(this.node)) return this.fault('aliases are not used here: write the value out');
    if (!isScalar(this.node)) return this.fault('text is expected here, not a list or a map');
    const value = String(this.node.value ?? '').trim();
    return value === '' ? this.fault('this is blank: give a value or remove the key') : value;
  }

  day(): Day | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    try {
      return parseDay(text);
    } catch (error) {
      return this.fault(error instanceof DetourError ? error.message : String(error));
    }
  }

  number(): number | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const value = Number(text.replaceAll(/(?<=\d),(?=\d{3})/g, ''));
    return Number.isFinite(value) ? value : this.fault(`\`${text}\` is not a number`);
  }

  flag(): boolean | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    if (text === 'yes' || text === 'true') return true;
    if (text === 'no' || text === 'false') return false;
    return this.fault(`\`${text}\` is neither yes nor no`);
  }

  oneOf<T extends string>(allowed: readonly T[]): T | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    if ((allowed as readonly string[]).includes(text)) return text as T;
    return this.fault(`\`${text}\` is not known${suggestion(text, allowed)} Allowed: ${allowed.join(', ')}`);
  }

  /** A list, or one value as a list of one. */
  entries(): Entry[] {
    if (isSeq(this.node)) return this.node.items.map((item) => new Entry(item as YamlNode, this.source));
    return [this];
  }

  /** A YAML list of texts, or one text with blanks between its words. */
  words(): string[] {
    if (isSeq(this.node)) return this.entries().flatMap((one) => one.text() ?? []);
    return (
      this.text()
        ?.split(/[\s,]+/)
        .filter((word) => word !== '') ?? []
    );
  }

  /** Alpha-2 codes; anything else in the list is a fault. */
  countries(): string[] {
    return this.words().flatMap((word) => {
      const code = /^[A-Z]{2}$/.test(word) ? parseCountry(word) : undefined;
      if (code === undefined) this.fault(`\`${word}\` is no ISO 3166-1 alpha-2 code`);
      return code ?? [];
    });
  }

  /** The map's pairs in file order; a fault and no pairs if it is no map. */
  pairs(): { readonly key: string; readonly keyAt: Entry; readonly value: Entry }[] {
    if (!isMap(this.node)) {
      this.fault('a map of keys and values is expected here');
      return [];
    }
    return this.node.items.map((pair) => {
      const keyNode = pair.key as YamlNode;
      return {
        key: String(isScalar(keyNode) ? keyNode.value : keyNode),
        keyAt: new Entry(keyNode, this.source),
        value: new Entry((pair.value ?? pair.key) as YamlNode, this.source),
      };
    });
  }

  /** The map's values under the keys it may have; any other key is a fault that names the nearest. */
  keys<K extends string>(allowed: readonly K[], required: readonly K[] = []): Partial<Record<K, Entry>> {
    const result: Partial<Record<K, Entry>> = {};
    const isThisMap = isMap(this.node);
    for (const { key, keyAt, value } of this.pairs()) {
      if ((allowed as readonly string[]).includes(key)) result[key as K] = value;
      else keyAt.fault(`unknown key \`${key}\`${suggestion(key, allowed)} Allowed: ${allowed.join(', ')}`);
    }
    for (const key of required) {
      if (isThisMap && result[key] === undefined) this.fault(`the key \`${key}\` is missing here`);
    }
    return result;
  }

  /** Plain text, lists and objects, for readers that have a shape of their own. */
  plain(): unknown {
    return this.node === null ? null : toPlain(this.node);
  }
}

function toPlain(node: unknown): unknown {
  if (isSeq(node)) return node.items.map(toPlain);
  if (isMap(node))
    return Object.fromEntries(
      node.items.map((pair) => [String((pair.key as { value?: unknown }).value), toPlain(pair.value)]),
    );
  if (isScalar(node)) return node.value === 'null' ? null : node.value;
  return null;
}

function suggestion(given: string, allowed: readonly string[]): string {
  const near = nearest(given, allowed);
  return near === undefined ? '.' : `, did you mean \`${near}\`?`;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]+(:[^\s:]+)*/.exec(text.slice(offset, offset + 80))?.[0] ?? text.slice(offset, offset + 20);
}
