/** YAML read with the failsafe schema (every scalar is text), each value knowing its line and column. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { parseCountry } from '../model/country.js';
import { type Day, parseDay } from '../model/day.js';
import { DetourError, type FilePosition, nearest } from '../model/errors.js';

/** Where faults are put, so that one check of a folder can report all of them. */
export type Faults = DetourError[];

/** A value: where it starts in the text, and its text, list or map; blank is null. */
export type Tree =
  | { readonly at: number; readonly text: string | null }
  | { readonly at: number; readonly list: readonly (Tree | null)[] }
  | { readonly at: number; readonly map: readonly (readonly [key: Tree, value: Tree | null])[] }
  | { readonly at: number; readonly alias: true };

/** Files read before, by `keyOf` their texts: parsing is most of what it takes to load the law. */
export type Parsed = ReadonlyMap<string, Tree>;

/** Names a text by what stands in it. */
function keyOf(text: string): string {
  return createHash('sha256').update(`tree 1\0${text}`).digest('hex');
}

/**
 * The file's top value, or undefined if it is no YAML (the faults say why).
 *
 * Duplicate keys, bad syntax, aliases and an empty file are faults.
 */
export function readYaml(file: string, text: string, faults: Faults, parsed?: Parsed): Entry | undefined {
  const tree = parsed?.get(keyOf(text)) ?? parseYaml(file, text, faults);
  return tree && new Entry(tree, { file, text, faults });
}

function parseYaml(file: string, text: string, faults: Faults): Tree | undefined {
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
  return treeOf(document.contents) ?? undefined;
}

/** The files that are YAML, parsed, each by the part of its text that is read. */
export function parseFiles(paths: readonly string[], partToRead = (text: string) => text): Map<string, Tree> {
  const parsed = new Map<string, Tree>();
  for (const path of paths) {
    const text = partToRead(readFileSync(path, 'utf8'));
    const tree = parseYaml(path, text, []);
    if (tree !== undefined) parsed.set(keyOf(text), tree);
  }
  return parsed;
}

function treeOf(node: unknown): Tree | null {
  const at = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
  if (isScalar(node)) return { at, text: node.value === null ? null : String(node.value) };
  if (isSeq(node)) return { at, list: node.items.map(treeOf) };
  if (isMap(node))
    return { at, map: node.items.map(({ key, value }) => [treeOf(key) ?? { at, text: null }, treeOf(value)]) };
  return isAlias(node) ? { at, alias: true } : null;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly faults: Faults;
}

/** A value in a file. Its readers record a fault and answer undefined where the value is not what is asked for. */
export class Entry {
  constructor(
    private readonly node: Tree | null,
    private readonly source: Source,
  ) {}

  get at(): FilePosition {
    const { file, text } = this.source;
    if (this.node === null) return { file };
    const before = text.slice(0, this.node.at).split('\n');
    return { file, line: before.length, column: (before.at(-1) as string).length + 1 };
  }

  fault(message: string): undefined {
    this.source.faults.push(new DetourError('BAD_REGIME', message, { at: this.at }));
    return undefined;
  }

  isText(): boolean {
    return this.node !== null && 'text' in this.node;
  }

  isList(): boolean {
    return this.node !== null && 'list' in this.node;
  }

  isMap(): boolean {
    return this.node !== null && 'map' in this.node;
  }

  text(): string | undefined {
    const { node } = this;
    if (node !== null && 'alias' in node) return this.fault('aliases are not used here: write the value out');
    if (node === null || !('text' in node)) return this.fault('text is expected here, not a list or a map');
    const value = (node.text ?? '').trim();
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
    if (this.node === null || !('list' in this.node)) return [this];
    return this.node.list.map((item) => new Entry(item, this.source));
  }

  /** A YAML list of texts, or one text with blanks between its words. */
  words(): string[] {
    if (this.isList()) return this.entries().flatMap((one) => one.text() ?? []);
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
    if (this.node === null || !('map' in this.node)) {
      this.fault('a map of keys and values is expected here');
      return [];
    }
    return this.node.map.map(([key, value]) => ({
      key: nameOf(key),
      keyAt: new Entry(key, this.source),
      value: new Entry(value ?? key, this.source),
    }));
  }

  /** The map's values under the keys it may have; any other key is a fault that names the nearest. */
  keys<K extends string>(allowed: readonly K[], required: readonly K[] = []): Partial<Record<K, Entry>> {
    const result: Partial<Record<K, Entry>> = {};
    const isThisMap = this.isMap();
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

function toPlain(node: Tree | null): unknown {
  if (node === null || 'alias' in node) return null;
  if ('list' in node) return node.list.map(toPlain);
  if ('map' in node) return Object.fromEntries(node.map.map(([key, value]) => [nameOf(key), toPlain(value)]));
  return node.text === 'null' ? null : node.text;
}

/** A key is text; what is none goes by what it is, which no reader asks for. */
function nameOf(key: Tree): string {
  return 'text' in key ? String(key.text) : JSON.stringify(key);
}

function suggestion(given: string, allowed: readonly string[]): string {
  const near = nearest(given, allowed);
  return near === undefined ? '.' : `, did you mean \`${near}\`?`;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:]+(:[^\s:]+)*/.exec(text.slice(offset, offset + 80))?.[0] ?? text.slice(offset, offset + 20);
}
