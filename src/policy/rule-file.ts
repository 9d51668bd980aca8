/** Reads a file of `seeds/regimes/<regime>/rules/` and the regime's `instruments.yaml`. */
import type { Day } from '../model/day.js';
import { type Reference, readCondition } from './condition-file.js';
import type { Dated, Version } from './dated.js';
import { REVIEWS } from './judgement.js';
import { datesOf, type Instrument, type Rule, type RuleDates, type StatedDates, type Stay, type Step } from './rule.js';
import type { Entry } from './yaml-file.js';

export const CONFIDENCES = ['CONFIRMED', 'SECONDARY', 'UNCONFIRMED', 'DISPUTED'] as const;
const DUTIES = ['INQUIRE', 'KNOWLEDGE', 'NOTIFY', 'STATEMENT', 'PERMIT'] as const;
const DATES = ['published', 'effective', 'compliance', 'stays', 'ended'] as const;
const COMMON = ['kind', 'instrument', 'citation', 'sentence', 'confidence', 'checkedOn', ...DATES] as const;

const OWN_KEYS = {
  class: ['class', 'when'],
  requirement: ['when', 'outcome', 'replaces'],
  exemption: ['when', 'lifts'],
  exception: ['name', 'cures', 'onClaim', 'conditions'],
  review: ['policy', 'for', 'when', 'conditions', 'overrides'],
  bar: ['when', 'bars'],
  doubt: ['when', 'touches'],
  finding: ['when', 'duty'],
} as const;
const OPTIONAL = new Set<string>(['outcome', 'replaces', 'overrides', 'duty', 'when', 'conditions', 'onClaim']);

type Kind = keyof typeof OWN_KEYS;
type Keys = Partial<Record<string, Entry>>;

/** The rules of one file; what has a fault is left out. */
export function readRules(
  rules: Entry,
  checkedOn: Day | undefined,
  instruments: ReadonlyMap<string, Instrument>,
  references: Reference[],
): Rule[] {
  return rules.pairs().flatMap(({ key, value }) => {
    const rule = readRule(key, value, checkedOn, instruments, references);
    return rule === undefined ? [] : [rule];
  });
}

function readRule(
  id: string,
  entry: Entry,
  fileCheckedOn: Day | undefined,
  instruments: ReadonlyMap<string, Instrument>,
  references: Reference[],
): Rule | undefined {
  const kindEntry = entry.isMap() ? entry.pairs().find((pair) => pair.key === 'kind')?.value : undefined;
  if (kindEntry === undefined)
    return entry.fault(`the rule \`${id}\` has no \`kind\`. Allowed: ${Object.keys(OWN_KEYS).join(', ')}`);
  const kind = kindEntry.oneOf(Object.keys(OWN_KEYS) as Kind[]);
  if (kind === undefined) return undefined;
  const own: readonly string[] = OWN_KEYS[kind];
  const required = ['instrument', 'sentence', ...own.filter((key) => !OPTIONAL.has(key))];
  const keys = entry.keys([...COMMON, ...own], required) as Keys;
  if (keys['citation'] === undefined)
    return entry.fault(`the rule \`${id}\` has no \`citation\`: name title and paragraph, or where it was published`);
  const instrument = readInstrumentName(keys['instrument'], instruments);
  const citation = readCitation(keys['citation']);
  const sentence = keys['sentence']?.text();
  if (instrument === undefined || citation === undefined || sentence === undefined) return undefined;
  const checkedOn = keys['checkedOn']?.day() ?? fileCheckedOn ?? instrument.checkedOn;
  const common = {
    id,
    instrument: instrument.id,
    citation,
    sentence,
    ...(checkedOn === undefined ? {} : { checkedOn }),
  };
  const confidence = keys['confidence']?.oneOf(CONFIDENCES);
  const stated: StatedDates = { ...readDates(keys), ...(confidence === undefined ? {} : { confidence }) };
  const dates = datesOf(stated, instrument);
  if (dates.effective !== undefined && dates.ended !== undefined && dates.ended <= dates.effective) {
    return entry.fault(`the rule \`${id}\` ends before it begins: \`ended\` must lie after \`effective\``);
  }
  const particular = readParticular(kind, entry, keys, references);
  return particular && ({ ...common, ...particular, stated, ...dates } as Rule);
}

