/** What conditions mention: the limits and codes each fact is compared with, and the caps. */
import type { Condition, DayValues } from './condition.js';
import { type Membership, membershipOf } from './country-set.js';
import { FACTS, type Role } from './facts.js';

export interface Mentioned {
  readonly limits: Set<number>;
  readonly codes: Set<string>;
  /** Sets of countries, by how they are written. */
  readonly sets: Map<string, Membership>;
}

/** By fact name, what any of the conditions compares it with on the day. */
export function mentionsIn(conditions: Iterable<Condition>, values: DayValues): ReadonlyMap<string, Mentioned> {
  const found = new Map<string, Mentioned>();
  for (const condition of conditions) collect(condition, values, found, []);
  return found;
}

/** A test that a rule makes of one fact; inside someParty and everyParty, of one party. */
export interface Leaf {
  readonly test: Condition;
  readonly role?: Role;
}

/** Every different test that the conditions make, each once; predicates are followed, caps left out. */
export function leavesIn(conditions: Iterable<Condition>, values: DayValues): Leaf[] {
  const found = new Map<string, Leaf>();
  const walk = (condition: Condition, roles: readonly Role[] | undefined): void => {
    switch (condition.op) {
      case 'all':
      case 'any':
        for (const part of condition.of) walk(part, roles);
        return;
      case 'not':
        walk(condition.of, roles);
        return;
      case 'holds':
        walk(values.predicate(condition.predicate), roles);
        return;
      case 'some':
      case 'every':
        walk(condition.where, condition.roles);
        return;
      case 'within':
        return;
      default: {
        const own = FACTS.has(condition.fact) ? [undefined] : (roles ?? []);
        for (const role of own) {
          const leaf = { test: condition, ...(role === undefined ? {} : { role }) };
          found.set(JSON.stringify(leaf), leaf);
        }
      }
    }
  };
  for (const condition of conditions) walk(condition, undefined);
  return [...found.values()];
}

/** The caps a condition asks about. */
export function capsIn(condition: Condition, values: DayValues): string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => capsIn(part, values));
    case 'not':
      return capsIn(condition.of, values);
    case 'holds':
      return capsIn(values.predicate(condition.predicate), values);
    case 'within':
      return [condition.cap];
    default:
      return [];
  }
}

/** The facts a condition asks for, as it names them; predicates are followed. */
export function factsIn(condition: Condition, predicates: ReadonlyMap<string, Condition>): string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => factsIn(part, predicates));
    case 'not':
      return factsIn(condition.of, predicates);
    case 'holds': {
      const inner = predicates.get(condition.predicate);
      return inner === undefined ? [] : factsIn(inner, predicates);
    }
    case 'some':
    case 'every':
      return factsIn(condition.where, predicates).map((fact) => (FACTS.has(fact) ? fact : `party.${fact}`));
    case 'within':
      return [`cap ${condition.cap}`];
    default:
      return [condition.fact];
  }
}

function collect(
  condition: Condition,
  values: DayValues,
  found: Map<string, Mentioned>,
  roles: readonly string[],
): void {
  switch (condition.op) {
    case 'all':
    case 'any':
      for (const part of condition.of) collect(part, values, found, roles);
      return;
    case 'not':
      collect(condition.of, values, found, roles);
      return;
    case 'holds':
      collect(values.predicate(condition.predicate), values, found, roles);
      return;
    case 'some':
    case 'every':
      collect(condition.where, values, found, condition.roles);
      return;
    case 'within': {
      const cap = values.cap(condition.cap);
      const limit = typeof cap.limit === 'number' ? cap.limit : values.number(cap.limit);
      if (limit !== undefined) at(found, cap.used).limits.add(limit);
      return;
    }
    case 'in':
      for (const name of namesOf(condition.fact, roles))
        at(found, name).sets.set(condition.text, membershipOf(condition.set, values.set));
      return;
    case 'flag':
    case 'named':
    case 'known':
      return;
    default:
      for (const name of namesOf(condition.fact, roles)) add(condition, at(found, name), values);
  }
}

type Comparison = Extract<Condition, { fact: string }>;

function add(test: Comparison, to: Mentioned, values: DayValues): void {
  if (test.op === 'is' || test.op === 'has' || test.op === 'owned') {
    const ref = test.op === 'owned' ? test.lists : test.codes;
    // One of a list stands for the others: whatever tests the list treats them alike.
    const first = (typeof ref === 'string' ? values.codes(ref) : ref)?.[0];
    if (first !== undefined) to.codes.add(first);
  } else if ('limit' in test) {
    const limit = typeof test.limit === 'number' ? test.limit : values.number(test.limit);
    if (limit !== undefined) to.limits.add(limit);
  }
}

function namesOf(fact: string, roles: readonly string[]): string[] {
  return FACTS.has(fact) ? [fact] : roles.map((role) => `${role}.${fact}`);
}

function at(found: Map<string, Mentioned>, name: string): Mentioned {
  let mentioned = found.get(name);
  if (mentioned === undefined) {
    mentioned = { limits: new Set(), codes: new Set(), sets: new Map() };
    found.set(name, mentioned);
  }
  return mentioned;
}
