/** Reads a file of `seeds/regimes/<regime>/values/`: dated lists and numbers, sets made of them, named conditions, caps. */
import type { Day } from '../model/day.js';
import type { Confidence } from '../model/product.js';
import type { Cap, Condition, NumberRef } from './condition.js';
import { type Reference, readCondition } from './condition-file.js';
import { namesIn, parseSet, type SetExpression } from './country-set.js';
import type { Dated, Version } from './dated.js';
import { FACTS } from './facts.js';
import { plainName } from './plain-name.js';
import { CONFIDENCES } from './rule-file.js';
import type { Entry } from './yaml-file.js';

/** Members for certain, and those of which the sources do not say whether they were. */
export interface CountryList {
  readonly members: ReadonlySet<string>;
  readonly uncertain: ReadonlySet<string>;
}

export type RegimeValue = { readonly title: string; readonly note?: string } & (
  | { readonly kind: 'countries'; readonly dated: Dated<CountryList> }
  | { readonly kind: 'set'; readonly expression: SetExpression; readonly text: string }
  | { readonly kind: 'number'; readonly dated: Dated<number> }
  | { readonly kind: 'codes'; readonly dated: Dated<readonly string[]> }
  | { readonly kind: 'names'; readonly dated: Dated<ReadonlySet<string>> }
  | { readonly kind: 'map'; readonly dated: Dated<ReadonlyMap<string, string>> }
);

export interface ValueFile {
  readonly values: ReadonlyMap<string, RegimeValue>;
  readonly predicates: ReadonlyMap<string, Condition>;
  readonly caps: ReadonlyMap<string, Cap>;
}

const CONTENTS = ['countries', 'add', 'remove', 'number', 'codes', 'names', 'map'] as const;

/** Everything one file defines; what has a fault is left out. */
export function readValueFile(root: Entry, references: Reference[]): ValueFile {
  const top = root.keys(['values', 'predicates', 'caps', 'checkedOn', 'cases']);
  const checkedOn = top.checkedOn?.day();
  const values = new Map<string, RegimeValue>();
  for (const { key, value } of top.values?.pairs() ?? []) {
    const read = readValue(value, checkedOn, references);
    if (read !== undefined) values.set(key, read);
  }
  const predicates = new Map<string, Condition>();
  for (const { key, value } of top.predicates?.pairs() ?? []) {
    const condition = readCondition(value, references, true);
    if (condition !== undefined) predicates.set(key, condition);
  }
  const caps = new Map<string, Cap>();
  for (const { key, value } of top.caps?.pairs() ?? []) {
    const cap = readCap(key, value, references);
    if (cap !== undefined) caps.set(key, cap);
  }
  return { values, predicates, caps };
}

function readValue(entry: Entry, checkedOn: Day | undefined, references: Reference[]): RegimeValue | undefined {
  const keys = entry.keys(['title', 'note', 'citation', 'set', 'versions'], ['title']);
  const title = keys.title?.text();
  if (title === undefined) return undefined;
  const note = keys.note?.text();
  const named = { title, ...(note === undefined ? {} : { note }) };
  if (keys.set !== undefined) {
    const text = keys.set.text();
    if (text === undefined) return undefined;
    try {
      const expression = parseSet(text);
      for (const name of namesIn(expression)) references.push({ kind: 'set', name, entry: keys.set });
      return { ...named, kind: 'set', expression, text };
    } catch (error) {
      return keys.set.fault((error as Error).message);
    }
  }
  if (keys.versions === undefined) return entry.fault('a value needs `versions`, or `set` if it is made of others');
  const versions = readVersions(keys.versions, keys.citation?.text(), checkedOn);
  const kind = versions[0]?.kind;
  if (kind === undefined) return undefined;
  if (versions.some((version) => version.kind !== kind))
    return entry.fault('all versions of a value must be of one kind');
  return { ...named, kind, dated: { versions: versions.map(({ version }) => version) } } as RegimeValue;
}

interface ReadVersion {
  readonly kind: 'countries' | 'number' | 'codes' | 'names' | 'map';
  readonly version: Version<unknown>;
}

