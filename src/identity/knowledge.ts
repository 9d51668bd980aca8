/** What is known of words in names, read from `seeds/names/`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DetourError } from '../model/errors.js';
import { cleanText } from './clean-text.js';
import { type EastAsianWords, wordsOf } from './transliterate.js';

/** What a word does in a name of a company or an office. */
export type WordKind = 'stop' | 'weak' | 'field' | 'country' | 'city';

/** Forms that agree with each other are of one class; `corporation` agrees with `limited` and `stock` too. */
export type LegalClass =
  | 'limited'
  | 'stock'
  | 'corporation'
  | 'partnership'
  | 'sole'
  | 'state'
  | 'cooperative'
  | 'foundation'
  | 'branch';

/** A run of words that stands for one thing. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly means: T;
}

export interface KnownWord {
  readonly canonical: string;
  readonly kind: WordKind;
}

/** By the first word, the longest phrases first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export interface NameKnowledge {
  readonly east: EastAsianWords;
  readonly words: Phrases<KnownWord>;
  readonly legal: Phrases<LegalClass>;
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  /** The names (numbered) that a given name may be; several where short forms are shared. */
  readonly given: ReadonlyMap<string, readonly number[]>;
  readonly family: ReadonlyMap<string, readonly number[]>;
  /** In how many of `frequencyOf` names a word stands (by `Token.key`). */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly frequencyOf: number;
}

/**
 * Reads the folder `seeds/names/`.
 *
 * @throws DetourError `BAD_SETTING` for a file that cannot be read or is not of its shape, naming it.
 */
export function loadNameKnowledge(folder: string): NameKnowledge {
  const han = read(folder, 'han-words.yaml') as Record<string, unknown>;
  const east = eastAsian(han);
  const split = (text: string) => wordsOf(cleanText(text), east, false).map(({ text: word }) => word);
  const words = new Map<string, Phrase<KnownWord>[]>();
  const places = read(folder, 'places.yaml');
  const general = read(folder, 'words.yaml');
  const kinds: readonly [Record<string, unknown>, string, WordKind][] = [
    [general, 'stop', 'stop'],
    [general, 'weak', 'weak'],
    [general, 'field', 'field'],
    [places, 'countries', 'country'],
    [places, 'cities', 'city'],
  ];
  for (const [file, section, kind] of kinds) {
    for (const [canonical, spellings] of Object.entries(textsOf(file, section))) {
      for (const spelling of [canonical, ...spellings.split(',')]) {
        const read = split(spelling);
        add(words, read, { canonical, kind });
        for (const form of declined(read)) add(words, [form], { canonical, kind });
      }
    }
  }
  const legal = new Map<string, Phrase<LegalClass>[]>();
  for (const { class: means, spelled } of read(folder, 'legal-forms.yaml') as unknown as LegalRow[]) {
    for (const spelling of spelled.split(',')) add(legal, split(spelling), means);
  }
  const persons = read(folder, 'persons.yaml') as Record<string, unknown>;
  const one = (section: string) =>
    new Set(
      String(persons[section])
        .split(',')
        .map((text) => split(text).join(''))
        .filter(Boolean),
    );
  const given = new Map<string, number[]>();
  const family = new Map<string, number[]>();
  const sexes = textsOf(persons, 'given');
  let group = 0;
  for (const line of [...(sexes['m'] ?? '').split('\n'), ...(sexes['f'] ?? '').split('\n')])
    addGroup(given, split(line), group++);
  for (const line of String(persons['family']).split('\n')) addGroup(family, split(line), group++);
  const counts = read(folder, 'frequencies.yaml') as { names: string; words: Record<string, string> };
  return {
    east,
    words: sorted(words),
    legal: sorted(legal),
    titles: one('titles'),
    particles: one('particles'),
    suffixes: one('suffixes'),
    given,
    family,
    frequencies: new Map(Object.entries(counts.words).map(([word, count]) => [word, Number(count)])),
    frequencyOf: Number(counts.names),
  };
}

interface LegalRow {
  readonly class: LegalClass;
  readonly spelled: string;
}

function read(folder: string, name: string): Record<string, unknown> {
  const file = join(folder, name);
  try {
    return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Record<string, unknown>;
  } catch (cause) {
    throw new DetourError('BAD_SETTING', 'cannot be read as YAML; restore the file that came with the program', {
      at: { file },
      cause,
    });
  }
}

function textsOf(file: Record<string, unknown>, section: string): Record<string, string> {
  return (file[section] ?? {}) as Record<string, string>;
}

function eastAsian(han: Record<string, unknown>): EastAsianWords {
  const pairs = String(han['simplified'])
    .split(/\s+/)
    .map((pair) => [...pair]);
  const chinese = new Map(Object.entries(textsOf(han, 'chinese')));
  const japanese = new Map(Object.entries(textsOf(han, 'japanese')));
  const korean = new Map(Object.entries(textsOf(han, 'korean')));
  const keys = [...chinese.keys(), ...japanese.keys(), ...korean.keys()];
  return {
    simplified: new Map(
      pairs.filter(([, simple]) => simple !== undefined).map(([old, simple]) => [old as string, simple as string]),
    ),
    chinese,
    japanese,
    korean,
    longest: Math.max(...keys.map((key) => [...key].length)),
  };
}

/** The other endings of a Russian or Ukrainian adjective, as they are romanised, and of a Spanish or Portuguese one. */
function declined(words: readonly string[]): string[] {
  const [word] = words;
  if (words.length !== 1 || word === undefined) return [];
  const slavic = /^(.{3,}(?:n|sk|tsk|v|l))(?:yy|yi|iy|y|aya|oe|oye)$/.exec(word)?.[1];
  const romance = /^(.{4,})(?:o|a|os|as)$/.exec(word)?.[1];
  return [
    ...(slavic === undefined ? [] : ENDINGS.map((ending) => slavic + ending)),
    ...(romance === undefined ? [] : ['o', 'a', 'os', 'as'].map((ending) => romance + ending)),
  ];
}

const ENDINGS = [
  'yy',
  'yi',
  'iy',
  'yj',
  'ij',
  'aya',
  'aia',
  'aja',
  'oe',
  'oye',
  'oje',
  'oy',
  'oi',
  'ogo',
  'oho',
  'ye',
  'ykh',
  'yh',
  'ikh',
  'ie',
  'iye',
];

/** The first meaning of a phrase stands. */
function add<T>(phrases: Map<string, Phrase<T>[]>, words: readonly string[], means: T): void {
  const first = words[0];
  if (first === undefined) return;
  const list = phrases.get(first) ?? [];
  if (list.some((one) => one.words.join(' ') === words.join(' '))) return;
  list.push({ words, means });
  phrases.set(first, list);
}

function addGroup(groups: Map<string, number[]>, words: readonly string[], group: number): void {
  for (const word of words) {
    const known = groups.get(word);
    if (known === undefined) groups.set(word, [group]);
    else if (!known.includes(group)) known.push(group);
  }
}

function sorted<T>(phrases: Map<string, Phrase<T>[]>): Phrases<T> {
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}
