import { describe, expect, it } from 'vitest';
import { FAMILIES, type Finding } from '../../src/evidence/flag.js';
import { PREDICATES } from '../../src/evidence/flags/all.js';
import { ROWS, type Row } from './flag-rows.js';
import { evidence } from './seeds.js';

describe.each([...FAMILIES])('family %s', (family) => {
  const rows = ROWS[family] as Readonly<Record<string, Row<unknown>>>;
  const predicates = PREDICATES[family] as Readonly<
    Record<string, { find: (situation: unknown) => Finding; grades?: readonly string[] }>
  >;

  it('has a row for every flag', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(predicates).sort());
  });

  it.each(Object.keys(predicates))(
    '%s fires where it should, keeps quiet where not, and says when facts are missing',
    (id) => {
      const { find, grades } = predicates[id] as { find: (situation: unknown) => Finding; grades?: readonly string[] };
      const { fires, quiet, missing = [] } = rows[id] as Row<unknown>;
      expect(fires).not.toHaveLength(0);
      for (const one of fires) {
        const [expected, situation] = Array.isArray(one) ? one : [true, one];
        expect(find(situation)).toBe(expected);
        if (typeof expected === 'string') expect(grades).toContain(expected);
      }
      for (const situation of quiet) expect(find(situation)).toBe(false);
      for (const situation of missing) expect(find(situation)).toBeUndefined();
    },
  );
});

describe('the flags that ship', () => {
  it('are at least sixteen over six families, four of them exculpatory', () => {
    expect(evidence.flags.length).toBeGreaterThanOrEqual(16);
    expect(new Set(evidence.flags.map(({ family }) => family)).size).toBeGreaterThanOrEqual(6);
    expect(evidence.byFamily.exculpatory.length).toBeGreaterThanOrEqual(4);
  });

  it('speak against diversion wherever they are exculpatory', () => {
    for (const { weight } of evidence.byFamily.exculpatory) {
      for (const amount of typeof weight === 'object' ? Object.values(weight) : [weight])
        expect(amount).toBeLessThan(0);
    }
  });

  it('name every fact their predicate reads', () => {
    for (const { id, family, needs, weight } of evidence.flags) {
      const read = new Set<string>();
      const rows = ROWS[family] as Readonly<Record<string, Row<object>>>;
      const { fires, quiet, missing = [] } = rows[id] as Row<object>;
      for (const one of [...fires, ...quiet, ...missing]) {
        const situation = (Array.isArray(one) ? one[1] : one) as object;
        const watched = new Proxy(situation, {
          get: (target, key) => {
            read.add(String(key));
            return Reflect.get(target, key);
          },
        });
        (PREDICATES[family][id] as { find: (situation: object) => Finding }).find(watched);
      }
      if (weight !== 'COMPUTED') expect([id, [...read].filter((fact) => !needs.includes(fact))]).toEqual([id, []]);
    }
  });
});
