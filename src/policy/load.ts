/** Reads folders of dated law into regimes. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DetourError, nearest } from '../model/errors.js';
import type { Catalogue } from './catalogue.js';
import type { Reference } from './condition-file.js';
import { PARTY_FACT_NAMES } from './facts.js';
import { VIEWS, type View } from './judgement.js';
import { factsIn } from './mentions.js';
import { type Regime, type RegimeContent, type Regimes, regimeOf, type ViewRules } from './regime.js';
import { datesOf, type Rule, type RuleOf } from './rule.js';
import { datesWithoutCases, readRuleCases, readValueCases, runRuleCase, runValueCase } from './rule-cases.js';
import { readInstruments, readRules } from './rule-file.js';
import { readValueFile } from './value-file.js';
import { type Entry, type Faults, type Parsed, parseFiles, readYaml } from './yaml-file.js';

/**
 * All regimes of a folder that holds one folder for each, by id (the folder's name).
 *
 * @param base another such folder, in which a regime that is extended may lie (the one shipped with the program).
 * @param parsed files that were read before; those that have changed since are read anew.
 * @param withCases reads the cases too; nobody needs them to judge, and they are most of the files.
 * @throws DetourError `BAD_REGIME` with file, line and column for the first fault, and how many there are.
 */
export function loadRegimes(
  dir: string,
  {
    base,
    parsed,
    withCases = false,
  }: { readonly base?: string; readonly parsed?: Parsed; readonly withCases?: boolean } = {},
): Regimes {
  const reader = new FolderReader(base === undefined ? [dir] : [dir, base], withCases ? whole : withoutCases, parsed);
  if (!existsSync(dir))
    throw new DetourError('BAD_REGIME', `there is no folder \`${dir}\`: name one that holds a folder for each regime`);
  const regimes = new Map<string, Regime>();
  for (const id of regimeFolders(dir)) {
    const content = reader.read(id);
    const first = reader.faults[0];
    if (first !== undefined) throw withCount(first, reader.faults.length);
    if (content !== undefined) regimes.set(id, regimeOf(content));
  }
  if (regimes.size === 0)
    throw new DetourError('BAD_REGIME', `\`${dir}\` holds no regime: each is a folder with a \`regime.yaml\``);
  return regimes;
}

/**
 * Every fault of one regime's folder: of the files, of dates without cases on either side and, given a catalogue,
 * of cases that do not come out as expected.
 *
 * @param base where a regime that it extends may lie, beside the folder's own neighbours.
 */
export function checkRegimeFolder(
  dir: string,
  options: { readonly base?: string; readonly catalogue?: Catalogue } = {},
): DetourError[] {
  const parent = dirname(dir);
  const reader = new FolderReader(options.base === undefined ? [parent] : [parent, options.base], whole);
  const content = reader.read(basename(dir));
  if (content === undefined || reader.faults.length > 0) return reader.faults;
  const regime = regimeOf(content);
  const faults = datesWithoutCases(regime, (kind, id) => reader.fileOf(content.id, kind, id));
  for (const one of regime.valueCases) {
    for (const what of runValueCase(one, regime))
      faults.push(new DetourError('BAD_REGIME', `the case does not hold: ${what}`, { at: one.at }));
  }
  const { catalogue } = options;
  if (catalogue === undefined) return faults;
  for (const one of regime.cases) {
    for (const what of runRuleCase(one, regime, catalogue))
      faults.push(new DetourError('BAD_REGIME', `the case does not hold: ${what}`, { at: one.at }));
  }
  return faults;
}

function regimeFolders(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'regime.yaml')))
    .map((entry) => entry.name)
    .sort();
}

class FolderReader {
  readonly faults: Faults = [];
  private readonly contents = new Map<string, RegimeContent | undefined>();
  private readonly origins = new Map<string, string>();
  private readonly underWay: string[] = [];

  constructor(
    private readonly roots: readonly string[],
    private readonly partToRead: (text: string) => string,
    private readonly parsed?: Parsed,
  ) {}

  /** The file in which the regime's own folder defines the rule or value. */
  fileOf(regime: string, kind: 'rule' | 'value', id: string): string | undefined {
    return this.origins.get(`${regime} ${kind} ${id}`);
  }

  read(id: string, askedBy?: Entry): RegimeContent | undefined {
    if (this.contents.has(id)) return this.contents.get(id);
    const dir = this.roots.map((root) => join(root, id)).find((path) => existsSync(join(path, 'regime.yaml')));
    if (dir === undefined) {
      const message = `there is no regime \`${id}\`: a folder of that name with a \`regime.yaml\` is needed in ${this.roots.join(' or ')}`;
      askedBy === undefined ? this.faults.push(new DetourError('BAD_REGIME', message)) : askedBy.fault(message);
      return undefined;
    }
    if (this.underWay.includes(id)) {
      askedBy?.fault(`regimes extend each other in a circle: ${[...this.underWay, id].join(' → ')}`);
      return undefined;
    }
    this.underWay.push(id);
    const content = this.readFolder(id, dir);
    this.underWay.pop();
    this.contents.set(id, content);
    return content;
  }