function readVersions(list: Entry, inheritedCitation: string | undefined, checkedOn: Day | undefined): ReadVersion[] {
  const result: ReadVersion[] = [];
  let previous: CountryList | undefined;
  let previousFrom: Day | undefined;
  for (const entry of list.entries()) {
    const keys = entry.keys(['from', 'to', 'citation', 'confidence', 'checkedOn', 'uncertain', ...CONTENTS]);
    const from = keys.from?.day();
    const to = keys.to?.day();
    const citation = keys.citation?.text() ?? inheritedCitation;
    if (citation === undefined) {
      entry.fault('this version has no `citation`: name title and paragraph, or where it was published');
      continue;
    }
    if (result.length > 0 && (from === undefined || (previousFrom !== undefined && from <= previousFrom))) {
      entry.fault('versions stand in order, each with a `from` later than the one before');
      continue;
    }
    previousFrom = from;
    const content = readContent(entry, keys, previous);
    if (content === undefined) continue;
    if (content.kind === 'countries') previous = content.value as CountryList;
    const confidence: Confidence = keys.confidence?.oneOf(CONFIDENCES) ?? 'CONFIRMED';
    const checked = keys.checkedOn?.day() ?? checkedOn;
    result.push({
      kind: content.kind,
      version: {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(checked === undefined ? {} : { checkedOn: checked }),
        value: content.value,
        citation,
        confidence,
      },
    });
  }
  return result;
}

/** `add` and `remove` speak of the version before; `uncertain` is never carried over. */
function readContent(
  entry: Entry,
  keys: Partial<Record<string, Entry>>,
  previous: CountryList | undefined,
): { kind: ReadVersion['kind']; value: unknown } | undefined {
  if (keys['number'] !== undefined) return wrap('number', keys['number'].number());
  if (keys['codes'] !== undefined) return wrap('codes', keys['codes'].words());
  if (keys['names'] !== undefined) {
    return wrap('names', new Set(keys['names'].entries().flatMap((one) => plainName(one.text() ?? ''))));
  }
  if (keys['map'] !== undefined) {
    return wrap('map', new Map(keys['map'].pairs().map(({ key, value }) => [key, value.text() ?? ''])));
  }
  const { countries, add, remove, uncertain } = keys;
  if (countries === undefined && add === undefined && remove === undefined && uncertain === undefined) {
    return entry.fault(`this version holds nothing. Give one of: ${CONTENTS.join(', ')}`);
  }
  if (countries === undefined && previous === undefined)
    return entry.fault('the first version must list its `countries`');
  const members = new Set(countries?.countries() ?? previous?.members);
  for (const code of add?.countries() ?? []) {
    if (members.has(code)) add?.fault(`\`${code}\` is a member already`);
    members.add(code);
  }
  for (const code of remove?.countries() ?? []) {
    if (!members.delete(code)) remove?.fault(`\`${code}\` is no member before`);
  }
  const doubtful = new Set(uncertain?.countries());
  for (const code of doubtful) members.delete(code);
  return wrap('countries', { members, uncertain: doubtful });
}

function wrap<T>(kind: ReadVersion['kind'], value: T | undefined): { kind: ReadVersion['kind']; value: T } | undefined {
  return value === undefined ? undefined : { kind, value };
}

function readCap(id: string, entry: Entry, references: Reference[]): Cap | undefined {
  const keys = entry.keys(['title', 'limit', 'used', 'adds'], ['title', 'limit', 'used', 'adds']);
  const title = keys.title?.text();
  const limitText = keys.limit?.text();
  if (title === undefined || limitText === undefined || keys.limit === undefined) return undefined;
  let limit: NumberRef = Number(limitText);
  if (limitText.startsWith('$')) {
    limit = limitText.slice(1);
    references.push({ kind: 'number', name: limit, entry: keys.limit });
  }
  const used = readNumberFact(keys.used);
  const adds = readNumberFact(keys.adds);
  return used === undefined || adds === undefined ? undefined : { id, title, limit, used, adds };
}

function readNumberFact(entry: Entry | undefined): string | undefined {
  const name = entry?.text();
  if (name === undefined || FACTS.get(name)?.kind === 'number') return name;
  return entry?.fault(`\`${name}\` is no fact that is a number`);
}
