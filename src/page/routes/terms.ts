/** The terms of a question about routes, in the address and as variables of the interface. */
import type { RankedRoutesQueryVariables, RouteFilter, View } from '../generated.js';

export interface Terms {
  /** Where routes start, any of these, as `US` `id:p-1` `role:trader` `tier:0`; empty is Tier 0 and 1. */
  readonly from: readonly string[];
  /** Where they end, in the same words; empty is Tier 3. */
  readonly to: readonly string[];
  /** Catalogue ids or names; empty is controlled goods, or possibly so. */
  readonly products: readonly string[];
  /** Dates at any precision; blank does not limit. */
  readonly since: string;
  readonly until: string;
  readonly asOf: string;
  readonly regime: string;
  readonly view: View;
  readonly maxHops: number;
  readonly maxDwellDays: number;
  readonly minTier2: number;
  readonly k: number;
}

/** As the interface takes them when nothing is said. */
export const DEFAULT_TERMS: Terms = {
  from: [],
  to: [],
  products: [],
  since: '',
  until: '',
  asOf: '',
  regime: 'us-ear',
  view: 'ENFORCED',
  maxHops: 6,
  maxDwellDays: 180,
  minTier2: 1,
  k: 10,
};

/** A number in the address that is none is kept as `NaN` and told, not silently replaced. */
export function readTerms(search: string): Terms {
  const given = new URLSearchParams(search);
  const number = (name: string, otherwise: number) => {
    const text = given.get(name);
    return text === null ? otherwise : text.trim() === '' ? Number.NaN : Number(text);
  };
  return {
    from: given.getAll('from'),
    to: given.getAll('to'),
    products: given.getAll('product'),
    since: given.get('since') ?? '',
    until: given.get('until') ?? '',
    asOf: given.get('asOf') ?? '',
    regime: given.get('regime') ?? DEFAULT_TERMS.regime,
    view: given.get('view') === 'AS_WRITTEN' ? 'AS_WRITTEN' : 'ENFORCED',
    maxHops: number('hops', DEFAULT_TERMS.maxHops),
    maxDwellDays: number('dwell', DEFAULT_TERMS.maxDwellDays),
    minTier2: number('tier2', DEFAULT_TERMS.minTier2),
    k: number('k', DEFAULT_TERMS.k),
  };
}

/** What the address calls the numbers that are none. */
export function unreadable(terms: Terms): string[] {
  const numbers = { hops: terms.maxHops, dwell: terms.maxDwellDays, tier2: terms.minTier2, k: terms.k };
  return Object.entries(numbers).flatMap(([name, value]) => (Number.isInteger(value) ? [] : [name]));
}

/** Only what differs from the default stands in the address, in a fixed order. */
export function writeTerms(terms: Terms): URLSearchParams {
  const address = new URLSearchParams();
  for (const one of terms.from) address.append('from', one);
  for (const one of terms.to) address.append('to', one);
  for (const one of terms.products) address.append('product', one);
  const put = (name: string, value: string | number, otherwise: string | number) => {
    if (value !== otherwise) address.set(name, String(value));
  };
  put('since', terms.since, '');
  put('until', terms.until, '');
  put('asOf', terms.asOf, '');
  put('regime', terms.regime, DEFAULT_TERMS.regime);
  put('view', terms.view, DEFAULT_TERMS.view);
  put('hops', terms.maxHops, DEFAULT_TERMS.maxHops);
  put('dwell', terms.maxDwellDays, DEFAULT_TERMS.maxDwellDays);
  put('tier2', terms.minTier2, DEFAULT_TERMS.minTier2);
  put('k', terms.k, DEFAULT_TERMS.k);
  return address;
}

/** What every question about routes and chains is held against. */
export function termVariables(terms: Terms): Omit<RankedRoutesQueryVariables, 'k'> {
  const { maxHops, maxDwellDays, minTier2, regime, view } = terms;
  const filter: RouteFilter = {
    ...(terms.from.length > 0 ? { from: terms.from } : {}),
    ...(terms.to.length > 0 ? { to: terms.to } : {}),
    ...(terms.products.length > 0 ? { products: terms.products } : {}),
    ...(terms.since === '' ? {} : { since: terms.since }),
    ...(terms.until === '' ? {} : { until: terms.until }),
  };
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    maxHops,
    maxDwellDays,
    minTier2,
    ...(terms.asOf === '' ? {} : { asOf: terms.asOf }),
    regime,
    view,
  };
}

/** `US; role:trader` as a list; blanks are dropped. */
export function readList(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