function readParticular(kind: Kind, entry: Entry, keys: Keys, references: Reference[]): object | undefined {
  const names = (key: string, reference?: Reference['kind']): readonly string[] => {
    const value = keys[key];
    const words = value?.words() ?? [];
    if (reference !== undefined && value !== undefined)
      for (const name of words) references.push({ kind: reference, name, entry: value });
    return words;
  };
  const needsWhen = (OWN_KEYS[kind] as readonly string[]).includes('when') && kind !== 'review';
  if (needsWhen && keys['when'] === undefined) return entry.fault('the key `when` is missing here');
  const when = needsWhen && keys['when'] ? readCondition(keys['when'], references) : undefined;
  if (needsWhen && when === undefined) return undefined;
  switch (kind) {
    case 'class':
      return { kind, when, itemClass: keys['class']?.text() };
    case 'requirement':
      return {
        kind,
        when,
        outcome: keys['outcome']?.oneOf(['LICENCE_REQUIRED', 'PROHIBITED']) ?? 'LICENCE_REQUIRED',
        replaces: names('replaces', 'requirement'),
      };
    case 'exemption':
      return { kind, when, lifts: names('lifts', 'requirement') };
    case 'exception': {
      const steps = readSteps(keys['conditions'], references);
      if (steps === undefined) return entry.fault('an exception needs `conditions`: a list of id, sentence, when');
      const onClaim = keys['onClaim']?.flag() ?? false;
      return { kind, name: keys['name']?.text(), cures: names('cures', 'requirement'), onClaim, steps };
    }
    case 'review': {
      const steps =
        readSteps(keys['conditions'], references) ?? readOneStep(keys['when'], keys['sentence'], references);
      if (steps === undefined)
        return entry.fault('a review policy needs `when`, or `conditions`: a list of id, sentence, when');
      const policy = keys['policy']?.oneOf(REVIEWS);
      return (
        policy && { kind, policy, covers: names('for', 'requirement'), steps, overrides: names('overrides', 'review') }
      );
    }
    case 'bar': {
      const all = keys['bars']?.isText() === true && keys['bars'].text() === 'all';
      return { kind, when, bars: all ? 'all' : names('bars', 'exception') };
    }
    case 'doubt':
      return { kind, when, touches: names('touches', 'requirement') };
    case 'finding': {
      const duty = keys['duty']?.oneOf(DUTIES);
      return { kind, when, ...(duty === undefined ? {} : { duty }) };
    }
  }
}

function readSteps(list: Entry | undefined, references: Reference[]): Step[] | undefined {
  if (list === undefined) return undefined;
  return list.entries().flatMap((entry) => {
    const keys = entry.keys(['id', 'sentence', 'when'], ['id', 'sentence', 'when']);
    const when = keys.when && readCondition(keys.when, references);
    const id = keys.id?.text();
    const sentence = keys.sentence?.text();
    return when === undefined || id === undefined || sentence === undefined ? [] : [{ id, sentence, when }];
  });
}

function readOneStep(
  when: Entry | undefined,
  sentence: Entry | undefined,
  references: Reference[],
): Step[] | undefined {
  const condition = when && readCondition(when, references);
  return condition && [{ id: 'applies', sentence: sentence?.text() ?? '', when: condition }];
}

/** One text, or a list of `{from, text}` where a provision moved; the first of the list may have no `from`. */
function readCitation(entry: Entry): Dated<string> | undefined {
  if (!entry.isList()) {
    const text = entry.text();
    return text === undefined ? undefined : { versions: [{ value: text, citation: text, confidence: 'CONFIRMED' }] };
  }
  const versions = entry.entries().flatMap((one): Version<string>[] => {
    const keys = one.keys(['from', 'text'], ['text']);
    const text = keys.text?.text();
    const from = keys.from?.day();
    if (text === undefined) return [];
    return [{ ...(from === undefined ? {} : { from }), value: text, citation: text, confidence: 'CONFIRMED' }];
  });
  return { versions };
}

function readInstrumentName(
  entry: Entry | undefined,
  instruments: ReadonlyMap<string, Instrument>,
): Instrument | undefined {
  const name = entry?.oneOf([...instruments.keys()]);
  return name === undefined ? undefined : instruments.get(name);
}

function readDates(keys: Keys): Partial<RuleDates> {
  const stays = keys['stays']?.entries().flatMap((one): Stay[] => readStay(one));
  const dates: Record<string, Day> = {};
  for (const name of ['published', 'effective', 'compliance', 'ended'] as const) {
    const day = keys[name]?.day();
    if (day !== undefined) dates[name] = day;
  }
  return { ...dates, ...(stays === undefined ? {} : { stays }) };
}

function readStay(entry: Entry): Stay[] {
  const keys = entry.keys(['from', 'through', 'citation', 'thereafter'], ['from', 'through', 'citation']);
  const from = keys.from?.day();
  const through = keys.through?.day();
  const citation = keys.citation?.text();
  const thereafter = keys.thereafter?.oneOf(CONFIDENCES);
  if (from === undefined || through === undefined || citation === undefined) return [];
  if (through < from) {
    keys.through?.fault('a stay ends on its last day, which cannot lie before its first');
    return [];
  }
  return [{ from, through, citation, ...(thereafter === undefined ? {} : { thereafter }) }];
}

/** The instruments of `instruments.yaml`, by id. */
export function readInstruments(root: Entry, into: Map<string, Instrument>): void {
  const top = root.keys(['instruments', 'checkedOn', 'cases'], ['instruments']);
  const fileCheckedOn = top.checkedOn?.day();
  for (const { key, value } of top.instruments?.pairs() ?? []) {
    const keys = value.keys(
      ['title', 'citation', 'confidence', 'checkedOn', 'note', 'proposal', ...DATES],
      ['title', 'citation'],
    ) as Keys;
    const title = keys['title']?.text();
    const citation = keys['citation']?.text();
    if (title === undefined || citation === undefined) continue;
    const checkedOn = keys['checkedOn']?.day() ?? fileCheckedOn;
    const note = keys['note']?.text();
    into.set(key, {
      id: key,
      title,
      citation,
      confidence: keys['confidence']?.oneOf(CONFIDENCES) ?? 'CONFIRMED',
      proposal: keys['proposal']?.flag() ?? false,
      ...(checkedOn === undefined ? {} : { checkedOn }),
      ...(note === undefined ? {} : { note }),
      stays: [],
      ...readDates(keys),
    });
  }
}