  private readFolder(id: string, dir: string): RegimeContent | undefined {
    const top = this.file(join(dir, 'regime.yaml'))?.keys(
      ['title', 'extends', 'knownThrough', 'views', 'exceptionOrder', 'removes'],
      ['title'],
    );
    const title = top?.title?.text();
    if (top === undefined || title === undefined) return undefined;
    const parentId = top.extends?.text();
    const parent = parentId === undefined ? undefined : this.read(parentId, top.extends);
    if (parentId !== undefined && parent === undefined) return undefined;
    const instruments = new Map(parent?.instruments);
    const instrumentFile = join(dir, 'instruments.yaml');
    const instrumentRoot = existsSync(instrumentFile) ? this.file(instrumentFile) : undefined;
    if (instrumentRoot !== undefined) readInstruments(instrumentRoot, instruments);
    const references: Reference[] = [];
    const rules = new Map(parent?.rules);
    // An instrument told anew brings its dates to the rules that were taken over.
    for (const [name, rule] of rules) {
      const instrument = instruments.get(rule.instrument);
      const { published: _p, effective: _e, compliance: _c, ended: _x, ...undated } = rule;
      if (instrument !== undefined) rules.set(name, { ...undated, ...datesOf(rule.stated, instrument) } as Rule);
    }
    for (const name of top.removes?.words() ?? []) {
      if (!rules.delete(name))
        top.removes?.fault(`\`${name}\` is no rule of \`${parentId ?? id}\`${near(name, rules.keys())}`);
    }
    const values = new Map(parent?.values);
    const predicates = new Map(parent?.predicates);
    const caps = new Map(parent?.caps);
    const cases = [];
    const valueCases = [];
    for (const path of yamlFiles(join(dir, 'values'))) {
      const root = this.file(path);
      if (root === undefined) continue;
      const file = readValueFile(root, references);
      for (const [name, value] of file.values) this.define(values, name, value, root, `${id} value ${name}`, path);
      for (const [name, predicate] of file.predicates)
        this.define(predicates, name, predicate, root, `${id} predicate ${name}`, path);
      for (const [name, cap] of file.caps) this.define(caps, name, cap, root, `${id} cap ${name}`, path);
      const list = root.pairs().find(({ key }) => key === 'cases')?.value;
      if (list !== undefined) valueCases.push(...readValueCases(list));
    }
    for (const path of yamlFiles(join(dir, 'rules'))) {
      const root = this.file(path);
      if (root === undefined) continue;
      const keys = root.keys(['checkedOn', 'rules', 'cases'], ['rules']);
      const found =
        keys.rules === undefined ? [] : readRules(keys.rules, keys.checkedOn?.day(), instruments, references);
      for (const rule of found) this.define(rules, rule.id, rule, root, `${id} rule ${rule.id}`, path);
      if (keys.cases !== undefined) cases.push(...readRuleCases(keys.cases));
    }
    const views = top.views === undefined ? new Map(parent?.views) : this.readViews(top.views, instruments);
    const knownThrough = top.knownThrough?.day() ?? parent?.knownThrough ?? Number.POSITIVE_INFINITY;
    const content: RegimeContent = {
      id,
      title,
      version: versionOf(parent?.version ?? '', regimeFiles(dir)),
      ...(parentId === undefined ? {} : { extends: parentId }),
      knownThrough,
      views,
      instruments,
      values,
      predicates,
      caps,
      rules,
      exceptionOrder: top.exceptionOrder?.words() ?? parent?.exceptionOrder ?? [],
      cases,
      valueCases,
    };
    for (const name of content.exceptionOrder) {
      if (top.exceptionOrder !== undefined) references.push({ kind: 'exception', name, entry: top.exceptionOrder });
    }
    checkReferences(references, content);
    this.checkFacts(content);
    return content;
  }

  /** A second definition in one folder is a fault; one that replaces the extended regime's is meant. */
  private define<T>(into: Map<string, T>, name: string, value: T, root: Entry, origin: string, path: string): void {
    const earlier = this.origins.get(origin);
    if (earlier !== undefined) root.fault(`\`${name}\` is defined in ${earlier} already: keep one`);
    this.origins.set(origin, path);
    into.set(name, value);
  }

  /** A class may rest on facts of the goods and their papers alone, and a party's facts need a party. */
  private checkFacts({ id, rules, predicates }: RegimeContent): void {
    for (const rule of rules.values()) {
      const file = this.fileOf(id, 'rule', rule.id);
      if (file === undefined) continue;
      const conditions = 'when' in rule ? [rule.when] : rule.steps.map((step) => step.when);
      for (const fact of conditions.flatMap((condition) => factsIn(condition, predicates))) {
        const problem =
          rule.kind === 'class' && !fact.startsWith('item.') && fact !== 'certifications'
            ? 'a class may rest on `item.…` facts and `certifications` alone'
            : PARTY_FACT_NAMES.includes(fact)
              ? 'a party’s fact stands only inside someParty and everyParty, or behind a role (`consignee.…`)'
              : undefined;
        if (problem === undefined) continue;
        this.faults.push(
          new DetourError('BAD_REGIME', `the rule \`${rule.id}\` asks for \`${fact}\`: ${problem}`, { at: { file } }),
        );
      }
    }
  }

