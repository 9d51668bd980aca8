/** Reads a condition from a rule file; the forms are listed in seeds/regimes/README.md. */
import { nearest } from '../model/errors.js';
import type { Bound, CodesRef, Condition, NumberRef } from './condition.js';
import { namesIn, parseSet } from './country-set.js';
import { FACTS, type FactKind, PARTY_FACT_NAMES, ROLES_IN_LAW, type Role } from './facts.js';
import type { Entry } from './yaml-file.js';

const JOINS = ['all', 'any', 'not', 'holds', 'someParty', 'everyParty', 'within'] as const;

/** Names a condition refers to, with the place of each, so that the loader can check that they exist. */
export interface Reference {
  readonly kind: 'set' | 'number' | 'codes' | 'names' | 'predicate' | 'cap' | 'requirement' | 'review' | 'exception';
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The condition, or undefined if it has a fault (recorded in the entry's faults).
 *
 * A map of several keys means all of them.
 */
export function readCondition(entry: Entry, references: Reference[], insideParty = false): Condition | undefined {
  const parts: Condition[] = [];
  let faulty = false;
  for (const { key, keyAt, value } of entry.pairs()) {
    const part = (JOINS as readonly string[]).includes(key)
      ? readJoin(key as (typeof JOINS)[number], value, references, insideParty)
      : readTests(key, keyAt, value, references, insideParty);
    if (part === undefined) faulty = true;
    else parts.push(part);
  }
  if (faulty) return undefined;
  if (parts.length === 0) return entry.fault('a condition with nothing in it: say what must hold');
  return parts.length === 1 ? parts[0] : { op: 'all', of: parts };
}

function readJoin(
  key: (typeof JOINS)[number],
  value: Entry,
  references: Reference[],
  insideParty: boolean,
): Condition | undefined {
  switch (key) {
    case 'all':
    case 'any': {
      if (!value.isList()) return value.fault(`\`${key}\` takes a list of conditions`);
      const of = value.entries().map((one) => readCondition(one, references, insideParty));
      return of.some((one) => one === undefined) ? undefined : { op: key, of: of as Condition[] };
    }
    case 'not': {
      const of = readCondition(value, references, insideParty);
      return of && { op: 'not', of };
    }
    case 'holds': {
      const predicate = value.text();
      if (predicate === undefined) return undefined;
      references.push({ kind: 'predicate', name: predicate, entry: value });
      return { op: 'holds', predicate };
    }
    case 'within': {
      const cap = value.text();
      if (cap === undefined) return undefined;
      references.push({ kind: 'cap', name: cap, entry: value });
      return { op: 'within', cap };
    }
    default:
      return readParties(key, value, references);
  }
}

function readParties(key: 'someParty' | 'everyParty', value: Entry, references: Reference[]): Condition | undefined {
  const keys = value.keys(['among', 'where'], ['among', 'where']);
  const { among, where: inner } = keys;
  if (among === undefined || inner === undefined) return undefined;
  const roles = among.words().map((word) => {
    const known = (ROLES_IN_LAW as readonly string[]).includes(word);
    return known
      ? (word as Role)
      : among.fault(`\`${word}\` is no party of a movement. Allowed: ${ROLES_IN_LAW.join(', ')}`);
  });
  const where = readCondition(inner, references, true);
  if (where === undefined || roles.includes(undefined)) return undefined;
  return { op: key === 'someParty' ? 'some' : 'every', roles: roles as Role[], where };
}

function readTests(
  fact: string,
  keyAt: Entry,
  value: Entry,
  references: Reference[],
  insideParty: boolean,
): Condition | undefined {
  const spec = FACTS.get(fact) ?? (insideParty ? FACTS.get(`consignee.${fact}`) : undefined);
  if (spec === undefined) {
    const known = [...JOINS, ...(insideParty ? PARTY_FACT_NAMES : []), ...FACTS.keys()];
    const near = nearest(fact, known);
    return keyAt.fault(
      `unknown fact \`${fact}\`${near === undefined ? '.' : `, did you mean \`${near}\`?`} Allowed: ${known.join(', ')}`,
    );
  }
  if (spec.kind === 'flag') {
    const flag = value.flag();
    return flag === undefined ? undefined : { op: 'flag', fact, value: flag };
  }
  if (!value.isMap()) return readShort(fact, spec.kind, value, references);
  if (spec.kind === 'shares') return readOwned(fact, value, references);
  const allowed = OPERATORS[spec.kind];
  const tests: (Condition | undefined)[] = [];
  for (const [operator, operand] of Object.entries(value.keys(allowed)) as [string, Entry][]) {
    tests.push(readOperator(fact, operator, operand, references));
  }
  const found = tests.filter((test) => test !== undefined);
  if (value.pairs().length === 0) return value.fault(`say how \`${fact}\` is tested: ${allowed.join(', ')}`);
  if (found.length < value.pairs().length) return undefined;
  return found.length === 1 ? found[0] : { op: 'all', of: found };
}

const OPERATORS: Readonly<Record<FactKind, readonly string[]>> = {
  country: ['in', 'notIn', 'known'],
  code: ['in', 'notIn', 'known'],
  class: ['in', 'notIn'],
  flag: [],
  number: ['atLeast', 'above', 'atMost', 'below', 'known'],
  codes: ['has', 'lacks'],
  shares: ['by', 'atLeast'],
  name: ['named', 'known'],
};

/** `destination: CN` and `item.class: 3A090.a`. */
function readShort(fact: string, kind: FactKind, value: Entry, references: Reference[]): Condition | undefined {
  if (kind === 'country') return setTest(fact, value, references);
  if (kind === 'code' || kind === 'class') return { op: 'is', fact, codes: value.words() };
  return value.fault(`\`${fact}\` is tested with one of: ${OPERATORS[kind].join(', ')}`);
}

function readOperator(fact: string, operator: string, operand: Entry, references: Reference[]): Condition | undefined {
  switch (operator) {
    case 'in':
    case 'notIn': {
      const country = FACTS.get(fact)?.kind === 'country' || FACTS.get(`consignee.${fact}`)?.kind === 'country';
      const test = country
        ? setTest(fact, operand, references)
        : ({ op: 'is', fact, codes: codesRef(operand, references) } as Condition);
      return operator === 'in' || test === undefined ? test : { op: 'not', of: test };
    }
    case 'has':
    case 'lacks': {
      const test: Condition = { op: 'has', fact, codes: codesRef(operand, references) };
      return operator === 'has' ? test : { op: 'not', of: test };
    }
    case 'known': {
      const value = operand.flag();
      return value === undefined ? undefined : { op: 'known', fact, value };
    }
    case 'named': {
      const names = operand.text();
      if (names === undefined) return undefined;
      references.push({ kind: 'names', name: names, entry: operand });
      return { op: 'named', fact, names };
    }
    default: {
      const limit = numberRef(operand, references);
      return limit === undefined ? undefined : { op: operator as Bound, fact, limit };
    }
  }
}

/** `{ by: [entity-list], atLeast: 50% }`; without `atLeast`, whether there is such an owner at all. */
function readOwned(fact: string, value: Entry, references: Reference[]): Condition | undefined {
  const { by, atLeast } = value.keys(['by', 'atLeast'], ['by']);
  if (by === undefined) return undefined;
  const minShare = atLeast && numberRef(atLeast, references);
  if (atLeast !== undefined && minShare === undefined) return undefined;
  return { op: 'owned', fact, lists: codesRef(by, references), ...(minShare === undefined ? {} : { minShare }) };
}

function setTest(fact: string, value: Entry, references: Reference[]): Condition | undefined {
  const text = value.isList() ? `{${value.countries().join(' ')}}` : value.text();
  if (text === undefined) return undefined;
  try {
    const set = parseSet(/^[A-Z]{2}$/.test(text) ? `{${text}}` : text);
    for (const name of namesIn(set)) references.push({ kind: 'set', name, entry: value });
    return { op: 'in', fact, set, text };
  } catch (error) {
    return value.fault((error as Error).message);
  }
}

/** A list in brackets is meant as it stands; a bare word that starts with `$` names a dated list. */
function codesRef(entry: Entry, references: Reference[]): CodesRef {
  const name = entry.isText() ? entry.text() : undefined;
  if (name?.startsWith('$')) {
    references.push({ kind: 'codes', name: name.slice(1), entry });
    return name.slice(1);
  }
  return entry.words();
}

function numberRef(entry: Entry, references: Reference[]): NumberRef | undefined {
  const text = entry.text();
  if (text === undefined) return undefined;
  if (/^[\d.,]+(e\d+)?$/i.test(text)) return entry.number();
  if (!text.startsWith('$'))
    return entry.fault(`\`${text}\` is neither a number nor the name of a dated one, which starts with $`);
  const name = text.slice(1);
  references.push({ kind: 'number', name, entry });
  return name;
}
