/** How a test compares a known value: countries with sets, codes with lists, numbers with limits, owners with shares. */
import type { Bound, CodesRef, Condition, DayValues, NumberRef } from './condition.js';
import { membershipOf, namesIn } from './country-set.js';
import type { Range } from './facts.js';
import type { OwnedByListed } from './movement.js';
import { plainName } from './plain-name.js';
import { CANNOT_SAY, NO, type Truth, truthOf, YES } from './truth.js';

/** A condition that asks for the value of one fact. */
export type Test = Exclude<Condition, { op: 'all' | 'any' | 'not' | 'holds' | 'some' | 'every' | 'within' | 'known' }>;

export function testOf(test: Test, values: DayValues): { ask: (value: never) => Truth; uses: readonly string[] } {
  switch (test.op) {
    case 'in':
      return { ask: membershipOf(test.set, values.set) as never, uses: namesIn(test.set) };
    case 'is': {
      const codes = codesOf(test.codes, values);
      const ask = (value: string | readonly string[]) => {
        if (codes === undefined) return CANNOT_SAY;
        if (typeof value === 'string') return truthOf(codes.includes(value));
        const inside = value.filter((one) => codes.includes(one)).length;
        return inside === 0 ? NO : inside === value.length ? YES : CANNOT_SAY;
      };
      return { ask: ask as never, uses: usesOf(test.codes) };
    }
    case 'flag':
      return { ask: ((value: boolean) => truthOf(value === test.value)) as never, uses: [] };
    case 'has': {
      const codes = codesOf(test.codes, values);
      const any = (given: readonly string[], fits: (one: string, code: string) => boolean) =>
        given.some((one) => codes?.some((code) => fits(one, code)));
      const ask = (value: { certain: readonly string[]; possible: readonly string[] }) => {
        if (codes === undefined) return CANNOT_SAY;
        if (value.certain.length + value.possible.length === 0) return NO;
        if (any(value.certain, isOf)) return YES;
        // A list without its programme may be meant where the programme matters.
        return any(value.possible, isOf) || any([...value.certain, ...value.possible], mayBeOf) ? CANNOT_SAY : NO;
      };
      return { ask: ask as never, uses: usesOf(test.codes) };
    }
    case 'named': {
      const names = values.names(test.names);
      return {
        ask: ((value: string) => (names === undefined ? CANNOT_SAY : truthOf(names.has(plainName(value))))) as never,
        uses: [test.names],
      };
    }
    case 'owned': {
      const lists = codesOf(test.lists, values);
      const minShare = test.minShare === undefined ? undefined : numberOf(test.minShare, values);
      const unset = lists === undefined || (test.minShare !== undefined && minShare === undefined);
      const ask = (owners: readonly OwnedByListed[]) =>
        unset ? CANNOT_SAY : ownedBy(owners, lists as readonly string[], minShare);
      return {
        ask: ask as never,
        uses: [...usesOf(test.lists), ...(typeof test.minShare === 'string' ? [test.minShare] : [])],
      };
    }
    default: {
      const limit = numberOf(test.limit, values);
      const ask = (range: Range) => (limit === undefined ? CANNOT_SAY : compare(range, test.op, limit));
      return { ask: ask as never, uses: typeof test.limit === 'string' ? [test.limit] : [] };
    }
  }
}

/** `sdn:RUSSIA-EO14024` is of the list `sdn` and of itself. */
function isOf(one: string, code: string): boolean {
  return one === code || one.startsWith(`${code}:`);
}

/** `sdn` may be `sdn:RUSSIA-EO14024`. */
function mayBeOf(one: string, code: string): boolean {
  return code.startsWith(`${one}:`);
}

/** `[least, most]` against the limit: yes if every value in the range passes, no if none does. */
export function compare([least, most]: Range, bound: Bound, limit: number): Truth {
  switch (bound) {
    case 'atLeast':
      return least >= limit ? YES : most < limit ? NO : CANNOT_SAY;
    case 'above':
      return least > limit ? YES : most <= limit ? NO : CANNOT_SAY;
    case 'atMost':
      return most <= limit ? YES : least > limit ? NO : CANNOT_SAY;
    case 'below':
      return most < limit ? YES : least >= limit ? NO : CANNOT_SAY;
  }
}

/** Direct shares held by owners on the lists, added up; without `minShare`, whether there is such an owner at all. */
function ownedBy(owners: readonly OwnedByListed[], lists: readonly string[], minShare: number | undefined): Truth {
  const counted = oncePerOwner(owners.filter((owner) => lists.some((list) => isOf(owner.list, list))));
  if (minShare === undefined) return truthOf(counted.length > 0);
  if (counted.length === 0) return NO;
  let least = 0;
  let most = 0;
  for (const { share } of counted) {
    least += share?.min ?? 0;
    most += share?.max ?? 1;
  }
  // Shares come as decimal fractions: 0.3 + 0.2 must reach 0.5.
  const rounded = (sum: number) => Number(sum.toPrecision(12));
  return rounded(least) >= minShare ? YES : rounded(Math.min(1, most)) >= minShare ? CANNOT_SAY : NO;
}

/** An owner on two lists holds its share once: as much of it as any of the entries makes certain. */
function oncePerOwner(owners: readonly OwnedByListed[]): readonly OwnedByListed[] {
  return owners.filter(
    ({ owner, share }, i) =>
      owner === undefined ||
      !owners.some(
        (other, j) =>
          other.owner === owner &&
          j !== i &&
          ((other.share?.min ?? 0) > (share?.min ?? 0) || ((other.share?.min ?? 0) === (share?.min ?? 0) && j < i)),
      ),
  );
}

/** The number itself, or the value of that name on the day. */
export function numberOf(ref: NumberRef, values: DayValues): number | undefined {
  return typeof ref === 'number' ? ref : values.number(ref);
}

function codesOf(ref: CodesRef, values: DayValues): readonly string[] | undefined {
  return typeof ref === 'string' ? values.codes(ref) : ref;
}

function usesOf(ref: CodesRef): readonly string[] {
  return typeof ref === 'string' ? [ref] : [];
}