  private readViews(entry: Entry, instruments: ReadonlyMap<string, unknown>): Map<View, ViewRules> {
    const views = new Map<View, ViewRules>();
    const named = (list: Entry | undefined) => {
      const words = list?.words() ?? [];
      for (const word of words)
        if (!instruments.has(word)) list?.fault(`\`${word}\` is no instrument${near(word, instruments.keys())}`);
      return words;
    };
    for (const { key, keyAt, value } of entry.pairs()) {
      const view = VIEWS.find((one) => one === key);
      if (view === undefined) {
        keyAt.fault(`\`${key}\` is no view. Allowed: ${VIEWS.join(', ')}`);
        continue;
      }
      const keys = value.keys(['title', 'from', 'without', 'asIfInForce'], ['title']);
      const from = keys.from?.day();
      views.set(view, {
        title: keys.title?.text() ?? key,
        ...(from === undefined ? {} : { from }),
        without: named(keys.without),
        asIfInForce: named(keys.asIfInForce),
      });
    }
    return views;
  }

  private file(path: string): Entry | undefined {
    return readYaml(path, this.partToRead(readFileSync(path, 'utf8')), this.faults, this.parsed);
  }
}

/** Every file that `loadRegimes` reads in the folder, parsed; those with faults are left out. */
export function parseRegimes(dir: string): Parsed {
  return parseFiles(lawFiles(dir), withoutCases);
}

/** Every file that `loadRegimes` reads in the folder; none if it is not there. */
export function lawFiles(dir: string): string[] {
  return existsSync(dir) ? regimeFolders(dir).flatMap((id) => regimeFiles(join(dir, id))) : [];
}

function regimeFiles(dir: string): string[] {
  const top = [join(dir, 'regime.yaml'), join(dir, 'instruments.yaml')].filter(existsSync);
  return [...top, ...yamlFiles(join(dir, 'values')), ...yamlFiles(join(dir, 'rules'))];
}

const whole = (text: string) => text;

/** Cases are most of a file and say nothing to who judges: blank lines keep the places of the rest. */
function withoutCases(text: string): string {
  let inCases = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^[^\s#-]/.test(line)) inCases = line.startsWith('cases:');
      return inCases ? '' : line;
    })
    .join('\n');
}

function checkReferences(references: readonly Reference[], content: RegimeContent): void {
  const valuesOf = (...kinds: string[]) =>
    [...content.values].filter(([, value]) => kinds.includes(value.kind)).map(([name]) => name);
  const rulesOf = (kind: Rule['kind']) => [...content.rules.values()].filter((rule) => rule.kind === kind);
  const known: Readonly<Record<Reference['kind'], { readonly what: string; readonly names: readonly string[] }>> = {
    set: { what: 'list of countries', names: valuesOf('countries', 'set') },
    number: { what: 'dated number', names: valuesOf('number') },
    codes: { what: 'dated list of codes', names: valuesOf('codes') },
    names: { what: 'dated list of names', names: valuesOf('names') },
    predicate: { what: 'predicate', names: [...content.predicates.keys()] },
    cap: { what: 'cap', names: [...content.caps.keys()] },
    requirement: { what: 'requirement', names: rulesOf('requirement').map((rule) => rule.id) },
    review: { what: 'review policy', names: rulesOf('review').map((rule) => rule.id) },
    exception: {
      what: 'exception',
      names: [...new Set(rulesOf('exception').map((rule) => (rule as RuleOf<'exception'>).name))],
    },
  };
  for (const { kind, name, entry } of references) {
    const { what, names } = known[kind];
    if (!names.includes(name))
      entry.fault(`there is no ${what} \`${name}\`${near(name, names)} Known: ${names.join(', ') || 'none'}`);
  }
}

/** Twelve hexadecimal digits of a hash over the files' names and texts. */
function versionOf(parent: string, paths: readonly string[]): string {
  const hash = createHash('sha256').update(parent);
  for (const path of paths) hash.update(`\0${basename(path)}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function near(name: string, names: Iterable<string>): string {
  const found = nearest(name, names);
  return found === undefined ? '.' : `, did you mean \`${found}\`?`;
}

function yamlFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(dir, name));
}

function withCount(fault: DetourError, count: number): DetourError {
  if (count === 1) return fault;
  return new DetourError('BAD_REGIME', `${fault.message} (and ${count - 1} more: \`detour check\` lists them)`, {
    cause: fault,
  });
}
